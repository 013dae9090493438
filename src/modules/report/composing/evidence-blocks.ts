// Draws the items of one part of a chapter: statements as text or lists, claims with their grade in words, figures as one
// table with period and area, tables with their totals, and what people said. Nothing is left out and nothing is mended.
import type { EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import { claimBlocks } from './claim-blocks.ts';
import type { ReportFinding } from '../composition.ts';
import type { Block, Inline } from '../document.ts';
import type { Footnotes } from './footnotes.ts';
import { attendanceChart, tableBlock } from './table-blocks.ts';
import { dayText, measureText, whenText } from '../wording.ts';

/** What drawing needs besides the items themselves. */
export interface Drafting {
  notes: Footnotes;
  /** True until the report is published: only a draft carries remarks to its makers. */
  draft: boolean;
  /** Findings that stand in the way of sign-off, by record. */
  blocking: ReadonlyMap<Ref, readonly ReportFinding[]>;
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const strong = (words: string): Inline => ({ kind: 'strong', text: words });

export function paragraph(...inlines: Inline[]): Block {
  return { kind: 'paragraph', inlines };
}

export function aside(tone: 'gap' | 'note', ...inlines: Inline[]): Block {
  return { kind: 'aside', tone, inlines };
}

/** The blocks of some items in their order; figures are gathered into one table where the first of them stands. */
export function evidenceBlocks(items: readonly EvidenceItem[], caption: string, drafting: Drafting): Block[] {
  const blocks: Block[] = [];
  const measures = items.filter(({ content }) => content.shape === 'measure');
  let figuresDrawn = false;
  let list: Inline[][] = [];
  const closeList = () => {
    if (list.length > 0) blocks.push({ kind: 'list', items: list });
    list = [];
  };
  for (const item of items) {
    if (isListed(item)) {
      list.push(statementInlines(item, drafting));
    } else if (item.content.shape === 'measure') {
      if (figuresDrawn) continue;
      figuresDrawn = true;
      closeList();
      blocks.push(
        figuresTable(measures, caption, drafting),
        ...measures.flatMap((one) => remarks(one, drafting)),
      );
      continue;
    } else {
      closeList();
      blocks.push(...itemBlocks(item, drafting));
    }
    const said = remarks(item, drafting);
    if (said.length > 0) closeList();
    blocks.push(...said);
  }
  closeList();
  return blocks;
}

/** Work done and next steps are lists; other statements are running text. */
function isListed({ content, claim, part }: EvidenceItem): boolean {
  return content.shape === 'statement' && !claim && (part === 'done' || part === 'next');
}

function itemBlocks(item: EvidenceItem, drafting: Drafting): Block[] {
  const { content, title } = item;
  // Made only where it is shown: a note that nothing mentions would be lost.
  const mark = () => drafting.notes.mark(item);
  switch (content.shape) {
    case 'statement':
      return item.claim
        ? claimBlocks(item, item.claim, content.text, drafting.notes)
        : [paragraph(...statementInlines(item, drafting))];
    case 'table': {
      const chart = item.topics.includes('training') ? attendanceChart(item, content, mark()) : null;
      return [tableBlock(item, content, mark()), ...(chart ? [chart] : [])];
    }
    case 'quotation':
      return [{ kind: 'quotation', inlines: [text(content.text), mark()], speaker: content.speaker }];
    case 'case-study': {
      const blocks: Block[] = [{ kind: 'case-study', title, inlines: [text(content.text), mark()] }];
      if (drafting.draft && content.consent === 'not-recorded')
        blocks.push(aside('note', text('No consent to print this is recorded yet.')));
      return blocks;
    }
    case 'document': {
      const published = content.published_on ? `, published ${dayText(content.published_on)}` : '';
      return [paragraph(strong(title), text(`${published}: ${content.description}`), mark())];
    }
    case 'measure':
      return [];
  }
  // Every shape is drawn above; a new one must be added there.
  return content satisfies never;
}

function statementInlines(item: EvidenceItem, { notes }: Drafting): Inline[] {
  const { content, decision, source } = item;
  const inlines: Inline[] = [text(content.shape === 'statement' ? content.text : item.title)];
  if (decision) {
    const authority = {
      held: '',
      ratified: ' It was ratified afterwards by the body with the authority.',
      lacking: ` No authority for it is recorded: it is a matter for ${decision.authority_needed ?? 'another body'}.`,
    }[decision.authority];
    inlines.push(text(` Decided by ${decision.body_name} on ${dayText(decision.taken_on)}.${authority}`));
  }
  if (source) inlines.push(notes.mark(item));
  return inlines;
}

/** Figure, period and area of each measure; the sources follow as notes, one for each figure. */
function figuresTable(measures: readonly EvidenceItem[], caption: string, { notes }: Drafting): Block {
  const note = measures.flatMap((item, at): Inline[] => [
    text(`${at === 0 ? 'Sources: ' : '; '}${item.title}`),
    notes.mark(item),
  ]);
  return {
    kind: 'table',
    caption,
    columns: [
      { label: 'What is counted', numeric: false },
      { label: 'Figure', numeric: true },
      { label: 'Period', numeric: false },
      { label: 'Area', numeric: false },
      { label: 'Compared with', numeric: false },
    ],
    rows: measures.map((item) => {
      const { content } = item;
      if (content.shape !== 'measure') return [item.title, '', '', '', ''];
      const { comparator, unit, decimals } = content;
      const compared = comparator
        ? `${measureText({ ...content, value: comparator.value, unit, decimals, qualifier: 'exactly', numerator: null })} (${comparator.label})`
        : '';
      const name = content.note ? `${item.title} (${content.note})` : item.title;
      return [name, measureText(content), whenText(item), item.geography ?? 'not given', compared];
    }),
    total: null,
    note: [...note, text('.')],
    ref: measures.length === 1 ? (measures[0]?.ref ?? null) : null,
  };
}

function remarks(item: EvidenceItem, { blocking, draft }: Drafting): Block[] {
  if (!draft) return [];
  return (blocking.get(item.ref) ?? []).map((finding) =>
    aside('note', strong('Before sign-off: '), text(`${item.title.replace(/\.$/, '')}. ${finding.message}`)),
  );
}

// Draws the items of one part of a chapter: statements as text or lists, claims by how strongly they stand, figures as
// tables, what people said and what happened to one of them. Nothing is left out and nothing is mended.
import type { EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import { chartedRefs, type Claim, claimBlocks, claimsOf } from './claim-blocks.ts';
import type { ReportFinding } from '../composition.ts';
import type { Block, Inline } from '../document.ts';
import { type Figure, figureBlocks, figuresOf } from './figure-blocks.ts';
import { type Footnotes, ownTitle } from './footnotes.ts';
import { aside, cited, listOf, paragraph, strong, text } from './inlines.ts';
import { attendanceChart, tableBlocks } from './table-blocks.ts';
import { dayText, ended } from '../wording.ts';

/** What drawing needs besides the items themselves. */
export interface Drafting {
  notes: Footnotes;
  /** True until the report is published: only a draft carries remarks to its makers. */
  draft: boolean;
  /** Findings that stand in the way of sign-off, by record. */
  blocking: ReadonlyMap<Ref, readonly ReportFinding[]>;
  /** Tables whose printed total is not the sum of their rows. */
  totals_differ: ReadonlySet<Ref>;
}

/**
 * The blocks of some items in their order. Claims are gathered where the first of them stands, and figures likewise;
 * figures that a claim's chart shows are not shown twice.
 */
export function evidenceBlocks(items: readonly EvidenceItem[], caption: string, drafting: Drafting): Block[] {
  const blocks: Block[] = [];
  const claims = claimsOf(items);
  const charted = chartedRefs(claims);
  const figures = figuresOf(items).filter(({ item }) => !charted.has(item.ref));
  const first = new Set<Ref | undefined>([claims[0]?.item.ref, figures[0]?.item.ref]);
  let list: Inline[][] = [];
  const closeList = () => {
    blocks.push(...listOf(list));
    list = [];
  };
  for (const item of items) {
    if (isListed(item)) {
      list.push([...statementInlines(item, drafting), ...remarkInlines(item, drafting)]);
    } else if (isGathered(item)) {
      if (!first.has(item.ref)) continue;
      closeList();
      const drawn = gathered(item, claims, figures, caption, drafting);
      // Two lists one after the other would read as one, and figures as claims.
      if (blocks.at(-1)?.kind === 'list' && drawn[0]?.kind === 'list')
        blocks.push(paragraph(strong('In figures'), text(':')));
      blocks.push(...drawn);
    } else {
      closeList();
      blocks.push(...itemBlocks(item, drafting), ...remarks([item], drafting));
    }
  }
  closeList();
  return blocks;
}

function gathered(
  first: EvidenceItem,
  claims: readonly Claim[],
  figures: readonly Figure[],
  caption: string,
  drafting: Drafting,
): Block[] {
  if (first.content.shape !== 'measure')
    return claimBlocks(claims, drafting.notes, (item) => remarkInlines(item, drafting));
  const measured = figures.map(({ item }) => item);
  return [...figureBlocks(figures, caption, drafting.notes), ...remarks(measured, drafting)];
}

function isGathered({ content, claim }: EvidenceItem): boolean {
  return content.shape === 'measure' || (content.shape === 'statement' && claim !== undefined);
}

/** Single sentences make a list; a statement with a title of its own is a paragraph under it. */
function isListed(item: EvidenceItem): boolean {
  return item.content.shape === 'statement' && !item.claim && ownTitle(item) === null;
}

function itemBlocks(item: EvidenceItem, drafting: Drafting): Block[] {
  const { content, title } = item;
  // Made only where it is shown: a note that nothing mentions would be lost.
  const mark = () => drafting.notes.mark(item);
  switch (content.shape) {
    case 'statement':
      return titledStatement(item, drafting);
    case 'table': {
      const chart = item.topics.includes('training') ? attendanceChart(item, content) : null;
      return [...tableBlocks(item, content, drafting), ...(chart ? [chart] : [])];
    }
    case 'quotation':
      return [{ kind: 'quotation', inlines: [text(content.text), mark()], speaker: content.speaker }];
    case 'case-study': {
      const unasked = drafting.draft && content.consent === 'not-recorded';
      const remark = unasked ? beforeSignOff('No consent to print this is recorded yet.') : [];
      return [{ kind: 'case-study', title, inlines: [text(content.text), mark(), ...remark] }];
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

/** A foreword is as long as a section and is found by who wrote it; any other title leads its paragraph. */
function titledStatement(item: EvidenceItem, drafting: Drafting): Block[] {
  const words = statementInlines(item, drafting);
  const title = ownTitle(item);
  if (title === null) return [paragraph(...words)];
  if (item.topics[0] !== 'foreword') return [paragraph(strong(ended(title)), text(' '), ...words)];
  const id = item.ref.replace(/[^a-z0-9]+/gi, '-');
  return [{ kind: 'heading', level: 2, text: title, id }, paragraph(...words)];
}

function statementInlines(item: EvidenceItem, { notes }: Drafting): Inline[] {
  const { content, decision } = item;
  const inlines: Inline[] = [text(content.shape === 'statement' ? content.text : item.title)];
  if (decision) {
    const matter = decision.authority_needed ? ` on “${decision.authority_needed}”` : '';
    const authority = {
      held: '',
      ratified: ' The body with the authority ratified it afterwards.',
      lacking: ` No authority of this body to decide${matter} is recorded, and no ratification.`,
    }[decision.authority];
    inlines.push(text(` Decided by: ${decision.body_name}, ${dayText(decision.taken_on)}.${authority}`));
  }
  return [...inlines, notes.mark(item)];
}

function found(item: EvidenceItem, { blocking, draft }: Drafting): readonly ReportFinding[] {
  return draft ? (blocking.get(item.ref) ?? []) : [];
}

function beforeSignOff(message: string): Inline[] {
  return [text(' '), strong('Before sign-off:'), text(` ${message}`)];
}

/** What must be settled about a statement before sign-off, at its end. */
function remarkInlines(item: EvidenceItem, drafting: Drafting): Inline[] {
  return found(item, drafting).flatMap(({ message }) => beforeSignOff(message));
}

/** The same beneath a block; one remark for all records with the same fault. */
function remarks(items: readonly EvidenceItem[], drafting: Drafting): Block[] {
  const faults = items.flatMap((item) => found(item, drafting).map((finding) => ({ item, finding })));
  return [...Map.groupBy(faults, ({ finding }) => finding.rule).values()].map((same): Block => {
    const [one, ...others] = same;
    if (!one) return aside('note');
    const { message } = one.finding;
    // Beneath its own record a finding need not name it.
    const named = items.length === 1 || message.includes(one.item.title);
    const also = others.flatMap(({ item }, at) => [
      text(at === 0 ? ' The same was found of: ' : '; '),
      cited(item.title.replace(/\.$/, ''), drafting.notes.numberOf(item)),
    ]);
    const lead = named ? [] : [text(`${ended(one.item.title)} `)];
    const end = also.length > 0 ? [text('.')] : [];
    return aside('note', strong('Before sign-off: '), ...lead, text(message), ...also, ...end);
  });
}

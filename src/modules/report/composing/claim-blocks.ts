// A claim of change as the report prints it: the words, how strongly it stands, and the figures or records it rests on,
// each with its footnote. A claim with a figure before and a figure after is drawn as two bars.
import type { CitedEvidence, ClaimFacet, EvidenceItem, Grade } from '../../../kernel/evidence/evidence.ts';
import type { Block, Inline } from '../document.ts';
import type { Footnotes } from './footnotes.ts';
import { measureText, whenText } from '../wording.ts';

export const gradeWords: Record<Grade, string> = {
  measured: 'measured',
  triangulated: 'shown by several sources',
  'single-source': 'from one source',
  asserted: 'asserted: nothing recorded shows it',
};

const purposeWords: Record<CitedEvidence['purpose'], string> = {
  baseline: 'before',
  'follow-up': 'after',
  supports: 'supported by',
  answers: 'answers',
};

export function claimBlocks(item: EvidenceItem, claim: ClaimFacet, said: string, notes: Footnotes): Block[] {
  const chart = beforeAndAfter(item, claim, notes);
  return [{ kind: 'paragraph', inlines: claimInlines(item, claim, said, notes) }, ...(chart ? [chart] : [])];
}

/** The claim, its grade in words, and what it rests on. */
export function claimInlines(
  item: EvidenceItem,
  claim: ClaimFacet,
  said: string,
  notes: Footnotes,
): Inline[] {
  const inlines: Inline[] = [{ kind: 'text', text: said }];
  if (item.source) inlines.push(notes.mark(item));
  inlines.push({ kind: 'text', text: ' ' }, { kind: 'strong', text: `(${gradeWords[claim.grade]})` });
  if (claim.rests_on.length === 0) return inlines;
  claim.rests_on.forEach((cited, at) => {
    const moved = cited.moved ? ', which has changed since it was cited' : '';
    const lead = `${at === 0 ? ' It rests on: ' : '; '}${purposeWords[cited.purpose]}, ${citedWords(cited, notes)}${moved}`;
    inlines.push({ kind: 'text', text: lead }, notes.markCited(cited));
  });
  inlines.push({ kind: 'text', text: '.' });
  return inlines;
}

/** "28 children (June 2023)" for a figure, the title for anything else. */
function citedWords(cited: CitedEvidence, notes: Footnotes): string {
  if (cited.content?.shape !== 'measure') return cited.title;
  const item = notes.itemOf(cited.ref);
  return `${measureText(cited.content)} (${item ? whenText(item) : cited.title})`;
}

function beforeAndAfter(item: EvidenceItem, { rests_on }: ClaimFacet, notes: Footnotes): Block | null {
  const [before, after] = (['baseline', 'follow-up'] as const).map((purpose) =>
    rests_on.find((cited) => cited.purpose === purpose && cited.content?.shape === 'measure'),
  );
  if (before?.content?.shape !== 'measure' || after?.content?.shape !== 'measure') return null;
  const { value: from, unit } = before.content;
  const { value: to } = after.content;
  if (from === null || to === null || after.content.unit !== unit) return null;
  const labels = [before, after].map((cited, at) => {
    const held = notes.itemOf(cited.ref);
    return `${at === 0 ? 'Before' : 'After'}: ${held ? whenText(held) : cited.title}`;
  });
  return {
    kind: 'chart',
    chart: 'bars',
    title: after.title,
    description: `${measureText(before.content)} before and ${measureText(after.content)} after, for the claim “${item.title.replace(/\.$/, '')}”.`,
    unit,
    points: [
      { label: labels[0] ?? 'Before', value: from },
      { label: labels[1] ?? 'After', value: to },
    ],
    note: [
      { kind: 'text', text: 'Sources' },
      notes.markCited(before),
      notes.markCited(after),
      { kind: 'text', text: '.' },
    ],
  };
}

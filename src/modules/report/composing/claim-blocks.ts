// Claims of change as the report prints them: strongest first, gathered under how strongly they stand, each with the
// figures or records it rests on. A claim with a figure before and a figure after is drawn as two bars.
import type {
  CitedEvidence,
  ClaimFacet,
  EvidenceItem,
  Grade,
  Ref,
} from '../../../kernel/evidence/evidence.ts';
import type { Measure } from '../../../kernel/evidence/shapes.ts';
import type { Block, Inline } from '../document.ts';
import { capital, countText, ended, figureText, measureText, whenGiven } from '../wording.ts';
import type { Footnotes } from './footnotes.ts';
import { cited as citedWords, paragraph, strong, text } from './inlines.ts';

export const gradeWords: Record<Grade, string> = {
  measured: 'measured',
  triangulated: 'shown by several sources',
  'single-source': 'from one source',
  asserted: 'asserted: nothing recorded shows it',
};

/** A statement that claims a change. */
export interface Claim {
  item: EvidenceItem;
  claim: ClaimFacet;
  said: string;
}

export function claimsOf(items: readonly EvidenceItem[]): Claim[] {
  return items.flatMap((item) =>
    item.claim && item.content.shape === 'statement'
      ? [{ item, claim: item.claim, said: item.content.text }]
      : [],
  );
}

/** How many were reached says nothing of what changed for them, so such claims stand apart whatever their grade. */
const strengths = [
  {
    holds: ({ about, grade }: ClaimFacet) => about !== 'reach' && grade === 'measured',
    lead: 'Measured',
    meaning: 'a figure from before and one from after, on the same definition.',
  },
  {
    holds: ({ about, grade }: ClaimFacet) => about !== 'reach' && grade === 'triangulated',
    lead: 'Shown by several sources',
    meaning: 'at least two sources say so, with no figure from before and after.',
  },
  {
    holds: ({ about, grade }: ClaimFacet) => about !== 'reach' && grade === 'single-source',
    lead: 'From one source',
    meaning: 'a second source, or a figure from before and after, would make the claim stronger.',
  },
  {
    holds: ({ about, grade }: ClaimFacet) => about !== 'reach' && grade === 'asserted',
    lead: 'Asserted',
    meaning: 'nothing recorded shows this yet.',
  },
  {
    holds: ({ about }: ClaimFacet) => about === 'reach',
    lead: 'Reach',
    meaning: 'how many took part, which is not counted as a difference made.',
  },
];

/** `remark` gives what must be settled about a claim before sign-off, if anything. */
export function claimBlocks(
  claims: readonly Claim[],
  notes: Footnotes,
  remark: (item: EvidenceItem) => Inline[],
): Block[] {
  return strengths.flatMap(({ holds, lead, meaning }): Block[] => {
    const held = claims.filter(({ claim }) => holds(claim));
    if (held.length === 0) return [];
    const items = held.map((one) => [
      ...(lead === 'Reach' && one.claim.grade === 'asserted'
        ? gradedInlines(one, notes)
        : claimInlines(one, notes)),
      ...remark(one.item),
    ]);
    const charts = held.flatMap((one) => beforeAndAfter(one, notes) ?? []);
    return [paragraph(strong(lead), text(`: ${meaning}`)), { kind: 'list', items }, ...charts];
  });
}

/** The claim and what it rests on, where words above it say how strongly it stands. */
function claimInlines({ item, claim, said }: Claim, notes: Footnotes): Inline[] {
  return [text(said), notes.mark(item), ...restsOn(claim, notes)];
}

/** The claim with its grade in words and, where it is measured, its figures. */
export function gradedInlines({ item, claim, said }: Claim, notes: Footnotes): Inline[] {
  const pair = claim.grade === 'measured' ? pairOf(claim.rests_on) : null;
  const grade = capital(gradeWords[claim.grade]);
  const inlines = [text(said), notes.mark(item), text(' '), strong(pair ? `${grade}:` : `${grade}.`)];
  return pair ? [...inlines, ...fromTo(' from ', pair, notes)] : inlines;
}

function restsOn({ rests_on }: ClaimFacet, notes: Footnotes): Inline[] {
  const pair = pairOf(rests_on);
  const inlines = pair ? fromTo(' From ', pair, notes) : [];
  const others = rests_on.filter(
    (one) => one.purpose !== 'answers' && one.ref !== pair?.before.ref && one.ref !== pair?.after.ref,
  );
  if (others.length > 0)
    inlines.push(...sentence(` It ${pair ? 'also ' : ''}rests on ${howMany(others)}:`, others, notes));
  const answered = rests_on.filter(({ purpose }) => purpose === 'answers');
  if (answered.length > 0) inlines.push(...sentence(' It answers', answered, notes));
  return inlines;
}

/** " From 28 (June 2023) to 95 young carers identified (January 2025)." */
function fromTo(lead: string, pair: Pair, notes: Footnotes): Inline[] {
  const { before, after } = pair;
  const first = onOneUnit(pair) ? figureText(before.content) : measureText(before.content);
  return [
    text(lead),
    ...figure(before, first, whenOf(before, notes, pair), notes),
    text(' to '),
    ...figure(after, measureText(after.content), whenOf(after, notes, pair), notes),
    text('.'),
  ];
}

/** " It rests on two records of one source: 657 children (May 2024) and “The survey”." */
function sentence(lead: string, cited: readonly CitedEvidence[], notes: Footnotes): Inline[] {
  const inlines: Inline[] = [text(`${lead} `)];
  cited.forEach((one, at) => {
    if (at > 0) inlines.push(text(at === cited.length - 1 ? ' and ' : '; '));
    if (one.content?.shape === 'measure') {
      const when = whenOf(one, notes, null) ?? 'no period given';
      inlines.push(...figure(one, measureText(one.content), when, notes));
    } else inlines.push(...figure(one, `“${one.title.replace(/\.$/, '')}”`, null, notes));
  });
  return [...inlines, text('.')];
}

function howMany(cited: readonly CitedEvidence[]): string {
  const sources = new Set(cited.map(({ source_title }) => source_title).filter((title) => title !== null));
  const records = `${countText(cited.length)} ${cited.length === 1 ? 'record' : 'records'}`;
  if (sources.size === 0) return `${records} with no source given`;
  if (cited.length === 1) return 'one source';
  return `${records} of ${sources.size === 1 ? 'one source' : `${countText(sources.size)} sources`}`;
}

/** "60.0% (168 of 280; 2022/23)": the figure leads to its record, and what qualifies it stands in one bracket. */
function figure(cited: CitedEvidence, words: string, when: string | null, notes: Footnotes): Inline[] {
  const [, bare = words, share = null] = /^(.*) \((\S+ of \S+)\)$/.exec(words) ?? [];
  const said = [share, when, cited.moved ? 'changed since it was cited' : null].filter(
    (part) => part !== null,
  );
  const inlines = [citedWords(bare, notes.numberOfCited(cited))];
  return said.length > 0 ? [...inlines, text(` (${said.join('; ')})`)] : inlines;
}

type CitedMeasure = CitedEvidence & { content: Measure };
interface Pair {
  before: CitedMeasure;
  after: CitedMeasure;
}

function pairOf(rests_on: readonly CitedEvidence[]): Pair | null {
  const measured = rests_on.filter((one): one is CitedMeasure => one.content?.shape === 'measure');
  const before = measured.find(({ purpose }) => purpose === 'baseline');
  const after = measured.find(({ purpose }) => purpose === 'follow-up');
  return before && after ? { before, after } : null;
}

function onOneUnit({ before, after }: Pair): boolean {
  const whole = before.content.numerator === null && after.content.numerator === null;
  return whole && before.content.unit === after.content.unit;
}

/** A record of an earlier year is not in this report; what the later figure compares itself with names its period. */
function whenOf(cited: CitedEvidence, notes: Footnotes, pair: Pair | null): string | null {
  const item = notes.itemOf(cited.ref);
  if (item) return whenGiven(item);
  const comparator = pair?.after.content.comparator;
  return comparator && cited === pair?.before && comparator.value === pair.before.content.value
    ? comparator.label
    : null;
}

/** The figures that the charts of these claims show, so that no table need repeat them. */
export function chartedRefs(claims: readonly Claim[]): Set<Ref> {
  return new Set(
    claims.flatMap(({ claim }) => {
      const pair = drawnPair(claim);
      return pair ? [pair.before.ref, pair.after.ref] : [];
    }),
  );
}

function drawnPair({ about, grade, rests_on }: ClaimFacet): Pair | null {
  const pair = pairOf(rests_on);
  if (!pair || about === 'reach' || grade !== 'measured') return null;
  const { before, after } = pair;
  if (before.content.value === null || after.content.value === null) return null;
  return before.content.unit === after.content.unit ? pair : null;
}

function beforeAndAfter({ claim, said }: Claim, notes: Footnotes): Block | null {
  const pair = drawnPair(claim);
  if (!pair) return null;
  const { before, after } = pair;
  const label = (name: string, cited: CitedMeasure) => {
    const when = whenOf(cited, notes, pair);
    return when ? `${name}: ${when}` : name;
  };
  return {
    kind: 'chart',
    chart: 'bars',
    title: `${chartTitle(after, notes)}, before and after`,
    description: `${capital(measureText(before.content))} before and ${measureText(after.content)} after. The claim: ${ended(said)}`,
    unit: after.content.unit,
    points: [
      { label: label('Before', before), value: before.content.value ?? 0 },
      { label: label('After', after), value: after.content.value ?? 0 },
    ],
    row_notes: [notes.numberOfCited(before), notes.numberOfCited(after)],
    note: chartNote(pair, notes),
  };
}

/** Where the figures are about and what their records add, which the bars cannot show. */
function chartNote({ before, after }: Pair, notes: Footnotes): Inline[] | null {
  const areas = [before, after].map(({ ref }) => notes.itemOf(ref)?.geography);
  const said = [...areas, before.content.note, after.content.note].filter((part) => part != null);
  return said.length > 0
    ? [text([...new Set(said)].map((part) => ended(areas.includes(part) ? `Area: ${part}` : part)).join(' '))]
    : null;
}

/** "Young carers identified" for the record "Young carers identified, January 2025". */
function chartTitle(after: CitedEvidence, notes: Footnotes): string {
  const when = whenOf(after, notes, null);
  return when && after.title.endsWith(`, ${when}`) ? after.title.slice(0, -when.length - 2) : after.title;
}

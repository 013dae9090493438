// The priorities of the year with their claims counted by how strongly they stand, and the strongest claim of each: what
// the summary and the opening sentence of each priority's chapter tell.
import type { EvidenceItem, Grade } from '../../../kernel/evidence/evidence.ts';
import { chapterOf } from '../chapters.ts';
import { listWords } from '../../../kernel/checking/rule.ts';
import { countText } from '../wording.ts';
import { type Claim, claimsOf } from './claim-blocks.ts';

export interface Priority {
  title: string;
  held: EvidenceItem[];
  claims: Claim[];
}

/** Each priority with its items, in the order of the plan. */
export function prioritiesOf(items: readonly EvidenceItem[]): Priority[] {
  const groups = new Map<string, { order: number; title: string; held: EvidenceItem[] }>();
  for (const item of items) {
    if (!item.group) continue;
    const { ref, title } = item.group;
    const group = groups.get(ref) ?? { order: chapterOf(item).order, title, held: [] };
    group.held.push(item);
    groups.set(ref, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ title, held }) => ({ title, held, claims: claimsOf(held) }));
}

const byStrength = ['measured', 'triangulated', 'single-source', 'asserted'] as const;

/** Reach is no difference made, so a claim of reach comes after every other; then headlines come before the rest. */
export function strongestOf(claims: readonly Claim[]): Claim | undefined {
  const rank = ({ claim }: Claim) =>
    (claim.about === 'reach' ? 100 : 0) + byStrength.indexOf(claim.grade) * 10 + (claim.headline ? 0 : 1);
  return claims.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** "one is measured, 22 rest on one source and 37 are asserted (nothing recorded shows them); nine of them …". */
export function claimCounts(claims: readonly Claim[]): string {
  const words = tally(claims).map(([grade, count]) => {
    const all = count > 1 && count === claims.length;
    return `${all ? 'all' : countText(count)} ${verbs[grade][count === 1 ? 0 : 1]}`;
  });
  return `${listWords(words)}${reachWords(claims)}`;
}

/** The same in short: "one measured, five from one source, 12 asserted". */
export function claimTally(claims: readonly Claim[]): string {
  const words = tally(claims).map(([grade, count]) => `${countText(count)} ${shortly[grade]}`);
  return words.join(', ');
}

function tally(claims: readonly Claim[]): [Grade, number][] {
  return byStrength
    .map((grade): [Grade, number] => [grade, claims.filter(({ claim }) => claim.grade === grade).length])
    .filter(([, count]) => count > 0);
}

function reachWords(claims: readonly Claim[]): string {
  const reach = claims.filter(({ claim }) => claim.about === 'reach').length;
  if (reach === 0) return '';
  const of = claims.length === 1 ? 'it' : `${countText(reach)} of them`;
  return `; ${of} ${reach === 1 ? 'tells' : 'tell'} only how many took part`;
}

const verbs: Record<Grade, [one: string, many: string]> = {
  measured: ['is measured', 'are measured'],
  triangulated: ['is shown by several sources', 'are shown by several sources'],
  'single-source': ['rests on one source', 'rest on one source'],
  asserted: ['is asserted (nothing recorded shows it)', 'are asserted (nothing recorded shows them)'],
};

const shortly: Record<Grade, string> = {
  measured: 'measured',
  triangulated: 'shown by several sources',
  'single-source': 'from one source',
  asserted: 'asserted',
};

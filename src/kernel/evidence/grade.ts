// How strongly a claim of change stands, worked out from what it rests on and never typed in (domain handbook 5.12,
// design 5). Reach and completions never count as an effect, whatever they rest on.
import type { ClaimFacet, Grade, LinkPurpose, Period, Ref } from './evidence.ts';
import type { Content, Measure } from './shapes.ts';

export const gradeWords: Record<Grade, string> = {
  measured: 'Measured',
  triangulated: 'Several sources agree',
  'single-source': 'One source',
  asserted: 'Asserted',
};

export const gradeMeanings: Record<Grade, string> = {
  measured: 'There is a figure from before and one from after, on the same definition.',
  triangulated: 'At least two different sources say so; there is no figure from before and after.',
  'single-source': 'One source says so. A second one, or a figure before and after, would make it stronger.',
  asserted: 'Nothing is linked that shows it yet.',
};

/** What counts of a cited record. */
export interface Support {
  ref: Ref;
  purpose: LinkPurpose;
  source_title: string | null;
  content: Content | null;
  geography?: string | null;
  period?: Period | null;
}

/**
 * measured: a baseline and a follow-up with printed values on one definition; triangulated: two or more sources;
 * single-source: one; asserted: none. Evidence without a recorded source never makes a second source.
 */
export function gradeOf(about: ClaimFacet['about'], rests_on: readonly Support[]): Grade {
  const supporting = rests_on.filter((support) => support.purpose !== 'answers');
  if (supporting.length === 0) return 'asserted';
  if (about !== 'reach' && isMeasured(supporting)) return 'measured';
  const sources = new Set(
    supporting.map((support) => support.source_title).filter((title) => title !== null),
  );
  return sources.size > 1 ? 'triangulated' : 'single-source';
}

function isMeasured(supporting: readonly Support[]): boolean {
  const baselines = supporting.filter((support) => support.purpose === 'baseline');
  const followUps = supporting.filter((support) => support.purpose === 'follow-up');
  return baselines.some((before) => followUps.some((after) => onOneDefinition(before, after)));
}

/** Same unit, same basis, the same area where both say, and not the later one before the earlier. */
export function onOneDefinition(before: Support, after: Support): boolean {
  if (before.ref === after.ref) return false;
  const [first, second] = [printed(before.content), printed(after.content)];
  if (first === undefined || second === undefined) return false;
  if (first.unit !== second.unit || first.basis !== second.basis) return false;
  if (before.geography && after.geography && before.geography !== after.geography) return false;
  const [start, end] = [before.period?.to, after.period?.to];
  return !start || !end || start <= end;
}

function printed(content: Content | null): Measure | undefined {
  return content?.shape === 'measure' && content.value !== null ? content : undefined;
}

// What the rooms offer the report: items that can be cited, each with its period and source, and the names by
// which things are called. The report composes what these sources offer and imports no room (design 9).
import { createHash } from 'node:crypto';
import type { Content } from './shapes.ts';
import type { Topic } from './topics.ts';

/** `<room>.<concept>/<id>`, for example `evidence.item/0199…`. */
export type Ref = string;

const refPattern = /^[a-z][a-z-]*\.[a-z][a-z-]*\/[0-9a-z-]+$/;

export function isRef(text: string): text is Ref {
  return refPattern.test(text);
}

export function ref(concept: string, id: string): Ref {
  return `${concept}/${id}`;
}

/** Splits a ref into its concept (`plan.claim`) and id. */
export function refParts(of: Ref): { concept: string; id: string } {
  const slash = of.indexOf('/');
  return { concept: of.slice(0, slash), id: of.slice(slash + 1) };
}

/** ISO days; null where the source does not print them. `label` is the period as people say it ("Q2 2024/25"). */
export interface Period {
  from: string | null;
  to: string | null;
  label: string | null;
}

/** How strongly a claim of change stands (domain handbook 5.12, design 5). */
export const grades = ['measured', 'triangulated', 'single-source', 'asserted'] as const;
export type Grade = (typeof grades)[number];

/** Why one record points at another. */
export const linkPurposes = ['baseline', 'follow-up', 'supports', 'answers'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Evidence that a claim rests on, with whether it changed after it was cited. */
export interface CitedEvidence {
  ref: Ref;
  title: string;
  path: string;
  purpose: LinkPurpose;
  source_title: string | null;
  content: Content | null;
  moved: boolean;
}

export interface ClaimFacet {
  about: 'practice' | 'children' | 'reach';
  for_whom: string | null;
  headline: boolean;
  grade: Grade;
  rests_on: CitedEvidence[];
}

export interface DecisionFacet {
  body_ref: Ref;
  body_name: string;
  taken_on: string;
  /** Whether the body that took it holds the authority, by the partnership's own scheme of delegation. */
  authority: 'held' | 'lacking' | 'ratified';
  authority_needed: string | null;
}

export interface EvidenceItem {
  ref: Ref;
  title: string;
  /** The first is its place in the report. */
  topics: [Topic, ...Topic[]];
  /** A priority it belongs to, as named for that year; its chapter. */
  group: { ref: Ref; title: string; order: number } | null;
  part: 'done' | 'difference' | 'next' | null;
  order: number;
  as_of: string | null;
  period: Period;
  geography: string | null;
  source: { ref: Ref; title: string; locator: string | null } | null;
  /** The page that shows the record. */
  path: string;
  content: Content;
  /** Hash of the content as it stands, to notice figures that moved after they were cited. */
  hash: string;
  claim?: ClaimFacet;
  decision?: DecisionFacet;
  /** Somebody says that the record is wrong, or it was found wrong: a note stands beside it. */
  disputed?: boolean;
}

/** One thing with one canonical name for the year, and everything else it has been called. */
export interface KnownName {
  ref: Ref;
  kind: 'priority' | 'body' | 'agency' | 'strategy' | 'abbreviation';
  name: string;
  /** Names that are wrong or old; `allowed` ones may be used (an abbreviation, a short form). */
  others: { name: string; allowed: boolean }[];
}

/** Hash of a content value, stable over the order of its keys. */
export function contentHash(of: unknown): string {
  return createHash('sha256').update(stableJson(of)).digest('hex');
}

/** JSON with sorted keys, so that equal values give equal text. */
export function stableJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${stableJson(v)}`).join(',')}}`;
}

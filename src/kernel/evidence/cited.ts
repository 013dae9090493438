// Who rests on what, as it can be shown: links joined with the records at their ends, as far as the person may see them,
// and whether what was cited has moved since.
import type { QueryContext } from '../operation/operation.ts';
import type { CitedEvidence, LinkPurpose, Period, Ref } from './evidence.ts';
import { type EvidenceLink, linksFrom, linksTo } from './links.ts';
import { resolveRefs } from './resolve.ts';
import type { ResolvedRef } from './source.ts';

export const purposeWords: Record<LinkPurpose, string> = {
  baseline: 'Before',
  'follow-up': 'After',
  supports: 'Supports it',
  answers: 'Answers it',
};

/** Cited evidence with everything a page shows of it. */
export interface CitedInFull extends CitedEvidence {
  locator: string | null;
  period: Period;
  as_of: string | null;
  geography: string | null;
  restricted: boolean;
}

/** For each of these records what it rests on. Two steps, however many records. */
export async function citedBy(context: QueryContext, refs: readonly Ref[]): Promise<Map<Ref, CitedInFull[]>> {
  const links = await linksFrom(context, refs);
  const seen = await resolveRefs(
    context,
    links.map((link) => link.to_ref),
  );
  const byCiter = new Map<Ref, CitedInFull[]>();
  for (const link of links) {
    const resolved = seen.get(link.to_ref);
    if (resolved === undefined) continue;
    const list = byCiter.get(link.from_ref) ?? [];
    byCiter.set(link.from_ref, [...list, cited(link, resolved)]);
  }
  return byCiter;
}

function cited(link: EvidenceLink, resolved: ResolvedRef): CitedInFull {
  return {
    ref: resolved.ref,
    title: resolved.title,
    path: resolved.path,
    purpose: link.purpose,
    source_title: resolved.source?.title ?? null,
    content: resolved.content ?? null,
    moved: resolved.hash !== link.cited_hash,
    locator: resolved.source?.locator ?? null,
    period: resolved.period ?? { from: null, to: null, label: null },
    as_of: resolved.as_of ?? null,
    geography: resolved.geography ?? null,
    restricted: resolved.restricted ?? false,
  };
}

export interface Citer {
  ref: Ref;
  title: string;
  path: string;
  purpose: LinkPurpose;
  moved: boolean;
}

/** What rests on a record whose content now has this hash. */
export async function citersOf(context: QueryContext, ref: Ref, hash: string): Promise<Citer[]> {
  const links = await linksTo(context, [ref]);
  const seen = await resolveRefs(
    context,
    links.map((link) => link.from_ref),
  );
  return links.flatMap(({ from_ref, purpose, cited_hash }) => {
    const from = seen.get(from_ref);
    if (from === undefined) return [];
    return [{ ref: from.ref, title: from.title, path: from.path, purpose, moved: cited_hash !== hash }];
  });
}

// Evidence links: one record rests on another, for a purpose, and remembers what the other said at the time. They are
// the only thing that crosses from room to room besides the thread (design 2.2, 5).
import { requireRelease } from '../access/release.ts';
import type { CommandContext, QueryContext } from '../operation/operation.ts';
import { NotFound } from '../operation/refusals.ts';
import type { LinkPurpose, Ref } from './evidence.ts';
import { resolveRefs } from './resolve.ts';

export interface EvidenceLink {
  id: string;
  from_ref: Ref;
  to_ref: Ref;
  purpose: LinkPurpose;
  /** Hash of the cited content when it was cited. */
  cited_hash: string;
}

/**
 * Links two records; gives the link's id. The same link again only takes the cited hash afresh, so that citing a figure
 * that moved says "I have seen it as it is now". A link that was removed comes back. Throws Conflict where the cited
 * record's originator has not agreed that it is quoted outside its circle.
 */
export async function linkEvidence(
  context: CommandContext,
  { from_ref, to_ref, purpose, cited_hash }: Omit<EvidenceLink, 'id'>,
): Promise<string> {
  const { db, write } = context;
  await requireQuotable(context, from_ref, to_ref);
  const there = await db.find(
    db
      .from('evidence.link')
      .select(['id', 'cited_hash', 'removed_on'])
      .where('from_ref', '=', from_ref)
      .where('to_ref', '=', to_ref)
      .where('purpose', '=', purpose),
  );
  if (there === undefined) return write.insert('evidence.link', { from_ref, to_ref, purpose, cited_hash });
  if (there.cited_hash !== cited_hash || there.removed_on !== null) {
    await write.update('evidence.link', there.id, { cited_hash, removed_on: null });
  }
  return there.id;
}

/** Within one circle a record may rest on another; whoever quotes it outside asks its originator. */
async function requireQuotable(context: CommandContext, from_ref: Ref, to_ref: Ref): Promise<void> {
  const cited = (await resolveRefs(context, [to_ref])).get(to_ref);
  if (cited?.circle_id == null) return;
  const citer = (await resolveRefs(context, [from_ref])).get(from_ref);
  if (citer?.circle_id === cited.circle_id) return;
  await requireRelease(context, { ref: to_ref, circle_id: cited.circle_id }, 'quote');
}

/** Takes a link away from today on; its history stays. Throws NotFound where there is none. */
export async function unlinkEvidence(
  { db, write, today }: CommandContext,
  { from_ref, to_ref, purpose }: Omit<EvidenceLink, 'id' | 'cited_hash'>,
): Promise<void> {
  const there = await db.find(
    db
      .from('evidence.link')
      .select('id')
      .where('from_ref', '=', from_ref)
      .where('to_ref', '=', to_ref)
      .where('purpose', '=', purpose)
      .where('removed_on', 'is', null),
  );
  if (there === undefined) throw new NotFound('That link is not there any more. Reload the page.');
  await write.update('evidence.link', there.id, { removed_on: today });
}

/** What these records rest on, in the order in which it was cited. One statement for all of them. */
export function linksFrom(context: QueryContext, refs: readonly Ref[]): Promise<EvidenceLink[]> {
  return links(context, 'from_ref', refs);
}

/** What rests on these records. */
export function linksTo(context: QueryContext, refs: readonly Ref[]): Promise<EvidenceLink[]> {
  return links(context, 'to_ref', refs);
}

async function links(
  { db, partnership }: QueryContext,
  end: 'from_ref' | 'to_ref',
  refs: readonly Ref[],
): Promise<EvidenceLink[]> {
  if (refs.length === 0) return [];
  return db.text<EvidenceLink & Record<string, unknown>>(
    `select id, from_ref, to_ref, purpose, cited_hash from evidence.link
     where partnership_id = $1 and ${end} = any($2) and removed_on is null order by id`,
    [partnership.id, [...new Set(refs)]],
  );
}

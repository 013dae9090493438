// Which items of the register something rests on, as far as this person may see what does: a record behind a circle that
// cites an open figure shows neither in a list nor in a count.
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';

interface Cited extends Record<string, unknown> {
  id: string;
  from_ref: string;
}

/** Ids of items; with `moved`, of those alone that have changed since they were cited. */
export async function citedItems(context: QueryContext, moved: boolean): Promise<string[]> {
  const { actor, db, partnership } = context;
  const links = await db.text<Cited>(
    `select i.id, l.from_ref from evidence.link l
     join evidence.item i on i.partnership_id = l.partnership_id
       and i.id = case when l.to_ref like 'evidence.item/%' then substr(l.to_ref, 15)::uuid end
     where l.partnership_id = $1 and l.removed_on is null and (not $3 or l.cited_hash <> i.content_hash)
       and i.withdrawn_on is null and (i.circle_id is null or i.circle_id = any($2::uuid[]))`,
    [partnership.id, actor.circle_ids, moved],
  );
  const seen = await resolveRefs(
    context,
    links.map(({ from_ref }) => from_ref),
  );
  return [...new Set(links.filter(({ from_ref }) => seen.has(from_ref)).map(({ id }) => id))];
}

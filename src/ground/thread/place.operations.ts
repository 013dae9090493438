// A strand's place on the thread: what it follows and what follows from it, near and far, as far as the person may see.
// And the connections themselves: made with a strand, or afterwards between two that are there.
import { z } from 'zod';
import { noteSeen } from '../../kernel/access/seen.ts';
import type { Ref } from '../../kernel/evidence/evidence.ts';
import { refParts } from '../../kernel/evidence/evidence.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { text } from '../../kernel/records/field.ts';
import { type Placement, placementOf } from '../circles/index.ts';
import {
  after,
  before,
  type Edge,
  inOrder,
  mayFollow,
  strandOf,
  strandRef,
  type StrandRow,
} from './strand.ts';
import { type Strand, strands } from './thread.ts';

// Ids are unique over all tables, so one list of ids serves the six of them.
const strandRows = `select * from (
  select 'finding' as strand, f.id, f.title, f.state, f.found_on as on_day, null::date as due_on, f.circle_id,
    null::text as owner
  from thread.finding f where f.partnership_id = $1 and f.id = any($2::uuid[])
  union all
  select 'recommendation', r.id, r.gist, r.state, r.made_on, r.due_on, r.circle_id, a.name
  from thread.recommendation r
  left join governance.agency a on a.partnership_id = r.partnership_id and a.id = r.owner_agency_id
  where r.partnership_id = $1 and r.id = any($2::uuid[])
  union all
  select 'decision', d.id, d.text, d.authority, d.taken_on, null, d.circle_id, b.name
  from thread.decision d join governance.body b on b.partnership_id = d.partnership_id and b.id = d.body_id
  where d.partnership_id = $1 and d.id = any($2::uuid[])
  union all
  select 'action', x.id, x.text, x.state, x.done_on, x.due_on, x.circle_id, coalesce(a.name, p.name)
  from thread.action x
  left join governance.agency a on a.partnership_id = x.partnership_id and a.id = x.owner_agency_id
  left join governance.person p on p.partnership_id = x.partnership_id and p.id = x.owner_person_id
  where x.partnership_id = $1 and x.id = any($2::uuid[])
  union all
  select 'check-made', c.id, c.text, c.result, c.checked_on, null, c.circle_id, c.checked_by_role
  from thread.check_made c where c.partnership_id = $1 and c.id = any($2::uuid[])
  union all
  select 'effect', e.id, e.expected, e.state, e.observed_on, null, e.circle_id, null
  from thread.effect e where e.partnership_id = $1 and e.id = any($2::uuid[])
) strand`;

/** Those of the strands that are there and may be seen, by reference; the audit trail notes the restricted ones as seen. */
export async function strandsByRef(
  context: QueryContext,
  refs: readonly Ref[],
): Promise<Map<Ref, StrandRow>> {
  const found = await readStrands(context, refs);
  noteStrands(context, [...found.values()]);
  return found;
}

/** Notes restricted strands as shown. */
export function noteStrands(context: QueryContext, rows: readonly StrandRow[]): void {
  for (const row of rows) noteSeen(context, `thread.${row.strand}`, [row]);
}

async function readStrands(
  { db, partnership }: QueryContext,
  refs: readonly Ref[],
): Promise<Map<Ref, StrandRow>> {
  const wanted = new Set(refs.filter((ref) => strandOf(ref) !== undefined));
  const ids = [...wanted].map((ref) => refParts(ref).id).filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return new Map();
  const rows = await db.text<StrandRow & Record<string, unknown>>(strandRows, [partnership.id, ids]);
  const seen = rows.map((row) => ({ ...row, ref: `thread.${row.strand}/${row.id}` }));
  return new Map(seen.filter((row) => wanted.has(row.ref)).map((row) => [row.ref, row]));
}

export interface Place {
  ref: Ref;
  /** The whole thread through this strand, in its order. */
  strands: StrandRow[];
  edges: Edge[];
}

export async function placeOf(context: QueryContext, ref: Ref): Promise<Place> {
  const { db, partnership } = context;
  const edges = await db.text<Edge & Record<string, unknown>>(
    `with recursive up(ref) as (select $2::text
       union select c.from_ref from thread.connection c join up on c.to_ref = up.ref where c.partnership_id = $1),
     down(ref) as (select $2::text
       union select c.to_ref from thread.connection c join down on c.from_ref = down.ref where c.partnership_id = $1)
     select from_ref, to_ref from thread.connection where partnership_id = $1
       and (to_ref in (select ref from up) or from_ref in (select ref from down))`,
    [partnership.id, ref],
  );
  const seen = await readStrands(context, [ref, ...edges.flatMap((e) => [e.from_ref, e.to_ref])]);
  // A connection shows only where both ends may be seen; what lies beyond a hidden strand stays hidden too.
  const visible = edges.filter((e) => seen.has(e.from_ref) && seen.has(e.to_ref));
  const near = new Set([ref, ...before(ref, visible), ...after(ref, visible)]);
  const kept = visible.filter((e) => near.has(e.from_ref) && near.has(e.to_ref));
  const shown = [...seen.values()].filter((row) => near.has(row.ref));
  noteStrands(context, shown);
  return { ref, strands: inOrder(shown, kept), edges: kept };
}

export interface Standing extends Place {
  placement: Placement;
}

/** A strand's place on the thread and who may see it, for its own page. The caller has read it as this person. */
export async function standingOf(
  context: QueryContext,
  strand: Strand,
  { id, circle_id }: { id: string; circle_id: string | null },
): Promise<Standing> {
  const ref = strandRef(strand, id);
  const [place, placement] = await Promise.all([
    placeOf(context, ref),
    placementOf(context, { ref, circle_id }),
  ]);
  return { ...place, placement };
}

/** Connects a strand just recorded to what it comes from. Throws InvalidInput for what may not lead to it. */
export async function connectAfter(context: CommandContext, to: Ref, from: readonly Ref[]): Promise<void> {
  const sources = [...new Set(from)];
  if (sources.length === 0) return;
  const seen = await strandsByRef(context, sources);
  for (const source of sources) {
    const row = seen.get(source);
    if (row === undefined)
      throw new InvalidInput({ after: 'Choose something on the thread that you may see' });
    refusePair(row.strand, to, 'after');
  }
  for (const source of sources)
    await context.write.insert('thread.connection', { from_ref: source, to_ref: to });
}

function refusePair(from: StrandRow['strand'], to: Ref, field: string): void {
  const strand = strandOf(to);
  if (strand !== undefined && mayFollow(from, strand)) return;
  throw new InvalidInput({
    [field]: `${strand ? strands[strand] : 'This'} cannot follow from ${strands[from].toLowerCase()}: the thread runs from finding to effect`,
  });
}

const strandChoice = (label: string) => text({ label, choose_from: 'strands' }, 120);

export const connect = command({
  name: 'thread.connect',
  summary: 'Say that one thing on the thread follows from another',
  permission: 'thread.write',
  input: z.strictObject({ from_ref: strandChoice('This'), to_ref: strandChoice('led to') }),
  async run(context, { from_ref, to_ref }) {
    const { db, write } = context;
    const seen = await strandsByRef(context, [from_ref, to_ref]);
    const from = seen.get(from_ref);
    if (from === undefined) throw new InvalidInput({ from_ref: 'Choose something on the thread' });
    if (!seen.has(to_ref)) throw new InvalidInput({ to_ref: 'Choose something on the thread' });
    refusePair(from.strand, to_ref, 'to_ref');
    const there = db.from('thread.connection').select('id').where('from_ref', '=', from_ref);
    if (await db.find(there.where('to_ref', '=', to_ref))) {
      throw new Conflict('These two are connected already.');
    }
    const { edges } = await placeOf(context, to_ref);
    if (from_ref === to_ref || after(to_ref, edges).has(from_ref)) {
      throw new Conflict('The thread runs forwards: the first already follows from the second.');
    }
    return { id: await write.insert('thread.connection', { from_ref, to_ref }), from_ref, to_ref };
  },
});

/** What a new strand will follow from, for the form that records it; nothing where it starts a thread. */
export const findStrand = query({
  name: 'thread.find-strand',
  summary: 'One strand of the thread by its reference',
  permission: 'thread.read',
  input: z.strictObject({ ref: z.string().max(120).optional() }),
  async run(context, { ref }) {
    if (ref === undefined) return { strand: null };
    const found = (await strandsByRef(context, [ref])).get(ref);
    if (found === undefined) throw new NotFound();
    return { strand: found };
  },
});

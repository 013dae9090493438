// The thread as it stands: what is open, what is late, what was done and not checked, what was checked and made no
// difference anybody looked for. Counts and the first few of each, for the overview and for the home page.
import { z } from 'zod';
import { noteSeen } from '../../../kernel/access/seen.ts';
import { query, type QueryContext } from '../../../kernel/operation/operation.ts';

const few = 5;

export interface Waiting extends Record<string, unknown> {
  id: string;
  title: string;
  owner: string | null;
  on_day: string | null;
  circle_id: string | null;
  /** How many there are in all; the same in every row. */
  total: number;
}

// $1 partnership, $2 the actor's circles, $3 how many to give, $4 today (where a statement asks about it).
const seen = (alias: string) =>
  `${alias}.partnership_id = $1 and (${alias}.circle_id is null or ${alias}.circle_id = any($2::uuid[]))`;
const total = '(count(*) over ())::int as total';

const actionsWhere = (condition: string) => `select x.id, x.text as title, coalesce(a.name, p.name) as owner,
    x.due_on as on_day, x.circle_id, ${total}
  from thread.action x
  left join governance.agency a on a.partnership_id = x.partnership_id and a.id = x.owner_agency_id
  left join governance.person p on p.partnership_id = x.partnership_id and p.id = x.owner_person_id
  where ${seen('x')} and ${condition} order by x.due_on nulls last, x.id limit $3`;

// Only through strands that the person may see: an effect behind a circle neither shows nor hides anything.
const noEffect = `not exists (
    select 1 from thread.connection c
    left join thread.check_made m on m.partnership_id = $1 and c.to_ref = 'thread.check-made/' || m.id and ${seen('m')}
    left join thread.connection d on d.partnership_id = $1 and d.from_ref = 'thread.check-made/' || m.id
    join thread.effect e on e.partnership_id = $1 and 'thread.effect/' || e.id in (c.to_ref, d.to_ref) and ${seen('e')}
    where c.partnership_id = $1 and c.from_ref = 'thread.action/' || x.id)`;

const statements = {
  open_actions: actionsWhere(`x.state in ('planned', 'in-progress')`),
  overdue: actionsWhere(`x.state in ('planned', 'in-progress') and x.due_on < $4::date`),
  unchecked: actionsWhere(`x.state = 'done'`),
  without_effect: actionsWhere(`x.state = 'checked' and ${noEffect}`),
  unanswered: `select r.id, r.gist as title, r.made_by as owner, r.made_on as on_day, r.circle_id, ${total}
    from thread.recommendation r
    where ${seen('r')} and r.state = 'made' order by r.made_on nulls last, r.id limit $3`,
  to_ratify: `select d.id, d.text as title, b.name as owner, d.taken_on as on_day, d.circle_id, ${total}
    from thread.decision d join governance.body b on b.partnership_id = d.partnership_id and b.id = d.body_id
    where ${seen('d')} and d.authority = 'lacking' order by d.taken_on, d.id limit $3`,
  open_findings: `select f.id, f.title, f.source as owner, f.found_on as on_day, f.circle_id, ${total} from thread.finding f
    where ${seen('f')} and f.state = 'open' order by f.found_on nulls last, f.id limit $3`,
  expected_effects: `select e.id, e.expected as title, null::text as owner, null::date as on_day, e.circle_id, ${total}
    from thread.effect e
    where ${seen('e')} and e.state = 'expected' order by e.id limit $3`,
} as const;
export type Heap = keyof typeof statements;

const concepts: Record<Heap, string> = {
  open_actions: 'thread.action',
  overdue: 'thread.action',
  unchecked: 'thread.action',
  without_effect: 'thread.action',
  unanswered: 'thread.recommendation',
  to_ratify: 'thread.decision',
  open_findings: 'thread.finding',
  expected_effects: 'thread.effect',
};

export type ThreadNow = Record<Heap, { total: number; first: Waiting[] }>;

async function threadNow(context: QueryContext): Promise<ThreadNow> {
  const values = [context.partnership.id, context.actor.circle_ids, few];
  const heaps = await Promise.all(
    (Object.keys(statements) as Heap[]).map(async (heap) => {
      const asked = heap === 'overdue' ? [...values, context.today] : values;
      const rows = await context.db.text<Waiting>(statements[heap], asked);
      noteSeen(context, concepts[heap], rows);
      return [heap, { total: rows[0]?.total ?? 0, first: rows }] as const;
    }),
  );
  return Object.fromEntries(heaps) as ThreadNow;
}

export const readThread = query({
  name: 'thread.read-overview',
  summary: 'What on the thread is open, late, unchecked or without effect',
  permission: 'thread.read',
  input: z.strictObject({}),
  run: threadNow,
});

interface Owed extends Record<string, unknown> {
  id: string;
  text: string;
  state: string;
  due_on: string | null;
  circle_id: string | null;
}

/** Late actions of the actor: owed by them or by an agency of theirs. */
export async function ownOverdue(context: QueryContext): Promise<Owed[]> {
  const { actor, db, partnership, today } = context;
  const late = await db.text<Owed>(
    `select x.id, x.text, x.state, x.due_on, x.circle_id from thread.action x
     where ${seen('x')} and x.state in ('planned', 'in-progress') and x.due_on < $3::date
       and (x.owner_agency_id = any($4::uuid[]) or x.owner_person_id = $5::uuid)
     order by x.due_on, x.id limit 10`,
    [partnership.id, actor.circle_ids, today, actor.agency_ids, actor.person_id],
  );
  noteSeen(context, 'thread.action', late);
  return late;
}

/** Done actions that the actor could check: not their own, and not of their only agency. */
export async function countToCheck({ actor, db, partnership }: QueryContext): Promise<number> {
  const [only, ...others] = actor.agency_ids;
  const [row] = await db.text<{ total: number }>(
    `select count(*)::int as total from thread.action x
     where ${seen('x')} and x.state = 'done' and x.owner_person_id is distinct from $3::uuid
       and x.owner_agency_id is distinct from $4::uuid`,
    [
      partnership.id,
      actor.circle_ids,
      actor.person_id,
      only !== undefined && others.length === 0 ? only : noAgency,
    ],
  );
  return row?.total ?? 0;
}

/** An id that no agency has, so that "is distinct from" holds for all of them, those without an owner too. */
const noAgency = '00000000-0000-0000-0000-000000000000';

export async function countUnanswered({ actor, db, partnership }: QueryContext) {
  const [row] = await db.text<{ unanswered: number; to_ratify: number }>(
    `select (select count(*)::int from thread.recommendation r where ${seen('r')} and r.state = 'made') as unanswered,
       (select count(*)::int from thread.decision d where ${seen('d')} and d.authority = 'lacking') as to_ratify`,
    [partnership.id, actor.circle_ids],
  );
  return row ?? { unanswered: 0, to_ratify: 0 };
}

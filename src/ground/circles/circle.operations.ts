// Circles, and what may become of what lies in them. Looking after a circle does not open its records: the people who give
// access are not thereby in it.
import { z } from 'zod';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { refuseUnknown } from '../governance/index.ts';
import { circle, circleChange, isIn } from './circle.ts';
import { tellOriginatorOfChange } from './letters.ts';
import { type MemberRow, memberRows } from './member.operations.ts';

export interface CircleRow extends Record<string, unknown> {
  id: string;
  revision: number;
  name: string;
  purpose: string;
  originator_agency_id: string | null;
  originator: string | null;
  handling: string | null;
  review_on: string | null;
  members_reviewed_on: string | null;
}

const circleRows = `select c.id, c.revision, c.name, c.purpose, c.originator_agency_id, a.name as originator, c.handling,
    c.review_on, c.members_reviewed_on
  from kernel.circle c
  left join governance.agency a on a.partnership_id = c.partnership_id and a.id = c.originator_agency_id
  where c.partnership_id = $1`;

/** Every circle with how many people are in it now. */
export async function circlesNow(context: QueryContext): Promise<(CircleRow & { members: number })[]> {
  const { db, partnership, today, now } = context;
  const [circles, members] = await Promise.all([
    db.text<CircleRow>(`${circleRows} order by c.name`, [partnership.id]),
    db.text<MemberRow>(memberRows, [partnership.id]),
  ]);
  return circles.map((one) => ({
    ...one,
    members: new Set(
      members.filter((m) => m.member_of === one.id && isIn(m, today, now)).map((m) => m.person_id),
    ).size,
  }));
}

/** One circle, for whoever has reached a record of it. */
export async function findCircle(
  { db, partnership }: QueryContext,
  id: string,
): Promise<CircleRow | undefined> {
  return (await db.text<CircleRow>(`${circleRows} and c.id = $2`, [partnership.id, id]))[0];
}

export const listCircles = query({
  name: 'circles.list-circles',
  summary: 'Circles and how many people are in each now',
  permission: 'access.manage',
  input: z.strictObject({}),
  run: circlesNow,
});

export const readCircle = query({
  name: 'circles.read-circle',
  summary: 'One circle and everybody who is or was in it',
  permission: 'access.manage',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db, partnership, today, now } = context;
    const [found, members] = await Promise.all([
      findCircle(context, id),
      db.text<MemberRow>(`${memberRows} and m.member_of = $2 order by p.name, m.from_on, m.id`, [
        partnership.id,
        id,
      ]),
    ]);
    if (found === undefined) throw new NotFound();
    return { ...found, members: members.map((m) => ({ ...m, now_in: isIn(m, today, now) })) };
  },
});

export const addCircle = command({
  name: 'circles.add-circle',
  summary: 'Make a circle',
  permission: 'access.manage',
  input: circle,
  async run(context, input) {
    await refuseDouble(context, input.name);
    await refuseUnknown(context, {
      originator_agency_id: ['governance.agency', input.originator_agency_id],
    });
    const row = { ...input, members_reviewed_on: context.today };
    return { id: await context.write.insert('kernel.circle', row) };
  },
});

export const changeCircle = command({
  name: 'circles.change-circle',
  summary: 'Change a circle’s name, purpose or handling',
  permission: 'access.manage',
  input: circleChange,
  async run(context, { id, seen_revision, ...change }) {
    await refuseDouble(context, change.name, id);
    await refuseUnknown(context, {
      originator_agency_id: ['governance.agency', change.originator_agency_id],
    });
    await refuseTakingControl(context, id, change.originator_agency_id);
    await context.write.update('kernel.circle', id, change, seen_revision);
    const says =
      'The conditions or the purpose of a circle that holds what your agency gave and keeps control of were changed.';
    await tellOriginatorOfChange(context, id, says);
    return { id };
  },
});

async function refuseDouble({ db }: CommandContext, name: string, but?: string): Promise<void> {
  const there = await db.find(db.from('kernel.circle').select('id').where('name', '=', name));
  if (there === undefined || there.id === but) return;
  throw new Conflict(`There is already a circle called “${name}”. Open that one, or choose another name.`);
}

/** Control once given is the originator's own to give up, or nobody could rely on it. */
async function refuseTakingControl(
  context: CommandContext,
  id: string,
  originatorId: string | null,
): Promise<void> {
  const there = await findCircle(context, id);
  if (there === undefined) throw new NotFound();
  const held = there.originator_agency_id;
  if (held === null || held === originatorId || context.actor.agency_ids.includes(held)) return;
  throw new Conflict(
    `${there.originator ?? 'Another agency'} keeps control of this circle. Only its own people can give that up; ask them.`,
  );
}

/** The circles a person may put a record into: their own. */
export async function ownCircleChoices({ actor, db }: QueryContext) {
  if (actor.circle_ids.length === 0) return [];
  const rows = await db.all(
    db.from('kernel.circle').select(['id', 'name']).where('id', 'in', actor.circle_ids).orderBy('name'),
  );
  return rows.map(({ id, name }) => ({ value: id, text: name }));
}

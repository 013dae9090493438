// Circles and who is in them. Looking after a circle does not open its records: the people who give access are not
// thereby in it.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { refuseUnknown } from '../governance/index.ts';
import { circle, isIn, membership, membershipEnd } from './circle.ts';

interface MemberRow extends Record<string, unknown> {
  id: string;
  member_of: string;
  person_id: string;
  person: string;
  job_title: string | null;
  from_on: string;
  until_on: string | null;
  expires_at: string | null;
  reason: string;
}

const memberRows = `select m.id, m.member_of, m.person_id, p.name as person, p.job_title, m.from_on, m.until_on,
    m.expires_at, m.reason
  from kernel.circle_member m
  join governance.person p on p.partnership_id = m.partnership_id and p.id = m.person_id
  where m.partnership_id = $1`;

export const listCircles = query({
  name: 'children.list-circles',
  summary: 'Circles and how many people are in each now',
  permission: 'access.manage',
  input: z.strictObject({}),
  async run({ db, partnership, today, now }) {
    const [circles, members] = await Promise.all([
      db.all(db.from('kernel.circle').select(['id', 'name', 'purpose']).orderBy('name')),
      db.text<MemberRow>(memberRows, [partnership.id]),
    ]);
    return circles.map((one) => ({
      ...one,
      members: new Set(
        members.filter((m) => m.member_of === one.id && isIn(m, today, now)).map((m) => m.person_id),
      ).size,
    }));
  },
});

export const readCircle = query({
  name: 'children.read-circle',
  summary: 'One circle and everybody who is or was in it',
  permission: 'access.manage',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership, today, now }, { id }) {
    const [found, members] = await Promise.all([
      db.find(db.from('kernel.circle').selectAll().where('id', '=', id)),
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
  name: 'children.add-circle',
  summary: 'Make a circle',
  permission: 'access.manage',
  input: circle,
  async run({ db, write }, input) {
    if (await db.find(db.from('kernel.circle').select('id').where('name', '=', input.name))) {
      throw new Conflict(
        `There is already a circle called “${input.name}”. Open that one, or choose another name.`,
      );
    }
    return { id: await write.insert('kernel.circle', input) };
  },
});

export const addMember = command({
  name: 'children.add-circle-member',
  summary: 'Let a person into a circle from a day',
  permission: 'access.manage',
  input: membership,
  async run(context, input) {
    const { db, write, today, now } = context;
    await refuseUnknown(context, {
      member_of: ['kernel.circle', input.member_of],
      person_id: ['governance.person', input.person_id],
    });
    const there = await db.all(
      db
        .from('kernel.circle_member')
        .select(['from_on', 'until_on', 'expires_at'])
        .where('member_of', '=', input.member_of)
        .where('person_id', '=', input.person_id)
        .where('expires_at', 'is', null),
    );
    if (input.from_on <= today && there.some((m) => isIn(m, today, now))) {
      throw new Conflict('This person is in the circle already. Set the last day of that membership first.');
    }
    return { id: await write.insert('kernel.circle_member', input), member_of: input.member_of };
  },
});

export const readMembership = query({
  name: 'children.read-circle-membership',
  summary: 'One membership of a circle',
  permission: 'access.manage',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership }, { id }) {
    const [found] = await db.text<MemberRow>(`${memberRows} and m.id = $2`, [partnership.id, id]);
    if (found === undefined) throw new NotFound();
    return found;
  },
});

export const endMembership = command({
  name: 'children.end-circle-membership',
  summary: 'Set the last day of a person in a circle',
  permission: 'access.manage',
  input: membershipEnd,
  async run({ db, write, now }, { id, until_on }) {
    const held = await db.one(
      db.from('kernel.circle_member').select(['member_of', 'expires_at']).where('id', '=', id),
    );
    if (held.expires_at !== null && Date.parse(held.expires_at) <= Date.parse(now)) {
      throw new Conflict('This emergency access has ended by itself already.');
    }
    await write.update('kernel.circle_member', id, { until_on });
    return { id, member_of: held.member_of };
  },
});

/** The circles a person may put a record into: their own. */
export async function ownCircleChoices({ actor, db }: QueryContext) {
  if (actor.circle_ids.length === 0) return [];
  const rows = await db.all(
    db.from('kernel.circle').select(['id', 'name']).where('id', 'in', actor.circle_ids).orderBy('name'),
  );
  return rows.map(({ id, name }) => ({ value: id, text: name }));
}

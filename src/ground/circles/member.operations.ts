// Who is in a circle. Ending a membership takes effect with the next request, because an actor's circles are read afresh in
// every transaction; and once a year somebody looks through the list.
import { z } from 'zod';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { recordId } from '../../kernel/records/field.ts';
import { refuseUnknown } from '../governance/index.ts';
import { isIn, membership, membershipEnd } from './circle.ts';
import { tellOriginatorOfChange } from './letters.ts';

export interface MemberRow extends Record<string, unknown> {
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

/** $1 partnership. */
export const memberRows = `select m.id, m.member_of, m.person_id, p.name as person, p.job_title, m.from_on, m.until_on,
    m.expires_at, m.reason
  from kernel.circle_member m
  join governance.person p on p.partnership_id = m.partnership_id and p.id = m.person_id
  where m.partnership_id = $1`;

export const addMember = command({
  name: 'circles.add-member',
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
    const id = await write.insert('kernel.circle_member', input);
    const says = 'Somebody was let into a circle that holds what your agency gave and keeps control of.';
    await tellOriginatorOfChange(context, input.member_of, says);
    return { id, member_of: input.member_of };
  },
});

export const readMembership = query({
  name: 'circles.read-membership',
  summary: 'One membership of a circle, and who else is in it now',
  permission: 'access.manage',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership, today, now }, { id }) {
    const [found] = await db.text<MemberRow>(`${memberRows} and m.id = $2`, [partnership.id, id]);
    if (found === undefined) throw new NotFound();
    const all = await db.text<MemberRow>(`${memberRows} and m.member_of = $2`, [
      partnership.id,
      found.member_of,
    ]);
    const others = all.filter((m) => m.person_id !== found.person_id && isIn(m, today, now));
    return { ...found, others: new Set(others.map((m) => m.person_id)).size };
  },
});

export const endMembership = command({
  name: 'circles.end-membership',
  summary: 'Set the last day of a person in a circle',
  permission: 'access.manage',
  input: membershipEnd,
  async run({ db, write, now }, { id, until_on }) {
    const held = await db.one(
      db.from('kernel.circle_member').select(['member_of', 'expires_at']).where('id', '=', id),
    );
    if (held.expires_at !== null && Date.parse(held.expires_at) <= Date.parse(now)) {
      throw new Conflict('This access has ended by itself already.');
    }
    await write.update('kernel.circle_member', id, { until_on });
    return { id, member_of: held.member_of };
  },
});

export const reviewMembers = command({
  name: 'circles.review-members',
  summary: 'Say that the members of a circle were looked through and are right',
  permission: 'access.manage',
  input: z.strictObject({ id: recordId({ label: 'Circle', choose_from: 'circles', widget: 'hidden' }) }),
  async run({ write, today }, { id }) {
    await write.update('kernel.circle', id, { members_reviewed_on: today });
    return { id };
  },
});

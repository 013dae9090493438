// Emergency access: somebody who is not in the circle needs a child's record now. It needs a reason, opens the circle for
// four hours, ends by itself, and the business managers are told at once. It says nothing about the child beforehand, and
// an id that means nothing answers like every record one may not see.
import { addDays } from '../../kernel/calendar/day.ts';
import { command, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import type { Job } from '../../kernel/records/room.ts';
import { emergency, emergencyHours } from './child.ts';

const hour = 3_600_000;

export const askEmergencyAccess = command({
  name: 'children.ask-emergency-access',
  summary: 'Open a child’s record in an emergency, for four hours and with a reason',
  permission: 'children.emergency',
  input: emergency,
  async run({ actor, db, write, now, today }, { record_id, reason }) {
    if (actor.person_id === null) throw new NotAllowed();
    const [opened] = await db.text<{ circle_id: string | null }>(
      'select children.emergency_circle($1) as circle_id',
      [record_id],
    );
    const circle_id = opened?.circle_id ?? null;
    if (circle_id === null) throw new NotFound();
    if (actor.circle_ids.includes(circle_id)) {
      throw new Conflict('You are in the circle of this record already. Open it from the list of children.');
    }
    const expires_at = new Date(Date.parse(now) + emergencyHours * hour).toISOString();
    const id = await write.insert('kernel.circle_member', {
      member_of: circle_id,
      person_id: actor.person_id,
      from_on: today,
      expires_at,
      reason,
    });
    await write.enqueue('children.tell-emergency', { membership_id: id });
    return { id, expires_at };
  },
});

export interface EmergencyAccess extends Record<string, unknown> {
  id: string;
  circle_id: string;
  circle: string;
  person: string;
  from_on: string;
  expires_at: string;
  reason: string;
}

/** Days for which an emergency access stays before the eyes of the business managers. */
const shownFor = 7;

export async function recentEmergencies({
  db,
  partnership,
  today,
}: QueryContext): Promise<EmergencyAccess[]> {
  return db.text<EmergencyAccess>(
    `select m.id, c.id as circle_id, c.name as circle, p.name as person, m.from_on, m.expires_at, m.reason
     from kernel.circle_member m
     join kernel.circle c on c.partnership_id = m.partnership_id and c.id = m.member_of
     join governance.person p on p.partnership_id = m.partnership_id and p.id = m.person_id
     where m.partnership_id = $1 and m.expires_at is not null and m.from_on > $2::date
     order by m.expires_at desc`,
    [partnership.id, addDays(today, -shownFor)],
  );
}

/**
 * Telling is the business managers' home page, which shows the access from the moment it was given. This job makes sure
 * that there is somebody to see it: where no business manager is in post it fails, and shows as a job that did.
 */
export const tellEmergency: Job = async ({ db, partnership, today }) => {
  const told = await db.text(
    `select a.person_id from governance.appointment a where a.partnership_id = $1 and a.role = 'business-manager'
       and a.from_on <= $2::date and (a.until_on is null or a.until_on >= $2::date)`,
    [partnership.id, today],
  );
  if (told.length === 0) {
    throw new Error('Emergency access was given and no business manager is in post to be told of it');
  }
};

// What follows by itself: the letters that tell of emergency access at once, and that ask an originator to answer.
import { addDays } from '../../kernel/calendar/day.ts';
import type { Job } from '../../kernel/records/room.ts';
import { emergencies } from './emergency.operations.ts';
import { peopleInPost, rolesHolding, writeTo } from './letters.ts';

/**
 * Tells the business managers in post and the originator's people. Home pages show it from the moment it was given; where
 * no business manager is in post this fails, and shows as a job that did.
 */
export const tellEmergency: Job = async (context, { access_id }) => {
  const [access] = await emergencies(context, 'and e.id = $2', [access_id]);
  if (access === undefined) throw new Error('The emergency access to be told of is not there');
  const [managers, originators] = await Promise.all([
    peopleInPost(context, ['business-manager']),
    peopleInPost(context, rolesHolding('circles.release')),
  ]);
  // Whoever asked is not told of themselves: somebody else has to know.
  if (managers.every(({ person_id }) => person_id === access.person_id)) {
    throw new Error(
      'Emergency access was given and no business manager is in post besides, to be told of it',
    );
  }
  const time = new Date(access.given_at).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  const says = `Emergency access was used in ${context.partnership.name} at ${time}.`;
  await writeTo(context, managers, {
    subject: 'Emergency access was used',
    says,
    path: `/circles/emergencies/${access.id}`,
  });
  const { originator_agency_id: originator } = access;
  if (originator === null) return;
  await writeTo(
    context,
    originators.filter(
      (one) => one.agency_ids.includes(originator) && !managers.some((m) => m.person_id === one.person_id),
    ),
    { subject: 'Emergency access was used', says, path: '/' },
  );
};

/** Asks the originator's people who are in the circle today. */
export const tellOriginator: Job = async (context, { request_id, circle_id, agency_id }) => {
  const { db, partnership, today } = context;
  const members = await db.text<{ person_id: string }>(
    `select person_id from kernel.circle_member where partnership_id = $1 and member_of = $2
       and from_on <= $3::date and (until_on is null or until_on >= $3::date) and expires_at is null`,
    [partnership.id, circle_id, today],
  );
  const answering = (await peopleInPost(context, rolesHolding('circles.release'))).filter(
    (one) => one.agency_ids.includes(String(agency_id)) && members.some((m) => m.person_id === one.person_id),
  );
  if (answering.length === 0) {
    throw new Error('An originator was asked, and none of its people who may answer is in the circle');
  }
  await writeTo(context, answering, {
    subject: 'Your agency is asked about something it gave',
    says: `Somebody in ${partnership.name} asks whether something your agency gave may leave its circle.`,
    path: `/circles/releases/${String(request_id)}`,
  });
};

/** The month before a month: `2025-08` for `2025-09`. */
export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

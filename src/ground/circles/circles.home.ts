// What about circles needs somebody now: emergency access to review, originators to answer, conditions and members to look
// at again, circles that nobody is in, statements nobody has opened.
import { addDays } from '../../kernel/calendar/day.ts';
import { releaseActs } from '../../kernel/access/release.ts';
import { refParts } from '../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeItem } from '../../kernel/records/room.ts';
import { showDay, showInstant } from '../drawing.ts';
import { handlingReviewDue, membersReviewDue } from './circle.ts';
import { circlesNow } from './circle.operations.ts';
import { emergencies, ownEmergencies } from './emergency.operations.ts';
import type { Kinds } from './kinds.ts';
import { releasesAnswered, releasesToAnswer } from './releases/release.operations.ts';
import { showMonth } from './statements/statement.pages.ts';
import { unreadStatements } from './statements/statement.operations.ts';

/** Days for which an answer stays before the eyes of whoever asked. */
const shownFor = 14;

export async function circlesNeedYou(context: QueryContext, kinds: Kinds): Promise<HomeItem[]> {
  const { actor } = context;
  if (actor.person_id === null) return [];
  const lists = await Promise.all([
    actor.can('access.manage') ? emergenciesToReview(context) : [],
    circlesToLookAt(context),
    toAnswer(context),
    answered(context),
    openInEmergency(context, kinds),
    statements(context),
  ]);
  return lists.flat();
}

async function emergenciesToReview(context: QueryContext): Promise<HomeItem[]> {
  const waiting = await emergencies(context, 'and e.reviewed_on is null');
  return waiting.map(({ id, circle, person, given_at, expires_at, reason }) => ({
    text: `${person} was given emergency access to a record of “${circle}”`,
    href: `/circles/emergencies/${id}`,
    urgency: 'due' as const,
    detail: `On ${showInstant(given_at, 'Europe/London')}, until ${showInstant(expires_at, 'Europe/London')}. Reason: ${reason}. Say whether it was justified.`,
  }));
}

async function circlesToLookAt(context: QueryContext): Promise<HomeItem[]> {
  const { actor, today } = context;
  const manages = actor.can('access.manage');
  if (!manages && actor.circle_ids.length === 0) return [];
  const circles = await circlesNow(context);
  return circles.flatMap((circle): HomeItem[] => {
    const { id, name, originator_agency_id: originator, review_on } = circle;
    const gave =
      originator !== null && actor.agency_ids.includes(originator) && actor.circle_ids.includes(id);
    const items: (HomeItem | false)[] = [
      (manages || gave) &&
        handlingReviewDue(review_on, today) && {
          text: `Look again at the handling conditions of “${name}”`,
          href: manages ? `/circles/${id}` : '/circles/releases',
          urgency: 'due',
          detail: `Due ${showDay(review_on ?? today)}. ${gave ? 'Your agency gave what lies in it. Tell the business manager whether the conditions still hold.' : `Ask ${circle.originator ?? 'the people of the circle'} whether they still hold, then set the next day.`}`,
        },
      manages &&
        circle.members === 0 && {
          text: `Nobody is in the circle “${name}”`,
          href: `/circles/${id}`,
          urgency: 'due',
          detail: 'Nobody can see its records. Let in the people who need them.',
        },
      manages &&
        circle.members > 0 &&
        membersReviewDue(circle.members_reviewed_on, today) && {
          text: `Look through the members of “${name}”`,
          href: `/circles/${id}`,
          urgency: 'look',
          detail: 'Nobody has done so for a year. Are these still the right people?',
        },
    ];
    return items.filter((item) => item !== false);
  });
}

async function toAnswer(context: QueryContext): Promise<HomeItem[]> {
  const rows = await releasesToAnswer(context);
  return rows.map(({ id, act, circle, asked_by, asked_on }) => ({
    text: `Answer for your agency: ${releaseActs[act].toLowerCase()}`,
    href: `/circles/releases/${id}`,
    urgency: 'due' as const,
    detail: `${asked_by} asked on ${showDay(asked_on)} about a record of “${circle}”.`,
  }));
}

async function answered(context: QueryContext): Promise<HomeItem[]> {
  const rows = await releasesAnswered(context, addDays(context.today, -shownFor));
  return rows.map(({ id, act, answer }) => ({
    text: `Your request was ${answer === 'agreed' ? 'agreed' : 'refused'}: ${releaseActs[act].toLowerCase()}`,
    href: `/circles/releases/${id}`,
    urgency: 'look' as const,
    detail: 'See the answer and its conditions.',
  }));
}

async function openInEmergency(context: QueryContext, kinds: Kinds): Promise<HomeItem[]> {
  const own = await ownEmergencies(context);
  return own.flatMap(({ id, ref, expires_at }) => {
    const path = kinds.get(refParts(ref).concept)?.emergency_path?.(id);
    if (path === undefined) return [];
    const until = showInstant(expires_at, 'Europe/London');
    return [
      {
        text: 'A record is open to you in an emergency',
        href: path,
        urgency: 'look' as const,
        detail: `Until ${until}.`,
      },
    ];
  });
}

async function statements(context: QueryContext): Promise<HomeItem[]> {
  const rows = await unreadStatements(context);
  return rows.map(({ agency_id, agency, month, openings }) => ({
    text: `Who looked at what in ${showMonth(month)}: ${agency}`,
    href: `/circles/statements/${agency_id}/${month}`,
    urgency: 'look' as const,
    detail: openings === 1 ? 'Somebody looked once.' : `Somebody looked ${openings} times.`,
  }));
}

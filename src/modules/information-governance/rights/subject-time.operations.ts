// The time of a request: its clock by the frameworks' rules and the partnership's own calendar, the questions that stop it,
// and the two months more.
import { calendarOf } from '../../../kernel/calendar/closed-day.operations.ts';
import { localRulesOf } from '../../../kernel/frameworks/local-timescale.operations.ts';
import { ruleInForce } from '../../../kernel/frameworks/timescales.ts';
import { command, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../../kernel/operation/refusals.ts';
import { requestClock } from './subject-clock.ts';
import { extension, pause, pauseEnd } from './subject-request.ts';
import { openRequest, type SubjectRequest } from './subject-found.ts';

export async function clocksOf(context: QueryContext, requests: readonly SubjectRequest[]) {
  if (requests.length === 0) return [];
  const { db, partnership, today } = context;
  const [calendar, local, pauses] = await Promise.all([
    calendarOf(context),
    localRulesOf(context),
    db.text<{
      id: string;
      request_id: string;
      kind: string;
      question: string;
      from_on: string;
      until_on: string | null;
    }>(
      `select id, request_id, kind, question, from_on, until_on from information.subject_request_pause
       where partnership_id = $1 and request_id = any($2::uuid[]) and circle_id = any($3::uuid[]) order by from_on, id`,
      [partnership.id, requests.map((one) => one.id), context.actor.circle_ids],
    ),
  ]);
  const byRequest = Map.groupBy(pauses, (one) => one.request_id);
  return requests.map((request) => {
    const rule = (id: string) => {
      const found = ruleInForce(id, request.received_on, local);
      return { limit: found?.limit ?? ('none' as const), verified: found?.verified ?? false };
    };
    const own = byRequest.get(request.id) ?? [];
    const timed = {
      received_on: request.received_on,
      extended_on: request.extended_on,
      answered_on: request.answered_on,
      pauses: own,
    };
    const rules = { answer: rule('IR-01'), extended: rule('IR-01b'), calendar };
    return { request, pauses: own, clock: requestClock(timed, rules, today) };
  });
}

/** One request with its clock and the questions asked. */
export async function clockOf(context: QueryContext, request: SubjectRequest) {
  const [timed] = await clocksOf(context, [request]);
  if (timed === undefined) throw new NotFound();
  return timed;
}

export const stopClock = command({
  name: 'information.pause-subject-request',
  summary: 'Record that the person was asked who they are or what they mean; the clock stands still',
  permission: 'information.rights',
  input: pause,
  async run(context, { id, ...asked }) {
    const request = await openRequest(context, id);
    const { pauses } = await clockOf(context, request);
    if (pauses.some((one) => one.until_on === null))
      throw new Conflict('The clock stands still already. Record their answer first.');
    if (asked.from_on < request.received_on || asked.from_on > context.today)
      throw new InvalidInput({ from_on: 'Enter a day between the request and today' });
    await context.write.insert('information.subject_request_pause', {
      ...asked,
      request_id: id,
      circle_id: request.circle_id,
    });
    return { id };
  },
});

export const startClock = command({
  name: 'information.resume-subject-request',
  summary: 'Record that the person answered; the clock runs again',
  permission: 'information.rights',
  input: pauseEnd,
  async run(context, { id, until_on }) {
    const { pauses } = await clockOf(context, await openRequest(context, id));
    const open = pauses.find((one) => one.until_on === null);
    if (open === undefined) throw new Conflict('The clock is running. There is no question open.');
    if (until_on < open.from_on || until_on > context.today)
      throw new InvalidInput({ until_on: 'Enter a day between the question and today' });
    await context.write.update('information.subject_request_pause', open.id, { until_on });
    return { id };
  },
});

export const extend = command({
  name: 'information.extend-subject-request',
  summary: 'Record that the person was told, within the first month, that it takes up to two months longer',
  permission: 'information.rights',
  input: extension,
  async run(context, { id, extended_on, extended_reason }) {
    const request = await openRequest(context, id);
    if (request.extended_on !== null)
      throw new Conflict('It was made longer already; it cannot be a second time.');
    const { clock } = await clockOf(context, request);
    if (extended_on < request.received_on || extended_on > context.today)
      throw new InvalidInput({ extended_on: 'Enter a day between the request and today' });
    if (clock.extend_by !== null && extended_on > clock.extend_by) {
      throw new Conflict(
        'The first month had passed when they were told, so the law gives no more time. Answer as soon as you can, and say sorry.',
      );
    }
    await context.write.update('information.subject_request', id, { extended_on, extended_reason });
    return { id };
  },
});

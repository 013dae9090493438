// Recording that somebody needs the report in another form, and what became of it.
import { z } from 'zod';
import { daysBetween } from '../../../kernel/calendar/day.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import type { HomeItem } from '../../../kernel/records/room.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { formatAnswer, formatRequest, formats, type FormatRequest, patience } from './format-request.ts';

const columns = [
  'id',
  'revision',
  'year',
  'format',
  'wish',
  'asked_on',
  'lies_in',
  'answered_on',
  'outcome',
  'answer',
] as const;

export const listFormatRequests = query({
  name: 'report.list-format-requests',
  summary: 'Requests for a yearly report in another form, those that wait first',
  permission: 'report.write',
  input: z.strictObject({}),
  run: requestsOf,
});

async function requestsOf({ db }: QueryContext): Promise<FormatRequest[]> {
  const rows = (await db.all(
    db.from('report.format_request').select(columns).orderBy('asked_on', 'desc').orderBy('id', 'desc'),
  )) as FormatRequest[];
  return rows.toSorted((a, b) => Number(a.answered_on !== null) - Number(b.answered_on !== null));
}

export const readFormatRequest = query({
  name: 'report.read-format-request',
  summary: 'One request for a yearly report in another form',
  permission: 'report.write',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ db }, { id }) =>
    (await db.one(db.from('report.format_request').select(columns).where('id', '=', id))) as FormatRequest,
});

export const addFormatRequest = command({
  name: 'report.add-format-request',
  summary: 'Record that somebody asked for a yearly report in another form',
  permission: 'report.write',
  input: formatRequest,
  async run({ write, today }, request) {
    if (request.asked_on > today) throw new Conflict('The day they asked lies ahead. Check it.');
    return { id: await write.insert('report.format_request', request) };
  },
});

export const answerFormatRequest = command({
  name: 'report.answer-format-request',
  summary: 'Record what became of a request for another form',
  permission: 'report.write',
  input: formatAnswer,
  async run({ db, write }, { id, seen_revision, ...answer }) {
    const { asked_on, answered_on } = await db.one(
      db.from('report.format_request').select(['asked_on', 'answered_on']).where('id', '=', id),
    );
    if (answered_on !== null) throw new Conflict(`It was answered on ${showDay(answered_on)} already.`);
    if (answer.answered_on < asked_on)
      throw new Conflict(`They asked on ${showDay(asked_on)}, so it cannot have been answered before.`);
    await write.update('report.format_request', id, answer, seen_revision);
    return { id };
  },
});

/** Whoever makes the report is asked about requests that have waited a while. */
export async function formatRequestNeeds(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('report.write')) return [];
  const { db, today } = context;
  const waiting = await db.all(
    db
      .from('report.format_request')
      .select(['id', 'format', 'asked_on'])
      .where('answered_on', 'is', null)
      .orderBy('asked_on'),
  );
  return waiting.map(
    ({ id, format, asked_on }): HomeItem => ({
      text: `Somebody waits for the report in another form: ${formats[format as FormatRequest['format']].toLowerCase()}`,
      href: `/report/format-requests/${id}/answer`,
      urgency: daysBetween(asked_on, today) > patience ? 'due' : 'look',
      detail: `Asked on ${showDay(asked_on)}.`,
    }),
  );
}

// Planning who is to have the report, sending it, and keeping what came back.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import type { HomeItem } from '../../../kernel/records/room.ts';
import { reportYear, shownYear } from '../edition.ts';
import { type Edition, frameworkOf, latestEdition, listEditionRows } from '../gather.ts';
import {
  acknowledging,
  type Asked,
  askedRecipients,
  type Dispatch,
  dropping,
  kindNamed,
  planned,
  sending,
  sentAtOnce,
  type Standing,
  standingOf,
} from './dispatch.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';

const columns = [
  'id',
  'revision',
  'recipient',
  'recipient_kind',
  'form',
  'due_on',
  'sent_on',
  'method',
  'acknowledged_on',
  'acknowledgement',
  'dropped_on',
  'dropped_reason',
] as const;

/** With the cover paper for a committee of the same name, where there is one that was not withdrawn. */
export type ListedDispatch = Dispatch & { standing: Standing; cover_paper_id: string | null };

export interface Dispatches {
  edition: Pick<Edition, 'year' | 'state' | 'published_on'>;
  rows: ListedDispatch[];
  /** What the framework asks for and nobody has planned or sent. */
  missing: (Asked & { standing: Standing })[];
}

export const readDispatches = query({
  name: 'report.read-dispatches',
  summary: 'Who is to have the yearly report, in which form, by when, and what came back',
  permission: 'report.read',
  input: z.strictObject({ year: reportYear }),
  run: async (context, { year }): Promise<Dispatches> =>
    dispatchesOf(context, await latestEdition(context, year)),
});

async function dispatchesOf(context: QueryContext, edition: Edition): Promise<Dispatches> {
  const { db, today } = context;
  const found = await db.all(
    db.from('report.dispatch').select(columns).where('edition_id', '=', edition.id).orderBy('id'),
  );
  const rows = (found as Dispatch[]).map(
    (row): Dispatch => ({
      ...row,
      recipient_kind:
        row.recipient_kind === 'other' ? (kindNamed(row.recipient) ?? 'other') : row.recipient_kind,
    }),
  );
  const papers = await db.all(
    db
      .from('report.cover_paper')
      .select(['id', 'committee'])
      .where('edition_id', '=', edition.id)
      .where('state', '!=', 'withdrawn')
      .orderBy('meeting_on', 'desc'),
  );
  const paperFor = ({ recipient, form }: Dispatch) =>
    form === 'cover-paper'
      ? (papers.find(({ committee }) => committee.toLowerCase() === recipient.trim().toLowerCase())?.id ??
        null)
      : null;
  const asked = askedRecipients(frameworkOf(edition).framework.id, edition.published_on);
  const standing = (row: Dispatch): Standing => {
    const duty = asked.find(({ recipient_kind }) => recipient_kind === row.recipient_kind);
    const due_on = row.due_on ?? duty?.due_on ?? null;
    return standingOf({ ...row, due_on }, today, row.due_on !== null || duty?.verified === true);
  };
  const listed = rows.map((row) => ({
    ...row,
    standing: standing(row),
    cover_paper_id: paperFor(row),
  }));
  return {
    edition: { year: edition.year, state: edition.state, published_on: edition.published_on },
    rows: listed.toSorted((a, b) => (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999')),
    missing: asked
      .filter(({ recipient_kind }) => !rows.some((row) => row.recipient_kind === recipient_kind))
      .map((one) => ({
        ...one,
        standing: standingOf(
          { due_on: one.due_on, sent_on: null, acknowledged_on: null, dropped_on: null },
          today,
          one.verified,
        ),
      })),
  };
}

export const planDispatch = command({
  name: 'report.plan-dispatch',
  summary: 'Say who is to have the yearly report, in which form and by when',
  permission: 'report.write',
  input: planned,
  async run(context, { year, ...plan }) {
    const edition = await latestEdition(context, year);
    if (edition.state === 'withdrawn')
      throw new Conflict('This report is withdrawn, and goes to nobody. Issue it again first.');
    return {
      id: await context.write.insert('report.dispatch', { edition_id: edition.id, ...plan }),
      year: edition.year,
    };
  },
});

export const recordDispatch = command({
  name: 'report.record-dispatch',
  summary: 'Record that the published report was sent to somebody',
  permission: 'report.publish',
  input: sentAtOnce,
  async run(context, { year, ...sent }) {
    const edition = await latestEdition(context, year);
    refuseBefore(edition, sent.sent_on);
    return {
      id: await context.write.insert('report.dispatch', { edition_id: edition.id, ...sent }),
      year: edition.year,
    };
  },
});

export const readDispatch = query({
  name: 'report.read-dispatch',
  summary: 'One recipient of the yearly report',
  permission: 'report.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { edition, row } = await dispatchWith(context, id);
    return { ...row, year: edition.year };
  },
});

export const sendDispatch = command({
  name: 'report.send-dispatch',
  summary: 'Record that the report went to a recipient who was planned',
  permission: 'report.publish',
  input: sending,
  async run(context, { id, seen_revision, ...sent }) {
    const { edition, row } = await dispatchWith(context, id);
    if (row.dropped_on !== null)
      throw new Conflict(
        'Somebody recorded that this recipient need not have it. Plan it anew if they should.',
      );
    if (row.sent_on !== null) throw new Conflict(`It was sent on ${showDay(row.sent_on)} already.`);
    refuseBefore(edition, sent.sent_on);
    await context.write.update('report.dispatch', id, sent, seen_revision);
    return { id, year: edition.year };
  },
});

export const acknowledgeDispatch = command({
  name: 'report.acknowledge-dispatch',
  summary: 'Record that a recipient acknowledged the report, and what they said',
  permission: 'report.publish',
  input: acknowledging,
  async run(context, { id, seen_revision, ...answer }) {
    const { edition, row } = await dispatchWith(context, id);
    if (row.sent_on === null) throw new Conflict('Record first when it was sent.');
    if (answer.acknowledged_on < row.sent_on)
      throw new Conflict(`It was sent on ${showDay(row.sent_on)}, and cannot have been acknowledged before.`);
    await context.write.update('report.dispatch', id, answer, seen_revision);
    return { id, year: edition.year };
  },
});

export const dropDispatch = command({
  name: 'report.drop-dispatch',
  summary: 'Record that a planned recipient need not have the report, and why',
  permission: 'report.write',
  input: dropping,
  async run(context, { id, seen_revision, reason }) {
    const { edition, row } = await dispatchWith(context, id);
    if (row.sent_on !== null) throw new Conflict('It was sent already, and stays on the list.');
    const dropped = { dropped_on: context.today, dropped_reason: reason };
    await context.write.update('report.dispatch', id, dropped, seen_revision);
    return { id, year: edition.year };
  },
});

async function dispatchWith(context: QueryContext, id: string): Promise<{ edition: Edition; row: Dispatch }> {
  const { db } = context;
  const found = await db.one(
    db
      .from('report.dispatch')
      .select([...columns, 'edition_id'])
      .where('id', '=', id),
  );
  const { edition_id, ...row } = found;
  const edition = (await listEditionRows(context)).find((one) => one.id === edition_id);
  if (edition === undefined) throw new Error('A dispatch belongs to an edition.');
  return { edition, row: row as Dispatch };
}

function refuseBefore(edition: Edition, sentOn: string): void {
  if (edition.state !== 'published' || edition.published_on === null)
    throw new Conflict('Publish the report first, then record who it was sent to.');
  if (sentOn < edition.published_on)
    throw new Conflict('The report cannot have been sent before it was published.');
}

/** For whoever publishes: who should have the latest published report and has not. */
export async function dispatchNeeds(
  context: QueryContext,
  editions: readonly Edition[],
): Promise<HomeItem[]> {
  if (!context.actor.can('report.publish')) return [];
  const edition = editions.find(({ state }) => state === 'published');
  if (edition === undefined) return [];
  const { rows, missing } = await dispatchesOf(context, edition);
  const waiting = [...rows, ...missing].filter(({ standing }) => ['due', 'late', 'check'].includes(standing));
  if (waiting.length === 0) return [];
  const late = waiting.some(({ standing }) => standing === 'late');
  return [
    {
      text: `Send the yearly report for ${shownYear(edition.year)}`,
      href: `/report/${edition.year}/dispatches`,
      urgency: late ? 'overdue' : 'due',
      detail:
        waiting.length === 1 ? 'One recipient waits for it.' : `${waiting.length} recipients wait for it.`,
    },
  ];
}

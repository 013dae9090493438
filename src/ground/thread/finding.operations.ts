// Findings: what was found about practice or about children, from which everything else follows.
import { z } from 'zod';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseMove, refuseStrangeCircle } from './recording.ts';
import { strandRef } from './strand.ts';
import { finding, findingMove, findingMoves, findingStates } from './thread.ts';

/** Records a finding in the caller's own transaction. Throws InvalidInput where a field does not fit. */
export async function recordFinding(
  context: CommandContext,
  input: z.input<typeof finding>,
): Promise<Recorded> {
  const { after, ...facts } = asInput(finding, input);
  refuseStrangeCircle(context, facts.circle_id);
  const id = await context.write.insert('thread.finding', { ...facts, state: 'open' });
  const ref = strandRef('finding', id);
  await connectAfter(context, ref, after);
  return { id, ref };
}

export const addFinding = command({
  name: 'thread.add-finding',
  summary: 'Record a finding',
  permission: 'thread.write',
  input: finding,
  run: recordFinding,
});

interface FindingRow extends Record<string, unknown> {
  id: string;
  title: string;
  found_on: string | null;
  source: string | null;
  locator: string | null;
  state: string;
  circle_id: string | null;
}

export const listFindings = query({
  name: 'thread.list-findings',
  summary: 'Findings, the latest first',
  permission: 'thread.read',
  input: listInput(findingStates).pick({ state: true }),
  async run(context, input) {
    const filter = filterOf(input);
    const rows = await context.db.text<FindingRow>(
      `select f.id, f.title, f.found_on, f.source, f.locator, f.state, f.circle_id from thread.finding f
       where ${visible('f')} order by f.found_on desc nulls last, f.id desc`,
      listValues(context, filter),
    );
    return { filter, rows: await shownRows(context, 'thread.finding', rows) };
  },
});

export const readFinding = query({
  name: 'thread.read-finding',
  summary: 'One finding and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const found = await db.find(db.from('thread.finding').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    return { ...found, place: await standingOf(context, 'finding', found) };
  },
});

export const moveFinding = command({
  name: 'thread.move-finding',
  summary: 'Say where a finding stands: open, answered, closed',
  permission: 'thread.write',
  input: findingMove,
  async run({ db, write }, { id, seen_revision, state }) {
    const found = await db.one(db.from('thread.finding').select(['state', 'revision']).where('id', '=', id));
    refuseMove(findingMoves, findingStates, found.state, state);
    await write.update('thread.finding', id, { state }, seen_revision ?? found.revision);
    return { id };
  },
});

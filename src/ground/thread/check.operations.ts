// Checks: somebody other than the owner looked whether an action was really put in place. What is in place is closed; what
// is not goes back to its owner.
import { z } from 'zod';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseFuture } from './recording.ts';
import { strandRef, whyNotCheck } from './strand.ts';
import { actionMoves, checkMade, checkResults, mayMove } from './thread.ts';

/**
 * Records a check by the actor in the caller's own transaction, in the action's circle. A check that finds the action in
 * place closes it; any other result gives a done action back to its owner. Throws Conflict where the checker owns the
 * action or the action is not at a point where it can be checked so.
 */
export async function recordCheck(
  context: CommandContext,
  input: z.input<typeof checkMade>,
): Promise<Recorded> {
  const { action_id, ...facts } = asInput(checkMade, input);
  const { actor, db, write } = context;
  const action = await db.find(
    db
      .from('thread.action')
      .select(['state', 'revision', 'circle_id', 'owner_agency_id', 'owner_person_id', 'done_on'])
      .where('id', '=', action_id),
  );
  if (action === undefined) throw new InvalidInput({ action_id: 'Choose an action that is in the list' });
  const reason = whyNotCheck(actor, action);
  if (reason !== null) throw new Conflict(reason);
  refuseFuture(context, { checked_on: facts.checked_on });
  refuseResult(action.state, facts.result);
  const id = await write.insert('thread.check_made', {
    ...facts,
    circle_id: action.circle_id,
    checked_by_id: actor.person_id,
  });
  const ref = strandRef('check-made', id);
  await connectAfter(context, ref, [strandRef('action', action_id)]);
  const state = facts.result === 'in-place' ? 'checked' : 'in-progress';
  if (action.state === 'done' && mayMove(actionMoves, action.state, state)) {
    const done_on = state === 'checked' ? action.done_on : null;
    await write.update('thread.action', action_id, { state, done_on }, action.revision);
  }
  return { id, ref };
}

function refuseResult(state: string, result: string): void {
  if (state === 'stopped') {
    throw new Conflict('This action was stopped, so there is nothing to check. Take it up again first.');
  }
  if (result === 'in-place' && state !== 'done' && state !== 'checked') {
    throw new Conflict(
      'Nobody has reported this action as done, so it cannot be found in place yet. Ask its owner to report on it first.',
    );
  }
}

export const makeCheck = command({
  name: 'thread.make-check',
  summary: 'Record a check of an action by someone other than its owner',
  permission: 'thread.check',
  input: checkMade,
  run: recordCheck,
});

interface CheckRow extends Record<string, unknown> {
  id: string;
  text: string;
  checked_on: string;
  checked_by_role: string;
  result: string;
  circle_id: string | null;
}

export const listChecks = query({
  name: 'thread.list-checks',
  summary: 'Checks, the latest first',
  permission: 'thread.read',
  input: listInput(checkResults).pick({ state: true }),
  async run(context, input) {
    const filter = filterOf(input);
    const rows = await context.db.text<CheckRow>(
      `select c.id, c.text, c.checked_on, c.checked_by_role, c.result, c.circle_id from thread.check_made c
       where ${visible('c', 'result')} order by c.checked_on desc, c.id desc`,
      listValues(context, filter),
    );
    return { filter, rows: await shownRows(context, 'thread.check-made', rows) };
  },
});

export const readCheck = query({
  name: 'thread.read-check',
  summary: 'One check and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const found = await db.find(db.from('thread.check_made').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    const [place, person] = await Promise.all([
      standingOf(context, 'check-made', found),
      found.checked_by_id === null
        ? undefined
        : db.find(db.from('governance.person').select(['id', 'name']).where('id', '=', found.checked_by_id)),
    ]);
    return { ...found, place, checked_by: person ?? null };
  },
});

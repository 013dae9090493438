// Decisions, taken by a named body on a day. One that the body had no authority to take is recorded as it was taken and
// flagged, with a call for ratification; it is not refused, because it happened.
import { z } from 'zod';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { bodyMayDecide, type Matter, matters } from '../governance/index.ts';
import { filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseFuture, refuseStrangeCircle } from './recording.ts';
import { authorities, strandRef } from './strand.ts';
import { decision, ratification } from './thread.ts';

/**
 * Records a decision in the caller's own transaction; says whether the body held the authority on that day. Throws
 * InvalidInput where a field does not fit.
 */
export async function recordDecision(
  context: CommandContext,
  input: z.input<typeof decision>,
): Promise<Recorded & { authority: 'held' | 'lacking' }> {
  const { after, ...facts } = asInput(decision, input);
  refuseStrangeCircle(context, facts.circle_id);
  refuseFuture(context, { taken_on: facts.taken_on });
  const held = await bodyMayDecide(context, facts.body_id, facts.matter, facts.taken_on);
  const authority = held ? 'held' : 'lacking';
  const id = await context.write.insert('thread.decision', { ...facts, authority });
  const ref = strandRef('decision', id);
  await connectAfter(context, ref, after);
  return { id, ref, authority };
}

export const addDecision = command({
  name: 'thread.add-decision',
  summary: 'Record a decision taken by a body',
  permission: 'thread.write',
  input: decision,
  run: recordDecision,
});

interface DecisionRow extends Record<string, unknown> {
  id: string;
  text: string;
  taken_on: string;
  taken_label: string | null;
  matter: string;
  authority: string;
  body_id: string;
  body: string;
  circle_id: string | null;
}

export const listDecisions = query({
  name: 'thread.list-decisions',
  summary: 'Decisions, the latest first, with the authority they were taken by',
  permission: 'thread.read',
  input: listInput(authorities).pick({ state: true }),
  async run(context, input) {
    const filter = filterOf(input);
    const rows = await context.db.text<DecisionRow>(
      `select d.id, d.text, d.taken_on, d.taken_label, d.matter, d.authority, d.body_id, b.name as body, d.circle_id
       from thread.decision d
       join governance.body b on b.partnership_id = d.partnership_id and b.id = d.body_id
       where ${visible('d', 'authority')} order by d.taken_on desc, d.id desc`,
      listValues(context, filter),
    );
    return { filter, rows: await shownRows(context, 'thread.decision', rows) };
  },
});

export const readDecision = query({
  name: 'thread.read-decision',
  summary: 'One decision, its authority and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const found = await db.find(db.from('thread.decision').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    const [place, bodies] = await Promise.all([
      standingOf(context, 'decision', found),
      db.all(
        db
          .from('governance.body')
          .select(['id', 'name'])
          .where('id', 'in', [found.body_id, ...(found.ratified_by_id ? [found.ratified_by_id] : [])]),
      ),
    ]);
    const named = (bodyId: string | null) => bodies.find((b) => b.id === bodyId) ?? null;
    return { ...found, place, body: named(found.body_id), ratified_by: named(found.ratified_by_id) };
  },
});

export const ratifyDecision = command({
  name: 'thread.ratify-decision',
  summary: 'Record that a body with the authority ratified a decision',
  permission: 'thread.write',
  input: ratification,
  async run(context, { id, seen_revision, ratified_by_id, ratified_on }) {
    const { db, write } = context;
    const found = await db.one(
      db.from('thread.decision').select(['authority', 'revision', 'matter', 'taken_on']).where('id', '=', id),
    );
    if (found.authority !== 'lacking') {
      throw new Conflict(
        'This decision needs no ratification: it was taken with authority, or ratified since.',
      );
    }
    refuseFuture(context, { ratified_on });
    if (ratified_on < found.taken_on) {
      throw new Conflict('A decision cannot be ratified before it was taken.');
    }
    const matter = found.matter as Matter;
    if (!(await bodyMayDecide(context, ratified_by_id, matter, ratified_on))) {
      throw new Conflict(
        `That body does not hold the authority either, for: ${matters[matter].toLowerCase()}. Choose the lead safeguarding partners, or record first what is delegated to the body.`,
      );
    }
    await write.update(
      'thread.decision',
      id,
      { authority: 'ratified', ratified_by_id, ratified_on },
      seen_revision ?? found.revision,
    );
    return { id };
  },
});

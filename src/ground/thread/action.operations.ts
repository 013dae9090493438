// Actions: what somebody has to do by a day. Their owners report on them; a check by someone else closes them.
import { z } from 'zod';
import { noteSeen } from '../../kernel/access/seen.ts';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import type { GuestTask } from '../../kernel/access/guest-task.ts';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { showDay } from '../drawing.ts';
import { refuseUnknown } from '../governance/index.ts';
import { agenciesToChoose, filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseFuture, refuseMove, refuseStrangeCircle } from './recording.ts';
import { strandRef, owns } from './strand.ts';
import {
  action,
  actionMoves,
  actionOwnership,
  actionReport,
  actionResumption,
  actionStates,
} from './thread.ts';

/** Records an action in the caller's own transaction. Throws InvalidInput where a field does not fit. */
export async function recordAction(
  context: CommandContext,
  input: z.input<typeof action>,
): Promise<Recorded> {
  const { after, ...facts } = asInput(action, input);
  refuseStrangeCircle(context, facts.circle_id);
  await refuseUnknown(context, {
    owner_agency_id: ['governance.agency', facts.owner_agency_id],
    owner_person_id: ['governance.person', facts.owner_person_id],
  });
  const id = await context.write.insert('thread.action', { ...facts, state: 'planned' });
  const ref = strandRef('action', id);
  await connectAfter(context, ref, after);
  return { id, ref };
}

export const addAction = command({
  name: 'thread.add-action',
  summary: 'Record an action',
  permission: 'thread.write',
  input: action,
  run: recordAction,
});

export interface ActionRow extends Record<string, unknown> {
  id: string;
  text: string;
  state: string;
  due_on: string | null;
  done_on: string | null;
  owner_agency_id: string | null;
  agency: string | null;
  person: string | null;
  circle_id: string | null;
}

const actionRows = `select x.id, x.text, x.state, x.due_on, x.done_on, x.owner_agency_id, x.circle_id,
    a.name as agency, p.name as person
  from thread.action x
  left join governance.agency a on a.partnership_id = x.partnership_id and a.id = x.owner_agency_id
  left join governance.person p on p.partnership_id = x.partnership_id and p.id = x.owner_person_id`;

export const listActions = query({
  name: 'thread.list-actions',
  summary: 'Actions, those due first, by state, owner and lateness',
  permission: 'thread.read',
  input: listInput(actionStates),
  async run(context, input) {
    const filter = filterOf(input);
    const [rows, agencies] = await Promise.all([
      context.db.text<ActionRow>(
        `${actionRows} where ${visible('x')} and ($4::uuid is null or x.owner_agency_id = $4::uuid)
           and (not $5 or (x.due_on < $6::date and x.state in ('planned', 'in-progress')))
         order by x.due_on nulls last, x.id`,
        [...listValues(context, filter), filter.agency || null, filter.overdue, context.today],
      ),
      agenciesToChoose(context),
    ]);
    return { filter, rows: await shownRows(context, 'thread.action', rows), agencies };
  },
});

export const listAgencyActions = query({
  name: 'thread.list-agency-actions',
  summary: 'The open actions of one agency',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const [agency, rows] = await Promise.all([
      db.one(db.from('governance.agency').select(['id', 'name']).where('id', '=', id)),
      db.text<ActionRow>(
        `${actionRows} where ${visible('x')} and x.owner_agency_id = $4::uuid
           and x.state in ('planned', 'in-progress', 'done') order by x.due_on nulls last, x.id`,
        [...listValues(context, { state: '' }), id],
      ),
    ]);
    return { agency, rows: await shownRows(context, 'thread.action', rows) };
  },
});

export const readAction = query({
  name: 'thread.read-action',
  summary: 'One action and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db, actor } = context;
    const found = await db.find(db.from('thread.action').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    const [place, agency, person] = await Promise.all([
      standingOf(context, 'action', found),
      found.owner_agency_id === null
        ? undefined
        : db.find(
            db.from('governance.agency').select(['id', 'name']).where('id', '=', found.owner_agency_id),
          ),
      found.owner_person_id === null
        ? undefined
        : db.find(
            db.from('governance.person').select(['id', 'name']).where('id', '=', found.owner_person_id),
          ),
    ]);
    return {
      ...found,
      place,
      owner_agency: agency ?? null,
      owner_person: person ?? null,
      own: owns(actor, found),
    };
  },
});

export const reportOnAction = command({
  name: 'thread.report-on-action',
  summary: 'Say how far an action of one’s own agency has come',
  permission: 'thread.act',
  guest: ({ id }) => strandRef('action', id),
  input: actionReport,
  async run(context, { id, seen_revision, state, done_on, done_note }) {
    const { actor, db, write, today } = context;
    const found = await db.one(
      db
        .from('thread.action')
        .select(['state', 'revision', 'owner_agency_id', 'owner_person_id', 'done_note'])
        .where('id', '=', id),
    );
    // A guest was asked about this very action by somebody who may report on it.
    if (actor.asked === null && !actor.can('thread.write') && !owns(actor, found)) {
      throw new NotAllowed(
        'Only its owner reports on an action, and this one belongs to another agency. Ask the business manager if that is wrong.',
      );
    }
    refuseFuture(context, { done_on });
    if (state !== found.state) refuseMove(actionMoves, actionStates, found.state, state);
    const change = {
      state,
      done_on: state === 'done' ? (done_on ?? today) : null,
      done_note: done_note ?? found.done_note,
    };
    await write.update('thread.action', id, change, seen_revision ?? found.revision);
    return { id };
  },
});

/** For a guest: the words of the action and its day, and nothing else of the thread. */
export const readAskedAction = query({
  name: 'thread.read-asked-action',
  summary: 'The words and the day of an action, for whoever is asked how far it has come',
  permission: 'thread.act',
  guest: ({ id }) => strandRef('action', id),
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { actor, db } = context;
    const found = await db.one(
      db
        .from('thread.action')
        .select(['id', 'text', 'due_on', 'revision', 'circle_id', 'owner_agency_id', 'owner_person_id'])
        .where('id', '=', id),
    );
    // Nobody asks for what they could not do themselves.
    if (actor.asked === null && !actor.can('thread.write') && !owns(actor, found)) throw new NotAllowed();
    noteSeen(context, 'thread.action', [found]);
    return {
      title: 'How far has the action come?',
      facts: [
        { label: 'Action', value: found.text },
        { label: 'Due', value: found.due_on === null ? 'No day is set' : showDay(found.due_on) },
      ],
      values: { seen_revision: found.revision },
    };
  },
});

/** Somebody without an account may be asked how far an action has come. */
export const actionGuestTask: GuestTask = {
  concept: 'thread.action',
  command: reportOnAction,
  read: readAskedAction,
  ask: 'say how far an action has come',
  offer: 'Ask somebody without an account how far it has come',
  button: 'Send your answer',
  leave_out: [],
  path: (id) => `/thread/actions/${id}`,
};

export const changeActionOwner = command({
  name: 'thread.change-action-owner',
  summary: 'Change who owes an action, or by when',
  permission: 'thread.write',
  input: actionOwnership,
  async run(context, { id, seen_revision, ...change }) {
    await refuseUnknown(context, {
      owner_agency_id: ['governance.agency', change.owner_agency_id],
      owner_person_id: ['governance.person', change.owner_person_id],
    });
    await context.write.update('thread.action', id, change, seen_revision);
    return { id };
  },
});

export const resumeAction = command({
  name: 'thread.resume-action',
  summary: 'Take up an action that was stopped',
  permission: 'thread.write',
  input: actionResumption,
  async run({ db, write }, { id, seen_revision }) {
    const found = await db.one(db.from('thread.action').select(['state', 'revision']).where('id', '=', id));
    refuseMove(actionMoves, actionStates, found.state, 'planned');
    await write.update(
      'thread.action',
      id,
      { state: 'planned', done_on: null },
      seen_revision ?? found.revision,
    );
    return { id };
  },
});

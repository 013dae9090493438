// Requests to see what is held: taken in, their clock, the check of who asks, and the answer. Only ever in the circle of
// those who handle them.
import { z } from 'zod';
import { namesOfPeople, refuseUnknown } from '../../../ground/governance/index.ts';
import { noteSeen } from '../../../kernel/access/seen.ts';
import { contentHash, ref, refParts } from '../../../kernel/evidence/evidence.ts';
import {
  type CommandContext,
  command,
  query,
  type QueryContext,
} from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../../kernel/operation/refusals.ts';
import type { RequestClock } from './subject-clock.ts';
import { findRequest, noCircle, openRequest, type SubjectRequest } from './subject-found.ts';
import {
  answer,
  identityCheck,
  namesSought,
  stepsLeft,
  subjectRequest,
  subjectRequestChange,
} from './subject-request.ts';
import { clockOf, clocksOf } from './subject-time.operations.ts';

export interface ListedRequest {
  id: string;
  asked_by: string;
  capacity: string;
  received_on: string;
  state: string;
  clock: RequestClock;
}

export async function requestsSeen(context: QueryContext): Promise<ListedRequest[]> {
  const { actor, db } = context;
  const rows = await db.all(
    db
      .from('information.subject_request')
      .selectAll()
      .where('circle_id', 'in', [...actor.circle_ids, noCircle])
      .orderBy('received_on', 'desc')
      .orderBy('id'),
  );
  noteSeen(context, 'information.subject-request', rows);
  return (await clocksOf(context, rows)).map(({ request, clock }) => {
    const { id, asked_by, capacity, received_on, state } = request;
    return { id, asked_by, capacity, received_on, state, clock };
  });
}

export const listRequests = query({
  name: 'information.list-subject-requests',
  summary: 'Requests to see what is held about somebody, in one’s circles',
  permission: 'information.rights',
  input: z.strictObject({}),
  run: requestsSeen,
});

interface Progress {
  undecided: number;
  bundle_current: boolean;
}

/** The request with its clock and what is left to do; what was found is added by whoever knows the records. */
export async function requestInFull(
  context: QueryContext,
  id: string,
  progress: (of: SubjectRequest) => Promise<Progress>,
) {
  const found = await findRequest(context, id);
  const [{ pauses, clock }, circle, people, way] = await Promise.all([
    clockOf(context, found),
    context.db.one(context.db.from('kernel.circle').select('name').where('id', '=', found.circle_id)),
    namesOfPeople(context, found.identity_checked_by_id === null ? [] : [found.identity_checked_by_id]),
    progress(found),
  ]);
  return {
    ...found,
    pauses,
    clock,
    circle: circle.name,
    identity_checked_by: people.get(found.identity_checked_by_id ?? '') ?? null,
    steps: found.state === 'open' ? stepsLeft({ ...found, ...way }) : [],
    bundle_current: way.bundle_current,
  };
}

export const addRequest = command({
  name: 'information.add-subject-request',
  summary: 'Record a request to see what is held about somebody',
  permission: 'information.rights',
  input: subjectRequest,
  async run(context, input) {
    await refuseUnfit(context, input);
    if (!context.actor.circle_ids.includes(input.circle_id))
      throw new InvalidInput({ circle_id: 'Choose a circle that you are in' });
    return { id: await context.write.insert('information.subject_request', { ...input, state: 'open' }) };
  },
});

export const changeRequest = command({
  name: 'information.change-subject-request',
  summary: 'Change what is recorded of a request: names to look for, who asks, what they ask for',
  permission: 'information.rights',
  input: subjectRequestChange,
  async run(context, { id, seen_revision, ...change }) {
    await openRequest(context, id);
    await refuseUnfit(context, change);
    // Other names may find other records.
    await context.write.update(
      'information.subject_request',
      id,
      { ...change, gathered_on: null },
      seen_revision,
    );
    return { id };
  },
});

interface Given {
  about_ref: string | null;
  about_names: string;
  received_on: string;
}

async function refuseUnfit(
  context: QueryContext,
  { about_ref, about_names, received_on }: Given,
): Promise<void> {
  if (received_on > context.today)
    throw new InvalidInput({ received_on: 'This day is in the future. Correct it' });
  if (namesSought(about_names).length === 0)
    throw new InvalidInput({ about_names: 'Enter at least one name to look for' });
  if (about_ref === null) return;
  const { concept, id } = refParts(about_ref);
  if (concept === 'governance.person')
    return refuseUnknown(context, { about_ref: ['governance.person', id] });
  const children = await subjectChildren(context);
  if (!children.some((child) => ref('children.child', child.id) === about_ref))
    throw new InvalidInput({ about_ref: 'Choose somebody from the list' });
}

/** The children whose records this person may open, for choosing whom a request is about. */
export async function subjectChildren(context: QueryContext) {
  const { actor, db } = context;
  const rows = await db.all(
    db
      .from('children.child')
      .select(['id', 'given_name', 'family_name', 'circle_id'])
      .where('circle_id', 'in', [...actor.circle_ids, noCircle])
      .orderBy('family_name')
      .orderBy('given_name'),
  );
  noteSeen(context, 'children.child', rows);
  return rows;
}

export const checkIdentity = command({
  name: 'information.check-requester',
  summary: 'Record that it is known who asks, and that they may',
  permission: 'information.rights',
  input: identityCheck,
  async run(context, { id, identity_note, authority_note }) {
    const { capacity } = await openRequest(context, id);
    if (capacity !== 'self' && authority_note === null) {
      throw new InvalidInput({ authority_note: 'Say how you know that they may ask for this person' });
    }
    await context.write.update('information.subject_request', id, {
      identity_note,
      authority_note,
      identity_checked_on: context.today,
      identity_checked_by_id: context.actor.person_id,
    });
    return { id };
  },
});

/** Ends a request. An answer needs what it rests on: who asks is checked, and the bundle is what was decided last. */
export function answerAmong(progress: (context: CommandContext, of: SubjectRequest) => Promise<Progress>) {
  return command({
    name: 'information.answer-subject-request',
    summary: 'Record how a request ended: answered, withdrawn or refused',
    permission: 'information.rights',
    input: answer,
    async run(context, { id, state, answered_on, answered_how }) {
      const request = await openRequest(context, id);
      if (answered_on < request.received_on || answered_on > context.today)
        throw new InvalidInput({ answered_on: 'Enter a day between the request and today' });
      if (state === 'answered') {
        const [first] = stepsLeft({ ...request, ...(await progress(context, request)) });
        if (first !== undefined && !first.startsWith('Give it'))
          throw new Conflict(
            `It cannot be answered yet. Next: ${first.charAt(0).toLowerCase()}${first.slice(1)}.`,
          );
      }
      await context.write.update('information.subject_request', id, { state, answered_on, answered_how });
      return { id };
    },
  });
}

/** What a bundle rests on, so that a later decision shows that it is out of date. */
export function decisionsHash(
  items: readonly {
    ref: string;
    decision: string | null;
    spans: unknown;
    seen_hash: string | null;
    ground: string | null;
  }[],
): string {
  return contentHash(
    items
      .map(({ ref: of, decision, spans, seen_hash, ground }) => [of, decision, spans, seen_hash, ground])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );
}

// Requests to an originator. They lie in the circle they are about, so only its people see them; the originator's own people
// among these answer.
import { z } from 'zod';
import { answersFor } from '../../../kernel/access/release.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { findCircle } from '../circle.operations.ts';
import { type Kinds, seenRecord } from '../kinds.ts';
import { recordRef } from '../reclassify.ts';
import { releaseAnswer, releaseRequest } from './release.ts';

export interface ReleaseRow extends Record<string, unknown> {
  id: string;
  circle_id: string;
  circle: string;
  originator_agency_id: string | null;
  ref: string;
  act: 'move' | 'export' | 'quote';
  asked_by_id: string;
  asked_by: string;
  asked_on: string;
  reason: string;
  answer: string | null;
  answered_by: string | null;
  answered_on: string | null;
  note: string | null;
  expires_on: string | null;
}

const releaseRows = `select r.id, r.circle_id, c.name as circle, c.originator_agency_id, r.ref, r.act, r.asked_by_id,
    p.name as asked_by, r.asked_on, r.reason, r.answer, q.name as answered_by, r.answered_on, r.note, r.expires_on
  from circles.release_request r
  join kernel.circle c on c.partnership_id = r.partnership_id and c.id = r.circle_id
  join governance.person p on p.partnership_id = r.partnership_id and p.id = r.asked_by_id
  left join governance.person q on q.partnership_id = r.partnership_id and q.id = r.answered_by_id
  where r.partnership_id = $1 and r.circle_id = any($2::uuid[])`;

function releases({ actor, db, partnership }: QueryContext, and = '', values: unknown[] = []) {
  return db.text<ReleaseRow>(`${releaseRows} ${and} order by r.id desc`, [
    partnership.id,
    actor.circle_ids,
    ...values,
  ]);
}

/** Those that this person can answer now. */
export async function releasesToAnswer(context: QueryContext): Promise<ReleaseRow[]> {
  if (!context.actor.can('circles.release') || context.actor.circle_ids.length === 0) return [];
  const waiting = await releases(context, 'and r.answer is null');
  return waiting.filter((row) => mayAnswer(context, row));
}

/** This person’s own that were answered since a day. */
export async function releasesAnswered(context: QueryContext, since: string): Promise<ReleaseRow[]> {
  if (context.actor.circle_ids.length === 0) return [];
  return releases(context, 'and r.asked_by_id = $3 and r.answered_on >= $4::date', [
    context.actor.person_id,
    since,
  ]);
}

function mayAnswer({ actor }: QueryContext, row: ReleaseRow): boolean {
  return (
    row.answer === null &&
    row.originator_agency_id !== null &&
    row.asked_by_id !== actor.person_id &&
    answersFor(actor, row.originator_agency_id)
  );
}

export const listReleases = query({
  name: 'circles.list-releases',
  summary: 'What was asked of originators, in one’s circles',
  permission: 'governance.read',
  input: z.strictObject({ ref: recordRef.optional() }),
  async run(context, { ref }) {
    const rows = await (ref === undefined ? releases(context) : releases(context, 'and r.ref = $3', [ref]));
    return { rows, ref: ref ?? null };
  },
});

export const readRelease = query({
  name: 'circles.read-release',
  summary: 'One request to an originator, and its answer',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const [found] = await releases(context, 'and r.id = $3', [id]);
    if (found === undefined) throw new NotFound();
    const may_answer: boolean = mayAnswer(context, found);
    return Object.assign(found, { may_answer });
  },
});

export const answerRelease = command({
  name: 'circles.answer-release',
  summary: 'Answer for one’s agency whether what it gave may leave its circle',
  permission: 'circles.release',
  input: releaseAnswer,
  async run(context, { id, answer, expires_on, note }) {
    const { actor, write, today } = context;
    const [found] = await releases(context, 'and r.id = $3', [id]);
    if (found === undefined) throw new NotFound();
    if (found.answer !== null) throw new Conflict('This request has been answered already.');
    if (!mayAnswer(context, found)) {
      throw new NotAllowed(
        'Only the people of the agency that gave the record answer this, and nobody answers their own request.',
      );
    }
    if (answer === 'agreed' && expires_on !== null && expires_on < today) {
      throw new InvalidInput({ expires_on: 'This day is past. Enter today or a day to come' });
    }
    await write.update('circles.release_request', id, {
      answer,
      note,
      expires_on: answer === 'agreed' ? expires_on : null,
      answered_by_id: actor.person_id,
      answered_on: today,
    });
    return { id };
  },
});

/** The circle of a record that an agency keeps control of. Throws Conflict where nobody does. */
async function controlledCircle(context: QueryContext, id: string | null) {
  const circle = id === null ? undefined : await findCircle(context, id);
  const { originator, originator_agency_id } = circle ?? {};
  if (circle === undefined || originator == null || originator_agency_id == null) {
    throw new Conflict('No agency keeps control of this record, so nobody has to be asked.');
  }
  return { ...circle, originator, originator_agency_id };
}

export function asking(kinds: Kinds) {
  const beforeAsking = query({
    name: 'circles.read-control',
    summary: 'Which agency keeps control of a record, to ask it',
    permission: 'governance.read',
    input: z.strictObject({ ref: recordRef, act: z.string().optional() }),
    async run(context, given) {
      const { kind, id, circle_id } = await seenRecord(context, kinds, given.ref);
      const circle = await controlledCircle(context, circle_id);
      return { word: kind.word, path: kind.path(id), circle };
    },
  });

  const askRelease = command({
    name: 'circles.ask-release',
    summary: 'Ask an originator whether a record may leave its circle, be exported or be quoted',
    permission: 'governance.read',
    input: releaseRequest,
    async run(context, { ref, act, reason }) {
      const { actor, db, write, today } = context;
      const record = await seenRecord(context, kinds, ref);
      const circle = await controlledCircle(context, record.circle_id);
      if (actor.person_id === null) throw new NotAllowed();
      const waiting = await db.find(
        db
          .from('circles.release_request')
          .select('id')
          .where('ref', '=', record.ref)
          .where('act', '=', act)
          .where('circle_id', '=', circle.id)
          .where('answer', 'is', null),
      );
      if (waiting !== undefined) {
        throw new Conflict('This has been asked already, and waits for an answer.', {
          href: `/circles/releases/${waiting.id}`,
          text: 'See the request',
        });
      }
      const id = await write.insert('circles.release_request', {
        circle_id: circle.id,
        ref: record.ref,
        act,
        asked_by_id: actor.person_id,
        asked_on: today,
        reason,
      });
      await write.enqueue('circles.tell-originator', {
        request_id: id,
        circle_id: circle.id,
        agency_id: circle.originator_agency_id,
      });
      return { id };
    },
  });

  return { beforeAsking, askRelease };
}

// Notes of rectification: raised, decided, listed. They carry the circle of the record they are about, and never change it.
import { z } from 'zod';
import { namesOfPeople } from '../../../ground/governance/index.ts';
import { noteSeen } from '../../../kernel/access/seen.ts';
import { refParts } from '../../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../../kernel/evidence/resolve.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../../kernel/operation/refusals.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { circleOfRecord, type RecordKind, recordKinds } from './record-reading.ts';
import { rectification, rectificationDecision } from './rectification.ts';
import { noCircle } from './subject-found.ts';

function rowsSeen({ actor, db }: QueryContext) {
  return db
    .from('information.rectification')
    .selectAll()
    .where((eb) =>
      eb.or([eb('circle_id', 'is', null), eb('circle_id', 'in', [...actor.circle_ids, noCircle])]),
    );
}

/** The page of a record, from whichever room shows it. */
async function pathsOf(
  context: QueryContext,
  kinds: ReadonlyMap<string, RecordKind>,
  refs: readonly string[],
) {
  const resolved = await resolveRefs(context, refs);
  return new Map(
    refs.map((ref) => {
      const { concept, id } = refParts(ref);
      const kind = kinds.get(concept);
      return [
        ref,
        {
          path: resolved.get(ref)?.path ?? kind?.path?.(id) ?? null,
          title: resolved.get(ref)?.title ?? kind?.word ?? 'A record',
        },
      ] as const;
    }),
  );
}

export function rectificationOperations(declarations: readonly RecordDeclaration[]) {
  const listRectifications = query({
    name: 'information.list-rectifications',
    summary: 'Records that somebody says are wrong, and the notes beside them',
    permission: 'information.read',
    input: z.strictObject({}),
    async run(context) {
      const rows = await context.db.all(rowsSeen(context).orderBy('raised_on', 'desc').orderBy('id'));
      noteSeen(context, 'information.rectification', rows);
      const kinds = await recordKinds(context, declarations);
      const paths = await pathsOf(
        context,
        kinds,
        rows.map((row) => row.about_ref),
      );
      return rows.map((row) => ({
        ...row,
        ...(paths.get(row.about_ref) ?? { path: null, title: 'A record' }),
      }));
    },
  });

  const readRectification = query({
    name: 'information.read-rectification',
    summary: 'One note of rectification',
    permission: 'information.read',
    input: z.strictObject({ id: z.uuid() }),
    async run(context, { id }) {
      const row = await context.db.one(rowsSeen(context).where('id', '=', id));
      noteSeen(context, 'information.rectification', [row]);
      const kinds = await recordKinds(context, declarations);
      const [paths, people] = await Promise.all([
        pathsOf(context, kinds, [row.about_ref]),
        namesOfPeople(context, row.decided_by_id === null ? [] : [row.decided_by_id]),
      ]);
      return {
        ...row,
        ...(paths.get(row.about_ref) ?? { path: null, title: 'A record' }),
        decided_by: people.get(row.decided_by_id ?? '') ?? null,
      };
    },
  });

  const addRectification = command({
    name: 'information.add-rectification',
    summary: 'Record that somebody says a record is wrong, with the note that stands beside it',
    permission: 'information.rights',
    input: rectification,
    async run(context, input) {
      if (input.raised_on > context.today)
        throw new InvalidInput({ raised_on: 'This day is in the future. Correct it' });
      const circle_id = await circleOfRecord(
        context,
        await recordKinds(context, declarations),
        input.about_ref,
      );
      if (circle_id === undefined)
        throw new InvalidInput({ about_ref: 'There is no such record for you to see. Check the reference' });
      return {
        id: await context.write.insert('information.rectification', { ...input, circle_id, state: 'open' }),
      };
    },
  });

  return { listRectifications, readRectification, addRectification };
}

export const decideRectification = command({
  name: 'information.decide-rectification',
  summary: 'Decide whether a record was found wrong or stands as it is; the note stays beside it either way',
  permission: 'information.rights',
  input: rectificationDecision,
  async run(context, { id, seen_revision, ...decision }) {
    const { state } = await context.db.one(rowsSeen(context).where('id', '=', id));
    if (state !== 'open')
      throw new Conflict('This is decided already. If something new comes up, record it as a new note.');
    await context.write.update(
      'information.rectification',
      id,
      { ...decision, decided_by_id: context.actor.person_id, decided_on: context.today },
      seen_revision,
    );
    return { id };
  },
});

/** How many wait for a decision, for those who make it. */
export async function openRectifications(
  context: QueryContext,
): Promise<{ id: string; raised_on: string }[]> {
  return context.db.all(
    rowsSeen(context).where('state', '=', 'open').clearSelect().select(['id', 'raised_on']),
  );
}

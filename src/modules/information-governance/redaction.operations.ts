// Redacting a text of a record, and removing a file from it. The person must be able to see the record; a legal hold
// refuses; what stands in a published report is named, because that can only be withdrawn and issued again.
import { z } from 'zod';
import { namesOfPeople } from '../../ground/governance/index.ts';
import { contentHash, type Ref, refParts } from '../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import { filesOf } from '../../kernel/files/file.operations.ts';
import { command, type CommandContext, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { blankRecord, redactCopies } from '../../kernel/records/blanking.ts';
import type { Blank } from '../../kernel/records/declaration.ts';
import type { Room } from '../../kernel/records/room.ts';
import type { Declared, Kind } from './declared.ts';
import { publicationsOf } from './due.operations.ts';
import { fileHashes } from './forget.operations.ts';
import { heldBy, ownId, whileNoHoldIsPlaced } from './legal-hold.operations.ts';
import { placesOf, plainWords } from './passages.ts';
import { fileRemoval, mark, passagesTyped, redactedValue, redaction } from './redaction.ts';

export const listRedactions = query({
  name: 'information.list-redactions',
  summary: 'What was taken out of records, when and why',
  permission: 'information.read',
  input: z.strictObject({}),
  async run(context) {
    const { db, actor, partnership } = context;
    const rows = await db.text<{
      id: string;
      shown_on: string;
      field: string;
      reason: string;
      redacted_on: string;
      redacted_by_id: string | null;
      occurrences: number;
    }>(
      `select id, shown_on, field, reason, redacted_on, redacted_by_id, occurrences from kernel.redaction
       where partnership_id = $1 and (circle_id is null or circle_id = any($2::uuid[])) order by id desc limit 500`,
      [partnership.id, actor.circle_ids],
    );
    const people = await namesOfPeople(
      context,
      rows.flatMap((row) => row.redacted_by_id ?? []),
    );
    const shown = await resolveRefs(
      context,
      rows.map((row) => row.shown_on),
    );
    return rows.map((row) => ({
      ...row,
      by: row.redacted_by_id === null ? null : (people.get(row.redacted_by_id) ?? null),
      path: shown.get(row.shown_on)?.path ?? null,
    }));
  },
});

export const readRedaction = query({
  name: 'information.read-redaction',
  summary: 'One redaction, and the published reports in which the words still stand',
  permission: 'information.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const row = await db.one(db.from('kernel.redaction').selectAll().where('id', '=', id));
    const shown = (await resolveRefs(context, [row.shown_on])).get(row.shown_on);
    return {
      ...row,
      published: row.published as { title: string; path: string }[],
      path: shown?.path ?? null,
    };
  },
});

export function redactionOperations(declared: Declared, rooms: readonly Room[]) {
  const readRedactable = query({
    name: 'information.read-redactable',
    summary: 'Which texts and files of a record can be taken out, and what holds it',
    permission: 'information.dispose',
    input: z.strictObject({ ref: z.string().max(200) }),
    async run(context, { ref }) {
      const { kind } = await seenRecord(context, declared, ref);
      const [files, held] = await Promise.all([filesOf(context, ref), heldBy(context, declared)]);
      return {
        ref,
        declaration: kind.declaration.name,
        fields: await textColumns(context, kind),
        files,
        held: held(ref)?.reason ?? null,
      };
    },
  });

  const redact = command({
    name: 'information.redact',
    summary: 'Take words out of a text of a record and of all its history',
    permission: 'information.dispose',
    input: redaction,
    async run(context, { ref, field, passages, whole, reason }) {
      const { kind, circle_id } = await seenRecord(context, declared, ref);
      if (!(await textColumns(context, kind)).includes(field)) {
        throw new InvalidInput({ field: 'Choose a text of this record' });
      }
      await refuseHeld(context, declared, [ref]);
      const versions = await versionsOf(context, kind, ref, field);
      const taken = takenOut(kind, field, versions, whole ? null : passagesTyped(passages));
      const published = await publishedWith(context, rooms, taken.words);
      const id = await context.write.insert('kernel.redaction', {
        circle_id,
        ref,
        shown_on: ref,
        field,
        whole,
        occurrences: taken.count,
        reason,
        redacted_on: context.today,
        redacted_by_id: ownId(context.actor),
        published: JSON.stringify(published),
      });
      await blankRecord(
        context,
        { table: kind.table, id: refParts(ref).id },
        { table: 'kernel.redaction', id },
        { past: taken.past },
      );
      await redactCopies(context, taken.words.map(plainWords), (value) =>
        // As whole words: a copy holds much else, and "Ann" is not to be taken out of "annual".
        redactedValue(value, taken.words, { whole: true }),
      );
      return { id };
    },
  });

  const removeFile = command({
    name: 'information.remove-file',
    summary: 'Take a file away from a record for good',
    permission: 'information.dispose',
    input: fileRemoval,
    async run(context, { ref, file_id, reason }) {
      const { circle_id } = await seenRecord(context, declared, ref);
      const file = declared.kindOf('kernel.file/x');
      const there = (await filesOf(context, ref)).some(({ id }) => id === file_id);
      if (!there || file === undefined) throw new NotFound('That file is not with this record any more.');
      await refuseHeld(context, declared, [ref, `kernel.file/${file_id}`]);
      const own = `kernel.file/${file_id}`;
      const hashes = await fileHashes(context, [{ ref: own, with_ref: ref }]);
      const id = await context.write.insert('kernel.redaction', {
        circle_id,
        ref: own,
        shown_on: ref,
        field: 'file',
        whole: true,
        occurrences: 1,
        reason,
        redacted_on: context.today,
        redacted_by_id: ownId(context.actor),
        published: '[]',
      });
      await blankRecord(
        context,
        { table: 'kernel.file', id: file_id },
        { table: 'kernel.redaction', id },
        { blanks: file.contents.blanks },
      );
      await context.write.enqueue('information.forget-bytes', { hashes });
      return { id };
    },
  });

  return { readRedactable, redact, removeFile };
}

/** The record's kind and circle, where this person may see it. Throws NotFound otherwise. */
async function seenRecord(
  context: QueryContext,
  declared: Declared,
  ref: Ref,
): Promise<{ kind: Kind; circle_id: string | null }> {
  const { db, partnership, actor } = context;
  const kind = declared.kindOf(ref);
  if (kind === undefined) throw new NotFound();
  const [row] = await db.text<{ circle_id: string | null }>(
    `select to_jsonb(t) ->> 'circle_id' as circle_id from ${kind.table} t
     where t.partnership_id = $1 and t.id::text = $2
       and (to_jsonb(t) ->> 'circle_id' is null or to_jsonb(t) ->> 'circle_id' = any($3::text[]))
     for share of t`,
    [partnership.id, refParts(ref).id, actor.circle_ids],
  );
  if (row === undefined) throw new NotFound();
  if (kind.declaration.about_children) context.saw(ref);
  return { kind, circle_id: row.circle_id };
}

/** Columns that hold somebody's own words: declared as content, of type text or JSON, and no code or hash. */
async function textColumns({ db }: QueryContext, { table, contents }: Kind): Promise<string[]> {
  const { blanks, hash, codes = [] } = contents;
  const rows = await db.text<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema || '.' || table_name = $1 and data_type in ('text', 'jsonb') order by ordinal_position`,
    [table],
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => name in blanks && name !== hash?.column && !codes.includes(name));
}

type Version = { revision: number; value: unknown } & Record<string, unknown>;

async function versionsOf(
  { db, partnership }: QueryContext,
  kind: Kind,
  ref: Ref,
  field: string,
): Promise<Version[]> {
  // Table and column come from the room's declaration, never from the person. Nobody writes a further version meanwhile.
  await db.text(`select from ${kind.table} where partnership_id = $1 and id = $2 for update`, [
    partnership.id,
    refParts(ref).id,
  ]);
  return db.text<Version>(
    `select revision, to_jsonb(h) -> '${field}' as value from ${kind.table}_history h
     where partnership_id = $1 and id = $2 order by revision`,
    [partnership.id, refParts(ref).id],
  );
}

interface Taken {
  past: Record<number, Record<string, Blank>>;
  count: number;
  /** What was taken out, to look for elsewhere. */
  words: string[];
}

/** What each version becomes. Throws InvalidInput where the words do not stand in any of them. */
function takenOut(kind: Kind, field: string, versions: readonly Version[], passages: string[] | null): Taken {
  if (passages !== null && passages.length === 0) {
    throw new InvalidInput({ passages: 'Enter at least two letters of what is to be taken out' });
  }
  if (passages === null && versions.some(({ value }) => value !== null && typeof value === 'object')) {
    throw new InvalidInput({
      whole: 'This text has several parts. Enter the words to take out, one passage a line',
    });
  }
  const { hash } = kind.contents;
  const past: Taken['past'] = {};
  let count = 0;
  for (const { revision, value } of versions) {
    const become =
      passages === null
        ? { value: value === null ? null : mark, count: value === null || value === mark ? 0 : 1 }
        : redactedValue(value, passages);
    count += become.count;
    past[revision] = {
      [field]: become.value as Blank,
      ...(hash?.of === field ? { [hash.column]: contentHash(become.value) } : {}),
    };
  }
  if (count === 0) {
    throw new InvalidInput({
      [passages === null ? 'whole' : 'passages']:
        'These words do not stand in this text, now or in its history',
    });
  }
  const whole = versions.flatMap(({ value }) => (typeof value === 'string' && value !== mark ? value : []));
  return { past, count, words: passages ?? [...new Set(whole)] };
}

async function publishedWith(context: CommandContext, rooms: readonly Room[], words: readonly string[]) {
  return (await publicationsOf(context, rooms))
    .filter(({ text }) => words.some((passage) => placesOf(passage, text).length > 0))
    .map(({ title, path }) => ({ title, path }));
}

async function refuseHeld(context: CommandContext, declared: Declared, refs: readonly Ref[]): Promise<void> {
  await whileNoHoldIsPlaced(context);
  const held = await heldBy(context, declared);
  const hold = refs.map(held).find((one) => one !== undefined);
  if (hold === undefined) return;
  throw new Conflict(`A legal hold keeps this record as it is: ${hold.reason}`);
}

// The one command by which a record changes circle. Whoever moves it must see it and be in the circle it goes to, so nobody
// moves what they may not see and nobody loses a record out of sight.
import { z } from 'zod';
import { requireRelease } from '../../kernel/access/release.ts';
import { type Ref, ref } from '../../kernel/evidence/evidence.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import type { RecordTable } from '../../kernel/operation/writes.ts';
import { findCircle } from './circle.operations.ts';
import { type Companions, conceptOfTable, type Kinds, type SeenRecord, seenRecord } from './kinds.ts';
import { recordRef, reclassification } from './reclassify.ts';

/** A row that carries the record's circle: the record itself, its parts, its files, and why it was moved before. */
interface Carried {
  table: string;
  ids: string[];
}

export function reclassifying(kinds: Kinds, companions: Companions) {
  const readPlacement = query({
    name: 'circles.read-placement',
    summary: 'Where a record stands, and what would move with it',
    permission: 'circles.reclassify',
    input: z.strictObject({ ref: recordRef }),
    async run(context, given) {
      const record = await seenRecord(context, kinds, given.ref);
      const [circle, carried] = await Promise.all([
        record.circle_id === null ? undefined : findCircle(context, record.circle_id),
        carriedBy(context, record, companions),
      ]);
      const count = (table: string) => carried.find((one) => one.table === table)?.ids.length ?? 0;
      return {
        ref: record.ref,
        word: record.kind.word,
        path: record.kind.path(record.id),
        always: record.kind.always ?? false,
        circle: circle ?? null,
        files: count('kernel.file'),
        parts: carried
          .filter(({ table }) => record.kind.parts?.some((part) => part.table === table))
          .reduce((sum, { ids }) => sum + ids.length, 0),
        earlier: await earlierRevisions(context, carried),
      };
    },
  });

  const reclassify = command({
    name: 'circles.reclassify',
    summary: 'Move a record to another circle, or open it, with its files, history and links',
    permission: 'circles.reclassify',
    input: reclassification,
    async run(context, { ref: of, circle_id, reason }) {
      const { actor, write, today } = context;
      const record = await seenRecord(context, kinds, of);
      refusePlace(context, record, circle_id);
      await requireRelease(context, record, 'move');
      // The record first: from then on nothing is added to it until this is over (held-circle.ts), so nothing stays behind.
      await carry(context, record.kind.table, [record.id], circle_id, record.revision);
      const carried = await carriedBy(context, record, companions);
      for (const { table, ids } of carried.slice(1)) await carry(context, table, ids, circle_id);
      await write.insert('circles.move', {
        circle_id,
        ref: record.ref,
        from_circle_id: record.circle_id,
        to_circle_id: circle_id,
        reason,
        moved_by_id: actor.person_id,
        moved_on: today,
      });
      return { ref: record.ref, path: record.kind.path(record.id) };
    },
  });

  return { readPlacement, reclassify };
}

function refusePlace({ actor }: QueryContext, record: SeenRecord, to: string | null): void {
  if (to === record.circle_id) {
    throw new Conflict(
      to === null ? 'This record is open to everybody already.' : 'This record is in that circle already.',
    );
  }
  if (to === null && record.kind.always) {
    throw new InvalidInput({ circle_id: 'A record of this kind is always in a circle. Choose which' });
  }
  if (to !== null && !actor.circle_ids.includes(to)) {
    throw new InvalidInput({ circle_id: 'Choose a circle that you are in' });
  }
}

/** Everything that carries the record's circle, the record first. */
async function carriedBy(
  { db, partnership }: QueryContext,
  record: SeenRecord,
  companions: Companions,
): Promise<Carried[]> {
  const idsOf = async (table: string, where: string, value: unknown): Promise<Carried> => {
    const rows = await db.text<{ id: string }>(
      `select id from ${table} where partnership_id = $1 and ${where}`,
      [partnership.id, value],
    );
    return { table, ids: rows.map(({ id }) => id) };
  };
  const parts = await Promise.all(
    (record.kind.parts ?? []).map(({ table, column }) => idsOf(table, `${column} = $2`, record.id)),
  );
  const owners: Ref[] = [
    record.ref,
    ...parts.flatMap(({ table, ids }) => ids.map((id) => ref(conceptOfTable(table), id))),
  ];
  const beside = await Promise.all(
    companions.map(({ table, by }) => idsOf(table, `${by} = any($2)`, owners)),
  );
  return [{ table: record.kind.table, ids: [record.id] }, ...parts, ...beside].filter(
    ({ ids }) => ids.length > 0,
  );
}

/** A new revision in the new circle, and then the revisions before it after it. */
async function carry(
  { db, write }: CommandContext,
  table: string,
  ids: string[],
  circle_id: string | null,
  seen?: number,
): Promise<void> {
  for (const id of ids) await write.update(table as RecordTable, id, { circle_id }, seen);
  await db.text('select kernel.reclassify_history($1::regclass, $2::uuid[])', [table, ids]);
}

async function earlierRevisions({ db, partnership }: QueryContext, carried: Carried[]): Promise<number> {
  const counts = await Promise.all(
    carried
      .filter(({ table }) => table !== 'circles.move')
      .map(({ table, ids }) =>
        db.text<{ number: number }>(
          `select count(*)::int as number from ${table}_history where partnership_id = $1 and id = any($2::uuid[])`,
          [partnership.id, ids],
        ),
      ),
  );
  return counts.flat().reduce((sum, { number }) => sum + number, 0);
}

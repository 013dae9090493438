// After an older backup is restored: what had been disposed of is there again. The list of disposals, kept outside the
// database, says what; this blanks it once more. Older backups hold disposed records until they are overwritten.
import { z } from 'zod';
import { isRef, type Ref, refParts } from '../../kernel/evidence/evidence.ts';
import { command, type CommandContext, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { filledIn } from '../../kernel/records/blanking.ts';
import type { Declared } from './declared.ts';
import { listHash } from './disposal.ts';
import { fileHashes, forgetCopies, forgetRow, type ToForget } from './forget.operations.ts';
import { heldBy, whileNoHoldIsPlaced } from './legal-hold.operations.ts';

const disposedRow = z.strictObject({
  ref: z.string().max(200).refine(isRef),
  with_ref: z.string().max(200).refine(isRef),
  disposed_on: z.iso.date(),
});

/** The list as it is written to a file: references and days, and nothing that stood in a record. */
const disposalList = z.strictObject({
  partnership: z.string().max(60),
  disposed: z.array(disposedRow).max(1_000_000),
});

export const exportDisposals = query({
  name: 'information.export-disposals',
  summary: 'The list of everything disposed of, to keep beside the backups',
  permission: 'information.read',
  input: z.strictObject({}),
  async run({ db, partnership }) {
    const disposed = await db.all(
      db.from('information.disposed').select(['ref', 'with_ref', 'disposed_on']).orderBy('id'),
    );
    const list: z.output<typeof disposalList> = { partnership: partnership.short_name, disposed };
    return {
      file: {
        name: `${partnership.short_name}-disposals.json`,
        media_type: 'application/json',
        bytes: new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`),
      },
    };
  },
});

export interface Reapplied {
  /** On the list, or in the database's own record of disposals. */
  listed: number;
  /** Were there again and are blanked now. */
  blanked: number;
  /** Were there again, and are held now. */
  held: number;
}

export function reapplyDisposalsAmong(declared: Declared) {
  return command({
    name: 'information.reapply-disposals',
    summary: 'Dispose again of what a restored backup brought back',
    permission: 'operator',
    input: z.strictObject({ list: disposalList.nullable().default(null) }),
    async run(context, { list }): Promise<Reapplied> {
      const { db, partnership } = context;
      if (list !== null && list.partnership !== partnership.short_name) {
        throw new Conflict(
          `This list is of the partnership ${list.partnership}, not of ${partnership.short_name}.`,
        );
      }
      const own = await db.all(
        db.from('information.disposed').select(['id', 'ref', 'with_ref', 'disposed_on']).orderBy('id'),
      );
      const known = new Map(own.map((row) => [row.ref, row.id]));
      const all = new Map<Ref, ToForget>(
        [...own, ...(list?.disposed ?? [])].map(({ ref, with_ref }) => [ref, { ref, with_ref }]),
      );
      await whileNoHoldIsPlaced(context);
      const held_by = await heldBy(context, declared);
      const back: ToForget[] = [];
      let held = 0;
      for (const row of all.values()) {
        if (!(await isBack(context, declared, row.ref))) continue;
        if (held_by(row.ref) ?? held_by(row.with_ref)) held++;
        else back.push(row);
      }
      await blankAgain(context, declared, back, known);
      return { listed: all.size, blanked: back.length, held };
    },
  });
}

/** Whether something stands again in a column that a disposal blanks; asked as the owner, over all circles. */
async function isBack({ db, today }: QueryContext, declared: Declared, ref: Ref): Promise<boolean> {
  const kind = declared.kindOf(ref);
  if (kind === undefined) return false;
  const { id } = refParts(ref);
  const { blanks, closes = {} } = kind.contents;
  const compared = Object.fromEntries(Object.entries(blanks).filter(([column]) => !(column in closes)));
  const [answer] = await db.text<{ back: boolean }>('select information.is_back($1, $2, $3) as back', [
    kind.table,
    id,
    JSON.stringify(filledIn(compared, id, today)),
  ]);
  return answer?.back ?? false;
}

async function blankAgain(
  context: CommandContext,
  declared: Declared,
  rows: readonly ToForget[],
  known: ReadonlyMap<Ref, string>,
): Promise<void> {
  if (rows.length === 0) return;
  const hashes = await fileHashes(context, rows);
  const fresh = rows.filter(({ ref }) => !known.has(ref));
  const disposal_id = fresh.length > 0 ? await recordRun(context, fresh) : '';
  for (const row of rows) {
    const there = known.get(row.ref);
    if (there !== undefined)
      await context.write.update('information.disposed', there, { again_on: context.today });
    const warrant =
      there ??
      (await context.write.insert('information.disposed', {
        disposal_id,
        ...row,
        disposed_on: context.today,
        again_on: context.today,
      }));
    await forgetRow(context, declared, row.ref, warrant);
  }
  await forgetCopies(context, rows, hashes);
}

/** The certificate of what the restored database does not know that it had disposed of. */
function recordRun({ write, today }: CommandContext, rows: readonly ToForget[]): Promise<string> {
  const list = rows.map(({ ref }) => ({ ref, due_year: Number(today.slice(0, 4)) }));
  return write.insert('information.disposal', {
    declaration: 'What a restored backup brought back',
    rule: 'Disposed of before the backup was restored',
    reason: 'Carried out again by the operator, from the list of disposals kept beside the backups',
    state: 'carried-out',
    list: JSON.stringify(list),
    list_sha256: listHash(list),
    proposed_on: today,
    carried_out_on: today,
  });
}

// Blanking a record: its columns in the row and in all its history, and the copies of it that the machinery of commands
// holds. The database does it only with a warrant written in the same act (migrations/0014), and never under a legal hold.
import type { Ref } from '../evidence/evidence.ts';
import type { CommandContext } from '../operation/operation.ts';
import { Conflict } from '../operation/refusals.ts';
import { conceptOf } from '../operation/writes.ts';
import type { Blank } from './declaration.ts';

/** The row that says why: written in this same command, and kept. */
export interface Warrant {
  table: 'information.disposed' | 'kernel.redaction' | 'report.sealed_edition';
  id: string;
}

export interface Blanking {
  /** What columns become, in the row and everywhere in its past. */
  blanks?: Record<string, Blank>;
  /** What columns become in one revision, by its number. */
  past?: Record<number, Record<string, Blank>>;
  /** What else changes from now on, and not in the past. */
  closing?: Record<string, Blank>;
}

/** Blanks one record; gives the number of its versions. Throws Conflict where a legal hold keeps it. */
export async function blankRecord(
  context: CommandContext,
  record: { table: string; id: string },
  warrant: Warrant,
  { blanks = {}, past = {}, closing = {} }: Blanking,
): Promise<number> {
  const { db, today } = context;
  const filled = (values: Record<string, Blank>) => JSON.stringify(filledIn(values, record.id, today));
  context.saw(refOfRow(record));
  try {
    const [answer] = await db.text<{ versions: number }>(
      'select kernel.blank_record($1, $2, $3, $4, $5, $6, $7) as versions',
      [
        record.table,
        record.id,
        warrant.table,
        warrant.id,
        filled(blanks),
        JSON.stringify(past),
        filled(closing),
      ],
    );
    return answer?.versions ?? 0;
  } catch (error) {
    if ((error as { code?: unknown }).code === '55000') {
      throw new Conflict(
        'A legal hold keeps this record as it is. Lift the hold first, if its reason is over.',
      );
    }
    throw error;
  }
}

export function refOfRow({ table, id }: { table: string; id: string }): Ref {
  return `${conceptOf(table)}/${id}`;
}

/** `{id}` and `{today}` in the words that a declaration leaves behind. */
export function filledIn(values: Record<string, Blank>, id: string, today: string): Record<string, Blank> {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replace('{id}', id).replace('{today}', today) : value,
    ]),
  );
}

/**
 * Blanks what the machinery of commands still holds of these words (ids of records, passages of text): results kept for a
 * command that is sent twice, jobs, half-typed forms. Gives how many copies there were.
 */
export async function blankCopies(
  { db, partnership, now }: CommandContext,
  words: readonly string[],
): Promise<number> {
  if (words.length === 0) return 0;
  // As the words stand in JSON.
  const values = [partnership.id, words.map((word) => JSON.stringify(word).slice(1, -1))];
  const holding = (column: string) =>
    `exists (select from unnest($2::text[]) as word where position(lower(word) in lower(${column})) > 0)`;
  const [requests, jobs, drafts] = await Promise.all([
    db.text(
      `update kernel.request set result = case when result ? 'id' then jsonb_build_object('id', result -> 'id') end
       where partnership_id = $1 and result is not null and ${holding('result::text')} returning 1`,
      values,
    ),
    db.text(
      `update kernel.job set payload = '{}', problem = null, state = 'done', done_at = coalesce(done_at, now())
       where partnership_id = $1 and ${holding("payload::text || coalesce(problem, '')")} returning 1`,
      values,
    ),
    db.text(
      `update kernel.draft set sent = null, path = '/', taken_at = coalesce(taken_at, $3)
       where partnership_id = $1 and ${holding("coalesce(sent::text, '') || path")} returning 1`,
      [...values, now],
    ),
  ]);
  return requests.length + jobs.length + drafts.length;
}

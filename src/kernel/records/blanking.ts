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
 * Blanks what the machinery of commands still holds of these records, by their ids: results kept for a command that is sent
 * twice, jobs, half-typed forms. Gives how many copies there were.
 */
export async function blankCopies(
  { db, partnership, now }: CommandContext,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const values = [partnership.id, ids];
  const holding = (column: string) =>
    `exists (select from unnest($2::text[]) as id where position(id in ${column}) > 0)`;
  const [requests, jobs, drafts] = await Promise.all([
    db.text(
      `update kernel.request set input_hash = 'forgotten',
         result = case when result ? 'id' then jsonb_build_object('id', result -> 'id') end
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

/** A text as it is searched: one form of each letter, and none of the signs inside a word that nobody sees. */
export function plainInSql(text: string): string {
  const unseen = '[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]';
  return `regexp_replace(normalize(${text}, NFKC), '${unseen}', '', 'g')`;
}

/**
 * Takes words out of what the machinery holds in somebody's own words: half-typed forms, kept results, why a job failed.
 * `words` find the copies, in plain small letters; `redacted` says what a value becomes. The work that a job was asked for
 * is references and days, never words, so it stays as it is.
 */
export async function redactCopies(
  { db, partnership }: CommandContext,
  words: readonly string[],
  redacted: (value: unknown) => { value: unknown; count: number },
): Promise<void> {
  // A passage may run over a line break, which JSON writes as two signs: its longest word finds it.
  const longest = words.map((one) =>
    one.split(/[^\p{L}\p{N}]+/u).reduce((a, b) => (b.length > a.length ? b : a), ''),
  );
  for (const { table, column, key } of [
    { table: 'kernel.draft', column: 'sent', key: 'id' },
    { table: 'kernel.request', column: 'result', key: 'array[person_id, operation, key]::text' },
    { table: 'kernel.job', column: 'problem', key: 'id' },
  ]) {
    const rows = await db.text<{ key: string; value: unknown }>(
      `select ${key} as key, to_jsonb(${column}) as value from ${table} where partnership_id = $1 and ${column} is not null
         and exists (select from unnest($2::text[]) as word
           where position(word in lower(${plainInSql(`${column}::text`)})) > 0)`,
      [partnership.id, longest],
    );
    for (const row of rows) {
      const { value, count } = redacted(row.value);
      if (count === 0) continue;
      await db.text(
        `update ${table} set ${column} = ${column === 'problem' ? "$3::jsonb #>> '{}'" : '$3::jsonb'}
         where partnership_id = $1 and ${key} = $2`,
        [partnership.id, row.key, JSON.stringify(value)],
      );
    }
  }
}

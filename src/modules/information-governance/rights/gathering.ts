// Finding what is held about somebody: records that point at them, records that hold their names, and what belongs to those
// (files, notes of rectification, decisions on sharing). In the circles of whoever looks, and no further: of the others it
// is said how many they are, so that somebody of theirs can be asked.
import type { Ref } from '../../../kernel/evidence/evidence.ts';
import { refParts } from '../../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import { plainInSql } from '../../../kernel/records/blanking.ts';
import { plainWords } from '../passages.ts';
import type { RecordKind } from './record-reading.ts';
import { namesSought } from './subject-request.ts';

/** Records of one kind beyond which the names are too common to work with. */
const most = 500;
const wordTypes = new Set(['text', '_text', 'jsonb', 'varchar']);
/** Rows that belong to a record by its reference. */
const belonging: Record<string, string> = {
  'kernel.file': 'owner_ref',
  'information.rectification': 'about_ref',
  'information.sharing_decision': 'about_ref',
};

export type FoundBy = 'reference' | 'words' | 'belongs';

export interface Found {
  found: Map<Ref, FoundBy>;
  circles_not_open: number;
}

interface Sought {
  about_ref: string | null;
  about_names: string;
}

export async function foundRecords(
  context: QueryContext,
  kinds: ReadonlyMap<string, RecordKind>,
  sought: Sought,
): Promise<Found> {
  const { actor, db, partnership } = context;
  const found = new Map<Ref, FoundBy>();
  for (const kind of kinds.values()) {
    for (const { id, by_reference } of await search(context, kind, sought)) {
      found.set(`${kind.concept}/${id}`, by_reference ? 'reference' : 'words');
    }
  }
  for (const [table, column] of Object.entries(belonging)) {
    const kind = [...kinds.values()].find((one) => one.table === table);
    if (kind === undefined) continue;
    const rows = await db.text<{ id: string }>(
      `select r.id from ${table} r where r.partnership_id = $1 and r.${column} = any($2)
         and (r.circle_id is null or r.circle_id = any($3::uuid[]))`,
      [partnership.id, [...found.keys()], actor.circle_ids],
    );
    for (const { id } of rows) {
      const of = `${kind.concept}/${id}`;
      if (!found.has(of)) found.set(of, 'belongs');
    }
  }
  const [circles] = await db.text<{ closed: number }>(
    'select count(*)::int as closed from kernel.circle where partnership_id = $1 and id <> all($2::uuid[])',
    [partnership.id, actor.circle_ids],
  );
  return { found, circles_not_open: circles?.closed ?? 0 };
}

async function search({ actor, db, partnership }: QueryContext, kind: RecordKind, sought: Sought) {
  const words = kind.columns.filter((column) => wordTypes.has(column.type)).map((column) => column.name);
  const keys = kind.columns.filter((column) => column.type === 'uuid').map((column) => column.name);
  const values: unknown[] = [partnership.id];
  const given = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const byReference = pointing(sought.about_ref, kind, keys, given);
  // Every word of a line stands somewhere in the record.
  const byName = namesSought(sought.about_names).map(
    (line) => `(${line.map((word) => `doc ~* ${given(patternOf(word), 'text')}`).join(' and ')})`,
  );
  const open = kind.circled
    ? `(r.circle_id is null or r.circle_id = any(${given(actor.circle_ids, 'uuid[]')}))`
    : 'true';
  const text = words.map((name) => `, r.${name}::text`).join('');
  const rows = await db.text<{ id: string; by_reference: boolean }>(
    // A line break inside JSON is written as two signs, the second of which would join the next word.
    `select r.id, ${byReference} as by_reference from ${kind.table} r
     cross join lateral (
       select ${plainInSql(`replace(replace(concat_ws(' ', ''${text}), '\\n', ' '), '\\t', ' ')`)} as doc) d
     where r.partnership_id = $1 and ${open} and (${[byReference, ...byName].join(' or ')})
     order by r.id limit ${most + 1}`,
    values,
  );
  if (rows.length > most) {
    throw new Conflict(
      `More than ${most} records of the kind “${kind.word}” hold these names. Give fuller names, one whole name on each line, and gather again.`,
    );
  }
  return rows;
}

/** Whether a row is, or points at, the person in the register whom the request is about. */
function pointing(
  about_ref: Ref | null,
  kind: RecordKind,
  keys: readonly string[],
  given: (value: unknown, type: string) => string,
): string {
  if (about_ref === null) return 'false';
  const { concept, id } = refParts(about_ref);
  const places = [...(kind.concept === concept ? ['id'] : []), ...keys].map(
    (key) => `coalesce(r.${key} = ${given(id, 'uuid')}, false)`,
  );
  return `(${[...places, `position(${given(about_ref, 'text')} in doc) > 0`].join(' or ')})`;
}

/** A word as a whole word, in PostgreSQL's regular expressions; an apostrophe is any apostrophe. It is met by `plainInSql`. */
function patternOf(word: string): string {
  const plain = plainWords(word)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll("'", "['’‘ʼ`´]")
    .replaceAll('-', '[-‐‑‒–—−]');
  const edge = (sign: string | undefined, mark: string) =>
    sign !== undefined && /[\p{L}\p{N}]/u.test(sign) ? mark : '';
  return `${edge(word.at(0), '\\m')}${plain}${edge(word.at(-1), '\\M')}`;
}

// Any record of any room as words: which tables there are and what they hold, read off the register of records and the
// database's own catalogue, so that no room can be forgotten when somebody asks what is held about them. Always as the
// person who reads: row-level security answers, and each statement names the partnership and the circles as well.
import { showDay } from '../../../ground/drawing.ts';
import { holdCircle } from '../../../kernel/access/held-circle.ts';
import { contentHash, type Ref, ref, refParts } from '../../../kernel/evidence/evidence.ts';
import type { CommandContext, QueryContext } from '../../../kernel/operation/operation.ts';
import { conceptOf } from '../../../kernel/operation/writes.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { isUuid } from '../../../kernel/records/identity.ts';
import { columnWords } from '../declared.ts';
import type { FieldText } from './left-out.ts';

interface Column {
  name: string;
  type: string;
}

export interface RecordKind {
  table: string;
  /** `children.child` */
  concept: string;
  /** What one is called, for people. */
  word: string;
  path: ((id: string) => string) | undefined;
  about_children: boolean;
  circled: boolean;
  columns: Column[];
}

export interface RecordRead {
  ref: Ref;
  kind: RecordKind;
  circle_id: string | null;
  fields: FieldText[];
  /** Of what the record says, to notice a change after somebody decided about it. */
  hash: string;
}

/** Kinds of record that tell how a request itself was handled, and so are not searched for it. */
const ownKinds = /^information\.(subject_request|disposal|disposed)/;
/** Not words: how a record hangs together, and what only a machine reads. */
const machinery =
  /^(id|partnership_id|revision|entry_id|circle_id)$|_hash$|_sha256$|^sha256$|^refs?$|_refs?$/;

/** Every kind of record that a partnership keeps, by its concept. */
export async function recordKinds(
  { db }: QueryContext,
  declarations: readonly RecordDeclaration[],
): Promise<Map<string, RecordKind>> {
  const declared = new Map(
    declarations.flatMap((record) =>
      record.tables.map((table): [string, RecordDeclaration] => [table, record]),
    ),
  );
  const rows = await db.text<{ table: string; columns: Column[] }>(
    `select n.nspname || '.' || c.relname as table,
       jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_catalog.pg_type t on t.oid = a.atttypid
     where n.nspname || '.' || c.relname = any($1) group by 1`,
    [[...declared.keys()]],
  );
  return new Map(
    rows.flatMap(({ table, columns }): [string, RecordKind][] => {
      const record = declared.get(table);
      const has = (name: string) => columns.some((column) => column.name === name);
      if (record === undefined || !has('revision') || ownKinds.test(table)) return [];
      return [[conceptOf(table), kindFrom(table, columns, record)]];
    }),
  );
}

function kindFrom(table: string, columns: Column[], record: RecordDeclaration): RecordKind {
  const restricted = record.restricted?.find((one) => one.table === table);
  const own = (table.split('.')[1] ?? table).replaceAll('_', ' ');
  return {
    table,
    concept: conceptOf(table),
    word: capital(restricted?.word ?? own),
    path: restricted?.path,
    about_children: record.about_children,
    circled: columns.some((column) => column.name === 'circle_id'),
    columns: columns.filter((column) => !machinery.test(column.name)),
  };
}

/** Those of the records that are there and that this person may see, by reference. */
export async function readRecords(
  context: QueryContext,
  kinds: ReadonlyMap<string, RecordKind>,
  refs: readonly Ref[],
): Promise<Map<Ref, RecordRead>> {
  const { actor, db, partnership } = context;
  const byConcept = Map.groupBy(new Set(refs), (one) => refParts(one).concept);
  const found = await Promise.all(
    [...byConcept].map(async ([concept, of]) => {
      const kind = kinds.get(concept);
      const ids = of.map((one) => refParts(one).id).filter(isUuid);
      if (kind === undefined || ids.length === 0) return [];
      const rows = await db.text<Record<string, unknown> & { id: string }>(
        `select to_jsonb(r) as row, r.id from ${kind.table} r where r.partnership_id = $1 and r.id = any($2::uuid[])
         ${kind.circled ? 'and (r.circle_id is null or r.circle_id = any($3::uuid[]))' : 'and $3::uuid[] is not null'}`,
        [partnership.id, ids, actor.circle_ids],
      );
      return rows.map(({ id, row }) => recordFrom(kind, id, row as Record<string, unknown>));
    }),
  );
  return new Map(found.flat().map((record) => [record.ref, record]));
}

function recordFrom(kind: RecordKind, id: string, row: Record<string, unknown>): RecordRead {
  const fields = kind.columns.flatMap(({ name, type }): FieldText[] => {
    // Keys of other records say nothing by themselves.
    if (type === 'uuid') return [];
    const value = row[name];
    const text = type === 'date' && typeof value === 'string' ? showDay(value) : wordsOf(value);
    return text === '' ? [] : [{ field: name, label: columnWords(name), text }];
  });
  const circle = row['circle_id'];
  return {
    ref: ref(kind.concept, id),
    kind,
    circle_id: typeof circle === 'string' ? circle : null,
    fields,
    hash: contentHash(fields.map(({ field, text }) => [field, text])),
  };
}

/** A value as it can be read: lists by lines, objects as "name: value". */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) {
    const cells = value.map((one) => (one === null ? '–' : wordsOf(one)));
    return cells.join(value.some((one) => Array.isArray(one)) ? '\n' : ' | ');
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, one]) => [columnWords(name), wordsOf(one)])
    .filter(([, words]) => words !== '')
    .map((pair) => pair.join(': '))
    .join('\n');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The circle of a record that this person may see: null for an open one, undefined where there is none to see. For notes
 * that are put beside it: the record stays where it is until they are.
 */
export async function circleOfRecord(
  context: CommandContext,
  kinds: ReadonlyMap<string, RecordKind>,
  of: Ref,
): Promise<string | null | undefined> {
  if (!(await readRecords(context, kinds, [of])).has(of)) return undefined;
  const { concept, id } = refParts(of);
  const table = kinds.get(concept)?.table;
  return table === undefined ? undefined : holdCircle(context, { table, id });
}

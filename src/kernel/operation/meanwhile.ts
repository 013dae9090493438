// Two people on one record: what the first one saved, told to the second. Read from the record's history under the same
// policies, so it shows nothing that the person could not open.
import type { Transaction } from '../../database/connection.ts';
import type { Meanwhile } from './refusals.ts';

interface RevisionRow extends Record<string, unknown> {
  revision: number;
  row: Record<string, unknown>;
  person: string | null;
  at: string | null;
}

/** Columns that every change moves and that mean nothing to a person. */
const machinery = new Set(['partnership_id', 'id', 'revision', 'entry_id', 'circle_id', 'content_hash']);

/** `table` comes from code. Undefined when the record is not there, or may not be seen. */
export async function meanwhileOf(
  transaction: Transaction,
  partnershipId: string,
  table: string,
  id: string,
  seen: number | undefined,
): Promise<Meanwhile | undefined> {
  const revisions = await transaction.text<RevisionRow>(
    `select h.revision, to_jsonb(h) as row, e.body::jsonb ->> 'person' as person, e.at
     from ${table} r
     join ${table}_history h on h.partnership_id = r.partnership_id and h.id = r.id and h.revision <= r.revision
     left join kernel.audit_entry e on e.partnership_id = h.partnership_id and e.id = h.entry_id
     where r.partnership_id = $1 and r.id = $2 and (h.revision >= $3 or h.revision = r.revision)
     order by h.revision`,
    [partnershipId, id, seen ?? 1],
  );
  const last = revisions.at(-1);
  if (last === undefined) return undefined;
  const since = revisions.filter(({ revision }) => seen === undefined || revision > seen);
  const before = valuesOf(revisions[0]?.row ?? {});
  const now = valuesOf(last.row);
  return {
    revision: last.revision,
    by: [...new Set(since.flatMap(({ person }) => person ?? []))],
    at: last.at,
    changes: [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
      .map((field) => ({ field, before: before[field] ?? null, now: now[field] ?? null })),
  };
}

/** The values by field; what is kept as one document (the content of evidence) counts field by field. */
function valuesOf(row: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(row).filter(([name]) => !machinery.has(name));
  return Object.fromEntries(
    plain.flatMap(([name, value]): [string, unknown][] =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value)
        : [[name, value]],
    ),
  );
}

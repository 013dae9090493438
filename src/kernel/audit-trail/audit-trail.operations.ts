// Who did and saw what: the audit trail, read by those who answer for it, and its verification.
import { z } from 'zod';
import { query } from '../operation/operation.ts';
import { type Verified, verifyChain } from './verify.ts';

const perPage = 50;
const mostEntries = 100_000;

interface EntryRow extends Record<string, unknown> {
  seq: number;
  body: string;
}

export const listEntries = query({
  name: 'audit.list-entries',
  summary: 'Who did and saw what, the latest first',
  permission: 'audit.read',
  input: z.strictObject({
    person_id: z.string().max(40).optional(),
    operation: z.string().max(80).optional(),
    ref: z.string().max(200).optional(),
    before: z.coerce.number().int().positive().optional(),
    /** For downloads: every entry that fits, and not one page of them. */
    all: z.literal('yes').optional(),
  }),
  async run({ db, partnership }, filter) {
    const values: unknown[] = [partnership.id];
    const where = (sql: string, value: unknown) => {
      values.push(value);
      return ` and ${sql.replace('?', `$${values.length}`)}`;
    };
    let sql = 'select seq, body from kernel.audit_entry where partnership_id = $1';
    if (filter.person_id) sql += where('person_id = ?', filter.person_id);
    if (filter.operation)
      sql += where("operation like ? || '%'", filter.operation.replaceAll(/[%_\\]/g, '\\$&'));
    if (filter.ref) sql += where('refs @> ?::jsonb', JSON.stringify([filter.ref]));
    if (filter.before) sql += where('seq < ?', filter.before);
    const most = filter.all ? mostEntries : perPage;
    const [rows, people] = await Promise.all([
      db.text<EntryRow>(`${sql} order by seq desc limit ${most + 1}`, values),
      db.all(db.from('governance.person').select(['id', 'name']).orderBy('name')),
    ]);
    const entries = rows
      .slice(0, most)
      .map(({ seq, body }) => ({ seq, ...(JSON.parse(body) as StoredEntry) }));
    return { filter, people, entries, next: rows.length > most ? (entries.at(-1)?.seq ?? null) : null };
  },
});

interface StoredEntry {
  at: string;
  person_id: string | null;
  person: string;
  roles: string[];
  operation: string;
  via: string;
  refs: string[];
  fields: string[];
  purpose: string | null;
}

export const verifyTrail = query({
  name: 'audit.verify',
  summary: 'Check that nothing in the audit trail was changed, taken out or put in',
  permission: 'audit.read',
  input: z.strictObject({}),
  command_line: {
    as: 'audit verify',
    print: (result: Verified) =>
      result.broken
        ? `The audit trail is broken at entry ${result.broken.seq}: ${result.broken.problem}.`
        : `The audit trail is whole: ${result.entries} entries.`,
    failed: (result: Verified) => result.broken !== null,
  },
  run: ({ db, partnership }) => verifyChain(db, partnership.id),
});

// Who did and saw what: the audit trail, read by those who answer for it, and its verification.
import { z } from 'zod';
import { query } from '../operation/operation.ts';
import * as field from '../records/field.ts';
import { expectedOf, readAnchors } from './anchors.ts';
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
    let sql = 'select e.seq, e.body from kernel.audit_entry e where e.partnership_id = $1';
    // By the index on references, which under row-level security is not used; then the filters on those few.
    if (filter.ref) sql += where('e.seq in (select a.seq from kernel.entries_about(?, null) a)', filter.ref);
    if (filter.person_id) sql += where('e.person_id = ?', filter.person_id);
    if (filter.operation)
      sql += where("e.operation like ? || '%'", filter.operation.replaceAll(/[%_\\]/g, '\\$&'));
    if (filter.before) sql += where('e.seq < ?', filter.before);
    const most = filter.all ? mostEntries : perPage;
    const [rows, people, tokens] = await Promise.all([
      db.text<EntryRow>(`${sql} order by e.seq desc limit ${most + 1}`, values),
      db.all(db.from('governance.person').select(['id', 'name']).orderBy('name')),
      db.text<{ id: string; name: string }>(
        'select id, name from access.api_token where partnership_id = $1',
        [partnership.id],
      ),
    ]);
    const tokenNames = new Map(tokens.map(({ id, name }) => [id, name]));
    const entries = rows.slice(0, most).map(({ seq, body }) => {
      const entry = JSON.parse(body) as StoredEntry;
      return { seq, ...entry, token_name: tokenNames.get(entry.token ?? '') ?? null };
    });
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
  /** The token by which another system acted for the person. */
  token?: string;
}

export type VerifiedTrail = Verified & {
  /** What the operator must know to judge the answer, such as a restore that set the trail back. */
  notes: string[];
};

export const verifyTrail = query({
  name: 'audit.verify',
  summary: 'Check that nothing in the audit trail was changed, taken out or put in',
  permission: 'audit.read',
  input: z.strictObject({
    anchor: field.optional(
      field.text(
        {
          label: 'Anchor from a letter',
          hint: 'The line with the entry’s number and 64 letters and digits; several one after another',
        },
        100_000,
      ),
    ),
  }),
  command_line: {
    as: 'audit verify',
    print: ({ broken, entries, anchors, notes }: VerifiedTrail) =>
      [
        broken
          ? `The audit trail is broken at entry ${broken.seq}: ${broken.problem}.`
          : `The audit trail is whole: ${entries} entries. ${comparedWords(anchors)}`,
        ...notes,
      ].join('\n'),
    failed: ({ broken }: VerifiedTrail) => broken !== null,
  },
  async run({ db, partnership, anchors }, { anchor }): Promise<VerifiedTrail> {
    const given = anchor === null ? [] : readAnchors(anchor, partnership.short_name, 'the anchor given');
    const { kept, unreadable } = await anchors.read(partnership.id);
    const { expected, notes } = expectedOf(kept);
    if (unreadable > 0) {
      notes.push(
        `The file of anchors holds ${unreadable === 1 ? 'a line' : `${unreadable} lines`} that cannot be read; somebody may have changed it.`,
      );
    }
    return { ...(await verifyChain(db, partnership.id, [...expected, ...given])), notes };
  },
});

export function comparedWords({ compared, agreed_up_to }: Verified['anchors']): string {
  return compared === 0
    ? 'There was no anchor to compare it with, so an end that was cut off would not show.'
    : `It agrees with what was known of it outside the database up to entry ${agreed_up_to}.`;
}

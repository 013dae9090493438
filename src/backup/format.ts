// What a backup says of itself, as FORMAT.md describes it: the lines of JSON between the rows and the files. Read with
// these schemas, because a backup comes from outside: another machine, another year, another copy of the program.
import { z } from 'zod';

/** Why a backup cannot be made, trusted or restored, in words for the operator: what happened, what to do. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

export const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const tableName = z.string().regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/);

/** The first line of the contents: what is needed to know whether the rest can be read here. */
export const headerLine = z.strictObject({
  header: z.strictObject({
    format: z.literal(formatVersion),
    made_at: z.iso.datetime(),
    program: z.string(),
    server: z.string(),
    /** Every migration the database had been brought up by, in order. */
    migrations: z.array(z.strictObject({ name: z.string(), sha256 })).min(1),
  }),
});
export type Header = z.infer<typeof headerLine>['header'];

/** Opens a table: its rows follow in COPY's text form, then a line with nothing but `\.` */
export const tableLine = z.strictObject({ table: tableName, columns: z.array(identifier).min(1) });
export type TableStart = z.infer<typeof tableLine>;

/** Opens a stored file: as many bytes follow as `size` says, then a line break. */
export const fileLine = z.strictObject({
  file: z.strictObject({ partnership_id: z.uuid(), sha256, size: count }),
});
export type FileStart = z.infer<typeof fileLine>['file'];

const trail = z.strictObject({
  partnership_id: z.uuid(),
  partnership: z.string(),
  /** Entries in the audit trail, and the hash of the last one. */
  seq: count,
  hash: sha256,
  /** Null: the trail was whole when the backup was made. */
  broken: z.strictObject({ seq: count, problem: z.string() }).nullable(),
});
export type Trail = z.infer<typeof trail>;

const lostFile = z.strictObject({
  partnership_id: z.uuid(),
  sha256,
  problem: z.enum(['missing', 'damaged', 'disposed of while the backup was made']),
});
export type LostFile = z.infer<typeof lostFile>;

/** Closes the contents: what everything before it must add up to. */
export const manifestLine = z.strictObject({
  manifest: z.strictObject({
    tables: z.array(z.strictObject({ table: tableName, rows: count, sha256 })),
    left_out: z.array(z.strictObject({ table: tableName, reason: z.string() })),
    files: z.strictObject({ count, bytes: count, sha256 }),
    /** Files that the rows name and the backup does not hold. */
    lost_files: z.array(lostFile),
    trails: z.array(trail),
  }),
});
export type Manifest = z.infer<typeof manifestLine>['manifest'];

/** The very last line: a hash over every byte of the contents before it. */
export const wholeLine = z.strictObject({ whole: z.strictObject({ bytes: count, sha256 }) });
export type Whole = z.infer<typeof wholeLine>['whole'];

/** Ends the rows of a table. COPY writes a backslash in somebody's words as two, so no row can look like it. */
export const endOfRows = Buffer.from('\\.\n');

export function lineOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

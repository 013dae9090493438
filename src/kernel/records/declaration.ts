// What every concept says of the records it keeps: who answers for them, why they are kept, on which lawful basis, whose
// data they are, who receives them, how long they are kept and what is left of them afterwards (UK GDPR articles 5, 6, 9,
// 10, 30 and 35). The register of processing, the impact assessment, disposals and redactions read these.
import type { Permission } from '../access/roles.ts';

export const dataSubjects = {
  children: 'Children and young people',
  families: 'Families and carers',
  professionals: 'People who work with children',
} as const;
export type DataSubject = keyof typeof dataSubjects;

export interface RecordDeclaration {
  /** The tables it covers, as `schema.table`; history twins follow their table. */
  tables: string[];
  name: string;
  /** Who decides about the data: the partnership's host council, or each agency for what it enters. */
  controller: string;
  purpose: string;
  /** UK GDPR article 6. */
  lawful_basis: string;
  /** UK GDPR article 9, with the paragraph of Schedule 1 to the Data Protection Act 2018; or why none is needed. */
  special_category: { condition: string } | { none: string };
  /** Whether data about criminal offences may stand in it (UK GDPR article 10). */
  criminal_offence: boolean;
  /** Whose data; none where nobody can be known from it. */
  whose: readonly DataSubject[];
  /** Who receives it. */
  recipients: string;
  /** Null: kept while the partnership exists. The years are ours to propose; a partnership's own schedule comes first. */
  retention: Retention | null;
  /** Whether it holds data about identifiable children. */
  about_children: boolean;
  /** For every table with personal data in it: what becomes of each column that holds words. */
  contents: Record<string, Contents>;
  /** The kinds of record among them that a circle may close. */
  restricted?: RestrictedKind[];
  /** Tables of rows that belong to a record of any kind: they carry its circle, and its reference in this column. */
  goes_with?: { table: string; by: string }[];
}

/** A kind of record that a circle may close: how it is called, who may read it, and what moves with it. */
export interface RestrictedKind {
  /** Its table; references to it follow from the name (`thread.check_made` → `thread.check-made/…`). */
  table: string;
  /** What it is called: "finding". */
  word: string;
  /** The page that shows it. */
  path: (id: string) => string;
  /** The permission to read it. */
  permission: Permission;
  /** Rows that belong to it and carry its circle, with the column that holds its id. Files need not be named. */
  parts?: { table: string; column: string }[];
  /** Always in a circle: it can be moved to another, and never opened to everybody. */
  always?: boolean;
  /** The page that shows it to somebody who was given emergency access, by the id of the access. */
  emergency_path?: (accessId: string) => string;
}

export interface Retention {
  years: number;
  /** The event the years are counted from, as "after …". */
  after: string;
  /** The day of that event, for each table whose records are disposed of by themselves. */
  counts: Record<string, CountsFrom>;
}

/** A day of the record (the first that is filled in), of the record it belongs to, the latest of those that belong to it, or of its last change. */
export type CountsFrom = (
  | { columns: string[] }
  | { parent: string; by: string; columns: string[] }
  | { latest_of: string; by: string; column: string }
  | { last_change: true }
) & {
  /** Only while a column holds one of these: an action that is still open is not counted yet. */
  only?: { column: string; in: string[] };
};

/** What a column becomes. In a text, `{id}` stands for the record's id, where a name must be the only one of its kind. */
export type Blank = string | number | null | unknown[] | { [key: string]: unknown };

export interface Contents {
  /** Columns that a disposal blanks, and what they become. A text or JSON among them can also be redacted. */
  blanks: Record<string, Blank>;
  /** Columns among them that hold no words of a person's (a code, what was frozen): blanked whole, never redacted. */
  codes?: string[];
  /** Columns that stay, by the reason why nobody can be known from them. */
  keeps: Record<string, string[]>;
  /** What the disposed record says besides, from then on and not in its past. */
  closes?: Record<string, Blank>;
  /** The record it belongs to and is disposed of with: by a column that holds its id, or its reference. */
  belongs_to?: { table: string; by: string } | { ref: string };
  /** The page that shows one, where a person who may see it can look before deciding. */
  page?: (id: string) => string;
  /** A column that holds the hash of another. */
  hash?: { column: string; of: string };
}

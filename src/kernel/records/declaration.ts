// What every concept says of the records it keeps: who is responsible for them, why they are kept, on which lawful
// basis and for how long. The page "Privacy and records" and the disposal rules read these.
export interface RecordDeclaration {
  /** The tables it covers, as `schema.table`; history twins follow their table. */
  tables: string[];
  name: string;
  /** Who decides about the data: the partnership's host council, or each agency for what it enters. */
  controller: string;
  purpose: string;
  lawful_basis: string;
  /** Years kept after the event named, or null: kept while the partnership exists. */
  retention: { years: number; after: string } | null;
  /** Whether it holds data about identifiable children. */
  about_children: boolean;
}

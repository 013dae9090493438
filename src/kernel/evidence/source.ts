// What a room offers the report. The report asks every room in the same transaction, as the same actor, so nobody
// composes what they may not see.
import type { QueryContext } from '../operation/operation.ts';
import type { EvidenceItem, KnownName, Ref } from './evidence.ts';

export interface ReportedYear {
  id: string;
  label: string;
  from_on: string;
  to_on: string;
}

export interface EvidenceSource {
  /** Everything this room has to say of the year. */
  itemsOf(context: QueryContext, year: ReportedYear): Promise<EvidenceItem[]>;
  /** The names things go by in the year, and the names they should not. */
  namesOf?(context: QueryContext, year: ReportedYear): Promise<KnownName[]>;
  /** Concepts (`plan.claim`) whose refs this room can resolve, with title, page and content. */
  resolves?: Record<string, (context: QueryContext, ids: string[]) => Promise<ResolvedRef[]>>;
}

/** A ref as it can be shown; absent from the answer when it may not be seen. */
export interface ResolvedRef {
  ref: Ref;
  title: string;
  path: string;
  hash: string;
}

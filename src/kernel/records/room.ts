// A room of the house: what it offers, as one value. `modules/index.ts` lists them all.
import type { EvidenceSource } from '../evidence/source.ts';
import type { Operation } from '../operation/operation.ts';
import type { QueryContext } from '../operation/operation.ts';
import type { AnyPage, ChoiceSource } from '../pages/page.ts';
import type { RecordDeclaration } from './declaration.ts';

export interface HomeItem {
  text: string;
  href: string;
  /** What makes it stand out: overdue first, then due, then to look at. */
  urgency: 'overdue' | 'due' | 'look';
  detail: string;
}

export interface Room {
  name: string;
  title: string;
  operations: readonly Operation[];
  pages: readonly AnyPage[];
  records: readonly RecordDeclaration[];
  choices?: Record<string, ChoiceSource>;
  evidence?: EvidenceSource;
  /** What needs this person now, for the home page. */
  needsYou?: (context: QueryContext) => Promise<HomeItem[]>;
  /** Work of the outbox, by its kind. */
  jobs?: Record<string, Job>;
}

/** Carried out after the command that asked for it was committed; may run twice, so it must not mind. */
export type Job = (context: QueryContext, payload: Record<string, unknown>) => Promise<void>;

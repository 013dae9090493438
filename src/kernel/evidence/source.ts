// What a room offers the report. The report asks every room in the same transaction, as the same actor, so nobody
// composes what they may not see.
import type { QueryContext } from '../operation/operation.ts';
import type { EvidenceItem, KnownName, Period, Ref } from './evidence.ts';
import type { Content } from './shapes.ts';
import type { Topic } from './topics.ts';

/** A reporting year by its label (`2024-25`); its days follow from the calendar, so every room finds its own records. */
export interface ReportedYear {
  label: string;
  from_on: string;
  to_on: string;
}

/** A group that items are gathered under: a priority, with its name and number in the year. */
export interface EvidenceGroup {
  ref: Ref;
  title: string;
  order: number;
}

export interface EvidenceTally {
  topic: Topic;
  group: Ref | null;
  items: number;
}

export interface EvidenceSource {
  /** Everything this room has to say of the year, but for what only a circle may see: a report is for everybody. */
  itemsOf(context: QueryContext, year: ReportedYear): Promise<EvidenceItem[]>;
  /** Of one group alone, as this person may see it: also what is restricted. */
  itemsOfGroup?(context: QueryContext, year: ReportedYear, group: Ref): Promise<EvidenceItem[]>;
  /** How many items there are of each first topic and group. */
  tallyOf?(context: QueryContext, year: ReportedYear): Promise<EvidenceTally[]>;
  /** The names things go by in the year, and the names they should not. */
  namesOf?(context: QueryContext, year: ReportedYear): Promise<KnownName[]>;
  /** The groups of the year. An item of another room may carry a group's ref alone, with no title and order 0. */
  groupsOf?(context: QueryContext, year: ReportedYear): Promise<EvidenceGroup[]>;
  /** Concepts (`plan.claim`) whose refs this room can resolve, with title, page and content. */
  resolves?: Record<string, (context: QueryContext, ids: string[]) => Promise<ResolvedRef[]>>;
}

/** A ref as it can be shown; absent from the answer when it may not be seen. */
export interface ResolvedRef {
  ref: Ref;
  title: string;
  path: string;
  hash: string;
  /** Seen by a circle only. What is restricted never goes into a report, whoever composes it. */
  restricted?: boolean;
  /** The circle that alone sees it. */
  circle_id?: string | null;
  /** What it says, where it is evidence rather than another kind of record. */
  content?: Content | null;
  source?: { title: string; locator: string | null } | null;
  period?: Period;
  as_of?: string | null;
  geography?: string | null;
}

// A room of the house: what it offers, as one value. `modules/index.ts` lists them all.
import type { GuestTask } from '../access/guest-task.ts';
import type { Adopts } from '../adopting/adopter.ts';
import type { EvidenceSource } from '../evidence/source.ts';
import type { CommandContext, Operation, QueryContext } from '../operation/operation.ts';
import type { House } from '../operation/perform.ts';
import type { AnyPage, ChoiceSource } from '../pages/page.ts';
import type { RecordDeclaration } from './declaration.ts';

export interface HomeItem {
  text: string;
  href: string;
  /** What makes it stand out: overdue first, then due, then to look at. */
  urgency: 'overdue' | 'due' | 'look';
  detail: string;
}

export interface HomeCard {
  title: string;
  href: string;
  description: string;
  count?: { number: number; of: string };
  items?: { text: string; href: string; note?: string }[];
}

/** Something of a room that anybody can have, and that can be withdrawn but not changed. */
export interface Publication {
  title: string;
  path: string;
  /** The records it cites. */
  refs: readonly string[];
  /** All its words, for finding a passage in it. */
  text: string;
}

export interface Room {
  name: string;
  title: string;
  operations: readonly Operation[];
  pages: readonly AnyPage[];
  records: readonly RecordDeclaration[];
  choices?: Record<string, ChoiceSource>;
  evidence?: EvidenceSource;
  /** What this room has published and not withdrawn. */
  publications?: (context: QueryContext) => Promise<Publication[]>;
  /** What this room shows of itself on the home page. */
  home?: (context: QueryContext) => Promise<HomeCard[]>;
  /** What needs this person now, for the home page. */
  needsYou?: (context: QueryContext) => Promise<HomeItem[]>;
  /** What a person without an account may be asked about this room's records. */
  guests?: readonly GuestTask[];
  /** What this room takes over out of a published document that is adopted. */
  adopts?: Adopts;
  /** Work of the outbox, by its kind. */
  jobs?: Record<string, Job>;
  /** Jobs that the calendar asks for: each once for every partnership and London day or month, with `{ period }`. */
  schedule?: Record<string, Rhythm>;
}

export type Rhythm = 'daily' | 'monthly';

/** Carried out after the command that asked for it was committed, in a transaction and audit entry of its own. */
export type Job = (context: JobContext, payload: Record<string, unknown>) => Promise<void>;

/** A job may send mail, and may hand something to another partnership in a transaction of that one. */
export interface JobContext extends CommandContext {
  house: House;
}

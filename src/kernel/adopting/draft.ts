// A draft: something a published document says that may become a record, each with the page and line it stands on. Nothing in
// it is guessed: what the document does not tell is null, and a person fills it in or leaves it out.
import type { Day } from '../calendar/day.ts';
import type { Measure } from '../evidence/shapes.ts';
import type { Topic } from '../evidence/topics.ts';

export const draftKinds = [
  'priority',
  'body',
  'figure',
  'table',
  'statement',
  'quotation',
  'case-study',
  'next-step',
] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface PriorityDraft {
  kind: 'priority';
  name: string;
  /** "Priority Two: …" is 2. */
  number: number | null;
  /** Other names the document prints for the same number. */
  also_called: string[];
}

export interface BodyDraft {
  kind: 'body';
  name: string;
  body_kind: 'executive' | 'sub-group' | 'task-group' | 'meeting' | 'panel' | 'board' | 'business-unit';
}

export interface FigureDraft {
  kind: 'figure';
  value: number;
  /** Null where the text does not say what is counted. */
  unit: string | null;
  decimals: number;
  qualifier: Measure['qualifier'];
  numerator: number | null;
  denominator: number | null;
  maximum: number | null;
  period: FigurePeriod | null;
  note: string | null;
}

/** `said`: beside the figure, in a heading over it, or only by the document for the whole of itself. */
export interface FigurePeriod {
  from_on: Day;
  to_on: Day;
  label: string | null;
  said: 'beside' | 'heading' | 'document';
}

/** As printed; '' where a cell is empty. */
export interface TableDraft {
  kind: 'table';
  header: string[];
  rows: string[][];
  total: string[] | null;
}

export interface StatementDraft {
  kind: 'statement';
  text: string;
}

export interface QuotationDraft {
  kind: 'quotation';
  text: string;
  /** A role, where one is printed beside it. */
  speaker: string | null;
}

export interface CaseStudyDraft {
  kind: 'case-study';
  text: string;
  /** True where the document says so; never false, because what it does not say may still be so. */
  names_changed: true | null;
}

export interface NextStepDraft {
  kind: 'next-step';
  text: string;
  /** "by March 2026", as printed. */
  due_label: string | null;
}

export type DraftContent =
  | PriorityDraft
  | BodyDraft
  | FigureDraft
  | TableDraft
  | StatementDraft
  | QuotationDraft
  | CaseStudyDraft
  | NextStepDraft;

export interface DraftPlace {
  line: number | null;
  page: number | null;
  /** The headings it stands under. */
  where: string;
}

export interface Draft extends DraftPlace {
  /** Stays the same while the document does. */
  key: string;
  title: string;
  content: DraftContent;
  /** The exact words. */
  quote: string;
  /** The first is its place in the yearly report; none where no word tells. */
  topics: Topic[];
  /** Which question of a priority's chapter the heading puts it under. */
  part: 'done' | 'difference' | 'next' | null;
  /** The priority it stands under, by name. */
  priority: string | null;
  /** Where the document says the same again. */
  also_at: DraftPlace[];
}

export interface Drafts {
  /** In the order of the document, priorities and bodies first. */
  drafts: Draft[];
  /** How many more there would have been. */
  left_out: number;
}

// A published document as the checker reads it, whatever file it came from: its parts in order, each with the line or page
// it stands on. The yearly report composed from records is read into the same shape, so one set of rules reads both.
import type { Day } from '../calendar/day.ts';
import type { DecisionFacet, KnownName, Ref } from '../evidence/evidence.ts';
import type { Measure } from '../evidence/shapes.ts';
import type { FrameworkId } from '../frameworks/framework.ts';

export interface ReadDocument {
  /** What a person wrote and a file holds, or what the partnership's records would print. */
  of: 'document' | 'records';
  /** The name of the file, or of the edition. */
  name: string;
  title: string | null;
  /** The twelve months (or whatever it says) it reports on, both days included. */
  period: { from_on: Day; to_on: Day } | null;
  /** When it was published, where it says so. */
  published_on: Day | null;
  /** The edition of Working Together it answers to. */
  framework_id: FrameworkId | null;
  /** Null where the format has no pages. */
  pages: number | null;
  words: number;
  parts: readonly Part[];
  /** Names the partnership has on record, with other spellings; empty for a document. */
  names: readonly KnownName[];
}

export type Part = Heading | Prose | TablePart;

interface PartPlace {
  /** Its place in `parts`. */
  at: number;
  /** `at` of the heading it stands under; for a heading, of the heading above it. Null before the first. */
  section: number | null;
  /** Line of the file it begins on, from 1; null where the format has no lines a person could find. */
  line: number | null;
  /** Page it begins on, from 1; null where the format has no pages. */
  page: number | null;
  /** Where it begins on further lines or pages, for parts that were joined from several; offsets into `text`, ascending. */
  breaks?: readonly { from: number; line: number | null; page: number | null }[];
  /** The record it is, where it was read from records. */
  ref: Ref | null;
  path: string | null;
  /** What else the records know of it; absent in a document. */
  known?: Known;
}

export interface Heading extends PartPlace {
  kind: 'heading';
  /** 1 for a chapter. */
  level: 1 | 2 | 3 | 4 | 5 | 6;
  /** "3.2", where it is numbered; not part of `text`. */
  number: string | null;
  text: string;
}

/** Whose words they are: a quotation's and a story's are not the partnership's claims. */
export type Voice = 'own' | 'quotation' | 'case-study';

/**
 * What a text does: says what was or is; says what is meant to happen (next steps, aims, duties, recommendations made to
 * others); or tells what others did and found (law, national reports, inspectors, other areas).
 */
export type Stance = 'fact' | 'aim' | 'others';

export interface Prose extends PartPlace {
  /** `contents`: a line of the table of contents. `note`: a footnote, a caption, a note under a table. */
  kind: 'paragraph' | 'item' | 'quotation' | 'contents' | 'note';
  /** As a person reads it: no marks of bold or of links, spaces single, words joined that a line end had cut. */
  text: string;
  voice: Voice;
  stance: Stance;
  links: readonly { from: number; to: number; href: string }[];
  /** Depth of a list item, from 1; 0 for other prose. */
  depth: number;
  /** "4" of a paragraph or an entry numbered so, as printed; not part of `text`. */
  number?: string;
  /** Of a line of the contents: the page it names, where it names one. */
  names_page?: number;
}

export interface TablePart extends PartPlace {
  kind: 'table';
  caption: string | null;
  /** One label for each column; '' where the table has none. */
  header: readonly string[];
  rows: readonly TableRow[];
  /** Index in `rows` of the row that sums the others; null where there is none. */
  total: number | null;
}

export interface TableRow {
  cells: readonly TableCell[];
  line: number | null;
  page: number | null;
}

export interface TableCell {
  /** As printed. */
  text: string;
  /** Null where it holds no number by itself ("not collected", "c", ""). */
  number: CellNumber | null;
}

export interface CellNumber {
  value: number;
  kind: 'count' | 'number' | 'percent' | 'money';
  /** Decimals printed; negative where the last figure printed stands for more than one (£1.2m: -5). */
  decimals: number;
}

/** What records know of a part beyond its words. A rule reads it where it is there, and does without where it is not. */
export interface Known {
  /** A claim of change: whether it is a headline, and whether it cites what it compares. */
  claim?: { headline: boolean; compared: boolean; reach: boolean };
  /** The figure, with numerator, denominator and scale. */
  measure?: Measure;
  /** Which columns of a table are meant to be summed; where absent, a rule decides by the table itself. */
  summed?: readonly boolean[];
  /** Whether a table is filed as what the arrangements cost. */
  costs?: boolean;
  /** Whether a story says that its names were changed. */
  names_changed?: boolean | null;
  /** Somebody decided, with a reason, that this small number may be printed. */
  small_number_permitted?: boolean;
  /** The period the figure or statement is about. */
  period?: { from: Day | null; to: Day | null; label: string | null };
  /** It is meant to be of another time: a baseline that a claim cites, or what explains the background. */
  meant_from_another_time?: boolean;
  /** It is written about the year once that is over: a foreword, the scrutineer's words, an inspection. */
  written_afterwards?: boolean;
  /** The decision it records, with whether the body that took it held the authority. */
  decision?: DecisionFacet;
}

export function isProse(part: Part): part is Prose {
  return part.kind !== 'heading' && part.kind !== 'table';
}

/** The heading a part stands under, then the one above that, up to the chapter. */
export function headingsOver(document: ReadDocument, part: Part): Heading[] {
  const over: Heading[] = [];
  for (let at = part.section; at !== null; ) {
    const heading = document.parts[at];
    if (heading?.kind !== 'heading') break;
    over.push(heading);
    at = heading.section;
  }
  return over;
}

/** Line and page of an offset in a part's text. */
export function placeIn(part: Part, from: number): { line: number | null; page: number | null } {
  const at = part.breaks?.findLast((one) => one.from <= from);
  return { line: at?.line ?? part.line, page: at?.page ?? part.page };
}

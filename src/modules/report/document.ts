// The composed report as one value, independent of its form: the same document becomes the web page, the
// PDF and the Word file, and its stable JSON is what publication freezes and hashes.
import type { Ref } from '../../kernel/evidence/evidence.ts';

/** Plain text with footnote marks. `number` is that of a Footnote. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'note'; number: number }
  /** Words that stand for a record, such as a figure: they carry its mark, and lead to its page inside the product. */
  | { kind: 'cited'; text: string; number: number };

export interface DocumentColumn {
  label: string;
  numeric: boolean;
}

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string; id: string }
  /** `number`: printed before it, such as "12." or "a)". */
  | { kind: 'paragraph'; inlines: Inline[]; number?: string }
  | { kind: 'list'; items: Inline[][] }
  | {
      kind: 'table';
      /** Empty where the heading above it says what it is. */
      caption: string;
      columns: DocumentColumn[];
      /** Cells as shown. The first cell of a row is its header. */
      rows: string[][];
      /** For each row the number of its Footnote, whose mark stands after the row's first cell. */
      row_notes?: (number | null)[];
      total: string[] | null;
      note: Inline[] | null;
      ref: Ref | null;
      /** Page of the record that the whole table is, inside the product. */
      path?: string | null;
    }
  /** Bars or a line, always with its table; the drawing comes from `kernel/charts`. */
  | {
      kind: 'chart';
      chart: 'bars' | 'line';
      title: string;
      description: string;
      unit: string;
      points: { label: string; value: number }[];
      /** For each point the number of its Footnote. */
      row_notes?: (number | null)[];
      note: Inline[] | null;
      /** Page of the record that the points are taken from, inside the product. */
      path?: string | null;
    }
  | { kind: 'quotation'; inlines: Inline[]; speaker: string }
  | { kind: 'case-study'; title: string; inlines: Inline[] }
  /** Boxes to tick, as they were ticked. */
  | { kind: 'ticks'; label: string; options: { text: string; ticked: boolean }[] }
  | Picture
  /** Something said about the report itself: a gap, a grade, a warning. */
  | { kind: 'aside'; tone: 'gap' | 'note'; inlines: Inline[] };

export interface Picture {
  kind: 'picture';
  /** What it shows, in words that do instead of it. */
  alt: string;
  media_type: 'image/png' | 'image/jpeg';
  /** In its own pixels. */
  width: number;
  height: number;
  /** Its bytes in base64; empty in what is frozen, which keeps the id of the file alone. */
  bytes: string;
  file_id: string;
  /** Where it is handed out inside the product. */
  path: string;
  /** Whether the blocks that follow, up to the next picture, stand beside it, on its right. */
  beside: boolean;
}

export interface Chapter {
  id: string;
  number: number;
  title: string;
  blocks: Block[];
}

export interface Footnote {
  number: number;
  /** What it is, its period and its source, in one sentence. */
  text: string;
  ref: Ref;
  /** Page of the record inside the product. */
  path: string;
}

export interface ReportDocument {
  title: string;
  subtitle: string;
  partnership: string;
  period_label: string;
  /** Empty where it is of no use to the reader. */
  framework_title: string;
  status: 'draft' | 'published' | 'withdrawn';
  published_on: string | null;
  chapters: Chapter[];
  footnotes: Footnote[];
  /** How to ask for another format. */
  contact: string;
  /** For readers who need larger type and shorter lines. */
  type_size?: 'large';
  /** For a paper of a few pages rather than a report: no cover, no contents, chapters without numbers. */
  paper?: Paper;
}

export interface Paper {
  /** What stands above and below the title, before the first heading. */
  above_title: Block[];
  below_title: Block[];
  /** "Signed off on 9 October 2024"; a draft and a withdrawn paper say so by themselves. */
  standing: string;
}

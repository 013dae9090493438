// Pages and forms as data. A page draws what one query gives; a form sends one command. The web surface serves them all
// in the same way, so a room's pages hold no request, no session and no permission check of their own.
import type { z } from 'zod';
import type { Html } from './html.ts';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/roles.ts';
import type { Command, Partnership, Query, QueryContext, Tool } from '../operation/operation.ts';

/** What the address carries: its `:named` parts and its search. */
export interface Address {
  params: Record<string, string>;
  search: Record<string, string>;
}

export interface View {
  actor: Actor;
  partnership: Partnership;
  today: string;
  address: Address;
  /** The path without its search. */
  path: string;
  can(permission: Permission): boolean;
  /** The hidden field by which a form of the page's own proves that it was drawn for this session. */
  token: Html;
  /** A button that sends a command with fixed values from within a page: its own small form. */
  sendButton(options: SendButton): Html;
}

export interface SendButton {
  path: string;
  values: Record<string, string>;
  text: string;
  warning?: boolean;
  secondary?: boolean;
}

export interface CsvTable {
  name: string;
  columns: string[];
  rows: (string | number | null)[][];
  /** How many records are left out, because their originator has not agreed to an export. */
  held_back?: number;
}

export interface Page<O = unknown> {
  kind: 'page';
  path: string;
  title: string | ((result: O, view: View) => string);
  query: Query<z.ZodType, O>;
  /** The query's input from the address; both parts of it unless said otherwise. */
  input?: (address: Address) => unknown;
  draw(result: O, view: View): Html;
  /** The same list as CSV, at the page's address with `.csv`. */
  csv?: (result: O, view: View) => CsvTable;
  /** Links from the top of the site to this page, for those who may read it. */
  navigation?: { text: string; order: number };
  /** Leads back: text and address. */
  trail?: (result: O, view: View) => { text: string; href: string }[];
}

export interface FormPage<B = unknown, R = unknown> {
  kind: 'form';
  path: string;
  title: string | ((before: B) => string);
  command: Command<z.ZodType, R>;
  /** What must be known to draw the form: the record to change, the thing it belongs to. */
  before?: Query<z.ZodType, B>;
  beforeInput?: (address: Address) => unknown;
  /** Values the form opens with. */
  values?: (before: B, address: Address) => Record<string, unknown>;
  /** Values that come from the address and are not asked. */
  fixed?: (address: Address) => Record<string, unknown>;
  /** For a field of cells: the label of each cell, by the field's name. */
  cellLabels?: (before: B) => Record<string, readonly string[]>;
  /** Fields that are not asked here. */
  leaveOut?: string[];
  /** Questions that are data and not code: they take the place of the input `as`, which gets their answers by name. */
  asks?: { as: string; questions: (before: B) => z.ZodObject };
  /** Other words for a field on this page. */
  intro?: (before: B, view: View) => Html;
  after?: (before: B, view: View) => Html;
  button: string;
  warning?: boolean;
  next: (result: R, address: Address) => string;
  /** Answered instead of leading on, for a result that is shown once and kept nowhere. */
  shows?: (result: R, view: View) => Html;
  done: string;
  trail?: (before: B, address: Address) => { text: string; href: string }[];
}

/** Bytes to hand out (a file, a PDF) rather than a page. */
export interface Download<O = unknown> {
  kind: 'download';
  path: string;
  query: Query<z.ZodType, O>;
  input?: (address: Address) => unknown;
  give(
    result: O,
  ):
    | { bytes: Uint8Array; media_type: string; name: string }
    | Promise<{ bytes: Uint8Array; media_type: string; name: string }>;
}

/** A form that gives something to a tool, answered at once with what the tool says of it. Nothing of either is kept. */
export interface ToolPage<O = unknown> {
  kind: 'tool';
  path: string;
  title: string;
  tool: Tool<z.ZodType, O>;
  /** Who may open it. */
  query: Query;
  /** Performed before the tool is used: its entry in the audit trail is the one trace. */
  noted: Command;
  intro: (view: View) => Html;
  button: string;
  answerTitle: (result: O) => string;
  answer: (result: O, view: View) => Html;
  /** A list that the answer holds, to download: a form of the answer sends it back to the page's address with `.csv`. */
  csv?: Pick<CsvTable, 'name' | 'columns'>;
}

export type AnyPage = Page | FormPage | Download | ToolPage;

export function page<O>(definition: Omit<Page<O>, 'kind'>): AnyPage {
  return { kind: 'page', ...definition } as unknown as AnyPage;
}

export function form<B, R>(definition: Omit<FormPage<B, R>, 'kind'>): AnyPage {
  return { kind: 'form', ...definition } as unknown as AnyPage;
}

export function download<O>(definition: Omit<Download<O>, 'kind'>): AnyPage {
  return { kind: 'download', ...definition } as unknown as AnyPage;
}

export function toolPage<O>(definition: Omit<ToolPage<O>, 'kind'>): AnyPage {
  return { kind: 'tool', ...definition } as unknown as AnyPage;
}

export interface Choice {
  value: string;
  text: string;
}

/** Gives the records a field offers, by the name in its `choose_from`. */
export type ChoiceSource = (context: QueryContext) => Promise<Choice[]>;

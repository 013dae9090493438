// What the components share: an option that is text (escaped) or html (ours), extra classes and attributes, and lists in
// which an item may be absent so that a page can write `condition && item`.
import { html, nothing } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';

/** Text or html; html wins when both are given, as in govuk-frontend. */
export interface Content {
  text?: string | number | null | undefined;
  html?: Html | undefined;
}

export interface Styled {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** An item that may be left out. Absent items still count when ids are numbered, so ids do not move about. */
export type Maybe<Item> = Item | false | null | undefined | '';

export function contentOf(content: Content | undefined): Html {
  if (content === undefined) return nothing;
  if (content.html !== undefined && content.html.length > 0) return content.html;
  return html`${content.text}`;
}

export function hasContent(content: Content | null | undefined): content is Content {
  if (!content) return false;
  if (content.html !== undefined && content.html.length > 0) return true;
  return content.text !== undefined && content.text !== null && content.text !== '';
}

/** Class names, those that are absent left out. */
export function classNames(...names: readonly Maybe<string>[]): string {
  let joined = '';
  for (const name of names) if (name) joined += joined === '' ? name : ` ${name}`;
  return joined;
}

/** Ids for aria-describedby, or undefined when there are none. */
export function idList(...ids: readonly Maybe<string>[]): string | undefined {
  return classNames(...ids) || undefined;
}

/** The data attribute by which a component's JavaScript is given another wording. */
export function wording(key: string, message: string | undefined): Attributes {
  return message ? { [`data-i18n.${key}`]: message } : {};
}

/** The same for a wording with plural forms (`one`, `other`). */
export function wordings(key: string, messages: Readonly<Record<string, string>> | undefined): Attributes {
  const record: Record<string, string> = {};
  for (const [rule, message] of Object.entries(messages ?? {})) record[`data-i18n.${key}.${rule}`] = message;
  return record;
}

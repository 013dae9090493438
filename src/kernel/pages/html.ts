// Safe HTML: the only module that may import hono's escaping template. Whatever is put into html`…` is escaped unless it
// is itself Html, so a child's name with a "<" in it is shown, never obeyed. Narrowed to the synchronous case: a page is
// built from data already read, and a promise in a template is a mistake that must stop the page.
import { html as escapingTemplate, raw as trustedMarkup } from 'hono/html';
import { escapeToBuffer } from 'hono/utils/html';

/** Markup that is already safe. Not assignable to string on purpose: it is a String object, so `===` would mislead. */
export interface Html {
  readonly isEscaped: true;
  readonly length: number;
  toString(): string;
}

/** What a template accepts. Nothing is printed for null, undefined and false; 0 is printed; arrays are concatenated. */
export type Interpolated =
  | Html
  | string
  | number
  | bigint
  | false
  | null
  | undefined
  | readonly Interpolated[];

export type AttributeValue = Html | string | number | boolean | null | undefined;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Escaping tagged template. Throws TypeError when a promise is interpolated. */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  const markup = escapingTemplate(strings, ...values);
  if (!(markup instanceof Promise)) return markup;
  // The promise that got in may itself fail; the TypeError below is the one report of it.
  markup.catch(() => undefined);
  throw new TypeError('A promise was put into an HTML template. Await it before the page is drawn.');
}

/** Marks markup as safe. Only for markup this project wrote, never for anything a person typed or a file held. */
export function raw(trusted: string): Html {
  return trustedMarkup(trusted);
}

export const nothing: Html = raw('');

/** Concatenates the parts that are there; a text separator is escaped. */
export function join(
  parts: readonly (Html | false | null | undefined)[],
  separator: Html | string = '',
): Html {
  const between = typeof separator === 'string' ? escapeText(separator) : separator.toString();
  let markup = '';
  let first = true;
  for (const part of parts) {
    if (!part) continue;
    markup += first ? part.toString() : between + part.toString();
    first = false;
  }
  return raw(markup);
}

/**
 * ` name="value"` for each attribute, with a leading space. undefined, null and false are dropped; true gives the bare
 * name (`hidden`), or the word "true" where the name starts aria- or data-. Where "false" is meant (`aria-expanded`),
 * give the string. Throws TypeError for a name that could not be an attribute's.
 */
export function attributes(record: Attributes | undefined): Html {
  if (record === undefined) return nothing;
  let markup = '';
  for (const name in record) {
    const value = record[name];
    if (value === undefined || value === null || value === false) continue;
    if (!attributeName.test(name)) throw new TypeError(`"${name}" cannot be the name of an HTML attribute.`);
    if (value === true && !wordy.test(name)) markup += ` ${name}`;
    else markup += ` ${name}="${typeof value === 'object' ? value.toString() : escapeText(String(value))}"`;
  }
  return raw(markup);
}

const attributeName = /^[A-Za-z_:@][\w:.@-]*$/;
const wordy = /^(aria|data)-/;

function escapeText(text: string): string {
  const buffer: [string] = [''];
  escapeToBuffer(text, buffer);
  return buffer[0];
}

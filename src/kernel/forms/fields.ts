// A form is read off an operation's input schema: one field for each key, with the words of its `.meta()`.
// The same list serves the page, the API contract, the command line's help and the import template.
import type { z } from 'zod';
import type { FieldWords } from '../records/field.ts';

export type FieldKind =
  | 'text'
  | 'day'
  | 'number'
  | 'yes'
  | 'one'
  | 'many'
  | 'list'
  | 'cells'
  | 'file'
  | 'files'
  | 'json';

export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
  words: FieldWords;
  /** For code lists. */
  choices: Record<string, string>;
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  entries?: Record<string, string>;
  format?: string;
  shape?: Record<string, z.ZodType>;
}

const definition = (schema: z.ZodType): Definition => schema.def;

/** The fields of an object schema, in its order. Anything that is not an object has none. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const { shape } = definition(schema);
  return Object.entries(shape ?? {}).map(([name, field]) => fieldOf(name, field));
}

function fieldOf(name: string, schema: z.ZodType): Field {
  const { inner, required } = unwrapped(schema);
  const words: FieldWords = {
    label: name,
    ...(inner.meta() as object | undefined),
    ...(schema.meta() as object | undefined),
  };
  const kind = widgetKinds[words.widget ?? ''] ?? kindOf(inner);
  const choices = words.choices ?? ownChoices(inner);
  return { name, kind, required, words, choices };
}

function unwrapped(schema: z.ZodType): { inner: z.ZodType; required: boolean } {
  let inner = schema;
  let required = true;
  for (;;) {
    const { type, innerType, in: before } = definition(inner);
    if (type === 'pipe' && before) inner = before;
    else if (innerType) {
      required = required && !['nullable', 'optional', 'default', 'prefault'].includes(type);
      inner = innerType;
    } else return { inner, required };
  }
}

/** Kinds that the schema alone does not tell. */
const widgetKinds: Record<string, FieldKind> = { file: 'file', files: 'files', cells: 'cells' };

function kindOf(schema: z.ZodType): FieldKind {
  const { type, format, element } = definition(schema);
  if (type === 'string') return format === 'date' ? 'day' : 'text';
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'yes';
  if (type === 'enum') return 'one';
  if (type === 'array' && element) {
    const of = definition(element).type;
    return of === 'enum' ? 'many' : of === 'string' ? 'list' : 'json';
  }
  return 'json';
}

function ownChoices(schema: z.ZodType): Record<string, string> {
  const { element, entries } = definition(schema);
  const codes = entries ?? (element ? definition(element).entries : undefined) ?? {};
  return Object.fromEntries(Object.values(codes).map((code) => [code, code]));
}

export type Sent = Record<string, string | string[] | undefined>;

/**
 * What a person sent in a form (or typed at the command line), as values for the schema. Left-out answers become null,
 * or go missing where the schema has its own default; what cannot be read stays as typed, for the schema to refuse.
 */
export function readFields(fields: Field[], sent: Sent): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = readField(field, sent);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

function readField(field: Field, sent: Sent): unknown {
  const { name, kind } = field;
  // The surface that received a file adds it itself.
  if (kind === 'file' || kind === 'files') return undefined;
  if (kind === 'cells') return readCells(sent[name]);
  if (kind === 'day') return readDay(sent, name);
  if (kind === 'many' || kind === 'list') {
    const chosen = sent[name];
    const list = (Array.isArray(chosen) ? chosen : [chosen]).filter((v) => v !== undefined && v !== '');
    return list.length === 0 && !field.required ? undefined : list;
  }
  const raw = sent[name];
  const text = (Array.isArray(raw) ? raw.at(-1) : raw)?.trim();
  if (kind === 'yes') return text === 'yes' || text === 'true' || text === 'on';
  if (text === undefined || text === '')
    return field.required ? (kind === 'text' ? '' : undefined) : absent(field);
  if (kind === 'number') return readNumber(text);
  if (kind === 'json') return readJson(text);
  return text;
}

/** Every cell counts, also an empty one. */
function readCells(sent: string | string[] | undefined): string[] | undefined {
  if (sent === undefined) return undefined;
  return (Array.isArray(sent) ? sent : [sent]).map((cell) => cell.trim());
}

/** A hidden field without a value is left out, so that an optional (not nullable) one passes. */
function absent(field: Field): null | undefined {
  return field.words.widget === 'hidden' ? undefined : null;
}

function readNumber(text: string): number | string {
  const plain = text.replaceAll(',', '').replace(/^£/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** GOV.UK asks for day, month and year apart; the API and the command line send ISO text. */
function readDay(sent: Sent, name: string): string | null {
  const whole = sent[name];
  if (typeof whole === 'string' && whole.trim() !== '') return whole.trim();
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    String(sent[`${name}-${part}`] ?? '').trim(),
  );
  if (!day && !month && !year) return null;
  return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

// Fields that every concept's input is made of. The words in `.meta()` are the form's label and hint, the API's
// description and the command line's help: one wording, three surfaces.
import { z } from 'zod';
import { readUploaded, UploadedFile } from '../files/uploaded-file.ts';

export interface FieldWords {
  label: string;
  hint?: string;
  /** Words for each value of a code list. */
  choices?: Record<string, string>;
  /** The field is a choice among records the page offers under this name (agencies, bodies, people …). */
  choose_from?: string;
  /** What choosing none of them means; "Not recorded" unless said. */
  none?: string;
  /** Of a file: the most bytes it may have. */
  largest?: number;
  /** `cells`: a list of texts, one box for each label that the page gives. */
  widget?: 'textarea' | 'radios' | 'password' | 'hidden' | 'file' | 'files' | 'cells';
}

/** Text that must say something; white space around it is taken off. */
export function text(words: FieldWords, most = 500) {
  return z
    .string({ error: `Enter ${lower(words.label)}` })
    .trim()
    .min(1, `Enter ${lower(words.label)}`)
    .max(most, `${words.label} must be ${most} characters or fewer`)
    .meta({ ...words });
}

/** Longer text, in a box of several lines. */
export function prose(words: FieldWords, most = 8000) {
  return text({ widget: 'textarea', ...words }, most);
}

/** A calendar day, as ISO text. */
export function day(words: FieldWords) {
  return z.iso.date({ error: `${words.label} must be a real date, such as 27 3 2025` }).meta({ ...words });
}

export function whole(words: FieldWords, least = 0, most = 1_000_000_000) {
  return z
    .int({ error: `${words.label} must be a whole number` })
    .min(least, `${words.label} must be ${least} or more`)
    .max(most, `${words.label} must be ${most} or fewer`)
    .meta({ ...words });
}

export function yes(words: FieldWords) {
  return z.boolean().meta({ ...words });
}

/** One of a code list; the list is an object of code → words. */
export function oneOf<const C extends Record<string, string>>(choices: C, words: FieldWords) {
  const codes = Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]];
  return z.enum(codes, { error: `Choose ${lower(words.label)}` }).meta({ ...words, choices });
}

export function manyOf<const C extends Record<string, string>>(choices: C, words: FieldWords) {
  const codes = Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]];
  return z
    .array(z.enum(codes))
    .min(1, `Choose at least one: ${lower(words.label)}`)
    .meta({ ...words, choices });
}

/** A file chosen on the person's own computer; in JSON `{ name, base64 }`. Not yet checked: kernel/files does that. */
export function file(words: FieldWords) {
  const chosen = z.custom<UploadedFile>(
    (value) => value instanceof UploadedFile && value.bytes.length > 0,
    `Choose ${lower(words.label)}`,
  );
  const { largest } = words;
  const fitting =
    largest === undefined
      ? chosen
      : chosen.refine(({ bytes }) => bytes.length <= largest, tooLargeWords(largest));
  return z.preprocess(readUploaded, fitting).meta({ ...words, widget: 'file' });
}

/** What to do about a file with more bytes than may be. */
export function tooLargeWords(largest: number): string {
  return `The file is larger than ${largest / megabyte} MB. Make it smaller or split it, then choose it again`;
}

const megabyte = 1024 * 1024;

/** Several files, or none; in JSON a list of `{ name, base64 }`. */
export function files(words: FieldWords, most: number) {
  return z
    .array(file(words))
    .max(most, `${words.label}: at most ${most} files`)
    .default([])
    .meta({ ...words, widget: 'files' });
}

/** One text for each column of a row, in the order of the columns; an empty one says that nothing is printed there. */
export function cells(words: FieldWords) {
  return z.array(z.string().max(2000, 'At most 2000 characters')).meta({ ...words, widget: 'cells' });
}

/** The id of another record, chosen from what the page offers. */
export function recordId(words: FieldWords & { choose_from: string }) {
  return z.uuid({ error: `Choose ${lower(words.label)}` }).meta({ ...words });
}

/** What may be left out is null: "not recorded", never an empty text. */
export function optional<T extends z.ZodType>(field: T) {
  return field
    .nullable()
    .default(null)
    .meta({ ...field.meta() });
}

/** The revision the person saw, so that two people saving at once is noticed. Hidden in forms. */
export const seenRevision = z.int().min(1).optional().meta({ label: 'Revision you saw', widget: 'hidden' });

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

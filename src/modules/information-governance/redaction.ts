// Redaction: words that must not stand in a record any longer are taken out of it and of all its history, and the record
// says that they were (UK GDPR articles 5(1)(c), 16 and 17). Pure: what a text becomes.
import { z } from 'zod';
import { isRef } from '../../kernel/evidence/evidence.ts';
import { optional, prose, text } from '../../kernel/records/field.ts';
import { passagesIn, placesOf, plainWords } from './passages.ts';

export const mark = '[redacted]';

export const redaction = z
  .strictObject({
    ref: text({ label: 'Record', hint: 'Its reference, such as thread.finding/0199…' }, 200).refine(
      isRef,
      'Enter the reference of the record, such as thread.finding/0199…',
    ),
    field: text({ label: 'Which text of the record' }, 60),
    passages: optional(
      prose({
        label: 'Words to take out',
        hint: 'One passage a line. They are taken out wherever they stand in this text, in small or capital letters, also in its history',
      }),
    ),
    whole: z.boolean().default(false).meta({ label: 'Take out the whole text' }),
    reason: prose(
      { label: 'Why', hint: 'Everybody who sees the record sees this. Do not repeat the words' },
      1000,
    ),
  })
  .refine(({ passages, whole }) => whole || passages !== null, {
    path: ['passages'],
    message: 'Enter the words to take out, or take out the whole text',
  });

export const fileRemoval = z.strictObject({
  ref: text({ label: 'Record the file belongs to', widget: 'hidden' }, 200).refine(isRef),
  file_id: z.uuid({ error: 'Choose the file' }).meta({ label: 'File', widget: 'hidden' }),
  reason: prose({ label: 'Why', hint: 'Everybody who sees the record sees this' }, 1000),
});

/** A passage has at least two signs, because one letter stands everywhere. */
export function passagesTyped(typed: string | null): string[] {
  return passagesIn(typed).filter((line) => plainWords(line).trim().length >= 2);
}

/** Words of the program inside a JSON value, which are no text of a person's. */
const codes = new Set(['shape', 'kind', 'basis', 'qualifier', 'total', 'consent']);

/** The value without the passages, and how often they stood in it. Objects and lists are gone through. */
export function redactedValue(
  value: unknown,
  passages: readonly string[],
  { whole = false } = {},
): { value: unknown; count: number } {
  if (typeof value === 'string') return redactedText(value, passages, whole);
  if (Array.isArray(value)) {
    const parts = value.map((part) => redactedValue(part, passages, { whole }));
    return { value: parts.map((part) => part.value), count: sum(parts) };
  }
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value).map(([key, part]) => ({
      key,
      ...(codes.has(key) ? { value: part, count: 0 } : redactedValue(part, passages, { whole })),
    }));
    return { value: Object.fromEntries(parts.map((part) => [part.key, part.value])), count: sum(parts) };
  }
  return { value, count: 0 };
}

/** Passages that overlap become one mark. */
function redactedText(text: string, passages: readonly string[], whole: boolean) {
  const places = passages
    .flatMap((passage) => placesOf(passage, text, { whole }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let value = '';
  let at = 0;
  let count = 0;
  for (const { from, to } of places) {
    if (count === 0 || from >= at) {
      value += text.slice(at, from) + mark;
      count += 1;
    }
    at = Math.max(at, to);
  }
  return { value: value + text.slice(at), count };
}

function sum(parts: readonly { count: number }[]): number {
  return parts.reduce((total, part) => total + part.count, 0);
}

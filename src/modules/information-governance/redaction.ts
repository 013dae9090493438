// Redaction: words that must not stand in a record any longer are taken out of it and of all its history, and the record
// says that they were (UK GDPR articles 5(1)(c), 16 and 17). Pure: what a text becomes.
import { z } from 'zod';
import { isRef } from '../../kernel/evidence/evidence.ts';
import { optional, prose, text } from '../../kernel/records/field.ts';

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

/** One passage a line; a passage has at least two signs, because one letter stands everywhere. */
export function passagesIn(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => Array.from(line).length >= 2))];
}

/** Finds passages whatever the letters' case, and whatever white space stands between their words. */
export function patternOf(passages: readonly string[]): RegExp {
  const longestFirst = passages.toSorted((a, b) => b.length - a.length);
  const parts = longestFirst.map((passage) =>
    passage
      .split(/\s+/)
      .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
      .join(String.raw`\s+`),
  );
  return new RegExp(parts.join('|'), 'giu');
}

/** Words of the program inside a JSON value, which are no text of a person's. */
const codes = new Set(['shape', 'kind', 'basis', 'qualifier', 'total', 'consent']);

/** The value without the passages, and how often they stood in it. Objects and lists are gone through. */
export function redactedValue(value: unknown, pattern: RegExp): { value: unknown; count: number } {
  if (typeof value === 'string') {
    const count = Array.from(value.matchAll(pattern)).length;
    return { value: count === 0 ? value : value.replaceAll(pattern, mark), count };
  }
  if (Array.isArray(value)) {
    const parts = value.map((part) => redactedValue(part, pattern));
    return { value: parts.map((part) => part.value), count: sum(parts) };
  }
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value).map(([key, part]) => ({
      key,
      ...(codes.has(key) ? { value: part, count: 0 } : redactedValue(part, pattern)),
    }));
    return { value: Object.fromEntries(parts.map((part) => [part.key, part.value])), count: sum(parts) };
  }
  return { value, count: 0 };
}

function sum(parts: readonly { count: number }[]): number {
  return parts.reduce((total, part) => total + part.count, 0);
}

// A paragraph that was printed on several lines becomes one again: words that the end of a line cut are made whole, and it
// stays known where each line began.
import type { Prose } from '../document.ts';
import { type PlainInline, plainInline } from './inline-marks.ts';

export interface PlacedLine {
  text: string;
  line: number | null;
  page: number | null;
}

export interface Joined extends Omit<PlainInline, 'breaks'> {
  line: number | null;
  page: number | null;
  breaks?: NonNullable<Prose['breaks']>;
}

/** `words`: the words of the document, lower case, by which a hyphen at the end of a line is judged. */
export function joinedLines(lines: readonly PlacedLine[], words: ReadonlySet<string>): Joined {
  const raw = lines.reduce((before, { text }) => (before === '' ? text : glued(before, text, words)), '');
  const { breaks, ...inline } = plainInline(raw);
  const placed = lines.slice(1).flatMap(({ line, page }, at) => {
    const from = breaks[at];
    return from === undefined || from >= inline.text.length ? [] : [{ from, line, page }];
  });
  const [first] = lines;
  return {
    ...inline,
    line: first?.line ?? null,
    page: first?.page ?? null,
    ...(placed.length > 0 && { breaks: placed }),
  };
}

export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g));
}

const cutWord = /([a-z]+(?:-[a-z]+)*)-$/i;
const prefixes =
  /^(multi|non|self|co|re|pre|post|inter|intra|cross|well|semi|anti|ex|sub|mid|under|over|part|full|high|low|long|short|one|two|three|four|five|year|face|in|on|off|up|out|all|child|school|trauma|evidence|strength|person|family|day|best|ill|e)$/i;

function glued(before: string, next: string, words: ReadonlySet<string>): string {
  const after = next.trimStart();
  if (before.endsWith('\u00AD')) return `${before}\v${after}`;
  const start = cutWord.exec(before.slice(-60))?.[1]?.toLowerCase();
  const end = /^[a-z]{1,40}/.exec(after)?.[0];
  if (start === undefined || end === undefined) return `${before}\n${after}`;
  const compound =
    words.has(`${start}-${end}`) ||
    (!words.has(`${start}${end}`) && prefixes.test(start.split('-').at(-1) ?? ''));
  return `${compound ? before : before.slice(0, -1)}\v${after}`;
}

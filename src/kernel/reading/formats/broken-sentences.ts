// Whether a line goes on with the sentence before it, or begins something new. A converter breaks a sentence wherever a page or
// a column ended, so neither a blank line nor the end of a line says by itself that a paragraph is over.

import { leadsToPage } from './leaders.ts';

interface Line {
  text: string;
}

/** After a blank line: true where the lines before broke off and this one goes on. */
export function goesOn(before: readonly Line[], next: Line): boolean {
  const last = before.at(-1)?.text.trimEnd() ?? '';
  const all = lastOf(before);
  const { length } = all;
  if (length < 40 || isEnded(last) || /[:;]$/.test(last)) return false;
  if (/^\s*[a-zà-ÿ]/.test(next.text)) return true;
  if (/[*_>]$/.test(last) || /^\s*(\*\*|<b>|__)/.test(next.text)) return false;
  return breaksOff(last) || (length > 120 && breaksName(last, next.text)) || hasOpenBracket(all, next.text);
}

/** A name in capitals was cut: the next line ends the sentence with two or three words more, and goes on with another. */
function breaksName(last: string, next: string): boolean {
  return /\s[A-Z][a-z]+$/.test(last) && /^\s*[A-Z][\w’'-]*(\s[\w’'()-]+){0,2}\.\s+[A-Z]/.test(next);
}

/**
 * Straight after a line: true where this one begins a new paragraph. `width`: how wide wrapped lines are, Infinity where each
 * paragraph is one line of the file.
 */
export function startsAnew(before: readonly Line[], next: Line, width: number): boolean {
  const last = before.at(-1)?.text.trimEnd() ?? '';
  if (leadsToPage(last) || leadsToPage(next.text)) return true;
  if (/^[A-Z][A-Za-z ]{2,30}:\s+\S/.test(next.text) && next.text.length < 100 && !breaksOff(last))
    return true;
  if (isEnded(last) || last.endsWith(':')) return last.length < width * 0.8;
  const short = last.length < Math.min(80, width * 0.6);
  const capital = /^\s*[A-Z"“‘]/.test(next.text);
  const longer = width === Number.POSITIVE_INFINITY ? next.text.length > 120 : next.text.length > width * 0.7;
  return short && capital && longer && before.length === 1 && !breaksOff(last);
}

/** The end of a paragraph is enough to tell, however long it is. */
function lastOf(lines: readonly Line[]): string {
  return lines
    .slice(-20)
    .map(({ text }) => text)
    .join(' ')
    .slice(-2000);
}

function isEnded(text: string): boolean {
  return /[.!?…]["'”’)\]*_]*(<\/?[a-z]+>)*$/.test(text);
}

/** It ends in a word or a sign after which something must follow. */
function breaksOff(text: string): boolean {
  return /(,|[-–—&/(]|\b(?:a|an|the|of|and|or|to|in|on|at|by|for|from|with|as|that|which|who|our|their|its|is|are|was|were|be|been|has|have|had|will|into|between|within|through|their|this|these|both))$/i.test(
    text,
  );
}

function hasOpenBracket(text: string, next: string): boolean {
  const open = text.lastIndexOf('(') > text.lastIndexOf(')');
  return open && /^[^()]{0,80}\)/.test(next);
}

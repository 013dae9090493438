// What was promised and is not spoken of again: a next step of last year's report that nothing in this one answers, and a next
// step of this report whose date has already gone by. The yearly report says what was done about last year's actions and what
// made little progress (Working Together 2023, chapter 2).
import type { Day } from '../../calendar/day.ts';
import { headingsOver, isProse, type Prose, type ReadDocument } from '../../reading/document.ts';
import { type Sentence, sentencesIn } from '../../reading/language/sentences.ts';
import { timesIn } from '../../reading/language/times.ts';
import { contentWords, shareIn } from '../content-words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, findingOverall, quoteAround, type Rule, whereOf } from '../rule.ts';
import { isYearBefore } from '../year-before.ts';

const id = 'promise-without-answer';
/** The clearest only: a long list would hide them. */
const most = 6;

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'A promise that nothing answers',
  why: 'Readers of last year’s report look for what became of its next steps; silence reads as if nothing was done.',
  severities: ['medium'],
  check: (document, earlier) => [
    ...earlier.filter((one) => isYearBefore(one, document)).flatMap((one) => unanswered(document, one)),
    ...overdue(document),
  ],
};

interface Promised {
  part: Prose;
  sentence: Sentence;
  words: ReadonlySet<string>;
}

/** A deliverable: whether it was done can be said. "Will continue to promote" cannot be checked, and is left alone. */
const deliverable =
  '(?:launch|develop|publish|review|introduc|creat|commission|establish|produc|deliver|implement|undertak|complet|pilot|refresh|audit|evaluat|roll|set up|host|rewrit|recruit|map)\\w*';
const promises = new RegExp(
  `\\b(?<!\\bwhat (?:we|they) )(?:will|(?:plans?|intends?|aims?|is planned|are planned) to)\\s+(?:also |then |jointly )?(?:be )?(?:\\w+ly )?${deliverable}\\b|^(?:to\\s+)?${deliverable}\\b|\\brecommend(?:s|ed) that\\b`,
  'i',
);

const ahead = /\b(?:next|ahead|forward|future|recommendations?|actions?|plans?|will do|priorities for)\b/i;

function promisesOf(document: ReadDocument): Promised[] {
  return document.parts.flatMap((part) => {
    if (!isProse(part) || part.voice !== 'own' || (part.kind !== 'paragraph' && part.kind !== 'item'))
      return [];
    if (part.stance === 'others') return [];
    // "To publish …" is a promise among next steps; elsewhere it may be a duty.
    const nextSteps = headingsOver(document, part).some(({ text }) => ahead.test(text));
    return sentencesIn(part.text).flatMap((sentence) => {
      if (!promises.test(sentence.text)) return [];
      if (!nextSteps && !/\b(?:will|planned to)\b/i.test(sentence.text)) return [];
      const words = contentWords(sentence.text);
      return words.size >= 4 ? [{ part, sentence, words }] : [];
    });
  });
}

/** Promises of which hardly a word comes back, in any one place of the later report or the parts beside it. */
function unanswered(document: ReadDocument, earlier: ReadDocument): Finding[] {
  const said = document.parts.map((part) =>
    contentWords(part.kind === 'table' ? tableText(part.rows) : part.text),
  );
  const everywhere = new Set(said.flatMap((words) => [...words]));
  const places = said.map((words, at) => new Set([...words, ...(said[at + 1] ?? [])]));
  return promisesOf(earlier)
    .map((promised) => ({
      promised,
      best: places.reduce((best, words) => Math.max(best, shareIn(promised.words, words)), 0),
      anywhere: shareIn(promised.words, everywhere),
    }))
    .filter(({ best, anywhere }) => best < 0.35 && anywhere < 0.75)
    .toSorted((a, b) => a.best - b.best || a.anywhere - b.anywhere)
    .slice(0, most)
    .map(({ promised, anywhere }) => notAnswered(earlier, promised, anywhere));
}

function tableText(rows: readonly { cells: readonly { text: string }[] }[]): string {
  return rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')).join(' ');
}

function notAnswered(earlier: ReadDocument, { part, sentence }: Promised, anywhere: number): Finding {
  const place =
    part.page === null ? (part.line === null ? '' : `, line ${part.line}`) : `, page ${part.page}`;
  return findingOverall(id, {
    severity: 'medium',
    confidence: anywhere < 0.5 ? 0.7 : 0.55,
    where: `${earlier.title ?? earlier.name}: ${whereOf(earlier, part)}${place}`,
    quote: quoteAround(sentence.text, 0, Math.min(sentence.text.length, 260), 260),
    message:
      'This was announced in the report before, and nothing in this one seems to say what became of it.',
    mend: 'Say in one sentence what was done, what came of it, or why it was left; if it is told under another name, say so.',
    detail: sentence.text,
  });
}

const future = /\b(?:will|(?:is|are) (?:due|planned|scheduled|expected|going) to)\b/gi;
const beforeDate =
  /\b(?:in|by|during|on|before|from|at the end of|by the end of|until)\s+(?:early |late |the )?$/i;
/** "… the strategy launched in January": the date belongs to what was launched, not to what will be. */
const pastBeforeDate =
  /\b(?:(?<!\bbe )(?<!\bbe fully )\w+ed|held|begun|begin|met|seen|set|written|made|took place|place)\s+(?:in|by|during|on|before|from|until)\s+(?:early |late |the )?$/i;

/** Next steps of this report whose date lies before the end of its own period. */
function overdue(document: ReadDocument): Finding[] {
  const { period } = document;
  if (!period) return [];
  return document.parts.flatMap((part) => {
    if (!isProse(part) || part.voice !== 'own' || part.kind === 'contents' || part.stance === 'others')
      return [];
    if (headingsOver(document, part).some(({ text }) => /background|context|timeline|history/i.test(text)))
      return [];
    return sentencesIn(part.text).flatMap((sentence) => {
      const promised = dateAfterFuture(sentence.text);
      if (!promised || promised.to_on >= period.to_on) return [];
      return [gone(document, part, sentence, promised)];
    });
  });
}

interface PromisedDate {
  to_on: Day;
  from: number;
  to: number;
  raw: string;
}

function dateAfterFuture(text: string): PromisedDate | null {
  const [will] = text.matchAll(future);
  // What was agreed or said then, of a time to come then, is told as it was.
  if (
    !will ||
    /\b(agreed|decided|announced|said|stated|reported|committed|planned|confirmed|was|were|had)\b/i.test(
      text.slice(0, will.index),
    )
  )
    return null;
  for (const time of timesIn(text)) {
    const before = text.slice(0, time.from);
    if (time.from < will.index || time.from - will.index > 140 || time.kind === 'range') continue;
    if (!beforeDate.test(before) || pastBeforeDate.test(before)) continue;
    return time;
  }
  return null;
}

function gone(
  document: ReadDocument,
  part: Prose,
  sentence: Sentence,
  { from, to, raw }: PromisedDate,
): Finding {
  return findingAt(id, document, part, {
    severity: 'medium',
    confidence: 0.6,
    message: `This is told as still to come, and its date (${raw}) had gone by when the period of the report ended.`,
    mend: 'Say whether it happened and what came of it; or, if the date moved, give the new one.',
    detail: sentence.text,
    from: sentence.from + from,
    to: sentence.from + to,
  });
}

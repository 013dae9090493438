// What a document says of itself: its title, the period it reports on, when it was published, and so which edition of Working
// Together it answers to. What it does not say stays null.
import type { Day } from '../../calendar/day.ts';
import { frameworkForReport } from '../../frameworks/framework.ts';
import type { Part, ReadDocument } from '../document.ts';
import { sentencesIn } from '../language/sentences.ts';
import { timesIn } from '../language/times.ts';

type AboutItself = Pick<ReadDocument, 'title' | 'period' | 'published_on' | 'framework_id'>;

export function aboutItself(parts: readonly Part[], given: string | null): AboutItself {
  const front = frontMatter(parts);
  const title = given ?? titleOf(front);
  const period = statedPeriod(parts) ?? titlePeriod([title ?? '', ...front]);
  const published_on = publicationDay(parts, front);
  return { title, period, published_on, framework_id: frameworkId(published_on, period) };
}

/** What every report calls its first chapters is no title. */
const chapterWord =
  /^(?:(?:table of )?contents|index|fore?(?:word|ward)\b.*|introduction|(?:executive|brief) summary|summary|background|acknowledge?ments|preface|welcome\b.*|context|purpose)$/i;

/** The short lines before the first sentence: the cover. */
function frontMatter(parts: readonly Part[]): string[] {
  const front: string[] = [];
  for (const part of parts) {
    if (part.kind === 'table' || part.kind === 'item' || part.kind === 'contents' || front.length > 7) break;
    if (part.kind === 'heading' && (part.number !== null || chapterWord.test(part.text))) break;
    if (part.text.length > 160 || (part.kind !== 'heading' && /[.!?]$/.test(part.text))) break;
    front.push(part.text);
  }
  return front;
}

const documentWord =
  /\b(report|review|plan|strategy|overview|statement|assessment|arrangements|summary|policy|framework|guidance|audit|newsletter|briefing)\b/i;

function titleOf(front: readonly string[]): string | null {
  const lines = [...new Set(front)].filter((text) => !isDetail(text));
  const named = lines.find(
    (text) => documentWord.test(text) && (/\b20\d\d\b/.test(text) || text.split(' ').length > 4),
  );
  if (named !== undefined) return named;
  const word = lines.findIndex((text) => documentWord.test(text));
  const cover = lines
    .slice(0, word === -1 ? 1 : word + 2)
    .filter((text, at) => at <= word || word === -1 || /^[\d\s/–-]+$/.test(text));
  return cover.length === 0 ? null : cover.join(' ');
}

function isDetail(text: string): boolean {
  return (
    /^(report (author|of|to|by)|author|date|tel|version|status|classification)\b.*/i.test(text) ||
    /^\d{1,2}(st|nd|rd|th)? [A-Z][a-z]+ \d{4}$/.test(text)
  );
}

const statesPeriod =
  /\b(?:report|review|document|overview|statement|plan)\b[^.]{0,120}\b(?:covers?|covering|is for|relates to|reports on|for)\b[^.]{0,30}\b(?:period|year)\b|\breporting period\b|\bcovers the (?:period|year)\b/i;

/** "This report covers the period from … to …", in the first sentence that says so. */
function statedPeriod(parts: readonly Part[]): ReadDocument['period'] {
  for (const part of parts) {
    if (part.kind === 'table' || part.kind === 'contents' || !statesPeriod.test(part.text)) continue;
    for (const { text } of sentencesIn(part.text)) {
      const stated = statesPeriod.exec(text);
      if (stated === null) continue;
      const span = timesIn(text).find(({ kind, to }) => to > stated.index && kind === 'range');
      if (span) return { from_on: span.from_on, to_on: span.to_on };
    }
  }
  return null;
}

function titlePeriod(lines: readonly string[]): ReadDocument['period'] {
  for (const line of lines) {
    const span = timesIn(line).find(
      ({ kind }) => kind === 'reporting-year' || kind === 'range' || kind === 'academic-year',
    );
    if (span) return { from_on: span.from_on, to_on: span.to_on };
  }
  return null;
}

const publicationLabel =
  /^(?:date(?: of publication| published)?|publication date|published(?: on| in)?|this report was published(?: on| in)?)\b\s*:?\s/i;

/** A label with its day, or a day alone on the cover. */
function publicationDay(parts: readonly Part[], front: readonly string[]): Day | null {
  const cover = new Set(front);
  for (const part of parts) {
    if (part.kind === 'table' || part.kind === 'contents') continue;
    const labelled = publicationLabel.exec(part.text);
    const [time] = labelled || cover.has(part.text) ? timesIn(part.text) : [];
    if (time === undefined) continue;
    const alone = part.text.slice(0, time.from).trim() === '' && part.text.slice(time.to).trim() === '';
    const after = labelled !== null && time.from <= labelled[0].length + 4;
    if (time.kind === 'day' && (alone || after)) return time.from_on;
    if (time.kind === 'month' && after) return time.to_on;
  }
  return null;
}

function frameworkId(published_on: Day | null, period: ReadDocument['period']): ReadDocument['framework_id'] {
  if (published_on === null && period === null) return null;
  const due_on = period === null ? (published_on ?? '') : `${septemberAfter(period.to_on)}-09-30`;
  try {
    return frameworkForReport({ published_on, due_on }).framework.id;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The year of the first 30 September after a day. */
function septemberAfter(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '09-30' ? year : year + 1;
}

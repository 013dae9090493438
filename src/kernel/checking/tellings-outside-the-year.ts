// Sentences of a published report that tell of work, evidence or figures from another year as though from this one. One
// finding for each section. Everything that reads as a comparison, as history, as background or as a plan is left alone.
import { showPeriod } from '../../surfaces/web/components/day.ts';
import { addDays, addMonths, type Day, daysBetween } from '../calendar/day.ts';
import { isProse, type ReadDocument, type TablePart } from '../reading/document.ts';
import { quantitiesIn } from '../reading/language/quantities.ts';
import { type TimeSpan, timesIn } from '../reading/language/times.ts';
import type { Finding } from './finding.ts';
import { ownPassagesIn, type Passage } from './passages.ts';
import { findingAt, listWords } from './rule.ts';

const rule = 'outside-the-period';

interface Year {
  from_on: Day;
  to_on: Day;
}

export function tellingsOutside(document: ReadDocument, year: Year): Finding[] {
  return [
    ...eventsOutside(document, year),
    ...tablesOutside(document, year),
    ...longComparisons(document, year),
    ...namedByTwoYears(document, year),
  ];
}

/** What is only measured when somebody looks has no figure for the first of April. */
const onlyThen = /\b(?:audit|survey|inspect\w+|questionnaire|review)\b/i;

/** A comparison, an origin or a change: the other time is there on purpose. */
const onPurpose =
  /\b(?:since|until|(?:up|down) (?:from|on)|(?:from|against) \d|progress (?:on|against|with|towards)|recommendations? (?:made|from|of)|previous(?:ly)?|formerly|original(?:ly)?|initial(?:ly)?|compar\w+|baseline|than|last year|years? ago|ago|prior|before|following|after|in response|as a result|superseded?|replac\w+|pandemic|covid\S*|trend|increas\w+|decreas\w+|reduc\w+|rose|risen|fell|fall\w*|remain\w*|continu\w*|still|now|ongoing|built? on|building on|origin|histor\w+|began|begun|started|first|establish\w+|set up|form(?:ed|ation)|found(?:ed|ation)|creat(?:ed|ion)|introduc\w+|launch\w*|appoint\w+|joined|adopted|came into|took effect|has been|have been|had been|last|latest|most recent|due|reported in|cover\w*|relat\w+ to|refresh\w*|updat\w*|review(?:ed)? of|learning from|report (?:for|of)|annual report)\b/i;
/** What the country does, and figures that come out late by nature. */
const background =
  /\b(?:government|department for|dfe|ofsted|hmicfrs|cqc|parliament|act|bill|legislation|statutory|national(?:ly)?|england|uk|white paper|green paper|inquiry|macalister|census|ons|office for national statistics|estimates?|official|published)\b/i;
const ahead =
  /\b(?:will|plan(?:s|ned|ning)?|aim\w*|expect\w*|intend\w*|forthcoming|upcoming|next|going forward|look(?:ing)? (?:ahead|forward)|scheduled|to be|by the (?:end|time)|from|would|should|writing|year end|after the (?:end|year))\b/i;
const aside = /\([^()]*$|\b(?:pre|post)[- ]?$/i;
const fewestWords = 8;

function eventsOutside(document: ReadDocument, year: Year): Finding[] {
  const bySection = new Map<number | null, { passage: Passage; span: TimeSpan }[]>();
  for (const passage of ownPassagesIn(document)) {
    const span = outsideIn(passage, year);
    if (!span) continue;
    const { section } = passage.part;
    bySection.set(section, [...(bySection.get(section) ?? []), { passage, span }]);
  }
  return [...bySection.values()].flatMap((told) => {
    const [first] = told;
    if (!first) return [];
    const { passage, span } = first;
    const when = listWords([...new Set(told.map((one) => `“${one.span.raw}”`))]);
    const side = span.from_on > year.to_on ? 'after' : 'before';
    return [
      findingAt(rule, document, passage.part, {
        // What came soon after the year is often told on purpose, with its date.
        severity: side === 'after' ? 'low' : 'medium',
        confidence: side === 'after' ? 0.5 : 0.6,
        message:
          `${when} ${told.length === 1 ? 'lies' : 'lie'} ${side} the year of this report (${showPeriod(year.from_on, year.to_on)}), ` +
          'and the text does not say why it is told here.',
        mend: 'Use what happened in the year; or say that this is from another time and why it still matters.',
        detail: told
          .map((one) => `${one.span.from_on} ${one.span.to_on}`)
          .toSorted()
          .join('|'),
        from: passage.from + span.from,
        to: passage.from + span.to,
      }),
    ];
  });
}

function outsideIn({ part, text, times }: Passage, year: Year): TimeSpan | null {
  const [first] = times;
  if (!first || part.stance !== 'fact' || part.kind === 'note') return null;
  const before = times.every(({ to_on }) => to_on < year.from_on);
  const after = times.every(
    ({ kind, from_on }) => from_on > year.to_on && (kind === 'day' || kind === 'month'),
  );
  if (!before && !after) return null;
  if (onPurpose.test(text) || background.test(text) || (after && ahead.test(text))) return null;
  // A label in brackets says its own time, and a line that is hardly more than a date is no telling.
  if (
    aside.test(text.slice(0, first.from)) ||
    first.raw.includes('(') ||
    text.split(/\s+/).length < fewestWords
  )
    return null;
  return pastVerb.test(text) ? first : null;
}

const pastVerb =
  /\b(?:was|were|did|held|took|gave|led|ran|met|found|saw|made|told|brought|[a-z]{2,}(?:[^e]ed|eed))\b/;

/** A table whose caption or columns are all of another time. */
function tablesOutside(document: ReadDocument, year: Year): Finding[] {
  return document.parts.flatMap((part) => {
    if (part.kind !== 'table' || part.rows.every(({ cells }) => cells.every(({ number }) => number === null)))
      return [];
    const label = labelOf(part);
    const times = timesIn([part.caption ?? '', ...part.header].join(' | '));
    const [first] = times;
    if (!first || background.test(label) || onPurpose.test(label)) return [];
    if (!times.every(({ to_on }) => to_on < year.from_on)) return [];
    return [
      findingAt(rule, document, part, {
        severity: 'medium',
        confidence: 0.6,
        quote: label,
        message: `The figures of this table are for “${first.raw}”, before the year of this report (${showPeriod(year.from_on, year.to_on)}).`,
        mend: 'Use the figures for the year, beside the older ones if they are meant as a comparison.',
        detail: `table ${first.from_on} ${first.to_on} ${label}`,
        from: 0,
        to: 0,
      }),
    ];
  });
}

function labelOf({ caption, header }: TablePart): string {
  return [caption ?? '', ...header].filter((text) => text !== '').join(', ');
}

const changes = /\b(?:increas|risen|rise|rose|grew|grown|doubl|reduc|fall|fell|decreas|dropp?)\w*/i;

/** "12 in May two years ago, 40 in March": a change over another stretch than the year, read as the year's own. */
function longComparisons(document: ReadDocument, year: Year): Finding[] {
  const long = ownPassagesIn(document).filter(({ part, text, times }) => {
    const [first, last] = [times[0], times.at(-1)];
    if (!first || !last || first === last || part.stance !== 'fact' || !changes.test(text)) return false;
    // Whole years compared with whole years are a series.
    if ([first, last].some(({ kind }) => kind !== 'month' && kind !== 'day')) return false;
    const inYear = last.from_on >= year.from_on && last.to_on <= year.to_on;
    const baseline = addDays(year.from_on, -62);
    const days = daysBetween(first.from_on, last.from_on);
    return (
      inYear && first.to_on < baseline && days > 430 && quantitiesIn(text).length >= 2 && !onlyThen.test(text)
    );
  });
  return long.flatMap(({ part, text, from, times }) => {
    const [first, last] = [times[0], times.at(-1)];
    if (!first || !last) return [];
    return [
      findingAt(rule, document, part, {
        severity: 'low',
        confidence: 0.6,
        quote: text.length > 220 ? `${text.slice(0, 220)} …` : text,
        message:
          `The change from “${first.raw}” to “${last.raw}” runs over ${Math.round(daysBetween(first.from_on, last.from_on) / 30.4)} months, ` +
          'and part of it came before the year of this report.',
        mend: 'Give the figure at the beginning of the year too, so that readers see how much of the change is this year’s.',
        detail: `change ${first.from_on} ${last.to_on}`,
        from: from + first.from,
        to: from + last.to,
      }),
    ];
  });
}

const bareName = /[\s,(–—-]+$/;

/** The same course, audit or survey listed with last year's label here and with this year's there. */
function namedByTwoYears(document: ReadDocument, year: Year): Finding[] {
  const labels = labelledLines(document);
  const thisYear = new Set(
    labels
      .filter(({ span }) => span.from_on >= year.from_on && span.to_on <= addMonths(year.to_on, 5))
      .map(({ name }) => name),
  );
  const old = labels.filter(
    ({ name, span, at }) => at !== null && span.to_on < year.from_on && thisYear.has(name),
  );
  const [first] = old;
  const part = first && first.at !== null ? document.parts[first.at] : undefined;
  if (!first || !part) return [];
  return [
    findingAt(rule, document, part, {
      severity: 'medium',
      confidence: 0.7,
      message:
        `“${first.text}” carries the year “${first.span.raw}” here${old.length === 1 ? '' : ` (and ${old.length - 1} more like it)`}; elsewhere in this report the same name carries the year reported on. ` +
        'What follows may be about last year’s.',
      mend: 'Check which year this is about. If it is the year before, say so or use this year’s; if the label is old, change it.',
      detail: old.map(({ name, span }) => `${name} ${span.from_on}`).join('|'),
      from: first.span.from,
      to: first.span.to,
    }),
  ];
}

interface Labelled {
  name: string;
  text: string;
  span: TimeSpan;
  /** Null for a cell of a table. */
  at: number | null;
}

/** List items and first cells of rows that end in a year. */
function labelledLines(document: ReadDocument): Labelled[] {
  return document.parts.flatMap((part): Labelled[] => {
    if (part.kind === 'table') return part.rows.flatMap(({ cells }) => labelled(cells[0]?.text ?? '', null));
    return isProse(part) && part.kind === 'item' && part.text.length < 140
      ? labelled(part.text, part.at)
      : [];
  });
}

function labelled(text: string, at: number | null): Labelled[] {
  if (!/\d{2}\)?\s*$/.test(text)) return [];
  const span = timesIn(text).at(-1);
  if (
    !span ||
    !['reporting-year', 'academic-year'].includes(span.kind) ||
    span.to < text.trimEnd().length - 1
  )
    return [];
  const name = text
    .slice(0, span.from)
    .replace(bareName, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  return name.split(' ').length < 2 ? [] : [{ name, text, span, at }];
}

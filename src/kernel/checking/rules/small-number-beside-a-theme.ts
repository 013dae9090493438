// A count of 1 to 5 children, families or incidents beside text that says what happened to them, or how old they are: together
// they can tell a reader who is meant (domain handbook 5.9; 1 to 5 is what national statistics hide). Counts of statutory
// activity (notifications, reviews) are customarily published however small; then somebody should have decided it.
import {
  type CellNumber,
  headingsOver,
  isProse,
  type Part,
  type Prose,
  type ReadDocument,
  type TablePart,
} from '../../reading/document.ts';
import { quantitiesIn } from '../../reading/language/quantities.ts';
import { sentencesIn } from '../../reading/language/sentences.ts';
import { timesIn } from '../../reading/language/times.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';

const id = 'small-number-beside-a-theme';
const largest = 5;

export const rule: Rule = {
  id,
  group: 'privacy',
  title: 'A small number beside what happened',
  why: 'A number this small, next to what happened, can tell people in the area which child is meant.',
  severities: ['high', 'medium'],
  check: (document) => {
    const told = new Set<string>();
    return document.parts.flatMap((part) => {
      if (part.known?.small_number_permitted === true || part.kind === 'heading') return [];
      const counts = part.kind === 'table' ? countsInTable(document, part) : countsInProse(part);
      return counts.flatMap((count) => {
        const beside = count.beside ?? themeBeside(document, part);
        if (beside === null) return [];
        // Counts of one list, beside one theme, are one finding.
        const place =
          count.statutory && part.ref === null
            ? `${part.section}|statutory`
            : `${part.at}|${count.cell?.row}`;
        if (told.has(place)) return [];
        told.add(place);
        const all = count.statutory && part.ref === null ? statutoryOf(document, part) : [count];
        return [describe(document, part, count, all, beside)];
      });
    });
  },
};

interface Count {
  /** "3 (Rapid reviews)". */
  said: string;
  statutory: boolean;
  /** What stands in the same sentence or row; null where it has to be looked for around. */
  beside: string | null;
  from: number;
  to: number;
  cell?: { row: number; column: number };
}

/** Who or what is counted when a small count can identify someone. */
const people =
  /\b(child(ren)?|bab(y|ies)|infants?|young (people|persons?)|youths?|pupils?|teenagers?|boys?|girls?|siblings?|famil(y|ies)|(young )?carers|care leavers?|victims?|mothers?|fathers?|deaths?|incidents?)\b/i;
const statutory =
  /\b(notifications?|rapid reviews?|practice reviews?|case reviews?|serious incidents?|learning reviews?|sins?|lcspr?s?|domestic homicide reviews?|reviews?)\b/i;
/** Never people at risk: what is offered, who works there, and what is agreed. */
const neverIdentifying =
  /\b(staff|practitioners?|professionals?|learners?|delegates?|attendees?|attendance|participants?|no.shows?|sessions?|hubs?|programmes?|courses?|meetings?|audits?|audited|dip samples?|schools?|settings?|homes|centres?|agenc(y|ies)|recommendations?|actions?|events?|campaigns?|strateg(y|ies)|policies|teams?|posts?|social workers?|foster carers?|volunteers?|seats?|bodies|per cent|%|priorit(y|ies)|partners?|services?|groups?|days?|weeks?|months?|years?|hours?|conferences?|workshops?|masterclass(es)?|standards?|areas?|representatives?|ambassadors?|board members?|apprentices?)\b/i;
const theme =
  /\b(serious(ly)? (injur\w*|harm\w*)|non.accidental|injur(y|ies)|died|deaths? (?:of|by|from)|suicid\w*|self.harm\w*|exploit\w*|traffick\w*|county lines|sexual(?:ly)?|abus(?:e|ed)|neglect(?:ed)?|domestic|violen\w*|knife|stabb\w*|homicide|murder\w*|substance misuse|parental mental health|fgm|forced marriage|radicali\w+)/i;
const attribute =
  /\b(under (?:one|1|two|2|five|5)s?|aged? \d|\d{1,2}[- ]year[- ]olds?|male|female|boys?|girls?|ethnic\w*|white|black|asian|mixed heritage|disab(?:led|ility)|religio\w+)\b/i;
const announcesThemes = /\bthemes?\b/i;

function isSmall(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= largest;
}

/** Whether words name people or incidents; null when they name neither. What never identifies wins. */
function countsPeople(words: string): 'people' | 'statutory' | 'no' | null {
  if (statutory.test(words) && !/\b(recommendations?|actions?|audits?|meetings?|sessions?)\b/i.test(words))
    return 'statutory';
  if (neverIdentifying.test(words)) return 'no';
  return people.test(words) ? 'people' : null;
}

function countsInProse(part: Prose): Count[] {
  const { measure } = part.known ?? {};
  if (measure) {
    const counted = countsPeople(measure.unit) ?? countsPeople(part.text);
    if (!isSmall(measure.value) || (counted !== 'people' && counted !== 'statutory')) return [];
    const said = `${measure.value} (${part.text.slice(0, 80)})`;
    return [{ said, statutory: counted === 'statutory', beside: null, from: 0, to: part.text.length }];
  }
  if (part.voice !== 'own' || part.stance === 'others' || part.kind === 'contents') return [];
  return sentencesIn(part.text).flatMap(({ text, from }) => {
    const label = /^(.{6,120}?)\s*[:–=-]\s*(\d)\s*\.?$/.exec(text);
    if (label) return fromLabel(label[1] ?? '', Number(label[2]), from, text);
    return quantitiesIn(text).flatMap((quantity): Count[] => {
      if (quantity.kind !== 'count' || !isSmall(quantity.value) || quantity.outOf !== null) return [];
      if (/^one$/i.test(quantity.raw) || neverIdentifying.test(quantity.phrase)) return [];
      if (neverIdentifying.test(text.slice(quantity.to, quantity.to + 30))) return [];
      const happened = theme.exec(text) ?? attribute.exec(text);
      const counted = countsPeople(quantity.phrase);
      const said = `${quantity.raw} ${quantity.phrase}`.trim();
      if (counted === 'statutory')
        return [{ said, statutory: true, beside: null, from: from + quantity.from, to: from + quantity.to }];
      if (counted !== 'people' || !happened || !suffers.test(text)) return [];
      return [
        { said, statutory: false, beside: happened[0], from: from + quantity.from, to: from + quantity.to },
      ];
    });
  });
}

/** What is told of the children counted, not what was done for them. */
const suffers =
  /\b(died|were (?:seriously |sexually |physically )?(?:harmed|injured|abused|killed|trafficked|exploited|arrested|stabbed|assaulted|neglected)|suffered|(?:victims?|deaths?) (?:of|by|from|aged)|suicides?|became subject|taken into care|identified as|recorded as|reported (?:as|to have))\b/i;

function fromLabel(words: string, value: number, from: number, text: string): Count[] {
  const counted = countsPeople(words);
  if (!isSmall(value) || (counted !== 'people' && counted !== 'statutory')) return [];
  const own = counted === 'people' ? (theme.exec(words) ?? attribute.exec(words)) : null;
  if (counted === 'people' && !own) return [];
  return [
    {
      said: `${value} (${words})`,
      statutory: counted === 'statutory',
      beside: own?.[0] ?? null,
      from,
      to: from + text.length,
    },
  ];
}

function countsInTable(document: ReadDocument, table: TablePart): Count[] {
  const title = `${table.caption ?? ''} ${table.caption ? '' : (headingsOver(document, table)[0]?.text ?? '')}`;
  return table.rows.flatMap(({ cells }, row) => {
    if (row === table.total) return [];
    const line = cells.find(({ number, text }) => number === null && text !== '')?.text ?? '';
    return cells.flatMap(({ number }, column) => {
      const heading = table.header[column] ?? '';
      if (!isCount(number)) return [];
      const counted = countsPeople(heading) ?? lineCounts(document, line) ?? countsPeople(title);
      if (counted !== 'people' && counted !== 'statutory') return [];
      if (counted === 'statutory' && isOverYears(table)) return [];
      const own = theme.exec(`${line} ${heading}`) ?? attribute.exec(`${line} ${heading}`);
      const said = `${number.value} (${[line, heading].filter(Boolean).join(', ')})`;
      const beside = counted === 'people' ? (own?.[0] ?? null) : null;
      return [
        {
          said,
          statutory: counted === 'statutory',
          beside,
          from: 0,
          to: String(number.value).length,
          cell: { row, column },
        },
      ];
    });
  });
}

/** Reviews counted over several years stand beside the themes of all of them. */
function isOverYears({ header, rows }: TablePart): boolean {
  const labels = rows.map(({ cells }) => cells[0]?.text ?? '');
  return [header, labels].some((names) => names.filter((name) => timesIn(name).length > 0).length >= 2);
}

function isCount(number: CellNumber | null): number is CellNumber {
  return number !== null && number.kind === 'count' && isSmall(number.value);
}

/** A line that is the name of an agency or body says who counted, not who was counted ("Children’s Social Care"). */
function lineCounts({ names }: ReadDocument, line: string): ReturnType<typeof countsPeople> {
  const lower = line.toLowerCase();
  return names.some(({ name }) => name.toLowerCase() === lower) ? null : countsPeople(line);
}

/** How far around a count a theme is still beside it. */
const reach = 30;

/** A text under the same heading, or under the one next to it, that says what happened. */
function themeBeside(document: ReadDocument, part: Part): string | null {
  const over = headingsOver(document, part)
    .slice(0, 2)
    .map(({ at }) => at);
  const announced = headingsOver(document, part)
    .slice(0, 2)
    .some(({ text }) => announcesThemes.test(text));
  let word: string | null = null;
  for (const other of document.parts.slice(Math.max(0, part.at - reach), part.at + reach)) {
    if (!isProse(other) || other.at === part.at || other.stance === 'others' || other.kind === 'contents')
      continue;
    if (other.ref !== null && other.ref === part.ref) continue;
    const shared = headingsOver(document, other)
      .slice(0, 2)
      .some(({ at }) => over.includes(at));
    if (!shared) continue;
    const happened = theme.exec(other.text)?.[0] ?? null;
    // In a document, a theme is beside a count when the text calls it a theme; records are already sorted by what they are about.
    if (happened && (document.of === 'records' || announced || isUnderThemes(document, other)))
      return happened;
    if (document.of === 'records' && announcesThemes.test(other.text))
      word ??= announcesThemes.exec(other.text)?.[0] ?? null;
  }
  return word;
}

function isUnderThemes(document: ReadDocument, part: Prose): boolean {
  const [over] = headingsOver(document, part);
  if (announcesThemes.test(part.text) || (over && announcesThemes.test(over.text))) return true;
  const lead = document.parts
    .slice(Math.max(0, part.at - 15), part.at)
    .findLast((one) => isProse(one) && one.kind !== 'item');
  return (
    part.kind === 'item' && lead !== undefined && lead.kind !== 'table' && announcesThemes.test(lead.text)
  );
}

/** All small counts of statutory activity in the list a count stands in. */
function statutoryOf({ parts }: ReadDocument, part: Part): Count[] {
  return parts
    .slice(part.at, part.at + reach)
    .filter((one) => one.section === part.section)
    .flatMap((one) => (isProse(one) ? countsInProse(one).filter((count) => count.statutory) : []));
}

function describe(
  document: ReadDocument,
  part: Part,
  count: Count,
  all: readonly Count[],
  beside: string,
): Finding {
  const counts = all.length === 0 ? [count.said] : all.map(({ said }) => said);
  const one = counts.length === 1;
  return findingAt(id, document, part, {
    severity: count.statutory ? 'medium' : 'high',
    confidence: count.statutory ? 0.65 : 0.7,
    quote: counts.join('; '),
    message: count.statutory
      ? `${listWords(counts)} ${one ? 'stands' : 'stand'} near themes (“${beside}”). Counts of statutory activity are customarily ` +
        'published; with few of them, the themes may show which child is meant.'
      : `${listWords(counts)} ${one ? 'stands' : 'stand'} beside “${beside}”. Read together, they may show which child or family is meant.`,
    mend: count.statutory
      ? 'Record who decided that these may stand together, and why; or give the themes over several years.'
      : 'Leave the number out, give it for several years together, or move what happened away from it. If it should be printed ' +
        'all the same, record who permitted that and why.',
    detail: counts.join('|'),
    from: count.from,
    to: count.to,
    ...(count.cell ? { cell: count.cell } : {}),
  });
}

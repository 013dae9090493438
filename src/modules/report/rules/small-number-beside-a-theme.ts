// A count of 1 to 5 children, families or incidents beside text that says what happened to them: together they can tell
// a reader who is meant (domain handbook 5.9; 1 to 5 is what national statistics hide). A recorded permission to print
// answers it; so few serious incidents are often published on purpose.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Table } from '../../../kernel/evidence/shapes.ts';
import { chapterOf } from '../chapters.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { numberText } from '../wording.ts';
import { findingAt, listWords, type Rule } from './rule.ts';
import { textsOf } from './texts.ts';

const id = 'small-number-beside-a-theme';
const largest = 5;

export const rule: Rule = {
  id,
  title: 'A small number beside what happened',
  why: 'A number this small, next to what happened, can tell people in the area which child is meant.',
  check: (composition: Composition): ReportFinding[] => {
    const permitted = new Set(composition.print_permissions.map(({ item_ref }) => item_ref));
    const themes = themesByPlace(composition);
    // A line that is the name of an agency or body says who counted, not who was counted ("Children’s Social Care").
    const names = new Set(composition.names.map(({ name }) => name.toLowerCase()));
    return composition.items.flatMap((item) => {
      if (permitted.has(item.ref)) return [];
      const counts = smallCounts(item, names);
      if (counts.length === 0) return [];
      const beside = [...(themes.get(placeKey(item)) ?? []), ...(themes.get(chapterOf(item).key) ?? [])].find(
        ({ item: other }) => other !== item,
      );
      return beside ? [describe(item, counts, beside)] : [];
    });
  },
};

/** Who or what is counted when a small count can identify someone. */
const peopleOrIncidents =
  /\b(child(ren)?|bab(y|ies)|infants?|young (people|persons?)|youths?|pupils?|teenagers?|boys?|girls?|siblings?|famil(y|ies)|(young )?carers|care leavers?|victims?|mothers?|fathers?|deaths?|incidents?|notifications?|rapid reviews?|practice reviews?|case reviews?|reviews?|sins?|lcspr?s?)\b/i;
/** Never people at risk: what is offered, who works there, and what is agreed. */
const neverIdentifying =
  /\b(staff|practitioners?|professionals?|learners?|delegates?|attendees?|attendance|participants?|no.shows?|sessions?|hubs?|programmes?|courses?|meetings?|audits?|schools?|settings?|agenc(y|ies)|recommendations?|actions?|events?|campaigns?|strateg(y|ies)|policies|teams?|posts?|social workers?|foster carers?|volunteers?|seats?|bodies|per cent|%)/i;
/** A unit that does not say what is counted; then the title does. */
const plainUnit = /^(count|number|total|cases|n)$/i;
const themeWords =
  /\b(serious(ly)? (incident|injur|harm)|non.accidental|injur(y|ies)|died|deaths?|suicid|self.harm|exploit|traffick|county lines|sexual|abus|neglect|rapid reviews?|practice reviews?|domestic|violen|knife|stabb|homicide|murder|substance misuse|parental mental health)/i;
const announcesThemes = /\bthemes?\b/i;

interface Theme {
  item: EvidenceItem | null;
  word: string;
}

/** Texts that say what happened, by chapter and part; a chapter's own introduction counts for all of its parts. */
function themesByPlace(composition: Composition): Map<string, Theme[]> {
  const themes = new Map<string, Theme[]>();
  for (const { item, text, kind, chapter } of textsOf(composition)) {
    if (kind === 'title' || kind === 'note') continue;
    const key = item ? placeKey(item) : chapter.key;
    const held = themes.get(key) ?? [];
    const last = held.at(-1);
    const again = last !== undefined && last.item === item;
    // Two different records are enough: one of them is not the count itself.
    if (held.length >= 2 && !again) continue;
    const word = themeWords.exec(text)?.[0];
    if (again) {
      if (word && announcesThemes.test(last.word)) last.word = word;
      continue;
    }
    const said = word ?? announcesThemes.exec(text)?.[0];
    if (said) themes.set(key, [...held, { item, word: said }]);
  }
  return themes;
}

function placeKey(item: EvidenceItem): string {
  return `${chapterOf(item).key}|${item.part ?? ''}`;
}

function smallCounts(item: EvidenceItem, names: Set<string>): string[] {
  const { content } = item;
  if (content.shape === 'table') return smallCells(content, item.title, names);
  if (content.shape !== 'measure' || !isSmall(content.value)) return [];
  const counted = countsPeople(content.unit) ?? (plainUnit.test(content.unit) && countsPeople(item.title));
  return counted ? [`${content.value} (${item.title})`] : [];
}

function smallCells(table: Table, title: string, names: Set<string>): string[] {
  const label = table.columns.findIndex(({ kind }) => kind === 'text');
  return table.rows.flatMap((row) => {
    const line = row[label];
    const named = typeof line === 'string' ? line : '';
    return table.columns.flatMap(({ kind, label: heading }, at) => {
      const cell = row[at];
      if (kind !== 'count' || typeof cell !== 'number' || !isSmall(cell)) return [];
      const counted =
        countsPeople(heading) ??
        (names.has(named.toLowerCase()) ? null : countsPeople(named)) ??
        countsPeople(title);
      return counted ? [`${numberText(cell, 0)} (${[named, heading].filter(Boolean).join(', ')})`] : [];
    });
  });
}

/** Whether words name people or incidents; null when they name neither. What is listed as never identifying wins. */
function countsPeople(words: string): boolean | null {
  if (neverIdentifying.test(words)) return false;
  return peopleOrIncidents.test(words) ? true : null;
}

function isSmall(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= largest;
}

function describe(item: EvidenceItem, counts: readonly string[], beside: Theme): ReportFinding {
  const other = beside.item ? `“${beside.item.title}”` : 'the introduction of the chapter';
  return findingAt(id, item, {
    severity: 'high',
    quote: counts.join('; '),
    message:
      `${listWords(counts)} ${counts.length === 1 ? 'stands' : 'stand'} in the same part of the report as ${other}, ` +
      `which speaks of “${beside.word}”. Read together, they may show which child or family is meant.`,
    mend:
      'Leave the number out, give it for several years together, or move what happened away from it. If it should be ' +
      'printed all the same, record who permitted that and why.',
    detail: counts.join('|'),
  });
}

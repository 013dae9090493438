// The yearly report's records as the checker reads any document: chapters and parts as headings, each record as prose or table
// with its ref and what else is known of it. So the rules that read published reports read this one too, before it is one.
import type { EvidenceItem, KnownName, Ref } from '../../kernel/evidence/evidence.ts';
import type { Cell, Table } from '../../kernel/evidence/shapes.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import type {
  Heading,
  Known,
  Part,
  Prose,
  ReadDocument,
  TableCell,
  TablePart,
} from '../../kernel/reading/document.ts';
import { wordsIn } from '../../kernel/reading/language/words.ts';
import { chapterByKey, chapterOf, type ChapterPlace, partTitles } from './chapters.ts';
import { ownTitle } from './composing/footnotes.ts';
import type { Composition } from './composition.ts';
import { cellText, decimalsIn, measureText } from './wording.ts';

export function readingOf(composition: Composition): ReadDocument {
  const { year, edition, partnership } = composition;
  const parts = partsOf(composition);
  return {
    of: 'records',
    name: `Yearly report ${year.label}`,
    title: `Yearly report ${year.label.replace('-', '/')}`,
    period: { from_on: year.from_on, to_on: year.to_on },
    published_on: edition.published_on,
    framework_id: frameworkById(edition.framework_id).id,
    pages: null,
    words: parts.reduce((sum, part) => sum + (part.kind === 'table' ? 0 : wordsIn(part.text).length), 0),
    parts,
    names: [ownName(partnership), ...composition.names],
  };
}

function ownName({ name, short_name, abbreviation }: Composition['partnership']): KnownName {
  const others = [short_name, abbreviation].filter((other) => other !== null);
  return {
    ref: 'governance.partnership/own',
    kind: 'body',
    name,
    others: others.map((other) => ({ name: other, allowed: true })),
  };
}

type Unplaced =
  | Omit<Heading, 'at' | 'section'>
  | Omit<Prose, 'at' | 'section'>
  | Omit<TablePart, 'at' | 'section'>;

function partsOf(composition: Composition): Part[] {
  const parts: Part[] = [];
  const add = (part: Unplaced, section: number | null): number => {
    const at = parts.length;
    parts.push({ ...part, at, section });
    return at;
  };
  const about = aboutRecords(composition);
  for (const { place, words, held } of chaptersOf(composition)) {
    const chapter = add(heading(1, place.title), null);
    for (const text of paragraphsOf(words)) add(prose('paragraph', text, { stance: 'fact' }), chapter);
    for (const [part, items] of Map.groupBy(held, (item) => (item.group ? item.part : null))) {
      const section = part === null ? chapter : add(heading(2, partTitles[part]), chapter);
      for (const item of items) {
        const known = about(item);
        const title = titleOf(item);
        const under = title === null ? section : add({ ...heading(3, title), ...placeOf(item) }, section);
        for (const one of contentOf(item)) add({ ...one, ...placeOf(item), known }, under);
      }
    }
  }
  return parts;
}

interface ReadChapter {
  place: ChapterPlace;
  words: string;
  held: EvidenceItem[];
}

/** Chapters that hold a record or somebody's words, in the order of the report. */
function chaptersOf({ items, chapter_texts }: Composition): ReadChapter[] {
  const chapters = new Map<string, ReadChapter>();
  const at = (key: string, place: ChapterPlace) => {
    const held = chapters.get(key) ?? { place, words: chapter_texts[place.key] ?? '', held: [] };
    chapters.set(key, held);
    return held;
  };
  for (const key of Object.keys(chapter_texts)) at(key, chapterByKey(key, items));
  for (const item of items) {
    const place = chapterOf(item);
    at(place.key, place).held.push(item);
  }
  return [...chapters.values()].toSorted((a, b) => a.place.order - b.place.order);
}

/** Paragraphs are parted by empty lines. */
function paragraphsOf(words: string): string[] {
  return words
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean);
}

const nowhere = { line: null, page: null, ref: null, path: null } as const;

const placeOf = ({ ref, path }: EvidenceItem) => ({ ref, path });

function heading(level: Heading['level'], text: string): Omit<Heading, 'at' | 'section'> {
  return { kind: 'heading', level, number: null, text, ...nowhere };
}

function prose(
  kind: Prose['kind'],
  text: string,
  how: { stance: Prose['stance']; voice?: Prose['voice'] },
): Omit<Prose, 'at' | 'section'> {
  return { kind, text, voice: 'own', links: [], depth: kind === 'item' ? 1 : 0, ...nowhere, ...how };
}

/** A title that the record's own words do not say again. */
function titleOf(item: EvidenceItem): string | null {
  const { shape } = item.content;
  if (shape === 'statement') return ownTitle(item);
  return shape === 'case-study' || shape === 'document' ? item.title : null;
}

function contentOf(item: EvidenceItem): Unplaced[] {
  const { content, title } = item;
  const stance = stanceOf(item);
  switch (content.shape) {
    case 'statement':
      return [prose('paragraph', content.text, { stance })];
    case 'measure':
      return [prose('item', `${title}: ${measureText(content)}`, { stance }), ...notes(content.note)];
    case 'table':
      return [tableOf(title, content), ...notes(content.note)];
    case 'quotation':
      return [prose('quotation', content.text, { stance, voice: 'quotation' })];
    case 'case-study':
      return [prose('paragraph', content.text, { stance, voice: 'case-study' })];
    case 'document':
      return [prose('paragraph', content.description, { stance: 'others' })];
  }
  // Every shape is read above; a new one must be added there.
  return content satisfies never;
}

function notes(note: string | null): Unplaced[] {
  return note === null ? [] : [prose('note', note, { stance: 'fact' })];
}

/** What is asked for, wanted or decided is to happen; a claim is the partnership's own wherever it stands. */
const aims: ReadonlySet<Topic> = new Set(['vision', 'recommendations']);
/** What others did and found. */
const ofOthers: ReadonlySet<Topic> = new Set(['reforms', 'inspection', 'scrutiny']);

function stanceOf({ claim, part, decision, topics: [topic], content }: EvidenceItem): Prose['stance'] {
  if (claim !== undefined || (content.shape === 'measure' && part !== 'next')) return 'fact';
  if (part === 'next' || decision !== undefined || aims.has(topic)) return 'aim';
  return ofOthers.has(topic) ? 'others' : 'fact';
}

function tableOf(caption: string, table: Table): Unplaced {
  const rows = table.printed_total === null ? table.rows : [...table.rows, table.printed_total];
  return {
    kind: 'table',
    ...nowhere,
    caption,
    header: table.columns.map(({ label }) => label),
    rows: rows.map((cells) => ({
      cells: cells.map((cell, at) => readCell(cell, table.columns[at]?.kind ?? 'text')),
      line: null,
      page: null,
    })),
    total: table.printed_total === null ? null : table.rows.length,
  };
}

function readCell(cell: Cell, kind: Table['columns'][number]['kind']): TableCell {
  const number =
    typeof cell === 'number'
      ? { value: cell, kind: kind === 'text' ? ('number' as const) : kind, decimals: decimalsIn([cell]) }
      : null;
  return { text: cellText(cell, kind), number };
}

/** Written about the year once it is over. */
const afterwards: ReadonlySet<Topic> = new Set(['foreword', ...aims, ...ofOthers]);
/** Background, and what is still open from earlier years; figures and quotations are held to the year all the same. */
const background: ReadonlySet<Topic> = new Set([...aims, 'reforms']);

/** What the records know of an item beyond its words. */
function aboutRecords({ items, print_permissions }: Composition): (item: EvidenceItem) => Known {
  const permitted = new Set(print_permissions.map(({ item_ref }) => item_ref));
  const baselines = new Set<Ref>();
  for (const { claim } of items)
    for (const { purpose, ref } of claim?.rests_on ?? []) if (purpose === 'baseline') baselines.add(ref);
  return (item) => {
    const { content, claim, decision, topics, period, as_of } = item;
    const [topic] = topics;
    return {
      period: whenOf({ period, as_of }),
      small_number_permitted: permitted.has(item.ref),
      written_afterwards: afterwards.has(topic),
      meant_from_another_time:
        baselines.has(item.ref) ||
        item.part === 'next' ||
        content.shape === 'document' ||
        (content.shape === 'statement' && background.has(topic)),
      ...(claim && {
        claim: {
          headline: claim.headline,
          compared: hasComparator(claim.rests_on),
          reach: claim.about === 'reach',
        },
      }),
      ...(decision && { decision }),
      ...(content.shape === 'measure' && { measure: content }),
      ...(content.shape === 'table' && {
        summed: content.columns.map(({ total }) => total === 'sum'),
        costs: topics.includes('costs'),
      }),
      ...(content.shape === 'case-study' && { names_changed: content.names_changed }),
    };
  };
}

/** The period where one is given, or the day it stood so. */
function whenOf({ period, as_of }: Pick<EvidenceItem, 'period' | 'as_of'>): NonNullable<Known['period']> {
  if (period.from || period.to || period.label || as_of === null) return period;
  return { from: as_of, to: as_of, label: null };
}

/** Whether a claim rests on a measure before and after, or on one measure that carries its comparison. */
function hasComparator(restsOn: NonNullable<EvidenceItem['claim']>['rests_on']): boolean {
  const purposes = new Set(restsOn.map(({ purpose }) => purpose));
  if (purposes.has('baseline') && purposes.has('follow-up')) return true;
  return restsOn.some(({ content }) => content?.shape === 'measure' && content.comparator !== null);
}

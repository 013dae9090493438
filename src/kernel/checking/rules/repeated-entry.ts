// What is printed twice: an entry of a list, a row of a table, a paragraph, a sentence, a word. A summary that says again what
// a chapter says is as it should be, and so is a heading taken up again.
import {
  headingsOver,
  isProse,
  type Prose,
  type ReadDocument,
  type TablePart,
} from '../../reading/document.ts';
import { sentencesIn } from '../../reading/language/sentences.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule, whereOf } from '../rule.ts';
import { textsIn } from '../texts.ts';

const id = 'repeated-entry';

export const repeatedEntry: Rule = {
  id,
  group: 'text',
  title: 'Printed twice',
  why: 'Something printed twice may hide something left out, and makes a list look longer than it is.',
  severities: ['low'],
  check: (document) => [
    ...listsOf(document).flatMap((list) => twiceInList(document, list).slice(0, ENOUGH)),
    ...document.parts.flatMap((part) => (part.kind === 'table' ? twiceInTable(document, part) : [])),
    ...passagesTwice(document),
    ...wordsTwice(document),
  ],
};

/** In one list; with more, it is no list of entries that ought to differ. */
const ENOUGH = 10;

function plain(text: string): string {
  return wordsIn(text)
    .map(({ norm }) => norm)
    .join(' ');
}

/** Items that follow each other under one heading. */
function listsOf(document: ReadDocument): Prose[][] {
  const lists: Prose[][] = [];
  for (const part of document.parts) {
    if (!isProse(part) || part.kind !== 'item') continue;
    const before = lists.at(-1)?.at(-1);
    if (before && before.at === part.at - 1 && before.section === part.section) lists.at(-1)?.push(part);
    else lists.push([part]);
  }
  return lists;
}

function twiceInList(document: ReadDocument, list: readonly Prose[]): Finding[] {
  const seen = new Map<string, Prose>();
  const parents = parentsIn(list);
  return list.flatMap((item) => {
    const text = plain(item.text);
    const key = `${parents.get(item) ?? ''} ${text}`;
    const first = seen.get(key);
    seen.set(key, item);
    if (!first || text.length < 4) return [];
    return [
      findingAt(id, document, item, {
        severity: 'low',
        confidence: 0.85,
        message: `“${item.text}” stands twice in this list.`,
        mend: 'Take one out, or see whether another entry was meant.',
        detail: text,
        from: 0,
        to: item.text.length,
      }),
    ];
  });
}

/** The item each item stands below: two lists may hold the same entry, each below its own. */
function parentsIn(list: readonly Prose[]): Map<Prose, string> {
  const above: Prose[] = [];
  return new Map(
    list.map((item) => {
      while ((above.at(-1)?.depth ?? 0) >= item.depth) above.pop();
      const parent = above.at(-1)?.text ?? '';
      above.push(item);
      return [item, parent];
    }),
  );
}

function twiceInTable(document: ReadDocument, table: TablePart): Finding[] {
  const rows = table.rows.map(({ cells }) => cells.map(({ text }) => plain(text)));
  const hasNumbers = table.rows.some(({ cells }) => cells.some(({ number }) => number !== null));
  return hasNumbers ? rowsTwice(document, table, rows) : cellsTwice(document, table, rows);
}

function rowsTwice(document: ReadDocument, table: TablePart, rows: readonly string[][]): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((cells, row) => {
    const key = cells.join('|');
    const again = seen.has(key);
    seen.add(key);
    const label = cells[0] ?? '';
    if (
      !again ||
      row === table.total ||
      label.length < 3 ||
      /^\d+$/.test(label) ||
      cells.filter(Boolean).length < 2
    )
      return [];
    const text = table.rows[row]?.cells[0]?.text ?? '';
    return [
      findingAt(id, document, table, {
        severity: 'low',
        confidence: 0.8,
        message: `The row “${text}” stands twice in this table with the same figures.`,
        mend: 'Take one out and see whether the totals count it twice.',
        detail: key,
        cell: { row, column: 0 },
        from: 0,
        to: text.length,
      }),
    ];
  });
}

/** A table of words in which every cell is an entry, such as two columns of names. */
function cellsTwice(document: ReadDocument, table: TablePart, rows: readonly string[][]): Finding[] {
  const headed = table.header.some((label) => label.trim() !== '') && new Set(table.header).size > 1;
  const columns = rows[0]?.length ?? 0;
  const long = rows.flat().some((text) => text.split(' ').length > 12);
  // Where columns have headings or cells hold sentences, the same words may belong twice.
  const lone = !headed && !long && columns <= 4;
  const seen = new Set<string>();
  const entries = [
    ...(lone ? table.header.map((text, column) => ({ text: plain(text), row: -1, column })) : []),
    ...rows.flatMap((cells, row) => cells.map((text, column) => ({ text, row, column }))),
  ];
  if (!lone || isOfKinds(entries.map(({ text }) => text))) return [];
  return entries.flatMap(({ text, row, column }) => {
    const again = seen.has(text);
    seen.add(text);
    if (!again || text.split(' ').length < 2 || text.length < 6) return [];
    const printed = row < 0 ? (table.header[column] ?? '') : (table.rows[row]?.cells[column]?.text ?? '');
    return [
      findingAt(id, document, table, {
        severity: 'low',
        confidence: 0.8,
        message: `“${printed}” stands twice in this list.`,
        mend: 'Take one out, or see whether another entry was meant.',
        detail: text,
        cell: { row, column },
        from: 0,
        to: printed.length,
      }),
    ];
  });
}

/** Judgements, states and agencies come again and again: several different entries that do are no slip. */
function isOfKinds(entries: readonly string[]): boolean {
  const times = new Map<string, number>();
  for (const text of entries) if (text.length >= 6) times.set(text, (times.get(text) ?? 0) + 1);
  const again = [...times.values()].filter((count) => count > 1);
  return again.length > 1 || again.some((count) => count > 2);
}

const MINIMUM_WORDS = 14;

/** Where saying again is the purpose. */
const summing =
  /\b(summar|overview|at a glance|key (achievements|messages|findings|points|headline)|highlights?|headlines?|foreword|introduction|background|conclusion|recommendation|next steps?|contents|what we will do|outcomes? of|looking (ahead|forward)|about (this|the) report|purpose)/i;

interface Passage {
  part: Prose;
  text: string;
  from: number;
  to: number;
}

/** A paragraph or sentence of some length printed again, not in a summary. */
function passagesTwice(document: ReadDocument): Finding[] {
  const seen = new Map<string, Passage>();
  const reported = new Set<Prose>();
  return document.parts.flatMap((part) => {
    if (!isProse(part) || !(part.kind === 'paragraph' || part.kind === 'item')) return [];
    return sentencesIn(part.text).flatMap(({ text, from, to }) => {
      const key = plain(text);
      if (key.split(' ').length < MINIMUM_WORDS) return [];
      const first = seen.get(key);
      if (!first) seen.set(key, { part, text, from, to });
      if (!first || reported.has(part) || mayRepeat(document, first.part, part)) return [];
      reported.add(part);
      return [
        findingAt(id, document, part, {
          severity: 'low',
          confidence: 0.7,
          message: `This is printed word for word under “${whereOf(document, first.part)}” as well${first.part.line === null ? '' : ` (line ${first.part.line})`}.`,
          mend: 'Keep it where it belongs, and refer to it from the other place.',
          detail: key,
          from,
          to,
        }),
      ];
    });
  });
}

function mayRepeat(document: ReadDocument, first: Prose, again: Prose): boolean {
  return [first, again].some(
    (part) => part.voice !== 'own' || headingsOver(document, part).some(({ text }) => summing.test(text)),
  );
}

/** Words that no sentence needs twice running; "had had", "that that" and particles of verbs may be right. */
const small =
  'the|a|an|of|and|to|for|with|from|are|was|were|be|been|have|has|will|or|our|their|we|as|this|these|those|which|than|into|between|during|through|within|because|also';
const doubled = new RegExp(`\\b(${small}) \\1\\b(?!-)`, 'gi');
const doubledLong = /\b([a-z]{5,}) \1\b(?!-)/g;
const meantTwice = new Set([
  'never',
  'again',
  'very',
  'really',
  'there',
  'round',
  'knock',
  'night',
  'happy',
  'about',
  'which',
  'still',
  'quite',
]);

function wordsTwice(document: ReadDocument): Finding[] {
  const found = textsIn(document).flatMap((piece) =>
    piece.own
      ? [doubled, doubledLong]
          .flatMap((pattern) => [...piece.text.matchAll(pattern)])
          .filter(
            (match) => !meantTwice.has((match[1] ?? '').toLowerCase()) && !/^(to to|A A)$/.test(match[0]),
          )
          .map((match) => ({ piece, from: match.index, words: match[0] }))
      : [],
  );
  const [first] = found;
  if (!first) return [];
  const words = found.map((one) => `“${one.words}”`);
  return [
    findingAt(id, document, first.piece.part, {
      severity: 'low',
      confidence: 0.9,
      message:
        found.length === 1
          ? `A word is printed twice running: ${words[0]}.`
          : `Words are printed twice running: ${listWords(words.slice(0, 8))}.`,
      mend: 'Take one of the two out.',
      detail: words.join(' '),
      from: first.from,
      to: first.from + first.words.length,
      ...(first.piece.cell && { cell: first.piece.cell }),
    }),
  ];
}

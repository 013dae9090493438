// Where a text itself says why figures beside it need not add up: people counted more than once, several answers allowed,
// rounding, a selection only. A rule that reads it there keeps silent.
import { isProse, type Part, type ReadDocument, type TablePart } from '../reading/document.ts';

const overlap =
  /\b(more than once|counted (twice|once|in (both|each|all|several))|appear (twice|in (both|each|several))|(in|by|to|on|for|under|with|from) more than one|more than one (category|course|reason|type|group|area|factor|theme|session|event|agency|need|answer|option|response|box|form)|select(ed)? (all|more|several|as many)|tick(ed)? (all|more|several|as many)|multiple (categories|courses|reasons|types|factors|themes|needs|responses|answers|choices?|codes|forms)|multiple.response|several (reasons|factors|answers|categories|needs)|(may|might|will|do|does|can|need|should) not (always )?(add( up)?|sum|total|equal)|(may|might|will|can) exceed|exceeds? 100|add(s)? up to more than|sums? to more than|overlap(s|ping)?|not mutually exclusive|double.count(ed|ing)|duplicates?|de-?duplicated|unduplicated|unique|distinct|(each|every) (child|person|young person|school|family|individual|learner|delegate) (is |was )?(only )?counted once|counted only once|(attended|had|have|were in|took part in|came to|received|experienced) (both|several|two or more|more than one))\b/i;
const selection =
  /\b(top (\d+|three|four|five|six|ten)|most (common|frequent)(ly)?|main (reasons|themes|factors|categories|types)|largest|selected|a selection|examples?|excludes?|excluding|not (shown|included|listed)|only shows?|not all (of the )?(categories|courses|reasons|rows|areas))\b/i;
const rounding = /\b(round(ed|ing)|nearest (\d+|five|ten|hundred|thousand|whole))\b/i;

/** The words that stand with a table: its caption and labels, what leads to it, and the notes under it. */
export function wordsBeside(document: ReadDocument, table: TablePart): string {
  const near: string[] = [table.caption ?? '', ...table.header];
  for (const { cells } of table.rows)
    if (cells.length > 0 && cells.every(({ number }) => number === null))
      near.push(cells.map(({ text }) => text).join(' '));
  for (const at of [table.at - 2, table.at - 1, table.at + 1, table.at + 2, table.at + 3]) {
    const part = document.parts[at];
    if (part && besides(part, table, at)) near.push(part.text);
  }
  return near.join('\n');
}

function besides(part: Part, table: TablePart, at: number): part is Exclude<Part, TablePart> {
  if (part.section !== table.section || !isProse(part)) return false;
  return part.kind === 'note' || Math.abs(at - table.at) <= 2;
}

/** The words that name a table: its caption and labels, what stands directly before it, and its notes. */
export function wordsNaming(document: ReadDocument, table: TablePart): string {
  const before = document.parts[table.at - 1];
  const after = document.parts[table.at + 1];
  const near = [table.caption ?? '', ...table.header];
  if (before && besides(before, table, before.at)) near.push(before.text);
  if (after?.kind === 'note' && besides(after, table, after.at)) near.push(after.text);
  return near.join('\n');
}

/** The words around a place in prose that could explain it: its own part and the ones beside it. */
export function wordsAround(document: ReadDocument, part: Part): string {
  return [part.at - 1, part.at, part.at + 1]
    .map((at) => document.parts[at])
    .filter((one) => one !== undefined && isProse(one) && one.section === part.section)
    .map((one) => (one as Exclude<Part, TablePart>).text)
    .join('\n');
}

export function saysOverlap(words: string): boolean {
  return overlap.test(words);
}

export function saysSelection(words: string): boolean {
  return selection.test(words);
}

export function saysRounded(words: string): boolean {
  return rounding.test(words);
}

/** To what figures were rounded, where the words say: "to the nearest 5" gives 5; null where they give no unit. */
export function roundedTo(words: string): number | null {
  const unit = /\bnearest (?:£)?(\d[\d,]*|five|ten|hundred|thousand)\b/i.exec(words)?.[1]?.toLowerCase();
  if (unit === undefined) return null;
  const named: Readonly<Record<string, number>> = { five: 5, ten: 10, hundred: 100, thousand: 1000 };
  return named[unit] ?? Number(unit.replaceAll(',', ''));
}

// The sentences in which a document itself says what was or is: not what it quotes, tells of one child, wants to happen or
// reports of others. These are the sentences that have to be shown.
import { isProse, type Prose, type ReadDocument } from '../reading/document.ts';
import { type Quantity, quantitiesIn } from '../reading/language/quantities.ts';
import { type Sentence, sentencesIn } from '../reading/language/sentences.ts';

export interface Statement extends Sentence {
  part: Prose;
  /** The other sentences of the part, this one among them. */
  beside: readonly Statement[];
  /** Its place among them. */
  at: number;
}

const held = new WeakMap<ReadDocument, readonly Statement[]>();

/** In the order of the document. */
export function statementsIn(document: ReadDocument): readonly Statement[] {
  const known = held.get(document);
  if (known) return known;
  const statements = document.parts.flatMap((part) =>
    isProse(part) && states(part) ? sentencesOf(part) : [],
  );
  held.set(document, statements);
  return statements;
}

function states({ kind, voice, stance }: Prose): boolean {
  return (kind === 'paragraph' || kind === 'item') && voice === 'own' && stance === 'fact';
}

function sentencesOf(part: Prose): Statement[] {
  const beside: Statement[] = [];
  for (const sentence of sentencesIn(part.text))
    beside.push({ ...sentence, part, beside, at: beside.length });
  return beside;
}

const figures = new WeakMap<Sentence, readonly Quantity[]>();

/** The numbers a sentence prints in digits; "one to one" and "two courses" measure nothing. */
export function figuresIn(sentence: Sentence): readonly Quantity[] {
  const known = figures.get(sentence);
  if (known) return known;
  const found = quantitiesIn(sentence.text).filter(({ raw }) => /\d/.test(raw));
  figures.set(sentence, found);
  return found;
}

/** The sentences directly before and after; for the first and last of a list item, also those of its neighbours in the list. */
export function neighboursOf(document: ReadDocument, { part, beside, at }: Statement): readonly Sentence[] {
  const near: Sentence[] = [beside[at - 1], beside[at + 1]].filter((one) => one !== undefined);
  if (part.kind !== 'item') return near;
  for (const step of [-1, 1]) {
    const other = document.parts[part.at + step];
    if (
      other &&
      isProse(other) &&
      other.section === part.section &&
      other.ref === part.ref &&
      (other.kind === 'item' || step < 0)
    )
      near.push(...sentencesIn(other.text));
  }
  return near;
}

/** Whether a table, or what is said to be a chart, stands with the part and may print what the words do not. */
export function hasTableOrChart(document: ReadDocument, { part, text }: Statement): boolean {
  if (/\b(chart|graph|table|figure|infographic|diagram|dashboard)s?\b/i.test(text)) return true;
  if (announcesFigures(document, part)) return true;
  for (const step of [1, 2]) {
    const next = document.parts[part.at + step];
    // Of another record it shows something else.
    if (next === undefined || next.kind === 'heading' || next.ref !== part.ref) return false;
    if (next.kind === 'table') return true;
    if (next.kind !== 'note' && step === 1 && next.text.length > 120) return false;
  }
  return false;
}

/** How far below an opening paragraph the figures it announces may begin. */
const soon = 4;

/** "Below is a summary of what we found", with figures in what follows. */
function announcesFigures(document: ReadDocument, part: Prose): boolean {
  if (!/\b(?:below|overleaf|as follows|the following (?:figures|summary|data|page))\b/i.test(part.text))
    return false;
  return document.parts
    .slice(part.at + 1, part.at + 1 + soon)
    .some(
      (next) =>
        next.ref === part.ref &&
        (next.kind === 'table' || (isProse(next) && figuresIn(wholeOf(next)).length >= 2)),
    );
}

const whole = new WeakMap<Prose, Sentence>();

function wholeOf(part: Prose): Sentence {
  const known = whole.get(part) ?? { text: part.text, from: 0, to: part.text.length };
  whole.set(part, known);
  return known;
}

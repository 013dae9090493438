// Names of things in a document: bodies, strategies, events, campaigns, products, legislation, abbreviations. Found by form
// (runs of capitalised words, quotation marks, the last word), never by a list of proper names.
import { isProse, type Part, type ReadDocument } from '../document.ts';
import { documentTexts, type PlacedText } from './document-texts.ts';
import { type NameForm, nameFormsIn } from './name-forms.ts';
import { plainForm } from './plain-form.ts';
import { shortForms } from './short-forms.ts';

export type NameKind =
  | 'priority'
  | 'body'
  | 'meeting'
  | 'agency'
  | 'strategy'
  | 'event'
  | 'campaign'
  | 'product'
  | 'law'
  | 'inspection';

export interface Mention {
  /** As written there. */
  text: string;
  part: Part;
  /** In a table: row (-1 for its header) and column. */
  cell: { row: number; column: number } | null;
  from: number;
  to: number;
}

export interface Name {
  kind: NameKind;
  /** As it is written most often. */
  text: string;
  /** For comparing: lower case, no apostrophes or plurals, "and" for "&", no small words. A priority's without its number. */
  plain: string;
  /** "Priority Two: …" is 2; null for everything else. */
  number: number | null;
  mentions: readonly Mention[];
}

export interface Abbreviation {
  /** "CDOP": letters only, upper case, no plural. */
  short: string;
  /** Each way it is written out, with where; empty where it never is. */
  expansions: readonly { words: string; plain: string; spells: boolean; mentions: readonly Mention[] }[];
  /** Where the short form stands. */
  mentions: readonly Mention[];
}

const namesOf = new WeakMap<ReadDocument, readonly Name[]>();
const abbreviationsOf = new WeakMap<ReadDocument, readonly Abbreviation[]>();

/** Every named thing, each once with all its mentions; in the order of the first. */
export function namesIn(document: ReadDocument): readonly Name[] {
  const known = namesOf.get(document);
  if (known) return known;
  const names = gathered(document);
  namesOf.set(document, names);
  return names;
}

export function abbreviationsIn(document: ReadDocument): readonly Abbreviation[] {
  const known = abbreviationsOf.get(document);
  if (known) return known;
  const found = shortForms(documentTexts(document));
  abbreviationsOf.set(document, found);
  return found;
}

interface Gathered {
  kinds: Map<NameKind, number>;
  number: number | null;
  plain: string;
  strong: boolean;
  mentions: Mention[];
}

function gathered(document: ReadDocument): Name[] {
  const byKey = new Map<string, Gathered>();
  const add = (placed: PlacedText, form: NameForm) => {
    const text = placed.text.slice(form.from, form.to);
    const plain = plainForm(form.core ?? text);
    if (plain === '') return;
    const key = form.kind === 'priority' ? `priority ${form.number} ${plain}` : plain;
    const held: Gathered = byKey.get(key) ?? {
      kinds: new Map(),
      number: form.number,
      plain,
      strong: false,
      mentions: [],
    };
    byKey.set(key, held);
    held.kinds.set(form.kind, (held.kinds.get(form.kind) ?? 0) + 1);
    held.strong ||= !form.weak;
    held.mentions.push({ text, part: placed.part, cell: placed.cell, from: form.from, to: form.to });
  };
  const listed = listedPriorities(document);
  for (const placed of documentTexts(document)) {
    const priority = listed.get(placed.part);
    if (priority) add(placed, priority);
    else for (const form of nameFormsIn(placed.text)) add(placed, form);
  }
  return [...byKey.values()].filter(({ strong }) => strong).map(named);
}

function named({ kinds, number, plain, mentions }: Gathered): Name {
  const [kind = 'body'] = [...kinds].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return { kind, text: commonest(mentions), plain, number, mentions };
}

function commonest(mentions: readonly { text: string }[]): string {
  const times = new Map<string, number>();
  for (const { text } of mentions) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The items of a list that a sentence or heading introduces as priorities. */
function listedPriorities(document: ReadDocument): Map<Part, NameForm> {
  const listed = new Map<Part, NameForm>();
  let introduced = false;
  for (const part of document.parts) {
    if (part.kind === 'table' || (isProse(part) && part.kind === 'contents')) introduced = false;
    else if (part.kind === 'item' && introduced && isTitle(part.text))
      listed.set(part, wholeAsPriority(part.text));
    else if (part.kind !== 'item') introduced = introduces(part.text, part.kind === 'heading');
  }
  return listed;
}

function introduces(text: string, heading: boolean): boolean {
  if (heading)
    return /^(?:(?:our|the|strategic|partnership|key|local|agreed|five|four|three|six)\s)*priorit(?:ies|y areas)$/i.test(
      text.trim(),
    );
  return /\bpriorit(?:ies|y areas)\b[^.:]{0,80}:\s*$/i.test(text);
}

function isTitle(text: string): boolean {
  return (
    text.length <= 80 &&
    /^[A-Z‘“"']/.test(text) &&
    !/[.:;!?]\s*$/.test(text) &&
    !/^Priority \w+\s?[:–-]/.test(text)
  );
}

function wholeAsPriority(text: string): NameForm {
  const to = text.trimEnd().length;
  return { kind: 'priority', core: text.trim(), number: null, weak: false, from: 0, to };
}

// Every piece of text the report would print, once, with its words: the rules about wording read these and not the
// items, so that a title, a table cell and a chapter's introduction are held to the same rules.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { type ChapterPlace, chapterByKey, chapterOf } from '../chapters.ts';
import type { Composition } from '../composition.ts';

export interface TextPiece {
  kind: 'title' | 'statement' | 'quotation' | 'case-study' | 'document' | 'cell' | 'note' | 'chapter';
  text: string;
  /** Null for the words somebody wrote for a chapter. */
  item: EvidenceItem | null;
  chapter: ChapterPlace;
}

export interface Word {
  /** As written. */
  raw: string;
  /** Lower case without apostrophes: "Carer’s" and "Carers" are alike. */
  norm: string;
  /** Without a possessive ending: "group’s" is "group". */
  bare: string;
  from: number;
  to: number;
}

const piecesOf = new WeakMap<Composition, readonly TextPiece[]>();
const wordsOfPiece = new WeakMap<TextPiece, readonly Word[]>();

/** All texts of a composition, gathered on first use. */
export function textsOf(composition: Composition): readonly TextPiece[] {
  const known = piecesOf.get(composition);
  if (known) return known;
  const gathered = [...composition.items.flatMap(itemTexts), ...chapterTexts(composition)];
  piecesOf.set(composition, gathered);
  return gathered;
}

export function wordsOf(piece: TextPiece): readonly Word[] {
  const known = wordsOfPiece.get(piece);
  if (known) return known;
  const words = wordsIn(piece.text);
  wordsOfPiece.set(piece, words);
  return words;
}

/** "Training and development: Courses run", or the chapter alone for its introduction. */
export function placeOf({ item, chapter }: TextPiece): string {
  return item ? `${chapter.title}: ${item.title}` : `${chapter.title}: introduction`;
}

const wordPattern = /[A-Za-z0-9À-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*/g;
const apostrophes = /['’]/g;
const possessive = /['’]s$/i;

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const lower = raw.toLowerCase();
    const plain = raw.includes("'") || raw.includes('’');
    words.push({
      raw,
      norm: plain ? lower.replace(apostrophes, '') : lower,
      bare: plain ? lower.replace(possessive, '').replace(apostrophes, '') : lower,
      from: match.index,
      to: match.index + raw.length,
    });
  }
  return words;
}

/** True where a word begins a sentence, a bullet or a quotation, so that its capital says nothing. */
export function startsSentence(text: string, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && /[\s"'“‘(*•]/.test(text.charAt(at))) {
    if (text.charAt(at) === '\n' || text.charAt(at) === '•') return true;
    at -= 1;
  }
  // A hyphen with a space after it is a bullet or a dash; without one it joins two words.
  return at < 0 || /[.!?:;–—”]/.test(text.charAt(at)) || (text.charAt(at) === '-' && at < from - 1);
}

export function isCapitalised(word: Word): boolean {
  const first = word.raw.charAt(0);
  return first !== first.toLowerCase();
}

function itemTexts(item: EvidenceItem): TextPiece[] {
  const chapter = chapterOf(item);
  const pieces: TextPiece[] = [];
  const add = (kind: TextPiece['kind'], text: string | null) => {
    if (text) pieces.push({ kind, text, item, chapter });
  };
  const { content } = item;
  switch (content.shape) {
    case 'statement':
      // A statement's title is often its own first words; reading it twice would find everything twice.
      if (!content.text.startsWith(item.title.replace(/[.…\s]+$/, ''))) add('title', item.title);
      add('statement', content.text);
      break;
    case 'measure':
      add('title', item.title);
      add('note', content.note);
      break;
    case 'table':
      add('title', item.title);
      for (const column of content.columns) add('cell', column.label);
      for (const row of content.rows) for (const cell of row) if (typeof cell === 'string') add('cell', cell);
      add('note', content.note);
      break;
    case 'quotation':
      add('quotation', content.text);
      break;
    case 'case-study':
      add('title', item.title);
      add('case-study', content.text);
      break;
    case 'document':
      add('title', item.title);
      add('document', content.description);
      break;
  }
  return pieces;
}

function chapterTexts({ chapter_texts, items }: Composition): TextPiece[] {
  return Object.entries(chapter_texts)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => ({ kind: 'chapter', text, item: null, chapter: chapterByKey(key, items) }));
}

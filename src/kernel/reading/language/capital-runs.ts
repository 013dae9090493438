// Runs of capitalised words, as names are written: "City of York Council", "Multi-Agency Safeguarding Hub", "Education, Health
// and Care Plan". Small words belong to a run where a capital follows.
import { headOf } from './name-heads.ts';
import { smallWords } from './plain-form.ts';
import { isCapitalised, type Word, wordsIn } from './words.ts';

export interface Run {
  /** Words of the run, small ones inside it too. */
  words: readonly Word[];
  /** The words after it, up to three, where only spaces lie between. */
  after: readonly Word[];
}

export function capitalRunsIn(text: string, words: readonly Word[] = wordsIn(text)): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first || !isCapitalised(first)) continue;
    const end = runEnd(text, words, at);
    runs.push({ words: words.slice(at, end + 1), after: following(text, words, end) });
    at = end;
  }
  return runs;
}

/** Index of the last word of the run that begins at `first`. */
function runEnd(text: string, words: readonly Word[], first: number): number {
  let end = first;
  for (let at = first + 1; at < words.length; at += 1) {
    const word = words[at];
    const last = words[at - 1];
    if (!word || !last) break;
    const gap = text.slice(last.to, word.from);
    if (!joins.test(gap) && !(gap === ', ' && !isHead(words, at - 1) && listGoesOn(text, words, at))) break;
    if (isCapitalised(word)) end = at;
    else if (isInnerNumber(word, words[at + 1]) || gap === '-') continue;
    else if (!smallWords.has(word.norm) || at - end > 3) break;
  }
  return end;
}

const joins = /^(?: | ?& ?|-|‑| ?\/ ?)$/;

/** "Section 11 Audit", "Operation 2 Safety": a small number with a capital after it. */
function isInnerNumber(word: Word, next: Word | undefined): boolean {
  return /^\d{1,3}$/.test(word.raw) && next !== undefined && isCapitalised(next);
}

function isHead(words: readonly Word[], at: number): boolean {
  return headOf(words[at]?.raw ?? '', words[at - 1]?.raw ?? '') !== null;
}

/** "Education, Health and Care Plan": after the comma capitals, "and" and capitals again. */
function listGoesOn(text: string, words: readonly Word[], at: number): boolean {
  for (let next = at; next < at + 6; next += 1) {
    const word = words[next];
    if (!word) return false;
    if (next > at) {
      const gap = text.slice(words[next - 1]?.to ?? 0, word.from);
      if (!joins.test(gap) && gap !== ', ') return false;
    }
    if (word.norm === 'and') return isCapitalised(words[next + 1] ?? word);
    if (!isCapitalised(word) && (next === at || !smallWords.has(word.norm))) return false;
    if (isHead(words, next)) return false;
  }
  return false;
}

function following(text: string, words: readonly Word[], end: number): Word[] {
  const after: Word[] = [];
  for (let at = end + 1; at <= end + 3; at += 1) {
    const word = words[at];
    if (!word || !/^(?: |-)$/.test(text.slice(words[at - 1]?.to ?? 0, word.from))) break;
    after.push(word);
  }
  return after;
}

// Words and sentences of a text, with their places in it.
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

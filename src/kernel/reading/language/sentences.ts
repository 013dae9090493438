// Sentences of a text. Full stops of abbreviations, decimals and initials end none.
export interface Sentence {
  text: string;
  from: number;
  to: number;
}

export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["'”’)]*\s+(?=["'“‘(]*[A-Z0-9])|\n+/g)) {
    const to = match.index + match[0].trimEnd().length;
    if (to > from) sentences.push({ text: text.slice(from, to), from, to });
    from = match.index + match[0].length;
  }
  if (from < text.length) sentences.push({ text: text.slice(from), from, to: text.length });
  return sentences;
}

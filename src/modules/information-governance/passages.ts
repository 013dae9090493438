// Passages of text that a person typed or copied: where they stand in other words. The same letters in another form, signs
// that nobody sees, another case or white space, and any apostrophe or hyphen count as the same, so that a name is found
// however it was written (Unicode Standard Annex 15; a name left in by a hidden sign is a name given away). Pure.

/** From and to (not included), in units of the text as it stands. */
export interface Place {
  from: number;
  to: number;
}

/** One passage a line. */
export function passagesIn(typed: string | null): string[] {
  const lines = (typed ?? '').split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

/** Every place where the passage stands; places never overlap. `whole`: never as a part of a longer word. */
export function placesOf(passage: string, text: string, { whole = false } = {}): Place[] {
  const sought = plainOf(passage).words.trim();
  if (sought === '') return [];
  const { words, places } = plainOf(text);
  const found: Place[] = [];
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1)) {
    const first = places[at];
    const last = places[at + sought.length - 1];
    if (first === undefined || last === undefined || first.from < (found.at(-1)?.to ?? 0)) continue;
    if (whole && (isOfWord(words[at - 1]) || isOfWord(words[at + sought.length]))) continue;
    found.push({ from: first.from, to: last.to });
  }
  return found;
}

/** A text in the one form in which passages are compared. */
export function plainWords(text: string): string {
  return plainOf(text).words;
}

const clusters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** The plain form, and for each unit of it the cluster of signs in the text that it came from. */
function plainOf(text: string): { words: string; places: Place[] } {
  let words = '';
  const places: Place[] = [];
  for (const { segment, index } of clusters.segment(text)) {
    const place = { from: index, to: index + segment.length };
    for (const unit of plainSign(segment).split('')) {
      const last = places.at(-1);
      if (unit === ' ' && words.endsWith(' ') && last !== undefined) {
        last.to = place.to;
        continue;
      }
      words += unit;
      places.push({ ...place });
    }
  }
  return { words, places };
}

function plainSign(cluster: string): string {
  return cluster
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/['’‘ʼ`´]/g, "'")
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
}

function isOfWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

// How wide a text will be, without a font at hand: an upper estimate, so that what is laid out by it never
// touches its neighbour, whether the reader's font is Atkinson Hyperlegible, Arial or Helvetica.

/** Widths in em. The widest of the three families, measured, and rounded up. */
const widths: [RegExp, number][] = [
  [/[ilj.,:;'|!‘’]/, 0.34],
  [/[ftrI()[\]{}/\\" \-–“”]/, 0.43],
  [/[mwMW%@&—…]/, 1.02],
  [/[A-Z£€]/, 0.8],
  [/[a-z0-9]/, 0.62],
];

const widest = 1.05;

const ascii = Array.from({ length: 128 }, (_, code) => widthByPattern(String.fromCharCode(code)));

function characterWidth(character: string): number {
  return ascii[character.charCodeAt(0)] ?? widthByPattern(character);
}

function widthByPattern(character: string): number {
  const found = widths.find(([pattern]) => pattern.test(character));
  return found ? found[1] : widest;
}

/** Width in the unit of `size`, for bold text a tenth more. */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * size * (weight === 'bold' ? 1.1 : 1);
}

/** Breaks a text into lines no wider than `width`: between words, and inside a word only where it alone is wider. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, size) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, size);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function breakWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

// A name brought to the form in which two ways of writing it can be compared: "Sub-group" and "Subgroup", "Children's" and
// "Childrens", "Health & Wellbeing" and "Health and Well-being" are alike.
import { wordsIn } from './words.ts';

export const smallWords: ReadonlySet<string> = new Set(
  'of the and to in for on at with by a an from or into against our its their'.split(' '),
);

/** Halves of words that are written together, apart or with a hyphen. */
const prefixes = new Set('sub multi co anti non pre post inter intra well e cyber extra neuro re'.split(' '));
const irregular: Record<string, string> = {
  children: 'child',
  childrens: 'child',
  peoples: 'people',
  mens: 'men',
  womens: 'women',
};
const numbers: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
};

/** Lower case, no apostrophes, no plurals, no small words, halves of words put together. */
export function plainForm(name: string): string {
  const plain: string[] = [];
  let half = '';
  for (const { norm } of wordsIn(name)) {
    if (half === '' && prefixes.has(norm)) {
      half = norm;
      continue;
    }
    const word = half + norm;
    half = '';
    if (!smallWords.has(word)) plain.push(singular(word));
  }
  if (half !== '') plain.push(half);
  return plain.join(' ');
}

export function singular(word: string): string {
  const known = irregular[word] ?? numbers[word];
  if (known) return known;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  return /(?:sses|xes|ches|shes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

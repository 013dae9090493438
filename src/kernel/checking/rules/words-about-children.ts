// Words that blame children or make them a number, where the report itself uses them. One finding for each word, with how
// often; what children and families said, names of things, and text about language itself stay as they are.
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { type Passage, passagesIn } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type WordAboutChildren, wordsAboutChildren } from '../vocabulary/words-about-children.ts';

const id = 'words-about-children';

export const rule: Rule = {
  id,
  group: 'names',
  title: 'Words about children',
  why: 'Children read what is written about them; words that blame them shape how others see and help them.',
  severities: ['low'],
  check: (document: ReadDocument): Finding[] => {
    const passages = passagesIn(document).filter(isToldByTheReport);
    return wordsAboutChildren.flatMap((word) => {
      const uses = passages.flatMap((passage) => usesOf(word, passage));
      const [first] = uses;
      if (!first) return [];
      const often = uses.length === 1 ? 'once' : uses.length === 2 ? 'twice' : `${uses.length} times`;
      return [
        findingAt(id, document, first.passage.part, {
          severity: 'low',
          confidence: 0.6,
          message: `“${first.words}” is used ${often}. ${word.why}`,
          mend: `Could it say: ${word.instead}?`,
          detail: word.term,
          from: first.from,
          to: first.from + first.words.length,
        }),
      ];
    });
  },
};

/** A story is told by the partnership; a quotation is not. */
function isToldByTheReport({ part, text }: Passage): boolean {
  return part.voice !== 'quotation' && part.kind !== 'quotation' && !aboutLanguage.test(text);
}

const aboutLanguage =
  /\b(?:language|wording|words?|phrases?|terms?|terminology|instead of|rather than|say|jargon|labels?|victim[- ]blam\w+)\b/i;

function usesOf(
  word: WordAboutChildren,
  passage: Passage,
): { passage: Passage; words: string; from: number }[] {
  const { text } = passage;
  if (word.unless?.test(text)) return [];
  return [...text.matchAll(word.pattern)]
    .filter(({ index }) => !/["“‘'][^"”’']{0,60}$/.test(text.slice(0, index).replaceAll(/\w['’]\w/g, '')))
    .map((match) => ({ passage, words: match[0], from: passage.from + match.index }));
}

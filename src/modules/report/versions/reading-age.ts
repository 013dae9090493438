// How old a reader has to be to read a text with ease: the Flesch-Kincaid grade (Kincaid and others, 1975; United States
// school years) and five years, which is the age at which the first of those years begins. A guide and no measure of
// whether children understand: only asking them shows that.
import { syllable } from 'syllable';

export interface ReadingEase {
  /** Years, at least 5; null where there are too few words to say anything. */
  reading_age: number | null;
  words: number;
  sentences: number;
  /** The sentences a reader will stumble over, longest first, at most three. */
  long_sentences: string[];
  /** Words of four syllables or more, each once, in the order of the text. */
  long_words: string[];
}

/** Fewer words than this say nothing about a text. */
const enough = 20;
/** Words in a sentence that is long for a child. */
const longSentence = 15;
const longWord = 4;

export function readingEase(text: string): ReadingEase {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  const grade =
    0.39 * (words.length / Math.max(1, sentences.length)) +
    11.8 * (syllables / Math.max(1, words.length)) -
    15.59;
  return {
    reading_age: words.length < enough ? null : Math.max(5, Math.round(grade + 5)),
    words: words.length,
    sentences: sentences.length,
    long_sentences: sentences
      .filter((sentence) => wordsOf(sentence).length > longSentence)
      .toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)
      .slice(0, 3),
    long_words: [
      ...new Set(words.filter((word) => syllable(word) >= longWord).map((word) => word.toLowerCase())),
    ],
  };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}]+)*/gu) ?? [];
}

export interface Measured extends ReadingEase {
  /** What a person is told of it, a sentence each. */
  said: string[];
}

/** The reading age beside the ages a version is written for: a guide, and said to be one. */
export function measured(text: string, [youngest, oldest]: readonly [number, number]): Measured {
  const ease = readingEase(text);
  const { reading_age, long_sentences, long_words } = ease;
  const guide = `The guide is ${youngest} to ${oldest}`;
  const age =
    reading_age === null
      ? `Too few words to tell a reading age. ${guide}.`
      : `Reading age: about ${reading_age}. ${guide}${reading_age > oldest ? ': shorter sentences and shorter words make it easier' : ''}.`;
  return {
    ...ease,
    said: [
      age,
      ...(long_sentences.length === 0
        ? []
        : [`Long sentences: ${long_sentences.map((sentence) => `“${sentence}”`).join(' ')}`]),
      ...(long_words.length === 0 ? [] : [`Long words: ${long_words.join(', ')}.`]),
    ],
  };
}

// What would be wrong in words for children: something still to be filled in, a private person's details, a first name, words
// that blame children. The checker's own rules, asked of a version's texts.
import { findingsIn } from '../../../kernel/checking/check.ts';
import type { Finding } from '../../../kernel/checking/finding.ts';
import { rule as contactDetails } from '../../../kernel/checking/rules/contact-details.ts';
import { rule as firstName } from '../../../kernel/checking/rules/first-name-in-case-study.ts';
import { placeholderLeftIn } from '../../../kernel/checking/rules/placeholder-left-in.ts';
import { rule as wordsAboutChildren } from '../../../kernel/checking/rules/words-about-children.ts';
import type { Part, ReadDocument, Voice } from '../../../kernel/reading/document.ts';
import { questionNames, questions, type Version } from './version.ts';

export interface Remark extends Pick<Finding, 'quote' | 'message' | 'mend'> {
  where: string;
  /** Null: the opening words, or what is said of who read it. */
  priority: string | null;
  /** Stands in the way of signing. */
  blocks: boolean;
}

interface Told {
  where: string;
  priority: string | null;
  text: string | null;
}

/** Of all that a version prints. */
export function remarksOn(version: Version): Remark[] {
  return remarksIn([
    { where: 'Opening words', priority: null, text: version.opening },
    ...version.parts.flatMap(({ title, priority, picture, ...texts }): Told[] => [
      ...questionNames.map((name) => ({
        where: `${title}: ${questions[name].label.toLowerCase()}`,
        priority,
        text: texts[name],
      })),
      { where: `${title}: what the picture shows`, priority, text: picture?.alt ?? null },
    ]),
  ]);
}

/** First names in what was said about who read it: those words have no place for one. */
export function firstNamesIn(text: string): string | null {
  return findingsIn(readingOf([text], 'case-study'), [], [firstName])[0]?.quote ?? null;
}

function remarksIn(told: readonly Told[]): Remark[] {
  const written = told.filter((one): one is Told & { text: string } => one.text !== null);
  const words = written.map(({ text }) => text);
  const found = [
    ...findingsIn(readingOf(words, 'own'), [], [placeholderLeftIn, contactDetails, wordsAboutChildren]),
    // A version tells of what children said, so a first name in it is as one in somebody's story.
    ...findingsIn(readingOf(words, 'case-study'), [], [firstName]),
  ];
  return found.flatMap(({ rule, severity, quote, message, mend, mark }) => {
    const at = written[(mark?.part ?? 0) / 2 - 0.5];
    if (at === undefined) return [];
    const blocks = rule === placeholderLeftIn.id || (rule === contactDetails.id && severity === 'high');
    return [{ where: at.where, priority: at.priority, quote, message, mend, blocks }];
  });
}

/** Each text under a heading of its own, so that no story runs on into the next. */
function readingOf(texts: readonly string[], voice: Voice): ReadDocument {
  const nowhere = { line: null, page: null, ref: null, path: null } as const;
  const parts = texts.flatMap((text, i): Part[] => [
    { kind: 'heading', level: 1, number: null, text: `Part ${i + 1}`, at: 2 * i, section: null, ...nowhere },
    {
      kind: 'paragraph',
      text: text.replaceAll(/\s+/g, ' '),
      voice,
      stance: 'fact',
      links: [],
      depth: 0,
      at: 2 * i + 1,
      section: 2 * i,
      ...nowhere,
    },
  ]);
  return {
    of: 'document',
    name: 'Version',
    title: null,
    period: null,
    published_on: null,
    framework_id: null,
    pages: null,
    words: 0,
    parts,
    names: [],
  };
}

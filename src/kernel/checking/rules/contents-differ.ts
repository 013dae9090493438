// The table of contents against the headings: an entry with other words than its heading, and pages that run backwards.
import { type Heading, isProse, type Part, type Prose, type ReadDocument } from '../../reading/document.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';

const id = 'contents-differ';

export const contentsDiffer: Rule = {
  id,
  group: 'text',
  title: 'Contents and headings differ',
  why: 'A contents list is how most readers find the one chapter they came for.',
  severities: ['low'],
  // What is composed from records has its contents made by machine.
  check: (document) => (document.of === 'records' ? [] : faultsIn(document)),
};

/** Entries without a heading, and pages that run backwards. Only where the contents can be matched for the greater part. */
/** No report has more entries; beyond this it is another list. */
const LONGEST = 300;

interface Entry {
  part: Prose;
  title: string;
  page: number | null;
}

function faultsIn(document: ReadDocument): Finding[] {
  const entries = document.parts.flatMap((part): Entry[] =>
    isProse(part) && part.kind === 'contents' && plain(part.text) !== ''
      ? [{ part, title: part.text, page: part.names_page ?? null }]
      : [],
  );
  return entries.length > LONGEST
    ? []
    : [...withoutHeading(document, entries), ...backwards(document, entries)];
}

/** Only where the greater part can be matched: otherwise the headings were not read as such. */
function withoutHeading(document: ReadDocument, entries: readonly Entry[]): Finding[] {
  // A line of its own, or the name of a table, that was not read as a heading is one all the same.
  const headings = document.parts.flatMap((part) =>
    part.kind === 'heading' ? [plain(part.text)] : part.kind === 'contents' ? [] : standingAlone(part),
  );
  const known = new Set(headings);
  const words = headings.map((heading) => new Set(heading.split(' ')));
  const lost = entries.filter(({ title }) => !known.has(plain(title)) && !resembles(words, plain(title)));
  if (entries.length < 4 || lost.length * 4 > entries.length) return [];
  return lost.map(({ part, title }) =>
    inContents(
      document,
      part,
      `The contents list “${title}”, and no heading has these words.`,
      'Give contents and heading the same words.',
    ),
  );
}

/** A list of tables or figures begins again at the first page. */
const otherList = /^(?:table|figure|chart|diagram|appendix|annex)\b/i;

function backwards(document: ReadDocument, entries: readonly Entry[]): Finding[] {
  const paged = entries.filter(({ page, title }) => page !== null && !otherList.test(title));
  const found = paged.flatMap(({ part, title, page }, place) => {
    const before = paged[place - 1];
    if (page === null || before?.page == null || page >= before.page) return [];
    const message = `The contents put “${title}” on page ${page}, after “${before.title}” on page ${before.page}.`;
    return [inContents(document, part, message, 'Make the contents anew.')];
  });
  // In columns, or with several lists in one, the order of reading is not that of the pages.
  return found.length * 4 > paged.length ? [] : found;
}

function inContents(document: ReadDocument, part: Prose, message: string, mend: string): Finding {
  return findingAt(id, document, part, {
    severity: 'low',
    confidence: 0.7,
    message,
    mend,
    detail: message,
    from: 0,
    to: part.text.length,
    quote: part.text,
  });
}

const longestLine = 120;

function standingAlone(part: Exclude<Part, Heading>): string[] {
  const text = part.kind === 'table' ? (part.caption ?? '') : part.text;
  return text !== '' && text.length <= longestLine ? [plain(text)] : [];
}

function plain(text: string): string {
  return wordsIn(text)
    .map(({ norm }) => norm)
    .filter((word) => !/^\d+$/.test(word))
    .join(' ');
}

function resembles(headings: readonly ReadonlySet<string>[], title: string): boolean {
  const words = new Set(title.split(' '));
  return headings.some((others) => {
    const shared = [...words].filter((word) => others.has(word)).length;
    return shared >= Math.min(words.size, others.size) || shared / (words.size + others.size - shared) >= 0.6;
  });
}

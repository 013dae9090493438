// Footnotes: one for each record that the report rests on, however often it is mentioned. Each says what the record is,
// when it is about, where, and which source it comes from, and leads to its page.
import {
  type CitedEvidence,
  type EvidenceItem,
  type Ref,
  refParts,
} from '../../../kernel/evidence/evidence.ts';
import type { Footnote, Inline } from '../document.ts';
import { capital, ended, whenGiven, whenText } from '../wording.ts';

export interface Footnotes {
  /** The number of an item's footnote, made on first mention. */
  numberOf(item: EvidenceItem): number;
  /** The number of the footnote of what a claim cites: the full one where the record is part of this report. */
  numberOfCited(cited: CitedEvidence): number;
  mark(item: EvidenceItem): Inline;
  /** The item behind a ref, where this report holds it. */
  itemOf(ref: Ref): EvidenceItem | undefined;
  all(): Footnote[];
}

/** `partnership` is whose report it is: its own documents need not be introduced with its name each time. */
export function footnotesFor(items: readonly EvidenceItem[], partnership: string): Footnotes {
  const byRef = new Map(items.map((item) => [item.ref, item]));
  const made = new Map<Ref, Footnote>();
  const numberOf = (ref: Ref, path: string, text: () => string): number => {
    const known = made.get(ref) ?? { number: made.size + 1, text: text(), ref, path };
    made.set(ref, known);
    return known.number;
  };
  const nameOf = (source: string) =>
    source.startsWith(`${partnership}: `) ? source.slice(partnership.length + 2) : source;
  const ofItem = (item: EvidenceItem) => numberOf(item.ref, item.path, () => footnoteText(item, nameOf));
  return {
    numberOf: ofItem,
    numberOfCited(cited) {
      const item = byRef.get(cited.ref);
      if (item) return ofItem(item);
      const source = cited.source_title
        ? `Source: ${ended(nameOf(cited.source_title))}`
        : sourceless(cited.ref);
      return numberOf(cited.ref, cited.path, () => `${ended(cited.title)} ${source}`);
    },
    mark: (item) => ({ kind: 'note', number: ofItem(item) }),
    itemOf: (ref) => byRef.get(ref),
    all: () => [...made.values()],
  };
}

/** "Children helped early. 2024/25. Fernshire. Source: Multi-agency data set, row 4." */
function footnoteText(item: EvidenceItem, nameOf: (source: string) => string): string {
  const { content, geography, source } = item;
  const figures = content.shape === 'measure' || content.shape === 'table';
  const title = content.shape === 'statement' ? ownTitle(item) : item.title;
  const when = figures ? whenText(item) : whenGiven(item);
  const said = [title, when && capital(when), figures ? geography : null].filter((part) => part !== null);
  const from = source
    ? ended([nameOf(source.title), source.locator].filter(Boolean).join(', '))
    : sourceless(item.ref);
  return [
    ...said.map(ended),
    said.length > 0 && source ? `Source: ${from}` : from,
    ...(item.disputed ? ['This record is said to be wrong; a note stands beside it.'] : []),
  ].join(' ');
}

/** Only an item of the evidence register ought to have a source; everything else is a record of the partnership's own. */
function sourceless(ref: Ref): string {
  return refParts(ref).concept === 'evidence.item'
    ? 'No source is recorded.'
    : 'A record of the partnership’s own.';
}

/** The title of a statement where it says more than the statement's own first words; null where it only repeats them. */
export function ownTitle({ title, content }: Pick<EvidenceItem, 'title' | 'content'>): string | null {
  if (content.shape !== 'statement') return title;
  return content.text.startsWith(title.replace(/[.…\s]+$/, '')) ? null : title;
}

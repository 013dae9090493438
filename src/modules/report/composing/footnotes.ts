// Footnotes: one for each record that the report rests on, however often it is mentioned. Each says what the record is,
// when it is about, where, and which source it comes from, and leads to its page.
import type { CitedEvidence, EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import type { Footnote, Inline } from '../document.ts';
import { whenText } from '../wording.ts';

export interface Footnotes {
  /** The mark of an item's footnote, made on first mention. */
  mark(item: EvidenceItem): Inline;
  /** The mark of what a claim cites, with its full footnote where the record is part of this report. */
  markCited(cited: CitedEvidence): Inline;
  /** The item behind a ref, where this report holds it. */
  itemOf(ref: Ref): EvidenceItem | undefined;
  all(): Footnote[];
}

export function footnotesFor(items: readonly EvidenceItem[]): Footnotes {
  const byRef = new Map(items.map((item) => [item.ref, item]));
  const made = new Map<Ref, Footnote>();
  const markOf = (ref: Ref, path: string, text: () => string): Inline => {
    const known = made.get(ref) ?? { number: made.size + 1, text: text(), ref, path };
    made.set(ref, known);
    return { kind: 'note', number: known.number };
  };
  const mark = (item: EvidenceItem) => markOf(item.ref, item.path, () => footnoteText(item));
  return {
    mark,
    markCited(cited) {
      const item = byRef.get(cited.ref);
      if (item) return mark(item);
      const source = cited.source_title ? ` Source: ${cited.source_title}.` : ' No source is recorded.';
      return markOf(cited.ref, cited.path, () => `${ended(cited.title)}${source}`);
    },
    itemOf: (ref) => byRef.get(ref),
    all: () => [...made.values()],
  };
}

/** "Children helped early. 2024/25. Fernshire. Source: Multi-agency data set, row 4." */
function footnoteText(item: EvidenceItem): string {
  const { content, geography, source, title } = item;
  const parts = [ended(title)];
  if (content.shape !== 'document' || item.period.label || item.period.from || item.as_of)
    parts.push(ended(capital(whenText(item))));
  if (geography) parts.push(ended(geography));
  parts.push(
    source
      ? `Source: ${ended([source.title, source.locator].filter(Boolean).join(', '))}`
      : 'No source is recorded.',
  );
  return parts.join(' ');
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

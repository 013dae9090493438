// Names that are the same name written in more than one way: with and without "and", a hyphen, a plural, in another order.
// Capitals and the kind of apostrophe are no other way.
import type { Mention, Name, NameKind } from '../reading/language/names.ts';

export interface Spelling {
  /** The commonest first. */
  forms: string[];
  /** Where a rarer one stands. */
  place: Mention;
}

/** Laws and services of the country are called freely; what the partnership itself named is not. */
const kinds: ReadonlySet<NameKind> = new Set([
  'priority',
  'body',
  'meeting',
  'strategy',
  'campaign',
  'event',
  'product',
]);

/** Longer runs of capitals are somebody's office or a sentence in capitals. */
const mostWords = 7;

export function spellingsOf(names: readonly Name[]): Spelling[] {
  const byWords = Map.groupBy(
    names.filter(
      ({ kind, plain }) => kinds.has(kind) && plain.includes(' ') && plain.split(' ').length <= mostWords,
    ),
    ({ kind, plain, number }) => `${kind} ${number ?? ''} ${plain.split(' ').toSorted().join(' ')}`,
  );
  return [...byWords.values()].flatMap((alike) => {
    const mentions = alike.flatMap((name) => name.mentions);
    const byForm = withoutLonger(Map.groupBy(mentions, ({ text }) => formOf(text)));
    const [, rarer] = [...byForm.values()].toSorted((a, b) => b.length - a.length);
    const [place] = rarer ?? [];
    if (!place) return [];
    const forms = [...byForm.values()]
      .toSorted((a, b) => b.length - a.length)
      .map(([mention]) => mention?.text.replace(/^Priority \w+\s?[:–—.-]\s?/i, '') ?? '');
    return [{ forms, place }];
  });
}

/** "Kind Starts" and "Kind Starts practice model": what it is, said after its name, is no other name. */
function withoutLonger(byForm: Map<string, Mention[]>): Map<string, Mention[]> {
  const forms = [...byForm.keys()];
  return new Map(
    [...byForm].filter(([form]) => !forms.some((other) => other !== form && form.startsWith(other))),
  );
}

/** Without capitals, spaces and marks that nobody reads as another name: "Sub Group" is "sub-group". */
function formOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/^priority \w+\s?[:–—.-]\s?/, '')
      .replaceAll(/['’`‘“”"]/g, '')
      .replaceAll('&', 'and')
      .replaceAll(/[\s–—-]+/g, ' ')
      .replaceAll(/[,.;:!?]/g, '')
      .trim()
      // "Meetings" are several of the one.
      .replace(/([^s])s$/, '$1')
  );
}

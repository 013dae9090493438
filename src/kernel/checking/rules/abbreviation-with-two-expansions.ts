// One abbreviation that stands for two things: in the text itself, against the register of names, or against what the
// whole field means by it ("CDOP" is the child death overview panel everywhere).
import type { KnownName } from '../../evidence/evidence.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { type Abbreviation, abbreviationsIn, type Mention } from '../../reading/language/names.ts';
import { plainForm } from '../../reading/language/plain-form.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule, whereOf } from '../rule.ts';
import { fieldAbbreviations } from '../vocabulary/field-abbreviations.ts';

const id = 'abbreviation-with-two-expansions';

interface Expansion {
  words: string;
  plain: string;
  spells: boolean;
  /** Null where the register or the field gives it. */
  mention: Mention | null;
  by: 'text' | 'register' | 'field';
}

export const rule: Rule = {
  id,
  group: 'names',
  title: 'An abbreviation stands for two things',
  why: 'A reader who meets the short form cannot tell which of the two is meant.',
  severities: ['medium', 'low'],
  check: (document: ReadDocument): Finding[] => {
    const register = registered(document.names);
    return abbreviationsIn(document).flatMap((abbreviation) =>
      twoExpansions(document, abbreviation, register.get(abbreviation.short) ?? []),
    );
  },
};

function twoExpansions(
  document: ReadDocument,
  { short, expansions }: Abbreviation,
  known: readonly Expansion[],
): Finding[] {
  const written = expansions.map((expansion): Expansion => {
    const { words, plain, spells, mentions } = expansion;
    const mention = mentions.find(({ part }) => part.kind !== 'contents') ?? mentions[0] ?? null;
    return { words, plain: plainForm(plain), spells, mention, by: 'text' };
  });
  if (written.length === 0) return [];
  const different = distinct([...known, ...written]);
  const sure = different.filter(({ spells }) => spells);
  // A run of capitals that does not spell the abbreviation only counts against one that does.
  const shown = sure.length > 0 ? [...sure, ...different.filter(({ spells }) => !spells)] : [];
  if (shown.length >= 2) return finding(document, short, shown, 'medium');
  return againstField(document, short, written);
}

/** Written out in one way only, but not in the way everybody else does. */
function againstField(document: ReadDocument, short: string, written: readonly Expansion[]): Finding[] {
  const meanings = fieldAbbreviations.get(short);
  if (!meanings) return [];
  const field = meanings.map(
    (words): Expansion => ({ words, plain: plainForm(words), spells: true, mention: null, by: 'field' }),
  );
  const wrong = written.find((expansion) => field.every((each) => !alike(each.plain, expansion.plain)));
  if (!wrong) return [];
  const slip = field.find(({ plain }) => isSlip(plain, wrong.plain));
  const usual = slip ?? field.find(({ plain }) => shareWord(plain, wrong.plain));
  return usual ? finding(document, short, [usual, wrong], slip ? 'low' : 'medium') : [];
}

function finding(
  document: ReadDocument,
  short: string,
  shown: readonly Expansion[],
  severity: 'medium' | 'low',
): Finding[] {
  const inText = shown.filter(({ mention }) => mention !== null);
  const here = (inText.find(({ spells }) => !spells) ?? inText.at(-1))?.mention;
  if (!here) return [];
  const names = shown.map(({ words, mention, by }) => {
    const place = mention
      ? whereOf(document, mention.part)
      : by === 'register'
        ? 'the register of names'
        : 'as it is used everywhere';
    return `“${words}” (${place})`;
  });
  return [
    findingAt(id, document, here.part, {
      severity,
      confidence: 0.8,
      message: `${short} is written out in ${shown.length === 2 ? 'two' : shown.length} ways: ${listWords(names)}.`,
      mend: 'Decide which is right and use it everywhere; if they are two things, give one another short form.',
      detail: `${short}|${shown
        .map(({ plain }) => plain)
        .toSorted()
        .join('|')}`,
      from: here.from,
      to: here.to,
    }),
  ];
}

function distinct(expansions: readonly Expansion[]): Expansion[] {
  const different: Expansion[] = [];
  for (const expansion of expansions) {
    const same = different.findIndex((held) => alike(held.plain, expansion.plain));
    if (same < 0) different.push(expansion);
    // What a text says is quoted rather than the register, where both say the same.
    else if (different[same]?.mention === null && expansion.mention) different[same] = expansion;
  }
  return different;
}

const abbreviation = /^[A-Z][A-Za-z&]*[A-Z]$/;

function registered(names: readonly KnownName[]): Map<string, Expansion[]> {
  const found = new Map<string, Expansion[]>();
  for (const { kind, name, others } of names) {
    const all = [
      name,
      ...others.filter(({ allowed }) => allowed || kind === 'abbreviation').map((other) => other.name),
    ];
    // Only the first long form: the others of a body are its aliases, which another rule reads.
    const words = all.find((each) => each.includes(' '));
    if (!words) continue;
    for (const short of all.filter((each) => abbreviation.test(each))) {
      const key = short.replaceAll(/[^A-Za-z]/g, '').toUpperCase();
      const expansion: Expansion = {
        words,
        plain: plainForm(words),
        spells: true,
        mention: null,
        by: 'register',
      };
      found.set(key, [...(found.get(key) ?? []), expansion]);
    }
  }
  return found;
}

/** The same words, one inside the other ("Integrated Care Board" and the board of one area), or but for one slip. */
function alike(one: string, other: string): boolean {
  return (
    one === other ||
    ` ${one} `.includes(` ${other} `) ||
    ` ${other} `.includes(` ${one} `) ||
    one.split(' ').toSorted().join(' ') === other.split(' ').toSorted().join(' ')
  );
}

/** Word for word the same but for endings. */
function isSlip(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  return (
    words.length === others.length && words.every((word, at) => word.slice(0, 5) === others[at]?.slice(0, 5))
  );
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  return other.split(' ').some((word) => word.length > 3 && words.has(word));
}

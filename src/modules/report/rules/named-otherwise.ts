// One thing, one name: text that calls a priority, body, strategy or agency by a name the year's register does not
// allow. What people said stays as they said it, so quotations are not read.
import type { KnownName } from '../../../kernel/evidence/evidence.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { type NameFound, namesIn } from './known-names.ts';
import { finding, listWords, quoteAround, type Rule } from './rule.ts';
import { placeOf, type TextPiece, textsOf, wordsOf } from './texts.ts';

const id = 'named-otherwise';
const kinds: ReadonlySet<KnownName['kind']> = new Set(['priority', 'body', 'strategy', 'agency']);
const placesShown = 5;
/** "formerly the Exploitation Sub-group" is said on purpose. */
const saysFormer = new Set(['formerly', 'previously', 'former', 'renamed', 'replaced', 'replaces']);

interface Variant {
  known: KnownName;
  name: string;
  seen: { piece: TextPiece; quote: string }[];
}

export const rule: Rule = {
  id,
  title: 'Something is called by another name',
  why: 'When one group or priority has two names, readers cannot tell whether there are two, and nobody can follow it from year to year.',
  check: (composition: Composition): ReportFinding[] => {
    const variants = new Map<string, Variant>();
    for (const piece of textsOf(composition)) {
      if (piece.kind === 'quotation') continue;
      for (const found of namesIn(composition, piece)) note(variants, piece, found);
    }
    return [...variants.values()].map(describe);
  },
};

function note(variants: Map<string, Variant>, piece: TextPiece, { naming, first, past }: NameFound): void {
  const { known, name, standing } = naming;
  if (standing !== 'not-allowed' || !kinds.has(known.kind)) return;
  const words = wordsOf(piece);
  for (let back = 1; back <= 3; back += 1) if (saysFormer.has(words[first - back]?.norm ?? '')) return;
  const key = `${known.ref}|${name}`;
  const variant = variants.get(key) ?? { known, name, seen: [] };
  variants.set(key, variant);
  // One mention of each record is enough to find it, and the texts of one record follow each other.
  const before = variant.seen.at(-1)?.piece;
  if (before && before.item === piece.item && before.chapter === piece.chapter) return;
  const from = words[first]?.from ?? 0;
  const to = words[past - 1]?.to ?? piece.text.length;
  variant.seen.push({ piece, quote: quoteAround(piece.text, from, to) });
}

function describe({ known, name, seen }: Variant): ReportFinding {
  const [here] = seen;
  const elsewhere = seen.slice(1, placesShown + 1).map(({ piece }) => placeOf(piece));
  const more = seen.length - 1 - elsewhere.length;
  const also =
    elsewhere.length === 0 ? '' : ` Also in: ${elsewhere.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`;
  const allowed = known.others.filter((other) => other.allowed).map((other) => `“${other.name}”`);
  return finding(id, {
    severity: 'medium',
    where: here ? placeOf(here.piece) : known.name,
    ref: here?.piece.item?.ref ?? null,
    path: here?.piece.item?.path ?? null,
    about: known.ref,
    quote: here?.quote ?? name,
    message: `“${name}” is called “${known.name}” this year.${also}`,
    mend:
      `Write “${known.name}”${allowed.length > 0 ? ` or ${listWords(allowed)}` : ''}. ` +
      'If the other name is right after all, change it in the register of names.',
    detail: name,
  });
}

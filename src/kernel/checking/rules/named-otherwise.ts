// One thing, one name: text that calls a priority, body, strategy or agency by a name the year's register does not allow.
// What people said stays as they said it, so quotations are not read.
import type { KnownName } from '../../evidence/evidence.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { type NameFound, knownNamesIn } from '../known-names.ts';
import { findingAt, listWords, type Rule, whereOf } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';

const id = 'named-otherwise';
const kinds: ReadonlySet<KnownName['kind']> = new Set(['priority', 'body', 'strategy', 'agency']);
const placesShown = 5;
/** "formerly the Quality Group" is said on purpose. */
const saysFormer = new Set(['formerly', 'previously', 'former', 'renamed', 'replaced', 'replaces']);

interface Variant {
  known: KnownName;
  name: string;
  seen: { piece: PieceOfText; from: number; to: number }[];
}

export const rule: Rule = {
  id,
  group: 'names',
  title: 'Something is called by another name',
  why: 'When one group or priority has two names, readers cannot tell whether there are two, and nobody can follow it from year to year.',
  severities: ['medium'],
  check: (document: ReadDocument): Finding[] => {
    if (document.names.length === 0) return [];
    const variants = new Map<string, Variant>();
    for (const piece of textsIn(document)) {
      if (!piece.own) continue;
      for (const found of knownNamesIn(document, piece)) note(variants, piece, found);
    }
    return [...variants.values()].flatMap((variant) => describe(document, variant));
  },
};

function note(variants: Map<string, Variant>, piece: PieceOfText, { naming, from, to }: NameFound): void {
  const { known, name, standing } = naming;
  if (standing !== 'not-allowed' || !kinds.has(known.kind)) return;
  const before = wordsIn(piece.text.slice(0, from)).slice(-3);
  if (before.some(({ norm }) => saysFormer.has(norm))) return;
  const key = `${known.ref}|${name}`;
  const variant = variants.get(key) ?? { known, name, seen: [] };
  variants.set(key, variant);
  // One mention in each record is enough to find it.
  const last = variant.seen.at(-1)?.piece.part;
  if (last === piece.part || (last?.ref && last.ref === piece.part.ref)) return;
  variant.seen.push({ piece, from, to });
}

function describe(document: ReadDocument, { known, name, seen }: Variant): Finding[] {
  const [here] = seen;
  if (!here) return [];
  const elsewhere = seen.slice(1, placesShown + 1).map(({ piece }) => whereOf(document, piece.part));
  const more = seen.length - 1 - elsewhere.length;
  const also =
    elsewhere.length === 0 ? '' : ` Also in: ${elsewhere.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`;
  const allowed = known.others.filter((other) => other.allowed).map((other) => `“${other.name}”`);
  const { piece, from, to } = here;
  return [
    findingAt(id, document, piece.part, {
      severity: 'medium',
      confidence: 0.9,
      message: `“${name}” is called “${known.name}” this year.${also}`,
      mend:
        `Write “${known.name}”${allowed.length > 0 ? ` or ${listWords(allowed)}` : ''}. ` +
        'If the other name is right after all, change it in the register of names.',
      detail: `${known.ref} ${name}`,
      from,
      to,
      ...(piece.cell ? { cell: piece.cell } : {}),
    }),
  ];
}

// Words that compare with nothing to compare with. A claim may say "reduced" when it rests on a measure before and after,
// or on a measure that carries its comparison; other text may when it prints both figures itself.
import type { ClaimFacet } from '../../../kernel/evidence/evidence.ts';
import type { Topic } from '../../../kernel/evidence/topics.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { comparingWords } from './comparing-words.ts';
import { namesIn } from './known-names.ts';
import { finding, listWords, quoteAround, type Rule } from './rule.ts';
import { placeOf, type TextPiece, textsOf, wordsOf } from './texts.ts';

const id = 'comparative-without-comparator';

export const rule: Rule = {
  id,
  title: 'A comparison with nothing to compare with',
  why: 'A change that is stated and not shown is what scrutineers ask partnerships to prove.',
  check: (composition: Composition): ReportFinding[] =>
    textsOf(composition).flatMap((piece) => {
      if (!isRead(piece) || (piece.item?.claim && hasComparator(piece.item.claim))) return [];
      const words = wordsOf(piece);
      const names = namesIn(composition, piece);
      const found = comparingWords(piece.text, words, (at) =>
        names.some(({ first, past }) => first <= at && at < past),
      );
      const unshown = piece.item?.claim
        ? found
        : found.filter((at) => !printsBothSides(piece.text, words[at]?.from ?? 0));
      return unshown.length === 0 ? [] : [describe(piece, unshown)];
    }),
};

/** Aims, context, what was asked for and what others judged speak of change without the partnership claiming it. */
const notClaims: ReadonlySet<Topic> = new Set([
  'vision',
  'reforms',
  'recommendations',
  'inspection',
  'scrutiny',
]);

function isRead({ kind, item }: TextPiece): boolean {
  if (kind === 'chapter') return true;
  if (kind !== 'statement' || !item) return false;
  if (item.claim) return true;
  return item.part !== 'next' && !item.decision && !notClaims.has(item.topics[0]);
}

/** Whether a claim rests on a measure before and after, or on one measure that carries its comparison. */
function hasComparator({ rests_on }: Pick<ClaimFacet, 'rests_on'>): boolean {
  const purposes = new Set(rests_on.map(({ purpose }) => purpose));
  if (purposes.has('baseline') && purposes.has('follow-up')) return true;
  return rests_on.some(({ content }) => content?.shape === 'measure' && content.comparator !== null);
}

const figure = String.raw`[£]?\d[\d,.]*%?`;
const bothSides = new RegExp(
  [
    String.raw`\bfrom (?:only |about |around )?${figure}[^.;]{0,60}?\bto (?:only |about |around )?${figure}`,
    String.raw`\bcompared (?:with|to)[^.;]{0,60}?${figure}`,
    String.raw`${figure}[^.;]{0,120}?\b(?:increased|risen|rose|grown|grew|fallen|fell|reduced|decreased|dropped|improved|doubled) (?:from|to) ${figure}`,
    String.raw`\b(?:up|down) from ${figure}`,
  ].join('|'),
  'i',
);

/** Whether the sentence around a place prints the two figures it compares. */
function printsBothSides(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1;
  const stop = text.indexOf('. ', at);
  return bothSides.test(text.slice(start, stop < 0 ? text.length : stop));
}

function describe(piece: TextPiece, found: readonly number[]): ReportFinding {
  const { item, text } = piece;
  const words = wordsOf(piece);
  const said = [...new Set(found.map((at) => words[at]?.raw.toLowerCase() ?? ''))];
  const first = words[found[0] ?? 0];
  const claim = item?.claim;
  return finding(id, {
    severity: claim?.headline && claim.about !== 'reach' ? 'high' : 'medium',
    where: placeOf(piece),
    ref: item?.ref ?? null,
    path: item?.path ?? null,
    about: item?.ref ?? piece.chapter.key,
    quote: first ? quoteAround(text, first.from, first.to) : text,
    message: claim
      ? `The claim says ${quoted(said)}, and cites no measure before and after, nor one that carries a comparison.`
      : `The text says ${quoted(said)} without saying compared with what. It is not recorded as a claim, so nothing supports it.`,
    mend: claim
      ? 'Cite the figure before and the figure after, on the same definition; or say what is known without the comparison.'
      : 'Record it as a claim with its evidence, print both figures, or say what was done and leave the comparison out.',
    detail: `${said.join(' ')}|${first ? text.slice(Math.max(0, first.from - 40), first.to + 40) : ''}`,
  });
}

function quoted(words: readonly string[]): string {
  return listWords(words.map((word) => `“${word}”`));
}

// Words that are no words: a short list of misspellings certain in any report, most of them the field's own. What may be
// right in some sentence ("formally", "practise", "it's") is not in it, and children's own words are never corrected.
import type { ReadDocument } from '../../reading/document.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';
import { misspellings } from '../vocabulary/misspellings.ts';

const id = 'misspelt';

export const misspelt: Rule = {
  id,
  group: 'text',
  title: 'Misspelt words',
  why: 'Small slips are what a reader meets first, and they cost trust in what matters.',
  severities: ['low'],
  check(document) {
    const found = textsIn(document).flatMap(slipsIn);
    const [first] = found;
    if (!first) return [];
    const words = new Map<string, Slip[]>(Map.groupBy(found, ({ word }) => word.toLowerCase()));
    const shown = [...words.values()].map((slips) => describe(document, slips));
    return [
      findingAt(id, document, first.piece.part, {
        severity: 'low',
        confidence: 0.95,
        message:
          shown.length === 1
            ? `A word is misspelt: ${shown[0]}.`
            : `${shown.length} words are misspelt: ${shown.join('; ')}.`,
        mend: 'Correct them, and let a spelling check run over the whole.',
        detail: [...words.keys()].sort().join(' '),
        from: first.at,
        to: first.at + first.word.length,
        ...(first.piece.cell && { cell: first.piece.cell }),
      }),
    ];
  },
};

interface Slip {
  piece: PieceOfText;
  word: string;
  at: number;
}

function slipsIn(piece: PieceOfText): Slip[] {
  if (!piece.own) return [];
  return [...piece.text.matchAll(/[A-Za-z]{2,}/g)]
    .filter(([word]) => Object.hasOwn(misspellings, word.toLowerCase()) && word !== word.toUpperCase())
    .map((match) => ({ piece, word: match[0], at: match.index }));
}

function describe(document: ReadDocument, slips: readonly Slip[]): string {
  const [first] = slips;
  const word = first?.word ?? '';
  const lines = slips.flatMap(({ piece }) => piece.part.line ?? piece.part.page ?? []);
  const unit =
    document.pages === null || slips.some(({ piece }) => piece.part.line !== null) ? 'line' : 'page';
  const where =
    lines.length === 0 ? '' : ` (${unit}${lines.length > 1 ? 's' : ''} ${lines.slice(0, 5).join(', ')})`;
  return `“${word}” for “${misspellings[word.toLowerCase()] ?? ''}”${where}`;
}

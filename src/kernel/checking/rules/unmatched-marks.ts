// Brackets and double quotation marks that open and never close, or close and never opened. A quotation over several
// paragraphs may open anew in each and close once. Single marks are left alone: they are apostrophes too.
import { isProse, type ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';

const id = 'unmatched-marks';

export const unmatchedMarks: Rule = {
  id,
  group: 'text',
  title: 'Brackets and quotation marks that do not match',
  why: 'Where a quotation or an aside does not end, nobody can tell whose words follow.',
  severities: ['low'],
  check(document) {
    const lone = textsIn(document).flatMap((piece) => loneMarks(piece));
    const byPart = marksByPart(lone);
    return folded(
      document,
      lone.filter((mark) => !closesNearby(byPart, mark) && !goesOn(document, mark)),
    );
  },
};

interface LoneMark {
  piece: PieceOfText;
  mark: string;
  opens: boolean;
  at: number;
}

const pairs: Record<string, string> = { ')': '(', ']': '[', '”': '“' };

function loneMarks(piece: PieceOfText): LoneMark[] {
  if (isProse(piece.part) && piece.part.kind === 'contents') return [];
  const { text } = piece;
  const open: LoneMark[] = [];
  const lone: LoneMark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[()[\]“”]/g)) {
    if (isListMark(text, at) || isFace(text, at)) continue;
    const opener = pairs[mark];
    if (opener === undefined) open.push({ piece, mark, opens: true, at });
    else {
      const place = open.findLastIndex((one) => one.mark === opener);
      if (place < 0) lone.push({ piece, mark, opens: false, at });
      else open.splice(place, 1);
    }
  }
  const straight = [...text.matchAll(/(?<!\d ?)"/g)];
  if (straight.length % 2 === 1) {
    const last = straight.at(-1)?.index ?? 0;
    lone.push({ piece, mark: '"', opens: /^"\w/.test(text.slice(last)), at: last });
  }
  return [...lone, ...open];
}

/** "a)", "iv)", "1)" before the words of an entry. */
function isListMark(text: string, at: number): boolean {
  return (
    text.charAt(at) === ')' &&
    /(?:^|[\s;,:])(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(text.slice(Math.max(0, at - 6), at)) &&
    !text.slice(Math.max(0, at - 60), at).includes('(')
  );
}

function isFace(text: string, at: number): boolean {
  return /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at));
}

const counterpart: Record<string, string> = { '(': ')', '[': ']', '“': '”', '"': '"' };

/** Which lone marks stand in each part; a part may hold thousands, and there are five kinds of mark. */
function marksByPart(all: readonly LoneMark[]): Map<number, Set<string>> {
  const byPart = new Map<number, Set<string>>();
  for (const { piece, mark } of all) {
    const marks = byPart.get(piece.part.at);
    if (marks) marks.add(mark);
    else byPart.set(piece.part.at, new Set([mark]));
  }
  return byPart;
}

/** Opened in one part and closed in a later one, as a quotation over paragraphs or a bracket over broken lines. */
function closesNearby(byPart: ReadonlyMap<number, ReadonlySet<string>>, { mark, piece }: LoneMark): boolean {
  const counter = counterpart[mark] ?? pairs[mark] ?? '';
  const reach = /[“”"]/.test(mark) ? 6 : 2;
  const { at } = piece.part;
  for (let other = at - reach; other <= at + reach; other += 1) {
    const marks = other === at ? undefined : byPart.get(other);
    if (marks?.has(counter) || (mark === '“' && marks?.has('“'))) return true;
  }
  return false;
}

/** A quotation that the next paragraph takes up with a mark of its own. */
function goesOn(document: ReadDocument, { mark, opens, piece }: LoneMark): boolean {
  const next = document.parts[piece.part.at + 1];
  return (
    opens && mark !== '(' && mark !== '[' && next !== undefined && isProse(next) && next.text.startsWith(mark)
  );
}

function folded(document: ReadDocument, lone: readonly LoneMark[]): Finding[] {
  const [first] = lone;
  if (!first) return [];
  const shown = lone
    .slice(0, 6)
    .map(
      (mark) => `“${around(mark)}”${mark.piece.part.line === null ? '' : ` (line ${mark.piece.part.line})`}`,
    );
  const more = lone.length > 6 ? ` And ${lone.length - 6} more.` : '';
  return [
    findingAt(id, document, first.piece.part, {
      severity: 'low',
      confidence: 0.75,
      message:
        lone.length === 1
          ? `A “${first.mark}” has no counterpart.`
          : `${lone.length} brackets or quotation marks have no counterpart: ${shown.join('; ')}.${more}`,
      mend: 'Close each, or take it out.',
      detail: lone.map(around).join(' '),
      from: first.at,
      to: first.at + 1,
      ...(first.piece.cell && { cell: first.piece.cell }),
    }),
  ];
}

function around({ piece: { text }, at }: LoneMark): string {
  const start = text.lastIndexOf(' ', Math.max(0, at - 18)) + 1;
  const end = text.indexOf(' ', at + 14);
  return text.slice(start, end < 0 ? text.length : end).trim();
}

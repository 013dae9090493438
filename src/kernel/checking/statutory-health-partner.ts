// The statutory health partner is the integrated care board (before July 2022 the clinical commissioning group). The
// integrated care partnership and a "health and care partnership" are other bodies, with no duty under section 16E.
import { headingsOver, isProse, type Part, type ReadDocument } from '../reading/document.ts';
import type { Finding } from './finding.ts';
import { findingAt } from './rule.ts';

const otherBody =
  /\b(?:[A-Z][\w'’-]*(?: and| &)? ){0,6}(?:Integrated Care Partnership|Health and Care Partnership|Health & Care Partnership|Integrated Care System)\b/;
const board = /\b(?:Integrated Care Board|ICB)\b/i;
const statutoryPartners = /\b(?:(?:statutory|lead|delegated)(?: safeguarding)?|safeguarding) partners?\b/i;
/** "the local authority, the police and the … Partnership" named as the partners. */
const asPartner = new RegExp(
  `\\b(?:three|statutory|safeguarding)(?: statutory| safeguarding)? partners?\\b[^.;]{0,160}${otherBody.source}`,
);
const beside = /\b(?:alongside|together with|as well as|with)\s+(?:the\s+)?$/i;

export function healthPartnerMisnamed(document: ReadDocument): Finding[] {
  const places = document.parts.flatMap((part) => placeOf(document, part));
  const [first] = places;
  if (!first) return [];
  const names = [...new Set(places.map(({ words }) => words))];
  return [
    findingAt('term-misused', document, first.part, {
      severity: 'medium',
      confidence: 0.75,
      message:
        `${names.map((name) => `“${name}”`).join(' and ')} ${names.length === 1 ? 'stands' : 'stand'} here for the statutory health partner. In law that is the ` +
        'integrated care board; the partnership and the system are wider bodies without its duties (Children Act 2004 section 16E).',
      mend: 'Name the integrated care board where the statutory partner is meant, and the partnership only for what the wider body did.',
      detail: names.toSorted().join('|'),
      from: first.from,
      to: first.from + first.words.length,
    }),
  ];
}

function placeOf(document: ReadDocument, part: Part): { part: Part; words: string; from: number }[] {
  if (part.kind === 'table' || (isProse(part) && (part.voice === 'quotation' || part.kind === 'contents')))
    return [];
  const match = otherBody.exec(part.text);
  if (!match || board.test(part.text)) return [];
  const before = part.text.slice(0, match.index);
  const among = isProse(part) && asPartner.test(part.text) && !beside.test(before);
  // A name line or a foreword under the heading of the statutory partners.
  const signed =
    headingsOver(document, part).some(({ text }) => statutoryPartners.test(text)) && !beside.test(before);
  return among || (signed && speaksForIt(part, match))
    ? [{ part, words: match[0].trim(), from: match.index }]
    : [];
}

/** A line of name and office, or a sentence that begins with the body. */
function speaksForIt(part: Part, match: RegExpExecArray): boolean {
  if (part.kind === 'heading') return true;
  if (!isProse(part)) return false;
  const rest = part.text.length - match[0].length;
  return match.index < 5 || rest < 80;
}

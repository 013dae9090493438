// Abbreviations a reader meets that are written out nowhere: one finding for the whole document. Those everybody reads
// without help, and those of a glossary in the document, are left alone.
import { headingsOver, isProse, type ReadDocument } from '../../reading/document.ts';
import { type Abbreviation, abbreviationsIn, type Mention } from '../../reading/language/names.ts';
import { smallWords } from '../../reading/language/plain-form.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { cellText, findingAt, listWords, type Rule } from '../rule.ts';

const id = 'abbreviation-never-written-out';
const mostShown = 12;

export const rule: Rule = {
  id,
  group: 'names',
  title: 'Abbreviations that are never written out',
  why: 'Families, councillors and new staff read this too, and a search by the full name does not find it.',
  severities: ['low'],
  check: (document: ReadDocument): Finding[] => {
    const unknown = unwritten(document);
    const [first] = unknown;
    const mention = first?.mentions[0];
    if (!first || !mention) return [];
    const shorts = unknown.map(({ short, mentions }) => mentions[0]?.text.replace(/['’]?s$/, '') ?? short);
    const more = shorts.length - mostShown;
    const shown = more > 0 ? [...shorts.slice(0, mostShown), `${more} more`] : shorts;
    return [
      findingAt(id, document, mention.part, {
        severity: 'low',
        confidence: 0.7,
        message: `${listWords(shown)} ${shorts.length === 1 ? 'is' : 'are'} never written out.`,
        mend: 'Write each out where it first stands, with the short form in brackets, or add a list of abbreviations.',
        detail: shorts.toSorted().join(' '),
        from: mention.from,
        to: mention.to,
      }),
    ];
  },
};

/** Read by everybody in this country as they stand. */
const plainToAll = new Set(
  'AI AGM BAME BBC BSL CCTV CD CEO COVID CPD DNA DVD EU FAQ GCSE GDPR GP HIV HM HQ HR ICT ID IT LGBT LGBTQ MP NHS NSPCC PC PDF PE PHD QC KC QR RAG SMS SMART TV UK UN UNICEF UNESCO URL USA USB VAT WWW XL AM PM'.split(
    ' ',
  ),
);
const glossary = /\b(?:glossary|abbreviations?|acronyms?|terms used|jargon)\b/i;
/** Three letters at least: two are as often initials of a person or a unit. */
const fewestLetters = 3;

function unwritten(document: ReadDocument): Abbreviation[] {
  const explained = inGlossary(document);
  const ordinary = wordsInLowerCase(document);
  const title = initials(document.title ?? '');
  const text = document.parts.map((part) => (part.kind === 'table' ? '' : part.text)).join('\n');
  return abbreviationsIn(document).flatMap((abbreviation) => {
    const { short, expansions } = abbreviation;
    if (
      expansions.length > 0 ||
      short.length < fewestLetters ||
      plainToAll.has(short) ||
      explained.has(short)
    )
      return [];
    // "PREVENT" is a word in capitals, where the text also writes "prevent".
    if (
      ordinary.has(short.toLowerCase()) ||
      document.names.some(({ name, others }) => [name, ...others.map((o) => o.name)].includes(short))
    )
      return [];
    const mentions = abbreviation.mentions.filter(
      (mention) =>
        !isCapitals(mention) &&
        (!isProse(mention.part) || (mention.part.voice === 'own' && mention.part.kind !== 'contents')),
    );
    if (mentions.length === 0 || title.includes(short)) return [];
    if (abbreviation.mentions.some(isExplained) || spelt(short).test(text)) return [];
    return [{ ...abbreviation, mentions }];
  });
}

/** "CONTENTS", "ANNUAL REPORT 2024": in a line, cell or run of words in capitals, what can be spoken is as likely a word. */
function isCapitals({ part, cell, from, to, text }: Mention): boolean {
  const line = part.kind === 'table' ? cellText(part, cell) : part.text;
  const isRun = /\b[A-Z]{5,} $/.test(line.slice(0, from)) || /^ [A-Z]{5,}\b/.test(line.slice(to));
  return (isRun || !/[a-z]/.test(line)) && /[AEIOUY]/.test(text);
}

/** In brackets after words that begin with its letters or after a name, or with words of its own in brackets. */
function isExplained({ part, cell, from, to, text }: Mention): boolean {
  if (part.kind === 'table' || cell !== null) return false;
  const [before, after] = [part.text.slice(Math.max(0, from - 110), from), part.text.slice(to, to + 40)];
  if (/^['’]?s?(?: \w+)? \((?:[A-Z]?[a-z]+[ ,&]+){2,}/.test(after)) return true;
  if (!before.endsWith('(')) return false;
  if (/(?:[A-Z][\w'’-]*,? (?:and |of |for |& )?){2,}\($/.test(before)) return true;
  const firsts = wordsIn(before)
    .filter(({ norm }) => !smallWords.has(norm))
    .map(({ norm }) => norm.charAt(0))
    .join('');
  return firsts.endsWith(text.replaceAll(/[^A-Z]/g, '').toLowerCase()) || firsts.includes(text.toLowerCase());
}

/** Its words in capitals somewhere in the text, though never side by side with it. */
function spelt(short: string): RegExp {
  return new RegExp(
    `\\b${short
      .split('')
      .map((letter) => `${letter}[a-z’']+`)
      .join('[ -](?:(?:of|and|the|for|to|in|on|&) )*')}\\b`,
  );
}

function initials(title: string): string {
  return [...title.matchAll(/\b[A-Z]/g)].map(([letter]) => letter).join('');
}

function inGlossary(document: ReadDocument): Set<string> {
  const shorts = new Set<string>();
  const add = (text: string) => {
    for (const [short] of text.matchAll(/\b[A-Z][A-Za-z&]*[A-Z]\b/g))
      shorts.add(short.replaceAll(/[^A-Za-z]/g, '').toUpperCase());
  };
  for (const part of document.parts) {
    if (part.kind === 'heading' || !headingsOver(document, part).some(({ text }) => glossary.test(text)))
      continue;
    if (part.kind === 'table') for (const { cells } of part.rows) add(cells[0]?.text ?? '');
    else add(part.text.split(/\s[–—-]\s|:/)[0] ?? '');
  }
  return shorts;
}

function wordsInLowerCase(document: ReadDocument): Set<string> {
  const words = new Set<string>();
  for (const part of document.parts)
    if (part.kind !== 'table')
      for (const [word] of part.text.matchAll(/\b[A-Za-z]?[a-z]{2,}\b/g)) words.add(word.toLowerCase());
  return words;
}

// What kind of document lies here, told by general signs: the forms of a committee's papers, whose voice it is, what it calls
// itself. Only a partnership's yearly report is held to the duties of the yearly report (Children Act 2004 section 16G).
import { isProse, type ReadDocument } from '../reading/document.ts';

export type KindOfDocument = 'yearly-report' | 'scrutiny-report' | 'cover-paper' | 'other';

const held = new WeakMap<ReadDocument, KindOfDocument>();

export function kindOf(document: ReadDocument): KindOfDocument {
  const known = held.get(document);
  if (known) return known;
  const kind = decide(document);
  held.set(document, kind);
  return kind;
}

function decide(document: ReadDocument): KindOfDocument {
  if (document.of === 'records') return 'yearly-report';
  const texts = document.parts.flatMap((part) => (part.kind === 'table' ? [] : [part.text]));
  if (formsOfPaper.filter((sign) => texts.some((text) => sign.test(text))).length >= 3) return 'cover-paper';
  const opening = [document.title ?? '', ...texts.slice(0, 12).map((text) => text.slice(0, 300))].join('\n');
  if (writtenByScrutineer(document, opening)) return 'scrutiny-report';
  return isYearlyReport(document, opening) ? 'yearly-report' : 'other';
}

/** Each a heading, a label or a question that committees put on their papers, whatever the council. */
const formsOfPaper: readonly RegExp[] = [
  /^report (?:of|to|by|from)\b.{0,80}(?:director|officer|head|board|committee|cabinet|executive|chief|:)/i,
  /^report author\b|\bauthor of the report\b/i,
  /^wards? affected\b|^.{0,6}ards affected\b|\bward (?:members|councillors) (?:been )?consulted\b/i,
  /\bopen for call[ -]in\b|\bkey decision\b.{0,20}(?:yes|no)|\bconfidential or exempt information\b|^exempt information\b/i,
  /^(?:what are the )?(?:legal|financial|resource|equalit(?:y|ies)|hr|human resources|property|risk|it|crime and disorder)(?: and \w+)? implications\b|\bthere are no\b.{0,30}\bimplications\b|^specialist implications\b/i,
  /^background (?:papers|documents)\b/i,
  /^options(?: and analysis| considered)?$|\bno options\b.{0,40}\banalysis\b|^what other options were considered\b/i,
  /^council plan\b|^corporate priorities\b/i,
  /^(?:officer )?recommendations?\b.{0,10}$|\bthe (?:board|committee|panel|members) (?:is|are) (?:asked|recommended|requested) to\b/i,
  /^contact (?:details|officer)\b|^chief officer responsible\b|^report approved\b/i,
  /^consultation\b.{0,20}$|^what consultation\b/i,
];

const scrutineer = /\b(?:independent )?scrutineer(?:['’]s|s['’])?\b/i;
const scrutinyTitle =
  /\b(?:independent )?scrutin(?:y|eer['’]?s?)\b.{0,40}\b(?:annual |yearly )?report\b|\bassurance report\b|\breport\b.{0,30}\bscrutineer\b/i;

/** Titled so, or opened so and told in the first person. */
function writtenByScrutineer(document: ReadDocument, opening: string): boolean {
  const [first = ''] = opening.split('\n');
  if (scrutinyTitle.test(first)) return true;
  const early = opening
    .split('\n')
    .slice(1, 8)
    .some((line) => line.length < 200 && scrutinyTitle.test(line));
  return early && scrutineer.test(opening) && firstPerson(document) >= 3;
}

function firstPerson(document: ReadDocument): number {
  return document.parts.filter(
    (part) =>
      isProse(part) && part.voice === 'own' && /\b(?:I|my|the (?:independent )?scrutineer)\b/.test(part.text),
  ).length;
}

const yearly = /\b(?:annual|yearly) report\b|\breport\b.{0,20}\b20\d\d\s?[-–/]\s?(?:20)?\d\d\b/i;
const partnership =
  /\bsafeguarding\b[^\n]{0,30}\b(?:children|partnership|arrangements)\b|\bchildren['’]?s?\b[^\n]{0,20}\bsafeguarding\b|\bLSCP\b|\bSCP\b/i;
const ofSomethingElse =
  /\b(?:child death|overview panel|adults|training|audit|business plan|strategy|newsletter|easy[ -]read|(?:child(?:ren)?|young people|youth)(?:['’]s)?[ -](?:friendly|version)|summary|on a page|private fostering|lado|designated officer)\b/i;

function isYearlyReport(document: ReadDocument, opening: string): boolean {
  const title = document.title ?? opening.split('\n').find((line) => line.trim() !== '') ?? '';
  if (ofSomethingElse.test(title)) return false;
  const headings = document.parts.filter(({ kind }) => kind === 'heading').length;
  return yearly.test(opening) && partnership.test(opening) && (headings >= 5 || document.words >= 1500);
}

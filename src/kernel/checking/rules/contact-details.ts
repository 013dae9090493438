// Ways to reach or to look up one private person, printed in a document for everybody: numbers that identify a child, a date of
// birth, a home address, a private e-mail or mobile. A role's mailbox, a switchboard and a helpline are there to be printed.
import { isProse, type Prose, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';

const id = 'contact-details';

export const rule: Rule = {
  id,
  group: 'privacy',
  title: 'A private person’s details',
  why: 'What is published stays findable, and a child or family cannot take it back.',
  severities: ['high', 'medium', 'low'],
  check: (document) =>
    document.parts.flatMap((part) => {
      if (part.kind === 'heading') return [];
      return part.kind === 'table' ? inTable(document, part) : isProse(part) ? inProse(document, part) : [];
    }),
};

interface Detail {
  what: string;
  severity: Severity;
  confidence: number;
  mend: string;
  from: number;
  to: number;
}

function inProse(document: ReadDocument, part: Prose): Finding[] {
  const told = part.voice !== 'own';
  return detailsIn(part.text, told, contextOf(document, part)).map((detail) =>
    describe(document, part, detail),
  );
}

function inTable(document: ReadDocument, table: TablePart): Finding[] {
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ text }, column) =>
      detailsIn(text, false, cells.map((cell) => cell.text).join(' ')).map((detail) =>
        describe(document, table, detail, { row, column }),
      ),
    ),
  );
}

/** The part and what stands beside it: a contact block is often three lines. */
function contextOf({ parts }: ReadDocument, { at }: Prose): string {
  return [-4, -3, -2, -1, 0, 1, 2]
    .map((step) => parts[at + step])
    .map((part) => (part && part.kind !== 'table' ? part.text.slice(0, 300) : ''))
    .join('\n');
}

const leaveOut = 'Take it out before publication, and look whether it was published before.';

/** Details of one text. `told`: it is a story or a quotation. */
function detailsIn(text: string, told: boolean, context: string): Detail[] {
  return [
    ...identifiers(text),
    ...birthdays(text),
    ...emails(text, told),
    ...mobiles(text, told, context),
    ...addresses(text, told),
  ];
}

function identifiers(text: string): Detail[] {
  const high = (what: string, match: RegExpExecArray, confidence: number): Detail => ({
    what,
    severity: 'high',
    confidence,
    mend: leaveOut,
    from: match.index,
    to: match.index + match[0].length,
  });
  const found: Detail[] = [];
  for (const match of text.matchAll(/(?<![\d£.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d,.%-]*\d)/g)) {
    const near = /\bnhs (?:no\b|number|num|id|#)/i.test(
      text.slice(Math.max(0, match.index - 40), match.index),
    );
    if (near && isNhsNumber(match[0])) found.push(high('an NHS number', match, 0.95));
  }
  for (const match of text.matchAll(/\b[A-Z]\d{11}[0-9A-Z]\b/g))
    if (isUpn(match[0])) found.push(high('a unique pupil number', match, 0.95));
  for (const match of text.matchAll(/\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g))
    found.push(high('a National Insurance number', match, 0.9));
  for (const match of text.matchAll(
    /\b(?:mosaic|liquidlogic|lcs|ics|paris|carefirst|case|person|client|child|pupil|crime|custody) (?:id|ref(?:erence)?|number|no)\.?\s*[:#-]?\s*\d{5,}\b/gi,
  ))
    found.push(high('a record’s number', match, 0.75));
  return found;
}

/** Ten digits with their check digit (modulus 11). */
export function isNhsNumber(printed: string): boolean {
  const digits = Array.from(printed.replace(/\D/g, ''), Number);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === digits[9];
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A check letter, eleven digits and a digit or a letter for a temporary number. */
export function isUpn(printed: string): boolean {
  const sum = Array.from(printed.slice(1)).reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : upnLetters.indexOf(character);
    return total + value * (at + 2);
  }, 0);
  return upnLetters[sum % 23] === printed[0];
}

const birthday =
  /\b(?:d\.?o\.?b\.?|dates? of birth|born on(?: the)?)\s*[:–-]?\s*\(?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+,? \d{4})/gi;

function birthdays(text: string): Detail[] {
  return [...text.matchAll(birthday)].map((match) => ({
    what: 'a date of birth',
    severity: 'high',
    confidence: 0.9,
    mend: leaveOut,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const email = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
/** Where people keep their own post. */
const privatePost =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|virginmedia|sky|talktalk|protonmail|proton|gmx|ntlworld|blueyonder|tiscali|mail)\.(?:com|co\.uk|net|me|org|fr|de)$/i;
/** A mailbox many read: the group’s, the charity’s. */
const shared =
  /^(?:info|admin|contact|enquir\w*|hello|help\w*|office|support|team|mail|email|secretary|chair|treasurer|coordinator|referrals?|safeguarding|training|media|press|news\w*|lscp|lscb|\w*(?:scp|scb|partnership|group|forum|club|trust|network|service|project|charity|hub|young|youth|carers?|families|family|community)\w*)(?:[._-]\w+)*@/i;

function emails(text: string, told: boolean): Detail[] {
  return [...text.matchAll(email)]
    .filter(([address]) => !shared.test(address) && (privatePost.test(address) || told))
    .map((match) => ({
      what: 'what looks like a private e-mail address',
      severity: 'medium',
      confidence: privatePost.test(match[0]) ? 0.75 : 0.55,
      mend: 'Give a shared mailbox of the partnership instead, or make sure that the person wants it printed.',
      from: match.index,
      to: match.index + match[0].length,
    }));
}

const mobile =
  /(?<![\d.])(?:\+44 ?\(?0?\)?|0)7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)|(?<![\d.])(?:\+44 ?|0)7\d{2}[ -]\d{3}[ -]\d{4}(?!\d)/g;
const line =
  /\b(?:text(?:ing)?|sms|whatsapp|helpline|hotline|advice line|crisis|out of hours|duty|switchboard|chathealth|textline|text line)\b/i;
const office =
  /\b(?:director|chief|officer|manager|head of|chair|report author|contact details|author|lead|coordinator|councillor|clerk|inspector|commissioner)\b/i;

function mobiles(text: string, told: boolean, context: string): Detail[] {
  return [...text.matchAll(mobile)].flatMap((match): Detail[] => {
    if (!told && line.test(context)) return [];
    const work = !told && office.test(context);
    return [
      {
        what: work ? 'the mobile number of somebody named' : 'a mobile number',
        severity: work ? 'low' : 'medium',
        confidence: work ? 0.5 : 0.65,
        mend: work
          ? 'Make sure that it is a number for work and meant to be published, or give the office’s number.'
          : 'Take it out, or give the number of a service instead.',
        from: match.index,
        to: match.index + match[0].length,
      },
    ];
  });
}

const postcode = /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/g;
const livesAt =
  /\b(?:liv(?:es?|ed|ing) at|home address|address of the (?:child|family)|resid(?:es?|ed|ing) at)\b[^.]{0,20}?\b\d{1,4}[a-z]?,? (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Court|Way|Grove|Place|Terrace|Gardens)\b/g;

function addresses(text: string, told: boolean): Detail[] {
  const found = [...text.matchAll(livesAt), ...(told ? text.matchAll(postcode) : [])];
  return found.map((match) => ({
    what: 'what reads like a home address',
    severity: 'high',
    confidence: 0.75,
    mend: leaveOut,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function describe(
  document: ReadDocument,
  part: Prose | TablePart,
  { what, from, to, ...found }: Detail,
  cell?: { row: number; column: number },
): Finding {
  const text =
    part.kind === 'table' ? (part.rows[cell?.row ?? 0]?.cells[cell?.column ?? 0]?.text ?? '') : part.text;
  return findingAt(id, document, part, {
    ...found,
    message: `Here stands ${what}, which everybody who finds the document can use.`,
    detail: text.slice(from, to),
    from,
    to,
    ...(cell ? { cell } : {}),
  });
}

// What a draft keeps open and a published report must not: "xx", "TBC", "[insert photo]", a template's own instructions,
// a word processor's error text, brackets with nothing between them, editing notes.
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';

interface Placeholder {
  pattern: RegExp;
  says: string;
  severity: Severity;
  confidence: number;
  /** Also in a quotation or a story, where letters in place of a name are as they should be. */
  anywhere?: true;
}

const COUNTED =
  'children|people|pupils|families|parents|carers|cases|referrals|sessions|attendees|delegates|learners|schools|reviews|audits|notifications|incidents|professionals|practitioners|visits|meetings|assessments|plans';
const FIGURE = 'A figure is missing here';
const OPEN = 'Something was still to be written here';
const TEMPLATE = 'An instruction of the template was left in';
const BROKEN = 'The word processor left an error here';
const NOTE = 'A note between editors was left in';

const placeholders: readonly Placeholder[] = [
  figure(/£\s?[Xx]{1,}(?:[,.][Xx]+)*\b|£\s?[?_]+/g),
  figure(/\b[Xx]{1,4}(?:\.[Xx]+)?\s?(?:%|per ?cent\b)/g),
  figure(
    new RegExp(`\\b[Xx]{2,4} (?=(?:\\w+ )?(?:${COUNTED})\\b)|(?<![\\d,] )\\bX (?=(?:${COUNTED})\\b)`, 'g'),
  ),
  figure(/[[(<](?:insert |add )?(?:number|figure|figures|amount|percentage|total|no\.?|%)(?: here)?[\])>]/gi),
  figure(/£(?=\s*(?:[.,;)]|$|(?:and|for|from|in|by|to|was|were|of|has|is)\b))(?<!\(£)/g),
  open(/\b20[Xx]{2}\b|\b[Xx]{2}\/[Xx]{2}(?:\/\w+)?/g),
  open(
    /(?<!\b(?:[Pp]art|[Cc]hapter|[Aa]rticle|[Ss]chedule|[Vv]olume|[Aa]nnex|[Tt]itle) )\b(?:[Xx]{3,}|xx|XX)\b(?!\s?(?:%|per ?cent))/g,
  ),
  open(
    /\bT\.?B\.?[CAD]\b\.?|\[to be [a-z ]+\]|\(to be (?:confirmed|added|inserted|completed|updated|supplied|agreed)\)/g,
  ),
  open(/[[{<](?:insert|add|enter|include|update|attach|check|confirm|complete)\b[^\]}>]{0,80}[\]}>]/gi, true),
  open(/\{\{[^}]{1,60}\}\}|«[^»]{1,60}»/g, true),
  open(
    /\binsert (?:text|figure|figures|photo|picture|image|table|link|graph|chart|logo|name|date|number|quote|case study|hyperlink)s? (?:here|below)\b/gi,
    true,
  ),
  open(
    /[[<](?:name|date|link|photo|picture|image|logo|quote|text|month|year|url|title|organisation|xx)[\]>]/gi,
  ),
  open(/\blorem ipsum\b|\bdolor sit amet\b/gi, true),
  open(/\?{3,}/g),
  open(/(?<![\w\])])\((?:\s|\u00a0)*\)(?=[\s.,;:]|$)|(?<=[a-z,] )\[(?:\s|\u00a0)*\](?=[\s.,;:]|$)/g),
  open(/(?<=[a-z] )_{3,}(?= [a-z])/g),
  template(
    /\bclick (?:or tap )?here to (?:enter|add)\b[^.]{0,40}|\bclick to (?:add|edit)\b[^.]{0,40}|\bchoose an item\b\.?/gi,
  ),
  template(
    /\b(?:delete|tick|circle|strike out) (?:as|where|if) (?:not )?(?:appropriate|applicable|necessary)\b/gi,
  ),
  template(/\badd (?:more )?rows as (?:required|necessary|needed)\b[^.]{0,20}/gi),
  template(
    /\blist \w+ or tick\b[^.]{0,40}|\btick (?:the )?box(?:es)?\b[^.]{0,40}\b(?:to indicate|if|that apply|as appropriate)\b[^.]{0,20}/gi,
  ),
  template(
    /\[(?:type|enter)\b[^\]]{0,40}\]|\b(?:type|enter) (?:your )?text here\b|^(?:heading|title|text|subtitle) here$/gi,
  ),
  {
    pattern:
      /\bError! (?:Reference source|Bookmark|No text|Not a valid|Hyperlink|Unknown)[^.]{0,40}\.?|#(?:REF!|VALUE!|DIV\/0!|NAME\?|N\/A|NUM!)/g,
    says: BROKEN,
    severity: 'medium',
    confidence: 0.97,
    anywhere: true,
  },
  note(
    /\bDN\s?[:–-]|\b[Dd]rafting note\b|\b[Nn]ote to (?:self|author|editor|[A-Z]{2}\b)|\bTO[ -]?DO\s?:|\b[Cc]omment(?:ed)? \[[A-Z]{1,4}\d+\]/g,
  ),
  note(
    /\[[^\]]{0,80}\b(?:to check|please check|needs? (?:checking|updating|confirming)|awaiting|to confirm|to follow|to update|to provide|is this (?:right|correct)|who is)\b[^\]]{0,80}\]/gi,
  ),
  note(/^draft(?: (?:v(?:ersion)? ?[\d.]+|\d[\d.]*))?$/gi),
];

export const placeholderLeftIn: Rule = {
  id: 'placeholder-left-in',
  group: 'text',
  title: 'Something still to be filled in',
  why: 'A reader who meets a gap where a figure or a name should be no longer trusts the figures beside it.',
  severities: ['high', 'medium'],
  check: (document) => textsIn(document).flatMap((piece) => placeholdersIn(document, piece)),
};

/** In one paragraph or cell; more say nothing new. */
const ENOUGH = 25;

function placeholdersIn(document: ReadDocument, piece: PieceOfText): Finding[] {
  const taken: [number, number][] = [];
  const findings: Finding[] = [];
  for (const { pattern, says, severity, confidence, anywhere } of placeholders) {
    if (!piece.own && anywhere !== true) continue;
    for (const match of piece.text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].trimEnd().length];
      if (taken.length >= ENOUGH) return findings;
      if (taken.some(([start, end]) => from < end && start < to) || isLink(piece, from, to)) continue;
      if (isUnit(piece)) continue;
      taken.push([from, to]);
      findings.push(
        findingAt('placeholder-left-in', document, piece.part, {
          severity,
          confidence,
          message: `${says}: “${match[0].trim()}”.`,
          mend:
            severity === 'high'
              ? 'Put the figure in, or take the sentence out.'
              : 'Write what belongs here, or take it out.',
          detail: `${match[0].trim()} in ${piece.text.slice(Math.max(0, from - 40), to + 40)}`,
          from,
          to,
          ...(piece.cell && { cell: piece.cell }),
        }),
      );
    }
  }
  return findings;
}

/** An address may hold anything. */
function isLink({ text }: PieceOfText, from: number, to: number): boolean {
  const start = text.lastIndexOf(' ', from) + 1;
  const end = text.indexOf(' ', to);
  return /:\/\/|www\.|@\w/.test(text.slice(start, end < 0 ? text.length : end));
}

/** "Spending | £" over a column of bare figures says in what they are counted. */
function isUnit({ part, cell, text }: PieceOfText): boolean {
  if (part.kind !== 'table' || !cell || text.trim() !== '£') return false;
  const below = part.rows[cell.row + 1]?.cells[cell.column];
  return below !== undefined && below.number !== null && !below.text.includes('£');
}

function figure(pattern: RegExp): Placeholder {
  return { pattern, says: FIGURE, severity: 'high', confidence: 0.93 };
}

function open(pattern: RegExp, anywhere = false): Placeholder {
  return { pattern, says: OPEN, severity: 'medium', confidence: 0.85, ...(anywhere && { anywhere }) };
}

function template(pattern: RegExp): Placeholder {
  return { pattern, says: TEMPLATE, severity: 'medium', confidence: 0.85, anywhere: true };
}

function note(pattern: RegExp): Placeholder {
  return { pattern, says: NOTE, severity: 'medium', confidence: 0.85 };
}

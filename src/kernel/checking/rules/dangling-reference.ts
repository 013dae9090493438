// Words that send the reader somewhere, with nothing there: an appendix that is not attached, a figure or table that is not
// printed, a link that leads nowhere, a list that was announced.
import { isProse, type Part, type Prose, type ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';

const id = 'dangling-reference';

export const danglingReference: Rule = {
  id,
  group: 'text',
  title: 'A reference that leads nowhere',
  why: 'What a reader cannot find, they cannot check; and a link that only worked in the draft fails everyone else.',
  severities: ['low'],
  check: (document) =>
    // What is composed from records has its links made by machine.
    document.of === 'records'
      ? []
      : [
          ...missingTargets(document),
          ...missingSections(document),
          ...emptyLinks(document),
          ...emptyLists(document),
        ],
};

type Target = 'appendix' | 'figure' | 'table';

const reference =
  /\b(appendix|appendices|annex|annexe|figure|fig\.|chart|graph|table|diagram)\s+((?:\d{1,2}|[A-H])(?:\.\d{1,2})?)\b(?![%:]?\d)/gi;

const referenceFirst = new RegExp(`^[\\s(*]*${reference.source}`, 'i');

/** It is another document's: "Annex A of Keeping Children Safe …", "Table 2 of the inspectors' report". */
const ofAnother =
  /^[\s)]*(?:of|to|in|from|within)\s+(?:the\s+)?(?:(?!report\b|this\b|document\b)\w+\s){0,3}?(?:[A-Z]\w+|act|guidance|regulations|plan|strategy|report|review|document|protocol|schedule)\b|^[\s)]*[,:–-]?\s*(?:published|available|provided|circulated|attached|held|sent|enclosed)\b/;

interface Pointed {
  piece: PieceOfText;
  kind: Target;
  label: string;
  from: number;
  to: number;
}

function missingTargets(document: ReadDocument): Finding[] {
  const there = targetsOf(document);
  const missing = referencesIn(document).filter(({ kind, label }) => !there.has(`${kind} ${label}`));
  const byTarget = [...Map.groupBy(missing, ({ kind, label }) => `${kind} ${label}`).values()];
  const pictures = byTarget.filter(([first]) => first?.kind !== 'appendix');
  // Where several captions are missing and none was read, they are likely to be part of their pictures.
  const unread = pictures.length >= 3 && ![...there].some((target) => /^(figure|table)/.test(target));
  return [
    ...byTarget
      .filter((one) => !unread || one[0]?.kind === 'appendix')
      .flatMap((found) => missingTarget(document, found)),
    ...(unread
      ? captionsUnread(
          document,
          pictures.flatMap((one) => one.slice(0, 1)),
        )
      : []),
  ];
}

function missingTarget(document: ReadDocument, found: readonly Pointed[]): Finding[] {
  const [first] = found;
  if (!first) return [];
  const words = first.piece.text.slice(first.from, first.to);
  const times = found.length > 1 ? ` It is referred to ${found.length} times.` : '';
  return [
    at(document, first, {
      confidence: first.kind === 'appendix' ? 0.85 : 0.7,
      message: `The text sends the reader to “${words}”, and nothing of that name was found in the document.${times}`,
      mend:
        first.kind === 'appendix'
          ? 'Attach it, link to where it is published, or take the reference out.'
          : 'Put it in with its caption, or take the reference out. A caption inside a picture cannot be read; write it beside.',
    }),
  ];
}

const sectionReference =
  /\b(?:see|in|at|under|refer to)\s+(?:the\s+)?(?:section|paragraph)\s+(\d{1,2}(?:\.\d{1,2}){1,2})\b/gi;

/** "See section 4.2", where other headings are numbered so and none has this number. */
function missingSections(document: ReadDocument): Finding[] {
  const numbers = new Set(
    document.parts.flatMap((part) =>
      part.kind === 'heading'
        ? (part.number ?? [])
        : part.kind === 'table'
          ? []
          : (/^\d+(?:\.\d+)+/.exec(part.text)?.[0] ?? []),
    ),
  );
  if ([...numbers].filter((number) => number.includes('.')).length < 3) return [];
  return textsIn(document).flatMap((piece) =>
    [...piece.text.matchAll(sectionReference)].flatMap((match) => {
      const to = match.index + match[0].length;
      if (numbers.has(match[1] ?? '') || ofAnother.test(piece.text.slice(to, to + 80))) return [];
      return at(
        document,
        { piece, from: match.index, to },
        {
          confidence: 0.7,
          message: `The text sends the reader to ${match[1]}, and nothing has that number.`,
          mend: 'Give the number it has now, or take the reference out.',
        },
      );
    }),
  );
}

function captionsUnread(document: ReadDocument, pictures: readonly Pointed[]): Finding[] {
  const [first] = pictures;
  if (!first) return [];
  const names = pictures.map(({ piece, from, to }) => piece.text.slice(from, to));
  return [
    at(document, first, {
      confidence: 0.4,
      message: `The text refers to ${listWords(names)}, but no captions could be read.`,
      mend: 'See that each is there, and that its caption is text and not part of a picture: a screen reader cannot read it either.',
    }),
  ];
}

function at(
  document: ReadDocument,
  { piece, from, to }: Pick<Pointed, 'piece' | 'from' | 'to'>,
  found: { confidence: number; message: string; mend: string },
): Finding {
  return findingAt(id, document, piece.part, {
    severity: 'low',
    ...found,
    detail: found.message,
    from,
    to,
    ...(piece.cell && { cell: piece.cell }),
  });
}

function referencesIn(document: ReadDocument): Pointed[] {
  return textsIn(document).flatMap((piece) =>
    isProse(piece.part) && piece.part.kind === 'contents'
      ? []
      : [...piece.text.matchAll(reference)].flatMap((match) => {
          const [whole, word = '', label = ''] = match;
          const to = match.index + whole.length;
          const capital = /^[A-Z]/.test(word);
          // "table a motion", "chart a course": without a capital only a number is a reference.
          if (!capital && !/^\d/.test(label)) return [];
          if (!/^(?:\d|[A-H](?:\.\d+)?$)/.test(label)) return [];
          const begins = match.index === 0;
          if (begins && isCaption(piece, to)) return [];
          if (ofAnother.test(piece.text.slice(to, to + 80))) return [];
          return [{ piece, kind: targetKind(word), label: label.toUpperCase(), from: match.index, to }];
        }),
  );
}

function targetKind(word: string): Target {
  if (/^(append|annex)/i.test(word)) return 'appendix';
  return /^table/i.test(word) ? 'table' : 'figure';
}

const goesOn =
  /^\s+(?:shows?|gives?|illustrates?|sets?|compares?|presents?|below|above|details?|provides?|demonstrates?|is|are|was|also|summari[sz]es?|highlights?|lists?|outlines?|depicts?|reports?|indicates?|suggests?|and|contains?|includes?|explains?|describes?)\b/;

/** The words with which an appendix, a figure or a table is itself headed. */
function isCaption({ text, part, cell }: PieceOfText, to: number): boolean {
  if (part.kind === 'heading' || part.kind === 'table')
    return part.kind === 'heading' || cell === null || cell.row < 0;
  const rest = text.slice(to);
  if (/^\s*[:.–—-]/.test(rest) || rest.trim() === '') return true;
  return (part.kind === 'note' || text.length < 140) && !goesOn.test(rest);
}

function targetsOf(document: ReadDocument): Set<string> {
  const targets = new Set<string>();
  for (const piece of textsIn(document)) {
    if (isProse(piece.part) && piece.part.kind === 'contents') continue;
    const match = referenceFirst.exec(piece.text);
    if (match && isCaption(piece, match[0].length))
      targets.add(`${targetKind(match[1] ?? '')} ${(match[2] ?? '').toUpperCase()}`);
  }
  return targets;
}

/** Links to "#" or to nothing, in one finding. */
function emptyLinks(document: ReadDocument): Finding[] {
  const empty = document.parts.flatMap((part) =>
    isProse(part)
      ? part.links
          .filter(({ href }) => /^(#|about:blank|)$/.test(href.trim()))
          .map((link) => ({ part, ...link }))
      : [],
  );
  const [first] = empty;
  if (!first) return [];
  const words = [...new Set(empty.map(({ part, from, to }) => `“${part.text.slice(from, to)}”`))];
  const shown = listWords(words.length > 4 ? [...words.slice(0, 4), 'others'] : words);
  const many = empty.length > 1;
  return [
    findingAt(id, document, first.part, {
      severity: 'low',
      confidence: 0.9,
      message: many ? `${empty.length} links lead nowhere: ${shown}.` : `The link ${shown} leads nowhere.`,
      mend: 'Give each its address, with words that say where it leads.',
      detail: `links ${shown}`,
      from: first.from,
      to: first.to,
    }),
  ];
}

const announces =
  /\b(?:(?:the|these|as|some of the) following\b[^.;]*|includ(?:e|es|ed|ing)|such as|as follows|(?:shown|listed|set out|given) below|feedback|comments|results|responses)[^.;:]{0,40}:$/i;

/** "Feedback included:", and then the next heading. */
function emptyLists(document: ReadDocument): Finding[] {
  return document.parts.flatMap((part) => {
    if (!isProse(part) || part.kind !== 'paragraph' || !announces.test(part.text.trimEnd())) return [];
    const next = document.parts[part.at + 1];
    if (!nothingFollows(document, part, next)) return [];
    const from = part.text.lastIndexOf('. ', part.text.length - 3) + 1;
    const words = part.text.slice(from).trim();
    return [
      findingAt(id, document, part, {
        severity: 'low',
        confidence: 0.6,
        message: `“${words}” announces something that does not follow here.`,
        mend: 'Put in what was meant to follow, in words as well if it was a picture, or take the sentence out.',
        detail: words,
        from: part.text.indexOf(words),
        to: part.text.length,
      }),
    ];
  });
}

function nothingFollows(document: ReadDocument, part: Prose, next: Part | undefined): boolean {
  if (next === undefined) return true;
  if (next.kind === 'heading') {
    const own = part.section === null ? null : document.parts[part.section];
    return own?.kind === 'heading' && next.level <= own.level;
  }
  return next.kind === 'paragraph' && announces.test(next.text.trimEnd());
}

// Priorities and bodies a document names. A body is drafted only where its name says what kind of body it is.
import type { ReadDocument } from '../reading/document.ts';
import { type Mention, type Name, namesIn } from '../reading/language/names.ts';
import { quoteAround, whereOf } from '../checking/rule.ts';
import type { BodyDraft, Draft, DraftContent, DraftPlace, PriorityDraft } from './draft.ts';
import { nameAlone, placeOf } from './standing.ts';

export type FoundName = Pick<Draft, 'title' | 'content' | 'quote' | 'also_at'> & DraftPlace;

export function namedIn(document: ReadDocument): FoundName[] {
  return [...prioritiesIn(document), ...bodiesIn(document)];
}

function prioritiesIn(document: ReadDocument): FoundName[] {
  const names = namesIn(document).flatMap((name) => {
    const mentions = textMentions(name);
    return name.kind === 'priority' && mentions.length > 0 ? [{ ...name, mentions }] : [];
  });
  const byNumber = Map.groupBy(names, ({ number, plain }) => (number === null ? plain : String(number)));
  return [...byNumber.values()].flatMap((same) => {
    // The heading of its chapter says best what it is called.
    const [best, ...others] = same.toSorted(
      (a, b) => headed(b) - headed(a) || b.mentions.length - a.mentions.length,
    );
    if (!best) return [];
    const content: PriorityDraft = {
      kind: 'priority',
      name: nameAlone(best.text),
      number: best.number,
      also_called: others.map(({ text }) => nameAlone(text)),
    };
    return found(
      document,
      best.mentions.toSorted((a, b) => rankOf(b) - rankOf(a)),
      content.name,
      content,
    );
  });
}

const rankOf = ({ part }: Mention) => (part.kind === 'heading' ? 1 : 0);
const headed = ({ mentions }: Pick<Name, 'mentions'>) => Math.max(...mentions.map(rankOf));

const bodyKinds: readonly [BodyDraft['body_kind'], RegExp][] = [
  ['task-group', /\btask (?:and|&) finish (?:sub-?)?group$/i],
  ['sub-group', /\bsub-? ?group$/i],
  ['business-unit', /\bbusiness unit$/i],
  ['executive', /\bexecutive(?: (?:group|committee|board))?$/i],
  ['meeting', /\bmeeting$/i],
  ['panel', /\bpanel$/i],
  ['board', /\bboard$/i],
];
/** Of the whole country, or a meeting of another kind. */
const notLocal = /\bnational\b|\bpractice review panel\b|\bannual general\b|\bintegrated care board\b/i;

function bodiesIn(document: ReadDocument): FoundName[] {
  return namesIn(document).flatMap((name) => {
    if (name.kind !== 'body' && name.kind !== 'meeting') return [];
    const body_kind = bodyKinds.find(([, pattern]) => pattern.test(name.text))?.[0];
    const mentions = textMentions(name);
    if (body_kind === undefined || mentions.length === 0 || notLocal.test(name.text)) return [];
    return found(document, mentions, name.text, { kind: 'body', name: name.text, body_kind });
  });
}

/** Outside the table of contents. */
function textMentions({ mentions }: Pick<Name, 'mentions'>): Mention[] {
  return mentions.filter(({ part }) => part.kind !== 'contents');
}

function found(
  document: ReadDocument,
  mentions: readonly Mention[],
  title: string,
  content: DraftContent,
): FoundName[] {
  const [first, ...others] = mentions;
  if (!first) return [];
  return [
    {
      title,
      content,
      quote: quoteOf(first),
      ...placeMentioned(document, first),
      also_at: others.slice(0, 20).map((one) => placeMentioned(document, one)),
    },
  ];
}

function quoteOf({ part, cell, text, from, to }: Mention): string {
  return part.kind === 'table' || cell !== null ? text : quoteAround(part.text, from, to, 300);
}

function placeMentioned(document: ReadDocument, { part, cell, from }: Mention): DraftPlace {
  const row = part.kind === 'table' && cell !== null ? part.rows[cell.row] : undefined;
  const where = whereOf(document, part);
  return row ? { line: row.line, page: row.page, where } : placeOf(part, from, where);
}

// From a published document to drafts of a partnership's records: everything it says that a register could hold, each once, with
// every place where it stands. Pure, and cautious: tables of contents, headings and furniture give none.
import { createHash } from 'node:crypto';
import { stableJson } from '../evidence/evidence.ts';
import type { Part, ReadDocument, TablePart } from '../reading/document.ts';
import { plainForm } from '../reading/language/plain-form.ts';
import type { Draft, DraftContent, DraftPlace, Drafts, TableDraft } from './draft.ts';
import { namedIn } from './named-drafts.ts';
import { passagesIn } from './prose-drafts.ts';
import { type Standing, standings } from './standing.ts';

/** More than a person can look through; the longest of the reports we know has less than half. */
export const mostDrafts = 1000;

export function draftsOf(document: ReadDocument): Drafts {
  const standing = standings(document);
  const named = namedIn(document).map((one) => ({
    ...one,
    topics: [],
    part: null,
    priority: null,
  }));
  const tables = document.parts.flatMap((part) => (part.kind === 'table' ? tableDraft(part, standing) : []));
  const placed = [...passagesIn(document, standing), ...tables].toSorted((a, b) => a.at - b.at);
  const passages = placed.map(({ at: _at, ...draft }) => ({ ...draft, also_at: [] }));
  const once = eachOnce([...named, ...passages]);
  return { drafts: once.slice(0, mostDrafts), left_out: Math.max(0, once.length - mostDrafts) };
}

function tableDraft(
  part: TablePart,
  standing: (part: Part) => Standing,
): (Omit<Draft, 'key' | 'also_at'> & { at: number })[] {
  const width = Math.max(part.header.length, ...part.rows.map(({ cells }) => cells.length));
  if (width < 2 || width > 20) return [];
  const texts = part.rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at]?.text ?? ''));
  const rows = texts.filter((_, at) => at !== part.total);
  if (rows.length === 0) return [];
  const { priority, part: asked, topics, where } = standing(part);
  const content: TableDraft = {
    kind: 'table',
    header: Array.from({ length: width }, (_, at) => part.header[at] ?? ''),
    rows,
    total: part.total === null ? null : (texts[part.total] ?? null),
  };
  const { line, page } = part;
  const title = part.caption ?? `Table: ${where}`;
  return [
    {
      at: part.at,
      title: title.slice(0, 280),
      content,
      quote:
        part.caption ??
        content.header
          .concat(rows[0] ?? [])
          .filter(Boolean)
          .join(' | '),
      topics,
      part: asked,
      priority,
      line,
      page,
      where,
    },
  ];
}

/** What a document says twice is one draft with both places. */
function eachOnce(found: readonly Omit<Draft, 'key'>[]): Draft[] {
  const byKey = new Map<string, Draft>();
  for (const draft of found) {
    const key = keyOf(draft);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, { ...draft, key });
    else if (!isSamePlace(same, draft)) same.also_at.push(placeAlone(draft), ...draft.also_at);
  }
  return [...byKey.values()];
}

const placeAlone = ({ line, page, where }: DraftPlace): DraftPlace => ({ line, page, where });

function isSamePlace(one: DraftPlace, other: DraftPlace): boolean {
  return one.line === other.line && one.page === other.page && one.where === other.where;
}

/** The same words, or the same figure of the same thing for the same time. */
function keyOf({ content, title }: Pick<Draft, 'content' | 'title'>): string {
  const same = createHash('sha256')
    .update(stableJson(sameness(content, title)))
    .digest('hex')
    .slice(0, 16);
  return `${content.kind}:${same}`;
}

function sameness(content: DraftContent, title: string): unknown {
  if (content.kind === 'figure') {
    const { value, unit, decimals, qualifier, period, denominator } = content;
    const at = period && { from_on: period.from_on, to_on: period.to_on };
    return { value, unit: plainForm(unit ?? ''), decimals, qualifier, at, denominator, of: plainForm(title) };
  }
  if (content.kind === 'priority' || content.kind === 'body') return plainForm(content.name);
  return content.kind === 'table' ? content : plainForm(content.text);
}

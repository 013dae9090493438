// The table of contents repeats the headings. Its lines are told from the headings themselves, so that nothing is read twice.
import type { RawPart } from '../structure.ts';
import { leadsToPage, withoutLeader } from '../formats/leaders.ts';

const pageNumber = /\s+\d{1,4}$/;
const contentsHeading = /^(table of )?contents( page)?:?$|^index:?$/i;

export function withContents(parts: readonly RawPart[]): RawPart[] {
  const end = contentsEnd(parts);
  const start = contentsStart(parts);
  return parts.flatMap((part, at) => {
    const inside = start !== -1 && at > start && at < end;
    if (part.kind === 'table') return inside ? rowsOf(part) : [part];
    return leadsToPage(part.text) || inside ? [entry(part, part.text)] : [part];
  });
}

function contentsStart(parts: readonly RawPart[]): number {
  return parts.findIndex((part) => part.kind !== 'table' && contentsHeading.test(part.text));
}

/** The first part after the word "Contents" that is no line of the list: a sentence, or a heading that is not said again. */
function contentsEnd(parts: readonly RawPart[]): number {
  const start = contentsStart(parts);
  if (start === -1) return -1;
  const later = new Map<string, number>();
  for (const [at, part] of parts.entries()) if (part.kind !== 'table') later.set(plain(part.text), at);
  const end = parts.findIndex((part, at) => at > start && !isEntry(part, at, later));
  return end === -1 ? parts.length : end;
}

function isEntry(part: RawPart, at: number, later: ReadonlyMap<string, number>): boolean {
  if (part.kind === 'table')
    return part.rows.every(({ cells }) => /\d$/.test(cells.at(-1)?.text.trim() ?? ''));
  const repeated = (later.get(plain(part.text)) ?? -1) > at;
  if (leadsToPage(part.text) || repeated) return true;
  if (part.kind === 'heading')
    return pageNumber.test(part.text) && (later.get(plain(part.text.replace(pageNumber, ''))) ?? -1) > at;
  return (
    part.text.length <= 140 &&
    (pageNumber.test(part.text) || part.kind === 'item') &&
    !/[.!?]$/.test(part.text)
  );
}

function rowsOf(table: Extract<RawPart, { kind: 'table' }>): RawPart[] {
  const header = table.header.join(' ').trim();
  const rows = table.rows.map(({ cells, line, page }) =>
    entry(
      { kind: 'paragraph', text: '', links: [], depth: 0, line, page },
      cells.map(({ text }) => text).join(' '),
    ),
  );
  const first = {
    kind: 'paragraph' as const,
    text: '',
    links: [],
    depth: 0,
    line: table.line,
    page: table.page,
  };
  return header === '' ? rows : [entry(first, header), ...rows];
}

function entry(part: Exclude<RawPart, { kind: 'table' }>, printed: string): RawPart {
  const number = part.kind === 'heading' && part.number !== null ? `${part.number} ` : '';
  const text = number + withoutLeader(printed.trim()).replace(pageNumber, '').trim();
  const { line, page } = part;
  const names = /(?:^|[\s.…·_])(\d{1,4})$/.exec(printed.trim())?.[1];
  const named = names === undefined ? null : { names_page: Number(names) };
  return { kind: 'contents', text, links: [], depth: 0, line, page, ...named };
}

function plain(text: string): string {
  return withoutLeader(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// Documents for tests: from a text, through the real reader; or from parts as records give them.
import type { Part, Prose, ReadDocument } from './document.ts';
import { readPlainText } from './formats/plain-text.ts';

export function documentFrom(text: string, overrides: Partial<ReadDocument> = {}): ReadDocument {
  return { ...readPlainText('report.txt', text), ...overrides };
}

type Loose<P extends Part> = P extends Prose
  ? Partial<P> & Pick<P, 'kind' | 'text'>
  : Partial<P> & Pick<P, 'kind'>;

/** The yearly report as records give it: parts in order, each filled up with what a part needs at least. */
export function recordsDocument(
  parts: readonly Loose<Part>[],
  overrides: Partial<ReadDocument> = {},
): ReadDocument {
  const open: { at: number; level: number }[] = [];
  const placed = parts.map((part, at): Part => {
    const whole = { ...leastOf(part), ...part } as Part;
    if (whole.kind === 'heading') while ((open.at(-1)?.level ?? 0) >= whole.level) open.pop();
    const section = open.at(-1)?.at ?? null;
    if (whole.kind === 'heading') open.push({ at, level: whole.level });
    return { ...whole, at, section };
  });
  return {
    of: 'records',
    name: 'Yearly report 2024/25',
    title: 'Yearly report 2024/25',
    period: { from_on: '2024-04-01', to_on: '2025-03-31' },
    published_on: null,
    framework_id: 'WT2023',
    pages: null,
    words: 0,
    names: [],
    ...overrides,
    parts: placed,
  };
}

function leastOf(part: Loose<Part>): object {
  const place = { line: null, page: null, ref: null, path: null };
  if (part.kind === 'heading') return { ...place, level: 1, number: null, text: '' };
  if (part.kind === 'table') return { ...place, caption: null, header: [], rows: [], total: null };
  return { ...place, voice: 'own', stance: 'fact', links: [], depth: part.kind === 'item' ? 1 : 0 };
}

// The line just before a table is its name where it reads like one; a sentence that leads up to it stays a sentence.
import type { RawPart } from '../structure.ts';

export function withCaptions(parts: readonly RawPart[]): RawPart[] {
  const out: RawPart[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    const named =
      before?.kind === 'paragraph' &&
      (isNumbered(before.text) || (isShort(before.text) && !isOneOfMany(out.at(-2))));
    if (part.kind === 'table' && part.caption === null && named) {
      out.pop();
      out.push({ ...part, caption: before.text, line: before.line, page: before.page });
    } else out.push(part);
  }
  return out;
}

function isNumbered(text: string): boolean {
  return text.length <= 200 && /^(table|figure|chart)\s+[\dA-Z]{1,3}(\.\d+)?\s*[:.–-]\s*\S/i.test(text);
}

function isShort(text: string): boolean {
  return text.length <= 120 && /^[A-Z0-9]/.test(text) && !/[.!?:;,]$|[.!?]\s/.test(text);
}

/** Short lines one after another are a list that runs on in the table. */
function isOneOfMany(part: RawPart | undefined): boolean {
  return part?.kind === 'paragraph' && isShort(part.text);
}

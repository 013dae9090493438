// The number printed before a heading: "3.2 Governance", "1. Introduction", "4) Risks". A bare "16" is one only in a document
// that numbers its other headings so: "16 Days of Action" is a name.
import type { Heading } from '../document.ts';
import { withoutLeader } from './leaders.ts';

const numbered = /^((?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)]|[A-H](?:\.\d{1,2})+\.?))\s+(?=\S)/;

export function headingOf(printed: string): Pick<Heading, 'number' | 'text'> {
  const text = withoutLeader(printed.replace(/ #+$/, '')).trim();
  const match = numbered.exec(text);
  if (match === null) return { number: null, text };
  return { number: (match[1] ?? '').replace(/[.)]$/, ''), text: text.slice(match[0].length) };
}

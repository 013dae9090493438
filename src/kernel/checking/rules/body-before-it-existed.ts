// A national body or legal term used of a time before it existed, or used as though it still did. History that is told as
// history ("became", "formerly", "replaced") is right, and so is what others wrote at the time.
import type { Day } from '../../calendar/day.ts';
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { ownPassagesIn, type Passage } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { reportedPeriod } from '../stated-periods.ts';
import { type DatedBody, datedBodies } from '../vocabulary/dated-bodies.ts';

const id = 'body-before-it-existed';

interface Use {
  body: DatedBody;
  passage: Passage;
  from: number;
  to: number;
  /** The time the text gives, where that is what cannot be. */
  when: string | null;
  side: 'before' | 'after';
}

export const rule: Rule = {
  id,
  group: 'time',
  title: 'A body that did not exist at the time',
  why: 'A body named for a time it did not exist makes a reader wonder who really took part, and whether text was carried over from an older report.',
  severities: ['medium', 'low'],
  check: (document: ReadDocument): Finding[] => {
    const period = reportedPeriod(document);
    const byBody = new Map<string, Use[]>();
    for (const passage of ownPassagesIn(document)) {
      if (!/[A-Z]{3}|[A-Z][a-z]+ |[a-z] [a-z]/.test(passage.text)) continue;
      for (const use of usesIn(passage, period?.from_on ?? null)) {
        const key = `${use.body.name}|${use.side}`;
        byBody.set(key, [...(byBody.get(key) ?? []), use]);
      }
    }
    return [...byBody.values()].map((uses) => describe(document, uses));
  },
};

const anyBody = new RegExp(datedBodies.map(({ called }) => called.source).join('|'));
/** Words by which a text says that it tells of a change, of the past, or of what is still to come. */
const succession =
  /\b(?:former(?:ly)?|previous(?:ly)?|then|predecessors?|successors?|replac\w+|bec[ao]m\w+|abolish\w+|dissol\w+|merg\w+|transition\w*|transfer\w*|clos(?:ed|ure)|known as|renamed|until|prior|called|establish\w*|newly|new|will|shadow|legacy|creat(?:ed|ion)|form(?:ed|ation)|introduc\w+|ceas\w+|histor\w+|old|original\w*|moved? (?:in)?to|superseded?|no longer|took over|since|used to|proposed|planned|upcoming|act \d{4}|past)\b/i;

function usesIn(passage: Passage, yearBegan: Day | null): Use[] {
  const { text, times, part } = passage;
  if (part.stance === 'others' || !anyBody.test(text) || succession.test(text)) return [];
  return datedBodies.flatMap((body) => {
    const match = body.called.exec(text);
    if (!match || isPartOfTitle(text, match.index, match[0].length)) return [];
    const side = sideOf(body, times, yearBegan);
    if (!side) return [];
    const near = times.toSorted((a, b) => away(a.from, match.index) - away(b.from, match.index))[0];
    return [
      { body, passage, from: match.index, to: match.index + match[0].length, when: near?.raw ?? null, side },
    ];
  });
}

function sideOf(
  { from_on, to_on }: DatedBody,
  times: Passage['times'],
  yearBegan: Day | null,
): Use['side'] | null {
  if (times.length > 0) {
    if (from_on && times.every((span) => span.to_on < from_on)) return 'before';
    return to_on && times.every((span) => span.from_on > to_on) ? 'after' : null;
  }
  return to_on && yearBegan && yearBegan > to_on ? 'after' : null;
}

/** In the name of a report, a course or a piece of guidance, or in quotation marks. */
function isPartOfTitle(text: string, from: number, length: number): boolean {
  const [before, after] = [text.slice(0, from), text.slice(from + length)];
  return (
    /['"“‘][^'"”’]*$/.test(before.replaceAll(/\w['’]\w/g, '')) ||
    /^['’]?s?['’]? (?:[A-Z][a-z]+ )*(?:Report|Guidance|Regulations|Toolkit|Framework)\b/.test(after)
  );
}

function away(from: number, to: number): number {
  return Math.abs(from - to);
}

function describe(document: ReadDocument, uses: readonly Use[]): Finding {
  const [first] = uses;
  if (!first) throw new RangeError('A finding needs at least one place.');
  const { body, passage, when, side } = first;
  const called = passage.text.slice(first.from, first.to);
  const named =
    when === null
      ? `“${called}” is named here as though it were still at work.`
      : `“${called}” is named here for “${when}”.`;
  const times = uses.length === 1 ? '' : ` It stands so in ${uses.length} places.`;
  return findingAt(id, document, passage.part, {
    severity: when === null ? 'low' : 'medium',
    confidence: when === null ? 0.6 : 0.8,
    message: `${named}${times} ${body.instead} (${body.source}.)`,
    mend: 'Name the body that did the work at the time, or say that this is history.',
    detail: `${body.name} ${side}`,
    from: passage.from + first.from,
    to: passage.from + first.to,
  });
}

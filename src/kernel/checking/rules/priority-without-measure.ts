// The section of a priority that prints no figure at all about children or practice. The yearly report says what changed under
// each priority, and shows it (Working Together 2023, chapter 2; domain handbook 5.12).
import { type Heading, isProse, type Part, type ReadDocument } from '../../reading/document.ts';
import { quantitiesIn } from '../../reading/language/quantities.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';

const id = 'priority-without-measure';
/** A shorter text announces a priority; it does not report on it. */
const fewestWords = 150;

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'A priority with no figure',
  why: 'Without one figure about children or practice, nobody can tell whether a priority made a difference.',
  severities: ['medium'],
  check: (document) =>
    document.parts.flatMap((part) => {
      if (part.kind !== 'heading' || !namesPriority(part) || isAhead(document, part)) return [];
      const section = sectionOf(document, part);
      return wordsTold(section) < fewestWords || section.some(measures) ? [] : [describe(document, part)];
    }),
};

const numberWord = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)';
const priorityHeading = new RegExp(
  `^(?:(?:our|strategic|key|partnership)\\s+)*priority(?:\\s+area)?\\s*${numberWord}\\b`,
  'i',
);

function namesPriority({ text }: Heading): boolean {
  return priorityHeading.test(text.trim());
}

/** Priorities for a time to come have nothing to show yet. */
function isAhead(document: ReadDocument, heading: Heading): boolean {
  const above = heading.section === null ? undefined : document.parts[heading.section];
  return (
    above?.kind === 'heading' &&
    /\b(next|future|forward|ahead|20\d\d.{0,12}onwards?|priorities for)\b/i.test(above.text)
  );
}

/** The headings reports ask of every priority; in a flattened text they stand as high as the priority itself. */
const frame =
  /^(?:how (?:do|did|have|will) we know|how well|what (?:we|have we|did we|has|will we|difference|impact|worked|next|children|young)|what['’]s next|why (?:is|was|this)|next steps?|impact|outcomes?|progress|activity|achievements?|key achievements|case (?:study|example)|voice|challenges|evidence|measures|so what|where next|actions?|our (?:aims?|ambition|progress|impact)|did we|is anyone better off|looking (?:ahead|forward)|making a difference)/i;

function sectionOf({ parts }: ReadDocument, heading: Heading): Part[] {
  const section: Part[] = [];
  let above: number = heading.level;
  for (const part of parts.slice(heading.at + 1)) {
    if (part.kind === 'heading') {
      if (namesPriority(part)) break;
      if (part.level <= above && !frame.test(part.text.trim()) && !underFrame(section, part)) break;
      if (part.level < above) above = part.level;
    }
    section.push(part);
  }
  return section;
}

/** A line that heads one case study, directly under the heading that says "Case study". */
function underFrame(section: readonly Part[], { level }: Heading): boolean {
  const before = section.at(-1);
  return before?.kind === 'heading' && frame.test(before.text.trim()) && level >= before.level;
}

function wordsTold(section: readonly Part[]): number {
  return section.reduce(
    (sum, part) =>
      sum +
      (isProse(part) && part.voice === 'own' && part.stance !== 'others' ? wordsIn(part.text).length : 0),
    0,
  );
}

/** A figure in digits, or a chart or table that may hold it. */
function measures(part: Part): boolean {
  if (part.kind === 'table')
    return part.rows.some(({ cells }) => cells.some(({ number }) => number !== null));
  if (part.kind === 'heading' || part.voice !== 'own') return false;
  if (
    /\b(chart|graph|table|infographic|dashboard)s? (below|above|overleaf|shows?|sets? out)\b|\b(figure|chart|table|graph) \d/i.test(
      part.text,
    )
  )
    return true;
  return quantitiesIn(part.text).some(
    ({ raw }) => /\d/.test(raw) || /\b(half|third|quarter|per cent)\b/i.test(raw),
  );
}

function describe(document: ReadDocument, heading: Heading): Finding {
  return findingAt(id, document, heading, {
    severity: 'medium',
    confidence: 0.75,
    message: `The section “${heading.text}” prints no figure about children or practice, before or after.`,
    mend:
      'Print at least one measure with its period and source, such as children reached, audits that found it, or a rate over ' +
      'two years; or say plainly that there is no measure yet and when there will be.',
    detail: heading.text,
    from: 0,
    to: heading.text.length,
  });
}

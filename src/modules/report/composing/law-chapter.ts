// What the law asks for, duty by duty: what is asked, how binding it is, where it stands and where in the report to look;
// then the gaps on their own, so that nobody has to search a table for them.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { obligations } from '../../../kernel/frameworks/provenance.ts';
import { chapterOf } from '../chapters.ts';
import type { Coverage } from '../composition.ts';
import type { Block, Chapter } from '../document.ts';
import { aside, paragraph, strong, text } from './inlines.ts';
import { listWords } from '../../../kernel/checking/rule.ts';

export const coverageWords: Record<Coverage['status'], string> = {
  met: 'Met',
  partly: 'Partly met',
  missing: 'Missing',
  'not-yet': 'Not yet',
  'not-applicable': 'Does not apply here',
};

/** `chapters` are those before this one, by which places are named. */
export function lawChapter(
  coverage: readonly Coverage[],
  items: readonly EvidenceItem[],
  chapters: readonly Chapter[],
): Block[] {
  const chapterByRef = new Map(items.map((item) => [item.ref, chapterOf(item).key]));
  const numbers = new Map(chapters.map(({ id, number }) => [id, number]));
  const points = Object.entries(coverageWords)
    .map(([status, label]) => ({
      label,
      value: coverage.filter((duty) => duty.status === status).length,
    }))
    // A duty that does not apply here is worth a bar only where there is one.
    .filter(({ label, value }) => value > 0 || label !== coverageWords['not-applicable']);
  const gaps = coverage.filter(({ status }) => status === 'missing' || status === 'not-yet');
  return [
    paragraph(
      text(
        `Of ${coverage.length} duties, ${listWords(
          points
            .filter(({ value }) => value > 0)
            .map(
              ({ label, value }) => `${value} ${value === 1 ? 'is' : 'are'} marked “${label.toLowerCase()}”`,
            ),
        )}. Linked evidence alone makes a duty partly met at most: that a duty is met is a named person’s judgement, or shown by its dates.`,
      ),
    ),
    ...(coverage.some(({ verified }) => !verified)
      ? [
          paragraph(
            text(
              'Duties marked “to be checked” have not yet been compared with the published text of the guidance, so read them as questions and not as breaches.',
            ),
          ),
        ]
      : []),
    {
      kind: 'chart',
      chart: 'bars',
      title: 'Where the duties of the yearly report stand',
      description: `${listWords(points.map(({ label, value }) => `${label}: ${value}`))}.`,
      unit: 'duties',
      points,
      note: null,
    },
    {
      kind: 'table',
      caption: 'The duties one by one',
      columns: ['Duty', 'What is asked', 'How binding', 'Where it stands', 'Where to look'].map((label) => ({
        label,
        numeric: false,
      })),
      rows: coverage.map((duty) => [
        `${duty.id} ${duty.title}`,
        duty.requirement,
        `${obligationWords(duty.obligation)}${duty.verified ? '' : ' (to be checked)'}`,
        `${coverageWords[duty.status]}. ${noteOf(duty)}`.trim(),
        whereToLook(duty, chapterByRef, numbers),
      ]),
      total: null,
      note: null,
      ref: null,
    },
    { kind: 'heading', level: 2, text: 'Gaps', id: 'what-the-law-asks-gaps' },
    gaps.length > 0
      ? {
          kind: 'list',
          items: gaps.map((duty) => [
            strong(`${duty.id} ${duty.title}`),
            text(` (${coverageWords[duty.status].toLowerCase()}): ${noteOf(duty)}`),
          ]),
        }
      : aside('note', text('No duty is without any answer.')),
  ];
}

/** What is to be checked is said once above the table, and marked at each duty. */
export function noteOf({ note }: Coverage): string {
  return note.replace(/\s*Please check: this duty has not yet been compared with the published text\./, '');
}

function obligationWords(obligation: string): string {
  return (obligations as Readonly<Record<string, string>>)[obligation] ?? obligation;
}

function whereToLook(
  { evidence }: Coverage,
  chapterByRef: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, number>,
): string {
  const found = new Set<number>();
  for (const ref of evidence) {
    const number = numbers.get(chapterByRef.get(ref) ?? '');
    if (number !== undefined) found.add(number);
  }
  const list = [...found].sort((a, b) => a - b).map(String);
  if (list.length === 0) return '';
  return `${list.length === 1 ? 'Chapter' : 'Chapters'} ${listWords(list)}`;
}

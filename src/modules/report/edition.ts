// An edition of the yearly report: one reporting year, drafted, signed off by the three lead safeguarding partners,
// published, and if need be withdrawn and issued again. Its clock: 30 September after the year (Working Together 2023).
import { z } from 'zod';
import { dutyById } from '../../kernel/frameworks/duties.ts';
import { frameworks } from '../../kernel/frameworks/framework.ts';
import { oneOf, optional, prose, recordId, text } from '../../kernel/records/field.ts';

export const editionStates = {
  draft: 'Draft',
  'signed-off': 'Signed off',
  published: 'Published',
  withdrawn: 'Withdrawn',
} as const;
export type EditionState = keyof typeof editionStates;

/** The lifecycle: what may follow each state, and what brings it about. */
export const editionMoves = {
  draft: ['signed-off'],
  'signed-off': ['draft', 'published'],
  published: ['withdrawn'],
  withdrawn: [],
} as const satisfies Record<EditionState, readonly EditionState[]>;

export const judgementStatuses = {
  met: 'Met',
  partly: 'Partly met',
  missing: 'Missing',
  'not-applicable': 'Does not apply here',
} as const;

export const reportYear = z
  .string()
  .trim()
  .transform((label) => label.replace('/', '-'))
  .pipe(z.string().regex(/^\d{4}-\d{2}$/, 'Enter a reporting year such as 2024-25'))
  .meta({ label: 'Reporting year', hint: 'April to March, such as 2024-25' });

const ofYear = { year: reportYear };

export const start = z.strictObject(ofYear);

export const frameworkChoice = z.strictObject({
  ...ofYear,
  framework_id: oneOf(Object.fromEntries(frameworks.map((f) => [f.id, f.title])), {
    label: 'Edition of Working Together',
  }),
  reason: prose({ label: 'Why this edition' }, 1000),
});

export const chapterText = z.strictObject({
  ...ofYear,
  chapter: text({ label: 'Chapter', widget: 'hidden' }, 60),
  text: prose(
    {
      label: 'Words that open the chapter',
      hint: 'Figures belong in the evidence register, where they keep their source',
    },
    8000,
  ),
});

export const judgement = z.strictObject({
  ...ofYear,
  duty_id: text({ label: 'Duty', widget: 'hidden' }, 20).refine(isDuty, 'There is no duty of this number'),
  status: oneOf(judgementStatuses, { label: 'Your judgement', widget: 'radios' }),
  note: prose({ label: 'Why', hint: 'It stands under your name' }, 2000),
});

export const waiver = z.strictObject({
  ...ofYear,
  finding_key: text({ label: 'Finding', widget: 'hidden' }, 200),
  reason: prose(
    { label: 'Why it may stand', hint: 'It stands under your name in the list of findings' },
    2000,
  ),
});

export const printPermission = z.strictObject({
  ...ofYear,
  item_ref: text({ label: 'Figure', widget: 'hidden' }, 200),
  reason: prose(
    {
      label: 'Why this small number may be printed',
      hint: 'For example: it counts a statutory activity, and nothing printed beside it could point to a child',
    },
    2000,
  ),
});

export const scrutinyComment = z.strictObject({
  ...ofYear,
  text: prose({ label: 'Comment of the independent scrutineer' }, 8000),
});

export const withdrawal = z.strictObject({
  ...ofYear,
  reason: prose(
    {
      label: 'Why it is withdrawn',
      hint: 'Anybody can read this in place of the report. Do not repeat the mistake: name nobody',
    },
    2000,
  ),
  seal_for: optional(
    recordId({
      label: 'Seal its text for a circle',
      choose_from: 'circles',
      hint: 'If the report names somebody, or a child could be known from it: its text and its files then open only to the people of this circle, each time for a purpose. Choose a circle you are in. What was written for its chapters is carried into the new edition: take the words out of the record there',
    }),
  ),
});

/** One edition of a year by its number. */
export const numbered = z.strictObject({
  ...ofYear,
  number: z.coerce.number().int().min(1).meta({ label: 'Edition' }),
});

function isDuty(id: string): boolean {
  try {
    return dutyById(id) !== undefined;
  } catch {
    return false;
  }
}

/** `2024-25` as people write it: 2024/25. */
export function shownYear(label: string): string {
  return label.replace('-', '/');
}

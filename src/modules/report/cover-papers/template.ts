// A council's template for the paper by which its committee is given the yearly report: ordered headings, questions, fixed lines,
// boxes to tick. A template is a file (templates/cover-papers/*.json), so another council's is data and no code.
import { z } from 'zod';
import { type Decision, decisions } from './cover-paper.ts';

/** What records know, by the name that a template's wording asks for in braces: "covers {period}". */
export const sources = {
  committee: 'the committee',
  'meeting-day': 'the day of the meeting',
  'report-title': 'the title of the yearly report',
  period: 'the period of the report',
  framework: 'the edition of Working Together',
  partnership: 'the name of the partnership',
  'published-on': 'the day the report was published',
  author: 'who began the paper',
  contact: 'how to ask for the report in another format',
  annexes: 'what lies behind the paper',
} as const;
export type Source = keyof typeof sources;

const wording = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, issue) => {
    for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g))
      if (!(name in sources))
        issue.addIssue({
          code: 'custom',
          message: `“{${name}}” is nothing that records know; they know ${Object.keys(sources).join(', ')}`,
        });
  });

/** One wording, or one for each kind of decision; null where a person must find the words. */
const byDecision = z.union([
  wording,
  z.strictObject(
    Object.fromEntries(Object.keys(decisions).map((name) => [name, wording.nullable()])) as Record<
      Decision,
      z.ZodNullable<typeof wording>
    >,
  ),
]);
export type Wording = z.infer<typeof byDecision>;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens');
const level = z.union([z.literal(1), z.literal(2), z.literal(3)], 'must be 1, 2 or 3');
const words = z.string().trim().min(1, 'must say something');

const asked = {
  id,
  /** The label in the form, where the printed heading or label does not ask enough. */
  ask: words.optional(),
  hint: words.optional(),
  /** Whether a paper is signed off without it. */
  mandatory: z.boolean().default(true),
  /** Words that follow from records, and go with them until somebody writes their own. */
  filled: byDecision.optional(),
  /** Words that are offered, and count only when somebody has saved them: "There are no legal implications." */
  suggested: byDecision.optional(),
};

export const answerKinds = {
  line: 'One line',
  paragraphs: 'Paragraphs',
  list: 'A list, one entry to a line',
  recommendations: 'Recommendations, one to a line',
  'yes-no': 'Yes or no',
  ticks: 'Boxes to tick',
  wards: 'Wards, or all',
} as const;

const question = z
  .strictObject({
    kind: z.literal('question'),
    ...asked,
    heading: z.strictObject({ level, text: words }).optional(),
    /** Printed before the answer, as it stands: "Tel:". */
    label: words.optional(),
    answer: z.enum(Object.keys(answerKinds) as [keyof typeof answerKinds]),
    /** What carries the number that runs through the whole paper. */
    number: z.enum(['none', 'paragraphs', 'heading']).default('none'),
    /** Of boxes to tick. */
    options: z.array(words).min(1).optional(),
    /** Of a list: what stands before each entry instead of a bullet; {letter} is A, B, C. */
    each: words.optional(),
    /** Of wards: a box of its own for all of them. */
    box: z.boolean().default(false),
  })
  .superRefine((one, issue) => {
    const wrong = (path: string, message: string) =>
      issue.addIssue({ code: 'custom', path: [path], message });
    if (!one.heading && !one.label && !one.ask)
      wrong('ask', 'is needed where there is neither heading nor label');
    if ((one.answer === 'ticks') !== (one.options !== undefined))
      wrong('options', 'are needed by boxes to tick, and by nothing else');
    if (one.number === 'heading' && !one.heading) wrong('number', 'cannot be on a heading that is not there');
  });

const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), ...asked }),
  z.strictObject({ kind: z.literal('heading'), level, text: words }),
  /** A line that is always there. */
  z.strictObject({ kind: z.literal('line'), label: words.optional(), text: wording }),
  question,
  /** A small table: each row has a label, and a cell to fill in for each column but the first. */
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(z.string()).min(2),
    rows: z.array(z.strictObject({ label: words, cells: z.array(z.strictObject(asked)).min(1) })).min(1),
  }),
  /** Ticked with the day by the sign-off itself. */
  z.strictObject({ kind: z.literal('approval'), label: words }),
  /** Which of the three kinds of decision is asked for, ticked. */
  z.strictObject({ kind: z.literal('decision'), label: words }),
]);

export const coverTemplate = z
  .strictObject({
    id,
    title: words,
    /** What is known of where it comes from, and what its users should check. */
    note: words,
    numbers: z.enum(['1.', '1', '(1)'], 'must be one of "1.", "1", "(1)"').default('1.'),
    letters: z.enum(['a)', '(a)', 'a.'], 'must be one of "a)", "(a)", "a."').default('a)'),
    parts: z.array(part).min(1),
  })
  .superRefine(({ parts }, issue) => {
    const wrong = (path: (string | number)[], message: string) =>
      issue.addIssue({ code: 'custom', path, message });
    const titles = parts.filter(({ kind }) => kind === 'title').length;
    if (titles !== 1) wrong(['parts'], `hold ${titles} titles; a paper has one`);
    let above = 0;
    parts.forEach((one, at) => {
      const level = levelOf(one);
      if (one.kind === 'title' && above > 0)
        wrong(['parts', at], 'the title stands before the first heading');
      if (level !== null && level > above + 1)
        wrong(['parts', at], `a heading of level ${level} needs one of level ${level - 1} above it`);
      above = level ?? above;
      if (one.kind === 'table')
        one.rows.forEach((row, r) => {
          if (row.cells.length !== one.columns.length - 1)
            wrong(
              ['parts', at, 'rows', r, 'cells'],
              `must be ${one.columns.length - 1}, one for each column but the first`,
            );
        });
    });
    const seen = new Set<string>();
    for (const { id: name } of questionsIn({ parts })) {
      if (seen.has(name)) wrong(['parts'], `ask “${name}” twice; each question has an id of its own`);
      seen.add(name);
    }
  });

export type CoverTemplate = z.infer<typeof coverTemplate>;
export type TemplatePart = CoverTemplate['parts'][number];
export type Question = Extract<TemplatePart, { kind: 'question' }>;

/** Every question of a template in its order, those of titles and tables too, as the form asks them. */
export interface AskedQuestion extends Pick<Question, 'id' | 'hint' | 'mandatory' | 'filled' | 'suggested'> {
  ask: string;
  answer: Question['answer'];
  options: string[];
}

export function questionsIn({ parts }: Pick<CoverTemplate, 'parts'>): AskedQuestion[] {
  let section = '';
  return parts.flatMap((one): AskedQuestion[] => {
    if (one.kind === 'heading' && one.level === 1) section = one.text;
    if (one.kind === 'title')
      return [{ ...one, ask: one.ask ?? 'Title of the paper', answer: 'line', options: [] }];
    if (one.kind === 'table')
      return one.rows.flatMap((row) =>
        row.cells.map((cell, at) => ({
          ...cell,
          ask: cell.ask ?? `${row.label}: ${one.columns[at + 1] ?? ''}`,
          answer: 'line' as const,
          options: [],
        })),
      );
    if (one.kind !== 'question') return [];
    const { heading, label } = one;
    if (heading?.level === 1) section = heading.text;
    const name = heading?.text ?? label ?? section;
    const under = heading && heading.level > 1 && section !== '' ? `${section}: ${name}` : name;
    return [{ ...one, ask: one.ask ?? under.replace(/:$/, ''), options: one.options ?? [] }];
  });
}

/** The level of the heading a part begins with; null where it has none. */
export function levelOf(one: TemplatePart): 1 | 2 | 3 | null {
  if (one.kind === 'heading') return one.level;
  return one.kind === 'question' ? (one.heading?.level ?? null) : null;
}

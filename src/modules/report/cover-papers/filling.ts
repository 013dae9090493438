// A template's questions with what answers them: what somebody wrote, else what records say; and what is still open. Nothing
// here is signed off while a question is unanswered or something in it was still to be filled in.
import { placeholderLeftIn } from '../../../kernel/checking/rules/placeholder-left-in.ts';
import type { Prose, ReadDocument } from '../../../kernel/reading/document.ts';
import type { Answer, Answers, Decision } from './cover-paper.ts';
import {
  type AskedQuestion,
  type CoverTemplate,
  questionsIn,
  type Source,
  type Wording,
} from './template.ts';

/** What records know; null where they do not know it yet. */
export type Facts = Readonly<Record<Source, string | null>>;

export interface Filled extends AskedQuestion {
  /** What would be printed; null where nothing answers the question yet. */
  given: Answer | null;
  /** Whose words they are: a person's, or those that follow from records. */
  by: 'person' | 'records' | null;
  /** What the form opens with: the answer, or words on offer that nobody has saved yet. */
  offered: Answer | null;
  /** What records would say if nobody had written anything. */
  from_records: string | null;
  /** Sources its wording asks for and records do not know. */
  unknown: Source[];
}

export function fill(
  template: CoverTemplate,
  answers: Answers,
  facts: Facts,
  decision: Decision,
): Map<string, Filled> {
  return new Map(
    questionsIn(template).map((question): [string, Filled] => {
      const own = answers[question.id];
      const records = worded(question.filled, facts, decision);
      const suggested = worded(question.suggested, facts, decision);
      const given = own ?? records.text;
      return [
        question.id,
        {
          ...question,
          given,
          by: own !== undefined ? 'person' : records.text === null ? null : 'records',
          offered: given ?? suggested.text,
          from_records: records.text,
          unknown: given === null ? records.unknown : [],
        },
      ];
    }),
  );
}

/** Words with what records know put in; no text where there is no wording, or records do not know enough. */
export function worded(
  wording: Wording | undefined,
  facts: Facts,
  decision: Decision,
): { text: string | null; unknown: Source[] } {
  const words = typeof wording === 'object' ? wording[decision] : wording;
  if (words === undefined || words === null) return { text: null, unknown: [] };
  const asked = [...words.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as Source);
  const unknown = [...new Set(asked.filter((name) => facts[name] === null))];
  if (unknown.length > 0) return { text: null, unknown };
  return { text: words.replaceAll(/\{([^}]+)\}/g, (_, name: Source) => facts[name] ?? ''), unknown };
}

/** What was typed, as it is kept: nothing where it is empty, or where records say the same by themselves. */
export function kept(question: Filled, typed: Answer | null): Answer | undefined {
  if (typed === null) return undefined;
  if (Array.isArray(typed)) return typed.length === 0 ? undefined : typed;
  const text = typed.trim();
  // A browser ends its lines in its own way.
  return text === '' || text.replaceAll('\r\n', '\n') === question.from_records ? undefined : text;
}

/** What is wrong with an answer for its question, in words for the person; undefined where it fits. */
export function misfit(question: AskedQuestion, typed: Answer | null): string | undefined {
  if (typed === null || typed.length === 0) return undefined;
  const { answer, options } = question;
  if (Array.isArray(typed) !== (answer === 'ticks')) return 'This is not the kind of answer it asks for';
  if (Array.isArray(typed))
    return typed.every((one) => options.includes(one)) ? undefined : 'Choose from what is offered';
  if (answer === 'yes-no') return typed === 'yes' || typed === 'no' ? undefined : 'Answer yes or no';
  if (answer === 'line' && typed.includes('\n')) return 'Write it in one line';
  return undefined;
}

/** Something that stands in the way of the sign-off. */
export interface Open {
  /** Of the question; null for the committee's own line. */
  question: string | null;
  ask: string;
  why: string;
}

export function openIn(
  filled: ReadonlyMap<string, Filled>,
  facts: Facts,
  because: (source: Source) => string,
): Open[] {
  const questions = [...filled.values()];
  const unanswered = questions
    .filter(({ mandatory, given }) => mandatory && given === null)
    .map(({ id, ask, unknown, offered }): Open => {
      if (unknown.length > 0) return { question: id, ask, why: unknown.map(because).join(' ') };
      return {
        question: id,
        ask,
        why:
          offered === null
            ? 'Not answered yet.'
            : 'Words are suggested. Read them and save them, or write your own.',
      };
    });
  const texts = [
    { question: null, ask: 'Committee', text: facts.committee ?? '' },
    ...questions.flatMap(({ id, ask, given }) =>
      typeof given === 'string' ? [{ question: id, ask, text: given }] : [],
    ),
  ];
  return [...unanswered, ...leftIn(texts)].toSorted((a, b) => placeOf(a, questions) - placeOf(b, questions));
}

function placeOf({ question }: Open, questions: readonly AskedQuestion[]): number {
  return questions.findIndex(({ id }) => id === question);
}

/** Placeholders, by the same rule that reads reports. */
function leftIn(texts: readonly { question: string | null; ask: string; text: string }[]): Open[] {
  const pieces = texts.flatMap(({ text, ...of }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...of, line })),
  );
  return placeholderLeftIn.check(readAs(pieces.map(({ line }) => line)), []).flatMap(({ mark, message }) => {
    const piece = mark === null ? undefined : pieces[mark.part];
    return piece === undefined ? [] : [{ question: piece.question, ask: piece.ask, why: message }];
  });
}

function readAs(lines: readonly string[]): ReadDocument {
  const nowhere = { section: null, line: null, page: null, ref: null, path: null };
  return {
    of: 'document',
    name: 'Cover paper',
    title: null,
    period: null,
    published_on: null,
    framework_id: null,
    pages: null,
    words: 0,
    parts: lines.map(
      (text, at): Prose => ({
        ...nowhere,
        kind: 'paragraph',
        at,
        text,
        voice: 'own',
        stance: 'fact',
        links: [],
        depth: 0,
      }),
    ),
    names: [],
  };
}

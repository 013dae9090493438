// How far a document's own text answers each duty of the yearly report, by the edition of Working Together it is held to, with
// the passages that speak to it. Reading alone finds a duty at most "partly" answered, unless a text can plainly show it; acts
// (publishing, sending, agreeing) cannot be seen in a text; and a duty nobody has confirmed only ever asks for a check.
import { duties } from '../frameworks/duties.ts';
import type { Duty } from '../frameworks/duty.ts';
import { type FrameworkId, frameworkInForce } from '../frameworks/framework.ts';
import { isProse, type ReadDocument } from '../reading/document.ts';
import {
  type Answered,
  type DutyPassage,
  type Question,
  type ReadAnswer,
  readAnswer,
} from './duty-passages.ts';
import { listWords } from './rule.ts';
import { type DutyQuestion, dutyQuestions } from './vocabulary/duty-questions.ts';

export type DutyStatus = 'met' | 'partly' | 'missing' | 'not-applicable' | 'check';

export interface DutyAnswer {
  duty: Duty;
  status: DutyStatus;
  /** Null for acts, which no text can show. */
  answered: Answered | null;
  passages: DutyPassage[];
  note: string;
  /** What a person could do next; '' where nothing. */
  next: string;
}

/** Which question a duty asks; those assumed to continue from an earlier edition ask what that one asks. */
export const questionOfDuty: Readonly<Record<string, DutyQuestion>> = {
  'YR18-02': 'what-was-done',
  'YR18-03': 'effectiveness',
  'YR18-04': 'impact',
  'YR18-05': 'little-progress',
  'YR18-06': 'review-recommendations',
  'YR18-07': 'voice',
  'YR18-08': 'restraint',
  'YR18-09': 'arrangements',
  'YR23-01': 'twelve-months',
  'YR23-02': 'what-was-done',
  'YR23-03': 'effectiveness',
  'YR23-04': 'partner-contribution',
  'YR23-05': 'scrutiny-themes',
  'YR23-06': 'impact',
  'YR23-07': 'learning-from-incidents',
  'YR23-08': 'review-recommendations',
  'YR23-09': 'voice',
  'YR23-10': 'costs',
  'YR23-11': 'education',
  'YR23-12': 'data-and-sharing',
  'YR23-13': 'arrangements',
  'YR23-14': 'reforms',
  'YR23-15': 'restraint',
  'YR23-16': 'little-progress',
  'YR26-20': 'impact',
  'YR26-21': 'disproportionality',
  'YR26-22': 'children-in-care',
};

const held = new WeakMap<ReadDocument, DutyAnswer[]>();

/** One answer for each duty of the edition, in order; none where no edition covers the document. */
export function dutyAnswers(document: ReadDocument): readonly DutyAnswer[] {
  const known = held.get(document);
  if (known) return known;
  const framework = editionOf(document);
  const answers = duties
    .filter((duty) => duty.framework === framework)
    .map((duty) => answerOf(document, duty));
  held.set(document, answers);
  return answers;
}

/** As the document says; otherwise the edition in force when a report on its period falls due. */
function editionOf(document: ReadDocument): FrameworkId | null {
  if (document.framework_id !== null) return document.framework_id;
  const day = document.published_on ?? (document.period && `${document.period.to_on.slice(0, 4)}-09-30`);
  return day === null ? null : (frameworkInForce(day)?.id ?? null);
}

function answerOf(document: ReadDocument, duty: Duty): DutyAnswer {
  if (duty.kind !== 'content') return actOf(document, duty);
  const name = questionOfDuty[duty.carried_from ?? duty.id];
  if (name === undefined) throw new RangeError(`No question is held for the duty ${duty.id}.`);
  const question: Question = dutyQuestions[name];
  const read = readAnswer(document, question);
  const answer = { duty, answered: read.answered, passages: read.passages };
  if (duty.condition === 'secure-establishment') return { ...answer, ...restraint(document, read) };
  const note = [read.note, duty.verified ? '' : UNVERIFIED].filter(Boolean).join(' ');
  if (!duty.verified) return { ...answer, status: 'check', note, next: nextFor(read) };
  if (read.answered === 'nothing') return { ...answer, status: 'missing', note, next: nextFor(read) };
  return { ...answer, status: read.plain ? 'met' : 'partly', note, next: nextFor(read) };
}

/** Stands at the end of the note of each duty that nobody has confirmed. */
export const UNVERIFIED = 'Please check: this duty has not yet been compared with the published text.';

const noSuchPlace = /\bno (?:\w+ ){0,2}secure (?:establishments?|children['’]s homes?|units?|estate)\b/i;

function restraint(document: ReadDocument, read: ReadAnswer): Pick<DutyAnswer, 'status' | 'note' | 'next'> {
  const none = document.parts.some((part) => isProse(part) && noSuchPlace.test(part.text));
  if (none)
    return {
      status: 'not-applicable',
      note: 'The text says that there is no secure establishment in the area.',
      next: '',
    };
  const note = read.answered === 'nothing' ? 'The text says nothing about restraint.' : read.note;
  return {
    status: 'check',
    note,
    next: 'Say whether there is a secure establishment in the area and, if so, how restraint is used there.',
  };
}

function nextFor(read: ReadAnswer): string {
  if (read.silent.length === 0) return '';
  return `See whether the report should say more on ${listWords(read.silent)}.`;
}

function actOf(document: ReadDocument, duty: Duty): DutyAnswer {
  const to = listWords((duty.recipients ?? []).map(({ name }) => name));
  const printed =
    document.published_on === null
      ? 'The report does not print the day it was published.'
      : 'It prints the day it was published.';
  const said = {
    publication: [
      `Whether it was published in time cannot be seen in its text. ${printed}`,
      'Record the day and the address of publication.',
    ],
    dispatch: [
      'Whether copies were sent cannot be seen in a text.',
      `Send a copy${to ? ` to ${to}` : ''}, and keep the acknowledgement.`,
    ],
    'sign-off': [
      'Who agreed and scrutinised the report cannot be seen in a text.',
      'Record who agreed it, in which role and when, and who scrutinised it.',
    ],
    content: ['', ''],
  }[duty.kind];
  const note = [said[0], duty.verified ? '' : UNVERIFIED].filter(Boolean).join(' ');
  return { duty, status: 'check', answered: null, passages: [], note, next: said[1] ?? '' };
}

// A request to see what is held about somebody (UK GDPR article 15; Data Protection Act 2018 schedules 2 and 3 for what may be
// left out). Its code lists, words and rules; today is an argument.
import { z } from 'zod';
import * as field from '../../../kernel/records/field.ts';

export const capacities = {
  self: 'The person whom the records are about',
  parent: 'Somebody with parental responsibility, for a child',
  representative: 'Somebody acting for the person, with their authority',
} as const;
export type Capacity = keyof typeof capacities;

export const requestStates = {
  open: 'Being worked on',
  answered: 'Answered',
  withdrawn: 'Withdrawn by the person who asked',
  refused: 'Refused',
} as const;
export type RequestState = keyof typeof requestStates;

export const pauseKinds = {
  identity: 'Who they are, or whether they may act for the person',
  clarification: 'What they mean, because much is held',
} as const;

export const decisions = {
  include: 'Give it whole',
  redact: 'Give it with words left out',
  withhold: 'Do not give it',
} as const;
export type Decision = keyof typeof decisions;

/**
 * Why something may be left out, with the words in which the person is told. Nothing of the record stands in them; where
 * already that there is something would give it away (to a suspect, to a parent who is feared), no word is said of it.
 */
export const grounds = {
  'third-party': {
    text: 'It is about somebody else',
    told: 'It is about other people, and it would not be right to give it without their agreement (Data Protection Act 2018, schedule 2 paragraph 16).',
  },
  'serious-harm': {
    text: 'It would be likely to cause serious harm (schedule 3). They are not told that there is something',
    told: '',
  },
  'best-interests': {
    text: 'A parent asks, and giving it would not be in the child’s best interests (schedule 3 part 5). They are not told that there is something',
    told: '',
  },
  crime: {
    text: 'It would hold up preventing or detecting crime (schedule 2 paragraph 2). They are not told that there is something',
    told: '',
  },
  'legal-privilege': {
    text: 'It is legal advice or made for legal proceedings',
    told: 'It is covered by legal professional privilege (Data Protection Act 2018, schedule 2 paragraph 19).',
  },
  originator: {
    text: 'The agency that gave it has not agreed, and has named its ground',
    told: 'The organisation that gave us this has told us that the law allows it to be held back. You can ask that organisation yourself.',
  },
  'not-about-them': {
    text: 'It was found by its words, and is not about this person',
    told: '',
  },
} as const;
export type Ground = keyof typeof grounds;

const groundWords = Object.fromEntries(Object.entries(grounds).map(([code, { text }]) => [code, text])) as {
  [G in Ground]: string;
};

const id = field.recordId({ label: 'Request', choose_from: 'requests', widget: 'hidden' });

export const subjectRequest = z.strictObject({
  about_ref: field.optional(
    field.text(
      {
        label: 'Whose records, if they are in the register',
        hint: 'Children in your circles, and people of the partnership',
        choose_from: 'subjects',
      },
      120,
    ),
  ),
  about_names: field.prose(
    {
      label: 'Names to look for',
      hint: 'One on each line: full name, former names, what they are called. A record is found when it holds all words of a line',
    },
    2000,
  ),
  about_dates: field.optional(
    field.text({ label: 'Dates they gave', hint: 'For example when they were born' }, 200),
  ),
  asked_by: field.text({ label: 'Who asks' }, 200),
  capacity: field.oneOf(capacities, { label: 'In what capacity', widget: 'radios' }),
  answer_to: field.optional(
    field.text({ label: 'Where the answer goes', hint: 'Their address, or how they will collect it' }, 500),
  ),
  asked_for: field.prose({ label: 'What they ask for', hint: 'In their own words' }, 4000),
  received_on: field.day({
    label: 'Received on',
    hint: 'By anybody in the partnership, in any form: the clock runs from then',
  }),
  circle_id: field.recordId({
    label: 'Circle of those who handle it',
    choose_from: 'circles',
    hint: 'Only they will see the request and its bundle',
  }),
});

export const subjectRequestChange = subjectRequest
  .omit({ circle_id: true })
  .extend({ id, seen_revision: field.seenRevision });

export const identityCheck = z.strictObject({
  id,
  identity_note: field.prose(
    { label: 'How you know who they are', hint: 'What you saw; do not keep a copy longer than you need it' },
    1000,
  ),
  authority_note: field.optional(
    field.prose(
      {
        label: 'How you know that they may ask for this person',
        hint: 'Parental responsibility, or the person’s authority; and whether a child who understands has been asked',
      },
      1000,
    ),
  ),
});

export const pause = z.strictObject({
  id,
  kind: field.oneOf(pauseKinds, { label: 'What you asked them', widget: 'radios' }),
  question: field.prose({ label: 'The question' }, 1000),
  from_on: field.day({ label: 'Asked on' }),
});

export const pauseEnd = z.strictObject({
  id,
  until_on: field.day({ label: 'They answered on' }),
});

export const extension = z.strictObject({
  id,
  extended_on: field.day({ label: 'They were told on', hint: 'Within the first month' }),
  extended_reason: field.prose(
    { label: 'Why it takes longer', hint: 'As they were told: it is complex, or they made several requests' },
    1000,
  ),
});

export const answer = z.strictObject({
  id,
  state: field.oneOf(
    { answered: 'Answered', withdrawn: 'They withdrew it', refused: 'Refused as unfounded or excessive' },
    { label: 'How it ended', widget: 'radios' },
  ),
  answered_on: field.day({ label: 'On' }),
  answered_how: field.prose({ label: 'How, and what they were told' }, 2000),
});

export const itemDecision = z.strictObject({
  item_id: field.recordId({ label: 'Record', choose_from: 'items', widget: 'hidden' }),
  seen_hash: z.string().length(64).meta({ label: 'What you read', widget: 'hidden' }),
  decision: field.oneOf(decisions, { label: 'What is given', widget: 'radios' }),
  passages: field.optional(
    field.prose(
      {
        label: 'Words to leave out',
        hint: 'One passage on each line, exactly as it stands in the record; each place where it stands is left out',
      },
      20_000,
    ),
  ),
  ground: field.optional(field.oneOf(groundWords, { label: 'Why something is left out' })),
  reason: field.optional(
    field.prose({ label: 'Your reasons', hint: 'Kept with the request; not given to the person' }, 2000),
  ),
});

/** The lines of names, each as its words; throws nothing: lines without a word of two letters are passed over. */
export function namesSought(about_names: string): string[][] {
  return about_names
    .split(/[\n;]+/)
    .map((line) =>
      line
        .trim()
        .split(/[\s,]+/)
        .filter((word) => word.length > 1),
    )
    .filter((words) => words.length > 0);
}

/** What stands between a request and its answer, in the order in which it is done. */
export function stepsLeft(request: {
  capacity: string;
  identity_checked_on: string | null;
  gathered_on: string | null;
  undecided: number;
  bundle_current: boolean;
}): string[] {
  const { undecided } = request;
  return [
    request.identity_checked_on === null &&
      (request.capacity === 'self'
        ? 'Check who they are'
        : 'Check who they are, and that they may ask for this person'),
    request.gathered_on === null && 'Gather the records',
    request.gathered_on !== null &&
      undecided > 0 &&
      (undecided === 1 ? 'Decide about 1 record' : `Decide about ${undecided} records`),
    !request.bundle_current && 'Make the bundle',
    'Give it, and record the answer',
  ].filter((step) => step !== false);
}

// The forms of the three lists of a year: something done, a claim, a next step; each to add, change and take out.
import type { z } from 'zod';
import type { Command, Query } from '../../kernel/operation/operation.ts';
import { html } from '../../kernel/pages/html.ts';
import { type AnyPage, form } from '../../kernel/pages/page.ts';
import { planPath, yearPath } from './drawing.ts';
import {
  addActivity,
  addClaim,
  addNextStep,
  changeActivity,
  changeClaim,
  changeNextStep,
  completeNextStep,
  readActivity,
  readClaimFields,
  readNextStep,
  withdrawActivity,
  withdrawClaim,
  withdrawNextStep,
} from './entry.operations.ts';

interface Place {
  year: string;
  priority_id: string | null;
  topic: string;
}
type Entry = Place & { id: string; revision: number };

const hrefOf = ({ year, priority_id, topic }: Place) =>
  priority_id === null
    ? `/plan/years/${year}/topics/${topic}`
    : `/plan/years/${year}/priorities/${priority_id}`;

interface EntryForms {
  path: string;
  words: { add: string; change: string; out: string; noun: string };
  add: Command<z.ZodType, Place>;
  change: Command<z.ZodType, Place>;
  withdraw: Command<z.ZodType, Place>;
  read: Query<z.ZodType, Entry>;
}

function formsOf({ path, words, add, change, withdraw, read }: EntryForms): AnyPage[] {
  const trail = (entry: Entry) => [
    planPath,
    yearPath(entry.year),
    { text: 'Where it stands', href: hrefOf(entry) },
  ];
  return [
    form({
      path: `${path}/new`,
      title: words.add,
      command: add,
      button: 'Add',
      next: hrefOf,
      done: 'Added to the plan',
      trail: () => [planPath],
    }),
    form({
      path: `${path}/:id/change`,
      title: words.change,
      command: change,
      before: read,
      values: (entry: Entry) => ({ ...entry, seen_revision: entry.revision }),
      fixed: ({ params }) => ({ id: params['id'] }),
      after: (_entry, view) =>
        html`<p class="govuk-body"><a class="govuk-link" href="${view.path.replace(/change$/, 'withdrawal')}">${words.out}</a></p>`,
      button: 'Save',
      next: hrefOf,
      done: 'Changed',
      trail,
    }),
    form({
      path: `${path}/:id/withdrawal`,
      title: words.out,
      command: withdraw,
      before: read,
      values: (entry: Entry) => ({ seen_revision: entry.revision }),
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: () =>
        html`<p class="govuk-body">It leaves the plan and every report that is not yet published. Its history stays.</p>`,
      button: 'Take it out',
      warning: true,
      next: hrefOf,
      done: `The ${words.noun} was taken out of the plan`,
      trail,
    }),
  ];
}

export const entryPages: AnyPage[] = [
  ...formsOf({
    path: '/plan/activities',
    words: {
      add: 'Add something that was done',
      change: 'Change something that was done',
      out: 'Take this out of the plan',
      noun: 'activity',
    },
    add: addActivity,
    change: changeActivity,
    withdraw: withdrawActivity,
    read: readActivity,
  }),
  ...formsOf({
    path: '/plan/claims',
    words: {
      add: 'Say what has changed',
      change: 'Change this claim',
      out: 'Take this claim out of the plan',
      noun: 'claim',
    },
    add: addClaim,
    change: changeClaim,
    withdraw: withdrawClaim,
    read: readClaimFields,
  }),
  ...formsOf({
    path: '/plan/next-steps',
    words: {
      add: 'Add a next step',
      change: 'Change a next step',
      out: 'Take this next step out of the plan',
      noun: 'next step',
    },
    add: addNextStep,
    change: changeNextStep,
    withdraw: withdrawNextStep,
    read: readNextStep,
  }),
  form({
    path: '/plan/next-steps/:id/completion',
    title: 'Record a next step as done',
    command: completeNextStep,
    before: readNextStep,
    values: (entry: Entry) => ({ seen_revision: entry.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Record as done',
    next: hrefOf,
    done: 'Recorded as done',
    trail: (entry: Entry) => [
      planPath,
      yearPath(entry.year),
      { text: 'Where it stands', href: hrefOf(entry) },
    ],
  }),
];

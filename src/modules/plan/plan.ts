// The plan: reporting years, priorities with one canonical name, strategies, and for each priority and year
// what was done → how we know it made a difference → what comes next.
import { z } from 'zod';
import { topics } from '../../kernel/evidence/topics.ts';
import {
  day,
  oneOf,
  optional,
  prose,
  recordId,
  seenRevision,
  text,
  whole,
  yes,
} from '../../kernel/records/field.ts';

export const yearLabel = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'Enter a reporting year such as 2024-25')
  .refine((label) => (Number(label.slice(0, 4)) + 1) % 100 === Number(label.slice(5)), {
    message: 'Enter a reporting year such as 2024-25',
  })
  .meta({ label: 'Reporting year', hint: 'April to March, such as 2024-25' });

export const reportingYearInput = z.strictObject({ label: yearLabel });

export const priority = z.strictObject({
  name: text({ label: 'Name of the priority', hint: 'The one name that every document should use' }, 200),
  description: optional(prose({ label: 'What it is about' }, 2000)),
});

export const priorityName = z.strictObject({
  priority_id: recordId({ label: 'Priority', choose_from: 'priorities' }),
  name: text({ label: 'Other name' }, 200),
  allowed: yes({ label: 'This short form may be used' }),
  from_on: optional(day({ label: 'Used from' })),
  until_on: optional(day({ label: 'Used until' })),
  source: optional(text({ label: 'Where this is stated' })),
});

export const focusEnds = {
  promoted: 'Stays promoted, no longer a focus',
  priority: 'Becomes a priority or focus of its own',
  ended: 'Ended',
} as const;

export const priorityFocus = z.strictObject({
  priority_id: recordId({ label: 'Priority', choose_from: 'priorities' }),
  focus: text({ label: 'Focus' }, 200),
  from_on: optional(day({ label: 'From' })),
  until_on: optional(day({ label: 'Until' })),
  became: optional(oneOf(focusEnds, { label: 'What became of it' })),
  successor_id: optional(
    recordId({
      label: 'Carried on in',
      choose_from: 'priorities',
      hint: 'Its measures do not follow unless someone links them',
    }),
  ),
  note: optional(prose({ label: 'Note' }, 1000)),
  source: optional(text({ label: 'Where this is stated' })),
});

export const priorityYear = z.strictObject({
  priority_id: recordId({ label: 'Priority', choose_from: 'priorities' }),
  year: yearLabel,
  number: whole({ label: 'Number in the plan' }, 1, 99),
  statement: optional(prose({ label: 'What the partnership wants to achieve' }, 2000)),
});

export const strategyKinds = {
  strategy: 'Strategy',
  plan: 'Plan',
  framework: 'Framework or practice model',
  pledge: 'Pledge or covenant',
  protocol: 'Protocol',
  guidance: 'Guidance',
  campaign: 'Campaign',
  programme: 'Programme',
} as const;

export const strategy = z.strictObject({
  name: text({ label: 'Title' }, 300),
  kind: oneOf(strategyKinds, { label: 'Kind' }),
  priority_id: optional(recordId({ label: 'Priority', choose_from: 'priorities' })),
  from_on: optional(day({ label: 'From' })),
  until_on: optional(day({ label: 'Until' })),
  launched_label: optional(text({ label: 'Launched', hint: 'As printed, for example “Autumn 2024”' }, 80)),
  supersedes_id: optional(recordId({ label: 'Replaces', choose_from: 'strategies' })),
  source: optional(text({ label: 'Where this is stated' })),
});

const place = {
  year: yearLabel,
  priority_id: optional(recordId({ label: 'Priority', choose_from: 'priorities' })),
  topic: oneOf(topics, { label: 'Place in the yearly report' }),
  position: whole({ label: 'Order on the page' }).default(100),
};
const where = {
  source_id: optional(recordId({ label: 'Source', choose_from: 'sources' })),
  locator: optional(text({ label: 'Place in the source', hint: 'Page, paragraph or line' }, 120)),
};

export const activity = z.strictObject({
  ...place,
  text: prose({ label: 'What was done' }, 4000),
  agency_id: optional(recordId({ label: 'By which agency', choose_from: 'agencies' })),
  body_id: optional(recordId({ label: 'By which body', choose_from: 'bodies' })),
  from_on: optional(day({ label: 'From' })),
  to_on: optional(day({ label: 'To' })),
  when_label: optional(text({ label: 'When, as recorded', hint: 'For example “Autumn 2024”' }, 80)),
  reach: optional(whole({ label: 'How many it reached' })),
  reach_label: optional(text({ label: 'Whom it reached', hint: 'For example “secondary pupils”' }, 120)),
  ...where,
});

export const abouts = {
  practice: 'How people work',
  children: 'What is different for children or families',
  reach: 'How many were reached (never an effect by itself)',
} as const;

export const claim = z.strictObject({
  ...place,
  statement: prose({ label: 'What has changed', hint: 'Say what, for whom, and by how much' }, 2000),
  about: oneOf(abouts, { label: 'What the claim is about', widget: 'radios' }),
  for_whom: optional(text({ label: 'For whom' }, 200)),
  headline: yes({
    label: 'A headline claim of impact',
    hint: 'It stands in the summary and must be compared with something',
  }),
  ...where,
});

export const nextStep = z.strictObject({
  ...place,
  text: prose({ label: 'What comes next' }, 4000),
  owner_agency_id: optional(recordId({ label: 'Owner (agency)', choose_from: 'agencies' })),
  owner_body_id: optional(recordId({ label: 'Owner (body)', choose_from: 'bodies' })),
  due_on: optional(day({ label: 'Due' })),
  due_label: optional(text({ label: 'Due, as recorded' }, 80)),
  ...where,
});

/** A change to one of the three lists: the same fields, the record's id, and the revision the person saw. */
export const changeOf = {
  id: z.uuid().meta({ label: 'Record', widget: 'hidden' }),
  seen_revision: seenRevision,
};

export const withdrawal = z.strictObject({
  ...changeOf,
  reason: prose({ label: 'Why it is taken out', hint: 'It stays in the history' }, 500),
});

export const nextStepDone = z.strictObject({
  ...changeOf,
  done_on: day({ label: 'Done on' }),
  done_note: optional(prose({ label: 'What was done' }, 2000)),
});

/** `evidence_ref` is a reference such as `evidence.item/…`, which the room it belongs to resolves. */
export const citation = z.strictObject({
  claim_id: recordId({ label: 'Claim', choose_from: 'claims' }),
  evidence_ref: text({ label: 'Evidence', choose_from: 'evidence' }, 160),
  purpose: oneOf(
    {
      baseline: 'The figure before',
      'follow-up': 'The figure after',
      supports: 'Supports it in another way',
      answers: 'Answers a question or recommendation',
    },
    {
      label: 'What it is for',
      widget: 'radios',
      hint: 'A change counts as measured when there is a figure before and one after, in the same unit and counted the same way',
    },
  ),
});

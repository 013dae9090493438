// The thread: finding → recommendation → decision → action → check → effect. Their words, schemas and lifecycles.
// Every room records them through this room, so that what is open, late or unchecked is one query.
import { z } from 'zod';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';
import { matters } from '../governance/index.ts';

export const strands = {
  finding: 'Finding',
  recommendation: 'Recommendation',
  decision: 'Decision',
  action: 'Action',
  'check-made': 'Check',
  effect: 'Effect',
} as const;
export type Strand = keyof typeof strands;

/** A connection runs forwards only: what may follow what. */
export const follows: Record<Strand, readonly Strand[]> = {
  finding: ['recommendation', 'decision', 'action'],
  recommendation: ['recommendation', 'decision', 'action'],
  decision: ['action', 'effect'],
  action: ['check-made', 'effect'],
  'check-made': ['effect', 'finding', 'action'],
  effect: ['finding'],
};

export const findingStates = { open: 'Open', answered: 'Answered', closed: 'Closed' } as const;
export const recommendationStates = {
  made: 'Made',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  'put-in-place': 'Put in place',
  closed: 'Closed',
  'not-accepted': 'Not accepted',
} as const;
export const actionStates = {
  planned: 'Planned',
  'in-progress': 'In progress',
  done: 'Done, not yet checked',
  checked: 'Done and checked',
  stopped: 'Stopped',
} as const;
export const effectStates = {
  expected: 'Expected',
  seen: 'Seen',
  'not-seen': 'Looked for and not seen',
} as const;
export const responses = {
  'not-yet': 'No response recorded',
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  'not-accepted': 'Not accepted',
} as const;
export type Response = keyof typeof responses;
export const checkResults = {
  'in-place': 'In place',
  'partly-in-place': 'Partly in place',
  'not-in-place': 'Not in place',
} as const;

/** Lifecycles: from each state, the states it may go to. */
export const findingMoves = {
  open: ['answered', 'closed'],
  answered: ['closed', 'open'],
  closed: ['open'],
} as const;
export const recommendationMoves = {
  made: ['accepted', 'not-accepted'],
  accepted: ['in-progress', 'put-in-place'],
  'in-progress': ['put-in-place'],
  'put-in-place': ['closed', 'in-progress'],
  closed: [],
  'not-accepted': ['accepted'],
} as const;
export const actionMoves = {
  planned: ['in-progress', 'done', 'stopped'],
  'in-progress': ['done', 'stopped'],
  done: ['checked', 'in-progress'],
  checked: [],
  stopped: ['planned'],
} as const;
export const effectMoves = { expected: ['seen', 'not-seen'], seen: [], 'not-seen': ['expected'] } as const;

/** Whether a lifecycle lets one state follow another. */
export function mayMove(moves: Record<string, readonly string[]>, from: string, to: string): boolean {
  return moves[from]?.includes(to) ?? false;
}

/**
 * The state after a response, or null where the response comes too late: accepting opens the way to action, and once
 * accepted a recommendation can no longer be turned down.
 */
export function stateAfterResponse(state: string, response: keyof typeof responses): string | null {
  if (response === 'not-yet') return state === 'made' ? 'made' : null;
  const to = response === 'not-accepted' ? 'not-accepted' : 'accepted';
  if (to === state || mayMove(recommendationMoves, state, to)) return to;
  // The words of an acceptance may still be mended after work began.
  return to === 'accepted' ? state : null;
}

/** What a move asks: the record, as it was seen, and the state it is to go to. */
function move<const C extends Record<string, string>>(choose_from: string, states: C) {
  return z.strictObject({
    id: recordId({ label: 'Record', choose_from, widget: 'hidden' }),
    seen_revision: seenRevision,
    state: oneOf(states, { label: 'Where it stands', widget: 'radios' }),
  });
}

export const findingMove = move('findings', findingStates);
/** Whether it is accepted is said by the response, so that nobody accepts without saying so. */
export const recommendationMove = move('recommendations', {
  'in-progress': 'In progress',
  'put-in-place': 'Put in place',
  closed: 'Closed',
});
export const actionResumption = z.strictObject({
  id: recordId({ label: 'Action', choose_from: 'actions', widget: 'hidden' }),
  seen_revision: seenRevision,
});

const where = {
  source: optional(text({ label: 'Source', hint: 'The document or meeting it comes from' }, 300)),
  locator: optional(text({ label: 'Place in the source', hint: 'Page, paragraph or line' }, 120)),
};
/** What it follows on the thread: a reference such as `thread.finding/…`. */
const after = z
  .array(z.string())
  .default([])
  .meta({ label: 'Follows', hint: 'What on the thread this comes from', choose_from: 'strands' });
const circle = {
  circle_id: optional(
    recordId({
      label: 'Circle',
      choose_from: 'circles',
      none: 'None: everybody in the partnership may see it',
      hint: 'Only if few may see it',
    }),
  ),
};

export const finding = z.strictObject({
  title: text({ label: 'Finding' }, 200),
  text: prose({ label: 'What was found' }),
  found_on: optional(day({ label: 'Found on' })),
  ...where,
  ...circle,
  after,
});

export const recommendation = z.strictObject({
  gist: prose(
    { label: 'What is recommended', hint: 'The gist in plain words; the exact wording stays in the source' },
    2000,
  ),
  made_by: text({ label: 'Made by', hint: 'A role or body, for example “Independent scrutineer”' }, 200),
  made_on: optional(day({ label: 'Made on' })),
  ...where,
  to_body_id: optional(recordId({ label: 'Addressed to', choose_from: 'bodies' })),
  owner_agency_id: optional(recordId({ label: 'Owner (agency)', choose_from: 'agencies' })),
  owner_person_id: optional(recordId({ label: 'Owner (person)', choose_from: 'people' })),
  due_on: optional(day({ label: 'Due' })),
  repeats_id: optional(
    recordId({
      label: 'Repeats',
      choose_from: 'recommendations',
      hint: 'An earlier recommendation it says again',
    }),
  ),
  ...circle,
  after,
});

export const recommendationResponse = z.strictObject({
  id: recordId({ label: 'Recommendation', choose_from: 'recommendations', widget: 'hidden' }),
  seen_revision: seenRevision,
  response: oneOf(responses, { label: 'Response', widget: 'radios' }),
  response_text: optional(prose({ label: 'What the partnership says' }, 2000)),
  responded_on: optional(day({ label: 'Responded on' })),
  owner_agency_id: optional(recordId({ label: 'Owner (agency)', choose_from: 'agencies' })),
  due_on: optional(day({ label: 'Due' })),
});

export const decision = z.strictObject({
  body_id: recordId({ label: 'Taken by', choose_from: 'bodies' }),
  taken_on: day({ label: 'Taken on' }),
  taken_label: optional(
    text(
      {
        label: 'Day as recorded',
        hint: 'If the source prints only a month: “May 2024”. Enter the first of the month above',
      },
      80,
    ),
  ),
  text: prose({ label: 'Decision' }, 4000),
  matter: oneOf(matters, { label: 'What it decides' }),
  ...where,
  ...circle,
  after,
});

export const ratification = z.strictObject({
  id: recordId({ label: 'Decision', choose_from: 'decisions', widget: 'hidden' }),
  seen_revision: seenRevision,
  ratified_by_id: recordId({ label: 'Ratified by', choose_from: 'bodies' }),
  ratified_on: day({ label: 'Ratified on' }),
});

export const action = z.strictObject({
  text: prose({ label: 'Action' }, 2000),
  owner_agency_id: optional(recordId({ label: 'Owner (agency)', choose_from: 'agencies' })),
  owner_person_id: optional(recordId({ label: 'Owner (person)', choose_from: 'people' })),
  due_on: optional(day({ label: 'Due' })),
  ...where,
  ...circle,
  after,
});

/** Who owes an action and by when; the words of an action do not change after it was agreed. */
export const actionOwnership = z.strictObject({
  id: recordId({ label: 'Action', choose_from: 'actions', widget: 'hidden' }),
  seen_revision: seenRevision,
  owner_agency_id: optional(recordId({ label: 'Owner (agency)', choose_from: 'agencies' })),
  owner_person_id: optional(recordId({ label: 'Owner (person)', choose_from: 'people' })),
  due_on: optional(day({ label: 'Due' })),
});

export const actionReport = z.strictObject({
  id: recordId({ label: 'Action', choose_from: 'actions', widget: 'hidden' }),
  seen_revision: seenRevision,
  state: oneOf(
    { 'in-progress': 'In progress', done: 'Done', stopped: 'Stopped' },
    { label: 'Where it stands', widget: 'radios' },
  ),
  done_on: optional(day({ label: 'Done on' })),
  done_note: optional(prose({ label: 'What was done' }, 2000)),
});

export const checkMade = z.strictObject({
  action_id: recordId({ label: 'Action checked', choose_from: 'actions' }),
  text: prose({ label: 'What was checked, and how' }, 2000),
  checked_on: day({ label: 'Checked on' }),
  checked_by_role: text(
    { label: 'Checked by (role)', hint: 'Someone other than the owner of the action' },
    200,
  ),
  result: oneOf(checkResults, { label: 'Result', widget: 'radios' }),
});

export const effect = z.strictObject({
  expected: prose({ label: 'What should be different', hint: 'For children, families or practice' }, 2000),
  ...circle,
  after,
});

export const effectSeen = z.strictObject({
  id: recordId({ label: 'Effect', choose_from: 'effects', widget: 'hidden' }),
  seen_revision: seenRevision,
  state: oneOf(
    { seen: 'Seen', 'not-seen': 'Looked for and not seen' },
    { label: 'What was seen', widget: 'radios' },
  ),
  observed: prose({ label: 'What was seen' }, 2000),
  observed_on: day({ label: 'Seen on' }),
  baseline_ref: optional(text({ label: 'Measure before', choose_from: 'evidence' }, 120)),
  follow_up_ref: optional(text({ label: 'Measure after', choose_from: 'evidence' }, 120)),
});

// A body: any group that meets for the partnership (executive, sub-group, meeting, panel), with its former names,
// terms of reference, the seats agencies hold and the matters it may decide.
import { z } from 'zod';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';
import { nameKinds } from './agency.ts';

export const bodyKinds = {
  'lead-safeguarding-partners': 'Lead safeguarding partners',
  executive: 'Executive (delegated safeguarding partners)',
  'sub-group': 'Sub-group',
  'task-group': 'Task and finish group',
  meeting: 'Standing meeting',
  panel: 'Panel',
  board: 'Linked board',
  joint: 'Joint body with another partnership',
  'wider-partnership': 'Wider partnership',
  'business-unit': 'Business unit',
} as const;

/** Matters that not every body may decide. Working Together keeps some with the lead safeguarding partners. */
export const matters = {
  ordinary: 'Ordinary business',
  funding: 'Funding and each partner’s share',
  'published-arrangements': 'The published arrangements',
  'yearly-report': 'Sign-off of the yearly report',
  priorities: 'Priorities and strategic direction',
  'scrutiny-plan': 'Independent scrutiny',
  'threshold-document': 'Threshold document',
  'local-review': 'Local child safeguarding practice review',
} as const;
export type Matter = keyof typeof matters;

/** Matters reserved to the lead safeguarding partners unless they delegate them (Working Together 2023 ch.2). */
export const reservedMatters: readonly Matter[] = [
  'funding',
  'published-arrangements',
  'yearly-report',
  'priorities',
  'scrutiny-plan',
  'threshold-document',
];

export const body = z.strictObject({
  name: text({ label: 'Name of the body' }, 200),
  kind: oneOf(bodyKinds, { label: 'Kind of body' }),
  terms_of_reference: optional(prose({ label: 'Terms of reference' })),
  cadence: optional(text({ label: 'How often it meets' }, 120)),
  reports_to_id: optional(recordId({ label: 'Reports to', choose_from: 'bodies' })),
  shared_with: optional(
    text({ label: 'Shared with', hint: 'Only for a joint body: the other partnership' }, 200),
  ),
  from_on: optional(day({ label: 'Set up on' })),
  until_on: optional(day({ label: 'Ended on' })),
  source: optional(text({ label: 'Where this is stated' })),
});

export const bodyChange = body.extend({
  id: recordId({ label: 'Body', choose_from: 'bodies', widget: 'hidden' }),
  seen_revision: seenRevision,
});

export const bodyName = z.strictObject({
  body_id: recordId({ label: 'Body', choose_from: 'bodies' }),
  name: text({ label: 'Other name' }, 200),
  kind: oneOf(nameKinds, { label: 'Kind of name', widget: 'radios' }),
  from_on: optional(day({ label: 'Used from' })),
  until_on: optional(day({ label: 'Used until' })),
  source: optional(prose({ label: 'Where this is stated' }, 500)),
});

export const seat = z.strictObject({
  body_id: recordId({ label: 'Body', choose_from: 'bodies' }),
  agency_id: recordId({ label: 'Agency', choose_from: 'agencies' }),
  title: text({ label: 'Seat', hint: 'For example “Delegated safeguarding partner, health”' }, 200),
  from_on: optional(day({ label: 'From' })),
  until_on: optional(day({ label: 'Until' })),
  source: optional(text({ label: 'Where this is stated' })),
});

export const authority = z.strictObject({
  body_id: recordId({ label: 'Body', choose_from: 'bodies' }),
  matter: oneOf(matters, { label: 'What it may decide' }),
  from_on: day({ label: 'From' }),
  until_on: optional(day({ label: 'Until' })),
  source: optional(text({ label: 'Where this is stated' })),
});

/** The day from which a seat or an authority no longer counts. */
export const termEnd = z.strictObject({
  id: recordId({ label: 'Record', choose_from: 'terms', widget: 'hidden' }),
  until_on: day({ label: 'Until', hint: 'The first day on which it no longer holds' }),
});

/**
 * Whether a body could decide a matter on a day: lead safeguarding partners always, others where the matter is
 * not reserved or was delegated to them in force on that day.
 */
export function holdsAuthority(
  decider: { kind: string },
  matter: Matter,
  on: string,
  delegations: { matter: string; from_on: string; until_on: string | null }[],
): boolean {
  if (decider.kind === 'lead-safeguarding-partners' || !reservedMatters.includes(matter)) return true;
  return delegations.some(
    (d) => d.matter === matter && d.from_on <= on && (d.until_on === null || on < d.until_on),
  );
}

// A legal hold: what an inquiry, a court or an investigation may still ask for is neither disposed of nor redacted, however
// old it is (Inquiries Act 2005 section 35; domain handbook 5.9).
import { z } from 'zod';
import { isRef } from '../../kernel/evidence/evidence.ts';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';

export const scopes = {
  record: 'One record',
  kind: 'Every record of a kind',
  everything: 'Everything the partnership holds',
} as const;

export const legalHold = z
  .strictObject({
    scope: oneOf(scopes, { label: 'What is held', widget: 'radios' }),
    ref: optional(
      text({ label: 'The record', hint: 'For one record: its reference, such as thread.finding/0199…' }, 200),
    ),
    kind: optional(
      text(
        { label: 'The kind of record', hint: 'For every record of a kind', choose_from: 'held-kinds' },
        80,
      ),
    ),
    reason: prose({ label: 'Why', hint: 'For example the inquiry, and who asked. Name no child' }, 2000),
    from_on: day({ label: 'Held since' }),
  })
  .refine(({ scope, ref }) => scope !== 'record' || (ref !== null && isRef(ref)), {
    path: ['ref'],
    message: 'Enter the reference of the record, such as thread.finding/0199…',
  })
  .refine(({ scope, kind }) => scope !== 'kind' || kind !== null, {
    path: ['kind'],
    message: 'Choose the kind of record',
  });

export const lifting = z.strictObject({
  id: recordId({ label: 'Hold', choose_from: 'holds', widget: 'hidden' }),
  seen_revision: seenRevision,
  reason: prose(
    { label: 'Why it is lifted', hint: 'For example who confirmed that the records are no longer needed' },
    2000,
  ),
});

export interface Hold {
  id: string;
  scope: string;
  subject: string | null;
  reason: string;
}

/** The hold that keeps these references, or undefined. */
export function holdOn(holds: readonly Hold[], refs: readonly string[]): Hold | undefined {
  const kinds = refs.map((ref) => ref.slice(0, ref.indexOf('/')));
  return holds.find(
    ({ scope, subject }) =>
      scope === 'everything' || (subject !== null && (scope === 'record' ? refs : kinds).includes(subject)),
  );
}

// A disposal: a frozen list of records past their retention, proposed by one person, agreed by another, carried out, and
// proved by its certificate (UK GDPR article 5(1)(e) and 5(2)).
import { z } from 'zod';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { prose, recordId, text, whole } from '../../kernel/records/field.ts';

export const disposalStates = {
  proposed: 'Proposed, waits for a second person',
  agreed: 'Agreed, not yet carried out',
  'carried-out': 'Carried out',
  cancelled: 'Cancelled',
} as const;
export type DisposalState = keyof typeof disposalStates;

/** The lifecycle: what may follow each state. */
export const disposalMoves = {
  proposed: ['agreed', 'cancelled'],
  agreed: ['carried-out', 'cancelled'],
  'carried-out': [],
  cancelled: [],
} as const satisfies Record<DisposalState, readonly DisposalState[]>;

/** The most that one list may hold, so that it can be looked through and is carried out in one go. */
export const mostOnList = 200;

export const proposal = z.strictObject({
  declaration: text({ label: 'Kind of record', choose_from: 'due-records' }, 200),
  most: whole(
    { label: 'How many at most', hint: 'The longest past their retention come first' },
    1,
    mostOnList,
  ).default(mostOnList),
  reason: prose(
    { label: 'Why they are no longer needed', hint: 'It stands on the certificate. Name nobody' },
    1000,
  ),
});

const oneDisposal = { id: recordId({ label: 'Disposal', choose_from: 'disposals', widget: 'hidden' }) };
export const ofDisposal = z.strictObject(oneDisposal);
export const cancellation = z.strictObject({
  ...oneDisposal,
  reason: prose({ label: 'Why it is cancelled' }, 1000),
});

export interface Listed {
  ref: string;
  due_year: number;
}

export interface Counts {
  /** Records of the list. */
  records: number;
  /** Rows that belonged to them: files, appointments, notes. */
  belonging: number;
  /** Versions that were blanked, of all of these. */
  versions: number;
  files: number;
  /** Results, jobs and drafts that held a copy. */
  copies: number;
}

/** The fingerprint by which a list is known again. */
export function listHash(list: readonly Listed[]): string {
  return contentHash(list);
}

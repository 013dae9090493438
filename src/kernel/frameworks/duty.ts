// One numbered duty of a yearly report: what the edition of Working Together in force asks the report to contain, or the
// partners to do with it. A duty is data, so the report room can list, count and show evidence for each, edition by edition.

import type { Limit } from '../calendar/clocks.ts';
import type { Topic } from '../evidence/topics.ts';
import type { FrameworkId } from './framework.ts';
import { isVerified, type Mark, type Obligation } from './provenance.ts';

/** Content is written into the report; the others are acts: putting it before the public, sending it, agreeing it. */
export type DutyKind = 'content' | 'publication' | 'dispatch' | 'sign-off';

export interface DutyClock {
  /** What starts the clock, in words. */
  trigger: string;
  limit: Limit;
  mark: Mark;
  verified: boolean;
}

export interface Recipient {
  name: string;
  mark: Mark;
  verified: boolean;
}

export interface Duty {
  id: string;
  framework: FrameworkId;
  title: string;
  requirement: string;
  obligation: Obligation;
  kind: DutyKind;
  source: string;
  mark: Mark;
  verified: boolean;
  /** Topics of evidence that speak to the duty. Empty for acts, which are shown by a date and a name instead. */
  needs: readonly Topic[];
  /** The duty applies only where this is true of the area. */
  condition?: 'secure-establishment';
  clock?: DutyClock;
  recipients?: readonly Recipient[];
  /** The duty of an earlier edition that this one is assumed to continue. */
  carried_from?: string;
  notes?: string;
}

export type DutyRow = Omit<Duty, 'framework' | 'verified' | 'clock' | 'recipients'> & {
  clock?: Omit<DutyClock, 'verified'>;
  recipients?: readonly Omit<Recipient, 'verified'>[];
};

/** Fills in what follows from the rest: the edition, and whether each part counts as verified. */
export function dutiesOf(framework: FrameworkId, rows: readonly DutyRow[]): Duty[] {
  return rows.map(({ clock, recipients, ...row }) => ({
    ...row,
    framework,
    verified: isVerified(row.mark),
    ...(clock && { clock: { ...clock, verified: isVerified(clock.mark) } }),
    ...(recipients && {
      recipients: recipients.map((recipient) => ({ ...recipient, verified: isVerified(recipient.mark) })),
    }),
  }));
}

// The partnership's own retention schedule. The years that Golden Thread proposes are no law: the host council's schedule
// comes first, from the day it says (UK GDPR article 5(1)(e); domain handbook 5.9).
import { z } from 'zod';
import { day, prose, text, whole } from '../../kernel/records/field.ts';
import type { Retained } from './declared.ts';

export const retentionRule = z.strictObject({
  declaration: text({ label: 'Kind of record', choose_from: 'retained-records' }, 200),
  years: whole({ label: 'Years kept', hint: 'Counted from the event that the register names' }, 0, 150),
  reason: prose({ label: 'Why so long, and not longer' }, 1000),
  source: text(
    { label: 'Where it is decided', hint: 'For example “Council retention schedule 2024, line 112”' },
    300,
  ),
  from_on: day({ label: 'In force from' }),
});

export interface OwnRule {
  declaration: string;
  years: number;
  reason: string;
  source: string;
  from_on: string;
}

export interface RuleInForce {
  years: number;
  after: string;
  /** The partnership's own decision; null where it is only what Golden Thread proposes. */
  own: OwnRule | null;
}

/** The rule for a kind of record on a day: the latest of the partnership's own that is in force, or what we propose. */
export function ruleInForce(declaration: Retained, own: readonly OwnRule[], on: string): RuleInForce {
  const { years, after } = declaration.retention;
  const [latest] = own
    .filter((rule) => rule.declaration === declaration.name && rule.from_on <= on)
    .toSorted((a, b) => (a.from_on < b.from_on ? 1 : -1));
  return { years: latest?.years ?? years, after, own: latest ?? null };
}

export function ruleWords({ years, after }: Pick<RuleInForce, 'years' | 'after'>): string {
  return `${years === 1 ? '1 year' : `${years} years`} after ${after}`;
}

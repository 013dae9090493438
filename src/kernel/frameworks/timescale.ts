// One time limit of the field as dated data: what starts it, what must happen, how long, who, and how binding. A rule that
// has not been confirmed, is set locally, or starts at an event on which sources differ can be settled by an administrator
// with a local row. Rules that are confirmed and national cannot be bent from a settings page.

import type { Limit } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import { isVerified, type Mark, type Obligation } from './provenance.ts';

/** What one area is known to do where there is no national number, or a different one. Shown as an example, not applied. */
export interface LocalExample {
  place: string;
  limit: Limit;
  mark: Mark;
}

export interface Timescale {
  id: string;
  trigger: string;
  act: string;
  limit: Limit;
  who: string;
  obligation: Obligation;
  source: string;
  mark: Mark;
  /** False means the clock may ask for a check and never report a breach. */
  verified: boolean;
  /** First day this table speaks for. Some rules are older. */
  in_force_from: Day;
  in_force_until: Day | null;
  /** The act comes round again: the limit is the longest gap allowed. */
  repeats?: true;
  /** Where sources differ on what starts the clock: the one used, and those that may be chosen. */
  start_event?: string;
  start_events?: Readonly<Record<string, string>>;
  /** A rule that is a threshold rather than a time limit. */
  threshold?: { at_least: number; unit: string };
  local_examples?: readonly LocalExample[];
  notes?: string;
}

/** A partnership's own answer, recorded with its reason by an administrator. */
export interface LocalRule {
  rule_id: string;
  limit?: Limit;
  start_event?: string;
  /** True when the partnership confirms the text has been read. Only then can its clock report a breach. */
  verified: boolean;
  reason: string;
  source: string;
  in_force_from: Day;
  in_force_until: Day | null;
}

export interface RuleInForce extends Timescale {
  /** The local row that settled this rule, if one did. */
  settled_by: LocalRule | null;
}

export function timescales(rows: readonly Omit<Timescale, 'verified'>[]): Timescale[] {
  return rows.map((row) => ({ ...row, verified: isVerified(row.mark) }));
}

/** True when an administrator may set this rule's limit: it is local, or it has not been confirmed. */
export function isLimitOpen(rule: Timescale): boolean {
  return !rule.verified || rule.obligation === 'local' || rule.limit === 'local';
}

/** The rule with a local row applied. Throws RangeError when the row may not change what it tries to change. */
export function settle(rule: Timescale, local: LocalRule): RuleInForce {
  if (local.reason.trim() === '') throw new RangeError(`Say why the local timescale for ${rule.id} differs.`);
  if (local.limit !== undefined && !isLimitOpen(rule)) {
    throw new RangeError(
      `The limit of ${rule.id} is national and confirmed, so it cannot be set locally. A shorter local aim can be kept as a target.`,
    );
  }
  if (
    local.start_event !== undefined &&
    !(rule.start_events && Object.hasOwn(rule.start_events, local.start_event))
  ) {
    const choices = Object.keys(rule.start_events ?? {}).join(', ') || 'none';
    throw new RangeError(
      `${rule.id} cannot start at “${local.start_event}”. What can be chosen: ${choices}.`,
    );
  }
  const { limit, start_event } = local;
  return {
    ...rule,
    ...(limit !== undefined && { limit, verified: local.verified, source: local.source }),
    ...(start_event !== undefined && { start_event }),
    settled_by: local,
  };
}

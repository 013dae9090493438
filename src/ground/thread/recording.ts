// What every act on the thread shares: its input is parsed wherever it comes from, a circle must be one's own, a move must
// be in the lifecycle, and nothing was done tomorrow.
import type { z } from 'zod';
import type { Ref } from '../../kernel/evidence/evidence.ts';
import type { CommandContext, QueryContext } from '../../kernel/operation/operation.ts';
import { parseInput } from '../../kernel/operation/input.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { mayMove } from './thread.ts';

/** A strand as it was recorded. */
export interface Recorded {
  id: string;
  ref: Ref;
}

/** Other rooms record with only the fields they know; the rest is "not recorded". */
export function asInput<I extends z.ZodType>(schema: I, input: z.input<I>): z.output<I> {
  return parseInput(schema, input);
}

/** A record may only be put into a circle by somebody who is in it. */
export function refuseStrangeCircle({ actor }: QueryContext, circle_id: string | null): void {
  if (circle_id === null || actor.circle_ids.includes(circle_id)) return;
  throw new InvalidInput({ circle_id: 'Choose a circle that you are in' });
}

export function refuseMove(
  moves: Record<string, readonly string[]>,
  words: Record<string, string>,
  from: string,
  to: string,
): void {
  if (mayMove(moves, from, to)) return;
  const ways = (moves[from] ?? []).map((state) => `“${words[state] ?? state}”`);
  const open = ways.length === 0 ? 'It goes no further.' : `From there it can go to ${ways.join(' or ')}.`;
  throw new Conflict(
    `It stands at “${words[from] ?? from}”, so it cannot go to “${words[to] ?? to}”. ${open} Open it again to see where it is now.`,
  );
}

export function refuseFuture({ today }: CommandContext, days: Record<string, string | null>): void {
  const ahead = Object.entries(days).filter(([, day]) => day !== null && day > today);
  if (ahead.length === 0) return;
  throw new InvalidInput(
    Object.fromEntries(
      ahead.map(([field]) => [field, 'This day has not come yet. Enter today or a day before']),
    ),
  );
}

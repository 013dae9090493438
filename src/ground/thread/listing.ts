// How lists of the thread are asked for: by state, by owning agency, and only what is overdue. Filters come from addresses
// as text, and an empty one means "any".
import { z } from 'zod';
import type { QueryContext } from '../../kernel/operation/operation.ts';

export function listInput<const C extends Record<string, string>>(states: C) {
  const codes = Object.keys(states) as [keyof C & string, ...(keyof C & string)[]];
  return z.strictObject({
    state: z.enum(codes).or(z.literal('')).optional(),
    agency: z.uuid().or(z.literal('')).optional(),
    overdue: z.enum(['yes', '']).optional(),
  });
}

export interface ListFilter {
  state: string;
  agency: string;
  overdue: boolean;
}

export function filterOf(input: {
  state?: string | undefined;
  agency?: string | undefined;
  overdue?: string | undefined;
}): ListFilter {
  return { state: input.state ?? '', agency: input.agency ?? '', overdue: input.overdue === 'yes' };
}

/** The first values of every list: $1 partnership, $2 the actor's circles, $3 state or null. */
export function listValues(
  { actor, partnership }: QueryContext,
  filter: Pick<ListFilter, 'state'>,
): unknown[] {
  return [partnership.id, actor.circle_ids, filter.state === '' ? null : filter.state];
}

/** The condition every list begins with; the index answers it, and row-level security confirms it. */
export function visible(alias: string, state = 'state'): string {
  return `${alias}.partnership_id = $1 and (${alias}.circle_id is null or ${alias}.circle_id = any($2::uuid[]))
    and ($3::text is null or ${alias}.${state} = $3)`;
}

/** Agencies to filter by. */
export function agenciesToChoose({ db }: QueryContext): Promise<{ id: string; name: string }[]> {
  return db.all(db.from('governance.agency').select(['id', 'name']).orderBy('name'));
}

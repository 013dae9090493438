// Founding: the one act before there is anybody to act. The operator at the server's command line names a partnership
// and its first business manager; everything after that is done by people.
import { type House, perform } from '../../kernel/operation/perform.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { newId } from '../../kernel/records/identity.ts';
import { foundPartnership } from './partnership.operations.ts';

export interface Founding {
  short_name: string;
  name: string;
  kind: 'home' | 'joint';
  demonstration: boolean;
  business_manager: { name: string; job_title: string | null; email: string | null };
  from_on: string;
}

/** Throws Conflict when the short name is taken, InvalidInput when a detail does not fit. */
export async function found(
  house: House,
  facts: Founding,
  clock: { today: string; now: string },
): Promise<{ partnership_id: string; person_id: string }> {
  const id = newId();
  const made = await house.pool.single(
    `insert into kernel.partnership (id, short_name, name, kind, demonstration) values ($1, $2, $3, $4, $5)
     on conflict (short_name) do nothing returning id`,
    [id, facts.short_name, facts.name, facts.kind, facts.demonstration],
  );
  if (made.length === 0)
    throw new Conflict(`There is already a partnership with the short name “${facts.short_name}”.`);
  const request = { partnership_id: id, identity: { kind: 'operator' }, clock, via: 'command-line' } as const;
  const { business_manager, from_on } = facts;
  return (await perform(house, foundPartnership, request, { business_manager, from_on })).result;
}

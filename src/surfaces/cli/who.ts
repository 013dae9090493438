// Whose partnership, and as whom: the command line takes --partnership and --as, and does without where there is only one.
import { isUuid } from '../../kernel/records/identity.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { UsageProblem } from './arguments.ts';

interface Chosen {
  id: string;
  short_name: string;
  demonstration: boolean;
}

export async function choosePartnership(house: House, given: unknown): Promise<Chosen> {
  const all = await house.pool.single<Chosen>(
    'select id, short_name, demonstration from kernel.partnership order by short_name',
    [],
  );
  const names = all.map((partnership) => partnership.short_name).join(', ');
  if (typeof given === 'string') {
    const named = all.find((partnership) => partnership.short_name === given.toLowerCase());
    if (named) return named;
    throw new NotFound(
      `There is no partnership “${given}” here. ${names ? `There are: ${names}.` : 'There is none yet.'}`,
    );
  }
  const [first] = all;
  if (first === undefined)
    throw new NotFound(
      'There is no partnership here yet. Set one up with golden-thread partnership found, or run npm start for the demonstration.',
    );
  if (all.length > 1)
    throw new UsageProblem(
      `There are several partnerships here: ${names}. Say which, for example --partnership ${first.short_name}.`,
    );
  return first;
}

/** The person named, or the only business manager in post. */
export async function choosePerson(
  house: House,
  partnership: Chosen,
  given: unknown,
  today: string,
): Promise<string> {
  const people = await house.pool.transaction(async (transaction) => {
    return transaction.text<{ id: string; name: string; email: string | null; manages: boolean }>(
      `select p.id, p.name, p.email, exists (select 1 from governance.appointment a where a.partnership_id = p.partnership_id
         and a.person_id = p.id and a.role = 'business-manager' and a.from_on <= $2::date
         and (a.until_on is null or a.until_on >= $2::date)) as manages
       from governance.person p where p.partnership_id = $1`,
      [partnership.id, today],
    );
  }, partnership.id);
  if (typeof given === 'string') {
    const wanted = given.toLowerCase();
    const fitting = people.filter((p) =>
      isUuid(given) ? p.id === given : p.name.toLowerCase() === wanted || p.email === wanted,
    );
    if (fitting.length === 1 && fitting[0]) return fitting[0].id;
    throw new NotFound(
      `${fitting.length === 0 ? 'Nobody' : 'More than one person'} in ${partnership.short_name} is “${given}”. Give a full name, an e-mail address or an id.`,
    );
  }
  const managers = people.filter((p) => p.manages);
  if (managers.length === 1 && managers[0]) return managers[0].id;
  throw new UsageProblem(
    `${partnership.short_name} has ${managers.length === 0 ? 'no business manager in post' : 'several business managers'}. Say who acts with --as.`,
  );
}

/** The agency of this name; undefined where there is none. */
export async function findAgency(
  house: House,
  partnershipId: string,
  name: string,
): Promise<string | undefined> {
  return house.pool.transaction(async (transaction) => {
    const [row] = await transaction.text<{ id: string }>(
      'select id from governance.agency where partnership_id = $1 and lower(name) = lower($2)',
      [partnershipId, name],
    );
    return row?.id;
  }, partnershipId);
}

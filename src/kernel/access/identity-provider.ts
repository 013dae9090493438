// An agency's own sign-in (OpenID Connect), set up by the operator. It vouches only for people of its agency, and only for
// addresses at its own domains. Its client secret is in the environment and nowhere else.
import { dayIn } from '../calendar/day.ts';
import type { House } from '../operation/perform.ts';
import { NotFound } from '../operation/refusals.ts';
import { enter } from './actor.ts';

export interface IdentityProvider {
  id: string;
  partnership_id: string;
  agency_id: string;
  name: string;
  issuer: string;
  client_id: string;
  secret_name: string;
  email_domains: string[];
  trusts_email: boolean;
  required: boolean;
  enabled: boolean;
}

const columns = `id, partnership_id, agency_id, name, issuer, client_id, secret_name, email_domains, trusts_email,
  required, enabled`;

/** The variable of the environment that holds the client secret of the provider of this name. */
export function secretNameOf(name: string): string {
  return `SSO_SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;
}

/** Adds a provider, or changes the one of that name. */
export async function setProvider(
  house: House,
  facts: Omit<IdentityProvider, 'id' | 'enabled' | 'secret_name'>,
): Promise<IdentityProvider> {
  const [row] = await house.pool.single<IdentityProvider>(
    `insert into access.identity_provider (partnership_id, agency_id, name, issuer, client_id, secret_name,
       email_domains, trusts_email, required) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (partnership_id, name) do update set agency_id = excluded.agency_id, issuer = excluded.issuer,
       client_id = excluded.client_id, email_domains = excluded.email_domains,
       trusts_email = excluded.trusts_email, required = excluded.required, enabled = true
     returning ${columns}`,
    [
      facts.partnership_id,
      facts.agency_id,
      facts.name,
      facts.issuer,
      facts.client_id,
      secretNameOf(facts.name),
      facts.email_domains,
      facts.trusts_email,
      facts.required,
    ],
  );
  if (row === undefined) throw new Error('The provider was not written.');
  return row;
}

/** Throws NotFound. People of the agency use their password again. */
export async function disableProvider(house: House, partnershipId: string, name: string): Promise<void> {
  const changed = await house.pool.single(
    'update access.identity_provider set enabled = false where partnership_id = $1 and name = $2 returning id',
    [partnershipId, name],
  );
  if (changed.length === 0) throw new NotFound(`There is no single sign-on “${name}” in this partnership.`);
}

export async function listProviders(
  house: House,
  partnershipId?: string,
): Promise<(IdentityProvider & { partnership: string })[]> {
  return house.pool.single(
    `select ${columns.replaceAll(/\b(id|name)\b/g, 'i.$1')}, q.short_name as partnership
     from access.identity_provider i join kernel.partnership q on q.id = i.partnership_id
     where $1::uuid is null or i.partnership_id = $1 order by q.short_name, i.name`,
    [partnershipId ?? null],
  );
}

export async function findProvider(house: House, id: string): Promise<IdentityProvider | undefined> {
  const [row] = await house.pool.single<IdentityProvider>(
    `select ${columns} from access.identity_provider where id::text = $1 and enabled`,
    [id],
  );
  return row;
}

/** Those to which people of an e-mail address are sent; by its domain alone, so that it says nothing about the person. */
export async function providersFor(
  house: House,
  email: string,
): Promise<{ id: string; name: string; partnership: string }[]> {
  return house.pool.single(
    `select i.id, i.name, q.name as partnership from access.identity_provider i
     join kernel.partnership q on q.id = i.partnership_id
     where i.enabled and $1 = any(i.email_domains) order by q.name, i.name`,
    [domainOf(email)],
  );
}

export async function anyProvider(house: House): Promise<boolean> {
  return (
    (await house.pool.single('select 1 from access.identity_provider where enabled limit 1', [])).length > 0
  );
}

/** What comes after the last @, in small letters. */
export function domainOf(email: string): string {
  return email.trim().toLowerCase().split('@').at(-1) ?? '';
}

/** Whether the person belongs to the provider's agency today, by their own agency or by an appointment in force. */
export async function belongsTo(
  house: House,
  provider: Pick<IdentityProvider, 'partnership_id' | 'agency_id'>,
  personId: string,
  now: Date,
): Promise<boolean> {
  const clock = { today: dayIn(now.toISOString()), now: now.toISOString() };
  const { actor } = await house.pool.transaction(
    (transaction) =>
      enter(transaction, provider.partnership_id, { kind: 'person', person_id: personId }, clock),
    provider.partnership_id,
  );
  return actor.agency_ids.includes(provider.agency_id);
}

/** Those of the partnership that vouch for this person: their agencies' own. */
export async function providersOf(
  house: House,
  who: { partnership_id: string; person_id: string },
  now: Date,
): Promise<IdentityProvider[]> {
  const providers = await house.pool.single<IdentityProvider>(
    `select ${columns} from access.identity_provider where partnership_id = $1 and enabled order by name`,
    [who.partnership_id],
  );
  const own = await Promise.all(providers.map((provider) => belongsTo(house, provider, who.person_id, now)));
  return providers.filter((_, at) => own[at]);
}

/** The provider by which this person must sign in, where their agency asks for that. */
export async function requiredProviderOf(
  house: House,
  who: { partnership_id: string; person_id: string },
  now: Date,
): Promise<IdentityProvider | undefined> {
  return (await providersOf(house, who, now)).find(({ required }) => required);
}

/** The same for an account, where its password opens none of its partnerships. */
export async function requiredProviderOfAccount(
  house: House,
  accountId: string,
  now: Date,
): Promise<IdentityProvider | undefined> {
  const links = await house.pool.single<{ partnership_id: string; person_id: string }>(
    'select partnership_id, person_id from access.account_person where account_id = $1',
    [accountId],
  );
  const required = await Promise.all(links.map((link) => requiredProviderOf(house, link, now)));
  return required.includes(undefined) ? undefined : required[0];
}

// Where a session may work: in the partnerships in which its account has an appointment in force, as far as its way in
// reaches. An agency's sign-in vouches for that agency's own people where they are its people, and nowhere else; where an
// agency asks for its own sign-in, nothing else opens that partnership: no password, no link, no passkey.
import type { House } from '../operation/perform.ts';
import { providersOf } from './identity-provider.ts';
import type { WayIn } from './session.ts';
import { type Standing, standingsOf } from './standing.ts';

export interface Opening extends Standing {
  /** How to sign in instead, where this way in does not open the partnership; null where it does. */
  instead: string | null;
}

interface CameIn {
  account_id: string;
  how: WayIn | null;
  provider_id: string | null;
}

/** In the order of the partnerships' names. `today` is a London day. */
export async function openingsOf(house: House, cameIn: CameIn, today: string, now: Date): Promise<Opening[]> {
  const standings = await standingsOf(house, cameIn.account_id, today);
  const issuer = cameIn.how === 'single-sign-on' ? await issuerOf(house, cameIn.provider_id) : undefined;
  return Promise.all(
    standings.map(async (standing) => {
      // Who has no appointment in force is told so, whatever way they came.
      const instead = standing.in_force ? await insteadOf(house, standing, cameIn, issuer, now) : null;
      return { ...standing, instead };
    }),
  );
}

async function insteadOf(
  house: House,
  standing: Standing,
  { how }: CameIn,
  issuer: string | undefined,
  now: Date,
): Promise<string | null> {
  const providers = await providersOf(house, standing, now);
  const required = providers.find((provider) => provider.required);
  if (how === 'single-sign-on' && providers.some((provider) => provider.issuer === issuer)) return null;
  if (required !== undefined)
    return `${required.name} asks its people to sign in with their account there: choose “Sign in with your organisation”`;
  return how === 'single-sign-on'
    ? 'Your organisation does not vouch for you here: sign in with your own password or passkey'
    : null;
}

async function issuerOf(house: House, providerId: string | null): Promise<string | undefined> {
  const [row] = await house.pool.single<{ issuer: string }>(
    'select issuer from access.identity_provider where id = $1 and enabled',
    [providerId],
  );
  return row?.issuer;
}

// Signing in by way of one's agency (OpenID Connect: authorisation code with PKCE, state and nonce). State, nonce and verifier
// are made from one secret in the browser's cookie, so the database holds nothing by which an attempt could be taken over.
import { randomBytes } from 'node:crypto';
import * as openid from 'openid-client';
import type { House } from '../operation/perform.ts';
import { Conflict, NotFound } from '../operation/refusals.ts';
import { findProvider, type IdentityProvider } from './identity-provider.ts';
import { keyedHash } from './session.ts';

/** An attempt that has not come back in this time is over. */
const attemptLife = 10 * 60_000;
/** Seconds for each answer of the agency's server. */
const patience = 10;
/** What an agency's server says of itself is asked for again after this time. */
const discoveryLife = 10 * 60_000;
export const callbackPath = '/sign-in/organisation/callback';

/** The agency's server does not answer, or not as it should, or is not set up right; told to the person kindly and to the log. */
export class ProviderProblem extends Error {
  constructor(provider: { name: string }, cause: unknown) {
    super(
      `The sign-in of ${provider.name} did not work just now. Nothing is wrong with your account. Try again in a few minutes; if it happens again, tell your business manager.`,
      { cause },
    );
    this.name = 'ProviderProblem';
  }
}

const again = { href: '/sign-in/organisation', text: 'Begin again' };
const lost = 'This sign-in was begun in another window, took too long, or was used already. Begin again.';

/** Gives the secret for the cookie and the address of the agency to go to. Throws NotFound, ProviderProblem. */
export async function beginSingleSignOn(
  house: House,
  providerId: string,
  now: Date,
): Promise<{ secret: string; address: string }> {
  const provider = await findProvider(house, providerId);
  if (provider === undefined) throw new NotFound();
  const config = await configurationOf(house, provider, now);
  const secret = randomBytes(32).toString('base64url');
  const { state, nonce, verifier } = madeFrom(house, secret);
  await house.pool.single(
    `insert into access.single_sign_on_attempt (secret_hash, provider_id, made_at, expires_at) values ($1, $2, $3, $4)`,
    [keyedHash(house, secret), provider.id, now, new Date(now.getTime() + attemptLife)],
  );
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: `${house.publicUrl}${callbackPath}`,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { secret, address: address.href };
}

export interface Claims {
  issuer: string;
  subject: string;
  email: string | undefined;
  email_verified: boolean;
}

/**
 * What the agency says of whoever came back to `search` (the callback's query). An attempt comes back once. Throws Conflict
 * where it is not this browser's, too old or used, or where the agency did not let the person in; and ProviderProblem.
 */
export async function finishSingleSignOn(
  house: House,
  secret: string | undefined,
  search: URLSearchParams,
  now: Date,
): Promise<{ provider: IdentityProvider; claims: Claims }> {
  if (secret === undefined) throw new Conflict(lost, again);
  const { state, nonce, verifier } = madeFrom(house, secret);
  // Before the attempt is used up: a link that somebody else made must not end it.
  if (search.get('state') !== state) throw new Conflict(lost, again);
  const [attempt] = await house.pool.single<{ provider_id: string }>(
    `update access.single_sign_on_attempt set used_at = $2
     where secret_hash = $1 and used_at is null and expires_at > $2 returning provider_id`,
    [keyedHash(house, secret), now],
  );
  const provider = attempt && (await findProvider(house, attempt.provider_id));
  if (provider === undefined) throw new Conflict(lost, again);
  if (search.has('error')) {
    throw new Conflict(`${provider.name} did not let you in. Begin again, or ask its service desk.`, again);
  }
  const config = await configurationOf(house, provider, now);
  try {
    const tokens = await openid.authorizationCodeGrant(
      config,
      new URL(`${callbackPath}?${search.toString()}`, house.publicUrl),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    );
    const token = tokens.claims();
    if (token === undefined) throw new Error('There is no ID token.');
    const told =
      token['email'] === undefined
        ? await openid.fetchUserInfo(config, tokens.access_token, token.sub)
        : token;
    const { email, email_verified } = told as { email?: unknown; email_verified?: unknown };
    return {
      provider,
      claims: {
        issuer: token.iss,
        subject: token.sub,
        email: typeof email === 'string' ? email.trim().toLowerCase() : undefined,
        email_verified: email_verified === true,
      },
    };
  } catch (error) {
    throw new ProviderProblem(provider, error);
  }
}

function madeFrom(house: House, secret: string): { state: string; nonce: string; verifier: string } {
  return {
    state: keyedHash(house, `state ${secret}`),
    nonce: keyedHash(house, `nonce ${secret}`),
    verifier: keyedHash(house, `verifier ${secret}`),
  };
}

const known = new WeakMap<House, Map<string, { at: number; config: openid.Configuration }>>();

async function configurationOf(
  house: House,
  provider: IdentityProvider,
  now: Date,
): Promise<openid.Configuration> {
  const secret = house.providerSecret(provider.secret_name);
  if (secret === undefined) {
    throw new ProviderProblem(provider, new Error(`${provider.secret_name} is not set in the environment.`));
  }
  const kept = known.get(house) ?? new Map<string, { at: number; config: openid.Configuration }>();
  known.set(house, kept);
  const key = [provider.id, provider.issuer, provider.client_id].join(' ');
  const before = kept.get(key);
  if (before !== undefined && now.getTime() - before.at < discoveryLife) return before.config;
  const issuer = new URL(provider.issuer);
  try {
    const config = await openid.discovery(issuer, provider.client_id, secret, undefined, {
      timeout: patience,
      execute: [
        // The ID token's signature is checked, and not only the connection it came by.
        openid.enableNonRepudiationChecks,
        // Without encryption only on this machine itself; setProvider's caller lets no other in.
        ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
      ],
    });
    kept.set(key, { at: now.getTime(), config });
    return config;
  } catch (error) {
    throw new ProviderProblem(provider, error);
  }
}

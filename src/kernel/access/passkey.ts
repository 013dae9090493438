// Passkeys (WebAuthn level 3): a key pair on the person's own device, opened by their finger, face or PIN, and bound to
// this site's address, so that it can neither be guessed nor given away to a look-alike. User verification is always
// asked, so that a passkey is both factors at once. A challenge lives in the session, is used once, within five minutes.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { House } from '../operation/perform.ts';
import { changeAccount } from './account-change.ts';
import type { Session } from './session.ts';

const name = 'Golden Thread';
const challengeFor = '5 minutes';
/** ES256, EdDSA and RS256 (COSE): what devices make. */
const algorithms = [-7, -8, -257];

export type Ceremony = 'registration' | 'sign-in' | 'second-factor' | 'proof';

export interface Passkey {
  id: string;
  name: string;
  made_at: string;
  last_used_at: string | null;
  synchronised: boolean;
}

export async function listPasskeys(house: House, accountId: string): Promise<Passkey[]> {
  return house.pool.single(
    `select id, name, made_at, last_used_at, synchronised from access.passkey where account_id = $1 order by made_at`,
    [accountId],
  );
}

/** What the browser is asked to make a passkey from. */
export async function registrationOptions(
  house: House,
  session: Session & { account_id: string },
  now: Date,
): Promise<object> {
  const [account] = await house.pool.single<{ email: string }>(
    'select email from access.account where id = $1',
    [session.account_id],
  );
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: siteOf(house).id,
    userName: account?.email ?? '',
    userDisplayName: account?.email ?? '',
    userID: new TextEncoder().encode(session.account_id),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: await credentialsOf(house, session.account_id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(house, session, 'registration', options.challenge, now);
  return options;
}

/** What the browser is asked to open a passkey with; any of this site's where nobody is known yet. */
export async function requestOptions(
  house: House,
  session: Session,
  ceremony: Exclude<Ceremony, 'registration'>,
  now: Date,
): Promise<object> {
  const options = await generateAuthenticationOptions({
    rpID: siteOf(house).id,
    userVerification: 'required',
    ...(session.account_id === null
      ? {}
      : { allowCredentials: await credentialsOf(house, session.account_id) }),
  });
  await keepChallenge(house, session, ceremony, options.challenge, now);
  return options;
}

/** Adds the passkey the browser made; false where it does not answer this session's challenge for this site. */
export async function addPasskey(
  house: House,
  session: Session & { account_id: string },
  sent: { name: string; credential: string; browser: string },
  now: Date,
): Promise<boolean> {
  const { account_id } = session;
  const challenge = await takeChallenge(house, session, 'registration', now);
  const response = readCredential(sent.credential);
  if (challenge === undefined || response === undefined) return false;
  const { id, origin } = siteOf(house);
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined);
  if (!verified?.verified) return false;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  const change = { account_id, kind: 'passkey-added', browser: sent.browser } as const;
  return changeAccount(house, change, now, async (transaction) => {
    const added = await transaction.text(
      `insert into access.passkey (id, account_id, name, public_key, counter, transports, synchronised, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
      [
        credential.id,
        account_id,
        sent.name,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        credentialBackedUp,
        now,
      ],
    );
    return added.length === 1;
  });
}

/**
 * The account whose passkey answered this session's challenge; undefined where none did. A session that has an account
 * already takes only that account's.
 */
export async function takePasskey(
  house: House,
  session: Session,
  ceremony: Exclude<Ceremony, 'registration'>,
  credential: string,
  now: Date,
): Promise<string | undefined> {
  const challenge = await takeChallenge(house, session, ceremony, now);
  const response = readCredential(credential);
  if (challenge === undefined || response === undefined) return undefined;
  const [passkey] = await house.pool.single<KeptPasskey>(
    'select id, account_id, public_key, counter, transports from access.passkey where id = $1',
    [response.id],
  );
  if (passkey === undefined) return undefined;
  if (session.account_id !== null && session.account_id !== passkey.account_id) return undefined;
  const { id, origin } = siteOf(house);
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  // A counter that did not move on means a copied key; synchronised passkeys always say 0.
  const used = await house.pool.single(
    `update access.passkey set counter = $2, synchronised = $3, last_used_at = $4
     where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id`,
    [passkey.id, newCounter, credentialBackedUp, now],
  );
  return used.length === 1 ? passkey.account_id : undefined;
}

interface KeptPasskey {
  id: string;
  account_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
}

/** The site a passkey is bound to: the host people type, and the whole origin. */
function siteOf({ publicUrl }: Pick<House, 'publicUrl'>): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

function credentialsOf(house: House, accountId: string): Promise<{ id: string; transports: string[] }[]> {
  return house.pool.single('select id, transports from access.passkey where account_id = $1', [accountId]);
}

async function keepChallenge(
  house: House,
  session: Session,
  ceremony: Ceremony,
  challenge: string,
  now: Date,
): Promise<void> {
  await house.pool.single(
    'update access.session set challenge = $2, challenge_for = $3, challenge_at = $4 where secret_hash = $1',
    [session.secret_hash, challenge, ceremony, now],
  );
}

/** The challenge, which is gone from then on: an answer that is sent twice meets none. */
async function takeChallenge(
  house: House,
  session: Session,
  ceremony: Ceremony,
  now: Date,
): Promise<string | undefined> {
  const [taken] = await house.pool.single<{ challenge: string | null }>(
    `with taken as (select secret_hash, challenge from access.session where secret_hash = $1 and challenge_for = $2
       and challenge_at > $3::timestamptz - interval '${challengeFor}' for update)
     update access.session s set challenge = null, challenge_for = null, challenge_at = null
     from taken where s.secret_hash = taken.secret_hash returning taken.challenge`,
    [session.secret_hash, ceremony, now],
  );
  return taken?.challenge ?? undefined;
}

const credentialSchema = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
});

function readCredential(text: string): z.infer<typeof credentialSchema> | undefined {
  try {
    return credentialSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

// An agency's own sign-in for tests: a real OpenID Connect provider in this process.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Stranger } from '../testing.ts';

export const clientSecret = 'a client secret of the tests, long enough';
const callback = 'http://localhost/sign-in/organisation/callback';

/** A real OpenID Connect provider. Whoever signs in there says who they are: `subject|email|verified`. */
export async function agencyServer(port = 0): Promise<{ issuer: string; close(): void }> {
  const server: Server = createServer();
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'golden-thread', client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const [, email, verified] = id.split('|');
      return {
        accountId: id,
        claims: () => ({ sub: id, ...(email && { email, email_verified: verified === 'verified' }) }),
      };
    },
  });
  oidc.on('server_error', () => undefined);
  const answer = oidc.callback();
  server.on('request', (request, reply) => {
    const url = new URL(request.url ?? '/', issuer);
    if (!url.pathname.startsWith('/interaction/')) return answer(request, reply);
    const accountId = String(request.headers['x-who']);
    void consent(oidc, request, reply, accountId);
  });
  return {
    issuer,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function consent(
  oidc: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  reply: Parameters<Provider['interactionDetails']>[1],
  accountId: string,
): Promise<void> {
  if (accountId === 'refused') {
    await oidc.interactionFinished(request, reply, { error: 'access_denied' });
    return;
  }
  const grant = new oidc.Grant({ accountId, clientId: 'golden-thread' });
  grant.addOIDCScope('openid email');
  const grantId = await grant.save();
  await oidc.interactionFinished(request, reply, { login: { accountId }, consent: { grantId } });
}

/** At the agency: signs in as `who` and gives the address that leads back. */
export async function atAgency(address: string, who: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 8; step++) {
    if (next.startsWith(callback)) return next.slice('http://localhost'.length);
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { 'x-who': who, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    assert(location !== null, `The agency did not lead on: ${answer.status} ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('The agency led round in a circle.');
}

/** Leaves for the agency; gives the address there. */
export async function begin(browser: Stranger, id: string): Promise<string> {
  const started = await browser.get(`/sign-in/organisation/${id}/start`);
  assert.equal(started.status, 303, started.body);
  return started.location ?? '';
}

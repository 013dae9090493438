// "Your account": password, second steps, passkeys, where one is signed in, and what happened lately.
import type { FastifyInstance } from 'fastify';
import type { House } from '../../../kernel/operation/perform.ts';
import type { Chrome } from '../chrome.ts';
import { serveAuthenticatorRemoval } from './authenticator-removal.ts';
import { accountDesk } from './desk.ts';
import { serveOverview } from './overview.ts';
import { servePasskeyRemoval } from './passkey-removal.ts';
import { servePassword } from './password.ts';
import { serveProof } from './proof.ts';
import { drawCodes, serveRecoveryCodes } from './recovery-codes.ts';
import { serveSessions } from './sessions.ts';
import { serveAuthenticatorSetUp } from './set-up-authenticator.ts';
import { servePasskeySetUp } from './set-up-passkey.ts';

export function serveAccount(app: FastifyInstance, house: House, chrome: Chrome): void {
  const sitDown = accountDesk(house, chrome, drawCodes);
  serveOverview(app, house, sitDown);
  servePassword(app, house, sitDown);
  serveAuthenticatorSetUp(app, house, '/account/authenticator', sitDown);
  serveAuthenticatorRemoval(app, house, sitDown);
  servePasskeySetUp(app, house, '/account/passkeys/new', sitDown);
  servePasskeyRemoval(app, house, sitDown);
  serveRecoveryCodes(app, house, sitDown);
  serveSessions(app, house, chrome.settings, sitDown);
  serveProof(app, house, chrome.settings, sitDown);
}

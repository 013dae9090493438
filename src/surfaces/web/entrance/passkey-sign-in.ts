// Signing in with a passkey alone. Nobody is known yet, so the challenge lives in a session of nobody's, which opens
// nothing and is over in a quarter of an hour.
import type { FastifyInstance } from 'fastify';
import { admit } from '../../../kernel/access/admission.ts';
import { requestOptions, takePasskey } from '../../../kernel/access/passkey.ts';
import { findUnfinished, startSession } from '../../../kernel/access/session.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { InvalidInput } from '../../../kernel/operation/refusals.ts';
import { setSessionCookie, unfinishedOf, type WebSettings } from '../visit.ts';
import { guessable, letIn, refuseOtherSites, senderOf, sentOf, valueOf, wantedPage } from './drawing.ts';
import { drawSignIn } from './sign-in.ts';

export function servePasskeySignIn(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.post('/sign-in/passkey/options', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const now = new Date();
    const nobody = { account_id: null, partnership_id: null, person_id: null, stage: 'anonymous' } as const;
    const secret = await startSession(house, nobody, now);
    const session = await findUnfinished(house, secret, now);
    if (session === undefined) throw new Error('The session just begun is gone.');
    setSessionCookie(settings, reply, secret);
    return reply.send(await requestOptions(house, session, 'sign-in', now));
  });

  app.post('/sign-in/passkey', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const now = new Date();
    const session = await unfinishedOf(house, settings, request);
    const accountId =
      session?.stage === 'anonymous'
        ? await takePasskey(house, session, 'sign-in', valueOf(sentOf(request), 'credential'), now)
        : undefined;
    if (accountId === undefined) {
      const passkey = 'This passkey did not open an account here. Try again, or use your password and a code';
      return drawSignIn(house, settings, request, reply, '', { passkey });
    }
    const entry = { account_id: accountId, how: 'passkey', ...senderOf(request) } as const;
    try {
      const admission = await admit(house, entry, now);
      return await letIn(house, settings, request, reply, admission, wantedPage(request));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return drawSignIn(house, settings, request, reply, '', { passkey: error.message });
    }
  });
}

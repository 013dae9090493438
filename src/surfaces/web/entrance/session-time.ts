// How long the session still lasts, and staying signed in: for assets/stay-signed-in.js, which warns five minutes before
// the end. Asking does not prolong; only staying does.
import type { FastifyInstance } from 'fastify';
import { endOfSession, markSeen, secondsUntil } from '../../../kernel/access/session.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { refuseForeignForm, secretOf, sessionOf, type WebSettings } from '../visit.ts';
import { sentOf } from './drawing.ts';

export function serveSessionTime(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/session', async (request, reply) => {
    const secret = secretOf(settings, request);
    const now = new Date();
    const endsAt = secret === undefined ? undefined : await endOfSession(house, secret, now);
    return reply.send({ ends_in: endsAt === undefined ? 0 : secondsUntil(endsAt, now) });
  });

  app.post('/session', async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session === undefined) return reply.send({ ends_in: 0 });
    refuseForeignForm({ session }, sentOf(request));
    const now = new Date();
    const seen = await markSeen(house, session, now);
    return reply.send({ ends_in: secondsUntil(seen.ends_at, now) });
  });
}

// Signing out elsewhere: one browser, or every one.
import type { FastifyInstance } from 'fastify';
import { endAllSessions, endOneSession } from '../../../kernel/access/open-sessions.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import { sentOf, valueOf } from '../entrance/drawing.ts';
import { leave, refuseForeignForm, type WebSettings } from '../visit.ts';
import { backToAccount, type SitDown } from './desk.ts';

export function serveSessions(
  app: FastifyInstance,
  house: House,
  settings: WebSettings,
  sitDown: SitDown,
): void {
  app.post('/account/sessions/end', async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const ended = await endOneSession(
      house,
      desk.session.account_id,
      valueOf(sent, 'session_id'),
      new Date(),
    );
    if (!ended) throw new NotFound('That browser is signed out already.');
    return backToAccount(reply, 'That browser is signed out');
  });

  app.post('/account/sessions/end-all', async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    await endAllSessions(house, desk.session.account_id, new Date());
    await leave(house, settings, desk.session, reply);
    return reply.redirect('/sign-in', 303);
  });
}

// Signing out; in the demonstration, changing person.
import type { FastifyInstance } from 'fastify';
import type { House } from '../../../kernel/operation/perform.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { leave, refuseForeignForm, sessionOf, unfinishedOf, type WebSettings } from '../visit.ts';
import { send, sentOf, tokenField } from './drawing.ts';

export function serveLeave(app: FastifyInstance, house: House, settings: WebSettings): void {
  const words =
    settings.fixedDay === null
      ? { title: 'Sign out', heading: 'Sign out', button: 'Sign out' }
      : { title: 'Change person', heading: 'Leave and choose another person', button: 'Leave' };

  app.get('/leave', async (request, reply) => {
    const session =
      (await sessionOf(house, settings, request)) ?? (await unfinishedOf(house, settings, request));
    if (session === undefined) return reply.redirect('/sign-in', 303);
    return send(reply, settings, {
      title: words.title,
      main: html`<h1 class="govuk-heading-l">${words.heading}</h1>
<form method="post">${tokenField(session)}${button({ text: words.button, preventDoubleClick: true })}</form>`,
    });
  });

  app.post('/leave', async (request, reply) => {
    const session =
      (await sessionOf(house, settings, request)) ?? (await unfinishedOf(house, settings, request));
    if (session === undefined) return reply.redirect('/sign-in', 303);
    refuseForeignForm({ session }, sentOf(request));
    await leave(house, settings, session, reply);
    reply.header('clear-site-data', '"cache", "storage"');
    return reply.redirect('/sign-in', 303);
  });
}

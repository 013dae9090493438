// One account may be a person in several partnerships: it works in one at a time, among those where it has an appointment
// in force today.
import type { FastifyInstance } from 'fastify';
import { choosePartnership } from '../../../kernel/access/session.ts';
import { standingsOf } from '../../../kernel/access/standing.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotAllowed } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { refuseForeignForm, sessionOf, type WebSettings } from '../visit.ts';
import { send, sentOf, tokenField, valueOf, wantedPage, withWanted } from './drawing.ts';

const page = '/partnerships';

export function servePartnerships(app: FastifyInstance, house: House, settings: WebSettings): void {
  const offeredTo = async (accountId: string) =>
    (await standingsOf(house, accountId, settings.clock().today)).filter((standing) => standing.in_force);

  app.get(page, async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session?.account_id == null) return reply.redirect('/sign-in', 303);
    const offered = await offeredTo(session.account_id);
    const action = withWanted(page, wantedPage(request));
    return send(reply, settings, {
      title: 'Choose a partnership',
      main: html`<h1 class="govuk-heading-l">Choose a partnership</h1>${
        offered.length === 0
          ? html`<p class="govuk-body">You have no appointment in force in any partnership today. Ask a business manager to appoint you.</p>`
          : html`<p class="govuk-body">You work in one partnership at a time. You can change at any time by “Change partnership” at the top of the page.</p>`
      }${offered.map(
        ({ partnership_id, name }) =>
          html`<form method="post" action="${action}">${tokenField(session)}<input type="hidden" name="partnership_id" value="${partnership_id}">${button(
            {
              text: partnership_id === session.partnership_id ? `${name} (where you are now)` : name,
              classes: 'govuk-button--secondary',
            },
          )}</form>`,
      )}<p class="govuk-body"><a class="govuk-link" href="/leave">Sign out</a></p>`,
    });
  });

  app.post(page, async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session?.account_id == null) return reply.redirect('/sign-in', 303);
    const sent = sentOf(request);
    refuseForeignForm({ session }, sent);
    const chosen = valueOf(sent, 'partnership_id');
    const offered = await offeredTo(session.account_id);
    const there = offered.some(({ partnership_id }) => partnership_id === chosen);
    if (!there || !(await choosePartnership(house, session, chosen))) throw new NotAllowed();
    return reply.redirect(wantedPage(request), 303);
  });
}

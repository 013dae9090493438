// One account may be a person in several partnerships: it works in one at a time, among those where it has an appointment
// in force today and which its way of signing in opens.
import type { FastifyInstance } from 'fastify';
import { openingsOf } from '../../../kernel/access/openings.ts';
import { choosePartnership, type Session } from '../../../kernel/access/session.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotAllowed } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { refuseForeignForm, sessionOf, type WebSettings } from '../visit.ts';
import { send, sentOf, tokenField, valueOf, wantedPage, withWanted } from './drawing.ts';

const page = '/partnerships';

export function servePartnerships(app: FastifyInstance, house: House, settings: WebSettings): void {
  const offeredTo = async (session: Session & { account_id: string }) =>
    (await openingsOf(house, session, settings.clock().today, new Date())).filter(({ in_force }) => in_force);

  app.get(page, async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session?.account_id == null) return reply.redirect('/sign-in', 303);
    const offered = await offeredTo({ ...session, account_id: session.account_id });
    const action = withWanted(page, wantedPage(request));
    return send(reply, settings, {
      title: 'Choose a partnership',
      main: html`<h1 class="govuk-heading-l">Choose a partnership</h1>${
        offered.length === 0
          ? html`<p class="govuk-body">You have no appointment in force in any partnership today. Ask a business manager to appoint you.</p>`
          : html`<p class="govuk-body">You work in one partnership at a time. You can change at any time by “Change partnership” at the top of the page.</p>`
      }${offered.map(({ partnership_id, name, instead }) =>
        instead === null
          ? html`<form method="post" action="${action}">${tokenField(session)}<input type="hidden" name="partnership_id" value="${partnership_id}">${button(
              {
                text: partnership_id === session.partnership_id ? `${name} (where you are now)` : name,
                classes: 'govuk-button--secondary',
              },
            )}</form>`
          : html`<p class="govuk-body"><strong>${name}</strong> is not open to you by the way you signed in. ${instead}. <a class="govuk-link" href="/sign-in?again">Sign in that way</a></p>`,
      )}<p class="govuk-body"><a class="govuk-link" href="/leave">Sign out</a></p>`,
    });
  });

  app.post(page, async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session?.account_id == null) return reply.redirect('/sign-in', 303);
    const sent = sentOf(request);
    refuseForeignForm({ session }, sent);
    const chosen = valueOf(sent, 'partnership_id');
    const offered = await offeredTo({ ...session, account_id: session.account_id });
    const there = offered.some(
      ({ partnership_id, instead }) => partnership_id === chosen && instead === null,
    );
    if (!there || !(await choosePartnership(house, session, chosen))) throw new NotAllowed();
    return reply.redirect(wantedPage(request), 303);
  });
}

// Taking up an invitation. Opening the link shows a page; sending that page's form uses the link up. Neither the address
// nor the page holds a name or an e-mail address.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../../../kernel/access/admission.ts';
import {
  acceptInvitation,
  type Invited,
  linkIsOver,
  readInvitation,
} from '../../../kernel/access/invitation.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import type { WebSettings } from '../visit.ts';
import { choosePassword, chosenPassword, drawLinkIsOver } from './choose-password.ts';
import { guessable, letIn, refuseOtherSites, send, senderOf, sentOf, summaryOf } from './drawing.ts';

export function serveInvitation(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/invitation/:secret', guessable, async (request, reply) => {
    const invited = await readInvitation(house, secretOf(request), new Date());
    return invited === undefined
      ? drawLinkIsOver(settings, reply, linkIsOver)
      : draw(settings, reply, invited);
  });

  app.post('/invitation/:secret', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const secret = secretOf(request);
    const now = new Date();
    const invited = await readInvitation(house, secret, now);
    if (invited === undefined) return drawLinkIsOver(settings, reply, linkIsOver);
    try {
      const password = invited.has_account ? '' : chosenPassword(sentOf(request));
      const { account_id, has_account } = await acceptInvitation(house, secret, password, now);
      if (has_account) return drawJoined(settings, reply, invited);
      const admission = await admit(house, { account_id, how: 'link', ...senderOf(request) }, now);
      return await letIn(house, settings, request, reply, admission, '/');
    } catch (error) {
      if (error instanceof InvalidInput) return draw(settings, reply, invited, error.fields);
      if (error instanceof Conflict) return drawLinkIsOver(settings, reply, error.message);
      throw error;
    }
  });
}

function secretOf(request: FastifyRequest): string {
  return (request.params as { secret: string }).secret;
}

function draw(
  settings: WebSettings,
  reply: FastifyReply,
  { partnership, has_account }: Invited,
  fields: Record<string, string> = {},
): FastifyReply {
  const form = has_account
    ? html`<p class="govuk-body">Somebody already signs in with the e-mail address this letter went to. If that is you, take the invitation up, and sign in as you always do: your password and your second step stay as they are.</p><form method="post">${button({ text: 'Take up the invitation', preventDoubleClick: true })}</form>`
    : html`<p class="govuk-body">Choose a password. From then on you sign in with it and with the e-mail address this letter went to.</p><form method="post" novalidate>${choosePassword(fields)}${button({ text: 'Save and sign in', preventDoubleClick: true })}</form>`;
  const failed = Object.keys(fields).length > 0;
  return send(
    reply,
    settings,
    {
      title: 'Your invitation',
      errorSummary: summaryOf(fields),
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Your invitation</h1><p class="govuk-body-l">You are invited to ${partnership}.</p>${form}</div>`,
    },
    failed ? 422 : 200,
  );
}

function drawJoined(settings: WebSettings, reply: FastifyReply, { partnership }: Invited): FastifyReply {
  return send(reply, settings, {
    title: 'Invitation taken up',
    main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Invitation taken up</h1><p class="govuk-body">When you sign in, you can now choose ${partnership}.</p><p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in</a></p></div>`,
  });
}

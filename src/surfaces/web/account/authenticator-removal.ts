// Removing the authenticator app, once more than it is left.
import type { FastifyInstance } from 'fastify';
import { browserWords } from '../../../kernel/access/browser-words.ts';
import { refuseRemovingTheLast, removeAuthenticator } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { sentOf, tokenField } from '../entrance/drawing.ts';
import { refuseForeignForm } from '../visit.ts';
import { backToAccount, type SitDown } from './desk.ts';

const path = '/account/authenticator/removal';
const title = 'Remove the authenticator app';

export function serveAuthenticatorRemoval(app: FastifyInstance, house: House, sitDown: SitDown): void {
  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    await refuseRemovingTheLast(house, desk.session.account_id);
    return desk.draw({
      title,
      main: html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">Its codes will no longer let you in. Delete the entry in the app as well.</p><form method="post">${tokenField(desk.session)}${button({ text: 'Remove the app', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
    });
  });

  app.post(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    const browser = browserWords(request.headers['user-agent']);
    await removeAuthenticator(house, desk.session.account_id, new Date(), browser);
    return backToAccount(reply, 'The authenticator app is removed');
  });
}

// Removing one passkey of the account.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { browserWords } from '../../../kernel/access/browser-words.ts';
import { listPasskeys, type Passkey } from '../../../kernel/access/passkey.ts';
import { refuseRemovingTheLast, removePasskey } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { sentOf, tokenField } from '../entrance/drawing.ts';
import { refuseForeignForm } from '../visit.ts';
import { type AccountSession, backToAccount, type SitDown } from './desk.ts';

const path = '/account/passkeys/:id/removal';

export function servePasskeyRemoval(app: FastifyInstance, house: House, sitDown: SitDown): void {
  /** The passkey of the address, where it is one of this account's. */
  const ownOf = async (request: FastifyRequest, { account_id }: AccountSession): Promise<Passkey> => {
    const { id } = request.params as { id: string };
    const own = (await listPasskeys(house, account_id)).find((passkey) => passkey.id === id);
    if (own === undefined) throw new NotFound();
    await refuseRemovingTheLast(house, account_id);
    return own;
  };

  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    const { name } = await ownOf(request, desk.session);
    return desk.draw({
      title: 'Remove a passkey',
      main: html`<h1 class="govuk-heading-l">Remove the passkey “${name}”</h1><p class="govuk-body">It will no longer let you in. Delete it on the device as well.</p><form method="post">${tokenField(desk.session)}${button({ text: 'Remove the passkey', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
    });
  });

  app.post(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    const { id } = await ownOf(request, desk.session);
    const browser = browserWords(request.headers['user-agent']);
    await removePasskey(house, desk.session.account_id, id, new Date(), browser);
    return backToAccount(reply, 'The passkey is removed');
  });
}

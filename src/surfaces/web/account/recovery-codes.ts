// Recovery codes on the page: shown once, to be printed or written down; and made anew.
import type { FastifyInstance } from 'fastify';
import { browserWords } from '../../../kernel/access/browser-words.ts';
import { makeRecoveryCodes } from '../../../kernel/access/recovery-codes.ts';
import { factorsOf, secondFactors } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { leftWords } from '../entrance/second-factor.ts';
import { sentOf, tokenField } from '../entrance/drawing.ts';
import { refuseForeignForm } from '../visit.ts';
import type { SitDown } from './desk.ts';

const path = '/account/recovery-codes';
const title = 'Make new recovery codes';

export function serveRecoveryCodes(app: FastifyInstance, house: House, sitDown: SitDown): void {
  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    const factors = await factorsOf(house, desk.session.account_id);
    return desk.draw({
      title,
      main: html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">${leftWords(factors.codes_left)} New codes take the place of all earlier ones, which no longer work from then on.</p><form method="post">${tokenField(desk.session)}${button({ text: 'Make ten new codes', preventDoubleClick: true })}</form>`,
    });
  });

  app.post(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    const { account_id } = desk.session;
    if (secondFactors(await factorsOf(house, account_id)) === 0) {
      throw new Conflict(
        'Recovery codes stand in for a second step. Set one up first: a passkey or an authenticator app.',
      );
    }
    const browser = browserWords(request.headers['user-agent']);
    return desk.done('', await makeRecoveryCodes(house, account_id, new Date(), browser));
  });
}

/** `onward`: where to go once they are kept. */
export function drawCodes(codes: string[], onward: string): Html {
  return html`<h1 class="govuk-heading-l">Keep your recovery codes</h1>
<p class="govuk-body">For the day you have lost your telephone or device: each of these codes lets you in once, in place of the second step. Print this page or write them down, and keep them where nobody else comes.</p>
<ol class="gt-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
${insetText({ text: 'They are shown only now. We keep no copy that anybody could read.' })}
${button({ text: 'I have kept them', href: onward })}`;
}

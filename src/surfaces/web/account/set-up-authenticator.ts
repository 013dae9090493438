// Setting up an authenticator app: a QR code to scan, the same as text to type, and one code that proves it works. Served
// at two addresses: on the way in, where a second factor is required, and in the account.
import type { FastifyInstance } from 'fastify';
import {
  confirmAuthenticator,
  type PendingAuthenticator,
  pendingAuthenticator,
} from '../../../kernel/access/authenticator.ts';
import { browserWords } from '../../../kernel/access/browser-words.ts';
import { firstRecoveryCodes } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { guessable, sentOf, tokenField, valueOf } from '../entrance/drawing.ts';
import { refuseForeignForm } from '../visit.ts';
import type { Desk, SitDown } from './desk.ts';

const title = 'Set up an authenticator app';

export function serveAuthenticatorSetUp(
  app: FastifyInstance,
  house: House,
  path: string,
  sitDown: SitDown,
): void {
  const draw = async ({ session, draw: drawPage }: Desk, error?: string) => {
    const pending = await pendingAuthenticator(house, session);
    const fields = error === undefined ? undefined : { code: error };
    return drawPage({ title, fields, main: drawSteps(pending, tokenField(session), error) });
  };

  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    return desk === undefined ? reply : draw(desk);
  });

  app.post(path, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const now = new Date();
    const browser = browserWords(request.headers['user-agent']);
    const code = valueOf(sent, 'code').replaceAll(/\s/g, '');
    if (!(await confirmAuthenticator(house, desk.session, code, now, browser))) {
      return draw(desk, 'This is not the code your app shows now. Look again: it changes every 30 seconds');
    }
    const codes = await firstRecoveryCodes(house, desk.session.account_id, now, browser);
    return desk.done('Your authenticator app is set up', codes);
  });
}

function drawSteps({ secret, qr }: PendingAuthenticator, token: Html, error: string | undefined): Html {
  return html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Use any authenticator app on your telephone, such as the one your employer gives you. If you have none, your telephone’s app shop has several for nothing.</p>
<h2 class="govuk-heading-m">1. Scan this code with the app</h2>
${drawQr(qr)}
<p class="govuk-body">If you cannot scan it, type this key into the app instead:</p>
<p class="gt-key"><code>${secret}</code></p>
<h2 class="govuk-heading-m">2. Enter the code the app shows</h2>
<form method="post" novalidate>${token}${input({
    name: 'code',
    id: 'code',
    label: { text: 'Security code' },
    hint: { text: '6 figures; they change every 30 seconds' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    errorMessage: error === undefined ? undefined : { text: error },
  })}${button({ text: 'Continue', preventDoubleClick: true })}</form>`;
}

/** As one path of squares: no style stands in the page. */
function drawQr(qr: boolean[][]): Html {
  const size = qr.length;
  const squares = qr.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="gt-qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code for your authenticator app; the key below it says the same" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#ffffff"/><path d="${squares}" fill="#000000"/></svg>`;
}

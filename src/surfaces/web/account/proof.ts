// Proving again who is there before a change to how one signs in: password, code or passkey. The session gets a new secret,
// and fifteen minutes in which nothing more is asked.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestOptions, takePasskey } from '../../../kernel/access/passkey.ts';
import { type Factors, factorsOf, giveCode } from '../../../kernel/access/second-factor.ts';
import { raiseSession } from '../../../kernel/access/session.ts';
import { givePassword } from '../../../kernel/access/sign-in.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { passwordInput } from '../components/password-input.ts';
import {
  guessable,
  senderOf,
  sentOf,
  tokenField,
  valueOf,
  wantedPage,
  withWanted,
} from '../entrance/drawing.ts';
import { passkeyForm } from '../entrance/passkey-form.ts';
import { codeInput, wrongCode, wrongPasskey } from '../entrance/second-factor.ts';
import { refuseForeignForm, setSessionCookie, type WebSettings } from '../visit.ts';
import type { AccountSession, Desk, SitDown } from './desk.ts';

const path = '/account/proof';
const title = 'Confirm that it is you';

export function serveProof(
  app: FastifyInstance,
  house: House,
  settings: WebSettings,
  sitDown: SitDown,
): void {
  const draw = async (request: FastifyRequest, desk: Desk, fields: Record<string, string> = {}) => {
    const factors = await factorsOf(house, desk.session.account_id);
    return desk.draw({
      title,
      fields,
      main: drawWays(desk.session, factors, accountPage(request), fields),
    });
  };
  const proven = async (request: FastifyRequest, reply: FastifyReply, { session }: Desk) => {
    const secret = await raiseSession(house, session, new Date());
    if (secret === undefined) return reply.redirect('/sign-in', 303);
    setSessionCookie(settings, reply, secret);
    return reply.redirect(accountPage(request), 303);
  };

  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply);
    return desk === undefined ? reply : draw(request, desk);
  });

  app.post(`${path}/password`, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const { account_id } = desk.session;
    const password = valueOf(sent, 'password');
    if (await givePassword(house, { account_id, password, ...senderOf(request) }, new Date())) {
      return proven(request, reply, desk);
    }
    return draw(request, desk, { password: 'This is not your password' });
  });

  app.post(`${path}/code`, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const { account_id } = desk.session;
    const code = valueOf(sent, 'code');
    if (await giveCode(house, { account_id, code, ...senderOf(request) }, new Date())) {
      return proven(request, reply, desk);
    }
    return draw(request, desk, { code: wrongCode });
  });

  app.post(`${path}/passkey/options`, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    return reply.send(await requestOptions(house, desk.session, 'proof', new Date()));
  });

  app.post(`${path}/passkey`, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const credential = valueOf(sent, 'credential');
    if (await takePasskey(house, desk.session, 'proof', credential, new Date())) {
      return proven(request, reply, desk);
    }
    return draw(request, desk, { passkey: wrongPasskey });
  });
}

/** Back to the page of the account that asked for the proof. */
function accountPage(request: FastifyRequest): string {
  const wanted = wantedPage(request);
  return wanted.startsWith('/account') ? wanted : '/account';
}

function drawWays(
  session: AccountSession,
  factors: Factors,
  wanted: string,
  fields: Record<string, string>,
): Html {
  const to = (way: string) => withWanted(`${path}/${way}`, wanted);
  const byCode = factors.authenticator_at !== null || factors.codes_left > 0;
  const none = factors.passkeys === 0 && !byCode && !factors.has_password;
  return html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">You are about to change how you sign in. ${
    none && session.partnerships > 1
      ? html`You sign in by way of your agency, and your account opens more than your agency answers for. Choose a password of your own first: <a class="govuk-link" href="/leave">sign out</a>, then “Forgotten your password?”.`
      : none
        ? html`You sign in by way of your agency, so prove it there: <a class="govuk-link" href="/leave">sign out</a>, sign in again, and come back within 15 minutes.`
        : 'Choose one way to show that it is still you.'
  }</p>${
    factors.passkeys > 0 &&
    passkeyForm({
      ceremony: 'get',
      action: to('passkey'),
      options: `${path}/passkey/options`,
      text: 'Use your passkey',
      instead: 'Use another way.',
      fields: tokenField(session),
      problem: fields['passkey'],
    })
  }${
    factors.has_password &&
    html`<h2 class="govuk-heading-m">By your password</h2><form method="post" action="${to('password')}" novalidate>${tokenField(session)}${passwordInput(
      {
        name: 'password',
        id: 'password',
        label: { text: 'Password' },
        autocomplete: 'current-password',
        errorMessage: fields['password'] ? { text: fields['password'] } : undefined,
      },
    )}${button({ text: 'Continue', preventDoubleClick: true })}</form>`
  }${
    byCode &&
    html`<h2 class="govuk-heading-m">By a code</h2><form method="post" action="${to('code')}" novalidate>${tokenField(session)}${codeInput(
      factors,
      fields['code'],
    )}${button({ text: 'Continue', preventDoubleClick: true, classes: 'govuk-button--secondary' })}</form>`
  }`;
}

// After a password (or a link): the second step. A passkey, a code of the authenticator app, or a recovery code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { completeAdmission } from '../../../kernel/access/admission.ts';
import { requestOptions, takePasskey } from '../../../kernel/access/passkey.ts';
import { type Factors, factorsOf, giveCode } from '../../../kernel/access/second-factor.ts';
import type { Session } from '../../../kernel/access/session.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { leaveNotice } from '../notice.ts';
import { refuseForeignForm, unfinishedOf, type WebSettings } from '../visit.ts';
import {
  guessable,
  letIn,
  send,
  senderOf,
  sentOf,
  summaryOf,
  tokenField,
  valueOf,
  wantedPage,
  withWanted,
} from './drawing.ts';
import { passkeyForm } from './passkey-form.ts';

type Waiting = Session & { account_id: string };

const page = '/sign-in/second-factor';

export function serveSecondFactor(app: FastifyInstance, house: House, settings: WebSettings): void {
  const waitingOf = async (request: FastifyRequest): Promise<Waiting | undefined> => {
    const session = await unfinishedOf(house, settings, request);
    if (session === undefined || session.stage !== 'second-factor' || session.account_id === null)
      return undefined;
    return { ...session, account_id: session.account_id };
  };
  const again = (request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(withWanted('/sign-in', wantedPage(request)), 303);
  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    session: Waiting,
    fields: Record<string, string> = {},
  ) =>
    send(
      reply,
      settings,
      {
        title: 'Second step',
        errorSummary: summaryOf(fields),
        main: drawSteps(session, await factorsOf(house, session.account_id), wantedPage(request), fields),
      },
      Object.keys(fields).length > 0 ? 422 : 200,
    );
  const finish = async (request: FastifyRequest, reply: FastifyReply, session: Waiting) => {
    const admission = await completeAdmission(house, session, senderOf(request), new Date());
    return admission === undefined
      ? again(request, reply)
      : letIn(house, settings, request, reply, admission, wantedPage(request));
  };

  app.get(page, async (request, reply) => {
    const session = await waitingOf(request);
    return session === undefined ? again(request, reply) : draw(request, reply, session);
  });

  app.post(page, guessable, async (request, reply) => {
    const session = await waitingOf(request);
    if (session === undefined) return again(request, reply);
    const sent = sentOf(request);
    refuseForeignForm({ session }, sent);
    const { account_id } = session;
    const given = await giveCode(
      house,
      { account_id, code: valueOf(sent, 'code'), ...senderOf(request) },
      new Date(),
    );
    if (given === undefined) return draw(request, reply, session, { code: wrongCode });
    if (given === 'recovery') {
      const { codes_left } = await factorsOf(house, account_id);
      leaveNotice(
        reply,
        `You used a recovery code. ${leftWords(codes_left)} You can make new ones in your account.`,
      );
    }
    return finish(request, reply, session);
  });

  app.post(`${page}/passkey/options`, guessable, async (request, reply) => {
    const session = await waitingOf(request);
    if (session === undefined) return reply.code(401).send({});
    refuseForeignForm({ session }, sentOf(request));
    return reply.send(await requestOptions(house, session, 'second-factor', new Date()));
  });

  app.post(`${page}/passkey`, guessable, async (request, reply) => {
    const session = await waitingOf(request);
    if (session === undefined) return again(request, reply);
    const sent = sentOf(request);
    refuseForeignForm({ session }, sent);
    const credential = valueOf(sent, 'credential');
    const taken = await takePasskey(house, session, 'second-factor', credential, new Date());
    if (taken === undefined) return draw(request, reply, session, { passkey: wrongPasskey });
    return finish(request, reply, session);
  });
}

/** Also said where a code proves who is there, before a change to the account. */
export const wrongCode =
  'This code is not right, or it was used before. Enter the code your app shows now; each code works once';
export const wrongPasskey = 'This passkey is not one of your account. Try again, or enter a code';

export function leftWords(left: number): string {
  return left === 1 ? '1 recovery code is left.' : `${left === 0 ? 'No' : left} recovery codes are left.`;
}

function drawSteps(session: Waiting, factors: Factors, wanted: string, fields: Record<string, string>): Html {
  const passkeys = factors.passkeys > 0;
  return html`<div class="gt-narrow"><h1 class="govuk-heading-l">One more step</h1>${
    passkeys &&
    html`<p class="govuk-body">Use your passkey, or enter a code.</p>${passkeyForm({
      ceremony: 'get',
      action: withWanted(`${page}/passkey`, wanted),
      options: `${page}/passkey/options`,
      text: 'Use your passkey',
      instead: 'Enter a code.',
      fields: tokenField(session),
      problem: fields['passkey'],
    })}`
  }${passkeys && html`<h2 class="govuk-heading-m">Or enter a code</h2>`}<form method="post" action="${withWanted(page, wanted)}" novalidate>${tokenField(session)}${codeInput(
    factors,
    fields['code'],
  )}${button({ text: 'Continue', preventDoubleClick: true, classes: passkeys ? 'govuk-button--secondary' : undefined })}</form>
<p class="govuk-body"><a class="govuk-link" href="/sign-in?again">Sign in as somebody else</a></p>
<p class="govuk-body">If you have neither your ${passkeys ? 'device' : 'telephone'} nor a recovery code, ask your partnership’s business manager to have your second step reset.</p></div>`;
}

/** Takes a code of the app and a recovery code alike. */
export function codeInput(factors: Factors, error: string | undefined): Html {
  const app = factors.authenticator_at !== null;
  return input({
    name: 'code',
    id: 'code',
    label: { text: app ? 'Security code' : 'Recovery code' },
    hint: {
      text: app
        ? 'The 6 figures your authenticator app shows now, or one of your recovery codes'
        : 'One of the ten codes you were given to keep, such as 4F7QK-9ZD2M',
    },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    autocomplete: 'one-time-code',
    autocapitalize: 'none',
    spellcheck: false,
    errorMessage: error === undefined ? undefined : { text: error },
  });
}

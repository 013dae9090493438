// The sign-in page: a passkey alone, or e-mail and password. It says the same to those who have an account and to those
// who have none.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anyProvider } from '../../../kernel/access/identity-provider.ts';
import { signIn } from '../../../kernel/access/sign-in.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { InvalidInput } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { passwordInput } from '../components/password-input.ts';
import { takeNotice } from '../notice.ts';
import { sessionOf, unfinishedOf, type WebSettings } from '../visit.ts';
import {
  emailQuestion,
  guessable,
  letIn,
  pathAfter,
  refuseOtherSites,
  send,
  senderOf,
  sentOf,
  summaryOf,
  valueOf,
  wantedPage,
  withWanted,
} from './drawing.ts';
import { passkeyForm } from './passkey-form.ts';

export function serveSignIn(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/sign-in', async (request, reply) => {
    const again = 'again' in (request.query as object);
    const onTheWay = again ? undefined : await stageOf(house, settings, request);
    if (onTheWay !== undefined) return reply.redirect(onTheWay, 303);
    return drawSignIn(house, settings, request, reply);
  });

  app.post('/sign-in', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const sent = sentOf(request);
    const email = valueOf(sent, 'email');
    try {
      const admission = await signIn(
        house,
        { email, password: valueOf(sent, 'password'), ...senderOf(request) },
        new Date(),
      );
      return await letIn(house, settings, request, reply, admission, wantedPage(request));
    } catch (error) {
      if (error instanceof InvalidInput)
        return drawSignIn(house, settings, request, reply, email, error.fields);
      throw error;
    }
  });
}

/** Where somebody belongs who is signed in already, or half way. */
async function stageOf(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
): Promise<string | undefined> {
  const unfinished = await unfinishedOf(house, settings, request);
  if (unfinished !== undefined) {
    const { stage } = unfinished;
    return stage === 'anonymous' || stage === 'complete' ? undefined : pathAfter(stage, wantedPage(request));
  }
  const session = await sessionOf(house, settings, request);
  if (session === undefined) return undefined;
  return pathAfter(session.partnership_id === null ? 'partnerships' : 'home', wantedPage(request));
}

/** Also drawn by a passkey that did not open anything, with what went wrong. */
export async function drawSignIn(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  typed = '',
  fields: Record<string, string> = {},
): Promise<FastifyReply> {
  const organisations = await anyProvider(house);
  const failed = Object.keys(fields).length > 0;
  return send(
    reply,
    settings,
    {
      title: 'Sign in',
      errorSummary: summaryOf(fields),
      notification: takeNotice(request, reply),
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Sign in</h1>
<form method="post" action="${withWanted('/sign-in', wantedPage(request))}" novalidate>${emailQuestion('E-mail address', typed, fields)}${passwordInput(
        {
          name: 'password',
          id: 'password',
          label: { text: 'Password' },
          autocomplete: 'current-password',
        },
      )}${button({ text: 'Sign in', preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="/reset">Forgotten your password?</a></p>
<h2 class="govuk-heading-m">Or use a passkey</h2>
<p class="govuk-body">If you have added a passkey to your account, you need neither password nor code: your fingerprint, face or PIN is enough.</p>
${passkeyForm({
  ceremony: 'get',
  action: withWanted('/sign-in/passkey', wantedPage(request)),
  options: '/sign-in/passkey/options',
  text: 'Sign in with a passkey',
  secondary: true,
  instead: 'Sign in with your password and a code.',
  problem: fields['passkey'],
})}
${
  organisations &&
  html`<h2 class="govuk-heading-m">Or by way of your organisation</h2>
<p class="govuk-body"><a class="govuk-link" href="${withWanted('/sign-in/organisation', wantedPage(request))}">Sign in with your organisation</a></p>`
}
<p class="govuk-body">If you have no account or cannot get in, ask your partnership’s business manager.</p></div>`,
    },
    failed ? 422 : 200,
  );
}

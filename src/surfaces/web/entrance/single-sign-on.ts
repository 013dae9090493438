// Signing in by way of one's agency. The page asks for the e-mail address and goes by its domain alone: it lists neither
// people nor agencies. A link, not a form, leads away: forms may be sent to this site only.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountOfClaims } from '../../../kernel/access/account-of-claims.ts';
import { admit } from '../../../kernel/access/admission.ts';
import { providersFor } from '../../../kernel/access/identity-provider.ts';
import {
  beginSingleSignOn,
  callbackPath,
  finishSingleSignOn,
  ProviderProblem,
} from '../../../kernel/access/single-sign-on.ts';
import { type Log, faultWords } from '../../../kernel/log/log.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { cookieName, type WebSettings } from '../visit.ts';
import {
  emailQuestion,
  guessable,
  letIn,
  ownPage,
  refuseOtherSites,
  send,
  senderOf,
  sentOf,
  summaryOf,
  valueOf,
  wantedPage,
  withWanted,
} from './drawing.ts';

const organisation = '/sign-in/organisation';
const title = 'Sign in with your organisation';

export function serveSingleSignOn(app: FastifyInstance, house: House, settings: WebSettings): void {
  const cookie = cookieName(settings).replace('session', 'single-sign-on');
  const cookieOptions = {
    path: '/',
    httpOnly: true,
    // The agency's page leads back here, so it must come along from another site.
    sameSite: 'lax',
    secure: cookie.startsWith('__Host-'),
  } as const;

  app.get(organisation, (request, reply) => drawAsk(settings, request, reply));

  app.post(organisation, guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const email = valueOf(sentOf(request), 'email').trim();
    if (!z.email().safeParse(email).success)
      return drawAsk(settings, request, reply, email, {
        email: 'Enter an e-mail address such as name@example.org',
      });
    const providers = await providersFor(house, email);
    if (providers.length === 0)
      return drawAsk(settings, request, reply, email, {
        email:
          'No organisation with addresses like this signs in here by its own account. Go back and use your password or a passkey',
      });
    return drawChoose(settings, request, reply, providers);
  });

  app.get(`${organisation}/:provider/start`, guessable, async (request, reply) => {
    const { provider } = request.params as { provider: string };
    return explained(settings, request.log, reply, async () => {
      const { secret, address } = await beginSingleSignOn(house, provider, new Date());
      // The page that was wanted waits in the same cookie; neither holds the other's sign.
      reply.setCookie(cookie, `${secret}~${wantedPage(request)}`, { ...cookieOptions, maxAge: 600 });
      return reply.redirect(address, 303);
    });
  });

  app.get(callbackPath, guessable, async (request, reply) =>
    explained(settings, request.log, reply, async () => {
      const now = new Date();
      const search = new URLSearchParams(request.url.split('?')[1] ?? '');
      const [secret, ...wanted] = request.cookies[cookie]?.split('~') ?? [];
      const { provider, claims } = await finishSingleSignOn(house, secret, search, now);
      reply.clearCookie(cookie, { path: '/' });
      const account_id = await accountOfClaims(house, provider, claims, now);
      const entry = {
        account_id,
        how: 'single-sign-on',
        provider_id: provider.id,
        ...senderOf(request),
      } as const;
      const admission = await admit(house, entry, now);
      return letIn(house, settings, request, reply, admission, ownPage(wanted.join('~')));
    }),
  );
}

/** A problem of the agency's server is told to the person as what it is, and its cause to the log alone. */
async function explained(
  settings: WebSettings,
  log: Pick<Log, 'error'>,
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    log.error({ fault: faultWords(error.cause) }, 'fault');
    return send(
      reply,
      settings,
      {
        title: 'The sign-in did not work',
        main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">The sign-in did not work</h1><p class="govuk-body">${error.message}</p><p class="govuk-body"><a class="govuk-link" href="${organisation}">Try again</a></p></div>`,
      },
      503,
    );
  }
}

function drawAsk(
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  typed = '',
  fields: Record<string, string> = {},
): FastifyReply {
  return send(
    reply,
    settings,
    {
      title,
      errorSummary: summaryOf(fields),
      backLink: { href: '/sign-in', text: 'Other ways to sign in' },
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">If your organisation has joined its own sign-in to Golden Thread, you need no password here.</p><form method="post" action="${withWanted(organisation, wantedPage(request))}" novalidate>${emailQuestion('Your e-mail address there', typed, fields)}${button({ text: 'Continue', preventDoubleClick: true })}</form></div>`,
    },
    Object.keys(fields).length > 0 ? 422 : 200,
  );
}

function drawChoose(
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  providers: { id: string; name: string; partnership: string }[],
): FastifyReply {
  return send(reply, settings, {
    title,
    backLink: { href: organisation, text: 'Another e-mail address' },
    main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">You leave Golden Thread for a moment: your organisation asks who you are, and leads you back.</p>${providers.map(
      ({ id, name, partnership }) =>
        html`<p>${button({ text: `Continue to ${name}`, href: withWanted(`${organisation}/${id}/start`, wantedPage(request)) })}</p>${providers.length > 1 && html`<p class="govuk-hint">For ${partnership}</p>`}`,
    )}</div>`,
  });
}

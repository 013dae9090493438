// A forgotten password. Asking is answered in the same words and the same time whether or not there is an account: the work
// is done after the answer. Opening the link shows a page; sending that page's form uses the link up.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admit } from '../../../kernel/access/admission.ts';
import { linkIsOver } from '../../../kernel/access/invitation.ts';
import { findLink } from '../../../kernel/access/one-time-link.ts';
import { askForReset, resetPassword } from '../../../kernel/access/password-reset.ts';
import { faultWords } from '../../../kernel/log/log.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import type { WebSettings } from '../visit.ts';
import { choosePassword, chosenPassword, drawLinkIsOver } from './choose-password.ts';
import {
  emailQuestion,
  guessable,
  letIn,
  refuseOtherSites,
  send,
  senderOf,
  sentOf,
  summaryOf,
  valueOf,
} from './drawing.ts';

/** Each asks for a letter to somebody: so many from one network address. */
const letters = { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } };

export function serveReset(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/reset', (_request, reply) => drawAsk(settings, reply));

  app.post('/reset', letters, async (request, reply) => {
    refuseOtherSites(request, settings);
    const email = valueOf(sentOf(request), 'email').trim();
    if (!z.email().safeParse(email).success)
      return drawAsk(settings, reply, email, {
        email: 'Enter an e-mail address such as name@example.org',
      });
    reply.raw.once('finish', () => {
      askForReset(house, email, new Date()).catch((error: unknown) =>
        request.log.error({ fault: faultWords(error) }, 'fault'),
      );
    });
    return send(reply, settings, {
      title: 'Look for our letter',
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Look for our letter</h1><p class="govuk-body">If somebody signs in with this e-mail address, a letter is on its way to it. It holds a link that works once, within one hour.</p><p class="govuk-body">If none comes, look among unwanted mail, or ask your partnership’s business manager.</p></div>`,
    });
  });

  app.get('/reset/:secret', guessable, async (request, reply) => {
    const link = await findLink(house, 'reset', secretOf(request), new Date());
    return link === undefined ? drawLinkIsOver(settings, reply, linkIsOver) : drawChoose(settings, reply);
  });

  app.post('/reset/:secret', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const now = new Date();
    try {
      const password = chosenPassword(sentOf(request));
      const sender = senderOf(request);
      const { account_id } = await resetPassword(house, secretOf(request), password, sender.user_agent, now);
      const admission = await admit(house, { account_id, how: 'link', ...sender }, now);
      return await letIn(house, settings, request, reply, admission, '/');
    } catch (error) {
      if (error instanceof InvalidInput) return drawChoose(settings, reply, error.fields);
      if (error instanceof Conflict) return drawLinkIsOver(settings, reply, error.message);
      throw error;
    }
  });
}

function secretOf(request: FastifyRequest): string {
  return (request.params as { secret: string }).secret;
}

function drawAsk(
  settings: WebSettings,
  reply: FastifyReply,
  typed = '',
  fields: Record<string, string> = {},
): FastifyReply {
  return send(
    reply,
    settings,
    {
      title: 'Forgotten your password?',
      errorSummary: summaryOf(fields),
      backLink: { href: '/sign-in', text: 'Back to sign in' },
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Forgotten your password?</h1><p class="govuk-body">Say by which e-mail address you sign in. We send a link to it, by which you choose a new password.</p><form method="post" novalidate>${emailQuestion('E-mail address', typed, fields)}${button({ text: 'Send me a link', preventDoubleClick: true })}</form></div>`,
    },
    Object.keys(fields).length > 0 ? 422 : 200,
  );
}

function drawChoose(
  settings: WebSettings,
  reply: FastifyReply,
  fields: Record<string, string> = {},
): FastifyReply {
  return send(
    reply,
    settings,
    {
      title: 'Choose a new password',
      errorSummary: summaryOf(fields),
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Choose a new password</h1><p class="govuk-body">Everywhere else you are signed in, you will be signed out. Your second step stays as it is.</p><form method="post" novalidate>${choosePassword(fields)}${button({ text: 'Save and sign in', preventDoubleClick: true })}</form></div>`,
    },
    Object.keys(fields).length > 0 ? 422 : 200,
  );
}

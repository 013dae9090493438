// Where somebody looks after how they sign in: a signed-in person with an account, and for changes a recent proof that it
// is still they (a password, code or passkey within fifteen minutes), so that a browser left open gives nothing away.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Permission } from '../../../kernel/access/roles.ts';
import type { Session } from '../../../kernel/access/session.ts';
import { query } from '../../../kernel/operation/operation.ts';
import { type House, perform } from '../../../kernel/operation/perform.ts';
import { NoAppointment } from '../../../kernel/operation/refusals.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type Chrome, openPage, signedInPage } from '../chrome.ts';
import { withWanted } from '../entrance/drawing.ts';
import { leaveNotice, takeNotice } from '../notice.ts';
import { toSignIn } from '../serve-page.ts';
import { visitOf } from '../visit.ts';

export type AccountSession = Session & { account_id: string };

export interface DeskPage {
  title: string;
  main: Html;
  /** Over the whole width: for tables. */
  whole?: boolean;
  /** Under the field's name, what is wrong with it. */
  fields?: Record<string, string> | undefined;
}

export interface Desk {
  session: AccountSession;
  can(permission: Permission): boolean;
  draw: (page: DeskPage) => FastifyReply;
  /** A second factor was set up: shows recovery codes that were made with it, once, and leads on. */
  done: (words: string, codes: string[] | undefined) => Promise<FastifyReply>;
}

/** Gives the desk, or answers instead (sign in first, prove who you are first) and gives undefined. */
export type SitDown = (
  request: FastifyRequest,
  reply: FastifyReply,
  needs?: { proof: boolean },
) => Promise<Desk | undefined>;

const freshFor = 15 * 60_000;

const whoIsThere = query({
  name: 'access.open-account',
  summary: 'Who looks after their account',
  permission: 'public',
  input: z.strictObject({}),
  run: () => Promise.resolve(null),
});

/** `drawCodes` draws recovery codes that were just made, and leads back to the account. */
export function accountDesk(
  house: House,
  chrome: Chrome,
  drawCodes: (codes: string[], onward: string) => Html,
): SitDown {
  return async (request, reply, needs = { proof: false }) => {
    const visit = await visitOf(house, chrome.settings, request);
    if (visit === undefined) {
      await toSignIn(request, reply, request.method === 'GET' ? request.url : '/account');
      return undefined;
    }
    const { account_id, proved_at } = visit.session;
    if (account_id === null) {
      await reply.type('text/html; charset=utf-8').send(openPage(chrome.settings, noAccount));
      return undefined;
    }
    const performed = await perform(house, whoIsThere, visit.request, {});
    if (performed.actor.roles.length === 0) throw new NoAppointment();
    if (needs.proof && (proved_at === null || Date.now() - Date.parse(proved_at) > freshFor)) {
      const wanted = request.method === 'GET' ? request.url : '/account';
      await reply.redirect(withWanted('/account/proof', wanted), 303);
      return undefined;
    }
    const path = request.url.split('?')[0] ?? '/';
    const draw: Desk['draw'] = ({ title, main, whole, fields = {} }) => {
      const errors = Object.entries(fields);
      return reply
        .code(errors.length > 0 ? 422 : 200)
        .type('text/html; charset=utf-8')
        .send(
          signedInPage(chrome, performed, path, {
            title,
            session: visit.session,
            main: whole ? main : html`<div class="gt-narrow">${main}</div>`,
            breadcrumbs: [
              { text: 'Home', href: '/' },
              ...(path === '/account' ? [] : [{ text: 'Your account', href: '/account' }]),
            ],
            errorSummary: errors.map(([name, text]) => ({ text, href: `#${name}` })),
            notification: takeNotice(request, reply),
          }),
        );
    };
    return {
      session: { ...visit.session, account_id },
      can: (permission) => performed.actor.can(permission),
      draw,
      async done(words, codes) {
        if (codes === undefined) return backToAccount(reply, words);
        return draw({ title: 'Your recovery codes', main: drawCodes(codes, '/account') });
      },
    };
  };
}

/** Says what was done, on the account's page. */
export function backToAccount(reply: FastifyReply, words: string): FastifyReply {
  leaveNotice(reply, words);
  return reply.redirect('/account', 303);
}

const noAccount = {
  title: 'Your account',
  main: html`<h1 class="govuk-heading-l">Your account</h1><p class="govuk-body">This is a visit without an account: in the demonstration nobody signs in with a password, so there are no passwords, passkeys or other browsers to look after.</p><p class="govuk-body"><a class="govuk-link" href="/">Go to your home page</a></p>`,
};

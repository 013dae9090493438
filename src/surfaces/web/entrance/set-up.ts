// Where a second factor is required and there is none yet: it is set up right after the first credential, and until then
// nothing else opens.
import type { FastifyInstance } from 'fastify';
import { completeAdmission } from '../../../kernel/access/admission.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { html } from '../../../kernel/pages/html.ts';
import type { Desk, SitDown } from '../account/desk.ts';
import { hasSecondFactor } from '../../../kernel/access/second-factor.ts';
import { drawCodes } from '../account/recovery-codes.ts';
import { serveAuthenticatorSetUp } from '../account/set-up-authenticator.ts';
import { servePasskeySetUp } from '../account/set-up-passkey.ts';
import { button } from '../components/button.ts';
import { leaveNotice } from '../notice.ts';
import { setSessionCookie, unfinishedOf, type WebSettings } from '../visit.ts';
import { letIn, pathAfter, send, senderOf, summaryOf, wantedPage, withWanted } from './drawing.ts';

const page = '/sign-in/set-up';

export function serveSetUp(app: FastifyInstance, house: House, settings: WebSettings): void {
  const sitDown = entranceDesk(house, settings);
  app.get(page, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const to = (way: string) => withWanted(`${page}/${way}`, wantedPage(request));
    return desk.draw({
      title: 'Set up a second step',
      main: html`<h1 class="govuk-heading-l">Set up a second step</h1>
<p class="govuk-body">A password alone is not enough for what is kept here. Choose what you will use besides it; it takes two minutes, once.</p>
<h2 class="govuk-heading-m">A passkey: easier and safer</h2>
<p class="govuk-body">Your fingerprint, face or PIN on this device or your telephone. From then on you need no password either.</p>
${button({ text: 'Add a passkey', href: to('passkey') })}
<h2 class="govuk-heading-m">An authenticator app</h2>
<p class="govuk-body">An app on your telephone shows a code of six figures, which you type after your password.</p>
${button({ text: 'Set up an authenticator app', href: to('authenticator'), classes: 'govuk-button--secondary' })}
<p class="govuk-body"><a class="govuk-link" href="/leave">Sign out instead</a></p>`,
    });
  });
  serveAuthenticatorSetUp(app, house, `${page}/authenticator`, sitDown);
  servePasskeySetUp(app, house, `${page}/passkey`, sitDown);
}

/** Like the account's desk, for somebody who is not all the way in; the first credential was their proof. */
function entranceDesk(house: House, settings: WebSettings): SitDown {
  return async (request, reply) => {
    const session = await unfinishedOf(house, settings, request);
    const wanted = wantedPage(request);
    if (session === undefined || session.stage !== 'set-up-second-factor' || session.account_id === null) {
      await reply.redirect(withWanted('/sign-in', wanted), 303);
      return undefined;
    }
    const account = { ...session, account_id: session.account_id };
    // Whoever set one up meanwhile, in another browser, is asked for that one: a password alone must not replace it.
    if (await hasSecondFactor(house, account.account_id)) {
      await reply.redirect(withWanted('/sign-in?again', wanted), 303);
      return undefined;
    }
    const draw: Desk['draw'] = ({ title, main, fields = {} }) =>
      send(
        reply,
        settings,
        { title, errorSummary: summaryOf(fields), main: html`<div class="gt-narrow">${main}</div>` },
        Object.keys(fields).length > 0 ? 422 : 200,
      );
    return {
      session: account,
      can: () => false,
      draw,
      async done(words, codes) {
        const admission = await completeAdmission(house, account, senderOf(request), new Date());
        if (admission === undefined) return reply.redirect(withWanted('/sign-in', wanted), 303);
        if (codes === undefined) {
          leaveNotice(reply, words);
          return letIn(house, settings, request, reply, admission, wanted);
        }
        setSessionCookie(settings, reply, admission.secret);
        return draw({
          title: 'Your recovery codes',
          main: drawCodes(codes, pathAfter(admission.next, wanted)),
        });
      },
    };
  };
}

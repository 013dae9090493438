// Warns five minutes before a session ends by itself (the GOV.UK service manual's "timeout warning"). It stands in the page
// closed; assets/stay-signed-in.js opens it. Without JavaScript nothing is lost either: what is typed becomes a draft.
import { secondsUntil, type Session } from '../../kernel/access/session.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { button } from './components/button.ts';

export function timeoutWarning(session: Session, now: Date): Html {
  return html`<dialog class="gt-timeout" data-session-ends-in="${secondsUntil(session.ends_at, now)}" aria-labelledby="gt-timeout-title"><h2 class="govuk-heading-m" id="gt-timeout-title" tabindex="-1">You will soon be signed out</h2><div data-timeout-warning><p class="govuk-body" role="status">For your safety you will be signed out in <strong data-timeout-left>5 minutes</strong>, because nothing was sent or opened for a while.</p><form method="post" action="/session" data-timeout-stay><input type="hidden" name="_form" value="${session.form_token}">${button(
    { text: 'Stay signed in' },
  )}</form><p class="govuk-body"><a class="govuk-link" href="/leave">Sign out now</a></p></div><div data-timeout-last hidden><p class="govuk-body" role="status">You have been signed in for twelve hours, which is the most. Send what you are writing now; you can sign in again at once.</p>${button(
    {
      text: 'Go on',
      type: 'button',
      classes: 'govuk-button--secondary',
      attributes: { 'data-timeout-close': '' },
    },
  )}</div><div data-timeout-over hidden><p class="govuk-body" role="status">You have been signed out. If you were filling in a form, close this and send it: you will be asked to sign in, and what you typed is kept.</p>${button(
    { text: 'Close', type: 'button', attributes: { 'data-timeout-close': '' } },
  )}<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in again</a></p></div></dialog>`;
}

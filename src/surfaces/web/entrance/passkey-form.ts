// A form that a passkey fills in: assets/passkey.js fetches what the browser is to ask, asks, and sends the answer as an
// ordinary form. Without JavaScript there is no button, and the page says what to use instead.
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';

export interface PasskeyForm {
  /** `create` makes a passkey, `get` uses one. */
  ceremony: 'create' | 'get';
  /** Where the answer is sent; the page's own address unless given. */
  action?: string;
  /** Where the browser's question is fetched. */
  options: string;
  text: string;
  /** What to use where there is no JavaScript, as a sentence. */
  instead: string;
  secondary?: boolean;
  /** Hidden and other fields to send along. */
  fields?: Html;
  /** What went wrong last time. */
  problem?: string | undefined;
}

export function passkeyForm(form: PasskeyForm): Html {
  const { ceremony, action, options, text, instead, secondary, fields, problem } = form;
  return html`<form method="post"${action !== undefined && html` action="${action}"`} novalidate data-passkey="${ceremony}" data-passkey-options="${options}" id="passkey"><input type="hidden" name="credential" value="">${fields}<p class="govuk-error-message" role="alert" data-passkey-problem${problem === undefined && html` hidden`}>${problem}</p><div data-passkey-button hidden>${button(
    { text, preventDoubleClick: true, classes: secondary ? 'govuk-button--secondary' : undefined },
  )}</div><p class="govuk-body" data-passkey-unknown hidden>This browser does not know passkeys. ${instead}</p><noscript><p class="govuk-body">A passkey needs JavaScript, which is off in this browser. ${instead}</p></noscript></form>`;
}

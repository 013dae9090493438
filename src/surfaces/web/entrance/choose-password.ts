// What the pages behind a link share: the two boxes for a new password, and what is said of a link that does not work.
import type { FastifyReply } from 'fastify';
import type { Sent } from '../../../kernel/forms/fields.ts';
import { InvalidInput } from '../../../kernel/operation/refusals.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { passwordInput } from '../components/password-input.ts';
import type { WebSettings } from '../visit.ts';
import { send, valueOf } from './drawing.ts';

export function choosePassword(fields: Record<string, string>): Html {
  const box = (name: string, label: string, hint?: string) =>
    passwordInput({
      name,
      id: name,
      label: { text: label },
      hint: hint === undefined ? undefined : { text: hint },
      autocomplete: 'new-password',
      errorMessage: fields[name] ? { text: fields[name] } : undefined,
    });
  return html`${box('password', 'New password', 'At least 12 characters. Three or four unrelated words are a good one')}${box('again', 'The new password again')}`;
}

/** Throws InvalidInput where the two differ. */
export function chosenPassword(sent: Sent): string {
  const password = valueOf(sent, 'password');
  if (password !== valueOf(sent, 'again'))
    throw new InvalidInput({ again: 'The two new passwords are not the same' });
  return password;
}

export function drawLinkIsOver(settings: WebSettings, reply: FastifyReply, words: string): FastifyReply {
  return send(
    reply,
    settings,
    {
      title: 'This link does not work',
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">This link does not work</h1><p class="govuk-body">${words}</p><p class="govuk-body"><a class="govuk-link" href="/sign-in">Go to sign in</a></p></div>`,
    },
    410,
  );
}

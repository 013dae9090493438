// Changing one's own password, by who knows the present one. Every other browser is signed out.
import type { FastifyInstance } from 'fastify';
import { factorsOf } from '../../../kernel/access/second-factor.ts';
import { changePassword } from '../../../kernel/access/sign-in.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput } from '../../../kernel/operation/refusals.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { passwordInput } from '../components/password-input.ts';
import { guessable, senderOf, sentOf, tokenField, valueOf } from '../entrance/drawing.ts';
import { refuseForeignForm } from '../visit.ts';
import { backToAccount, type Desk, type SitDown } from './desk.ts';

const path = '/account/password';
const title = 'Change your password';

export function servePassword(app: FastifyInstance, house: House, sitDown: SitDown): void {
  const refuseWithout = async ({ session }: Desk) => {
    if (!(await factorsOf(house, session.account_id)).has_password) {
      throw new Conflict('You sign in without a password, so there is none to change.');
    }
  };

  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    await refuseWithout(desk);
    return desk.draw({ title, main: drawForm(tokenField(desk.session), {}) });
  });

  app.post(path, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    await refuseWithout(desk);
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    try {
      const [present, password, again] = [
        valueOf(sent, 'present'),
        valueOf(sent, 'password'),
        valueOf(sent, 'again'),
      ];
      await changePassword(
        house,
        desk.session,
        { present, password, again, ...senderOf(request) },
        new Date(),
      );
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const { fields } = error;
      return desk.draw({ title, fields, main: drawForm(tokenField(desk.session), fields) });
    }
    return backToAccount(reply, 'Your password is changed, and every other browser is signed out');
  });
}

function drawForm(token: Html, fields: Record<string, string>): Html {
  const box = (name: string, label: string, autocomplete: string, hint?: string) =>
    passwordInput({
      name,
      id: name,
      label: { text: label },
      hint: hint === undefined ? undefined : { text: hint },
      autocomplete,
      errorMessage: fields[name] ? { text: fields[name] } : undefined,
    });
  return html`<h1 class="govuk-heading-l">${title}</h1><form method="post" novalidate>${token}${box(
    'present',
    'Your present password',
    'current-password',
  )}${box(
    'password',
    'New password',
    'new-password',
    'At least 12 characters. Three or four unrelated words are a good one',
  )}${box('again', 'The new password again', 'new-password')}${button({ text: 'Change password', preventDoubleClick: true })}</form>`;
}

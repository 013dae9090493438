// Adding a passkey, with a name by which the person knows it. Served on the way in, where a second factor is required, and
// in the account.
import type { FastifyInstance } from 'fastify';
import { browserWords } from '../../../kernel/access/browser-words.ts';
import { addPasskey, registrationOptions } from '../../../kernel/access/passkey.ts';
import { firstRecoveryCodes } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { input } from '../components/input.ts';
import { guessable, sentOf, tokenField, valueOf } from '../entrance/drawing.ts';
import { passkeyForm } from '../entrance/passkey-form.ts';
import { refuseForeignForm } from '../visit.ts';
import type { AccountSession, SitDown } from './desk.ts';

const title = 'Add a passkey';
const longestName = 60;

export function servePasskeySetUp(app: FastifyInstance, house: House, path: string, sitDown: SitDown): void {
  app.get(path, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    const name = browserWords(request.headers['user-agent']);
    return desk.draw({ title, main: drawAdding(path, desk.session, name, {}) });
  });

  app.post(`${path}/options`, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    refuseForeignForm(desk, sentOf(request));
    return reply.send(await registrationOptions(house, desk.session, new Date()));
  });

  app.post(path, guessable, async (request, reply) => {
    const desk = await sitDown(request, reply, { proof: true });
    if (desk === undefined) return reply;
    const sent = sentOf(request);
    refuseForeignForm(desk, sent);
    const now = new Date();
    const browser = browserWords(request.headers['user-agent']);
    const name = valueOf(sent, 'name').trim();
    const fields = await problemsOf(name, () =>
      addPasskey(house, desk.session, { name, credential: valueOf(sent, 'credential'), browser }, now),
    );
    if (fields !== undefined) {
      return desk.draw({ title, fields, main: drawAdding(path, desk.session, name, fields) });
    }
    const codes = await firstRecoveryCodes(house, desk.session.account_id, now, browser);
    return desk.done('Your passkey is added', codes);
  });
}

async function problemsOf(
  name: string,
  add: () => Promise<boolean>,
): Promise<Record<string, string> | undefined> {
  if (name === '') return { name: 'Enter a name for this passkey' };
  if (name.length > longestName) return { name: `The name must be ${longestName} characters or fewer` };
  if (name.includes('\u0000'))
    return { name: 'The name holds a character that cannot be kept. Type it again' };
  if (await add()) return undefined;
  return {
    passkey: 'The passkey was not added: the answer came too late, or the device has one already. Try again',
  };
}

function drawAdding(
  path: string,
  session: AccountSession,
  name: string,
  fields: Record<string, string>,
): Html {
  return html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">A passkey lives on your device and opens with your fingerprint, face or PIN. It cannot be guessed, and it does not work on a site that only looks like this one. With it you need neither password nor code.</p>
${passkeyForm({
  ceremony: 'create',
  options: `${path}/options`,
  text: 'Add the passkey',
  instead: 'Set up an authenticator app.',
  problem: fields['passkey'],
  fields: html`${tokenField(session)}${input({
    name: 'name',
    id: 'name',
    label: { text: 'Name of this passkey' },
    hint: { text: 'So that you know it again, such as “work laptop”' },
    value: name,
    errorMessage: fields['name'] ? { text: fields['name'] } : undefined,
  })}`,
})}`;
}

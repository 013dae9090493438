// What the operator does for somebody who cannot get in. Whoever asks must be known by other means: a voice, a face, a badge.
import { unlock } from '../../kernel/access/attempt.ts';
import { resetSecondFactor } from '../../kernel/access/second-factor.ts';
import { findAccount } from '../../kernel/access/sign-in.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { type Given, UsageProblem } from './arguments.ts';
import type { OperatorCommand } from './operator-commands.ts';

export const accountCommands: readonly OperatorCommand[] = [
  {
    words: ['account', 'unlock'],
    summary: 'Let an e-mail address sign in again after too many failures',
    usage: 'golden-thread account unlock --email …',
    async run(house, given) {
      const email = emailOf(this, given);
      return (await unlock(house, email, new Date()))
        ? `${email} can sign in again.`
        : `${email} was not locked, so nothing was changed.`;
    },
  },
  {
    words: ['account', 'reset-second-factor'],
    summary: 'Take away a lost authenticator app, passkeys and recovery codes; be sure who asks',
    usage: 'golden-thread account reset-second-factor --email …',
    async run(house, given) {
      const email = emailOf(this, given);
      const accountId = await findAccount(house, email);
      if (accountId === undefined) throw new NotFound(`There is no account for ${email}.`);
      await resetSecondFactor(house, accountId, new Date());
      return `${email} is signed out everywhere and sets a second step up anew at the next sign-in. A letter tells them.`;
    },
  },
];

function emailOf(command: OperatorCommand, given: Given): string {
  const { email } = given.options;
  if (typeof email === 'string' && email.trim() !== '') return email.trim().toLowerCase();
  throw new UsageProblem(`--email is still needed. Usage: ${command.usage}`);
}

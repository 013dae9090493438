// Tokens for other systems: by which one acts as a person, for some of what the person may do, until a day.
import { z } from 'zod';
import { permissions } from '../../kernel/access/roles.ts';
import { manyOf, oneOf, recordId, text } from '../../kernel/records/field.ts';

export const tokenLives = {
  '30': '30 days',
  '90': '90 days',
  '180': 'Half a year',
  '365': 'A year',
} as const;

export const newTokenInput = z.strictObject({
  name: text({ label: 'Which system is it for', hint: 'For example “Dashboard of the police”' }, 100),
  scopes: manyOf(permissions, {
    label: 'What it may do',
    hint: 'Give it no more than it needs',
    choose_from: 'own-permissions',
  }),
  days: oneOf(tokenLives, { label: 'How long it works', widget: 'radios' }),
});

export const tokenRevocation = z.strictObject({
  id: recordId({ label: 'Token', choose_from: 'tokens', widget: 'hidden' }),
});

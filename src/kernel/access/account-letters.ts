// The letter that tells somebody of a change to how they sign in, so that a change they did not make is seen. It holds no
// secret and no record's words. The room `src/ground/accounts` registers `tellOfChange` among its jobs under the kind
// 'accounts.tell-of-change' (tellOfChangeKind in account-change.ts); its payload is { account_id, event, at }.
import { z } from 'zod';
import { showInstant } from '../../surfaces/web/components/day.ts';
import { letter } from '../mail/wording.ts';
import type { Job } from '../records/room.ts';
import { type AccountChange, changes } from './account-event.ts';

const payloadOf = z.object({
  account_id: z.uuid(),
  event: z.enum(Object.keys(changes) as [AccountChange, ...AccountChange[]]),
  at: z.iso.datetime(),
});

export const tellOfChange: Job = async ({ house, partnership }, payload) => {
  const { account_id, event, at } = payloadOf.parse(payload);
  const [account] = await house.pool.single<{ email: string }>(
    'select email from access.account where id = $1',
    [account_id],
  );
  if (account === undefined) return;
  await house.mail.send(
    letter({
      to: account.email,
      subject: 'A change to how you sign in to Golden Thread',
      paragraphs: [
        `${changes[event]} on ${showInstant(at, 'Europe/London')}.`,
        'If this was you, there is nothing to do.',
        event === 'sign-in-locked'
          ? 'If it was not you, somebody tried to guess your password and did not get in. To sign in again, choose “Forgotten your password?” on the sign-in page, and tell your partnership’s business manager.'
          : 'If it was not you, open your account, choose “Sign out everywhere”, change your password and revoke tokens you do not know, then tell your partnership’s business manager at once.',
      ],
      link: `${house.publicUrl}/account`,
      because: 'how you sign in to Golden Thread has changed',
      from: partnership.name,
    }),
  );
};

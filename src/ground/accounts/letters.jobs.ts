// The letters of this room, each the job of a command that was committed. A secret is made when its letter is sent, so that
// none lies in an outbox; if the letter cannot be sent, the secret is undone with everything else and made anew.
import { z } from 'zod';
import type { GuestTask } from '../../kernel/access/guest-task.ts';
import { makeCode, makeGuestSecret } from '../../kernel/access/guest-visit.ts';
import { requiredProviderOf, requiredProviderOfAccount } from '../../kernel/access/identity-provider.ts';
import { makeLink } from '../../kernel/access/one-time-link.ts';
import { letter } from '../../kernel/mail/wording.ts';
import type { Job } from '../../kernel/records/room.ts';
import { showDay } from '../drawing.ts';

export const sendInvitationKind = 'accounts.send-invitation';
export const sendGuestLinkKind = 'accounts.send-guest-link';

/** In SQL, of the latest job `j` of a letter: whether it waits or was not sent, and why; null once it was sent. */
export const letterNotSent = `case when j.state <> 'done' or j.problem is not null then
  jsonb_build_object('state', case j.state when 'waiting' then 'waiting' else 'failed' end, 'problem', j.problem) end`;

export const sendInvitation: Job = async (context, payload) => {
  const { house, db, partnership } = context;
  const { person_id } = z.object({ person_id: z.uuid() }).parse(payload);
  const person = await db.find(
    db.from('governance.person').select(['name', 'email']).where('id', '=', person_id),
  );
  if (person?.email == null) return;
  const { email, name } = person;
  const who = { partnership_id: partnership.id, person_id };
  const provider = await requiredProviderOf(house, who, new Date());
  const secret = await makeLink(house, db, { kind: 'invitation', email, ...who }, new Date());
  const common = {
    to: email,
    name,
    subject: 'Your invitation to sign in to Golden Thread',
    because: `the business manager of ${partnership.name} has recorded you as one of its people`,
    from: partnership.name,
  };
  const opening = `You are invited to sign in to Golden Thread, where ${partnership.name} does its work.`;
  await house.mail.send(
    provider === undefined
      ? letter({
          ...common,
          paragraphs: [
            opening,
            'Open this address to choose your password. It works once, within seven days:',
          ],
          link: `${house.publicUrl}/invitation/${secret}`,
          afterLink: ['If it no longer works, ask the business manager for a new invitation.'],
        })
      : letter({
          ...common,
          paragraphs: [
            opening,
            `You sign in with your account of ${provider.name}. Open this address to begin, within seven days:`,
          ],
          link: `${house.publicUrl}/sign-in/organisation`,
        }),
  );
};

export const sendReset: Job = async ({ house, db, partnership }, payload) => {
  const { account_id } = z.object({ account_id: z.uuid() }).parse(payload);
  const [account] = await db.text<{ email: string }>('select email from access.account where id = $1', [
    account_id,
  ]);
  if (account === undefined) return;
  const { email } = account;
  const common = {
    to: email,
    subject: 'A new password for Golden Thread',
    because: 'somebody asked for a new password with your e-mail address',
    from: partnership.name,
  };
  const provider = await requiredProviderOfAccount(house, account_id, new Date());
  if (provider !== undefined) {
    await house.mail.send(
      letter({
        ...common,
        paragraphs: [
          `You need no password for Golden Thread: you sign in with your account of ${provider.name}. Open this address to begin:`,
        ],
        link: `${house.publicUrl}/sign-in/organisation`,
      }),
    );
    return;
  }
  const secret = await makeLink(house, db, { kind: 'reset', email, account_id }, new Date());
  await house.mail.send(
    letter({
      ...common,
      paragraphs: ['Open this address to choose a new password. It works once, within one hour:'],
      link: `${house.publicUrl}/reset/${secret}`,
      afterLink: ['If you did not ask for it, there is nothing to do: your password stays as it is.'],
    }),
  );
};

export const sendGuestLinkBy =
  (tasks: readonly GuestTask[]): Job =>
  async ({ house, db, partnership }, payload) => {
    const { link_id } = z.object({ link_id: z.uuid() }).parse(payload);
    const link = await db.one(db.from('kernel.guest_link').selectAll().where('id', '=', link_id));
    if (link.used_at !== null || link.revoked_at !== null) return;
    const [asker, task] = [
      await db.one(db.from('governance.person').select('name').where('id', '=', link.asked_by_id)),
      tasks.find(({ command }) => command.name === link.operation),
    ];
    if (task === undefined) throw new Error(`Nobody can be asked for ${link.operation}.`);
    const secret = await makeGuestSecret(house, db, { partnership_id: partnership.id, link_id }, new Date());
    await house.mail.send(
      letter({
        to: link.email,
        name: link.name,
        subject: 'Somebody asks for your answer',
        paragraphs: [
          `${asker.name} of ${partnership.name} asks you to ${task.ask}. You need no account.`,
          `Open this address; a code will then be sent to this e-mail address. It works once, until ${showDay(link.until_on)}:`,
        ],
        link: `${house.publicUrl}/guest/${secret}`,
        afterLink: ['If you do not know who this is, do not answer.'],
        because: `${asker.name} gave your e-mail address`,
        from: partnership.name,
      }),
    );
  };

export const sendGuestCode: Job = async ({ house, db, partnership }, payload) => {
  const { visit } = z.object({ visit: z.string() }).parse(payload);
  const made = await makeCode(house, db, visit, new Date());
  if (made === undefined) return;
  const link = await db.one(
    db.from('kernel.guest_link').select(['name', 'email']).where('id', '=', made.link_id),
  );
  await house.mail.send(
    letter({
      to: link.email,
      name: link.name,
      subject: 'Your code for Golden Thread',
      paragraphs: [
        `Your code is ${made.code}. It works for ten minutes, in the browser in which you asked for it.`,
        'Give it to nobody. If you did not ask for it, there is nothing to do.',
      ],
      because: 'a code was asked for with a link that was sent to you',
      from: partnership.name,
    }),
  );
};

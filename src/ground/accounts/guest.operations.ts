// Asking a guest, seeing whom one asked, and withdrawing the question. Whoever asks must see the record and be allowed to do
// themselves what they ask for.
import { z } from 'zod';
import type { GuestTask } from '../../kernel/access/guest-task.ts';
import { isRef, refParts } from '../../kernel/evidence/evidence.ts';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { isUuid } from '../../kernel/records/identity.ts';
import { guestInvitation, guestWithdrawal, problemWithLastDay } from './guest.ts';
import { letterNotSent, sendGuestLinkKind } from './letters.jobs.ts';

/** The task that a reference's concept has, and the record's id. Throws NotFound where nobody can be asked about it. */
function taskFor(tasks: readonly GuestTask[], ref: string): { task: GuestTask; id: string } {
  const { concept, id } = isRef(ref) ? refParts(ref) : { concept: '', id: '' };
  const task = tasks.find((one) => one.concept === concept);
  if (task === undefined || !isUuid(id)) throw new NotFound();
  return { task, id };
}

/** The operations that need to know what can be asked at all: the rooms say that. */
export function guestOperations(tasks: readonly GuestTask[]) {
  const readGuestTask = query({
    name: 'accounts.read-guest-task',
    summary: 'What a guest would be asked about a record, and shown of it',
    permission: 'guests.invite',
    input: z.strictObject({ ref: z.string().max(200) }),
    async run(context, { ref }) {
      const { task, id } = taskFor(tasks, ref);
      if (!mayAsk(context, task)) throw new NotAllowed();
      const { facts } = await task.read.run(context, { id });
      return { ref, ask: task.ask, path: task.path(id), facts };
    },
  });

  const inviteGuest = command({
    name: 'accounts.invite-guest',
    summary: 'Ask somebody without an account to do one thing about one record',
    permission: 'guests.invite',
    input: guestInvitation,
    async run(context, { ref, name, email, reason, until_on }) {
      const { task, id } = taskFor(tasks, ref);
      if (!mayAsk(context, task) || context.actor.person_id === null) throw new NotAllowed();
      const problem = problemWithLastDay(until_on, context.today);
      if (problem !== undefined) throw new InvalidInput({ until_on: problem });
      // As the actor: a record that may not be seen is not found.
      await task.read.run(context, { id });
      const link_id = await context.write.insert('kernel.guest_link', {
        asked_by_id: context.actor.person_id,
        name,
        email,
        operation: task.command.name,
        ref,
        input: JSON.stringify({ id }),
        reason,
        until_on,
      });
      context.saw(ref);
      await context.write.enqueue(sendGuestLinkKind, { link_id });
      return { id: link_id };
    },
  });
  return { readGuestTask, inviteGuest };
}

function mayAsk({ actor }: QueryContext, { command: { permission } }: GuestTask): boolean {
  return permission !== 'operator' && actor.can(permission);
}

export interface GuestLinkRow extends Record<string, unknown> {
  id: string;
  own: boolean;
  asked_by: string;
  name: string;
  email: string;
  operation: string;
  /** Null for somebody else's question: its reference could say what a closed record is about. */
  ref: string | null;
  until_on: string;
  used_at: string | null;
  revoked_at: string | null;
  letter: { state: 'waiting' | 'failed'; problem: string | null } | null;
}

export const listGuestLinks = query({
  name: 'accounts.list-guest-links',
  summary: 'Whom one asked by a link; for the business manager those of the whole partnership',
  permission: 'guests.invite',
  input: z.strictObject({}),
  async run({ db, partnership, actor }) {
    const links = await db.text<GuestLinkRow>(
      `select w.id, w.asked_by_id = $3::uuid as own, p.name as asked_by, w.name, w.email, w.operation,
         case when w.asked_by_id = $3::uuid then w.ref end as ref, w.until_on, w.used_at, w.revoked_at,
         (select ${letterNotSent} from kernel.job j
          where j.partnership_id = $1 and j.kind = '${sendGuestLinkKind}'
          and j.payload ->> 'link_id' = w.id::text order by j.id desc limit 1) as letter
       from kernel.guest_link w
       join governance.person p on p.partnership_id = w.partnership_id and p.id = w.asked_by_id
       where w.partnership_id = $1 and ($2 or w.asked_by_id = $3::uuid) order by w.id desc`,
      [partnership.id, actor.can('access.manage'), actor.person_id],
    );
    return { links };
  },
});

export const withdrawGuestLink = command({
  name: 'accounts.withdraw-guest-link',
  summary: 'Withdraw a question to a guest, so that its link opens nothing from now on',
  permission: 'guests.invite',
  input: guestWithdrawal,
  async run({ db, actor, write, now }, { id }) {
    const link = await db.one(
      db.from('kernel.guest_link').select(['asked_by_id', 'used_at', 'revoked_at']).where('id', '=', id),
    );
    if (link.asked_by_id !== actor.person_id && !actor.can('access.manage')) throw new NotFound();
    if (link.used_at === null && link.revoked_at === null)
      await write.update('kernel.guest_link', id, { revoked_at: now });
    return { id };
  },
});

// Who can sign in, inviting somebody, and ending what a leaver still holds. Accounts are local tables, read here for the
// people of one partnership only; what the same account does in another partnership is not shown.
import { z } from 'zod';
import { voidLinks } from '../../kernel/access/one-time-link.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { recordId } from '../../kernel/records/field.ts';
import { letterNotSent, sendInvitationKind } from './letters.jobs.ts';
import { type AccessRow, whyNotInvited } from './people.ts';

const accessRows = `select p.id, p.name, p.email, g.name as agency,
    coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'from_on', a.from_on, 'until_on', a.until_on) order by a.from_on)
      from governance.appointment a where a.partnership_id = $1 and a.person_id = p.id), '[]'::jsonb) as appointments,
    (select jsonb_build_object('email', c.email, 'since', c.created_at,
        'credential', c.password_hash is not null
          or exists (select from access.account_identity i where i.account_id = c.id)
          or exists (select from access.passkey k where k.account_id = c.id),
        'second_factor', exists (select from access.authenticator t where t.account_id = c.id)
          or exists (select from access.passkey k where k.account_id = c.id))
      from access.account_person l join access.account c on c.id = l.account_id
      where l.partnership_id = $1 and l.person_id = p.id order by c.created_at desc limit 1) as account,
    (select max(s.seen_at) from access.session s
      where s.partnership_id = $1 and s.person_id = p.id and s.stage = 'complete') as last_seen_at,
    (select max(l.made_at) from access.one_time_link l
      where l.partnership_id = $1 and l.person_id = p.id and l.kind = 'invitation') as invited_at,
    (select max(l.expires_at) from access.one_time_link l
      where l.partnership_id = $1 and l.person_id = p.id and l.kind = 'invitation'
      and l.used_at is null and l.void_at is null and l.expires_at > $2) as invitation_until,
    (select ${letterNotSent} from kernel.job j
      where j.partnership_id = $1 and j.kind = '${sendInvitationKind}'
      and j.payload ->> 'person_id' = p.id::text order by j.id desc limit 1) as letter,
    (select count(*) from access.session s
      where s.partnership_id = $1 and s.person_id = p.id and s.ended_at is null
      and s.seen_at > $2::timestamptz - interval '1 hour' and s.started_at > $2::timestamptz - interval '12 hours') as open_sessions,
    (select count(*) from access.api_token t
      where t.partnership_id = $1 and t.person_id = p.id and t.revoked_at is null and t.expires_at > $2) as open_tokens,
    (select count(*) from kernel.guest_link w
      where w.partnership_id = $1 and w.asked_by_id = p.id and w.used_at is null and w.revoked_at is null
      and w.until_on >= $3::date) as open_guest_links
  from governance.person p
  left join governance.agency g on g.partnership_id = $1 and g.id = p.agency_id
  where p.partnership_id = $1 and ($4::uuid is null or p.id = $4::uuid) order by p.name`;

function readRows({ db, partnership, today }: QueryContext, personId: string | null) {
  return db.text<AccessRow & Record<string, unknown>>(accessRows, [
    partnership.id,
    new Date(),
    today,
    personId,
  ]);
}

export const listPeopleAccess = query({
  name: 'accounts.list-people',
  summary: 'Who can sign in, who is invited, who joins soon and who has left',
  permission: 'access.manage',
  input: z.strictObject({}),
  run: (context) => readRows(context, null),
});

const onePerson = z.strictObject({
  person_id: recordId({ label: 'Person', choose_from: 'people', widget: 'hidden' }),
});

async function readOne(context: QueryContext, personId: string): Promise<AccessRow> {
  const [row] = await readRows(context, personId);
  if (row === undefined) throw new NotFound();
  return row;
}

export const readPersonAccess = query({
  name: 'accounts.read-person',
  summary: 'Whether one person can sign in',
  permission: 'access.manage',
  input: onePerson,
  run: (context, { person_id }) => readOne(context, person_id),
});

export const invitePerson = command({
  name: 'accounts.invite',
  summary: 'Invite a person to sign in, by a link to their e-mail address that works once within seven days',
  permission: 'access.manage',
  input: onePerson,
  async run(context, { person_id }) {
    const problem = whyNotInvited(await readOne(context, person_id), context.today);
    if (problem !== undefined) throw new Conflict(problem);
    await context.write.enqueue(sendInvitationKind, { person_id });
    context.saw(`governance.person/${person_id}`);
    return { person_id };
  },
});

export const endAccess = command({
  name: 'accounts.end-access',
  summary: 'End what a person still holds here: sessions, tokens, an invitation, links to guests',
  permission: 'access.manage',
  input: onePerson,
  async run(context, { person_id }) {
    await readOne(context, person_id);
    const { db, partnership } = context;
    const values = [partnership.id, person_id, new Date()];
    await db.text(
      'update access.session set ended_at = $3 where partnership_id = $1 and person_id = $2 and ended_at is null',
      values,
    );
    await db.text(
      'update access.api_token set revoked_at = $3 where partnership_id = $1 and person_id = $2 and revoked_at is null',
      values,
    );
    await voidLinks(db, { kind: 'invitation', partnership_id: partnership.id, person_id }, new Date());
    await endGuestLinksOf(context, person_id);
    context.saw(`governance.person/${person_id}`);
    return { person_id };
  },
});

async function endGuestLinksOf({ db, write, now }: CommandContext, personId: string): Promise<void> {
  const links = await db.all(
    db
      .from('kernel.guest_link')
      .select('id')
      .where('asked_by_id', '=', personId)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null),
  );
  for (const { id } of links) await write.update('kernel.guest_link', id, { revoked_at: now });
}

// Letters about circles: that there is something to see, and where. Never a name, never what a record says.
import { z } from 'zod';
import type { Permission } from '../../kernel/access/roles.ts';
import { type Role, rolePermissions } from '../../kernel/access/roles.ts';
import type { CommandContext, QueryContext } from '../../kernel/operation/operation.ts';
import type { Job } from '../../kernel/records/room.ts';

export interface InPost extends Record<string, unknown> {
  person_id: string;
  email: string | null;
  agency_ids: string[];
}

export function rolesHolding(permission: Permission): Role[] {
  return (Object.keys(rolePermissions) as Role[]).filter((role) =>
    rolePermissions[role].includes(permission),
  );
}

/** People who hold one of the roles today, with every agency they belong to or are appointed for. */
export function peopleInPost(
  { db, partnership, today }: QueryContext,
  roles: readonly Role[],
): Promise<InPost[]> {
  return db.text<InPost>(
    `select p.id as person_id, p.email,
       array_remove(array_agg(distinct a.agency_id) || p.agency_id, null)::text[] as agency_ids
     from governance.person p
     join governance.appointment a on a.partnership_id = p.partnership_id and a.person_id = p.id
       and a.from_on <= $2::date and (a.until_on is null or a.until_on >= $2::date)
     where p.partnership_id = $1
     group by p.id, p.email, p.agency_id having bool_or(a.role = any($3::text[])) order by p.id`,
    [partnership.id, today, roles],
  );
}

export const sendLetterKind = 'circles.send-letter';

const circleLetter = z.strictObject({
  to: z.uuid(),
  subject: z.string(),
  path: z.string(),
  says: z.string(),
});

/**
 * Asks for a letter to each of them, a job each, so that one address that fails sends no other a second time. Those without
 * an address see it on their home page all the same.
 */
export async function writeTo(
  { write }: CommandContext,
  people: readonly InPost[],
  letter: { subject: string; path: string; says: string },
): Promise<void> {
  const byAddress = new Map(
    people.flatMap(({ email, person_id }) => (email === null ? [] : [[email, person_id]])),
  );
  for (const to of byAddress.values()) await write.enqueue(sendLetterKind, { to, ...letter });
}

/**
 * An agency that keeps control of what it gave hears of it when somebody else changes who may see it, or under which
 * conditions: the business manager may do so, but not unseen.
 */
export async function tellOriginatorOfChange(
  context: CommandContext,
  circleId: string,
  says: string,
): Promise<void> {
  const { actor, db } = context;
  const circle = await db.find(
    db.from('kernel.circle').select('originator_agency_id').where('id', '=', circleId),
  );
  const originator = circle?.originator_agency_id ?? null;
  if (originator === null || actor.agency_ids.includes(originator)) return;
  const people = await peopleInPost(context, rolesHolding('circles.release'));
  await writeTo(
    context,
    people.filter((one) => one.agency_ids.includes(originator)),
    { subject: 'A circle with what your agency gave has changed', says, path: '/' },
  );
}

export const sendLetter: Job = async ({ house, db }, payload) => {
  const { to, subject, path, says } = circleLetter.parse(payload);
  const person = await db.find(db.from('governance.person').select('email').where('id', '=', to));
  if (!person?.email) return;
  await house.mail.send({
    to: person.email,
    subject,
    text: `${says}\n\nSee it at ${house.publicUrl}${path}\n\nThis letter says no more on purpose.\n`,
  });
};

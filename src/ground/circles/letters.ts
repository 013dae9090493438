// Letters about circles: that there is something to see, and where. Never a name, never what a record says. A demonstration
// is peopled by nobody, so no letter leaves it.
import type { Permission } from '../../kernel/access/roles.ts';
import { type Role, rolePermissions } from '../../kernel/access/roles.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { JobContext } from '../../kernel/records/room.ts';

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

/** Sends each of them the letter once; those without an address see it on their home page all the same. */
export async function writeTo(
  { house, partnership }: JobContext,
  people: readonly InPost[],
  letter: { subject: string; path: string; says: string },
): Promise<void> {
  if (partnership.demonstration) return;
  const addresses = new Set(people.flatMap(({ email }) => email ?? []));
  for (const to of addresses) {
    await house.mail.send({
      to,
      subject: letter.subject,
      text: `${letter.says}\n\nSee it at ${house.publicUrl}${letter.path}\n\nThis letter says no more on purpose.\n`,
    });
  }
}

// Demonstration mode only: the people of the demonstration partnerships, to sign in as without a password. The real
// mode does not register the pages that use this.
import type { Pool } from '../../database/connection.ts';
import type { Role } from './roles.ts';

export interface Persona {
  partnership_id: string;
  partnership: string;
  person_id: string;
  name: string;
  job_title: string | null;
  roles: Role[];
}

export async function listPersonas(pool: Pool, today: string): Promise<Persona[]> {
  const partnerships = await pool.single<{ id: string; name: string }>(
    'select id, name from kernel.partnership where demonstration order by short_name desc',
    [],
  );
  const lists = await Promise.all(
    partnerships.map(({ id, name }) =>
      pool.transaction(async (transaction) => {
        return transaction.text<Persona & Record<string, unknown>>(
          `select $1::uuid as partnership_id, $3::text as partnership, p.id as person_id, p.name, p.job_title,
             array_agg(distinct a.role) as roles
           from governance.person p
           join governance.appointment a on a.partnership_id = p.partnership_id and a.person_id = p.id
           where p.partnership_id = $1 and a.from_on <= $2::date and (a.until_on is null or a.until_on >= $2::date)
           group by p.id, p.name, p.job_title order by p.name`,
          [id, today, name],
        );
      }, id),
    ),
  );
  return lists.flat();
}

/** Whether the person is one of the demonstration's, so that choosing a persona opens nothing else. */
export async function isPersona(
  pool: Pool,
  today: string,
  partnershipId: string,
  personId: string,
): Promise<boolean> {
  const personas = await listPersonas(pool, today);
  return personas.some((p) => p.partnership_id === partnershipId && p.person_id === personId);
}

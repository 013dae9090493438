// Where an account stands in each of its partnerships: a person with an appointment in force today, one whose last has
// ended, or one whose first day is to come. Appointments live in the partnership, so each is asked by itself.
import type { House } from '../operation/perform.ts';

export interface Standing {
  partnership_id: string;
  person_id: string;
  /** Of the partnership. */
  name: string;
  in_force: boolean;
}

/** In the order of the partnerships' names. `today` is a London day. */
export async function standingsOf(house: House, accountId: string, today: string): Promise<Standing[]> {
  const linked = await linksOf(house, accountId);
  return Promise.all(
    linked.map((link) =>
      house.pool.transaction(async (transaction) => {
        const inForce = await transaction.text(
          `select 1 from governance.appointment where partnership_id = $1 and person_id = $2
             and from_on <= $3::date and (until_on is null or until_on >= $3::date) limit 1`,
          [link.partnership_id, link.person_id, today],
        );
        return { ...link, in_force: inForce.length > 0 };
      }, link.partnership_id),
    ),
  );
}

async function linksOf(
  house: House,
  accountId: string,
): Promise<{ partnership_id: string; person_id: string; name: string }[]> {
  return house.pool.single(
    `select a.partnership_id, a.person_id, p.name from access.account_person a
     join kernel.partnership p on p.id = a.partnership_id where a.account_id = $1 order by p.name`,
    [accountId],
  );
}

export interface Absence {
  person: string;
  partnership: string;
  /** The last day of the last appointment that ended; null where there was none. */
  ended_on: string | null;
  /** The first day of the next appointment; null where none is recorded. */
  starts_on: string | null;
  /** Business managers in post, to ask. */
  managers: { name: string; email: string | null }[];
}

/** What a person without an appointment in force is told; undefined for a person who is not there. */
export async function absenceOf(
  house: House,
  who: { partnership_id: string; person_id: string },
  today: string,
): Promise<Absence | undefined> {
  const values = [who.partnership_id, who.person_id, today];
  return house.pool.transaction(async (transaction) => {
    const [[absence], managers] = await Promise.all([
      transaction.text<Omit<Absence, 'managers'>>(
        `select p.name as person, q.name as partnership,
           (select max(a.until_on) from governance.appointment a
            where a.partnership_id = $1 and a.person_id = p.id and a.until_on < $3::date) as ended_on,
           (select min(a.from_on) from governance.appointment a
            where a.partnership_id = $1 and a.person_id = p.id and a.from_on > $3::date) as starts_on
         from governance.person p join kernel.partnership q on q.id = p.partnership_id
         where p.partnership_id = $1 and p.id = $2`,
        values,
      ),
      transaction.text<{ name: string; email: string | null }>(
        `select distinct p.name, p.email from governance.appointment a
         join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
         where a.partnership_id = $1 and a.role = 'business-manager' and a.person_id <> $2
           and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $3::date) order by p.name`,
        values,
      ),
    ]);
    return absence && { ...absence, managers };
  }, who.partnership_id);
}

// The partnership at a glance: its names, area and statutory partners, who leads and who acts for each, what is missing,
// and which appointments end soon.
import { z } from 'zod';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import { addDays } from '../../kernel/calendar/day.ts';
import { permissions, type Permission, rolePermissions, roles } from '../../kernel/access/roles.ts';
import { gapsIn, missingLeads } from './gaps.ts';
import { chairAndScrutineer } from './person.ts';

/** Days ahead in which the end of an appointment is something to look to. */
export const soon = 60;

interface Office extends Record<string, unknown> {
  id: string;
  person_id: string;
  person: string;
  role: string;
  agency_id: string | null;
  agency: string | null;
  from_on: string;
  until_on: string | null;
}

/** Appointments that began by the day and had not ended before it, with the agency they are for. */
async function officesOn({ db, partnership }: QueryContext, fromOn: string, toOn: string): Promise<Office[]> {
  return db.text<Office>(
    `select a.id, a.person_id, p.name as person, a.role, g.id as agency_id, g.name as agency, a.from_on, a.until_on
     from governance.appointment a
     join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
     left join governance.agency g
       on g.partnership_id = a.partnership_id and g.id = coalesce(a.agency_id, p.agency_id)
     where a.partnership_id = $1 and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $2::date)
     order by a.role, p.name, a.from_on, a.id`,
    [partnership.id, fromOn, toOn],
  );
}

async function standing(context: QueryContext) {
  const { db, today } = context;
  const [agencies, offices, seats, area] = await Promise.all([
    db.all(db.from('governance.agency').select(['id', 'name', 'kind', 'legal_type']).orderBy('name')),
    officesOn(context, today, today),
    educationSeats(context),
    db.find(db.from('governance.area').selectAll()),
  ]);
  return { today, agencies, offices, education_seats: seats, area: area ?? null };
}

async function educationSeats({ db, partnership, today }: QueryContext): Promise<number> {
  const [row] = await db.text<{ seats: number }>(
    `select count(*)::int as seats from governance.seat s
     join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
     where s.partnership_id = $1 and a.kind = 'education'
       and (s.from_on is null or s.from_on <= $2::date) and (s.until_on is null or s.until_on > $2::date)`,
    [partnership.id, today],
  );
  return row?.seats ?? 0;
}

export const readOverview = query({
  name: 'governance.read-overview',
  summary: 'The partnership: names, area, statutory partners and what is missing',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run(context) {
    const { db, today } = context;
    const [state, names, abbreviations] = await Promise.all([
      standing(context),
      db.all(db.from('governance.partnership_name').selectAll().orderBy('from_on')),
      db.all(db.from('governance.abbreviation').selectAll().orderBy('short')),
    ]);
    return {
      names,
      abbreviations,
      area: state.area,
      partners: state.agencies.filter((a) => a.kind === 'safeguarding-partner'),
      offices: state.offices,
      gaps: gapsIn(state),
      ending: endingSoon(state.offices, today),
      chair_and_scrutineer: bothAtOnce(state.offices, today),
    };
  },
});

/** What a person who looks after the partnership should see to. */
export async function governanceNeeds(context: QueryContext) {
  const state = await standing(context);
  return {
    missing: missingLeads(state),
    ending: endingSoon(state.offices, context.today),
    chair_and_scrutineer: bothAtOnce(state.offices, context.today),
  };
}

function endingSoon(offices: Office[], today: string): Office[] {
  const limit = addDays(today, soon);
  return offices.filter((o) => o.until_on !== null && o.until_on <= limit);
}

function bothAtOnce(offices: Office[], today: string): { id: string; name: string }[] {
  return chairAndScrutineer(offices, today).map((id) => ({
    id,
    name: offices.find((o) => o.person_id === id)?.person ?? '',
  }));
}

/** Lead and delegated safeguarding partners in post at some time between two days. */
export async function statutoryOffices(context: QueryContext, fromOn: string, toOn: string) {
  const wanted = ['lead-safeguarding-partner', 'delegated-safeguarding-partner'];
  return (await officesOn(context, fromOn, toOn)).filter((o) => wanted.includes(o.role));
}

export const listPermissions = query({
  name: 'governance.list-permissions',
  summary: 'What each role may do',
  permission: 'governance.read',
  input: z.strictObject({}),
  run: () =>
    Promise.resolve({
      roles: Object.entries(roles).map(([role, name]) => ({ role, name })),
      permissions: (Object.entries(permissions) as [Permission, string][]).map(([permission, what]) => ({
        permission,
        what,
        held_by: Object.keys(roles).filter((role) =>
          rolePermissions[role as keyof typeof roles].includes(permission),
        ),
      })),
    }),
});

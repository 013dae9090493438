// People and their dated appointments.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { refuseUnknown } from './known.ts';
import { appointment, appointmentEnd, chairAndScrutineer, person, personChange } from './person.ts';

const appointmentRows = `select a.id, a.person_id, p.name as person, p.job_title, a.role, a.body_id, b.name as body,
    a.agency_id, g.name as agency, a.from_on, a.until_on, a.source
  from governance.appointment a
  join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
  left join governance.body b on b.partnership_id = a.partnership_id and b.id = a.body_id
  left join governance.agency g on g.partnership_id = a.partnership_id and g.id = a.agency_id
  where a.partnership_id = $1`;

interface AppointmentRow extends Record<string, unknown> {
  id: string;
  person_id: string;
  person: string;
  job_title: string | null;
  role: string;
  body_id: string | null;
  body: string | null;
  agency_id: string | null;
  agency: string | null;
  from_on: string;
  until_on: string | null;
  source: string | null;
}

export const listPeople = query({
  name: 'governance.list-people',
  summary: 'People and the appointments they hold, with the independence query',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run({ db, partnership, today }) {
    const [people, appointments] = await Promise.all([
      db.all(db.from('governance.person').select(['id', 'name', 'job_title', 'agency_id']).orderBy('name')),
      db.text<AppointmentRow>(`${appointmentRows} order by p.name, a.from_on`, [partnership.id]),
    ]);
    return { people, appointments, chair_and_scrutineer: chairAndScrutineer(appointments, today) };
  },
});

export const readPerson = query({
  name: 'governance.read-person',
  summary: 'One person and their appointments',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership, today }, { id }) {
    const [found, appointments] = await Promise.all([
      db.one(db.from('governance.person').selectAll().where('id', '=', id)),
      db.text<AppointmentRow>(`${appointmentRows} and a.person_id = $2 order by a.from_on`, [
        partnership.id,
        id,
      ]),
    ]);
    const agency = found.agency_id
      ? await db.find(db.from('governance.agency').select(['id', 'name']).where('id', '=', found.agency_id))
      : undefined;
    return {
      ...found,
      agency: agency ?? null,
      appointments,
      chair_and_scrutineer: chairAndScrutineer(appointments, today).length > 0,
    };
  },
});

export const addPerson = command({
  name: 'governance.add-person',
  summary: 'Add a person',
  permission: 'governance.write',
  input: person,
  async run(context, input) {
    await refuseUnknown(context, { agency_id: ['governance.agency', input.agency_id] });
    await refuseSameEmail(context, input.email, null);
    return { id: await context.write.insert('governance.person', input) };
  },
});

export const changePerson = command({
  name: 'governance.change-person',
  summary: 'Change a person’s details',
  permission: 'governance.write',
  input: personChange,
  async run(context, { id, seen_revision, ...change }) {
    await refuseUnknown(context, { agency_id: ['governance.agency', change.agency_id] });
    await refuseSameEmail(context, change.email, id);
    await context.write.update('governance.person', id, change, seen_revision);
    return { id };
  },
});

export const appoint = command({
  name: 'governance.appoint',
  summary: 'Appoint a person to a role from a day',
  permission: 'access.manage',
  input: appointment,
  async run(context, input) {
    await refuseUnknown(context, {
      person_id: ['governance.person', input.person_id],
      body_id: ['governance.body', input.body_id],
      agency_id: ['governance.agency', input.agency_id],
    });
    return {
      id: await context.write.insert('governance.appointment', input),
      person_id: input.person_id,
    };
  },
});

export const readAppointment = query({
  name: 'governance.read-appointment',
  summary: 'One appointment',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership }, { id }) {
    const [found] = await db.text<AppointmentRow>(`${appointmentRows} and a.id = $2`, [partnership.id, id]);
    if (found === undefined) throw new NotFound();
    return found;
  },
});

export const endAppointment = command({
  name: 'governance.end-appointment',
  summary: 'Set the last day of an appointment',
  permission: 'access.manage',
  input: appointmentEnd,
  async run({ db, write }, { id, until_on }) {
    const held = await db.one(
      db.from('governance.appointment').select(['person_id', 'from_on']).where('id', '=', id),
    );
    if (until_on < held.from_on)
      throw new Conflict('The last day must not be before the first day of the appointment.');
    await write.update('governance.appointment', id, { until_on });
    return { id, person_id: held.person_id };
  },
});

async function refuseSameEmail({ db }: QueryContext, email: string | null, id: string | null): Promise<void> {
  if (email === null) return;
  const there = await db.find(db.from('governance.person').select('id').where('email', '=', email));
  if (there && there.id !== id) {
    throw new Conflict(`Somebody here already has the e-mail address ${email}. Open that person instead.`);
  }
}

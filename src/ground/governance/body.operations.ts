// Bodies: their names, seats and what they may decide.
import { z } from 'zod';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { authority, body, bodyChange, bodyName, seat } from './body.ts';

export const listBodies = query({
  name: 'governance.list-bodies',
  summary: 'The bodies of the partnership',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run({ db, partnership }) {
    return db.text<{
      id: string;
      name: string;
      kind: string;
      cadence: string | null;
      from_on: string | null;
      until_on: string | null;
      seats: number;
      education_seats: number;
    }>(
      `select b.id, b.name, b.kind, b.cadence, b.from_on, b.until_on, count(s.id)::int as seats,
         (count(s.id) filter (where a.kind = 'education'))::int as education_seats
       from governance.body b
       left join governance.seat s on s.partnership_id = b.partnership_id and s.body_id = b.id
       left join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
       where b.partnership_id = $1 group by b.partnership_id, b.id order by b.name`,
      [partnership.id],
    );
  },
});

export const readBody = query({
  name: 'governance.read-body',
  summary: 'One body: names, seats, appointments, authority',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership }, { id }) {
    const [found, names, seats, authorities, appointments] = await Promise.all([
      db.one(db.from('governance.body').selectAll().where('id', '=', id)),
      db.all(db.from('governance.body_name').selectAll().where('body_id', '=', id).orderBy('name')),
      db.text<{
        id: string;
        title: string;
        agency_id: string;
        agency: string;
        agency_kind: string;
        from_on: string | null;
        until_on: string | null;
        source: string | null;
      }>(
        `select s.id, s.title, s.agency_id, a.name as agency, a.kind as agency_kind, s.from_on, s.until_on, s.source
         from governance.seat s join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
         where s.partnership_id = $1 and s.body_id = $2 order by a.name`,
        [partnership.id, id],
      ),
      db.all(db.from('governance.authority').selectAll().where('body_id', '=', id).orderBy('from_on')),
      db.text<{
        id: string;
        person_id: string;
        person: string;
        role: string;
        from_on: string;
        until_on: string | null;
      }>(
        `select a.id, a.person_id, p.name as person, a.role, a.from_on, a.until_on from governance.appointment a
         join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
         where a.partnership_id = $1 and a.body_id = $2 order by a.from_on, p.name`,
        [partnership.id, id],
      ),
    ]);
    const above = found.reports_to_id
      ? await db.find(db.from('governance.body').select(['id', 'name']).where('id', '=', found.reports_to_id))
      : undefined;
    return { ...found, reports_to: above ?? null, names, seats, authorities, appointments };
  },
});

export const addBody = command({
  name: 'governance.add-body',
  summary: 'Add a body',
  permission: 'governance.write',
  input: body,
  async run({ db, write }, input) {
    if (await db.find(db.from('governance.body').select('id').where('name', '=', input.name))) {
      throw new Conflict(
        `There is already a body called “${input.name}”. Open that one, or choose another name.`,
      );
    }
    return { id: await write.insert('governance.body', input) };
  },
});

export const changeBody = command({
  name: 'governance.change-body',
  summary: 'Change a body',
  permission: 'governance.write',
  input: bodyChange,
  async run({ write }, { id, seen_revision, ...change }) {
    await write.update('governance.body', id, change, seen_revision);
    return { id };
  },
});

export const nameBody = command({
  name: 'governance.name-body',
  summary: 'Record another name of a body: former, alias, abbreviation or mistaken',
  permission: 'governance.write',
  input: bodyName,
  async run({ db, write }, input) {
    await db.one(db.from('governance.body').select('id').where('id', '=', input.body_id));
    return { id: await write.insert('governance.body_name', input), body_id: input.body_id };
  },
});

export const addSeat = command({
  name: 'governance.add-seat',
  summary: 'Give an agency a seat on a body',
  permission: 'governance.write',
  input: seat,
  async run({ write }, input) {
    return { id: await write.insert('governance.seat', input), body_id: input.body_id };
  },
});

export const giveAuthority = command({
  name: 'governance.give-authority',
  summary: 'Record what a body may decide',
  permission: 'governance.write',
  input: authority,
  async run({ write }, input) {
    return { id: await write.insert('governance.authority', input), body_id: input.body_id };
  },
});

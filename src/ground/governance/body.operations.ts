// Bodies: their names, seats and what they may decide.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { body, bodyChange, bodyName, holdsAuthority, type Matter } from './body.ts';
import { refuseUnknown } from './known.ts';

export const listBodies = query({
  name: 'governance.list-bodies',
  summary: 'The bodies of the partnership, with the seats held today',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run({ db, partnership, today }) {
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
         and (s.from_on is null or s.from_on <= $2::date) and (s.until_on is null or s.until_on > $2::date)
       left join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
       where b.partnership_id = $1 group by b.partnership_id, b.id order by b.name`,
      [partnership.id, today],
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
  async run(context, input) {
    await refuseUnknown(context, { reports_to_id: ['governance.body', input.reports_to_id] });
    await refuseSameName(context, input.name, null);
    return { id: await context.write.insert('governance.body', input) };
  },
});

export const changeBody = command({
  name: 'governance.change-body',
  summary: 'Change a body',
  permission: 'governance.write',
  input: bodyChange,
  async run(context, { id, seen_revision, ...change }) {
    await refuseUnknown(context, { reports_to_id: ['governance.body', change.reports_to_id] });
    if (change.reports_to_id === id)
      throw new InvalidInput({ reports_to_id: 'A body cannot report to itself' });
    await refuseSameName(context, change.name, id);
    await context.write.update('governance.body', id, change, seen_revision);
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
    const same = db.from('governance.body_name').select('id').where('body_id', '=', input.body_id);
    if (await db.find(same.where('name', '=', input.name))) {
      throw new Conflict(`“${input.name}” is already recorded as a name of this body.`);
    }
    return { id: await write.insert('governance.body_name', input), body_id: input.body_id };
  },
});

async function refuseSameName({ db }: QueryContext, name: string, id: string | null): Promise<void> {
  const there = await db.find(db.from('governance.body').select('id').where('name', '=', name));
  if (there && there.id !== id) {
    throw new Conflict(`There is already a body called “${name}”. Open that one, or choose another name.`);
  }
}

/** Whether a body could decide a matter on a day, by the delegations recorded. Throws InvalidInput for an unknown body. */
export async function bodyMayDecide(
  context: QueryContext,
  body_id: string,
  matter: Matter,
  on: string,
): Promise<boolean> {
  const { db } = context;
  const [decider, delegations] = await Promise.all([
    db.find(db.from('governance.body').select('kind').where('id', '=', body_id)),
    db.all(
      db
        .from('governance.authority')
        .select(['matter', 'from_on', 'until_on'])
        .where('body_id', '=', body_id),
    ),
  ]);
  if (decider === undefined) throw new InvalidInput({ body_id: 'Choose one that is in the list' });
  return holdsAuthority(decider, matter, on, delegations);
}

// Agencies and the names they go by.
import { z } from 'zod';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { agency, agencyChange, agencyKinds, agencyName } from './agency.ts';
import { refuseUnknown } from './known.ts';

export const listAgencies = query({
  name: 'governance.list-agencies',
  summary: 'The agencies of the partnership',
  permission: 'governance.read',
  input: z.strictObject({
    kind: z
      .enum(Object.keys(agencyKinds) as [keyof typeof agencyKinds])
      .or(z.literal(''))
      .optional(),
    name: z.string().max(100).optional(),
  }),
  async run({ db }, { kind, name }) {
    let agencies = db
      .from('governance.agency')
      .select(['id', 'name', 'kind', 'legal_type', 'part_of_id', 'source']);
    if (kind) agencies = agencies.where('kind', '=', kind);
    if (name) agencies = agencies.where('name', 'ilike', `%${name.replaceAll(/[%_\\]/g, '\\$&')}%`);
    return {
      kind: kind ?? '',
      name: name ?? '',
      agencies: await db.all(agencies.orderBy('name')),
    };
  },
});

export const readAgency = query({
  name: 'governance.read-agency',
  summary: 'One agency: names, seats and people',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership }, { id }) {
    const found = db.one(db.from('governance.agency').selectAll().where('id', '=', id));
    const [agencyRow, names, seats, people, services] = await Promise.all([
      found,
      db.all(db.from('governance.agency_name').selectAll().where('agency_id', '=', id).orderBy('name')),
      db.text<{
        id: string;
        title: string;
        body_id: string;
        body: string;
        from_on: string | null;
        until_on: string | null;
      }>(
        `select s.id, s.title, s.body_id, b.name as body, s.from_on, s.until_on from governance.seat s
         join governance.body b on b.partnership_id = s.partnership_id and b.id = s.body_id
         where s.partnership_id = $1 and s.agency_id = $2 order by b.name`,
        [partnership.id, id],
      ),
      db.all(
        db
          .from('governance.person')
          .select(['id', 'name', 'job_title'])
          .where('agency_id', '=', id)
          .orderBy('name'),
      ),
      db.all(
        db.from('governance.agency').select(['id', 'name']).where('part_of_id', '=', id).orderBy('name'),
      ),
    ]);
    const above = agencyRow.part_of_id
      ? await db.find(
          db.from('governance.agency').select(['id', 'name']).where('id', '=', agencyRow.part_of_id),
        )
      : undefined;
    return { ...agencyRow, part_of: above ?? null, names, seats, people, services };
  },
});

export const addAgency = command({
  name: 'governance.add-agency',
  summary: 'Add an agency',
  permission: 'governance.write',
  input: agency,
  async run(context, input) {
    const { db, write } = context;
    await refuseUnknown(context, { part_of_id: ['governance.agency', input.part_of_id] });
    await refuseSameName(
      db.find(db.from('governance.agency').select('id').where('name', '=', input.name)),
      input.name,
    );
    return { id: await write.insert('governance.agency', input) };
  },
});

export const changeAgency = command({
  name: 'governance.change-agency',
  summary: 'Change an agency',
  permission: 'governance.write',
  input: agencyChange,
  async run(context, { id, seen_revision, ...change }) {
    const { db, write } = context;
    await refuseUnknown(context, { part_of_id: ['governance.agency', change.part_of_id] });
    if (change.part_of_id === id)
      throw new InvalidInput({ part_of_id: 'An agency cannot be part of itself' });
    await refuseSameName(
      db.find(
        db.from('governance.agency').select('id').where('name', '=', change.name).where('id', '<>', id),
      ),
      change.name,
    );
    await write.update('governance.agency', id, change, seen_revision);
    return { id };
  },
});

export const nameAgency = command({
  name: 'governance.name-agency',
  summary: 'Record another name of an agency: former, alias, abbreviation or mistaken',
  permission: 'governance.write',
  input: agencyName,
  async run({ db, write }, input) {
    await db.one(db.from('governance.agency').select('id').where('id', '=', input.agency_id));
    const same = db.from('governance.agency_name').select('id').where('agency_id', '=', input.agency_id);
    if (await db.find(same.where('name', '=', input.name))) {
      throw new Conflict(`“${input.name}” is already recorded as a name of this agency.`);
    }
    return { id: await write.insert('governance.agency_name', input), agency_id: input.agency_id };
  },
});

async function refuseSameName(found: Promise<{ id: string } | undefined>, name: string): Promise<void> {
  if (await found)
    throw new Conflict(`There is already an agency called “${name}”. Open that one, or choose another name.`);
}

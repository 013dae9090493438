// Placing and lifting legal holds, and asking whether something is held.
import { z } from 'zod';
import { namesOfPeople } from '../../ground/governance/index.ts';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Declared } from './declared.ts';
import { type Hold, legalHold, lifting } from './legal-hold.ts';

/** Holds in force. */
export function holdsInForce({ db }: QueryContext): Promise<Hold[]> {
  return db.all(
    db
      .from('information.legal_hold')
      .select(['id', 'scope', 'subject', 'reason'])
      .where('lifted_on', 'is', null)
      .orderBy('id'),
  );
}

export const listHolds = query({
  name: 'information.list-holds',
  summary: 'Legal holds: what may be neither disposed of nor redacted, and why',
  permission: 'information.read',
  input: z.strictObject({}),
  async run(context) {
    const { db } = context;
    const rows = await db.all(
      db.from('information.legal_hold').selectAll().orderBy('lifted_on', 'desc').orderBy('from_on', 'desc'),
    );
    const people = await namesOfPeople(
      context,
      rows.flatMap((row) => [row.placed_by_id, ...(row.lifted_by_id === null ? [] : [row.lifted_by_id])]),
    );
    return rows.map((row) => ({
      ...row,
      placed_by: people.get(row.placed_by_id) ?? 'Somebody no longer listed',
      lifted_by:
        row.lifted_by_id === null ? null : (people.get(row.lifted_by_id) ?? 'Somebody no longer listed'),
    }));
  },
});

export const readHold = query({
  name: 'information.read-hold',
  summary: 'One legal hold',
  permission: 'information.read',
  input: z.strictObject({ id: z.uuid() }),
  run: ({ db }, { id }) => db.one(db.from('information.legal_hold').selectAll().where('id', '=', id)),
});

export function placeHoldAmong(declared: Declared) {
  return command({
    name: 'information.place-hold',
    summary: 'Place a legal hold on a record, a kind of record or everything',
    permission: 'information.hold',
    input: legalHold,
    async run({ write, actor, today }, { scope, ref, kind, reason, from_on }) {
      if (from_on > today) throw new InvalidInput({ from_on: 'A hold begins today or earlier' });
      const subject = scope === 'record' ? ref : scope === 'kind' ? kind : null;
      const known =
        subject === null || declared.kindOf(scope === 'record' ? subject : `${subject}/x`) !== undefined;
      if (!known) {
        throw new InvalidInput({
          [scope === 'record' ? 'ref' : 'kind']: 'There are no records of this kind',
        });
      }
      return {
        id: await write.insert('information.legal_hold', {
          scope,
          subject,
          reason,
          from_on,
          placed_by_id: ownId(actor),
        }),
      };
    },
  });
}

export const liftHold = command({
  name: 'information.lift-hold',
  summary: 'Lift a legal hold, with the reason',
  permission: 'information.hold',
  input: lifting,
  async run({ db, write, actor, today }, { id, seen_revision, reason }) {
    const hold = await db.one(db.from('information.legal_hold').select('lifted_on').where('id', '=', id));
    if (hold.lifted_on !== null) throw new Conflict('This hold is lifted already.');
    await write.update(
      'information.legal_hold',
      id,
      { lifted_on: today, lifted_by_id: ownId(actor), lifted_reason: reason },
      seen_revision,
    );
    return { id };
  },
});

/** A named person answers for these acts; the operator and jobs do not. */
export function ownId({ person_id }: QueryContext['actor']): string {
  if (person_id === null) throw new NotAllowed('A named person of the partnership has to do this.');
  return person_id;
}

// Placing and lifting legal holds, and asking whether something is held.
import { z } from 'zod';
import { namesOfPeople } from '../../ground/governance/index.ts';
import { type Ref, refParts } from '../../kernel/evidence/evidence.ts';
import { command, type CommandContext, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Declared } from './declared.ts';
import { withBelongings } from './forget.operations.ts';
import { type Hold, holdOn, legalHold, lifting } from './legal-hold.ts';
import { showDay } from '../../surfaces/web/components/day.ts';

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

/**
 * Which hold keeps a record: one on itself, on what it belongs to, or on its kind. A row that may belong to records of any
 * kind (a note, a file, emergency access) is kept by a hold on any kind: what an inquiry asks for comes with what hangs on it.
 */
export async function heldBy(
  context: QueryContext,
  declared: Declared,
): Promise<(ref: Ref) => Hold | undefined> {
  const holds = await holdsInForce(context);
  const belonging = new Map<Ref, Hold>();
  for (const hold of holds) {
    if (hold.scope !== 'record' || hold.subject === null) continue;
    for (const { ref } of await withBelongings(context, declared, hold.subject)) belonging.set(ref, hold);
  }
  const onKinds = holds.filter(({ scope }) => scope === 'kind');
  return (ref) => {
    const belongs_to = declared.kindOf(ref)?.contents.belongs_to;
    return (
      holdOn(holds, [ref]) ??
      belonging.get(ref) ??
      onKinds.find(
        ({ subject }) =>
          belongs_to !== undefined &&
          (!('table' in belongs_to) || declared.kindOf(`${subject}/x`)?.table === belongs_to.table),
      )
    );
  };
}

/**
 * Whoever places a hold, and whoever disposes of something or takes it out, wait for each other until the other is
 * committed: so no hold is placed on what is going at this moment.
 */
export async function whileNoHoldIsPlaced({ db, partnership }: CommandContext): Promise<void> {
  await db.text('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [lockOf(partnership.id)]);
}

const lockOf = (partnershipId: string) => `legal holds of ${partnershipId}`;

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
    async run(context, { scope, ref, kind, reason, from_on }) {
      const { db, write, actor, partnership, today } = context;
      if (from_on > today) throw new InvalidInput({ from_on: 'A hold begins today or earlier' });
      await db.text('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(partnership.id)]);
      if (scope === 'record') await refuseGone(context, declared, ref ?? '');
      if (scope === 'kind' && declared.kindOf(`${kind}/x`) === undefined)
        throw new InvalidInput({ kind: 'There are no records of this kind' });
      const subject = scope === 'record' ? ref : scope === 'kind' ? kind : null;
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

/**
 * A hold on nothing would only look like one. Whether there is such a record is asked over all circles: whoever looks after
 * holds need not be able to open what they hold.
 */
async function refuseGone({ db }: CommandContext, declared: Declared, ref: Ref): Promise<void> {
  const kind = declared.kindOf(ref);
  const there =
    kind !== undefined &&
    (await db.text('select belonging from information.belonging($1, $2, $3)', [
      kind.table,
      'id',
      refParts(ref).id,
    ]));
  if (!there || there.length === 0) {
    throw new InvalidInput({
      ref: 'There is no record with this reference, so nothing would be held. Copy it from the page of the record',
    });
  }
  const gone = await db.find(db.from('information.disposed').select('disposed_on').where('ref', '=', ref));
  if (gone !== undefined) {
    throw new Conflict(
      `This record was disposed of on ${showDay(gone.disposed_on)}, so there is nothing left to hold. Tell whoever asked for it; the certificate of the disposal says what was done and by whom.`,
    );
  }
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

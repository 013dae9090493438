// The ledger of sharing: entries are added and read, never changed.
import { z } from 'zod';
import { namesOfPeople } from '../../../ground/governance/index.ts';
import { noteSeen } from '../../../kernel/access/seen.ts';
import { command, query } from '../../../kernel/operation/operation.ts';
import { InvalidInput, NotAllowed } from '../../../kernel/operation/refusals.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { circleOfRecord, recordKinds } from './record-reading.ts';
import { sharingDecision } from './sharing-decision.ts';
import { noCircle } from './subject-found.ts';

export const listSharing = query({
  name: 'information.list-sharing-decisions',
  summary: 'The ledger of what was shared and what was not, the latest first',
  permission: 'information.read',
  input: z.strictObject({ outcome: z.enum(['shared', 'not-shared']).or(z.literal('')).optional() }),
  async run(context, { outcome }) {
    const { actor, db } = context;
    let rows = db
      .from('information.sharing_decision')
      .selectAll()
      .where((eb) =>
        eb.or([eb('circle_id', 'is', null), eb('circle_id', 'in', [...actor.circle_ids, noCircle])]),
      );
    if (outcome) rows = rows.where('shared', '=', outcome === 'shared');
    const found = await db.all(rows.orderBy('decided_on', 'desc').orderBy('id', 'desc'));
    noteSeen(context, 'information.sharing-decision', found);
    const people = await namesOfPeople(
      context,
      found.map((row) => row.decided_by_id),
    );
    return {
      outcome: outcome ?? '',
      rows: found.map((row) => ({
        ...row,
        decided_by: people.get(row.decided_by_id) ?? 'Somebody no longer listed',
      })),
    };
  },
});

export function sharingOperations(declarations: readonly RecordDeclaration[]) {
  const recordSharing = command({
    name: 'information.record-sharing-decision',
    summary: 'Record a decision to share something, or not to',
    permission: 'information.rights',
    input: sharingDecision,
    async run(context, { outcome, circle_id: chosen, ...entry }) {
      const { actor, write, today } = context;
      if (actor.person_id === null) throw new NotAllowed('A named person has to answer for this decision.');
      if (chosen !== null && !actor.circle_ids.includes(chosen))
        throw new InvalidInput({ circle_id: 'Choose a circle that you are in' });
      const circle_id =
        entry.about_ref === null
          ? chosen
          : await circleOfRecord(context, await recordKinds(context, declarations), entry.about_ref);
      if (circle_id === undefined)
        throw new InvalidInput({ about_ref: 'There is no such record for you to see. Check the reference' });
      return {
        id: await write.insert('information.sharing_decision', {
          ...entry,
          circle_id,
          shared: outcome === 'shared',
          decided_by_id: actor.person_id,
          decided_on: today,
        }),
      };
    },
  });
  return { recordSharing };
}

// Emergency access to a child's record: somebody who is not in its circle needs it now. It opens that one record, to that
// one person, for four hours. It says nothing about the child beforehand, and an id that means nothing answers like every
// record one may not see.
import { z } from 'zod';
import { command, query } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { grantEmergency, openInEmergency } from '../circles/index.ts';
import { emergency } from './child.ts';

export const askEmergencyAccess = command({
  name: 'children.ask-emergency-access',
  summary: 'Open a child’s record in an emergency, for four hours and with a reason',
  permission: 'children.emergency',
  input: emergency,
  run: (context, { record_id, reason }) =>
    grantEmergency(context, { table: 'children.child', id: record_id, reason }),
});

/** A child's facts as the record holds them; a day that may be unknown is null. */
interface ChildRow {
  id: string;
  given_name: string;
  family_name: string;
  born_on: string | null;
  expected_on: string | null;
  sex: string;
  nhs_number: string | null;
  school_id: string | null;
}

export const readInEmergency = query({
  name: 'children.read-in-emergency',
  summary: 'The child’s record that emergency access opens, while it lasts',
  permission: 'children.emergency',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { row, access } = await openInEmergency(context, id);
    if (!access.ref.startsWith('children.child/')) throw new NotFound();
    const child = row as unknown as ChildRow;
    const { db } = context;
    const school =
      child.school_id === null
        ? undefined
        : await db.find(
            db.from('governance.agency').select(['id', 'name']).where('id', '=', child.school_id),
          );
    const circle = { id: access.circle_id, name: access.circle };
    return { ...child, school: school ?? null, circle, expires_at: access.expires_at };
  },
});

// Giving emergency access, opening the one record it gives, and reviewing it afterwards. A room gives it for its own records
// by its own command (children/emergency.operations.ts); the database itself opens that one row, to that one person, for as
// long as it lasts, and nothing else of the circle.
import { z } from 'zod';
import { noteSeen } from '../../kernel/access/seen.ts';
import { type Ref, ref, refParts } from '../../kernel/evidence/evidence.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { emergencyHours, emergencyReview, mostUnreviewed } from './emergency.ts';
import { emergencyConcept } from './statements/look.ts';

const hour = 3_600_000;

/**
 * Opens one record of a table to the actor. Throws NotFound for an id that means nothing, like for every record one may not
 * see, and Conflict where they are in its circle already, have it open already, or have had too many that nobody reviewed.
 */
export async function grantEmergency(
  context: CommandContext,
  { table, id, reason }: { table: string; id: string; reason: string },
): Promise<{ id: string; expires_at: string }> {
  const { actor, db, write, now, today } = context;
  const concept = table.replaceAll('_', '-');
  if (actor.person_id === null || actor.token !== null) {
    throw new NotAllowed('Emergency access is asked for by a person, on the page for it.');
  }
  await refuseWithoutEnd(context, ref(concept, id));
  const [found] = await db.text<{ circle_id: string }>(
    'select in_circle as circle_id from kernel.circles_of($1::regclass, $2::uuid[])',
    [table, [id]],
  );
  if (found === undefined) throw new NotFound();
  if (actor.circle_ids.includes(found.circle_id)) {
    throw new Conflict('You are in the circle of this record already. Open it from its own list.');
  }
  const expires_at = new Date(Date.parse(now) + emergencyHours * hour).toISOString();
  const access_id = await write.insert('circles.emergency_access', {
    person_id: actor.person_id,
    ref: ref(concept, id),
    of_circle_id: found.circle_id,
    given_on: today,
    given_at: now,
    expires_at,
    reason,
  });
  await write.enqueue('circles.tell-emergency', { access_id });
  return { id: access_id, expires_at };
}

/** By what this person was given before, and not by the record, so that it tells nothing about that. */
async function refuseWithoutEnd(context: CommandContext, of: Ref): Promise<void> {
  const { actor, db, partnership, now } = context;
  // One at a time for each person, so that those asked for at once count one another.
  await db.text('select id from governance.person where partnership_id = $1 and id = $2 for update', [
    partnership.id,
    actor.person_id,
  ]);
  const own = await emergencies(context, 'and e.person_id = $2', [actor.person_id]);
  if (own.some((access) => access.ref === of && Date.parse(access.expires_at) > Date.parse(now))) {
    throw new Conflict('This record is open to you already. You find it on your home page.');
  }
  if (own.filter(({ reviewed_on }) => reviewed_on === null).length >= mostUnreviewed) {
    throw new Conflict(
      `${mostUnreviewed} times you were given emergency access that nobody has reviewed yet. Ring a business manager now: they review those, or let you into the circle. If a child is in danger, call the police on 999.`,
    );
  }
}

/** The row that an access opens, as it stands now, and the access. Throws NotFound once it has ended, and for anybody else. */
export async function openInEmergency(
  context: QueryContext,
  accessId: string,
): Promise<{ row: Record<string, unknown>; access: EmergencyRow }> {
  const { actor, db, now } = context;
  const [[opened], [access]] = await Promise.all([
    db.text<{ row: Record<string, unknown> | null }>(
      'select circles.emergency_record($1, $2, $3::timestamptz) as row',
      [accessId, actor.person_id, now],
    ),
    emergencies(context, 'and e.id = $2', [accessId]),
  ]);
  const row = opened?.row ?? null;
  if (row === null || access === undefined) throw new NotFound();
  const { concept, id } = refParts(access.ref);
  noteSeen(context, concept, [{ id, circle_id: access.circle_id }]);
  context.saw(ref(emergencyConcept, access.id));
  return { row, access };
}

export interface EmergencyRow {
  id: string;
  ref: Ref;
  person_id: string;
  person: string;
  circle_id: string;
  circle: string;
  originator_agency_id: string | null;
  given_at: string;
  expires_at: string;
  reason: string;
  justified: boolean | null;
  reviewed_by: string | null;
  reviewed_on: string | null;
  review_note: string | null;
}

/** $1 partnership. */
export function emergencies({ db, partnership }: QueryContext, and = '', values: unknown[] = []) {
  return db.text<EmergencyRow & Record<string, unknown>>(
    `select e.id, e.ref, e.person_id, p.name as person, c.id as circle_id, c.name as circle, c.originator_agency_id,
       e.given_at, e.expires_at, e.reason, e.justified, q.name as reviewed_by, e.reviewed_on, e.review_note
     from circles.emergency_access e
     join kernel.circle c on c.partnership_id = e.partnership_id and c.id = e.of_circle_id
     join governance.person p on p.partnership_id = e.partnership_id and p.id = e.person_id
     left join governance.person q on q.partnership_id = e.partnership_id and q.id = e.reviewed_by_id
     where e.partnership_id = $1 ${and} order by e.given_at desc, e.id desc`,
    [partnership.id, ...values],
  );
}

/** What this person was given and can still open. */
export function ownEmergencies(context: QueryContext): Promise<EmergencyRow[]> {
  return emergencies(context, 'and e.person_id = $2 and e.expires_at > $3::timestamptz', [
    context.actor.person_id,
    context.now,
  ]);
}

export const listEmergencies = query({
  name: 'circles.list-emergencies',
  summary: 'Emergency access that was given, and whether it was justified',
  permission: 'access.manage',
  input: z.strictObject({}),
  run: async (context) => (await emergencies(context)).map(unnamed),
});

/** Whoever looks after access learns who was let in and why, and not which record it was. */
function unnamed({ ref: _ref, ...told }: EmergencyRow): TellableEmergency {
  return told;
}

export type TellableEmergency = Omit<EmergencyRow, 'ref'>;

export const readEmergency = query({
  name: 'circles.read-emergency',
  summary: 'One emergency access',
  permission: 'access.manage',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const [found] = await emergencies(context, 'and e.id = $2', [id]);
    if (found === undefined) throw new NotFound();
    return unnamed(found);
  },
});

export const reviewEmergency = command({
  name: 'circles.review-emergency',
  summary: 'Say afterwards whether an emergency access was justified',
  permission: 'access.manage',
  input: emergencyReview,
  async run(context, { id, justified, review_note }) {
    const { actor, write, today } = context;
    const [found] = await emergencies(context, 'and e.id = $2', [id]);
    if (found === undefined) throw new NotFound();
    if (found.reviewed_on !== null) throw new Conflict('This emergency access was reviewed already.');
    if (found.person_id === actor.person_id) {
      throw new NotAllowed('Somebody else has to say whether your own emergency access was justified.');
    }
    await write.update('circles.emergency_access', id, {
      justified: justified === 'yes',
      reviewed_by_id: actor.person_id,
      reviewed_on: today,
      review_note,
    });
    return { id };
  },
});

// Originator control: what an agency gave stays in its circle. Moving it out, exporting it or quoting it outside asks that
// agency first, and is refused until it has agreed (design 3, handling). The rule stands here, because links and files of
// the kernel ask it; asking and answering are the circles room's.
import type { Ref } from '../evidence/evidence.ts';
import type { QueryContext } from '../operation/operation.ts';
import { Conflict } from '../operation/refusals.ts';
import type { Actor } from './actor.ts';

export const releaseActs = {
  move: 'Move it out of its circle',
  export: 'Download or export it',
  quote: 'Quote it in a record outside the circle',
} as const;
export type ReleaseAct = keyof typeof releaseActs;

export interface InCircle {
  ref: Ref;
  circle_id: string | null;
}

/** Throws Conflict, with the form to ask by, where the record's originator has not agreed to the act. */
export async function requireRelease(
  context: QueryContext,
  record: InCircle,
  act: ReleaseAct,
): Promise<void> {
  const held = await heldBack(context, [record], act);
  const originator = held.get(record.ref);
  if (originator === undefined) return;
  throw new Conflict(
    `${originator} gave this, and has not agreed to this: ${releaseActs[act].toLowerCase()}. Ask them; they answer here.`,
    {
      href: `/circles/releases/new?${new URLSearchParams({ ref: record.ref, act }).toString()}`,
      text: `Ask ${originator}`,
    },
  );
}

interface Control extends Record<string, unknown> {
  circle_id: string;
  originator_agency_id: string;
  originator: string;
  released: Ref[];
}

/**
 * Those of the records whose originator has not agreed to the act, with the originator's name. One statement, and none
 * where no record is in a circle. An answer is given to whoever asked, for their reason: nobody else uses it. Whoever may
 * answer for the originator needs nobody's leave.
 */
export async function heldBack(
  { actor, db, partnership, today }: QueryContext,
  records: readonly InCircle[],
  act: ReleaseAct,
): Promise<Map<Ref, string>> {
  const restricted = records.filter((record) => record.circle_id !== null);
  if (restricted.length === 0) return new Map();
  const controls = await db.text<Control>(
    `select c.id as circle_id, c.originator_agency_id, a.name as originator,
       coalesce((select array_agg(r.ref) from circles.release_request r
         where r.partnership_id = c.partnership_id and r.circle_id = c.id and r.act = $3
           and r.asked_by_id = $5::uuid and r.answer = 'agreed' and r.expires_on >= $4::date), '{}') as released
     from kernel.circle c
     join governance.agency a on a.partnership_id = c.partnership_id and a.id = c.originator_agency_id
     where c.partnership_id = $1 and c.id = any($2::uuid[])`,
    [partnership.id, [...new Set(restricted.map((record) => record.circle_id))], act, today, actor.person_id],
  );
  const byCircle = new Map(controls.map((control) => [control.circle_id, control]));
  return new Map(
    restricted.flatMap(({ ref, circle_id }): [Ref, string][] => {
      const control = byCircle.get(circle_id ?? '');
      if (control === undefined || control.released.includes(ref)) return [];
      return answersFor(actor, control.originator_agency_id) ? [] : [[ref, control.originator]];
    }),
  );
}

/** Whether a person may say for an agency what becomes of what it gave. */
export function answersFor(actor: Actor, agencyId: string): boolean {
  return actor.can('circles.release') && actor.agency_ids.includes(agencyId);
}

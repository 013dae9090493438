// Looks, read out of the audit trail: of one record by the index on references, of one month by the index on instants. Never
// the whole chain.
import type { Ref } from '../../../kernel/evidence/evidence.ts';
import { addDays, addMonths, dayIn } from '../../../kernel/calendar/day.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import type { Look } from './look.ts';

/** So many entries about a record are looked through, and so many looks shown: changes are entries too. */
const mostEntries = 200;
const mostLooks = 20;

interface Entry extends Record<string, unknown> {
  seq: number;
  body: string;
}

/** An entry that names fields is a change, and none that only shows. */
function looksAmong(entries: readonly Entry[]): Look[] {
  return entries.flatMap(({ seq, body }) => {
    const { fields, ...look } = JSON.parse(body) as Omit<Look, 'seq'> & { fields: string[] };
    return fields.length === 0 ? [{ ...look, seq }] : [];
  });
}

/** Who looked at a record, the latest first. */
export async function looksAt(context: QueryContext, ref: Ref): Promise<Look[]> {
  return (await looksAbout(context, ref)).slice(0, mostLooks);
}

/** Whether a person was shown what leaves a trace under this reference. */
export async function hasLooked(context: QueryContext, ref: Ref, personId: string | null): Promise<boolean> {
  return (await looksAbout(context, ref)).some((look) => look.person_id === personId);
}

/** Whether the person said today why they open the record: a form that shows it does not ask again. */
export async function openedForPurpose(context: QueryContext, ref: Ref): Promise<boolean> {
  const { actor, today } = context;
  return (await looksAbout(context, ref)).some(
    ({ person_id, purpose, at }) =>
      person_id !== null && person_id === actor.person_id && purpose !== null && dayIn(at) === today,
  );
}

async function looksAbout({ db }: QueryContext, ref: Ref): Promise<Look[]> {
  const entries = await db.text<Entry>('select seq, body from kernel.entries_about($1, $2)', [
    ref,
    mostEntries,
  ]);
  return looksAmong(entries);
}

/** Every look of a London month (`2025-08`), in order. */
export async function looksIn({ db, partnership }: QueryContext, month: string): Promise<Look[]> {
  const first = `${month}-01`;
  // London's day begins at most an hour before or after UTC's: a day more on both sides, then by London's own days.
  const entries = await db.text<Entry>(
    `select seq, body from kernel.audit_entry
     where partnership_id = $1 and at >= $2 and at < $3 and refs::text like '%"kernel.circle/%' order by at, seq`,
    [partnership.id, addDays(first, -1), addDays(addMonths(first, 1), 1)],
  );
  return looksAmong(entries).filter(({ at }) => dayIn(at).startsWith(month));
}

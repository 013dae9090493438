// Where an activity, a claim or a next step stands: its year, its priority, its source. The same checks for all three.
import { refuseUnknown } from '../../ground/governance/index.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import type { CommandContext } from '../../kernel/operation/operation.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import { refuseUnknownPriority } from './priority.operations.ts';
import { chosenYear } from './year.ts';

interface Place {
  year: string;
  priority_id: string | null;
  source_id: string | null;
}

interface Parties {
  agencies?: Record<string, string | null>;
  bodies?: Record<string, string | null>;
}

/** The fields as the row keeps them: the year by its id. Throws InvalidInput at each field that points at nothing. */
export async function placed<P extends Place>(
  context: CommandContext,
  given: P,
  { agencies = {}, bodies = {} }: Parties = {},
): Promise<Omit<P, 'year'> & { year_id: string }> {
  const { year, ...fields } = given;
  const [{ id: year_id }] = await Promise.all([
    chosenYear(context, year),
    refuseUnknownPriority(context, { priority_id: given.priority_id }),
    refuseUnknownSource(context, given.source_id),
    refuseUnknown(context, {
      ...entriesFrom(agencies, 'governance.agency'),
      ...entriesFrom(bodies, 'governance.body'),
    }),
  ]);
  return { ...fields, year_id };
}

function entriesFrom<T extends string>(chosen: Record<string, string | null>, table: T) {
  return Object.fromEntries(
    Object.entries(chosen).map(([field, id]): [string, [T, string | null]] => [field, [table, id]]),
  );
}

/** Sources are the evidence room's; it says whether there is one. */
async function refuseUnknownSource(context: CommandContext, sourceId: string | null): Promise<void> {
  if (sourceId === null) return;
  const ref = `evidence.source/${sourceId}`;
  if ((await resolveRefs(context, [ref])).has(ref)) return;
  throw new InvalidInput({ source_id: 'Choose a source that is in the register' });
}

// Whom a joint body serves, and from which joint bodies a home takes copies: each side says it for itself, from a day to a
// day, and the default is that nothing is sent and nothing is taken.
import type { z } from 'zod';
import { type CommandContext, command, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { refuseUnknown } from '../../ground/governance/index.ts';
import { acceptance, home, inForce, termEnd } from './joint-body.ts';

type Kind = 'home' | 'joint';

/** Whether this is a home partnership or a joint body. */
export async function kindOf({ db, partnership }: QueryContext): Promise<Kind> {
  const [own] = await db.text<{ kind: Kind }>('select kind from kernel.partnership where id = $1', [
    partnership.id,
  ]);
  return own?.kind ?? 'home';
}

/** Throws Conflict where the command belongs to the other side. */
export async function requireKind(context: QueryContext, kind: Kind): Promise<void> {
  if ((await kindOf(context)) === kind) return;
  throw new Conflict(
    kind === 'joint'
      ? 'Only a joint body does this, and this is a home partnership. Sign in to the joint body first.'
      : 'Only a home partnership does this, and this is a joint body. Sign in to the home partnership first.',
  );
}

/** Throws InvalidInput where there is no such partnership, or it is of the other kind. */
async function partnershipNamed({ db }: QueryContext, shortName: string, kind: Kind): Promise<string> {
  const [found] = await db.text<{ id: string }>(
    'select id from kernel.partnership where short_name = $1 and kind = $2',
    [shortName, kind],
  );
  if (found) return found.id;
  const what = kind === 'home' ? 'home partnership' : 'joint body';
  throw new InvalidInput({ short_name: `There is no ${what} with this short name. Check it with them` });
}

function refuseOverlap(
  there: { from_on: string; until_on: string | null }[],
  from_on: string,
  until_on: string | null,
) {
  const overlapping = there.some(
    (one) =>
      (one.until_on === null || one.until_on >= from_on) && (until_on === null || one.from_on <= until_on),
  );
  if (overlapping) throw new Conflict('This is recorded already for some of these days. End that one first.');
}

export const addHome = command({
  name: 'joint-bodies.add-home',
  summary: 'Record that this joint body serves a home partnership',
  permission: 'governance.write',
  input: home,
  async run(context, { short_name, ...facts }) {
    await requireKind(context, 'joint');
    const { db, write } = context;
    const home_id = await partnershipNamed(context, short_name, 'home');
    const there = await db.all(
      db.from('joint.home').select(['from_on', 'until_on']).where('home_id', '=', home_id),
    );
    refuseOverlap(there, facts.from_on, facts.until_on);
    return { id: await write.insert('joint.home', { home_id, ...facts }) };
  },
});

export const endHome = command({
  name: 'joint-bodies.end-home',
  summary: 'Set the last day on which this joint body serves a home partnership',
  permission: 'governance.write',
  input: termEnd,
  run: (context, input) => end(context, 'joint.home', input),
});

export const acceptBody = command({
  name: 'joint-bodies.accept-body',
  summary: 'Record that this partnership takes copies from a joint body',
  permission: 'governance.write',
  input: acceptance,
  async run(context, { short_name, ...facts }) {
    await requireKind(context, 'home');
    const { db, write } = context;
    await refuseUnknown(context, { restricted_to_id: ['kernel.circle', facts.restricted_to_id] });
    const joint_id = await partnershipNamed(context, short_name, 'joint');
    const there = await db.all(
      db.from('joint.acceptance').select(['from_on', 'until_on']).where('joint_id', '=', joint_id),
    );
    refuseOverlap(there, facts.from_on, facts.until_on);
    return { id: await write.insert('joint.acceptance', { joint_id, ...facts }) };
  },
});

export const endAcceptance = command({
  name: 'joint-bodies.end-acceptance',
  summary: 'Set the last day on which copies are taken from a joint body',
  permission: 'governance.write',
  input: termEnd,
  run: (context, input) => end(context, 'joint.acceptance', input),
});

async function end(
  { db, write }: CommandContext,
  table: 'joint.home' | 'joint.acceptance',
  { id, seen_revision, until_on }: z.output<typeof termEnd>,
) {
  const there = await db.one(db.from(table).select(['from_on', 'revision']).where('id', '=', id));
  if (until_on < there.from_on)
    throw new InvalidInput({ until_on: 'The last day must not be before the first' });
  await write.update(table, id, { until_on }, seen_revision ?? there.revision);
  return { id };
}

interface Standing extends Record<string, unknown> {
  id: string;
  revision: number;
  partnership_id: string;
  name: string;
  from_on: string;
  until_on: string | null;
}

export interface Home extends Standing {
  in_force: boolean;
}

export async function homesOf({ db, partnership, today }: QueryContext): Promise<Home[]> {
  const rows = await db.text<Standing>(
    `select h.id, h.revision, h.home_id as partnership_id, p.name, h.from_on, h.until_on
     from joint.home h join kernel.partnership p on p.id = h.home_id
     where h.partnership_id = $1 order by p.name, h.from_on, h.id`,
    [partnership.id],
  );
  return rows.map((row) => ({ ...row, in_force: inForce(row, today) }));
}

export interface Accepted extends Home {
  agreed_by: string;
  restricted_to: string | null;
}

export async function acceptedBy({ db, partnership, today }: QueryContext): Promise<Accepted[]> {
  const rows = await db.text<Omit<Accepted, 'in_force'>>(
    `select a.id, a.revision, a.joint_id as partnership_id, p.name, a.from_on, a.until_on, a.agreed_by, c.name as restricted_to
     from joint.acceptance a join kernel.partnership p on p.id = a.joint_id
     left join kernel.circle c on c.partnership_id = a.partnership_id and c.id = a.restricted_to_id
     where a.partnership_id = $1 order by p.name, a.from_on, a.id`,
    [partnership.id],
  );
  return rows.map((row): Accepted => ({ ...row, in_force: inForce(row as Standing, today) }) as Accepted);
}

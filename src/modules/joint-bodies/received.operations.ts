// What came from joint bodies, in the home: read, taken in as a finding or recommendation of the home's own thread, or
// declined with a reason. Where it came from stays with it, as words: nothing of the joint body can be opened from here.
import { z } from 'zod';
import { noteSeen } from '../../kernel/access/seen.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { seenRevision } from '../../kernel/records/field.ts';
import { recordFinding, recordRecommendation, strandPath, strandsByRef } from '../../ground/thread/index.ts';
import {
  type Change,
  changesBetween,
  type Copy,
  type CopyState,
  declining,
  takingIn,
  wordsOf,
} from './joint-body.ts';
import { acceptedBy, homesOf, kindOf } from './standing.operations.ts';
import { sharedBy } from './sharing.operations.ts';

export interface Received extends Record<string, unknown> {
  id: string;
  revision: number;
  circle_id: string | null;
  circle: string | null;
  origin_name: string;
  origin_ref: string;
  origin_revision: number;
  copy: Copy;
  sent_by: string;
  sent_by_role: string;
  sent_on: string;
  received_on: string;
  amends_id: string | null;
  state: CopyState;
  taken_ref: string | null;
  declined_reason: string | null;
  handled_by: string | null;
  handled_on: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  withdrawal_noted_on: string | null;
}

const receivedRows = `select r.id, r.revision, r.circle_id, c.name as circle, r.origin_name, r.origin_ref, r.origin_revision, r.copy,
    r.sent_by, r.sent_by_role, r.sent_on, r.received_on, r.amends_id, r.state, r.taken_ref, r.declined_reason,
    p.name as handled_by, r.handled_on, r.withdrawn_on, r.withdrawn_reason, r.withdrawal_noted_on
  from joint.received_copy r
  left join kernel.circle c on c.partnership_id = r.partnership_id and c.id = r.circle_id
  left join governance.person p on p.partnership_id = r.partnership_id and p.id = r.handled_by_id
  where r.partnership_id = $1 and (r.circle_id is null or r.circle_id = any($2::uuid[]))`;

/** What waits for somebody first, then the latest. */
async function receivedBy(context: QueryContext): Promise<Received[]> {
  const { actor, db, partnership } = context;
  const rows = await db.text<Received>(
    `${receivedRows} order by (r.state = 'waiting') desc, r.received_on desc, r.id desc limit 500`,
    [partnership.id, actor.circle_ids],
  );
  noteSeen(context, 'joint.received-copy', rows);
  return rows;
}

export const readJointBodies = query({
  name: 'joint-bodies.read-overview',
  summary: 'What is sent to home partnerships, or what came from joint bodies',
  permission: 'joint.share',
  input: z.strictObject({}),
  async run(context) {
    const kind = await kindOf(context);
    const [homes, shared, accepted, received] = await Promise.all([
      homesOf(context),
      sharedBy(context),
      acceptedBy(context),
      receivedBy(context),
    ]);
    return { kind, homes, shared, accepted, received };
  },
});

export const readReceived = query({
  name: 'joint-bodies.read-received',
  summary: 'One copy from a joint body: what it says, where it came from, and what changed',
  permission: 'joint.share',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const found = await receivedNamed(context, id);
    const before =
      found.amends_id === null ? undefined : await receivedNamed(context, found.amends_id).catch(unseen);
    const taken = found.taken_ref === null ? undefined : await strandsByRef(context, [found.taken_ref]);
    const strand = found.taken_ref === null ? undefined : taken?.get(found.taken_ref);
    return {
      ...found,
      changes: before === undefined ? ([] as Change[]) : changesBetween(before.copy, found.copy),
      before:
        before === undefined ? null : { id: before.id, state: before.state, received_on: before.received_on },
      taken:
        strand === undefined ? null : { title: strand.title, path: strandPath(strand.strand, strand.id) },
    };
  },
});

/** An earlier copy may have been moved to a circle that this person is not in. */
function unseen(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
  return undefined;
}

async function receivedNamed(context: QueryContext, id: string): Promise<Received> {
  const { actor, db, partnership } = context;
  const [found] = await db.text<Received>(`${receivedRows} and r.id = $3`, [
    partnership.id,
    actor.circle_ids,
    id,
  ]);
  if (found === undefined) throw new NotFound();
  noteSeen(context, 'joint.received-copy', [found]);
  return found;
}

export const takeIn = command({
  name: 'joint-bodies.take-in',
  summary: 'Take a copy from a joint body into the partnership’s own thread',
  permission: 'joint.share',
  input: takingIn,
  async run(context, { id, seen_revision, as }) {
    const found = await waiting(context, id);
    const words = wordsOf(found.copy);
    const origin = {
      source: found.origin_name.slice(0, 300),
      locator: `${found.origin_ref}, version ${found.origin_revision}`,
      circle_id: found.circle_id,
    };
    const taken =
      as === 'finding'
        ? await recordFinding(context, {
            ...origin,
            title: found.copy.title.slice(0, 200),
            text: words.slice(0, 8000),
            found_on: found.copy.as_of,
          })
        : await recordRecommendation(context, {
            ...origin,
            gist: words.slice(0, 2000),
            made_by: found.origin_name.slice(0, 200),
            made_on: found.copy.as_of,
          });
    await handle(context, found, { state: 'taken-in', taken_ref: taken.ref }, seen_revision);
    return { id, ref: taken.ref };
  },
});

export const decline = command({
  name: 'joint-bodies.decline',
  summary: 'Say that a copy from a joint body is not taken in, and why',
  permission: 'joint.share',
  input: declining,
  async run(context, { id, seen_revision, reason }) {
    const found = await waiting(context, id);
    await handle(context, found, { state: 'declined', declined_reason: reason }, seen_revision);
    return { id };
  },
});

export const noteWithdrawal = command({
  name: 'joint-bodies.note-withdrawal',
  summary: 'Say that a withdrawal by a joint body was seen and dealt with',
  permission: 'joint.share',
  input: z.strictObject({ id: z.uuid(), seen_revision: seenRevision }),
  async run(context, { id, seen_revision }) {
    const found = await receivedNamed(context, id);
    if (found.withdrawn_on === null) throw new Conflict('This copy is not withdrawn.');
    if (found.withdrawal_noted_on !== null) throw new Conflict('Somebody noted this already.');
    const open =
      found.state === 'waiting'
        ? { state: 'declined', declined_reason: `Withdrawn by ${found.origin_name}` }
        : {};
    await handle(context, found, { ...open, withdrawal_noted_on: context.today }, seen_revision);
    return { id };
  },
});

async function waiting(context: CommandContext, id: string): Promise<Received> {
  const found = await receivedNamed(context, id);
  if (found.state !== 'waiting')
    throw new Conflict('Somebody dealt with this copy already. Open it to see how.');
  if (found.withdrawn_on !== null)
    throw new Conflict(`${found.origin_name} withdrew this. Open it, and note the withdrawal.`);
  return found;
}

async function handle(
  { actor, write, today }: CommandContext,
  { id, revision }: Received,
  change: { state?: string; taken_ref?: string; declined_reason?: string; withdrawal_noted_on?: string },
  seen: number | undefined,
): Promise<void> {
  if (actor.person_id === null) throw new NotAllowed();
  await write.update(
    'joint.received_copy',
    id,
    { ...change, handled_by_id: actor.person_id, handled_on: today },
    seen ?? revision,
  );
}

/** How many copies wait for somebody, and how many withdrawals nobody has noted. */
export async function countOpen({ actor, db, partnership }: QueryContext) {
  const [row] = await db.text<{ waiting: number; withdrawn: number; refused: number }>(
    `select (select count(*)::int from joint.received_copy r where r.partnership_id = $1 and r.state = 'waiting'
         and r.withdrawn_on is null and (r.circle_id is null or r.circle_id = any($2::uuid[]))) as waiting,
       (select count(*)::int from joint.received_copy r where r.partnership_id = $1 and r.withdrawn_on is not null
         and r.withdrawal_noted_on is null and (r.circle_id is null or r.circle_id = any($2::uuid[]))) as withdrawn,
       (select count(*)::int from joint.sharing s where s.partnership_id = $1 and s.state = 'refused'
         and s.withdrawn_on is null and (s.circle_id is null or s.circle_id = any($2::uuid[]))) as refused`,
    [partnership.id, actor.circle_ids],
  );
  return row ?? { waiting: 0, withdrawn: 0, refused: 0 };
}

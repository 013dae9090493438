// Sending copies, in the joint body: what a person chooses is written out whole, in the words that stand at that moment, and
// put into the outbox. What few may see leaves only with a reason, to a circle that is named, and if its originator agrees.
import { z } from 'zod';
import { requireRelease } from '../../kernel/access/release.ts';
import { roles } from '../../kernel/access/roles.ts';
import { noteSeen } from '../../kernel/access/seen.ts';
import { contentHash, type Ref, refParts } from '../../kernel/evidence/evidence.ts';
import { resolveCited } from '../../kernel/evidence/resolve.ts';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import type { Choice } from '../../kernel/pages/page.ts';
import {
  type Copy,
  isShareable,
  shareable,
  type Shareable,
  sharing,
  type SharingState,
  withdrawal,
} from './joint-body.ts';
import { homesOf, requireKind } from './standing.operations.ts';

export const share = command({
  name: 'joint-bodies.share',
  summary: 'Send a copy of a record to a home partnership',
  permission: 'joint.share',
  input: sharing,
  async run(context, input) {
    const { actor, db, write, today } = context;
    if (actor.person_id === null) throw new NotAllowed();
    await requireKind(context, 'joint');
    const homes = await homesOf(context);
    if (!homes.some(({ partnership_id, in_force }) => in_force && partnership_id === input.home_id))
      throw new InvalidInput({ home_id: 'Choose a home partnership that this joint body serves today' });
    const { copy, circle_id, revision } = await copyOf(context, input.ref);
    if (circle_id !== null) {
      refuseUnexplained(input);
      await requireRelease(context, { ref: input.ref, circle_id }, 'export');
    }
    const there = await db.find(
      db
        .from('joint.sharing')
        .select(['id', 'state', 'revision'])
        .where('home_id', '=', input.home_id)
        .where('ref', '=', input.ref)
        .where('record_revision', '=', revision),
    );
    const facts = {
      circle_id,
      copy: JSON.stringify(copy),
      content_hash: contentHash(copy),
      reason: input.reason,
      home_circle: circle_id === null ? null : input.home_circle,
      shared_by_id: actor.person_id,
      shared_by_role: actor.roles.map((role) => roles[role]).join(', '),
      shared_on: today,
      state: 'waiting',
      refusal: null,
    };
    if (there !== undefined) refuseSentAlready(there.state as SharingState);
    const id =
      there?.id ??
      (await write.insert('joint.sharing', {
        ...facts,
        ref: input.ref,
        home_id: input.home_id,
        record_revision: revision,
      }));
    if (there !== undefined) await write.update('joint.sharing', id, facts, there.revision);
    await write.enqueue('joint-bodies.deliver', { sharing_id: id, circle_id });
    return { id };
  },
});

function refuseUnexplained({ reason, home_circle }: z.output<typeof sharing>): void {
  const only = 'Only a circle may see this record';
  const fields = {
    ...(reason === null ? { reason: `${only}. Say why the home partnership needs it` } : {}),
    ...(home_circle === null ? { home_circle: `${only}. Name the circle there that is to receive it` } : {}),
  };
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

/** What was not taken may be sent again; what is there already would only repeat itself. */
function refuseSentAlready(state: SharingState): void {
  if (state === 'refused') return;
  throw new Conflict(
    state === 'waiting'
      ? 'This is on its way already. Open it in the list of copies to see what becomes of it.'
      : 'They have this version already. When the record changes, you can send the new version.',
  );
}

/** Everything the record says now, as this person may see it. Throws InvalidInput where they may not. */
async function copyOf(
  context: QueryContext,
  ref: Ref,
): Promise<{ copy: Copy; circle_id: string | null; revision: number }> {
  const { concept, id } = refParts(ref);
  if (!isShareable(concept) || !z.uuid().safeParse(id).success)
    throw new InvalidInput({ ref: 'Choose a finding, a recommendation, a decision or an item of evidence' });
  const seen = await resolveCited(context, ref, 'ref');
  const [row] = await context.db.text<{ revision: number; circle_id: string | null }>(
    `select revision, circle_id from ${shareable[concept].table}
     where partnership_id = $1 and id = $2 and (circle_id is null or circle_id = any($3::uuid[]))`,
    [context.partnership.id, id, context.actor.circle_ids],
  );
  if (row === undefined) throw new NotFound();
  return {
    ...row,
    copy: {
      concept,
      title: seen.title,
      content: seen.content ?? null,
      as_of: seen.as_of ?? null,
      period: seen.period ?? { from: null, to: null, label: null },
      geography: seen.geography ?? null,
      source_title: seen.source?.title ?? null,
      locator: seen.source?.locator ?? null,
    },
  };
}

export const withdrawShared = command({
  name: 'joint-bodies.withdraw-shared',
  summary: 'Tell a home partnership that a copy is withdrawn',
  permission: 'joint.share',
  input: withdrawal,
  async run({ db, write, today }, { id, seen_revision, reason }) {
    const sent = await db.one(db.from('joint.sharing').selectAll().where('id', '=', id));
    if (sent.withdrawn_on !== null) throw new Conflict('This copy was withdrawn already.');
    if (sent.state === 'refused')
      throw new Conflict('They never took this copy, so there is nothing to withdraw.');
    const change = { withdrawn_on: today, withdrawn_reason: reason };
    await write.update('joint.sharing', id, change, seen_revision ?? sent.revision);
    await write.enqueue('joint-bodies.withdraw', { sharing_id: id, circle_id: sent.circle_id });
    return { id };
  },
});

export interface Shared extends Record<string, unknown> {
  id: string;
  revision: number;
  circle_id: string | null;
  ref: Ref;
  record_revision: number;
  home: string;
  copy: Copy;
  reason: string | null;
  home_circle: string | null;
  shared_by: string;
  shared_by_role: string;
  shared_on: string;
  state: SharingState;
  refusal: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

const sharedRows = `select s.id, s.revision, s.circle_id, s.ref, s.record_revision, p.name as home, s.copy, s.reason, s.home_circle,
    w.name as shared_by, s.shared_by_role, s.shared_on, s.state, s.refusal, s.withdrawn_on, s.withdrawn_reason
  from joint.sharing s join kernel.partnership p on p.id = s.home_id
  join governance.person w on w.partnership_id = s.partnership_id and w.id = s.shared_by_id
  where s.partnership_id = $1 and (s.circle_id is null or s.circle_id = any($2::uuid[]))`;

/** The latest first. */
export async function sharedBy(context: QueryContext): Promise<Shared[]> {
  const { actor, db, partnership } = context;
  const rows = await db.text<Shared>(`${sharedRows} order by s.id desc limit 500`, [
    partnership.id,
    actor.circle_ids,
  ]);
  noteSeen(context, 'joint.sharing', rows);
  return rows;
}

export const readShared = query({
  name: 'joint-bodies.read-shared',
  summary: 'One copy that was sent: its words, and what became of it',
  permission: 'joint.share',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }): Promise<Shared> {
    const { actor, db, partnership } = context;
    const [found] = await db.text<Shared>(`${sharedRows} and s.id = $3`, [
      partnership.id,
      actor.circle_ids,
      id,
    ]);
    if (found === undefined) throw new NotFound();
    noteSeen(context, 'joint.sharing', [found]);
    return found;
  },
});

const most = 200;

/** The latest of each kind that a joint body may send. */
export async function shareableChoices(context: QueryContext): Promise<Choice[]> {
  const { actor, db, partnership } = context;
  const lists = await Promise.all(
    (Object.keys(shareable) as Shareable[]).map(async (concept) => {
      const { table, title, word } = shareable[concept];
      const rows = await db.text<{ id: string; title: string; circle_id: string | null }>(
        `select id, left(${title}, 110) as title, circle_id from ${table}
         where partnership_id = $1 and (circle_id is null or circle_id = any($2::uuid[])) order by id desc limit ${most}`,
        [partnership.id, actor.circle_ids],
      );
      noteSeen(context, concept, rows);
      return rows.map((row) => ({ value: `${concept}/${row.id}`, text: `${word}: ${row.title}` }));
    }),
  );
  return lists.flat();
}

export async function homeChoices(context: QueryContext): Promise<Choice[]> {
  const homes = (await homesOf(context)).filter(({ in_force }) => in_force);
  return homes.map(({ partnership_id, name }) => ({ value: partnership_id, text: name }));
}

// Handing a copy over: the job of the joint body acts in the home partnership, in a transaction of the home's own context
// and with an entry in the home's own audit trail. Killed between the two commits it is done again, and finds that the copy
// is there: one copy comes of it. The home decides what it takes; a refusal goes back to the sender.
import { actIn } from '../../kernel/jobs/acting.ts';
import type { Job, JobContext } from '../../kernel/records/room.ts';
import type { Copy } from './joint-body.ts';

interface Sent {
  id: string;
  home_id: string;
  circle_id: string | null;
  ref: string;
  record_revision: number;
  copy: Copy;
  content_hash: string;
  home_circle: string | null;
  shared_by: string;
  shared_by_role: string;
  shared_on: string;
  state: string;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export const deliver: Job = async (context, payload) => {
  const sent = await findSent(context, payload);
  if (sent === undefined || sent.state !== 'waiting') return;
  const refusal =
    sent.withdrawn_on === null ? await handOver(context, sent) : 'It was withdrawn before it was delivered.';
  await context.write.update('joint.sharing', sent.id, {
    state: refusal === null ? 'delivered' : 'refused',
    refusal,
  });
};

export const withdraw: Job = async (context, payload) => {
  const sent = await findSent(context, payload);
  if (sent === undefined || sent.withdrawn_on === null || sent.state !== 'delivered') return;
  const { house, partnership, today, now } = context;
  const acting = {
    partnershipId: sent.home_id,
    clock: { today, now },
    operation: 'job.joint-bodies.withdraw',
  };
  await actIn(house, acting, async (home) => {
    for (const { copy_id, in_circle } of await copiesOf(home, partnership.id, sent.ref)) {
      await openCircle(home, in_circle);
      const copy = await home.db.one(
        home.db.from('joint.received_copy').select(['withdrawn_on']).where('id', '=', copy_id),
      );
      if (copy.withdrawn_on !== null) continue;
      await home.write.update('joint.received_copy', copy_id, {
        withdrawn_on: today,
        withdrawn_reason: sent.withdrawn_reason,
      });
    }
  });
};

async function findSent(context: JobContext, payload: Record<string, unknown>): Promise<Sent | undefined> {
  await openCircle(context, typeof payload['circle_id'] === 'string' ? payload['circle_id'] : null);
  const [sent] = await context.db.text<Sent & Record<string, unknown>>(
    `select s.*, p.name as shared_by from joint.sharing s
     join governance.person p on p.partnership_id = s.partnership_id and p.id = s.shared_by_id
     where s.partnership_id = $1 and s.id = $2`,
    [context.partnership.id, payload['sharing_id']],
  );
  return sent;
}

/** Row-level security binds jobs too: what is in a circle is open for the length of the transaction, and no other circle. */
async function openCircle({ db, partnership }: JobContext, circleId: string | null): Promise<void> {
  if (circleId !== null) await db.text('select kernel.set_context($1, $2)', [partnership.id, circleId]);
}

interface Standing extends Record<string, unknown> {
  circle_id: string | null;
  circle: string | null;
}

/** Null when the home has the copy; otherwise why it did not take it. */
function handOver(
  { house, partnership: origin, today, now }: JobContext,
  sent: Sent,
): Promise<string | null> {
  const acting = {
    partnershipId: sent.home_id,
    clock: { today, now },
    operation: 'job.joint-bodies.deliver',
  };
  return actIn(house, acting, async (home) => {
    const there = await copiesOf(home, origin.id, sent.ref);
    if (there.some(({ of_revision }) => of_revision === sent.record_revision)) return null;
    const [accepted] = await home.db.text<Standing>(
      `select a.restricted_to_id as circle_id, c.name as circle from joint.acceptance a
       left join kernel.circle c on c.partnership_id = a.partnership_id and c.id = a.restricted_to_id
       where a.partnership_id = $1 and a.joint_id = $2 and a.from_on <= $3::date
         and (a.until_on is null or a.until_on >= $3::date)`,
      [home.partnership.id, origin.id, today],
    );
    const refusal = whyNot(home.partnership.name, sent, accepted);
    if (refusal !== null || accepted === undefined) return refusal;
    const circle_id = sent.circle_id === null ? null : accepted.circle_id;
    await openCircle(home, circle_id);
    const before = there
      .filter(({ of_revision, in_circle }) => of_revision < sent.record_revision && in_circle === circle_id)
      .toSorted((a, b) => b.of_revision - a.of_revision)[0];
    await home.write.insert('joint.received_copy', {
      circle_id,
      origin_id: origin.id,
      origin_name: origin.name,
      origin_ref: sent.ref,
      origin_revision: sent.record_revision,
      copy: JSON.stringify(sent.copy),
      content_hash: sent.content_hash,
      sent_by: sent.shared_by,
      sent_by_role: sent.shared_by_role,
      sent_on: sent.shared_on,
      received_on: today,
      amends_id: before?.copy_id ?? null,
      state: 'waiting',
    });
    return null;
  });
}

function whyNot(
  home: string,
  { circle_id, home_circle }: Sent,
  accepted: Standing | undefined,
): string | null {
  if (accepted === undefined) return `${home} has not agreed to take copies from this joint body.`;
  if (circle_id === null) return null;
  const same =
    accepted.circle !== null && accepted.circle.trim().toLowerCase() === home_circle?.trim().toLowerCase();
  return same
    ? null
    : `${home} takes what few may see only into a circle it named for that, and “${home_circle ?? ''}” is not it. Ask them for its name.`;
}

interface Placed extends Record<string, unknown> {
  copy_id: string;
  of_revision: number;
  in_circle: string | null;
}

/** Every copy of one record that the home has, whatever circle the home moved it to. */
function copiesOf({ db }: JobContext, originId: string, ref: string): Promise<Placed[]> {
  return db.text<Placed>('select * from joint.copies_of($1, $2)', [originId, ref]);
}

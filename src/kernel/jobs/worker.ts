// The outbox's worker: carries out what committed commands asked for. A job is claimed and finished in one transaction of
// its partnership, so that two workers never carry out the same one and a killed worker loses none.
import type { Transaction } from '../../database/connection.ts';
import { type Actor, operatorActor } from '../access/actor.ts';
import { appendEntry } from '../audit-trail/entry.ts';
import type { House } from '../operation/perform.ts';
import { readsFor } from '../operation/reads.ts';
import { type Touched, writesFor } from '../operation/writes.ts';
import { newId } from '../records/identity.ts';
import type { Job, JobContext, Room } from '../records/room.ts';
import { askWhatIsDue } from './schedule.ts';

const pause = 2_000;
const mostAttempts = 5;

export interface Worker {
  stop(): Promise<void>;
}

interface Claimed extends Record<string, unknown> {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** Looks for work every two seconds until it is stopped. */
export function keepWorking(
  house: House,
  rooms: readonly Room[],
  clock: () => { today: string; now: string },
): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    round = workThrough(house, rooms, clock)
      .catch(() => undefined)
      .finally(() => {
        if (!stopped) timer = setTimeout(next, pause);
      });
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** Carries out everything that is waiting now. */
export async function workThrough(
  house: House,
  rooms: readonly Room[],
  clock: () => { today: string; now: string },
): Promise<void> {
  const kinds = new Map(rooms.flatMap((room) => Object.entries(room.jobs ?? {})));
  await askWhatIsDue(house, rooms, clock().today);
  const waiting = await house.pool.single<{ id: string }>('select kernel.partnerships_with_work() as id', []);
  for (const { id } of waiting) {
    while (await workOne(house, kinds, id, clock())) continue;
  }
}

/** Claims one job of the partnership; false when there is none. */
async function workOne(
  house: House,
  kinds: Map<string, Job>,
  partnershipId: string,
  clock: { today: string; now: string },
): Promise<boolean> {
  let failed: { job: Claimed; problem: string } | undefined;
  const worked = await house.pool
    .transaction(async (transaction) => {
      const [job] = await transaction.text<Claimed>(
        `select id, kind, payload, attempts from kernel.job
         where partnership_id = $1 and state = 'waiting' and run_after <= now()
         order by run_after for update skip locked limit 1`,
        [partnershipId],
      );
      if (job === undefined) return false;
      try {
        const run = kinds.get(job.kind);
        if (run === undefined) throw new Error(`There is no job of the kind ${job.kind}`);
        await carryOut(house, transaction, partnershipId, clock, job, run);
      } catch (error) {
        failed = { job, problem: error instanceof Error ? error.message : String(error) };
        throw error;
      }
      await transaction.text(
        `update kernel.job set state = 'done', done_at = now(), attempts = attempts + 1 where partnership_id = $1 and id = $2`,
        [partnershipId, job.id],
      );
      return true;
    }, partnershipId)
    .catch((error: unknown) => {
      if (failed === undefined) throw error;
      return true;
    });
  if (failed !== undefined) await putOff(house, partnershipId, failed.job, failed.problem);
  return worked;
}

/** Tries again later, each time after twice as long; after five attempts it is left for a person to see. */
async function putOff(house: House, partnershipId: string, job: Claimed, problem: string): Promise<void> {
  const attempts = job.attempts + 1;
  await house.pool.transaction(async (transaction) => {
    await transaction.text(
      `update kernel.job set attempts = $3, state = $4, problem = $5, run_after = now() + make_interval(secs => $6)
       where partnership_id = $1 and id = $2`,
      [
        partnershipId,
        job.id,
        attempts,
        attempts >= mostAttempts ? 'failed' : 'waiting',
        problem.slice(0, 500),
        10 * 2 ** attempts,
      ],
    );
  }, partnershipId);
}

/** A job acts for the partnership, not for a person; it leaves an audit entry like any command. */
async function carryOut(
  house: House,
  transaction: Transaction,
  partnershipId: string,
  clock: { today: string; now: string },
  job: Claimed,
  run: Job,
): Promise<void> {
  const [row] = await transaction.text<{ short_name: string; name: string; demonstration: boolean }>(
    'select short_name, name, demonstration from kernel.partnership where id = $1',
    [partnershipId],
  );
  if (row === undefined) throw new Error('The partnership of this job is gone.');
  const entryId = newId();
  const touched: Touched = { refs: new Set(), fields: new Set() };
  const actor: Actor = { ...operatorActor(), name: 'Golden Thread', operator: false, can: () => true };
  const context: JobContext = {
    house,
    actor,
    partnership: { id: partnershipId, ...row },
    ...clock,
    db: readsFor(transaction, partnershipId),
    write: writesFor(transaction, partnershipId, entryId, touched),
    files: house.files,
    evidence: house.evidence,
    saw: (ref) => touched.refs.add(ref),
  };
  await run(context, job.payload);
  if (touched.refs.size === 0) return;
  await appendEntry(transaction, partnershipId, entryId, {
    at: clock.now,
    person_id: null,
    person: actor.name,
    roles: [],
    operation: `job.${job.kind}`,
    via: 'job',
    refs: [...touched.refs],
    fields: [...touched.fields],
    purpose: null,
  });
}

// The outbox's worker: carries out what committed commands asked for. A job is claimed and finished in one transaction of
// its partnership, so that two workers never carry out the same one and a killed worker loses none.
import { faultWords, type Log } from '../log/log.ts';
import { letterKind, noLetters, noMail, NotSent } from '../mail/mail.ts';
import type { House } from '../operation/perform.ts';
import type { Job, Room } from '../records/room.ts';
import { actWithin } from './acting.ts';
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
  log: Log,
): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    round = workThrough(house, rooms, clock, log, () => stopped)
      .catch((error: unknown) => log.error({ fault: faultWords(error) }, 'worker could not look'))
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

/** Carries out everything that is waiting now; told to stop, it finishes the job in hand. */
export async function workThrough(
  house: House,
  rooms: readonly Room[],
  clock: () => { today: string; now: string },
  log?: Log,
  stopped = () => false,
): Promise<void> {
  const kinds = new Map(rooms.flatMap((room) => Object.entries(room.jobs ?? {})));
  await askWhatIsDue(house, rooms, clock().today);
  const waiting = await house.pool.single<{ id: string }>('select kernel.partnerships_with_work() as id', []);
  for (const { id } of waiting) {
    while (!stopped() && (await workOne(house, kinds, id, clock(), log))) continue;
  }
}

/** Claims one job of the partnership; false when there is none. */
async function workOne(
  house: House,
  kinds: Map<string, Job>,
  partnershipId: string,
  clock: { today: string; now: string },
  log: Log | undefined,
): Promise<boolean> {
  let failed: { job: Claimed; error: unknown } | undefined;
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
        const acting = { partnershipId, clock, operation: `job.${job.kind}` };
        const mails = house.mail === noMail || new RegExp(letterKind).test(job.kind);
        const may = mails ? house : { ...house, mail: noLetters };
        await actWithin(may, transaction, acting, (context) => run(context, job.payload));
      } catch (error) {
        failed = { job, error };
        throw error;
      }
      await transaction.text(
        `update kernel.job set state = 'done', done_at = now(), attempts = attempts + 1, problem = null where partnership_id = $1 and id = $2`,
        [partnershipId, job.id],
      );
      return true;
    }, partnershipId)
    .catch((error: unknown) => {
      if (failed === undefined) throw error;
      return true;
    });
  if (failed !== undefined) await putOff(house, partnershipId, failed.job, failed.error, log);
  return worked;
}

/**
 * Tries again later, each time after twice as long; after five attempts it is left for a person to see (failed-work.ts). A
 * letter that cannot leave at all counts as done, with a note that it was not sent.
 */
async function putOff(
  house: House,
  partnershipId: string,
  job: Claimed,
  error: unknown,
  log: Log | undefined,
): Promise<void> {
  const attempts = job.attempts + 1;
  const unsent = error instanceof NotSent;
  const problem = unsent ? error.message : problemOf(error);
  await house.pool.transaction(async (transaction) => {
    await transaction.text(
      `update kernel.job set attempts = $3, state = $4, problem = $5, run_after = now() + make_interval(secs => $6),
         done_at = case when $4 = 'done' then now() end
       where partnership_id = $1 and id = $2`,
      [
        partnershipId,
        job.id,
        attempts,
        unsent ? 'done' : attempts >= mostAttempts ? 'failed' : 'waiting',
        problem.slice(0, 500),
        10 * 2 ** attempts,
      ],
    );
  }, partnershipId);
  if (unsent) return;
  const facts = { job: job.id, kind: job.kind, attempts, fault: faultWords(error) };
  if (attempts >= mostAttempts) log?.error(facts, 'job given up');
  else log?.warn(facts, 'job failed');
}

/** Words of the program's own alone: those of others may quote what somebody typed. */
function problemOf(error: unknown): string {
  const { message, kind, code } = faultWords(error) as { message?: string; kind?: string; code?: string };
  return (
    message ?? `A fault in the program (${[kind, code].filter((part) => part !== undefined).join(' ')}).`
  );
}

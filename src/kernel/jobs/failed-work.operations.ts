// Work that did not happen: what the outbox gave up after its last attempt, for a person to see and to ask for once more.
import { z } from 'zod';
import { command, query, type QueryContext } from '../operation/operation.ts';
import { Conflict } from '../operation/refusals.ts';
import * as field from '../records/field.ts';
import type { HomeItem } from '../records/room.ts';

export interface FailedWork extends Record<string, unknown> {
  id: string;
  kind: string;
  /** UTC instant. */
  asked_at: string;
  attempts: number;
  problem: string | null;
}

export const listFailedWork = query({
  name: 'kernel.list-failed-work',
  summary: 'Work that did not happen after several attempts, and why',
  permission: 'audit.read',
  input: z.strictObject({}),
  async run({ db, partnership }) {
    const [work, [letters]] = await Promise.all([
      db.text<FailedWork>(
        `select id, kind, uuid_extract_timestamp(id) as asked_at, attempts, problem from kernel.job
         where partnership_id = $1 and state = 'failed' order by id desc limit 500`,
        [partnership.id],
      ),
      db.text<{ not_sent: number }>(
        `select count(*)::int as not_sent from kernel.job
         where partnership_id = $1 and state = 'done' and problem is not null`,
        [partnership.id],
      ),
    ]);
    return { work, letters_not_sent: letters?.not_sent ?? 0 };
  },
});

export const retryJob = command({
  name: 'kernel.retry-job',
  summary: 'Try once more a piece of work that was given up',
  permission: 'access.manage',
  input: z.strictObject({
    id: field.recordId({ label: 'Work', choose_from: 'failed-work', widget: 'hidden' }),
  }),
  async run(context, { id }) {
    const { db, partnership } = context;
    const again = await db.text(
      `update kernel.job set state = 'waiting', attempts = 0, run_after = now()
       where partnership_id = $1 and id = $2 and state = 'failed' returning id`,
      [partnership.id, id],
    );
    if (again.length === 0)
      throw new Conflict('This is not among the work that was given up any more. Open the list again.');
    context.saw(`kernel.job/${id}`);
    return { id };
  },
});

/** For those who can ask for it once more. */
export async function failedWorkNeeds(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('access.manage') || !context.actor.can('audit.read')) return [];
  const { work } = await listFailedWork.run(context, {});
  if (work.length === 0) return [];
  return [
    {
      text:
        work.length === 1
          ? 'One piece of work did not happen'
          : `${work.length} pieces of work did not happen`,
      href: '/audit/failed-work',
      urgency: 'overdue',
      detail: 'Golden Thread tried several times by itself and gave up. See what it was, and try again.',
    },
  ];
}

// What the calendar asks for: a daily or monthly job goes into each partnership's outbox once for its period, whichever
// worker comes first. The period is marked and the job written in one transaction of the partnership.
import type { House } from '../operation/perform.ts';
import type { Rhythm, Room } from '../records/room.ts';

const periodOf: Record<Rhythm, (day: string) => string> = {
  daily: (day) => day,
  monthly: (day) => day.slice(0, 7),
};

/** `today` is the London day. Asks for what has not been asked for yet in its period. */
export async function askWhatIsDue(house: House, rooms: readonly Room[], today: string): Promise<void> {
  const due = rooms
    .flatMap((room) => Object.entries(room.schedule ?? {}))
    .map(([kind, rhythm]) => ({ kind, period: periodOf[rhythm](today) }));
  if (due.length === 0 || asked.get(house) === today) return;
  const partnerships = await house.pool.single<{ id: string }>('select id from kernel.partnership', []);
  for (const { id } of partnerships) {
    await house.pool.transaction(async (transaction) => {
      for (const { kind, period } of due) {
        const marked = await transaction.text(
          `insert into kernel.schedule_mark (partnership_id, kind, period) values ($1, $2, $3)
           on conflict do nothing returning kind`,
          [id, kind, period],
        );
        if (marked.length === 0) continue;
        await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
          id,
          kind,
          JSON.stringify({ period }),
        ]);
      }
    }, id);
  }
  asked.set(house, today);
}

/** The day up to which this process has asked, so that it looks at every partnership once a day only. */
const asked = new WeakMap<House, string>();

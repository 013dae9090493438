// Each day: sessions that ended more than a week ago, attempts to sign in more than a month old, and what happened to an
// account more than two years ago are forgotten. They belong to no partnership; the first partnership's turn does the work
// and the others find none left.
import type { Job } from '../records/room.ts';

export const forgetOldSessions: Job = async ({ house }) => {
  // Sessions go by the real clock, also in the demonstration.
  const now = new Date();
  await house.pool.single(
    `delete from access.session where started_at < $1::timestamptz - interval '8 days'
       or (stage = 'anonymous' and started_at < $1::timestamptz - interval '1 day')`,
    [now],
  );
  await house.pool.single(
    `delete from access.failed_sign_in where at < $1::timestamptz - interval '30 days'`,
    [now],
  );
  await house.pool.single('select access.forget_old_account_events()', []);
};

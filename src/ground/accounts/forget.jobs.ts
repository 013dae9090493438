// Each day: links, visits and attempts that have long been over are forgotten, with the e-mail addresses in them. Local
// tables belong to no partnership; the first partnership's turn does the work and the others find none left.
import { forgottenAfterDays } from '../../kernel/access/one-time-link.ts';
import type { Job } from '../../kernel/records/room.ts';

export const forgetSpentKind = 'accounts.forget-spent';

export const forgetSpent: Job = async ({ db }) => {
  const before = new Date(Date.now() - forgottenAfterDays * 86_400_000);
  await db.text('delete from access.one_time_link where expires_at < $1', [before]);
  await db.text('delete from access.single_sign_on_attempt where expires_at < $1', [before]);
  await db.text('delete from access.guest_visit where made_at < $1', [before]);
  await db.text('delete from access.guest_secret where made_at < $1', [before]);
};

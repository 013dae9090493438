// Whether this process may serve: its database answers in time and has every migration that this copy of the program knows.
import type { Pool } from './connection.ts';
import { readMigrations } from './migration-files.ts';

const patience = 2_000;

/** What is wrong, in words for the operator and without addresses or secrets; null when nothing is. */
export async function databaseProblem(pool: Pool): Promise<string | null> {
  const late = Symbol('late');
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), patience);
  });
  try {
    const recorded = await Promise.race([asked(pool), tooLong]);
    if (recorded === late) return `The database did not answer within ${patience / 1000} seconds.`;
    const missing = needed().filter((name) => !recorded.has(name));
    // One that is ahead is fine: while an upgrade is rolled out, old processes go on serving.
    return missing.length === 0 ? null : `The database lacks the migrations ${missing.join(', ')}.`;
  } catch {
    return 'The database cannot be reached.';
  } finally {
    clearTimeout(timer);
  }
}

const waiting = new WeakMap<Pool, Promise<Set<string>>>();

/** Whoever asks while an answer is awaited waits for the same one, so that probes never fill the pool of a database in trouble. */
function asked(pool: Pool): Promise<Set<string>> {
  const asking =
    waiting.get(pool) ??
    pool
      .single<{ name: string }>('select name from public.migration', [])
      .then((rows) => new Set(rows.map(({ name }) => name)))
      .finally(() => waiting.delete(pool));
  waiting.set(pool, asking);
  return asking;
}

let known: string[] | undefined;

function needed(): string[] {
  known ??= readMigrations().map(({ name }) => name);
  return known;
}

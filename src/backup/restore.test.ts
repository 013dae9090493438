// A restore on a bad day: killed half-way, no room for the anchors, letters that were waiting when the backup was made.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { BackupProblem } from './format.ts';
import { restoreBackup } from './restore.ts';
import { emptyPlace, type Furnished, furnished, nastyWords } from './testing.ts';

let source: Furnished;
let path: string;

before(async () => {
  source = await furnished();
  path = join(source.folder, 'bad-day.backup');
  const owner = new pg.Client(source.home.ownerUrl);
  await owner.connect();
  for (const kind of ['accounts.send-invitation', 'circles.tell-emergency', 'information.forget-bytes']) {
    await owner.query(`insert into kernel.job (partnership_id, kind, payload) values ($1, $2, '{}')`, [
      source.fern.id,
      kind,
    ]);
  }
  await owner.end();
  await source.backup(path);
});
after(() => source.close());

const options = (place: Awaited<ReturnType<typeof emptyPlace>>) => ({
  ...place.database,
  files: place.files,
  anchors: place.anchors,
  path,
  passphrase: undefined,
  now: '2025-09-16T09:00:00.000Z',
  tell: () => undefined,
});

test('letters that were waiting wait for a person, because they may have been sent since; other work goes on', async () => {
  const place = await emptyPlace();
  await place.restore(path);
  const jobs = await place.owner<{ kind: string; state: string; problem: string | null }>(
    'select kind, state, problem from kernel.job order by kind',
  );
  assert.deepEqual(
    jobs.map(({ kind, state }) => [kind, state]),
    [
      ['accounts.send-invitation', 'failed'],
      ['circles.tell-emergency', 'failed'],
      ['information.forget-bytes', 'waiting'],
    ],
  );
  assert.match(jobs[0]?.problem ?? '', /backup was restored.*may have been sent/);
  await place.close();
});

test('where the heads cannot be kept outside, nothing is restored; the next attempt is', async () => {
  const place = await emptyPlace();
  const full = { ...place.anchors, keep: () => Promise.reject(new Error('no room')) };
  await assert.rejects(restoreBackup({ ...options(place), anchors: full }));
  assert.deepEqual(await place.holds(), { partnerships: 0, files: 0 });
  await place.restore(path);
  assert.deepEqual(await place.holds(), { partnerships: 2, files: nastyWords.length });
  await place.close();
});

test('a restore that was killed half-way leaves an empty database, and the next one finishes it', async () => {
  const place = await emptyPlace();
  // As after kill -9: the connection is gone in the middle, and the files that were written by then lie there.
  const kill = async (progress: string) => {
    if (!progress.startsWith('kernel.file:')) return;
    await place.owner(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'golden-thread owner'`,
    );
  };
  let killed: Promise<void> | undefined;
  const files = { ...place.files, remove: () => Promise.resolve(false) };
  await assert.rejects(
    restoreBackup({
      ...options(place),
      files,
      tell: (progress) => (killed ??= progress.startsWith('kernel.file:') ? kill(progress) : undefined),
    }),
  );
  await killed;
  assert.equal((await place.holds()).partnerships, 0);
  await place.restore(path);
  assert.deepEqual(await place.holds(), { partnerships: 2, files: nastyWords.length });
  await assert.rejects(
    place.restore(path),
    (error: unknown) => error instanceof BackupProblem && /not empty/.test(error.message),
  );
  const kept = await place.anchors.read(source.fern.id);
  assert.equal(kept.kept.length, 1, 'the second attempt kept no second line');
  await place.close();
});

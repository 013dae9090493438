// How fast a backup is made, checked and restored, and how much memory each takes, with a bare COPY of the same rows beside it.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { readBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore.ts';
import { takeBackup } from '../src/backup/take-backup.ts';
import { copyOut } from '../src/database/copy.ts';
import { emptyTestDatabase, testDatabase } from '../src/database/testing.ts';
import { anchorFile } from '../src/kernel/audit-trail/anchors.ts';
import { folderStorage } from '../src/kernel/files/storage.ts';
import { planted, plantTrail } from './planted-trail.ts';

const items = Number(process.argv[2] ?? 300_000);
const [from, to] = [await testDatabase(), await emptyTestDatabase()];
const folder = await mkdtemp(join(tmpdir(), 'golden-thread-bench-'));
const files = folderStorage(join(folder, 'files'));
const owner = new pg.Client(from.ownerUrl);
await owner.connect();
console.log(`Planting ${items} items of evidence, with history and audit entries …`);
await plantTrail(owner, items);
await owner.query('begin');
for (const table of ['evidence.item_history', 'evidence.item']) {
  await owner.query(
    `insert into ${table} (partnership_id, id, revision, entry_id, shape, title, topics, position, content, content_hash)
     select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1,
       ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'statement', 'Item ' || i, '{training}', i,
       jsonb_build_object('shape', 'statement', 'text', repeat('What partners did and what came of it. ', 20)), repeat('0', 64)
     from generate_series(1, ${items}) i`,
    [planted.id],
  );
}
await owner.query('commit');
const rows = 3 * items;

const said: string[] = [];
const timed = async <T>(what: string, count: number, work: () => Promise<T>): Promise<T> => {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  said.push(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows a second, at most ${Math.round(most / 1e6)} MB of memory`,
  );
  console.log(said.at(-1));
  return result;
};

await timed('bare COPY of the same three tables', rows, async () => {
  for (const table of ['kernel.audit_entry', 'evidence.item_history', 'evidence.item']) {
    for await (const _ of copyOut(owner, `copy (select * from ${table}) to stdout`)) continue;
  }
});
await owner.end();
const tell = () => undefined;
for (const passphrase of [undefined, 'five words taken at random']) {
  const path = join(folder, passphrase === undefined ? 'plain.backup' : 'sealed.backup');
  const kind = passphrase === undefined ? '' : ' (sealed)';
  const common = { path, passphrase, now: new Date().toISOString(), tell };
  await timed(`backup${kind}`, rows, () =>
    takeBackup({
      ...common,
      ownerUrl: from.ownerUrl,
      files,
      replace: false,
      allow_damaged: false,
      program: 'bench',
    }),
  );
  console.log(`  ${Math.round((await stat(path)).size / 1e6)} MB`);
  await timed(`checking it${kind}`, rows, () => readBackup(path, passphrase));
  if (passphrase !== undefined) continue;
  await timed('restore, with the check before and the proof after', rows, () =>
    restoreBackup({
      ...common,
      ...to,
      files: folderStorage(join(folder, 'restored')),
      anchors: anchorFile(join(folder, 'anchors.jsonl')),
    }),
  );
}
await rm(folder, { recursive: true });
await from.close();
await to.close();

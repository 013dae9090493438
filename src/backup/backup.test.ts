import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { connectOwner } from '../database/connection.ts';
import { openPool } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { readMigrations } from '../database/migration-files.ts';
import { notBackedUp, tableClasses } from '../database/table-classes.ts';
import { addAgency, listAgencies } from '../ground/governance/agency.operations.ts';
import { resultOf } from '../ground/testing.ts';
import { verifyTrail } from '../kernel/audit-trail/audit-trail.operations.ts';
import { BackupProblem } from './format.ts';
import { readBackup } from './read-backup.ts';
import { continueNumbering } from './rows.ts';
import { tablesOf } from './tables.ts';
import { emptyPlace, type Furnished, furnished, nastyWords } from './testing.ts';

let source: Furnished;
let path: string;

before(async () => {
  source = await furnished();
  path = join(source.folder, 'first.backup');
  await source.backup(path);
});
after(() => source.close());

const refusal = (words: RegExp) => (error: unknown) =>
  error instanceof BackupProblem && words.test(error.message);

test('what is restored is what was backed up: every table, file and audit trail', async () => {
  const place = await emptyPlace();
  const { manifest } = await place.restore(path);
  assert.deepEqual(await place.holds(), { partnerships: 2, files: nastyWords.length });
  assert.equal(manifest.files.count, nastyWords.length);
  assert.deepEqual(manifest.lost_files, []);
  assert.deepEqual(
    manifest.trails.map(({ partnership, broken }) => [partnership, broken]),
    [
      ['fern', null],
      ['marl', null],
    ],
  );
  const texts = await place.owner<{ text: string }>(
    `select content ->> 'text' as text from evidence.item order by title`,
  );
  assert.deepEqual(
    texts.map(({ text }) => text),
    nastyWords,
  );
  const again = join(source.folder, 'again.backup');
  const second = await source.backup(again, { ownerUrl: place.database.ownerUrl, files: place.files });
  assert.deepEqual(second.manifest, manifest);
  await place.close();
});

test('a restored house is lived in: people read it, change it, and its audit trail goes on', async () => {
  const place = await emptyPlace();
  await place.restore(path);
  const pool = openPool(place.database.appUrl, 2);
  const house = { ...source.home.house, pool, files: place.files, anchors: place.anchors };
  const { agencies } = await resultOf(house, listAgencies, source.fern.manager, {});
  assert.deepEqual(
    agencies.map(({ name }) => name),
    ['Alder Academy'],
  );
  const before = await resultOf(house, verifyTrail, source.fern.manager, {});
  await resultOf(house, addAgency, source.fern.manager, {
    name: 'Birch School',
    kind: 'education',
    legal_type: 'school',
  });
  const after = await resultOf(house, verifyTrail, source.fern.manager, {});
  assert.equal(after.broken, null);
  assert.equal(after.entries, before.entries + 1);
  await pool.close();
  await place.close();
});

test('a backup made while people write is of one moment, and what is restored from it is whole', async () => {
  const busy = join(source.folder, 'busy.backup');
  const going = { on: true };
  let written = 0;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    while (going.on) await source.addAnother(`Written meanwhile ${writer} ${written++}`);
  });
  // It begins when the writers are at work, and they go on until it has ended.
  while (written < 8) await source.addAnother(`Before ${written++}`);
  const { manifest } = await source.backup(busy);
  const during = written;
  going.on = false;
  await Promise.all(writers);
  assert(during > 8);
  const place = await emptyPlace();
  await place.restore(busy);
  const pool = openPool(place.database.appUrl, 2);
  const house = { ...source.home.house, pool, anchors: place.anchors };
  const checked = await resultOf(house, verifyTrail, source.fern.manager, {});
  const trail = manifest.trails.find(({ partnership }) => partnership === 'fern');
  assert.equal(checked.broken, null);
  assert.deepEqual([checked.entries, checked.head], [trail?.seq, trail?.hash]);
  const live = await resultOf(source.home.house, verifyTrail, source.fern.manager, {});
  assert(live.entries > checked.entries);
  await pool.close();
  await place.close();
});

test('a sealed backup opens with its passphrase alone, and shows nothing of what it holds', async () => {
  const sealed = join(source.folder, 'sealed.backup');
  const passphrase = 'five words taken at random';
  await source.backup(sealed, { passphrase });
  const bytes = await readFile(sealed);
  assert.equal(bytes.includes('Alder'), false);
  assert.equal((await readFile(path)).includes('Alder'), true);
  const place = await emptyPlace();
  await assert.rejects(place.restore(sealed), refusal(/BACKUP_PASSPHRASE/));
  await assert.rejects(place.restore(sealed, 'six words taken at random'), refusal(/does not open/));
  assert.deepEqual(await place.holds(), { partnerships: 0, files: 0 });
  await place.restore(sealed, passphrase);
  assert.equal((await place.holds()).partnerships, 2);
  await place.close();
});

test('only its owner can read a backup, and one that is there is not replaced unless that is asked for', {
  skip: process.platform === 'win32',
}, async () => {
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  const before = await readFile(path);
  await assert.rejects(source.backup(path), refusal(/is there already/));
  assert.deepEqual(await readFile(path), before);
  const other = join(source.folder, 'other.backup');
  await writeFile(other, 'something else', { mode: 0o644 });
  await source.backup(other, { replace: true });
  await readBackup(other, undefined);
  assert.equal((await stat(other)).mode & 0o777, 0o600);
});

test('a backup that cannot be written leaves no file, and says why', async () => {
  const nowhere = join(source.folder, 'no such folder', 'x.backup');
  await assert.rejects(source.backup(nowhere), refusal(/cannot be written \(ENOENT\)/));
  await mkdir(join(source.folder, 'a folder'));
  await assert.rejects(
    source.backup(join(source.folder, 'a folder'), { replace: true }),
    refusal(/cannot be written/),
  );
  assert.deepEqual(
    (await readdir(source.folder)).filter((name) => name.endsWith('.part')),
    [],
  );
});

test('a missing or damaged file fails the backup and is named; allowed, it stands in the manifest', async () => {
  const own = await furnished();
  const [first, second] = await ownFiles(own);
  assert(first && second);
  await rm(first.path);
  await writeFile(second.path, 'damaged');
  const at = join(own.folder, 'x.backup');
  await assert.rejects(
    own.backup(at),
    (error) =>
      error instanceof BackupProblem &&
      error.message.includes(`missing: ${first.sha256}`) &&
      error.message.includes(`damaged: ${second.sha256}`),
  );
  assert.deepEqual(await readdir(own.folder), []);
  const { manifest, warnings } = await own.backup(at, { allow_damaged: true });
  assert.deepEqual(
    new Map(manifest.lost_files.map(({ sha256, problem }) => [sha256, problem])),
    new Map([
      [first.sha256, 'missing'],
      [second.sha256, 'damaged'],
    ]),
  );
  assert.equal(manifest.files.count, nastyWords.length - 2);
  assert(warnings.some((line) => line.includes(first.sha256)));
  const place = await emptyPlace();
  await place.restore(at);
  assert.equal((await place.holds()).files, nastyWords.length - 2);
  await place.close();
  await own.close();
});

async function ownFiles({ home, fern }: Furnished): Promise<{ sha256: string; path: string }[]> {
  const found: { sha256: string; path: string }[] = [];
  for await (const { sha256 } of home.house.files.list(fern.id)) {
    found.push({ sha256, path: join(home.filesFolder, fern.id, sha256.slice(0, 2), sha256) });
  }
  return found;
}

test('a database with anything in it is refused, and keeps what it has', async () => {
  const place = await emptyPlace();
  await place.restore(path);
  const before = await place.owner('select * from kernel.audit_head order by 1');
  await assert.rejects(place.restore(path), refusal(/not empty/));
  assert.deepEqual(await place.owner('select * from kernel.audit_head order by 1'), before);
  await place.close();
});

test('an empty database of a later copy is brought back to the backup’s migrations, and forward again after', async () => {
  const place = await emptyPlace();
  const all = readMigrations().map(({ name }) => name);
  // A database as an earlier copy of the program left it.
  const earlier = all.at(-2);
  assert(earlier);
  await migrate({ ...place.database, last: earlier });
  const old = join(source.folder, 'old.backup');
  await place.owner(`insert into kernel.partnership (short_name, name, kind, demonstration) values ('oak', 'Oak', 'home', false);
    insert into kernel.audit_head select id, 0, repeat('0', 64) from kernel.partnership`);
  await source.backup(old, { ownerUrl: place.database.ownerUrl });
  assert.equal((await readBackup(old, undefined)).header.migrations.at(-1)?.name, earlier);
  const later = await emptyPlace();
  await migrate(later.database);
  await later.restore(old);
  assert.equal((await later.holds()).partnerships, 1);
  assert.deepEqual(
    (await later.owner<{ name: string }>('select name from public.migration order by name')).map(
      ({ name }) => name,
    ),
    all,
  );
  await later.close();
  await place.close();
});

test('sessions and other things of one use are left out, with the reason', async () => {
  const { manifest } = await readBackup(path, undefined);
  assert.deepEqual(
    manifest.left_out.map(({ table }) => table).toSorted(),
    Object.keys(notBackedUp).toSorted(),
  );
  assert(manifest.tables.every(({ table }) => !(table in notBackedUp)));
});

test('every table of the database is in a backup or left out by decision, and none stops the others from loading', async () => {
  const client = await connectOwner(source.home.ownerUrl);
  const { tables, left_out } = await tablesOf(client);
  const names = [...tables, ...left_out].map(({ table }) => table);
  for (const table of Object.keys(tableClasses).filter((name) => name !== 'public.migration')) {
    assert(names.includes(table), table);
  }
  const { rows } = await client.query<{ table: string; points_at: string }>(
    `select conrelid::regclass::text as table, confrelid::regclass::text as points_at from pg_constraint
     where contype = 'f' and conrelid <> confrelid and not condeferred`,
  );
  for (const { table, points_at } of rows) {
    if (!names.includes(table) || left_out.some((each) => each.table === table)) continue;
    assert(names.indexOf(points_at) < names.indexOf(table), `${table} is loaded before ${points_at}`);
    assert(
      !left_out.some((each) => each.table === points_at),
      `${table} points at ${points_at}, which is left out`,
    );
  }
  await client.end();
});

test('a table that nobody registered fails the backup instead of being left out', async () => {
  const place = await emptyPlace();
  await migrate(place.database);
  await place.owner('create table kernel.forgotten (id uuid primary key)');
  await assert.rejects(
    source.backup(join(source.folder, 'forgotten.backup'), { ownerUrl: place.database.ownerUrl }),
    refusal(/kernel\.forgotten/),
  );
  await place.close();
});

test('tables that point at each other at once are refused with their names', async () => {
  const place = await emptyPlace();
  await migrate(place.database);
  await place.owner(`alter table kernel.partnership add column head uuid references kernel.audit_head;
    alter table kernel.audit_head add foreign key (partnership_id) references kernel.partnership`);
  await assert.rejects(
    source.backup(join(source.folder, 'circular.backup'), { ownerUrl: place.database.ownerUrl }),
    refusal(/kernel\.audit_head, .*kernel\.partnership.* point at each other/),
  );
  await place.close();
});

test('numbers that the database gives out go on after those that were loaded', async () => {
  const place = await emptyPlace();
  const client = new pg.Client(place.database.ownerUrl);
  await client.connect();
  await client.query(
    `create schema kept; create table kept.numbered (id bigint generated always as identity primary key, note text)`,
  );
  await client.query(`insert into kept.numbered (id, note) overriding system value values (41, 'loaded')`);
  await continueNumbering(client, ['kept.numbered']);
  const { rows } = await client.query(`insert into kept.numbered (note) values ('next') returning id`);
  assert.deepEqual(rows, [{ id: 42 }]);
  await client.end();
  await place.close();
});

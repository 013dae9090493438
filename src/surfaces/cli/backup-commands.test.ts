// Backup, restore and verification as an operator runs them: real processes of the command line.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { emptyPlace, type EmptyPlace, type Furnished, furnished } from '../../backup/testing.ts';
import { nextHash } from '../../kernel/audit-trail/entry.ts';

const program = fileURLToPath(new URL('../../golden-thread.ts', import.meta.url));
let source: Furnished;
let place: EmptyPlace;
let data: string;
let path: string;

before(async () => {
  source = await furnished();
  place = await emptyPlace();
  data = join(source.folder, 'data');
  path = join(source.folder, 'first.backup');
  await source.backup(path);
});
after(async () => {
  await place.close();
  await source.close();
});

interface Ended {
  code: number | null;
  out: string;
  problems: string;
}

async function cli(
  words: string[],
  environment: Record<string, string> = {},
  shell?: string,
): Promise<Ended> {
  const command = [program, ...words];
  const child = spawn(
    shell === undefined ? process.execPath : 'sh',
    shell === undefined ? command : ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...command],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        GOLDEN_THREAD_DATA: data,
        DATABASE_URL: place.database.appUrl,
        DATABASE_OWNER_URL: place.database.ownerUrl,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const kept = { out: '', problems: '' };
  child.stdout.on('data', (text: Buffer) => (kept.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (kept.problems += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.doesNotMatch(kept.problems, /\n\s+at /, words.join(' '));
  return { code, ...kept };
}

test('a backup is checked without a database, restored once, and refused where something is already', async () => {
  const nowhere = {
    DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x',
    DATABASE_OWNER_URL: 'postgres://c:d@127.0.0.1:1/x',
  };
  const checked = await cli(['backup', 'verify', path], nowhere);
  assert.equal(checked.code, 0, checked.problems);
  assert.match(checked.out, /is whole\.\n.*\n\d+ rows of \d+ tables, 4 stored files/);
  const restored = await cli(['restore', path]);
  assert.equal(restored.code, 0, restored.problems);
  assert.match(restored.out, /every table, file and audit trail is the same/);
  assert.match(restored.problems, /kernel\.audit_entry: \d+ rows/);
  assert.equal((await readdir(join(data, 'files', source.fern.id))).length > 0, true);
  const again = await cli(['restore', path]);
  assert.equal(again.code, 1);
  assert.match(again.problems, /not empty/);
});

test('a backup says whether it is sealed; a short passphrase is refused', async () => {
  const plain = await cli(['backup', join(source.folder, 'plain.backup')]);
  assert.equal(plain.code, 0, plain.problems);
  assert.match(plain.out, /NOT sealed/);
  const secret = { BACKUP_PASSPHRASE: 'five words taken at random' };
  const sealed = join(source.folder, 'sealed.backup');
  assert.doesNotMatch((await cli(['backup', '--force', sealed], secret)).out, /NOT sealed/);
  assert.match((await cli(['backup', 'verify', sealed])).problems, /Set BACKUP_PASSPHRASE/);
  assert.equal((await cli(['backup', 'verify', sealed], secret)).code, 0);
  const short = await cli(['backup', join(source.folder, 'short.backup')], { BACKUP_PASSPHRASE: 'short' });
  assert.equal(short.code, 1);
  assert.match(short.problems, /BACKUP_PASSPHRASE must be at least 16 characters/);
});

test('a full disk leaves no file under the name, and no part of one', {
  skip: process.platform === 'win32',
}, async () => {
  const before = await readdir(source.folder);
  // A limit on the size of a file is told like a full disk, and needs no disk to be filled.
  const full = await cli(['backup', join(source.folder, 'full.backup')], {}, "trap '' XFSZ; ulimit -f 200");
  assert.equal(full.code, 1);
  assert.match(full.problems, /There is no room for .*full\.backup/);
  assert.deepEqual(await readdir(source.folder), before);
});

test('the command line says how it is used', async () => {
  for (const words of [['backup'], ['restore'], ['backup', 'verify'], ['backup', 'a', 'b']]) {
    const { code, problems } = await cli(words);
    assert.equal(code, 2, words.join(' '));
    assert.match(problems, /Usage: golden-thread /);
  }
  assert.match((await cli(['restore', join(source.folder, 'none')])).problems, /cannot be read \(ENOENT\)/);
});

test('an end of the audit trail cut off with its head, and a trail written anew, are found by letter, backup and kept anchor', async () => {
  const partnership = ['audit', 'verify', '--partnership', 'fern'];
  const whole = await cli([...partnership, '--backup', path]);
  assert.equal(whole.code, 0, whole.problems);
  assert.match(whole.out, /is whole: \d+ entries\. It agrees with what was known of it outside/);

  const kept = await place.owner<{
    seq: number;
    id: string;
    body: string;
    previous_hash: string;
    hash: string;
  }>(
    `select seq, id, body, previous_hash, hash from kernel.audit_entry where partnership_id = '${source.fern.id}' order by seq`,
  );
  const last = kept.at(-1);
  const shorter = kept.at(-3);
  assert(last && shorter);
  const letter = `fern:${last.seq}:${last.hash}`;
  const attack = (sql: string) => place.owner(`set session_replication_role = 'replica'; ${sql}`);
  await attack(`delete from kernel.audit_entry where partnership_id = '${source.fern.id}' and seq > ${shorter.seq};
    update kernel.audit_head set seq = ${shorter.seq}, hash = '${shorter.hash}' where partnership_id = '${source.fern.id}'`);
  for (const by of [['--anchor', letter], ['--backup', path], []]) {
    const { code, out } = await cli([...partnership, ...by]);
    assert.equal(code, 1, by.join(' '));
    assert.match(
      out,
      new RegExp(
        `broken at entry ${shorter.seq + 1}: the trail ends at entry ${shorter.seq}, .*${last.hash}`,
      ),
    );
  }

  // Every entry as it was but for one, and every hash made anew.
  let previous = kept[0]?.previous_hash ?? '';
  const anew = kept.map(({ seq, id, body }) => {
    const changed = seq === 3 ? body.replace('"via":"web"', '"via":"job"') : body;
    const hash = nextHash(previous, changed);
    const row = `('${source.fern.id}', ${seq}, '${id}', '${changed.replaceAll("'", "''")}', '${previous}', '${hash}')`;
    previous = hash;
    return row;
  });
  await attack(`delete from kernel.audit_entry where partnership_id = '${source.fern.id}';
    insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash) values ${anew.join(', ')};
    update kernel.audit_head set seq = ${kept.length}, hash = '${previous}' where partnership_id = '${source.fern.id}'`);
  for (const by of [['--anchor', `marl:1:${last.hash}`, '--anchor', letter], ['--backup', path], []]) {
    const { code, out } = await cli([...partnership, ...by]);
    assert.equal(code, 1, by.join(' '));
    assert.match(
      out,
      new RegExp(`broken at entry ${last.seq}: it is not what it was: .*${last.hash} for it`),
    );
  }
  assert.equal((await cli([...partnership, '--anchor', 'nonsense'])).code, 2);
});

test('a backup of a broken trail is made, says so, and ends with code 1', async () => {
  await place.owner(`set session_replication_role = 'replica';
    update kernel.audit_entry set body = replace(body, '"via":"web"', '"via":"api"') where partnership_id = '${source.fern.id}' and seq = 2`);
  const broken = join(source.folder, 'broken.backup');
  const { code, out, problems } = await cli(['backup', broken]);
  assert.equal(code, 1);
  assert.match(out, /Written: /);
  assert.match(problems, /audit trail of fern is broken at entry 2: its text was changed/);
  const elsewhere = await emptyPlace();
  await elsewhere.restore(broken);
  await elsewhere.close();
});

test('stored files are compared with the records: what is lost is named, what no record has is removed after a day', async () => {
  const store = join(data, 'files', source.fern.id);
  const files = (await readdir(store, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const pathOf = (at: number) => join(files[at]?.parentPath ?? '', files[at]?.name ?? '');
  const sound = await cli(['files', 'check']);
  assert.deepEqual([sound.code, sound.out], [0, '4 stored files are as their records say.\n']);
  const [missing, damaged] = [files[0]?.name, files[1]?.name];
  await rm(pathOf(0));
  await writeFile(pathOf(1), 'damaged');
  const young = await source.home.house.files.put(source.fern.id, Buffer.from('young'));
  const old = await source.home.house.files.put(source.fern.id, Buffer.from('old'));
  for (const { sha256 } of [young, old]) {
    const from = join(source.home.filesFolder, source.fern.id, sha256.slice(0, 2), sha256);
    const to = join(store, sha256.slice(0, 2), sha256);
    await mkdir(join(store, sha256.slice(0, 2)), { recursive: true });
    await writeFile(to, await readFile(from));
    if (sha256 === old.sha256) await utimes(to, new Date('2025-01-01'), new Date('2025-01-01'));
  }
  const found = await cli(['files', 'check']);
  assert.equal(found.code, 1);
  for (const words of [
    `missing: ${missing}`,
    `damaged: ${damaged}`,
    `without a record: ${young.sha256}`,
    `without a record: ${old.sha256}`,
  ]) {
    assert(found.out.includes(words), words);
  }
  const removed = await cli(['files', 'check', '--remove-orphans']);
  assert(removed.out.includes(`without a record, removed: ${old.sha256}`));
  assert(removed.out.includes(`without a record: ${young.sha256}`));
  const left = (await readdir(store, { recursive: true })).join();
  assert.equal(left.includes(old.sha256), false);
  assert.equal(left.includes(young.sha256), true);
});

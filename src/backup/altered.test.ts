// A backup that was cut, altered, put together from two, or changed while it was read is refused whole.
import assert from 'node:assert/strict';
import { open, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { migrate } from '../database/migrate.ts';
import { BackupProblem, endOfRows } from './format.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup } from './restore.ts';
import { emptyPlace, type Furnished, furnished, nastyWords } from './testing.ts';

const passphrase = 'five words taken at random';
let source: Furnished;
let plain: Buffer;
let sealed: Buffer;
let trial: string;

before(async () => {
  source = await furnished();
  trial = join(source.folder, 'trial.backup');
  const paths = { plain: join(source.folder, 'plain.backup'), sealed: join(source.folder, 'sealed.backup') };
  await source.backup(paths.plain);
  await source.backup(paths.sealed, { passphrase });
  plain = await readFile(paths.plain);
  sealed = await readFile(paths.sealed);
});
after(() => source.close());

async function isRefused(bytes: Uint8Array, what: string): Promise<void> {
  await writeFile(trial, bytes);
  await assert.rejects(
    readBackup(trial, passphrase),
    (error) => error instanceof BackupProblem && error.message.includes(trial),
    what,
  );
}

const flipped = (bytes: Buffer, at: number, bit = 1): Buffer => {
  const altered = Buffer.from(bytes);
  altered[at] = (altered[at] ?? 0) ^ bit;
  return altered;
};

const find = (text: string, from = 0): number => {
  const at = plain.indexOf(text, from);
  assert(at !== -1, `the backup holds ${text}`);
  return at;
};

/** From the line that opens the table to the line that ends its rows. */
function blockOf(table: string): { from: number; to: number } {
  const from = find(`{"table":"${table}"`);
  const to = plain.indexOf(Buffer.concat([Buffer.from('\n'), endOfRows]), from) + 1 + endOfRows.length;
  return { from, to };
}

describe('a backup that is not sealed', () => {
  test('is read as it is', async () => {
    await writeFile(trial, plain);
    assert.equal((await readBackup(trial, undefined)).manifest.files.count, nastyWords.length);
  });

  test('is refused when one bit of any kind of byte in it is another', async () => {
    const kinds = {
      title: 3,
      header: find('{"header"') + 12,
      migration: find('0001-kernel.sql') + 2,
      'line of a table': find('{"table"') + 14,
      'name of a column': find('short_name'),
      'a value': find('Alder Academy'),
      'a line break of a row': plain.indexOf('\n', find('Alder Academy')),
      'the mark after rows': blockOf('kernel.partnership').to - 3,
      'line of a file': find('{"file"') + 30,
      'size of a file': find('"size":') + 7,
      'bytes of a file': find('xxxxxxxx') + 5,
      manifest: find('{"manifest"') + 60,
      'head of a trail': find('"seq":', find('{"manifest"')) + 6,
      'hash of everything': find('"sha256":"', find('{"whole"')) + 20,
      'the last line break': plain.length - 1,
    };
    for (const [kind, at] of Object.entries(kinds)) await isRefused(flipped(plain, at), kind);
    for (let at = 0; at < plain.length; at += Math.ceil(plain.length / 150)) {
      for (const bit of [1, 128]) await isRefused(flipped(plain, at, bit), `bit ${bit} of byte ${at}`);
    }
  });

  test('is refused when it was cut, wherever', async () => {
    const places = [0, 1, 20, find('{"header"'), find('{"manifest"'), find('{"whole"'), plain.length - 1];
    for (let at = 0; at < plain.length; at += Math.ceil(plain.length / 100)) places.push(at);
    for (const at of places) await isRefused(plain.subarray(0, at), `cut at ${at} of ${plain.length}`);
  });

  test('is refused when something follows its end', async () => {
    for (const more of ['\n', ' ', '{"whole":{}}\n'])
      await isRefused(Buffer.concat([plain, Buffer.from(more)]), more);
    await isRefused(Buffer.concat([plain, plain]), 'twice');
  });

  test('is refused when two tables changed places, a table or a row is there twice, or is not there', async () => {
    const [a, b] = [blockOf('kernel.audit_head'), blockOf('kernel.partnership')].toSorted(
      (x, y) => x.from - y.from,
    );
    assert(a && b);
    const part = (from: number, to: number) => plain.subarray(from, to);
    await isRefused(
      Buffer.concat([
        part(0, a.from),
        part(b.from, b.to),
        part(a.to, b.from),
        part(a.from, a.to),
        part(b.to, plain.length),
      ]),
      'changed places',
    );
    await isRefused(Buffer.concat([part(0, a.to), part(a.from, plain.length)]), 'twice');
    await isRefused(Buffer.concat([part(0, a.from), part(a.to, plain.length)]), 'left out');
    const entries = blockOf('kernel.audit_entry');
    const first = plain.indexOf('\n', entries.from) + 1;
    const second = plain.indexOf('\n', first) + 1;
    const third = plain.indexOf('\n', second) + 1;
    await isRefused(Buffer.concat([part(0, first), part(second, plain.length)]), 'a row left out');
    await isRefused(
      Buffer.concat([part(0, first), part(second, third), part(first, second), part(third, plain.length)]),
      'rows changed places',
    );
  });

  test('is refused when it is of a later format, with the reason', async () => {
    await writeFile(trial, plain.toString('latin1').replace('"format":1', '"format":2'), 'latin1');
    await assert.rejects(readBackup(trial, undefined), /of format 2, and this copy of Golden Thread reads 1/);
  });
});

describe('a sealed backup', () => {
  test('is refused when a bit of it is another, or it was cut or lengthened, wherever', async () => {
    const titleEnds = sealed.indexOf('\n') + 1;
    // Each reading derives the key afresh, which is slow on purpose.
    const places = [
      5,
      titleEnds - 3,
      titleEnds,
      titleEnds + 100,
      Math.floor(sealed.length / 2),
      sealed.length - 1,
    ];
    for (const at of places) await isRefused(flipped(sealed, at), `byte ${at}`);
    const piece = 256 * 1024 + 16;
    for (const at of [
      0,
      titleEnds,
      titleEnds + 1,
      titleEnds + piece,
      sealed.length - 1,
      sealed.length - 17,
    ]) {
      await isRefused(sealed.subarray(0, at), `cut at ${at}`);
    }
    await isRefused(Buffer.concat([sealed, Buffer.alloc(17)]), 'lengthened');
  });

  test('is refused when its pieces changed places or one was taken out', async () => {
    const from = sealed.indexOf('\n') + 1;
    const piece = 256 * 1024 + 16;
    assert(sealed.length > from + 2 * piece, 'it has more than two pieces');
    const [title, first, second, rest] = [
      sealed.subarray(0, from),
      sealed.subarray(from, from + piece),
      sealed.subarray(from + piece, from + 2 * piece),
      sealed.subarray(from + 2 * piece),
    ];
    await isRefused(Buffer.concat([title, second, first, rest]), 'changed places');
    await isRefused(Buffer.concat([title, first, rest]), 'taken out');
    await isRefused(Buffer.concat([title, first, second]), 'the last taken away');
  });
});

describe('a restore', () => {
  test('of an altered or cut backup writes nothing at all', async () => {
    const place = await emptyPlace();
    await writeFile(trial, flipped(plain, find('Alder Academy')));
    await assert.rejects(place.restore(trial), BackupProblem);
    await truncate(trial, plain.length - 10);
    await assert.rejects(place.restore(trial), BackupProblem);
    assert.deepEqual(await place.holds(), { partnerships: 0, files: 0 });
    assert.deepEqual(await place.owner(`select from pg_namespace where nspname = 'kernel'`), []);
    await place.close();
  });

  test('of a backup that is changed while it is read is undone, files and all', async () => {
    const place = await emptyPlace();
    await writeFile(trial, plain);
    const changing = await open(trial, 'r+');
    const last = plain.lastIndexOf('xxxx');
    const changes: Promise<unknown>[] = [];
    await assert.rejects(
      restoreBackup({
        ...place.database,
        files: place.files,
        anchors: place.anchors,
        path: trial,
        passphrase: undefined,
        now: '2025-09-16T09:00:00.000Z',
        // Once its rows are being loaded, a byte of a file further on becomes another.
        tell: (line) => {
          if (line.startsWith('kernel.audit_entry:')) changes.push(changing.write('y', last));
        },
      }),
      (error) => error instanceof BackupProblem && /altered/.test(error.message),
    );
    await Promise.all(changes);
    assert.equal(changes.length, 1);
    await changing.close();
    assert.deepEqual(await place.holds(), { partnerships: 0, files: 0 });
    await place.close();
  });

  test('into a database that keeps something else than it is given is noticed, and undone', async () => {
    const place = await emptyPlace();
    await migrate(place.database);
    await place.owner(`create function public.meddle() returns trigger language plpgsql as $$
      begin new.job_title := 'somebody else'; return new; end $$;
      create trigger meddle before insert on governance.person for each row execute function public.meddle()`);
    await writeFile(trial, plain);
    await assert.rejects(place.restore(trial), /governance\.person holds other rows than the manifest says/);
    assert.deepEqual(await place.holds(), { partnerships: 0, files: 0 });
    await place.owner('drop trigger meddle on governance.person');
    await place.restore(trial);
    assert.equal((await place.holds()).partnerships, 2);
    await place.close();
  });
});

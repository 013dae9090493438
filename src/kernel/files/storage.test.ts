import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DamagedFile, folderStorage } from './storage.ts';

const york = '01900000-0000-7000-8000-000000000001';
const fernshire = '01900000-0000-7000-8000-000000000002';
const folders: string[] = [];

async function freshRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'golden-thread-files-'));
  folders.push(root);
  return root;
}

after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = (root: string, partnership: string, hash: string): string =>
  join(root, partnership, hash.slice(0, 2), hash);

test('what is put is got back, by its hash, even when it is empty or every byte there is', async () => {
  const storage = folderStorage(await freshRoot());
  for (const bytes of [
    bytesOf('minutes'),
    new Uint8Array(),
    Uint8Array.from({ length: 256 }, (_, index) => index),
  ]) {
    const stored = await storage.put(york, bytes);
    assert.deepEqual(stored, { sha256: hashOf(bytes), size: bytes.length });
    assert.equal(await storage.has(york, stored.sha256), true);
    assert.deepEqual(new Uint8Array((await storage.get(york, stored.sha256)) ?? []), bytes);
  }
});

test('a partnership neither sees nor shares a file of another, though the content is the same', async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const { sha256 } = await storage.put(york, bytesOf('the same'));
  assert.equal(await storage.has(fernshire, sha256), false);
  assert.equal(await storage.get(fernshire, sha256), undefined);
  await storage.put(fernshire, bytesOf('the same'));
  await rm(pathOf(root, york, sha256));
  assert.equal(await storage.has(fernshire, sha256), true);
});

test('many writers of the same content at once leave one whole file and nothing else', async () => {
  const root = await freshRoot();
  const bytes = new Uint8Array(300_000).fill(7);
  const stored = await Promise.all(Array.from({ length: 12 }, () => folderStorage(root).put(york, bytes)));
  const hashes = new Set(stored.map((each) => each.sha256));
  assert.deepEqual([...hashes], [hashOf(bytes)]);
  const files = (await readdir(join(root, york), { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  assert.deepEqual(
    files.map((file) => file.name),
    [hashOf(bytes)],
  );
});

test('what a killed writer leaves behind is not a file, and the same file can still be put', async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const whole = bytesOf('the whole file');
  await storage.put(york, bytesOf('another'));
  await writeFile(join(root, york, 'incoming', hashOf(whole)), whole.subarray(0, 5));
  assert.equal(await storage.has(york, hashOf(whole)), false);
  assert.equal(await storage.get(york, hashOf(whole)), undefined);
  assert.equal((await storage.put(york, whole)).sha256, hashOf(whole));
  assert.deepEqual(new Uint8Array((await storage.get(york, hashOf(whole))) ?? []), whole);
});

test('changed or shortened content is an error that names the file, and putting the true bytes mends it', async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const bytes = bytesOf('review of an incident');
  const { sha256 } = await storage.put(york, bytes);
  const path = pathOf(root, york, sha256);
  const damages = [() => writeFile(path, 'review of no incident'), () => truncate(path, 4)];
  for (const damage of damages) {
    await damage();
    await assert.rejects(
      storage.get(york, sha256),
      (error) => error instanceof DamagedFile && error.sha256 === sha256,
    );
    await storage.put(york, bytes);
    assert.deepEqual(new Uint8Array((await storage.get(york, sha256)) ?? []), bytes);
  }
});

test('a file that is removed is gone for its partnership, and stays for another that holds the same', async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const { sha256 } = await storage.put(york, bytesOf('the same'));
  await storage.put(fernshire, bytesOf('the same'));
  assert.equal(await storage.remove(york, sha256), true);
  assert.equal(await storage.has(york, sha256), false);
  assert.equal(await storage.get(york, sha256), undefined);
  assert.equal(await storage.has(fernshire, sha256), true);
  assert.equal(await storage.remove(york, sha256), false);
  await storage.put(york, bytesOf('the same'));
  assert.equal(await storage.has(york, sha256), true);
});

test('a partnership’s files are listed with their sizes; another’s and what was never finished are not', async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const listed = async () => (await gathered(storage.list(york))).toSorted(bySha256);
  assert.deepEqual(await listed(), []);
  const from = Date.now() - 1000;
  const kept = await Promise.all(['a', 'bb', 'ccc'].map((text) => storage.put(york, bytesOf(text))));
  await storage.put(fernshire, bytesOf('another partnership’s'));
  await writeFile(join(root, york, 'incoming', hashOf(bytesOf('half'))), 'ha');
  await writeFile(join(root, york, kept[0]?.sha256.slice(0, 2) ?? '', 'notes.txt'), 'not a file of ours');
  const found = await listed();
  assert.deepEqual(
    found.map(({ sha256, size }) => ({ sha256, size })),
    kept.toSorted(bySha256),
  );
  assert(found.every(({ put_at }) => Date.parse(put_at) > from && Date.parse(put_at) < Date.now() + 1000));
});

async function gathered<T>(each: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

const bySha256 = (a: { sha256: string }, b: { sha256: string }) => (a.sha256 < b.sha256 ? -1 : 1);

test('no partnership or hash can name a path outside the folder', async () => {
  const storage = folderStorage(await freshRoot());
  const hash = hashOf(bytesOf('x'));
  for (const partnership of [
    '..',
    '../x',
    '',
    'york',
    `${york}/..`,
    york.toUpperCase().replace('0', 'A'),
    `${york}\0`,
    `${york}\n`,
  ]) {
    await assert.rejects(storage.put(partnership, bytesOf('x')), RangeError, partnership);
    await assert.rejects(storage.get(partnership, hash), RangeError);
    await assert.rejects(storage.has(partnership, hash), RangeError);
    await assert.rejects(storage.remove(partnership, hash), RangeError);
    await assert.rejects(gathered(storage.list(partnership)), RangeError);
  }
  for (const bad of ['', '../../../etc/passwd', hash.toUpperCase(), `${hash}0`, `${hash}\n`, hash.slice(1)]) {
    await assert.rejects(storage.get(york, bad), RangeError, bad);
    await assert.rejects(storage.has(york, bad), RangeError);
    await assert.rejects(storage.remove(york, bad), RangeError);
  }
});

test('folders and files are readable by their owner alone', {
  skip: process.platform === 'win32',
}, async () => {
  const root = await freshRoot();
  const { sha256 } = await folderStorage(root).put(york, bytesOf('x'));
  const modes = await Promise.all(
    [
      join(root, york),
      join(root, york, 'incoming'),
      join(root, york, sha256.slice(0, 2)),
      pathOf(root, york, sha256),
    ].map(async (path) => (await stat(path)).mode & 0o777),
  );
  assert.deepEqual(modes, [0o700, 0o700, 0o700, 0o600]);
});

test('a write that fails leaves nothing behind and says so', { skip: process.getuid?.() === 0 }, async () => {
  const root = await freshRoot();
  const storage = folderStorage(root);
  const { sha256 } = await storage.put(york, bytesOf('x'));
  await chmod(join(root, york, 'incoming'), 0o500);
  await assert.rejects(storage.put(york, bytesOf('y')), /EACCES/);
  await chmod(join(root, york, 'incoming'), 0o700);
  assert.deepEqual(await readdir(join(root, york, 'incoming')), []);
  assert.equal((await readFile(pathOf(root, york, sha256))).toString(), 'x');
});

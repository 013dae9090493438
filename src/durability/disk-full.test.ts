// The disk is full: on a small disk of its own (a tmpfs of 160 MB, which only root can make; elsewhere the test says so and
// is skipped) the house refuses what it cannot keep, in words, and loses nothing of what it had acknowledged.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { type RunningHouse, runningHouse, type SignedIn } from './running-house.ts';

let disk: string;
let mounted = false;
let house: RunningHouse;
let manager: SignedIn;

before(async () => {
  disk = await mkdtemp(join(tmpdir(), 'golden-thread-disk-'));
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', disk]).status === 0;
  if (!mounted) return;
  await mkdir(join(disk, 'house'));
  house = await runningHouse(join(disk, 'house'));
  manager = await house.signIn();
});
after(async () => {
  if (mounted) {
    await house.close();
    spawnSync('umount', ['-l', disk]);
  }
  await rm(disk, { recursive: true, force: true });
});

/** Takes everything that is left, and then gives back so many bytes. */
function fillUp(): () => void {
  const filler = join(disk, 'filler');
  const file = openSync(filler, 'w');
  for (const size of [1_000_000, 10_000, 500]) {
    const block = Buffer.alloc(size);
    try {
      for (;;) if (writeSync(file, block) < size) break;
    } catch {
      continue;
    }
  }
  closeSync(file);
  return () => rmSync(filler);
}

interface Answered {
  status: number;
  body: { id?: string; message?: string };
}

async function call(operation: string, input: unknown): Promise<Answered> {
  const answer = await fetch(`${house.address}/api/${operation}`, {
    method: 'POST',
    headers: manager.headers,
    body: JSON.stringify(input),
  });
  return { status: answer.status, body: (await answer.json()) as Answered['body'] };
}

const unlessMounted = (t: TestContext) => {
  if (!mounted) t.skip('A small disk cannot be mounted here, which takes root.');
  return !mounted;
};

test('a file that does not fit on the disk is refused in words, and no record of it is left', async (t) => {
  if (unlessMounted(t)) return;
  const item = await call('evidence.add-item', {
    title: 'Something seen',
    topics: ['training'],
    content: { shape: 'statement', text: 'Seen' },
  });
  assert.equal(item.status, 200, JSON.stringify(item.body));
  const file = {
    name: 'minutes.txt',
    base64: Buffer.from('words and words '.repeat(100_000)).toString('base64'),
  };
  // The upload arrives over the API, so it stays below the API's own limit of a million characters.
  file.base64 = file.base64.slice(0, 800_000);
  const free = fillUp();
  const refused = await call('evidence.add-file', { id: item.body.id, file });
  assert.equal(refused.status, 507, JSON.stringify(refused.body));
  assert.match(refused.body.message ?? '', /disk is full/);
  free();
  const kept = await call('evidence.add-file', { id: item.body.id, file });
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  const answer = await fetch(`${house.address}/api/evidence.read-item?id=${item.body.id}`, {
    headers: manager.headers,
  });
  assert.equal(((await answer.json()) as { files: unknown[] }).files.length, 1);
});

test('when the database has no room, what was acknowledged stays, what was not is not half there, and room heals it', async (t) => {
  if (unlessMounted(t)) return;
  const acknowledged = new Set<string>();
  const free = fillUp();
  let refused = 0;
  // Long texts, so that the log of the database needs more room soon.
  const purpose = 'x'.repeat(900);
  for (let n = 0; n < 3_000 && refused < 5; n++) {
    const answer = await call('governance.add-body', {
      name: `Body ${n}`,
      kind: 'sub-group',
      terms_of_reference: purpose.repeat(8),
    }).catch((): Answered => ({ status: 0, body: {} }));
    if (answer.status === 200) acknowledged.add(answer.body.id ?? '');
    else refused += 1;
  }
  assert.equal(refused, 5, 'the disk was never full');
  free();
  let healed: Answered;
  do
    healed = await call('governance.add-body', { name: 'After the flood', kind: 'sub-group' }).catch(() => ({
      status: 0,
      body: {},
    }));
  while (healed.status !== 200);
  const answer = await fetch(`${house.address}/api/governance.list-bodies`, { headers: manager.headers });
  const text = await answer.text();
  for (const id of acknowledged) assert(text.includes(id), id);
  const verified = await house.cli(['audit', 'verify', '--partnership', 'fern', '--as', 'Manager']);
  assert.equal(verified.code, 0, verified.out + verified.problems);
});

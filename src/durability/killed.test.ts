// Twenty times the server or its database is killed (kill -9) while four writers write. Whatever was acknowledged is there
// afterwards, nothing is half done, the audit trail is whole, and no process is left behind.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { processesOf, type RunningHouse, runningHouse, type SignedIn } from './running-house.ts';

const rounds = 20;
const writers = 4;
/** So many acknowledgements, then the kill. */
const beforeTheKill = 40;

let house: RunningHouse;
let manager: SignedIn;
/** Names of agencies the server said it had added, by their ids. */
const acknowledged = new Map<string, string>();
/** Commands whose answer never came: the key and what was sent. */
const unanswered: { key: string; name: string }[] = [];
let sent = 0;

before(async () => {
  house = await runningHouse();
  manager = await house.signIn();
});
after(() => house.close());

const body = (name: string) => JSON.stringify({ name, kind: 'relevant-agency', legal_type: 'school' });

async function add(name: string, key: string): Promise<string> {
  const answer = await fetch(`${house.address}/api/governance.add-agency`, {
    method: 'POST',
    headers: { ...manager.headers, 'idempotency-key': key },
    body: body(name),
  });
  if (answer.status !== 200) throw new Error(`Not acknowledged: ${answer.status}`);
  const { id } = (await answer.json()) as { id: string };
  acknowledged.set(id, name);
  return id;
}

/** Writes one after the other until an answer fails to come. */
async function write(seen: () => void): Promise<void> {
  for (;;) {
    const name = `School ${++sent}`;
    const key = `key-${sent}`;
    try {
      await add(name, key);
      seen();
    } catch {
      unanswered.push({ key, name });
      return;
    }
  }
}

async function writeUntilKilled(kill: () => void): Promise<void> {
  let count = 0;
  const seen = () => {
    count += 1;
    if (count === beforeTheKill) kill();
  };
  await Promise.all(Array.from({ length: writers }, () => write(seen)));
  assert(count >= beforeTheKill);
}

async function agencies(): Promise<Map<string, string>> {
  const answer = await fetch(`${house.address}/api/governance.list-agencies`, { headers: manager.headers });
  assert.equal(answer.status, 200, await answer.clone().text());
  const listed = (await answer.json()) as
    | { id: string; name: string }[]
    | { agencies: { id: string; name: string }[] };
  return new Map((Array.isArray(listed) ? listed : listed.agencies).map(({ id, name }) => [id, name]));
}

/** Waits for the server to answer again after its database was killed under it. */
async function answeringAgain(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${house.address}/api/session`, { headers: manager.headers }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

for (let round = 1; round <= rounds; round++) {
  const target = round % 2 === 0 ? 'the database' : 'the server';
  test(`round ${round}: ${target} is killed while four people write, and everything acknowledged is there`, async () => {
    if (target === 'the server') {
      const over = once(house.server, 'exit');
      await writeUntilKilled(() => house.server.kill('SIGKILL'));
      await over;
      await house.start();
    } else {
      await writeUntilKilled(() => process.kill(house.postmaster() ?? 0, 'SIGKILL'));
      await answeringAgain();
    }
    const there = await agencies();
    for (const [id, name] of acknowledged) assert.equal(there.get(id), name);
    assert.equal(new Set(there.values()).size, there.size, 'something was written twice');
    // What was sent and never answered is sent again, as a browser would: it is then there exactly once.
    for (const { key, name } of unanswered.splice(0)) await add(name, key);
    const names = [...(await agencies()).values()].toSorted();
    assert.deepEqual(names.filter((name) => /^School \d+$/.test(name)).length, sent);
  });
}

test('after all of it the audit trail is whole and holds one entry for each thing that was done', async () => {
  const verified = await house.cli(['audit', 'verify', '--json', '--partnership', 'fern', '--as', 'Manager']);
  assert.equal(verified.code, 0, verified.problems + verified.out);
  const entries = await fetch(
    `${house.address}/api/audit.list-entries?operation=governance.add-agency&all=yes`,
    { headers: manager.headers },
  );
  const { entries: listed } = (await entries.json()) as { entries: { refs: string[] }[] };
  assert.equal(listed.length, sent);
  assert.equal(new Set(listed.flatMap(({ refs }) => refs)).size, sent);
});

test('stopped as an operator stops it, no process of it is left', async () => {
  await house.stop();
  assert.deepEqual(processesOf(house.folder), []);
});

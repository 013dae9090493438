// Attacks by somebody who owns the database and knows how the chain is made: each fits itself, and is found by an anchor.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { addPerson, appoint } from '../../ground/governance/person.operations.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { workThrough } from '../jobs/worker.ts';
import { kernelRoom } from '../kernel-room.ts';
import { noMail } from '../mail/mail.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { anchorFile, anchorText } from './anchors.ts';
import { verifyTrail } from './audit-trail.operations.ts';
import { genesis, nextHash } from './entry.ts';

let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;
const school = { kind: 'education', legal_type: 'school' } as const;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  await grow(10);
});
after(async () => {
  await owner.end();
  await home.close();
});

let schools = 0;
async function grow(entries: number): Promise<void> {
  for (let i = 0; i < entries; i++) {
    await resultOf(home.house, addAgency, fern.manager, { ...school, name: `School ${++schools}` });
  }
}

const verified = (anchor: string | null = null) =>
  resultOf(home.house, verifyTrail, fern.manager, { anchor });

interface Entry {
  id: string;
  body: string;
}

/** The chain as it would stand had these always been its entries: numbers, hashes and head made anew. */
async function rewrite(change: (entries: Entry[]) => Entry[]): Promise<void> {
  const { rows } = await owner.query<Entry>(
    'select id, body from kernel.audit_entry where partnership_id = $1 order by seq',
    [fern.id],
  );
  await owner.query("set session_replication_role = 'replica'");
  await owner.query('delete from kernel.audit_entry where partnership_id = $1', [fern.id]);
  let previous = genesis;
  const entries = change(rows);
  for (const [at, { id, body }] of entries.entries()) {
    const hash = nextHash(previous, body);
    await owner.query(
      'insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash) values ($1, $2, $3, $4, $5, $6)',
      [fern.id, at + 1, id, body, previous, hash],
    );
    previous = hash;
  }
  await owner.query('update kernel.audit_head set seq = $2, hash = $3 where partnership_id = $1', [
    fern.id,
    entries.length,
    previous,
  ]);
  await owner.query("set session_replication_role = 'origin'");
}

async function headNow(): Promise<{ seq: number; hash: string }> {
  const { rows } = await owner.query<{ seq: number; hash: string }>(
    'select seq, hash from kernel.audit_head where partnership_id = $1',
    [fern.id],
  );
  assert(rows[0]);
  return rows[0];
}

const renamed = (entry: Entry | undefined): Entry => {
  assert(entry);
  return { ...entry, body: entry.body.replace('governance.add-agency', 'governance.read-agency') };
};

const attacks: Record<string, (entries: Entry[]) => Entry[]> = {
  'the last three entries cut off': (entries) => entries.slice(0, -3),
  'an entry changed': (entries) => entries.with(4, renamed(entries[4])),
  'two entries that changed places': (entries) =>
    entries.with(4, entries[7] as Entry).with(7, entries[4] as Entry),
  'an entry taken out of the middle': (entries) => entries.toSpliced(5, 1),
  'an entry put in': (entries) =>
    entries.toSpliced(5, 0, { ...renamed(entries[5]), id: '01900000-0000-7000-8000-00000000abcd' }),
  'everything written anew from the first entry': (entries) => entries.map(renamed),
};

for (const [name, attack] of Object.entries(attacks)) {
  test(`${name}, with every hash made anew: whole to itself, and found by an anchor that says what was expected`, async () => {
    const { rows: kept } = await owner.query<Entry>(
      'select id, body from kernel.audit_entry where partnership_id = $1 order by seq',
      [fern.id],
    );
    const anchor = await headNow();
    await rewrite(attack);
    try {
      assert.equal((await verified()).broken, null);
      const { broken } = await verified(`fern:${anchor.seq}:${anchor.hash}`);
      assert(broken);
      assert.match(broken.problem, new RegExp(anchor.hash));
      assert.match(broken.problem, /the anchor given/);
      const left = (await headNow()).seq;
      assert.equal(broken.seq, left < anchor.seq ? left + 1 : anchor.seq);
      // In upper case and among others, as people copy.
      assert((await verified(`marl:3:${genesis}\n${anchor.seq}:${anchor.hash.toUpperCase()}`)).broken);
    } finally {
      await rewrite(() => kept);
    }
    assert.deepEqual(await headNow(), anchor);
    const mended = await verified(`${anchor.seq}:${anchor.hash}`);
    assert.deepEqual([mended.broken, mended.anchors], [null, { compared: 1, agreed_up_to: anchor.seq }]);
  });
}

test('of several anchors the first that disagrees is named, and the last that agreed', async () => {
  const { rows: kept } = await owner.query<Entry & { seq: number; hash: string }>(
    'select id, body, seq, hash from kernel.audit_entry where partnership_id = $1 order by seq',
    [fern.id],
  );
  const anchors = [3, 6, 9].map((seq) => `${seq}:${kept[seq - 1]?.hash}`).join(' ');
  await rewrite((entries) => entries.with(4, renamed(entries[4])));
  const { broken, anchors: compared } = await verified(anchors);
  await rewrite(() => kept);
  assert.equal(broken?.seq, 6);
  assert.match(broken.problem, /after entry 3, which still agrees/);
  assert.deepEqual(compared, { compared: 2, agreed_up_to: 3 });
});

test('what is no anchor, or is another partnership’s alone, is refused and never passes for agreement', async () => {
  const { seq, hash } = await headNow();
  for (const anchor of ['nonsense', `${seq}`, `${seq}:${hash.slice(1)}`, `marl:${seq}:${hash}`]) {
    await assert.rejects(
      verified(anchor),
      (error) => error instanceof InvalidInput && 'anchor' in error.fields,
    );
  }
});

test('a trail is whole at every moment while people write', async () => {
  const going = { on: true };
  const writers = [1, 2, 3].map(async () => {
    while (going.on) await grow(1);
  });
  for (let i = 0; i < 25; i++) assert.equal((await verified()).broken, null);
  going.on = false;
  await Promise.all(writers);
});

describe('each day', () => {
  const work = (day: string, house = home.house) =>
    workThrough(house, [kernelRoom], () => ({ today: day, now: `${day}T05:00:00.000Z` }));

  test('the head is kept beside the database, and goes by letter to the officers in post who have an address', async () => {
    const { id } = await resultOf(home.house, addPerson, fern.manager, {
      name: 'Ida Example',
      email: 'ida@example.org',
    });
    await resultOf(home.house, appoint, fern.manager, {
      person_id: id,
      role: 'information-governance-lead',
      from_on: '2025-01-01',
    });
    const { id: left } = await resultOf(home.house, addPerson, fern.manager, {
      name: 'Olive Example',
      email: 'olive@example.org',
    });
    await resultOf(home.house, appoint, fern.manager, {
      person_id: left,
      role: 'business-manager',
      from_on: '2020-01-01',
      until_on: '2024-12-31',
    });
    const head = await headNow();
    home.letters.length = 0;
    await work(testClock.today);
    await work(testClock.today);
    const { kept } = await home.house.anchors.read(fern.id);
    assert.deepEqual(
      kept.map(({ kind, partnership, seq, hash }) => ({ kind, partnership, seq, hash })),
      [{ kind: 'daily', partnership: 'fern', ...head }],
    );
    const letters = home.letters.filter(({ subject }) => subject.includes('Anchor'));
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['ida@example.org'],
    );
    const [letter] = letters;
    assert.match(letter?.subject ?? '', /fern, 15 September 2025/);
    assert(letter?.text.includes(anchorText({ partnership: 'fern', ...head })));
    assert.doesNotMatch(letter?.text ?? '', /School|Ida|Olive/);
    assert.equal((await verified(anchorText({ partnership: 'fern', ...head }))).broken, null);
  });

  test('what was kept finds an end that was cut off, without anybody’s letter', async () => {
    const { rows: before } = await owner.query<Entry>(
      'select id, body from kernel.audit_entry where partnership_id = $1 order by seq',
      [fern.id],
    );
    await rewrite((entries) => entries.slice(0, -2));
    const { broken } = await verified();
    await rewrite(() => before);
    assert.match(broken?.problem ?? '', /what was kept on 15 September 2025 knows entry/);
    assert.equal((await verified()).broken, null);
  });

  test('the head is kept also where no mail is set, and no letter waits for ever', async () => {
    await work('2025-09-16', { ...home.house, mail: noMail });
    assert.equal((await home.house.anchors.read(fern.id)).kept.length, 2);
    const { rows } = await owner.query(
      `select from kernel.job where kind = 'audit.send-anchor' and state <> 'done'`,
    );
    assert.equal(rows.length, 0);
  });
});

describe('the file of anchors', () => {
  let folder: string;
  const path = () => join(folder, 'new', 'anchors.jsonl');
  const anchor = (seq: number) =>
    ({
      kind: 'daily',
      at: '2025-09-15T05:00:00.000Z',
      partnership_id: fern.id,
      partnership: 'fern',
      seq,
      hash: genesis,
    }) as const;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-thread-anchors-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('only grows, also after a line that a power cut left half written', async () => {
    const anchors = anchorFile(path());
    assert.deepEqual(await anchors.read(fern.id), { kept: [], unreadable: 0 });
    await anchors.keep(anchor(1));
    await appendFile(path(), '{"kind":"dai');
    await anchors.keep(anchor(2));
    await anchors.keep(anchor(3));
    const { kept, unreadable } = await anchors.read(fern.id);
    assert.deepEqual([kept.map(({ seq }) => seq), unreadable], [[1, 2, 3], 1]);
    assert.equal((await readFile(path(), 'utf8')).split('\n').length, 5);
    if (process.platform !== 'win32') assert.equal((await stat(path())).mode & 0o777, 0o600);
  });

  test('says that a restore set the trail back, and from then on expects what was restored', async () => {
    const own = await testHouse();
    const oak = await own.partnership('oak');
    const verify = () => resultOf(own.house, verifyTrail, oak.manager, {});
    const { head, entries } = await verify();
    const of = { partnership_id: oak.id, partnership: 'oak' };
    const later = {
      kind: 'daily',
      at: '2025-09-10T05:00:00.000Z',
      ...of,
      seq: entries + 40,
      hash: genesis,
    } as const;
    await own.house.anchors.keep(later);
    assert.match((await verify()).broken?.problem ?? '', /40 entries at the end were taken away/);
    await own.house.anchors.keep({
      kind: 'restored',
      at: '2025-09-14T09:00:00.000Z',
      ...of,
      seq: entries,
      hash: head,
    });
    const checked = await verify();
    assert.equal(checked.broken, null);
    assert.match(
      checked.notes.join(),
      /restored on 14 September 2025: the trail went back to entry 1, and at least 40 later entries/,
    );
    await writeFile(join(own.filesFolder, 'anchors.jsonl'), 'not a line of ours\n');
    assert.match((await verify()).notes.join(), /file of anchors holds a line that cannot be read/);
    await own.close();
  });
});

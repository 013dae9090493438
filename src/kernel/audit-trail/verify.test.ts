import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { browsing } from '../../ground/browsing/testing.ts';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { kernelRoom } from '../kernel-room.ts';
import { listEntries, verifyTrail } from './audit-trail.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const school = { kind: 'education', legal_type: 'school' } as const;
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      resultOf(home.house, addAgency, fern.manager, { ...school, name: `School ${i}` }),
    ),
  );
});
after(async () => {
  await owner.end();
  await home.close();
});

const verified = () => resultOf(home.house, verifyTrail, fern.manager, {});

/** Tampers as somebody who owns the database could, looks, and puts everything back. */
async function tampered(statements: string[]) {
  const tables = ['kernel.audit_entry', 'kernel.audit_head'];
  await owner.query(
    'create temp table kept_entry as select partnership_id, seq, id, body, previous_hash, hash from kernel.audit_entry',
  );
  await owner.query('create temp table kept_head as select * from kernel.audit_head');
  await owner.query("set session_replication_role = 'replica'");
  try {
    for (const statement of statements) await owner.query(statement);
    return (await verified()).broken;
  } finally {
    for (const table of tables) await owner.query(`delete from ${table}`);
    await owner.query(
      'insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash) select * from kept_entry',
    );
    await owner.query('insert into kernel.audit_head select * from kept_head');
    await owner.query("set session_replication_role = 'origin'");
    await owner.query('drop table kept_entry, kept_head');
  }
}

test('twelve people writing at once leave one whole chain', async () => {
  const checked = await verified();
  assert.equal(checked.broken, null);
  assert.equal(checked.entries, 13);
});

test('an entry whose text was changed is named', async () => {
  const broken = await tampered([
    `update kernel.audit_entry set body = replace(body, 'add-agency', 'read-agency') where seq = 5`,
  ]);
  assert.deepEqual(broken, { seq: 5, problem: 'its text was changed after it was written' });
});

test('an entry that was taken out is named', async () => {
  assert.equal((await tampered(['delete from kernel.audit_entry where seq = 4']))?.seq, 4);
});

test('entries cut off at the end are missed', async () => {
  assert.equal((await tampered(['delete from kernel.audit_entry where seq > 10']))?.seq, 11);
});

test('entries that changed places are named', async () => {
  const broken = await tampered([
    'update kernel.audit_entry set seq = 1000 where seq = 6',
    'update kernel.audit_entry set seq = 6 where seq = 7',
    'update kernel.audit_entry set seq = 7 where seq = 1000',
  ]);
  assert.equal(broken?.seq, 6);
});

test('an entry put in at the end without the head is named', async () => {
  const broken = await tampered([
    `insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash) select partnership_id, seq + 1, uuidv7(), body, hash, repeat('a', 64) from kernel.audit_entry order by seq desc limit 1`,
  ]);
  assert.equal(broken?.seq, 14);
});

test('the application itself can neither change nor delete an entry', async () => {
  for (const sql of [
    "update kernel.audit_entry set body = '{}' where partnership_id = $1",
    'delete from kernel.audit_entry where partnership_id = $1',
  ]) {
    await assert.rejects(
      home.pool.transaction(async (transaction) => {
        await transaction.text('select kernel.set_context($1, $2)', [fern.id, '']);
        await transaction.text(sql, [fern.id]);
      }),
      { code: '42501' },
    );
  }
});

test('who did what can be asked by record, by act and by person, and holds names of fields but no values', async () => {
  const all = await resultOf(home.house, listEntries, fern.manager, { operation: 'governance.add-agency' });
  assert.equal(all.entries.length, 12);
  const [latest] = all.entries;
  assert(latest);
  assert.deepEqual(latest.fields.toSorted(), ['kind', 'legal_type', 'name', 'part_of_id', 'source']);
  assert(!JSON.stringify(all.entries).includes('School 3'));
  const ofOne = await resultOf(home.house, listEntries, fern.manager, { ref: latest.refs[0] });
  assert.equal(ofOne.entries.length, 1);
});

test('a page holds fifty entries at most; a download holds all that fit', async () => {
  for (let i = 0; i < 50; i++) {
    await resultOf(home.house, addAgency, fern.manager, {
      kind: 'other',
      legal_type: 'charity',
      name: `Charity ${i}`,
    });
  }
  const asked = { operation: 'governance.add-agency' };
  const page = await resultOf(home.house, listEntries, fern.manager, asked);
  assert.equal(page.entries.length, 50);
  assert(page.next !== null);
  const rest = await resultOf(home.house, listEntries, fern.manager, { ...asked, before: page.next });
  assert.equal(rest.entries.length, 12);
  assert.equal(
    (await resultOf(home.house, listEntries, fern.manager, { ...asked, all: 'yes' })).entries.length,
    62,
  );
});

test('the page compares the trail with a line from a letter, says what was expected, and what is no such line', async () => {
  const { head, entries } = await verified();
  const pages = await browsing(home, [kernelRoom]);
  const manager = await pages.as(fern.manager);
  const compared = (anchor: string) =>
    manager.get(`/audit/verification?${new URLSearchParams({ anchor }).toString()}`);
  assert.match((await compared(`fern:${entries}:${head}`)).body, /chain is whole.*up to entry \d+/s);
  const other = 'b'.repeat(64);
  const broken = (await compared(`fern:${entries}:${other}`)).body;
  assert(broken.includes(`The chain is broken at entry ${entries}:`));
  assert(broken.includes(other) && broken.includes(head));
  const refused = await compared('not a line');
  assert.match(refused.body, /“not” is not an anchor/);
  await pages.close();
});

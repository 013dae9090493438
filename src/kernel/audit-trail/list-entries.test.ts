import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kernelRoom } from '../kernel-room.ts';
import type { Request } from '../operation/perform.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { makeToken } from '../../ground/accounts/token.operations.ts';
import { circleWith } from '../../ground/circles/testing.ts';
import { addChild, readChild } from '../../ground/children/child.operations.ts';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { listEntries } from './audit-trail.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
before(async () => {
  home = await testHouse();
  [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
});
after(() => home.close());

const list = (filter: object, who = fern.manager) => resultOf(home.house, listEntries, who, filter);
const agency = { name: 'Fern Charity', kind: 'other', legal_type: 'charity' } as const;

test('entries about one record are found with the other filters, page by page, and in its own partnership alone', async () => {
  const circle_id = await circleWith(home, fern, 'Panel', [fern.manager]);
  const facts = {
    given_name: 'Ash',
    family_name: 'Testwood',
    born_on: '2014-05-01',
    sex: 'not-known',
    circle_id,
  } as const;
  const { id } = await resultOf(home.house, addChild, fern.manager, facts);
  const read = (purpose: string) => resultOf(home.house, readChild, { ...fern.manager, purpose }, { id });
  for (let i = 0; i < 51; i++) await read(`Purpose ${i}`);
  const ref = `children.child/${id}`;
  const first = await list({ ref });
  assert.equal(first.entries.length, 50);
  const second = await list({ ref, before: first.next ?? undefined });
  assert.deepEqual(
    second.entries.map(({ operation }) => operation),
    ['children.read-child', 'children.add-child'],
  );
  assert.deepEqual(
    (await list({ ref, operation: 'children.add' })).entries.map(({ operation }) => operation),
    ['children.add-child'],
  );
  assert.deepEqual((await list({ ref, person_id: '0199aaaa-0000-7000-8000-000000000000' })).entries, []);
  assert.deepEqual((await list({ ref }, marl.manager)).entries, []);
  await assert.rejects(read('x'.repeat(301)), InvalidInput);
  await assert.rejects(read('null \u0000 byte'), InvalidInput);
});

test('an act of another system names its token, on the page and in the download', async () => {
  const input = { name: 'Dashboard of the police', scopes: ['governance.write'], days: '30' } as const;
  const token = await resultOf(home.house, makeToken, fern.manager, { ...input, scopes: [...input.scopes] });
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const machine: Request = {
    ...fern.manager,
    identity: { ...identity, token: { id: token.id, scopes: ['governance.write'] } },
    via: 'api',
  };
  await resultOf(home.house, addAgency, machine, agency);
  const listed = await list({ operation: 'governance.add-agency' });
  assert.equal(listed.entries[0]?.token_name, 'Dashboard of the police');
  const page = kernelRoom.pages.find((one) => one.kind === 'page' && one.path === '/audit');
  assert(page?.kind === 'page' && page.csv !== undefined);
  const view = undefined as never;
  assert.match(JSON.stringify(page.csv(listed, view).rows), /API, token “Dashboard of the police”/);
  assert.match(page.draw(listed, view).toString(), /API, token “Dashboard of the police”/);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { command, query } from '../operation/operation.ts';
import { NotFound } from '../operation/refusals.ts';
import { citersOf } from './cited.ts';
import { linkEvidence, linksFrom, unlinkEvidence } from './links.ts';
import { resolveRefs } from './resolve.ts';
import type { EvidenceSource } from './source.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

const from_ref = 'test.claim/1';
const to_ref = 'test.figure/7';
let asked: string[][] = [];

const source: EvidenceSource = {
  itemsOf: () => Promise.resolve([]),
  resolves: {
    'test.claim': (_context, ids) => {
      asked.push(ids);
      const seen = ids.filter((id) => id !== 'hidden');
      return Promise.resolve(
        seen.map((id) => ({
          ref: `test.claim/${id}`,
          title: `Claim ${id}`,
          path: `/claims/${id}`,
          hash: 'x',
        })),
      );
    },
  },
};

before(async () => {
  home = await testHouse([source]);
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

const link = command({
  name: 'test.link',
  summary: 'Links',
  permission: 'plan.write',
  input: z.strictObject({ hash: z.string(), from: z.string().default(from_ref) }),
  run: (context, { hash, from }) =>
    linkEvidence(context, { from_ref: from, to_ref, purpose: 'supports', cited_hash: hash }),
});
const unlink = command({
  name: 'test.unlink',
  summary: 'Unlinks',
  permission: 'plan.write',
  input: z.strictObject({}),
  run: (context) => unlinkEvidence(context, { from_ref, to_ref, purpose: 'supports' }),
});
const list = query({
  name: 'test.links',
  summary: 'Lists',
  permission: 'plan.read',
  input: z.strictObject({}),
  run: (context) => linksFrom(context, [from_ref]),
});
const citers = query({
  name: 'test.citers',
  summary: 'Lists who cites',
  permission: 'plan.read',
  input: z.strictObject({}),
  run: (context) => citersOf(context, to_ref, 'now'),
});

test('the same link again takes the hash afresh and stays one link; removed, it is gone, and may come back', async () => {
  const first = await resultOf(home.house, link, fern.manager, { hash: 'then' });
  const second = await resultOf(home.house, link, fern.manager, { hash: 'now' });
  assert.equal(second, first);
  const linked = [{ id: first, from_ref, to_ref, purpose: 'supports', cited_hash: 'now' }];
  assert.deepEqual(await resultOf(home.house, list, fern.manager, {}), linked);

  await resultOf(home.house, unlink, fern.manager, {});
  assert.deepEqual(await resultOf(home.house, list, fern.manager, {}), []);
  await assert.rejects(resultOf(home.house, unlink, fern.manager, {}), NotFound);

  assert.equal(await resultOf(home.house, link, fern.manager, { hash: 'now' }), first);
  assert.deepEqual(await resultOf(home.house, list, fern.manager, {}), linked);
  assert.deepEqual(await resultOf(home.house, list, marl.manager, {}), []);
});

test('who cites a record is shown with whether it moved since, and a citer that may not be seen is left out', async () => {
  await resultOf(home.house, link, fern.manager, { hash: 'now' });
  await resultOf(home.house, link, fern.manager, { hash: 'then', from: 'test.claim/2' });
  await resultOf(home.house, link, fern.manager, { hash: 'now', from: 'test.claim/hidden' });
  asked = [];
  const found = await resultOf(home.house, citers, fern.manager, {});
  assert.deepEqual(
    found.map(({ title, moved }) => ({ title, moved })),
    [
      { title: 'Claim 1', moved: false },
      { title: 'Claim 2', moved: true },
    ],
  );
  assert.equal(asked.length, 1, 'one call for all records of a concept');
});

test('a reference that no room knows, or that is none, resolves to nothing', async () => {
  const resolve = query({
    name: 'test.resolve',
    summary: 'Resolves',
    permission: 'plan.read',
    input: z.strictObject({}),
    run: async (context) => [
      ...(await resolveRefs(context, ['nobody.knows/1', 'not a ref', 'test.claim/1'])).keys(),
    ],
  });
  assert.deepEqual(await resultOf(home.house, resolve, fern.manager, {}), ['test.claim/1']);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { readFinding } from '../../ground/thread/finding.operations.ts';
import { readRecommendation } from '../../ground/thread/recommendation.operations.ts';
import { resultOf } from '../../ground/testing.ts';
import type { Query } from '../../kernel/operation/operation.ts';
import { perform } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { jointBodiesRoom } from './index.ts';
import { changesBetween, type Copy, wordsOf } from './joint-body.ts';
import { decline, noteWithdrawal, readReceived, takeIn } from './received.operations.ts';
import { withdrawShared } from './sharing.operations.ts';
import { type Areas, arrived, makeAreas, work } from './testing.ts';

let areas: Areas;
let owner: pg.Client;
const idOf = (ref: string) => ref.split('/')[1] ?? '';

before(async () => {
  areas = await makeAreas();
  owner = new pg.Client(areas.home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await areas.home.close();
});

test('a withdrawal reaches every version, asks for somebody’s eyes, and what waited is closed by it', async () => {
  const { home, panel, fern } = areas;
  const { sharing, copy } = await arrived(areas, 'Withdrawn later');
  const needs = async () => {
    const asked = {
      ...readReceived,
      name: 'tests.needs',
      run: (context: never) => jointBodiesRoom.needsYou?.(context),
    };
    const list = (await perform(home.house, asked as unknown as Query, fern.manager, { id: copy.id })).result;
    return (list as { text: string }[]).map(({ text }) => text).filter((text) => /withdrew/.test(text));
  };
  assert.deepEqual(await needs(), []);
  await resultOf(home.house, withdrawShared, panel.manager, {
    id: sharing,
    reason: 'The figures were of another year.',
  });
  await work(home);
  await work(home);
  assert.deepEqual(await needs(), ['A joint body withdrew a copy']);
  const read = await resultOf(home.house, readReceived, fern.manager, { id: copy.id });
  assert.deepEqual(
    [read.withdrawn_on, read.withdrawn_reason],
    ['2025-09-15', 'The figures were of another year.'],
  );
  await assert.rejects(resultOf(home.house, takeIn, fern.manager, { id: copy.id, as: 'finding' }), Conflict);
  await resultOf(home.house, noteWithdrawal, fern.manager, { id: copy.id });
  assert.deepEqual(await needs(), []);
  assert.equal((await resultOf(home.house, readReceived, fern.manager, { id: copy.id })).state, 'declined');
  await assert.rejects(
    resultOf(home.house, withdrawShared, panel.manager, { id: sharing, reason: 'Again' }),
    Conflict,
  );
});

test('taken in, a copy becomes a record of the home’s own thread that says where it came from', async () => {
  const { home, fern } = areas;
  const one = await arrived(areas, 'Becomes a finding');
  const { ref } = await resultOf(home.house, takeIn, fern.manager, { id: one.copy.id, as: 'finding' });
  const made = await resultOf(home.house, readFinding, fern.manager, { id: idOf(ref) });
  assert.deepEqual(
    [made.title, made.text, made.found_on, made.source, made.locator],
    [
      'Becomes a finding',
      'Becomes a finding: what was found.',
      '2025-06-02',
      'panel partnership',
      `${one.ref}, version 1`,
    ],
  );
  const read = await resultOf(home.house, readReceived, fern.manager, { id: one.copy.id });
  assert.deepEqual([read.state, read.taken?.title], ['taken-in', 'Becomes a finding']);
  await assert.rejects(
    resultOf(home.house, takeIn, fern.manager, { id: one.copy.id, as: 'finding' }),
    Conflict,
  );
  const two = await arrived(areas, 'Becomes a recommendation');
  const taken = await resultOf(home.house, takeIn, fern.manager, { id: two.copy.id, as: 'recommendation' });
  const asked = await resultOf(home.house, readRecommendation, fern.manager, { id: idOf(taken.ref) });
  assert.deepEqual([asked.made_by, asked.state], ['panel partnership', 'made']);
});

test('declined, a copy stays with the reason and comes to nothing else', async () => {
  const { home, fern } = areas;
  const { copy } = await arrived(areas, 'Not about this area');
  await assert.rejects(
    resultOf(home.house, decline, fern.manager, { id: copy.id, reason: ' ' }),
    InvalidInput,
  );
  await resultOf(home.house, decline, fern.manager, { id: copy.id, reason: 'It is about the other area.' });
  const read = await resultOf(home.house, readReceived, fern.manager, { id: copy.id });
  assert.deepEqual(
    [read.state, read.declined_reason, read.handled_by],
    ['declined', 'It is about the other area.', 'Business manager'],
  );
});

test('a figure is told in words with its period and share, and two versions are compared field by field', () => {
  const copy: Copy = {
    concept: 'evidence.item',
    title: 'Reviews within six months',
    content: {
      shape: 'measure',
      value: 80,
      unit: 'per cent',
      decimals: 0,
      qualifier: 'exactly',
      numerator: 8,
      denominator: 10,
      basis: 'flow',
      minimum: null,
      maximum: null,
      comparator: null,
      note: null,
    },
    as_of: null,
    period: { from: '2024-04-01', to: '2025-03-31', label: '2024/25' },
    geography: 'Fern',
    source_title: 'Panel report',
    locator: 'page 3',
  };
  assert.equal(wordsOf(copy), 'Reviews within six months (2024/25): 80 per cent, 8 of 10');
  assert.deepEqual(changesBetween(copy, copy), []);
  assert.deepEqual(changesBetween(copy, { ...copy, geography: null, locator: 'page 4' }), [
    { what: 'Area', before: 'Fern', now: '' },
    { what: 'Source', before: 'Panel report, page 3', now: 'Panel report, page 4' },
  ]);
});

// What an agency gave stays in its circle until that agency agrees.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rooms } from '../../index.ts';
import { companionsOf } from '../../../ground/circles/kinds.ts';
import { reclassifying } from '../../../ground/circles/reclassify.operations.ts';
import {
  answerRelease,
  asking,
  listReleases,
  readRelease,
} from '../../../ground/circles/releases/release.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { resultOf, testClock } from '../../../ground/testing.ts';
import { addEffect, reportEffect } from '../../../ground/thread/effect.operations.ts';
import { addFinding, listFindings } from '../../../ground/thread/finding.operations.ts';
import { findingPages } from '../../../ground/thread/finding.pages.ts';
import { workThrough } from '../../../kernel/jobs/worker.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { readFile } from '../item-file.operations.ts';
import { addItem } from '../item.operations.ts';
import { circles, itemWithFile, kinds, leadAt, needs, statement, setting, type Setting } from './testing.ts';

const { reclassify } = reclassifying(kinds, companionsOf(rooms));
const { askRelease } = asking(kinds);

let it: Setting;
let home: Setting['home'];
let fern: Setting['fern'];
let police: string;
let officer: Request;
let analyst: Request;

before(async () => {
  it = await setting();
  ({ home, fern, police, officer, analyst } = it);
});
after(() => it.close());

test('what an originator gave is not moved, downloaded, exported or quoted until it agrees, and then for a time', async () => {
  const handling = { originator_agency_id: police, handling: 'Not to be told to the family' };
  const circle = await circleWith(home, fern, 'Intelligence', [fern.manager, officer], handling);
  const { id, ref, file_id } = await itemWithFile(it, circle);
  const effect = await resultOf(home.house, addEffect, fern.manager, { expected: 'Fewer are exploited' });
  const other = await resultOf(home.house, addItem, fern.manager, statement('Open figure'));
  const quote = () =>
    resultOf(home.house, reportEffect, fern.manager, {
      id: effect.id,
      state: 'seen',
      observed: 'It fell',
      observed_on: '2025-09-01',
      baseline_ref: ref,
      follow_up_ref: `evidence.item/${other.id}`,
    });
  const download = (who: Request) => resultOf(home.house, readFile, who, { id, file_id });
  const move = () =>
    resultOf(home.house, reclassify, fern.manager, { ref, open_to_all: true, reason: 'Useful to all' });
  for (const act of [quote, () => download(fern.manager), move]) {
    await assert.rejects(act(), (error: unknown) => {
      assert(error instanceof Conflict);
      assert.match(error.message, /^Fern Police gave this/);
      assert.match(error.offer?.href ?? '', /^\/circles\/releases\/new\?ref=evidence\.item/);
      return true;
    });
  }
  assert.equal((await download(officer)).name, 'minutes.txt', 'the originator asks nobody');

  const asked = { ref, act: 'export', reason: 'For the court on Thursday' } as const;
  const { id: request } = await resultOf(home.house, askRelease, fern.manager, asked);
  await assert.rejects(resultOf(home.house, askRelease, fern.manager, asked), Conflict);
  assert(!(await needs(it, fern.manager)).some((item) => item.href === `/circles/releases/${request}`));
  assert((await needs(it, officer)).some((item) => item.href === `/circles/releases/${request}`));
  await workThrough(home.house, [circles], () => testClock);
  const letters = home.letters.filter(({ subject }) => /is asked about/.test(subject));
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['officer@police.example'],
  );
  assert.doesNotMatch(JSON.stringify(letters), /Known to few|Intelligence|court|Business manager/);

  const answer = { id: request, answer: 'agreed', expires_on: '2025-09-20' } as const;
  const outside = await leadAt(it, it.police, 'other@police.example');
  await assert.rejects(resultOf(home.house, answerRelease, outside, answer), NotFound);
  await assert.rejects(resultOf(home.house, readRelease, outside, { id: request }), NotFound);
  assert.deepEqual((await resultOf(home.house, listReleases, analyst, {})).rows, []);
  await assert.rejects(resultOf(home.house, answerRelease, fern.manager, answer), NotAllowed);
  await assert.rejects(
    resultOf(home.house, answerRelease, officer, { ...answer, expires_on: '2025-09-14' }),
    InvalidInput,
  );
  await resultOf(home.house, answerRelease, officer, answer);
  await assert.rejects(resultOf(home.house, answerRelease, officer, answer), Conflict);
  assert((await needs(it, fern.manager)).some((item) => /was agreed/.test(item.text)));

  assert.equal((await download(fern.manager)).name, 'minutes.txt');
  await assert.rejects(quote(), Conflict, 'agreed for an export, and for nothing else');
  const on = (today: string) => ({ ...fern.manager, clock: { today, now: `${today}T09:00:00.000Z` } });
  await download(on('2025-09-20'));
  await assert.rejects(download(on('2025-09-21')), Conflict);

  const refused = await resultOf(home.house, askRelease, fern.manager, { ...asked, act: 'move' });
  await assert.rejects(
    resultOf(home.house, answerRelease, officer, { id: refused.id, answer: 'refused' }),
    (error: unknown) => error instanceof InvalidInput && 'note' in error.fields,
  );
  await resultOf(home.house, answerRelease, officer, {
    id: refused.id,
    answer: 'refused',
    note: 'A source is at risk',
  });
  await assert.rejects(move(), Conflict);
});

test('a download of a list leaves out what the originator keeps, and says how many; without one it leaves out nothing', async () => {
  const keeper = await circleWith(home, fern, 'Kept', [fern.manager, officer], {
    originator_agency_id: police,
  });
  const free = await circleWith(home, fern, 'Free', [fern.manager]);
  for (const [title, circle_id] of [
    ['Finding kept', keeper],
    ['Finding free', free],
    ['Finding open', null],
  ] as const) {
    await resultOf(home.house, addFinding, fern.manager, { title, text: 'Found', circle_id });
  }
  const listed = await resultOf(home.house, listFindings, fern.manager, {});
  assert.equal(listed.rows.length, 3);
  const [page] = findingPages;
  assert(page?.kind === 'page' && page.csv !== undefined);
  const table = page.csv(listed, undefined as never);
  assert.deepEqual(
    [table.rows.map(([title]) => String(title)).toSorted((a, b) => a.localeCompare(b)), table.held_back],
    [['Finding free', 'Finding open'], 1],
  );
  const officers = page.csv(await resultOf(home.house, listFindings, officer, {}), undefined as never);
  assert.deepEqual([officers.rows.length, officers.held_back], [2, 0]);
});

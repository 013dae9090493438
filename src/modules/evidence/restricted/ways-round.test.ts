// Ways round a circle and its originator: another's release, and a file added while the record is being moved.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { companionsOf } from '../../../ground/circles/kinds.ts';
import { reclassifying } from '../../../ground/circles/reclassify.operations.ts';
import { answerRelease, asking } from '../../../ground/circles/releases/release.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { resultOf } from '../../../ground/testing.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import { rooms } from '../../index.ts';
import { addFile, readFile } from '../item-file.operations.ts';
import { addItem } from '../item.operations.ts';
import { itemWithFile, kinds, leadAt, setting, statement, type Setting } from './testing.ts';

const { reclassify } = reclassifying(kinds, companionsOf(rooms));
const { askRelease } = asking(kinds);
let it: Setting;
let home: Setting['home'];
let fern: Setting['fern'];

before(async () => {
  it = await setting();
  ({ home, fern } = it);
});
after(() => it.close());

test('what an originator agreed to is for whoever asked: nobody else uses it, and for no other record', async () => {
  const colleague = await leadAt(it, it.police, 'x@police.example');
  const member = await fern.personWith('delegated-safeguarding-partner');
  const circle = await circleWith(home, fern, 'Kept', [fern.manager, member, it.officer, colleague], {
    originator_agency_id: it.police,
  });
  const [one, other] = [await itemWithFile(it, circle), await itemWithFile(it, circle)];
  const { id } = await resultOf(home.house, askRelease, member, {
    ref: one.ref,
    act: 'export',
    reason: 'Court',
  });
  await resultOf(home.house, answerRelease, it.officer, { id, answer: 'agreed', expires_on: '2025-09-20' });
  const download = (who: typeof member, { id: item, file_id }: typeof one) =>
    resultOf(home.house, readFile, who, { id: item, file_id });
  assert.equal((await download(member, one)).name, 'minutes.txt');
  await assert.rejects(download(fern.manager, one), Conflict);
  await assert.rejects(download(member, other), Conflict);
});

test('a file that comes while its record is being closed is closed with it', async () => {
  const circle = await circleWith(home, fern, 'Closing', [fern.manager]);
  for (let round = 0; round < 12; round++) {
    const { id } = await resultOf(home.house, addItem, fern.manager, statement(`Round ${round}`));
    const file = () =>
      resultOf(home.house, addFile, fern.manager, {
        id,
        file: new UploadedFile('minutes.txt', new TextEncoder().encode(`Round ${round}`)),
      });
    const close = { ref: `evidence.item/${id}`, circle_id: circle, reason: 'Names a family' };
    await Promise.all([file(), file(), resultOf(home.house, reclassify, fern.manager, close), file()]);
    const { rows } = await it.owner.query(
      `select circle_id from kernel.file where owner_ref = $1
       union all select circle_id from kernel.file_history where owner_ref = $1`,
      [`evidence.item/${id}`],
    );
    assert(rows.length >= 6);
    assert(
      rows.every(({ circle_id }) => circle_id === circle),
      `in round ${round} a file stayed open`,
    );
  }
});

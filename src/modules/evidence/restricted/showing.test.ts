// What lies behind a circle shows nowhere else, and each showing of it leaves a trace.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { endMembership } from '../../../ground/circles/member.operations.ts';
import { readCircle } from '../../../ground/circles/circle.operations.ts';
import { circleWith, personOf } from '../../../ground/circles/testing.ts';
import { resultOf } from '../../../ground/testing.ts';
import {
  addEffect,
  listEffects,
  readEffect,
  reportEffect,
} from '../../../ground/thread/effect.operations.ts';
import { addFinding, listFindings, readFinding } from '../../../ground/thread/finding.operations.ts';
import { query } from '../../../kernel/operation/operation.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import { readFile } from '../item-file.operations.ts';
import { addItem, changeItem } from '../item.operations.ts';
import { evidenceRoom } from '../index.ts';
import { listItems, readItem } from '../register.operations.ts';
import { z } from 'zod';
import { itemWithFile, needs, statement, setting, type Setting } from './testing.ts';

let it: Setting;
let home: Setting['home'];
let fern: Setting['fern'];
let owner: Setting['owner'];
let officer: Request;
let analyst: Request;

before(async () => {
  it = await setting();
  ({ home, fern, owner, officer, analyst } = it);
});
after(() => it.close());

test('what lies behind a circle does not show through links: no list, filter or count tells of it', async () => {
  const circle = await circleWith(home, fern, 'Behind', [fern.manager]);
  const figure = await resultOf(home.house, addItem, fern.manager, statement('Cited in secret'));
  const second = await resultOf(home.house, addItem, fern.manager, statement('Cited as well'));
  const hidden = await resultOf(home.house, addEffect, fern.manager, {
    expected: 'Hidden',
    circle_id: circle,
  });
  await resultOf(home.house, reportEffect, fern.manager, {
    id: hidden.id,
    state: 'seen',
    observed: 'Seen',
    observed_on: '2025-09-01',
    baseline_ref: `evidence.item/${figure.id}`,
    follow_up_ref: `evidence.item/${second.id}`,
  });
  const { circle_id: _open, ...moved_on } = statement('Cited in secret, and moved');
  await resultOf(home.house, changeItem, fern.manager, { ...moved_on, id: figure.id });
  const shown = async (who: Request, show: 'moved' | 'uncited') =>
    (await resultOf(home.house, listItems, who, { show })).items.map((item) => item.id);
  assert((await shown(fern.manager, 'moved')).includes(figure.id));
  assert(!(await shown(fern.manager, 'uncited')).includes(second.id));
  assert(!(await shown(analyst, 'moved')).includes(figure.id));
  assert((await shown(analyst, 'uncited')).includes(second.id));
  const moved = async (who: Request) =>
    (await needs(it, who)).filter((item) => item.href === '/evidence?show=moved');
  assert.equal((await moved(fern.manager)).length, 1);
  assert.deepEqual(await moved(analyst), []);

  // The other way round: an open effect that rests on a figure behind a circle.
  const secret = await resultOf(home.house, addItem, fern.manager, statement('Secret figure', circle));
  const open = await resultOf(home.house, addEffect, fern.manager, { expected: 'Open' });
  await resultOf(home.house, reportEffect, fern.manager, {
    id: open.id,
    state: 'seen',
    observed: 'Seen',
    observed_on: '2025-09-01',
    baseline_ref: `evidence.item/${secret.id}`,
  });
  const measures = async (who: Request) =>
    (await resultOf(home.house, listEffects, who, {})).rows.find((row) => row.id === open.id)?.measures;
  assert.deepEqual([await measures(fern.manager), await measures(analyst)], [1, 0]);
  assert.deepEqual((await resultOf(home.house, readEffect, analyst, { id: open.id })).rests_on, []);
});

test('each showing of a restricted record leaves a trace with its circle, in lists, forms and files too; open ones leave none', async () => {
  const circle = await circleWith(home, fern, 'Traced', [fern.manager, officer]);
  const finding = await resultOf(home.house, addFinding, fern.manager, {
    title: 'T',
    text: 'T',
    circle_id: circle,
  });
  const { id, file_id } = await itemWithFile(it, circle);
  const traces = async (operation: string, ref: string) =>
    (
      await owner.query(
        `select 1 from kernel.audit_entry where partnership_id = $1 and operation = $2 and refs @> $3::jsonb and person_id = $4`,
        [fern.id, operation, JSON.stringify([ref, `kernel.circle/${circle}`]), personOf(officer)],
      )
    ).rowCount;
  await resultOf(home.house, readFinding, officer, { id: finding.id });
  await resultOf(home.house, listFindings, officer, {});
  await resultOf(home.house, readItem, officer, { id });
  await resultOf(home.house, listItems, officer, {});
  await resultOf(home.house, readFile, officer, { id, file_id });
  for (const [operation, ref] of [
    ['thread.read-finding', `thread.finding/${finding.id}`],
    ['thread.list-findings', `thread.finding/${finding.id}`],
    ['evidence.read-item', `evidence.item/${id}`],
    ['evidence.list-items', `evidence.item/${id}`],
    ['evidence.read-file', `evidence.item/${id}`],
  ] as const) {
    assert.equal(await traces(operation, ref), 1, operation);
  }
  const looks = (await resultOf(home.house, readFinding, fern.manager, { id: finding.id })).place.placement
    .looks;
  assert.deepEqual(
    looks.map((look) => look.operation),
    ['thread.list-findings', 'thread.read-finding'],
  );
  const before = (await owner.query('select count(*)::int as n from kernel.audit_entry')).rows[0].n;
  await resultOf(home.house, listItems, analyst, {});
  assert.equal((await owner.query('select count(*)::int as n from kernel.audit_entry')).rows[0].n, before);
});

test('whose membership ended yesterday has lost row, list, history, file and choice at once', async () => {
  const circle = await circleWith(home, fern, 'Left', [fern.manager, officer]);
  const { id, file_id } = await itemWithFile(it, circle);
  await resultOf(home.house, readFile, officer, { id, file_id });
  const { members } = await resultOf(home.house, readCircle, fern.manager, { id: circle });
  const held = members.find((m) => m.person_id === personOf(officer));
  await resultOf(home.house, endMembership, fern.manager, { id: held?.id ?? '', until_on: '2025-09-14' });
  await assert.rejects(resultOf(home.house, readItem, officer, { id }), NotFound);
  await assert.rejects(resultOf(home.house, readFile, officer, { id, file_id }), NotFound);
  assert.equal(
    (await resultOf(home.house, listItems, officer, { text: 'Known to few, said' })).items.filter(
      (i) => i.id === id,
    ).length,
    0,
  );
  const asked = query({
    name: 'test.ask',
    summary: 'Asked by a test',
    permission: 'evidence.read',
    input: z.object({}),
    run: async (context) => ({
      history: await context.db.text(
        'select 1 from evidence.item_history where partnership_id = $1 and id = $2',
        [fern.id, id],
      ),
      choices: await evidenceRoom.choices?.['evidence']?.(context),
    }),
  });
  const seen = await resultOf(home.house, asked, officer, {});
  assert.deepEqual(seen.history, []);
  assert(!seen.choices?.some((choice) => choice.value === `evidence.item/${id}`));
});

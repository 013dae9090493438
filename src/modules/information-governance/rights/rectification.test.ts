import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addChild, readChild } from '../../../ground/children/child.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { reclassifying } from '../../../ground/circles/reclassify.operations.ts';
import { companionsOf, kindsOf } from '../../../ground/circles/kinds.ts';
import { addFinding, readFinding } from '../../../ground/thread/finding.operations.ts';
import { type Browsing, browsing } from '../../../ground/browsing/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { rooms } from '../../index.ts';
import { addItem } from '../../evidence/item.operations.ts';
import { startEdition } from '../../report/edition.operations.ts';
import { readReport } from '../../report/report.operations.ts';
import { decideRectification, rectificationOperations } from './rectification.operations.ts';
import { listSharing, sharingOperations } from './sharing-decision.operations.ts';

const declarations = rooms.flatMap((room) => room.records);
const { addRectification, listRectifications, readRectification } = rectificationOperations(declarations);
const { recordSharing } = sharingOperations(declarations);
const { reclassify } = reclassifying(kindsOf(rooms), companionsOf(rooms));

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;
let panel: string;

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, rooms);
  panel = await circleWith(home, fern, 'Panel', [fern.manager]);
});
after(async () => {
  await site.close();
  await home.close();
});

const finding = (title: string, circle_id: string | null = null) =>
  resultOf(home.house, addFinding, fern.manager, { title, text: `${title}, in words`, circle_id });
const disputed = (id: string) => ({
  about_ref: `thread.finding/${id}`,
  disputed: 'It was a Thursday',
  raised_by: 'Juniper’s mother',
  capacity: 'parent' as const,
  raised_on: '2025-09-01',
  note: 'The family says that this happened on a Thursday.',
});

test('a note stands beside the record on its page, while it is looked into and after, and the record stays as it is', async () => {
  const { id } = await finding('Seen on Tuesday');
  const before = await resultOf(home.house, readFinding, fern.manager, { id });
  const note = await resultOf(home.house, addRectification, fern.manager, disputed(id));
  const manager = await site.as(fern.manager);
  const open = await manager.get(`/thread/findings/${id}`);
  assert.match(open.body, /It is being looked into/);
  assert.match(open.body, /The family says that this happened on a Thursday/);
  assert.doesNotMatch(open.body, /Juniper’s mother/);
  const decided = await manager.fill(`/information-governance/rectifications/${note.id}/decision`, {
    state: 'accepted',
    note: 'It happened on Thursday 4 September.',
    reason: 'The school’s register says so',
  });
  assert.equal(decided.status, 303, decided.body);
  const { body } = await (await site.as(await fern.personWith('member'))).get(`/thread/findings/${id}`);
  assert.match(body, /found wrong on 15 September 2025/);
  assert.match(body, /It happened on Thursday 4 September/);
  assert.match(body, /Seen on Tuesday, in words/);
  const { place: _then, ...record } = before;
  const { place: _now, ...now } = await resultOf(home.house, readFinding, fern.manager, { id });
  assert.deepEqual(now, record);
  await assert.rejects(
    resultOf(home.house, decideRectification, fern.manager, {
      id: note.id,
      state: 'kept',
      note: 'x',
      reason: 'y',
    }),
    Conflict,
  );
});

test('a note carries the circle of its record and goes with it to another', async () => {
  const { id } = await finding('In the panel', panel);
  const note = await resultOf(home.house, addRectification, fern.manager, disputed(id));
  const lead = await fern.personWith('information-governance-lead');
  await assert.rejects(resultOf(home.house, readRectification, lead, { id: note.id }), NotFound);
  assert(!(await resultOf(home.house, listRectifications, lead, {})).some((one) => one.id === note.id));
  await assert.rejects(
    resultOf(home.house, decideRectification, lead, { id: note.id, state: 'kept', note: 'x', reason: 'y' }),
    NotFound,
  );
  const other = await circleWith(home, fern, 'Other', [fern.manager, lead]);
  await resultOf(home.house, reclassify, fern.manager, {
    ref: `thread.finding/${id}`,
    circle_id: other,
    reason: 'Wrong circle',
  });
  assert.equal((await resultOf(home.house, readRectification, lead, { id: note.id })).circle_id, other);
});

test('a note is put only beside a record that is there for whoever puts it, and by whoever may', async () => {
  const { id } = await finding('In the panel too', panel);
  const lead = await fern.personWith('information-governance-lead');
  const gone = (error: unknown) => error instanceof InvalidInput && 'about_ref' in error.fields;
  await assert.rejects(resultOf(home.house, addRectification, lead, disputed(id)), gone);
  await assert.rejects(resultOf(home.house, addRectification, marl.manager, disputed(id)), gone);
  for (const about_ref of ['thread.finding/x', 'nothing.here/1', 'kernel.job/1']) {
    await assert.rejects(
      resultOf(home.house, addRectification, fern.manager, { ...disputed(id), about_ref }),
      gone,
    );
  }
  await assert.rejects(
    resultOf(home.house, addRectification, await fern.personWith('member'), disputed(id)),
    NotAllowed,
  );
});

test('a child’s record and its notes are read together', async () => {
  const { id } = await resultOf(home.house, addChild, fern.manager, {
    given_name: 'Juniper',
    family_name: 'Testwood',
    born_on: '2010-11-03',
    sex: 'female',
    circle_id: panel,
  });
  await resultOf(home.house, addRectification, fern.manager, {
    ...disputed(id),
    about_ref: `children.child/${id}`,
  });
  const read = await resultOf(home.house, readChild, { ...fern.manager, purpose: 'To see' }, { id });
  assert.deepEqual(
    read.placement.rectifications.map((one) => one.note),
    ['The family says that this happened on a Thursday.'],
  );
});

test('the pages of notes and of the ledger open, and the form takes the record it was opened from', async () => {
  const manager = await site.as(fern.manager);
  const { id } = await finding('Through the page');
  const { body } = await manager.get(`/thread/findings/${id}`);
  const href = /href="(\/information-governance\/rectifications\/new[^"]+)"/.exec(body)?.[1] ?? '';
  assert.match((await manager.get(href)).body, new RegExp(`value="thread.finding/${id}"`));
  for (const path of ['rectifications', 'sharing', 'sharing/new', 'subject-requests'])
    assert.equal((await manager.get(`/information-governance/${path}`)).status, 200, path);
});

test('the footnote of a disputed record in the report says so, and gives nothing of the note', async () => {
  const { id } = await resultOf(home.house, addItem, fern.manager, {
    title: 'Disputed statement',
    topics: ['training'],
    content: { shape: 'statement', text: 'Forty people came' },
    year_label: '2024-25',
  });
  await resultOf(home.house, startEdition, fern.manager, { year: '2024-25' });
  const footnote = async () => {
    const { document } = await resultOf(home.house, readReport, fern.manager, { year: '2024-25' });
    return document.footnotes.find((one) => one.ref === `evidence.item/${id}`)?.text ?? '';
  };
  assert.doesNotMatch(await footnote(), /said to be wrong/);
  const about_ref = `evidence.item/${id}`;
  await resultOf(home.house, addRectification, fern.manager, { ...disputed(id), about_ref });
  assert.match(await footnote(), /said to be wrong; a note stands beside it/);
  assert.doesNotMatch(await footnote(), /Thursday/);
});

test('sharing and not sharing are both kept, in the circle of what they are about, and can be downloaded', async () => {
  const { id } = await finding('Shared or not', panel);
  const entry = {
    about_ref: `thread.finding/${id}`,
    what: 'What was found',
    with_whom: 'The school',
    direction: 'asked' as const,
    lawful_basis: 'Public task',
    reason: 'To keep the child safe at school',
    told_person: 'yes' as const,
  };
  await resultOf(home.house, recordSharing, fern.manager, { ...entry, outcome: 'shared' });
  await resultOf(home.house, recordSharing, fern.manager, {
    ...entry,
    outcome: 'not-shared',
    about_ref: null,
  });
  const seen = await resultOf(home.house, listSharing, fern.manager, {});
  assert.deepEqual(
    new Map(seen.rows.map((one) => [one.shared, one.circle_id])),
    new Map([
      [false, null],
      [true, panel],
    ]),
  );
  const lead = await fern.personWith('information-governance-lead');
  assert.equal((await resultOf(home.house, listSharing, lead, {})).rows.length, 1);
  assert.equal((await resultOf(home.house, listSharing, marl.manager, {})).rows.length, 0);
  const csv = await (await site.as(fern.manager)).get('/information-governance/sharing.csv');
  assert.match(csv.body, /Not shared,What was found,The school/);
});

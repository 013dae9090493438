import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verifyTrail } from '../../kernel/audit-trail/audit-trail.operations.ts';
import { perform } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { type Browsing, browsing, headingOf } from '../browsing/testing.ts';
import { circleWith } from '../circles/testing.ts';
import { endAppointment, listPeople } from '../governance/person.operations.ts';
import { resultOf } from '../testing.ts';
import { readAction, readAskedAction, reportOnAction, resumeAction } from '../thread/action.operations.ts';
import {
  guestSetting,
  type GuestSetting,
  openForm,
  readGuestTask,
  rooms,
  serverOf,
} from './guest-setting/testing.ts';
import { listGuestLinks, withdrawGuestLink } from './guest.operations.ts';
import { lettersAfterWork, personIn, stranger } from './testing.ts';

let set: GuestSetting;
let site: Browsing;
before(async () => {
  set = await guestSetting();
  site = await browsing(set.home, rooms);
});
after(async () => {
  await site.close();
  await set.close();
});

test('a guest answers once about one action, by a link and a code, and the trail says who asked whom', async () => {
  const { home, fern, app, owner, newAction, ask, comeIn } = set;
  const id = await newAction();
  const { letter, path, link_id } = await ask(id);
  assert.doesNotMatch(letter.text, /school of the new pathway|before the meeting/);
  assert.match(path, /^\/guest\/[\w-]{43}$/);
  const opened = await stranger(app).get(path);
  assert.match(
    opened.body,
    /Business manager of fern partnership asks you to say how far an action has come/,
  );
  assert.doesNotMatch(opened.body, /pathway|Ada|school\.example|before the meeting/);

  const guest = await comeIn(path);
  const form = await guest.get('/guest/answer');
  assert.match(form.body, /Tell every school of the new pathway/);
  assert.match(form.body, /31 October 2025/);
  assert.match(form.body, /before the meeting of the executive/);
  const sent = await (await openForm(guest))();
  assert.equal(sent.status, 200, sent.body);
  assert.equal(headingOf(sent as never), 'Thank you');
  const action = await resultOf(home.house, readAction, fern.manager, { id });
  assert.deepEqual([action.state, action.done_note], ['done', 'All forty schools have it']);

  const { rows } = await owner.query(
    "select body::jsonb as body from kernel.audit_entry where operation = 'thread.report-on-action' order by seq desc limit 1",
  );
  assert.equal(rows[0].body.person, 'Guest: Ada Guest, asked by Business manager');
  assert.equal(rows[0].body.person_id, null);
  assert.deepEqual(rows[0].body.roles, []);
  assert(rows[0].body.refs.includes(`kernel.guest-link/${link_id}`));
  assert.equal((await resultOf(home.house, verifyTrail, fern.manager, {})).broken, null);

  // Neither the link, nor the visit, nor a second answer does anything now.
  assert.equal((await stranger(app).get(path)).status, 409);
  assert.equal((await guest.get('/guest/answer')).status, 403);
  assert.equal((await guest.post('/guest/answer', { state: 'stopped' })).status, 403);
});

test('opening the link, however often and by whatever scanner, uses nothing up and sends no letter', async () => {
  const { home, app, newAction, ask, comeIn } = set;
  const { path } = await ask(await newAction());
  for (let i = 0; i < 5; i++) assert.equal((await stranger(app).get(path)).status, 200);
  assert.deepEqual(await lettersAfterWork(home, rooms), []);
  await comeIn(path);
});

test('of two answers sent at once exactly one is taken', async () => {
  const { owner, newAction, ask, comeIn } = set;
  const id = await newAction();
  const { path, link_id } = await ask(id);
  const [one, two] = [await comeIn(path), await comeIn(path)];
  const [sendOne, sendTwo] = [await openForm(one), await openForm(two)];
  const sent = await Promise.all([sendOne({ state: 'done' }), sendTwo({ state: 'stopped' })]);
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.match(sent.find(({ status }) => status === 409)?.body ?? '', /has already been sent/);
  const { rows } = await owner.query(
    'select count(*) as answers from thread.action_history where id = $1 and revision > 1',
    [id],
  );
  assert.equal(rows[0].answers, 1);
  const straight = await ask(await newAction());
  assert.notEqual(straight.link_id, link_id);
});

test('of two commands performed at once by one link exactly one is taken, and a mistake in the form takes none', async () => {
  const { home, newAction, ask, asGuest } = set;
  const id = await newAction();
  const { link_id } = await ask(id);
  const report = (state: string) => perform(home.house, reportOnAction, asGuest(link_id), { id, state });
  await assert.rejects(report('nonsense'), InvalidInput);
  await assert.rejects(
    perform(home.house, reportOnAction, asGuest(link_id), { id, state: 'done', done_on: '2030-01-01' }),
    InvalidInput,
  );
  const outcomes = await Promise.allSettled([report('done'), report('stopped'), report('in-progress')]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert(outcome.reason instanceof Conflict, String(outcome.reason));
  await assert.rejects(report('done'), /already been sent/);
});

test('a guest can do nothing but what was asked, about nothing but the one record, and nowhere else', async () => {
  const { home, marl, newAction, ask, asGuest } = set;
  const [id, other] = [await newAction(), await newAction({ text: 'Another action' })];
  const { link_id } = await ask(id);
  const guest = asGuest(link_id);
  await perform(home.house, readAskedAction, guest, { id });
  await assert.rejects(perform(home.house, readAskedAction, guest, { id: other }), NotAllowed);
  await assert.rejects(perform(home.house, reportOnAction, guest, { id: other, state: 'done' }), NotAllowed);
  await assert.rejects(perform(home.house, resumeAction, guest, { id }), NotAllowed);
  await assert.rejects(perform(home.house, readAction, guest, { id }), NotAllowed);
  await assert.rejects(perform(home.house, readAskedAction, asGuest(link_id, marl.id), { id }), NotFound);
  for (const operation of rooms.flatMap((room) => room.operations)) {
    if (operation.kind === 'tool' || operation.permission === 'public' || operation.guest !== undefined)
      continue;
    await assert.rejects(perform(home.house, operation, guest, {}), NotAllowed, operation.name);
  }
});

test('a link stops after its last day, when it is withdrawn, and when whoever asked has left or may no longer ask', async () => {
  const { home, fern, app, newAction, ask, comeIn, asGuest } = set;
  const over = await ask(await newAction());
  const tomorrowAfter = await serverOf(home.house, '2025-10-01');
  assert.equal((await stranger(tomorrowAfter).get(over.path)).status, 403);
  await tomorrowAfter.close();
  const lastDay = await serverOf(home.house, '2025-09-30');
  assert.equal((await stranger(lastDay).get(over.path)).status, 200);
  await lastDay.close();

  const withdrawn = await ask(await newAction());
  const inside = await comeIn(withdrawn.path);
  await resultOf(home.house, withdrawGuestLink, fern.manager, { id: withdrawn.link_id });
  assert.equal((await stranger(app).get(withdrawn.path)).status, 403);
  assert.equal((await inside.get('/guest/answer')).status, 403);

  const chair = await fern.personWith('sub-group-chair');
  const asked = await ask(await newAction(), chair);
  assert.equal((await stranger(app).get(asked.path)).status, 200);
  const { appointments } = await resultOf(home.house, listPeople, fern.manager, {});
  const held = appointments.find((a) => a.person_id === personIn(chair));
  await resultOf(home.house, endAppointment, fern.manager, { id: held?.id ?? '', until_on: '2025-09-14' });
  assert.equal((await stranger(app).get(asked.path)).status, 403);
  await assert.rejects(
    perform(home.house, reportOnAction, asGuest(asked.link_id), { id: '', state: 'done' }),
    NotAllowed,
  );
});

test('an unknown link, or one of another installation, is not found', async () => {
  const { home, app, newAction, ask } = set;
  const { path } = await ask(await newAction());
  assert.equal((await stranger(app).get('/guest/unknown')).status, 404);
  const elsewhere = await serverOf({ ...home.house, secret: 'another installation' });
  assert.equal((await stranger(elsewhere).get(path)).status, 404);
  await elsewhere.close();
});

test('about a closed record a guest can be asked by somebody in its circle alone', async () => {
  const { home, fern, owner, newAction, ask, comeIn } = set;
  const circle_id = await circleWith(home, fern, 'Panel', [fern.manager]);
  const id = await newAction({ circle_id });
  const outside = await fern.personWith('sub-group-chair');
  await assert.rejects(ask(id, outside), NotFound);
  const { path } = await ask(id);
  const guest = await comeIn(path);
  const form = await guest.get('/guest/answer');
  assert.match(form.body, /new pathway/);
  // Whoever asked leaves the circle: the guest sees it no more.
  await owner.query("update kernel.circle_member set until_on = '2025-09-14' where member_of = $1", [
    circle_id,
  ]);
  assert.equal((await guest.get('/guest/answer')).status, 404);
});

test('nobody without the permission to ask may ask, nor about a record of another partnership, nor for longer than thirty days', async () => {
  const { home, fern, marl, newAction, ask } = set;
  const id = await newAction();
  await assert.rejects(ask(id, await fern.personWith('member')), NotAllowed);
  await assert.rejects(ask(id, marl.manager), NotFound);
  await assert.rejects(ask(id, fern.manager, { until_on: '2025-10-16' }), InvalidInput);
  await assert.rejects(ask(id, fern.manager, { until_on: '2025-09-14' }), InvalidInput);
  await assert.rejects(
    resultOf(home.house, readGuestTask, fern.manager, { ref: `governance.person/${personIn(fern.manager)}` }),
    NotFound,
  );
});

test('from the action’s page to the letter, and whom one asked: all on screen', async () => {
  const { home, fern, newAction } = set;
  const id = await newAction();
  const manager = await site.as(fern.manager);
  const page = await manager.get(`/thread/actions/${id}`);
  const href = /href="(\/guests\/new\?ref=[^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&');
  assert(href !== undefined);
  const sent = await manager.fill(href, {
    name: 'Grace Guest',
    email: 'grace@school.example',
    reason: 'For the meeting',
    'until_on-day': '20',
    'until_on-month': '9',
    'until_on-year': '2025',
  });
  assert.equal(sent.location, '/guests', sent.body);
  assert.match((await manager.get('/guests')).body, /Letter on its way/);
  await lettersAfterWork(home, rooms);
  const listed = await manager.get('/guests');
  assert.match(listed.body, /Grace Guest[\s\S]*Waiting for the answer/);
  const chair = await fern.personWith('sub-group-chair');
  assert.deepEqual((await resultOf(home.house, listGuestLinks, chair, {})).links, []);
  const member = await site.as(await fern.personWith('member'));
  assert.doesNotMatch((await member.get(`/thread/actions/${id}`)).body, /guests\/new/);
});

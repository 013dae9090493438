import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { governanceRoom } from '../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../ground/testing.ts';
import { setPassword } from '../../kernel/access/sign-in.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import { homeRoom } from '../../modules/home/index.ts';
import { Visitor } from './entrance/testing.ts';
import { buildServer } from './server.ts';

const password = 'correct horse battery';
const path = '/governance/agencies/new';
const typed = { name: 'Rowan School', kind: 'education', source: 'Its own letter' };
const working = [kernelRoom, governanceRoom];
const rooms = [homeRoom(working), ...working];
let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let people = 0;
let email = '';

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  const settings = {
    clock: () => testClock,
    fixedDay: null,
    mode: 'serve',
    publicUrl: 'https://gt.example',
  } as const;
  app = await buildServer(home.house, rooms, settings, { logger: false });
});
after(async () => {
  await app.close();
  await home.close();
});
beforeEach(async () => {
  email = await newAccount();
});

async function newAccount(): Promise<string> {
  const address = `somebody-${++people}@example.org`;
  const { identity } = await fern.personWith('business-manager');
  assert(identity.kind === 'person');
  await setPassword(home.house, {
    email: address,
    password,
    partnership_id: fern.id,
    person_id: identity.person_id,
  });
  return address;
}

async function signedIn(address = email, who = new Visitor(app, `198.51.100.${people}`)): Promise<Visitor> {
  assert.equal((await who.post('/sign-in', { email: address, password })).status, 303);
  return who;
}

/** The session timed out: unused for an hour, or twelve hours old. */
const timeOut = (column: 'seen_at' | 'started_at' = 'seen_at') =>
  home.pool.single(
    `update access.session set ${column} = ${column} - interval '${column === 'seen_at' ? 61 : 721} minutes'
     where ended_at is null and account_id = (select id from access.account where email = $1)`,
    [email],
  );

const drafts = () =>
  home.pool.transaction(
    (transaction) =>
      transaction.text<{ id: string; sent: Record<string, string> | null; taken_at: string | null }>(
        'select id, sent, taken_at from kernel.draft where partnership_id = $1 order by saved_at desc',
        [fern.id],
      ),
    fern.id,
  );

/** Fills in the form, lets the session time out and sends it; gives the address to which sign-in leads back. */
async function sendTooLate(who: Visitor, values: Record<string, string> = typed): Promise<string> {
  await who.get(path);
  await timeOut();
  const { status, location = '' } = await who.post(path, values);
  assert.equal(status, 303);
  return new URL(location, 'https://gt.example').searchParams.get('to') ?? '';
}

for (const limit of ['seen_at', 'started_at'] as const) {
  test(`a form sent after the session timed out (${limit}) comes back filled in, and its draft is blanked once sent`, async () => {
    const who = await signedIn();
    await who.get(path);
    await timeOut(limit);
    const filled = { ...typed, name: `Rowan School ${limit}` };
    const late = await who.post(path, filled);
    assert.match(late.location ?? '', /^\/sign-in\?to=%2Fgovernance%2Fagencies%2Fnew%3Fdraft%3D/);
    assert.match((await who.get(late.location ?? '')).body, /What you typed is kept/);
    const back = await who.post(late.location ?? '', { email, password });
    const form = await who.follow(back);
    assert.match(form.body, new RegExp(`value="${filled.name}"`));
    assert.match(form.body, /value="education"[^>]* checked/);
    assert.match(form.body, /You were signed out before this was sent/);
    const draft = /name="_draft" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const refused = await who.post(back.location ?? '', { ...filled, _draft: draft });
    assert.equal(refused.status, 422, 'the legal type is still missing');
    assert.match(refused.body, new RegExp(`name="_draft" value="${draft}"`));
    const sent = await who.post(back.location ?? '', { ...filled, legal_type: 'school', _draft: draft });
    assert.equal(sent.status, 303);
    const kept = (await drafts()).find(({ id }) => id === draft);
    assert.equal(kept?.sent, null);
    assert(kept?.taken_at);
    assert.doesNotMatch((await who.get(back.location ?? '')).body, /value="Rowan School/);
  });
}

test('only the same person gets the draft', async () => {
  const to = await sendTooLate(await signedIn());
  const other = await signedIn(await newAccount());
  const page = await other.get(to);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.body, /value="Rowan School"/);
  const id = to.split('draft=')[1] ?? '';
  await other.post('/drafts/discard', { draft: id, path });
  assert((await drafts()).find((draft) => draft.id === id)?.sent, 'nor can another discard it');
});

test('no token, no key, no other field and no file is kept', async () => {
  await sendTooLate(await signedIn(), { ...typed, _key: 'k', password: 'typed by mistake', __proto__: 'x' });
  const [draft] = await drafts();
  assert.deepEqual(draft?.sent, typed);
});

test('after signing out, being signed out, with a wrong token or a made-up cookie nothing is kept', async () => {
  const before = (await drafts()).length;
  const out = await signedIn();
  await out.get(path);
  await home.pool.single('update access.session set ended_at = now()', []);
  await timeOut();
  assert.equal((await out.post(path, typed)).location, '/sign-in?to=%2Fgovernance%2Fagencies%2Fnew');
  const forged = await signedIn();
  await forged.get(path);
  await timeOut();
  await forged.post(path, { ...typed, _form: 'forged' });
  const stranger = new Visitor(app);
  stranger.cookies['__Host-session'] = 'made up';
  await stranger.post(path, typed);
  assert.equal((await drafts()).length, before);
});

test('a timed out session leaves a draft and opens nothing', async () => {
  const who = await signedIn();
  await sendTooLate(who);
  assert.equal((await who.get('/governance')).status, 303);
  assert.equal((await who.get(`${path}?draft=${(await drafts())[0]?.id}`)).status, 303);
});

test('a draft that waits stands on its person’s home page, and on nobody else’s', async () => {
  const who = await signedIn();
  const to = await sendTooLate(who);
  await signedIn(email, who);
  const home = await who.get('/');
  assert.match(home.body, /A form you had not sent when you were signed out/);
  assert(home.body.includes(to));
  const other = await signedIn(await newAccount());
  assert.doesNotMatch((await other.get('/')).body, /A form you had not sent/);
});

test('a draft can be discarded', async () => {
  const who = await signedIn();
  const to = await sendTooLate(who);
  await signedIn(email, who);
  await who.get(to);
  const id = to.split('draft=')[1] ?? '';
  assert.equal((await who.post('/drafts/discard', { draft: id, path })).location, path);
  assert.equal((await drafts()).find((draft) => draft.id === id)?.sent, null);
});

test('what was neither sent nor discarded in seven days is blanked by the daily job', async () => {
  const to = await sendTooLate(await signedIn());
  const id = to.split('draft=')[1] ?? '';
  const age = (days: number) =>
    home.pool.transaction(
      (transaction) =>
        transaction.text(
          'update kernel.draft set saved_at = saved_at - make_interval(days => $3) where partnership_id = $1 and id = $2',
          [fern.id, id, days],
        ),
      fern.id,
    );
  const contentAfter = async (day: string) => {
    await workThrough(home.house, rooms, () => ({ today: day, now: `${day}T09:00:00.000Z` }));
    return (await drafts()).find((draft) => draft.id === id)?.sent;
  };
  await age(6);
  assert(await contentAfter('2025-09-16'));
  await age(2);
  assert.equal(await contentAfter('2025-09-17'), null);
});

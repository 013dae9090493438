// The code of a guest: how it is sent, guessed, kept and limited.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { guestSetting, type GuestSetting, rooms, serverOf } from './guest-setting/testing.ts';
import { lettersAfterWork, stranger } from './testing.ts';

let set: GuestSetting;
before(async () => {
  set = await guestSetting();
});
after(() => set.close());

test('the code is six digits, good for five tries in the browser that asked for it, and for ten minutes', async () => {
  const { app, owner, newAction, ask, codeIn } = set;
  const { path } = await ask(await newAction());
  const guest = stranger(app);
  await guest.post(path);
  const code = await codeIn();
  assert.match(code, /^\d{6}$/);
  const wrong = code === '000000' ? '000001' : '000000';

  // Another browser that knows the link and even the code has its own code to give.
  const other = stranger(app);
  await other.post(path);
  assert.equal((await other.post('/guest/code', { code })).status, 422);
  assert.equal((await stranger(app).post('/guest/code', { code })).status, 403);
  assert.equal((await guest.get('/guest/answer')).status, 403);

  for (let i = 0; i < 5; i++) assert.equal((await guest.post('/guest/code', { code: wrong })).status, 422);
  assert.equal((await guest.post('/guest/code', { code })).status, 422);

  const late = stranger(app);
  await late.post(path);
  const lateCode = await codeIn();
  await owner.query(
    "update access.guest_visit set code_expires_at = now() - interval '1 second' where code_expires_at is not null",
  );
  assert.equal((await late.post('/guest/code', { code: lateCode })).status, 422);
});

test('many guesses sent at once are still no more than five', async () => {
  const { home, app, owner, newAction, ask } = set;
  const { path } = await ask(await newAction());
  const guest = stranger(app);
  await guest.post(path);
  await lettersAfterWork(home, rooms);
  await Promise.all(
    Array.from({ length: 12 }, (_, i) => guest.post('/guest/code', { code: `11111${i % 10}` })),
  );
  const { rows } = await owner.query(
    'select max(tries) as tries from access.guest_visit where confirmed_at is null',
  );
  assert.equal(rows[0].tries, 5);
});

test('ten codes at most are sent by one link', async () => {
  const { home, fern, owner, newAction, ask } = set;
  const { link_id, path } = await ask(await newAction());
  await owner.query(
    `insert into access.guest_visit (cookie_hash, partnership_id, link_id, form_token, made_at)
     select 'x' || n, $1, $2, 'x', now() from generate_series(1, 10) n`,
    [fern.id, link_id],
  );
  const calm = await serverOf(home.house);
  assert.equal((await stranger(calm).post(path)).status, 409);
  await calm.close();
});

test('from one network address no more than five codes are asked for in a minute', async () => {
  const { app, newAction, ask } = set;
  const { path } = await ask(await newAction());
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await stranger(app, '192.0.2.7').post(path)).status);
  assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429]);
});

test('neither link, code nor cookie is in the database', async () => {
  const { home, owner, newAction, ask, codeIn } = set;
  const { path } = await ask(await newAction());
  const guest = stranger(await serverOf(home.house));
  await guest.post(path);
  const code = await codeIn();
  const secrets = [path.slice('/guest/'.length), ...Object.values(guest.cookies)];
  for (const table of ['access.guest_secret', 'access.guest_visit', 'kernel.job', 'kernel.guest_link']) {
    const text = JSON.stringify((await owner.query(`select * from ${table}`)).rows);
    for (const secret of secrets) assert(!text.includes(secret), table);
    assert(!text.includes(`"${code}"`), table);
  }
});

// What the owner of an account is told by letter, because somebody else may have done it; and how long it is kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { listEvents, noteEvent } from '../../kernel/access/account-event.ts';
import { forgetOldSessions } from '../../kernel/access/forget.ts';
import { findAccount, setPassword, signIn } from '../../kernel/access/sign-in.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import type { JobContext } from '../../kernel/records/room.ts';
import { changePerson } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { accountsRoom } from './index.ts';
import { invitePerson } from './people.operations.ts';
import { acceptInvitation } from '../../kernel/access/invitation.ts';
import { lettersAfterWork, pathIn, personIn } from './testing.ts';
import { makeToken } from './token.operations.ts';

const rooms = [kernelRoom, accountsRoom([])];
const password = 'three unrelated words';
let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await home.close();
});

async function analyst(email: string) {
  const request = await fern.personWith('analyst');
  await setPassword(home.house, { email, password, partnership_id: fern.id, person_id: personIn(request) });
  return { request, accountId: (await findAccount(home.house, email)) ?? '' };
}

test('a lock after too many failures is told by letter, once, and an address without an account gets none', async () => {
  const { accountId } = await analyst('locked@example.org');
  for (const email of ['locked@example.org', 'nobody@example.org'])
    for (let i = 0; i < 100; i++) {
      const now = new Date(Date.now() + i * 3 * 60_000);
      const sent = { email, password: 'wrong', address: `10.1.${i}.1` };
      await signIn(home.house, sent, now).catch(() => undefined);
    }
  const letters = await lettersAfterWork(home, rooms);
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['locked@example.org'],
  );
  assert.match(letters[0]?.text ?? '', /Signing in was locked.*did not get in/s);
  assert((await listEvents(home.house, accountId)).some(({ kind }) => kind === 'sign-in-locked'));
});

test('a token made in somebody’s name is told to that person', async () => {
  const { request } = await analyst('maker@example.org');
  await resultOf(home.house, makeToken, request, { name: 'x', scopes: ['evidence.read'], days: '30' });
  const [letter] = await lettersAfterWork(home, rooms);
  assert.equal(letter?.to, 'maker@example.org');
  assert.match(letter?.text ?? '', /A token by which another system acts in your name was made/);
});

test('whoever has somebody’s address changed and takes their place does not do so unseen', async () => {
  const { request } = await analyst('victim@example.org');
  const person_id = personIn(request);
  const change = { id: person_id, name: 'Victim', email: 'thief@example.org' };
  await resultOf(home.house, changePerson, fern.manager, change);
  await resultOf(home.house, invitePerson, fern.manager, { person_id });
  const [invitation] = await lettersAfterWork(home, rooms);
  const secret = pathIn(invitation).split('/').at(-1) ?? '';
  await acceptInvitation(home.house, secret, 'unrelated words of mine', new Date());
  const told = await lettersAfterWork(home, rooms);
  assert(told.some(({ to, text }) => to === 'victim@example.org' && /place in a partnership/.test(text)));
});

test('what happened to an account is forgotten after two years, and not before', async () => {
  const { accountId } = await analyst('old@example.org');
  const day = 86_400_000;
  for (const days of [735, 725])
    await noteEvent(
      home.house,
      { account_id: accountId, kind: 'signed-in-by-password', browser: `${days}` },
      new Date(Date.now() - days * day),
    );
  await forgetOldSessions({ house: home.house } as JobContext, {});
  const left = await listEvents(home.house, accountId);
  assert.deepEqual(
    left.filter(({ kind }) => kind === 'signed-in-by-password').map(({ browser }) => browser),
    ['725'],
  );
  const rows = await owner.query(
    'select count(*)::int as n from access.account_event where account_id = $1',
    [accountId],
  );
  assert.equal(rows.rows[0].n, left.length);
});

// A guest's file to an item of evidence, through the real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { guestOperations } from '../../ground/accounts/guest.operations.ts';
import { accountsRoom } from '../../ground/accounts/index.ts';
import { lettersAfterWork, pathIn, stranger } from '../../ground/accounts/testing.ts';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { governanceRoom } from '../../ground/governance/index.ts';
import { agreementInForce } from '../../ground/governance/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { Conflict, NotAllowed } from '../../kernel/operation/refusals.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { evidenceRoom } from './index.ts';
import { addItem, withdrawItem } from './item.operations.ts';
import { readItem } from './register.operations.ts';
import { realSettings } from '../../ground/browsing/testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let health: string;
let app: FastifyInstance;
const rooms = [governanceRoom, evidenceRoom, accountsRoom([evidenceRoom])];
const { inviteGuest } = guestOperations(evidenceRoom.guests ?? []);

before(async () => {
  home = await testHouse(evidenceRoom.evidence ? [evidenceRoom.evidence] : []);
  fern = await home.partnership('fern');
  const agency = { name: 'Fern Health', kind: 'other', legal_type: 'charity' } as const;
  health = (await resultOf(home.house, addAgency, fern.manager, agency)).id;
  app = await buildServer(home.house, rooms, realSettings, { logger: false });
});
after(async () => {
  await app.close();
  await home.close();
});

const newItem = async (agency_id: string | null = null) =>
  (
    await resultOf(home.house, addItem, fern.manager, {
      title: 'Training returns of the health trust',
      topics: ['training'],
      agency_id,
      content: { shape: 'statement', text: 'Secret words of the register' },
    })
  ).id;

const ask = (id: string, by = fern.manager) =>
  resultOf(home.house, inviteGuest, by, {
    ref: `evidence.item/${id}`,
    name: 'Ada Guest',
    email: 'ada@health.example',
    reason: 'The list of courses, please.',
    until_on: '2025-09-30',
  });

function multipart(fields: Record<string, string>, file: { name: string; text: string }) {
  const boundary = 'a-boundary-of-the-tests';
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const last = part(`name="file"; filename="${file.name}"\r\nContent-Type: text/plain`, file.text);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${parts.join('')}${last}--${boundary}--\r\n`,
  };
}

test('a guest sends one file to one item, and sees what it is called and nothing else of it', async () => {
  const id = await newItem();
  await ask(id);
  const path = pathIn((await lettersAfterWork(home, rooms))[0]);
  const guest = stranger(app);
  await guest.post(path);
  const [letter] = await lettersAfterWork(home, rooms);
  await guest.post('/guest/code', { code: /Your code is (\d{6})/.exec(letter?.text ?? '')?.[1] ?? '' });
  const form = await guest.get('/guest/answer');
  assert.match(form.body, /Training returns of the health trust/);
  assert.doesNotMatch(form.body, /Secret words/);
  const token = /name="_form" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const sent = await app.inject({
    method: 'POST',
    url: '/guest/answer',
    cookies: guest.cookies,
    ...multipart({ _form: token }, { name: 'courses.csv', text: 'course,people\nInduction,12\n' }),
  });
  assert.equal(sent.statusCode, 200, sent.body);
  const { files } = await resultOf(home.house, readItem, fern.manager, { id });
  assert.deepEqual(
    files.map(({ name }) => name),
    ['courses.csv'],
  );
});

test('nobody asks for a file to an item they could not add to, one without an agreement, or one that was withdrawn', async () => {
  const own = await newItem();
  await assert.rejects(ask(own, await fern.personWith('sub-group-chair')), NotAllowed);
  const ofHealth = await newItem(health);
  await assert.rejects(ask(ofHealth), Conflict);
  await agreementInForce(home, fern, [health]);
  await ask(ofHealth);
  const gone = await newItem();
  await resultOf(home.house, withdrawItem, fern.manager, { id: gone, reason: 'Entered by mistake' });
  await assert.rejects(ask(gone), Conflict);
});

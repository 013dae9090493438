// What every answer says to browsers, whatever it is: a page, a list, a file, the API, an asset, a refusal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { resultOf, type TestHouse, testClock, testHouse } from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { rooms } from '../../modules/index.ts';
import { addFile } from '../../modules/evidence/item-file.operations.ts';
import { addItem } from '../../modules/evidence/item.operations.ts';
import { buildServer } from './server.ts';

let home: TestHouse;
let app: FastifyInstance;
let cookies: Record<string, string>;
let filePath: string;
let address: string;

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const fern = await home.partnership('fern');
  const item = await resultOf(home.house, addItem, fern.manager, {
    title: 'Minutes',
    topics: ['training'],
    content: { shape: 'statement', text: 'Seen' },
  });
  const file = new UploadedFile('minutes "ä"\r\nX-Evil: 1.txt', Buffer.from('Minutes of a meeting'));
  const { file_id } = await resultOf(home.house, addFile, fern.manager, { id: item.id, file });
  filePath = `/evidence/items/${item.id}/files/${file_id}`;
  const settings = {
    mode: 'serve',
    publicUrl: 'https://safeguarding.example.org',
    fixedDay: null,
    clock: () => testClock,
  } as const;
  app = await buildServer(home.house, rooms, settings, { logger: false });
  assert(fern.manager.identity.kind === 'person');
  const who = { account_id: null, partnership_id: fern.id, person_id: fern.manager.identity.person_id };
  cookies = { '__Host-session': await startSession(home.house, who, new Date()) };
  const page = await app.inject({ url: '/', cookies });
  address = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? '';
});
after(async () => {
  await app.close();
  await home.close();
});

const kinds = () => [
  ['/', 'text/html; charset=utf-8'],
  ['/help', 'text/html; charset=utf-8'],
  ['/nowhere', 'text/html; charset=utf-8'],
  ['/governance/agencies.csv', 'text/csv; charset=utf-8'],
  ['/api/governance.list-agencies', 'application/json; charset=utf-8'],
  ['/api/nowhere', 'application/json; charset=utf-8'],
  ['/api/openapi.json', 'application/json; charset=utf-8'],
  [filePath, 'text/plain'],
  [address, 'text/css; charset=utf-8'],
];

test('every kind of answer says what it is, and that it is nothing else', async () => {
  for (const [url = '', type = ''] of kinds()) {
    const { headers } = await app.inject({ url, cookies });
    assert(String(headers['content-type']).startsWith(type), `${url}: ${headers['content-type']}`);
    assert.equal(headers['x-content-type-options'], 'nosniff', url);
    assert.equal(headers['referrer-policy'], 'same-origin', url);
    assert.match(String(headers['content-security-policy']), /object-src 'none'|default-src 'none'/, url);
    assert.match(String(headers['content-security-policy']), /base-uri 'none'/, url);
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, url);
  }
});

test('over https every answer tells browsers to come back by https alone, for a year', async () => {
  for (const [url = ''] of kinds()) {
    const { headers } = await app.inject({ url, cookies });
    assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains', url);
  }
});

test('no answer lets another site read it, whatever origin asks', async () => {
  for (const [url = ''] of kinds()) {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await app.inject({
        method,
        url,
        cookies,
        headers: { origin: 'https://other.example' },
      });
      assert.equal(headers['access-control-allow-origin'], undefined, url);
    }
    const { headers } = await app.inject({ url, cookies });
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url);
  }
});

test('a file is handed out to be saved, never to be shown', async () => {
  const { statusCode, headers } = await app.inject({ url: filePath, cookies });
  assert.equal(statusCode, 200);
  const disposition = String(headers['content-disposition']);
  assert.match(
    disposition,
    /^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''[A-Za-z0-9%._~!$&'()*+-]+$/,
  );
  assert.equal(headers['x-evil'], undefined);
  assert.equal(headers['cache-control'], 'no-store');
});

test('methods that nothing here uses are not found', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'] as const) {
    for (const url of ['/', '/api/governance.add-agency', filePath]) {
      const answer = await app.inject({ method: method as 'PUT', url, cookies });
      assert(
        answer.statusCode === 404 || answer.statusCode === 405,
        `${method} ${url}: ${answer.statusCode}`,
      );
    }
  }
});

test('signing out tells the browser to forget what it holds', async () => {
  const form = (await app.inject({ url: '/leave', cookies })).body;
  const token = /name="_form" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const { statusCode, headers } = await app.inject({
    method: 'POST',
    url: '/leave',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _form: token }).toString(),
  });
  assert.equal(statusCode, 303);
  assert.match(String(headers['clear-site-data']), /"cache".*"storage"/);
});

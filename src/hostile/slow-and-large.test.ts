// Clients that send too much, too slowly or never finish: they are refused or cut off, and everybody else is served meanwhile.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { startSession } from '../kernel/access/session.ts';
import { rooms } from '../modules/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../ground/testing.ts';
import { buildServer } from '../surfaces/web/server.ts';

const megabyte = 1_000_000;
let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let port: number;
let cookie: string;

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  fern = await home.partnership('fern');
  const settings = {
    mode: 'demonstration',
    publicUrl: 'http://localhost',
    fixedDay: testClock.today,
    clock: () => testClock,
  } as const;
  app = await buildServer(home.house, rooms, settings, { logger: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as { port: number }).port;
  assert(fern.manager.identity.kind === 'person');
  const who = { account_id: null, partnership_id: fern.id, person_id: fern.manager.identity.person_id };
  cookie = `session=${await startSession(home.house, who, new Date())}`;
});
after(async () => {
  app.server.closeAllConnections();
  await app.close();
  await home.close();
});

const page = async (path = '/') => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  await answer.arrayBuffer();
  return answer.status;
};

/** Sends so many megabytes as one body, as fast as the server takes them; gives the status it answers with. */
async function pour(path: string, type: string, megabytes: number, head = '', tail = ''): Promise<number> {
  const sending = request({
    port,
    host: '127.0.0.1',
    path,
    method: 'POST',
    headers: { cookie, 'content-type': type },
  });
  const answered = once(sending, 'response') as Promise<[{ statusCode: number; resume(): void }]>;
  const sent = { over: false };
  sending.on('error', () => (sent.over = true));
  sending.on('response', () => (sent.over = true));
  const block = Buffer.alloc(megabyte, 'a');
  sending.write(head);
  for (let i = 0; i < megabytes && !sent.over; i++) {
    if (!sending.write(block)) await Promise.race([once(sending, 'drain'), answered]);
  }
  sending.end(tail);
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}

test('a file of 100 MB is refused in words, without being held in memory, while pages are served', async () => {
  const boundary = 'xxxxxxxx';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const before = process.memoryUsage().rss;
  const pouring = pour(
    '/evidence/import',
    `multipart/form-data; boundary=${boundary}`,
    100,
    head,
    `\r\n--${boundary}--\r\n`,
  );
  let served = 0;
  const status = await Promise.race([
    pouring,
    (async (): Promise<number> => {
      for (;;) {
        assert.equal(await page(), 200);
        served += 1;
      }
    })(),
  ]);
  assert(status >= 400 && status < 500, String(status));
  assert(served > 0);
  // Sender and server share this process: what the sender itself holds is one block.
  assert(process.memoryUsage().rss - before < 150 * megabyte);
});

test('a JSON body of 100 MB is refused before it is read', async () => {
  assert.equal(await pour('/api/governance.add-agency', 'application/json', 100, '{"name":"'), 413);
});

test('two hundred clients that open a request and never finish it hold nobody up', async () => {
  const sockets: Socket[] = [];
  for (let i = 0; i < 200; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      i % 2 === 0
        ? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '
        : 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\na',
    );
    sockets.push(socket);
  }
  await Promise.all(sockets.filter((socket) => socket.connecting).map((socket) => once(socket, 'connect')));
  for (let i = 0; i < 20; i++) assert.equal(await page(), 200);
  for (const socket of sockets) socket.destroy();
});

test('a request that is not finished within its time is cut off', () => {
  assert(app.server.requestTimeout > 0 && app.server.requestTimeout <= 60_000);
  assert(app.server.headersTimeout > 0 && app.server.headersTimeout <= 60_000);
  assert(app.server.keepAliveTimeout > 0 && app.server.keepAliveTimeout <= 120_000);
});

test('what is not HTTP is answered with 400 and closed', async () => {
  for (const text of [
    '\u0016\u0003\u0001nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    assert.match(said, /^HTTP\/1\.1 (400|505)/);
  }
});

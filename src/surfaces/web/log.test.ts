// What people send never reaches the log: names, addresses and secrets go through every door of the real server, at the
// most talkative level, and none of them comes out.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { after, before, test } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { command, query } from '../../kernel/operation/operation.ts';
import type { Room } from '../../kernel/records/room.ts';
import { rooms } from '../../modules/index.ts';
import { buildServer } from './server.ts';

const person = 'Mehitabel Quince';
const email = 'mehitabel.quince@example.org';
const token = 'tok_9f8e7d6c5b4a';
const traces = /mehitabel|quince|tok_9f8e|example\.org/i;

/** Faults of every make that quote what they were given. */
const faults: Record<string, () => unknown> = {
  ours: () => {
    throw new Error(`no place for ${email}`);
  },
  'of-a-parser': () => JSON.parse(`{"name": ${person}`) as unknown,
  'of-two-lines': () => {
    throw new Error(`broken\n    at ${person} (file:///${token}:1:2)`);
  },
  'no-error': () => {
    throw person as unknown as Error;
  },
  'with-a-code': () => {
    throw Object.assign(new Error(`Key (email)=(${email}) already exists`), {
      code: '23505',
      constraint: 'account_email_key',
      detail: `Key (email)=(${email})`,
    });
  },
};
const failing = Object.entries(faults).map(([name, fail]) =>
  query({
    name: `faulty.fail-${name}`,
    summary: 'A fault',
    permission: 'governance.read',
    input: z.looseObject({}),
    run: async () => fail(),
  }),
);
const asking = command({
  name: 'faulty.ask-for-work',
  summary: 'Work that fails',
  permission: 'governance.write',
  input: z.strictObject({ name: z.string() }),
  async run({ write }, { name }) {
    await write.enqueue('faulty.work', { name });
    return {};
  },
});
const faulty: Room = {
  name: 'faulty',
  title: 'Faulty',
  operations: [...failing, asking],
  pages: [],
  records: [],
  jobs: {
    'faulty.work': async (_context, { name }) => {
      throw new TypeError(`Cannot send to ${String(name)}`);
    },
  },
};

let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let cookie: string;
let written = '';
const lines = () =>
  written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  fern = await home.partnership('fern');
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  app = await buildServer(
    home.house,
    [...rooms, faulty],
    { mode: 'demonstration', publicUrl: 'http://127.0.0.1', fixedDay: null, clock: () => testClock },
    { logger: { level: 'trace', stream } },
  );
  const { identity } = fern.manager;
  const who = { account_id: null, partnership_id: fern.id };
  const person_id = identity.kind === 'person' ? identity.person_id : null;
  cookie = `session=${await startSession(home.house, { ...who, person_id }, new Date())}`;
});
after(async () => {
  await app.close();
  await home.close();
});

const personal = {
  'user-agent': `${person}'s telephone`,
  referer: `https://${email}/`,
  authorization: `Bearer ${token}`,
  'x-request-id': token,
  'x-purpose': person,
  'idempotency-key': token,
};
const search = `?${new URLSearchParams({ text: person, email, token }).toString()}`;
/** The address with a person in place of each of its parts. */
const addressed = (path: string) => path.replaceAll(/:\w+/g, encodeURIComponent(person)) + search;

test('pages, forms, downloads and the API are given a person in address, query, header, body and file name', async () => {
  const { form_token } = JSON.parse(
    (await app.inject({ url: '/api/session', headers: { cookie } })).body,
  ) as { form_token: string };
  const headers = { ...personal, cookie };
  const fields = { _form: form_token, _key: token, name: person, title: person, email, password: token };
  const statuses = new Set<number>();
  const send = async (options: InjectOptions) => {
    statuses.add((await app.inject(options)).statusCode);
  };
  for (const page of [...rooms, faulty].flatMap((room) => room.pages)) {
    await send({ url: addressed(page.path), headers });
    await send({
      method: 'POST',
      url: addressed(page.path),
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
    await send({
      method: 'POST',
      url: addressed(page.path),
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=edge' },
      payload: `--edge\r\ncontent-disposition: form-data; name="_form"\r\n\r\n${form_token}\r\n--edge\r\ncontent-disposition: form-data; name="file"; filename="${person}.csv"\r\n\r\n${email}\r\n--edge--\r\n`,
    });
  }
  for (const { name, kind } of [...rooms, faulty].flatMap((room) => room.operations)) {
    const url = `/api/${name}${search}`;
    // A bearer token goes before the session, and this one opens nothing.
    await send({ method: kind === 'query' ? 'GET' : 'POST', url, headers });
    const { authorization: _unknown, ...known } = headers;
    const sent = { ...known, 'x-form-token': form_token, 'content-type': 'application/json' };
    if (kind === 'query') await send({ url, headers: sent });
    else {
      await send({ method: 'POST', url, headers: sent, payload: JSON.stringify({ name: person, email }) });
      await send({ method: 'POST', url, headers: sent, payload: `{"name": "${person}` });
    }
  }
  for (const status of [200, 401, 404, 422, 500]) assert(statuses.has(status), `no answer was ${status}`);
  assert.doesNotMatch(written, traces);
});

test('strangers, addresses that are none, broken encodings and sizes beyond the limit leave no trace either', async () => {
  const urlencoded = { ...personal, 'content-type': 'application/x-www-form-urlencoded' };
  for (const options of [
    { url: `/${encodeURIComponent(person)}${search}`, headers: personal },
    { url: `/%E0%A4%A${token}`, headers: personal },
    { url: `/published/${token}/${person.replace(' ', '-')}`, headers: personal },
    {
      method: 'POST',
      url: `/sign-in${search}`,
      headers: urlencoded,
      payload: `email=${email}&password=${token}`,
    },
    { method: 'POST', url: '/sign-in', headers: urlencoded, payload: person.repeat(200_000) },
    {
      method: 'POST',
      url: '/sign-in',
      headers: { ...personal, 'content-type': `text/${token}` },
      payload: person,
    },
    { url: '/', headers: { cookie: `session=${token}` } },
  ] as const) {
    await app.inject(options);
  }
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  for (const sent of [`${person} is no request\r\n\r\n`, `GET / HTTP/1.1\r\n${person}: ${token}\r\n\r\n`]) {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(sent));
    socket.resume();
    await once(socket, 'close');
  }
  assert.doesNotMatch(written, traces);
});

test('a fault is found again by its reference, with its kind and place and without its words', () => {
  const kinds = lines()
    .filter(({ event }) => event === 'fault')
    .map(({ fault }) => fault as Record<string, unknown>);
  for (const kind of ['SyntaxError', 'string']) assert(kinds.some((fault) => fault['kind'] === kind));
  assert(kinds.some(({ code, constraint }) => code === '23505' && constraint === 'account_email_key'));
  const parser = kinds.find((fault) => fault['kind'] === 'SyntaxError');
  assert.match(JSON.stringify(parser?.['stack']), /log\.test\.ts/);
  assert(lines().some(({ event, reference }) => event === 'fault' && typeof reference === 'string'));
});

test('a job that fails says its kind and its attempt, and not what it was given', async () => {
  await resultOf(home.house, asking, fern.manager, { name: person });
  await workThrough(home.house, [faulty], () => testClock, app.log);
  const [line] = lines().filter(({ event }) => event === 'job failed');
  assert.equal(line?.['kind'], 'faulty.work');
  assert.equal(line['attempts'], 1);
  assert.doesNotMatch(written, traces);
});

test('each request is one line with method, pattern, status, time and the id that went back with the answer', async () => {
  written = '';
  const answer = await app.inject({ url: `/governance/people/${fern.id}${search}`, headers: { cookie } });
  const id = answer.headers['x-request-id'];
  const [line, ...more] = lines();
  assert.deepEqual(more, []);
  assert.deepEqual(
    { ...line, at: '', milliseconds: 0, process: 0 },
    {
      level: 'info',
      at: '',
      process: 0,
      request_id: id,
      method: 'GET',
      route: '/governance/people/:id',
      status: answer.statusCode,
      milliseconds: 0,
      event: 'request',
    },
  );
  assert.match(String(line?.['at']), /^\d{4}-\d\d-\d\dT/);
});

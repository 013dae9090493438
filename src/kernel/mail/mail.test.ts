import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { after, before, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { readConfiguration, StartProblem } from '../../configuration.ts';
import { workThrough } from '../jobs/worker.ts';
import { command } from '../operation/operation.ts';
import type { Room } from '../records/room.ts';
import { z } from 'zod';
import type { Letter } from './mail.ts';
import { notifyMail } from './notify.ts';
import { smtpMail } from './smtp.ts';
import { mailBy } from './ways.ts';
import { letter } from './wording.ts';

let home: TestHouse;
let fern: TestPartnership;
before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
});
after(() => home.close());

const note: Letter = { to: 'ada@example.org', subject: 'Something to see', text: 'Line one\n\nLine two: é' };
const from = 'Golden Thread <no-reply@example.org>';

interface Taken {
  raw: string;
  to: string[];
  secure: boolean;
  user: unknown;
}

async function mailServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (part: Buffer) => (raw += part.toString('utf8')));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address);
        taken.push({ raw, to, secure: session.secure, user: session.user });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

const smtp = (url: string, require_tls = false) => ({ kind: 'smtp', url, from, require_tls }) as const;

test('a letter reaches a mail server as one plain message to one address', async () => {
  const server = await mailServer();
  await smtpMail(smtp(server.url)).send(note);
  await server.close();
  assert.deepEqual(
    server.taken.map(({ to }) => to),
    [['ada@example.org']],
  );
  const raw = server.taken[0]?.raw ?? '';
  assert.match(raw, /^From: Golden Thread <no-reply@example\.org>/m);
  assert.match(raw, /^Subject: Something to see/m);
  assert.match(raw, /^Auto-Submitted: auto-generated/m);
  assert.match(raw, /Line two/);
});

test('where the server offers encryption it is used, and user and password go only through it', async () => {
  const server = await mailServer({
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'a pass/word' ? done(null, { user: username }) : done(new Error('no')),
  });
  const at = (password: string) => `smtp://mailer:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
  await smtpMail(smtp(at('a pass/word'))).send(note);
  await assert.rejects(smtpMail(smtp(at('wrong'))).send(note), (error: Error) => {
    assert.match(error.message, /did not accept the user and password of SMTP_URL/);
    assert.doesNotMatch(error.message, /wrong|mailer/);
    return true;
  });
  await server.close();
  assert.deepEqual(
    server.taken.map(({ secure, user }) => [secure, user]),
    [[true, 'mailer']],
  );
});

test('beyond this machine nothing is sent to a server without encryption, or with a certificate nobody vouches for', async () => {
  const plain = await mailServer();
  const selfSigned = await mailServer({ disabledCommands: [] });
  for (const { url } of [plain, selfSigned]) {
    await assert.rejects(smtpMail(smtp(url, true)).send(note), /No encrypted connection/);
  }
  await plain.close();
  await selfSigned.close();
  assert.deepEqual([...plain.taken, ...selfSigned.taken], []);
});

test('a server that refuses the address is told by its number, and the address is not repeated', async () => {
  const server = await mailServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such user ada@example.org'), { responseCode: 550 })),
  });
  await assert.rejects(smtpMail(smtp(server.url)).send(note), (error: Error) => {
    assert.match(error.message, /refused the letter’s sender or address \(550\)/);
    assert.doesNotMatch(error.message, /ada/);
    return true;
  });
  await server.close();
});

test('a server that takes the connection and says nothing is given up', async () => {
  const silent = createSocketServer(() => undefined);
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const { port } = silent.address() as AddressInfo;
  await assert.rejects(smtpMail(smtp(`smtp://127.0.0.1:${port}`), 200).send(note), /did not answer in time/);
  silent.close();
});

test('an address or a subject that could write headers or reach a second person is refused', async () => {
  const server = await mailServer();
  const mail = smtpMail(smtp(server.url));
  const attempts: Partial<Letter>[] = [
    { to: 'ada@example.org\r\nBcc: all@example.org' },
    { to: 'ada@example.org, eve@example.org' },
    { to: 'ada@example.org;eve@example.org' },
    { to: '"ada" <ada@example.org>' },
    { to: 'ada' },
    { to: '' },
    { subject: 'Hello\r\nBcc: eve@example.org' },
    { subject: 'Hello\nX-A: b' },
    { subject: 'Hello\u2028b' },
    { subject: 'Hello\u0000b' },
  ];
  for (const change of attempts)
    await assert.rejects(mail.send({ ...note, ...change }), /so it was not sent/);
  await server.close();
  assert.deepEqual(server.taken, []);
});

test('a letter that was not taken is sent by its job at the next attempt, once', async () => {
  let refusing = true;
  const server = await mailServer({
    onMailFrom: (_address, _session, done) =>
      refusing ? done(Object.assign(new Error('try later'), { responseCode: 451 })) : done(),
  });
  const write = command({
    name: 'governance.write-letter',
    summary: 'Asks for a letter',
    permission: 'governance.write',
    input: z.strictObject({}),
    run: ({ write }) => write.enqueue('x.send-letter', {}),
  });
  const house = { ...home.house, mail: smtpMail(smtp(server.url)) };
  const room: Room = {
    name: 'x',
    title: 'X',
    operations: [],
    pages: [],
    records: [],
    jobs: { 'x.send-letter': ({ house }) => house.mail.send(note) },
  };
  await resultOf(house, write, fern.manager, {});
  await workThrough(house, [room], () => testClock);
  assert.equal(server.taken.length, 0);
  refusing = false;
  const sql = "update kernel.job set run_after = now() where partnership_id = $1 and kind = 'x.send-letter'";
  await house.pool.transaction((transaction) => transaction.text(sql, [fern.id]), fern.id);
  await workThrough(house, [room], () => testClock);
  await workThrough(house, [room], () => testClock);
  await server.close();
  assert.equal(server.taken.length, 1);
});

const key = 'golden_thread-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
const template_id = '5b6b1f2e-8b3a-4a4e-9f52-0d6c8f6f2f10';

async function notifyServer(answer: { status: number } | 'never') {
  const asked: { url: string; authorization: string; body: unknown }[] = [];
  const server: Server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      asked.push({
        url: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: JSON.parse(body),
      });
      if (answer === 'never') return;
      reply.writeHead(answer.status, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ errors: [{ error: 'x', message: 'ada@example.org is not on the list' }] }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    mail: notifyMail({ kind: 'notify', api_key: key, template_id, base_url }, 300),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('GOV.UK Notify gets the template, the address, subject and body, under a token made from the key', async () => {
  const notify = await notifyServer({ status: 201 });
  await notify.mail.send(note);
  notify.close();
  const [asked] = notify.asked;
  assert.equal(asked?.url, '/v2/notifications/email');
  assert.deepEqual(asked?.body, {
    template_id,
    email_address: 'ada@example.org',
    personalisation: { subject: note.subject, body: note.text },
  });
  assert.match(asked?.authorization ?? '', /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
  assert(!asked?.authorization.includes(key.slice(-36)));
});

test('GOV.UK Notify refusing, failing or silent is a failure that repeats neither key nor address', async () => {
  for (const [answer, words] of [
    [{ status: 403 }, /\(403\): check NOTIFY_API_KEY/],
    [{ status: 400 }, /\(400\): check NOTIFY_TEMPLATE_ID/],
    [{ status: 500 }, /\(500\)/],
    ['never', /did not answer/],
  ] as const) {
    const notify = await notifyServer(answer);
    await assert.rejects(notify.mail.send(note), (error: Error) => {
      assert.match(error.message, words);
      assert(!error.message.includes('ada') && !error.message.includes(key.slice(-36)));
      return true;
    });
    notify.close();
  }
});

test('with nothing set no letter is sent, and whoever wanted to send it hears so', async () => {
  await assert.rejects(mailBy({ kind: 'none' }).send(note), /No mail server is set/);
});

test('half a setting stops the start and says what is missing, never what was given', () => {
  const start = (environment: Record<string, string>) => () =>
    readConfiguration(environment, { mode: 'demonstration' });
  const url = 'smtps://mailer:very-secret@mail.example.org:465';
  const cases: [Record<string, string>, RegExp][] = [
    [{ SMTP_URL: url }, /MAIL_FROM is not set but SMTP_URL is/],
    [{ MAIL_FROM: from }, /SMTP_URL is not set but MAIL_FROM is/],
    [{ NOTIFY_API_KEY: key }, /NOTIFY_TEMPLATE_ID is not set/],
    [{ NOTIFY_TEMPLATE_ID: template_id }, /NOTIFY_API_KEY is not set/],
    [{ SMTP_URL: url, MAIL_FROM: from, NOTIFY_API_KEY: key, NOTIFY_TEMPLATE_ID: template_id }, /both set/],
    [{ SMTP_URL: 'http://very-secret@mail.example.org', MAIL_FROM: from }, /SMTP_URL must look like/],
    [{ SMTP_URL: url, MAIL_FROM: 'a@b.org\nBcc: x@y.org' }, /MAIL_FROM must be an address/],
    [{ NOTIFY_API_KEY: 'very-secret', NOTIFY_TEMPLATE_ID: template_id }, /NOTIFY_API_KEY must be/],
  ];
  for (const [environment, words] of cases) {
    assert.throws(start(environment), (error: unknown) => {
      assert(error instanceof StartProblem);
      assert.match(error.message, words);
      assert.doesNotMatch(error.message, /very-secret/);
      return true;
    });
  }
  const { mail } = readConfiguration({ SMTP_URL: url, MAIL_FROM: from }, { mode: 'demonstration' });
  assert.deepEqual(mail, { kind: 'smtp', url, from, require_tls: true });
  const local = { SMTP_URL: 'smtp://127.0.0.1:1025', MAIL_FROM: from };
  assert.equal(
    (readConfiguration(local, { mode: 'demonstration' }).mail as { require_tls?: boolean }).require_tls,
    false,
  );
});

test('every letter greets, says why it comes and who it is from, and a name cannot write a paragraph of its own', () => {
  const { text } = letter({
    to: note.to,
    name: 'Ada\n\nOpen http://evil.example',
    subject: 'Sign in',
    paragraphs: ['You are invited.'],
    link: 'https://gt.example/invitation/x',
    because: 'somebody invited you',
    from: 'Fern partnership',
  });
  assert.equal(text.split('\n\n')[0], 'Dear Ada Open http://evil.example,');
  assert.match(text, /You get this letter because somebody invited you\./);
  assert.match(text, /Fern partnership, by Golden Thread$/);
});

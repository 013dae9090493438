import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { realSettings } from '../../ground/browsing/testing.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { checkerRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let owner: pg.Client;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  app = await buildServer(home.house, [checkerRoom([])], realSettings, { logger: false });
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await app.close();
  await home.close();
});

const report = `Marlshire Safeguarding Children Partnership
Annual Report 2024/25

1. Foreword

The safeguarding partners of Marlshire <script>alert('x')</script> introduce the year with an unrepeatable word: quizzacious.

2. Priorities

2.1 Neglect

Schools and health visitors met every month.

2.2 Exploitation

Police and schools met every month.

3. Training

The partnership offered these courses between 1 April 2024 and 31 March 2025.

Course\tSessions\tAttendees
=HYPERLINK("x")\t3\t40
Working with families\t2\t30
Total\t6\t90
`;

interface Chosen {
  field: string;
  name: string;
  bytes: Buffer;
}

const chosen = (field: string, name: string, text: string): Chosen => ({
  field,
  name,
  bytes: Buffer.from(text),
});

async function cookiesOf({ partnership_id, identity }: Request) {
  assert(identity.kind === 'person');
  const who = { account_id: null, partnership_id, person_id: identity.person_id };
  return { session: await startSession(home.house, who, new Date()) };
}

const boundary = 'a-boundary-of-the-tests';

function multipart(token: string, files: readonly Chosen[]) {
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="_form"\r\n\r\n${token}\r\n`),
      ...files.flatMap(({ field, name, bytes }) => [
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}

const tokenIn = (body: string) => /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** Opens the page and sends files, as a browser does. */
async function check(files: readonly Chosen[], who: Request = fern.manager) {
  const cookies = await cookiesOf(who);
  const opened = await app.inject({ url: '/check', cookies });
  return app.inject({ method: 'POST', url: '/check', cookies, ...multipart(tokenIn(opened.body), files) });
}

/** How many rows every table has, and how many files are in the store. */
async function whatIsKept(): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname <> 'pg_catalog' order by 1`,
  );
  const counts: Record<string, number> = {
    files: (await readdir(home.filesFolder, { recursive: true })).length,
  };
  for (const { name } of rows) {
    const found = await owner.query<{ many: number }>(`select count(*)::int as many from ${name}`);
    counts[name] = found.rows[0]?.many ?? 0;
  }
  return counts;
}

test('every role may open the page, which says that nothing is kept; a stranger signs in first', async () => {
  for (const who of [fern.manager, await fern.personWith('member'), await fern.personWith('analyst')]) {
    const opened = await app.inject({ url: '/check', cookies: await cookiesOf(who) });
    assert.equal(opened.statusCode, 200);
    assert.match(opened.body, /Nothing you choose is kept/);
    assert.match(opened.body, /up to 25 MB/);
    assert.match(opened.body, /type="file"[^>]*multiple/);
  }
  for (const method of ['GET', 'POST'] as const) {
    const { statusCode, headers } = await app.inject({ method, url: '/check' });
    assert.deepEqual([statusCode, headers.location], [303, '/sign-in?to=%2Fcheck']);
  }
  const nobody = await app.inject({ url: '/check', cookies: await cookiesOf(await fern.personWith()) });
  assert.equal(nobody.statusCode, 403);
});

test('the answer lists what was found, why it matters and how to mend it, and marks the exact words in the document', async () => {
  const { statusCode, body } = await check([chosen('file', 'report.txt', report)]);
  assert.equal(statusCode, 200);
  assert.match(body, /<h1 class="govuk-heading-l">What the rules found in “Marlshire/);
  assert.match(body, /\d must be mended/);
  assert.match(body, /<h2[^>]*>Figures that do not add up<\/h2>/);
  assert.match(body, /Why it matters:<\/strong> Readers add tables up/);
  assert.match(body, /April 2024 to March 2025/);
  assert.match(body, /Working Together to Safeguard Children 2023/);
  // From the list to the place, and from the place back to the list; how grave it is stands there as a word.
  const [, number] = /<a class="govuk-link" href="#mark-(\d+)">[^<]*line 25/.exec(body) ?? [];
  assert.ok(number !== undefined);
  assert.match(
    body,
    new RegExp(
      `<span id="mark-${number}" class="gt-mark__place"></span><mark class="gt-mark gt-mark--high">`,
    ),
  );
  assert.match(
    body,
    new RegExp(`href="#finding-${number}"><span[^>]*>Finding </span>${number}: must be mended</a>`),
  );
  assert.match(body, new RegExp(`id="finding-${number}"`));
  assert.match(body, /What the law asks for, and where the text answers/);
  assert.match(body, /Check again, or check another report/);
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
  const targets = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    targets.filter((id) => !ids.includes(id)),
    [],
  );
});

test('a script in a document is shown as text and is nothing else', async () => {
  const { body } = await check([chosen('file', 'report.txt', report)]);
  assert.match(body, /Marlshire &lt;script&gt;alert\(&#39;x&#39;\)&lt;\/script&gt; introduce the year/);
  assert.doesNotMatch(body, /<script>alert/);
  const page = `<!doctype html><html><head><title>Report</title><script src="https://elsewhere.example/x.js"></script></head><body onload="go()"><h1>Annual report</h1><p>Read <a href="https://elsewhere.example/">this</a><img src="https://elsewhere.example/i.png"> now.</p></body></html>`;
  const answer = await check([chosen('file', 'report.html', page)]);
  assert.equal(answer.statusCode, 200);
  assert.doesNotMatch(answer.body, /elsewhere\.example|onload/);
});

test('nothing of a check is kept but that somebody had one made', async () => {
  await check([chosen('file', 'report.txt', report)]);
  const cookies = await cookiesOf(fern.manager);
  const { body } = await app.inject({ url: '/check', cookies });
  const before = await whatIsKept();
  const files = [
    chosen('file', 'secret-name.txt', report),
    chosen('against', 'last.txt', report.replaceAll('2024', '2023')),
  ];
  const answer = await app.inject({
    method: 'POST',
    url: '/check',
    cookies,
    ...multipart(tokenIn(body), files),
  });
  assert.equal(answer.statusCode, 200, answer.body);
  const list = /name="list" value="([^"]*)"/.exec(answer.body)?.[1] ?? '';
  const csv = await app.inject({
    method: 'POST',
    url: '/check.csv',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _form: tokenIn(body), list: unescaped(list) }).toString(),
  });
  assert.equal(csv.statusCode, 200, csv.body);
  const kept = await whatIsKept();
  assert.deepEqual(kept, { ...before, 'kernel.audit_entry': (before['kernel.audit_entry'] ?? 0) + 1 });
  const { rows } = await owner.query<{ body: string }>(
    'select body::text from kernel.audit_entry where partnership_id = $1 order by seq desc limit 1',
    [fern.id],
  );
  assert.match(rows[0]?.body ?? '', /"operation": ?"checker\.note-check"/);
  assert.doesNotMatch(rows[0]?.body ?? '', /quizzacious|secret-name|Marlshire/);
});

test('the list comes as CSV from the page itself, without a formula, and only from one’s own page', async () => {
  const cookies = await cookiesOf(fern.manager);
  const { body } = await app.inject({ url: '/check', cookies });
  const send = (form: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/check.csv',
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  const list = JSON.stringify([
    ['Must be mended', 'a-rule', 0.9, 'Here', null, 3, '=1+1', 'Message', 'Mend'],
  ]);
  const csv = await send({ _form: tokenIn(body), list });
  assert.match(String(csv.headers['content-disposition']), /attachment.*findings\.csv/);
  assert.match(
    csv.body,
    /^\uFEFFSeverity,Rule,Confidence,Where,Page,Line,Quote,Message,How to mend it\r\nMust be mended,a-rule,0\.9,Here,,3,'=1\+1,/,
  );
  assert.equal((await send({ _form: 'another', list })).statusCode, 403);
  for (const broken of ['', '{', '{"a":1}', '[[{}]]'])
    assert.equal((await send({ _form: tokenIn(body), list: broken })).statusCode, 422, broken);
});

test('what cannot be read is said at its field, and the form stands there again', async () => {
  const picture = {
    field: 'file',
    name: 'scan.pdf',
    bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  };
  for (const [files, id, said] of [
    [[], 'file', /Choose report/],
    [[picture], 'file', /The file is a picture/],
    [
      [chosen('file', 'report.txt', report), { ...picture, field: 'against' }],
      'against',
      /scan\.pdf: The file is a picture/,
    ],
    [
      [{ field: 'file', name: 'big.txt', bytes: Buffer.alloc(26 * 1024 * 1024, 'a ') }],
      'file',
      /The file is larger than 25 MB\. Make it smaller or split it/,
    ],
  ] as const) {
    const { statusCode, body } = await check(files);
    assert.equal(statusCode, 422);
    assert.match(body, said);
    assert.match(body, new RegExp(`<a href="#${id}">`));
    assert.match(body, /Check this report<\/button>/);
  }
});

test('a form of another session is refused, and over the API nobody unknown has a report checked', async () => {
  const cookies = await cookiesOf(fern.manager);
  const foreign = await app.inject({
    method: 'POST',
    url: '/check',
    cookies,
    ...multipart('another', [chosen('file', 'report.txt', report)]),
  });
  assert.equal(foreign.statusCode, 403);
  const payload = { file: { name: 'report.txt', base64: Buffer.from(report).toString('base64') } };
  const ask = (sent: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/checker.check-document', cookies: sent, payload });
  assert.equal((await ask({})).statusCode, 401);
  const answer = await ask(cookies);
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(Object.keys(answer.json<object>()), ['document', 'findings']);
});

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

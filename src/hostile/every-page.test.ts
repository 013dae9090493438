// Every page, over records full of hostile text and at hostile addresses: no text ever becomes mark-up, a script or a formula,
// and nothing that is sent to the server makes it stumble.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { startSession } from '../kernel/access/session.ts';
import { perform } from '../kernel/operation/perform.ts';
import { isRefusal } from '../kernel/operation/refusals.ts';
import { rooms } from '../modules/index.ts';
import { testClock } from '../ground/testing.ts';
import { buildServer } from '../surfaces/web/server.ts';
import { type HostileHouse, hostileHouse, put, textsIn } from './house.ts';
import { nastyTexts } from './nasty.ts';

let hostile: HostileHouse;
let app: FastifyInstance;
let cookies: Record<string, string>;
const pages = rooms.flatMap((room) => room.pages);

before(async () => {
  hostile = await hostileHouse();
  const { home, everybody } = hostile;
  assert(everybody.identity.kind === 'person');
  let next = 0;
  for (const { command, input } of hostile.acts.values()) {
    for (const path of textsIn(input)) {
      const text = nastyTexts[next++ % nastyTexts.length] ?? '';
      await perform(home.house, command, everybody, put(input, path, text)).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
      });
    }
  }
  const settings = {
    mode: 'demonstration',
    publicUrl: 'http://localhost',
    fixedDay: testClock.today,
    clock: () => testClock,
  } as const;
  app = await buildServer(home.house, rooms, settings, { logger: false });
  const { partnership_id, identity } = everybody;
  const who = { account_id: null, partnership_id, person_id: identity.person_id };
  cookies = { session: await startSession(home.house, who, new Date()) };
});
after(async () => {
  await app.close();
  await hostile.home.close();
});

const send = (options: InjectOptions) => app.inject({ cookies, ...options });
const hrefsOf = (body: string) =>
  [...body.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** Each page meets a third of the texts, and each text a third of the pages. */
const everyThird = (texts: readonly string[], place: number) => texts.filter((_, i) => (i + place) % 3 === 0);

const tags = /<\/?[a-z][a-z0-9-]*((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*\/?>/gi;

/** What a page of ours never holds, whatever stands in its records. */
function faultsOf(body: string): string[] {
  const faults: string[] = [];
  const rest = body.replace(/^<!doctype html>/i, '').replaceAll(tags, (tag, attributes: string) => {
    if (/\son[a-z]+=/i.test(attributes.replaceAll(/="[^"]*"/g, '='))) faults.push(`an event handler: ${tag}`);
    if (/\b(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.test(attributes))
      faults.push(`an address that runs: ${tag}`);
    if (/^<script/i.test(tag) && !/src="\/assets\//.test(tag)) faults.push(`a script of its own: ${tag}`);
    if (/^<(?:iframe|object|embed|base)\b/i.test(tag)) faults.push(`a foreign tag: ${tag}`);
    return '';
  });
  const left = /<.{0,60}/s.exec(rest);
  if (left) faults.push(`mark-up that is not ours: ${left[0]}`);
  return faults;
}

test('the check itself finds a script, a handler, a foreign tag and an address that runs', () => {
  for (const text of nastyTexts.filter((one) => /^(?:<script|"><img|<\/textarea|<\/title)/.test(one))) {
    assert.notDeepEqual(faultsOf(`<p>${text}</p>`), [], text);
  }
  assert.notDeepEqual(faultsOf('<a href="javascript:x">a</a>'), []);
  assert.notDeepEqual(faultsOf(`<input value="" onfocus="x">`), []);
  assert.deepEqual(faultsOf('<p class="a">1 &lt; 2</p>'), []);
});

test('whatever stands in the records, no page holds mark-up, a script or a handler that is not ours', async () => {
  const seen = new Set<string>();
  const waiting = ['/'];
  for (const page of pages) if (!page.path.includes(':')) waiting.push(page.path);
  const kinds = new Map<string, number>();
  while (waiting.length > 0 && seen.size < 700) {
    const path = waiting.shift() ?? '';
    // Of each kind of page a dozen: lists link to thousands.
    const kind = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '?');
    const many = (kinds.get(kind) ?? 0) + 1;
    if (seen.has(path) || many > 12 || path.startsWith('/assets/') || path === '/leave') continue;
    seen.add(path);
    kinds.set(kind, many);
    const answer = await send({ url: path });
    assert(answer.statusCode < 500, `${path}: ${answer.statusCode}`);
    const type = String(answer.headers['content-type']);
    if (!type.startsWith('text/html')) continue;
    assert.deepEqual(faultsOf(answer.body), [], path);
    waiting.push(...hrefsOf(answer.body));
  }
  assert(seen.size > 250, `only ${seen.size} pages were seen`);
});

test('no cell of any list that is downloaded is a formula', async () => {
  let cells = 0;
  for (const page of pages) {
    if (page.kind !== 'page' || !page.csv || page.path.includes(':')) continue;
    const answer = await send({ url: `${page.path}.csv` });
    assert(answer.statusCode < 500, page.path);
    if (answer.statusCode !== 200) continue;
    for (const row of parse(answer.body, { bom: true, relax_column_count: true })) {
      for (const cell of row) {
        cells += 1;
        assert(!/^[=+@\t\r]/.test(cell) && !/^-(?!\d+(?:\.\d+)?$)/.test(cell), `${page.path}: ${cell}`);
      }
    }
  }
  assert(cells > 2_000, `only ${cells} cells`);
});

test('hostile addresses are answered with a page or not found, never with a fault', async () => {
  for (const [place, page] of pages.entries()) {
    for (const text of everyThird(nastyTexts, place)) {
      const nasty = encodeURIComponent(text);
      const url = page.path.includes(':')
        ? page.path.replaceAll(/:[a-z_]+/g, nasty)
        : `${page.path}?page=${nasty}&id=${nasty}&text=${nasty}&year=${nasty}&sort=${nasty}&id=again&__proto__=x`;
      const answer = await send({ url });
      assert(answer.statusCode < 500, `${url}: ${answer.statusCode}`);
      if (String(answer.headers['content-type']).startsWith('text/html'))
        assert.deepEqual(faultsOf(answer.body), [], url);
    }
  }
});

test('a query of the API answers hostile parameters with a result or a refusal in words', async () => {
  for (const operation of rooms.flatMap((room) => room.operations)) {
    if (operation.kind !== 'query') continue;
    for (const text of [...nastyTexts.slice(0, 20), 'x'.repeat(7_000)]) {
      const nasty = encodeURIComponent(text);
      const url = `/api/${operation.name}?id=${nasty}&text=${nasty}&year=${nasty}&page=${nasty}&ref=${nasty}`;
      const answer = await send({ url, headers: { 'x-purpose': 'A test' } });
      assert(answer.statusCode < 500, `${url}: ${answer.statusCode}`);
      if (answer.statusCode >= 400) assert(answer.json<{ message: string }>().message.length > 10);
    }
  }
});

test('bodies that are broken, too deep, too large, of another kind or sent twice are refused, and nothing happens', async () => {
  const { form_token } = (await send({ url: '/api/session' })).json<{ form_token: string }>();
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bodies: [string, string][] = [
    ['application/json', ''],
    ['application/json', '{'],
    ['application/json', deep],
    ['application/json', '{"__proto__":{"admin":true}}'],
    ['application/json', '{"constructor":{"prototype":{"admin":true}}}'],
    ['application/json', `{"name":"${'x'.repeat(1_200_000)}"}`],
    ['application/json', '"\\ud800"'],
    ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['text/plain', 'hello'],
    ['multipart/form-data', 'no boundary at all'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'],
    ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&===%00'],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(5_000)],
    ['application/x-www-form-urlencoded', `_form=${form_token}&__proto__=1&constructor=2&name[a][b]=c`],
    ['', 'bytes'],
  ];
  const forms = pages
    .filter((page) => page.kind === 'form' || page.kind === 'tool')
    .map((page) => page.path.replaceAll(/:[a-z_]+/g, 'x'));
  for (const url of [
    ...forms,
    '/sign-in',
    '/leave',
    '/api/governance.add-agency',
    '/api/evidence.add-file',
  ]) {
    for (const [type, payload] of bodies) {
      const headers = { 'content-type': type, 'x-form-token': form_token };
      const answer = await send({ method: 'POST', url, headers, payload });
      assert(
        answer.statusCode < 500,
        `${url} ${type} ${payload.slice(0, 40)}: ${answer.statusCode} ${answer.body.slice(0, 400)}`,
      );
      assert(
        answer.statusCode >= 400 || answer.statusCode === 303,
        `${url} ${type} took ${payload.slice(0, 40)}`,
      );
    }
  }
  assert.equal(({} as { admin?: unknown }).admin, undefined, 'the prototype of every object was changed');
});

test('hostile headers are refused or ignored', async () => {
  const headers: Record<string, string>[] = [
    { cookie: `session=${'x'.repeat(6_000)}` },
    { cookie: 'session=%00; session=a; __proto__=b; session[]=c' },
    { cookie: 'notice=%3Cscript%3E; notice=%7B%22a%22' },
    { 'x-forwarded-for': '<script>, 127.0.0.1, ::1' },
    { 'x-forwarded-host': 'other.example', host: 'other.example' },
    { 'accept-language': '*;q=NaN' },
    { range: 'bytes=0-18446744073709551615' },
    { 'if-none-match': '"'.repeat(1_000) },
    { 'x-purpose': 'x'.repeat(6_000) },
    { 'idempotency-key': 'x'.repeat(6_000) },
    { authorization: `Bearer gt_${'x'.repeat(6_000)}` },
    { authorization: 'Basic \u00ff' },
    { 'sec-fetch-site': 'nonsense', origin: 'null' },
    { 'x-request-id': '<script>' },
  ];
  for (const one of headers) {
    for (const url of ['/', '/evidence', '/api/governance.list-agencies', '/sign-in', '/assets/x/y.css']) {
      const answer = await send({ url, headers: one });
      assert(answer.statusCode < 500, `${url} ${JSON.stringify(one).slice(0, 60)}: ${answer.statusCode}`);
      assert(!answer.body.includes('other.example'));
      assert.deepEqual(
        String(answer.headers['content-type']).startsWith('text/html') ? faultsOf(answer.body) : [],
        [],
      );
    }
  }
});

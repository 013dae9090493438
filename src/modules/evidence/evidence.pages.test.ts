import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import {
  type Browser,
  type Browsing,
  browsing,
  headingOf,
  realSettings,
} from '../../ground/browsing/testing.ts';
import { governanceRoom } from '../../ground/governance/index.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import { shapeNames } from '../../kernel/evidence/shapes.ts';
import { writeCsv } from '../../kernel/imports/write-csv.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { evidenceRoom } from './index.ts';
import { itemColumns } from './item-import.ts';
import { shapePaths } from './item-shape.ts';
import { addItem } from './item.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;
let app: FastifyInstance;
let manager: Browser;
const rooms = [governanceRoom, evidenceRoom];

before(async () => {
  home = await testHouse(evidenceRoom.evidence ? [evidenceRoom.evidence] : []);
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, rooms);
  manager = await site.as(fern.manager);
  app = await buildServer(home.house, rooms, realSettings, { logger: false });
});
after(async () => {
  await app.close();
  await site.close();
  await home.close();
});

test('the register, its sources and its forms open with their headings', async () => {
  for (const [path, heading] of [
    ['/evidence', 'Evidence'],
    ['/evidence/sources', 'Sources'],
    ['/evidence/sources/new', 'Add a source'],
    ['/evidence/new', 'Add evidence'],
    ['/evidence/import', 'Import evidence'],
  ] as const) {
    const answer = await manager.get(path);
    assert.equal(answer.status, 200, answer.body);
    assert.equal(headingOf(answer), heading);
  }
  for (const shape of shapeNames) {
    assert.equal((await manager.get(`/evidence/${shapePaths[shape]}/new`)).status, 200, shape);
  }
});

test('a figure is added, shown with its period and source, changed, cited by nothing and withdrawn', async () => {
  const source = await manager.fill('/evidence/sources/new', { title: 'Data <2024>', kind: 'data-set' });
  assert.equal(source.status, 303, source.body);
  const source_id = source.location?.split('/').at(-1) ?? '';
  const added = await manager.fill('/evidence/figures/new', {
    title: 'Children in care',
    value: '1,204',
    unit: 'children',
    qualifier: 'exactly',
    basis: 'snapshot',
    topic: 'looked-after',
    also_topics: 'area',
    'as_of_on-day': '31',
    'as_of_on-month': '3',
    'as_of_on-year': '2025',
    source_id,
    locator: 'table 2',
    position: '5',
  });
  assert.equal(added.status, 303, added.body);
  const shown = await manager.get(added.location ?? '');
  assert.match(shown.body, /1,204 <span class="gt-figure__unit">children/);
  assert.match(shown.body, /On 31 March 2025/);
  assert.match(shown.body, /Data &lt;2024&gt;, table 2/);
  assert.match(shown.body, /Nothing rests on this yet/);

  const id = added.location?.split('/').at(-1) ?? '';
  const form = await manager.get(`/evidence/figures/${id}/change`);
  assert.match(form.body, /name="value" type="text"[^>]*value="1204"/);
  assert.match(form.body, /value="area" checked/);
  const changed = await manager.fill(`/evidence/figures/${id}/change`, {
    title: 'Children in care',
    value: '',
    unit: 'children',
    qualifier: 'exactly',
    basis: 'snapshot',
    topic: 'looked-after',
    position: '5',
  });
  assert.equal(changed.status, 303, changed.body);
  assert.match((await manager.get(added.location ?? '')).body, /Not printed/);
  const bad = await manager.fill(`/evidence/figures/${id}/change`, {
    title: '',
    value: 'many',
    unit: 'children',
    topic: 'area',
    position: '5',
  });
  assert.equal(bad.status, 422);
  assert.match(bad.body, /href="#title"[\s\S]*href="#value"/);

  const gone = await manager.fill(`/evidence/items/${id}/withdrawal`, { reason: 'Entered twice' });
  assert.equal(gone.status, 303, gone.body);
  assert.match(
    (await manager.get(added.location ?? '')).body,
    /Withdrawn on 15 September 2025: Entered twice/,
  );
});

test('a table’s row is changed in its boxes, and the page adds it up anew beside the printed total', async () => {
  const added = await manager.fill('/evidence/tables/new', {
    title: 'Training',
    pasted: 'Course\tPlaces\nA\t3\nB\t4\nTotal\t8',
    last_row_is_total: 'yes',
    topic: 'training',
    position: '1',
  });
  const path = added.location ?? '';
  const before = await manager.get(path);
  assert.match(before.body, /the rows add up to 7, the source prints 8/);
  const form = await manager.get(`${path}/rows/2`);
  assert.match(form.body, /<label class="govuk-label" for="cells-1">Places<\/label>/);
  const token = /name="_form" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  assert.notEqual(token, '');
  const post = async (cells: string[]) => {
    const { cookies } = await session();
    const opened = await app.inject({ url: `${path}/rows/2`, cookies });
    const fields = [
      ['_form', /name="_form" value="([^"]+)"/.exec(opened.body)?.[1] ?? ''],
      ['seen_revision', /name="seen_revision" value="([^"]+)"/.exec(opened.body)?.[1] ?? ''],
      ...cells.map((cell) => ['cells', cell]),
    ];
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(fields as [string, string][]).toString();
    return app.inject({ method: 'POST', url: `${path}/rows/2`, cookies, headers, payload });
  };
  const wrong = await post(['B', 'five']);
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Places must be a whole number/);
  assert.match(wrong.body, /value="five"/);
  assert.equal((await post(['B', '5'])).statusCode, 303);
  const after = await manager.get(path);
  assert(!after.body.includes('the rows add up to'));
  assert.equal((await manager.get(`${path}/rows/9`)).status, 404);
});

async function session() {
  assert(fern.manager.identity.kind === 'person');
  const who = { account_id: null, partnership_id: fern.id, person_id: fern.manager.identity.person_id };
  return { cookies: { session: await startSession(home.house, who, new Date()) } };
}

/** Sends a form with a file, as a browser does. */
async function upload(path: string, name: string, bytes: Buffer) {
  const { cookies } = await session();
  const opened = await app.inject({ url: path, cookies });
  assert.match(opened.body, /enctype="multipart\/form-data"/);
  const token = /name="_form" value="([^"]+)"/.exec(opened.body)?.[1] ?? '';
  const boundary = 'a-boundary-of-the-tests';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="_form"\r\n\r\n${token}\r\n`),
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return app.inject({ method: 'POST', url: path, cookies, headers, payload });
}

test('a spreadsheet is looked at first and imported by a second act', async () => {
  const template = await manager.get('/evidence/import/template.csv');
  assert.equal(template.status, 200);
  assert(itemColumns.every((column) => template.body.includes(column.header)));
  const row = (title: string, unit: string) =>
    itemColumns.map(
      ({ header }) =>
        ({ Title: title, Shape: 'Figure', Topic: 'Money', Value: '5', Unit: unit })[header] ?? '',
    );
  const file = (unit: string) =>
    Buffer.from(
      writeCsv(
        itemColumns.map((column) => column.header),
        [row('Cost of training', unit)],
      ),
    );

  const bad = await upload('/evidence/import', 'costs.csv', file(''));
  assert.equal(bad.statusCode, 303, bad.body);
  const problems = await manager.get(bad.headers.location ?? '');
  assert.match(problems.body, /F \(Unit\)/);
  assert.match(problems.body, /A figure needs its unit/);

  const good = await upload('/evidence/import', 'costs.csv', file('GBP'));
  const planned = await manager.get(good.headers.location ?? '');
  assert.match(planned.body, /Import 1 item/);
  const confirmed = await manager.fill(`${good.headers.location ?? ''}/confirmation`, {});
  assert.equal(confirmed.status, 303, confirmed.body);
  assert.match((await manager.get('/evidence?text=Cost+of')).body, /Cost of training/);

  const none = await upload('/evidence/import', '', Buffer.from(''));
  assert.equal(none.statusCode, 422);
  assert.match(none.body, /Choose spreadsheet/);
});

test('a file of more than 25 MB is refused at its field, and one of less is kept and handed out', async () => {
  const { id } = await resultOf(home.house, addItem, fern.manager, {
    title: 'Minutes',
    topics: ['arrangements'],
    content: { shape: 'document', description: 'Minutes', published_on: null },
  });
  const path = `/evidence/items/${id}/files/new`;
  const large = await upload(path, 'minutes.txt', Buffer.alloc(26 * 1024 * 1024, 'a'));
  assert.equal(large.statusCode, 422, large.body.slice(0, 500));
  assert.match(large.body, /larger than 25 MB/);
  const small = await upload(path, 'minutes.txt', Buffer.alloc(3 * 1024 * 1024, 'a'));
  assert.equal(small.statusCode, 303, small.body.slice(0, 500));
  const page = await manager.get(`/evidence/items/${id}`);
  const href = new RegExp(`/evidence/items/${id}/files/[0-9a-f-]{36}`).exec(page.body)?.[0] ?? '';
  assert.equal((await manager.get(href)).body.length, 3 * 1024 * 1024);
  const other = await site.as(marl.manager);
  assert.equal((await other.get(href)).status, 404);
  assert.equal((await other.get(`/evidence/items/${id}`)).status, 404);
});

test('the list filters, pages and downloads, and a person without the permission gets no form', async () => {
  for (let i = 0; i < 52; i++) {
    await resultOf(home.house, addItem, fern.manager, {
      title: `Paged ${i}`,
      topics: ['voice'],
      content: { shape: 'statement', text: i === 7 ? '=1+1' : 'Said' },
    });
  }
  const first = await manager.get('/evidence?topic=voice&shape=&agency_id=&sort=title');
  assert.equal(first.status, 200, first.body);
  assert.match(first.body, /52 items with these filters/);
  assert.match(first.body, /page=2/);
  const second = await manager.get('/evidence?topic=voice&page=2');
  assert.equal((second.body.match(/href="\/evidence\/items\//g) ?? []).length, 2);
  const csv = await manager.get('/evidence.csv?topic=voice&page=all');
  assert.equal(csv.body.trim().split('\r\n').length, 53);
  assert.match(csv.body, /'=1\+1/);
  const member = await site.as(await fern.personWith('member'));
  assert.equal((await member.get('/evidence')).status, 200);
  assert.equal((await member.get('/evidence/statements/new')).status, 403);
  assert.equal((await manager.get('/evidence?topic=nonsense')).status, 422);
});

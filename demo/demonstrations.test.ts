// The two demonstrations, loaded through commands on a real database: what their reports say, and that a figure changed
// on a page changes everything that stands on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browsing, type Browser, type Browsing } from '../src/ground/browsing/testing.ts';
import { resultOf, type TestHouse, testClock, testHouse } from '../src/ground/testing.ts';
import { verifyTrail } from '../src/kernel/audit-trail/audit-trail.operations.ts';
import type { Request } from '../src/kernel/operation/perform.ts';
import { rooms } from '../src/modules/index.ts';
import { pdfText } from '../src/modules/report/output/pdf-text.ts';
import { press } from '../src/modules/report/output/press.ts';
import {
  readCoverage,
  readFindings,
  readReport,
  renderReport,
} from '../src/modules/report/report.operations.ts';
import { planted } from './fernshire/planted.ts';
import { loadDemonstrations } from './load.ts';

let home: TestHouse;
let web: Browsing;
let york: Request;
let fernshire: Request;

async function managerOf(shortName: string): Promise<Request> {
  const [partnership] = await home.pool.single<{ id: string }>(
    'select id from kernel.partnership where short_name = $1',
    [shortName],
  );
  assert(partnership);
  const person_id = await home.pool.transaction(async (transaction) => {
    await transaction.text('select kernel.set_context($1, $2)', [partnership.id, '']);
    const [row] = await transaction.text<{ person_id: string }>(
      `select person_id from governance.appointment where partnership_id = $1 and role = 'business-manager' and until_on is null`,
      [partnership.id],
    );
    return row?.person_id ?? '';
  });
  return {
    partnership_id: partnership.id,
    identity: { kind: 'person', person_id },
    clock: testClock,
    via: 'web',
  };
}

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  await loadDemonstrations(home.house);
  web = await browsing(home, rooms);
  york = await managerOf('york');
  fernshire = await managerOf('fernshire');
});
after(async () => {
  press.close();
  await web.close();
  await home.close();
});

test('York’s report meets its duties exactly as the worked check of the handbook has it', async () => {
  const coverage = await resultOf(home.house, readCoverage, york, { year: '2024-25' });
  const met = ['01', '02', '09', '11', '14'];
  const partly = ['03', '04', '05', '06', '07', '08', '12', '13'];
  const status = new Map(coverage.map((duty) => [duty.id, duty.status]));
  for (const number of met) assert.equal(status.get(`YR23-${number}`), 'met', number);
  for (const number of partly) assert.equal(status.get(`YR23-${number}`), 'partly', number);
  assert.equal(status.get('YR23-10'), 'missing');
  for (const number of ['17', '18', '19']) assert.equal(status.get(`YR23-${number}`), 'not-yet', number);
});

test('York’s report finds the training table, the missing costs, and the highest number that is not printed', async () => {
  const findings = await resultOf(home.house, readFindings, york, { year: '2024-25' });
  const [total] = findings.filter((finding) => finding.rule === 'total-does-not-add-up');
  for (const figure of ['19', '323', '23', '21', '337', '35'])
    assert.match(total?.message ?? '', new RegExp(`\\b${figure}\\b`));
  assert.equal(findings.filter((finding) => finding.rule === 'no-cost-breakdown').length, 1);
  const highest = findings.find((finding) => finding.quote.includes('highest number to'));
  assert.equal(highest?.severity, 'high');
  assert.equal(findings.filter((finding) => finding.rule === 'money-does-not-reconcile').length, 1);
  assert.equal(findings.filter((finding) => finding.rule === 'decision-without-authority').length, 1);
  assert.equal(findings.filter((finding) => finding.rule === 'abbreviation-with-two-expansions').length, 1);
});

test('Fernshire’s report on 2021/22 was held to Working Together 2018, with other priorities', async () => {
  const report = await resultOf(home.house, readReport, fernshire, { year: '2021-22' });
  assert.equal(report.framework.framework.id, 'WT2018');
  assert.equal(report.edition.state, 'published');
  assert(report.coverage.every((duty) => duty.id.startsWith('YR18-')));
  const now = await resultOf(home.house, readReport, fernshire, { year: '2024-25' });
  const priorities = (of: typeof report) =>
    new Set(of.composition.items.flatMap((item) => item.group?.title ?? []));
  assert(priorities(report).size > 0);
  assert.equal([...priorities(report)].filter((name) => priorities(now).has(name)).length, 0);
});

test('Fernshire’s clean year raises no finding', async () => {
  assert.deepEqual(await resultOf(home.house, readFindings, fernshire, { year: '2023-24' }), []);
});

test('Fernshire’s planted year raises each planted fault exactly once, and nothing else', async () => {
  const findings = await resultOf(home.house, readFindings, fernshire, { year: '2024-25' });
  for (const { rule, severity, about } of planted) {
    const found = findings.filter(
      (finding) =>
        finding.rule === rule &&
        finding.severity === severity &&
        `${finding.quote} ${finding.where} ${finding.message}`.includes(about),
    );
    assert.equal(found.length, 1, `${rule}: ${about}`);
  }
  assert.equal(findings.length, planted.length);
});

test('every figure of the composed reports leads to a page that opens', async () => {
  for (const [request, year] of [
    [york, '2024-25'],
    [fernshire, '2023-24'],
  ] as const) {
    const browser = await web.as(request);
    const { document } = await resultOf(home.house, readReport, request, { year });
    const paths = [...new Set(document.footnotes.map((note) => note.path))];
    assert(paths.length > 30);
    for (const path of paths) assert.equal((await browser.get(path)).status, 200, path);
  }
});

async function trainingRow(browser: Browser, cells: string[]): Promise<void> {
  const { composition } = await resultOf(home.house, readReport, fernshire, { year: '2024-25' });
  const table = composition.items.find((item) => item.title === 'Multi-agency training 2024/25');
  assert(table);
  const id = table.ref.split('/')[1] ?? '';
  const answer = await browser.fill(`/evidence/items/${id}/rows/1`, { cells });
  assert.equal(answer.status, 303, answer.body.slice(0, 3000));
}

test('changing one training row on its page changes the total, the finding, the web page and the PDF', async () => {
  const browser = await web.as(fernshire);
  const before = await resultOf(home.house, readReport, fernshire, { year: '2024-25' });
  const table = before.composition.items.find((item) => item.title === 'Multi-agency training 2024/25');
  assert(table?.content.shape === 'table');
  const at = table.content.columns.findIndex((column) => column.label === 'Attendances');
  const [first] = table.content.rows;
  assert(first);
  const attended = Number(first[at]) + 27;
  await trainingRow(
    browser,
    first.map((cell, i) => String(i === at ? attended : (cell ?? ''))),
  );
  const findings = await resultOf(home.house, readFindings, fernshire, { year: '2024-25' });
  assert.equal(findings.filter((finding) => finding.rule === 'total-does-not-add-up').length, 0);
  await trainingRow(
    browser,
    first.map((cell, i) => String(i === at ? attended + 1000 : (cell ?? ''))),
  );
  const [broken] = (await resultOf(home.house, readFindings, fernshire, { year: '2024-25' })).filter(
    (finding) => finding.rule === 'total-does-not-add-up',
  );
  assert.match(broken?.message ?? '', /1,530/);
  const page = await browser.get('/report/2024-25');
  assert.match(page.body, /1,530/);
  const { file } = await resultOf(home.house, renderReport, fernshire, { year: '2024-25', format: 'pdf' });
  assert.match(pdfText(file.bytes).replaceAll(/\s/g, ''), /1,530/);
});

test('after everything the demonstrations did, both audit trails are whole', async () => {
  for (const request of [york, fernshire]) {
    const checked = await resultOf(home.house, verifyTrail, request, {});
    assert.equal(checked.broken, null);
    assert(checked.entries > 400);
  }
});

test('the API gives the report as a file, and the published one to anybody without signing in', async () => {
  const browser = await web.as(fernshire);
  const page = await browser.get('/api/report.render-report?year=2023-24&format=html');
  assert.equal(page.status, 200);
  assert.match(page.body, /^<!doctype html>/i);
  const published = await web.stranger('/published/fernshire/2023-24');
  assert.equal(published.status, 200);
  assert.match(published.body, /Fernshire/);
  for (const path of [
    '/published/fernshire/2024-25',
    '/published/york/2024-25',
    '/published/nowhere/2024-25',
  ]) {
    assert.equal((await web.stranger(path)).status, 404, path);
  }
});

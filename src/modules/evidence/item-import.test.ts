import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { addPerson, appoint } from '../../ground/governance/person.operations.ts';
import { agreementInForce } from '../../ground/governance/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { writeCsv } from '../../kernel/imports/write-csv.ts';
import { xlsxTemplate } from '../../kernel/imports/write-xlsx.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { checkImport, importItems, planItemImport } from './item-import.operations.ts';
import { itemColumns } from './item-import.ts';
import { changeItem } from './item.operations.ts';
import { listItems, readItem } from './register.operations.ts';
import { addSource } from './source.operations.ts';

let home: TestHouse;
let fern: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  await resultOf(home.house, addSource, fern.manager, {
    title: 'Yearly figures',
    kind: 'data-set',
    code: 'YF',
  });
});
after(() => home.close());

const header = itemColumns.map((column) => column.header);
const row = (values: Record<string, string>) => itemColumns.map(({ header }) => values[header] ?? '');
const figure = (title: string, value: string, extra: Record<string, string> = {}) =>
  row({
    Title: title,
    Shape: 'Figure',
    Topic: 'Training and development',
    Value: value,
    Unit: 'places',
    'Period from': '1/4/2024',
    'Period to': '31 March 2025',
    Source: 'YF',
    Locator: 'p. 3',
    ...extra,
  });
const csv = (...rows: string[][]) => new UploadedFile('figures.csv', Buffer.from(writeCsv(header, rows)));

async function sent(request: Request, file: UploadedFile) {
  const { file_id } = await resultOf(home.house, checkImport, request, { file });
  return { file_id, plan: await resultOf(home.house, planItemImport, request, { file_id }) };
}
const titles = async (text: string) =>
  (await resultOf(home.house, listItems, fern.manager, { text, page: 'all' })).items.map(
    (item) => item.title,
  );

test('one bad cell stops the whole file, and says row, column, value and how to mend it', async () => {
  const { file_id, plan } = await sent(
    fern.manager,
    csv(
      figure('Good row', '12'),
      figure('Bad row', 'twelve'),
      figure('Unknown source', '3', { Source: 'Yearly figure' }),
      row({ Title: 'No text', Shape: 'Statement', Topic: 'Money' }),
      figure('Good row', '13'),
    ),
  );
  const problems = plan.problems.map(({ row, column, value }) => [row, column, value]);
  assert.deepEqual(
    problems.toSorted((a, b) => Number(a[0]) - Number(b[0])),
    [
      [3, 'E (Value)', 'twelve'],
      [4, 'N (Source)', 'Yearly figure'],
      [5, 'D (Text)', undefined],
      [6, 'A (Title)', 'Good row'],
    ],
  );
  assert.match(plan.problems.find((p) => p.row === 4)?.mend ?? '', /Did you mean “YF”/);
  await assert.rejects(resultOf(home.house, importItems, fern.manager, { file_id }), Conflict);
  assert.deepEqual(await titles('Good row'), []);
});

test('a good file is imported whole, sent again it changes nothing, and mended it changes what it says', async () => {
  const file = csv(figure('Places offered', '1,204'), figure('Places taken', '980', { Locator: 'p. 4' }));
  const first = await sent(fern.manager, file);
  assert.deepEqual([first.plan.added, first.plan.changed, first.plan.same], [2, 0, 0]);
  assert.deepEqual(await titles('Places'), [], 'looking stores nothing');
  const done = await resultOf(home.house, importItems, fern.manager, { file_id: first.file_id });
  assert.deepEqual([done.imported, done.same], [2, 0]);

  const again = await sent(fern.manager, file);
  assert.deepEqual([again.plan.added, again.plan.changed, again.plan.same], [0, 0, 2]);
  assert.equal(
    (await resultOf(home.house, importItems, fern.manager, { file_id: again.file_id })).imported,
    0,
  );
  assert.equal((await titles('Places')).length, 2);

  const mended = await sent(fern.manager, csv(figure('Places offered', '1,240')));
  assert.deepEqual([mended.plan.added, mended.plan.changed, mended.plan.same], [0, 1, 0]);
  await resultOf(home.house, importItems, fern.manager, { file_id: mended.file_id });
  const { items } = await resultOf(home.house, listItems, fern.manager, { text: 'Places offered' });
  assert.deepEqual(
    items.map((item) => item.value),
    [1240],
  );
});

test('what a file has no column for stays as people wrote it', async () => {
  const file = csv(figure('With a note', '50'));
  await resultOf(home.house, importItems, fern.manager, {
    file_id: (await sent(fern.manager, file)).file_id,
  });
  const [listed] = (await resultOf(home.house, listItems, fern.manager, { text: 'With a note' })).items;
  assert(listed !== undefined);
  const { item } = await resultOf(home.house, readItem, fern.manager, { id: listed.id });
  assert(item.content.shape === 'measure');
  await resultOf(home.house, changeItem, fern.manager, {
    id: item.id,
    title: item.title,
    topics: ['training', 'education'],
    content: { ...item.content, note: 'Counted at booking' },
    period_from_on: item.period_from_on,
    period_to_on: item.period_to_on,
    source_id: item.source_id,
    locator: item.locator,
    part: 'done',
  });
  assert.equal((await sent(fern.manager, file)).plan.same, 1);
  const { file_id } = await sent(fern.manager, csv(figure('With a note', '51')));
  await resultOf(home.house, importItems, fern.manager, { file_id });
  const changed = (await resultOf(home.house, readItem, fern.manager, { id: item.id })).item;
  assert(changed.content.shape === 'measure');
  assert.deepEqual(
    [changed.content.value, changed.content.note, changed.part, changed.topics],
    [51, 'Counted at booking', 'done', ['training', 'education']],
  );
});

test('a text that a spreadsheet would run is kept as it stands', async () => {
  const formula = '=HYPERLINK("http://example.org")';
  const { file_id, plan } = await sent(
    fern.manager,
    csv(row({ Title: 'Formula', Shape: 'Statement', Topic: 'Money', Text: formula })),
  );
  assert.deepEqual(plan.problems, []);
  await resultOf(home.house, importItems, fern.manager, { file_id });
  const { items } = await resultOf(home.house, listItems, fern.manager, { text: 'HYPERLINK' });
  assert.deepEqual(
    items.map((item) => item.text),
    [formula],
  );
});

test('a file that is no spreadsheet is refused, and nobody else opens a file that waits', async () => {
  const refused = (name: string, bytes: Uint8Array) =>
    assert.rejects(
      resultOf(home.house, checkImport, fern.manager, { file: new UploadedFile(name, bytes) }),
      (error: unknown) => error instanceof InvalidInput && (error.fields['file'] ?? '') !== '',
    );
  await refused('figures.pdf', Buffer.from('%PDF-1.7 and so on'));
  await refused('figures.xlsx', Buffer.from('Title,Shape'));
  await refused('figures.csv', xlsxTemplate(itemColumns, 'Evidence'));
  await refused('figures.csv', Buffer.from(''));

  const { file_id } = await sent(fern.manager, csv(figure('Waiting', '1')));
  const analyst = await fern.personWith('analyst');
  await assert.rejects(resultOf(home.house, planItemImport, analyst, { file_id }), NotFound);
  await assert.rejects(resultOf(home.house, importItems, analyst, { file_id }), NotFound);
  const member = await fern.personWith('member');
  await assert.rejects(resultOf(home.house, planItemImport, member, { file_id }), NotAllowed);
});

test('the template filled in by nobody says that it has no rows', async () => {
  const template = new UploadedFile('template.xlsx', xlsxTemplate(itemColumns, 'Evidence'));
  const { plan } = await sent(fern.manager, template);
  assert.equal(plan.problems.length, 1);
});

test('an agency’s lead imports for their own agency only', async () => {
  const agency = { kind: 'safeguarding-partner', legal_type: 'police' } as const;
  const own = await resultOf(home.house, addAgency, fern.manager, { ...agency, name: 'Fern Police' });
  await resultOf(home.house, addAgency, fern.manager, { ...agency, name: 'Fern Health' });
  const person = await resultOf(home.house, addPerson, fern.manager, { name: 'Lead', agency_id: own.id });
  const post = { person_id: person.id, role: 'agency-lead', from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, fern.manager, post);
  const lead: Request = { ...fern.manager, identity: { kind: 'person', person_id: person.id } };

  await assert.rejects(
    sent(lead, csv(figure('For us', '1'))),
    /No information sharing agreement names Fern Police/,
  );
  await agreementInForce(home, fern, [own.id]);
  const others = await sent(lead, csv(figure('For another', '1', { Agency: 'Fern Health' })));
  assert.match(others.plan.problems[0]?.message ?? '', /own agency only/);
  const mine = await sent(lead, csv(figure('For us', '1')));
  await resultOf(home.house, importItems, lead, { file_id: mine.file_id });
  const { items } = await resultOf(home.house, listItems, lead, { text: 'For us' });
  assert.deepEqual(
    items.map((item) => item.agency),
    ['Fern Police'],
  );
});

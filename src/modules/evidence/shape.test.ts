import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { addFile, readFile } from './item-file.operations.ts';
import { readItem } from './register.operations.ts';
import { shapeCommands } from './shape.operations.ts';
import { addSource, changeSource, readSource } from './source.operations.ts';
import { addTableRow, changeTableRow, changeTableTotal, removeTableRow } from './table-row.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let lead: Request;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  lead = await fern.personWith('agency-lead');
});
after(() => home.close());

test('each shape has a command of its own, and its values come back as they went in', async () => {
  const placed = { topic: 'area', also_topics: ['looked-after'], period_label: '2024/25' } as const;
  const given = {
    statement: { text: 'Said so' },
    measure: {
      value: 2.75,
      unit: 'per cent',
      numerator: 11,
      denominator: 400,
      comparator_value: 3,
      comparator_label: 'England',
    },
    table: { pasted: 'Course\tPlaces\nA\t3\nB\t4\nTotal\t8', last_row_is_total: true },
    quotation: { text: 'They listened', speaker: 'a parent' },
    'case-study': { text: 'A child', consent: 'recorded', names_changed: 'yes' },
    document: { description: 'Minutes', published_on: '2024-05-01' },
  };
  for (const [shape, fields] of Object.entries(given) as [keyof typeof given, object][]) {
    const made = await resultOf(home.house, shapeCommands[shape].add, fern.manager, {
      title: `A ${shape}`,
      ...fields,
      ...placed,
    });
    const { item } = await resultOf(home.house, readItem, fern.manager, { id: made.id });
    assert.equal(item.content.shape, shape);
    assert.deepEqual(item.topics, ['area', 'looked-after']);
    if (item.content.shape === 'measure') {
      assert.equal(item.content.decimals, 2);
      assert.deepEqual(item.content.comparator, { value: 3, label: 'England' });
    }
    if (item.content.shape === 'case-study') assert.equal(item.content.names_changed, true);
    if (item.content.shape === 'table') assert.deepEqual(item.content.printed_total, ['Total', 8]);
  }
  await assert.rejects(
    resultOf(home.house, shapeCommands.measure.add, fern.manager, {
      title: 'Half',
      unit: 'x',
      topic: 'area',
      comparator_value: 3,
    }),
    (error: unknown) => error instanceof InvalidInput && 'comparator_label' in error.fields,
  );
});

test('a table’s rows change one by one, its printed total only by itself, and its hash with every change', async () => {
  const { id } = await resultOf(home.house, shapeCommands.table.add, fern.manager, {
    title: 'Training',
    topic: 'training',
    pasted: 'Course\tPlaces\nA\t3\nB\t4\nTotal\t8',
    last_row_is_total: true,
  });
  const hashes = new Set<string>();
  const now = async () => {
    const { item } = await resultOf(home.house, readItem, fern.manager, { id });
    assert(item.content.shape === 'table');
    hashes.add(item.content_hash);
    return item.content;
  };
  await now();
  await resultOf(home.house, changeTableRow, fern.manager, {
    id,
    row: 2,
    cells: ['B', '5'],
    seen_revision: 1,
  });
  assert.deepEqual((await now()).rows, [
    ['A', 3],
    ['B', 5],
  ]);
  assert.deepEqual((await now()).printed_total, ['Total', 8]);
  await assert.rejects(
    resultOf(home.house, changeTableRow, fern.manager, { id, row: 1, cells: ['A', '9'], seen_revision: 1 }),
    Conflict,
  );
  await assert.rejects(
    resultOf(home.house, changeTableRow, fern.manager, { id, row: 3, cells: ['C', '1'] }),
    NotFound,
  );
  await assert.rejects(
    resultOf(home.house, changeTableRow, lead, { id, row: 1, cells: ['A', '9'] }),
    NotAllowed,
  );
  await resultOf(home.house, addTableRow, fern.manager, { id, cells: ['C', ''] });
  assert.deepEqual((await now()).rows[2], ['C', null]);
  await resultOf(home.house, removeTableRow, fern.manager, { id, row: 1 });
  assert.deepEqual((await now()).rows, [
    ['B', 5],
    ['C', null],
  ]);
  await resultOf(home.house, changeTableTotal, fern.manager, { id, cells: ['', ''] });
  assert.equal((await now()).printed_total, null);
  assert.equal(hashes.size, 5);
});

test('files are kept with their item, and what is not a file we take is refused at its field', async () => {
  const { id } = await resultOf(home.house, shapeCommands.document.add, fern.manager, {
    title: 'With a file',
    description: 'Notes',
    topic: 'arrangements',
  });
  const program = new UploadedFile('report.pdf', Buffer.from('MZ this is no PDF'));
  await assert.rejects(
    resultOf(home.house, addFile, fern.manager, { id, file: program }),
    (error: unknown) => error instanceof InvalidInput && /content is/.test(error.fields['file'] ?? ''),
  );
  const inJson = { name: 'notes.txt', base64: Buffer.from('Notes').toString('base64') };
  const { file_id } = await resultOf(home.house, addFile, fern.manager, { id, file: inJson });
  const kept = await resultOf(home.house, readFile, fern.manager, { id, file_id });
  assert.equal(Buffer.from(kept.bytes).toString(), 'Notes');
  await assert.rejects(resultOf(home.house, readFile, marl.manager, { id, file_id }), NotFound);
});

test('a source keeps its code to itself, and says what replaced it', async () => {
  const first = await resultOf(home.house, addSource, fern.manager, {
    title: 'Old data',
    kind: 'data-set',
    code: 'D1',
  });
  await assert.rejects(
    resultOf(home.house, addSource, fern.manager, { title: 'Other', kind: 'report', code: 'D1' }),
    Conflict,
  );
  const next = { title: 'New data', kind: 'data-set', code: 'D2', supersedes_id: first.id } as const;
  const second = await resultOf(home.house, addSource, fern.manager, next);
  const old = await resultOf(home.house, readSource, fern.manager, { id: first.id });
  assert.deepEqual(old.superseded_by, { id: second.id, title: 'New data' });
  await resultOf(home.house, changeSource, fern.manager, { ...next, id: second.id, seen_revision: 1 });
  await assert.rejects(
    resultOf(home.house, changeSource, fern.manager, { ...next, id: second.id, seen_revision: 1 }),
    Conflict,
  );
  await assert.rejects(resultOf(home.house, changeSource, lead, { ...next, id: second.id }), NotAllowed);
});

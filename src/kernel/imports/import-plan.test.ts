import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import type { ImportColumn } from './import-column.ts';
import { chooseSheet, planImport, problemsFromZod } from './import-plan.ts';
import { readCsv } from './read-csv.ts';
import { type Cell, type Grid, toTable } from './table.ts';

const columns: readonly ImportColumn[] = [
  { field: 'child_ref', header: 'Child Unique ID', required: true, parse: 'text' },
  {
    field: 'referred_on',
    header: 'Date of referral',
    aliases: ['Referral date'],
    required: true,
    parse: 'day',
  },
  { field: 'age', header: 'Age of Child (Years)', aliases: ['Age'], parse: 'integer' },
  { field: 'returned', header: "Was the child's return interview offered?", parse: 'boolean' },
];

const csv = (text: string) => readCsv(new TextEncoder().encode(text));

function sheet(name: string, rows: Cell[][], more: Partial<Grid> = {}): Grid {
  const numbered = rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter((row) => row.cells.some((cell) => cell !== null));
  return { name, kind: 'sheet', rows: numbered, merged: [], problems: [], date_system: 1900, ...more };
}

test('headings drift in case, spaces, quotes and order, and known other names are understood', () => {
  const plan = planImport(
    csv(
      ' AGE ,was the child’s  return interview offered,REFERRAL DATE,child unique id\n7.0,Y,9/10/2024,007\n',
    ),
    columns,
  );
  assert.deepEqual(plan.problems, []);
  assert.deepEqual(plan.rows, [
    { number: 2, values: { child_ref: '007', referred_on: '2024-10-09', age: 7, returned: true } },
  ]);
  assert.equal(plan.labels['referred_on'], 'C (REFERRAL DATE)');
});

test('a heading that is nearly right is one problem that names the expected heading, and is never set aside in silence', () => {
  for (const extraColumns of ['refuse', 'set-aside'] as const) {
    const plan = planImport(csv('Child Unique ID,Date of refferal\n1,9/10/2024\n'), columns, {
      extraColumns,
    });
    assert.equal(plan.problems.length, 1);
    assert.match(
      plan.problems[0]?.message ?? '',
      /“Date of refferal” is not known, and the column “Date of referral” was not found/,
    );
    assert.equal(plan.problems[0]?.column, 'B (Date of refferal)');
  }
});

test('an unexpected column is a problem, or is set aside and listed with whatever is wrong in it', () => {
  const table = toTable(
    sheet(
      'List 3',
      [
        ['Child Unique ID', 'Date of referral', 'Favourite colour'],
        ['1', { day: '2024-10-09' }, null],
      ],
      {
        problems: [{ sheet: 'List 3', row: 2, column: 'C', value: '#REF!', message: 'error', mend: 'mend' }],
      },
    ),
  );
  assert.deepEqual(
    planImport(table, columns).problems.map((problem) => problem.column),
    ['C (Favourite colour)', 'C (Favourite colour)'],
  );
  const plan = planImport(table, columns, { extraColumns: 'set-aside' });
  assert.deepEqual(plan.problems, []);
  assert.deepEqual(plan.set_aside, ['C (Favourite colour)']);
});

test('a missing required column and a column given twice are problems', () => {
  const plan = planImport(csv('Date of referral,Referral date\n9/10/2024,9/10/2024\n'), columns);
  assert.deepEqual(
    plan.problems.map((problem) => problem.message),
    ['The columns A and B are both read as “Date of referral”.', 'The column “Child Unique ID” is missing.'],
  );
});

test('headings are found below a title, in a CSV and in a sheet whose title is merged', () => {
  const fromCsv = planImport(
    csv('Fernshire return\n\nChild Unique ID,Date of referral\n1,2024-10-09\n'),
    columns,
  );
  assert.deepEqual(fromCsv.problems, []);
  assert.equal(fromCsv.rows[0]?.number, 4);
  const grid = sheet(
    'S',
    [
      ['Return', null],
      [null, null],
      ['Child Unique ID', 'Date of referral'],
      ['1', { day: '2024-10-09' }],
    ],
    {
      merged: [{ top: 1, bottom: 1, left: 1, right: 2 }],
    },
  );
  assert.deepEqual(planImport(toTable(grid), columns).problems, []);
});

test('every bad cell is listed with row, column and value, and a cell the reader has complained of only once', () => {
  const grid = sheet(
    'S',
    [
      ['Child Unique ID', 'Date of referral', 'Age'],
      [null, '31/02/2024', 'seven'],
      ['2', null, 3],
    ],
    {
      problems: [
        {
          sheet: 'S',
          row: 3,
          column: 'B',
          value: '#REF!',
          message: 'The cell shows the error #REF!.',
          mend: 'Mend it.',
        },
      ],
    },
  );
  const plan = planImport(toTable(grid), columns);
  assert.deepEqual(
    plan.problems.map(({ sheet: name, row, column, value }) => [name, row, column, value]),
    [
      ['S', 3, 'B (Date of referral)', '#REF!'],
      ['S', 2, 'A (Child Unique ID)', undefined],
      ['S', 2, 'B (Date of referral)', '31/02/2024'],
      ['S', 2, 'C (Age)', 'seven'],
    ],
  );
});

test('headings without rows are a problem', () => {
  assert.match(
    planImport(csv('Child Unique ID,Date of referral\n'), columns).problems[0]?.message ?? '',
    /no rows below/,
  );
});

test('a thousand problems are listed and the rest are counted', () => {
  const plan = planImport(csv(`Child Unique ID,Date of referral\n${'1,never\n'.repeat(1_500)}`), columns);
  assert.equal(plan.problems.length, 1_001);
  assert.match(plan.problems.at(-1)?.message ?? '', /500 more problems/);
});

test('the sheet is chosen by its headings and not by its name or place', () => {
  const sheets = [
    toTable(sheet('Date of referral', [['Notes'], ['x']])),
    toTable(sheet('Old', [['Child Unique ID', 'Date of referral']], { hidden: true })),
    toTable(sheet('Sheet3', [['Title'], ['Child Unique ID', 'Date of referral']])),
  ];
  assert.equal(chooseSheet(sheets, columns)?.name, 'Sheet3');
  assert.equal(chooseSheet(sheets.slice(0, 1), columns), undefined);
});

test("a concept's own rules are reported at the cell they are about", () => {
  const plan = planImport(csv('Child Unique ID,Date of referral,Age\n1,9/10/2024,130\n'), columns);
  const schema = z.object({ age: z.number().max(25, 'Age must be 25 or less.') }).refine(() => true);
  const result = schema.safeParse(plan.rows[0]?.values);
  assert.ok(result.error !== undefined);
  assert.deepEqual(problemsFromZod(2, result.error, columns, plan), [
    {
      row: 2,
      column: 'C (Age)',
      value: '130',
      message: 'Age must be 25 or less.',
      mend: 'Put this cell right in the file.',
    },
  ]);
  assert.equal(problemsFromZod(2, result.error, columns)[0]?.column, 'Age of Child (Years)');
  const whole = z
    .object({})
    .refine(() => false, 'Closed before it opened.')
    .safeParse({});
  assert.ok(whole.error !== undefined);
  assert.deepEqual(problemsFromZod(9, whole.error, columns), [
    { row: 9, message: 'Closed before it opened.', mend: 'Put this row right in the file.' },
  ]);
});

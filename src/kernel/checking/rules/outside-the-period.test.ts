import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Known, Prose } from '../../reading/document.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './outside-the-period.ts';

const report = (text: string) =>
  rule.check(
    documentFrom(
      `# Annual Report\n\nThis report covers the period 1 April 2022 to 31 March 2023.\n\n## Work\n\n${text}\n`,
    ),
    [],
  );

test('an event and an audit of another year told as this year’s are one finding for their section', () => {
  const [found, ...others] = report(
    'In May 2021 forty staff met to talk about neglect.\n\nAn audit in June 2021 looked at twelve records of children.',
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(
    found.message,
    /“May 2021” and “June 2021” lie before the year of this report \(April 2022 to March 2023\)/,
  );
});

test('an event after the year that is told as done is asked about', () => {
  assert.equal(report('In June 2023 forty staff met to talk about neglect.')[0]?.severity, 'low');
  assert.match(
    report('In June 2023 forty staff met to talk about neglect.')[0]?.message ?? '',
    /lies after the year/,
  );
});

test('comparison, history, background, plans and labels say that they are of another time', () => {
  const silent = [
    'Compared with 2020/21, when 40 staff took part, 60 took part.',
    'In 2021 forty staff took part and in May 2022 sixty took part.',
    'The platform was launched in May 2019 and holds our courses.',
    'In November 2020 the Government published a review of social care.',
    'In 2021 Ofsted inspected the council and found good practice.',
    'By June 2024 we will train all staff in every agency.',
    'Around a quarter of pupils said that they were bullied (20/21).',
    'The census of 2021 counted 41,000 children in the county.',
    'This is not how the front door worked pre-May 2020 in the county.',
    'Forty staff met to talk about neglect in May 2022.',
  ];
  for (const text of silent) assert.deepEqual(report(text), [], text);
});

test('two looks at records are as far apart as they are', () => {
  assert.deepEqual(
    report(
      'An audit in June 2021 found that 20% of plans were clear; by January 2023 this had increased to 60%.',
    ),
    [],
  );
});

test('a change over nineteen months is asked about, and one over the year is not', () => {
  const [found] = report(
    'In June 2021 only 20 carers were known, and by January 2023 this had increased to 90 carers.',
  );
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /19 months/);
  assert.deepEqual(
    report('In March 2022 only 20 carers were known, and by March 2023 this had increased to 90 carers.'),
    [],
  );
});

test('the same course with last year’s label here and this year’s there is found', () => {
  const table =
    'Course\tSessions\tPeople\nBasic Safeguarding Course 2022/23\t4\t80\nLeading Reviews Course 2022/23\t2\t30\n';
  const list = '- Basic Safeguarding Course - 2021/2022\n- Leading Reviews Course - 2021/2022\n';
  const [found] = report(`${table}\n## Evaluation\n\nPeople were asked about these courses:\n\n${list}`);
  assert.match(found?.message ?? '', /carries the year “2021\/2022” here \(and 1 more like it\)/);
  assert.deepEqual(report(`## Evaluation\n\nPeople were asked about these courses:\n\n${list}`), []);
});

const records = (known: Known, over: Partial<Prose> = {}) =>
  rule.check(recordsDocument([{ kind: 'paragraph', text: 'Children helped early: 9', known, ...over }]), []);
const period = (from: string | null, to: string | null, label: string | null = null) => ({
  period: { from, to, label },
});

test('in records, a period within the year is right on its first and last day too', () => {
  assert.deepEqual(records(period('2024-04-01', '2025-03-31')), []);
  assert.deepEqual(records(period('2025-03-31', '2025-03-31')), []);
});

test('in records, wholly and partly outside are told apart', () => {
  assert.match(records(period('2023-06-01', '2023-06-30'))[0]?.message ?? '', /wholly before/);
  assert.match(
    records(period('2024-03-01', '2025-03-31'))[0]?.message ?? '',
    /at least part of that lies before/,
  );
  assert.match(records(period('2025-04-01', '2025-06-30'))[0]?.message ?? '', /wholly after/);
});

test('in records, a label that may mean a school year only counts where both readings lie outside', () => {
  assert.deepEqual(records(period(null, null, '24/25')), []);
  assert.match(records(period(null, null, '23/24'))[0]?.message ?? '', /at least part/);
  assert.match(records(period(null, null, '2022-23'))[0]?.message ?? '', /wholly before/);
  assert.deepEqual(records(period(null, null, '2025')), []);
});

test('in records, a baseline, a plan and what is written within six months of the year’s end are meant', () => {
  const before = period('2023-06-01', '2023-06-30');
  assert.deepEqual(records({ ...before, meant_from_another_time: true }), []);
  assert.deepEqual(records(period('2025-04-01', '2026-03-31'), { stance: 'aim' }), []);
  assert.deepEqual(records({ ...period('2025-09-30', '2025-09-30'), written_afterwards: true }), []);
  assert.equal(records({ ...period('2025-10-01', '2025-10-01'), written_afterwards: true }).length, 1);
});

test('in records, many of one period in one section are one finding, and a figure without a period is low', () => {
  const census = period('2021-01-01', '2021-12-31', '2021 Census');
  const parts = ['a', 'b', 'c'].map((text) => ({ kind: 'paragraph' as const, text, known: census }));
  const [found, ...others] = rule.check(recordsDocument(parts), []);
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /^3 records here\. /);
  const table = { kind: 'table' as const, caption: 'Referrals', known: {} };
  assert.equal(rule.check(recordsDocument([table]), [])[0]?.severity, 'low');
});

test('a paper that presents the report tells of the time since', () => {
  const paper = (said: string) =>
    rule.check(
      documentFrom(
        `Report of the Director of Children’s Services\n\n# Annual report 2022/23\n\nThis report covers the period 1 April 2022 to 31 March 2023.\n\n${said}\n\n## Legal implications\n\nThere are no legal implications.\n\n## Background papers\n\nNone.\n\nWards affected: All\n`,
      ),
      [],
    );
  assert.deepEqual(paper('The members met the young people in January 2024 and heard their views.'), []);
  assert.equal(report('The members met the young people in January 2024 and heard their views.').length, 1);
});

test('"down from" and progress on older recommendations say why the other year is there', () => {
  for (const text of [
    'The share of assessments finished in 45 days was 81%, down from 86% in 2020-21, as staff turned over.',
    'Progress on the recommendations made in 2020-21 was reported to the executive by each agency.',
  ])
    assert.deepEqual(report(text), [], text);
});

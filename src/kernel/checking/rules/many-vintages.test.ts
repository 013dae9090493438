import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './many-vintages.ts';

const check = (...items: string[]) =>
  rule.check(
    documentFrom(`# Annual Report\n\n## The area\n\n${items.map((item) => `- ${item}`).join('\n')}\n`),
    [],
  );

test('a list with figures of four periods is found once, with the periods', () => {
  const [found, ...others] = check(
    '5.1% of mothers smoke (Q2 22/23)',
    '12.4% of pupils have free meals (21/22)',
    '48.2% are girls (2021 Census)',
    '3.3% of babies are small (2020)',
    '7.7% of pupils have a plan (21/22)',
  );
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /The 5 dated figures that follow here are of 4 different periods/);
  assert.equal(found?.severity, 'low');
});

test('three periods, or one in two ways of writing, are no mixture', () => {
  assert.deepEqual(
    check(
      '5.1% smoke (21/22)',
      '12.4% have meals (2021/22)',
      '4.2% moved (2021-22)',
      '3.3% are small (2020)',
      '7% ride (22/23)',
    ),
    [],
  );
});

test('a series over the years in one line, and what happened on days, is meant', () => {
  assert.deepEqual(check('Referrals: 210 in 2019/20, 240 in 2020/21, 260 in 2021/22, 310 in 2022/23'), []);
  assert.deepEqual(
    check(
      '40 came on 3 May 2022',
      '30 came on 4 June 2022',
      '12 came on 1 July 2022',
      '9 came on 2 August 2022',
    ),
    [],
  );
});

test('dated sentences far from each other are no list', () => {
  const filler = Array.from(
    { length: 8 },
    (_, at) => `Paragraph ${'abcdefgh'.charAt(at)} tells of other work that went on.`,
  );
  const dated = ['2019/20', '2020/21', '2021/22', '2022/23'].map(
    (year) => `In ${year} 40% of staff were trained.`,
  );
  const text = dated.flatMap((sentence) => [sentence, ...filler]).join('\n\n');
  assert.deepEqual(rule.check(documentFrom(`# Annual Report\n\n${text}\n`), []), []);
});

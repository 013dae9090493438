import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isDay } from '../calendar/day.ts';
import { reportingYear } from '../calendar/reporting-year.ts';
import { childrensWellbeingAndSchoolsAct, provisionsInForce } from './acts.ts';
import {
  frameworkById,
  frameworkForReport,
  frameworkInForce,
  frameworks,
  frameworksDuring,
} from './framework.ts';

test('each edition ends on the day the next begins, so no day has two and none is skipped', () => {
  frameworks.forEach((edition, place) => {
    assert.ok(isDay(edition.in_force_from), edition.id);
    assert.equal(edition.in_force_until, frameworks[place + 1]?.in_force_from ?? null, edition.id);
  });
});

test('the last day of an edition and the first of the next answer differently', () => {
  for (const edition of frameworks) {
    assert.equal(frameworkInForce(edition.in_force_from)?.id, edition.id);
    if (edition.in_force_until)
      assert.equal(frameworkInForce(addDays(edition.in_force_until, -1))?.id, edition.id);
  }
  assert.equal(frameworkInForce('2018-06-28'), undefined);
  assert.throws(() => frameworkInForce('2024-02-30'), RangeError);
});

test('the reports of York and Leeds are held to the editions they cite', () => {
  const resolve = (label: string, published_on: string | null) =>
    frameworkForReport({ due_on: reportingYear(label).due_on, published_on }).framework.id;
  assert.equal(resolve('2021-22', '2022-07-12'), 'WT2018');
  assert.equal(resolve('2022-23', '2023-10-25'), 'WT2018');
  assert.equal(resolve('2023-24', '2024-09-30'), 'WT2023');
  assert.equal(resolve('2024-25', '2025-09-24'), 'WT2023');
  assert.equal(resolve('2025-26', null), 'WT2026');
});

test('publishing late can move a report to the next edition, and the choice says which day decided', () => {
  const draft = frameworkForReport({ due_on: '2023-09-30' });
  assert.deepEqual([draft.framework.id, draft.decided_by], ['WT2018', 'due date']);
  const late = frameworkForReport({ due_on: '2023-09-30', published_on: '2023-12-15' });
  assert.deepEqual([late.framework.id, late.decided_by], ['WT2023', 'publication']);
});

test('someone may hold a report to another edition, with a reason and not without', () => {
  const dates = { due_on: '2024-09-30', published_on: '2024-09-30' };
  const chosen = frameworkForReport({
    ...dates,
    override: { framework_id: 'WT2018', reason: 'Most of the year fell under it' },
  });
  assert.deepEqual([chosen.framework.id, chosen.decided_by], ['WT2018', 'override']);
  assert.throws(
    () => frameworkForReport({ ...dates, override: { framework_id: 'WT2018', reason: '  ' } }),
    /Say why/,
  );
  assert.throws(
    () => frameworkForReport({ ...dates, override: { framework_id: 'WT2015', reason: 'Old' } }),
    /no edition.*WT2018, WT2023/,
  );
});

test('a report from before the partnership model is refused with the day the model began', () => {
  assert.throws(() => frameworkForReport({ due_on: '2017-09-30' }), /2018-06-29/);
});

test('a reporting year can straddle two editions', () => {
  const during = (label: string) => frameworksDuring(reportingYear(label)).map((edition) => edition.id);
  assert.deepEqual(during('2022-23'), ['WT2018']);
  assert.deepEqual(during('2023-24'), ['WT2018', 'WT2023']);
  assert.deepEqual(during('2025-26'), ['WT2023', 'WT2026']);
  assert.deepEqual(
    frameworksDuring({ from: '2023-12-01', to: '2023-12-14' }).map((edition) => edition.id),
    ['WT2018'],
  );
  assert.throws(() => frameworksDuring({ from: '2024-01-02', to: '2024-01-01' }), RangeError);
});

test('the 2026 edition is marked unverified while its first day is inferred', () => {
  assert.equal(frameworkById('WT2026').verified, false);
  assert.equal(frameworkById('WT2023').verified, true);
});

test('no provision of the 2026 Act is in force until its day is known', () => {
  assert.deepEqual(provisionsInForce(childrensWellbeingAndSchoolsAct, '2027-12-31'), []);
  const begun = {
    ...childrensWellbeingAndSchoolsAct,
    provisions: childrensWellbeingAndSchoolsAct.provisions.map((provision) => ({
      ...provision,
      in_force_from: '2027-11-01',
    })),
  };
  assert.equal(provisionsInForce(begun, '2027-10-31').length, 0);
  assert.equal(provisionsInForce(begun, '2027-11-01').length, 4);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankHolidays, FIRST_BANK_HOLIDAY_YEAR, LAST_BANK_HOLIDAY_YEAR } from './bank-holidays.ts';
import { addDays, type Day, weekdayOf } from './day.ts';

/** The regular pattern worked out from the rules alone, before any proclamation. */
function regularDays(year: number): Day[] {
  const easter = easterSunday(year);
  const days = [
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(`${year}-05-01`),
    addDays(firstMonday(`${year}-06-01`), -7),
    addDays(firstMonday(`${year}-09-01`), -7),
  ];
  for (const fixed of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    let day = fixed;
    while (isWeekend(day) || days.includes(day)) day = addDays(day, 1);
    days.push(day);
  }
  return days.sort();
}

/** Meeus, Jones and Butcher's algorithm for Easter Sunday in the Gregorian calendar. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function firstMonday(day: Day): Day {
  let found = day;
  while (weekdayOf(found) !== 'Monday') found = addDays(found, 1);
  return found;
}

function isWeekend(day: Day): boolean {
  return ['Saturday', 'Sunday'].includes(weekdayOf(day));
}

const moved: Record<number, { removed: Day[]; added: Day[] }> = {
  2020: { removed: ['2020-05-04'], added: ['2020-05-08'] },
  2022: { removed: ['2022-05-30'], added: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { removed: [], added: ['2023-05-08'] },
};

test('every year of the table is the regular pattern plus the proclaimed changes', () => {
  for (let year = FIRST_BANK_HOLIDAY_YEAR; year <= LAST_BANK_HOLIDAY_YEAR; year += 1) {
    const change = moved[year] ?? { removed: [], added: [] };
    const expected = [
      ...regularDays(year).filter((day) => !change.removed.includes(day)),
      ...change.added,
    ].sort();
    const held = bankHolidays
      .filter((holiday) => holiday.day.startsWith(`${year}-`))
      .map((holiday) => holiday.day);
    assert.deepEqual(held, expected, String(year));
  }
});

test('the table holds no year beyond the two it declares', () => {
  const years = bankHolidays.map((holiday) => Number(holiday.day.slice(0, 4)));
  assert.equal(Math.min(...years), FIRST_BANK_HOLIDAY_YEAR);
  assert.equal(Math.max(...years), LAST_BANK_HOLIDAY_YEAR);
});

test('only Good Friday and an unmoved Christmas Day are common-law holidays', () => {
  for (const { day, name, kind } of bankHolidays) {
    const common = name === 'Good Friday' || day.endsWith('-12-25');
    assert.equal(kind === 'common-law', common, day);
  }
});

test('proclaimed days are the ones a proclamation added or moved', () => {
  const proclaimed = bankHolidays
    .filter((holiday) => holiday.kind === 'proclaimed')
    .map((holiday) => holiday.day);
  assert.deepEqual(
    proclaimed,
    Object.values(moved).flatMap((change) => change.added),
  );
});

// Days on which England does not work, other than weekends, as dated data. England and Wales share them; Scotland and
// Northern Ireland differ, so nothing here may be called "UK". Good Friday and Christmas Day are common-law holidays;
// the others come from the Banking and Financial Dealings Act 1971 or from a proclamation under it.
// Weekend holidays are absent: the weekend rule covers them, and the substitute weekday is listed instead.

import type { Day } from './day.ts';

export type BankHolidayKind = 'common-law' | 'bank-holiday' | 'substitute' | 'proclaimed';

export interface BankHoliday {
  day: Day;
  name: string;
  kind: BankHolidayKind;
}

/** First and last year for which the list below is complete. Outside them a count must carry a warning. */
export const FIRST_BANK_HOLIDAY_YEAR = 2018;
export const LAST_BANK_HOLIDAY_YEAR = 2030;

const NEW_YEAR = "New Year's Day";
const GOOD_FRIDAY = 'Good Friday';
const EASTER_MONDAY = 'Easter Monday';
const EARLY_MAY = 'Early May bank holiday';
const SPRING = 'Spring bank holiday';
const SUMMER = 'Summer bank holiday';
const CHRISTMAS = 'Christmas Day';
const BOXING = 'Boxing Day';

export const bankHolidays: readonly BankHoliday[] = [
  { day: '2018-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2018-03-30', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2018-04-02', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2018-05-07', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2018-05-28', name: SPRING, kind: 'bank-holiday' },
  { day: '2018-08-27', name: SUMMER, kind: 'bank-holiday' },
  { day: '2018-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2018-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2019-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2019-04-19', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2019-04-22', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2019-05-06', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2019-05-27', name: SPRING, kind: 'bank-holiday' },
  { day: '2019-08-26', name: SUMMER, kind: 'bank-holiday' },
  { day: '2019-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2019-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2020-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2020-04-10', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2020-04-13', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2020-05-08', name: EARLY_MAY, kind: 'proclaimed' },
  { day: '2020-05-25', name: SPRING, kind: 'bank-holiday' },
  { day: '2020-08-31', name: SUMMER, kind: 'bank-holiday' },
  { day: '2020-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2020-12-28', name: BOXING, kind: 'substitute' },
  { day: '2021-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2021-04-02', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2021-04-05', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2021-05-03', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2021-05-31', name: SPRING, kind: 'bank-holiday' },
  { day: '2021-08-30', name: SUMMER, kind: 'bank-holiday' },
  { day: '2021-12-27', name: CHRISTMAS, kind: 'substitute' },
  { day: '2021-12-28', name: BOXING, kind: 'substitute' },
  { day: '2022-01-03', name: NEW_YEAR, kind: 'substitute' },
  { day: '2022-04-15', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2022-04-18', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2022-05-02', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2022-06-02', name: SPRING, kind: 'proclaimed' },
  { day: '2022-06-03', name: 'Platinum Jubilee bank holiday', kind: 'proclaimed' },
  { day: '2022-08-29', name: SUMMER, kind: 'bank-holiday' },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II', kind: 'proclaimed' },
  { day: '2022-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2022-12-27', name: CHRISTMAS, kind: 'substitute' },
  { day: '2023-01-02', name: NEW_YEAR, kind: 'substitute' },
  { day: '2023-04-07', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2023-04-10', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2023-05-01', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2023-05-08', name: 'Coronation of King Charles III', kind: 'proclaimed' },
  { day: '2023-05-29', name: SPRING, kind: 'bank-holiday' },
  { day: '2023-08-28', name: SUMMER, kind: 'bank-holiday' },
  { day: '2023-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2023-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2024-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2024-03-29', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2024-04-01', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2024-05-06', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2024-05-27', name: SPRING, kind: 'bank-holiday' },
  { day: '2024-08-26', name: SUMMER, kind: 'bank-holiday' },
  { day: '2024-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2024-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2025-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2025-04-18', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2025-04-21', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2025-05-05', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2025-05-26', name: SPRING, kind: 'bank-holiday' },
  { day: '2025-08-25', name: SUMMER, kind: 'bank-holiday' },
  { day: '2025-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2025-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2026-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2026-04-03', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2026-04-06', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2026-05-04', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2026-05-25', name: SPRING, kind: 'bank-holiday' },
  { day: '2026-08-31', name: SUMMER, kind: 'bank-holiday' },
  { day: '2026-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2026-12-28', name: BOXING, kind: 'substitute' },
  { day: '2027-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2027-03-26', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2027-03-29', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2027-05-03', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2027-05-31', name: SPRING, kind: 'bank-holiday' },
  { day: '2027-08-30', name: SUMMER, kind: 'bank-holiday' },
  { day: '2027-12-27', name: CHRISTMAS, kind: 'substitute' },
  { day: '2027-12-28', name: BOXING, kind: 'substitute' },
  { day: '2028-01-03', name: NEW_YEAR, kind: 'substitute' },
  { day: '2028-04-14', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2028-04-17', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2028-05-01', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2028-05-29', name: SPRING, kind: 'bank-holiday' },
  { day: '2028-08-28', name: SUMMER, kind: 'bank-holiday' },
  { day: '2028-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2028-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2029-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2029-03-30', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2029-04-02', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2029-05-07', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2029-05-28', name: SPRING, kind: 'bank-holiday' },
  { day: '2029-08-27', name: SUMMER, kind: 'bank-holiday' },
  { day: '2029-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2029-12-26', name: BOXING, kind: 'bank-holiday' },
  { day: '2030-01-01', name: NEW_YEAR, kind: 'bank-holiday' },
  { day: '2030-04-19', name: GOOD_FRIDAY, kind: 'common-law' },
  { day: '2030-04-22', name: EASTER_MONDAY, kind: 'bank-holiday' },
  { day: '2030-05-06', name: EARLY_MAY, kind: 'bank-holiday' },
  { day: '2030-05-27', name: SPRING, kind: 'bank-holiday' },
  { day: '2030-08-26', name: SUMMER, kind: 'bank-holiday' },
  { day: '2030-12-25', name: CHRISTMAS, kind: 'common-law' },
  { day: '2030-12-26', name: BOXING, kind: 'bank-holiday' },
];

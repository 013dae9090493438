// The reporting years that Fernshire's figures belong to, as an item states them.

export const county = 'Fernshire';

export const y2020 = {
  from_on: '2020-04-01',
  to_on: '2021-03-31',
  period_label: '2020/21',
  geography: county,
};
export const y2021 = {
  from_on: '2021-04-01',
  to_on: '2022-03-31',
  period_label: '2021/22',
  geography: county,
};
export const y2022 = {
  from_on: '2022-04-01',
  to_on: '2023-03-31',
  period_label: '2022/23',
  geography: county,
};
export const y2023 = {
  from_on: '2023-04-01',
  to_on: '2024-03-31',
  period_label: '2023/24',
  geography: county,
};
export const y2024 = {
  from_on: '2024-04-01',
  to_on: '2025-03-31',
  period_label: '2024/25',
  geography: county,
};

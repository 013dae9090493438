// What closes the report: the data set and what is still to do (002:619), child death reviews (002:1007-1018) and
// money (002:1024-1028). No income, spending or breakdown of costs is printed, so none stands here.
import { measure, statement } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { council } from './agencies.ts';
import { deathPanel } from './bodies.ts';
import { done, item, next, type Subject } from './place.ts';

const dataUse: ItemFacts[] = [
  item(
    'data-set-analysis',
    '002:619',
    'Analysis of the wider data set',
    ['data-use', 'little-progress'],
    statement(
      'Analysis of the wider data set still needs work before patterns and trends can be seen, and strong practice and questions found. The sub-groups will then use it.',
    ),
  ),
  item(
    'data-set-scrutiny',
    '001:194',
    'The data set, as the scrutineer sees it',
    ['data-use', 'scrutiny'],
    statement(
      'A streamlined data set follows the priorities and is still developing. Agencies know their own data; the partnership could make more of its data set to see strengths, its own effect on children and families, and new risks (001:198).',
    ),
  ),
];

const childDeaths: ItemFacts[] = [
  item(
    'death-panel',
    '002:1009',
    'Child Death Overview Panel',
    ['child-deaths'],
    statement(
      'The panel has reviewed the deaths of all children up to 18, apart from stillbirths and planned terminations, since April 2008. The report says that the statutory guidance of 2018 builds on chapter 6 of Working Together 2023.',
    ),
  ),
  item(
    'death-panel-aims',
    '002:1013',
    'What child death reviews intend',
    ['child-deaths'],
    statement(
      'Confirm why a child died and learn what may prevent other deaths; Recommend to organisations what may prevent deaths or promote health and safety; Report each year on patterns, lessons, actions and how well the process works; Contribute to local, regional and national learning.',
    ),
  ),
  item(
    'death-panel-joint',
    '002:1018',
    'A joint panel',
    ['child-deaths'],
    statement(
      'The councils and integrated care boards of North Yorkshire and York are the child death review partners. Their joint panel covers every child normally resident there and publishes a yearly report, that of 2024/25 among them. This report prints no number of deaths.',
    ),
    { geography: 'York and North Yorkshire' },
  ),
];

const money: ItemFacts[] = [
  item(
    'budget-origin',
    '002:1024',
    'Where the budget comes from',
    ['finance', 'partner-contribution'],
    statement(
      'The three statutory partners contribute the budget, and a number of agencies give services in kind. No amounts are printed.',
    ),
    { period_label: '2024/25' },
  ),
  item(
    'funding-share',
    '002:1026',
    'Share of each statutory partner from 2025/26',
    ['finance', 'partner-contribution'],
    measure(33.3, 'per cent', { note: 'Printed as equal shares of three partners.' }),
    { period_label: 'From 2025/26 onwards' },
  ),
  item(
    'deficit',
    '002:1028',
    'Deficit that the local authority agreed to pay',
    ['finance'],
    measure(31_172, 'GBP', {
      note: 'Paid so that 2025/26 can start on a zero balance. The opening balance, income and spending behind it are not printed.',
    }),
    { agency: council },
  ),
];

export const closing: Subject = {
  items: [...dataUse, ...childDeaths, ...money],
  activities: [
    done('002:1018', 'child-deaths', 'The panel published its annual report with findings and priorities.', {
      body: deathPanel,
    }),
    done('002:1028', 'finance', 'The council agreed to pay the partnership’s deficit.', { agency: council }),
  ],
  next_steps: [
    next('002:619', 'data-use', 'Develop the analysis of the wider data set.'),
    next('002:1026', 'finance', 'Fund the partnership in equal shares of three.', {
      due: 'From 2025/26 onwards',
    }),
  ],
};

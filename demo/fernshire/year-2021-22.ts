// Fernshire 2021/22, under Working Together 2018: what the first report in the thread was made of. All invented.
import type { ActivityFacts, ClaimFacts, ItemFacts, NextStepFacts } from '../demonstration.ts';
import { countColumn, measure, quotation, statement, table, textColumn } from '../facts.ts';
import { childrensServices, council, education, lanternHouse, police, youthJustice } from './agencies.ts';
import { caseReview, executive, training, voice } from './bodies.ts';
import { y2021 } from './periods.ts';
import { domesticAbuse, neglect, transitions } from './priorities.ts';

const year = '2021-22';

export const items2021: ItemFacts[] = [
  {
    key: 'foreword-22',
    title: 'Foreword by the three safeguarding partners',
    topics: ['foreword'],
    ...y2021,
    content: statement(
      'We lead three organisations and answer together for one thing: that children in Fernshire are safe. This report ' +
        'says what we did in the second year of the pandemic, what we learned, and where we have not done what we planned.',
    ),
  },
  {
    key: 'population-22',
    title: 'Children living in Fernshire',
    topics: ['area'],
    ...y2021,
    as_of_on: '2021-06-30',
    source: 'F22-DATA',
    content: measure(111800, 'children', { basis: 'snapshot', note: 'Estimate for the middle of 2021.' }),
  },
  {
    key: 'arrangements-22',
    title: 'The published arrangements',
    topics: ['arrangements'],
    ...y2021,
    content: statement(
      'The published arrangements stood as they were through the year. The health partner changes on 1 July 2022, when ' +
        'integrated care boards begin; new arrangements will be published by 31 October 2022 on the partnership’s website.',
    ),
  },
  {
    key: 'training-22',
    title: 'Multi-agency training',
    topics: ['training'],
    ...y2021,
    source: 'F22-RETURNS',
    content: table(
      [textColumn('Course'), countColumn('Sessions'), countColumn('Attendances')],
      [
        ['Working together to safeguard children', 12, 196],
        ['Recognising neglect', 9, 148],
        ['Domestic abuse and children', 8, 133],
        ['Turning 18 safely', 6, 71],
      ],
      ['Total', 35, 548],
      'An attendance is a person at a session; a person at two courses counts twice.',
    ),
  },
  {
    key: 'little-progress-22',
    title: 'Where there was little progress',
    topics: ['little-progress'],
    priority: transitions,
    ...y2021,
    content: statement(
      'There was little progress on safe transitions. Adult services and children’s services plan on different forms ' +
        'and dates, and the joint planning meeting met only in the autumn. The Executive has asked for a plan by December 2022.',
    ),
  },
  {
    key: 'voice-22',
    title: 'How children and families were heard',
    topics: ['voice'],
    ...y2021,
    source: 'F22-VOICE',
    content: statement(
      'Young people met leaders online every school term. They asked for letters without abbreviations and for the name ' +
        'of a person to ring; the council and the police rewrote their letters with them in February 2022.',
    ),
  },
  {
    key: 'voice-quote-22',
    title: 'A young person on the new letters',
    topics: ['voice'],
    ...y2021,
    source: 'F22-VOICE',
    content: quotation('It says who to ring and it does not sound like a court.', 'Young person, aged 15'),
  },
  {
    key: 'reviews-22',
    title: 'Serious incidents and what was learned',
    topics: ['serious-incidents'],
    ...y2021,
    content: statement(
      'The Case Review Group considered every incident referred to it. Learning was about neglect that went on while ' +
        'each agency waited for another to act, and about young people whose help stopped at 18.',
    ),
  },
  {
    key: 'recommendations-22',
    title: 'Acting on local and national reviews',
    topics: ['recommendations'],
    ...y2021,
    content: statement(
      'Each recommendation of a local or national review has an owner, a date and a check by somebody else. The ' +
        'Executive agreed the shared neglect tool and its launch in answer to national learning.',
    ),
  },
  {
    key: 'scrutiny-22',
    title: 'Independent scrutiny',
    topics: ['scrutiny'],
    ...y2021,
    source: 'F22-SCRUTINY',
    content: statement(
      'The independent scrutineer read this report in draft, followed two audits from plan to action and met young ' +
        'people. She finds that partners know their strengths and gaps, and asks for evidence of what families notice.',
    ),
  },
  {
    key: 'audit-22',
    title: 'What the audits found',
    topics: ['audit'],
    ...y2021,
    source: 'F22-AUDIT',
    content: statement(
      'Six audits were completed. Across them, children’s words were recorded and their wishes seldom shaped the plan; ' +
        'neglect was described and not named; supervision notes were hard to find.',
    ),
  },
  {
    key: 'looked-after-22',
    title: 'Children in care and care leavers',
    topics: ['looked-after'],
    ...y2021,
    content: statement(
      'Each child in care had a health assessment in the year. Care leavers helped to write the guide to turning 18.',
    ),
  },
  {
    key: 'costs-22',
    title: 'What the arrangements cost 2021/22',
    topics: ['costs', 'finance'],
    ...y2021,
    source: 'F22-BUDGET',
    content: table(
      [textColumn('Line'), { label: 'Amount', kind: 'money', total: 'none' }],
      [
        ['Opening balance', 18200],
        ['Income: council', 104000],
        ['Income: health', 82000],
        ['Income: police', 71000],
        ['Spend: staff', 161400],
        ['Spend: independent scrutiny', 18000],
        ['Spend: independent chair', 15000],
        ['Spend: local reviews', 21300],
        ['Spend: multi-agency training', 33900],
        ['Spend: website', 6100],
        ['Closing balance', 19500],
      ],
    ),
  },
];

export const activities2021: ActivityFacts[] = [
  {
    year,
    priority: neglect,
    topic: 'priority',
    text: 'Launched the shared neglect tool with social workers, health visitors and schools.',
    agency: childrensServices,
    from_on: '2021-06-14',
    to_on: '2021-09-30',
    reach: 310,
    reach_label: 'practitioners',
  },
  {
    year,
    priority: transitions,
    topic: 'priority',
    text: 'Published a guide to turning 18, written with young people who had left care.',
    agency: youthJustice,
    from_on: '2021-11-08',
    to_on: '2021-11-08',
  },
  {
    year,
    priority: domesticAbuse,
    topic: 'priority',
    text: 'Police told the child’s school on the same day when officers had attended a home for domestic abuse.',
    agency: police,
    from_on: '2021-04-12',
    to_on: '2022-03-31',
  },
  {
    year,
    topic: 'training',
    text: 'Moved every course to a mix of online and face-to-face sessions.',
    body: training,
    when: 'Autumn 2021',
    from_on: '2021-09-06',
    to_on: '2021-12-17',
  },
  {
    year,
    topic: 'voice',
    text: 'Held a meeting of young people and leaders in each school term.',
    body: voice,
    from_on: '2021-05-11',
    to_on: '2022-03-15',
  },
  {
    year,
    topic: 'serious-incidents',
    text: 'Followed each action plan from a local review every quarter.',
    body: caseReview,
    from_on: '2021-04-20',
    to_on: '2022-03-22',
  },
];

export const claims2021: ClaimFacts[] = [
  {
    key: 'claim-neglect-22',
    year,
    priority: neglect,
    topic: 'priority',
    statement:
      'Use of the shared neglect tool rose from 45.0 per cent of neglect assessments in 2020/21 to 60.0 per cent in 2021/22.',
    about: 'practice',
    for_whom: 'Children whose neglect is being assessed',
    rests_on: [
      { item: 'neglect-tool-21', purpose: 'baseline' },
      { item: 'neglect-tool-22', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-schools-22',
    year,
    priority: domesticAbuse,
    topic: 'priority',
    statement:
      'The share of police visits of which the school was told the same day rose from 60.0 per cent to 72.0 per cent.',
    about: 'practice',
    for_whom: 'Pupils who live with domestic abuse',
    headline: true,
    rests_on: [
      { item: 'school-told-21', purpose: 'baseline' },
      { item: 'school-told-22', purpose: 'follow-up' },
    ],
  },
];

export const nextSteps2021: NextStepFacts[] = [
  {
    year,
    priority: neglect,
    topic: 'priority',
    text: 'Bring the shared neglect tool to every school and nursery.',
    owner_agency: education,
    due_on: '2023-03-31',
  },
  {
    year,
    priority: transitions,
    topic: 'priority',
    text: 'Agree a joint plan with adult services for young people turning 18.',
    owner_body: executive,
    due_on: '2022-12-31',
  },
  {
    year,
    priority: domesticAbuse,
    topic: 'priority',
    text: 'Offer each child who lives with domestic abuse help of their own.',
    owner_agency: lanternHouse,
    due_on: '2023-03-31',
  },
  {
    year,
    topic: 'arrangements',
    text: 'Publish the arrangements with the new health partner.',
    owner_agency: council,
    due_on: '2022-10-31',
  },
];

// Fernshire 2022/23: a light year in the records, the one in which the thread begins. All invented.
import type { ActivityFacts, ClaimFacts, ItemFacts, NextStepFacts } from '../demonstration.ts';
import { measure, statement } from '../facts.ts';
import { childrensServices, kitewing, lanternHouse, police } from './agencies.ts';
import { executive, exploitation } from './bodies.ts';
import { y2022 } from './periods.ts';
import { domesticAbuse, neglect, outside } from './priorities.ts';

const year = '2022-23';

export const items2022: ItemFacts[] = [
  {
    key: 'population-23',
    title: 'Children living in Fernshire',
    topics: ['area'],
    ...y2022,
    as_of_on: '2022-06-30',
    source: 'F23-DATA',
    content: measure(112100, 'children', { basis: 'snapshot', note: 'Estimate for the middle of 2022.' }),
  },
  {
    key: 'voice-23',
    title: 'The Participation Promise',
    topics: ['voice'],
    ...y2022,
    source: 'F23-VOICE',
    content: statement(
      'Young people wrote the Fernshire Participation Promise: space, voice, audience, influence, and an answer. All ' +
        'three partners signed it in November 2022.',
    ),
  },
  {
    key: 'scrutiny-23',
    title: 'Independent scrutiny',
    topics: ['scrutiny'],
    ...y2022,
    source: 'F23-SCRUTINY',
    content: statement(
      'The scrutineer asked how the partnership knows that actions have been carried out, and by whom this was checked.',
    ),
  },
];

export const activities2022: ActivityFacts[] = [
  {
    year,
    priority: neglect,
    topic: 'priority',
    text: 'Took the shared neglect tool to schools and nurseries in seven briefings.',
    agency: childrensServices,
    from_on: '2022-09-19',
    to_on: '2023-02-06',
    reach: 174,
    reach_label: 'school and nursery staff',
  },
  {
    year,
    priority: domesticAbuse,
    topic: 'priority',
    text: 'Opened a group for children who have lived with domestic abuse.',
    agency: lanternHouse,
    from_on: '2022-10-03',
    to_on: '2023-03-31',
    reach: 46,
    reach_label: 'children',
  },
  {
    year,
    priority: outside,
    topic: 'priority',
    text: 'Began weekly meetings of police, social workers and youth workers about young people who go missing.',
    agency: police,
    from_on: '2022-05-10',
    to_on: '2023-03-31',
  },
  {
    year,
    priority: outside,
    topic: 'priority',
    text: 'Drafted the strategy on harm outside the home with young people in two towns.',
    agency: kitewing,
    from_on: '2022-11-07',
    to_on: '2023-03-20',
  },
];

export const claims2022: ClaimFacts[] = [
  {
    key: 'claim-neglect-23',
    year,
    priority: neglect,
    topic: 'priority',
    statement:
      'Use of the shared neglect tool rose from 60.0 per cent of neglect assessments in 2021/22 to 75.0 per cent in 2022/23.',
    about: 'practice',
    for_whom: 'Children whose neglect is being assessed',
    rests_on: [
      { item: 'neglect-tool-22', purpose: 'baseline' },
      { item: 'neglect-tool-23', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-schools-23',
    year,
    priority: domesticAbuse,
    topic: 'priority',
    statement:
      'The share of police visits of which the school was told the same day rose from 72.0 per cent to 82.5 per cent.',
    about: 'practice',
    for_whom: 'Pupils who live with domestic abuse',
    rests_on: [
      { item: 'school-told-22', purpose: 'baseline' },
      { item: 'school-told-23', purpose: 'follow-up' },
    ],
  },
];

export const nextSteps2022: NextStepFacts[] = [
  {
    year,
    priority: outside,
    topic: 'priority',
    text: 'Publish the strategy on harm outside the home.',
    owner_body: exploitation,
    due_on: '2023-05-31',
  },
  {
    year,
    priority: neglect,
    topic: 'priority',
    text: 'Carry the shared neglect tool into everyday supervision, where it stays in use without being a priority.',
    owner_agency: childrensServices,
    due_on: '2023-09-30',
  },
  {
    year,
    priority: domesticAbuse,
    topic: 'priority',
    text: 'Hand the children’s group to family help, with its funding.',
    owner_body: executive,
    due_on: '2023-07-31',
  },
];

// Fernshire 2023/24, the clean year: what was different, each claim resting on figures of one definition or on voices.
import type { ClaimFacts } from '../demonstration.ts';
import { babies, feelingWell, outside } from './priorities.ts';

const year = '2023-24';

export const claims2023: ClaimFacts[] = [
  {
    key: 'claim-rhi-24',
    year,
    priority: outside,
    topic: 'priority',
    statement:
      'The share of return home interviews held within 72 hours rose from 60.0 per cent in 2022/23 to 75.0 per cent in 2023/24.',
    about: 'practice',
    for_whom: 'Young people who have been missing from home',
    headline: true,
    source: 'F24-DATA',
    rests_on: [
      { item: 'rhi-72h-23', purpose: 'baseline' },
      { item: 'rhi-72h-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-babies-24',
    year,
    priority: babies,
    topic: 'priority',
    statement:
      'Plans for unborn babies agreed before birth rose from 72.5 per cent in 2022/23 to 92.0 per cent in 2023/24.',
    about: 'children',
    for_whom: 'Babies who need a plan before birth',
    headline: true,
    source: 'F24-DATA',
    rests_on: [
      { item: 'unborn-plan-23', purpose: 'baseline' },
      { item: 'unborn-plan-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-fathers-24',
    year,
    priority: babies,
    topic: 'priority',
    statement:
      'Plans that record the views of the father or partner rose from 30.0 per cent in 2022/23 to 50.0 per cent in 2023/24.',
    about: 'practice',
    for_whom: 'Fathers, partners and their babies',
    source: 'F24-AUDIT',
    rests_on: [
      { item: 'father-view-23', purpose: 'baseline' },
      { item: 'father-view-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-adult-24',
    year,
    priority: feelingWell,
    topic: 'priority',
    statement:
      'Pupils who say there is an adult at school they can talk to rose from 66.0 per cent in spring 2023 to 70.0 per cent in spring 2024.',
    about: 'children',
    for_whom: 'Pupils aged 9 to 16',
    headline: true,
    source: 'F24-SURVEY',
    rests_on: [
      { item: 'trusted-adult-23', purpose: 'baseline' },
      { item: 'trusted-adult-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-training-24',
    year,
    topic: 'training',
    statement:
      'Delegates who could say, three months on, how they used a course rose from 45.0 per cent in 2022/23 to 60.0 per cent in 2023/24.',
    about: 'practice',
    for_whom: 'Practitioners of all agencies',
    source: 'F24-VOICE',
    rests_on: [
      { item: 'practice-used-23', purpose: 'baseline' },
      { item: 'practice-used-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-care-leavers-24',
    year,
    topic: 'looked-after',
    statement:
      'Care leavers in education, work or training rose from 55.0 per cent in 2022/23 to 60.0 per cent in 2023/24.',
    about: 'children',
    for_whom: 'Care leavers aged 17 to 21',
    source: 'F24-DATA',
    rests_on: [
      { item: 'care-leavers-23', purpose: 'baseline' },
      { item: 'care-leavers-24', purpose: 'follow-up' },
    ],
  },
  {
    key: 'claim-voice-24',
    year,
    priority: outside,
    topic: 'priority',
    statement: 'Young people say what has happened when the person who asks is someone they know.',
    about: 'children',
    for_whom: 'Young people who have been missing from home',
    source: 'F24-VOICE',
    rests_on: [
      { item: 'voice-quote-24', purpose: 'supports' },
      { item: 'case-study-24', purpose: 'supports' },
    ],
  },
];

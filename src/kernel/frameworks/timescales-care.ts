// Children in care, within the safeguarding arrangements since Working Together 2026, and young carers.

import { type Timescale, timescales } from './timescale.ts';

const FROM = {
  in_force_from: '2011-04-01',
  in_force_until: null,
  obligation: 'must',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010',
  mark: 'known',
} as const;
const REVIEWING_OFFICER = 'Independent reviewing officer';
const COUNCIL = 'Council';

export const careTimescales: readonly Timescale[] = timescales([
  {
    ...FROM,
    id: 'LAC-01',
    trigger: 'A child comes into care',
    act: 'Hold the first review',
    limit: { amount: 20, unit: 'working-days' },
    who: REVIEWING_OFFICER,
  },
  {
    ...FROM,
    id: 'LAC-01b',
    trigger: 'The first review is held',
    act: 'Hold the second review',
    limit: { amount: 3, unit: 'months' },
    who: REVIEWING_OFFICER,
  },
  {
    ...FROM,
    id: 'LAC-01c',
    trigger: 'The second or a later review is held',
    act: 'Hold the next',
    limit: { amount: 6, unit: 'months' },
    repeats: true,
    who: REVIEWING_OFFICER,
  },
  {
    ...FROM,
    id: 'LAC-02',
    trigger: 'A placement begins',
    act: 'Visit the child',
    limit: { amount: 1, unit: 'weeks' },
    who: 'Social worker',
  },
  {
    ...FROM,
    id: 'LAC-02b',
    trigger: 'The child has been visited',
    act: 'Visit again',
    limit: { amount: 6, unit: 'weeks' },
    repeats: true,
    who: 'Social worker',
  },
  {
    ...FROM,
    id: 'LAC-03',
    trigger: 'A child comes into care',
    act: 'Have the initial health assessment done',
    limit: { amount: 20, unit: 'working-days' },
    who: 'Council and health',
  },
  {
    ...FROM,
    id: 'LAC-04',
    trigger: 'A child comes into care',
    act: 'Have a personal education plan in place',
    limit: { amount: 10, unit: 'working-days' },
    who: COUNCIL,
  },
  {
    id: 'YC-01',
    in_force_from: '2015-04-01',
    in_force_until: null,
    trigger: 'A young carer seems to need help, or asks for it',
    act: 'Assess what they need',
    limit: 'none',
    who: COUNCIL,
    obligation: 'must',
    source: 'Children Act 1989 section 17ZA',
    mark: 'known',
  },
]);

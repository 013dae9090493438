// Allegations about adults who work with children, and children living with private foster carers.

import { ARRANGEMENTS_BEGAN_ON } from './framework.ts';
import { type Timescale, timescales } from './timescale.ts';

const FROM = { in_force_from: ARRANGEMENTS_BEGAN_ON, in_force_until: null };
const FOSTERING = { in_force_from: '2005-07-01', in_force_until: null };
const FOSTERING_REGULATIONS = 'Children (Private Arrangements for Fostering) Regulations 2005';
const COUNCIL = 'Council';

export const allegationTimescales: readonly Timescale[] = timescales([
  {
    ...FROM,
    id: 'LADO-01',
    trigger:
      'It is alleged that an adult who works with children harmed a child, may have committed an offence against one, ' +
      'posed a risk, or may be unsuitable',
    act: 'Refer to the local authority designated officer',
    limit: { amount: 1, unit: 'working-days' },
    who: 'Employer',
    obligation: 'should',
    source: 'Sheffield procedures on allegations about people who work with children',
    mark: 'found',
  },
  {
    ...FROM,
    id: 'LADO-02',
    // Dropped from Keeping Children Safe in Education; the edition is not confirmed, September 2021 is the latest likely.
    in_force_until: '2021-09-01',
    trigger: 'An allegation is referred',
    act: 'Resolve it: four in five within this time',
    limit: { amount: 1, unit: 'months' },
    who: 'Employer and designated officer',
    obligation: 'should',
    source: 'Earlier editions of Keeping Children Safe in Education',
    mark: 'uncertain',
    notes:
      'Nine in ten were to be resolved in 3 months and all but the exceptional in 12. A measure of the past only.',
  },
  {
    ...FROM,
    id: 'LADO-03',
    trigger: 'The criteria for referring an adult to the barring service or the teaching regulator are met',
    act: 'Refer',
    limit: 'none',
    who: 'Employer',
    obligation: 'must',
    source: 'Keeping Children Safe in Education',
    mark: 'known',
    notes: 'As soon as possible.',
  },
  {
    ...FOSTERING,
    id: 'PF-01',
    trigger: 'The day private fostering is to begin',
    act: 'Notify the council beforehand, or at once if it begins sooner',
    limit: { amount: 6, unit: 'weeks', before: true },
    who: 'Private foster carer',
    obligation: 'must',
    source: `${FOSTERING_REGULATIONS}, explanatory note`,
    mark: 'found',
  },
  {
    ...FOSTERING,
    id: 'PF-02',
    trigger: 'The council is notified of private fostering',
    act: 'Visit',
    limit: { amount: 7, unit: 'working-days' },
    who: COUNCIL,
    obligation: 'must',
    source: `${FOSTERING_REGULATIONS}, regulations 4 and 7`,
    mark: 'known',
  },
  {
    ...FOSTERING,
    id: 'PF-03',
    trigger: 'A privately fostered child was visited, in the first year after the council became aware',
    act: 'Visit again and see the child alone',
    limit: { amount: 6, unit: 'weeks' },
    repeats: true,
    who: COUNCIL,
    obligation: 'must',
    source: `${FOSTERING_REGULATIONS}, regulation 8`,
    mark: 'found',
  },
  {
    ...FOSTERING,
    id: 'PF-03b',
    trigger: 'A privately fostered child was visited, in the second or a later year',
    act: 'Visit again and see the child alone',
    limit: { amount: 12, unit: 'weeks' },
    repeats: true,
    who: COUNCIL,
    obligation: 'must',
    source: `${FOSTERING_REGULATIONS}, regulation 8`,
    mark: 'found',
  },
  {
    ...FOSTERING,
    id: 'PF-04',
    trigger:
      'A child under 16, or under 18 if disabled, lives with someone who is not a parent or close relative',
    act: 'Counts as private fostering',
    limit: 'none',
    threshold: { at_least: 28, unit: 'days' },
    who: COUNCIL,
    obligation: 'must',
    source: 'Children Act 1989 section 66',
    mark: 'known',
  },
  {
    ...FOSTERING,
    id: 'PF-05',
    trigger: 'Circumstances change, or the arrangement ends',
    act: 'Tell the council, beforehand where possible',
    limit: { amount: 48, unit: 'clock-hours' },
    who: 'Private foster carer',
    obligation: 'must',
    source: FOSTERING_REGULATIONS,
    mark: 'known',
  },
]);

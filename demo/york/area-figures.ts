// The snapshot of children and young people in York (002:145-217), figure by figure, each with the period that is
// printed beside it. A period such as "23/24" may be a school year or a financial year, so it stays a label; days are
// given only for a quarter, and for the calendar year of the census and of a year printed alone.
import type { Measure } from '../../src/kernel/evidence/shapes.ts';
import { measure } from '../facts.ts';
import type { ClaimFacts, ItemFacts } from '../demonstration.ts';
import { change, item } from './place.ts';

type When = Pick<ItemFacts, 'from_on' | 'to_on' | 'period_label'>;

const quarterTwo: When = { from_on: '2024-07-01', to_on: '2024-09-30', period_label: 'Q2 24/25' };
const quarterFour: When = { from_on: '2025-01-01', to_on: '2025-03-31', period_label: 'Q4 24/25' };
const census: When = { from_on: '2021-01-01', to_on: '2021-12-31', period_label: '2021 Census' };
const labelled = (period_label: string): When => ({ period_label });
const y2223 = labelled('22/23');
const y2324 = labelled('23/24');

const percent = 'per cent';

function figure(
  key: string,
  line: number,
  title: string,
  value: number,
  when: When,
  extra: Partial<Omit<Measure, 'shape' | 'value'>> = {},
): ItemFacts {
  const { unit = percent, ...rest } = extra;
  return item(`area-${key}`, `002:${line}`, title, ['area'], measure(value, unit, rest), {
    geography: 'York',
    ...when,
  });
}

const population: ItemFacts[] = [
  figure(
    'children-share',
    147,
    'Aged 0-18, share of York’s population',
    16.73,
    labelled('mid 2023 estimate'),
  ),
  figure('male', 173, 'Aged 0-18 who identify as male', 50.59, census),
  figure('white', 174, 'Aged 0-18 who identify as white', 90.08, census),
  figure('no-religion', 175, 'Aged 0-18 who follow no religion', 55.71, census),
  figure('uk-identity', 176, 'Aged 0-18 who identify as being from the UK', 95.08, census),
  figure(
    'disabled',
    215,
    'Children and young people considered disabled under the Equality Act',
    6.18,
    census,
  ),
  figure('homeless', 216, 'Children and young people who are homeless', 0.22, census),
  figure('good-health', 217, 'Aged 10-19 who describe their health as very good or good', 95.1, census),
];

const firstDays: ItemFacts[] = [
  figure('smoking-at-delivery', 153, 'Mothers smoking at the time of delivery', 5.9, quarterTwo),
  figure('breastfed', 154, 'Infants breastfed at 6-8 weeks', 63.55, quarterTwo),
  figure('low-birth-weight', 155, 'Term babies of low birth weight (under 2500g)', 2.7, y2223, {
    decimals: 2,
  }),
  figure('infant-mortality', 156, 'Infant mortality rate', 3.1, labelled('22-23'), {
    unit: 'per 1,000 live births',
  }),
  figure('neonatal-mortality', 157, 'Neonatal mortality rate', 2.6, labelled('21-23'), { unit: 'per 1,000' }),
  figure('post-neonatal-mortality', 158, 'Post-neonatal mortality rate', 0.6, labelled('21-23'), {
    unit: 'per 1,000',
  }),
  figure(
    'late-birth-visits',
    159,
    'Face-to-face new birth visits by a health visitor after 14 days',
    31.18,
    quarterTwo,
  ),
  figure(
    'development-at-two',
    166,
    'At or above the expected level at the 2-2½ year review',
    90.96,
    quarterTwo,
  ),
];

const school: ItemFacts[] = [
  figure('excess-weight-reception', 165, 'Reception year children with excess weight', 22.8, y2324, {
    decimals: 2,
  }),
  figure('excess-weight-year-6', 180, 'Year 6 children with excess weight', 19.2, y2324, { decimals: 2 }),
  figure('free-meals-nursery', 167, 'State-funded nurseries: eligible for free school meals', 1.4, y2324),
  figure(
    'free-meals-primary',
    181,
    'State-funded primary schools: eligible for free school meals',
    17,
    y2324,
  ),
  figure('free-meals-secondary', 204, 'Secondary age: eligible for free school meals', 15.2, y2324),
  figure(
    'sen-support-nursery',
    168,
    'State-funded nurseries: special educational needs support',
    22.5,
    y2324,
  ),
  figure('sen-support-primary', 183, 'Primary age: special educational needs support', 10.8, y2324),
  figure('sen-support-secondary', 206, 'Secondary age: special educational needs support', 10.2, y2324),
  figure('plan-nursery', 169, 'State-funded nurseries: education, health and care plan', 6.8, y2324),
  figure('plan-primary', 182, 'State-funded primary schools: education, health and care plan', 2.7, y2324),
  figure('plan-secondary', 205, 'Secondary age: education, health and care plan', 2.4, y2324),
  figure('neet', 203, 'Aged 16-17 not in education, employment or training', 1.3, quarterFour, {
    decimals: 2,
  }),
];

const healthAndHabits: ItemFacts[] = [
  figure('primary-e-cigarettes', 184, 'Primary pupils who have used e-cigarettes', 10, y2324),
  figure('primary-smoked', 184, 'Primary pupils who have smoked cigarettes', 6, y2324),
  figure('primary-alcohol', 185, 'Primary pupils who drink or have tried alcohol once or twice', 33, y2324),
  figure('primary-teeth', 186, 'Primary children who brush their teeth more than once a day', 73, y2324),
  figure(
    'primary-dentist',
    186,
    'Primary children who remember visiting a dentist in the last year',
    50,
    y2324,
    {
      qualifier: 'more-than',
      note: 'Printed in words: just over half.',
    },
  ),
  figure(
    'long-term-conditions',
    192,
    'Aged 10-19 registered with asthma, type 1 diabetes or epilepsy',
    5.6,
    {},
  ),
  figure(
    'wellbeing-score',
    193,
    'Mean Short Warwick Edinburgh Mental Wellbeing Scale score, secondary and sixth form',
    14.9,
    calendar2023(),
    {
      unit: 'points of 35',
      minimum: 7,
      maximum: 35,
      note: 'The report calls this significantly worse than similar populations and prints no figure for them. The lowest possible score, 7, is from the scale itself.',
    },
  ),
  figure('under-18-mothers', 202, 'Teenage mothers (delivery episodes aged under 18)', 1, y2223, {
    decimals: 1,
  }),
  figure(
    'secondary-never-smoked',
    207,
    'Secondary and sixth-form pupils who have never smoked cigarettes',
    90,
    y2324,
  ),
  figure(
    'secondary-e-cigarettes',
    207,
    'Secondary and sixth-form pupils who use or used e-cigarettes',
    25,
    y2324,
    {
      qualifier: 'about',
      note: 'Printed in words: a quarter.',
    },
  ),
  figure(
    'secondary-alcohol',
    208,
    'Secondary and sixth-form pupils who drink or have tried alcohol',
    66,
    y2324,
  ),
  figure('year-12-drugs', 209, 'Year 12 pupils who have tried drugs', 13, y2324),
  figure(
    'secondary-self-harm',
    210,
    'Secondary and sixth-form pupils who self-harmed in the past year',
    25,
    y2324,
    {
      qualifier: 'about',
      note: 'Printed in words: around a quarter.',
    },
  ),
  figure(
    'secondary-teeth',
    211,
    'Secondary and sixth-form pupils who brush their teeth more than once a day',
    84,
    y2324,
  ),
  figure(
    'secondary-dentist',
    211,
    'Secondary and sixth-form pupils who remember visiting a dentist in the last year',
    75,
    y2324,
  ),
];

function calendar2023(): When {
  return { from_on: '2023-01-01', to_on: '2023-12-31', period_label: '2023' };
}

export const areaFigures: ItemFacts[] = [...population, ...firstDays, ...school, ...healthAndHabits];

export const areaClaims: ClaimFacts[] = [
  change(
    '002:193',
    'area',
    'children',
    'York pupils’ mental wellbeing in 2023 was significantly worse than in similar populations.',
    {
      for_whom: 'Secondary and sixth-form pupils',
      rests_on: [{ item: 'area-wellbeing-score', purpose: 'supports' }],
    },
  ),
];

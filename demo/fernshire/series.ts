// Fernshire's measures that run over several years on one definition: the same title, unit and basis each year, so
// that one year's figure is the next one's baseline. All figures are invented; every per cent follows from its counts.
import type { ItemFacts } from '../demonstration.ts';
import { measure } from '../facts.ts';
import type { Topic } from '../../src/kernel/evidence/topics.ts';
import { y2020, y2021, y2022, y2023, y2024 } from './periods.ts';
import { babies, belonging, domesticAbuse, feelingWell, neglect, outside } from './priorities.ts';

const years = { '21': y2020, '22': y2021, '23': y2022, '24': y2023, '25': y2024 };
/** The reporting year a figure belongs to, by the calendar year it ends in. */
type Ending = keyof typeof years;

interface Series {
  key: string;
  title: string;
  topic: Topic;
  /** Other duties it speaks to. */
  also?: Topic[];
  /** The priority it belongs to, and the years in which that is one of the partnership's priorities. */
  priority?: { name: string; in: Ending[] };
  source: 'DATA' | 'AUDIT' | 'VOICE' | 'SURVEY' | 'RETURNS';
  /** A survey is a snapshot on the last day it ran; everything else counts what happened in the year. */
  as_of?: Partial<Record<Ending, { from_on: string; to_on: string; period_label: string }>>;
  note: string;
  /** Numerator and denominator for each year. */
  counts: Partial<Record<Ending, [number, number]>>;
}

function perCent([numerator, denominator]: [number, number]): number {
  return Math.round((1000 * numerator) / denominator) / 10;
}

function itemsOf(of: Series): ItemFacts[] {
  const endings = (Object.keys(years) as Ending[]).filter((ending) => of.counts[ending]);
  return endings.flatMap((ending, i): ItemFacts[] => {
    const counted = of.counts[ending];
    if (!counted) return [];
    const before = endings[i - 1];
    const countedBefore = before && of.counts[before];
    const survey = of.as_of?.[ending];
    const belongs = of.priority?.in.includes(ending) ? of.priority.name : undefined;
    return [
      {
        key: `${of.key}-${ending}`,
        title: of.title,
        topics: [of.topic === 'priority' && !belongs ? 'data-use' : of.topic, ...(of.also ?? [])],
        ...(belongs && { priority: belongs, part: 'difference' as const }),
        ...years[ending],
        ...(survey && { ...survey, as_of_on: survey.to_on }),
        source: `F${ending}-${of.source}`,
        content: measure(perCent(counted), 'per cent', {
          decimals: 1,
          numerator: counted[0],
          denominator: counted[1],
          basis: survey ? 'snapshot' : 'flow',
          minimum: 0,
          maximum: 100,
          note: of.note,
          comparator:
            before && countedBefore
              ? {
                  value: perCent(countedBefore),
                  label: of.as_of?.[before]?.period_label ?? years[before].period_label,
                }
              : null,
        }),
      },
    ];
  });
}

const all: Series[] = [
  {
    key: 'neglect-tool',
    title: 'Neglect assessments that used the shared neglect tool',
    topic: 'priority',
    priority: { name: neglect, in: ['22', '23'] },
    source: 'DATA',
    note: 'Assessments by any agency in which neglect was the main worry.',
    counts: { '21': [63, 140], '22': [90, 150], '23': [120, 160] },
  },
  {
    key: 'school-told',
    title: 'Police visits for domestic abuse of which the child’s school was told the same day',
    topic: 'priority',
    also: ['information-sharing'],
    priority: { name: domesticAbuse, in: ['22', '23'] },
    source: 'DATA',
    note: 'Visits on school days to a home where a pupil lives.',
    counts: { '21': [615, 1025], '22': [792, 1100], '23': [924, 1120] },
  },
  {
    key: 'audit-good',
    title: 'Records audited by several agencies together that were judged good or outstanding',
    topic: 'audit',
    also: ['scrutiny'],
    source: 'AUDIT',
    note: 'Judged by auditors who had no part in the work.',
    counts: { '22': [33, 60], '23': [36, 60], '24': [45, 60], '25': [48, 60] },
  },
  {
    key: 'rhi-72h',
    title: 'Return home interviews held within 72 hours',
    topic: 'priority',
    also: ['data-use', 'information-sharing'],
    priority: { name: outside, in: ['23', '24', '25'] },
    source: 'DATA',
    note: 'Interviews offered and accepted, counted from the hour the young person came home.',
    counts: { '23': [168, 280], '24': [213, 284], '25': [234, 300] },
  },
  {
    key: 'unborn-plan',
    title: 'Plans for unborn babies agreed before birth',
    topic: 'priority',
    priority: { name: babies, in: ['24', '25'] },
    source: 'DATA',
    note: 'Babies born in the year for whom a pre-birth assessment was completed.',
    counts: { '23': [58, 80], '24': [69, 75], '25': [69, 75] },
  },
  {
    key: 'father-view',
    title: 'Plans for babies that record the views of the father or partner',
    topic: 'priority',
    also: ['audit'],
    priority: { name: babies, in: ['24', '25'] },
    source: 'AUDIT',
    note: 'Plans read in the audit of planning for babies.',
    counts: { '23': [27, 90], '24': [44, 88], '25': [63, 90] },
  },
  {
    key: 'trusted-adult',
    title: 'Pupils who say there is an adult at school they can talk to',
    topic: 'priority',
    also: ['voice'],
    priority: { name: feelingWell, in: ['24'] },
    source: 'SURVEY',
    as_of: {
      '23': { from_on: '2023-02-01', to_on: '2023-03-31', period_label: 'Spring 2023' },
      '24': { from_on: '2024-02-01', to_on: '2024-03-29', period_label: 'Spring 2024' },
    },
    note: 'Pupils aged 9 to 16 who answered the question.',
    counts: { '23': [5280, 8000], '24': [5950, 8500] },
  },
  {
    key: 'practice-used',
    title: 'Delegates who say, three months on, how they used what they learned',
    topic: 'training',
    source: 'VOICE',
    note: 'Delegates who answered the follow-up and gave an example from their own work.',
    counts: { '22': [70, 175], '23': [81, 180], '24': [132, 220], '25': [156, 240] },
  },
  {
    key: 'care-leavers',
    title: 'Care leavers in education, work or training',
    topic: 'looked-after',
    source: 'DATA',
    note: 'Young people aged 17 to 21 with whom the council was in touch.',
    counts: { '22': [156, 300], '23': [165, 300], '24': [177, 295], '25': [183, 305] },
  },
  {
    key: 'absence-plan',
    title: 'Pupils who are often absent and have a plan that asks why',
    topic: 'priority',
    also: ['education'],
    priority: { name: belonging, in: ['25'] },
    source: 'RETURNS',
    note: 'Pupils who missed half of their sessions in a term, in the ten schools that sent a return.',
    counts: { '24': [171, 380], '25': [259, 370] },
  },
];

export const seriesItems: ItemFacts[] = all.flatMap(itemsOf);

// Where Fernshire's figures and findings come from: invented documents and data sets, one a year for each return.
import type { SourceFacts } from '../demonstration.ts';
import { caseReview, quality } from './bodies.ts';

const partnership = 'Fernshire Safeguarding Children Partnership';

interface Span {
  short: string;
  shown: string;
  from_on: string;
  to_on: string;
  published_on: string;
}

const spans: Span[] = [
  { short: 'F22', shown: '2021/22', from_on: '2021-04-01', to_on: '2022-03-31', published_on: '2022-06-10' },
  { short: 'F23', shown: '2022/23', from_on: '2022-04-01', to_on: '2023-03-31', published_on: '2023-06-09' },
  { short: 'F24', shown: '2023/24', from_on: '2023-04-01', to_on: '2024-03-31', published_on: '2024-06-14' },
  { short: 'F25', shown: '2024/25', from_on: '2024-04-01', to_on: '2025-03-31', published_on: '2025-06-13' },
];

function yearly({ short, shown, from_on, to_on, published_on }: Span): SourceFacts[] {
  const period = { from_on, to_on };
  return [
    {
      code: `${short}-DATA`,
      title: `Partnership data set ${shown}`,
      kind: 'data-set',
      publisher: partnership,
      published_on,
      ...period,
    },
    {
      code: `${short}-AUDIT`,
      title: `Multi-agency audit programme ${shown}`,
      kind: 'audit',
      publisher: partnership,
      ...period,
    },
    {
      code: `${short}-RETURNS`,
      title: `Agency returns ${shown}`,
      kind: 'return',
      publisher: partnership,
      ...period,
    },
    {
      code: `${short}-SCRUTINY`,
      title: `Independent scrutineer’s reports ${shown}`,
      kind: 'report',
      publisher: 'Independent scrutineer',
      ...period,
    },
    {
      code: `${short}-VOICE`,
      title: `What children and families told us ${shown}`,
      kind: 'feedback',
      publisher: partnership,
      ...period,
    },
    {
      code: `${short}-MINUTES`,
      title: `Minutes of the partnership’s bodies ${shown}`,
      kind: 'minutes',
      publisher: partnership,
      ...period,
    },
    {
      code: `${short}-BUDGET`,
      title: `Partnership budget and outturn ${shown}`,
      kind: 'return',
      publisher: partnership,
      ...period,
    },
  ];
}

export const sources: SourceFacts[] = [
  {
    code: 'F21-DATA',
    title: 'Partnership data set 2020/21',
    kind: 'data-set',
    publisher: partnership,
    published_on: '2021-06-11',
    from_on: '2020-04-01',
    to_on: '2021-03-31',
  },
  ...spans.flatMap(yearly),
  {
    code: 'F23-SURVEY',
    title: 'Fernshire school health survey, spring 2023',
    kind: 'survey',
    publisher: 'Fernshire Public Health',
    published_on: '2023-07-03',
    from_on: '2023-02-01',
    to_on: '2023-03-31',
  },
  {
    code: 'F24-SURVEY',
    title: 'Fernshire school health survey, spring 2024',
    kind: 'survey',
    publisher: 'Fernshire Public Health',
    published_on: '2024-07-01',
    from_on: '2024-02-01',
    to_on: '2024-03-29',
  },
  {
    code: 'F24-REVIEW',
    title: 'Themes from rapid reviews 2023/24',
    kind: 'report',
    publisher: caseReview,
    from_on: '2023-04-01',
    to_on: '2024-03-31',
    note: 'Themes only. Nothing about any child is kept here.',
  },
  {
    code: 'F25-REVIEW',
    title: 'Themes from rapid reviews 2024/25',
    kind: 'report',
    publisher: caseReview,
    from_on: '2024-04-01',
    to_on: '2025-03-31',
    note: 'Themes only. Nothing about any child is kept here.',
  },
  {
    code: 'F24-BABIES',
    title: 'Audit of unborn baby planning',
    kind: 'audit',
    publisher: quality,
    published_on: '2024-02-20',
    from_on: '2023-10-01',
    to_on: '2024-01-31',
  },
];

// The facts of Fernshire 2024/25 that carry a planted fault each, so that the demonstration shows what the rules find.
// The numbers are those of planted.ts; (13) is that no cost table exists.
import type { ClaimFacts, ItemFacts, StrandFacts } from '../demonstration.ts';
import { caseStudy, countColumn, measure, statement, table, textColumn } from '../facts.ts';
import { executive, qualityFormerName } from './bodies.ts';
import { county, y2024 } from './periods.ts';
import { babies, feelingWell, outside, outsideWrongName } from './priorities.ts';

const year = '2024-25';

export const plantedItems: ItemFacts[] = [
  {
    // (1) 233 + 129 + 141 = 503, printed as 530. Sessions do add up.
    key: 'training-25',
    title: 'Multi-agency training 2024/25',
    topics: ['training'],
    ...y2024,
    source: 'F25-RETURNS',
    content: table(
      [textColumn('Course'), countColumn('Sessions'), countColumn('Attendances')],
      [
        ['Working together to safeguard children', 13, 233],
        ['Planning before birth', 8, 129],
        ['Harm outside the home', 9, 141],
      ],
      ['Total', 30, 530],
      'An attendance is a person at a session; a person at two courses counts twice.',
    ),
  },
  {
    // (2) 30.4 + 25.8 + 12.1 + 21.7 + 7.0 = 97.0
    key: 'training-shares-25',
    title: 'Who came to training, share of attendances 2024/25',
    topics: ['training'],
    ...y2024,
    source: 'F25-RETURNS',
    content: table(
      [textColumn('Agency'), { label: 'Share of attendances', kind: 'percent', total: 'sum' }],
      [
        ['Council', 30.4],
        ['Health', 25.8],
        ['Police', 12.1],
        ['Schools and settings', 21.7],
        ['Voluntary sector', 7],
      ],
    ),
  },
  {
    // (5) Counted in the quarter after the year ended, and cited as if it belonged to it.
    key: 'parenting-25',
    title: 'Families who finished the course for new parents',
    topics: ['priority'],
    priority: babies,
    part: 'difference',
    year: '2024-25',
    from_on: '2025-04-01',
    to_on: '2025-06-30',
    period_label: 'April to June 2025',
    geography: county,
    source: 'F25-RETURNS',
    content: measure(64, 'families', { basis: 'flow' }),
  },
  {
    // (6) The sub-group took its present name on 1 April 2023.
    key: 'audit-themes-25',
    title: 'Themes of the audits',
    topics: ['audit', 'scrutiny'],
    ...y2024,
    source: 'F25-AUDIT',
    content: statement(
      `The ${qualityFormerName} received the findings of each audit and asked every agency for a reply.`,
    ),
  },
  {
    // (7) The priority is called “Harm outside the home”.
    key: 'forum-25',
    title: 'Work shown to the Wider Partnership Forum',
    topics: ['priority'],
    priority: outside,
    part: 'done',
    ...y2024,
    source: 'F25-MINUTES',
    content: statement(
      `Young people showed their work under the priority ${outsideWrongName} to the Wider Partnership Forum in July 2024.`,
    ),
  },
  {
    // (8) One expansion here …
    key: 'sharing-25',
    title: 'Information sharing that changed practice',
    topics: ['information-sharing'],
    ...y2024,
    source: 'F25-RETURNS',
    content: statement(
      'Police tell the school and The Kitewing Project within hours when a young person is found, so that the Return Home ' +
        'Interview (RHI) can be held in time.',
    ),
  },
  {
    // (8) … and another here.
    key: 'health-return-25',
    title: 'Health staff and young people who were missing',
    topics: ['information-sharing'],
    ...y2024,
    source: 'F25-RETURNS',
    content: statement(
      'School nurses are told when a Return Health Interview (RHI) has been held, and offer an appointment.',
    ),
  },
  {
    // (9) A count of 3 children beside the themes of the year’s incidents, with nobody’s permission to print it.
    key: 'notifications-25',
    title: 'Children about whom a serious incident was notified',
    topics: ['serious-incidents'],
    ...y2024,
    source: 'F25-RETURNS',
    content: measure(3, 'children', { basis: 'flow' }),
  },
  {
    // (10) A first name, and nothing that says it was changed.
    key: 'case-study-25',
    title: 'Back in school after a hard spring',
    topics: ['voice', 'priority'],
    priority: feelingWell,
    part: 'difference',
    ...y2024,
    source: 'F25-VOICE',
    content: caseStudy(
      'A pupil had stayed at home for weeks after a death in the family. A school nurse called each week and asked what ' +
        'would make the day bearable. In the end it was Sophie who chose the hour, the door and the teacher, and came back.',
      { consent: 'recorded', names_changed: false, cleared_by: 'Named professional for safeguarding' },
    ),
  },
  {
    // (12) 39,100 + 294,000 − 288,800 = 44,300, printed as 41,600. Topic “finance” only, so that (13) no table of costs.
    key: 'budget-25',
    title: 'Budget and outturn 2024/25',
    topics: ['finance'],
    ...y2024,
    source: 'F25-BUDGET',
    content: table(
      [textColumn('Line'), { label: 'Amount', kind: 'money', total: 'none' }],
      [
        ['Opening balance', 39100],
        ['Income: council', 98000],
        ['Income: integrated care board', 98000],
        ['Income: police', 98000],
        ['Spend: staff', 184500],
        ['Spend: independent scrutiny', 22000],
        ['Spend: everything else', 82300],
        ['Closing balance', 41600],
      ],
    ),
  },
];

export const plantedClaims: ClaimFacts[] = [
  {
    // (3) Fewer than when, and how many?
    key: 'claim-missing-25',
    year,
    priority: outside,
    topic: 'priority',
    statement: 'Fewer young people went missing from home again after a conversation with a youth worker.',
    about: 'children',
    for_whom: 'Young people who have been missing from home',
  },
  {
    // (4) A headline of impact that rests on nothing.
    key: 'claim-campaign-25',
    year,
    priority: feelingWell,
    topic: 'priority',
    statement: 'Pupils’ wellbeing improved because of the campaign Someone to Ring.',
    about: 'children',
    for_whom: 'Secondary school pupils',
    headline: true,
  },
  {
    // Cites (5); it compares nothing, so the period is its only fault.
    key: 'claim-parenting-25',
    year,
    priority: babies,
    topic: 'priority',
    statement: 'Families finished the course for new parents.',
    about: 'reach',
    for_whom: 'New parents',
    rests_on: [{ item: 'parenting-25', purpose: 'supports' }],
  },
];

export const plantedStrands: StrandFacts[] = [
  {
    // (11) Funding is for the Lead Safeguarding Partners, who have delegated it to nobody.
    strand: 'decision',
    key: 'd-funding-2024',
    body: executive,
    taken_on: '2024-07-16',
    text: 'Each partner pays 98,000 pounds for 2024/25, and the reserve pays for a second trainer.',
    matter: 'funding',
    source: 'F25-MINUTES',
    locator: '16 July 2024, item 8',
  },
];

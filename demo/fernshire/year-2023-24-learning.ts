// Fernshire 2023/24, the clean year, continued: learning, scrutiny, training, education, data, money and reforms.
import type { ItemFacts } from '../demonstration.ts';
import { countColumn, measure, statement, table, textColumn } from '../facts.ts';
import { y2023 } from './periods.ts';

const learning: ItemFacts[] = [
  {
    key: 'notifications-24',
    title: 'Serious incident notifications',
    topics: ['serious-incidents'],
    ...y2023,
    source: 'F24-RETURNS',
    content: measure(2, 'notifications', { basis: 'flow' }),
  },
  {
    key: 'themes-24',
    title: 'What serious incidents taught us',
    topics: ['serious-incidents', 'scrutiny'],
    ...y2023,
    source: 'F24-REVIEW',
    content: statement(
      'Rapid reviews were held within 15 working days. Their themes: fathers and partners unknown to services; messages ' +
        'between hospital and community staff that nobody was asked to act on; adults who told their own worries to ' +
        'different agencies. The Case Review Group asked why each happened: forms had no place for a partner, and nobody ' +
        'owned the call back.',
    ),
  },
  {
    key: 'recommendations-24',
    title: 'Acting on local and national reviews',
    topics: ['recommendations'],
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'Recommendations of national reviews are read by the Case Review Group, which says for each what Fernshire will do, ' +
        'who owns it and who will check. In the year it did so for learning on babies and on harm outside the home.',
    ),
  },
  {
    key: 'audits-24',
    title: 'Multi-agency audits completed',
    topics: ['audit'],
    ...y2023,
    source: 'F24-AUDIT',
    content: measure(6, 'audits', { basis: 'flow' }),
  },
  {
    key: 'audit-themes-24',
    title: 'Themes of the audits',
    topics: ['audit', 'scrutiny'],
    ...y2023,
    source: 'F24-AUDIT',
    content: statement(
      'Across the audits, chronologies were shared in good time and plans said what the child would see change. Fathers ' +
        'were named and seldom spoken with. Supervision notes recorded what was decided and left out why.',
    ),
  },
  {
    key: 'peer-24',
    title: 'Peer review by a neighbouring partnership',
    topics: ['inspection'],
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'In November 2023 colleagues from the Marlshire Safeguarding Children Partnership spent two days with us. They found ' +
        'trust between leaders and clear registers, and advised us to show families what came of their views.',
    ),
  },
  {
    key: 'scrutiny-24',
    title: 'Themes of independent scrutiny',
    topics: ['scrutiny'],
    ...y2023,
    source: 'F24-SCRUTINY',
    content: statement(
      'The independent scrutineer sat in on every body, followed actions to the front line and met young people without ' +
        'officers present. Reviews, audits and scrutiny share these themes: fathers, the call back, and proof that an ' +
        'action reached practice.',
    ),
  },
  {
    key: 'deaths-24',
    title: 'Child death reviews completed by the joint panel',
    topics: ['child-deaths'],
    ...y2023,
    geography: 'Fernshire and Marlshire',
    source: 'F24-RETURNS',
    content: measure(21, 'reviews', { basis: 'flow', note: 'For both counties together.' }),
  },
  {
    key: 'deaths-themes-24',
    title: 'What child death reviews taught both counties',
    topics: ['child-deaths'],
    ...y2023,
    geography: 'Fernshire and Marlshire',
    content: statement(
      'The Fernshire and Marlshire Child Death Overview Panel asked for safe sleep advice at each home visit and for a ' +
        'named person for bereaved families. Both counties have agreed.',
    ),
  },
];

const people: ItemFacts[] = [
  {
    key: 'training-24',
    title: 'Multi-agency training 2023/24',
    topics: ['training'],
    ...y2023,
    source: 'F24-RETURNS',
    content: table(
      [
        textColumn('Course'),
        countColumn('Sessions'),
        countColumn('Attendances'),
        countColumn('Did not attend'),
      ],
      [
        ['Working together to safeguard children', 14, 231, 17],
        ['Planning before birth', 8, 122, 9],
        ['Harm outside the home', 10, 164, 12],
        ['Talking with fathers', 7, 98, 8],
      ],
      ['Total', 39, 615, 46],
      'An attendance is a person at a session; a person at two courses counts twice.',
    ),
  },
  {
    key: 'training-shares-24',
    title: 'Who came to training, share of attendances 2023/24',
    topics: ['training'],
    ...y2023,
    source: 'F24-RETURNS',
    content: table(
      [textColumn('Agency'), { label: 'Share of attendances', kind: 'percent', total: 'sum' }],
      [
        ['Council', 31],
        ['Health', 27.5],
        ['Police', 12.5],
        ['Schools and settings', 22],
        ['Voluntary sector', 7],
      ],
      ['Total', 100],
    ),
  },
  {
    key: 'training-impact-24',
    title: 'What people do with their training',
    topics: ['training'],
    ...y2023,
    source: 'F24-VOICE',
    content: statement(
      'Three months after a course each delegate is asked for an example from practice. Examples named a father brought ' +
        'into a plan, a chronology shared before a conference, and a young person met at the youth club.',
    ),
  },
  {
    key: 'education-strategic-24',
    title: 'Education where work is led',
    topics: ['education'],
    ...y2023,
    content: statement(
      'The chief executive of Quillham and Yarrow Multi-Academy Trust and the council’s head of safeguarding in schools ' +
        'sit on the Executive. The Education Reference Group asked for one page a term for governors, and has it.',
    ),
  },
  {
    key: 'education-seats-24',
    title: 'Education at the partnership’s meetings, share of meetings attended',
    topics: ['education'],
    ...y2023,
    source: 'F24-MINUTES',
    content: table(
      [
        textColumn('Body'),
        textColumn('Seats held by'),
        { label: 'Meetings attended', kind: 'percent', total: 'none' },
      ],
      [
        ['Executive', 'Trust chief executive; council', 100],
        ['Quality and Learning Sub-group', 'Council', 83.3],
        ['Exploitation and Missing Sub-group', 'Further education college; council', 100],
        ['Case Review Group', 'Council', 91.7],
      ],
    ),
  },
  {
    key: 'data-use-24',
    title: 'How data is used',
    topics: ['data-use'],
    ...y2023,
    source: 'F24-DATA',
    content: statement(
      'The Quality and Learning Sub-group reads the data set each quarter and writes beside each figure what it will ask ' +
        'next. Figures on young people missing from home led to the walk at the bus station in Port Ansel.',
    ),
  },
  {
    key: 'sharing-24',
    title: 'Information sharing that changed practice',
    topics: ['information-sharing'],
    ...y2023,
    source: 'F24-RETURNS',
    content: statement(
      'Police tell the school and The Kitewing Project within hours when a young person is found, so that the Return Home ' +
        'Interview (RHI) can be held in time by someone the young person has met. The partners signed one information ' +
        'sharing agreement in June 2023.',
    ),
  },
  {
    key: 'newsletter-24',
    title: 'Readers of the newsletter',
    topics: ['communications'],
    ...y2023,
    as_of_on: '2024-03-31',
    source: 'F24-RETURNS',
    content: measure(940, 'subscribers', { basis: 'snapshot' }),
  },
];

const moneyAndReform: ItemFacts[] = [
  {
    key: 'costs-24',
    title: 'What the arrangements cost 2023/24',
    topics: ['costs', 'finance'],
    ...y2023,
    source: 'F24-BUDGET',
    content: table(
      [textColumn('Line'), { label: 'Amount', kind: 'money', total: 'none' }],
      [
        ['Opening balance', 21400],
        ['Income: council', 96000],
        ['Income: integrated care board', 96000],
        ['Income: police', 96000],
        ['Spend: staff', 176250],
        ['Spend: independent scrutiny', 21000],
        ['Spend: local reviews', 24300],
        ['Spend: multi-agency training', 41800],
        ['Spend: website', 6950],
        ['Closing balance', 39100],
      ],
    ),
  },
  {
    key: 'finance-24',
    title: 'How the budget was agreed',
    topics: ['finance'],
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'The Lead Safeguarding Partners agreed equal shares for the council, the integrated care board and the police. The ' +
        'council also gave rooms and payroll without charge.',
    ),
  },
  {
    key: 'reforms-24',
    title: 'National reforms: what was decided and done',
    topics: ['reforms'],
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'Working Together 2023 was published in December 2023. The Lead Safeguarding Partners named their delegates and a ' +
        'partnership chair, and asked for a plan for family help. The Executive set up a reform tracker in February 2024.',
    ),
  },
  {
    key: 'reforms-issues-24',
    title: 'National reforms: what got in the way',
    topics: ['reforms'],
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'Health visitors and social workers keep records on systems that do not talk to each other, so family help plans ' +
        'are copied by hand. The tracker names an owner in each agency and a date for a shared plan.',
    ),
  },
  {
    key: 'fairness-24',
    title: 'Who is seen and who is not',
    topics: ['disproportionality'],
    ...y2023,
    source: 'F24-DATA',
    content: statement(
      'Ethnicity was recorded for 96 per cent of children with a family help plan. The Executive has asked each agency to ' +
        'read its own figures with families from the communities concerned.',
    ),
  },
];

export const learning2023: ItemFacts[] = [...learning, ...people, ...moneyAndReform];

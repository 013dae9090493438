// The independent scrutineer's report for 2024–2025 (document 001): its frame, what it looked at, and its judgements.
import { quotation, statement, table, textColumn } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { change, done, item, next, type Subject } from './place.ts';

const strength = 'area of strength';
/** As document 001 prints it (001:9): a month more than the annual report's. */
const reportPeriod = {
  from_on: '2024-03-01',
  to_on: '2025-03-31',
  period_label: '1st March 2024 to 31st March 2025',
};

const frame: ItemFacts[] = [
  item(
    'scrutiny-six-steps',
    '001:228',
    'Judgement of each of the six steps',
    ['scrutiny'],
    table(
      [textColumn('Step'), textColumn('Judgement'), textColumn('Words in its chapter')],
      [
        [
          '1 Three core partner leads take part in strategic planning',
          strength,
          'robust and highly effective governance (001:109)',
        ],
        [
          '2 Wider partners and relevant agencies take part',
          strength,
          'a high degree of commitment (001:154)',
        ],
        [
          '3 Voice and engagement of children and young people',
          strength,
          'an area of significant strength (001:168)',
        ],
        [
          '4 Quality assurance: data, audit, information sharing',
          strength,
          'further opportunities (001:200)',
        ],
        ['5 Learning from local and national reviews', strength, 'an area of real strength (001:210)'],
        ['6 Multi-agency training', strength, 'an area of real strength (001:222)'],
      ],
    ),
    reportPeriod,
  ),
  item(
    'scrutiny-core-elements',
    '001:41',
    'Core elements of Working Together that the scrutineer uses',
    ['scrutiny'],
    statement(
      'A shared responsibility; multi-agency safeguarding arrangements; help, support and protection; decisive multi-agency child protection; learning culture.',
    ),
  ),
  item(
    'scrutiny-themes',
    '001:53',
    'Cross-cutting themes that the scrutineer uses',
    ['scrutiny'],
    statement(
      'Voice and influence; Information sharing and communication; Working in partnership; Leadership; Governance; Impact and scrutiny.',
    ),
  ),
  item(
    'scrutiny-looked-at',
    '001:77',
    'What the scrutineer looked at',
    ['scrutiny'],
    table(
      [textColumn('Work'), textColumn('Printed at')],
      [
        ['Facilitated the self-assessment health check 2024', '001:79'],
        ['Anonymous feedback of families after early help (June 2024)', '001:81'],
        ['Strategic documents, with the York Children and Young People’s Plan 2024-2027', '001:83'],
        ['Governance arrangements', '001:85'],
        ['Strategies, procedures, briefings, training and development', '001:87'],
        ['Reports to the Executive, with sub-group assurance reports', '001:89'],
        ['Chaired the Executive', '001:91'],
        ['Deep dive audit on re-referrals to children’s social care (May 2024)', '001:93'],
        ['Attended development events', '001:95'],
        ['Performance information', '001:97'],
        ['Notifications, rapid review meetings and their outcomes', '001:99'],
        ['Practice elsewhere and joint targeted area inspections', '001:101'],
      ],
    ),
    reportPeriod,
  ),
];

const judgements: ItemFacts[] = [
  item(
    'scrutiny-period',
    '001:9',
    'Period of the scrutineer’s report',
    ['scrutiny'],
    statement(
      'The scrutineer’s report covers 1 March 2024 to 31 March 2025, thirteen months; the annual report covers 1 April 2024 to 31 March 2025 (002:103).',
    ),
    reportPeriod,
  ),
  item(
    'scrutiny-dual-role',
    '001:75',
    'One person, two offices',
    ['scrutiny', 'arrangements'],
    statement(
      'The scrutineer holds a dual role, as independent chair of the Executive and as independent scrutineer.',
    ),
  ),
  item(
    'scrutiny-leadership',
    '001:109',
    'Step 1: leadership',
    ['scrutiny', 'partner-contribution'],
    statement(
      'Governance is “robust and highly effective”; the three delegated partners lead together (001:111), minutes show assurance and oversight of the priorities (001:125), and the culture welcomes respectful challenge (001:127).',
    ),
  ),
  item(
    'scrutiny-wider-partners',
    '001:150',
    'Step 2: wider partners',
    ['scrutiny'],
    statement(
      'Wider partners are informed and engaged; they helped to shape the priorities and the plan, with a high degree of commitment and openness to reflective learning (001:152-154).',
    ),
  ),
  item(
    'scrutiny-voice',
    '001:168',
    'Step 3: voice',
    ['scrutiny', 'voice'],
    statement(
      'Voice is “an area of significant strength”: a clear ambition that lived experience shapes the work, a sub-group for it (001:174), the council’s Head of Innovation and Children’s Champion, a Youth Council and a Children in Care Council (001:176).',
    ),
  ),
  item(
    'scrutiny-quality',
    '001:190',
    'Step 4: quality assurance',
    ['scrutiny', 'information-sharing', 'data-use'],
    statement(
      'Procedures and information sharing agreements are effective; data are available and well embedded within single agencies (001:192).',
    ),
  ),
  item(
    'scrutiny-reviews',
    '001:206',
    'Step 5: learning from reviews',
    ['scrutiny', 'serious-incidents'],
    statement(
      'Processes for learning from local and national reviews are clear and, the scrutineer says, fully compliant with chapter 5 of Working Together (001:208, where its year is misprinted).',
    ),
  ),
  item(
    'scrutiny-strategy-progress',
    '001:180',
    'Followed up from last year: the involvement strategy',
    ['scrutiny', 'voice', 'recommendations'],
    statement(
      'Last year’s scrutiny found the Children’s Rights and Involvement Strategy (October 2021) due for review. It has been followed by the Voice and Involvement Strategy 2025-2028, now published (001:182).',
    ),
  ),
  item(
    'scrutiny-conclusion',
    '001:264',
    'Conclusion',
    ['scrutiny'],
    quotation(
      'strong and highly effective',
      'Independent Chair and Scrutineer, on the multi-agency arrangements',
    ),
  ),
  item(
    'scrutiny-culture',
    '001:268',
    'Culture',
    ['scrutiny'],
    statement(
      'Relational practice is firmly embedded, with openness, reflection, an ambition to learn and innovation (001:270); York is in a strong position for the national reforms (001:288).',
    ),
  ),
  item(
    'health-check-conclusion',
    '001:266',
    'Self-assessment health check',
    ['scrutiny'],
    quotation('a mature partnership', 'CYSCP Self-Assessment Health Check, July 2024'),
    { from_on: '2024-07-01', to_on: '2024-07-31', period_label: 'July 2024' },
  ),
];

export const scrutiny: Subject = {
  items: [...frame, ...judgements],
  activities: [
    done('001:79', 'scrutiny', 'The scrutineer facilitated a self-assessment health check.', {
      when: 'July 2024',
    }),
    done(
      '001:93',
      'scrutiny',
      'The scrutineer made a deep dive audit of re-referrals to children’s social care.',
      {
        from_on: '2024-05-01',
        to_on: '2024-05-31',
        when: 'May 2024',
      },
    ),
  ],
  claims: [
    change(
      '001:170',
      'scrutiny',
      'practice',
      'Listening to what matters to children and young people is a strong part of the culture.',
      {
        rests_on: [{ item: 'plan-consultation', purpose: 'supports' }],
      },
    ),
  ],
  next_steps: [next('001:258', 'scrutiny', 'Consider how the scrutineer’s role can give deeper assurance.')],
};

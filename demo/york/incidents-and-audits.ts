// Serious incidents, reviews and audits (002:690-734; 001:93, 198-216), and the inspection of the council’s children’s
// services with each place where the documents speak of it.
import { measure, quotation, statement, table, textColumn } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { caseReviewGroup, executive } from './bodies.ts';
import { change, done, item, next, reportedYear, type Subject } from './place.ts';

function count(key: string, line: number, title: string, value: number, unit: string): ItemFacts {
  const topic = key === 'audits' ? 'audit' : 'serious-incidents';
  return item(`count-${key}`, `002:${line}`, title, [topic], measure(value, unit), {
    ...reportedYear,
    geography: 'York',
  });
}

const counts: ItemFacts[] = [
  count('notifications', 702, 'Notifications about children made to the National Panel', 3, 'notifications'),
  count(
    'care-leaver-notifications',
    703,
    'Notifications about care leavers made to the National Panel',
    0,
    'notifications',
  ),
  count('rapid-reviews', 704, 'Rapid reviews', 3, 'reviews'),
  count('practice-reviews', 705, 'Local child safeguarding practice reviews', 0, 'reviews'),
  count('local-reviews', 706, 'Local multi-agency case reviews', 1, 'reviews'),
  count('audits', 707, 'Multi-agency audits', 5, 'audits'),
  item(
    'notifications-scrutineer',
    '001:214',
    'Serious incident notifications, as the scrutineer counts them',
    ['serious-incidents', 'scrutiny'],
    measure(3, 'notifications'),
    {
      period_label: '2024/25',
      geography: 'York',
    },
  ),
];

const learning: ItemFacts[] = [
  item(
    'review-themes',
    '002:711',
    'Themes from the multi-agency reviews',
    ['serious-incidents'],
    table(
      [textColumn('Theme')],
      [
        ['Non-accidental injury to children under one'],
        ['Domestic abuse'],
        ['Allegations against professionals and people in positions of trust'],
        ['Engagement of father and partners'],
        ['Response to an earlier 999 call and attendance at A&E'],
        ['Parental mental health'],
        ['Parental substance misuse'],
        ['Housing'],
        ['Managing sexual abuse regardless of gender'],
        ['Neurodiversity'],
        ['Transfer between local authority children’s services'],
      ],
    ),
    { ...reportedYear },
  ),
  item(
    'care-leaver-duty',
    '002:694',
    'The death of a care leaver: whom the council tells',
    ['serious-incidents', 'reforms'],
    statement(
      'Chapter 5 of Working Together 2023 adds a duty: when a care leaver up to and including the age of 24 dies, the council tells the Secretary of State for Education and Ofsted.',
    ),
  ),
  item(
    'action-plans',
    '002:728',
    'Action plans from reviews',
    ['recommendations', 'serious-incidents'],
    statement(
      'Each review has a detailed action plan, which the sub-group monitors every quarter with assurance to the Executive (002:730). The plans are available and “not normally published”.',
    ),
  ),
  item(
    'learning-published',
    '002:732',
    'How learning is shared',
    ['serious-incidents', 'training'],
    statement(
      'Learning from every review is published as a 7 point briefing or learning on a page and passed on by agencies; a web page gathers legislation, learning, briefings, masterclasses and action plans (002:734).',
    ),
  ),
  item(
    'rapid-review-learning',
    '001:210',
    'Rapid reviews, as the scrutineer sees them',
    ['serious-incidents', 'scrutiny'],
    statement(
      'The scrutineer calls the deep, child-centred learning in rapid review meetings “an area of real strength”, with strong oversight of all incidents by the delegated partners (001:212); all notifications were considered by a rapid review meeting (001:214).',
    ),
  ),
  item(
    'no-under-reporting',
    '001:216',
    'No under-reporting',
    ['serious-incidents', 'scrutiny'],
    statement(
      'The scrutineer is assured that incidents are not under-reported, and sees room to run the process more efficiently, as it is not routine.',
    ),
  ),
  item(
    'deep-dive-re-referrals',
    '001:93',
    'Deep dive: re-referrals to children’s social care',
    ['audit', 'scrutiny'],
    statement(
      'The scrutineer made a deep dive audit of re-referrals to children’s social care in May 2024. Its findings are not printed.',
    ),
    { from_on: '2024-05-01', to_on: '2024-05-31', period_label: 'May 2024' },
  ),
  item(
    'audit-arrangements',
    '001:200',
    'Multi-agency audits',
    ['audit', 'scrutiny'],
    statement(
      'Arrangements for multi-agency audits are in place; what they and the reviews teach could be brought together more, to be sure of its effect on practice and on outcomes.',
    ),
  ),
];

const inspected = {
  from_on: '2025-02-24',
  to_on: '2025-03-07',
  period_label: '24/02/2025 to 07/03/2025',
};

/** Said by a document about the inspection, in the document's own words or the inspectors'. */
function inspection(key: string, locator: string, title: string, text: string): ItemFacts {
  return item(`ofsted-${key}`, locator, title, ['inspection'], statement(text), inspected);
}

const inspections: ItemFacts[] = [
  inspection(
    'grade',
    '001:73',
    'Outcome of the full inspection',
    'The full inspection of the council’s children’s services (printed as ILAC) had the outcome ‘Outstanding’.',
  ),
  item(
    'ofsted-embedded-and-mature',
    '001:274',
    'Partnership arrangements',
    ['inspection'],
    quotation('embedded and mature', 'Ofsted inspectors, on safeguarding partnership arrangements in York'),
    inspected,
  ),
  inspection(
    'housing',
    '001:276',
    'Housing and care leavers',
    'Ofsted is quoted: care leavers’ outcomes and opportunities improved significantly, above all through links with housing.',
  ),
  inspection(
    'joint-funding',
    '001:280',
    'Joint funding',
    'Ofsted is quoted: joint funding of new developments, such as clinical psychology and speech and language therapy, strengthens safeguarding.',
  ),
  inspection(
    'plan',
    '001:282',
    'The children and young people’s plan',
    'Ofsted is quoted: a comprehensive plan is owned across the partnership and has improved practice.',
  ),
  inspection(
    'thresholds',
    '002:119',
    'Thresholds, in paraphrase',
    'The annual report says that, by Ofsted’s inspection, thresholds in York are well understood and applied.',
  ),
  inspection(
    'practice-model',
    '002:254',
    'The practice model, in paraphrase',
    'The annual report says that the inspection found the practice model embedded, and practitioners able to say what good it has done to practice.',
  ),
  inspection(
    'signs-of-safety',
    '002:335',
    'Signs of Safety, in paraphrase',
    'The annual report says that the inspection of March 2025 recognised the use of Signs of Safety tools too.',
  ),
  inspection(
    'missing-education',
    '002:504',
    'Children missing from education, in paraphrase',
    'The annual report says that the inspection report refers to clear processes on children missing from education and home education.',
  ),
  inspection(
    'participation',
    '002:653',
    'Participation, in paraphrase',
    'The annual report says that the inspection found participation a real strength, pivotal in decisions and plans and in developing services.',
  ),
];

export const incidentsAndAudits: Subject = {
  items: [...counts, ...learning, ...inspections],
  activities: [
    done(
      '002:696',
      'serious-incidents',
      'North Yorkshire and York agreed that the death of a care leaver (up to the age of 24) is reported through the child death overview process.',
      {
        when: '2024/25',
      },
    ),
    done(
      '002:730',
      'recommendations',
      'Action plans were monitored every quarter, with regular assurance to the Executive.',
      {
        body: caseReviewGroup,
      },
    ),
    done('002:732', 'serious-incidents', 'Learning was published in briefings and passed on by members.', {
      body: caseReviewGroup,
    }),
    done(
      '002:709',
      'serious-incidents',
      'Every review kept the child’s voice and lived experience in front, through the family or the practitioners who know them.',
    ),
    done(
      '001:99',
      'scrutiny',
      'The scrutineer looked at notifications, rapid review meetings and what came of them.',
    ),
  ],
  claims: [
    change(
      '002:629',
      'serious-incidents',
      'practice',
      'Reviews show good examples of the child’s view and lived experience well set out.',
    ),
    change(
      '001:208',
      'serious-incidents',
      'practice',
      'Local arrangements comply fully with the chapter of Working Together on serious incidents.',
    ),
  ],
  next_steps: [
    next('002:619', 'audit', 'Use the patterns in the data set to choose a deep dive or audit.', {
      owner_body: executive,
    }),
  ],
};

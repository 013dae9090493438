// York's five priorities of 2024/25 under the names that the contents page gives, the other names in use, what became
// of two focuses, and the strategies, plans, pledges and programmes that the documents name.
import type { PriorityFacts, StrategyFacts } from '../demonstration.ts';
import { five, four, one, three, two, year } from './place.ts';

export const youngCarers = 'Young Carers';

export const priorities: PriorityFacts[] = [
  {
    name: one,
    focuses: [
      {
        focus: 'Young carers',
        became: 'priority',
        successor: youngCarers,
        note: 'In 2024/25 part of this priority; to be a priority of its own. No measures follow it.',
        locator: '002:556',
      },
    ],
    years: [
      {
        year,
        number: 1,
        statement:
          'Children and families are supported at the earliest opportunity, with the right help at the right level.',
      },
    ],
  },
  {
    name: two,
    years: [
      { year, number: 2, statement: 'Children and young people are protected from harm outside their home.' },
    ],
  },
  {
    name: three,
    years: [{ year, number: 3, statement: 'School attendance is seen as everybody’s business.' }],
  },
  {
    name: four,
    names: [
      { name: 'Engaging with Fathers', allowed: false, locator: '002:111' },
      { name: 'Engagement of Fathers', allowed: false, locator: '002:556' },
    ],
    focuses: [
      {
        focus: 'Working with fathers',
        became: 'promoted',
        note: 'Goes on being promoted and embedded, and is no longer a focused priority. Young Carers takes its place.',
        locator: '002:556',
      },
    ],
    years: [
      {
        year,
        number: 4,
        statement: 'Professionals build relationships with fathers and male carers.',
      },
    ],
  },
  {
    name: five,
    names: [{ name: 'Children’s Mental Health and Wellbeing', allowed: false, locator: '001:178' }],
    years: [
      {
        year,
        number: 5,
        statement: 'Young people shape how they get support for their mental health and wellbeing.',
      },
    ],
  },
  { name: youngCarers, description: 'A priority to come, in the place of working with fathers.', years: [] },
];

type Kind = StrategyFacts['kind'];

function named(locator: string, kind: Kind, name: string, extra: Partial<StrategyFacts> = {}): StrategyFacts {
  return { name, kind, locator, ...extra };
}

const ofOne: StrategyFacts[] = [
  named('002:115', 'strategy', 'Early Help Strategy', { priority: one, launched: 'Autumn 2024' }),
  named('002:115', 'framework', 'Building Brighter Futures', { priority: one }),
  named('002:333', 'framework', 'Signs of Safety', { priority: one }),
  named('002:339', 'framework', 'Safe and Together', { priority: one }),
  named('002:256', 'plan', 'Young Carers Action Plan', { priority: one }),
  named('002:117', 'pledge', 'Young Carers Covenant', { priority: one }),
  named('002:119', 'guidance', 'Guidance on Continuum of Need', {
    priority: one,
    launched: 'Reviewed 2024/25',
  }),
  named('002:274', 'programme', 'Raise York Family Hub network', { priority: one }),
  named('002:278', 'programme', 'Solihull programme of parenting programmes', { priority: one }),
  named('002:279', 'programme', 'Changemakers programme', { priority: one }),
  named('002:282', 'strategy', 'Youth Strategy', { priority: one, launched: '2024/25' }),
  named('002:283', 'programme', 'Team Around the School', { priority: one }),
  named('002:283', 'programme', 'Supporting Families', { priority: one }),
  named('002:299', 'framework', 'ARC Framework Trauma Informed Care', { priority: one }),
  named('002:323', 'guidance', 'AWARE document', { priority: one }),
  named('002:295', 'programme', 'Whole Family Support project', { priority: one }),
  named('002:637', 'strategy', 'Carers Strategy for York', { priority: one }),
];

const ofTwo: StrategyFacts[] = [
  named('002:379', 'strategy', 'Contextual Safeguarding Strategy', {
    priority: two,
    from_on: '2025-01-27',
    launched: '27th January 2025',
  }),
  named('002:123', 'framework', 'Four P’s (Prepare, Prevent, Protect and Pursue)', { priority: two }),
  named('002:385', 'guidance', 'Child Exploitation Guidance', { priority: two }),
  named('002:385', 'protocol', 'Missing from Home and Care', { priority: two }),
  named('002:385', 'protocol', 'Out-of-Area Young People Arrested Protocol', { priority: two }),
  named('002:437', 'programme', 'Operation Choice', { priority: two }),
  named('002:427', 'programme', 'Crucial Crew', { priority: two }),
];

const ofThree: StrategyFacts[] = [
  named('002:482', 'pledge', 'Multi-agency attendance pledge', { priority: three, launched: '2024' }),
  named('002:131', 'programme', 'Operation Endeavour', { priority: three, launched: '2024/25' }),
  named('002:496', 'protocol', 'Elective Home Educated procedures', { priority: three }),
  named('002:496', 'protocol', 'Children Missing from Education procedures', { priority: three }),
  named('002:496', 'guidance', 'Graduated Response', { priority: three }),
  named('002:488', 'plan', 'Quality Assurance Plan, children’s social care', { priority: three }),
];

const ofFourAndFive: StrategyFacts[] = [
  named('002:979', 'campaign', 'Connecting with Fathers campaign', { priority: four, launched: '2024/25' }),
  named('002:601', 'framework', 'iThrive model', { priority: five }),
  named('002:603', 'campaign', 'Trusted Adults campaign', { priority: five }),
  named('002:613', 'programme', 'About Me passport', { priority: five }),
];

const acrossPriorities: StrategyFacts[] = [
  named('001:180', 'strategy', 'Children’s Rights and Involvement Strategy', { launched: 'October 2021' }),
  named('001:182', 'strategy', 'Children and Young People’s Voice and Involvement Strategy 2025-2028', {
    supersedes: 'Children’s Rights and Involvement Strategy',
  }),
  named('002:143', 'framework', 'Lundy model'),
  named('002:625', 'pledge', 'Voice pledge'),
  named('002:633', 'pledge', 'Language Pledge'),
  named('002:635', 'guidance', 'Children’s Rights Toolkit'),
  named('002:647', 'programme', 'Mind of My Own'),
  named('002:639', 'guidance', 'HEEADSSS tool'),
  named('002:631', 'pledge', 'Local offer for care leavers'),
  named('001:83', 'plan', 'York Children and Young People’s Plan 2024-2027'),
  named('001:143', 'plan', 'Business Plan'),
  named('002:73', 'protocol', 'Multi-agency safeguarding arrangements', { launched: 'December 2024' }),
  named('001:145', 'protocol', 'City of York and North Yorkshire Information Sharing Protocol'),
  named('002:905', 'protocol', 'School Audit procedure (sections 157 and 175)'),
  named(
    '002:696',
    'protocol',
    'Joint process on the death of a care leaver, North Yorkshire and City of York',
    {
      launched: '2024/25',
    },
  ),
  named('002:371', 'programme', 'Families First Partnership programme', { launched: 'March 2025' }),
];

export const strategies: StrategyFacts[] = [
  ...ofOne,
  ...ofTwo,
  ...ofThree,
  ...ofFourAndFive,
  ...acrossPriorities,
];

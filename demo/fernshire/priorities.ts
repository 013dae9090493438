// Fernshire's priorities, one canonical name each, by reporting year; and its strategies. Fictional.
import type { PriorityFacts, StrategyFacts } from '../demonstration.ts';

export const neglect = 'Neglect';
export const transitions = 'Safe transitions';
export const domesticAbuse = 'Domestic abuse and children';
export const outside = 'Harm outside the home';
export const babies = 'Safe and well babies';
export const feelingWell = 'Feeling well';
export const belonging = 'Belonging in school';

/** A name some papers still use for the priority on harm outside the home; the planted draft uses it once. */
export const outsideWrongName = 'Keeping Teenagers Safe';

export const priorities: PriorityFacts[] = [
  {
    name: neglect,
    description: 'Children get help while neglect is still a worry and not yet a crisis.',
    years: [
      {
        year: '2021-22',
        number: 1,
        statement: 'Everyone recognises neglect, names it, and offers help the family can use.',
      },
      {
        year: '2022-23',
        number: 1,
        statement: 'Neglect is named in plans, with what the child would see change.',
      },
    ],
  },
  {
    name: transitions,
    description: 'Young people who turn 18 keep the help they need.',
    years: [
      {
        year: '2021-22',
        number: 2,
        statement: 'No young person reaches 18 without knowing who will help them next.',
      },
    ],
  },
  {
    name: domesticAbuse,
    description: 'Children who live with domestic abuse are seen as victims in their own right.',
    focuses: [
      {
        focus: 'Healthy relationships work in schools',
        from_on: '2022-04-01',
        until_on: '2023-03-31',
        became: 'priority',
        successor: outside,
        note: 'Carried on with young people’s own relationships as its subject.',
      },
    ],
    years: [
      {
        year: '2021-22',
        number: 3,
        statement: 'Schools know the same day when police attend a home where a pupil lives.',
      },
      {
        year: '2022-23',
        number: 2,
        statement: 'Each child who lives with domestic abuse is offered help of their own.',
      },
    ],
  },
  {
    name: outside,
    description: 'Young people are safe with friends, in their neighbourhood and online.',
    names: [{ name: outsideWrongName, allowed: false, from_on: '2021-01-01', until_on: '2022-03-31' }],
    focuses: [
      { focus: 'Places where young people are harmed', from_on: '2023-04-01' },
      {
        focus: 'Young people who come home after being missing',
        from_on: '2022-04-01',
        note: 'An offer of someone to talk to within 72 hours of coming home.',
      },
    ],
    years: [
      {
        year: '2022-23',
        number: 3,
        statement: 'Young people who are exploited are seen as children who are harmed.',
      },
      {
        year: '2023-24',
        number: 1,
        statement:
          'Places become safe, and young people who have been missing are heard when they come home.',
      },
      {
        year: '2024-25',
        number: 1,
        statement: 'Young people and the adults they trust shape what makes a place safe.',
      },
    ],
  },
  {
    name: babies,
    description: 'Babies are safe before and after birth, and both parents are part of the plan.',
    years: [
      { year: '2023-24', number: 2, statement: 'Every unborn baby who needs a plan has one before birth.' },
      { year: '2024-25', number: 2, statement: 'Fathers and partners are part of every plan for a baby.' },
    ],
  },
  {
    name: feelingWell,
    description: 'Children and young people who feel low, anxious or unsafe are helped by people they know.',
    years: [
      {
        year: '2023-24',
        number: 3,
        statement: 'Help is offered where young people already are: school, home, youth clubs.',
      },
      {
        year: '2024-25',
        number: 3,
        statement: 'Nobody waits for help without knowing whom to ring meanwhile.',
      },
    ],
  },
  {
    name: belonging,
    description: 'Being in school keeps children safe; a child who is not there is missed and asked after.',
    years: [
      {
        year: '2024-25',
        number: 4,
        statement: 'Each child who is often absent has a plan that asks why.',
      },
    ],
  },
];

export const strategies: StrategyFacts[] = [
  {
    name: 'Fernshire Neglect Strategy 2020 to 2023',
    kind: 'strategy',
    priority: neglect,
    from_on: '2020-04-01',
    until_on: '2023-03-31',
  },
  {
    name: 'Harm Outside the Home Strategy 2023 to 2026',
    kind: 'strategy',
    priority: outside,
    from_on: '2023-05-15',
    launched: 'May 2023',
  },
  {
    name: 'Unborn Baby Protocol',
    kind: 'protocol',
    priority: babies,
    from_on: '2021-02-01',
    until_on: '2024-05-31',
  },
  {
    name: 'Before Birth: Joint Protocol with Marlshire',
    kind: 'protocol',
    priority: babies,
    from_on: '2024-06-01',
    supersedes: 'Unborn Baby Protocol',
  },
  {
    name: 'Right Help, Right Time: Fernshire Threshold Document',
    kind: 'guidance',
    from_on: '2023-06-26',
    launched: 'June 2023',
  },
  {
    name: 'Fernshire Participation Promise',
    kind: 'pledge',
    from_on: '2022-11-14',
    launched: 'November 2022',
  },
  {
    name: 'Someone to Ring',
    kind: 'campaign',
    priority: feelingWell,
    from_on: '2023-10-10',
    launched: 'October 2023',
  },
  {
    name: 'Missed and Asked After: Attendance Plan 2024 to 2027',
    kind: 'plan',
    priority: belonging,
    from_on: '2024-09-02',
    launched: 'September 2024',
  },
];

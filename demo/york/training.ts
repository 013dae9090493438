// Training and development (002:738-901; 001:220-224). The table of courses carries the total row as it is printed:
// its rows add up to 19 sessions, 323 attendees and 23 no-shows, and the difference is for a rule to find.
import { countColumn, measure, quotation, statement, table, textColumn } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { council, police } from './agencies.ts';
import { businessUnit } from './bodies.ts';
import { change, done, item, next, reportedYear, type Subject } from './place.ts';
import { trainingLists } from './training-lists.ts';

const figures: ItemFacts[] = [
  item(
    'training-courses',
    '002:757',
    'Multi-agency training sessions delivered and attendees 2024/2025',
    ['training'],
    table(
      [
        textColumn('Course title'),
        countColumn('Sessions'),
        countColumn('Total attendees'),
        countColumn('Total no-shows'),
      ],
      [
        ['Safeguarding Children: Working Together A 2024/25', 7, 125, 5],
        [
          'Safeguarding Children: Shared Responsibilities and Procedures - Working Together B 2024/25',
          6,
          134,
          8,
        ],
        ['Developing an Understanding of Harmful Sexual Behaviour', 5, 35, 10],
        ['The Child Death Review: Advance Training for professionals', 1, 29, 0],
      ],
      ['Total', 21, 337, 35],
    ),
    { ...reportedYear },
  ),
  item(
    'e-learning-completions',
    '002:753',
    'Learners who completed the Safeguarding Children Awareness e-learning',
    ['training'],
    measure(621, 'learners'),
    {
      ...reportedYear,
    },
  ),
  item(
    'sessions-a-and-b',
    '002:776',
    'Sessions of each of courses A and B in the year, as the evaluation gives them',
    ['training'],
    measure(8, 'sessions of each course', {
      note: 'The evaluation speaks of the courses of 2023/2024 (002:773-774).',
    }),
  ),
  item(
    'practice-model-briefings',
    '002:798',
    'Partner briefings on Signs of Safety and Building Brighter Futures',
    ['training'],
    measure(5, 'sessions'),
    {
      ...reportedYear,
      agency: council,
    },
  ),
  item(
    'private-fostering-briefings',
    '002:863',
    'Briefings on private fostering',
    ['training'],
    measure(3, 'sessions'),
    {
      ...reportedYear,
      agency: council,
    },
  ),
  item(
    'early-help-launch-sessions',
    '002:873',
    'Sessions at the launch of the Early Help Strategy',
    ['training'],
    measure(4, 'sessions'),
    {
      ...reportedYear,
    },
  ),
];

const evaluation: ItemFacts[] = [
  item(
    'training-evaluation',
    '002:770',
    'Evaluation of courses A and B',
    ['training'],
    statement(
      'The evaluation names Working Together A and B of 2023/2024, given by a commissioned provider. Partners observed the courses over eighteen months and said that two days could be one and that A was too basic. Demand left a waiting list, as “only 8 sessions for each course” ran in the year. The two are to become one day, with more sessions (002:776). Delegates were surveyed in 2024 and the trainer asks for feedback (002:778); the results are not in the text.',
    ),
  ),
  item(
    'training-quote-self-harm',
    '002:788',
    'A delegate: a young person who self-harmed was helped with school and mother',
    ['training'],
    quotation('the right people to contact', 'A delegate, on what the training had shown'),
  ),
  item(
    'training-quote-schools',
    '002:790',
    'A delegate: work with one more secondary school',
    ['training'],
    quotation('an additional local high school', 'A delegate, on where the work now reaches'),
  ),
  item(
    'training-quote-agencies',
    '002:792',
    'A delegate: agencies that the course named are now used',
    ['training'],
    quotation('Helpful list of other agencies', 'A delegate, who has since used Winston’s Wish and Snappy'),
  ),
  item(
    'training-programme-scrutiny',
    '001:222',
    'The training programme, as the scrutineer sees it',
    ['training', 'scrutiny'],
    statement(
      'The scrutineer calls the programme “an area of real strength”: courses, e-learning, and learning from reviews and briefings, easy to reach and in live time (001:224).',
    ),
  ),
];

export const training: Subject = {
  items: [...figures, ...trainingLists, ...evaluation],
  activities: [
    done(
      '002:740',
      'training',
      'The e-learning platform, launched in May 2022, gained free narrated presentations.',
    ),
    done(
      '002:776',
      'training',
      'Partners observed courses A and B, and it was agreed to combine them into one day.',
      {
        when: 'The past eighteen months',
      },
    ),
    done('002:778', 'training', 'Delegates of A and B were surveyed.', { when: '2024' }),
    done('002:827', 'training', 'Prevent awareness, session 1: identification of risk.', {
      agency: police,
      from_on: '2024-10-21',
      to_on: '2024-10-21',
      when: '21st October',
    }),
    done('002:834', 'training', 'Prevent awareness, session 2: management of risk.', {
      agency: police,
      from_on: '2024-11-08',
      to_on: '2024-11-08',
      when: '8th November',
    }),
    done('002:873', 'training', 'The Early Help Strategy was launched in 4 sessions.'),
    done('002:874', 'training', 'The Contextual Safeguarding Strategy was launched at 1 event.'),
    done('002:881', 'training', 'Masterclasses were held in Safeguarding Week 2024.', {
      when: 'Safeguarding Week 2024',
    }),
  ],
  claims: [
    change(
      '002:765',
      'training',
      'reach',
      'No-shows at Safeguarding A and B training have reduced during 2024/2025, now that it is face to face.',
      {
        key: 'claim-no-shows',
        rests_on: [{ item: 'training-courses', purpose: 'supports' }],
      },
    ),
    change(
      '002:765',
      'training',
      'reach',
      'The number of professionals at multi-agency training has remained at a consistent level.',
      {
        rests_on: [{ item: 'training-courses', purpose: 'supports' }],
      },
    ),
    change(
      '002:776',
      'training',
      'reach',
      'Demand for courses A and B has increased and left delegates on a waiting list.',
    ),
    change(
      '002:786',
      'training',
      'children',
      'Because of training, outcomes for children and young people are more positive, by delegates’ examples.',
      {
        for_whom: 'Children and young people',
        rests_on: [
          { item: 'training-quote-self-harm', purpose: 'supports' },
          { item: 'training-quote-schools', purpose: 'supports' },
          { item: 'training-quote-agencies', purpose: 'supports' },
        ],
      },
    ),
  ],
  next_steps: [
    next(
      '002:897',
      'training',
      'Rewrite the basic awareness e-learning so that it can follow national and local changes.',
      {
        owner_body: businessUnit,
        due: 'Autumn 2025',
      },
    ),
    next('002:899', 'training', 'Ask delegates for feedback on the combined course.'),
    next('002:901', 'training', 'Look into a video channel for training materials and webinars.'),
  ],
};

// Fernshire 2024/25, the draft with planted faults (planted.ts lists them; the faulty facts are in planted-facts.ts):
// this file holds what is sound in it. Words of comparison are left to claims that rest on figures. All invented.
import type { ItemFacts } from '../demonstration.ts';
import { countColumn, measure, quotation, statement, table, textColumn } from '../facts.ts';
import { council, icb, police } from './agencies.ts';
import { y2024 } from './periods.ts';
import { babies, belonging, feelingWell, outside } from './priorities.ts';

const opening: ItemFacts[] = [
  {
    key: 'foreword-25',
    title: 'Foreword by the three lead safeguarding partners',
    topics: ['foreword'],
    ...y2024,
    content: statement(
      'This is a draft of our report on 2024/25. Belonging in school joined our priorities, and young people told us why ' +
        'some of them are not there. We thank them, and everyone who works with them.',
    ),
  },
  {
    key: 'population-25',
    title: 'Children living in Fernshire',
    topics: ['area'],
    ...y2024,
    as_of_on: '2024-06-30',
    source: 'F25-DATA',
    content: measure(112600, 'children', { basis: 'snapshot', note: 'Estimate for the middle of 2024.' }),
  },
  {
    key: 'in-care-25',
    title: 'Children in care',
    topics: ['looked-after', 'area'],
    ...y2024,
    as_of_on: '2025-03-31',
    source: 'F25-DATA',
    content: measure(605, 'children', { basis: 'snapshot' }),
  },
  {
    key: 'vision-25',
    title: 'Vision',
    topics: ['vision'],
    ...y2024,
    content: statement(
      'Every child in Fernshire is safe at home, at school, outside and online, is heard, and knows whom to ask for help.',
    ),
  },
  {
    key: 'arrangements-25',
    title: 'Changes to the published arrangements',
    topics: ['arrangements'],
    ...y2024,
    content: statement(
      'The Lead Safeguarding Partners published the arrangements again in December 2024. They add the Education Reference ' +
        'Group’s terms of reference and the way disagreements between agencies are settled.',
    ),
  },
  {
    key: 'partner-council-25',
    title: 'Contribution of the council',
    topics: ['partner-contribution'],
    agency: council,
    ...y2024,
    source: 'F25-RETURNS',
    content: statement(
      'The council hosted the business unit and chaired the Quality and Learning Sub-group.',
    ),
  },
  {
    key: 'partner-health-25',
    title: 'Contribution of the integrated care board',
    topics: ['partner-contribution'],
    agency: icb,
    ...y2024,
    source: 'F25-RETURNS',
    content: statement(
      'The integrated care board chaired the Executive and provided the designated doctor and nurse.',
    ),
  },
  {
    key: 'partner-police-25',
    title: 'Contribution of the police',
    topics: ['partner-contribution'],
    agency: police,
    ...y2024,
    source: 'F25-RETURNS',
    content: statement('Fernshire Constabulary chaired the Exploitation and Missing Sub-group.'),
  },
];

const work: ItemFacts[] = [
  {
    key: 'harbour-25',
    title: 'The harbour in Saltwhistle',
    topics: ['priority'],
    priority: outside,
    part: 'done',
    ...y2024,
    source: 'F25-MINUTES',
    content: statement(
      'Young people walked the harbour with officers and shopkeepers in October 2024 and asked for staff they know.',
    ),
  },
  {
    key: 'babies-25',
    title: 'Fathers and partners in plans',
    topics: ['priority'],
    priority: babies,
    part: 'done',
    ...y2024,
    source: 'F25-AUDIT',
    content: statement('Each planning meeting for an unborn baby now opens with the views of both parents.'),
  },
  {
    key: 'belonging-quote-25',
    title: 'A pupil on being asked',
    topics: ['voice', 'priority'],
    priority: belonging,
    ...y2024,
    source: 'F25-VOICE',
    content: quotation('Nobody had asked me why. They had sent letters.', 'Pupil, aged 13'),
  },
  {
    key: 'feeling-25',
    title: 'Help in the evenings',
    topics: ['priority'],
    priority: feelingWell,
    part: 'done',
    ...y2024,
    source: 'F25-RETURNS',
    content: statement('Youth clubs in six towns opened a drop-in with a mental health practitioner.'),
  },
  {
    key: 'voice-25',
    title: 'How children and families were asked, and what came of it',
    topics: ['voice'],
    ...y2024,
    source: 'F25-VOICE',
    content: statement(
      'Pupils who are often absent were asked by young researchers. Their answers are the opening page of the attendance ' +
        'plan, and each school that took part wrote back to them.',
    ),
  },
];

const learning: ItemFacts[] = [
  {
    key: 'themes-25',
    title: 'What serious incidents taught us',
    topics: ['serious-incidents', 'scrutiny'],
    ...y2024,
    source: 'F25-REVIEW',
    content: statement(
      'Themes of the year’s rapid reviews: babies with injuries, parents who lived apart and were planned with apart, and ' +
        'messages left for a colleague on leave.',
    ),
  },
  {
    key: 'recommendations-25',
    title: 'Acting on local and national reviews',
    topics: ['recommendations'],
    ...y2024,
    source: 'F25-MINUTES',
    content: statement(
      'The Case Review Group follows each recommendation every quarter until it is checked.',
    ),
  },
  {
    key: 'scrutiny-25',
    title: 'Themes of independent scrutiny',
    topics: ['scrutiny'],
    ...y2024,
    source: 'F25-SCRUTINY',
    content: statement(
      'The independent scrutineer asked whether actions marked as done had been seen in practice, and by whom.',
    ),
  },
  {
    key: 'audit-count-25',
    title: 'Multi-agency audits completed',
    topics: ['audit'],
    ...y2024,
    source: 'F25-AUDIT',
    content: measure(7, 'audits', { basis: 'flow' }),
  },
  {
    key: 'education-25',
    title: 'Education in the partnership',
    topics: ['education'],
    ...y2024,
    content: statement(
      'The Education Reference Group met every half term. Its chair sits on the Executive and brought attendance to it.',
    ),
  },
  {
    key: 'data-use-25',
    title: 'How data is used',
    topics: ['data-use'],
    ...y2024,
    source: 'F25-DATA',
    content: statement(
      'Attendance entered the data set in September 2024. The Quality and Learning Sub-group reads it beside figures on ' +
        'young people who are missing.',
    ),
  },
  {
    key: 'deaths-25',
    title: 'Child death reviews completed by the joint panel',
    topics: ['child-deaths'],
    ...y2024,
    geography: 'Fernshire and Marlshire',
    source: 'F25-RETURNS',
    content: measure(18, 'reviews', { basis: 'flow', note: 'For both counties together.' }),
  },
  {
    key: 'elearning-25',
    title: 'E-learning completed 2024/25',
    topics: ['training'],
    ...y2024,
    source: 'F25-RETURNS',
    content: table(
      [textColumn('Package'), countColumn('Completions')],
      [
        ['Safeguarding children', 1204],
        ['Asking why: attendance and safety', 388],
      ],
      ['Total', 1592],
    ),
  },
  {
    key: 'reforms-25',
    title: 'National reforms: what was decided, done and got in the way',
    topics: ['reforms'],
    ...y2024,
    source: 'F25-MINUTES',
    content: statement(
      'The Executive asked for a family help plan with one lead practitioner. Two towns began it in January 2025. Records ' +
        'held on separate systems got in the way; a shared plan is on trial.',
    ),
  },
];

export const items2024: ItemFacts[] = [...opening, ...work, ...learning];

// Fernshire 2023/24, the clean year: the area, the arrangements, what each partner gave, and what children said.
// Its report should raise no finding at all, so every word of comparison here rests on figures. All invented.
import type { ItemFacts } from '../demonstration.ts';
import { caseStudy, measure, quotation, statement, table, textColumn } from '../facts.ts';
import { council, icb, police } from './agencies.ts';
import { y2023 } from './periods.ts';
import { babies, feelingWell, outside } from './priorities.ts';

const forewords: ItemFacts[] = [
  {
    key: 'foreword-council-24',
    title: 'Foreword by the chief executive of the council',
    topics: ['foreword'],
    agency: council,
    ...y2023,
    content: statement(
      'Children told us this year that they want adults who stay. This report shows what we did about it, with figures ' +
        'where we have them and an open gap where we do not.',
    ),
  },
  {
    key: 'foreword-health-24',
    title: 'Foreword by the chief executive of the integrated care board',
    topics: ['foreword'],
    agency: icb,
    ...y2023,
    content: statement(
      'Babies cannot tell us what they need. Midwives, health visitors and family workers now plan together before birth, ' +
        'and the audit in this report shows where that works and where fathers are still left out.',
    ),
  },
  {
    key: 'foreword-police-24',
    title: 'Foreword by the chief constable',
    topics: ['foreword'],
    agency: police,
    ...y2023,
    content: statement(
      'A young person who comes home after being missing deserves a conversation within three days with someone who ' +
        'listens. Officers, youth workers and schools have made this their shared work.',
    ),
  },
];

const area: ItemFacts[] = [
  {
    key: 'population-24',
    title: 'Children living in Fernshire',
    topics: ['area'],
    ...y2023,
    as_of_on: '2023-06-30',
    source: 'F24-DATA',
    content: measure(112400, 'children', { basis: 'snapshot', note: 'Estimate for the middle of 2023.' }),
  },
  {
    key: 'districts-24',
    title: 'Where children live, share of all children by district',
    topics: ['area'],
    ...y2023,
    as_of_on: '2023-06-30',
    source: 'F24-DATA',
    content: table(
      [textColumn('District'), { label: 'Share of children', kind: 'percent', total: 'sum' }],
      [
        ['Port Ansel', 31.4],
        ['Wrenhampton', 27.9],
        ['Thistlemere', 18.2],
        ['Saltwhistle Coast', 12],
        ['Quillham Vale', 10.5],
      ],
      ['Total', 100],
    ),
  },
  {
    key: 'family-help-24',
    title: 'Children with a family help plan during the year',
    topics: ['area', 'data-use'],
    ...y2023,
    source: 'F24-DATA',
    content: measure(2140, 'children', { basis: 'flow' }),
  },
  {
    key: 'protection-24',
    title: 'Children with a child protection plan',
    topics: ['area', 'data-use'],
    ...y2023,
    as_of_on: '2024-03-31',
    source: 'F24-DATA',
    content: measure(388, 'children', { basis: 'snapshot' }),
  },
  {
    key: 'in-care-24',
    title: 'Children in care',
    topics: ['looked-after', 'area'],
    ...y2023,
    as_of_on: '2024-03-31',
    source: 'F24-DATA',
    content: measure(612, 'children', { basis: 'snapshot' }),
  },
];

const arrangements: ItemFacts[] = [
  {
    key: 'vision-24',
    title: 'Vision',
    topics: ['vision'],
    ...y2023,
    content: statement(
      'Every child in Fernshire is safe at home, at school, outside and online, is heard, and knows whom to ask for help.',
    ),
  },
  {
    key: 'arrangements-24',
    title: 'Changes to the published arrangements',
    topics: ['arrangements'],
    ...y2023,
    content: statement(
      'The Lead Safeguarding Partners agreed new arrangements in January 2024 under Working Together 2023. They name the ' +
        'lead and delegated partners, make a delegated partner the chair, keep scrutiny apart from the chair, and give ' +
        'education a seat on the Executive. The next edition is due by December 2024.',
    ),
  },
  {
    key: 'arrangements-work-24',
    title: 'How the partnership works',
    topics: ['arrangements'],
    ...y2023,
    content: statement(
      'The Executive meets every two months and hears from each sub-group. Its minutes record who decided, what, and on ' +
        'which authority. The business unit keeps the register of actions, and nobody checks an action of their own.',
    ),
  },
  {
    key: 'partner-council-24',
    title: 'Contribution of the council',
    topics: ['partner-contribution'],
    agency: council,
    ...y2023,
    source: 'F24-RETURNS',
    content: statement(
      'The council hosted the business unit, paid its third of the budget, chaired the Executive until January 2024, and ' +
        'released auditors for every multi-agency audit.',
    ),
  },
  {
    key: 'partner-health-24',
    title: 'Contribution of the integrated care board',
    topics: ['partner-contribution'],
    agency: icb,
    ...y2023,
    source: 'F24-RETURNS',
    content: statement(
      'The integrated care board paid its third of the budget, provided the designated doctor and nurse, who chair the ' +
        'Case Review Group and the Training and Practice Sub-group, and has chaired the Executive since February 2024.',
    ),
  },
  {
    key: 'partner-police-24',
    title: 'Contribution of the police',
    topics: ['partner-contribution'],
    agency: police,
    ...y2023,
    source: 'F24-RETURNS',
    content: statement(
      'Fernshire Constabulary paid its third of the budget, chaired the Exploitation and Missing Sub-group, and gave an ' +
        'analyst one day a week to the partnership data set.',
    ),
  },
];

const work: ItemFacts[] = [
  {
    key: 'places-24',
    title: 'Making places safe',
    topics: ['priority'],
    priority: outside,
    part: 'done',
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'The Exploitation and Missing Sub-group walked the bus station in Port Ansel with young people, the bus company and ' +
        'youth workers, and agreed lighting, staffing and a youth space there.',
    ),
  },
  {
    key: 'babies-24',
    title: 'Planning before birth',
    topics: ['priority'],
    priority: babies,
    part: 'done',
    ...y2023,
    source: 'F24-BABIES',
    content: statement(
      'Midwives, social workers and family workers now meet by the twenty-fourth week of pregnancy. The audit of unborn ' +
        'baby planning read each plan from the winter and spoke with parents.',
    ),
  },
  {
    key: 'feeling-24',
    title: 'Someone to Ring',
    topics: ['priority', 'communications'],
    priority: feelingWell,
    part: 'done',
    ...y2023,
    source: 'F24-RETURNS',
    content: statement(
      'The campaign Someone to Ring put a name and a number on the wall of each secondary school, chosen by its pupils.',
    ),
  },
  {
    key: 'little-progress-24',
    title: 'Where there was little progress',
    topics: ['little-progress'],
    priority: feelingWell,
    ...y2023,
    source: 'F24-MINUTES',
    content: statement(
      'There was little progress on help in the evenings and at weekends. The service for it was advertised and nobody ' +
        'came forward; the Executive has asked for a different offer with youth clubs.',
    ),
  },
];

const heard: ItemFacts[] = [
  {
    key: 'voice-asked-24',
    title: 'How children and families were asked',
    topics: ['voice'],
    ...y2023,
    source: 'F24-VOICE',
    content: statement(
      'The Voice and Participation Sub-group held listening days in five towns, asked parents after every child ' +
        'protection conference, and read the answers of 8,500 pupils to the school health survey.',
    ),
  },
  {
    key: 'voice-used-24',
    title: 'What happened with what they said',
    topics: ['voice'],
    ...y2023,
    source: 'F24-VOICE',
    content: statement(
      'Young people asked that the person who speaks with them after they have been missing is someone they have met. ' +
        'Since October 2023 youth workers of The Kitewing Project hold these conversations, and young people were told so ' +
        'in a film they made.',
    ),
  },
  {
    key: 'voice-quote-24',
    title: 'A young person on coming home',
    topics: ['voice'],
    priority: outside,
    ...y2023,
    source: 'F24-VOICE',
    content: quotation(
      'I knew her from the youth club, so I said what had really happened.',
      'Young person, aged 14',
    ),
  },
  {
    key: 'parent-quote-24',
    title: 'A father on planning before birth',
    topics: ['voice', 'priority'],
    priority: babies,
    ...y2023,
    source: 'F24-VOICE',
    content: quotation('They asked me what I was worried about. Nobody had.', 'Father of a baby'),
  },
  {
    key: 'case-study-24',
    title: 'Coming home to a familiar face',
    topics: ['voice', 'priority'],
    priority: outside,
    part: 'difference',
    ...y2023,
    source: 'F24-VOICE',
    content: caseStudy(
      'Names and details have been changed. A young person had been missing from home on several nights. A youth worker ' +
        'whom the young person already knew came the next day and listened. The young person said where it felt unsafe, ' +
        'the school changed the route home, and the parents were offered a worker of their own. The young person now ' +
        'runs a group at the youth club.',
      {
        consent: 'recorded',
        names_changed: true,
        cleared_by: 'Project lead of the charity that did the work',
      },
    ),
  },
];

export const items2023: ItemFacts[] = [...forewords, ...area, ...arrangements, ...work, ...heard];

// Evidence printed on priority two, child exploitation: reach, the data set, research, audits and two case studies
// (002:393-464).
import { caseStudy, measure, statement, table, textColumn } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { police, stGiles } from './agencies.ts';
import { chapterOf, item as standing, two } from './place.ts';

const { item } = chapterOf(two);

export const exploitationEvidence: ItemFacts[] = [
  item(
    'st-giles-pupils',
    '002:425',
    'difference',
    'Secondary age children at awareness sessions by St Giles Trust',
    measure(657, 'children'),
    {
      agency: stGiles,
      from_on: '2024-05-01',
      to_on: '2024-09-30',
      period_label: 'May to September 2024',
      geography: 'York and North Yorkshire',
    },
  ),
  item(
    'school-liaison-reach',
    '002:427',
    'difference',
    'Young people reached by assemblies and lessons of School Liaison Officers',
    measure(10_000, 'young people', { qualifier: 'more-than' }),
    {
      agency: police,
      period_label: 'the academic school year',
    },
  ),
  item(
    'crucial-crew-reach',
    '002:427',
    'difference',
    'Eleven-year-olds at Crucial Crew',
    measure(2000, 'children aged 11'),
    {
      agency: police,
      period_label: 'the academic school year',
    },
  ),
  standing(
    'exploitation-data-set',
    '002:393',
    'Data set on missing, exploitation and harmful sexual behaviour',
    ['priority', 'data-use'],
    statement(
      'The data set now holds analysis, with headlines on emerging trends and themes, and is used in discussion and to agree what partners do. Spotlight topics come from it: artificial intelligence and generated abuse material, and drugs and alcohol, in 2024-25; children missing from education and technology-assisted harmful sexual behaviour are to follow.',
    ),
    { priority: two, part: 'done', period_label: '2024-25' },
  ),
  standing(
    'exploitation-research',
    '002:399',
    'Research that the sub-group considered in 2024-25',
    ['priority', 'recommendations'],
    table(
      [textColumn('Report or strategy')],
      [
        ['Internet Watch Foundation: AI-generated child sexual abuse material (2023, update of July 2024)'],
        ['National Crime Agency: warning about sextortion'],
        ['Young people’s experiences of online sexual extortion'],
        ['Independent Inquiry into Child Sexual Abuse'],
        ['The Jay Review of Criminally Exploited Children'],
        ['The role of systems of support in serious youth violence: evidence and gaps'],
        ['Generative Artificial Intelligence and children’s safety in the round'],
        ['New Serious Violence Strategy - York and North Yorkshire'],
        ['Child Sexual Exploitation Taskforce: group-based offending'],
        ['New online safety priorities for Ofcom, and a study of social media and children'],
        ['Department for Education: Joint Targeted Area Inspection thematic report, serious youth violence'],
      ],
    ),
    { priority: two, part: 'done', period_label: '2024-25' },
  ),
  standing(
    'mock-inspection-youth-violence',
    '002:395',
    'Mock joint targeted area inspection: serious youth violence',
    ['priority', 'audit'],
    statement(
      'Held on 16 April 2024 to see how well agencies respond together to children at risk of serious youth violence and exploitation. Themes: youth violence, neurodiversity, adverse childhood experiences and substance misuse. It found good practice and things to do better; partners were assured that children who commit serious crime get a robust response and support.',
    ),
    {
      priority: two,
      part: 'done',
      from_on: '2024-04-16',
      to_on: '2024-04-16',
      period_label: '16th April 2024',
    },
  ),
  standing(
    'police-joint-audits',
    '002:413',
    'Joint audits by police and children’s social care',
    ['priority', 'audit'],
    statement(
      'Regular joint audits, part of the police’s National Child Protection Inspection audits, find where exploitation happens, prompt referrals to specialist teams and follow performance.',
    ),
    { priority: two, part: 'done', agency: police },
  ),
  item(
    'case-school-liaison-officer',
    '002:437',
    'difference',
    'A secondary pupil and a School Liaison Officer',
    caseStudy(
      'A police School Liaison Officer first saw a secondary pupil after his mother found cannabis at home. He followed Operation Choice, which offers education in place of criminal proceedings for possession, with consent. Longer support came from the officer and the Youth Justice Service and gave him a positive role model. In a crisis he turned to agencies for help and not to drugs or self-harm.',
    ),
    { agency: police },
  ),
  item(
    'case-st-giles',
    '002:451',
    'difference',
    'A young person harmed online',
    caseStudy(
      'A young person had been exploited online, had received over £400 from older men for sexual images, and had arranged to meet one of them. Staff found out; police came and took away the young person’s devices before any meeting. One-to-one sessions at home covered healthy relationships, sexual abuse, online safety, self-esteem, consent and the dangers of sending images. Week by week the worker saw the young person understand the risks. At “his” child in need meeting other professionals asked the worker to take up sexual health too.',
    ),
    { agency: stGiles },
  ),
];

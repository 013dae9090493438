// The people who sit on Fernshire's sub-groups and lead safeguarding in their agencies. Made-up names.
import type { PersonFacts } from '../demonstration.ts';
import {
  childrensServices,
  college,
  community,
  council,
  education,
  familyCentre,
  familyHelp,
  fire,
  generalPractice,
  hospitals,
  icb,
  kitewing,
  lanternHouse,
  police,
  probation,
  publicHealth,
  trustSchools,
  youngCarers,
  youthJustice,
} from './agencies.ts';
import {
  caseReview,
  childDeath,
  educationReference,
  executive,
  exploitation,
  forum,
  policies,
  quality,
  training,
  voice,
} from './bodies.ts';

type Appointment = PersonFacts['appointments'][number];

interface Seat {
  key: string;
  name: string;
  job_title: string;
  agency: string;
  held: Appointment[];
  persona?: boolean;
}

function seated({ key, name, job_title, agency, held, persona }: Seat): PersonFacts {
  return {
    key,
    name,
    job_title,
    agency,
    email: `${name.toLowerCase().replace(/^dr /, '').replaceAll(' ', '.')}@fernshire.example`,
    ...(persona && { persona }),
    appointments: held.map((appointment) => ({ agency, ...appointment })),
  };
}

function chair(body: string, from_on: string, until_on?: string): Appointment {
  return { role: 'sub-group-chair', body, from_on, ...(until_on && { until_on }) };
}

function member(body: string, from_on: string, until_on?: string): Appointment {
  return { role: 'member', body, from_on, ...(until_on && { until_on }) };
}

function deputy(body: string, from_on: string): Appointment {
  return { role: 'deputy', body, from_on };
}

function leadFor(from_on: string, until_on?: string): Appointment {
  return { role: 'agency-lead', from_on, ...(until_on && { until_on }) };
}

const chairs: Seat[] = [
  {
    key: 'starfield',
    name: 'Imogen Starfield',
    job_title: 'Head of quality assurance',
    agency: childrensServices,
    persona: true,
    held: [chair(quality, '2022-05-09')],
  },
  {
    key: 'hexley',
    name: 'Bertrand Hexley',
    job_title: 'Head of performance (until May 2022)',
    agency: council,
    held: [chair(quality, '2019-11-04', '2022-05-06')],
  },
  {
    key: 'grenfold',
    name: 'Tobias Grenfold',
    job_title: 'Detective superintendent, protecting vulnerable people',
    agency: police,
    held: [chair(exploitation, '2022-04-04'), deputy(executive, '2023-05-01')],
  },
  {
    key: 'hathershaw',
    name: 'Marisol Hathershaw',
    job_title: 'Designated nurse for safeguarding children',
    agency: icb,
    held: [chair(training, '2021-06-07'), member(quality, '2021-06-07')],
  },
  {
    key: 'applegarth',
    name: 'Devinder Applegarth',
    job_title: 'Participation lead',
    agency: council,
    held: [chair(voice, '2022-09-12')],
  },
  {
    key: 'silverdale',
    name: 'Dr Oonagh Silverdale',
    job_title: 'Designated doctor for safeguarding children',
    agency: community,
    held: [chair(caseReview, '2020-02-01'), member(childDeath, '2020-03-02')],
  },
  {
    key: 'ombersley',
    name: 'Verity Ombersley',
    job_title: 'Trust chief executive',
    agency: trustSchools,
    held: [chair(educationReference, '2022-11-01'), member(executive, '2022-11-01')],
  },
];

const agencyLeads: Seat[] = [
  {
    key: 'brackenthwaite',
    name: 'Callum Brackenthwaite',
    job_title: 'Designated safeguarding lead',
    agency: 'Port Ansel High School',
    persona: true,
    held: [leadFor('2021-09-01'), member(educationReference, '2022-11-01')],
  },
  {
    key: 'wintergreen',
    name: 'Folasade Wintergreen',
    job_title: 'Named nurse for safeguarding children',
    agency: hospitals,
    persona: true,
    held: [leadFor('2022-03-01'), member(quality, '2022-03-01'), member(caseReview, '2022-03-01')],
  },
  {
    key: 'dunmarrow',
    name: 'Elspeth Dunmarrow',
    job_title: 'Named nurse (until February 2022)',
    agency: hospitals,
    held: [leadFor('2018-06-01', '2022-02-25')],
  },
  {
    key: 'quarrington',
    name: 'Osman Quarrington',
    job_title: 'Named professional for safeguarding',
    agency: community,
    held: [leadFor('2021-01-11'), member(voice, '2021-01-11'), member(exploitation, '2021-01-11')],
  },
  {
    key: 'sedgebrook',
    name: 'Wilhelmina Sedgebrook',
    job_title: 'Head of service',
    agency: youthJustice,
    held: [leadFor('2020-10-05'), member(exploitation, '2020-10-05')],
  },
  {
    key: 'yarrowby',
    name: 'Ignatius Yarrowby',
    job_title: 'Service lead, safeguarding in schools',
    agency: education,
    held: [leadFor('2022-01-04'), member(educationReference, '2022-11-01'), member(quality, '2022-01-04')],
  },
  {
    key: 'merrowdown',
    name: 'Priyanka Merrowdown',
    job_title: 'Assistant director, help and protection',
    agency: childrensServices,
    held: [leadFor('2022-10-03'), member(caseReview, '2022-10-03'), deputy(executive, '2022-10-03')],
  },
  {
    key: 'fothersby',
    name: 'Leopold Fothersby',
    job_title: 'Head of family help',
    agency: familyHelp,
    held: [leadFor('2021-05-17'), member(policies, '2022-01-10', '2023-06-30')],
  },
  {
    key: 'holmwick',
    name: 'Chidi Holmwick',
    job_title: 'Consultant in public health',
    agency: publicHealth,
    held: [leadFor('2020-05-11'), member(childDeath, '2020-05-11'), member(quality, '2020-05-11')],
  },
];

const membersOnly: Seat[] = [
  {
    key: 'birdsedge',
    name: 'Harriet Birdsedge',
    job_title: 'Project lead',
    agency: kitewing,
    persona: true,
    held: [member(exploitation, '2021-11-01')],
  },
  {
    key: 'lanchmere',
    name: 'Solveig Lanchmere',
    job_title: 'Chief officer',
    agency: lanternHouse,
    held: [member(forum, '2020-06-01')],
  },
  {
    key: 'trellick',
    name: 'Amadou Trellick',
    job_title: 'Young carers lead',
    agency: youngCarers,
    held: [member(voice, '2022-01-17')],
  },
  {
    key: 'pipewell',
    name: 'Rosalba Pipewell',
    job_title: 'Centre lead',
    agency: familyCentre,
    held: [member(training, '2021-02-08'), member(voice, '2021-02-08')],
  },
  {
    key: 'carrowmoor',
    name: 'Fergal Carrowmoor',
    job_title: 'Prevention lead',
    agency: fire,
    held: [member(exploitation, '2022-02-14')],
  },
  {
    key: 'netherwell',
    name: 'Yusuf Netherwell',
    job_title: 'Head of probation delivery',
    agency: probation,
    held: [member(quality, '2023-06-05')],
  },
  {
    key: 'stanwardine',
    name: 'Dr Clementine Stanwardine',
    job_title: 'Named general practitioner',
    agency: generalPractice,
    held: [member(caseReview, '2021-04-19')],
  },
  {
    key: 'oakhanger',
    name: 'Bronwen Oakhanger',
    job_title: 'Headteacher',
    agency: 'Thistlemere Primary School',
    held: [member(educationReference, '2022-11-01', '2024-08-31')],
  },
  {
    key: 'lindridge',
    name: 'Matteo Lindridge',
    job_title: 'Headteacher',
    agency: 'Thistlemere Primary School',
    held: [member(educationReference, '2024-09-02')],
  },
  {
    key: 'farnhope',
    name: 'Sunniva Farnhope',
    job_title: 'Vice principal',
    agency: college,
    held: [member(exploitation, '2023-01-09'), member(educationReference, '2023-01-09')],
  },
];

export const members: PersonFacts[] = [...chairs, ...agencyLeads, ...membersOnly].map(seated);

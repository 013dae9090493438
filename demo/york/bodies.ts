// The groups that York's two documents name, with the former and other names that the documents use for them.
import type { BodyFacts, OtherName } from '../demonstration.ts';
import { careBoard, council, educationService, police, schoolsBoard } from './agencies.ts';

export const leads = 'Lead Safeguarding Partners';
export const executive = 'Executive';
export const practiceGroup = 'Safeguarding and Professional Practice Sub-group';
export const exploitationGroup = 'Child Exploitation Sub-group';
export const caseReviewGroup = 'Case Review Sub-group';
export const learningGroup = 'Learning, Development and Performance Sub-group';
export const voiceGroup = 'Voice and Involvement Sub-group';
export const riskMeeting = 'Child Exploitation Risk Assessment Meeting';
export const disruptionMeeting = 'Child Exploitation Disruption Meeting';
export const hubOperational = 'Multi-Agency Safeguarding Hub Operational Sub-group';
export const hubStrategic = 'Multi-Agency Safeguarding Hub Strategic Sub-group';
export const attendanceGroup = 'Attendance Task and Finish Group';
export const earlyHelpGroup = 'Early Help Steering Group';
export const mentalHealthGroup = 'Young People’s Mental Health Group';
export const developmentDay = 'Partnership Development Day';
export const familiesFirst = 'Families First Executive Board';
export const deathPanel = 'Child Death Overview Panel';
export const businessUnit = 'Partnership Business Unit';
export const parentingBoard = 'Corporate Parenting Board';

function also(name: string, locator: string): OtherName {
  return { name, kind: 'alias', locator };
}
function short(name: string, locator: string): OtherName {
  return { name, kind: 'abbreviation', locator };
}
function former(name: string, locator: string): OtherName {
  return { name, kind: 'former', locator };
}

const governing: BodyFacts[] = [
  {
    name: leads,
    kind: 'lead-safeguarding-partners',
    locator: '002:1026',
    terms_of_reference: 'Agree the funding shares, by the guidance that the annual report quotes.',
  },
  {
    name: executive,
    kind: 'executive',
    cadence: 'Every two months',
    locator: '001:113',
    terms_of_reference:
      'The three delegated safeguarding partners oversee the priorities, receive assurance from the sub-groups and take strategic decisions.',
    names: [
      also('Safeguarding Executive', '002:73'),
      also('Partnership Executive', '002:419'),
      also('Safeguarding Partnership Executive', '002:938'),
      also('CYSCP Executive', '001:89'),
    ],
    seats: [
      { agency: council, title: 'Delegated safeguarding partner, local authority', locator: '001:111' },
      { agency: careBoard, title: 'Delegated safeguarding partner, health', locator: '001:111' },
      { agency: police, title: 'Delegated safeguarding partner, police', locator: '001:111' },
      { agency: council, title: 'Assistant Director, Education and Skills', locator: '002:936' },
      { agency: schoolsBoard, title: 'Chief executive of a multi-academy trust', locator: '001:135' },
    ],
  },
  {
    name: businessUnit,
    kind: 'business-unit',
    locator: '002:940',
    names: [also('CYSCP Business Unit', '001:286')],
  },
  {
    name: developmentDay,
    kind: 'wider-partnership',
    locator: '002:633',
    names: [also('CYSCP Development Day', '001:152')],
  },
];

const subGroups: BodyFacts[] = [
  {
    name: practiceGroup,
    kind: 'sub-group',
    reports_to: executive,
    locator: '002:256',
    terms_of_reference:
      'Oversees the Young Carers Action Plan; hears updates on attendance, pledges and the practice model.',
    names: [also('Safeguarding Professional Practice Sub-group', '002:331')],
  },
  {
    name: exploitationGroup,
    kind: 'sub-group',
    reports_to: executive,
    locator: '002:393',
    terms_of_reference:
      'Monitors the action plan of the Contextual Safeguarding Strategy, the data set, spotlight topics and research.',
    names: [also('Exploitation Sub-group', '002:399')],
    seats: [{ agency: educationService, title: 'Education representative', locator: '002:490' }],
  },
  {
    name: caseReviewGroup,
    kind: 'sub-group',
    reports_to: executive,
    cadence: 'Monitors action plans every quarter',
    locator: '002:692',
    terms_of_reference:
      'Learns from serious child safeguarding incidents (Working Together 2023, chapter 5), follows the action plans and spreads the learning.',
  },
  {
    name: learningGroup,
    kind: 'sub-group',
    reports_to: executive,
    cadence: 'Scrutinises the data set every quarter',
    locator: '002:597',
  },
  {
    name: voiceGroup,
    kind: 'sub-group',
    reports_to: executive,
    locator: '002:562',
    terms_of_reference:
      'Children’s participation, on the Lundy model; leads the priority on mental health and wellbeing.',
    names: [also('Voice and Involvement Group', '002:682')],
  },
  {
    name: hubStrategic,
    kind: 'sub-group',
    reports_to: executive,
    locator: '002:272',
  },
  {
    name: hubOperational,
    kind: 'sub-group',
    reports_to: executive,
    locator: '002:272',
    terms_of_reference: 'Reviews data and dip samples to see what the updated threshold guidance changes.',
  },
];

const groupsAndMeetings: BodyFacts[] = [
  {
    name: earlyHelpGroup,
    kind: 'task-group',
    locator: '002:367',
  },
  {
    name: attendanceGroup,
    kind: 'task-group',
    locator: '002:488',
    names: [also('multi-agency task and finish Sub-group', '002:482')],
  },
  { name: mentalHealthGroup, kind: 'task-group', locator: '002:607' },
  {
    name: riskMeeting,
    kind: 'meeting',
    cadence: 'Weekly',
    locator: '002:387',
    terms_of_reference:
      'Decides whether a child is vulnerable to or at risk of sexual or criminal exploitation, and agrees a risk status of high, medium or low.',
    names: [
      former('Risk Assessment Meeting', '002:387'),
      former('RAM', '002:387'),
      also('Multi-Agency Child Exploitation Risk Assessment Meeting', '002:468'),
      also('weekly risk assessment meetings', '002:914'),
    ],
  },
  {
    name: disruptionMeeting,
    kind: 'meeting',
    cadence: 'Monthly',
    locator: '002:391',
    terms_of_reference:
      'Shares intelligence on places, spaces, perpetrators and persons of interest, and agrees how to disrupt them.',
    names: [former('Multi-Agency Child Exploitation Meeting', '002:387'), former('MACEM', '002:387')],
    seats: [
      { agency: 'Child and Adolescent Mental Health Services', title: 'Core member', locator: '002:391' },
      { agency: 'Community Safety Partnership', title: 'Core member', locator: '002:391' },
      { agency: 'North Yorkshire Fire and Rescue Service', title: 'Core member', locator: '002:391' },
      { agency: 'Healthy Child Service', title: 'Core member', locator: '002:391' },
      { agency: 'British Transport Police', title: 'Core member', locator: '002:391' },
      { agency: council, title: 'Rough sleeping', locator: '002:391' },
      { agency: council, title: 'Preparing for adulthood', locator: '002:391' },
      { agency: council, title: 'CCTV', locator: '002:391' },
      { agency: council, title: 'Sport and leisure', locator: '002:391' },
      { agency: council, title: 'Licensing', locator: '002:391' },
      { agency: council, title: 'Anti-social behaviour', locator: '002:391' },
    ],
  },
];

const linked: BodyFacts[] = [
  { name: familiesFirst, kind: 'board', locator: '002:97' },
  { name: parentingBoard, kind: 'board', locator: '002:631' },
  { name: 'Children in Care Council', kind: 'board', locator: '001:176' },
  { name: 'Youth Council', kind: 'board', locator: '001:176' },
  { name: 'City of York Carers Strategy Working Group', kind: 'board', locator: '002:264' },
  { name: 'Carers Action Group', kind: 'board', locator: '002:637' },
  {
    name: deathPanel,
    kind: 'joint',
    shared_with: 'North Yorkshire',
    locator: '002:1018',
    terms_of_reference:
      'Reviews the death of every child normally resident in North Yorkshire or York, up to the age of 18; publishes findings and priorities each year.',
    names: [
      short('CDOP', '002:1009'),
      { name: 'Child Death Review Panel', kind: 'mistaken', locator: '002:1007' },
    ],
  },
];

export const bodies: BodyFacts[] = [...governing, ...subGroups, ...groupsAndMeetings, ...linked];

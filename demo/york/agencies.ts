// The agencies that York's two documents name, each with the line that names it. The safeguarding partner for health
// is the integrated care board; the two partnerships that the documents name beside it are other bodies in law.
import type { AgencyFacts } from '../demonstration.ts';

export const council = 'City of York Council';
export const careBoard = 'NHS Humber and North Yorkshire Integrated Care Board';
export const police = 'North Yorkshire Police';
export const healthAndCarePartnership = 'Humber and North Yorkshire Health and Care Partnership';
export const socialCare = 'Children’s Services, City of York Council';
export const educationService = 'City of York Education Service';
export const publicHealth = 'Public Health, City of York Council';
export const carers = 'York Carers Centre';
export const mentalHealthTrust = 'Tees, Esk and Wear Valleys NHS Foundation Trust';
export const hospitals = 'York and Scarborough Teaching Hospital Foundation Trust';
export const primaryCare = 'Primary Care Safeguarding Team';
export const stGiles = 'St Giles Trust';
export const ivison = 'Ivison Trust';
export const schoolsBoard = 'York Schools and Academies Board';
export const hub = 'Multi-Agency Safeguarding Hub';

const statutory: AgencyFacts[] = [
  { name: council, kind: 'safeguarding-partner', legal_type: 'local-authority', locator: '002:39' },
  {
    name: careBoard,
    kind: 'safeguarding-partner',
    legal_type: 'integrated-care-board',
    locator: '002:572',
    names: [{ name: 'ICB', kind: 'abbreviation', locator: '002:139' }],
  },
  { name: police, kind: 'safeguarding-partner', legal_type: 'police', locator: '002:63' },
];

const councilServices: AgencyFacts[] = [
  {
    name: socialCare,
    kind: 'other',
    legal_type: 'council-service',
    part_of: council,
    locator: '002:115',
    names: [{ name: 'Children’s Social Care', kind: 'abbreviation', locator: '002:260' }],
  },
  {
    name: educationService,
    kind: 'other',
    legal_type: 'council-service',
    part_of: council,
    locator: '002:907',
  },
  {
    name: publicHealth,
    kind: 'other',
    legal_type: 'council-service',
    part_of: council,
    locator: '002:578',
  },
  service('Targeted Intervention', '002:258'),
  service('Youth Justice Service', '002:437', 'YJS', '002:441'),
  service('Family Information Service', '002:341', 'FIS', '002:341'),
  service('Virtual School', '002:678'),
  service('Healthy Child Service', '002:391'),
  service('Together We Can', '002:678'),
];

const health: AgencyFacts[] = [
  {
    name: healthAndCarePartnership,
    kind: 'other',
    legal_type: 'health-and-care-partnership',
    locator: '002:47',
  },
  {
    name: 'Humber and North Yorkshire Integrated Care Partnership',
    kind: 'other',
    legal_type: 'integrated-care-partnership',
    locator: '002:51',
  },
  {
    name: mentalHealthTrust,
    kind: 'relevant-agency',
    legal_type: 'nhs-trust',
    locator: '002:588',
    names: [{ name: 'TEWV', kind: 'abbreviation', locator: '002:588' }],
  },
  {
    name: 'Child and Adolescent Mental Health Services',
    kind: 'relevant-agency',
    legal_type: 'nhs-trust',
    part_of: mentalHealthTrust,
    locator: '002:588',
    names: [{ name: 'CAMHS', kind: 'abbreviation', locator: '002:588' }],
  },
  { name: hospitals, kind: 'relevant-agency', legal_type: 'nhs-trust', locator: '002:639' },
  { name: primaryCare, kind: 'relevant-agency', legal_type: 'primary-care', locator: '002:347' },
  { name: 'YorSexualHealth', kind: 'relevant-agency', legal_type: 'unknown', locator: '002:814' },
  {
    name: 'Humber and North Yorkshire Children and Young People’s Mental Health Programme',
    kind: 'other',
    legal_type: 'unknown',
    locator: '002:580',
  },
];

const justiceAndSafety: AgencyFacts[] = [
  { name: 'British Transport Police', kind: 'relevant-agency', legal_type: 'police', locator: '002:391' },
  {
    name: 'North Yorkshire Fire and Rescue Service',
    kind: 'relevant-agency',
    legal_type: 'fire-and-rescue',
    locator: '002:993',
    names: [{ name: 'Fire and Rescue', kind: 'abbreviation', locator: '002:391' }],
  },
  {
    name: 'Police, Fire and Crime Commissioner',
    kind: 'relevant-agency',
    legal_type: 'police-and-crime-commissioner',
    locator: '002:1001',
  },
  { name: 'Community Safety Partnership', kind: 'other', legal_type: 'board', locator: '002:391' },
  { name: 'Court Service', kind: 'relevant-agency', legal_type: 'criminal-justice', locator: '002:311' },
];

const education: AgencyFacts[] = [
  {
    name: schoolsBoard,
    kind: 'education',
    legal_type: 'board',
    locator: '001:135',
    names: [{ name: 'YSAB', kind: 'abbreviation', locator: '001:135' }],
  },
  { name: 'University of York', kind: 'education', legal_type: 'college-or-university', locator: '002:379' },
  {
    name: 'York St John University',
    kind: 'education',
    legal_type: 'college-or-university',
    locator: '002:859',
  },
];

const voluntary: AgencyFacts[] = [
  {
    name: carers,
    kind: 'voluntary',
    legal_type: 'charity',
    locator: '002:258',
    names: [
      { name: 'York Carers Forum', kind: 'alias', locator: '002:268' },
      { name: 'Young Carers Centre', kind: 'alias', locator: '002:637' },
    ],
  },
  charity('York Parent Carer Forum', '002:637'),
  {
    name: stGiles,
    kind: 'voluntary',
    legal_type: 'charity',
    locator: '002:425',
    names: [{ name: 'SOS+ service', kind: 'abbreviation', locator: '002:425' }],
  },
  charity(ivison, '002:668'),
  charity('York Mind', '002:379'),
  charity('IDAS', '002:311'),
  {
    name: 'Special Educational Needs and Disability Information, Advice and Support Service',
    kind: 'relevant-agency',
    legal_type: 'unknown',
    locator: '002:319',
    names: [{ name: 'SENDIASS', kind: 'abbreviation', locator: '002:319' }],
  },
  charity('Homestart', '002:548'),
  charity('York Children’s Trust', '002:548'),
  charity('Bundles of Joy', '002:548'),
  charity('Beesome', '002:548'),
  charity('Travellers Trust', '002:494'),
  charity('Change, Grow, Live', '002:441'),
  charity('Young Minds', '002:802'),
  charity('ADHD Foundation', '002:818'),
  charity('The Children’s Society', '002:850'),
  charity('NSPCC', '002:859'),
  charity('Childline', '002:981'),
  charity('Carers Trust', '002:494'),
  { name: 'National Lottery Fund', kind: 'other', legal_type: 'unknown', locator: '002:295' },
  { name: 'Winston’s Wish', kind: 'voluntary', legal_type: 'unknown', locator: '002:792' },
  { name: 'Snappy', kind: 'voluntary', legal_type: 'unknown', locator: '002:792' },
  { name: 'Nothing About Us Without Us', kind: 'voluntary', legal_type: 'unknown', locator: '002:139' },
  { name: 'Healthwatch', kind: 'other', legal_type: 'unknown', locator: '002:637' },
  { name: 'Explore York', kind: 'other', legal_type: 'unknown', locator: '002:369' },
];

const others: AgencyFacts[] = [
  {
    name: hub,
    kind: 'other',
    legal_type: 'unknown',
    locator: '002:272',
    names: [
      { name: 'MASH', kind: 'abbreviation', locator: '002:272' },
      { name: 'Multi-Agency Children’s Hub', kind: 'alias', locator: '002:293' },
    ],
  },
  {
    name: 'Hull Safeguarding Children Partnership',
    kind: 'other',
    legal_type: 'board',
    locator: '002:135',
  },
  {
    name: 'Child Safeguarding Practice Review Panel',
    kind: 'other',
    legal_type: 'national-body',
    locator: '002:702',
    names: [{ name: 'National Panel', kind: 'abbreviation', locator: '002:702' }],
  },
  { name: 'Ofsted', kind: 'other', legal_type: 'national-body', locator: '002:115' },
  { name: 'Department for Education', kind: 'other', legal_type: 'national-body', locator: '002:411' },
];

function service(name: string, locator: string, short?: string, shortAt?: string): AgencyFacts {
  return {
    name,
    kind: 'relevant-agency',
    legal_type: 'unknown',
    locator,
    ...(short && shortAt
      ? { names: [{ name: short, kind: 'abbreviation' as const, locator: shortAt }] }
      : {}),
  };
}

function charity(name: string, locator: string): AgencyFacts {
  return { name, kind: 'voluntary', legal_type: 'charity', locator };
}

export const agencies: AgencyFacts[] = [
  ...statutory,
  ...councilServices,
  ...health,
  ...justiceAndSafety,
  ...education,
  ...voluntary,
  ...others,
];

// The agencies of Fernshire, a county that does not exist. Nothing here describes a real organisation.
import type { AgencyFacts } from '../demonstration.ts';

export const council = 'Fernshire County Council';
export const icb = 'NHS Fernshire and Marl Integrated Care Board';
export const police = 'Fernshire Constabulary';
export const hospitals = 'Wrenhampton and Coast Hospitals NHS Foundation Trust';
export const community = 'Fernmarl Community and Mental Health NHS Foundation Trust';
export const youthJustice = 'Fernshire Youth Justice Service';
export const childrensServices = 'Fernshire Children’s Social Care';
export const familyHelp = 'Fernshire Family Help Service';
export const education = 'Fernshire Education and Inclusion Service';
export const publicHealth = 'Fernshire Public Health';
export const trustSchools = 'Quillham and Yarrow Multi-Academy Trust';
export const fire = 'Fernshire Fire and Rescue Service';
export const probation = 'Fernshire Probation';
export const generalPractice = 'Fernshire General Practice Collaborative';
export const lanternHouse = 'Lantern House Fernshire';
export const kitewing = 'The Kitewing Project';
export const youngCarers = 'Fernshire Young Carers Circle';
export const familyCentre = 'Tern Street Family Centre';
export const college = 'Wrenhampton Further Education College';
export const earlyYears = 'Little Acorns of Tarnwick Nursery';

const partners: AgencyFacts[] = [
  { name: council, kind: 'safeguarding-partner', legal_type: 'local-authority' },
  {
    name: icb,
    kind: 'safeguarding-partner',
    legal_type: 'integrated-care-board',
    names: [
      {
        name: 'NHS Fernshire Clinical Commissioning Group',
        kind: 'former',
        from_on: '2013-04-01',
        until_on: '2022-06-30',
      },
    ],
  },
  { name: police, kind: 'safeguarding-partner', legal_type: 'police' },
];

const councilServices: AgencyFacts[] = [
  { name: childrensServices, kind: 'relevant-agency', legal_type: 'council-service', part_of: council },
  { name: familyHelp, kind: 'relevant-agency', legal_type: 'council-service', part_of: council },
  { name: education, kind: 'relevant-agency', legal_type: 'council-service', part_of: council },
  { name: publicHealth, kind: 'relevant-agency', legal_type: 'council-service', part_of: council },
  { name: youthJustice, kind: 'relevant-agency', legal_type: 'council-service', part_of: council },
];

const otherPublicBodies: AgencyFacts[] = [
  { name: hospitals, kind: 'relevant-agency', legal_type: 'nhs-trust' },
  { name: community, kind: 'relevant-agency', legal_type: 'nhs-trust' },
  { name: generalPractice, kind: 'relevant-agency', legal_type: 'primary-care' },
  { name: fire, kind: 'relevant-agency', legal_type: 'fire-and-rescue' },
  { name: probation, kind: 'relevant-agency', legal_type: 'criminal-justice' },
  {
    name: 'Fernshire Police and Crime Commissioner',
    kind: 'other',
    legal_type: 'police-and-crime-commissioner',
  },
];

const voluntary: AgencyFacts[] = [
  { name: lanternHouse, kind: 'voluntary', legal_type: 'charity' },
  { name: kitewing, kind: 'voluntary', legal_type: 'charity' },
  { name: youngCarers, kind: 'voluntary', legal_type: 'charity' },
  { name: familyCentre, kind: 'voluntary', legal_type: 'charity' },
];

/** Ten schools; three of them belong to the multi-academy trust. */
export const schoolNames = [
  'Thistlemere Primary School',
  'Port Ansel High School',
  'Upper Quillham Primary School',
  'Brackenfold High School',
  'Saltwhistle Bay School',
  'Nether Yarrow Infant School',
  'Hexcombe Community School',
  'Little Oakmarl Primary School',
  'Wrenhampton Riverside School',
  'Tarnwick House Special School',
] as const;

const inTrust: readonly string[] = [
  'Upper Quillham Primary School',
  'Nether Yarrow Infant School',
  'Brackenfold High School',
];

const educationSettings: AgencyFacts[] = [
  { name: trustSchools, kind: 'education', legal_type: 'multi-academy-trust' },
  { name: college, kind: 'education', legal_type: 'college-or-university' },
  { name: earlyYears, kind: 'education', legal_type: 'early-years' },
  ...schoolNames.map(
    (name): AgencyFacts => ({
      name,
      kind: 'education',
      legal_type: 'school',
      ...(inTrust.includes(name) && { part_of: trustSchools }),
    }),
  ),
];

export const agencies: AgencyFacts[] = [
  ...partners,
  ...councilServices,
  ...otherPublicBodies,
  ...voluntary,
  ...educationSettings,
];

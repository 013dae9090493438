// Six children who do not exist, each in a circle of people who may see them (circles.ts). NHS numbers come from the range
// 999 000 0000 to 999 999 9999, which is kept for tests and never given to anyone; their check digits are right.
import type { schoolNames } from './agencies.ts';

export interface FictionalChild {
  key: string;
  given_name: string;
  family_name: string;
  /** Null for a baby who is not born yet. */
  born_on: string | null;
  expected_on: string | null;
  sex: 'female' | 'male' | 'not-known' | 'not-specified';
  /** Ten digits without spaces; null before birth. */
  nhs_number: string | null;
  school: (typeof schoolNames)[number] | null;
  /** The circle the child's record belongs to. */
  circle: string;
}

export const fernshireChildren: FictionalChild[] = [
  {
    key: 'child-1',
    given_name: 'Juniper',
    family_name: 'Testwood',
    born_on: '2010-11-03',
    expected_on: null,
    sex: 'female',
    nhs_number: '9990412073',
    school: 'Port Ansel High School',
    circle: 'missing',
  },
  {
    key: 'child-2',
    given_name: 'Caspian',
    family_name: 'Samplestow',
    born_on: '2011-02-17',
    expected_on: null,
    sex: 'male',
    nhs_number: '9991183507',
    school: 'Brackenfold High School',
    circle: 'missing',
  },
  {
    key: 'child-3',
    given_name: 'Indigo',
    family_name: 'Examplewick',
    born_on: '2009-07-29',
    expected_on: null,
    sex: 'not-specified',
    nhs_number: '9992639148',
    school: 'Wrenhampton Riverside School',
    circle: 'missing',
  },
  {
    key: 'child-4',
    given_name: 'Marigold',
    family_name: 'Specimen-Ashe',
    born_on: '2016-05-12',
    expected_on: null,
    sex: 'female',
    nhs_number: '9994720880',
    school: 'Thistlemere Primary School',
    circle: 'reviews',
  },
  {
    key: 'child-5',
    given_name: 'Peregrine',
    family_name: 'Modelby',
    born_on: '2024-12-06',
    expected_on: null,
    sex: 'male',
    nhs_number: '9995801469',
    school: null,
    circle: 'reviews',
  },
  {
    key: 'child-6',
    given_name: 'Unborn baby',
    family_name: 'Modelby',
    born_on: null,
    expected_on: '2025-11-20',
    sex: 'not-known',
    nhs_number: null,
    school: null,
    circle: 'reviews',
  },
];

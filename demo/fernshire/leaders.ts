// The people who lead the Fernshire partnership, past and present. Names are made up and belong to nobody in public life.
// Since Working Together 2023 the partnership chair is one of the delegated safeguarding partners; never the scrutineer.
import type { PersonFacts } from '../demonstration.ts';
import { council, icb, police } from './agencies.ts';
import { businessUnit, executive, leads } from './bodies.ts';

function address(localPart: string): string {
  return `${localPart}@fernshire.example`;
}

const leadPartners: PersonFacts[] = [
  {
    key: 'mossbank',
    name: 'Gerald Mossbank',
    job_title: 'Chief executive (until January 2023)',
    agency: council,
    email: address('gerald.mossbank'),
    appointments: [
      {
        role: 'lead-safeguarding-partner',
        body: leads,
        agency: council,
        from_on: '2019-09-02',
        until_on: '2023-01-31',
      },
    ],
  },
  {
    key: 'thistlewood',
    name: 'Philippa Thistlewood-Okoro',
    job_title: 'Chief executive',
    agency: council,
    email: address('philippa.thistlewood-okoro'),
    persona: true,
    appointments: [
      { role: 'lead-safeguarding-partner', body: leads, agency: council, from_on: '2023-02-01' },
    ],
  },
  {
    key: 'tarrowby',
    name: 'Anwen Tarrowby',
    job_title: 'Accountable officer, then chief executive (until August 2023)',
    agency: icb,
    email: address('anwen.tarrowby'),
    appointments: [
      // Accountable officer of the clinical commissioning group until it was replaced on 1 July 2022.
      {
        role: 'lead-safeguarding-partner',
        body: leads,
        agency: icb,
        from_on: '2019-09-02',
        until_on: '2022-06-30',
      },
      {
        role: 'lead-safeguarding-partner',
        body: leads,
        agency: icb,
        from_on: '2022-07-01',
        until_on: '2023-08-31',
      },
    ],
  },
  {
    key: 'fellgate',
    name: 'Dr Rukhsana Fellgate',
    job_title: 'Chief executive',
    agency: icb,
    email: address('rukhsana.fellgate'),
    persona: true,
    appointments: [{ role: 'lead-safeguarding-partner', body: leads, agency: icb, from_on: '2023-09-01' }],
  },
  {
    key: 'ashgrove',
    name: 'Duncan Ashgrove-Bell',
    job_title: 'Chief constable (until January 2024)',
    agency: police,
    email: address('duncan.ashgrove-bell'),
    appointments: [
      {
        role: 'lead-safeguarding-partner',
        body: leads,
        agency: police,
        from_on: '2020-06-01',
        until_on: '2024-01-14',
      },
    ],
  },
  {
    key: 'stavely',
    name: 'Marguerite Stavely',
    job_title: 'Chief constable',
    agency: police,
    email: address('marguerite.stavely'),
    persona: true,
    appointments: [{ role: 'lead-safeguarding-partner', body: leads, agency: police, from_on: '2024-01-15' }],
  },
];

const delegatedPartners: PersonFacts[] = [
  {
    key: 'oyelaran',
    name: 'Temperance Oyelaran-Brook',
    job_title: 'Director of children’s services',
    agency: council,
    email: address('temperance.oyelaran-brook'),
    persona: true,
    appointments: [
      { role: 'delegated-safeguarding-partner', body: executive, agency: council, from_on: '2021-09-01' },
      {
        role: 'partnership-chair',
        body: executive,
        agency: council,
        from_on: '2023-04-01',
        until_on: '2024-01-31',
      },
    ],
  },
  {
    key: 'pellatt',
    name: 'Sioned Pellatt',
    job_title: 'Director of nursing (until June 2022)',
    agency: icb,
    email: address('sioned.pellatt'),
    appointments: [
      {
        role: 'delegated-safeguarding-partner',
        body: executive,
        agency: icb,
        from_on: '2019-09-02',
        until_on: '2022-06-30',
      },
    ],
  },
  {
    key: 'larchfield',
    name: 'Kwabena Larchfield',
    job_title: 'Chief nurse',
    agency: icb,
    email: address('kwabena.larchfield'),
    persona: true,
    appointments: [
      { role: 'delegated-safeguarding-partner', body: executive, agency: icb, from_on: '2022-07-01' },
      { role: 'partnership-chair', body: executive, agency: icb, from_on: '2024-02-01' },
    ],
  },
  {
    key: 'crannock',
    name: 'Ishbel Crannock',
    job_title: 'Detective chief superintendent (until June 2024)',
    agency: police,
    email: address('ishbel.crannock'),
    appointments: [
      {
        role: 'delegated-safeguarding-partner',
        body: executive,
        agency: police,
        from_on: '2021-04-01',
        until_on: '2024-06-30',
      },
    ],
  },
  {
    key: 'hollowdale',
    name: 'Ravinder Hollowdale',
    job_title: 'Assistant chief constable',
    agency: police,
    email: address('ravinder.hollowdale'),
    persona: true,
    appointments: [
      { role: 'delegated-safeguarding-partner', body: executive, agency: police, from_on: '2024-07-01' },
    ],
  },
];

const independent: PersonFacts[] = [
  {
    key: 'whinfell',
    name: 'Lorcan Whinfell',
    job_title: 'Independent chair (until March 2023)',
    email: address('lorcan.whinfell'),
    appointments: [
      { role: 'independent-chair', body: executive, from_on: '2019-09-02', until_on: '2023-03-31' },
    ],
  },
  {
    key: 'umfraville',
    name: 'Beatrix Umfraville-Nwosu',
    job_title: 'Independent scrutineer (until December 2022)',
    email: address('beatrix.umfraville-nwosu'),
    appointments: [{ role: 'independent-scrutineer', from_on: '2019-10-01', until_on: '2022-12-31' }],
  },
  {
    key: 'wren',
    name: 'Dr Hamish Oduya-Wren',
    job_title: 'Independent scrutineer',
    email: address('hamish.oduya-wren'),
    persona: true,
    appointments: [{ role: 'independent-scrutineer', from_on: '2023-01-01' }],
  },
];

const business: PersonFacts[] = [
  {
    key: 'coldbrook',
    name: 'Nerys Coldbrook',
    job_title: 'Partnership business manager',
    agency: council,
    email: address('nerys.coldbrook'),
    persona: true,
    appointments: [{ role: 'business-manager', body: businessUnit, agency: council, from_on: '2020-02-03' }],
  },
  {
    key: 'marrable',
    name: 'Lettice Marrable',
    job_title: 'Business support officer (until April 2023)',
    agency: council,
    email: address('lettice.marrable'),
    appointments: [
      {
        role: 'business-support',
        body: businessUnit,
        agency: council,
        from_on: '2020-06-15',
        until_on: '2023-04-28',
      },
    ],
  },
  {
    key: 'pennistone',
    name: 'Jarek Pennistone',
    job_title: 'Business support officer',
    agency: council,
    email: address('jarek.pennistone'),
    persona: true,
    appointments: [{ role: 'business-support', body: businessUnit, agency: council, from_on: '2023-05-02' }],
  },
  {
    key: 'rookwood',
    name: 'Xanthe Rookwood-Iqbal',
    job_title: 'Partnership analyst',
    agency: council,
    email: address('xanthe.rookwood-iqbal'),
    persona: true,
    appointments: [{ role: 'analyst', body: businessUnit, agency: council, from_on: '2022-09-05' }],
  },
  {
    key: 'merrivane',
    name: 'Odalys Merrivane',
    job_title: 'Information governance manager',
    agency: council,
    email: address('odalys.merrivane'),
    persona: true,
    appointments: [{ role: 'information-governance-lead', agency: council, from_on: '2023-01-09' }],
  },
];

export const leaders: PersonFacts[] = [...leadPartners, ...delegatedPartners, ...independent, ...business];

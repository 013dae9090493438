// Fernshire's information sharing agreements: one in force whose review is due soon, one that lapsed with the school year,
// and one that still waits for a signature. So Port Ansel High School cannot give returns on the demonstration's day.
import type { AgreementFacts } from '../demonstration.ts';
import { community, council, hospitals, icb, kitewing, police, trustSchools } from './agencies.ts';

export const agreements: AgreementFacts[] = [
  {
    title: 'Sharing for the yearly report and the multi-agency data set',
    parties: [
      { agency: council, signed_on: '2023-10-03', by: 'thistlewood' },
      { agency: icb, signed_on: '2023-10-05', by: 'fellgate' },
      { agency: police, signed_on: '2023-10-05', by: 'ashgrove' },
      { agency: hospitals, signed_on: '2023-10-11', by: 'wintergreen' },
      { agency: community, signed_on: '2023-10-12', by: 'quarrington' },
      { agency: trustSchools, signed_on: '2023-10-20', signatory: 'Chief executive of the trust' },
    ],
    kinds: ['evidence', 'data-set', 'audits', 'training'],
    purpose:
      'To see how well agencies keep children safe together, to report on it each year, and to choose what to put right. ' +
      'Figures and statements about groups; no record of a named child.',
    lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e)).',
    recorded_on: '2023-10-02',
    from_on: '2023-10-09',
    review_on: '2025-10-09',
  },
  {
    title: 'Safeguarding returns of Port Ansel High School',
    parties: [
      { agency: council, signed_on: '2024-08-28', by: 'thistlewood' },
      { agency: 'Port Ansel High School', signed_on: '2024-08-29', by: 'brackenthwaite' },
    ],
    kinds: ['evidence', 'audits'],
    purpose:
      'The school’s own figures and its yearly safeguarding audit, for the year in which it left its trust.',
    lawful_basis: 'Public task: Education Act 2002 section 175 (UK GDPR article 6(1)(e)).',
    recorded_on: '2024-08-27',
    from_on: '2024-09-01',
    until_on: '2025-08-31',
    review_on: '2025-07-01',
  },
  {
    title: 'Young people who are missing: sharing with The Kitewing Project',
    parties: [
      { agency: council, signed_on: '2025-08-20', by: 'thistlewood' },
      { agency: police, signed_on: '2025-09-02', by: 'hollowdale' },
      { agency: kitewing },
    ],
    kinds: ['children'],
    purpose:
      'So that the project’s workers can listen to a young person who has come home within 72 hours, and what they are told ' +
      'reaches those who keep the young person safe.',
    lawful_basis:
      'Public task (UK GDPR article 6(1)(e)); safeguarding of children (article 9(2)(g), Data Protection Act 2018 schedule 1 paragraph 18).',
    recorded_on: '2025-08-18',
    from_on: '2025-09-01',
    review_on: '2026-09-01',
  },
];

// What is said of governance's records: the arrangements, which are published, and the people in them.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const kept: Pick<
  RecordDeclaration,
  'controller' | 'lawful_basis' | 'special_category' | 'criminal_offence' | 'about_children'
> = {
  controller: 'The partnership’s host council',
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e))',
  special_category: { none: 'Names, offices and terms of reference say nothing of anybody’s private life' },
  criminal_offence: false,
  about_children: false,
};
const code = 'A code out of a list, which names nobody';

export const governanceRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: [
      'governance.partnership_name',
      'governance.area',
      'governance.abbreviation',
      'governance.agency',
      'governance.agency_name',
      'governance.body',
      'governance.body_name',
      'governance.authority',
      'governance.seat',
    ],
    name: 'The arrangements: agencies, bodies, seats and authority',
    purpose: 'To publish and run the local safeguarding arrangements',
    whose: [],
    recipients: 'Anybody: the arrangements are published',
    retention: null,
    contents: {},
  },
  {
    ...kept,
    tables: ['governance.person', 'governance.appointment'],
    name: 'People and their appointments',
    purpose: 'To know who holds which office, and what they may see and do',
    whose: ['professionals'],
    recipients: 'Everybody in the partnership; who holds which office is published',
    retention: {
      years: 7,
      after: 'the last appointment ended',
      counts: {
        'governance.person': { latest_of: 'governance.appointment', by: 'person_id', column: 'until_on' },
      },
    },
    contents: {
      'governance.person': {
        blanks: { name: 'Somebody no longer listed', job_title: null, email: null },
        keeps: {},
        page: (id) => `/governance/people/${id}`,
      },
      'governance.appointment': {
        blanks: { source: null },
        keeps: { [code]: ['role'] },
        belongs_to: { table: 'governance.person', by: 'person_id' },
      },
    },
  },
  {
    ...kept,
    tables: ['governance.sharing_agreement', 'governance.sharing_party', 'governance.sharing_waiver'],
    name: 'Information sharing agreements',
    purpose: 'To take information from agencies only on terms they have signed, and to show which',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e)); accountability (article 5(2))',
    whose: ['professionals'],
    recipients: 'Everybody in the partnership; inspectors and the Information Commissioner where they ask',
    retention: {
      years: 7,
      after: 'the agreement ended',
      counts: { 'governance.sharing_agreement': { columns: ['until_on'] } },
    },
    contents: {
      'governance.sharing_agreement': {
        blanks: { ended_reason: null },
        keeps: {
          'Terms between organisations, which name nobody': ['title', 'purpose', 'lawful_basis'],
          [code]: ['kinds'],
        },
      },
      'governance.sharing_party': {
        blanks: { signatory: null },
        keeps: {},
        belongs_to: { table: 'governance.sharing_agreement', by: 'agreement_id' },
      },
      'governance.sharing_waiver': { blanks: { reason: 'Disposed of' }, keeps: {} },
    },
  },
];

// What is said of children's records: whose they are, why they are kept, and what is left of them afterwards.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

export const childrenRecords: RecordDeclaration[] = [
  {
    tables: ['children.child'],
    name: 'Who a child is',
    controller: 'Each agency for the children it records; the host council for the register',
    purpose: 'To know which child a piece of the partnership’s work is about',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e)); Children Act 2004 sections 16E to 16H',
    special_category: {
      condition:
        'Safeguarding of children and of individuals at risk: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: false,
    whose: ['children', 'families'],
    recipients: 'The people of the record’s circle, each time for a purpose that is kept',
    retention: {
      years: 25,
      after: 'the child was born',
      counts: { 'children.child': { columns: ['born_on', 'expected_on'] } },
    },
    about_children: true,
    restricted: [
      {
        table: 'children.child',
        word: 'child’s record',
        path: (id) => `/children/${id}`,
        permission: 'children.read',
        always: true,
        emergency_path: (accessId) => `/children/emergencies/${accessId}`,
      },
    ],
    contents: {
      'children.child': {
        blanks: {
          given_name: 'Record',
          family_name: 'disposed of',
          born_on: null,
          expected_on: null,
          sex: 'not-known',
          nhs_number: null,
          school_id: null,
        },
        codes: ['sex'],
        keeps: {},
      },
    },
  },
];

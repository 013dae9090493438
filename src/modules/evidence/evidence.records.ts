// What is said of the evidence register's records: whose they are, why they are kept, and what is left of them afterwards.
import { contentHash } from '../../kernel/evidence/evidence.ts';
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const kept: Pick<RecordDeclaration, 'controller' | 'lawful_basis'> = {
  controller: 'The partnership’s host council; for what an agency enters, that agency',
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e))',
};
const nothingLeft = { shape: 'statement', text: 'Disposed of' };

export const evidenceRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: ['evidence.source', 'evidence.link'],
    name: 'Sources and links',
    purpose: 'To trace every figure in a report to where it comes from',
    special_category: { none: 'Titles of documents, and references between records' },
    criminal_offence: false,
    whose: [],
    recipients: 'Everybody in the partnership; sources that a report cites, anybody',
    retention: null,
    about_children: false,
    contents: {},
  },
  {
    ...kept,
    tables: ['evidence.item'],
    name: 'Items of evidence',
    purpose: 'To show what the arrangements did and what difference it made to children and families',
    special_category: {
      condition:
        'For case studies, quotations and small groups: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients:
      'Everybody in the partnership, but for what a circle keeps to itself; what a published report prints, anybody',
    retention: {
      years: 10,
      after: 'the end of the period it is about, or the day it describes',
      counts: { 'evidence.item': { columns: ['period_to_on', 'as_of_on'] } },
    },
    about_children: true,
    restricted: [
      {
        table: 'evidence.item',
        word: 'item of evidence',
        path: (id) => `/evidence/items/${id}`,
        permission: 'evidence.read',
      },
    ],
    contents: {
      'evidence.item': {
        blanks: {
          title: 'Disposed of',
          shape: nothingLeft.shape,
          content: nothingLeft,
          content_hash: contentHash(nothingLeft),
          locator: null,
          geography: null,
          period_label: null,
          withdrawn_reason: null,
        },
        codes: ['shape'],
        keeps: {
          'A code out of a list, which names nobody': ['topics', 'part', 'year_label'],
          'A reference to a priority, without its words': ['group_ref'],
        },
        closes: { withdrawn_reason: 'Disposed of under the retention schedule', withdrawn_on: '{today}' },
        hash: { column: 'content_hash', of: 'content' },
      },
    },
  },
];

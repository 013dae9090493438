// What is said of the records of this room: whose they are, why they are kept, how long, and what is left of them afterwards.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

export const accountsRecords: RecordDeclaration[] = [
  {
    tables: ['kernel.guest_link'],
    name: 'Questions to people without an account',
    controller: 'The partnership’s host council',
    purpose: 'To let a person of an agency without accounts answer one question about one record',
    lawful_basis: 'Public task: Children Act 2004 sections 16E to 16H (UK GDPR article 6(1)(e))',
    special_category: { none: 'Holds who was asked what about which record, and not what the record says' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'Whoever asked, the person asked and the business manager',
    retention: {
      years: 2,
      after: 'the last day to answer',
      counts: { 'kernel.guest_link': { columns: ['until_on'] } },
    },
    about_children: false,
    contents: {
      'kernel.guest_link': {
        blanks: { name: 'Disposed of', email: 'disposed@invalid', reason: 'Disposed of', input: {} },
        keeps: { 'Which act was asked about which record, which names nobody': ['operation', 'ref'] },
        belongs_to: { ref: 'ref' },
      },
    },
  },
];

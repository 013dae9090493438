// What is said of the records of people's rights: requests and what was decided for them, notes, and the ledger of sharing.
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';

const kept = {
  controller: 'The partnership’s host council',
  special_category: {
    condition:
      'Substantial public interest: statutory purposes (article 9(2)(g), Data Protection Act 2018 schedule 1 paragraph 6)',
  },
  criminal_offence: true,
  whose: ['children', 'families', 'professionals'],
  about_children: true,
} as const satisfies Partial<RecordDeclaration>;
const code = 'A code or reference, without words';

export const rightsRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: [
      'information.subject_request',
      'information.subject_request_pause',
      'information.subject_request_item',
    ],
    name: 'Requests to see what is held',
    purpose: 'To answer people who ask what is held about them, in time, and to show how it was decided',
    lawful_basis: 'Legal obligation: UK GDPR article 15 (article 6(1)(c))',
    recipients: 'The person who asked; the Information Commissioner where they complain',
    retention: {
      years: 3,
      after: 'the request was answered',
      counts: { 'information.subject_request': { columns: ['answered_on'] } },
    },
    contents: {
      'information.subject_request': {
        blanks: {
          about_ref: null,
          about_names: 'Disposed of',
          about_dates: null,
          asked_by: 'Disposed of',
          answer_to: null,
          asked_for: 'Disposed of',
          identity_note: null,
          authority_note: null,
          extended_reason: null,
          answered_how: null,
        },
        keeps: { [code]: ['capacity', 'state', 'bundle_hash'] },
      },
      'information.subject_request_pause': {
        blanks: { question: 'Disposed of' },
        keeps: { [code]: ['kind'] },
        belongs_to: { table: 'information.subject_request', by: 'request_id' },
      },
      'information.subject_request_item': {
        blanks: { reason: null },
        keeps: { [code]: ['ref', 'found_by', 'decision', 'ground', 'spans', 'seen_hash'] },
        belongs_to: { table: 'information.subject_request', by: 'request_id' },
      },
    },
    restricted: [
      {
        table: 'information.subject_request',
        word: 'request to see what is held',
        path: (id) => `/information-governance/subject-requests/${id}`,
        permission: 'information.rights',
        parts: [
          { table: 'information.subject_request_pause', column: 'request_id' },
          { table: 'information.subject_request_item', column: 'request_id' },
        ],
        always: true,
      },
    ],
  },
  {
    ...kept,
    tables: ['information.rectification'],
    name: 'Notes beside records that are said to be wrong',
    purpose: 'To let what somebody disputes stand beside the record, and to show how it was decided',
    lawful_basis: 'Legal obligation: UK GDPR articles 16 and 19 (article 6(1)(c))',
    recipients: 'Whoever reads the record',
    goes_with: [{ table: 'information.rectification', by: 'about_ref' }],
    // A note stands as long as the record it belongs to.
    retention: null,
    contents: {
      'information.rectification': {
        blanks: { disputed: 'Disposed of', raised_by: 'Disposed of', note: 'Disposed of', reason: null },
        keeps: { [code]: ['about_ref', 'capacity', 'state'] },
        belongs_to: { ref: 'about_ref' },
      },
    },
  },
  {
    ...kept,
    tables: ['information.sharing_decision'],
    name: 'The ledger of what was shared and what was not',
    purpose: 'To show for each sharing of information, and for each refusal, who decided it and why',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e)); accountability (article 5(2))',
    recipients: 'The person whom an entry is about, on request',
    goes_with: [{ table: 'information.sharing_decision', by: 'about_ref' }],
    // Not disposed of with the record it is about: that something was shared, and why, is still to be answered for. For the
    // same reason a request to see what is held outlasts the records it was about, each for its own time.
    retention: {
      years: 7,
      after: 'the decision',
      counts: { 'information.sharing_decision': { columns: ['decided_on'] } },
    },
    contents: {
      'information.sharing_decision': {
        blanks: {
          about_ref: null,
          what: 'Disposed of',
          with_whom: 'Disposed of',
          lawful_basis: 'Disposed of',
          reason: 'Disposed of',
        },
        keeps: { [code]: ['direction', 'told_person'] },
      },
    },
  },
];

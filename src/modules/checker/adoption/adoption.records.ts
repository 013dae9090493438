// What is said of adopted reports: drafts are of use only until each is decided, and soon afterwards they go.
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';

const gone = 'Disposed of';
const code = 'A code out of a list, which names nobody';

const kept: Pick<RecordDeclaration, 'controller' | 'lawful_basis'> = {
  controller: 'The partnership’s host council',
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e))',
};

export const adoptionRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: ['checker.adoption'],
    name: 'Adopted reports',
    purpose: 'To know which published reports were read into the register, by whom and when',
    special_category: { none: 'Titles and periods of published reports' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'Those who keep the evidence register',
    retention: {
      years: 1,
      after: 'its last draft was decided, or else it was adopted',
      counts: { 'checker.adoption': { columns: ['closed_on', 'adopted_on'] } },
    },
    about_children: false,
    contents: {
      'checker.adoption': {
        blanks: { name: gone, title: gone, sha256: null },
        codes: ['sha256'],
        keeps: { [code]: ['framework_id'] },
        page: (id) => `/check/adoptions/${id}`,
      },
    },
  },
  {
    ...kept,
    tables: ['checker.draft'],
    name: 'Drafts out of adopted reports',
    purpose:
      'To let a person decide what of a published report enters the register, and to show where it stood',
    special_category: {
      condition:
        'For case studies, quotations and small groups: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients: 'Those who keep the evidence register',
    retention: {
      years: 1,
      after: 'it was decided, or else it was offered',
      counts: { 'checker.draft': { columns: ['decided_on', 'offered_on'] } },
    },
    about_children: true,
    contents: {
      'checker.draft': {
        blanks: {
          title: gone,
          quote: gone,
          content: {},
          where_label: gone,
          priority: null,
          also_at: [],
          dropped_reason: null,
        },
        codes: ['also_at'],
        keeps: {
          [code]: ['kind', 'topics', 'part', 'state'],
          'A reference to a record, and the address of its page, without its words': [
            'record_ref',
            'record_path',
          ],
        },
        page: (id) => `/check/drafts/${id}`,
      },
    },
  },
];

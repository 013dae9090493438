// What is said of the plan's records: its frame, which stays, and what it says of each year.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const gone = 'Disposed of';
const code = 'A code out of a list, which names nobody';
const ofYear = { parent: 'plan.reporting_year', by: 'year_id', columns: ['to_on'] };
const withdrawn = { withdrawn_on: '{today}', withdrawn_reason: 'Disposed of under the retention schedule' };

const kept: Pick<
  RecordDeclaration,
  'controller' | 'lawful_basis' | 'criminal_offence' | 'about_children' | 'purpose'
> = {
  controller: 'The partnership’s host council',
  purpose: 'To plan the partnership’s work and to account for it in the yearly report',
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e))',
  criminal_offence: false,
  about_children: false,
};

export const planRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: [
      'plan.reporting_year',
      'plan.priority',
      'plan.priority_name',
      'plan.priority_focus',
      'plan.priority_year',
      'plan.strategy',
    ],
    name: 'The plan’s frame: years, priorities and strategies',
    special_category: { none: 'Names and aims of the partnership’s work, which are published' },
    whose: [],
    recipients: 'Anybody: the plan is published',
    retention: null,
    contents: {},
  },
  {
    ...kept,
    tables: ['plan.activity', 'plan.claim', 'plan.next_step'],
    name: 'What the plan says of each year',
    special_category: { none: 'It is about services and groups of children, never about one child' },
    whose: ['families', 'professionals'],
    recipients: 'Everybody in the partnership; what a published report prints, anybody',
    retention: {
      years: 10,
      after: 'the end of the reporting year',
      counts: { 'plan.activity': ofYear, 'plan.claim': ofYear, 'plan.next_step': ofYear },
    },
    contents: {
      'plan.activity': {
        blanks: { text: gone, when_label: null, reach_label: null, locator: null, withdrawn_reason: null },
        keeps: { [code]: ['topic'] },
        closes: withdrawn,
      },
      'plan.claim': {
        blanks: { statement: gone, for_whom: null, locator: null, withdrawn_reason: null },
        keeps: { [code]: ['topic', 'about'] },
        closes: withdrawn,
      },
      'plan.next_step': {
        blanks: { text: gone, due_label: null, done_note: null, locator: null, withdrawn_reason: null },
        keeps: { [code]: ['topic'] },
        closes: withdrawn,
      },
    },
  },
];

// What is said of the yearly report's records: what was published stays; what was sealed is kept for a while, for few.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';
import { coverPaperRecords } from './cover-papers/cover-paper.records.ts';
import { statementRecords } from './scrutiny/statement.records.ts';
import { versionRecords } from './versions/version.records.ts';

const gone = 'Disposed of';
const code = 'A code out of a list, which names nobody';
const hash = 'A hash, from which no words can be had back';

const kept: Pick<RecordDeclaration, 'controller' | 'lawful_basis' | 'about_children'> = {
  controller: 'The three safeguarding partners together',
  lawful_basis: 'Legal obligation (UK GDPR article 6(1)(c); Children Act 2004 section 16G)',
  about_children: false,
};
const parts = { belongs_to: { table: 'report.edition', by: 'edition_id' } };

export const reportRecords: RecordDeclaration[] = [
  statementRecords,
  versionRecords,
  coverPaperRecords,
  {
    ...kept,
    tables: [
      'report.edition',
      'report.chapter_text',
      'report.judgement',
      'report.waiver',
      'report.print_permission',
      'report.sign_off',
      'report.scrutiny_comment',
      'report.dispatch',
    ],
    name: 'Yearly reports, judgements and signatures',
    purpose: 'To publish the yearly report the law asks for, and to show who answers for it',
    special_category: { none: 'A report is written so that no child and no family can be known from it' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients:
      'Anybody, once a report is published; the Child Safeguarding Practice Review Panel and Foundations',
    retention: {
      years: 25,
      after: 'the edition was published or withdrawn',
      counts: { 'report.edition': { columns: ['withdrawn_on', 'published_on'] } },
    },
    contents: {
      'report.edition': {
        blanks: { framework_reason: null, frozen: null, withdrawn_reason: null, sealed_for: null },
        codes: ['frozen', 'sealed_for'],
        keeps: { [code]: ['year', 'state', 'framework_id'], [hash]: ['frozen_sha256'] },
        closes: {
          state: 'withdrawn',
          withdrawn_on: '{today}',
          withdrawn_reason: 'Disposed of under the retention schedule',
        },
      },
      'report.chapter_text': { ...parts, blanks: { text: gone }, keeps: { [code]: ['chapter'] } },
      'report.judgement': { ...parts, blanks: { note: gone }, keeps: { [code]: ['duty_id', 'status'] } },
      'report.waiver': {
        ...parts,
        blanks: { reason: gone, finding_key: `${gone} ({id})` },
        codes: ['finding_key'],
        keeps: { [code]: ['rule'] },
      },
      'report.print_permission': {
        ...parts,
        blanks: { reason: gone },
        keeps: { 'A reference to a figure, without its words': ['item_ref'] },
      },
      'report.sign_off': { ...parts, blanks: {}, keeps: { [code]: ['partner'], [hash]: ['fingerprint'] } },
      'report.scrutiny_comment': { ...parts, blanks: { text: gone }, keeps: {} },
      'report.dispatch': {
        ...parts,
        blanks: { recipient: gone, method: gone, acknowledgement: null, dropped_reason: null },
        keeps: { [code]: ['recipient_kind', 'form'] },
      },
    },
  },
  {
    ...kept,
    tables: ['report.format_request'],
    name: 'Requests for the yearly report in another form',
    purpose: 'To give everybody the report in a form they can use',
    lawful_basis: 'Legal obligation (UK GDPR article 6(1)(c); Equality Act 2010 sections 20 and 29)',
    special_category: { none: 'Nobody who asked is named: the record says only where the request lies' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'The business unit',
    retention: {
      years: 3,
      after: 'the request was answered',
      counts: { 'report.format_request': { columns: ['answered_on', 'asked_on'] } },
    },
    contents: {
      'report.format_request': {
        blanks: { wish: null, lies_in: gone, answer: null },
        keeps: { [code]: ['year', 'format', 'outcome'] },
      },
    },
  },
  {
    ...kept,
    tables: ['report.sealed_edition'],
    name: 'Sealed text of withdrawn reports',
    purpose: 'To be able to show what was published by mistake, to those who must know and nobody else',
    special_category: {
      condition:
        'Where a child or family can be known from it: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18; legal claims (article 9(2)(f))',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients: 'The people of the circle it was sealed for, each time for a purpose that is kept',
    retention: {
      years: 7,
      after: 'the text was sealed',
      counts: { 'report.sealed_edition': { columns: ['sealed_on'] } },
    },
    about_children: true,
    contents: {
      'report.sealed_edition': {
        blanks: { frozen: null },
        codes: ['frozen'],
        keeps: { [hash]: ['frozen_sha256'] },
      },
    },
  },
];

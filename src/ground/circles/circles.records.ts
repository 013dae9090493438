// What is said of the records about circles: requests to originators, moves, emergency access and statements.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const kept: Pick<
  RecordDeclaration,
  'controller' | 'lawful_basis' | 'special_category' | 'criminal_offence' | 'whose' | 'about_children'
> = {
  controller: 'The partnership’s host council',
  lawful_basis: 'Public task (UK GDPR article 6(1)(e)); accountability (article 5(2))',
  special_category: {
    none: 'It names a record by its reference; the form asks not to say what the record says',
  },
  criminal_offence: false,
  whose: ['professionals'],
  about_children: false,
};
const gone = 'Disposed of';
const code = 'A code out of a list, which names nobody';
const reference = 'A reference to another record, without its words';

export const circlesRecords: RecordDeclaration[] = [
  {
    ...kept,
    tables: ['circles.release_request', 'circles.move'],
    name: 'What was asked of originators, and records moved between circles',
    purpose:
      'To let nothing leave a circle unless the agency that gave it agrees, and to know why it was moved',
    recipients: 'The people of the circle',
    retention: {
      years: 10,
      after: 'it was asked or moved',
      counts: {
        'circles.release_request': { columns: ['answered_on', 'asked_on'] },
        'circles.move': { columns: ['moved_on'] },
      },
    },
    contents: {
      'circles.release_request': {
        blanks: { reason: gone, note: null },
        keeps: { [code]: ['act', 'answer'], [reference]: ['ref'] },
        belongs_to: { ref: 'ref' },
      },
      'circles.move': {
        blanks: { reason: gone },
        keeps: { [reference]: ['ref'] },
        belongs_to: { ref: 'ref' },
      },
    },
  },
  {
    ...kept,
    tables: ['circles.emergency_access'],
    name: 'Emergency access',
    purpose:
      'To open one record when a child may come to harm, to tell of it at once and to judge it afterwards',
    recipients: 'The business managers; the agency that gave what the circle holds',
    retention: {
      years: 10,
      after: 'it was given',
      counts: { 'circles.emergency_access': { columns: ['given_on'] } },
    },
    contents: {
      'circles.emergency_access': {
        blanks: { reason: gone, review_note: null },
        keeps: { [reference]: ['ref'] },
        belongs_to: { ref: 'ref' },
      },
    },
  },
  {
    ...kept,
    tables: ['circles.statement'],
    name: 'Monthly statements of who looked at what',
    purpose: 'To tell each agency who looked at restricted records',
    recipients: 'The agency’s own leads; the business managers and information governance leads',
    retention: {
      years: 10,
      after: 'the last change',
      counts: { 'circles.statement': { last_change: true } },
    },
    contents: { 'circles.statement': { blanks: {}, keeps: { 'A month of the calendar': ['month'] } } },
  },
];

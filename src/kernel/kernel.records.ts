// The records that the kernel itself keeps: traces, the calendar, circles, files, redactions, and the machinery of commands.
import type { RecordDeclaration } from './records/declaration.ts';

const council = 'The partnership’s host council';
const publicTask = 'Public task (UK GDPR article 6(1)(e))';
const noSpecial = { none: 'Nothing in it says anything about anybody’s health, beliefs or private life' };
const reference = 'A reference to another record, without its words';
const machine = 'A code, hash or name that the program wrote';

export const kernelRecords: RecordDeclaration[] = [
  {
    name: 'Audit trail',
    tables: ['kernel.audit_entry', 'kernel.audit_head'],
    controller: council,
    purpose: 'To show who did and saw what, and that nothing was changed unnoticed',
    lawful_basis: `${publicTask}; accountability (article 5(2))`,
    special_category: noSpecial,
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'Those who answer for the partnership; each agency, of its own records',
    retention: null,
    about_children: false,
    contents: {
      'kernel.audit_entry': {
        blanks: {},
        keeps: {
          'Names of acts, fields and references, and the name and office of who acted, chained so that nothing can be taken out':
            ['body', 'person_id', 'operation', 'refs', 'at'],
          [machine]: ['previous_hash', 'hash'],
        },
      },
      'kernel.audit_head': { blanks: {}, keeps: { [machine]: ['hash'] } },
    },
  },
  {
    name: 'Closed days and local time limits',
    tables: ['kernel.closed_day', 'kernel.local_timescale'],
    controller: council,
    purpose: 'To count time limits rightly',
    lawful_basis: 'Holds no personal data',
    special_category: noSpecial,
    criminal_offence: false,
    whose: [],
    recipients: 'Everybody in the partnership',
    retention: null,
    about_children: false,
    contents: {},
  },
  {
    name: 'Circles and their members',
    tables: ['kernel.circle', 'kernel.circle_member'],
    controller: council,
    purpose: 'To keep restricted records to the people who need them',
    lawful_basis: publicTask,
    special_category: noSpecial,
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'The business managers; those who answer for the audit trail',
    retention: {
      years: 25,
      after: 'the membership ended',
      counts: { 'kernel.circle_member': { columns: ['until_on'] } },
    },
    about_children: false,
    contents: {
      'kernel.circle': {
        blanks: {},
        keeps: { 'What a group of people is called and for': ['name', 'purpose', 'handling'] },
      },
      'kernel.circle_member': { blanks: { reason: 'Disposed of' }, keeps: {} },
    },
  },
  {
    name: 'Files',
    tables: ['kernel.file'],
    controller: 'The agency that gave the file',
    purpose: 'To keep documents beside the record they belong to',
    lawful_basis: 'That of the record they belong to',
    special_category: {
      condition:
        'That of the record they belong to; otherwise article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients: 'Whoever may see the record they belong to',
    retention: null,
    about_children: true,
    contents: {
      'kernel.file': {
        // Sixty-four noughts are the hash of nothing: there are no bytes behind it.
        blanks: {
          name: 'Disposed of',
          media_type: 'application/octet-stream',
          size: 0,
          sha256: '0'.repeat(64),
        },
        codes: ['name', 'media_type', 'sha256'],
        keeps: { [reference]: ['owner_ref'] },
        belongs_to: { ref: 'owner_ref' },
      },
    },
  },
  {
    name: 'Redactions',
    tables: ['kernel.redaction'],
    controller: council,
    purpose: 'To show that something was taken out of a record, when and why',
    lawful_basis: 'Legal obligation (UK GDPR article 6(1)(c)): accuracy and accountability (article 5)',
    special_category: { none: 'It holds the reason and never the words that were taken out' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients: 'Whoever may see the record',
    retention: null,
    about_children: false,
    contents: {
      'kernel.redaction': {
        blanks: { reason: 'Disposed of' },
        keeps: {
          [reference]: ['ref', 'shown_on'],
          [machine]: ['field'],
          'Titles and addresses of published reports': ['published'],
        },
        belongs_to: { ref: 'shown_on' },
      },
    },
  },
  {
    name: 'Requests, drafts and jobs',
    tables: ['kernel.request', 'kernel.job', 'kernel.schedule_mark', 'kernel.draft'],
    controller: council,
    purpose: 'To carry a command out once, and what follows from it surely; to lose nothing half typed',
    lawful_basis: publicTask,
    special_category: {
      condition:
        'That of the records a draft is about: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients: 'The person who sent the request or typed the draft, and nobody else',
    retention: null,
    about_children: false,
    contents: {
      'kernel.request': {
        // Blanked by every disposal and redaction where it names the record (kernel/records/blanking.ts).
        blanks: { result: null },
        keeps: { [machine]: ['person_id', 'operation', 'key', 'input_hash'] },
      },
      'kernel.job': { blanks: { payload: {}, problem: null }, keeps: { [machine]: ['kind', 'state'] } },
      'kernel.schedule_mark': { blanks: {}, keeps: { [machine]: ['kind', 'period'] } },
      'kernel.draft': { blanks: { sent: null, path: '/' }, keeps: {} },
    },
  },
];

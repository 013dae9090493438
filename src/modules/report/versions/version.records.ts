// What is said of the versions for children and in easy read: published beside the report, kept as long as it.
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';

const code = 'A code out of a list, which names nobody';
const reference = 'A reference to a record, without its words';

export const versionRecords: RecordDeclaration = {
  controller: 'The three safeguarding partners together',
  lawful_basis:
    'Legal obligation (UK GDPR article 6(1)(c); Children Act 2004 section 16G; Equality Act 2010 section 20)',
  about_children: false,
  tables: ['report.version', 'report.version_part'],
  name: 'Versions of the yearly report for children and in easy read',
  purpose: 'To tell children and young people what became of what they said, in a form they can use',
  special_category: {
    none: 'A version names no child, no family and no worker, and who read it first is told in general words',
  },
  criminal_offence: false,
  whose: ['professionals'],
  recipients: 'The partnership; anybody once it is signed and the report is published',
  retention: {
    years: 25,
    after: 'the version was signed',
    counts: { 'report.version': { columns: ['signed_on'] } },
  },
  contents: {
    'report.version': {
      blanks: {
        opening: null,
        shown_to: null,
        shown_count: null,
        they_said: null,
        changed_because: null,
        without_evidence: null,
        frozen: null,
      },
      codes: ['frozen'],
      keeps: { [code]: ['kind'], 'A hash, from which no words can be had back': ['frozen_sha256'] },
    },
    'report.version_part': {
      belongs_to: { table: 'report.version', by: 'version_id' },
      blanks: { told: null, did: null, changed: null, next: null, picture_alt: null },
      keeps: { [reference]: ['priority_ref', 'rests_on'] },
    },
  },
};

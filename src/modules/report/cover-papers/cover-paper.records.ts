// What is said of cover papers: kept as long as the report they introduce.
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';

const gone = 'Disposed of';

export const coverPaperRecords: RecordDeclaration = {
  controller: 'The three safeguarding partners together',
  lawful_basis: 'Public task (UK GDPR article 6(1)(e); Children Act 2004 section 16G)',
  about_children: false,
  tables: ['report.cover_paper'],
  name: 'Cover papers of the yearly report',
  purpose:
    'To give the yearly report to the committees of the council, and to show what they were told of it',
  special_category: { none: 'A cover paper names nobody but the officers who answer for it' },
  criminal_offence: false,
  whose: ['professionals'],
  recipients: 'The committee, and anybody who reads its papers',
  retention: {
    years: 25,
    after: 'the meeting it was for',
    counts: { 'report.cover_paper': { columns: ['meeting_on'] } },
  },
  contents: {
    'report.cover_paper': {
      blanks: { committee: gone, answers: {}, frozen: null, withdrawn_reason: null },
      codes: ['frozen'],
      keeps: {
        'A code out of a list, which names nobody': ['template_id', 'decision', 'state'],
        'A hash, from which no words can be had back': ['template_sha256', 'frozen_sha256'],
      },
      closes: {
        state: 'withdrawn',
        withdrawn_on: '{today}',
        withdrawn_reason: 'Disposed of under the retention schedule',
      },
    },
  },
};

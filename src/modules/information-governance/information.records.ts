// What is said of information governance's own records: the schedule, holds, assessment and certificates.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const reference = 'A reference to a record, or a kind of record, without its words';
const code = 'A code, hash or rule of the program’s own';

export const keepingRecords: RecordDeclaration[] = [
  {
    tables: [
      'information.retention_rule',
      'information.legal_hold',
      'information.assessment',
      'information.disposal',
      'information.disposed',
    ],
    name: 'Retention schedule, legal holds, impact assessment and certificates of disposal',
    controller: 'The partnership’s host council',
    purpose: 'To keep records as long as they are needed and no longer, and to prove what became of them',
    lawful_basis:
      'Legal obligation (UK GDPR article 6(1)(c)): storage limitation and accountability (article 5)',
    special_category: { none: 'It holds references and reasons, and nothing that stood in a record' },
    criminal_offence: false,
    whose: ['professionals'],
    recipients:
      'Those who look after information; inspectors and the Information Commissioner where they ask',
    retention: null,
    about_children: false,
    contents: {
      'information.retention_rule': {
        blanks: {},
        keeps: { 'A rule, with its reason and source': ['declaration', 'reason', 'source'] },
      },
      'information.legal_hold': {
        blanks: { reason: 'Disposed of', lifted_reason: null },
        keeps: { [reference]: ['subject'], [code]: ['scope'] },
      },
      'information.assessment': { blanks: { note: 'Disposed of' }, keeps: { [code]: ['heading'] } },
      'information.disposal': {
        blanks: { reason: 'Disposed of', cancelled_reason: null },
        keeps: { [reference]: ['list'], [code]: ['declaration', 'rule', 'state', 'list_sha256', 'counts'] },
      },
      'information.disposed': { blanks: {}, keeps: { [reference]: ['ref', 'with_ref'] } },
    },
  },
];

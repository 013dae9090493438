// What is said of the scrutineer's statement: published beside the report, kept as long as it.
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';

const gone = 'Disposed of';

export const statementRecords: RecordDeclaration = {
  controller: 'The three safeguarding partners together',
  lawful_basis: 'Legal obligation (UK GDPR article 6(1)(c); Children Act 2004 section 16G)',
  about_children: false,
  tables: ['report.scrutiny_statement', 'report.statement_recommendation'],
  name: 'Statements of the independent scrutineer',
  purpose:
    'To let an independent person say how effective the arrangements are, and to show what the partners replied',
  special_category: { none: 'A statement names no child, no family and no practitioner' },
  criminal_offence: false,
  whose: ['professionals'],
  recipients: 'The partnership once it is signed; anybody once the report is published',
  retention: {
    years: 25,
    after: 'the statement was signed',
    counts: { 'report.scrutiny_statement': { columns: ['signed_on'] } },
  },
  contents: {
    'report.scrutiny_statement': {
      blanks: { looked_at: gone, works_well: gone, concerns: gone, effectiveness: gone },
      keeps: {},
    },
    'report.statement_recommendation': {
      belongs_to: { table: 'report.scrutiny_statement', by: 'statement_id' },
      blanks: {},
      keeps: {},
    },
  },
};

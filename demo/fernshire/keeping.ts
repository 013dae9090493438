// How Fernshire keeps and forgets: one rule of its own retention schedule, one legal hold, one disposal that waits for a
// second person, and the first part of its impact assessment. Invented.
export const fernshireKeeping = {
  rule: {
    declaration: 'People and their appointments',
    years: 3,
    reason:
      'Who held which office is printed in each yearly report; nothing else of it is needed after three years.',
    source: 'Fernshire County Council retention schedule 2024, line 31',
    from_on: '2024-04-01',
  },
  hold: {
    scope: 'kind',
    kind: 'children.child',
    reason: 'Asked for by the Fernshire residential care inquiry, letter of 3 June 2025. Until it reports.',
    from_on: '2025-06-04',
  },
  disposal: {
    declaration: 'People and their appointments',
    reason: 'They left more than three years ago, and their offices stand in the published reports.',
  },
  assessment: {
    heading: 'data-protection-officer',
    note: 'The council’s data protection officer read this assessment in May 2025 and asked for a rule of our own for each kind of record about children before the end of the year. The first is set; the others are with the records manager.',
    review_on: '2025-12-01',
  },
} as const;

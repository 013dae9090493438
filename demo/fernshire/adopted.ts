// A report of Fernshire from before it used Golden Thread, as it was printed, and what became of the drafts out of it: some are
// accepted, one was dropped, most still wait. Nobody and nothing in it exists.
export const adoptedReport = {
  name: 'fernshire-annual-report-2020-21.md',
  adopted_on: '2025-09-10',
  /** By the title of the draft; what the document did not tell is filled in. */
  accepted: [
    { kind: 'body', title: 'Missing Children Sub-group', more: {} },
    { kind: 'figure', title: 'Families (29 of 50)', more: {} },
    { kind: 'table', title: 'Courses and attendees', more: {} },
    { kind: 'statement', title: 'Schools in every district', more: { part: 'done' } },
    { kind: 'quotation', title: 'Quotation', more: { speaker: 'a school nurse' } },
    {
      kind: 'case-study',
      title: 'Case study',
      more: { consent: 'recorded', names_changed: 'yes', cleared_by: 'Designated safeguarding lead' },
    },
  ],
  /** Accepted together, by the words they begin with. */
  accepted_together: ['In all 62 practitioners', 'Courses were held'],
  dropped: { title: 'Safe Online', reason: 'The plan of that year is not being entered.' },
  text: `# Fernshire Safeguarding Children Partnership Annual Report 2020/21

This report covers the period from 1st April 2020 to 31st March 2021.

## Priority One: Help Early

Schools in every district of the county named somebody whom families could ask for help before it became urgent.

The Missing Children Sub-group met every month and agreed how a child who comes home is talked to.

### How do we know we are making a difference?

58% of families (29 of 50) said that help came early enough (2020/21).

### Case Study

A boy of thirteen stayed away from school after the summer. Names were changed. His form tutor walked with him every morning for three weeks, and he came back.

### What we will do next

We will ask families again in the spring and publish what they say by June 2021.

## Priority Two: Safe Online

Young people wrote a short film about what they see online, and every secondary school showed it.

## Training

Courses were held online for most of the year, because nobody could meet in one room.

Table 1: Courses and attendees

| Course | Sessions | Attendees |
| --- | --- | --- |
| Working together | 6 | 96 |
| Early help | 5 | 71 |
| Total | 11 | 167 |

In all 62 practitioners completed the online course on neglect during 2020/21.

> “I knew whom to ring, and somebody rang me back on the same day.”

## Finance

The three statutory partners paid £148,200 into the budget of the partnership in 2020/21.
`,
} as const;

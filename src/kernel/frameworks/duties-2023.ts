// The yearly report under Working Together 2023, chapter 2. The first three duties rest on law (Children Act 2004
// section 16G). Apart from those, the September date and the copy to the Panel, the list is from knowledge of the
// guidance and awaits checking against its text, so its paragraph numbers are not given.

import { type Duty, dutiesOf } from './duty.ts';

const LAW =
  'Children Act 2004 section 16G, as set out on the Cambridgeshire and Peterborough partnership’s pages';
const GUIDANCE = 'Working Together 2023, chapter 2, reporting';

export const duties2023: readonly Duty[] = dutiesOf('WT2023', [
  {
    id: 'YR23-01',
    title: 'One joint report on twelve months',
    requirement:
      'The partners report together on 12 months of work, openly and in a form families and professionals can easily ' +
      'reach, centred on shared priorities, learning, impact, evidence and improvement.',
    obligation: 'must',
    kind: 'content',
    source: LAW,
    mark: 'found',
    needs: ['foreword', 'area', 'vision', 'priority'],
  },
  {
    id: 'YR23-02',
    title: 'What was done',
    requirement: 'Sets out what was done because of the arrangements, including on practice reviews.',
    obligation: 'must',
    kind: 'content',
    source: LAW,
    mark: 'found',
    needs: ['priority', 'serious-incidents', 'recommendations', 'arrangements'],
  },
  {
    id: 'YR23-03',
    title: 'How well it worked',
    requirement: 'Judges how effective the arrangements were in practice.',
    obligation: 'must',
    kind: 'content',
    source: LAW,
    mark: 'found',
    needs: ['priority', 'scrutiny', 'audit', 'inspection', 'data-use'],
  },
  {
    id: 'YR23-04',
    title: 'What each safeguarding partner gave',
    requirement:
      'Shows, partner by partner, what the council, the integrated care board and the police each put into how the ' +
      'arrangements are built and run.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['partner-contribution'],
  },
  {
    id: 'YR23-05',
    title: 'Themes across scrutiny',
    requirement:
      'Draws out the themes that reviews, the scrutineer’s work and multi-agency audits have in common.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['scrutiny', 'audit', 'serious-incidents'],
  },
  {
    id: 'YR23-06',
    title: 'Difference made to children and families',
    requirement:
      'Gives evidence of the difference the work of partners and relevant agencies, training included, made to ' +
      'children and families, from early help to care leavers.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['priority', 'training', 'looked-after', 'audit', 'data-use'],
  },
  {
    id: 'YR23-07',
    title: 'Learning from serious incidents',
    requirement: 'Analyses what serious incidents taught the partnership, not only how many there were.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['serious-incidents'],
  },
  {
    id: 'YR23-08',
    title: 'Acting on practice reviews',
    requirement:
      'Records the main decisions and actions, taken or planned, that carry out the recommendations of local and ' +
      'national practice reviews, and what improved.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['recommendations'],
  },
  {
    id: 'YR23-09',
    title: 'Listening to children and families',
    requirement: 'Shows how the views of children and families were asked for and how they shaped the work.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['voice'],
  },
  {
    id: 'YR23-10',
    title: 'Breakdown of costs',
    requirement:
      'Breaks down what the arrangements cost: practice reviews, scrutiny, multi-agency training and the rest.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['costs'],
  },
  {
    id: 'YR23-11',
    title: 'Education at the table',
    requirement:
      'Shows that education is represented and heard well enough, both where work is led and where it is done.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['education'],
  },
  {
    id: 'YR23-12',
    title: 'Use of data and sharing of information',
    requirement:
      'Describes how data steers learning, and shows where sharing information made practice and outcomes better.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['data-use', 'information-sharing'],
  },
  {
    id: 'YR23-13',
    title: 'Changes to the published arrangements',
    requirement: 'Says what has changed, or will change, in the published arrangements, and when.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['arrangements'],
  },
  {
    id: 'YR23-14',
    title: 'National reforms put into practice',
    requirement:
      'Shows that national reforms are being carried out: what was decided and done, and what got in the way.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['reforms'],
  },
  {
    id: 'YR23-15',
    title: 'Restraint in secure establishments',
    requirement: 'Where there is a secure establishment in the area, reviews how restraint is used there.',
    obligation: 'conditional',
    kind: 'content',
    source: GUIDANCE,
    mark: 'uncertain',
    needs: ['restraint'],
    condition: 'secure-establishment',
    notes: 'Carried over from the 2018 edition; not confirmed in the 2023 text.',
  },
  {
    id: 'YR23-16',
    title: 'Where little has moved',
    requirement: 'Says on which priorities there is little or no sign of progress, and looks at why.',
    obligation: 'optional',
    kind: 'content',
    source: GUIDANCE,
    mark: 'uncertain',
    needs: ['little-progress'],
    notes: 'Asked for in 2018; it may not have been kept in 2023. Good practice either way.',
  },
  {
    id: 'YR23-17',
    title: 'Published by the end of September',
    requirement: 'The report on April to March is published by the end of the September that follows.',
    obligation: 'should',
    kind: 'publication',
    source:
      'Working Together 2023, as cited by Leeds council, Scrutiny Board paper of 9 October 2024, paragraph 18',
    mark: 'seed',
    needs: [],
    clock: { trigger: 'The reporting year ends on 31 March', limit: { month_day: '09-30' }, mark: 'seed' },
  },
  {
    id: 'YR23-18',
    title: 'Copies sent',
    requirement:
      'A copy goes to the national Panel and to Foundations, the What Works centre for children and families.',
    obligation: 'should',
    kind: 'dispatch',
    source:
      'Working Together 2023; the Panel as recipient is stated by Leeds council, Scrutiny Board paper of 9 October 2024',
    mark: 'seed',
    needs: [],
    clock: {
      trigger: 'The report is published',
      limit: { amount: 7, unit: 'calendar-days' },
      mark: 'uncertain',
    },
    recipients: [
      { name: 'Child Safeguarding Practice Review Panel', mark: 'seed' },
      { name: 'Foundations (What Works Centre for Children & Families)', mark: 'known' },
    ],
    notes: 'The 7 days come from the 2018 edition and are not confirmed for 2023.',
  },
  {
    id: 'YR23-19',
    title: 'Agreed and scrutinised',
    requirement:
      'All three lead safeguarding partners sign the report off, and it is independently scrutinised.',
    obligation: 'should',
    kind: 'sign-off',
    source: GUIDANCE,
    mark: 'known',
    needs: [],
  },
]);

// The yearly report under Working Together 2018, chapter 3. The first three duties are law (Children Act 2004 section 16G);
// the rest are guidance.

import { type Duty, dutiesOf } from './duty.ts';

const LAW = 'Children Act 2004 section 16G, as set out by Buckinghamshire council for its 2022/23 report';
const GUIDANCE_SEEN =
  'Working Together 2018, chapter 3, as set out by Buckinghamshire council for its 2022/23 report';
const GUIDANCE = 'Working Together 2018, chapter 3';

export const duties2018: readonly Duty[] = dutiesOf('WT2018', [
  {
    id: 'YR18-01',
    title: 'A report every year',
    requirement: 'The safeguarding partners publish a report at least once in every 12 months.',
    obligation: 'must',
    kind: 'publication',
    source: LAW,
    mark: 'found',
    needs: [],
  },
  {
    id: 'YR18-02',
    title: 'What was done',
    requirement: 'Sets out what the partners did because of the arrangements, including on practice reviews.',
    obligation: 'must',
    kind: 'content',
    source: LAW,
    mark: 'found',
    needs: ['priority', 'arrangements', 'serious-incidents', 'recommendations'],
  },
  {
    id: 'YR18-03',
    title: 'How well it worked',
    requirement: 'Judges how effective the arrangements have been in practice.',
    obligation: 'must',
    kind: 'content',
    source: LAW,
    mark: 'found',
    needs: ['priority', 'scrutiny', 'audit', 'inspection', 'data-use'],
  },
  {
    id: 'YR18-04',
    title: 'Difference made to children and families',
    requirement:
      'Gives evidence of the difference the work of partners and relevant agencies, training included, made to ' +
      'children and families, from early help to children in care and care leavers.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE_SEEN,
    mark: 'found',
    needs: ['priority', 'training', 'looked-after', 'audit', 'data-use'],
  },
  {
    id: 'YR18-05',
    title: 'Where little has moved',
    requirement: 'Says on which agreed priorities there is little or no sign of progress, and looks at why.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE_SEEN,
    mark: 'found',
    needs: ['little-progress'],
  },
  {
    id: 'YR18-06',
    title: 'Acting on practice reviews',
    requirement:
      'Records what was decided and done, or is planned, to carry out the recommendations of local and national ' +
      'practice reviews, and what improved.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE_SEEN,
    mark: 'found',
    needs: ['recommendations', 'serious-incidents'],
  },
  {
    id: 'YR18-07',
    title: 'Listening to children and families',
    requirement:
      'Shows how the views of children and families were asked for and what changed because of them.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE_SEEN,
    mark: 'found',
    needs: ['voice'],
  },
  {
    id: 'YR18-08',
    title: 'Restraint in secure establishments',
    requirement:
      'Where there is a secure establishment in the area, reviews how restraint is used there and tells the youth ' +
      'justice bodies and the probation inspectorate what was found.',
    obligation: 'conditional',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['restraint'],
    condition: 'secure-establishment',
  },
  {
    id: 'YR18-09',
    title: 'Changes to the published arrangements',
    requirement: 'Says what has changed, or will change, in the published arrangements, and when.',
    obligation: 'should',
    kind: 'content',
    source: GUIDANCE,
    mark: 'known',
    needs: ['arrangements'],
  },
  {
    id: 'YR18-10',
    title: 'Easy to find',
    requirement: 'The report is widely available, and the published arrangements say where to find it.',
    obligation: 'should',
    kind: 'publication',
    source: GUIDANCE,
    mark: 'known',
    needs: [],
  },
  {
    id: 'YR18-11',
    title: 'Copies sent',
    requirement:
      'A copy goes to the national Panel and to What Works for Children’s Social Care soon after publication.',
    obligation: 'should',
    kind: 'dispatch',
    source: GUIDANCE,
    mark: 'known',
    needs: [],
    clock: { trigger: 'The report is published', limit: { amount: 7, unit: 'calendar-days' }, mark: 'known' },
    recipients: [
      { name: 'Child Safeguarding Practice Review Panel', mark: 'known' },
      { name: 'What Works for Children’s Social Care', mark: 'known' },
    ],
  },
  {
    id: 'YR18-12',
    title: 'Report itself scrutinised',
    requirement: 'Someone independent of the partners has scrutinised the report.',
    obligation: 'should',
    kind: 'sign-off',
    source: GUIDANCE,
    mark: 'known',
    needs: [],
  },
]);

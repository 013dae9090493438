// The yearly report under Working Together 2026. Only a summary of the changes has been read, so the 2023 duties are
// assumed to continue, each unverified and naming the one it continues, and three are added from the summary.

import { duties2023 } from './duties-2023.ts';
import { type Duty, type DutyRow, dutiesOf } from './duty.ts';

const SUMMARY =
  'Working Together 2026, chapter 2, from the Department for Education summary reproduced by the Leeds partnership';

const carriedOver: DutyRow[] = duties2023.map(({ framework: _framework, verified: _verified, ...duty }) => ({
  ...duty,
  id: duty.id.replace('YR23-', 'YR26-'),
  source: `Assumed to continue from the 2023 edition (${duty.id})`,
  mark: 'uncertain',
  carried_from: duty.id,
  ...(duty.clock && { clock: { ...duty.clock, mark: 'uncertain' as const } }),
  ...(duty.recipients && {
    recipients: duty.recipients.map((recipient) => ({ ...recipient, mark: 'uncertain' as const })),
  }),
}));

export const duties2026: readonly Duty[] = dutiesOf('WT2026', [
  ...carriedOver,
  {
    id: 'YR26-20',
    title: 'Impact shown, not stated',
    requirement: 'The report gives evidence of the impact the arrangements had on children and families.',
    obligation: 'must-guidance',
    kind: 'content',
    source: SUMMARY,
    mark: 'found',
    needs: ['priority', 'voice', 'audit', 'data-use', 'training'],
  },
  {
    id: 'YR26-21',
    title: 'Disproportionality and racism',
    requirement:
      'The partners look at their data for groups of children who fare differently, by ethnicity and other ' +
      'characteristics, and say what they found about racism and did about it.',
    obligation: 'should',
    kind: 'content',
    source: SUMMARY,
    mark: 'uncertain',
    needs: ['disproportionality'],
    notes: 'The analysis is in the summary; that the report must show it is an inference.',
  },
  {
    id: 'YR26-22',
    title: 'Children in care within the arrangements',
    requirement: 'The report covers what the arrangements did for children who are looked after.',
    obligation: 'should',
    kind: 'content',
    source: SUMMARY,
    mark: 'uncertain',
    needs: ['looked-after'],
    notes:
      'That the arrangements cover these children is in the summary; that the report must show it is an inference.',
  },
]);

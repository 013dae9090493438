// The thread of 2024/25, continued: learning from reviews, handovers, and the decisions of the leading bodies, up to the
// demonstration's day, 15 September 2025. Invented; reviews are described without a word about any child.
import type { StrandFacts } from '../demonstration.ts';
import { childrensServices, council, icb, youthJustice } from './agencies.ts';
import { caseReview, executive, exploitation, leads, training } from './bodies.ts';

const reviews: StrandFacts[] = [
  {
    strand: 'finding',
    key: 'f-apart',
    title: 'Parents who live apart are planned with apart',
    text: 'Two rapid reviews found a plan with each parent and no plan that joined them.',
    found_on: '2024-12-10',
    source: 'F25-REVIEW',
    locator: 'Theme 2',
  },
  {
    strand: 'recommendation',
    key: 'r-apart',
    gist: 'Write one plan for a baby whose parents live apart, shared with both of them when that is safe.',
    made_by: caseReview,
    made_on: '2024-12-17',
    source: 'F25-REVIEW',
    to_body: executive,
    owner_agency: childrensServices,
    due_on: '2025-12-19',
    repeats: 'r-fathers',
    after: ['f-apart'],
    response: { response: 'accepted', on: '2025-01-21' },
  },
  {
    strand: 'action',
    key: 'a-apart',
    text: 'Draft one plan for a baby whose parents live apart, and try it with families in Hexcombe.',
    owner_agency: childrensServices,
    owner: 'merrowdown',
    due_on: '2025-12-19',
    after: ['r-apart'],
  },
  {
    strand: 'finding',
    key: 'f-probation',
    title: 'Adult and children’s plans for young people do not meet',
    text: 'The scrutineer read plans made by youth justice and by probation for the same young people at 17 and 18. They shared no page.',
    found_on: '2025-03-04',
    source: 'F25-SCRUTINY',
    locator: 'Section 5',
  },
  {
    strand: 'recommendation',
    key: 'r-probation',
    gist: 'Hold one handover meeting, with the young person there, before a plan moves to probation.',
    made_by: 'Independent scrutineer',
    made_on: '2025-03-04',
    source: 'F25-SCRUTINY',
    locator: 'Recommendation 4',
    to_body: exploitation,
    owner_agency: youthJustice,
    due_on: '2025-09-30',
    after: ['f-probation'],
  },
  {
    strand: 'action',
    key: 'a-handover',
    text: 'Agree the handover meeting with Fernshire Probation and hold it for each young person.',
    owner_agency: youthJustice,
    owner: 'sedgebrook',
    due_on: '2025-09-30',
    after: ['r-probation'],
  },
];

const leading: StrandFacts[] = [
  {
    strand: 'decision',
    key: 'd-report-2024',
    body: leads,
    taken_on: '2024-09-17',
    text: 'The yearly report on 2023/24 is signed off.',
    matter: 'yearly-report',
    source: 'F25-MINUTES',
    locator: '17 September 2024, item 1',
  },
  {
    strand: 'decision',
    key: 'd-arrangements-2024',
    body: leads,
    taken_on: '2024-12-03',
    text: 'The published arrangements are agreed again, with the Education Reference Group’s terms of reference.',
    matter: 'published-arrangements',
    source: 'F25-MINUTES',
    locator: '3 December 2024, item 2',
  },
  {
    strand: 'action',
    key: 'a-family-help-plan',
    text: 'Try a family help plan with one lead practitioner in Thistlemere and Brackenfold.',
    owner_agency: council,
    owner: 'oyelaran',
    due_on: '2025-06-30',
    source: 'F25-MINUTES',
  },
  {
    strand: 'action',
    key: 'a-course-fathers',
    text: 'Write a course on planning with parents who live apart.',
    owner_agency: icb,
    owner: 'hathershaw',
    due_on: '2025-11-28',
    source: 'F25-MINUTES',
    locator: `Minutes of the ${training}`,
    after: ['r-apart'],
  },
];

export const thread2025: StrandFacts[] = [...reviews, ...leading];

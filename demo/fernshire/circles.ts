// Fernshire's circles: who may see which restricted records. One holds what the police gave and keep control of, with a
// finding that only its people see.
import { police } from './agencies.ts';

export interface FictionalCircle {
  key: string;
  name: string;
  purpose: string;
  /** Keys of people in leaders.ts and members.ts. */
  members: string[];
  /** The agency that gave what lies in it and keeps control. */
  originator?: string;
  handling?: string;
  review_on?: string;
}

export const fernshireCircles: FictionalCircle[] = [
  {
    key: 'missing',
    name: 'Young people who are missing',
    purpose:
      'Weekly meeting about young people who have been missing, and their conversations when they come home.',
    members: [
      'grenfold',
      'merrowdown',
      'sedgebrook',
      'birdsedge',
      'brackenthwaite',
      'coldbrook',
      'hollowdale',
    ],
  },
  {
    key: 'reviews',
    name: 'Rapid reviews',
    purpose: 'Members of the Case Review Group, for serious incidents and rapid reviews.',
    members: [
      'silverdale',
      'merrowdown',
      'wintergreen',
      'stanwardine',
      'coldbrook',
      'oyelaran',
      'larchfield',
    ],
  },
  {
    key: 'intelligence',
    name: 'Exploitation: what the police know',
    purpose: 'Police intelligence about places where young people are drawn into exploitation.',
    members: ['hollowdale', 'merrowdown', 'sedgebrook'],
    originator: police,
    handling:
      'For planning the protection of young people only. Not to be told to families or to anybody outside this circle.',
    review_on: '2025-09-12',
  },
];

/** One finding that only that circle sees, and what its originator was asked about it. */
export const fernshireRestricted = {
  circle: 'intelligence',
  finding: {
    key: 'f-restricted',
    title: 'Two car washes come up again and again',
    text: 'In the spring of 2025 young people who came home from being missing named the same two car washes. Officers see older men waiting there on Fridays.',
    found_on: '2025-06-20',
    source: 'Police intelligence summary, June 2025',
  },
  asked: {
    on: '2025-09-03',
    act: 'quote',
    reason: 'To say in the plan for 2025/26 that work starts with places, without naming any of them.',
  },
  answered: {
    by: 'hollowdale',
    on: '2025-09-05',
    answer: 'agreed',
    expires_on: '2025-10-31',
    note: 'Agreed for the plan, as long as no place, day or street is named.',
  },
} as const;

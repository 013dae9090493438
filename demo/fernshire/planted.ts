// What the rules must find in Fernshire's draft on 2024/25, and nothing else: one instance of each fault. `about` is text
// that stands in the finding's quote or in its place. The faulty facts are in planted-facts.ts, with these numbers.
import { outsideWrongName } from './priorities.ts';
import { qualityFormerName } from './bodies.ts';

export interface Planted {
  rule: string;
  severity: 'high' | 'medium' | 'low';
  about: string;
}

export const planted: Planted[] = [
  /* 1 */ { rule: 'total-does-not-add-up', severity: 'high', about: '530' },
  /* 2 */ { rule: 'shares-do-not-sum', severity: 'medium', about: 'Who came to training' },
  /* 3 */ { rule: 'comparative-without-comparator', severity: 'medium', about: 'Fewer young people' },
  /* 4 */ { rule: 'comparative-without-comparator', severity: 'high', about: 'wellbeing improved' },
  /* 5 */ { rule: 'outside-the-period', severity: 'medium', about: 'Families who finished the course' },
  /* 6 */ { rule: 'named-otherwise', severity: 'medium', about: qualityFormerName },
  /* 7 */ { rule: 'named-otherwise', severity: 'medium', about: outsideWrongName },
  /* 8 */ { rule: 'abbreviation-with-two-expansions', severity: 'medium', about: 'Interview (RHI)' },
  /* 9 */ { rule: 'small-number-beside-a-theme', severity: 'high', about: 'a serious incident was notified' },
  /* 10 */ { rule: 'first-name-in-case-study', severity: 'high', about: 'Sophie' },
  /* 11 */ { rule: 'decision-without-authority', severity: 'high', about: '98,000 pounds' },
  /* 12 */ { rule: 'money-does-not-reconcile', severity: 'high', about: 'Budget and outturn 2024/25' },
  /* 13 */ { rule: 'no-cost-breakdown', severity: 'high', about: 'YR23-10' },
];

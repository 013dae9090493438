// Evidence, figures and events from before or after the reporting year that do not say so. What is compared with, told as
// history, background, planned, or published late by nature (census, official series) is meant to be from another time.
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { kindOf } from '../kind-of-document.ts';
import type { Rule } from '../rule.ts';
import { reportedPeriod } from '../stated-periods.ts';
import { recordsOutside } from '../records-outside-the-year.ts';
import { tellingsOutside } from '../tellings-outside-the-year.ts';

export const rule: Rule = {
  id: 'outside-the-period',
  group: 'time',
  title: 'Evidence from outside the year',
  why: 'A figure from another year says nothing about this one, unless the reader is told that it is meant as a comparison.',
  severities: ['medium', 'low'],
  check: (document: ReadDocument): Finding[] => {
    const year = reportedPeriod(document);
    // A paper that presents the report tells of the time since.
    if (!year || kindOf(document) === 'cover-paper') return [];
    return document.of === 'records' ? recordsOutside(document, year) : tellingsOutside(document, year);
  },
};

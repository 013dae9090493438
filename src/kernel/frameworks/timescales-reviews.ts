// Serious incidents and practice reviews: telling the Panel, rapid reviews, and local and national practice reviews.

import { ARRANGEMENTS_BEGAN_ON, WT2023_BEGAN_ON } from './framework.ts';
import { type Timescale, timescales } from './timescale.ts';

const FROM = { in_force_from: ARRANGEMENTS_BEGAN_ON, in_force_until: null };
const NOTIFICATION_GUIDE = 'GOV.UK guidance on reporting a serious child safeguarding incident';
const PANEL_QUESTIONS = 'Child Safeguarding Practice Review Panel, answers to common questions';
const REGULATIONS = 'Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018';
const COUNCIL = 'Council';
const PARTNERS = 'Safeguarding partners';

export const reviewTimescales: readonly Timescale[] = timescales([
  {
    ...FROM,
    id: 'SIN-01',
    trigger:
      'The council learns that a child has died or been seriously harmed and abuse or neglect is known or suspected, in ' +
      'its area or, for a child who normally lives there, outside England',
    act: 'Notify the national Panel',
    limit: { amount: 5, unit: 'working-days' },
    who: COUNCIL,
    obligation: 'must-guidance',
    source: `Children Act 2004 section 16C; ${NOTIFICATION_GUIDE}`,
    mark: 'found',
    notes:
      'The duty to notify is law; the number of days is guidance. A child is anyone under 18 and unborn children can be ' +
      'included. The three partners should agree what is notified.',
  },
  {
    ...FROM,
    id: 'SIN-02',
    trigger: 'The same event as SIN-01',
    act: 'Tell the local safeguarding partners, and those of any other area concerned',
    limit: { amount: 5, unit: 'working-days' },
    who: COUNCIL,
    obligation: 'must-guidance',
    source: NOTIFICATION_GUIDE,
    mark: 'found',
  },
  {
    ...FROM,
    id: 'SIN-03',
    trigger: 'A child in care dies, whatever the cause',
    act: 'Notify the Secretary of State and Ofsted',
    limit: { amount: 5, unit: 'working-days' },
    who: COUNCIL,
    obligation: 'must',
    source: NOTIFICATION_GUIDE,
    mark: 'found',
    notes: 'Made on the same portal. The Panel does not consider it where there is no abuse or neglect.',
  },
  {
    id: 'SIN-04',
    in_force_from: WT2023_BEGAN_ON,
    in_force_until: null,
    trigger: 'A care leaver dies, up to and including the age of 24',
    act: 'Notify the Secretary of State and Ofsted',
    limit: { amount: 5, unit: 'working-days' },
    who: COUNCIL,
    obligation: 'should',
    source: 'North Yorkshire and York guide to notifying the death of a care leaver',
    mark: 'found',
    notes: 'Not sent to the Panel.',
  },
  {
    ...FROM,
    id: 'SIN-05',
    trigger: 'A notification is written',
    act: 'Make one notification for each incident',
    limit: 'none',
    who: COUNCIL,
    obligation: 'should',
    source: NOTIFICATION_GUIDE,
    mark: 'found',
    notes:
      'Up to four children fit on the form and others go in its text. In 2018 the advice was one form for each child who ' +
      'was not a sibling; the day it changed is not known here.',
  },
  {
    ...FROM,
    id: 'RR-01',
    trigger: 'A serious incident starts the clock for its rapid review',
    act: 'Finish the rapid review and send it to the Panel',
    limit: { amount: 15, unit: 'working-days' },
    who: PARTNERS,
    obligation: 'panel-guidance',
    source: `${PANEL_QUESTIONS}; procedures of Devon, Trafford and North Yorkshire`,
    mark: 'found',
    start_event: 'notification-made',
    start_events: {
      'notification-made': 'The notification was made',
      'became-aware': 'The council became aware of the incident',
    },
    notes:
      'Local procedures count from the notification; older guidance counted from becoming aware. Choose one.',
  },
  {
    ...FROM,
    id: 'RR-02',
    trigger: 'A notification is made',
    act: 'Hold a rapid review, unless the incident is later found not to meet the criteria',
    limit: 'none',
    who: PARTNERS,
    obligation: 'panel-guidance',
    source: PANEL_QUESTIONS,
    mark: 'found',
    notes: 'There is no rapid review without a notification first.',
  },
  {
    ...FROM,
    id: 'RR-03',
    trigger: 'The child lives in a different area from the incident',
    act: 'The area of the incident leads and works with the area where the child lives',
    limit: 'none',
    who: 'Council where the incident took place',
    obligation: 'panel-guidance',
    source: PANEL_QUESTIONS,
    mark: 'found',
  },
  {
    ...FROM,
    id: 'RR-04',
    trigger: 'A notification is made',
    act: 'Follow the steps inside the 15 working days (rapidReviewTimetable)',
    limit: 'local',
    who: 'Business unit',
    obligation: 'local',
    source: 'Devon rapid review flowchart',
    mark: 'found',
  },
  {
    ...FROM,
    id: 'RR-05',
    trigger: 'The Panel receives a rapid review',
    act: 'The Panel replies',
    limit: 'none',
    who: 'National Panel',
    obligation: 'panel-guidance',
    source: 'Kent partnership’s advice to practitioners',
    mark: 'found',
    local_examples: [{ place: 'Kent', limit: { amount: 10, unit: 'calendar-days' }, mark: 'found' }],
    notes: 'A reply to expect, not a limit on anyone.',
  },
  {
    ...FROM,
    id: 'CSPR-01',
    trigger: 'The partners decide to hold a local practice review',
    act: 'Finish and publish it',
    limit: { amount: 6, unit: 'months' },
    who: PARTNERS,
    obligation: 'must-guidance',
    source: `${REGULATIONS}; Trafford procedures`,
    mark: 'found',
    notes: 'If that cannot be done, tell the Panel and the Secretary of State why.',
  },
  {
    ...FROM,
    id: 'CSPR-02',
    trigger: 'The day chosen for publishing a local practice review',
    act: 'Send a copy to the Panel and the Secretary of State beforehand',
    limit: { amount: 7, unit: 'working-days', before: true },
    who: PARTNERS,
    obligation: 'must',
    source: REGULATIONS,
    mark: 'known',
  },
  {
    ...FROM,
    id: 'CSPR-03',
    trigger: 'A local practice review is published',
    act: 'Keep it available to the public for at least a year',
    limit: 'none',
    threshold: { at_least: 1, unit: 'years of publication' },
    who: PARTNERS,
    obligation: 'must',
    source: REGULATIONS,
    mark: 'known',
  },
  {
    ...FROM,
    id: 'CSPR-04',
    trigger: 'Reviewers are appointed',
    act: 'Give their names to the Panel and the Secretary of State',
    limit: 'none',
    who: PARTNERS,
    obligation: 'must',
    source: REGULATIONS,
    mark: 'known',
  },
  {
    ...FROM,
    id: 'CSPR-05',
    trigger: 'The Panel decides to hold a national review',
    act: 'Report, where possible',
    limit: { amount: 6, unit: 'months' },
    who: 'National Panel',
    obligation: 'should',
    source: 'Working Together 2023, chapter 5',
    mark: 'known',
  },
  {
    ...FROM,
    id: 'CSPR-06',
    trigger: 'An action plan from a review is open',
    act: 'Look at its progress in the review sub-group',
    limit: 'local',
    repeats: true,
    who: 'Review sub-group',
    obligation: 'local',
    source: 'City of York yearly report 2024/25',
    mark: 'seed',
    local_examples: [{ place: 'City of York', limit: { amount: 3, unit: 'months' }, mark: 'seed' }],
  },
]);

export interface TimetableStep {
  /** Working days after the notification, which is day 0. */
  from_working_day: number;
  to_working_day: number;
  act: string;
  who: string;
}

/** A usual way through the 15 working days of a rapid review: a local template, from Devon's flowchart. */
export const rapidReviewTimetable: readonly TimetableStep[] = [
  { from_working_day: 0, to_working_day: 0, act: 'The notification is made', who: COUNCIL },
  {
    from_working_day: 1,
    to_working_day: 1,
    act: 'Letters and templates go to agency leads',
    who: 'Business unit',
  },
  { from_working_day: 2, to_working_day: 10, act: 'Agencies write what they know', who: 'Agency leads' },
  { from_working_day: 10, to_working_day: 12, act: 'The review meeting is held', who: 'Review panel' },
  { from_working_day: 12, to_working_day: 15, act: 'The partners agree the review', who: PARTNERS },
  {
    from_working_day: 15,
    to_working_day: 15,
    act: 'The review goes to the national Panel',
    who: 'Business unit',
  },
];

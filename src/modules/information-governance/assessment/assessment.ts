// The data protection impact assessment (UK GDPR article 35): what can be said from the house itself, and the headings under
// which only the partnership can speak. Pure.
import { z } from 'zod';
import { day, oneOf, optional, prose } from '../../../kernel/records/field.ts';

/** What no program can say; each is a gap until somebody has written it. */
export const headings = {
  consultation: 'Whom we consulted: children, families and those who work with them, and what they said',
  processors: 'Who runs this installation for us, where, and under which contract',
  proportionality: 'Why we need this much and not less, and what we decided not to keep',
  'data-protection-officer': 'What our data protection officer advised, and what we did about it',
  'remaining-risk':
    'Which risks remain, who accepts them, and whether the Information Commissioner was asked',
  'sign-off': 'Who signs this assessment for the partnership',
} as const;
export type Heading = keyof typeof headings;

export const assessmentNote = z.strictObject({
  heading: oneOf(headings, { label: 'Heading', widget: 'hidden' }),
  note: prose({ label: 'What the partnership says' }, 8000),
  review_on: optional(day({ label: 'To be looked at again on' })),
});

export interface Risk {
  risk: string;
  /** Words for each measure that is really here. */
  measures: string[];
}

/** A measure by the operation that it rests on: without it, it is not claimed. Null: part of every installation. */
export interface Measure {
  words: string;
  rests_on: string | null;
}

const readOnPurpose: Measure = {
  words: 'A record about a child opens only for a purpose, which is kept with the name of whoever opened it',
  rests_on: 'children.read-child',
};
const circles: Measure = {
  words:
    'Restricted records are open to the people of their circle alone; the database itself refuses everybody else',
  rests_on: 'circles.add-circle',
};
const chain: Measure = {
  words:
    'Who did and saw what is written into a chain in which no entry can be changed or taken out unnoticed',
  rests_on: 'audit.verify',
};
const emergency: Measure = {
  words: 'Emergency access needs a reason, ends by itself, and is told to the business managers at once',
  rests_on: 'children.ask-emergency-access',
};
const checkedReport: Measure = {
  words:
    'A report is checked for names, small numbers and other signs of a child before it is signed, and can be withdrawn and its text sealed',
  rests_on: 'report.withdraw-edition',
};
const disposal: Measure = {
  words:
    'Each kind of record has a retention; what is past it is disposed of by two people, with proof, in its history and its files too',
  rests_on: 'information.carry-out-disposal',
};
const hold: Measure = {
  words: 'What an inquiry may ask for is held, and can then be neither disposed of nor redacted',
  rests_on: 'information.place-hold',
};
const redacting: Measure = {
  words:
    'Words that must not stand in a record are taken out of it and of its history, and the record says so',
  rests_on: 'information.redact',
};
const secondFactor: Measure = {
  words:
    'Signing in takes a second proof besides the password; whoever runs the installation decides whether it must',
  rests_on: null,
};
const backup: Measure = {
  words: 'A backup is checked as a whole before it is restored; whoever runs the installation makes them',
  rests_on: null,
};
const agreements: Measure = {
  words: 'Agencies give their returns under an information sharing agreement in force',
  rests_on: 'governance.sign-agreement',
};
const subjectAccess: Measure = {
  words:
    'A person’s request to see what is held about them is gathered, redacted for others’ sake and answered in time',
  rests_on: 'information.add-subject-request',
};

export const risks: readonly { risk: string; measures: readonly Measure[] }[] = [
  {
    risk: 'Somebody sees a child’s record who does not need it',
    measures: [circles, readOnPurpose, emergency, secondFactor, chain],
  },
  { risk: 'A child or family can be known from what is published', measures: [checkedReport, redacting] },
  { risk: 'More is kept, or for longer, than is needed', measures: [disposal, redacting] },
  {
    risk: 'Something is destroyed that an inquiry, a court or the person themselves still needs',
    measures: [hold, disposal, backup],
  },
  { risk: 'A record is changed, and nobody can say by whom', measures: [chain] },
  { risk: 'Information goes to another agency without a basis', measures: [agreements, circles] },
  { risk: 'People cannot find out what is held about them, or have it put right', measures: [subjectAccess] },
];

/** The risks with the measures that are really in this program. */
export function risksWith(present: (rests_on: string) => boolean): Risk[] {
  return risks.map(({ risk, measures }) => ({
    risk,
    measures: measures
      .filter(({ rests_on }) => rests_on === null || present(rests_on))
      .map(({ words }) => words),
  }));
}

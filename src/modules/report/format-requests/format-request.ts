// A request for the report in another form: large print, easy read, another language, read aloud. Public bodies owe people
// who cannot use the printed form one they can (Equality Act 2010 sections 20 and 29); no time is set for it, so none is
// ever called missed.
import { z } from 'zod';
import { day, oneOf, optional, prose, seenRevision, text } from '../../../kernel/records/field.ts';
import { reportYear } from '../edition.ts';

export const formats = {
  'easy-read': 'Easy read',
  'large-print': 'Large print',
  audio: 'Read aloud, as a recording',
  braille: 'Braille',
  'sign-language': 'British Sign Language',
  language: 'Another language',
  paper: 'On paper',
  other: 'Something else',
} as const;
export type Format = keyof typeof formats;

export const outcomes = {
  sent: 'Sent in the form they asked for',
  'sent-otherwise': 'Sent in another form they can use',
  'not-possible': 'Not possible, and they were told why',
  withdrawn: 'They no longer want it',
} as const;
export type Outcome = keyof typeof outcomes;

export const formatRequest = z.strictObject({
  year: reportYear,
  format: oneOf(formats, { label: 'What they asked for', widget: 'radios' }),
  wish: optional(
    text({ label: 'In their own words', hint: 'For example which language, or what size of print' }, 500),
  ),
  asked_on: day({ label: 'Asked on' }),
  lies_in: text(
    {
      label: 'Where the request lies',
      hint: 'So that whoever answers finds it, for example “the partnership’s mailbox, 3 May”. Write no name and no address here',
    },
    200,
  ),
});

export const formatAnswer = z.strictObject({
  id: z.uuid().meta({ label: 'Request', widget: 'hidden' }),
  seen_revision: seenRevision,
  outcome: oneOf(outcomes, { label: 'What became of it', widget: 'radios' }),
  answered_on: day({ label: 'Answered on' }),
  answer: optional(prose({ label: 'What was sent or said', hint: 'Name nobody here' }, 1000)),
});

export interface FormatRequest {
  id: string;
  revision: number;
  year: string;
  format: Format;
  wish: string | null;
  asked_on: string;
  lies_in: string;
  answered_on: string | null;
  outcome: Outcome | null;
  answer: string | null;
}

/** Days a request may wait before the home page asks about it. Our own; no law sets one. */
export const patience = 14;

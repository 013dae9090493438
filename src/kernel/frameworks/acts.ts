// Acts that change the arrangements section by section. Working Together is replaced edition by edition; an Act comes into
// force in pieces, so each provision has its own day, and null until that day is fixed or confirmed.

import type { Day } from '../calendar/day.ts';
import { isVerified, type Mark } from './provenance.ts';

export interface Provision {
  id: string;
  section: string;
  effect: string;
  in_force_from: Day | null;
  commencement: string;
  mark: Mark;
  verified: boolean;
}

export interface Act {
  id: string;
  title: string;
  royal_assent_on: Day;
  provisions: readonly Provision[];
}

export const childrensWellbeingAndSchoolsAct: Act = {
  id: 'CWSA2026',
  title: 'Children’s Wellbeing and Schools Act 2026',
  royal_assent_on: '2026-04-29',
  provisions: [
    provision({
      id: 'CWSA2026-1',
      section: 'Section 1',
      effect: 'A family group decision-making meeting is offered before care proceedings begin.',
      in_force_from: null,
      commencement: 'On a day to be set by regulations',
      mark: 'known',
    }),
    provision({
      id: 'CWSA2026-2',
      section: 'Section 2',
      effect:
        'Childcare and education agencies that regulations designate must take part in the safeguarding arrangements ' +
        '(Children Act 2004 section 16E). They do not become a fourth safeguarding partner.',
      in_force_from: null,
      commencement: 'On a day to be set by regulations',
      mark: 'found',
    }),
    provision({
      id: 'CWSA2026-3',
      section: 'Section 3',
      effect:
        'Each area has at least one multi-agency child protection team: a social worker and someone experienced in ' +
        'education put forward by the council, a registered health professional by the integrated care board, and a ' +
        'police officer by the chief officer (Children Act 2004 sections 16EA onwards).',
      in_force_from: null,
      commencement: 'By regulations; the government has said it aims for late 2027',
      mark: 'found',
    }),
    provision({
      id: 'CWSA2026-4',
      section: 'Section 4',
      effect:
        'A duty to share what is relevant to safeguarding a child, unless sharing would do the child more harm than ' +
        'good (Children Act 2004 section 16LA), and regulations for one consistent identifier for each child (16LC).',
      in_force_from: null,
      commencement:
        'Power to make regulations from 29 April 2026; whether some of it began in June 2026 is not confirmed',
      mark: 'found',
    }),
  ],
};

/** The provisions known to be in force on a day. */
export function provisionsInForce(act: Act, day: Day): Provision[] {
  return act.provisions.filter(({ in_force_from }) => in_force_from !== null && in_force_from <= day);
}

function provision(row: Omit<Provision, 'verified'>): Provision {
  return { ...row, verified: isVerified(row.mark) };
}

// City of York Safeguarding Children Partnership "as published": only what its annual report for 2024/25 (document
// 002) and its scrutineer's report (document 001) print, in our own words, each fact with document and line.
import type { Demonstration } from '../demonstration.ts';
import { abbreviations } from './abbreviations.ts';
import { agencies, council } from './agencies.ts';
import { areaClaims, areaFigures } from './area-figures.ts';
import { bodies } from './bodies.ts';
import { closing } from './closing.ts';
import { communications } from './communications.ts';
import { education } from './education.ts';
import { incidentsAndAudits } from './incidents-and-audits.ts';
import { judgements } from './judgements.ts';
import { opening } from './opening.ts';
import { people } from './people.ts';
import { year, type Subject } from './place.ts';
import { priorities, strategies } from './plan.ts';
import { priorityFive } from './priority-five.ts';
import { priorityFour } from './priority-four.ts';
import { priorityOne } from './priority-one.ts';
import { priorityThree } from './priority-three.ts';
import { priorityTwo } from './priority-two.ts';
import { thread } from './recommendations.ts';
import { scrutiny } from './scrutiny.ts';
import { sources } from './sources.ts';
import { training } from './training.ts';
import { voice } from './voice.ts';
import { youngCarersSubject } from './young-carers.ts';

/** In the order of the annual report. */
const subjects: Subject[] = [
  opening,
  { items: areaFigures, claims: areaClaims },
  priorityOne,
  youngCarersSubject,
  priorityTwo,
  priorityThree,
  priorityFour,
  priorityFive,
  voice,
  incidentsAndAudits,
  scrutiny,
  training,
  education,
  communications,
  closing,
];

export const york: Demonstration = {
  short_name: 'york',
  name: 'City of York Safeguarding Children Partnership',
  abbreviation: 'CYSCP',
  area: { local_authority: council, has_secure_establishment: null },
  abbreviations,
  agencies,
  bodies,
  people,
  sources,
  years: [year],
  priorities,
  strategies,
  // Every item belongs to this year's report, whatever period its figure is of: the report then says so.
  items: subjects.flatMap((subject) => subject.items ?? []).map((item) => ({ ...item, year })),
  activities: subjects.flatMap((subject) => subject.activities ?? []),
  claims: subjects.flatMap((subject) => subject.claims ?? []),
  next_steps: subjects.flatMap((subject) => subject.next_steps ?? []),
  strands: thread,
  editions: [{ year, judgements }],
};

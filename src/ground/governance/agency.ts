// An agency: a safeguarding partner, a relevant agency, a school or another organisation the partnership works
// with (Children Act 2004 s.16E; SI 2018/789). Its names are dated; the legal type decides who can be a partner.
import { z } from 'zod';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';

export const agencyKinds = {
  'safeguarding-partner': 'Statutory safeguarding partner',
  'relevant-agency': 'Relevant agency',
  education: 'School, college or early years setting',
  voluntary: 'Voluntary, community or social enterprise',
  other: 'Other organisation',
} as const;

export const legalTypes = {
  'local-authority': 'Local authority',
  'integrated-care-board': 'Integrated care board',
  'clinical-commissioning-group': 'Clinical commissioning group (until June 2022)',
  police: 'Police force',
  'integrated-care-partnership': 'Integrated care partnership',
  'health-and-care-partnership': 'Health and care partnership',
  'nhs-trust': 'NHS trust or foundation trust',
  'primary-care': 'Primary care',
  school: 'School or academy',
  'multi-academy-trust': 'Multi-academy trust',
  'college-or-university': 'College or university',
  'early-years': 'Early years provider',
  'fire-and-rescue': 'Fire and rescue service',
  'criminal-justice': 'Court, probation or other justice body',
  charity: 'Charity or community group',
  'council-service': 'Service of a council',
  board: 'Board or partnership',
  'national-body': 'National body',
  'police-and-crime-commissioner': 'Police, fire and crime commissioner',
  unknown: 'Not recorded',
} as const;

/** The legal types that can be a statutory safeguarding partner (Children Act 2004 s.16E(3)). */
export const partnerTypes = {
  'local-authority': 'The local authority',
  'integrated-care-board': 'The integrated care board',
  police: 'The police',
} as const;
export type PartnerType = keyof typeof partnerTypes;

export const nameKinds = {
  former: 'Former name',
  alias: 'Also called',
  abbreviation: 'Abbreviation',
  mistaken: 'Name used by mistake',
} as const;

/** Names that a report may use beside the canonical one. */
export function nameIsAllowed(kind: keyof typeof nameKinds): boolean {
  return kind === 'abbreviation';
}

export const agency = z.strictObject({
  name: text({ label: 'Name of the agency', hint: 'The name it goes by now' }, 200),
  kind: oneOf(agencyKinds, { label: 'Part it plays', widget: 'radios' }),
  legal_type: oneOf(legalTypes, { label: 'Legal type' }),
  part_of_id: optional(
    recordId({ label: 'Part of', choose_from: 'agencies', hint: 'Only for a service of another agency' }),
  ),
  source: optional(text({ label: 'Where this is stated' })),
});

export const agencyChange = agency.extend({
  id: recordId({ label: 'Agency', choose_from: 'agencies', widget: 'hidden' }),
  seen_revision: seenRevision,
});

export const agencyName = z.strictObject({
  agency_id: recordId({ label: 'Agency', choose_from: 'agencies' }),
  name: text({ label: 'Other name' }, 200),
  kind: oneOf(nameKinds, { label: 'Kind of name', widget: 'radios' }),
  from_on: optional(day({ label: 'Used from' })),
  until_on: optional(day({ label: 'Used until' })),
  source: optional(prose({ label: 'Where this is stated' }, 500)),
});

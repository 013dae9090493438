// What the published arrangements need and nobody has recorded: each statutory partner with its lead and its delegate, a
// scrutineer, education at the table, the area's facts (Children Act 2004 s.16E; Working Together 2023 ch.2). Pure.
import { type PartnerType, partnerTypes } from './agency.ts';
import { inForce } from './person.ts';

export interface HeldOffice {
  role: string;
  /** The agency the appointment is for, or else the person's own. */
  agency_id: string | null;
  from_on: string;
  until_on: string | null;
}

export interface Arrangements {
  today: string;
  agencies: { id: string; kind: string; legal_type: string }[];
  offices: HeldOffice[];
  education_seats: number;
  area: { has_secure_establishment: boolean | null } | null;
}

export interface Gap {
  what: string;
  why: string;
  next: { text: string; href: string };
}

const inSentence: Record<PartnerType, string> = {
  'local-authority': 'the local authority',
  'integrated-care-board': 'the integrated care board',
  police: 'the police',
};

export function gapsIn(arrangements: Arrangements): Gap[] {
  return [
    ...partnerGaps(arrangements),
    ...missingLeads(arrangements),
    ...missingDelegates(arrangements),
    ...wholeGaps(arrangements),
  ];
}

/** Partner types that have an agency recorded as statutory partner, with those agencies. */
function partnerAgencies({ agencies }: Arrangements, type: PartnerType): Set<string> {
  return new Set(
    agencies.filter((a) => a.kind === 'safeguarding-partner' && a.legal_type === type).map((a) => a.id),
  );
}

function partnerGaps(arrangements: Arrangements): Gap[] {
  return types()
    .filter((type) => partnerAgencies(arrangements, type).size === 0)
    .map((type) => ({
      what: `No agency is recorded as ${inSentence[type]}`,
      why: 'The law names three safeguarding partners with joint and equal responsibility.',
      next: { text: 'Add the agency', href: '/governance/agencies/new' },
    }));
}

/** Partners for which nobody holds the office today. */
function vacancies(arrangements: Arrangements, role: string, name: string, why: string): Gap[] {
  return types()
    .filter((type) => {
      const ofType = partnerAgencies(arrangements, type);
      return !arrangements.offices.some(
        (o) =>
          o.role === role &&
          inForce(o, arrangements.today) &&
          o.agency_id !== null &&
          ofType.has(o.agency_id),
      );
    })
    .map((type) => office(`No ${name} is recorded for ${inSentence[type]}`, why));
}

export function missingLeads(arrangements: Arrangements): Gap[] {
  return vacancies(arrangements, 'lead-safeguarding-partner', 'lead safeguarding partner', leadWhy);
}

function missingDelegates(arrangements: Arrangements): Gap[] {
  const name = 'delegated safeguarding partner';
  return vacancies(arrangements, 'delegated-safeguarding-partner', name, delegateWhy);
}

const leadWhy = 'The lead safeguarding partners are accountable, and they sign the yearly report.';
const delegateWhy = 'The lead partner stays accountable; the delegate acts and decides for the agency.';

function office(what: string, why: string): Gap {
  return { what, why, next: { text: 'Record the appointment', href: '/governance/appointments/new' } };
}

function wholeGaps({ offices, today, education_seats, area }: Arrangements): Gap[] {
  const gaps: Gap[] = [];
  if (!offices.some((o) => o.role === 'independent-scrutineer' && inForce(o, today))) {
    gaps.push(
      office('No independent scrutineer is in post', 'Independent scrutiny is a part of the arrangements.'),
    );
  }
  if (education_seats === 0) {
    gaps.push({
      what: 'No school, college or early years setting has a seat on any body',
      why: 'Education is to be represented in strategic and in operational work.',
      next: { text: 'Open the bodies', href: '/governance/bodies' },
    });
  }
  if (area === null || area.has_secure_establishment === null) {
    gaps.push({
      what: 'Nobody has recorded whether there is a secure establishment in the area',
      why: 'If there is one, the yearly report has to review the use of restraint.',
      next: { text: 'Describe the area', href: '/governance/area/change' },
    });
  }
  return gaps;
}

const types = () => Object.keys(partnerTypes) as PartnerType[];

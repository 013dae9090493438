// For tests: the three lead safeguarding partners of a partnership, and a report that is signed off and published.
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { addPerson, appoint } from '../../ground/governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership } from '../../ground/testing.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { publish, signOff, startEdition } from './edition.operations.ts';
import { readFindings } from './report.operations.ts';
import { waiveFinding } from './words.operations.ts';

export async function threeLeads(home: TestHouse, of: TestPartnership): Promise<Request[]> {
  const leads: Request[] = [];
  for (const [legal_type, name] of [
    ['local-authority', 'Council'],
    ['integrated-care-board', 'Board'],
    ['police', 'Police'],
  ] as const) {
    const agency = { name: `${name} agency`, kind: 'safeguarding-partner', legal_type } as const;
    const { id: agency_id } = await resultOf(home.house, addAgency, of.manager, agency);
    const person = await resultOf(home.house, addPerson, of.manager, { name, agency_id });
    await resultOf(home.house, appoint, of.manager, {
      person_id: person.id,
      role: 'lead-safeguarding-partner',
      agency_id,
      from_on: '2024-01-01',
    });
    leads.push({ ...of.manager, identity: { kind: 'person', person_id: person.id } });
  }
  return leads;
}

export async function waiveHigh(home: TestHouse, of: TestPartnership, year: string): Promise<void> {
  for (const finding of await resultOf(home.house, readFindings, of.manager, { year })) {
    if (finding.severity !== 'high' || finding.waived !== null) continue;
    const reason = 'Looked into, and it may stand.';
    await resultOf(home.house, waiveFinding, of.manager, { year, finding_key: finding.key, reason });
  }
}

/** Starts the report of a year, has it signed by the three, and publishes it on the tests' day. */
export async function publishReport(home: TestHouse, of: TestPartnership, year: string): Promise<void> {
  await resultOf(home.house, startEdition, of.manager, { year });
  await waiveHigh(home, of, year);
  for (const lead of await threeLeads(home, of)) await resultOf(home.house, signOff, lead, { year });
  await resultOf(home.house, publish, of.manager, { year });
}

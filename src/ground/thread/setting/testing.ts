// A partnership with two agencies and a chair, for the tests of the thread.
import { z } from 'zod';
import { query } from '../../../kernel/operation/operation.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { addAgency } from '../../governance/agency.operations.ts';
import { addPerson, appoint } from '../../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../testing.ts';
import { addAction } from '../action.operations.ts';
import { addFinding } from '../finding.operations.ts';
import { threadEvidence } from '../thread.evidence.ts';

export interface ThreadSetting {
  home: TestHouse;
  fern: TestPartnership;
  marl: TestPartnership;
  chair: Request;
  health: string;
  police: string;
  agency: (name: string) => Promise<string>;
  /** Somebody with a role for an agency. */
  ofAgency: (role: 'agency-lead' | 'independent-chair', agency_id: string) => Promise<Request>;
  finding: (more?: object) => Promise<{ id: string; ref: string }>;
  action: (more?: object) => Promise<{ id: string; ref: string }>;
  /** Asks something of the room as a person, in a transaction of its own. */
  asking: <O>(request: Request, run: Parameters<typeof query<z.ZodObject, O>>[0]['run']) => Promise<O>;
}

export async function threadSetting(): Promise<ThreadSetting> {
  const home = await testHouse([threadEvidence]);
  const fern = await home.partnership('fern');
  const marl = await home.partnership('marl');
  const agency = async (name: string) =>
    (await resultOf(home.house, addAgency, fern.manager, { name, kind: 'other', legal_type: 'charity' })).id;
  return {
    home,
    fern,
    marl,
    chair: await fern.personWith('partnership-chair'),
    health: await agency('Fern Health'),
    police: await agency('Fern Police'),
    agency,
    async ofAgency(role, agency_id) {
      const { id } = await resultOf(home.house, addPerson, fern.manager, { name: `${role} of an agency` });
      const held = { person_id: id, role, agency_id, from_on: '2024-01-01' };
      await resultOf(home.house, appoint, fern.manager, held);
      return { ...fern.manager, identity: { kind: 'person', person_id: id } };
    },
    finding: (more = {}) =>
      resultOf(home.house, addFinding, fern.manager, {
        title: 'Late papers',
        text: 'Papers came late',
        ...more,
      }),
    action: (more = {}) =>
      resultOf(home.house, addAction, fern.manager, { text: 'Send papers a week before', ...more }),
    asking(request, run) {
      const asked = query({
        name: 'thread.ask',
        summary: 'Asked by a test',
        permission: 'thread.read',
        input: z.object({}),
        run,
      });
      return resultOf(home.house, asked, request, {});
    },
  };
}

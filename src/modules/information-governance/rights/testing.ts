// A partnership with circles, children and findings about them, for the tests of subject access.
import { addChild } from '../../../ground/children/child.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { addPerson } from '../../../ground/governance/person.operations.ts';
import { addFinding } from '../../../ground/thread/finding.operations.ts';
import { type Browsing, browsing } from '../../../ground/browsing/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { rooms } from '../../index.ts';
import { subjectAccess } from './subject-access.ts';

export const access = subjectAccess(rooms.flatMap((room) => room.records));
/** Another child, named in the finding about the one who asks. */
export const secretName = 'Peregrine Modelby';

export interface RightsSetting {
  home: TestHouse;
  site: Browsing;
  fern: TestPartnership;
  marl: TestPartnership;
  /** In the panel and in a circle of her own, not in that of requests. */
  colleague: Request;
  /** The circle of those who handle requests: the manager alone. */
  rights: string;
  child: string;
  finding: string;
  /** A request of the child's for herself. */
  given: {
    about_ref: string;
    about_names: string;
    asked_by: string;
    capacity: 'self';
    asked_for: string;
    received_on: string;
    circle_id: string;
  };
  close(): Promise<void>;
}

export async function rightsSetting(): Promise<RightsSetting> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const { house } = home;
  const fern = await home.partnership('fern');
  const marl = await home.partnership('marl');
  const site = await browsing(home, rooms);
  const colleague = await fern.personWith('business-manager');
  const rights = await circleWith(home, fern, 'Requests', [fern.manager]);
  const panel = await circleWith(home, fern, 'Panel', [fern.manager, colleague]);
  const hidden = await circleWith(home, fern, 'Not open to the manager', [colleague]);
  const born = { born_on: '2010-11-03', sex: 'female', circle_id: panel } as const;
  const named = (given_name: string, family_name: string) =>
    resultOf(house, addChild, fern.manager, { given_name, family_name, ...born });
  const { id: child } = await named('Juniper', 'Testwood');
  await named('Peregrine', 'Modelby');
  await resultOf(house, addPerson, fern.manager, { name: 'Dr Kestrel Ashdown' });
  const found = (circle_id: string | null, text: string, by = fern.manager) =>
    resultOf(house, addFinding, by, { title: 'Heard on Tuesday', text, circle_id });
  const { id: finding } = await found(
    panel,
    `Juniper\nTestwood said that ${secretName} hides at the old mill. Dr Kestrel Ashdown wrote it down.`,
  );
  await found(null, 'Nothing about anybody. Junipers grow there; Testwoods too.');
  await found(hidden, 'Juniper Testwood, in a circle that is not open', colleague);
  await found(null, 'Juniper Testwood in another place', marl.manager);
  return {
    home,
    site,
    fern,
    marl,
    colleague,
    rights,
    child,
    finding,
    given: {
      about_ref: `children.child/${child}`,
      about_names: 'Juniper Testwood',
      asked_by: 'Juniper Testwood',
      capacity: 'self',
      asked_for: 'Everything',
      received_on: '2025-09-03',
      circle_id: rights,
    },
    async close() {
      await site.close();
      await home.close();
    },
  };
}

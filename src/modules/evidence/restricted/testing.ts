// A partnership with a police force, its officer, an analyst who is in no circle, and evidence that a circle closes.
import pg from 'pg';
import { childrenRoom } from '../../../ground/children/index.ts';
import { circlesRoom } from '../../../ground/circles/index.ts';
import { kindsOf } from '../../../ground/circles/kinds.ts';
import { addAgency } from '../../../ground/governance/agency.operations.ts';
import { addPerson, appoint } from '../../../ground/governance/person.operations.ts';
import { agreementInForce } from '../../../ground/governance/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { threadRoom } from '../../../ground/thread/index.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { query } from '../../../kernel/operation/operation.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { z } from 'zod';
import { rooms } from '../../index.ts';
import { addFile } from '../item-file.operations.ts';
import { addItem, changeItem } from '../item.operations.ts';
import { evidenceRoom } from '../index.ts';

export const kinds = kindsOf(rooms);
export const circles = circlesRoom([threadRoom, childrenRoom, evidenceRoom]);

export interface Setting {
  home: TestHouse;
  fern: TestPartnership;
  owner: pg.Client;
  police: string;
  officer: Request;
  analyst: Request;
  close(): Promise<void>;
}

export async function setting(): Promise<Setting> {
  const home = await testHouse([threadRoom, evidenceRoom].flatMap((room) => room.evidence ?? []));
  const fern = await home.partnership('fern');
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const agency = { name: 'Fern Police', kind: 'safeguarding-partner', legal_type: 'police' } as const;
  const { id: police } = await resultOf(home.house, addAgency, fern.manager, agency);
  await agreementInForce(home, fern, [police]);
  return {
    home,
    fern,
    owner,
    police,
    officer: await leadAt({ home, fern }, police, 'officer@police.example'),
    analyst: await fern.personWith('analyst'),
    async close() {
      await owner.end();
      await home.close();
    },
  };
}

/** An agency lead with an address. */
export async function leadAt(
  { home, fern }: Pick<Setting, 'home' | 'fern'>,
  agency_id: string,
  email: string,
): Promise<Request> {
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: email, agency_id, email });
  const post = { person_id: id, role: 'agency-lead', agency_id, from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, fern.manager, post);
  return { ...fern.manager, identity: { kind: 'person', person_id: id } };
}

export const statement = (title: string, circle_id: string | null = null) => ({
  title,
  topics: ['audit' as const],
  content: { shape: 'statement' as const, text: title },
  circle_id,
});

/** An item in the circle, changed once, with a file. */
export async function itemWithFile({ home, fern }: Setting, circle_id: string) {
  const { id } = await resultOf(home.house, addItem, fern.manager, statement('Known to few', circle_id));
  await resultOf(home.house, changeItem, fern.manager, {
    id,
    title: 'Known to few, said better',
    topics: ['audit'],
    content: { shape: 'statement', text: 'Said better' },
    seen_revision: 1,
  });
  const file = new UploadedFile('minutes.txt', Buffer.from('What was said'));
  const { file_id } = await resultOf(home.house, addFile, fern.manager, { id, file });
  return { id, ref: `evidence.item/${id}`, file_id };
}

/** What the home page says to somebody about circles and evidence. */
export async function needs({ home }: Setting, request: Request) {
  const asked = query({
    name: 'test.needs',
    summary: 'Asked by a test',
    permission: 'governance.read',
    input: z.object({}),
    run: async (context) => [
      ...((await circles.needsYou?.(context)) ?? []),
      ...((await evidenceRoom.needsYou?.(context)) ?? []),
    ],
  });
  return resultOf(home.house, asked, request, {});
}

// Two worlds that differ in nothing but hidden records: the demonstration as it stands, and the same with a twin of every
// record in circles that the readers are not in, or no longer, and in another partnership. What a reader is answered
// must be the same in both.
import pg from 'pg';
import { openPool } from '../database/connection.ts';
import { copyOf } from '../database/testing.ts';
import { addCircle } from '../ground/circles/circle.operations.ts';
import { addMember } from '../ground/circles/member.operations.ts';
import { addPerson, appoint } from '../ground/governance/person.operations.ts';
import { resultOf, type TestHouse, testClock, testHouse } from '../ground/testing.ts';
import { UploadedFile } from '../kernel/files/uploaded-file.ts';
import { startSession } from '../kernel/access/session.ts';
import { type Role, roles, rolePermissions } from '../kernel/access/roles.ts';
import { type House, perform, type Request } from '../kernel/operation/perform.ts';
import type { Room } from '../kernel/records/room.ts';
import { readTables, type TableFacts } from './catalogue.ts';
import { fillEmpty } from './invent.ts';
import {
  type Hiding,
  idsIn,
  type Planted,
  type Planting,
  plantBeside,
  plantElsewhere,
  plantInCircle,
  readRows,
  twinId,
} from './plant.ts';
import { type Watched, watchedPool } from './watched-pool.ts';

export interface Reader {
  name: string;
  roles: Role[];
  request: Request;
  /** The secret of a session that was begun in both worlds. */
  session: string;
}

/** One of the two: as a house whose every transaction is undone, and as the owner of its tables sees it. */
export interface Side {
  house: House;
  watched: Watched;
  owner: pg.Client;
}

export interface World {
  without: Side;
  with: Side;
  partnershipId: string;
  /** Together they hold every permission; the first is the business manager, who holds most. */
  readers: Reader[];
  /** The circles that are open to every reader. */
  openCircles: string[];
  tables: TableFacts[];
  /** What the readers may see, and where it is. */
  visible: Planted;
  /** The ids that the row of a visible record names. */
  mentions: Map<string, string[]>;
  hidden: Map<Hiding, Planted>;
  /** The hidden twin of a visible record, where there is one. */
  twin(hiding: Hiding, id: string): string | undefined;
  close(): Promise<void>;
}

export const hidings = ['not-in', 'ended', 'expired', 'elsewhere', 'beside'] as const;
const closedCircles = ['not-in', 'ended', 'expired'] as const;

export async function makeWorld(
  rooms: readonly Room[],
  furnish: (house: House) => Promise<Request>,
): Promise<World> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of opened.splice(0).toReversed()) await one();
  };
  try {
    return { ...(await buildWorld(rooms, furnish, (one) => opened.push(one))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function buildWorld(
  rooms: readonly Room[],
  furnish: (house: House) => Promise<Request>,
  closing: (one: () => Promise<unknown>) => void,
): Promise<Omit<World, 'close'>> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  closing(() => home.close());
  const manager = await furnish(home.house);
  const partnershipId = manager.partnership_id;
  const owner = await connect(home.ownerUrl);
  closing(() => owner.end());
  const tables = await readTables(owner);
  const { readers, circles } = await gatherReaders(home, owner, manager);
  await addFile(home.house, rooms, manager, owner);
  const bare = await readRows(owner, tables, partnershipId);
  await fillEmpty({ owner, tables, rows: bare, partnershipId }, circles.own);
  const rows = await readRows(owner, tables, partnershipId);
  const own = await plantInCircle({ owner, tables, rows, partnershipId }, 'own', circles.own, 2);

  const copy = await copyOf(home.ownerUrl);
  closing(() => copy.close());
  const pool = openPool(copy.appUrl, 5);
  closing(() => pool.close());
  const [without, there] = [await connect(home.ownerUrl), await connect(copy.ownerUrl)];
  closing(() => Promise.all([without.end(), there.end()]));
  const hidden = await hide({ owner: there, tables, rows, partnershipId }, circles);
  return {
    without: side(home.house, without),
    with: side({ ...home.house, pool }, there),
    partnershipId,
    readers,
    openCircles: [circles.own],
    tables,
    ...shown(rows, own, partnershipId),
    hidden,
    twin(hiding, id) {
      const twin = twinId(hiding, id);
      return hidden.get(hiding)?.has(twin) ? twin : undefined;
    },
  };
}

async function hide(planting: Planting, circles: Record<string, string>): Promise<Map<Hiding, Planted>> {
  const hidden = new Map<Hiding, Planted>();
  for (const hiding of closedCircles) {
    hidden.set(hiding, await plantInCircle(planting, hiding, circles[hiding] ?? ''));
  }
  hidden.set('beside', await plantBeside(planting, 'not-in'));
  return hidden.set('elsewhere', await plantElsewhere(planting, 'elsewhere'));
}

/** Where each visible record is, and what its row names. */
function shown(
  rows: Planting['rows'],
  own: Planted,
  partnershipId: string,
): Pick<World, 'visible' | 'mentions'> {
  const visible: Planted = new Map([...own, [partnershipId, 'kernel.partnership']]);
  const mentions = new Map<string, string[]>();
  for (const [table, there] of rows) {
    for (const { id, ...rest } of there) {
      if (typeof id !== 'string') continue;
      visible.set(id, table);
      mentions.set(id, idsIn(rest));
    }
  }
  return { visible, mentions };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function side(house: House, owner: pg.Client): Side {
  const watched = watchedPool(house.pool);
  return { house: { ...house, pool: watched.pool }, watched, owner };
}

/** A file with its bytes in the store, since the demonstration has none. */
async function addFile(
  house: House,
  rooms: readonly Room[],
  manager: Request,
  owner: pg.Client,
): Promise<void> {
  const found = await owner.query<{ id: string }>(
    'select id from evidence.item where partnership_id = $1 and circle_id is null order by id limit 1',
    [manager.partnership_id],
  );
  const file = new UploadedFile('minutes.txt', new TextEncoder().encode('Minutes of a meeting'));
  const add = rooms.flatMap((room) => room.operations).find(({ name }) => name === 'evidence.add-file');
  if (add?.kind !== 'command') throw new Error('There is no command that adds a file.');
  await perform(house, add, manager, { id: found.rows[0]?.id, file });
}

/** As few people as hold every permission between them, each in one circle now and in others no longer or not yet. */
async function gatherReaders({ house }: TestHouse, owner: pg.Client, manager: Request) {
  const circle = async (name: string) =>
    (await perform(house, addCircle, manager, { name, purpose: 'To prove who may see what' })).result.id;
  const [own, notIn, ended, expired] = [
    await circle('Open to the readers'),
    await circle('Closed to the readers'),
    await circle('Left by the readers'),
    await circle('Opened in an emergency'),
  ];
  const readers: Reader[] = [];
  for (const held of covering()) {
    const { id } = await resultOf(house, addPerson, manager, { name: `Reader ${readers.length + 1}` });
    const base = { person_id: id, from_on: '2020-04-01' };
    for (const role of held) await resultOf(house, appoint, manager, { ...base, role });
    const member = { ...base, reason: 'To prove who may see what' };
    await perform(house, addMember, manager, { ...member, member_of: own });
    await perform(house, addMember, manager, { ...member, member_of: ended, until_on: '2025-09-14' });
    const opened = (await perform(house, addMember, manager, { ...member, member_of: expired })).result;
    // Emergency access is for children's records; here the circle holds everything, so its end is set by hand.
    for (const table of ['kernel.circle_member', 'kernel.circle_member_history']) {
      await owner.query(`update ${table} set expires_at = $2 where id = $1`, [
        opened.id,
        '2025-09-15T08:00:00Z',
      ]);
    }
    readers.push({
      name: held.join(' and '),
      roles: held,
      request: { ...manager, identity: { kind: 'person', person_id: id }, clock: testClock, via: 'web' },
      session: await startSession(
        house,
        { account_id: null, partnership_id: manager.partnership_id, person_id: id },
        new Date(),
      ),
    });
  }
  return { readers, circles: { own, 'not-in': notIn, ended, expired } };
}

/** The business manager, and then whoever adds most, alone or (for what is left) together. */
function covering(): Role[][] {
  const chosen: Role[] = ['business-manager'];
  const all = Object.keys(roles) as Role[];
  const covered = () => new Set(chosen.flatMap((role) => [...rolePermissions[role]]));
  for (;;) {
    const have = covered();
    const adds = (role: Role) => rolePermissions[role].filter((permission) => !have.has(permission)).length;
    const [best] = all.toSorted((a, b) => adds(b) - adds(a));
    if (best === undefined || adds(best) === 0) break;
    chosen.push(best);
  }
  const [first, second, ...others] = chosen;
  return [[first], [second], others]
    .map((held) => held.filter((role) => role !== undefined))
    .filter((held) => held.length > 0);
}

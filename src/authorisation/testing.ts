// The world of Fernshire, for the proof: its commands' inputs are kept on the way, as examples.
import { fernshire } from '../../demo/fernshire/index.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { testClock } from '../ground/testing.ts';
import { workThrough } from '../kernel/jobs/worker.ts';
import type { House, Request } from '../kernel/operation/perform.ts';
import { rooms } from '../modules/index.ts';
import { crawl } from './addresses-proof.ts';
import { complete, harvest } from './examples.ts';
import type { Asked } from './prove.ts';
import { makeWorld, type World } from './world.ts';

export async function fernshireWorld(): Promise<{ world: World; asked: Asked }> {
  const { examples, stop } = harvest(rooms);
  let world: World | undefined;
  try {
    world = await makeWorld(rooms, furnish);
    const addresses = await crawl(world, rooms);
    stop();
    await complete(world, rooms, examples);
    return { world, asked: { rooms, examples, addresses } };
  } catch (error) {
    await world?.close();
    throw error;
  } finally {
    stop();
  }
}

/** Gives the request of its business manager. */
export async function furnish(house: House): Promise<Request> {
  await loadDemonstration(house, fernshire);
  await workThrough(house, rooms, () => testClock);
  const [partnership] = await house.pool.single<{ id: string }>(
    'select id from kernel.partnership where short_name = $1',
    [fernshire.short_name],
  );
  const partnership_id = partnership?.id ?? '';
  const [manager] = await house.pool.transaction(
    (transaction) =>
      transaction.text<{ person_id: string }>(
        `select person_id from governance.appointment
         where partnership_id = $1 and role = 'business-manager' and until_on is null`,
        [partnership_id],
      ),
    partnership_id,
  );
  return {
    partnership_id,
    identity: { kind: 'person', person_id: manager?.person_id ?? '' },
    clock: testClock,
    via: 'web',
  };
}

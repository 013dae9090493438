// A house as its operator has it: opened from settings, on an embedded database of its own where every commit reaches the
// disk, in a temporary folder. For figures that the tests' server would flatter.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../src/configuration.ts';
import { joinOrStartEmbedded } from '../src/database/embedded.ts';
import { found } from '../src/ground/governance/founding.ts';
import { testClock } from '../src/ground/testing.ts';
import { openHouse, type OpenHouse } from '../src/house.ts';
import type { Request } from '../src/kernel/operation/perform.ts';

export interface DurableHouse {
  house: OpenHouse;
  ownerUrl: string;
  appUrl: string;
  /** Founds a partnership; gives its business manager's request. */
  found(short_name: string): Promise<Request>;
  close(): Promise<void>;
}

export async function durableHouse(): Promise<DurableHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-bench-'));
  const settings = { GOLDEN_THREAD_DATA: folder };
  const configuration = readConfiguration(settings, { mode: 'demonstration' });
  const house = await openHouse(configuration, 'server');
  const { ownerUrl, appUrl, stop } = await joinOrStartEmbedded(join(folder, 'postgres'));
  return {
    house,
    ownerUrl,
    appUrl,
    async found(short_name) {
      const business_manager = { name: 'Business manager', job_title: null, email: null };
      const facts = {
        short_name,
        name: `${short_name} partnership`,
        kind: 'home',
        demonstration: false,
      } as const;
      const made = await found(house, { ...facts, business_manager, from_on: '2020-04-01' }, testClock);
      const identity = { kind: 'person', person_id: made.person_id } as const;
      return { partnership_id: made.partnership_id, identity, clock: testClock, via: 'web' };
    },
    async close() {
      await house.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

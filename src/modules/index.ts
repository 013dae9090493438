// The rooms of the house, in one visible list. Pages, API, command line, report and record register read it.
import { kernelRoom } from '../kernel/kernel-room.ts';
import { governanceRoom } from '../ground/governance/index.ts';
import { childrenRoom } from '../ground/children/index.ts';
import { threadRoom } from '../ground/thread/index.ts';
import { evidenceRoom } from './evidence/index.ts';
import { homeRoom } from './home/index.ts';
import { planRoom } from './plan/index.ts';
import { reportRoom } from './report/index.ts';
import type { Room } from '../kernel/records/room.ts';

const working: readonly Room[] = [
  kernelRoom,
  governanceRoom,
  threadRoom,
  childrenRoom,
  planRoom,
  evidenceRoom,
  reportRoom,
];

export const rooms: readonly Room[] = [homeRoom(working), ...working];

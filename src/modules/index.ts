// The rooms of the house, in one visible list. Pages, API, command line, report and record register read it.
import { kernelRoom } from '../kernel/kernel-room.ts';
import { governanceRoom } from '../ground/governance/index.ts';
import { accountsRoom } from '../ground/accounts/index.ts';
import { childrenRoom } from '../ground/children/index.ts';
import { circlesRoom } from '../ground/circles/index.ts';
import { threadRoom } from '../ground/thread/index.ts';
import { checkerRoom } from './checker/index.ts';
import { evidenceRoom } from './evidence/index.ts';
import { homeRoom } from './home/index.ts';
import { informationGovernanceRoom, rightsRecords } from './information-governance/index.ts';
import { jointBodiesRoom } from './joint-bodies/index.ts';
import { planRoom } from './plan/index.ts';
import { reportRoom } from './report/index.ts';
import type { Room } from '../kernel/records/room.ts';

const working: readonly Room[] = [
  kernelRoom,
  governanceRoom,
  threadRoom,
  accountsRoom([threadRoom, evidenceRoom]),
  circlesRoom([threadRoom, childrenRoom, evidenceRoom, jointBodiesRoom, { records: rightsRecords }]),
  childrenRoom,
  planRoom,
  evidenceRoom,
  reportRoom,
  checkerRoom([governanceRoom, planRoom, evidenceRoom]),
  jointBodiesRoom,
];

const keeping = [...working, informationGovernanceRoom(working)];

export const rooms: readonly Room[] = [homeRoom(keeping), ...keeping];

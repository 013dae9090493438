// The front door of joint bodies: a body that several areas share is a partnership of its own, and what a home partnership
// receives of it comes as a copy with its origin (design 3). Nothing is read across.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import { copyPages } from './copy.pages.ts';
import { deliver, withdraw } from './delivery.jobs.ts';
import { standingPages } from './joint-bodies.pages.ts';
import { jointBodyRecords } from './joint-bodies.records.ts';
import {
  countOpen,
  decline,
  noteWithdrawal,
  readJointBodies,
  readReceived,
  takeIn,
} from './received.operations.ts';
import { homeChoices, readShared, share, shareableChoices, withdrawShared } from './sharing.operations.ts';
import { acceptBody, addHome, endAcceptance, endHome } from './standing.operations.ts';

async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('joint.share')) return [];
  const { waiting, withdrawn, refused } = await countOpen(context);
  const items: (HomeItem | false)[] = [
    waiting > 0 && {
      text: waiting === 1 ? 'A copy from a joint body waits' : `${waiting} copies from joint bodies wait`,
      href: '/joint-bodies',
      urgency: 'due',
      detail: 'Take it in as a finding or recommendation, or say why not.',
    },
    withdrawn > 0 && {
      text: withdrawn === 1 ? 'A joint body withdrew a copy' : `Joint bodies withdrew ${withdrawn} copies`,
      href: '/joint-bodies',
      urgency: 'due',
      detail: 'Look whether what was taken in still holds, and say that you have seen it.',
    },
    refused > 0 && {
      text: refused === 1 ? 'A copy you sent was not taken' : `${refused} copies you sent were not taken`,
      href: '/joint-bodies',
      urgency: 'look',
      detail: 'Open it to see why, and send it again when they have agreed.',
    },
  ];
  return items.filter((item) => item !== false);
}

export const jointBodiesRoom: Room = {
  name: 'joint-bodies',
  title: 'Joint bodies',
  operations: [
    readJointBodies,
    addHome,
    endHome,
    acceptBody,
    endAcceptance,
    share,
    readShared,
    withdrawShared,
    readReceived,
    takeIn,
    decline,
    noteWithdrawal,
  ],
  pages: [...standingPages, ...copyPages],
  records: jointBodyRecords,
  choices: { joint_homes: homeChoices, joint_shareable: shareableChoices },
  needsYou,
  jobs: { 'joint-bodies.deliver': deliver, 'joint-bodies.withdraw': withdraw },
};

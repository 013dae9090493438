// A joint body of two areas and its two homes, on a real database, for tests.
import assert from 'node:assert/strict';
import { addCircle } from '../../ground/circles/circle.operations.ts';
import { addMember } from '../../ground/circles/member.operations.ts';
import { recordFinding, threadRoom } from '../../ground/thread/index.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { command } from '../../kernel/operation/operation.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { z } from 'zod';
import { evidenceRoom } from '../evidence/index.ts';
import { jointBodiesRoom } from './index.ts';
import { readJointBodies } from './received.operations.ts';
import { share } from './sharing.operations.ts';
import { acceptBody, addHome } from './standing.operations.ts';

export const rooms = [threadRoom, evidenceRoom, jointBodiesRoom];

export interface Areas {
  home: TestHouse;
  panel: TestPartnership;
  fern: TestPartnership;
  marl: TestPartnership;
}

/** The panel serves both; only Fern has agreed to take copies. */
export async function makeAreas(): Promise<Areas> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const [panel, fern, marl] = [
    await home.partnership('panel', 'joint'),
    await home.partnership('fern'),
    await home.partnership('marl'),
  ];
  for (const short_name of ['fern', 'marl']) {
    await resultOf(home.house, addHome, panel.manager, { short_name, from_on: '2025-01-01' });
  }
  await accept(home, fern);
  return { home, panel, fern, marl };
}

export async function accept(
  home: TestHouse,
  at: TestPartnership,
  restricted_to_id?: string,
): Promise<string> {
  const agreed = { short_name: 'panel', from_on: '2025-01-01', agreed_by: 'Executive, 6 January 2025' };
  const input = restricted_to_id === undefined ? agreed : { ...agreed, restricted_to_id };
  return (await resultOf(home.house, acceptBody, at.manager, input)).id;
}

const find = command({
  name: 'tests.find',
  summary: 'Records a finding for a test',
  permission: 'thread.write',
  input: z.any(),
  run: (context, input) => recordFinding(context, input as Parameters<typeof recordFinding>[1]),
});

/** Gives the finding's reference. */
export async function finding(
  home: TestHouse,
  at: Request,
  title: string,
  circle_id?: string,
): Promise<string> {
  const facts = {
    title,
    text: `${title}: what was found.`,
    found_on: '2025-06-02',
    source: 'Panel, 2 June 2025',
  };
  return (await resultOf(home.house, find, at, circle_id === undefined ? facts : { ...facts, circle_id }))
    .ref;
}

export async function circleOf(
  home: TestHouse,
  at: TestPartnership,
  name: string,
  people: Request[],
): Promise<string> {
  const { id } = await resultOf(home.house, addCircle, at.manager, { name, purpose: 'A test' });
  for (const { identity } of people) {
    if (identity.kind !== 'person') continue;
    const member = { member_of: id, person_id: identity.person_id, from_on: '2025-01-01', reason: 'A test' };
    await resultOf(home.house, addMember, at.manager, member);
  }
  return id;
}

export const work = (home: TestHouse) => workThrough(home.house, rooms, () => testClock);

export async function send(
  { home, panel }: Areas,
  ref: string,
  to: TestPartnership,
  more: { reason?: string; home_circle?: string } = {},
): Promise<string> {
  return (await resultOf(home.house, share, panel.manager, { ref, home_id: to.id, ...more })).id;
}

export async function inbox({ home }: Areas, request: Request) {
  return (await resultOf(home.house, readJointBodies, request, {})).received;
}

export async function outbox({ home, panel }: Areas) {
  return (await resultOf(home.house, readJointBodies, panel.manager, {})).shared;
}

/** What stands in somebody's inbox under a title, or undefined. */
export async function received(areas: Areas, request: Request, title: string) {
  const list = await inbox(areas, request);
  return list.find((one) => one.copy.title === title && one.withdrawn_on === null);
}

/** A finding of the panel that was sent to Fern and has arrived there. */
export async function arrived(areas: Areas, title: string) {
  const ref = await finding(areas.home, areas.panel.manager, title);
  const sharing = await send(areas, ref, areas.fern);
  await work(areas.home);
  const copy = await received(areas, areas.fern.manager, title);
  assert(copy, title);
  return { ref, sharing, copy };
}

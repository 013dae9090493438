// Two partnerships, a server and a guest's steps, for tests of guests by link.
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { kernelRoom } from '../../../kernel/kernel-room.ts';
import type { House, Request } from '../../../kernel/operation/perform.ts';
import { buildServer } from '../../../surfaces/web/server.ts';
import { governanceRoom } from '../../governance/index.ts';
import { resultOf, testClock, testHouse } from '../../testing.ts';
import { addAction } from '../../thread/action.operations.ts';
import { threadRoom } from '../../thread/index.ts';
import { guestOperations } from '../guest.operations.ts';
import { accountsRoom } from '../index.ts';
import { lettersAfterWork, pathIn, type Stranger, stranger } from '../testing.ts';

export const rooms = [kernelRoom, governanceRoom, threadRoom, accountsRoom([threadRoom])];
export const { inviteGuest, readGuestTask } = guestOperations(threadRoom.guests ?? []);

export function serverOf(house: House, today = testClock.today): Promise<FastifyInstance> {
  const clock = () => ({ today, now: `${today}T09:00:00.000Z` });
  const settings = { mode: 'serve', publicUrl: 'http://localhost', fixedDay: null, clock } as const;
  return buildServer(house, rooms, settings, { logger: false });
}

export type GuestSetting = Awaited<ReturnType<typeof guestSetting>>;

export async function guestSetting() {
  const home = await testHouse();
  const [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
  const app = await serverOf(home.house);
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const codeIn = async () => {
    const letters = await lettersAfterWork(home, rooms);
    return /Your code is (\d{6})/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
  };
  return {
    home,
    fern,
    marl,
    app,
    owner,
    /** The code in the last letter that now leaves. */
    codeIn,
    async close() {
      await owner.end();
      await app.close();
      await home.close();
    },
    newAction: async (change: object = {}, by: Request = fern.manager): Promise<string> => {
      const text = 'Tell every school of the new pathway';
      return (await resultOf(home.house, addAction, by, { text, due_on: '2025-10-31', ...change })).id;
    },
    ask: async (id: string, by: Request = fern.manager, change: object = {}) => {
      const made = await resultOf(home.house, inviteGuest, by, {
        ref: `thread.action/${id}`,
        name: 'Ada Guest',
        email: 'ada@school.example',
        reason: 'We need to know before the meeting of the executive.',
        until_on: '2025-09-30',
        ...change,
      });
      const letters = await lettersAfterWork(home, rooms);
      const letter = letters.find(({ subject }) => subject.includes('your answer'));
      assert(letter !== undefined);
      return { link_id: made.id, letter, path: pathIn(letter) };
    },
    /** As far as the form: opens the link, asks for the code, enters it. */
    comeIn: async (path: string): Promise<Stranger> => {
      const guest = stranger(app);
      assert.equal((await guest.get(path)).status, 200);
      assert.equal((await guest.post(path)).location, '/guest/code');
      assert.equal((await guest.post('/guest/code', { code: await codeIn() })).location, '/guest/answer');
      return guest;
    },
    asGuest: (link_id: string, partnership_id = fern.id): Request => ({
      partnership_id,
      identity: { kind: 'guest', link_id },
      clock: testClock,
      via: 'web',
    }),
  };
}

/** Opens the form, and gives what sends it: so that two can be open at once. */
export async function openForm(guest: Stranger) {
  const { body } = await guest.get('/guest/answer');
  return (values: Record<string, string> = {}) =>
    guest.post('/guest/answer', {
      _form: /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? '',
      seen_revision: /name="seen_revision" value="(\d+)"/.exec(body)?.[1] ?? '',
      state: 'done',
      done_note: 'All forty schools have it',
      ...values,
    });
}

// A browser of somebody who is not signed in, with its own cookies, and the letters that jobs send: for tests of ways in.
import assert from 'node:assert/strict';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Letter } from '../../kernel/mail/mail.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import type { Room } from '../../kernel/records/room.ts';
import { addPerson, appoint } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testClock } from '../testing.ts';

export interface Page {
  status: number;
  body: string;
  location: string | undefined;
}

export interface Stranger {
  get(path: string): Promise<Page>;
  post(path: string, values?: Record<string, string>): Promise<Page>;
  cookies: Record<string, string>;
}

let strangers = 0;

/** Each comes from a network address of its own, unless one is given. */
export function stranger(
  app: FastifyInstance,
  remoteAddress = `10.0.${Math.floor(++strangers / 250)}.${strangers % 250}`,
): Stranger {
  const cookies: Record<string, string> = {};
  const send = async (options: InjectOptions): Promise<Page> => {
    const answer = await app.inject({ ...options, remoteAddress, cookies });
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
      if (gone) delete cookies[name];
      else cookies[name] = value;
    }
    const { location } = answer.headers;
    return { status: answer.statusCode, body: answer.body, location };
  };
  return {
    cookies,
    get: (url) => send({ url }),
    post: (url, values = {}) =>
      send({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(values).toString(),
      }),
  };
}

/** Lets the jobs run, and gives the letters they sent. */
export async function lettersAfterWork(home: TestHouse, rooms: readonly Room[]): Promise<Letter[]> {
  const before = home.letters.length;
  await workThrough(home.house, rooms, () => testClock);
  return home.letters.slice(before);
}

/** The path of the one link in a letter. */
export function pathIn(letter: Letter | undefined): string {
  const path = /^http:\/\/localhost(\/\S+)$/m.exec(letter?.text ?? '')?.[1];
  assert(path !== undefined, `There is no link in ${letter?.text}`);
  return path;
}

export function personIn({ identity }: Request): string {
  assert(identity.kind === 'person');
  return identity.person_id;
}

let people = 0;

/** Somebody new with an address, appointed as a member. */
export async function newMember(
  home: TestHouse,
  at: TestPartnership,
  { from_on = '2020-01-01', until_on = null as string | null, email = `person-${++people}@example.org` } = {},
): Promise<{ id: string; email: string }> {
  const { id } = await resultOf(home.house, addPerson, at.manager, { name: `Person ${people}`, email });
  await resultOf(home.house, appoint, at.manager, { person_id: id, role: 'member', from_on, until_on });
  return { id, email };
}

// Browses the rooms' pages as a signed-in person, through the real server, for tests of pages.
import assert from 'node:assert/strict';
import { startSession } from '../../kernel/access/session.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import type { Room } from '../../kernel/records/room.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { type TestHouse, testClock } from '../testing.ts';

export interface Answer {
  status: number;
  body: string;
  /** Where a form led to. */
  location: string | undefined;
}

/** The real mode on this machine, on the tests' day. */
export const realSettings = {
  mode: 'serve',
  publicUrl: 'http://localhost',
  fixedDay: null,
  clock: () => testClock,
} as const;

export interface Browser {
  get(path: string): Promise<Answer>;
  /** Opens the form, takes its token, and sends it filled in; `to` another address where the form says so. */
  fill(path: string, values: Record<string, string | string[]>, to?: string): Promise<Answer>;
}

export interface Browsing {
  as(request: Request): Promise<Browser>;
  /** Opens a page without being signed in. */
  stranger(path: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function browsing(home: TestHouse, rooms: readonly Room[]): Promise<Browsing> {
  const app = await buildServer(home.house, rooms, realSettings, { logger: false });
  return {
    close: () => app.close(),
    async stranger(path) {
      const { statusCode, body } = await app.inject({ url: path });
      return { status: statusCode, body, location: undefined };
    },
    async as({ partnership_id, identity }) {
      assert(identity.kind === 'person');
      const who = { account_id: null, partnership_id, person_id: identity.person_id };
      const cookies = { session: await startSession(home.house, who, new Date()) };
      const get = async (path: string): Promise<Answer> => {
        const { statusCode, body } = await app.inject({ url: path, cookies });
        return { status: statusCode, body, location: undefined };
      };
      return {
        get,
        async fill(path, values, to = path) {
          const opened = await get(path);
          assert.equal(opened.status, 200, `${path} did not open: ${opened.body.slice(0, 2000)}`);
          const token = /name="_form" value="([^"]+)"/.exec(opened.body)?.[1] ?? '';
          const hidden = /name="seen_revision" value="([^"]+)"/.exec(opened.body)?.[1];
          const { statusCode, body, headers } = await app.inject({
            method: 'POST',
            url: to,
            cookies,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: encoded({
              _form: token,
              ...(hidden === undefined ? {} : { seen_revision: hidden }),
              ...values,
            }),
          });
          return { status: statusCode, body, location: headers.location };
        },
      };
    },
  };
}

function encoded(values: Record<string, string | string[]>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/** What stands in the page's main heading. */
export function headingOf({ body }: Answer): string {
  return /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '';
}

// The house as it is reached from outside: every page that links lead to, its list as CSV, what it hands out, and the API;
// through the real server, in both worlds. Then each address again with the id of a hidden record in it.
import type { FastifyInstance } from 'fastify';
import { fieldsOf } from '../kernel/forms/fields.ts';
import type { AnyPage } from '../kernel/pages/page.ts';
import type { Room } from '../kernel/records/room.ts';
import { testClock } from '../ground/testing.ts';
import { buildServer } from '../surfaces/web/server.ts';
import { allowed, eachOf, textOf, withoutIds, withoutInstants } from './asking.ts';
import { type Examples, namedIn, operationsOf } from './examples.ts';
import type { Hole } from './hole.ts';
import { hidingWords, twinId } from './plant.ts';
import { hidings, type Reader, type Side, type World } from './world.ts';

/** Addresses to compare, and who asks for them. */
export interface Addresses {
  urls: { url: string; reader: Reader }[];
  /** Pages that no link was found to. */
  unvisited: string[];
}

interface Visitor {
  get(url: string): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

const settings = {
  mode: 'demonstration',
  publicUrl: 'http://localhost',
  fixedDay: null,
  clock: () => testClock,
} as const;

/** Instances of each page, so that lists of hundreds do not take all day. */
const mostOfEach = 2;
/** The same document in other forms, which take seconds to print; what is in it is compared on its page. */
const printed = /\.(pdf|docx)$/;

async function visit(side: Side, rooms: readonly Room[], session: string): Promise<Visitor> {
  const app: FastifyInstance = await buildServer(side.house, rooms, settings, { logger: false });
  const byForm = rooms
    .flatMap((room) => room.pages)
    .filter((page) => page.kind === 'page' && page.query.audited);
  let token = '';
  const visitor: Visitor = {
    async get(url) {
      const cookies = { session };
      const audited = byForm.some((page) => patternOf(page).test(url.split('?')[0] ?? ''));
      const answer = audited
        ? await app.inject({
            method: 'POST',
            url,
            cookies,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: new URLSearchParams({ _form: token, purpose: 'To prove who may see what' }).toString(),
          })
        : await app.inject({ url, cookies, headers: { 'x-purpose': 'To prove who may see what' } });
      return { status: answer.statusCode, body: steady(answer.body) };
    },
    close: () => app.close(),
  };
  token = (JSON.parse((await visitor.get('/api/session')).body) as { form_token: string }).form_token;
  return visitor;
}

/** A key against double clicks and the reference of a fault are new each time, and the real clock goes on. */
function steady(body: string): string {
  return withoutInstants(body)
    .replaceAll(/data-session-ends-in="[^"]*"/g, '')
    .replaceAll(/name="_key" value="[^"]*"/g, 'name="_key"')
    .replaceAll(/Reference: <strong>[^<]*/g, 'Reference')
    .replaceAll(/"reference":"[^"]*"/g, '"reference"');
}

function patternOf({ path }: Pick<AnyPage, 'path'>): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[a-z_]+/g, '[^/]+')}(\\.csv)?$`);
}

/** Follows the links from the home page on, in the world without hidden records. */
export async function crawl(world: World, rooms: readonly Room[]): Promise<Addresses> {
  const visitors = await visitorsOf(world.readers, world.without, rooms);
  try {
    const pages = rooms.flatMap((room) => room.pages);
    const [[first, visitor] = []] = visitors;
    const urls = visitor === undefined ? [] : await follow(visitor, pages);
    const found = urls.flatMap((url) => (first === undefined ? [] : [{ url, reader: first }]));
    const reached = (path: string) => urls.some((url) => patternOf({ path }).test(pathOf(url)));
    const unvisited: string[] = [];
    for (const path of new Set(
      pages.map((page) => page.path).filter((one) => !printed.test(one) && !reached(one)),
    )) {
      const opened = await firstThatOpens(world, visitors, path);
      if (opened === undefined) unvisited.push(path);
      else found.push(opened);
    }
    return { urls: found, unvisited };
  } finally {
    for (const visitor of visitors.values()) await visitor.close();
  }
}

async function visitorsOf(
  readers: Iterable<Reader>,
  side: Side,
  rooms: readonly Room[],
): Promise<Map<Reader, Visitor>> {
  const visitors = new Map<Reader, Visitor>();
  for (const reader of readers) visitors.set(reader, await visit(side, rooms, reader.session));
  return visitors;
}

async function follow(visitor: Visitor, pages: readonly AnyPage[]): Promise<string[]> {
  const seen = new Map<string, number>();
  const urls = new Set<string>();
  const queue = ['/', ...pages.map(({ path }) => path).filter((path) => !path.includes(':'))];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const asked = pathOf(url);
    const page = pages.find((one) => patternOf(one).test(asked));
    if (page === undefined || printed.test(url)) continue;
    const kind = `${page.path} ${asked.endsWith('.csv')} ${namesIn(url)}`;
    const times = seen.get(kind) ?? 0;
    if (times >= mostOfEach || urls.has(url)) continue;
    seen.set(kind, times + 1);
    urls.add(url);
    if (page.kind === 'page' && page.csv && !asked.endsWith('.csv'))
      queue.push(url.replace(/^[^?]*/, '$&.csv'));
    const { body } = await visitor.get(url);
    queue.push(
      ...[...body.matchAll(/href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&')),
    );
  }
  return [...urls];
}

const pathOf = (url: string) => url.split('?')[0] ?? '';

/** For a page that no link was found to: the first visible record that it opens for, and to whom. */
async function firstThatOpens(
  world: World,
  visitors: ReadonlyMap<Reader, Visitor>,
  path: string,
): Promise<{ url: string; reader: Reader } | undefined> {
  for (const url of guesses(world, path)) {
    for (const [reader, visitor] of visitors) {
      if ((await visitor.get(url)).status === 200) return { url, reader };
    }
  }
  return undefined;
}

/** The address with the ids of visible records: of a table named like its folder; a second id with one its row names. */
function guesses({ visible, mentions }: World, path: string): string[] {
  const known = path.replaceAll(':year', '2024-25').replaceAll(/:(?![a-z_]*id\b)[a-z_]+/g, '0');
  const params = known.match(/:[a-z_]+/g) ?? [];
  const folders = (known.split('/:')[0] ?? '').split('/').filter((part) => part !== '');
  const like = (word: string) => (table: string) =>
    table.includes(word.replace(/ies$/, 'y').replace(/(es|s)$/, ''));
  const [first, second] = params;
  if (first === undefined) return [known];
  const words = second === undefined ? folders.toReversed() : [second.slice(1).replace('_id', '')];
  const named = words.flatMap((word) => [...visible].filter(([, table]) => like(word)(table)).slice(0, 150));
  if (second === undefined) return named.map(([id]) => known.replace(first, id));
  return named.flatMap(([id]) =>
    (mentions.get(id) ?? []).map((one) => known.replace(first, one).replace(second, id)),
  );
}

function namesIn(url: string): string {
  return [...new URL(url, 'http://localhost').searchParams.keys()].toSorted().join();
}

export async function proveAddresses(
  world: World,
  rooms: readonly Room[],
  { urls }: Addresses,
  examples: Examples,
): Promise<Hole[]> {
  const holes: Hole[] = [];
  const asked = [...urls, ...apiAddresses(world, rooms, examples)];
  const readers = new Set(asked.map(({ reader }) => reader));
  const without = await visitorsOf(readers, world.without, rooms);
  const withHidden = await visitorsOf(readers, world.with, rooms);
  try {
    await eachOf(asked, async ({ url, reader }) => {
      const [here, there] = [without.get(reader), withHidden.get(reader)];
      if (here === undefined || there === undefined) return;
      const [one, other] = await Promise.all([here.get(url), there.get(url)]);
      if (one.status !== other.status || one.body !== other.body) {
        const what = `it answers ${one.status} without and ${other.status} with what is hidden; ${firstPart(one.body, other.body)}`;
        holes.push({ way: 'page', where: url, what });
      }
      holes.push(...(await guessedIn(world, there, url)));
    });
  } finally {
    for (const visitor of [...without.values(), ...withHidden.values()]) await visitor.close();
  }
  return [...new Map(holes.map((hole) => [`${hole.way} ${withoutIds(hole.where)}`, hole])).values()];
}

/** The address with a hidden record in the place of one that may be seen, against one that never was. */
async function guessedIn(world: World, visitor: Visitor, url: string): Promise<Hole[]> {
  const holes: Hole[] = [];
  for (const id of namedIn(world, url)) {
    let absent: { status: number; body: string } | undefined;
    for (const hiding of hidings) {
      const twin = world.twin(hiding, id);
      if (twin === undefined) continue;
      absent ??= await visitor.get(url.replaceAll(id, twinId('nobody', id)));
      const hidden = await visitor.get(url.replaceAll(id, twin));
      if (hidden.status === absent.status && withoutIds(hidden.body) === withoutIds(absent.body)) continue;
      const what = `with the id of ${hidingWords[hiding]} it answers ${hidden.status}, with one that is nobody’s ${absent.status}; ${firstPart(withoutIds(absent.body), withoutIds(hidden.body))}`;
      holes.push({ way: 'page', where: url, hiding, what });
    }
  }
  return holes;
}

/** Each query, as the API is asked. */
function apiAddresses(world: World, rooms: readonly Room[], examples: Examples): Addresses['urls'] {
  return operationsOf(rooms).flatMap((operation) => {
    const [reader] = allowed(world, operation);
    if (operation.kind !== 'query' || reader === undefined) return [];
    const names = new Set(fieldsOf(operation.input).map(({ name }) => name));
    const input = (examples.get(operation.name)?.[0] ?? {}) as Record<string, unknown>;
    const search = Object.entries(input).filter(
      (field): field is [string, string] => names.has(field[0]) && typeof field[1] === 'string',
    );
    if (search.some(([, value]) => printed.test(`.${value}`))) return [];
    return [{ url: `/api/${operation.name}?${new URLSearchParams(search).toString()}`, reader }];
  });
}

function firstPart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const near = (text: string) => textOf(text.slice(Math.max(0, at - 60), at + 100));
  return `${near(one)} becomes ${near(other)}`;
}

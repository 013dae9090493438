// 150 partnerships after five years against one, page by page, in turn in one run: two databases on one server, two web
// servers in one process. Usage: node bench/scale.ts [partnerships 150] [part of five years 1] [pairs 12] [seconds 2]
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import pg from 'pg';
import { openPool } from '../src/database/connection.ts';
import { testClock } from '../src/ground/testing.ts';
import { startSession } from '../src/kernel/access/session.ts';
import { verifyChain } from '../src/kernel/audit-trail/verify.ts';
import type { House } from '../src/kernel/operation/perform.ts';
import { rooms } from '../src/modules/index.ts';
import { buildServer } from '../src/surfaces/web/server.ts';
import { durableHouse } from './durable-house.ts';
import { analyze } from './furnish.ts';
import { copyPartnership, liveFiveYears, sizes } from './five-years.ts';
import { type Compared, inTurn } from './pairs.ts';

const [partnerships = 150, part = 1, pairs = 12, seconds = 2] = process.argv.slice(2).map(Number);
const pages = {
  'evidence list': '/evidence',
  home: '/',
  report: '/report/2024-25',
  actions: '/thread/actions',
  'audit trail': '/audit',
};

const home = await durableHouse();
const manager = await home.found('fern');
const person_id = manager.identity.kind === 'person' ? manager.identity.person_id : null;
await timed(`five years of one partnership by commands: ${JSON.stringify(sizes(part))}`, async () => {
  await liveFiveYears(home.house, manager, part);
  await analyze(home.ownerUrl);
});
await asOwner(async (owner) => {
  const template = new URL(home.ownerUrl).pathname.slice(1);
  // Nobody may be connected to what is copied; the pool opens new connections when it needs them.
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template]);
  await owner.query(`create database many template "${template}" strategy file_copy`);
});
const one = home.house;
const many = { ...home.house, pool: openPool(within(home.appUrl, 'many')) };
const ids = await timed(`${partnerships - 1} copies by the bulk door`, () =>
  copyPartnership(within(home.ownerUrl, 'many'), manager.partnership_id, partnerships - 1),
);
await tellSizes();
for (const id of [ids[0], ids.at(-1)]) {
  if (id === undefined) continue;
  const { entries, broken } = await many.pool.transaction((t) => verifyChain(t, id), id);
  console.log(
    `audit trail of a copy: ${entries} entries, ${broken === null ? 'whole' : `BROKEN: ${broken.problem}`}`,
  );
}

const alone = await serving(one, home.ownerUrl, manager.partnership_id);
const among = await serving(
  many,
  within(home.ownerUrl, 'many'),
  ids[Math.floor(ids.length / 2)] ?? manager.partnership_id,
);
let slower = 0;
for (const [name, path] of Object.entries(pages)) {
  for (const server of [alone, among]) await server.load(path);
  const { wall, cpu } = await inTurn(pairs, (which) => (which === 'a' ? alone : among).load(path));
  if (wall.low > 1) slower += 1;
  console.log(
    `${name.padEnd(14)} one ${wall.a.toFixed(2)} ms, ${partnerships} ${wall.b.toFixed(2)} ms a page, ${told(wall)}: ${wall.low > 1 ? 'SLOWER' : 'no slower beyond the run’s own scatter'}; processor time ${told(cpu)}`,
  );
}
for (const server of [alone, among]) await server.close();
await many.pool.close();
await home.close();
process.exitCode = slower === 0 ? 0 : 1;

async function timed<T>(name: string, act: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await act();
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return result;
}

/** A server for the manager of one partnership; `load` gives what a page takes with four readers. */
async function serving(house: House, ownerUrl: string, partnership_id: string) {
  const settings = {
    mode: 'demonstration',
    publicUrl: 'http://127.0.0.1',
    fixedDay: null,
    clock: () => testClock,
  } as const;
  const app = await buildServer(house, rooms, settings, { logger: false });
  const secret = await startSession(house, { account_id: null, partnership_id, person_id }, new Date());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  return {
    async close() {
      await owner.end();
      await app.close();
    },
    async load(path: string) {
      const before = await processorTime(owner);
      const { requests, non2xx, errors } = await autocannon({
        url: address + path,
        connections: 4,
        duration: seconds,
        headers: { cookie: `session=${secret}` },
      });
      if (non2xx + errors > 0 || requests.total === 0) throw new Error(`${path} was refused or failed`);
      const spent = (await processorTime(owner)) - before;
      return { wall: (seconds * 1000) / requests.total, cpu: spent / requests.total };
    },
  };
}

/** Milliseconds of this process (the load generator's with it) and of the connections of one database. */
async function processorTime(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'golden-thread'`,
  );
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + rows.reduce((sum, { pid }) => sum + processorTimeOf(pid), 0);
}

/** In the hundredths of a second that /proc counts in. */
function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function told({ ratio, low, high }: Compared): string {
  return `ratio ${ratio.toFixed(3)} (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`;
}

async function tellSizes(): Promise<void> {
  const owner = new pg.Client(within(home.ownerUrl, 'many'));
  await owner.connect();
  const { rows } = await owner.query<{ rows: number; entries: number; bytes: number }>(
    `select (select sum(greatest(reltuples, 0))::bigint from pg_class c join pg_namespace n on n.oid = relnamespace
         where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema') as rows,
       (select count(*) from kernel.audit_entry) as entries, pg_database_size('many') as bytes`,
  );
  await owner.end();
  const [size] = rows;
  console.log(
    `${partnerships} partnerships: ${Number(size?.rows).toLocaleString('en')} rows, ${Number(size?.entries).toLocaleString('en')} audit entries, ${(Number(size?.bytes) / 1e9).toFixed(1)} GB`,
  );
}

async function asOwner(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(within(home.ownerUrl, 'postgres'));
  await owner.connect();
  await work(owner);
  await owner.end();
}

function within(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

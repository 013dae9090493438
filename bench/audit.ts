// Commands a second through perform() on one partnership, so on one audit chain, at 8 writers, every commit on disk; beside
// it, in the same run, the bare statements of one chain entry. Then the whole chain is verified.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { z } from 'zod';
import { verifyChain } from '../src/kernel/audit-trail/verify.ts';
import { newId } from '../src/kernel/records/identity.ts';
import { command } from '../src/kernel/operation/operation.ts';
import { perform } from '../src/kernel/operation/perform.ts';
import { durableHouse } from './durable-house.ts';
import { analyze, inLanes } from './furnish.ts';

const writers = 8;
const seconds = Number(process.argv[2] ?? 5);
const rounds = Number(process.argv[3] ?? 4);

const addCircle = command({
  name: 'governance.add-circle',
  summary: 'One row with its history and its audit entry',
  permission: 'governance.write',
  input: z.strictObject({ name: z.string().max(200), purpose: z.string().max(2000) }),
  run: async ({ write }, fields) => ({ id: await write.insert('kernel.circle', fields) }),
});

const home = await durableHouse();
const manager = await home.found('fern');
const raw = await rawWriters();
// Until the server has statistics of a new database (autovacuum's first minute), it may check references by the wrong index.
await inLanes(400, () => act());
await analyze(home.ownerUrl);

const figures: Record<'commands' | 'with a key' | 'raw', number[]> = {
  commands: [],
  'with a key': [],
  raw: [],
};
for (let round = 0; round < rounds; round++) {
  figures.raw.push(await rate((writer) => raw.write(writer)));
  figures.commands.push(await rate(() => act()));
  figures['with a key'].push(await rate(() => act(newId())));
}
for (const [name, rates] of Object.entries(figures)) {
  const sorted = rates.toSorted((a, b) => a - b);
  console.log(
    `${name.padEnd(12)} median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} a second (${rates.map((r) => r.toFixed(0)).join(', ')})`,
  );
}
await home.house.pool.transaction(async (transaction) => {
  const from = performance.now();
  const { entries, broken } = await verifyChain(transaction, manager.partnership_id);
  const took = (performance.now() - from) / 1000;
  console.log(
    `verified ${entries} entries in ${took.toFixed(1)} s (${(entries / took).toFixed(0)} a second): ${broken === null ? 'whole' : 'BROKEN'}`,
  );
}, manager.partnership_id);
await raw.close();
await home.close();

async function act(key?: string): Promise<void> {
  const input = { name: newId(), purpose: 'To measure how fast the audit trail takes what is done' };
  await perform(home.house, addCircle, { ...manager, ...(key === undefined ? {} : { key }) }, input);
}

/** So many a second, over some seconds, after a short start. */
async function rate(once: (writer: number) => Promise<void>): Promise<number> {
  let done = 0;
  let counting = false;
  const over = new AbortController();
  const lanes = Array.from({ length: writers }, async (_, writer) => {
    while (!over.signal.aborted) {
      await once(writer);
      if (counting) done += 1;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  counting = true;
  const from = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  counting = false;
  const took = (performance.now() - from) / 1000;
  over.abort();
  await Promise.all(lanes);
  return done / took;
}

/** What the database itself can do: one chain entry in a transaction, everything in one packet, and no program around it. */
async function rawWriters() {
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  await owner.query(`create table public.raw_head (id int primary key, seq bigint, hash text);
    create table public.raw_entry (seq bigint primary key, body text, previous_hash text, hash text);
    insert into public.raw_head values (1, 0, '')`);
  const clients = await Promise.all(
    Array.from({ length: writers }, async () => {
      const client = new pg.Client({ connectionString: home.ownerUrl, pipeline: true });
      await client.connect();
      return client;
    }),
  );
  const body = JSON.stringify({
    at: 'now',
    person_id: newId(),
    operation: 'x',
    refs: [newId()],
    fields: ['name'],
  });
  return {
    async write(writer: number) {
      const client = clients[writer];
      if (client === undefined) return;
      void client.query('begin');
      void client.query({
        name: 'entry',
        text: `with head as (update public.raw_head set seq = seq + 1,
            hash = encode(sha256(convert_to(hash || $1, 'UTF8')), 'hex') where id = 1
            returning new.seq, old.hash as previous_hash, new.hash)
          insert into public.raw_entry select seq, $1, previous_hash, hash from head`,
        values: [body],
      });
      await client.query('commit');
    },
    async close() {
      for (const client of [owner, ...clients]) await client.end();
    },
  };
}

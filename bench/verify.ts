// How many entries of an audit trail are verified in a second, beside plain SHA-256 over the same bytes in the same run.
import { hash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { openPool } from '../src/database/connection.ts';
import { testDatabase } from '../src/database/testing.ts';
import { verifyChain } from '../src/kernel/audit-trail/verify.ts';
import { planted, plantTrail } from './planted-trail.ts';

const entries = Number(process.argv[2] ?? 1_000_000);
const rounds = 5;
const database = await testDatabase();
const owner = new pg.Client(database.ownerUrl);
await owner.connect();
console.log(`Planting ${entries} entries …`);
const hashed = await plantTrail(owner, entries);
await owner.end();

const pool = openPool(database.appUrl, 1);
const seconds = async (work: () => unknown) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};
const text = 'x'.repeat(Math.round(hashed / entries));
const plain = () => {
  for (let i = 0; i < entries; i++) hash('sha256', text);
};
const verify = () =>
  pool.transaction(async (transaction) => {
    const checked = await verifyChain(transaction, planted.id);
    if (checked.broken !== null || checked.entries !== entries)
      throw new Error('The planted trail is broken.');
  }, planted.id);

const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const [own, bare] = [await seconds(verify), await seconds(plain)];
  ratios.push(own / bare);
  console.log(
    `round ${round}: verified ${Math.round(entries / own)} entries a second; plain SHA-256 of the same bytes ${Math.round(entries / bare)}; ${(own / bare).toFixed(2)} times as long`,
  );
}
const sorted = ratios.toSorted((a, b) => a - b);
console.log(
  `ratio: median ${sorted[Math.floor(rounds / 2)]?.toFixed(2)} (${sorted[0]?.toFixed(2)} to ${sorted.at(-1)?.toFixed(2)}); memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
);
await pool.close();
await database.close();

// Carries out the plan of distribute-plan.ts on a PostgreSQL that has the Citus extension. Golden Thread never needs it:
// one server carries a hundred and fifty partnerships for years (README, "When one machine is not enough").
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { planDistribution, type Step } from './distribute-plan.ts';

/** The plan as a script for psql. */
export async function printedPlan(ownerUrl: string): Promise<string> {
  const steps = await asOwner(ownerUrl, (client) => planDistribution(client));
  return [
    '-- Run as the owner of the tables, on the coordinator, with nobody at work: writes wait meanwhile.',
    '-- Take a backup first (golden-thread backup), and try it on a restored copy.',
    ...steps.map(({ what, sql }) => `${sql}; -- ${what}`),
  ].join('\n');
}

/** @throws {StartProblem} where the extension is missing or not set up, or a step fails: then with what is left to do */
export async function distribute(ownerUrl: string, say: (line: string) => void): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await refuseUnprepared(client);
    await carryOut(client, await planDistribution(client), say);
  });
}

export async function carryOut(
  client: pg.ClientBase,
  steps: readonly Step[],
  say: (line: string) => void,
): Promise<void> {
  for (const [i, { what, sql }] of steps.entries()) {
    say(`${String(i + 1).padStart(4)} of ${steps.length}  ${what}: ${sql}`);
    try {
      await client.query(sql);
    } catch (problem) {
      const left = steps.slice(i).map((step) => `${step.sql};`);
      throw new StartProblem(
        `Step ${i + 1} failed: ${problem instanceof Error ? problem.message : String(problem)}\nWhat was done before it stands. Mend the cause, then run what is left, as the owner, in this order and in one session:\nset citus.enable_local_reference_table_foreign_keys = off;\n${left.join('\n')}`,
        { cause: problem },
      );
    }
  }
}

async function refuseUnprepared(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`select from pg_extension where extname = 'citus'`);
  if (rows.length === 0) {
    throw new StartProblem(
      'This PostgreSQL has no Citus extension, so nothing was distributed and nothing was changed. One PostgreSQL is enough for most installations. Where it is not: install Citus 14 or later on every machine, create extension citus, add the machines, then run this again. golden-thread database distribute --plan shows the statements.',
    );
  }
  const { rows: standing } = await client.query<{ coordinator: boolean; distributed: number }>(
    `select exists (select from pg_dist_node where groupid = 0) as coordinator,
       (select count(*)::int from pg_dist_partition) as distributed`,
  );
  if (standing[0]?.coordinator !== true) {
    throw new StartProblem(
      'The coordinator is not in its own list of machines, so shared and local tables would have no place: run select citus_set_coordinator_host(…) first.',
    );
  }
  if (standing[0].distributed > 0) {
    throw new StartProblem(
      `${standing[0].distributed} tables of this database are distributed already, so the plan does not begin again. select * from citus_tables shows them; golden-thread database distribute --plan shows the whole order.`,
    );
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'golden-thread distribute' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Five years of one partnership by commands, and the bulk door: copies of that partnership under new ids, rows with their
// history and their whole audit chain, by statements of the owner. Ids lie within their partnership, so a copy may keep them.
import pg from 'pg';
import { planDistribution } from '../src/database/distribute-plan.ts';
import { addAgency } from '../src/ground/governance/agency.operations.ts';
import { resultOf } from '../src/ground/testing.ts';
import { addAction, reportOnAction } from '../src/ground/thread/action.operations.ts';
import { addFinding } from '../src/ground/thread/finding.operations.ts';
import { addRecommendation } from '../src/ground/thread/recommendation.operations.ts';
import type { House, Request } from '../src/kernel/operation/perform.ts';
import { newId } from '../src/kernel/records/identity.ts';
import { addItem } from '../src/modules/evidence/item.operations.ts';
import { inLanes, itemOf, startYear } from './furnish.ts';

const years = [2020, 2021, 2022, 2023, 2024];

/** Sizes of one partnership after five years; `part` of it for a quick try. */
export const sizes = (part: number) => ({
  items: Math.round(2000 * part),
  findings: Math.round(500 * part),
  recommendations: Math.round(500 * part),
  actions: Math.round(1500 * part),
  reports_on_actions: Math.round(5500 * part),
});

/** About ten thousand commands, each with its audit entry. */
export async function liveFiveYears(house: House, manager: Request, part: number): Promise<void> {
  const size = sizes(part);
  for (const year of years) await startYear(house, manager, year);
  const agencies: string[] = [];
  for (let i = 0; i < 12; i++) {
    const agency = { name: `Agency ${i}`, kind: 'other', legal_type: 'charity' } as const;
    agencies.push((await resultOf(house, addAgency, manager, agency)).id);
  }
  const year = (i: number, of: number) => years[Math.floor((i / of) * years.length)] ?? 2024;
  const agency = (i: number) => agencies[i % agencies.length] ?? '';
  await inLanes(size.items, async (i) => {
    await resultOf(house, addItem, manager, itemOf(i, year(i, size.items)));
  });
  const findings: string[] = [];
  await inLanes(size.findings, async (i) => {
    const found = {
      title: `Finding ${i}`,
      text: `What was found the ${i}th time`,
      found_on: `${year(i, size.findings)}-09-01`,
    };
    findings.push((await resultOf(house, addFinding, manager, found)).ref);
  });
  await inLanes(size.recommendations, async (i) => {
    const given = {
      gist: `Do thing ${i} otherwise`,
      made_by: 'Independent scrutineer',
      made_on: `${year(i, size.recommendations)}-10-01`,
    };
    await resultOf(house, addRecommendation, manager, {
      ...given,
      owner_agency_id: agency(i),
      after: [findings[i % findings.length] ?? ''],
    });
  });
  const actions: string[] = [];
  await inLanes(size.actions, async (i) => {
    const action = {
      text: `Action ${i}: send the papers a week before`,
      owner_agency_id: agency(i),
      due_on: `${year(i, size.actions) + 1}-01-31`,
    };
    actions.push(
      (await resultOf(house, addAction, manager, { ...action, after: [findings[i % findings.length] ?? ''] }))
        .id,
    );
  });
  // Reported on over and over; two in three end as done.
  await inLanes(size.reports_on_actions, async (i) => {
    const id = actions[i % actions.length] ?? '';
    const turn = Math.floor(i / actions.length);
    const done =
      turn === Math.floor((size.reports_on_actions - 1 - (i % actions.length)) / actions.length) &&
      i % 3 !== 0;
    const report = {
      id,
      seen_revision: turn + 1,
      state: done ? ('done' as const) : ('in-progress' as const),
    };
    await resultOf(
      house,
      reportOnAction,
      manager,
      done ? { ...report, done_on: '2025-06-01', done_note: 'It was done' } : report,
    );
  });
}

/** So many copies of the partnership `from`; gives their ids. */
export async function copyPartnership(ownerUrl: string, from: string, copies: number): Promise<string[]> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  // Copies keep every reference among their own rows, so references need no second check; policies do not bind the owner.
  await owner.query('set session_replication_role = replica');
  await owner.query('set synchronous_commit = off');
  const ids = Array.from({ length: copies }, () => newId());
  await owner.query(
    `insert into kernel.partnership (id, short_name, name, kind, demonstration)
     select id, 'copy-' || number, 'Copy ' || number, 'home', false from unnest($1::uuid[]) with ordinality as t (id, number)`,
    [ids],
  );
  for (const table of await tenantTables(owner)) {
    const columns = (await columnsOf(owner, table)).filter((name) => name !== 'partnership_id').join(', ');
    // Partnership by partnership, as time would have laid them down.
    for (let i = 0; i < ids.length; i += 10) {
      await owner.query(
        `insert into ${table} (partnership_id, ${columns})
         select t.id, ${columns
           .split(', ')
           .map((name) => `s.${name}`)
           .join(', ')}
         from unnest($1::uuid[]) with ordinality as t (id, number), ${table} s where s.partnership_id = $2 order by t.number`,
        [ids.slice(i, i + 10), from],
      );
    }
  }
  await owner.query('vacuum analyze');
  await owner.end();
  return ids;
}

/** Every table of a partnership, whatever is referred to before what refers to it. */
async function tenantTables(owner: pg.Client): Promise<string[]> {
  const steps = await planDistribution(owner);
  return steps.flatMap(({ sql }) => /create_distributed_table\('([^']+)'/.exec(sql)?.[1] ?? []);
}

async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

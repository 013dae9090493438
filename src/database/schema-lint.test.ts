// Each rule is shown to bite: a clean fixture is built, one fault is planted in it, and exactly that fault is named.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { lintSchema } from './schema-lint.ts';
import { schemaRules } from './schema-rules.ts';
import { emptyTestDatabase, testDatabase, type TestDatabase } from './testing.ts';

const own = `partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid`;
const app = 'golden_thread_app';

const cleanFixture = `
  create schema planted;
  create table planted.place (id uuid primary key, name text not null unique);
  create table planted.account (id uuid primary key, email text not null unique);
  create table planted.visit (
    partnership_id uuid not null, id uuid not null, revision integer not null, circle_id uuid, place_id uuid references planted.place,
    title text not null, primary key (partnership_id, id), unique (partnership_id, title));
  create table planted.visit_history (like planted.visit, primary key (partnership_id, id, revision));
  alter table planted.visit add constraint visit_has_history
    foreign key (partnership_id, id, revision) references planted.visit_history;
  create table planted.note (
    partnership_id uuid not null, id uuid not null, visit_id uuid not null, primary key (partnership_id, id),
    constraint note_visit foreign key (partnership_id, visit_id) references planted.visit (partnership_id, id));
  alter table planted.visit enable row level security;
  alter table planted.visit_history enable row level security;
  alter table planted.note enable row level security;
  create policy tenant on planted.visit to ${app}
    using (${own} and (circle_id is null or circle_id = any(string_to_array(current_setting('app.circles', true), ',')::uuid[])));
  create policy tenant on planted.visit_history to ${app}
    using (${own} and (circle_id is null or circle_id = any(string_to_array(current_setting('app.circles', true), ',')::uuid[])));
  create policy tenant on planted.note to ${app} using (${own}) with check (${own});
  create view planted.visit_view with (security_invoker = true) as select partnership_id, id from planted.visit;
  create function planted.visits() returns bigint language sql security definer set search_path = ''
    as 'select count(*) from planted.visit';
  revoke all on function planted.visits() from public;
  grant select, insert, update on planted.visit to ${app};
  grant select, insert on planted.visit_history, planted.note to ${app};
  grant select on planted.place, planted.visit_view to ${app};
  grant select, insert, update, delete on planted.account to ${app};`;

const classes = {
  'planted.place': 'shared',
  'planted.account': 'local',
  'planted.visit': 'tenant',
  'planted.note': 'tenant-append-only',
};

const long = 'a_name_that_goes_on_until_it_is_longer_than_54_bytes_are';

type Plant = { rule: string; sql: string; where: string; also?: string[] };

const plants: Plant[] = [
  {
    rule: 'table-not-registered',
    sql: 'create table planted.stray (id uuid primary key)',
    where: 'planted.stray',
  },
  { rule: 'registered-table-missing', sql: 'drop table planted.account', where: 'planted.account' },
  {
    rule: 'tenant-key',
    sql: 'alter table planted.note drop constraint note_pkey; alter table planted.note alter partnership_id drop not null; alter table planted.note add primary key (id)',
    where: 'planted.note',
    also: ['unique-without-tenant-key planted.note planted.note_pkey'],
  },
  {
    rule: 'shared-table-with-tenant-key',
    sql: 'alter table planted.place add partnership_id uuid',
    where: 'planted.place',
  },
  {
    rule: 'no-primary-key',
    sql: 'alter table planted.note drop constraint note_pkey',
    where: 'planted.note',
  },
  {
    rule: 'unique-without-tenant-key',
    sql: 'create unique index note_once on planted.note (visit_id)',
    where: 'planted.note planted.note_once',
  },
  {
    rule: 'small-counter',
    sql: 'alter table planted.note add line integer generated always as identity',
    where: 'planted.note.line',
  },
  {
    rule: 'reference-without-tenant-key',
    sql: `alter table planted.note drop constraint note_visit;
      alter table planted.note add constraint note_crossed foreign key (visit_id, partnership_id) references planted.visit (partnership_id, id)`,
    where: 'planted.note note_crossed',
  },
  {
    rule: 'reference-across-classes',
    sql: 'alter table planted.note add account_id uuid constraint note_account references planted.account',
    where: 'planted.note note_account',
  },
  {
    rule: 'reference-across-classes',
    sql: `alter table planted.account add partnership_id uuid, add visit_id uuid;
      alter table planted.account add constraint account_visit foreign key (partnership_id, visit_id) references planted.visit (partnership_id, id)`,
    where: 'planted.account account_visit',
  },
  {
    rule: 'reference-that-acts',
    sql: `alter table planted.note drop constraint note_visit;
      alter table planted.note add constraint note_gone foreign key (partnership_id, visit_id) references planted.visit (partnership_id, id) on delete cascade`,
    where: 'planted.note note_gone',
  },
  {
    rule: 'row-security-off',
    sql: 'alter table planted.note disable row level security',
    where: 'planted.note',
  },
  {
    rule: 'row-security-forced',
    sql: 'alter table planted.note force row level security',
    where: 'planted.note',
  },
  { rule: 'no-policy', sql: 'drop policy tenant on planted.note', where: 'planted.note' },
  {
    rule: 'policy-lets-others-in',
    sql: `create policy wide on planted.note to ${app} using (true)`,
    where: 'planted.note wide',
  },
  {
    rule: 'policy-lets-others-in',
    sql: `create policy wide on planted.note to public using (${own} or visit_id is not null)`,
    where: 'planted.note wide',
  },
  {
    rule: 'policy-lets-others-in',
    sql: `create policy wide on planted.note for insert to ${app} with check (partnership_id is not null)`,
    where: 'planted.note wide',
  },
  {
    rule: 'policy-ignores-circle',
    sql: `create policy wide on planted.visit to ${app} using (${own})`,
    where: 'planted.visit wide',
  },
  {
    rule: 'policy-reads-a-table',
    sql: `create policy reads on planted.note as restrictive to ${app} using (visit_id in (select id from planted.visit))`,
    where: 'planted.note reads',
  },
  {
    rule: 'policy-reads-a-table',
    sql: `create function planted.may(uuid) returns boolean language sql as 'select exists (select from planted.visit where id = $1)';
      create policy reads on planted.note as restrictive to ${app} using (planted.may(visit_id))`,
    where: 'planted.note reads',
  },
  {
    rule: 'view-of-its-owner',
    sql: 'create view planted.everything as select * from planted.visit',
    where: 'planted.everything',
  },
  {
    rule: 'view-of-its-owner',
    sql: `create materialized view planted.kept as select * from planted.visit; grant select on planted.kept to ${app}`,
    where: 'planted.kept',
  },
  {
    rule: 'definer-function',
    sql: 'alter function planted.visits() reset search_path',
    where: 'planted.visits()',
  },
  {
    rule: 'definer-function',
    sql: 'grant execute on function planted.visits() to public',
    where: 'planted.visits()',
  },
  {
    rule: 'application-may-delete',
    sql: `grant delete on planted.visit to ${app}`,
    where: 'planted.visit',
  },
  {
    rule: 'application-may-delete',
    sql: 'grant truncate on planted.place to public',
    where: 'planted.place',
  },
  {
    rule: 'application-may-rewrite',
    sql: `grant update (title) on planted.visit_history to ${app}`,
    where: 'planted.visit_history',
  },
  {
    rule: 'application-may-rewrite',
    sql: `grant update on planted.note to ${app}`,
    where: 'planted.note',
  },
  {
    rule: 'application-owns',
    sql: `create sequence planted.counter; grant create on schema planted to ${app};
      alter sequence planted.counter owner to ${app}; revoke create on schema planted from ${app}`,
    where: 'planted.counter',
  },
  { rule: 'application-owns', sql: `grant create on schema planted to ${app}`, where: 'planted' },
  {
    rule: 'no-history',
    sql: 'alter table planted.visit_history rename to visit_past',
    where: 'planted.visit',
    also: ['table-not-registered planted.visit_past'],
  },
  {
    rule: 'history-differs',
    sql: 'alter table planted.visit add reason text',
    where: 'planted.visit.reason',
  },
  {
    rule: 'history-not-tied',
    sql: 'alter table planted.visit drop constraint visit_has_history',
    where: 'planted.visit',
  },
  {
    rule: 'trigger',
    sql: `create function planted.act() returns trigger language plpgsql as 'begin return new; end';
      create trigger acts before insert on planted.note for each row execute function planted.act()`,
    where: 'planted.note acts',
  },
  { rule: 'long-name', sql: `create sequence planted.${long}`, where: long },
  {
    rule: 'long-name',
    sql: `alter table planted.note add constraint ${long} check (id is not null)`,
    where: long,
  },
];

describe('the schema lint', () => {
  const open: TestDatabase[] = [];
  const clients: pg.Client[] = [];

  async function connectTo(database: TestDatabase): Promise<pg.Client> {
    open.push(database);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  }

  let migrated: pg.Client;
  let bare: pg.Client;
  before(async () => {
    // The migrated one comes first: migrating makes the roles that the fixture grants to.
    migrated = await connectTo(await testDatabase());
    bare = await connectTo(await emptyTestDatabase());
  });
  after(async () => {
    for (const client of clients) await client.end();
    for (const database of open) await database.close();
  });

  async function faultsWith(sql: string): Promise<string[]> {
    await bare.query('begin');
    try {
      await bare.query(cleanFixture);
      await bare.query(sql);
      return (await lintSchema(bare, classes)).map(({ rule, where }) => `${rule} ${where}`);
    } finally {
      await bare.query('rollback');
    }
  }

  test('the tables the migrations make break no rule', async () => {
    assert.deepEqual(await lintSchema(migrated), []);
  });

  test('a clean schema has no fault', async () => {
    assert.deepEqual(await faultsWith(''), []);
  });

  for (const { rule, sql, where, also = [] } of plants) {
    test(`${rule} is named: ${sql.replaceAll(/\s+/g, ' ').slice(0, 100)}`, async () => {
      assert.deepEqual(await faultsWith(sql), [...also, `${rule} ${where}`].toSorted());
    });
  }

  test('every rule has a planted fault', () => {
    // A role belongs to the whole server, so planting this one would disturb tests that run beside.
    const apart = ['application-role'];
    const unplanted = schemaRules.filter(({ rule }) => !plants.some((plant) => plant.rule === rule));
    assert.deepEqual(
      unplanted.map(({ rule }) => rule),
      apart,
    );
  });

  test('a role with power beyond its grants is named, asked of the owner itself', async () => {
    const rule = schemaRules.find((candidate) => candidate.rule === 'application-role');
    const { rowCount } = await bare.query(rule?.sql ?? '', ['{}', 'golden_thread_owner']);
    assert.equal(rowCount, 1);
  });
});

// Brings a database to the state the files in migrations/ describe: forward only, in order, each file in a transaction
// of its own, recorded with its hash so that a changed file or a newer database is noticed and not guessed at.
// Every start runs it; when nothing is to be done that costs one query.
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { readMigrations, type Migration } from './migration-files.ts';

type MigrateOptions = {
  /** Owner of every table; must be allowed to make roles when golden_thread_app does not exist yet. */
  ownerUrl: string;
  /** The application's own login, which is granted golden_thread_app. */
  appUrl: string;
  /** Where the files are, by default migrations/ of this project. */
  folder?: string;
  /** The name of the migration to stop after, for a restore of an older backup; all of them unless given. */
  last?: string;
};

export const appRole = 'golden_thread_app';

/** "gold" and "migr" in ASCII: an advisory lock key that no other program of this database takes by chance. */
export const migrationLock = [0x676f6c64, 0x6d696772];
const oldestServer = 180_000;

type Recorded = { name: string; sha256: string };
type Standing = {
  recorded: Recorded[];
  owner: string;
  place: string;
  login_exists: boolean;
  is_app: boolean;
  too_powerful: string | null;
};

/**
 * @returns the names of the migrations it applied
 * @throws {StartProblem} when the server is too old, a recorded file was changed or is missing here, the application's
 *   login could get round row-level security, or a migration fails
 */
export async function migrate({ ownerUrl, appUrl, folder, last }: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(folder).filter(({ name }) => last === undefined || name <= last);
  const login = decodeURIComponent(new URL(appUrl).username);
  const client = await connect(ownerUrl, 'DATABASE_OWNER_URL');
  try {
    const standing = await readStanding(client, login);
    if (standing?.is_app === true && toApply(migrations, standing.recorded).length === 0) {
      refusePowerfulLogin(login, standing);
      return [];
    }
    await client.query('select pg_advisory_lock($1, $2)', migrationLock);
    return await bringUp(client, migrations, login, appUrl);
  } finally {
    await client.end();
  }
}

async function connect(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'golden-thread migrate' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (problem) {
    throw new StartProblem(
      `Golden Thread cannot reach its database with ${name}: ${problem instanceof Error ? problem.message : String(problem)}. Check that the server runs and that the address and password are right.`,
      { cause: problem },
    );
  }
}

/** All that can forbid or spare a migration, in one query; null when this database was never migrated. */
async function readStanding(client: pg.Client, login: string): Promise<Standing | null> {
  try {
    const { rows } = await client.query<Standing>(
      `select
         (select coalesce(json_agg(json_build_object('name', name, 'sha256', sha256) order by name), '[]')
            from public.migration) as recorded,
         current_user as owner,
         format('%s of server %s', current_database(), (select system_identifier from pg_control_system())) as place,
         role.rolname is not null as login_exists,
         coalesce(pg_has_role(role.oid, app.oid, 'member'), false) as is_app,
         case
           when role.rolsuper then 'is a superuser'
           when role.rolbypassrls then 'may bypass row-level security'
           when role.rolcreaterole then 'may make other roles'
           when pg_has_role(role.oid, current_user, 'member') then 'is, or belongs to, the owner of the tables'
           when exists (select from pg_class where relowner = role.oid and relpersistence <> 't') then 'owns tables'
         end as too_powerful
       from (select) as one
         left join pg_roles role on role.rolname = $1
         left join pg_roles app on app.rolname = $2`,
      [login, appRole],
    );
    return rows[0] ?? null;
  } catch (problem) {
    if (problem instanceof pg.DatabaseError && problem.code === '42P01') return null;
    throw problem;
  }
}

async function bringUp(
  client: pg.Client,
  migrations: Migration[],
  login: string,
  appUrl: string,
): Promise<string[]> {
  await refuseOldServer(client);
  await client.query(
    `create table if not exists public.migration (
       name text primary key,
       sha256 text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  await makeAppRole(client);
  let standing = await readStanding(client, login);
  if (standing?.login_exists !== true) {
    throw new StartProblem(
      `The role ${login} of DATABASE_URL does not exist on the server of DATABASE_OWNER_URL. Make it (create role ... login), or check that both addresses name one server.`,
    );
  }
  refusePowerfulLogin(login, standing);
  if (!standing.is_app) await grantAppRole(client, login);
  await refuseOtherPlace(appUrl, standing.place);

  const applied: string[] = [];
  for (const migration of toApply(migrations, standing.recorded)) {
    await apply(client, migration);
    applied.push(migration.name);
  }
  // A migration may itself grant or own; what it leaves behind is checked again.
  standing = await readStanding(client, login);
  if (standing !== null) refusePowerfulLogin(login, standing);
  return applied;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  );
  const [server] = rows;
  if (server !== undefined && server.number >= oldestServer) return;
  throw new StartProblem(
    `Golden Thread needs PostgreSQL 18 or later, and this server is ${server?.name}. Upgrade it, or leave DATABASE_URL and DATABASE_OWNER_URL out to use the built-in database.`,
  );
}

/** Roles belong to the whole server, so another database of it may be making the same one at this moment. */
async function makeAppRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${appRole}') then
        create role ${appRole} nologin nosuperuser nocreatedb nocreaterole nobypassrls;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  } catch (problem) {
    throw new StartProblem(
      `The role ${appRole} is missing and DATABASE_OWNER_URL may not make it. As an administrator run: create role ${appRole} nologin; then grant it to the owner with admin option.`,
      { cause: problem },
    );
  }
}

async function grantAppRole(client: pg.Client, login: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`grant ${appRole} to ${client.escapeIdentifier(login)}`);
      return;
    } catch (problem) {
      // XX000 "tuple concurrently updated": another database of this server granted at the same moment.
      if (attempt < 5 && problem instanceof pg.DatabaseError && problem.code === 'XX000') continue;
      throw new StartProblem(
        `The role ${appRole} could not be granted to ${login}. As an administrator run: grant ${appRole} to ${login};`,
        { cause: problem },
      );
    }
  }
}

function refusePowerfulLogin(login: string, standing: Standing): void {
  if (standing.too_powerful === null) return;
  throw new StartProblem(
    `The application's login ${login} ${standing.too_powerful}, so nothing would keep one partnership's records from another. Give DATABASE_URL a login without that power.`,
  );
}

async function refuseOtherPlace(appUrl: string, place: string): Promise<void> {
  const client = await connect(appUrl, 'DATABASE_URL');
  try {
    const { rows } = await client.query<{ place: string }>(
      `select format('%s of server %s', current_database(), (select system_identifier from pg_control_system())) as place`,
    );
    if (rows[0]?.place === place) return;
    throw new StartProblem('DATABASE_URL and DATABASE_OWNER_URL name two different databases; name one.');
  } finally {
    await client.end();
  }
}

/** What is left to do, once the files and the database's own record agree about the past. */
function toApply(migrations: Migration[], recorded: Recorded[]): Migration[] {
  for (const past of recorded) {
    const here = migrations.find((migration) => migration.name === past.name);
    if (here === undefined) {
      throw new StartProblem(
        `This database was brought up by a newer copy of Golden Thread (it knows ${past.name}, which this copy lacks). Update this copy, or use a copy of the database from before.`,
      );
    }
    if (here.sha256 !== past.sha256) {
      throw new StartProblem(
        `The migration ${past.name} was changed after this database ran it. Put the file back as it was and write the change as a new migration.`,
      );
    }
  }
  const left = migrations.filter((migration) => !recorded.some((past) => past.name === migration.name));
  const latest = recorded.at(-1)?.name;
  const late = left.find((migration) => latest !== undefined && migration.name < latest);
  if (late !== undefined) {
    throw new StartProblem(
      `The migration ${late.name} comes before ${latest}, which this database has already run. Give it a number after the last one.`,
    );
  }
  return left;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the server answered COMMIT with ${command}`);
  } catch (problem) {
    await client.query('rollback').catch(() => undefined);
    const [message, position] =
      problem instanceof pg.DatabaseError
        ? [problem.message, Number(problem.position ?? Number.NaN)]
        : [String(problem), Number.NaN];
    const line = Number.isNaN(position)
      ? ''
      : ` at line ${migration.sql.slice(0, position).split('\n').length}`;
    throw new StartProblem(
      `The migration ${migration.name} failed${line}: ${message}. Nothing of it was kept; the migrations before it were.`,
      { cause: problem },
    );
  }
}

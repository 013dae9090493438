// The files of an embedded database: made once by initdb, with random passwords kept beside them for their owner only,
// and refused when another PostgreSQL version made them. Layout of the folder: cluster/ (PostgreSQL's own), passwords.json,
// server.log, and the lock and presence files of those who use it.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from '../configuration.ts';
import { chooseUser, startProgram, type Programs, type RunAs } from './embedded-binaries.ts';

export const databaseName = 'golden_thread';
export const ownerRole = 'golden_thread_owner';
export const loginRole = 'golden_thread_login';

export function refuseOtherVersion(cluster: string, programs: Programs): void {
  const file = join(cluster, 'PG_VERSION');
  let found: string;
  try {
    if (!existsSync(cluster)) return;
    found = readFileSync(file, 'utf8').trim();
  } catch (problem) {
    throw new StartProblem(
      `The data folder ${cluster} cannot be read (it has no readable PG_VERSION). Start Golden Thread as the user who made it, or move the folder away to begin anew.`,
      { cause: problem },
    );
  }
  if (found === programs.major) return;
  throw new StartProblem(otherVersion(dirname(cluster), found, programs.major));
}

/** PostgreSQL reads no other major's files, so the rows go over in a backup, which belongs to none. */
function otherVersion(folder: string, found: string, brought: string): string {
  return [
    `The database in ${folder} was made by PostgreSQL ${found}, and this copy of Golden Thread brings PostgreSQL ${brought}. Nothing was changed. To move it over:`,
    '  1. In the folder of the copy that made it, with the same settings:  npx golden-thread backup before-upgrade.backup',
    `  2. Move the old database aside:  mv ${folder} ${folder}-${found}`,
    '  3. Here:  npx golden-thread restore before-upgrade.backup   (with the path to that file)',
    'Stored files and anchors stay where they are. Keep the old database until you have looked round in the new one.',
  ].join('\n');
}

/** Made beside its final place and then moved there, so a start that is cut short leaves no half a database. */
export async function createCluster(cluster: string, folder: string, programs: Programs): Promise<void> {
  const unfinished = `${cluster}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const runAs = chooseUser(programs, cluster);
  mkdirSync(unfinished, { mode: 0o700 });
  const passwords = { owner: randomBytes(24).toString('hex'), login: randomBytes(24).toString('hex') };
  writeFileSync(join(folder, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
  const passwordFile = join(folder, 'password-for-initdb');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 });
  if (runAs.kind === 'user') {
    for (const path of [unfinished, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  }
  try {
    // Names are sorted as people in England expect; C.UTF-8, where the system has it, classifies letters beyond ASCII.
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    await runToEnd(
      programs.initdb,
      ['-D', unfinished, '-U', ownerRole, '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
        .concat([
          `--locale=${locale}`,
          '--locale-provider=icu',
          '--icu-locale=en-GB',
          '--text-search-config=english',
        ])
        .concat(['--set=timezone=UTC', '--set=log_timezone=UTC']),
      runAs,
    );
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runToEnd(program: string, args: string[], runAs: RunAs): Promise<void> {
  const child = startProgram(program, args, runAs, ['ignore', 'ignore', 'pipe']);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const { promise, resolve } = Promise.withResolvers<string>();
  child.once('error', (problem) => resolve(problem.message));
  child.once('close', (code) => resolve(code === 0 ? '' : said.trim() || `it ended with code ${code}`));
  const failure = await promise;
  if (failure !== '') {
    throw new StartProblem(
      `The built-in database could not be made: ${failure.split('\n').slice(0, 3).join(' ')} If this goes on, give DATABASE_URL and DATABASE_OWNER_URL of a PostgreSQL 18 server.`,
    );
  }
}

export function passwordsOf(folder: string): { owner: string; login: string } {
  const path = join(folder, 'passwords.json');
  const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof kept === 'object' && kept !== null && 'owner' in kept && 'login' in kept) {
    return { owner: String(kept.owner), login: String(kept.login) };
  }
  throw new StartProblem(`${path} does not hold the database's passwords; put it back from a copy.`);
}

export function urlFor(role: string, folder: string, port: number, database: string): string {
  const { owner, login } = passwordsOf(folder);
  return `postgres://${role}:${role === ownerRole ? owner : login}@127.0.0.1:${port}/${database}`;
}

// What Golden Thread is told by its environment, checked before anything starts. Two modes: a demonstration that only
// this machine can reach, and a service that refuses to start until its secrets and its address are given.
// Secrets are never printed: a message names the variable and never shows its value.
import { randomBytes } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MailSettings } from './kernel/mail/mail.ts';
import { mailDisagreements, mailWay } from './kernel/mail/settings.ts';
import {
  environmentSchema,
  isLoopback,
  type LogLevel,
  type Settings,
  settingNames,
  shortestSecret,
} from './settings.ts';

/** Why Golden Thread cannot start, in words for the operator: one line for each problem, each saying what to do. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

export type Mode = 'demonstration' | 'serve';

export type Configuration = {
  mode: Mode;
  host: string;
  /** 0 asks the operating system for a free port. */
  port: number;
  /** Where people reach it, without a closing slash. */
  publicUrl: string;
  sessionSecret: string;
  /** Absolute folder of everything this installation keeps: the embedded database and uploaded files. */
  dataFolder: string;
  /** Absolute folder of the operator's own templates for cover papers. */
  templatesFolder: string | undefined;
  logLevel: LogLevel;
  /** Whether everybody needs a second factor to sign in, or may have one. */
  secondFactor: 'required' | 'offered';
  /** Seals backups and opens them; without it they are made readable. */
  backupPassphrase: string | undefined;
  drainSeconds: number;
  /** What Fastify takes as trustProxy. */
  trustedProxies: string[] | false;
  /** Without it there is no /metrics. */
  metricsToken: string | undefined;
  /** Client secrets of agencies' own sign-ins, by the name of their variable (SSO_SECRET_…). */
  providerSecrets: Record<string, string>;
  /** By which way letters leave. */
  mail: MailSettings;
  database: { kind: 'embedded'; folder: string } | { kind: 'server'; appUrl: string; ownerUrl: string };
};

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The mode of a command that names none: that of the service whose settings surround it. */
export function modeSaidBy(environment: Record<string, string | undefined>): Mode {
  return environment['PUBLIC_URL'] || environment['SESSION_SECRET'] ? 'serve' : 'demonstration';
}

/** @throws {StartProblem} naming every variable that is missing or wrong, one to a line. */
export function readConfiguration(
  environment: Record<string, string | undefined>,
  { mode }: { mode: Mode },
): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = environmentSchema.safeParse(given);
  const problems = [
    ...unknownSettings(given),
    ...(read.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`) ?? []),
    ...(mode === 'serve' ? missingForService(given) : []),
    ...(read.success ? disagreements(read.data, mode) : []),
  ];
  if (!read.success || problems.length > 0) throw new StartProblem(problems.join('\n'));

  const found = read.data;
  const dataFolder = folderOf(found.GOLDEN_THREAD_DATA);
  const bracketed = found.HOST.includes(':') ? `[${found.HOST}]` : found.HOST;
  return {
    mode,
    host: found.HOST,
    port: found.PORT,
    publicUrl: (found.PUBLIC_URL ?? `http://${bracketed}:${found.PORT}`).replace(/\/$/, ''),
    // A demonstration's sessions need not outlive it, so it makes its own secret at each start.
    sessionSecret: found.SESSION_SECRET ?? randomBytes(shortestSecret).toString('base64url'),
    dataFolder,
    templatesFolder: found.GOLDEN_THREAD_TEMPLATES && resolve(found.GOLDEN_THREAD_TEMPLATES),
    secondFactor: found.SECOND_FACTOR,
    backupPassphrase: found.BACKUP_PASSPHRASE,
    logLevel: found.LOG_LEVEL ?? (mode === 'serve' ? 'info' : 'warn'),
    drainSeconds: found.DRAIN_SECONDS,
    trustedProxies: mode === 'serve' ? ['loopback', ...(found.TRUSTED_PROXIES ?? [])] : false,
    metricsToken: found.METRICS_TOKEN,
    mail: mailWay(found, isLoopback),
    providerSecrets: Object.fromEntries(
      Object.entries(given).filter((pair): pair is [string, string] =>
        /^SSO_SECRET_[A-Z0-9_]+$/.test(pair[0]),
      ),
    ),
    database:
      found.DATABASE_URL !== undefined && found.DATABASE_OWNER_URL !== undefined
        ? { kind: 'server', appUrl: found.DATABASE_URL, ownerUrl: found.DATABASE_OWNER_URL }
        : { kind: 'embedded', folder: join(dataFolder, 'postgres') },
  };
}

/** The default lies in the project whatever folder the command is started from; a given one is read from there. */
function folderOf(given: string | undefined): string {
  if (given === undefined) return join(projectFolder, 'data');
  return isAbsolute(given) ? given : resolve(given);
}

function unknownSettings(given: Record<string, unknown>): string[] {
  const known = settingNames.filter((name) => name.startsWith('GOLDEN_THREAD_'));
  return Object.keys(given)
    .filter((name) => name.startsWith('GOLDEN_THREAD_') && !known.includes(name))
    .map((name) => `${name} is not a setting of Golden Thread; it knows ${known.join(', ')}.`);
}

function missingForService(given: Record<string, unknown>): string[] {
  const needs = {
    SESSION_SECRET: `is not set; it protects people's sign-ins and needs at least ${shortestSecret} random characters: openssl rand -base64 48`,
    PUBLIC_URL:
      'is not set; give the https address people will use, such as https://safeguarding.example.org',
  };
  return Object.entries(needs)
    .filter(([name]) => !(name in given))
    .map(([name, need]) => `${name} ${need}`);
}

function disagreements(found: Settings, mode: Mode): string[] {
  const problems: string[] = mailDisagreements(found);
  const [app, owner] = [found.DATABASE_URL, found.DATABASE_OWNER_URL];
  if ((app === undefined) !== (owner === undefined)) {
    const missing = app === undefined ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
    problems.push(
      `${missing} is not set but its partner is; give both (the application's login and the owner of the tables), or neither to use the built-in database.`,
    );
  }
  if (app !== undefined && owner !== undefined && new URL(app).username === new URL(owner).username) {
    problems.push(
      'DATABASE_URL and DATABASE_OWNER_URL sign in as the same role; give the application a login of its own, so that row-level security binds it.',
    );
  }
  if (mode === 'demonstration' && !isLoopback(found.HOST)) {
    problems.push(
      'HOST must be this machine itself (127.0.0.1) in the demonstration, which has no real sign-in; for other people run npm run serve.',
    );
  }
  return problems;
}

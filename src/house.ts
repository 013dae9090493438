// Opens the house: database (embedded or given), migrations, files, rooms. The web server and the command line both come
// in here.
import { join } from 'node:path';
import { type Configuration, StartProblem } from './configuration.ts';
import { openPool } from './database/connection.ts';
import { joinOrStartEmbedded, startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { dayIn } from './kernel/calendar/day.ts';
import { anchorFile } from './kernel/audit-trail/anchors.ts';
import { folderStorage } from './kernel/files/storage.ts';
import { mailBy } from './kernel/mail/ways.ts';
import type { House } from './kernel/operation/perform.ts';
import { rooms } from './modules/index.ts';
import { knowTemplates, TemplateProblem } from './modules/report/index.ts';

/** The day on which the demonstration lives: a fortnight before the yearly report is due. */
export const demonstrationDay = '2025-09-15';

export interface OpenHouse extends House {
  close(): Promise<void>;
}

/** Throws StartProblem, worded for the operator, when the database cannot be had. */
export async function openHouse(configuration: Configuration, as: 'server' | 'guest'): Promise<OpenHouse> {
  readTemplates(configuration);
  const running = await reachDatabase(configuration, as);
  try {
    const pool = openPool(running.appUrl);
    return {
      pool,
      ...storesOf(configuration),
      mail: mailBy(configuration.mail),
      secret: configuration.sessionSecret,
      publicUrl: configuration.publicUrl,
      secondFactor: configuration.secondFactor,
      providerSecret: (name) => configuration.providerSecrets[name],
      evidence: rooms.flatMap((room) => room.evidence ?? []),
      async close() {
        await pool.close();
        await running.stop();
      },
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function readTemplates({ templatesFolder }: Configuration): void {
  if (templatesFolder === undefined) return;
  try {
    knowTemplates(templatesFolder);
  } catch (error) {
    if (error instanceof TemplateProblem) throw new StartProblem(error.message);
    throw error;
  }
}

/** What lies beside the database in the installation's folder. */
export function storesOf({ dataFolder }: Configuration): Pick<House, 'files' | 'anchors'> {
  return {
    files: folderStorage(join(dataFolder, 'files')),
    anchors: anchorFile(join(dataFolder, 'anchors.jsonl')),
  };
}

export interface ReachedDatabase {
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

/** The database as it is, whatever migrations it has: for a backup before an upgrade, and for a restore. */
export async function startDatabase(
  { database }: Configuration,
  as: 'server' | 'guest',
): Promise<ReachedDatabase> {
  if (database.kind === 'server') return { ...database, stop: () => Promise.resolve() };
  return as === 'server' ? startEmbedded({ folder: database.folder }) : joinOrStartEmbedded(database.folder);
}

/** The database with every migration, and nothing opened on it yet. */
export async function reachDatabase(
  configuration: Configuration,
  as: 'server' | 'guest',
): Promise<ReachedDatabase> {
  const running = await startDatabase(configuration, as);
  try {
    await migrate(running);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** The London day and the instant; in demonstration mode the fixed day, at the real time of day. */
export function clockOf(mode: Configuration['mode']): () => { today: string; now: string } {
  return () => {
    const now = new Date().toISOString();
    if (mode === 'serve') return { today: dayIn(now), now };
    return { today: demonstrationDay, now: `${demonstrationDay}${now.slice(10)}` };
  };
}

// Opens the house: database (embedded or given), migrations, files, rooms. The web server and the command line both come
// in here.
import { join } from 'node:path';
import type { Configuration } from './configuration.ts';
import { openPool } from './database/connection.ts';
import { joinOrStartEmbedded, startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { dayIn } from './kernel/calendar/day.ts';
import { folderStorage } from './kernel/files/storage.ts';
import { noMail } from './kernel/mail/mail.ts';
import type { House } from './kernel/operation/perform.ts';
import { rooms } from './modules/index.ts';

/** The day on which the demonstration lives: a fortnight before the yearly report is due. */
export const demonstrationDay = '2025-09-15';

export interface OpenHouse extends House {
  close(): Promise<void>;
}

/** Throws StartProblem, worded for the operator, when the database cannot be had. */
export async function openHouse(configuration: Configuration, as: 'server' | 'guest'): Promise<OpenHouse> {
  const { database } = configuration;
  const running =
    database.kind === 'server'
      ? { ...database, stop: () => Promise.resolve() }
      : as === 'server'
        ? await startEmbedded({ folder: database.folder })
        : await joinOrStartEmbedded(database.folder);
  try {
    await migrate(running);
    const pool = openPool(running.appUrl);
    return {
      pool,
      files: folderStorage(join(configuration.dataFolder, 'files')),
      mail: noMail,
      secret: configuration.sessionSecret,
      publicUrl: configuration.publicUrl,
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

/** The London day and the instant; in demonstration mode the fixed day, at the real time of day. */
export function clockOf(mode: Configuration['mode']): () => { today: string; now: string } {
  return () => {
    const now = new Date().toISOString();
    if (mode === 'serve') return { today: dayIn(now), now };
    return { today: demonstrationDay, now: `${demonstrationDay}${now.slice(10)}` };
  };
}

// What concerns the installation itself and no partnership: its settings, its database. Each opens only what it needs, so
// that `settings` answers also where the others cannot start.
import { modeSaidBy, readConfiguration } from '../../configuration.ts';
import { distribute, printedPlan } from '../../database/distribute.ts';
import { reachDatabase } from '../../house.ts';
import { listSettings } from '../../settings.ts';
import type { Given } from './arguments.ts';
import { backupCommands } from './backup-commands.ts';

export interface InstallationCommand {
  words: string[];
  summary: string;
  usage: string;
  /** Gives the exit code where it is not 0. */
  run(given: Given, environment: Record<string, string | undefined>): Promise<number | void>;
}

export const installationCommands: readonly InstallationCommand[] = [
  ...backupCommands,
  {
    words: ['settings'],
    summary: 'Every setting: what it is, what happens without it, and whether it is set; no secret is shown',
    usage: 'golden-thread settings [--json]',
    run({ options }, environment) {
      const settings = listSettings(environment);
      if (options['json']) console.log(JSON.stringify(settings, null, 2));
      else {
        for (const { name, what, otherwise, set, value } of settings)
          console.log(
            `${name}\n  ${what}\n  ${set ? `Set${value === null ? '.' : `: ${value}`}` : `Not set: ${otherwise}.`}`,
          );
      }
      return Promise.resolve();
    },
  },
  {
    words: ['database', 'distribute'],
    summary: 'Spread the database over several machines with the Citus extension; --plan only shows how',
    usage: 'golden-thread database distribute [--plan]',
    async run({ options }, environment) {
      const database = await reachDatabase(
        readConfiguration(environment, { mode: modeSaidBy(environment) }),
        'guest',
      );
      try {
        if (options['plan']) console.log(await printedPlan(database.ownerUrl));
        else await distribute(database.ownerUrl, (line) => console.log(line));
      } finally {
        await database.stop();
      }
    },
  },
];

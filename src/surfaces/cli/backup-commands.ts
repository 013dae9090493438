// What the operator does so that nothing is lost: makes a backup, checks one, restores one, and looks after the stored files.
import packageFacts from '../../../package.json' with { type: 'json' };
import type { Header, Manifest } from '../../backup/format.ts';
import { readBackup } from '../../backup/read-backup.ts';
import { restoreBackup } from '../../backup/restore.ts';
import { checkStoredFiles } from '../../backup/stored-files.ts';
import { lostFileWords, takeBackup } from '../../backup/take-backup.ts';
import { brokenTrails } from '../../backup/trails.ts';
import { type Configuration, modeSaidBy, readConfiguration } from '../../configuration.ts';
import { type ReachedDatabase, startDatabase, storesOf } from '../../house.ts';
import { type Given, UsageProblem } from './arguments.ts';
import type { InstallationCommand } from './installation-commands.ts';

type Environment = Record<string, string | undefined>;

const plainWarning =
  'This backup is NOT sealed: whoever holds the file can read every record in it, about children too. Set BACKUP_PASSPHRASE before you make the next one, and keep this one under lock and key.';

export const backupCommands: readonly InstallationCommand[] = [
  {
    words: ['backup', 'verify'],
    summary: 'Check that a backup is whole, without a database',
    usage: 'golden-thread backup verify FILE',
    async run(given, environment) {
      const path = fileOf(this, given);
      const { header, manifest } = await readBackup(path, passphraseOf(environment));
      console.log([`${path} is whole.`, ...described(header, manifest)].join('\n'));
    },
  },
  {
    words: ['backup'],
    summary: 'Write the database and its files into one file, while people work; sealed by BACKUP_PASSPHRASE',
    usage: 'golden-thread backup FILE [--force] [--allow-damaged]',
    async run(given, environment) {
      const path = fileOf(this, given);
      const passphrase = passphraseOf(environment);
      return withDatabase(environment, async (configuration, database) => {
        const { size, manifest, warnings } = await takeBackup({
          ...database,
          files: storesOf(configuration).files,
          path,
          passphrase,
          replace: given.options['force'] === true,
          allow_damaged: given.options['allow_damaged'] === true,
          program: packageFacts.version,
          now: new Date().toISOString(),
          tell,
        });
        console.log(
          [
            `Written: ${path} (${size} bytes, ${passphrase ? 'sealed' : 'not sealed'})`,
            ...held(manifest),
          ].join('\n'),
        );
        if (passphrase === undefined) console.log(plainWarning);
        for (const warning of warnings) console.error(warning);
        return warnings.length > 0 ? 1 : 0;
      });
    },
  },
  {
    words: ['restore'],
    summary: 'Load a backup into an empty database, and prove that it is the same',
    usage: 'golden-thread restore FILE',
    async run(given, environment) {
      const path = fileOf(this, given);
      return withDatabase(environment, async (configuration, database) => {
        const stores = storesOf(configuration);
        const now = new Date().toISOString();
        const passphrase = passphraseOf(environment);
        const { header, manifest } = await restoreBackup({
          ...database,
          ...stores,
          path,
          passphrase,
          now,
          tell,
        });
        console.log(
          [
            `Restored from ${path}, and compared with its manifest: every table, file and audit trail is the same.`,
            ...described(header, manifest),
            `Everything stands as it did on ${header.made_at}: appointments, passwords and tokens withdrawn since then are in force again, so withdraw them once more. What was disposed of since then is there again: golden-thread information reapply-disposals. Letters that were waiting were not sent: business managers find them under “Work that did not happen”. Daily and monthly work of days since then is done again, its letters too. People sign in again. Codes of authenticator apps, tokens and links work only with the SESSION_SECRET of that time.`,
          ].join('\n'),
        );
      });
    },
  },
  {
    words: ['files', 'check'],
    summary: 'Compare the stored files with the records: damaged, missing, or without a record',
    usage: 'golden-thread files check [--remove-orphans]',
    async run(given, environment) {
      const remove = given.options['remove_orphans'] === true;
      return withDatabase(environment, async (configuration, { ownerUrl }) => {
        const { files } = storesOf(configuration);
        const found = await checkStoredFiles({ ownerUrl, files, remove, now: new Date().toISOString() });
        const lines = [
          `${found.sound} stored files are as their records say.`,
          ...found.lost.map(lostFileWords),
          ...found.orphans.map(
            ({ partnership_id, sha256, put_at, removed }) =>
              `  without a record${removed ? ', removed' : ''}: ${sha256} of partnership ${partnership_id}, put there ${put_at}`,
          ),
        ];
        console.log(lines.join('\n'));
        return found.lost.length > 0 ? 1 : 0;
      });
    },
  },
];

async function withDatabase<T>(
  environment: Environment,
  work: (configuration: Configuration, database: ReachedDatabase) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(environment, { mode: modeSaidBy(environment) });
  const database = await startDatabase(configuration, 'guest');
  try {
    return await work(configuration, database);
  } finally {
    await database.stop();
  }
}

function fileOf(command: InstallationCommand, { words }: Given): string {
  const [path, ...more] = words.slice(command.words.length);
  if (path === undefined || more.length > 0) {
    throw new UsageProblem(`Name one file. Usage: ${command.usage}`);
  }
  return path;
}

function passphraseOf(environment: Environment): string | undefined {
  return readConfiguration(environment, { mode: modeSaidBy(environment) }).backupPassphrase;
}

function tell(progress: string): void {
  console.error(progress);
}

function described({ made_at, program: madeBy, server, migrations }: Header, manifest: Manifest): string[] {
  return [
    `Made ${made_at} by Golden Thread ${madeBy} on PostgreSQL ${server}; last migration ${migrations.at(-1)?.name}.`,
    ...held(manifest),
    ...brokenTrails(manifest.trails).map((line) => `When the backup was made: ${line}`),
    ...manifest.lost_files.map(lostFileWords),
  ];
}

function held({ tables, files, trails, left_out }: Manifest): string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `${rows} rows of ${tables.length} tables, ${files.count} stored files (${files.bytes} bytes).`,
    ...trails.map(
      ({ partnership, seq, hash }) => `Audit trail of ${partnership}: ${seq} entries, head ${hash}`,
    ),
    ...left_out.map(({ table, reason }) => `Left out: ${table} (${reason})`),
  ];
}

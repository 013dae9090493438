// The files of migrations/: NNNN-room-what.sql, one number each, read in order of their numbers.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, StartProblem } from '../configuration.ts';

export type Migration = { name: string; sql: string; sha256: string };

/** @throws {StartProblem} when a name is not of the form, two share a number, or one ends its own transaction */
export function readMigrations(folder = join(projectFolder, 'migrations')): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  names.forEach((name, at) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) {
      throw new StartProblem(`The migration ${name} must be named like 0001-room-what.sql.`);
    }
    if (name.slice(0, 4) === names[at - 1]?.slice(0, 4)) {
      throw new StartProblem(
        `The migrations ${names[at - 1]} and ${name} share a number; renumber the newer.`,
      );
    }
  });
  return names.map((name) => {
    // A checkout on Windows may end its lines differently; the hash must not.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    if (/^\s*(begin|commit|rollback)\s*(work|transaction)?\s*;/im.test(sql.replace(/\$\$.*?\$\$/gs, ''))) {
      throw new StartProblem(`The migration ${name} begins or ends a transaction; each file is one already.`);
    }
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** One text for the whole history: equal exactly when the files are. */
export function hashOfMigrations(migrations: Migration[]): string {
  return createHash('sha256')
    .update(migrations.map((migration) => `${migration.name} ${migration.sha256}`).join('\n'))
    .digest('hex');
}

// Asks a migrated database every question of schema-rules.ts and names what breaks a rule.
import type pg from 'pg';
import { appRole } from './migrate.ts';
import { schemaRules } from './schema-rules.ts';
import { tableClasses } from './table-classes.ts';

export type SchemaFault = { rule: string; where: string; why: string };

/** @param classes the registry, by 'schema.table'; the project's own unless a test gives another */
export async function lintSchema(
  client: pg.ClientBase,
  classes: Record<string, string> = tableClasses,
): Promise<SchemaFault[]> {
  const faults: SchemaFault[] = [];
  for (const { rule, why, sql } of schemaRules) {
    const values = [JSON.stringify(classes), appRole];
    const { rows } = await client.query<[string]>({ text: sql, values, rowMode: 'array' });
    faults.push(...rows.map(([where]) => ({ rule, where, why })));
  }
  return faults.toSorted((one, other) =>
    `${one.rule} ${one.where}` < `${other.rule} ${other.where}` ? -1 : 1,
  );
}

// The stored files that rows name, now or in their history. Noughts stand where the hash of a disposed file stood.
import type pg from 'pg';
import { copyOut } from '../database/copy.ts';

export interface NamedFile {
  partnership_id: string;
  sha256: string;
}

const named = `select partnership_id, sha256 from kernel.file where sha256 <> repeat('0', 64)
  union select partnership_id, sha256 from kernel.file_history where sha256 <> repeat('0', 64)`;

/** In the same order on every server. The connection is busy until the last has been given. */
export async function* namedFiles(client: pg.Client): AsyncGenerator<NamedFile> {
  const sql = `copy (select partnership_id, sha256 from (${named}) as named order by 1, sha256 collate "C") to stdout`;
  let rest = '';
  for await (const chunk of copyOut(client, sql)) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [partnership_id = '', sha256 = ''] = line.split('\t');
      yield { partnership_id, sha256 };
    }
  }
}

export async function isStillNamed(
  client: pg.Client,
  { partnership_id, sha256 }: NamedFile,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from (${named}) as named where partnership_id = $1 and sha256 = $2`,
    [partnership_id, sha256],
  );
  return rowCount === 1;
}

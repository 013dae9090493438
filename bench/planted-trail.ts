// An audit trail as long as wanted, planted as the owner of the database, with right hashes, for the benchmarks.
import type pg from 'pg';
import { copyIn } from '../src/database/copy.ts';
import { genesis, nextHash } from '../src/kernel/audit-trail/entry.ts';

export const planted = { id: '01900000-0000-7000-8000-000000000001', short_name: 'planted' };

/** As `appendEntry` writes them; gives the bytes that were hashed. */
export async function plantTrail(owner: pg.Client, entries: number): Promise<number> {
  await owner.query(
    `insert into kernel.partnership (id, short_name, name, kind, demonstration) values ($1, $2, 'Planted', 'home', false)`,
    [planted.id, planted.short_name],
  );
  let head = genesis;
  let hashed = 0;
  async function* rows() {
    let part = '';
    for (let seq = 1; seq <= entries; seq++) {
      const body = JSON.stringify({
        at: new Date(Date.UTC(2020, 0, 1) + seq * 60_000).toISOString(),
        person_id: uuid(seq % 40),
        person: `Person ${seq % 40}`,
        roles: ['business-manager'],
        operation: 'evidence.change-item',
        via: 'web',
        refs: [`evidence.item/${uuid(seq)}`],
        fields: ['title', 'topics', 'content', 'content_hash', 'period_from_on', 'period_to_on'],
        purpose: null,
      });
      const hash = nextHash(head, body);
      part += `${planted.id}\t${seq}\t${uuid(seq)}\t${body.replaceAll('\\', '\\\\')}\t${head}\t${hash}\n`;
      hashed += head.length + body.length;
      head = hash;
      if (part.length < 200_000) continue;
      yield Buffer.from(part);
      part = '';
    }
    yield Buffer.from(part);
  }
  await copyIn(
    owner,
    'copy kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash) from stdin',
    rows(),
  );
  await owner.query('insert into kernel.audit_head values ($1, $2, $3)', [planted.id, entries, head]);
  await owner.query('vacuum analyze kernel.audit_entry');
  return hashed;
}

const uuid = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

// A partnership on a real throw-away database, for tests of operations.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { openPool, type Pool } from '../database/connection.ts';
import { testDatabase } from '../database/testing.ts';
import { found } from './governance/founding.ts';
import { addPerson, appoint } from './governance/person.operations.ts';
import type { Role } from '../kernel/access/roles.ts';
import { anchorFile } from '../kernel/audit-trail/anchors.ts';
import { folderStorage } from '../kernel/files/storage.ts';
import type { Letter } from '../kernel/mail/mail.ts';
import type { Command, Query } from '../kernel/operation/operation.ts';
import { type House, perform, type Request } from '../kernel/operation/perform.ts';

export interface TestHouse {
  house: House;
  /** What was sent by mail. */
  letters: Letter[];
  pool: Pool;
  ownerUrl: string;
  /** Where the file store keeps its bytes. */
  filesFolder: string;
  close(): Promise<void>;
  /** Founds a partnership; gives its business manager's request. */
  partnership(short_name: string, kind?: 'home' | 'joint'): Promise<TestPartnership>;
}

export interface TestPartnership {
  id: string;
  /** The business manager. */
  manager: Request;
  /** A new person with the roles, appointed from 2020 on. */
  personWith(...roles: Role[]): Promise<Request>;
}

export const testClock = { today: '2025-09-15', now: '2025-09-15T09:00:00.000Z' };

export async function testHouse(evidence: House['evidence'] = []): Promise<TestHouse> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-files-'));
  const pool = openPool(database.appUrl, 5);
  const letters: Letter[] = [];
  const house: House = {
    pool,
    files: folderStorage(folder),
    anchors: anchorFile(join(folder, 'anchors.jsonl')),
    mail: { send: async (letter) => void letters.push(letter) },
    secret: 'a secret of the tests',
    publicUrl: 'http://localhost',
    secondFactor: 'offered',
    providerSecret: () => undefined,
    evidence,
  };
  return {
    house,
    letters,
    pool,
    ownerUrl: database.ownerUrl,
    filesFolder: folder,
    async close() {
      await pool.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
    async partnership(short_name, kind = 'home') {
      const facts = {
        short_name,
        name: `${short_name} partnership`,
        kind,
        demonstration: false,
      } as const;
      const business_manager = { name: 'Business manager', job_title: null, email: null };
      const made = await found(house, { ...facts, business_manager, from_on: '2020-04-01' }, testClock);
      const requestOf = (person_id: string): Request => ({
        partnership_id: made.partnership_id,
        identity: { kind: 'person', person_id },
        clock: testClock,
        via: 'web',
      });
      const manager = requestOf(made.person_id);
      return {
        id: made.partnership_id,
        manager,
        async personWith(...roles) {
          const name = roles.join(' and ') || 'Nobody in particular';
          const { id } = (await perform(house, addPerson, manager, { name })).result;
          for (const role of roles) {
            await perform(house, appoint, manager, { person_id: id, role, from_on: '2020-04-01' });
          }
          return requestOf(id);
        },
      };
    },
  };
}

/** Performs and gives the result alone. */
export async function resultOf<I extends z.ZodType, O>(
  house: House,
  operation: Query<I, O> | Command<I, O>,
  request: Request,
  input: z.input<I>,
): Promise<O> {
  return (await perform(house, operation, request, input)).result;
}

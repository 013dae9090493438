// A house with a child long past the retention, two people who may dispose of records, and eyes on the whole database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { addChild, changeChild } from '../../ground/children/child.operations.ts';
import { circleWith } from '../../ground/circles/testing.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { attachFile } from '../../kernel/files/file.operations.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { type Command, command, type Query } from '../../kernel/operation/operation.ts';
import { perform, type Request } from '../../kernel/operation/perform.ts';
import { rooms } from '../index.ts';

/** The kind of record that is disposed of in these tests. */
export const kind = 'Who a child is';

type Answer = Record<string, unknown> & { id: string };

export interface KeepingHouse {
  home: TestHouse;
  fern: TestPartnership;
  /** May dispose of records and is in no circle at all: a retention schedule also holds for what its keeper may not open. */
  second: Request;
  owner: pg.Client;
  circle_id: string;
  act: (request: Request, name: string, input: Record<string, unknown>) => Promise<Answer>;
  attach: (input: { id: string; bytes: string; in_circle: boolean }) => Promise<unknown>;
  /** A child long past the retention, with a change, a file, a remembered request, a job and a draft; gives the id. */
  oldChild(family_name: string): Promise<string>;
  /** Whatever the rooms write about a record beside it: notes, reasons, questions to guests, what was asked of originators. */
  writeBeside(id: string, words: string): Promise<void>;
  /** Every place in the whole database, and in the file store, where these words stand. */
  placesOf: (words: string) => Promise<string[]>;
  work(): Promise<void>;
  /** Proposes, agrees and carries out what is due of the kind. */
  disposeAll(): Promise<string>;
  close(): Promise<void>;
}

export async function keepingHouse(): Promise<KeepingHouse> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const fern = await home.partnership('fern');
  const second = await fern.personWith('information-governance-lead');
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const circle_id = await circleWith(home, fern, 'Panel', [fern.manager]);
  const attaching = attachingIn(circle_id);
  const work = () => workThrough(home.house, rooms, () => testClock);
  const act: KeepingHouse['act'] = async (request, name, input) =>
    (await perform(home.house, named(name), request, input)).result;
  const attach: KeepingHouse['attach'] = (input) => resultOf(home.house, attaching, fern.manager, input);

  return {
    home,
    fern,
    second,
    owner,
    circle_id,
    act,
    attach,
    work,
    async oldChild(family_name) {
      const facts = {
        given_name: 'Xanthippe',
        family_name,
        born_on: '1990-02-03',
        expected_on: null,
        sex: 'female',
      } as const;
      const nobody = { nhs_number: null, school_id: null };
      const keyed = { ...fern.manager, key: randomUUID() };
      const { id } = await resultOf(home.house, addChild, keyed, { ...facts, ...nobody, circle_id });
      await resultOf(home.house, changeChild, fern.manager, {
        ...facts,
        ...nobody,
        id,
        family_name: `${family_name}-Before`,
      });
      await resultOf(home.house, changeChild, fern.manager, { ...facts, ...nobody, id });
      await attach({ id, bytes: `About ${family_name}`, in_circle: true });
      await owner.query(
        `insert into kernel.request (partnership_id, person_id, operation, key, input_hash, result)
         values ($1, 'x', 'children.read', $2, 'x', $3)`,
        [fern.id, randomUUID(), JSON.stringify({ id, name: family_name })],
      );
      await owner.query(
        `insert into kernel.job (partnership_id, kind, payload, state, problem) values ($1, 'x', $2, 'done', $3)`,
        [fern.id, JSON.stringify({ child_id: id, name: family_name }), `${family_name} could not be told`],
      );
      await owner.query(
        `insert into kernel.draft (partnership_id, id, person_id, path, sent, saved_at) values ($1, uuidv7(), uuidv7(), $2, $3, now())`,
        [fern.id, `/children/${id}/change`, JSON.stringify({ family_name })],
      );
      return id;
    },
    async writeBeside(id, words) {
      const ref = `children.child/${id}`;
      const { rows } = await owner.query<{ entry_id: string; person_id: string }>(
        `select c.entry_id, p.id as person_id from children.child c
         join governance.person p on p.partnership_id = c.partnership_id where c.id = $1 limit 1`,
        [id],
      );
      const [of] = rows;
      assert(of);
      for (const [table, row] of Object.entries(besides(ref, words, { ...of, circle_id }))) {
        const whole = {
          partnership_id: fern.id,
          id: randomUUID(),
          revision: 1,
          entry_id: of.entry_id,
          ...row,
        };
        await owner.query(
          `with written as (insert into ${table} select * from jsonb_populate_record(null::${table}, $1) returning *)
           insert into ${table}_history select * from written`,
          [JSON.stringify(whole)],
        );
      }
    },
    async disposeAll() {
      const { id } = await act(fern.manager, 'information.propose-disposal', {
        declaration: kind,
        reason: 'Over',
      });
      await act(second, 'information.agree-disposal', { id });
      await act(second, 'information.carry-out-disposal', { id });
      await work();
      return id;
    },
    placesOf: (words) => placesOf(owner, home.filesFolder, words),
    async close() {
      await owner.end();
      await home.close();
    },
  };
}

function named(name: string): Query<z.ZodType, Answer> | Command<z.ZodType, Answer> {
  const found = rooms.flatMap((room) => room.operations).find((one) => one.name === name);
  assert(found !== undefined && found.kind !== 'tool', name);
  return found as unknown as Query<z.ZodType, Answer>;
}

/** One row of each table that holds somebody's words about a record beside it. */
function besides(
  ref: string,
  words: string,
  { person_id, circle_id }: { person_id: string; circle_id: string },
) {
  const on = '2024-01-01';
  const at = `${on}T00:00:00Z`;
  return {
    'information.rectification': {
      circle_id,
      about_ref: ref,
      disputed: words,
      raised_by: words,
      capacity: 'subject',
      raised_on: on,
      note: words,
      state: 'kept',
      reason: words,
    },
    'circles.move': { circle_id, ref, reason: words, moved_on: on },
    'circles.release_request': {
      circle_id,
      ref,
      act: 'quote',
      asked_by_id: person_id,
      asked_on: on,
      reason: words,
      answer: 'refused',
      answered_on: on,
      note: words,
    },
    'circles.emergency_access': {
      person_id,
      ref,
      of_circle_id: circle_id,
      given_on: on,
      given_at: at,
      expires_at: at,
      reason: words,
      justified: true,
      reviewed_on: on,
      review_note: words,
    },
    'kernel.guest_link': {
      asked_by_id: person_id,
      name: words,
      email: 'a@example.org',
      operation: 'x',
      ref,
      input: { words },
      reason: words,
      until_on: on,
    },
    'kernel.redaction': {
      circle_id,
      ref,
      shown_on: ref,
      field: 'x',
      whole: false,
      occurrences: 1,
      reason: words,
      redacted_on: on,
      published: [],
    },
  };
}

const attachingIn = (circle_id: string) =>
  command({
    name: 'children.attach-file',
    summary: 'A file for a child, as a room would take it',
    permission: 'children.write',
    input: z.strictObject({ id: z.string(), bytes: z.string(), in_circle: z.boolean() }),
    run: async (context, { id, bytes, in_circle }) => ({
      file_id: await attachFile(
        context,
        { ref: `children.child/${id}`, circle_id: in_circle ? circle_id : null },
        new UploadedFile('Quillfeather letter.txt', new TextEncoder().encode(bytes)),
      ),
    }),
  });

async function placesOf(owner: pg.Client, folder: string, words: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const found = await owner.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${words}%`]);
    if (found.rowCount) places.push(name);
  }
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name));
    if (bytes.includes(words)) places.push('the file store');
  }
  return places.toSorted();
}

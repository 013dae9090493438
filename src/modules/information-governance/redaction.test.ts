import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { z } from 'zod';
import { circleWith } from '../../ground/circles/testing.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../ground/testing.ts';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import type { Command, Query } from '../../kernel/operation/operation.ts';
import { perform, type Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import type { Room } from '../../kernel/records/room.ts';
import { evidenceRoom } from '../evidence/index.ts';
import { rooms } from '../index.ts';
import { informationGovernanceRoom } from './index.ts';
import { redactedValue } from './redaction.ts';

let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;
/** A room that has published something, for what redaction says of it. */
const printing: Room = {
  ...evidenceRoom,
  publications: () =>
    Promise.resolve([
      { title: 'Report 2023/24', path: '/report/2023-24', refs: [], text: 'Dot Quillfeather said' },
    ]),
};
const room = informationGovernanceRoom(rooms.map((one) => (one.name === 'evidence' ? printing : one)));

before(async () => {
  home = await testHouse(rooms.flatMap((one) => one.evidence ?? []));
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await home.close();
});

type Answer = Record<string, unknown> & { id: string };
async function act(request: Request, name: string, input: Record<string, unknown>): Promise<Answer> {
  const found = [...room.operations, ...rooms.flatMap((one) => one.operations)].find(
    (one) => one.name === name,
  );
  assert(found !== undefined && found.kind !== 'tool', name);
  const operation = found as unknown as Query<z.ZodType, Answer> | Command<z.ZodType, Answer>;
  return (await perform(home.house, operation, request, input)).result;
}

async function story(circle_id: string | null = null): Promise<string> {
  const { id } = await act(fern.manager, 'evidence.add-item', {
    title: 'A story',
    topics: ['voice'],
    circle_id,
    content: {
      shape: 'case-study',
      text: 'Dot Quillfeather came home. Later dot\nquillfeather said so.',
      consent: 'recorded',
      names_changed: null,
      cleared_by: 'Head of service',
    },
  });
  await act(fern.manager, 'evidence.change-item', {
    id,
    title: 'A story',
    topics: ['voice'],
    content: {
      shape: 'case-study',
      text: 'It is said that Dot Quillfeather came home.',
      consent: 'recorded',
      names_changed: null,
      cleared_by: 'Head of service',
    },
  });
  return id;
}

const redaction = (ref: string) => ({
  ref,
  field: 'content',
  passages: 'Dot Quillfeather\nQuillfeather',
  whole: false,
  reason: 'It named a child',
});

test('words are found whatever their case and spacing, and nothing that a program wrote is touched', () => {
  const { value, count } = redactedValue(
    { shape: 'Dot (Q.)', text: 'dot  (q.) and DOT (Q.) and Dot Qx', rows: [['Dot (Q.)', 3, null]] },
    ['Dot (Q.)'],
  );
  assert.equal(count, 3);
  assert.deepEqual(value, {
    shape: 'Dot (Q.)',
    text: '[redacted] and [redacted] and Dot Qx',
    rows: [['[redacted]', 3, null]],
  });
});

test('one letter would stand everywhere, so it is refused', async () => {
  const ref = `evidence.item/${await story()}`;
  await assert.rejects(
    act(fern.manager, 'information.redact', { ...redaction(ref), passages: 'D\nq' }),
    InvalidInput,
  );
});

test('redacted words are gone from the record and its history, and its hash is of what stands there now', async () => {
  const id = await story();
  const ref = `evidence.item/${id}`;
  const made = await act(fern.manager, 'information.redact', redaction(ref));
  const { rows } = await owner.query(
    'select revision, content, content_hash from evidence.item_history where id = $1 order by revision',
    [id],
  );
  assert.equal(rows.length, 3);
  for (const { content, content_hash } of rows) {
    assert(!/quillfeather/i.test(JSON.stringify(content)));
    assert.equal(content_hash, contentHash(content));
  }
  assert.equal(rows[0].content.text, '[redacted] came home. Later [redacted] said so.');
  const [live] = (await owner.query('select revision, content from evidence.item where id = $1', [id])).rows;
  assert.deepEqual([live.revision, live.content.text], [3, 'It is said that [redacted] came home.']);
  const read = await act(fern.manager, 'information.read-redaction', { id: made.id });
  assert.deepEqual([read['occurrences'], read['redacted_on']], [3, testClock.today]);
  assert.deepEqual(read['published'], [{ title: 'Report 2023/24', path: '/report/2023-24' }]);
  const all = await owner.query('select 1 from kernel.redaction_history h where h::text ilike $1', [
    '%quillfeather%',
  ]);
  assert.equal(all.rowCount, 0, 'the redaction itself does not keep the words');
  assert.equal((await act(fern.manager, 'audit.verify', {}))['broken'], null);
});

test('words that do not stand there, a hold, and a person without the permission are refused', async () => {
  const ref = `evidence.item/${await story()}`;
  await assert.rejects(
    act(fern.manager, 'information.redact', { ...redaction(ref), passages: 'Somebody Else' }),
    InvalidInput,
  );
  await assert.rejects(
    act(fern.manager, 'information.redact', { ...redaction(ref), field: 'shape' }),
    InvalidInput,
  );
  await assert.rejects(
    act(fern.manager, 'information.redact', { ...redaction(ref), passages: null, whole: true }),
    InvalidInput,
  );
  await assert.rejects(
    act(await fern.personWith('analyst'), 'information.redact', redaction(ref)),
    NotAllowed,
  );
  const hold = await act(fern.manager, 'information.place-hold', {
    scope: 'kind',
    kind: 'evidence.item',
    reason: 'The inquiry',
    from_on: testClock.today,
  });
  await assert.rejects(act(fern.manager, 'information.redact', redaction(ref)), (error) => {
    assert(error instanceof Conflict && error.message.includes('The inquiry'));
    return true;
  });
  await act(fern.manager, 'information.lift-hold', { id: hold.id, reason: 'Over' });
  await act(fern.manager, 'information.redact', redaction(ref));
});

test('a record of a circle is redacted only by its people, and the redaction is seen only by them', async () => {
  const circle_id = await circleWith(home, fern, 'Panel', [fern.manager]);
  const outsider = await fern.personWith('business-manager');
  const ref = `evidence.item/${await story(circle_id)}`;
  await assert.rejects(act(outsider, 'information.redact', redaction(ref)), NotFound);
  const marl = await home.partnership('marl');
  await assert.rejects(act(marl.manager, 'information.redact', redaction(ref)), NotFound);
  await act(fern.manager, 'information.redact', redaction(ref));
  const seenBy = async (who: Request) =>
    JSON.stringify(await act(who, 'information.list-redactions', {})).includes(ref);
  assert.deepEqual([await seenBy(fern.manager), await seenBy(outsider)], [true, false]);
});

test('a file is taken away from a record for good, with its name', async () => {
  const id = await story();
  const file = { name: 'Quillfeather.txt', base64: Buffer.from('About Quillfeather').toString('base64') };
  await act(fern.manager, 'evidence.add-file', { id, file });
  const ref = `evidence.item/${id}`;
  const before = await act(fern.manager, 'information.read-redactable', { ref });
  const [there] = before['files'] as { id: string }[];
  assert(there);
  await act(fern.manager, 'information.remove-file', { ref, file_id: there.id, reason: 'Sent by mistake' });
  await workThrough(home.house, [...rooms], () => testClock);
  assert.deepEqual((await act(fern.manager, 'information.read-redactable', { ref }))['files'], []);
  const left = await owner.query('select 1 from kernel.file_history h where h::text ilike $1', [
    '%quillfeather%',
  ]);
  assert.equal(left.rowCount, 0);
  const sha256 = createHash('sha256').update('About Quillfeather').digest('hex');
  assert.equal(await home.house.files.has(fern.id, sha256), false);
});

test('words with invisible signs or in another form of the same letters are taken out as well', async () => {
  const { id } = await act(fern.manager, 'evidence.add-item', {
    title: 'Forms',
    topics: ['voice'],
    content: { shape: 'statement', text: 'Zoe\u0308 Fern\u200bley, ZOË FERNLEY and Zoë\u00a0Fern\u00adley' },
  });
  await act(fern.manager, 'information.redact', {
    ...redaction(`evidence.item/${id}`),
    passages: 'Zoë Fernley',
  });
  const { rows } = await owner.query('select content from evidence.item_history where id = $1', [id]);
  for (const { content } of rows) assert.equal(content.text, '[redacted], [redacted] and [redacted]');
});

test('taking out a short name stops no waiting job, empties nobody’s draft, and takes the words out of copies', async () => {
  const { id } = await act(fern.manager, 'evidence.add-item', {
    title: 'Short',
    topics: ['voice'],
    content: { shape: 'statement', text: 'Told by Ada Quillfeather.' },
  });
  const waiting = { hashes: ['ada'.repeat(21) + 'a'], person_id: 'adadadad-adad-7ada-8ada-adadadadadad' };
  await owner.query(
    `insert into kernel.job (partnership_id, kind, payload, run_after) values ($1, 'x.waits', $2, now() + interval '1 day')`,
    [fern.id, JSON.stringify(waiting)],
  );
  await owner.query(
    `insert into kernel.draft (partnership_id, id, person_id, path, sent, saved_at) values ($1, uuidv7(), uuidv7(), '/x', $2, now())`,
    [fern.id, JSON.stringify({ title: 'Canada and Adam', text: 'What Ada Quillfeather said' })],
  );
  await act(fern.manager, 'information.redact', {
    ...redaction(`evidence.item/${id}`),
    passages: 'Ada Quillfeather\nAda',
  });
  const [job] = (await owner.query(`select state, payload from kernel.job where kind = 'x.waits'`)).rows;
  assert.deepEqual([job.state, job.payload], ['waiting', waiting]);
  const [draft] = (await owner.query(`select sent from kernel.draft where path = '/x'`)).rows;
  assert.deepEqual(draft.sent, { title: 'Canada and Adam', text: 'What [redacted] said' });
});

test('words that somebody is just writing when they are taken out are taken out as well', async () => {
  const { id } = await act(fern.manager, 'evidence.add-item', {
    title: 'At once',
    topics: ['voice'],
    content: { shape: 'statement', text: 'About Dot Quillfeather.' },
  });
  const writer = new pg.Client(home.ownerUrl);
  await writer.connect();
  await writer.query('begin');
  await writer.query(
    `with written as (update evidence.item set revision = revision + 1,
       content = '{"shape": "statement", "text": "More about Dot Quillfeather."}' where id = $1 returning *)
     insert into evidence.item_history select * from written`,
    [id],
  );
  const redacted = act(fern.manager, 'information.redact', redaction(`evidence.item/${id}`));
  const waits = async () =>
    (
      await owner.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
    ).rowCount;
  while (!(await waits())) await new Promise(setImmediate);
  await writer.query('commit');
  await writer.end();
  await redacted;
  const { rows } = await owner.query(
    `select content ->> 'text' as text from evidence.item_history where id = $1`,
    [id],
  );
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['About [redacted].', 'More about [redacted].', 'More about [redacted].'],
  );
});

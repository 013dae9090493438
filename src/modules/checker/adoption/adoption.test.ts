import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { draftKinds } from '../../../kernel/adopting/draft.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { rooms } from '../../index.ts';
import { adoptDocument, listAdoptions, readAdoptedFile } from './adoption.operations.ts';
import { adopted, fileOf, published, queueOf } from './testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  home = await testHouse(rooms.flatMap(({ evidence }) => evidence ?? []));
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

const rowsOf = async (table: string, of = fern) => {
  const rows = await home.pool.transaction(
    (transaction) =>
      transaction.text<{ many: number }>(
        `select count(*)::int as many from ${table} where partnership_id = $1`,
        [of.id],
      ),
    of.id,
  );
  return rows[0]?.many;
};

test('a report becomes drafts of every kind with their places, and nothing enters the register', async () => {
  const id = await adopted(home, fern);
  for (const kind of draftKinds) {
    const { drafts } = await queueOf(home, fern.manager, id, kind);
    assert(drafts.length > 0, kind);
    for (const draft of drafts) {
      assert.equal(draft.state, 'waiting');
      const line = published.split('\n')[(draft.line ?? 0) - 1] ?? '';
      const told = draft.kind === 'table' ? 'Table 1' : draft.quote.replace(/[“”]/g, '').slice(0, 20);
      const near = kind === 'table' ? published : line.replaceAll(/[“”>#|*]/g, '');
      assert(near.includes(told.trim()), `${kind} at line ${draft.line}: ${told}`);
    }
  }
  for (const table of [
    'evidence.source',
    'evidence.item',
    'plan.priority',
    'plan.next_step',
    'governance.body',
  ])
    assert.equal(await rowsOf(table), 0, table);
  assert.equal(await rowsOf('kernel.file'), 0);
});

test('what the document does not tell stays empty, and is asked', async () => {
  const [{ id } = { id: '' }] = await resultOf(home.house, listAdoptions, fern.manager, {});
  const asked = async (kind: 'quotation' | 'case-study' | 'statement') =>
    (await queueOf(home, fern.manager, id, kind)).drafts.map((draft) => Object.keys(draft.asked).toSorted());
  assert.deepEqual(await asked('quotation'), [['speaker']]);
  assert.deepEqual(await asked('case-study'), [['consent', 'names_changed']]);
  assert((await asked('statement')).some((fields) => fields.join() === 'topic'));
});

test('the same document again is a conflict that leads to the first, also when sent twice at once', async () => {
  const [{ id } = { id: '' }] = await resultOf(home.house, listAdoptions, fern.manager, {});
  await assert.rejects(adopted(home, fern), (error) => {
    assert(error instanceof Conflict);
    assert.equal(error.offer?.href, `/check/adoptions/${id}`);
    return true;
  });
  const twice = await Promise.allSettled([adopted(home, marl), adopted(home, marl)]);
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  assert.equal(await rowsOf('checker.adoption', marl), 1);
});

test('the file is kept only where somebody says so, and only their partnership can open it', async () => {
  const text = published.replace('every quarter', 'six times');
  const { id } = await resultOf(home.house, adoptDocument, fern.manager, {
    file: fileOf(text),
    keep_file: true,
  });
  const { files } = await queueOf(home, fern.manager, id, 'body');
  assert.equal(files.length, 1);
  const file_id = files[0]?.id ?? '';
  const given = await resultOf(home.house, readAdoptedFile, fern.manager, { id, file_id });
  assert.equal(Buffer.from(given.bytes).toString(), text);
  await assert.rejects(resultOf(home.house, readAdoptedFile, marl.manager, { id, file_id }), NotFound);
});

test('whoever may not mend evidence neither adopts nor sees drafts, and another partnership finds none', async () => {
  const [{ id } = { id: '' }] = await resultOf(home.house, listAdoptions, fern.manager, {});
  for (const role of ['member', 'agency-lead', 'independent-scrutineer'] as const) {
    const person = await fern.personWith(role);
    await assert.rejects(adopted(home, { manager: person }), NotAllowed);
    await assert.rejects(queueOf(home, person, id, 'statement'), NotAllowed);
  }
  await assert.rejects(queueOf(home, marl.manager, id, 'statement'), NotFound);
});

test('a file that is no document is refused at its field', async () => {
  const file = new UploadedFile('report.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  await assert.rejects(
    resultOf(home.house, adoptDocument, fern.manager, { file, keep_file: false }),
    InvalidInput,
  );
});

test('a document of ten thousand figures is cut in words, and script in it stays text', async () => {
  const many = Array.from(
    { length: 10_000 },
    (_, at) => `- ${at + 10}% of families <script>alert(${at})</script> asked for help early in the year.`,
  );
  const text = `# Annual Report 2024/25\n\n## Data\n\n${many.join('\n')}\n`;
  const result = await resultOf(home.house, adoptDocument, fern.manager, {
    file: fileOf(text),
    keep_file: false,
  });
  assert.equal(result.drafts, 1000);
  assert(result.left_out >= 8_000);
  const { adoption } = await queueOf(home, fern.manager, result.id, 'figure');
  assert.equal(adoption.left_out, result.left_out);
});

test('a published report of 104 KB gives drafts whose words stand at the lines they name', async (t) => {
  const folder = new URL('../../../../../shared/seeds/', import.meta.url);
  const names = await readdir(folder).catch(() => [] as string[]);
  const name = names.find((one) => one.startsWith('002_'));
  if (name === undefined) return t.diagnostic('The source documents do not lie beside; nothing was read.');
  const bytes = await readFile(new URL(name, folder));
  const { id } = await resultOf(home.house, adoptDocument, fern.manager, {
    file: new UploadedFile(name, bytes),
    keep_file: false,
  });
  const lines = bytes.toString('utf8').split('\n');
  const plain = (text: string) =>
    text
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const counts: Record<string, number> = {};
  const misplaced: string[] = [];
  for (const kind of draftKinds) {
    const { drafts } = await queueOf(home, fern.manager, id, kind);
    counts[kind] = drafts.length;
    for (const { line, quote, title, content } of drafts) {
      if (content.kind === 'figure') {
        const digits = content.value.toLocaleString('en-GB', { minimumFractionDigits: content.decimals });
        const printed = lines.slice((line ?? 1) - 1, (line ?? 1) + 4).join(' ');
        if (!printed.includes(digits)) misplaced.push(`figure ${line}: ${title}`);
        continue;
      }
      const near = plain(lines.slice((line ?? 1) - 1, (line ?? 1) + 11).join(' '));
      const words = plain(quote.replaceAll('…', '')).split(' ').slice(-6).join(' ');
      const first = plain(quote.replaceAll('…', '')).split(' ').slice(0, 4).join(' ');
      if (!near.includes(words) && !near.includes(first)) misplaced.push(`${kind} ${line}: ${title}`);
    }
  }
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(misplaced, []);
  const { drafts } = await queueOf(home, fern.manager, id, 'table');
  const [training] = drafts;
  assert(training?.content.kind === 'table');
  assert.equal(training.line, 757);
  assert.equal(training.content.rows.length, 4);
  assert.equal(training.content.total?.length, training.content.header.length);
});

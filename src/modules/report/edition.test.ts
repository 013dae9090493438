import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { z } from 'zod';
import { circleWith } from '../../ground/circles/testing.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../ground/testing.ts';
import type { Command, Query, QueryContext } from '../../kernel/operation/operation.ts';
import { perform, type Request } from '../../kernel/operation/perform.ts';
import type { EvidenceSource } from '../../kernel/evidence/source.ts';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { Conflict, Gone, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { publish, reissue, signOff, startEdition, takeBack, withdraw } from './edition.operations.ts';
import { reportRoom } from './index.ts';
import { press } from './output/press.ts';
import {
  readCoverage,
  readFindings,
  readPublished,
  readPublishedFile,
  readReport,
  renderReport,
} from './report.operations.ts';
import { readSealed } from './sealed/sealed-edition.operations.ts';
import { threeLeads, waiveHigh } from './testing.ts';
import { commentAsScrutineer, judgeDuty, writeChapter } from './words.operations.ts';

const year = '2024-25';
let home: TestHouse;
let fern: TestPartnership;
let leads: Request[];
let said = 'Partners met in each month of the year.';

/** A room of one statement, which a test can change under the signatories' feet. */
const oneStatement: EvidenceSource = {
  itemsOf: (_context: QueryContext) =>
    Promise.resolve([
      {
        ref: 'plan.activity/1',
        title: 'Meetings',
        topics: ['arrangements'],
        group: null,
        part: null,
        order: 1,
        as_of: null,
        period: { from: '2024-04-01', to: '2025-03-31', label: null },
        geography: null,
        source: null,
        path: '/plan/activities/1',
        content: { shape: 'statement', text: said },
        hash: contentHash(said),
      },
    ]),
};

/** Performs with input that a test may get wrong on purpose. */
async function as<O>(
  request: Request,
  operation: Query<z.ZodType, O> | Command<z.ZodType, O>,
  input: Record<string, unknown>,
): Promise<O> {
  return (await perform(home.house, operation, request, input)).result;
}

before(async () => {
  home = await testHouse([oneStatement]);
  fern = await home.partnership('fern');
  leads = await threeLeads(home, fern);
});
after(async () => {
  press.close();
  await home.close();
});

const state = async () => (await as(fern.manager, readReport, { year })).edition.state;
test('a year’s report is started once, and a year that has none answers as not found', async () => {
  await assert.rejects(as(fern.manager, readReport, { year }), NotFound);
  await as(fern.manager, startEdition, { year: '2024/25' });
  await assert.rejects(as(fern.manager, startEdition, { year }), Conflict);
  await assert.rejects(as(fern.manager, startEdition, { year: '2024-26' }), InvalidInput);
  assert.equal(await state(), 'draft');
});

test('a draft is held to the edition in force on its due day', async () => {
  const { framework } = await as(fern.manager, readReport, { year });
  assert.deepEqual([framework.framework.id, framework.decided_by], ['WT2023', 'due date']);
});

test('“met” is only ever a named person’s judgement, and only of a duty there is', async () => {
  const status = async () =>
    (await as(fern.manager, readCoverage, { year })).find((duty) => duty.id === 'YR23-13')?.status;
  assert.equal(await status(), 'partly');
  await as(fern.manager, judgeDuty, { year, duty_id: 'YR23-13', status: 'met', note: 'Read and compared.' });
  assert.equal(await status(), 'met');
  await assert.rejects(
    as(fern.manager, judgeDuty, { year, duty_id: 'YR18-01', status: 'met', note: 'x' }),
    InvalidInput,
  );
  const member = await fern.personWith('member');
  await assert.rejects(
    as(member, judgeDuty, { year, duty_id: 'YR23-13', status: 'met', note: 'x' }),
    NotAllowed,
  );
});

test('a high finding blocks the sign-off until it is mended, or waived with a reason and a name', async () => {
  const [council] = leads;
  assert(council);
  await assert.rejects(as(council, signOff, { year }), /still open/);
  await waiveHigh(home, fern, year);
  const [waived] = (await as(fern.manager, readFindings, { year })).filter(
    (finding) => finding.severity === 'high',
  );
  assert.deepEqual(waived?.waived, {
    reason: 'Looked into, and it may stand.',
    by: 'Business manager',
  });
});

test('only the lead of a statutory partner signs, each for one’s own, and once', async () => {
  const [council, board, police] = leads;
  assert(council && board && police);
  const nobodysLead = await fern.personWith('lead-safeguarding-partner');
  await assert.rejects(as(nobodysLead, signOff, { year }), /does not say which of the three/);
  await assert.rejects(as(fern.manager, signOff, { year }), NotAllowed);
  await as(council, signOff, { year });
  await assert.rejects(as(council, signOff, { year }), /already signed/);
  await assert.rejects(as(fern.manager, publish, { year }), /All three/);
  await as(board, signOff, { year });
  assert.equal(await state(), 'draft');
  await as(police, signOff, { year });
  assert.equal(await state(), 'signed-off');
});

test('nothing of a signed-off report can be changed without taking it back', async () => {
  await assert.rejects(
    as(fern.manager, writeChapter, { year, chapter: 'summary', text: 'New words.' }),
    /signed off/,
  );
  const scrutineer = await fern.personWith('independent-scrutineer');
  await assert.rejects(as(scrutineer, commentAsScrutineer, { year, text: 'Late.' }), Conflict);
});

test('a record that changed after the signatures makes them lapse, so it cannot be published', async () => {
  said = 'Partners met in eleven months of the year.';
  await assert.rejects(as(fern.manager, publish, { year }), /changed after it was signed/);
  await as(fern.manager, takeBack, { year });
  for (const request of leads) await as(request, signOff, { year });
  assert.equal(await state(), 'signed-off');
});

test('publication freezes the report with its hash, and makes its three files once', {
  timeout: 60_000,
}, async () => {
  const { sha256 } = await as(fern.manager, publish, { year });
  assert.match(sha256, /^[0-9a-f]{64}$/);
  said = 'Something else altogether.';
  const report = await as(fern.manager, readReport, { year });
  assert.equal(report.edition.state, 'published');
  assert(JSON.stringify(report.document).includes('eleven months'));
  assert(!JSON.stringify(report.document).includes('Something else'));
  await workThrough(home.house, [reportRoom], () => testClock);
  await workThrough(home.house, [reportRoom], () => testClock);
  const { files } = await as(fern.manager, readReport, { year });
  assert.deepEqual(
    files.map(({ name }) => name),
    ['fern-yearly-report-2024-25.docx', 'fern-yearly-report-2024-25.html', 'fern-yearly-report-2024-25.pdf'],
  );
});

test('the published report is for anybody, and the page of its making for nobody outside', async () => {
  const anybody: Request = { ...fern.manager, identity: { kind: 'public' } };
  assert.equal((await as(anybody, readPublished, { year })).document?.status, 'published');
  await assert.rejects(as(anybody, readReport, { year }), NotAllowed);
});

test('a published report whose frozen text was tampered with is not shown', async () => {
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const swap = (from: string, to: string) =>
    owner.query('update report.edition set frozen = replace(frozen::text, $1, $2)::jsonb', [from, to]);
  await swap('eleven months', 'elven months');
  await assert.rejects(as(fern.manager, readReport, { year }), /was changed/);
  await swap('elven months', 'eleven months');
  await owner.end();
  assert.equal(await state(), 'published');
});

test('a report withdrawn because it names somebody is sealed: its text is nowhere but in the circle, and its files with it', async () => {
  const outsider = await fern.personWith('business-manager');
  const circle_id = await circleWith(home, fern, 'Mistakes', [fern.manager]);
  const reason = 'A child could be recognised.';
  await assert.rejects(as(outsider, withdraw, { year, reason, seal_for: circle_id }), InvalidInput);
  const { files } = await as(fern.manager, readReport, { year });
  await as(fern.manager, withdraw, { year, reason, seal_for: circle_id });
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const holding = async (table: string) =>
    (await owner.query(`select 1 from ${table} t where t::text like '%eleven months%'`)).rowCount;
  assert.deepEqual(
    [
      await holding('report.edition'),
      await holding('report.edition_history'),
      await holding('report.sealed_edition'),
    ],
    [0, 0, 1],
  );
  const kept = await owner.query('select frozen_sha256, circle_id from report.sealed_edition');
  const edition = await owner.query('select frozen_sha256 from report.edition');
  assert.equal(kept.rows[0].frozen_sha256, edition.rows[0].frozen_sha256);
  await owner.query(
    `with written as (insert into report.chapter_text (partnership_id, id, revision, entry_id, edition_id, chapter, text)
       select partnership_id, uuidv7(), 1, entry_id, id, 'summary', 'Wobbegong told us, aged 9' from report.edition returning *)
     insert into report.chapter_text_history select * from written`,
  );
  const open = await owner.query('select 1 from kernel.file_history where circle_id is null');
  assert.equal(open.rowCount, 0, 'the files and their history are in the circle too');
  await owner.end();

  const report = await as(fern.manager, readReport, { year });
  assert.deepEqual(report.document.chapters, []);
  assert(
    !JSON.stringify(report).includes('Wobbegong'),
    'what was written for it is not shown beside it either',
  );
  assert.deepEqual([report.findings, report.composition.items], [[], []]);
  for (const { id } of files) {
    await assert.rejects(as(fern.manager, readPublishedFile, { year, file_id: id }), Gone);
  }
  await assert.rejects(as(fern.manager, renderReport, { year, format: 'pdf' }), Gone);
  await assert.rejects(as(fern.manager, readSealed, { year, number: 1 }), /Say why/);
  const purpose = 'Answering the family';
  const sealed = await as({ ...fern.manager, purpose }, readSealed, { year, number: 1 });
  assert(JSON.stringify(sealed.document).includes('eleven months'));
  assert.equal(sealed.files.length, 3);
  await assert.rejects(as({ ...outsider, purpose }, readSealed, { year, number: 1 }), NotFound);
});

test('a withdrawn report says why to anybody, and a new edition carries the judgements but no signature', async () => {
  const anybody: Request = { ...fern.manager, identity: { kind: 'public' } };
  const shown = await as(anybody, readPublished, { year });
  assert.equal(shown.document, null);
  assert.equal(shown.withdrawn?.reason, 'A child could be recognised.');
  await as(fern.manager, reissue, { year });
  const report = await as(fern.manager, readReport, { year });
  assert.deepEqual([report.edition.number, report.edition.state], [2, 'draft']);
  assert.equal(report.composition.sign_offs.length, 0);
  assert.equal(report.coverage.find((duty) => duty.id === 'YR23-13')?.status, 'met');
  assert.equal(
    (await as(anybody, readPublished, { year })).withdrawn?.reason,
    'A child could be recognised.',
  );
});

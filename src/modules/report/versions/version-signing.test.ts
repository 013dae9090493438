import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { resultOf, type TestHouse, type TestPartnership } from '../../../ground/testing.ts';
import {
  ChangedMeanwhile,
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
} from '../../../kernel/operation/refusals.ts';
import { publish, reissue, signOff, withdraw } from '../edition.operations.ts';
import { reportNeedsYou } from '../home.ts';
import { readCompanion } from '../published.ts';
import { threeLeads, waiveHigh } from '../testing.ts';
import { alt, answers, babies, outside, picture, texts, versionHouse, writeAll, year } from './testing.ts';
import { addPicture, describePicture, readPicture, takePictureOut } from './version-picture.operations.ts';
import { signVersion, takeVersionBack, versionPublications } from './version-signing.operations.ts';
import { listVersions, readWholeVersion, writePart } from './version.operations.ts';
import { query } from '../../../kernel/operation/operation.ts';
import { z } from 'zod';

const kind = 'children';
const version = { year, kind } as const;
const part = { ...version, priority: outside };

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  ({ home, fern, marl } = await versionHouse());
  await writeAll(home, fern, kind);
});
after(() => home.close());

const read = (request = fern.manager) => resultOf(home.house, readWholeVersion, request, version);
const sign = (more: object = {}, request = fern.manager) =>
  resultOf(home.house, signVersion, request, { ...version, ...answers, ...more });
const asAnybody = (companion = 'children') =>
  resultOf(
    home.house,
    readCompanion,
    { ...fern.manager, identity: { kind: 'public' } },
    { year, companion: companion as 'children' },
  );
const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => assert.fail('It was not refused'),
    (error: unknown) => {
      assert(error instanceof InvalidInput, String(error));
      return error.fields;
    },
  );

test('it is not signed while a text is missing, something is to be filled in or nobody read it', async () => {
  const write = (did: string | null) =>
    resultOf(home.house, writePart, fern.manager, { ...part, ...texts, did });
  await write(null);
  await assert.rejects(sign(), /Still missing: Harm outside the home: what we did/);
  await write('We held XX talks with you, and [insert photo] shows one.');
  await assert.rejects(sign(), /cannot be signed yet. Harm outside the home: what we did: /);
  await write(texts.did);
  assert('without_evidence' in (await fieldsOf(sign({ without_evidence: null }))));
  assert.match((await fieldsOf(sign({ shown_on: '2025-09-16' })))['shown_on'] ?? '', /lies ahead/);
  assert('nobody_known' in (await fieldsOf(sign({ nobody_known: false }))));
  assert('shown_count' in (await fieldsOf(sign({ shown_count: 0 }))));
  assert('shown_to' in (await fieldsOf(sign({ shown_to: '' }))));
  assert.match(
    (await fieldsOf(sign({ they_said: 'Sophie said that she wants shorter words, and Sophie was right.' })))[
      'they_said'
    ] ?? '',
    /first name/,
  );
  await assert.rejects(sign({}, await fern.personWith('business-support')), NotAllowed);
  await assert.rejects(sign({ seen_revision: 1 }), ChangedMeanwhile);
  assert.equal((await read()).version.signed, null);
});

test('signed and published it is there for anybody, with a small group printed as one; before, it is not', async () => {
  await assert.rejects(asAnybody(), NotFound);
  const { sha256 } = await sign();
  await assert.rejects(sign(), /signed already/);
  await assert.rejects(asAnybody(), NotFound);
  await waiveHigh(home, fern, year);
  for (const lead of await threeLeads(home, fern)) await resultOf(home.house, signOff, lead, { year });
  await resultOf(home.house, publish, fern.manager, { year });
  const document = await asAnybody();
  assert.equal(document.status, 'published');
  assert.equal(document.type_size, 'large');
  const printed = JSON.stringify(document.chapters.at(-1)?.blocks);
  assert(printed.includes('a small group') && printed.includes('September 2025'));
  assert(!/\b4\b|1 September/.test(printed));
  assert.equal((await read()).version.signed?.sha256, sha256);
  await assert.rejects(asAnybody('easy-read'), NotFound);
});

test('what was said of it stands in the list of what anybody can read', async () => {
  const ask = query({
    name: 'test.ask',
    summary: 'Asks',
    permission: 'report.read',
    input: z.strictObject({}),
    run: versionPublications,
  });
  const [listed] = await resultOf(home.house, ask, fern.manager, {});
  assert.equal(listed?.path, `/report/${year}/versions/children`);
  assert(listed?.text.includes(texts.did));
  assert.deepEqual(await resultOf(home.house, ask, marl.manager, {}), []);
});

test('a change makes it a draft again and takes it off its public address; a new signature puts it back', async () => {
  await resultOf(home.house, describePicture, fern.manager, { ...part, picture_alt: 'Two people talk.' });
  assert.equal((await read()).version.signed, null);
  await assert.rejects(asAnybody(), NotFound);
  await sign();
  assert(JSON.stringify(await asAnybody()).includes('Two people talk.'));
  await resultOf(home.house, takeVersionBack, fern.manager, version);
  await assert.rejects(asAnybody(), NotFound);
  await assert.rejects(resultOf(home.house, takeVersionBack, fern.manager, version), Conflict);
});

test('whoever writes is asked for a children’s version while the report is out without one', async () => {
  const needs = query({
    name: 'test.needs',
    summary: 'Asks',
    permission: 'report.read',
    input: z.strictObject({}),
    run: reportNeedsYou,
  });
  const asked = async (request = fern.manager) =>
    (await resultOf(home.house, needs, request, {})).filter(({ text }) => /children’s version/.test(text));
  assert.deepEqual(
    (await asked()).map(({ urgency, text }) => [urgency, text]),
    [['look', 'Finish the children’s version of the report for 2024/25']],
  );
  assert.deepEqual(await asked(await fern.personWith('member')), []);
  await sign();
  assert.deepEqual(await asked(), []);
});

test('frozen text that was tampered with is not shown to anybody', async () => {
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const replace = (from: string, to: string) =>
    owner.query('update report.version set frozen = replace(frozen::text, $1, $2)::jsonb', [from, to]);
  await replace('Hello. This', 'Hullo. This');
  await assert.rejects(asAnybody(), /frozen text of a signed version was changed/);
  await replace('Hullo. This', 'Hello. This');
  await owner.end();
  assert.equal((await asAnybody()).chapters[0]?.title, 'Hello');
});

test('another partnership has its own, and reaches neither texts nor pictures of this one', async () => {
  assert.equal((await read(marl.manager)).version.id, null);
  await assert.rejects(resultOf(home.house, readPicture, marl.manager, part), NotFound);
  await assert.rejects(resultOf(home.house, takePictureOut, marl.manager, part), Conflict);
  await assert.rejects(sign({}, marl.manager), /Write the version first/);
  assert.equal((await read()).version.parts[0]?.picture?.alt, 'Two people talk.');
  const { file } = await resultOf(home.house, readPicture, await fern.personWith('member'), part);
  assert.equal(file.media_type, 'image/png');
});

test('easy read is not signed without a picture beside each part; a picture can be taken out and put back', async () => {
  const easy = { year, kind: 'easy-read' } as const;
  await writeAll(home, fern, 'easy-read');
  await resultOf(home.house, takePictureOut, fern.manager, { ...easy, priority: babies });
  const signEasy = () => resultOf(home.house, signVersion, fern.manager, { ...easy, ...answers });
  await assert.rejects(signEasy(), /Safe babies: a picture/);
  const again = { ...easy, priority: babies, file: await picture('again.png'), picture_alt: alt };
  await resultOf(home.house, addPicture, fern.manager, again);
  await signEasy();
  const { versions } = await resultOf(home.house, listVersions, fern.manager, { year });
  assert.deepEqual(
    versions.map(({ signed }) => signed !== null),
    [true, true],
  );
});

test('a withdrawn report takes its versions with it; the edition in its place has their words and pictures, unsigned', async () => {
  await resultOf(home.house, withdraw, fern.manager, { year, reason: 'A figure was wrong.' });
  await assert.rejects(asAnybody(), NotFound);
  await assert.rejects(
    resultOf(home.house, writePart, fern.manager, { ...part, ...texts }),
    /belongs to the edition that replaces it/,
  );
  await resultOf(home.house, reissue, fern.manager, { year });
  const { version: carried, missing } = await read();
  assert.deepEqual(missing, []);
  assert.equal(carried.signed, null);
  assert.equal(carried.shown_to, null);
  assert.equal(carried.parts[0]?.picture?.alt, 'Two people talk.');
  const { file } = await resultOf(home.house, readPicture, fern.manager, part);
  assert.deepEqual(Buffer.from(file.bytes), Buffer.from((await picture()).bytes));
});

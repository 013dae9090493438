import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership } from '../../../ground/testing.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import {
  alt,
  answers,
  assertedClaim,
  babies,
  measuredClaim,
  offered,
  outside,
  picture,
  texts,
  versionHouse,
  writeAll,
  year,
} from './testing.ts';
import { addPicture, describePicture, takePictureOut } from './version-picture.operations.ts';
import { signVersion, takeVersionBack } from './version-signing.operations.ts';
import {
  measureReadingAge,
  readPart,
  readWholeVersion,
  restOnClaim,
  writeOpening,
  writePart,
} from './version.operations.ts';

const kind = 'children';
const version = { year, kind } as const;
const part = { ...version, priority: outside };

let home: TestHouse;
let fern: TestPartnership;

before(async () => {
  ({ home, fern } = await versionHouse());
});
after(() => home.close());

const read = (request = fern.manager) => resultOf(home.house, readWholeVersion, request, version);
const sign = (more: object = {}, request = fern.manager) =>
  resultOf(home.house, signVersion, request, { ...version, ...answers, ...more });
const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => assert.fail('It was not refused'),
    (error: unknown) => {
      assert(error instanceof InvalidInput, String(error));
      return error.fields;
    },
  );

test('before anything is written, every priority of the year waits for its four texts, in the order of the plan', async () => {
  const { version: empty, missing } = await read();
  assert.equal(empty.id, null);
  assert.deepEqual(
    empty.parts.map(({ title }) => title),
    ['Harm outside the home', 'Safe babies'],
  );
  assert.equal(missing.length, 1 + 2 * 4);
  assert(missing.includes('Safe babies: what changed'));
  await assert.rejects(sign(), /Write the version first/);
});

test('whoever writes the report writes it, and nobody else; a priority of another year is none', async () => {
  const lead = await fern.personWith('lead-safeguarding-partner');
  const file = await picture();
  for (const request of [lead, await fern.personWith('independent-scrutineer')])
    for (const refused of [
      () => resultOf(home.house, writeOpening, request, { ...version, opening: 'Hello.' }),
      () => resultOf(home.house, writePart, request, { ...part, ...texts }),
      () => resultOf(home.house, restOnClaim, request, { ...part, claim_ref: measuredClaim }),
      () => resultOf(home.house, addPicture, request, { ...part, file, picture_alt: alt }),
      () => resultOf(home.house, describePicture, request, { ...part, picture_alt: alt }),
      () => resultOf(home.house, takePictureOut, request, part),
      () => resultOf(home.house, takeVersionBack, request, version),
      () => sign({}, request),
    ])
      await assert.rejects(refused(), NotAllowed);
  const nowhere = { ...part, priority: '01920000-0000-7000-8000-00000000000f' };
  await assert.rejects(resultOf(home.house, writePart, fern.manager, { ...nowhere, ...texts }), NotFound);
});

test('texts can be saved one by one, and the reading age of what is there is told with its long words', async () => {
  const support = await fern.personWith('business-support');
  const { changed: _, ...three } = texts;
  await resultOf(home.house, writePart, support, { ...part, ...three });
  const { part: shown, ease_of, missing } = await resultOf(home.house, readPart, support, part);
  assert.equal(shown.changed, null);
  assert(missing.includes('Harm outside the home: what changed'));
  assert((ease_of[outside]?.reading_age ?? 99) <= 9);
  const heavy = 'Multi-agency organisational accountability arrangements were comprehensively consolidated. ';
  const { said, reading_age } = await measureReadingAge.run({ kind, text: heavy.repeat(3) });
  assert((reading_age ?? 0) > 11);
  assert.match(said.join(' '), /The guide is 9 to 11: shorter sentences/);
  assert.match(said.join(' '), /Long words: multi-agency, organisational/);
});

test('a change on an old revision is a conflict', async () => {
  const { part: shown } = await resultOf(home.house, readPart, fern.manager, part);
  const change = (did: string) =>
    resultOf(home.house, writePart, fern.manager, {
      ...part,
      ...texts,
      did,
      seen_revision: shown.revision ?? undefined,
    });
  await change('Youth workers whom you know talk with you.');
  await assert.rejects(change('Something else.'), ChangedMeanwhile);
  const opening = (words: string, seen_revision?: number) =>
    resultOf(home.house, writeOpening, fern.manager, { ...version, opening: words, seen_revision });
  const { revision } = (await read()).version;
  await opening('Hello.', revision ?? undefined);
  await assert.rejects(opening('Hello again.', revision ?? undefined), ChangedMeanwhile);
});

test('a picture needs its words, and what is no picture, damaged or too large is refused in words', async () => {
  const add = (file: UploadedFile, picture_alt = alt) =>
    resultOf(home.house, addPicture, fern.manager, { ...part, file, picture_alt });
  assert('picture_alt' in (await fieldsOf(add(await picture(), ' '))));
  const refused = async (name: string, bytes: Uint8Array) =>
    (await fieldsOf(add(new UploadedFile(name, bytes))))['file'] ?? '';
  assert.match(await refused('words.pdf', Buffer.from('%PDF-1.7')), /must be a PNG or a JPEG/);
  assert.match(await refused('drawing.svg', Buffer.from('<svg/>')), /must be a PNG or a JPEG/);
  const { bytes } = await picture();
  assert.match(await refused('cut.png', bytes.subarray(0, 40)), /damaged/);
  const blotted = Buffer.from(bytes);
  blotted.fill(0, 41, bytes.length - 16);
  assert.match(await refused('blotted.png', blotted), /cannot be drawn/);
  assert.match(
    await refused('big.png', Buffer.concat([bytes, Buffer.alloc(1024 * 1024)])),
    /larger than 1 MB/,
  );
  assert.match(await refused('bench.gif', bytes), /\.gif are not accepted/);
  assert.equal((await read()).version.parts[0]?.picture, null);
});

test('“what changed” rests only on what the report claims, and an asserted claim shows nothing', async () => {
  await writeAll(home, fern, kind);
  const { unshown, version: written } = await read();
  assert.deepEqual(unshown, [babies]);
  assert.equal(written.parts[0]?.rests_on, measuredClaim);
  await assert.rejects(
    resultOf(home.house, restOnClaim, fern.manager, { ...part, claim_ref: assertedClaim }),
    /no such claim for this priority/,
  );
  const taken = offered.shift();
  assert(taken);
  assert.deepEqual((await read()).unshown, [outside, babies]);
  offered.unshift(taken);
});

test('words that blame children, and what reads like a name, are pointed at without standing in the way', async () => {
  const did = 'Sophie went missing. Sophie absconded from home, and we asked Sophie why.';
  await resultOf(home.house, writePart, fern.manager, { ...part, ...texts, did });
  const { remarks } = await read();
  assert(remarks.some(({ quote, blocks }) => /absconded/.test(quote) && !blocks));
  assert(remarks.some(({ message, priority }) => /Sophie/.test(message) && priority === outside));
  await resultOf(home.house, writePart, fern.manager, { ...part, ...texts });
  assert.deepEqual((await read()).remarks, []);
});

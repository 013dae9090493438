import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { z } from 'zod';
import { changeChild } from '../../../ground/children/child.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { addFinding } from '../../../ground/thread/finding.operations.ts';
import { addAgency } from '../../../ground/governance/agency.operations.ts';
import { resultOf } from '../../../ground/testing.ts';
import { listEntries } from '../../../kernel/audit-trail/audit-trail.operations.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { readBundle } from './bundle.operations.ts';
import { addRequest, changeRequest, checkIdentity, listRequests } from './subject-request.operations.ts';
import { access, type RightsSetting, rightsSetting, secretName } from './testing.ts';

let setting: RightsSetting;
let house: House;
let request: string;

before(async () => {
  setting = await rightsSetting();
  ({ house } = setting.home);
});
after(() => setting.close());

const read = (by = setting.fern.manager) => resultOf(house, access.readRequest, by, { id: request });
const itemOf = async (ref: string) => {
  const item = (await read()).items.find((one) => one.ref === ref);
  assert(item?.record, ref);
  return { ...item, record: item.record };
};
type Decided = Partial<z.input<typeof access.decideItem.input>>;
const decide = async (ref: string, decision: Decided) => {
  const item = await itemOf(ref);
  return resultOf(house, access.decideItem, setting.fern.manager, {
    id: request,
    item_id: item.id,
    seen_hash: item.record.hash,
    decision: 'include',
    ...decision,
  });
};
const findingRef = () => `thread.finding/${setting.finding}`;
const childRef = () => `children.child/${setting.child}`;

test('a request is seen only in the circle of those who handle it, and by nobody of another partnership', async () => {
  request = (await resultOf(house, addRequest, setting.fern.manager, setting.given)).id;
  assert.equal((await resultOf(house, listRequests, setting.fern.manager, {})).length, 1);
  assert.equal((await resultOf(house, listRequests, setting.colleague, {})).length, 0);
  for (const stranger of [setting.colleague, setting.marl.manager]) {
    await assert.rejects(read(stranger), NotFound);
    await assert.rejects(resultOf(house, access.gather, stranger, { id: request }), NotFound);
    await assert.rejects(resultOf(house, access.previewBundle, stranger, { id: request }), NotFound);
    await assert.rejects(resultOf(house, readBundle, stranger, { id: request }), NotFound);
  }
  const member = await setting.fern.personWith('member');
  await assert.rejects(read(member), NotAllowed);
  await assert.rejects(
    resultOf(house, addRequest, setting.colleague, setting.given),
    (error: unknown) => error instanceof InvalidInput && 'circle_id' in error.fields,
  );
});

test('gathering finds by reference and by whole words in any room, and not what is not open to who gathers', async () => {
  const { found } = await resultOf(house, access.gather, setting.fern.manager, { id: request });
  const { items, places_not_open } = await read();
  assert.deepEqual(
    new Map(items.map((item) => [item.ref, item.found_by])),
    new Map([
      [childRef(), 'reference'],
      [findingRef(), 'words'],
    ]),
  );
  assert.equal(found, 2);
  assert.equal(places_not_open, 1);
  const { body } = await (await setting.site.as(setting.fern.manager)).get(
    `/information-governance/subject-requests/${request}`,
  );
  assert.match(body, /1 circle is not open to you/);
  assert.doesNotMatch(body, /Not open to the manager|in a circle that is not open/);
});

test('what was looked at for a request stands in the audit trail', async () => {
  await read();
  const { entries } = await resultOf(house, listEntries, setting.fern.manager, {});
  const mine = entries.find((entry) => entry.operation === 'information.read-subject-request');
  assert(mine?.refs.includes(childRef()) && mine.refs.includes(findingRef()));
});

test('names of other children and of people are proposed and nothing is decided by itself', async () => {
  const item = await itemOf(findingRef());
  const opened = await resultOf(house, access.readItem, setting.fern.manager, {
    id: request,
    item_id: item.id,
  });
  assert.deepEqual(
    opened.proposals.map((p) => [p.words, p.who]),
    [
      [secretName, 'child'],
      ['Kestrel Ashdown', 'professional'],
    ],
  );
  assert.equal(item.decision, null);
  const { body } = await (await setting.site.as(setting.fern.manager)).get(
    `/information-governance/subject-requests/${request}/items/${item.id}`,
  );
  assert.match(body, /<mark>Peregrine Modelby<\/mark>/);
  assert.match(body, /Peregrine Modelby\nKestrel Ashdown<\/textarea>/);
});

test('the bundle waits for who asks, for every decision, and a decision needs its ground and words that are there', async () => {
  const bundle = () => resultOf(house, access.makeBundle, setting.fern.manager, { id: request });
  await assert.rejects(bundle(), /Check first who asks/);
  await resultOf(house, checkIdentity, setting.fern.manager, {
    id: request,
    identity_note: 'Saw her passport',
  });
  await assert.rejects(bundle(), /2 records are not decided yet/);
  await decide(childRef(), {});
  const refused = (decision: Decided, field: string) =>
    assert.rejects(
      decide(findingRef(), decision),
      (error: unknown) => error instanceof InvalidInput && field in error.fields,
    );
  await refused({ decision: 'redact', ground: 'third-party' }, 'passages');
  await refused({ decision: 'redact', passages: 'Nobody of that name', ground: 'third-party' }, 'passages');
  await refused({ decision: 'redact', passages: secretName }, 'ground');
  await refused({ decision: 'withhold' }, 'ground');
  await decide(findingRef(), {
    decision: 'redact',
    passages: `${secretName}\nold mill`,
    ground: 'third-party',
  });
  assert.deepEqual((await read()).steps, ['Make the bundle', 'Give it, and record the answer']);
});

/** All text that is anywhere in a Word file. */
async function bundleText(): Promise<string> {
  const { bytes } = await resultOf(house, readBundle, setting.fern.manager, { id: request });
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

test('left-out words are in no byte of the bundle, and their length cannot be told', async () => {
  await resultOf(house, access.makeBundle, setting.fern.manager, { id: request });
  const text = await bundleText();
  assert.match(text, /Juniper/);
  assert.match(text, /Kestrel Ashdown/);
  for (const words of ['Peregrine', 'Modelby', 'old mill']) assert(!text.includes(words), words);
  const marks = () =>
    text.replaceAll(/<[^>]+>/g, '').match(/said that \[words left out\] hides at the \[words left out\]\./);
  assert(marks());
  assert.match(text, /Words are left out of 1 record\. It is about other people/);
  assert.match(text, /Information Commissioner/);
  const before = text;
  await decide(findingRef(), {
    decision: 'redact',
    passages: `${secretName}\nold mill\nDr Kestrel Ashdown`,
    ground: 'third-party',
  });
  assert.equal((await read()).bundle_current, false);
  await assert.rejects(
    resultOf(house, access.answerRequest, setting.fern.manager, {
      id: request,
      state: 'answered',
      answered_on: '2025-09-15',
      answered_how: 'By post',
    }),
    /Next: make the bundle/,
  );
  await resultOf(house, access.makeBundle, setting.fern.manager, { id: request });
  assert.notEqual(await bundleText(), before);
});

test('a record that changes after it was decided is to be decided again', async () => {
  await resultOf(house, changeChild, setting.fern.manager, {
    id: setting.child,
    given_name: 'Juniper',
    family_name: 'Testwood-Ashe',
    born_on: '2010-11-03',
    sex: 'female',
  });
  assert.equal((await itemOf(childRef())).settled, false);
  await assert.rejects(
    resultOf(house, access.makeBundle, setting.fern.manager, { id: request }),
    /One record is not decided yet/,
  );
  await decide(childRef(), {});
});

test('what an originator gave is not in the bundle until they agree, or it is left out with the ground they name', async () => {
  const agency = await resultOf(house, addAgency, setting.fern.manager, {
    name: 'Fern Police',
    kind: 'safeguarding-partner',
    legal_type: 'police',
  });
  const controlled = await circleWith(setting.home, setting.fern, 'Intelligence', [setting.fern.manager], {
    originator_agency_id: agency.id,
    handling: 'Do not repeat',
    review_on: '2026-01-01',
  });
  const tip = await resultOf(house, addFinding, setting.fern.manager, {
    title: 'From the police',
    text: 'Juniper Testwood was seen by an informant',
    circle_id: controlled,
  });
  const ref = `thread.finding/${tip.id}`;
  await resultOf(house, access.gather, setting.fern.manager, { id: request });
  assert.equal((await itemOf(ref)).originator, 'Fern Police');
  await decide(ref, {});
  await assert.rejects(
    resultOf(house, access.makeBundle, setting.fern.manager, { id: request }),
    (error: unknown) => {
      assert(error instanceof Conflict);
      assert.match(error.message, /Fern Police gave a record and has not agreed/);
      assert.match(error.offer?.href ?? '', /^\/circles\/releases\/new/);
      return true;
    },
  );
  await decide(ref, { decision: 'withhold', ground: 'originator' });
  await resultOf(house, access.makeBundle, setting.fern.manager, { id: request });
  const text = await bundleText();
  assert(!text.includes('informant'));
  assert.match(text, /1 record is not given/);
});

test('a name that holds hidden signs or letters of another form is found', async () => {
  const { id } = await resultOf(house, addFinding, setting.fern.manager, {
    title: 'Hidden signs',
    text: 'Juni\u200bper \uff34estwood was here',
    circle_id: null,
  });
  await resultOf(house, access.gather, setting.fern.manager, { id: request });
  await decide(`thread.finding/${id}`, {});
});

test('where that there is something would give it away, the bundle is the same as if there were nothing', async () => {
  const bundle = async () =>
    (await resultOf(house, access.previewBundle, setting.fern.manager, { id: request })).bundle;
  const before = await bundle();
  const grounds = ['crime', 'serious-harm', 'best-interests'] as const;
  for (const ground of grounds) {
    const { id } = await resultOf(house, addFinding, setting.fern.manager, {
      title: ground,
      text: 'Juniper Testwood: what nobody may tell them',
      circle_id: null,
    });
    await resultOf(house, access.gather, setting.fern.manager, { id: request });
    await decide(`thread.finding/${id}`, { decision: 'withhold', ground });
    assert.deepEqual(await bundle(), before, ground);
  }
  await resultOf(house, access.makeBundle, setting.fern.manager, { id: request });
  assert.match(await bundleText(), /We say this to everybody who asks/);
});

test('an answered request and its decisions stay as they are', async () => {
  const answer = {
    id: request,
    state: 'answered' as const,
    answered_on: '2025-09-15',
    answered_how: 'Handed over',
  };
  await assert.rejects(
    resultOf(house, access.answerRequest, setting.fern.manager, { ...answer, answered_on: '2025-09-16' }),
    InvalidInput,
  );
  await resultOf(house, access.answerRequest, setting.fern.manager, answer);
  await assert.rejects(decide(childRef(), { decision: 'withhold', ground: 'crime' }), Conflict);
  const { circle_id: _circle, ...change } = setting.given;
  await assert.rejects(
    resultOf(house, changeRequest, setting.fern.manager, { ...change, id: request }),
    Conflict,
  );
});

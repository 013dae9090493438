import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { circleWith } from '../../../ground/circles/testing.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import {
  addRecommendation,
  respondToRecommendation,
} from '../../../ground/thread/recommendation.operations.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { ChangedMeanwhile, Conflict, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { startEdition } from '../edition.operations.ts';
import { readCompanion } from '../published.ts';
import { publishReport } from '../testing.ts';
import {
  leaveOut,
  readStatement,
  recommend,
  signStatement,
  takeRecommendation,
  writeStatement,
} from './statement.operations.ts';
import { renderStatement } from './statement-file.operations.ts';

const year = '2024-25';
const words = {
  looked_at: 'I read the minutes of every meeting and sat in on four.',
  works_well: 'Partners challenge each other, and it is minuted.',
  concerns: 'Actions are closed without anybody looking whether practice changed.',
  effectiveness: 'Effective in part: leaders see the same as practitioners, and children are asked late.',
};

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let scrutineer: Request;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  scrutineer = await fern.personWith('independent-scrutineer');
  await resultOf(home.house, startEdition, marl.manager, { year });
  await publishReport(home, fern, year);
});
after(() => home.close());

const read = (request = fern.manager) => resultOf(home.house, readStatement, request, { year });
const asAnybody = (of: TestPartnership) =>
  resultOf(
    home.house,
    readCompanion,
    { ...of.manager, identity: { kind: 'public' } },
    { year, companion: 'scrutineers-statement' },
  );

test('only the scrutineer writes it, and until it is signed nobody else reads it', async () => {
  const statement = { year, ...words };
  await assert.rejects(resultOf(home.house, writeStatement, fern.manager, statement), NotAllowed);
  await assert.rejects(
    resultOf(home.house, signStatement, scrutineer, { year }),
    /Write the statement first/,
  );
  await resultOf(home.house, writeStatement, scrutineer, statement);
  assert.equal((await read()).statement, null);
  assert.equal((await read(scrutineer)).statement?.concerns, words.concerns);
  await assert.rejects(
    resultOf(home.house, renderStatement, fern.manager, { year, format: 'html' }),
    /no signed statement/,
  );
  await assert.rejects(asAnybody(fern), NotFound);
});

test('a change on an old revision is a conflict', async () => {
  const seen_revision = (await read(scrutineer)).statement?.revision;
  const change = (works_well: string) =>
    resultOf(home.house, writeStatement, scrutineer, { year, ...words, works_well, seen_revision });
  await change('Partners challenge each other in every meeting, and it is minuted.');
  await assert.rejects(change('Something else.'), ChangedMeanwhile);
});

test('a recommendation starts on the thread; one that is closed to a circle is not taken in; one can be left out again', async () => {
  await resultOf(home.house, recommend, scrutineer, { year, gist: 'Check each closed action in practice.' });
  const circle_id = await circleWith(home, fern, 'Review team', [scrutineer]);
  const closed = await resultOf(home.house, addRecommendation, scrutineer, {
    gist: 'Only for the team.',
    made_by: 'Independent scrutineer',
    circle_id,
  });
  await assert.rejects(
    resultOf(home.house, takeRecommendation, scrutineer, { year, recommendation_id: closed.id }),
    /closed to a circle/,
  );
  const open = await resultOf(home.house, addRecommendation, scrutineer, {
    gist: 'Ask children before the plan is made.',
    made_by: 'Independent scrutineer',
  });
  const taken = { year, recommendation_id: open.id };
  await resultOf(home.house, takeRecommendation, scrutineer, taken);
  await assert.rejects(resultOf(home.house, takeRecommendation, scrutineer, taken), /already/);
  const gists = async () => (await read(scrutineer)).recommendations.map(({ gist }) => gist);
  assert.deepEqual(await gists(), [
    'Check each closed action in practice.',
    'Ask children before the plan is made.',
  ]);
  const last = (await read(scrutineer)).recommendations.at(-1);
  assert(last);
  await resultOf(home.house, leaveOut, scrutineer, {
    id: last.place_id,
    seen_revision: last.place_revision,
  });
  assert.deepEqual(await gists(), ['Check each closed action in practice.']);
  await resultOf(home.house, takeRecommendation, scrutineer, taken);
  assert.equal((await gists()).length, 2);
});

test('signed, its words are fixed, everybody of the partnership reads it, and so does anybody beside the published report', async () => {
  await resultOf(home.house, signStatement, scrutineer, { year });
  for (const again of [
    () => resultOf(home.house, signStatement, scrutineer, { year }),
    () => resultOf(home.house, writeStatement, scrutineer, { year, ...words }),
    () => resultOf(home.house, recommend, scrutineer, { year, gist: 'One more thing.' }),
  ])
    await assert.rejects(again, Conflict);
  assert.equal((await read()).statement?.signed_on, testClock.today);
  const document = await asAnybody(fern);
  assert.equal(document.status, 'published');
  assert(JSON.stringify(document).includes(words.concerns));
  await assert.rejects(asAnybody(marl), NotFound);
});

test('the reply recorded on the thread stands beside its recommendation, and what is closed since is not handed out', async () => {
  const [first] = (await read()).recommendations;
  assert(first);
  assert(JSON.stringify(await asAnybody(fern)).includes('has not replied yet'));
  await resultOf(home.house, respondToRecommendation, fern.manager, {
    id: first.id,
    response: 'accepted',
    response_text: 'From May on, two practitioners look at each closed action.',
    responded_on: testClock.today,
  });
  const text = JSON.stringify(await asAnybody(fern));
  assert(text.includes('Accepted. From May on, two practitioners look at each closed action.'));
  const { file } = await resultOf(home.house, renderStatement, fern.manager, { year, format: 'html' });
  assert(new TextDecoder().decode(file.bytes).includes('two practitioners look at each closed action'));
});

test('another partnership’s statement is not there', async () => {
  assert.equal((await read(marl.manager)).statement, null);
  const [first] = (await read()).recommendations;
  const stranger = await marl.personWith('independent-scrutineer');
  await assert.rejects(
    resultOf(home.house, leaveOut, stranger, { id: first?.place_id ?? '', seen_revision: 1 }),
    NotFound,
  );
});

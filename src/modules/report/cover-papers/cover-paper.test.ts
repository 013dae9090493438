import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import {
  ChangedMeanwhile,
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
} from '../../../kernel/operation/refusals.ts';
import { planDispatch, readDispatches } from '../dispatch/dispatch.operations.ts';
import { startEdition, withdraw } from '../edition.operations.ts';
import { publishReport } from '../testing.ts';
import {
  answerCoverPaper,
  beginCoverPaper,
  changeCoverPaper,
  listCoverPapers,
  readCoverPaper,
  renderCoverPaper,
  signOffCoverPaper,
  takeBackCoverPaper,
  withdrawCoverPaper,
} from './cover-paper.operations.ts';
import { leedsAnswers, linesOf, yorkAnswers } from './testing.ts';

const year = '2024-25';
const meeting = {
  committee: 'Children’s Scrutiny Committee',
  meeting_on: '2025-10-14',
  decision: 'note',
} as const;
let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  await publishReport(home, fern, year);
  await resultOf(home.house, startEdition, marl.manager, { year });
});
after(() => home.close());

const read = (id: string, by = fern.manager) => resultOf(home.house, readCoverPaper, by, { id });
const revisionOf = async (id: string) => (await read(id)).paper.revision;

async function begun(template_id: string, more: object = {}): Promise<string> {
  const { id } = await resultOf(home.house, beginCoverPaper, fern.manager, {
    year,
    template_id,
    ...meeting,
    ...more,
  });
  return id;
}

async function ready(template_id: 'york' | 'leeds', more: object = {}): Promise<string> {
  const id = await begun(template_id, more);
  const answers = template_id === 'york' ? yorkAnswers : leedsAnswers;
  await resultOf(home.house, answerCoverPaper, fern.manager, { id, answers });
  return id;
}

const signed = (id: string, by: Request = fern.manager) =>
  resultOf(home.house, signOffCoverPaper, by, { id });

test('a paper fills itself from records, and keeps up with them until somebody writes their own words', async () => {
  const id = await begun('leeds');
  const given = async (name: string) => {
    const question = (await read(id)).questions.find((one) => one.id === name);
    return { given: question?.given, by: question?.by };
  };
  assert.match(
    String((await given('brief-summary')).given),
    /1 April 2024 to 31 March 2025.*Working Together/,
  );
  assert.match(String((await given('timetable')).given), /published on 15 September 2025/);
  assert.match(String((await given('author')).given), /Business manager/);
  const asked = async () => String((await given('recommendations')).given);
  assert.equal(await asked(), 'For Children’s Scrutiny Committee to note the report.');
  const moved = { ...meeting, committee: 'Families Board', decision: 'endorse' } as const;
  await resultOf(home.house, changeCoverPaper, fern.manager, { id, ...moved });
  assert.equal(await asked(), 'For Families Board to endorse the work of the partnership.');

  const same = { 'brief-summary': (await given('brief-summary')).given ?? null, about: 'Own words.' };
  await resultOf(home.house, answerCoverPaper, fern.manager, { id, answers: same });
  assert.equal((await given('brief-summary')).by, 'records', 'saved as it was, it still follows the records');
  assert.deepEqual(await given('about'), { given: 'Own words.', by: 'person' });
  await resultOf(home.house, answerCoverPaper, fern.manager, { id, answers: { about: '' } });
  assert.equal((await given('about')).by, 'records');
});

test('a paper with an unanswered question or a placeholder is not signed off, and the list says which', async () => {
  const id = await begun('york');
  await assert.rejects(signed(id), /things are still open: .*Consultation.*Implications: Financial/s);
  await resultOf(home.house, answerCoverPaper, fern.manager, {
    id,
    answers: { ...yorkAnswers, legal: 'Legal services: TBC' },
  });
  assert.deepEqual(
    (await read(id)).open.map(({ question }) => question),
    ['legal'],
  );
  await assert.rejects(signed(id), /One thing is still open: Implications: Legal .*TBC/);
  await resultOf(home.house, answerCoverPaper, fern.manager, {
    id,
    answers: { legal: yorkAnswers['legal'] ?? null },
  });
  await resultOf(home.house, changeCoverPaper, fern.manager, {
    id,
    ...meeting,
    committee: 'Committee [name]',
  });
  await assert.rejects(signed(id), /Committee .*\[name\]/);
  await resultOf(home.house, changeCoverPaper, fern.manager, { id, ...meeting });
  await signed(id);
  assert.equal((await read(id)).paper.state, 'signed-off');
});

test('the sign-off freezes the paper as approved; it changes no more, can be taken back until the meeting, and then stays', async () => {
  const id = await ready('york', { meeting_on: testClock.today });
  const { sha256 } = await signed(id);
  const { paper, document } = await read(id);
  assert.equal(paper.frozen_sha256, sha256);
  assert(document);
  assert(linesOf(document).includes('Report Approved [x] 15 September 2025'));
  const change = { id, answers: { summary: 'Other words.' } };
  await assert.rejects(resultOf(home.house, answerCoverPaper, fern.manager, change), /Take it back to draft/);
  await assert.rejects(resultOf(home.house, changeCoverPaper, fern.manager, { id, ...meeting }), Conflict);
  await assert.rejects(signed(id), Conflict);

  await resultOf(home.house, takeBackCoverPaper, fern.manager, { id });
  await resultOf(home.house, answerCoverPaper, fern.manager, change);
  const again = await signed(id);
  assert.notEqual(again.sha256, sha256);
  const later = { ...fern.manager, clock: { today: '2025-09-16', now: '2025-09-16T09:00:00.000Z' } };
  await assert.rejects(
    resultOf(home.house, takeBackCoverPaper, later, { id }),
    /The meeting was on 15 September 2025/,
  );
  await assert.rejects(
    resultOf(home.house, withdrawCoverPaper, later, { id, reason: 'Too late.' }),
    /The meeting was on/,
  );
});

test('a paper is not signed off after its meeting, nor for a report that was withdrawn', async () => {
  const id = await ready('york', { meeting_on: '2025-09-01' });
  await assert.rejects(signed(id), /The meeting was on 1 September 2025/);
  const sand = await home.partnership('sand');
  await publishReport(home, sand, year);
  const begin = { year, template_id: 'york', ...meeting };
  const { id: other } = await resultOf(home.house, beginCoverPaper, sand.manager, begin);
  await resultOf(home.house, answerCoverPaper, sand.manager, { id: other, answers: yorkAnswers });
  await resultOf(home.house, withdraw, sand.manager, { year, reason: 'A mistake.' });
  await assert.rejects(signed(other, sand.manager), /report behind this paper is withdrawn/);
  await assert.rejects(resultOf(home.house, beginCoverPaper, sand.manager, begin), /withdrawn/);
});

test('an answer that does not fit its question is refused at that question', async () => {
  const id = await begun('leeds');
  const refused = async (answers: Record<string, string | string[]>) =>
    resultOf(home.house, answerCoverPaper, fern.manager, { id, answers }).then(
      () => assert.fail('it was taken'),
      (error: unknown) =>
        error instanceof InvalidInput ? Object.keys(error.fields) : assert.fail(String(error)),
    );
  assert.deepEqual(await refused({ weather: 'Fine.' }), ['answers.weather']);
  assert.deepEqual(await refused({ exempt: 'perhaps', pillars: ['World Peace'] }), [
    'answers.exempt',
    'answers.pillars',
  ]);
  assert.deepEqual(await refused({ pillars: 'Zero Carbon' }), ['answers.pillars']);
  assert.deepEqual(await refused({ 'author-phone': 'One\nTwo' }), ['answers.author-phone']);
  await assert.rejects(begun('nowhere'), InvalidInput);
});

test('whoever saves over somebody else is told, for every act on a paper', async () => {
  const id = await ready('york');
  const old = (await revisionOf(id)) - 1;
  const stale = { id, seen_revision: old };
  const acts = [
    () => resultOf(home.house, answerCoverPaper, fern.manager, { ...stale, answers: {} }),
    () => resultOf(home.house, changeCoverPaper, fern.manager, { ...stale, ...meeting }),
    () => resultOf(home.house, signOffCoverPaper, fern.manager, stale),
    () => resultOf(home.house, withdrawCoverPaper, fern.manager, { ...stale, reason: 'Not needed.' }),
  ];
  for (const act of acts) await assert.rejects(act, ChangedMeanwhile);
  await signed(id);
  await assert.rejects(resultOf(home.house, takeBackCoverPaper, fern.manager, stale), ChangedMeanwhile);
});

test('a member reads and does nothing; business support writes and does not sign; another partnership finds nothing', async () => {
  const id = await ready('york');
  const member = await fern.personWith('member');
  const support = await fern.personWith('business-support');
  assert.equal((await read(id, member)).paper.id, id);
  const commandsBy = (by: Request) => [
    () => resultOf(home.house, answerCoverPaper, by, { id, answers: {} }),
    () => resultOf(home.house, changeCoverPaper, by, { id, ...meeting }),
    () => resultOf(home.house, signOffCoverPaper, by, { id }),
    () => resultOf(home.house, takeBackCoverPaper, by, { id }),
    () => resultOf(home.house, withdrawCoverPaper, by, { id, reason: 'Not needed.' }),
  ];
  for (const act of commandsBy(member)) await assert.rejects(act, NotAllowed);
  await assert.rejects(
    resultOf(home.house, beginCoverPaper, member, { year, template_id: 'york', ...meeting }),
    NotAllowed,
  );
  await resultOf(home.house, answerCoverPaper, support, { id, answers: {} });
  await assert.rejects(signed(id, support), NotAllowed);
  for (const act of commandsBy(marl.manager)) await assert.rejects(act, NotFound);
  await assert.rejects(read(id, marl.manager), NotFound);
  await assert.rejects(resultOf(home.house, renderCoverPaper, marl.manager, { id }), NotFound);
  assert.deepEqual((await resultOf(home.house, listCoverPapers, marl.manager, { year })).papers, []);
  await signed(id);
  await assert.rejects(
    resultOf(home.house, withdrawCoverPaper, support, { id, reason: 'Not needed.' }),
    /Whoever publishes/,
  );
});

test('a withdrawn paper stays on the list with its reason and is given out no more', async () => {
  const id = await begun('york');
  await resultOf(home.house, withdrawCoverPaper, fern.manager, {
    id,
    reason: 'The committee asked for none.',
  });
  const { papers } = await resultOf(home.house, listCoverPapers, fern.manager, { year });
  const listed = papers.find((one) => one.id === id);
  assert.deepEqual(
    [listed?.state, listed?.withdrawn_reason, listed?.open],
    ['withdrawn', 'The committee asked for none.', null],
  );
  await assert.rejects(resultOf(home.house, renderCoverPaper, fern.manager, { id }), /was withdrawn/);
  await assert.rejects(resultOf(home.house, answerCoverPaper, fern.manager, { id, answers: {} }), Conflict);
});

test('a planned dispatch to a committee finds the paper for the committee of that name', async () => {
  const recipient = 'Corporate Parenting Panel';
  const plan = { year, recipient_kind: 'committee', recipient, form: 'cover-paper' } as const;
  const { id } = await resultOf(home.house, planDispatch, fern.manager, plan);
  const paper = async () => {
    const { rows } = await resultOf(home.house, readDispatches, fern.manager, { year });
    return rows.find((row) => row.id === id)?.cover_paper_id;
  };
  assert.equal(await paper(), null);
  const begunFor = await begun('york', { committee: recipient.toUpperCase() });
  assert.equal(await paper(), begunFor);
  await resultOf(home.house, withdrawCoverPaper, fern.manager, { id: begunFor, reason: 'Not needed.' });
  assert.equal(await paper(), null);
});

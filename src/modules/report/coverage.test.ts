import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Grade } from '../../kernel/evidence/evidence.ts';
import { topicNames } from '../../kernel/evidence/topics.ts';
import { duties } from '../../kernel/frameworks/duties.ts';
import type { Composition, Coverage } from './composition.ts';
import { reportCoverage } from './coverage.ts';
import {
  emptyComposition,
  sampleClaim,
  sampleItem,
  sampleMeasure,
  sampleStatement,
} from './sample-composition.ts';

function duty(id: string, over: Partial<Composition> = {}): Coverage {
  const found = reportCoverage(emptyComposition(over)).find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}
const edition = (over: Partial<Composition['edition']>) => ({
  edition: { ...emptyComposition().edition, ...over },
});
const on = (topic: (typeof topicNames)[number]) =>
  sampleItem('1', sampleStatement('Said.'), { topics: [topic] });

test('a duty without evidence is missing, and with linked evidence partly met at most', () => {
  assert.equal(duty('YR23-09').status, 'missing');
  const found = duty('YR23-09', { items: [on('voice')] });
  assert.equal(found.status, 'partly');
  assert.deepEqual(found.evidence, ['evidence.item/1']);
});

test('no content duty is ever met without a recorded judgement', () => {
  const topics = fc.subarray([...topicNames], { minLength: 1 });
  const framework = fc.constantFrom('WT2018', 'WT2023', 'WT2026');
  const content = new Set(duties.filter(({ kind }) => kind === 'content').map(({ id }) => id));
  fc.assert(
    fc.property(
      fc.array(topics, { maxLength: 6 }),
      framework,
      fc.option(fc.boolean()),
      (lists, framework_id, secure) => {
        const items = lists.map(([first = 'area', ...rest], at) =>
          sampleItem(String(at), sampleMeasure(1, 'children'), { topics: [first, ...rest] }),
        );
        const coverage = reportCoverage(
          emptyComposition({ items, has_secure_establishment: secure, ...edition({ framework_id }) }),
        );
        for (const { id, status } of coverage) if (content.has(id)) assert.notEqual(status, 'met', id);
      },
    ),
  );
});

test('a judgement stands under its judge’s name, and says when no evidence is linked', () => {
  const judgements = [{ duty_id: 'YR23-09', status: 'met' as const, note: 'Seen.', judged_by: 'Chair' }];
  const bare = duty('YR23-09', { judgements });
  assert.equal(bare.status, 'met');
  assert.match(bare.note, /^Seen\. \(Judged by Chair\.\) No evidence is linked\./);
  assert.doesNotMatch(duty('YR23-09', { judgements, items: [on('voice')] }).note, /No evidence/);
});

test('impact is not shown by what was done, what is planned or what is only asserted', () => {
  const claim = (grade: Grade) =>
    sampleItem(grade, sampleStatement('Better.'), { topics: ['priority'], claim: sampleClaim({ grade }) });
  const done = sampleItem('done', sampleStatement('Held.'), { topics: ['training'], part: 'done' });
  const planned = sampleItem('next', sampleMeasure(4, 'sessions'), { topics: ['training'], part: 'next' });
  const missing = duty('YR23-06', { items: [claim('asserted'), done, planned] });
  assert.equal(missing.status, 'missing');
  assert.match(missing.note, /1 asserted, with nothing recorded/);
  const shown = duty('YR23-06', { items: [claim('asserted'), claim('measured')] });
  assert.equal(shown.status, 'partly');
  assert.deepEqual(shown.evidence, ['evidence.item/measured']);
  assert.match(shown.note, /1 measured, 1 asserted/);
});

test('whether there is a secure establishment decides the duty on restraint', () => {
  assert.equal(duty('YR23-15', { has_secure_establishment: false }).status, 'not-applicable');
  const unknown = duty('YR23-15', { has_secure_establishment: null });
  assert.equal(unknown.status, 'not-yet');
  assert.match(unknown.note, /Nobody has recorded whether/);
  assert.equal(duty('YR23-15', { has_secure_establishment: true }).status, 'missing');
});

test('publication goes from not yet to missing the day after it is due', () => {
  assert.equal(duty('YR23-17', { today: '2025-09-30' }).status, 'not-yet');
  const late = duty('YR23-17', { today: '2025-10-01' });
  assert.equal(late.status, 'missing');
  assert.match(late.note, /1 day ago/);
});

test('published in time is met, late is partly met with the days counted', () => {
  assert.equal(duty('YR23-17', edition({ published_on: '2025-09-30', state: 'published' })).status, 'met');
  const late = duty('YR23-17', edition({ published_on: '2025-10-12', state: 'published' }));
  assert.equal(late.status, 'partly');
  assert.match(late.note, /12 days after the due day/);
});

test('a duty nobody has verified asks for a check and a verified one does not', () => {
  assert.match(duty('YR23-10').note, /Please check/);
  assert.doesNotMatch(duty('YR23-17', { today: '2025-10-01' }).note, /Please check/);
});

test('copies count for the recipient people mean, and late ones only ask for a check', () => {
  const published = edition({ published_on: '2025-09-01', state: 'published' });
  const sent = (recipient: string, sent_on: string) => ({ recipient, sent_on, method: 'e-mail' });
  assert.equal(duty('YR23-18').status, 'not-yet');
  assert.equal(duty('YR23-18', published).status, 'missing');
  const panel = sent('The national Panel', '2025-09-02');
  assert.equal(duty('YR23-18', { ...published, dispatches: [panel] }).status, 'partly');
  const both = duty('YR23-18', { ...published, dispatches: [panel, sent('Foundations', '2025-09-20')] });
  assert.equal(both.status, 'met');
  assert.match(both.note, /more than 7 days after publication.*Please check/);
});

test('sign-off needs all three partners and the scrutineer', () => {
  const sign_offs = (['local-authority', 'integrated-care-board', 'police'] as const).map((partner) => ({
    partner,
    person: 'Chief officer',
    signed_on: '2025-08-01',
  }));
  const scrutiny_comments = [{ text: 'Read.', person: 'Scrutineer', made_on: '2025-08-02' }];
  assert.equal(duty('YR23-19').status, 'not-yet');
  const unsaid = duty('YR23-19', { sign_offs });
  assert.equal(unsaid.status, 'partly');
  assert.match(unsaid.note, /No comment by an independent scrutineer/);
  assert.match(
    duty('YR23-19', { sign_offs: sign_offs.slice(1), scrutiny_comments }).note,
    /Not signed off by the local authority/,
  );
  assert.equal(duty('YR23-19', { sign_offs, scrutiny_comments }).status, 'met');
  assert.equal(duty('YR18-12', { scrutiny_comments, ...edition({ framework_id: 'WT2018' }) }).status, 'met');
});

test('an unknown edition of Working Together is refused by name', () => {
  assert.throws(() => reportCoverage(emptyComposition(edition({ framework_id: 'WT1999' }))), /WT1999/);
});

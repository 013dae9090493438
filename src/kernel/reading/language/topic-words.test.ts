import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { topicNames } from '../../evidence/topics.ts';
import { topicsIn } from './topic-words.ts';

function first(text: string, headings?: readonly string[]): string | undefined {
  return topicsIn(text, headings)[0]?.topic;
}

for (const [topic, text, ...headings] of [
  [
    'training',
    'Seven courses were run, with 125 attendees and five no-shows; learners gave good evaluations.',
  ],
  [
    'child-deaths',
    'The child death overview panel reviewed eleven deaths and found modifiable factors in four.',
  ],
  ['finance', 'Partners paid £90,000 into the budget and the deficit was met from reserves.', 'Funding'],
  ['scrutiny', 'The independent scrutineer acted as a critical friend.', 'Independent scrutiny'],
  [
    'inspection',
    'Inspectors from Ofsted judged services to be good; the joint targeted area inspection came later.',
  ],
  [
    'voice',
    'Young people told us what they need; their lived experience and feedback from the youth council shaped it.',
  ],
  ['serious-incidents', 'Three serious incidents were notified and three rapid reviews held.'],
  ['audit', 'The audit of 20 case files and two dip samples found good recording.', 'Multi-agency audits'],
  ['communications', 'The newsletter, the website and a social media campaign reached more followers.'],
  ['looked-after', 'Children in care and care leavers met their corporate parents and foster families.'],
  [
    'information-sharing',
    'An information sharing agreement sets out consent, confidentiality and data protection.',
  ],
  ['disproportionality', 'Racism, bias and adultification were named; Black children are over-represented.'],
  ['restraint', 'There were nine restraints in the secure training centre, and force was reviewed.'],
  ['area', 'At the census the population was young; deprivation and free school meals are above average.'],
  [
    'reforms',
    'New legislation and the statutory guidance followed, with the families first programme.',
    'Policy context',
  ],
  ['little-progress', 'There was little progress, because of delays; further work is needed.'],
] as const) {
  test(`“${text}” speaks to ${topic}`, () => assert.equal(first(text, headings), topic));
}

test('a heading tells more than the words under it', () => {
  const text = 'Schools met and pupils spoke.';
  assert.equal(first(text), 'education');
  assert.equal(first(text, ['Training and e-learning']), 'training');
});

test('a passage of ordinary words speaks to nothing', () => {
  assert.deepEqual(topicsIn('It rained on Monday and the bus was late.'), []);
  assert.deepEqual(topicsIn(''), []);
});

test('one word said many times tells no more than once', () => {
  const once = topicsIn('The audit and the quality assurance.').find(({ topic }) => topic === 'audit');
  const often = topicsIn('The audit, audits, audit and the quality assurance.').find(
    ({ topic }) => topic === 'audit',
  );
  assert.deepEqual(often, once);
});

test('every answer is a topic, the surest first, for any text', () => {
  const word = fc.constantFrom(
    'audit',
    'schools',
    'training',
    '£5',
    'Ofsted',
    'deaths',
    'and',
    'budget',
    'voice',
    'the',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => {
      const found = topicsIn(words.join(' '));
      for (const [at, { topic, score }] of found.entries()) {
        assert.ok(topicNames.includes(topic));
        assert.ok(score <= (found[at - 1]?.score ?? score));
      }
    }),
  );
});

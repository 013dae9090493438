import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './sex-slip.ts';

const story = (text: string) => rule.check(documentFrom(`# Annual report\n\n## Case study\n\n${text}\n`), []);
const opening =
  'The young person was known to services, and they liked drawing. This young person asked for help.';

test('one pronoun in an otherwise neutral story is found', () => {
  const [found, ...others] = story(`${opening} At his Child in Need meeting they asked for a mentor.`);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /except for “his” here/);
});

test('it is found although men of the same sex are told of, where only a child can own what follows', () => {
  assert.equal(story(`${opening} They were to meet an older man. A worker went to his school.`).length, 0);
  assert.equal(story(`${opening} They were to meet an older man. At his school they felt safe.`).length, 1);
});

for (const [why, text] of Object.entries({
  'the story says openly that it is a girl': `A girl of ten. ${opening} Her social worker listened.`,
  'it is told of a boy throughout': `${opening} He came. He said that he liked it. His teacher saw him.`,
  'the mother is meant': `${opening} Mum felt that she was heard. She came to each meeting.`,
  'a worker is meant': `${opening} The worker said that she would come.`,
  'no pronoun slips': `${opening} Their plan was changed.`,
  'it is not neutral in the first place': 'The GP rang the team. He was worried about a family.',
})) {
  test(`silent where ${why}`, () => assert.deepEqual(story(text), []));
}

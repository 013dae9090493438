import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './recipient-of-notification.ts';

const check = (text: string) =>
  rule.check(documentFrom(`# Annual Report\n\n## Learning\n\n${text}\n`, { framework_id: 'WT2023' }), []);

test('care leavers’ deaths said to be notified to the Panel are found', () => {
  const [found, ...others] = check('- Notifications of care leavers made to the National Panel: 2');
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /go to the Secretary of State for Education and Ofsted/);
  assert.doesNotMatch(found.message, /Elsewhere/);
});

test('where the document says it rightly elsewhere, that is told', () => {
  const [found] = check(
    'The council must notify the Secretary of State and Ofsted when a care leaver dies.\n\n- Notifications of care leavers made to the Child Safeguarding Practice Review Panel: 0',
  );
  assert.match(found?.message ?? '', /Elsewhere the document itself says so/);
});

test('allegations and private fostering go to the council', () => {
  assert.equal(check('Allegations against a member of staff were notified to the National Panel.').length, 1);
  assert.equal(check('Private fostering arrangements are notified to the Secretary of State.').length, 1);
});

test('right recipients, denials, and other notifications are right', () => {
  const silent = [
    '- Notifications of children made to the National Panel: 3',
    'The death of a care leaver is notified to the Secretary of State and Ofsted, and not to the National Panel.',
    'Care leavers’ deaths are not notified to the National Panel.',
    'A care leaver under 18 was harmed and the council notified the National Panel.',
    'Serious incidents are notified to the Child Safeguarding Practice Review Panel.',
    'Allegations against staff are referred to the LADO.',
    'We told care leavers about the work of the National Panel.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('under the edition of 2018 there was no such duty, so nothing is said', () => {
  const document = documentFrom(
    '# Annual Report\n\n- Notifications of care leavers made to the National Panel: 2\n',
    {
      framework_id: 'WT2018',
    },
  );
  assert.deepEqual(rule.check(document, []), []);
});

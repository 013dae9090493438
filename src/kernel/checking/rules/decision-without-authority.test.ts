import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionFacet } from '../../evidence/evidence.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './decision-without-authority.ts';

const recorded = (authority: DecisionFacet['authority']) =>
  rule.check(
    recordsDocument([
      {
        kind: 'paragraph',
        text: 'Each partner pays a third.',
        known: {
          decision: {
            body_ref: 'governance.body/1',
            body_name: 'Executive',
            taken_on: '2024-05-01',
            authority,
            authority_needed: 'the lead safeguarding partners',
          },
        },
      },
    ]),
    [],
  );

test('only a recorded decision whose body lacked the authority is found', () => {
  const [found] = recorded('lacking');
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /^Executive took this decision on 1 May 2024\..*lead safeguarding partners/);
  assert.deepEqual([...recorded('held'), ...recorded('ratified')], []);
});

const told = (text: string) => rule.check(documentFrom(`# Annual Report\n\n## Finance\n\n${text}\n`), []);
const guidance =
  'The guidance says that contributions should be fair and agreed by the Lead Safeguarding Partners.';

test('a text that says a board agreed what it says the leads must agree is found', () => {
  const [found] = told(`The budget for next year was agreed by the Strategic Board in May. ${guidance}`);
  assert.equal(found?.severity, 'high');
  assert.match(
    found.message,
    /the Strategic Board agreed it; .* \(“agreed by the Lead Safeguarding Partners”/,
  );
});

test('where the leads agreed it, sit on the board, or the text does not say whose it is, nothing is found', () => {
  const silent = [
    `The budget for next year was agreed by the Lead Safeguarding Partners in May. ${guidance}`,
    `The budget was agreed by the Strategic Board and ratified by the leads. ${guidance}`,
    `The Strategic Board is made up of the three lead safeguarding partners. The budget was agreed by the Strategic Board. ${guidance}`,
    'The budget for next year was agreed by the Strategic Board in May.',
    `The date of the conference was agreed by the Strategic Board. ${guidance}`,
  ];
  for (const text of silent) assert.deepEqual(told(text), [], text);
});

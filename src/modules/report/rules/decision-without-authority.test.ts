import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionFacet } from '../../../kernel/evidence/evidence.ts';
import { emptyComposition, sampleItem, sampleStatement } from '../sample-composition.ts';
import { rule } from './decision-without-authority.ts';

const check = (authority: DecisionFacet['authority']) =>
  rule.check(
    emptyComposition({
      items: [
        sampleItem('1', sampleStatement('Each partner pays a third.'), {
          decision: {
            body_ref: 'governance.body/1',
            body_name: 'Executive',
            taken_on: '2024-05-01',
            authority,
            authority_needed: 'the lead safeguarding partners',
          },
        }),
      ],
    }),
  );

test('only a decision whose body lacked the authority is found', () => {
  assert.match(
    check('lacking')[0]?.message ?? '',
    /^Executive took this decision on 1 May 2024\..*lead safeguarding partners/,
  );
  assert.deepEqual([...check('held'), ...check('ratified')], []);
});

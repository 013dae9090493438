import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './abbreviation-never-written-out.ts';

const check = (text: string) =>
  rule.check(documentFrom(`# Fernshire Young People Partnership Annual Report\n\n## Work\n\n${text}\n`), []);

test('abbreviations written out nowhere are one low finding that lists them', () => {
  const [found, ...others] = check('The LADO met the IRO.\n\nThe LADO wrote to the CDRM lead.');
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /^LADO, IRO and CDRM are never written out\.$/);
});

test('those written out, before or after, in brackets or apart, in capitals or not, are right', () => {
  const silent = [
    'The Local Authority Designated Officer (LADO) met. The LADO wrote.',
    'The LADO met. Later the Local Authority Designated Officer wrote.',
    'We had an inspection of the council’s lighting services (ICLS).',
    'The GREEN tool (Goals, Reasons, Ease, Effort and Next steps) is used.',
    'The Vale and Marsh Hospitals NHS Foundation Trust (VMH) took part.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('what everybody reads, the report’s own initials, words in capitals and a glossary need nothing', () => {
  const silent = [
    'The NHS and the GP met on TV in the UK.',
    'The FYPP met twice.',
    'BRIGHT was run again, since a bright start helps.',
    'The QAF met.\n\n## Glossary\n\n- QAF – how quality is assured\n- Other – words',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('what a parent wrote stays as it is', () => {
  assert.deepEqual(check('> “The SENCO helped us, and the EWO too.” (Parent)'), []);
});

test('a line or heading wholly in capitals holds words, not abbreviations', () => {
  assert.deepEqual(check('CONTENTS\n\nThe group met.\n\nYEAR\tPOLICE\tTOTAL\n2021\t4\t9\n2022\t5\t8'), []);
  assert.match(check('YEAR\tVCS\tTOTAL\n2021\t4\t9\n2022\t5\t8')[0]?.message ?? '', /^VCS is never/);
  assert.deepEqual(check('ANNUAL TRAINING OVERVIEW (ATO) from April\n\nThe group met.'), []);
});

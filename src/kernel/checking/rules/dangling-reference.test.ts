import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { danglingReference } from './dangling-reference.ts';

const found = (text: string) => danglingReference.check(documentFrom(text), []);
const quiet = (text: string) =>
  assert.deepEqual(
    found(text).map(({ message }) => message),
    [],
    text,
  );

test('an appendix that is not attached is found', () => {
  const [finding, ...others] = found(
    '# Report\n\nThe method is set out in Appendix 2.\n\n# Appendix 1\n\nThe steps.\n',
  );
  assert.deepEqual(others, []);
  assert.equal(finding?.severity, 'low');
  assert.match(finding?.message ?? '', /“Appendix 2”/);
});

test('an appendix, figure or table that is there is no fault', () => {
  quiet(
    '# Report\n\nThe method is set out in Appendix 1, and in Annex A.\n\n# Appendix 1: The steps\n\nFirst.\n\nAnnex A: Terms of reference\n',
  );
  quiet(
    '# Report\n\nAs Table 2 shows, numbers rose.\n\nTable 2: Courses\n\nCourse\tSessions\nOne\t3\nTwo\t4\n',
  );
  quiet('# Report\n\nFigure 3 shows the rise by month.\n\nFigure 3. Referrals by month\n');
});

test('a figure the text points to is missed only where other captions could be read', () => {
  assert.equal(
    found('# Report\n\nFigure 1. Children by age\n\nAs Figure 2 shows, numbers rose.\n').length,
    1,
  );
  const [finding, ...others] = found(
    '# Report\n\nSee Figure 1.\n\nSee Figure 2 and Figure 3, with Table 1.\n',
  );
  assert.deepEqual(others, []);
  assert.equal(finding?.confidence, 0.4);
});

test('another document’s annex, sections of Acts and plain words are left alone', () => {
  quiet(
    '# Report\n\nWe follow Annex A of Keeping Children Safe in Education and Appendix B to the protocol.\n',
  );
  quiet(
    '# Report\n\nSection 47 enquiries rose; section 11 audits are due; we chart a course and table a paper.\n',
  );
  quiet('# Report\n\nTable 1 of the inspectors’ report gives the national figures.\n');
});

test('a section that has no such number is found where sections are numbered', () => {
  const numbered = (text: string) =>
    `# Report\n\n## 1. Context\n\n${text}\n\n### 1.1 Area\n\nText.\n\n### 1.2 Law\n\nText.\n\n### 1.3 Money\n\nText.\n`;
  assert.match(found(numbered('Costs are given in section 4.2 below.'))[0]?.message ?? '', /reader to 4\.2/);
  quiet(numbered('Costs are given in section 1.3 below.'));
  quiet(numbered('The duty is in section 4.2 of the Act, as every partner knows.'));
  quiet('# Report\n\n## Context\n\nCosts are given in section 4.2 below.\n');
});

test('links that lead nowhere are told in one finding', () => {
  const [finding, ...others] = found(
    '# Report\n\nRead it [here](#) or in the [plan](#), and [there](https://example.org/).\n',
  );
  assert.deepEqual(others, []);
  assert.match(finding?.message ?? '', /^2 links lead nowhere: “here” and “plan”\./);
  quiet('# Report\n\nRead it [here](https://example.org/) or [below](#next).\n');
});

test('a list that was announced and does not follow is found', () => {
  const [finding] = found(
    '# Training\n\nFeedback from those who came included:\n\n# Voice\n\nChildren told us.\n',
  );
  assert.match(finding?.message ?? '', /announces something/);
  quiet('# Training\n\nFeedback from those who came included:\n\n- It was clear.\n- It was short.\n');
  quiet('# Training\n\nThe courses were as follows:\n\n## Course one\n\nText.\n');
  quiet('# Training\n\nFeedback from those who came included:\n\n"It was clear and short."\n');
});

test('what is composed from records has links made by machine', () => {
  const document = recordsDocument([{ kind: 'paragraph', text: 'See Appendix 4.' }]);
  assert.deepEqual(danglingReference.check(document, []), []);
});

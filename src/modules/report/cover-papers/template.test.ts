import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from './cover-paper.ts';
import { fill, openIn } from './filling.ts';
import { questionsIn } from './template.ts';
import { facts, known, leedsAnswers, linesOf, printed, yorkAnswers } from './testing.ts';

/** The given beginnings of lines, each found after the one before. */
function assertInOrder(lines: readonly string[], beginnings: readonly string[]) {
  let at = -1;
  for (const beginning of beginnings) {
    const found = lines.findIndex((line, place) => place > at && line.startsWith(beginning));
    assert(found > at, `“${beginning}” does not follow “${lines[at]}”:\n${lines.join('\n')}`);
    at = found;
  }
}

/** The numbers that run through, as the paper shows them. */
const numbersIn = (lines: readonly string[], pattern: RegExp) =>
  lines.flatMap((line) => pattern.exec(line)?.[1] ?? []).map(Number);

test('York’s paper has the council’s headings, each in its place and no other', () => {
  const lines = linesOf(printed('york', yorkAnswers).document);
  assert.deepEqual(
    lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2)),
    [
      'Summary',
      'Background',
      'Consultation',
      'Options',
      'Analysis',
      'Council Plan',
      'Implications',
      'Risk Management',
      'Recommendations',
      'Contact Details',
      'Background Papers',
      'Annexes',
    ],
  );
  assertInOrder(lines, [
    'Children’s Scrutiny Committee',
    '15 October 2024',
    'Report of the Director of Children’s Services',
    'TITLE Fernshire Partnership yearly report 2023/24',
    '# Summary',
    '# Implications',
    '9. Financial',
    'There are no financial implications.',
    '10. Human Resources',
    '11. Equalities',
    '12. Legal',
    '13. Crime and Disorder',
    '14. Information Technology (IT)',
    '15. Property',
    '16. Other',
    '# Risk Management',
    '17. Harm',
    '18. Reviews',
    '# Recommendations',
    '19. The committee is asked to note the report.',
    '# Contact Details',
    'Author | A Writer, Business manager | 01632 960 002 / Chief Officer Responsible for the report | ',
    'Report Approved [ ] Not yet',
    'Specialist Implications Officer(s) None',
    'Wards Affected: [x] All',
    'For further information please contact the author of the report',
    '# Background Papers',
    'None',
    '# Annexes',
    'Annex A: Fernshire Partnership yearly report 2023/24',
    'Annex B: Statement of the independent scrutineer 2023/24',
  ]);
});

test('Leeds’s paper has the council’s headings, each in its place and no other', () => {
  const lines = linesOf(printed('leeds', leedsAnswers, 'endorse').document);
  assert.deepEqual(
    lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2)),
    [
      'Brief summary',
      'Recommendations',
      'What is this report about?',
      'What impact will this proposal have?',
      'How does this proposal impact the three pillars of the Best City Ambition?',
      'What consultation and engagement has taken place?',
      'What are the resource implications?',
      'What are the key risks and how are they being managed?',
      'What are the legal implications?',
      'Options, timescales and measuring success',
      'Appendices',
      'Background papers',
    ],
  );
  assertInOrder(lines, [
    'Report author: A Writer, Business manager',
    'Tel: 01632 960 002',
    'TITLE ',
    'Date: 15 October 2024',
    'Report of: Director',
    'Report to: Children’s Scrutiny Committee',
    'Will the decision be open for call in? [ ] Yes [x] No',
    'Does the report contain confidential or exempt information? [ ] Yes [x] No',
    '# Brief summary',
    '# Recommendations',
    'a) For Children’s Scrutiny Committee to endorse the work of the partnership.',
    '# What is this report about?',
    '1 ',
    '# How does this proposal impact',
    '[x] Health and Wellbeing [ ] Inclusive Growth [ ] Zero Carbon',
    '3 Being safe',
    '# What consultation and engagement has taken place?',
    'Wards affected: Alderholt, Dunmere',
    'Have ward members been consulted? [ ] Yes [x] No',
    '4 Agencies',
    '# Options, timescales and measuring success',
    'What other options were considered?',
    '8 None',
    'How will success be measured?',
    'What is the timetable and who will be responsible for implementation?',
    '10 The report was published on 24 September 2024.',
    '# Appendices',
    '• Fernshire Partnership yearly report 2023/24',
    '# Background papers',
    'None',
  ]);
});

test('the numbers run through all sections without a gap, answered or not', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  assert.deepEqual(numbersIn(linesOf(printed('york', yorkAnswers).document), /^(\d+)\. /), upTo(19));
  assert.deepEqual(numbersIn(linesOf(printed('leeds', leedsAnswers).document), /^(\d+) /), upTo(10));
  const extra = { ...yorkAnswers, consultation: 'One.\n\nTwo.\n\nThree.' };
  assert.deepEqual(numbersIn(linesOf(printed('york', extra).document), /^(\d+)\. /), upTo(20));
  const numbers = numbersIn(linesOf(printed('york', {}).document), /^(\d+)\. /);
  assert.deepEqual(numbers, upTo(numbers.length));
});

test('every implication is asked for, and a suggested line counts only once somebody has saved it', () => {
  const implications = [
    'financial',
    'human-resources',
    'equalities',
    'legal',
    'crime-and-disorder',
    'information-technology',
    'property',
    'other',
  ];
  assert.deepEqual(printed('york', yorkAnswers).open, []);
  for (const name of implications) {
    const { [name]: _, ...others } = yorkAnswers;
    const { open } = printed('york', others);
    assert.deepEqual(
      open.map(({ question }) => question),
      [name],
    );
    assert.match(open[0]?.why ?? '', /suggested/);
  }
  assert.deepEqual(printed('leeds', leedsAnswers).open, []);
  const asked = questionsIn(known('leeds')).filter(({ mandatory }) => mandatory);
  assert.equal(printed('leeds', {}).open.length, asked.filter(({ id }) => id in leedsAnswers).length);
});

test('a decision asked of the committee must be put into words', () => {
  assert.deepEqual(
    printed('york', yorkAnswers, 'decide').open.map(({ question }) => question),
    ['recommendations'],
  );
  assert.match(linesOf(printed('york', yorkAnswers, 'endorse').document).join('\n'), /asked to endorse/);
});

test('what was still to be filled in is found wherever it stands, by the rule that reads reports', () => {
  const open = (id: string, answers: Answers) => printed(id, answers).open.map(({ question }) => question);
  for (const left of ['TBC', 'xx children were seen.', '[insert figures]', '???', 'It cost £X in all.'])
    assert.deepEqual(
      open('york', { ...yorkAnswers, 'risk-management': `Fine.\n\n${left}` }),
      ['risk-management'],
      left,
    );
  assert.deepEqual(open('leeds', { ...leedsAnswers, 'author-phone': 'TBC' }), ['author-phone']);
  assert.deepEqual(open('leeds', { ...leedsAnswers, title: 'Report for 20XX' }), ['title']);
});

test('what records do not know yet is said, and not invented', () => {
  const template = known('leeds');
  const unpublished = { ...facts, 'published-on': null };
  const open = openIn(
    fill(template, leedsAnswers, unpublished, 'note'),
    unpublished,
    (source) => `No ${source}.`,
  );
  assert.deepEqual(open, [
    {
      question: 'timetable',
      ask: 'Options, timescales and measuring success: What is the timetable and who will be responsible for implementation?',
      why: 'No published-on.',
    },
  ]);
});

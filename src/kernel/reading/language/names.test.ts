import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadDocument } from '../document.ts';
import { recordsDocument } from '../testing.ts';
import { abbreviationsIn, namesIn } from './names.ts';

function paragraphs(...texts: string[]): ReadDocument {
  return recordsDocument(texts.map((text) => ({ kind: 'paragraph' as const, text })));
}

function named(...texts: string[]): string[] {
  return namesIn(paragraphs(...texts)).map(({ kind, text, mentions }) =>
    mentions.length > 1 ? `${kind}: ${text} ×${mentions.length}` : `${kind}: ${text}`,
  );
}

for (const [text, ...expected] of [
  [
    'Reports go to the Fernshire Safeguarding Executive each quarter.',
    'body: Fernshire Safeguarding Executive',
  ],
  ['The Health and Wellbeing Board met.', 'body: Health and Wellbeing Board'],
  ['We launched our Early Help Strategy in May.', 'strategy: Early Help Strategy'],
  [
    'The Case Review Sub-group and the Learning Sub-group met.',
    'body: Case Review Sub-group',
    'body: Learning Sub-group',
  ],
  ['The Fernshire Schools and Academies Board joined.', 'body: Fernshire Schools and Academies Board'],
  ['An Education, Health and Care Plan was made.', 'strategy: Education, Health and Care Plan'],
  [
    'The Board of Governors and the Department for Transport replied.',
    'body: Board of Governors',
    'agency: Department for Transport',
  ],
  ['The Director of Children’s Services chairs it.', 'agency: Children’s Services'],
  [
    'The Council’s Play Strategy and the Fernshire Council’s Plan',
    'strategy: Play Strategy',
    'agency: Fernshire Council',
  ],
  ['under the Children and Families Act 2014', 'law: Children and Families Act'],
  ['the Independent Inquiry into Lost Records', 'inspection: Independent Inquiry into Lost Records'],
  ['During Safer Streets Week 2024 we met.', 'event: Safer Streets Week'],
  ['Operation Lighthouse began.', 'campaign: Operation Lighthouse'],
  ['the ‘Look Twice’ campaign', 'campaign: Look Twice'],
  ['the campaign “Look Twice, Ask Once”', 'campaign: Look Twice, Ask Once'],
  ['the “Bright Homes” practice model', 'product: Bright Homes'],
  ['a Walking with Grandparents campaign', 'campaign: Walking with Grandparents campaign'],
  ['colleagues in the Multi-Agency Safeguarding Hub', 'agency: Multi-Agency Safeguarding Hub'],
  ['The Missing, Exploited and Trafficked Group met.', 'body: Missing, Exploited and Trafficked Group'],
] as const) {
  test(`“${text}” names what it names`, () => assert.deepEqual(named(text), expected));
}

for (const text of [
  'The board met, and its members agreed a strategy for the service.',
  'The Board met. This Board is chaired by its Chief Executive.',
  'Working in Partnership helps everybody.',
  'Multi-Agency work goes on.',
  'The Director of Nursing and the Head of Learning spoke.',
  'Boards and Partnerships of all kinds came.',
  'THE PLAN MUST BE READ BY EVERY TEAM',
  '“Nobody asked me,” said one person about the campaign.',
  'Sub-Groups report each quarter.',
]) {
  test(`“${text}” names nothing`, () => assert.deepEqual(named(text), []));
}

test('ways of writing one name are one name, shown as it is written most often', () => {
  assert.deepEqual(
    named(
      'The Voice & Involvement Sub-Group met.',
      'The Voice and Involvement Sub-group met.',
      'The Voice and Involvement Sub-group’s chair spoke to the Voice and Involvement Subgroup.',
    ),
    ['body: Voice and Involvement Sub-group ×4'],
  );
});

test('a plural is a mention of a name that also stands in the singular, and none without it', () => {
  assert.deepEqual(
    named('The Risk Assessment Meeting was renamed.', 'Risk Assessment Meetings are held weekly.'),
    ['meeting: Risk Assessment Meeting ×2'],
  );
  assert.deepEqual(named('Family Network Meetings are held.'), []);
});

test('priorities are known by their number, in headings, in sentences and in lists', () => {
  const document = recordsDocument([
    { kind: 'heading', text: 'Priority One: Early Help', level: 1 },
    { kind: 'paragraph', text: 'Work on Priority 2 – Safe Travel has begun well.' },
    { kind: 'paragraph', text: 'We agreed these strategic priorities:' },
    { kind: 'item', text: 'Early Help' },
    { kind: 'item', text: 'Safe at School' },
    { kind: 'paragraph', text: 'Then we met.' },
    { kind: 'item', text: 'Not A Priority' },
  ]);
  assert.deepEqual(
    namesIn(document).map(({ kind, number, plain, text }) => [kind, number, plain, text]),
    [
      ['priority', 1, 'early help', 'Priority One: Early Help'],
      ['priority', 2, 'safe travel', 'Priority 2 – Safe Travel'],
      ['priority', null, 'early help', 'Early Help'],
      ['priority', null, 'safe school', 'Safe at School'],
    ],
  );
});

test('names are found in headings and in the cells of tables, each with its place', () => {
  const document = recordsDocument([
    { kind: 'heading', text: 'The Learning Hub', level: 1 },
    {
      kind: 'table',
      header: ['Event', 'People'],
      rows: [
        {
          cells: [
            { text: 'Opening of the Learning Hub', number: null },
            { text: '7', number: { value: 7, kind: 'count', decimals: 0 } },
          ],
          line: null,
          page: null,
        },
      ],
    },
  ]);
  const [hub, ...more] = namesIn(document);
  assert.deepEqual(more, []);
  assert.deepEqual(
    hub?.mentions.map(({ text, cell, from, to }) => [text, cell, from, to]),
    [
      ['Learning Hub', null, 4, 16],
      ['Learning Hub', { row: 0, column: 0 }, 15, 27],
    ],
  );
});

test('a document is read for its names once', () => {
  const document = paragraphs('The Learning Hub opened.');
  assert.equal(namesIn(document), namesIn(document));
  assert.equal(abbreviationsIn(document), abbreviationsIn(document));
});

test('any capitalised words before a head are found as a name at their exact place', () => {
  const word = fc.constantFrom('Amber', 'Harbour', 'River', 'Learning', 'Family', 'Safety', 'Voice');
  const head = fc.constantFrom('Board', 'Panel', 'Strategy', 'Forum', 'Toolkit', 'Committee', 'Network');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), head, (words, last) => {
      const name = [...words, last].join(' ');
      const [found, ...more] = namesIn(paragraphs(`In June the ${name} was new.`));
      assert.deepEqual(more, []);
      assert.deepEqual([found?.text, found?.mentions[0]?.from], [name, 12]);
    }),
  );
});

function short(...texts: string[]): string[] {
  return abbreviationsIn(paragraphs(...texts)).map(({ short: letters, expansions, mentions }) => {
    const ways = expansions.map(({ words, spells }) => `${spells ? '' : '?'}${words}`).join(' | ');
    return `${letters}${mentions.length > 1 ? ` ×${mentions.length}` : ''}${ways === '' ? '' : ` = ${ways}`}`;
  });
}

for (const [text, ...expected] of [
  ['The Child Death Overview Panel (CDOP) met.', 'CDOP = Child Death Overview Panel'],
  ['the child death overview panel (CDOP)', 'CDOP = child death overview panel'],
  [
    'from Child and Adolescent Mental Health Services (CAMHS)',
    'CAMHS = Child and Adolescent Mental Health Services',
  ],
  [
    'multi-agency public protection arrangements (MAPPA) apply',
    'MAPPA = multi-agency public protection arrangements',
  ],
  ['the Department for Education (DfE) wrote', 'DFE = Department for Education'],
  ['a My Support Team (MyST) worker', 'MYST = My Support Team'],
  [
    'young people not in education, employment or training (NEET)',
    'NEET = not in education, employment or training',
  ],
  [
    'the Short Warwick Edinburgh Mental Wellbeing Scale (SWEMWBS)',
    'SWEMWBS = Short Warwick Edinburgh Mental Wellbeing Scale',
  ],
  ['Special Educational Needs Co-ordinators (SENCos) met', 'SENCO = Special Educational Needs Co-ordinators'],
  ['a person in a position of trust (PiPoT)', 'PIPOT = person in a position of trust'],
  ['LADO (Local Authority Designated Officer) advice', 'LADO = Local Authority Designated Officer'],
  ['JTAI (joint targeted area inspection) outcomes', 'JTAI = joint targeted area inspection'],
  ['Public Protection Notices’ (PPN’s) are sent', 'PPN = Public Protection Notices'],
  ['MASH – Multi-Agency Safeguarding Hub', 'MASH = Multi-Agency Safeguarding Hub'],
  ['MASH: Multi-Agency Safeguarding Hub', 'MASH = Multi-Agency Safeguarding Hub'],
  ['Accident and Emergency (A&E) saw', 'AE = Accident and Emergency'],
  ['The Child Death Review Panel (CDOP) met.', 'CDOP = ?Child Death Review Panel'],
  ['DSLs, the DSL and a DSL’s deputy', 'DSL ×3'],
] as const) {
  test(`“${text}” has its abbreviations`, () => assert.deepEqual(short(text), expected));
}

for (const text of [
  'Part II and Henry VIII, in the UK, as a PDF on TV.',
  'WE WILL ALWAYS LISTEN TO CHILDREN',
  'We did NOT stop; ALL came.',
  'It weighs 5 kg; see YouTube, TikTok and PowerPoint.',
  'Pupils in KS2 and Y6 in Q3.',
  'Write to TEAM@example.org or https://example.org/ABC/DEF.',
  'Jo McDonald and Ann Smith (Chair) came.',
]) {
  test(`“${text}” has none`, () => assert.deepEqual(short(text), []));
}

test('a word that also stands in small letters is only written large', () => {
  assert.deepEqual(short('The RAISE programme.', 'They raise money.'), []);
});

test('an acronym that is a word counts where it is written out', () => {
  assert.deepEqual(short('Use ACT (Assess, Call, Tell) at once.', 'We act at once.'), [
    'ACT = Assess, Call, Tell',
  ]);
});

test('one abbreviation written out in two ways has both, each with its place', () => {
  const document = paragraphs(
    'Public Protection Notices (PPN) are sent.',
    'Police Protection Notices (PPN) are sent; a PPN is short.',
  );
  const [ppn] = abbreviationsIn(document);
  assert.deepEqual(
    ppn?.expansions.map(({ words, plain, spells, mentions }) => [
      words,
      plain,
      spells,
      mentions[0]?.part.at,
      mentions[0]?.from,
    ]),
    [
      ['Public Protection Notices', 'public protection notice', true, 0, 0],
      ['Police Protection Notices', 'police protection notice', true, 1, 0],
    ],
  );
  assert.equal(ppn?.mentions.length, 3);
});

test('a glossary with two columns writes abbreviations out', () => {
  const cell = (text: string) => ({ text, number: null });
  const document = recordsDocument([
    {
      kind: 'table',
      header: ['Short', 'Meaning'],
      rows: [{ cells: [cell('IRO'), cell('Independent Reviewing Officer')], line: null, page: null }],
    },
  ]);
  const [iro] = abbreviationsIn(document);
  assert.deepEqual(iro?.expansions[0]?.words, 'Independent Reviewing Officer');
  assert.deepEqual(iro?.expansions[0]?.mentions[0]?.cell, { row: 0, column: 1 });
});

test('any words, with their initials in brackets, are what the initials stand for', () => {
  const word = fc.constantFrom(
    'Amber',
    'child',
    'Death',
    'early',
    'Family',
    'Group',
    'harm',
    'Notice',
    'Online',
    'Panel',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 3, maxLength: 6 }), (words) => {
      const letters = words.map((each) => each.charAt(0).toUpperCase()).join('');
      const found = abbreviationsIn(paragraphs(`We told ${words.join(' ')} (${letters}) yesterday.`));
      const one = found.find((each) => each.short === letters);
      assert.ok(one?.expansions.some(({ words: written, spells }) => spells && written === words.join(' ')));
    }),
  );
});

// Support for tests and benchmarks: a report about the made-up county of Fernshire, about as long as a real one (some
// 70 pages in print, with 20 charts, 44 tables and 260 notes). The same numbers every time; nothing in it is real.
import type { Block, Chapter, Footnote, Inline, ReportDocument } from '../document.ts';

const titles = [
  'Foreword by the delegated safeguarding partners',
  'Fernshire and its children',
  'How the partnership works',
  'What the safeguarding partners contributed',
  'Priority 1: Neglect',
  'Priority 2: Harm outside the home',
  'Priority 3: Babies under one',
  'Serious incidents and what was learned',
  'Multi-agency audits',
  'Training and development',
  'What children and families told us',
  'Independent scrutiny and the money',
];

const sentences = [
  'Health visitors, schools and the police agreed one way of recording concerns about neglect, and used it from September.',
  'The panel looked at twelve families together and asked in each of them what daily life was like for the child.',
  'In nine of the twelve the plan said what had to change and by when; in three it did not.',
  'Practitioners said that they now know whom to ring, and that they are rung back on the same day.',
  'The number of contacts rose in the autumn, as it does each year when schools return.',
  'Where an action was late, its owner told the executive group why, and a new day was agreed and recorded.',
  'The independent scrutineer visited the front door twice and watched the decisions being taken.',
  'Young people who had been missing from home were offered a conversation with someone they had chosen.',
  'Two of the three recommendations made in the spring have been checked by someone other than their owner.',
  'The partnership does not yet know whether children are safer for it, and says so in its plan for next year.',
  'Parents asked for letters in plain words, and the template was rewritten with them.',
  'Fewer children waited longer than ten working days for an assessment than in the year before.',
];

const quotations = [
  'She asked me what I wanted to happen, and then she wrote it down in front of me.',
  'I only had to tell it once. The school already knew, and nobody made me start again.',
  'You can tell who has read about you and who has not.',
];

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
const districts = [
  'Alderholt',
  'Bracken Vale',
  'Coombe and Ferring',
  'Dunmere',
  'Eastwold',
  'Fern Harbour',
  'Greatmoor',
  'Hollin Cross',
];
const kinds = ['Neglect', 'Emotional abuse', 'Physical abuse', 'Sexual abuse', 'More than one kind'];

/** Small repeatable numbers: a linear congruential sequence, seeded. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

export function sampleDocument(status: ReportDocument['status'] = 'draft'): ReportDocument {
  const next = sequence(7);
  const footnotes: Footnote[] = [];

  const note = (): Inline => {
    const number = footnotes.length + 1;
    const measure = [
      'contacts to the front door',
      'children with a child protection plan',
      'sessions of training held',
    ][number % 3];
    footnotes.push({
      number,
      text: `Number of ${measure}, April 2024 to March 2025, Fernshire: multi-agency data set, return ${number}, taken on ${1 + next(28)} May 2025.`,
      ref: `dataset.figure/${number}`,
      path: `/dataset/figures/${number}`,
    });
    return { kind: 'note', number };
  };
  const text = (count: number): Inline => ({
    kind: 'text',
    text: Array.from({ length: count }, () => sentences[next(sentences.length)]).join(' '),
  });
  const paragraph = (): Block => ({
    kind: 'paragraph',
    inlines: [
      text(2),
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: `${20 + next(400)} children` },
      { kind: 'text', text: ' were helped in this way' },
      note(),
      { kind: 'text', text: '. ' },
      text(1),
    ],
  });

  const districtTable = (): Block => {
    const rows = districts.map((district) => [
      district,
      ...[next(400), next(200), next(90)].map(String),
      `${10 + next(80)}%`,
    ]);
    const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0));
    return {
      kind: 'table',
      caption: 'Children known to the partnership, by district, on 31 March 2025',
      columns: [
        { label: 'District', numeric: false },
        ...['Early help', 'Child in need', 'Child protection plan', 'Seen alone'].map((label) => ({
          label,
          numeric: true,
        })),
      ],
      rows,
      total: ['Fernshire', sum(1), sum(2), sum(3), ''],
      note: [
        { kind: 'text', text: 'Children with two addresses are counted once' },
        note(),
        { kind: 'text', text: '.' },
      ],
      ref: `dataset.table/${next(1e6)}`,
    };
  };
  const actionTable = (): Block => ({
    kind: 'table',
    caption: 'Actions of the year and where they stand',
    columns: ['Action', 'Owner', 'Due', 'Where it stands'].map((label) => ({ label, numeric: false })),
    rows: Array.from({ length: 7 }, (_, index) => [
      `${index + 1}. ${sentences[next(sentences.length)]}`,
      ['Head of safeguarding, council', 'Designated nurse', 'Detective superintendent', 'Education lead'][
        next(4)
      ] ?? '',
      `${1 + next(28)} ${['June', 'September', 'December', 'March'][next(4)]} 2025`,
      ['Done and checked', 'Done, not yet checked', 'Late', 'Under way'][next(4)] ?? '',
    ]),
    total: null,
    note: null,
    ref: null,
  });
  const trendChart = (): Block => ({
    kind: 'chart',
    chart: 'line',
    title: 'Contacts to the front door by quarter',
    description: 'A line that rises slowly over twelve quarters, with a dip each summer.',
    unit: 'contacts',
    points: Array.from({ length: 12 }, (_, index) => ({
      label: `${quarters[index % 4]} ${2022 + Math.floor(index / 4)}/${23 + Math.floor(index / 4)}`,
      value: 1100 + index * 25 + next(120) - (index % 4 === 1 ? 140 : 0),
    })),
    note: [
      { kind: 'text', text: 'Repeated contacts about one child within a day count once' },
      note(),
      { kind: 'text', text: '.' },
    ],
  });
  const kindChart = (): Block => ({
    kind: 'chart',
    chart: 'bars',
    title: 'Main reason for child protection plans',
    description: 'Neglect is the most common reason, emotional abuse the second.',
    unit: 'per cent',
    points: kinds.map((label, index) => ({ label, value: [46, 31, 12.5, 6, 4.5][index] ?? 0 })),
    note: null,
  });

  const chapters = titles.map((title, index): Chapter => {
    const blocks: Block[] = [paragraph()];
    for (const [part, name] of ['What we did', 'What difference it made', 'What we will do next'].entries()) {
      blocks.push({ kind: 'heading', level: 2, text: name, id: `chapter-${index + 1}-part-${part + 1}` });
      blocks.push(paragraph(), paragraph(), {
        kind: 'list',
        items: [[text(1), note()], [text(1)], [text(2), note()]],
      });
      if (part === 0) {
        blocks.push(actionTable(), {
          kind: 'heading',
          level: 3,
          text: 'Behind the figures',
          id: `chapter-${index + 1}-behind`,
        });
        blocks.push(paragraph());
      }
      if (part === 1) {
        if (index < 10) blocks.push(trendChart(), paragraph(), kindChart());
        blocks.push(districtTable(), paragraph());
        const said = quotations[index % quotations.length] ?? '';
        blocks.push({
          kind: 'quotation',
          inlines: [{ kind: 'text', text: said }, note()],
          speaker: 'Young person, 15',
        });
      }
      if (part === 2) {
        blocks.push({ kind: 'case-study', title: 'One family’s year', inlines: [text(5)] });
        const gap =
          'No figure for this year was offered by two of the five agencies asked. They are asked again by 30 June.';
        blocks.push({
          kind: 'aside',
          tone: index % 2 === 0 ? 'gap' : 'note',
          inlines: [{ kind: 'text', text: gap }],
        });
      }
      blocks.push(paragraph());
    }
    return { id: `chapter-${index + 1}`, number: index + 1, title, blocks };
  });

  return {
    title: 'Yearly report 2024 to 2025',
    subtitle: 'How agencies in Fernshire kept children safe together, and what difference it made',
    partnership: 'Fernshire Safeguarding Children Partnership',
    period_label: '1 April 2024 to 31 March 2025',
    framework_title: 'Working Together to Safeguard Children 2023',
    status,
    published_on: status === 'draft' ? null : '2025-09-30',
    chapters,
    footnotes,
    contact:
      'To ask for this report in another format or language, write to partnership@fernshire.example or ring 01632 960 001.',
  };
}

/** The smallest report there can be, for tests that put their own blocks in. */
export function smallDocument(blocks: Block[], footnotes: Footnote[] = []): ReportDocument {
  return {
    ...sampleDocument('published'),
    chapters: [{ id: 'only', number: 1, title: 'The only chapter', blocks }],
    footnotes,
  };
}

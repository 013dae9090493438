import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { sampleItem, sampleMeasure, sampleStatement, sampleTable } from '../sample-composition.ts';
import { chapter, of, table, words } from './composed.ts';

const measured = (id: string, value: number, over: Partial<EvidenceItem> = {}) =>
  sampleItem(id, sampleMeasure(value, 'children'), { title: `Count ${id}`, topics: ['area'], ...over });

test('a figure alone is a sentence with its period and area, and its footnote says where it comes from', () => {
  const item = sampleItem('1', sampleMeasure(5.9, 'per cent', { decimals: 1 }), {
    title: 'Smoking',
    topics: ['area'],
  });
  const document = of(item);
  const [, figure] = chapter(document, 'children-in-the-area');
  assert.deepEqual(figure, {
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: 'Smoking: ' },
      { kind: 'cited', text: '5.9%', number: 1 },
      { kind: 'text', text: ' (2024/25, Fernshire).' },
    ],
  });
  assert.deepEqual(document.footnotes, [
    {
      number: 1,
      text: 'Smoking. 2024/25. Fernshire. Source: Return to the business unit, row 1.',
      ref: 'evidence.item/1',
      path: '/evidence/items/1',
    },
  ]);
});

test('three figures are a table whose rows carry their own marks, without columns that say nothing', () => {
  const shown = table(
    chapter(of(measured('a', 1), measured('b', 2), measured('c', 3)), 'children-in-the-area'),
  );
  assert.match(shown.caption, /\(Fernshire\)$/);
  assert.deepEqual(shown.rows, [
    ['Count a', '1 child', '2024/25'],
    ['Count b', '2 children', '2024/25'],
    ['Count c', '3 children', '2024/25'],
  ]);
  assert.deepEqual(shown.row_notes, [1, 2, 3]);
});

test('figures of different areas, with a comparison or without a period, say so in their rows', () => {
  const compared = sampleMeasure(2, 'children', { comparator: { value: 4, label: '2023/24' } });
  const undated = { from: null, to: null, label: null };
  const shown = table(
    chapter(
      of(
        measured('a', 1, { geography: null }),
        measured('b', 2, { content: compared }),
        measured('c', 3, { period: undated }),
      ),
      'children-in-the-area',
    ),
  );
  assert.deepEqual(shown.rows, [
    ['Count a', '1 child', '2024/25', 'not given', 'nothing'],
    ['Count b', '2 children', '2024/25', 'Fernshire', '4 children (2023/24)'],
    ['Count c', '3 children', 'not given', 'Fernshire', 'nothing'],
  ]);
});

test('a table of one column of words is a list under its title, and other tables lead to their record', () => {
  const themes = sampleItem(
    '1',
    {
      ...sampleTable([['Housing'], ['Neglect']]),
      columns: [{ label: 'Theme', kind: 'text', total: 'none' }],
    },
    { title: 'Themes' },
  );
  const [, lead, list] = chapter(of(themes), 'training');
  assert.equal(lead && words([lead]), 'Themes, 2024/25:');
  assert.deepEqual(list?.kind === 'list' && list.items.flat().map((i) => 'text' in i && i.text), [
    'Housing',
    'Neglect',
  ]);
  const shown = table(chapter(of(sampleItem('2', sampleTable([['A', 7, 5]]))), 'training'));
  assert.equal(shown.path, '/evidence/items/2');
});

test('a statement with a title of its own is led by it, and one whose title repeats it joins a list', () => {
  const own = sampleItem('1', sampleStatement('Two were held.'), { title: 'Masterclasses' });
  const cut = sampleItem('2', sampleStatement('Delegates were asked what they used.'), {
    title: 'Delegates were asked…',
  });
  const same = sampleItem('3', sampleStatement('A survey ran.'), { title: 'A survey ran.' });
  const blocks = chapter(of(own, cut, same), 'training').slice(1);
  assert.deepEqual(
    blocks.map((block) => [block.kind, words([block])]),
    [
      ['paragraph', 'Masterclasses. Two were held.'],
      ['list', 'Delegates were asked what they used.A survey ran.'],
    ],
  );
});

test('a record of the partnership’s own is not called a source that is missing', () => {
  const item = (ref: string) =>
    sampleItem('x', sampleStatement('It was seen.'), { ref, source: null, title: 'It was seen.' });
  const noteOf = (ref: string) => of(item(ref)).footnotes[0]?.text;
  assert.equal(noteOf('thread.effect/1'), '2024/25. A record of the partnership’s own.');
  assert.equal(noteOf('evidence.item/1'), '2024/25. No source is recorded.');
});

test('a printed total that its rows contradict stays, with the sum of the rows beside it', () => {
  const shown = table(
    chapter(
      of(
        sampleItem(
          '1',
          sampleTable(
            [
              ['A', 7, 5],
              ['B', 6, 8],
            ],
            ['Total', 15, 13],
          ),
        ),
      ),
      'training',
    ),
  );
  assert.deepEqual(shown.rows.at(-1), ['Sum of the rows, worked out here', '13', '13']);
  assert.deepEqual(shown.total, ['Total (as printed)', '15', '13']);
  const right = table(
    chapter(
      of(
        sampleItem(
          '1',
          sampleTable(
            [
              ['A', 7, 5],
              ['B', 6, 8],
            ],
            ['Total', 13, 13],
          ),
        ),
      ),
      'training',
    ),
  );
  assert.equal(right.rows.length, 2);
});

test('courses are drawn as bars of those who came', () => {
  const blocks = chapter(
    of(
      sampleItem(
        '1',
        sampleTable([
          ['A', 7, 125],
          ['B', 6, 134],
        ]),
      ),
    ),
    'training',
  );
  const chart = blocks.find((block) => block.kind === 'chart');
  assert.deepEqual(chart?.kind === 'chart' && chart.points, [
    { label: 'A', value: 125 },
    { label: 'B', value: 134 },
  ]);
});

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { appearance, chartStyles, chartWidth } from './appearance.ts';
import { type Chart, drawChart } from './chart.ts';
import { ticksFor } from './line.ts';
import { textWidth, wrapText } from './text-width.ts';
import { decimalsOf, valueText } from './values.ts';

const fontFiles = [
  '400Regular/AtkinsonHyperlegible_400Regular.ttf',
  '700Bold/AtkinsonHyperlegible_700Bold.ttf',
].map((file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/atkinson-hyperlegible/${file}`));

function chart(kind: Chart['kind'], points: [string, number][], unit = 'children'): Chart {
  return {
    kind,
    id: 'chart-1',
    title: 'Contacts',
    description: 'Contacts by quarter',
    unit,
    points: points.map(([label, value]) => ({ label, value })),
  };
}

interface Text {
  of: string;
  content: string;
  /** Degrees around (x, pivot). */
  turn: number;
  pivot: number;
  left: number;
  right: number;
  y: number;
  x: number;
}

/** Every text of a drawing, with the room it may take by the estimate the layout uses. */
function texts(svg: string): Text[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', escaped = '']) => {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const content = escaped.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const of = read('class') as keyof typeof appearance;
    const size = Number((appearance[of] as Record<string, string>)['font-size']);
    const width = textWidth(content, size, of === 'chart-value' ? 'bold' : 'regular');
    const x = Number(read('x'));
    const rotation = /rotate\((-\d+) [\d.]+ ([\d.]+)\)/.exec(attributes) ?? [];
    const left = { start: x, middle: x - width / 2, end: x - width }[read('text-anchor')] ?? Number.NaN;
    return {
      of,
      content,
      turn: Number(rotation[1] ?? 0),
      pivot: Number(rotation[2] ?? 0),
      left,
      right: left + width,
      y: Number(read('y')),
      x,
    };
  });
}

function overlapping(of: Text[]): [string, string] | null {
  for (const [index, a] of of.entries()) {
    for (const b of of.slice(index + 1)) {
      if (a.content === '' || b.content === '') continue;
      if (Math.abs(a.y - b.y) < 13 && a.left < b.right - 0.2 && b.left < a.right - 0.2)
        return [a.content, b.content];
    }
  }
  return null;
}

const anyPoints = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('2021/22', 'Q1 2023/24', 'Neglect', 'Children looked after by the council'),
      fc.string(),
    ),
    fc.oneof(fc.integer({ min: -5000, max: 999_999 }), fc.double({ min: 0, max: 100, noNaN: true })),
  ),
  { minLength: 1, maxLength: 12 },
);

for (const kind of ['bars', 'line'] as const) {
  test(`${kind}: no text overlaps another or leaves the drawing, whatever the labels and values`, () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const svg = drawChart(chart(kind, points));
        const [, height] = /viewBox="0 0 480 (\d+)"/.exec(svg) ?? [];
        const level = texts(svg).filter((text) => text.turn === 0);
        assert.equal(overlapping(level), null);
        for (const text of level) {
          assert.ok(text.left >= -0.2 && text.right <= chartWidth + 0.2, `"${text.content}" is cut`);
          assert.ok(text.y > 8 && text.y <= Number(height));
        }
      }),
      { numRuns: 300 },
    );
  });
}

test('labels that are turned keep a line of distance from each other and stay inside the drawing', () => {
  const turns = new Set<number>();
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 1, max: 12 }), (points, words) => {
      const label = (index: number) => `${'Fernshire '.repeat(words)}${index}`;
      const svg = drawChart(
        chart(
          'line',
          Array.from({ length: points }, (_, i) => [label(i), i]),
        ),
      );
      const [, height] = /viewBox="0 0 480 (\d+)"/.exec(svg) ?? [];
      const turned = texts(svg).filter((text) => text.turn !== 0);
      for (const { turn } of turned) turns.add(turn);
      // Along the direction in which lines follow each other, every line has 13 units to itself.
      const across = turned
        .map((text) => text.x * Math.sin((-text.turn * Math.PI) / 180) + (text.y - text.pivot))
        .toSorted((a, b) => a - b);
      for (const [index, place] of across.slice(1).entries())
        assert.ok(place - (across[index] ?? 0) >= 13 - 0.3);
      for (const text of turned) {
        const angle = (-text.turn * Math.PI) / 180;
        const width = text.right - text.left;
        assert.ok(text.x - width * Math.cos(angle) >= 0, `"${text.content}" is cut at the left`);
        assert.ok(text.pivot + width * Math.sin(angle) <= Number(height), `"${text.content}" is cut below`);
      }
    }),
  );
  assert.deepEqual(turns, new Set([-45, -90]));
});

test('every value of twelve points is written beside its point', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 2, maxLength: 12 }), (values) => {
      const svg = drawChart(
        chart(
          'line',
          values.map((value, index) => [`${2010 + index}`, value]),
        ),
      );
      assert.equal(texts(svg).filter((text) => text.of === 'chart-value').length, values.length);
    }),
  );
});

test('the estimate of a text is never narrower than the shipped font draws it', () => {
  const samples = [
    'Emotional abuse 2023/24',
    'MMWW mmww @&%',
    'illicit fjord, "quoted"',
    '£1,234,567.89',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'abcdefghijklmnopqrstuvwxyz 0123456789',
    '-12.5% (provisional)',
  ];
  for (const sample of samples) {
    for (const weight of ['regular', 'bold'] as const) {
      const bold = weight === 'bold' ? ' font-weight="700"' : '';
      const escaped = sample.replaceAll('&', '&amp;');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="50"><text x="5" y="30" font-size="15"${bold} font-family="Atkinson Hyperlegible">${escaped}</text></svg>`;
      const drawn =
        new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()?.width ?? Number.NaN;
      const estimate = textWidth(sample, 15, weight);
      assert.ok(
        drawn > 20 && drawn <= estimate,
        `${sample} (${weight}): drawn ${drawn}, estimated ${estimate}`,
      );
    }
  }
});

test('a drawing names itself: role, title and description, tied together by ids made from its own', () => {
  const svg = drawChart(chart('bars', [['A', 1]]));
  assert.match(svg, /role="img" aria-labelledby="chart-1-title chart-1-description"/);
  assert.match(svg, /<title id="chart-1-title">Contacts<\/title>/);
  assert.match(svg, /<desc id="chart-1-description">Contacts by quarter<\/desc>/);
});

test('nothing written by a person becomes markup', () => {
  const attack = '"><script>alert(1)</script>';
  for (const kind of ['bars', 'line'] as const) {
    const of = { ...chart(kind, [[attack, 1]], attack), id: attack, title: attack, description: attack };
    const svg = drawChart(of);
    assert.doesNotMatch(svg, /<script/);
    assert.equal(svg.match(/<svg/g)?.length, 1);
  }
});

test('by class a drawing carries no style, colour or script; standing alone it carries its colours and no need of a stylesheet', () => {
  const of = chart('line', [
    ['2022', 4],
    ['2023', 9],
  ]);
  assert.doesNotMatch(drawChart(of), /style|fill|stroke|font/);
  const alone = drawChart(of, { standalone: true });
  assert.match(alone, /stroke="#12656c"/);
  assert.match(alone, /font-family="Atkinson Hyperlegible"/);
  assert.match(alone, / width="480" height="\d+"/);
  for (const name of Object.keys(appearance)) assert.ok(chartStyles().includes(`.${name}{`));
});

test('every colour with a meaning stands out from white by at least 3 to 1, text by 4.5 to 1', () => {
  for (const [name, look] of Object.entries(appearance)) {
    if (name === 'chart-grid') continue;
    const colours = Object.values(look).filter((value) => value.startsWith('#') && value !== '#ffffff');
    assert.ok(colours.length > 0);
    for (const colour of colours) {
      const ratio = 1.05 / (luminance(colour) + 0.05);
      assert.ok(ratio >= ('font-size' in look ? 4.5 : 3), `${name} ${colour} is ${ratio.toFixed(2)} to 1`);
    }
  }
});

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('a value that is no number is refused by name', () => {
  assert.throws(() => drawChart(chart('bars', [['Police', Number.NaN]])), /"Police" in the chart "Contacts"/);
});

test('bars are as long as their values: half the value, half the length; below nought to the left', () => {
  const svg = drawChart(
    chart('bars', [
      ['A', 50],
      ['B', 100],
      ['C', -100],
    ]),
  );
  const bars = [...svg.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  const [a = [0, 0], b = [0, 0], c = [0, 0]] = bars;
  assert.ok(Math.abs((b[1] ?? 0) - 2 * (a[1] ?? 0)) <= 0.2);
  assert.equal(b[1], c[1]);
  assert.ok(Math.abs((c[0] ?? 0) + (c[1] ?? 0) - (b[0] ?? 0)) <= 0.2);
});

test('the scale of a line holds nought and every value, in even steps', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100),
        { maxLength: 12 },
      ),
      (values) => {
        const ticks = ticksFor(values);
        assert.ok(ticks.includes(0) && ticks.length >= 2 && ticks.length <= 8);
        assert.ok(
          Math.min(...ticks) <= Math.min(0, ...values) &&
            Math.max(...ticks) >= Math.max(0, ...values) * (1 - 1e-8),
        );
      },
    ),
  );
  assert.deepEqual(ticksFor([1, 3]), [0, 1, 2, 3]);
  assert.deepEqual(ticksFor([0, 0]), [0, 1]);
});

test('figures are written with their sign, thousands, unit and one number of decimals', () => {
  assert.equal(valueText(1204, 'children', 0), '1,204');
  assert.equal(valueText(58.5, 'per cent', 1), '58.5%');
  assert.equal(valueText(-300, 'GBP', 0), '-£300');
  assert.equal(valueText(-0.001, 'per cent', 1), '0.0%');
  assert.equal(decimalsOf([1, 2.5, 3.456], 'children'), 2);
  assert.equal(decimalsOf([1200.5], 'GBP'), 2);
  assert.equal(decimalsOf([12], 'GBP'), 0);
});

test('wrapping loses no character and makes no line wider than asked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
      const lines = wrapText(text, width, 15);
      assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      for (const line of lines) assert.ok(textWidth(line, 15) <= width || Array.from(line).length === 1);
    }),
  );
});

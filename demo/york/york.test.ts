// York holds only what its two documents print. Where the documents lie beside the checkout, each locator and each
// figure is held against its line; elsewhere those tests say that they were skipped.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { columnTotals, content, type Measure, type Table } from '../../src/kernel/evidence/shapes.ts';
import { campaignLines } from './communications.ts';
import { york } from './index.ts';
import { numberRegister } from './number-register.ts';
import { sourceOf } from './place.ts';

const documentsFolder = new URL('../../../shared/seeds/', import.meta.url);

/** The lines of documents 001 and 002, or null where they do not lie beside the checkout. */
function documentLines(t: TestContext): Record<string, string[]> | null {
  if (!existsSync(documentsFolder)) {
    t.diagnostic('skipped: the source documents do not lie beside this checkout');
    return null;
  }
  const names = readdirSync(documentsFolder);
  return Object.fromEntries(
    ['001', '002'].map((number) => {
      const name = names.find((candidate) => candidate.startsWith(number));
      assert.ok(name, `document ${number} is missing from the folder of documents`);
      return [number, readFileSync(new URL(name, documentsFolder), 'utf8').split('\n')];
    }),
  );
}

function lineAt(lines: Record<string, string[]>, locator: string): string {
  const [number = '', line = '0'] = locator.split(':');
  return lines[number]?.[Number(line) - 1] ?? '';
}

/** Every value under the given field, however deep it lies. */
function valuesOf(field: string, within: unknown = york): unknown[] {
  if (Array.isArray(within)) return within.flatMap((each) => valuesOf(field, each));
  if (within === null || typeof within !== 'object') return [];
  return Object.entries(within).flatMap(([key, value]) => [
    ...(key === field && value !== undefined ? [value] : []),
    ...valuesOf(field, value),
  ]);
}

function textsOf(within: unknown): string[] {
  if (typeof within === 'string') return [within];
  if (within === null || typeof within !== 'object') return [];
  return Object.values(within).flatMap(textsOf);
}

const locators = valuesOf('locator').map(String);

function measures(): { locator: string; figure: Measure }[] {
  return york.items.flatMap(({ content: held, locator = '' }) =>
    held.shape === 'measure' ? [{ locator, figure: held }] : [],
  );
}

function tableOf(key: string): Table {
  const held = york.items.find((item) => item.key === key)?.content;
  assert.ok(held?.shape === 'table', `${key} is not a table`);
  return held;
}

test('every content has a shape that the evidence register accepts', () => {
  for (const { key, content: held } of york.items) {
    const parsed = content.safeParse(held);
    assert.ok(parsed.success, `${key}: ${parsed.error?.message ?? ''}`);
  }
});

test('every locator names document 001 or 002 and a line, and its source follows from it', () => {
  assert.deepEqual(
    locators.filter((locator) => !/^00[12]:[1-9]\d*$/.test(locator)),
    [],
  );
  for (const fact of [...york.items, ...york.activities, ...york.claims, ...york.next_steps]) {
    assert.ok(fact.locator, `no locator: ${JSON.stringify(fact)}`);
    assert.equal(fact.source, sourceOf(fact.locator));
  }
});

test('no key, name or code is used twice', () => {
  const claims = york.claims.flatMap(({ key }) => (key ? [key] : []));
  const lists = {
    agencies: york.agencies.map(({ name }) => name),
    bodies: york.bodies.map(({ name }) => name),
    people: york.people.map(({ key }) => key),
    sources: york.sources.map(({ code }) => code),
    priorities: york.priorities.map(({ name }) => name),
    strategies: york.strategies.map(({ name }) => name),
    abbreviations: york.abbreviations.map(({ short }) => short),
    keys: [...york.items.map(({ key }) => key), ...claims, ...york.strands.map(({ key }) => key)],
    duties: york.editions.flatMap(({ judgements = [] }) => judgements.map(({ duty }) => duty)),
  };
  for (const [list, names] of Object.entries(lists)) {
    assert.deepEqual(
      names.filter((name, place) => names.indexOf(name) !== place),
      [],
      list,
    );
  }
});

test('everything that a fact refers to exists', () => {
  const strategyNames = york.strategies.map(({ name }) => name);
  const agencyNames = york.agencies.map(({ name }) => name);
  const sourceCodes = york.sources.map(({ code }) => code);
  const bodyNames = york.bodies.map(({ name }) => name);
  const priorityNames = york.priorities.map(({ name }) => name);
  const strandKeys = york.strands.map(({ key }) => key);
  const referred: [field: string, within: unknown, known: string[]][] = [
    ['agency', york, agencyNames],
    ['part_of', york, agencyNames],
    ['owner_agency', york, agencyNames],
    ['local_authority', york, agencyNames],
    ['body', york, bodyNames],
    ['owner_body', york, bodyNames],
    ['to_body', york, bodyNames],
    ['reports_to', york, bodyNames],
    ['priority', york, priorityNames],
    ['successor', york, priorityNames],
    ['source', york, sourceCodes],
    ['supersedes', york.sources, sourceCodes],
    ['supersedes', york.strategies, strategyNames],
    ['item', york.claims, york.items.map(({ key }) => key)],
    ['repeats', york.strands, strandKeys],
    ['after', york.strands, strandKeys],
    ['by', york.editions, york.people.map(({ key }) => key)],
    ['year', york, york.years],
  ];
  for (const [field, within, known] of referred) {
    const missing = valuesOf(field, within)
      .flat()
      .filter((value) => !known.includes(String(value)));
    assert.deepEqual(missing, [], field);
  }
});

test('every figure of the number register is an item at its line', () => {
  const held = measures().map(({ locator, figure }) => `${figure.value} at ${locator}`);
  for (const [value, locator] of numberRegister) {
    assert.ok(held.includes(`${value} at ${locator}`), `${value} at ${locator} is missing`);
  }
  const unlisted = measures().filter(
    ({ locator, figure }) =>
      figure.value !== null && !numberRegister.some(([v, l]) => v === figure.value && l === locator),
  );
  assert.deepEqual(unlisted, []);
});

test('the training table keeps its printed total of 21, 337 and 35 although its rows give 19, 323 and 23', () => {
  const courses = tableOf('training-courses');
  assert.deepEqual(columnTotals(courses).slice(1), [19, 323, 23]);
  assert.deepEqual(courses.printed_total?.slice(1), [21, 337, 35]);
});

test('lists are as long as they are printed', () => {
  assert.equal(tableOf('safeguarding-week').rows.length, 11);
  assert.equal(tableOf('ad-hoc-events').rows.length, 16);
  assert.equal(tableOf('review-themes').rows.length, 11);
  assert.equal(tableOf('scrutiny-looked-at').rows.length, 12);
  assert.equal(tableOf('scrutiny-six-steps').rows.length, 6);
  assert.equal(tableOf('campaigns').rows.length, 30);
  assert.equal(new Set(campaignLines.map(([campaign]) => campaign)).size, 28);
});

test('what is not printed is not filled in', () => {
  assert.equal(york.area.has_secure_establishment, null);
  assert.ok(!york.items.some(({ topics }) => topics.includes('costs')));
  assert.ok(!valuesOf('role').includes('lead-safeguarding-partner'));
  for (const { key, content: held } of york.items) {
    if (held.shape === 'measure') {
      assert.deepEqual(
        [held.basis, held.numerator, held.denominator, held.comparator],
        ['not-stated', null, null, null],
        key,
      );
    }
    if (held.shape === 'case-study') {
      assert.deepEqual([held.consent, held.names_changed], ['not-recorded', null], key);
    }
  }
});

test('each mistake that the rules must find is there to be found', () => {
  const texts = textsOf([york.items, york.activities, york.claims, york.next_steps]);
  for (const words of [
    'Priority Four: Engaging with Fathers',
    'Public Protection Notice (PPN)',
    'Police Protection Notice (PPN)',
    'Humber and North Yorkshire Integrated Care Partnership',
    'Missing from Education audit',
  ]) {
    assert.ok(
      texts.some((text) => text.includes(words)),
      words,
    );
  }
  const highest = york.claims.find(({ key }) => key === 'claim-highest-number');
  assert.match(highest?.statement ?? '', /highest number to date/);
  assert.deepEqual([highest?.about, highest?.headline, highest?.rests_on], ['children', true, undefined]);
  const funding = york.strands.find(({ strand }) => strand === 'decision');
  assert.ok(funding?.strand === 'decision' && funding.matter === 'funding');
  assert.deepEqual(
    [funding.taken_on, funding.body, funding.ratified],
    ['2024-05-01', 'Executive', undefined],
  );
  const body = york.bodies.find(({ name }) => name === funding.body);
  assert.deepEqual([body?.kind, body?.may_decide], ['executive', undefined]);
});

test('people are offices, and personas have addresses that reach nobody', () => {
  const personas = york.people.filter(({ persona }) => persona);
  assert.deepEqual(
    personas.map(({ key }) => key),
    ['business-manager', 'director-of-childrens-services', 'chair-and-scrutineer'],
  );
  for (const { email } of personas) assert.match(email ?? '', /@york\.example$/);
});

test('every line that a locator names has words on it', (t) => {
  const lines = documentLines(t);
  if (!lines) return;
  assert.deepEqual(
    locators.filter((locator) => lineAt(lines, locator).trim() === ''),
    [],
  );
});

/** Figures that the documents print in words. */
const words: Record<number, string[]> = {
  2: ['two', 'double'],
  4: ['four'],
  5: ['five'],
  6: ['six'],
  7: ['seven'],
  25: ['quarter'],
  50: ['half'],
};

test('every figure stands on the line that its locator names', (t) => {
  const lines = documentLines(t);
  if (!lines) return;
  const printed = (value: number, decimals: number, locator: string) => {
    const line = lineAt(lines, locator).toLowerCase().replaceAll(/[,%£]/g, '');
    const digits = value.toFixed(decimals).replaceAll('.', String.raw`\.`);
    const asDigits = new RegExp(String.raw`(?<![\d.])${digits}(?!\d|\.\d)`).test(line);
    return asDigits || (words[value] ?? []).some((word) => line.includes(word));
  };
  for (const { locator, figure } of measures()) {
    if (figure.value === null) continue;
    assert.ok(printed(figure.value, figure.decimals, locator), `${figure.value} is not at ${locator}`);
  }
  const courses = tableOf('training-courses');
  [...courses.rows, courses.printed_total ?? []].forEach((row, place) => {
    for (const cell of row) {
      if (typeof cell !== 'number') continue;
      assert.ok(printed(cell, 0, `002:${759 + place}`), `${cell} is not in row ${place + 1}`);
    }
  });
});

test('every campaign stands on the line that is given for it', (t) => {
  const lines = documentLines(t);
  if (!lines) return;
  const plain = (text: string) => text.toLowerCase().replaceAll(/['’‘]/g, '');
  for (const [campaign, line] of campaignLines) {
    const title = campaign.replace(/ \(.*\)$/, '');
    assert.ok(plain(lineAt(lines, `002:${line}`)).includes(plain(title)), `${title} is not at 002:${line}`);
  }
});

test('no person whom the documents name is named here', (t) => {
  const lines = documentLines(t);
  if (!lines) return;
  const whole = Object.values(lines).flat().join('\n');
  const patterns = [
    /^#+ \*\*([A-Z][a-z]+ [A-Z][a-z]+)\*\*$/gm,
    /both he and ([A-Z][a-z]+) would/g,
    /^([A-Z][a-z]+) came to our attention/gm,
    /key ?note from ([A-Z][a-z]+ [A-Z][a-z]+)/g,
    /and ([A-Z][a-z]+ [A-Z][a-z]+), Chief Executive/g,
    /and ([A-Z][a-z]+ [A-Z][A-Za-z]+)'s Independent review/g,
    /^([A-Z][a-z]+ [A-Z][a-z]+-[A-Z][a-z]+)$/gm,
  ];
  const named = patterns.map((pattern) => [...whole.matchAll(pattern)].map(([, name = '']) => name));
  assert.ok(
    named.every((found) => found.length > 0),
    `a pattern found nobody: ${JSON.stringify(named.map((found) => found.length))}`,
  );
  const held = textsOf(york).join('\n');
  for (const name of named.flat().filter((each) => each !== '')) {
    for (const part of name.split(' ')) {
      assert.ok(!new RegExp(String.raw`\b${part}\b`).test(held), 'a name of a person is held');
    }
  }
});

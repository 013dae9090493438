// Whether Fernshire's facts hang together: everything named exists, sums hold, and nobody does what they should not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inForce } from '../../src/ground/governance/person.ts';
import { signingRoles } from '../../src/ground/governance/sharing/agreement.ts';
import { follows, type Strand } from '../../src/ground/thread/thread.ts';
import { rolePermissions } from '../../src/kernel/access/roles.ts';
import { columnTotals, content, type Table } from '../../src/kernel/evidence/shapes.ts';
import { duties } from '../../src/kernel/frameworks/duties.ts';
import { chapterPlans } from '../../src/modules/report/chapters.ts';
import { ruleGroups } from '../../src/kernel/checking/rule.ts';
import { rules } from '../../src/kernel/checking/rules/index.ts';
import { yearLabel } from '../../src/modules/plan/plan.ts';
import type { StrandFacts } from '../demonstration.ts';
import { fernshire, fernshireCircles, planted } from './index.ts';

const { agencies, bodies, people, sources, priorities, items, strands, editions } = fernshire;
const agencyNames = new Set(agencies.map(({ name }) => name));
const bodyNames = new Set(bodies.map(({ name }) => name));
const personKeys = new Set(people.map(({ key }) => key));
const sourceCodes = new Set(sources.map(({ code }) => code));
const itemKeys = new Set(items.map(({ key }) => key));
const priorityNames = new Set(priorities.map(({ name }) => name));
const strandOf = new Map(strands.map((strand) => [strand.key, strand]));

function allIn(named: (string | undefined)[], known: ReadonlySet<string>, what: string): void {
  const missing = named.filter((name) => name !== undefined && !known.has(name));
  assert.deepEqual(missing, [], `unknown ${what}`);
}

function unique(keys: string[], what: string): void {
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  assert.deepEqual(twice, [], `${what} twice`);
}

test('every content is one of the six shapes', () => {
  for (const item of items) assert.doesNotThrow(() => content.parse(item.content), item.key);
});

test('names and keys are used once', () => {
  unique(
    agencies.map(({ name }) => name),
    'agency',
  );
  unique(
    bodies.map(({ name }) => name),
    'body',
  );
  unique(
    people.map(({ key }) => key),
    'person',
  );
  unique(
    people.map(({ name }) => name),
    'person name',
  );
  unique(
    people.flatMap(({ email }) => email ?? []),
    'e-mail',
  );
  unique(
    sources.map(({ code }) => code),
    'source',
  );
  unique(
    items.map(({ key }) => key),
    'item',
  );
  unique(
    strands.map(({ key }) => key),
    'strand',
  );
  unique(
    fernshire.claims.flatMap(({ key }) => key ?? []),
    'claim',
  );
});

test('agreements name agencies and people that exist, and each is signed by somebody in post for it', () => {
  const { agreements = [] } = fernshire;
  assert.equal(agreements.length, 3);
  for (const { parties, title } of agreements) {
    allIn(
      parties.map(({ agency }) => agency),
      agencyNames,
      'agency',
    );
    for (const { agency, by, signed_on } of parties.filter((party) => party.by !== undefined)) {
      const signing = people.find(({ key }) => key === by);
      const held = (signing?.appointments ?? []).filter(
        (a) =>
          signingRoles.includes(a.role) &&
          (a.agency ?? signing?.agency) === agency &&
          inForce({ from_on: a.from_on, until_on: a.until_on ?? null }, signed_on ?? ''),
      );
      assert(held.length > 0, `${title}: ${by} on ${signed_on}`);
    }
  }
});

test('every agency, body, person, source, priority and item that is named exists', () => {
  const placed = [...fernshire.activities, ...fernshire.claims, ...fernshire.next_steps];
  const appointments = people.flatMap((person) => person.appointments);
  const seats = bodies.flatMap((body) => body.seats ?? []);
  allIn(
    [
      ...agencies.map(({ part_of }) => part_of),
      ...people.map(({ agency }) => agency),
      ...[...appointments, ...seats, ...items, ...fernshire.activities].map(({ agency }) => agency),
      ...fernshire.next_steps.map(({ owner_agency }) => owner_agency),
      ...strands.map((strand) => ('owner_agency' in strand ? strand.owner_agency : undefined)),
    ],
    agencyNames,
    'agency',
  );
  allIn(
    [
      ...bodies.map(({ reports_to }) => reports_to),
      ...[...appointments, ...fernshire.activities].map(({ body }) => body),
      ...fernshire.next_steps.map(({ owner_body }) => owner_body),
      ...strands.map((strand) => ('to_body' in strand ? strand.to_body : undefined)),
      ...strands.map((strand) => ('body' in strand ? strand.body : undefined)),
    ],
    bodyNames,
    'body',
  );
  allIn(
    [
      ...strands.map((strand) => ('owner' in strand ? strand.owner : undefined)),
      ...strands.map((strand) => ('by' in strand ? strand.by : undefined)),
      ...fernshireCircles.flatMap(({ members }) => members),
      ...editions.flatMap((edition) => [
        ...(edition.judgements ?? []).map(({ by }) => by),
        ...(edition.print_permissions ?? []).map(({ by }) => by),
        ...(edition.sign_offs ?? []).map(({ by }) => by),
        edition.scrutiny_comment?.by,
      ]),
    ],
    personKeys,
    'person',
  );
  const sourced = [...items, ...placed].map(({ source }) => source);
  allIn([...sourced, ...strands.map((s) => ('source' in s ? s.source : undefined))], sourceCodes, 'source');
  allIn(
    [...items, ...placed, ...fernshire.strategies].map(({ priority }) => priority),
    priorityNames,
    'priority',
  );
  allIn(
    [
      ...fernshire.claims.flatMap(({ rests_on }) => (rests_on ?? []).map(({ item }) => item)),
      ...editions.flatMap(({ print_permissions }) => (print_permissions ?? []).map(({ item }) => item)),
      ...strands.flatMap((s) => (s.strand === 'effect' ? [s.seen?.baseline, s.seen?.follow_up] : [])),
    ],
    itemKeys,
    'item',
  );
  allIn(
    editions.flatMap((e) => (e.judgements ?? []).map(({ duty }) => duty)),
    new Set(duties.map(({ id }) => id)),
    'duty',
  );
  allIn(
    editions.flatMap((e) => (e.chapter_texts ?? []).map(({ chapter }) => chapter)),
    new Set(chapterPlans.map(({ key }) => key)),
    'chapter',
  );
  allIn(
    editions.map(({ year }) => year),
    new Set(fernshire.years),
    'year',
  );
});

test('what is said about a priority in a year belongs to a year in which it was one', () => {
  for (const label of fernshire.years) assert.doesNotThrow(() => yearLabel.parse(label));
  for (const { year, priority } of [...fernshire.activities, ...fernshire.claims, ...fernshire.next_steps]) {
    if (!priority) continue;
    const years = priorities.find(({ name }) => name === priority)?.years.map((each) => each.year) ?? [];
    assert.ok(years.includes(year), `${priority} is no priority of ${year}`);
  }
  for (const year of ['2023-24', '2024-25']) {
    const earlier = priorities.filter((p) => p.years.some((each) => each.year === '2021-22'));
    assert.ok(
      earlier.every((p) => p.years.every((each) => each.year !== year)),
      `2021-22 priority in ${year}`,
    );
  }
});

test('the thread runs forwards only', () => {
  for (const strand of strands) {
    const before =
      strand.strand === 'check' ? [strand.action] : 'after' in strand ? (strand.after ?? []) : [];
    for (const key of before) {
      const earlier = strandOf.get(key);
      assert.ok(earlier, `${strand.key} follows ${key}, which is not there`);
      assert.ok(follows[kindOf(earlier)].includes(kindOf(strand)), `${strand.key} cannot follow ${key}`);
    }
    if (strand.strand === 'recommendation' && strand.repeats)
      assert.equal(strandOf.get(strand.repeats)?.strand, 'recommendation');
  }
});

function kindOf(strand: StrandFacts): Strand {
  return strand.strand === 'check' ? 'check-made' : strand.strand;
}

test('the thread is as rich as a demonstration needs', () => {
  const count = (kind: StrandFacts['strand']) => strands.filter(({ strand }) => strand === kind).length;
  assert.ok(count('finding') >= 8 && count('recommendation') >= 12 && count('decision') >= 8);
  assert.ok(count('action') >= 20 && count('check') >= 6 && count('effect') >= 5);
  const checked = new Set(strands.flatMap((s) => (s.strand === 'check' ? [s.action] : [])));
  const actions = strands.filter((s) => s.strand === 'action');
  const late = actions.filter(({ done, due_on }) => !done && due_on !== undefined && due_on < '2025-09-15');
  assert.ok(late.length >= 3, `${late.length} overdue`);
  assert.ok(
    actions.some(({ key, done }) => done && !checked.has(key)),
    'none is done and not checked',
  );
  assert.ok(actions.filter(({ key }) => checked.has(key)).length >= 6);
  const seen = strands.flatMap((s) => (s.strand === 'effect' && s.seen ? [s.seen] : []));
  assert.equal(
    seen.filter(({ state, baseline, follow_up }) => state === 'seen' && baseline && follow_up).length,
    2,
  );
  assert.equal(seen.filter(({ state }) => state === 'not-seen').length, 1);
});

test('an action is checked after it is done, by somebody else who may check', () => {
  for (const check of strands.filter((s) => s.strand === 'check')) {
    const action = strandOf.get(check.action);
    assert.ok(action?.strand === 'action' && action.done && action.done.on < check.checked_on, check.key);
    assert.notEqual(action.owner, check.by);
    const checker = people.find(({ key }) => key === check.by);
    const held = checker?.appointments.filter((each) => inForce(dated(each), check.checked_on)) ?? [];
    assert.ok(
      held.some(({ role }) => rolePermissions[role].includes('thread.check')),
      check.key,
    );
    assert.ok(action.owner_agency !== checker?.agency, `${check.key} is by the owner’s own agency`);
  }
});

function dated<A extends { from_on: string; until_on?: string }>(
  appointment: A,
): A & { until_on: string | null } {
  return { ...appointment, until_on: appointment.until_on ?? null };
}

const clean = items.filter(
  ({ from_on }) => from_on !== undefined && from_on >= '2023-04-01' && from_on <= '2024-03-31',
);

test('the clean year’s totals, shares and money hold', () => {
  const tables = clean.flatMap(({ key, content: c }) => (c.shape === 'table' ? [{ key, table: c }] : []));
  assert.ok(tables.length >= 5);
  for (const { key, table } of tables) {
    columnTotals(table).forEach((sum, at) => {
      if (sum === null) return;
      if (table.printed_total) assert.ok(Math.abs(sum - Number(table.printed_total[at])) < 1e-6, key);
      if (table.columns[at]?.kind === 'percent') assert.ok(Math.abs(sum - 100) < 1e-6, key);
    });
  }
  const costs = clean.filter(({ topics }) => topics[0] === 'costs');
  assert.equal(costs.length, 1);
  for (const { content: c } of costs) assert.equal(c.shape === 'table' ? closingGap(c) : null, 0);
});

/** Opening balance + income − spending − closing balance, in pounds. */
function closingGap({ rows }: Table): number {
  return rows.reduce((left, [line, amount]) => {
    const sign = /^(Opening|Income)/.test(String(line)) ? 1 : -1;
    return left + sign * Number(amount);
  }, 0);
}

test('every per cent with its counts follows from them', () => {
  for (const { key, content: c } of items) {
    if (c.shape !== 'measure' || c.numerator === null || c.denominator === null || c.value === null) continue;
    assert.ok(Math.abs((100 * c.numerator) / c.denominator - c.value) <= 0.05, key);
  }
});

test('no word of the clean year’s case studies has a capital but the first of a sentence', () => {
  const studies = clean.flatMap(({ content: c }) => (c.shape === 'case-study' ? [c] : []));
  assert.ok(studies.length > 0);
  for (const { text, names_changed } of studies) {
    assert.equal(names_changed, true);
    assert.doesNotMatch(text, /[a-z,;] [A-Z]/);
  }
});

test('the planted list names real rules, and covers every kind of fault but slips of the pen', () => {
  const groups = new Map(rules.map(({ id, group }) => [id, group]));
  for (const { rule } of planted) assert.ok(groups.has(rule), rule);
  const covered = new Set(planted.map(({ rule }) => groups.get(rule)));
  assert.deepEqual(
    Object.keys(ruleGroups).filter((group) => !covered.has(group as keyof typeof ruleGroups)),
    ['text'],
  );
  assert.equal(planted.length, 13);
});

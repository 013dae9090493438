// Fernshire's facts for one year laid out as the rooms would offer them to the report, so that its rules can be asked about
// the facts alone, in milliseconds. What the database makes of them is for the tests of the rooms and of the loader.
import assert from 'node:assert/strict';
import { nameIsAllowed } from '../../src/ground/governance/agency.ts';
import { holdsAuthority } from '../../src/ground/governance/body.ts';
import { reportingYear } from '../../src/kernel/calendar/reporting-year.ts';
import type { EvidenceItem, Grade, KnownName, LinkPurpose } from '../../src/kernel/evidence/evidence.ts';
import type { Content } from '../../src/kernel/evidence/shapes.ts';
import type { Topic } from '../../src/kernel/evidence/topics.ts';
import { frameworkForReport } from '../../src/kernel/frameworks/framework.ts';
import { type Composition, type Partner, partners } from '../../src/modules/report/composition.ts';
import { emptyComposition } from '../../src/modules/report/sample-composition.ts';
import type { ClaimFacts, EditionFacts, ItemFacts, StrandFacts } from '../demonstration.ts';
import { statement } from '../facts.ts';
import { fernshire } from './index.ts';

/** Everything a year's report is made of, in the order items, activities, claims, next steps, thread. */
export function layOut(label: string): Composition {
  const year = reportingYear(label);
  const inYear = (on: string | undefined) => on !== undefined && year.from <= on && on <= year.to;
  const claims = fernshire.claims.filter((claim) => claim.year === label);
  const cited = new Set(claims.flatMap(({ rests_on }) => (rests_on ?? []).map(({ item }) => item)));
  const items = [
    ...fernshire.items
      .filter(({ key, from_on }) => inYear(from_on) || cited.has(key))
      .map((facts) => itemOf(facts, label)),
    ...fernshire.activities
      .filter((each) => each.year === label)
      .map((each, at) => placed(`activity-${at}`, each, 'done', each.text)),
    ...claims.map((each, at) => claimItem(`claim-${at}`, each)),
    ...fernshire.next_steps
      .filter((each) => each.year === label)
      .map((each, at) => placed(`next-${at}`, each, 'next', each.text)),
    ...fernshire.strands.filter((strand) => inYear(dayOf(strand))).map(strandItem),
  ];
  const sample = emptyComposition();
  const edition = fernshire.editions.find((each) => each.year === label);
  return {
    ...sample,
    year: { label, from_on: year.from, to_on: year.to },
    edition: {
      ...sample.edition,
      state: edition?.published_on ? 'published' : 'draft',
      due_on: year.due_on,
      published_on: edition?.published_on ?? null,
      framework_id: frameworkForReport({ published_on: edition?.published_on ?? null, due_on: year.due_on })
        .framework.id,
    },
    today: '2025-09-15',
    items,
    names: knownNames(),
    ...(edition && whatPeopleSaid(edition)),
  };
}

function whatPeopleSaid(edition: EditionFacts): Partial<Composition> {
  const comment = edition.scrutiny_comment;
  return {
    judgements: (edition.judgements ?? []).map(({ duty, status, note, by }) => ({
      duty_id: duty,
      status,
      note,
      judged_by: nameOf(by),
    })),
    print_permissions: (edition.print_permissions ?? []).map(({ item: key, reason, by }) => ({
      item_ref: `evidence.item/${key}`,
      reason,
      permitted_by: nameOf(by),
    })),
    sign_offs: (edition.sign_offs ?? []).map(({ by, on }, at) => ({
      partner: (Object.keys(partners) as Partner[])[at] ?? 'police',
      person: nameOf(by),
      signed_on: on,
    })),
    scrutiny_comments: comment
      ? [{ text: comment.text, person: nameOf(comment.by), made_on: comment.on }]
      : [],
    dispatches: (edition.dispatches ?? []).map(({ recipient, on, method }) => ({
      recipient,
      sent_on: on,
      method,
    })),
  };
}

function nameOf(key: string): string {
  return fernshire.people.find((person) => person.key === key)?.name ?? key;
}

function item(ref: string, title: string, topics: [Topic, ...Topic[]], content: Content): EvidenceItem {
  return {
    ref,
    title,
    topics,
    group: null,
    part: null,
    order: 100,
    as_of: null,
    period: { from: null, to: null, label: null },
    geography: null,
    source: null,
    path: `/${ref}`,
    content,
    hash: ref,
  };
}

function itemOf(facts: ItemFacts, label: string): EvidenceItem {
  const { key, title, topics, content, priority, part, as_of_on, from_on, to_on, period_label } = facts;
  return {
    ...item(`evidence.item/${key}`, title, topics, content),
    group: groupOf(priority, label),
    part: part ?? null,
    as_of: as_of_on ?? null,
    period: { from: from_on ?? null, to: to_on ?? null, label: period_label ?? null },
    geography: facts.geography ?? null,
  };
}

function groupOf(priority: string | undefined, label: string): EvidenceItem['group'] {
  const number = fernshire.priorities
    .find(({ name }) => name === priority)
    ?.years.find(({ year }) => year === label)?.number;
  return priority && number ? { ref: `plan.priority/${priority}`, title: priority, order: number } : null;
}

function placed(
  id: string,
  { year, priority, topic }: { year: string; priority?: string; topic: Topic },
  part: EvidenceItem['part'],
  text: string,
): EvidenceItem {
  return {
    ...item(`plan.${part}/${id}`, text, [topic], statement(text)),
    group: groupOf(priority, year),
    part,
  };
}

function claimItem(id: string, claim: ClaimFacts): EvidenceItem {
  const rests_on = (claim.rests_on ?? []).map(({ item: key, purpose }) => {
    const facts = fernshire.items.find((each) => each.key === key);
    assert.ok(facts, key);
    const ref = `evidence.item/${key}`;
    return {
      ref,
      title: facts.title,
      path: `/${ref}`,
      purpose,
      source_title: null,
      content: facts.content,
      moved: false,
    };
  });
  return {
    ...placed(id, claim, 'difference', claim.statement),
    claim: {
      about: claim.about,
      for_whom: claim.for_whom ?? null,
      headline: claim.headline ?? false,
      grade: gradeOf(rests_on.map(({ purpose }) => purpose)),
      rests_on,
    },
  };
}

function gradeOf(purposes: readonly LinkPurpose[]): Grade {
  if (purposes.includes('baseline') && purposes.includes('follow-up')) return 'measured';
  if (purposes.length === 0) return 'asserted';
  return purposes.length > 1 ? 'triangulated' : 'single-source';
}

/** The day that says which year's report a strand stands in. */
function dayOf(strand: StrandFacts): string | undefined {
  if (strand.strand === 'finding') return strand.found_on;
  if (strand.strand === 'recommendation') return strand.made_on;
  if (strand.strand === 'decision') return strand.taken_on;
  if (strand.strand === 'action') return strand.done?.on ?? strand.due_on;
  if (strand.strand === 'check') return strand.checked_on;
  return strand.seen?.on;
}

function strandItem(strand: StrandFacts): EvidenceItem {
  const text = [
    'title' in strand ? strand.title : '',
    'gist' in strand ? strand.gist : '',
    'text' in strand ? strand.text : '',
    strand.strand === 'effect' ? `${strand.expected} ${strand.seen?.observed ?? ''}` : '',
    strand.strand === 'action' ? (strand.done?.note ?? '') : '',
  ]
    .filter(Boolean)
    .join(' ');
  // Held to the rules on audits, which read every word, and not to those on recommendations, which read few.
  const base = item(`thread.${strand.strand}/${strand.key}`, text, ['audit'], statement(text));
  if (strand.strand !== 'decision') return base;
  const body = fernshire.bodies.find(({ name }) => name === strand.body);
  assert.ok(body, strand.body);
  const delegations = (body.may_decide ?? []).map((each) => ({ ...each, until_on: each.until_on ?? null }));
  const held = holdsAuthority(body, strand.matter, strand.taken_on, delegations);
  return {
    ...base,
    decision: {
      body_ref: `governance.body/${body.name}`,
      body_name: body.name,
      taken_on: strand.taken_on,
      authority: held ? 'held' : 'lacking',
      authority_needed: held ? null : 'Lead Safeguarding Partners',
    },
  };
}

function knownNames(): KnownName[] {
  const named = (
    kind: 'body' | 'agency',
    facts: {
      name: string;
      names?: { name: string; kind: 'former' | 'alias' | 'abbreviation' | 'mistaken' }[];
    }[],
  ) =>
    facts.map(({ name, names }) => ({
      ref: `governance.${kind}/${name}`,
      kind,
      name,
      others: (names ?? []).map((other) => ({ name: other.name, allowed: nameIsAllowed(other.kind) })),
    }));
  return [
    ...named('agency', fernshire.agencies),
    ...named('body', fernshire.bodies),
    ...fernshire.priorities.map(({ name, names }) => ({
      ref: `plan.priority/${name}`,
      kind: 'priority' as const,
      name,
      others: (names ?? []).map((other) => ({ name: other.name, allowed: other.allowed ?? false })),
    })),
    ...fernshire.strategies.map(({ name, supersedes }) => ({
      ref: `plan.strategy/${name}`,
      kind: 'strategy' as const,
      name,
      others: supersedes ? [{ name: supersedes, allowed: false }] : [],
    })),
    ...fernshire.abbreviations.map(({ short, expansion }) => ({
      ref: `governance.abbreviation/${short}`,
      kind: 'abbreviation' as const,
      name: expansion,
      others: [{ name: short, allowed: true }],
    })),
  ];
}

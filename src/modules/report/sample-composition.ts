// Invented compositions for tests and benchmarks: an empty year to build on, single items by shape, and a year with any
// number of items in which every shape, part and chapter occurs. Nothing here names a real place or agency.
import type { ClaimFacet, EvidenceItem, KnownName } from '../../kernel/evidence/evidence.ts';
import type { Content, Measure, Table } from '../../kernel/evidence/shapes.ts';
import { topicNames } from '../../kernel/evidence/topics.ts';
import type { Composition } from './composition.ts';

export function emptyComposition(over: Partial<Composition> = {}): Composition {
  return {
    partnership: {
      name: 'Fernshire Safeguarding Children Partnership',
      short_name: 'fernshire',
      abbreviation: 'FSCP',
      report_contact: 'partnership@fernshire.example',
    },
    has_secure_establishment: false,
    year: { label: '2024-25', from_on: '2024-04-01', to_on: '2025-03-31' },
    edition: {
      ref: 'report.edition/sample',
      state: 'draft',
      due_on: '2025-09-30',
      published_on: null,
      framework_id: 'WT2023',
    },
    today: '2025-08-01',
    items: [],
    names: [],
    chapter_texts: {},
    judgements: [],
    print_permissions: [],
    sign_offs: [],
    scrutiny_comments: [],
    dispatches: [],
    ...over,
  };
}

/** An item of the year with this content; whatever a test is about is given in `over`. */
export function sampleItem(id: string, content: Content, over: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    ref: `evidence.item/${id}`,
    title: `Item ${id}`,
    topics: ['training'],
    group: null,
    part: null,
    order: 100,
    as_of: null,
    period: { from: '2024-04-01', to: '2025-03-31', label: '2024/25' },
    geography: 'Fernshire',
    source: { ref: 'evidence.source/sample', title: 'Return to the business unit', locator: 'row 1' },
    path: `/evidence/items/${id}`,
    content,
    hash: id,
    ...over,
  };
}

export function sampleStatement(text: string): Content {
  return { shape: 'statement', text };
}

export function sampleMeasure(value: number | null, unit: string, over: Partial<Measure> = {}): Measure {
  return {
    shape: 'measure',
    value,
    unit,
    decimals: 0,
    qualifier: 'exactly',
    numerator: null,
    denominator: null,
    basis: 'flow',
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
    ...over,
  };
}

/** Courses with sessions and attendance; the printed total is whatever the test says. */
export function sampleTable(rows: Table['rows'], printedTotal: Table['printed_total'] = null): Table {
  return {
    shape: 'table',
    columns: [
      { label: 'Course', kind: 'text', total: 'none' },
      { label: 'Sessions', kind: 'count', total: 'sum' },
      { label: 'Attendees', kind: 'count', total: 'sum' },
    ],
    rows,
    printed_total: printedTotal,
    note: null,
  };
}

export function sampleClaim(over: Partial<ClaimFacet> = {}): ClaimFacet {
  return { about: 'practice', for_whom: null, headline: false, grade: 'asserted', rests_on: [], ...over };
}

const sentences = [
  'The partnership held workshops with schools about attendance and shared the learning with every setting.',
  'Referrals to the front door have increased and practitioners say that they feel more confident.',
  'More than 200 young people answered the survey, and their answers shaped the improvement plan.',
  'The Quality and Learning Group reviewed each audit before it went to the executive of the partnership.',
  'Families told the Fernshire Early Help Board that support came sooner than they had expected it to.',
  'The Multi-Agency Front Door (MAFD) answers calls from professionals and from the public on every day of the week.',
];

/** A year with `count` items, the same for the same count. */
export function sampleComposition(count: number): Composition {
  const items = Array.from({ length: count }, (_, at) => sampleOf(at));
  return emptyComposition({
    items,
    names: sampleNames(200),
    chapter_texts: { summary: 'It was a year of steady work.', 'priority-1': 'Help came first.' },
    judgements: [
      { duty_id: 'YR23-09', status: 'met', note: 'The survey shows it.', judged_by: 'Head of safeguarding' },
    ],
  });
}

function sampleOf(at: number): EvidenceItem {
  const id = String(at).padStart(6, '0');
  const inPriority = at % 3 === 0;
  const number = (at % 5) + 1;
  const topic = topicNames[at % topicNames.length] ?? 'priority';
  const claims = at % 7 === 0;
  return sampleItem(id, claims ? sampleStatement(sentenceAt(at)) : contentAt(at), {
    title: `${sentenceAt(at).slice(0, 40)} ${id}`,
    topics: inPriority ? ['priority'] : [topic],
    group: inPriority ? { ref: `plan.priority/${number}`, title: `Priority ${number}`, order: number } : null,
    part: inPriority ? ((['done', 'difference', 'next'] as const)[at % 9 === 0 ? 2 : at % 2] ?? null) : null,
    ...(claims && { claim: sampleClaim({ grade: at % 2 === 0 ? 'asserted' : 'single-source' }) }),
  });
}

function contentAt(at: number): Content {
  switch (at % 6) {
    case 0:
      return sampleMeasure(at % 400, 'children');
    case 1:
      return sampleTable(
        [
          ['Course one', 4, at],
          ['Course two', 6, 20],
        ],
        ['Total', 10, at + (at % 4 === 1 ? 21 : 20)],
      );
    case 2:
      return { shape: 'quotation', text: sentenceAt(at), speaker: 'A young person' };
    case 3:
      return {
        shape: 'case-study',
        text: `${sentenceAt(at)} Then Anthony came to our attention.`,
        consent: 'recorded',
        names_changed: at % 2 === 0,
        cleared_by: null,
      };
    case 4:
      return { shape: 'document', description: sentenceAt(at), published_on: '2024-12-01' };
    default:
      return sampleStatement(`${sentenceAt(at)} ${sentenceAt(at + 1)} ${sentenceAt(at + 2)}`);
  }
}

function sentenceAt(at: number): string {
  return sentences[at % sentences.length] ?? '';
}

function sampleNames(count: number): KnownName[] {
  return Array.from({ length: count }, (_, at) => ({
    ref: `governance.body/${at}`,
    kind: 'body' as const,
    name: `Fernshire Group for Matter ${at}`,
    others: [
      { name: `Group ${at}`, allowed: true },
      { name: at === 0 ? 'Fernshire Early Help Board' : `Old Board for Matter ${at}`, allowed: false },
    ],
  }));
}

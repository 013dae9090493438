// What the thread offers the yearly report. Only open records: what is in a circle is never composed into a document that
// leaves it, whoever composes. What the source does not date is offered while it is still open.
import {
  contentHash,
  type DecisionFacet,
  type EvidenceItem,
  ref,
  refParts,
} from '../../kernel/evidence/evidence.ts';
import type { EvidenceSource, ReportedYear, ResolvedRef } from '../../kernel/evidence/source.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { shortText, strandPath, strandRef } from './strand.ts';
import { actionStates, checkResults, effectStates, responses, type Strand } from './thread.ts';

/** Every column of a reading is text, a day or nothing. */
interface Row extends Record<string, string | null> {
  id: string;
  title: string;
  text: string;
  on_day: string | null;
  source: string | null;
  locator: string | null;
  circle_id: string | null;
}

/** How one strand is read as evidence: its columns, and which of its records speak of the year ($2 to $3). */
interface Reading {
  strand: Strand;
  sql: string;
  ofYear: string;
  say: (row: Row) => string;
  facet?: (row: Row) => DecisionFacet;
}

const between = (day: string) => `${day} between $2::date and $3::date`;

const readings: Reading[] = [
  {
    strand: 'finding',
    sql: 'select o.id, o.circle_id, o.title, o.text, o.found_on as on_day, o.source, o.locator from thread.finding o',
    ofYear: between('o.found_on'),
    say: (row) => row.text,
  },
  {
    strand: 'recommendation',
    sql: `select o.id, o.circle_id, o.gist as title, o.gist as text, o.made_on as on_day, o.source, o.locator, o.made_by, o.response,
        o.response_text, o.state, e.gist as repeats
      from thread.recommendation o
      left join thread.recommendation e
        on e.partnership_id = o.partnership_id and e.id = o.repeats_id and e.circle_id is null`,
    ofYear: `(o.made_on is null or o.made_on <= $3::date) and (o.state in ('made', 'accepted', 'in-progress')
      or ${between('o.made_on')} or ${between('o.responded_on')})`,
    say: recommendationWords,
  },
  {
    strand: 'decision',
    sql: `select o.id, o.circle_id, o.text as title, o.text, o.taken_on as on_day, o.source, o.locator, o.matter, o.authority,
        o.body_id, b.name as body
      from thread.decision o join governance.body b on b.partnership_id = o.partnership_id and b.id = o.body_id`,
    ofYear: between('o.taken_on'),
    say: (row) => row.text,
    facet: (row) => ({
      body_ref: ref('governance.body', String(row['body_id'])),
      body_name: String(row['body']),
      taken_on: row.on_day ?? '',
      authority: row['authority'] as DecisionFacet['authority'],
      authority_needed: row['authority'] === 'held' ? null : 'the lead safeguarding partners',
    }),
  },
  {
    strand: 'check-made',
    sql: `select o.id, o.circle_id, o.text as title, o.text, o.checked_on as on_day, null as source, null as locator, o.result,
        o.checked_by_role from thread.check_made o`,
    ofYear: between('o.checked_on'),
    say: (row) =>
      `${row.text} Checked by: ${String(row['checked_by_role'])}. Result: ${checkResults[row['result'] as keyof typeof checkResults].toLowerCase()}.`,
  },
  {
    strand: 'effect',
    sql: `select o.id, o.circle_id, o.expected as title, o.expected as text, o.observed_on as on_day, null as source,
        null as locator, o.observed, o.state from thread.effect o`,
    ofYear: between('o.observed_on'),
    say: (row) => {
      const seen = effectStates[row['state'] as keyof typeof effectStates];
      return row['observed'] ? `Expected: ${row.text} ${seen}: ${row['observed']}` : `Expected: ${row.text}`;
    },
  },
];

function recommendationWords(row: Row): string {
  const answer = responses[row['response'] as keyof typeof responses];
  return [
    row.text,
    `Made by: ${String(row['made_by'])}.`,
    `Response: ${answer.toLowerCase()}${row['response_text'] ? `. ${row['response_text']}` : '.'}`,
    row['repeats'] && `It repeats an earlier recommendation: ${row['repeats']}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function itemOf(reading: Reading, row: Row, order: number): EvidenceItem {
  const own = strandRef(reading.strand, row.id);
  const content = { shape: 'statement' as const, text: reading.say(row).slice(0, 8000) };
  return {
    ref: own,
    title: shortText(row.title, 160),
    topics: ['recommendations'],
    group: null,
    part: null,
    order,
    as_of: row.on_day,
    period: { from: null, to: null, label: null },
    geography: null,
    source: row.source === null ? null : { ref: own, title: row.source, locator: row.locator },
    path: strandPath(reading.strand, row.id),
    content,
    hash: contentHash(content),
    ...(reading.facet ? { decision: reading.facet(row) } : {}),
  };
}

async function itemsOf(context: QueryContext, year: ReportedYear): Promise<EvidenceItem[]> {
  const { db, partnership } = context;
  const lists = await Promise.all(
    readings.map(async (reading, i) => {
      const rows = await db.text<Row>(
        `${reading.sql} where o.partnership_id = $1 and o.circle_id is null and ${reading.ofYear}
         order by on_day nulls last, o.id`,
        [partnership.id, year.from_on, year.to_on],
      );
      return rows.map((row, place) => itemOf(reading, row, i * 1000 + place));
    }),
  );
  const table = await actionsTable(context, year);
  return [...lists.flat(), ...(table === null ? [] : [table])];
}

interface Count extends Record<string, unknown> {
  owner: string;
  state: string;
  number: number;
}

/** Null when there was no action in the year. Only open records are counted: a circle's actions stay in it. */
async function actionsTable(
  { db, partnership, today }: QueryContext,
  year: ReportedYear,
): Promise<EvidenceItem | null> {
  const counts = await db.text<Count>(
    `select coalesce(a.name, 'No agency recorded') as owner, x.state, count(*)::int as number from thread.action x
     left join governance.agency a on a.partnership_id = x.partnership_id and a.id = x.owner_agency_id
     where x.partnership_id = $1 and x.circle_id is null
       and (x.due_on between $2::date and $3::date or x.done_on between $2::date and $3::date
         or (x.state in ('planned', 'in-progress', 'done') and (x.due_on is null or x.due_on <= $3::date)))
     group by 1, 2 order by 1`,
    [partnership.id, year.from_on, year.to_on],
  );
  if (counts.length === 0) return null;
  const states = Object.keys(actionStates);
  const rows = [...Map.groupBy(counts, (count) => count.owner)].map(([owner, own]) => [
    owner,
    ...states.map((state) => own.find((count) => count.state === state)?.number ?? 0),
  ]);
  const content = {
    shape: 'table' as const,
    columns: [
      { label: 'Agency', kind: 'text' as const, total: 'none' as const },
      ...Object.values(actionStates).map((label) => ({
        label,
        kind: 'count' as const,
        total: 'sum' as const,
      })),
    ],
    rows,
    printed_total: null,
    note: 'Actions due or done in the year, and those still open that were due by its end or have no day.',
  };
  return {
    ref: ref('thread.actions', year.label),
    title: 'How the actions of the year stand, by agency',
    topics: ['recommendations'],
    group: null,
    part: null,
    order: 900,
    as_of: today,
    period: { from: year.from_on, to: year.to_on, label: year.label },
    geography: null,
    source: null,
    path: '/thread/actions',
    content,
    hash: contentHash(content),
  };
}

function resolver(reading: Reading) {
  return async ({ db, partnership }: QueryContext, ids: string[]): Promise<ResolvedRef[]> => {
    const rows = await db.text<Row>(`${reading.sql} where o.partnership_id = $1 and o.id = any($2::uuid[])`, [
      partnership.id,
      ids,
    ]);
    return rows.map((row) => {
      const { ref: own, title, path, hash, content, as_of, source } = itemOf(reading, row, 0);
      const { circle_id } = row;
      const restricted = circle_id !== null;
      return { ref: own, title, path, hash, content, as_of, source, restricted, circle_id };
    });
  };
}

const action: Reading = {
  strand: 'action',
  sql: 'select o.id, o.circle_id, o.text as title, o.text, o.done_on as on_day, o.source, o.locator from thread.action o',
  ofYear: between('o.done_on'),
  say: (row) => row.text,
};

export const threadEvidence: EvidenceSource = {
  itemsOf,
  resolves: Object.fromEntries(
    [...readings, action].map((reading) => [
      refParts(strandRef(reading.strand, '0')).concept,
      resolver(reading),
    ]),
  ),
};

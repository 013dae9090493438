// What the register offers the report: the items of a year, and every item and source by reference. Written for ten
// thousand items: one statement, no work per row but its shaping; the content's hash is kept with the row.
import { noteSeen } from '../../kernel/access/seen.ts';
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import type {
  EvidenceSource,
  EvidenceTally,
  ReportedYear,
  ResolvedRef,
} from '../../kernel/evidence/source.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { countsForYear } from './register.ts';

interface ItemRow {
  id: string;
  title: string;
  topics: [Topic, ...Topic[]];
  part: EvidenceItem['part'];
  group_ref: string | null;
  position: number;
  as_of_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  source_id: string | null;
  source_title: string | null;
  locator: string | null;
  content: Content;
  content_hash: string;
  restricted: boolean;
  circle_id: string | null;
}

const columns = `i.id, i.title, i.topics, i.part, i.group_ref, i.position, i.as_of_on, i.period_from_on, i.period_to_on,
  i.period_label, i.geography, i.source_id, s.title as source_title, i.locator, i.content, i.content_hash,
  i.circle_id is not null as restricted, i.circle_id`;
const from = `from evidence.item i
  left join evidence.source s on s.partnership_id = $1 and s.id = i.source_id
  where i.partnership_id = $1 and (i.circle_id is null or i.circle_id = any($2))`;

const ofYear = `${from} and i.withdrawn_on is null and ${countsForYear(3)}`;
const inOrder = 'order by i.position, i.id';

function boundTo({ partnership, actor }: QueryContext, year: ReportedYear): unknown[] {
  return [partnership.id, actor.circle_ids, year.label, year.from_on, year.to_on];
}

async function itemsOf(context: QueryContext, year: ReportedYear): Promise<EvidenceItem[]> {
  const rows = await context.db.text<ItemRow & Record<string, unknown>>(
    `select ${columns} ${ofYear} and i.circle_id is null ${inOrder}`,
    boundTo(context, year),
  );
  return rows.map(itemOf);
}

async function itemsOfGroup(
  context: QueryContext,
  year: ReportedYear,
  group: string,
): Promise<EvidenceItem[]> {
  const rows = await context.db.text<ItemRow & Record<string, unknown>>(
    `select ${columns} ${ofYear} and i.group_ref = $6 ${inOrder}`,
    [...boundTo(context, year), group],
  );
  noteSeen(context, 'evidence.item', rows);
  return rows.map(itemOf);
}

function tallyOf(context: QueryContext, year: ReportedYear): Promise<EvidenceTally[]> {
  return context.db.text<EvidenceTally & Record<string, unknown>>(
    `select i.topics[1] as topic, i.group_ref as group, count(*) as items ${ofYear} group by 1, 2 order by 1, 2`,
    boundTo(context, year),
  );
}

/** An item's group carries its ref alone: its name and number in the year are the plan's to say (groupsOf). */
function itemOf(row: ItemRow): EvidenceItem {
  return {
    ref: `evidence.item/${row.id}`,
    title: row.title,
    topics: row.topics,
    group: row.group_ref === null ? null : { ref: row.group_ref, title: '', order: 0 },
    part: row.part,
    order: row.position,
    as_of: row.as_of_on,
    period: { from: row.period_from_on, to: row.period_to_on, label: row.period_label },
    geography: row.geography,
    source: row.source_id === null ? null : sourceOf(row),
    path: `/evidence/items/${row.id}`,
    content: row.content,
    hash: row.content_hash,
  };
}

function sourceOf(row: ItemRow) {
  return {
    ref: `evidence.source/${row.source_id ?? ''}`,
    title: row.source_title ?? '',
    locator: row.locator,
  };
}

async function resolveItems({ db, partnership, actor }: QueryContext, ids: string[]): Promise<ResolvedRef[]> {
  const rows = await db.text<ItemRow & Record<string, unknown>>(
    `select ${columns} ${from} and i.id = any($3::uuid[]) and i.withdrawn_on is null`,
    [partnership.id, actor.circle_ids, ids.filter(isUuid)],
  );
  return rows.map((row) => ({
    ref: `evidence.item/${row.id}`,
    title: row.title,
    path: `/evidence/items/${row.id}`,
    hash: row.content_hash,
    content: row.content,
    source: row.source_title === null ? null : { title: row.source_title, locator: row.locator },
    period: { from: row.period_from_on, to: row.period_to_on, label: row.period_label },
    as_of: row.as_of_on,
    geography: row.geography,
    restricted: row.restricted,
    circle_id: row.circle_id,
  }));
}

async function resolveSources({ db, partnership }: QueryContext, ids: string[]): Promise<ResolvedRef[]> {
  const rows = await db.text<{ id: string; title: string; revision: number }>(
    'select id, title, revision from evidence.source where partnership_id = $1 and id = any($2::uuid[])',
    [partnership.id, ids.filter(isUuid)],
  );
  return rows.map(({ id, title, revision }) => ({
    ref: `evidence.source/${id}`,
    title,
    path: `/evidence/sources/${id}`,
    hash: String(revision),
  }));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

export const evidenceEvidence: EvidenceSource = {
  itemsOf,
  itemsOfGroup,
  tallyOf,
  resolves: { 'evidence.item': resolveItems, 'evidence.source': resolveSources },
};

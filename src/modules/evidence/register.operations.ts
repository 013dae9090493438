// Reading the register: the list, and one item with what rests on it, its history and its files.
import { z } from 'zod';
import { type Placement, placementOf } from '../../ground/circles/index.ts';
import { noteSeen } from '../../kernel/access/seen.ts';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { type Citer, citersOf } from '../../kernel/evidence/cited.ts';
import { ref } from '../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import { type FileFacts, filesOf } from '../../kernel/files/file.operations.ts';
import { type QueryContext, query } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import {
  countLimit,
  isFiltered,
  mostItems,
  orderOf,
  pageSize,
  registerFilter,
  type RegisterFilter,
  whereOf,
  shortText,
  sourcesOffered,
} from './register.ts';
import { citedItems } from './cited-items.operations.ts';

/** An item in a list: long texts are cut, of tables only the size is given. */
export interface ListedItem {
  id: string;
  title: string;
  shape: Content['shape'];
  topics: string[];
  as_of_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  locator: string | null;
  source_id: string | null;
  source: string | null;
  source_code: string | null;
  agency: string | null;
  year_label: string | null;
  value: number | null;
  unit: string | null;
  decimals: number | null;
  numerator: number | null;
  denominator: number | null;
  basis: string | null;
  text: string | null;
  rows: number | null;
  circle_id: string | null;
}

const listed = (
  longest: number,
) => `select i.id, i.title, i.shape, i.topics, i.as_of_on, i.period_from_on, i.period_to_on,
  i.period_label, i.geography, i.locator, i.circle_id, i.source_id, s.title as source, s.code as source_code,
  a.name as agency, i.year_label,
  (i.content ->> 'value')::float8 as value, i.content ->> 'unit' as unit, (i.content ->> 'decimals')::int4 as decimals,
  (i.content ->> 'numerator')::float8 as numerator, (i.content ->> 'denominator')::float8 as denominator,
  i.content ->> 'basis' as basis, left(coalesce(i.content ->> 'text', i.content ->> 'description'), ${longest}) as text,
  case when i.shape = 'table' then jsonb_array_length(i.content -> 'rows') end as rows`;

const joined = `left join evidence.source s on s.partnership_id = $1 and s.id = i.source_id
  left join governance.agency a on a.partnership_id = $1 and a.id = i.agency_id`;

export const listItems = query({
  name: 'evidence.list-items',
  summary: 'The evidence register, filtered',
  permission: 'evidence.read',
  input: registerFilter,
  async run(context, filter) {
    const { db, partnership, actor } = context;
    const values: unknown[] = [partnership.id, actor.circle_ids];
    const where = whereOf(filter, values, await citedAsked(context, filter));
    const everything = filter.page === 'all';
    const limit = everything ? mostItems : pageSize + 1;
    const offset = filter.page === 'all' ? 0 : (filter.page - 1) * pageSize;
    const order = orderOf(filter);
    // Counting the whole register on every opening would cost as much as all the rest of the page.
    const filtered = isFiltered(filter);
    const counting = filtered
      ? `(select count(*) from (select from evidence.item i where ${where} limit ${countLimit + 1}) counted)`
      : 'null::bigint';
    // The page's rows are found first and then joined, so that a long register costs no more than a short one.
    const [items, sources, [options]] = await Promise.all([
      db.text<ListedItem & Record<string, unknown>>(
        `${listed(everything ? 8000 : shortText)} from (select * from evidence.item i where ${where}
          order by ${order} limit ${limit} offset ${offset}) i ${joined} order by ${order}`,
        values,
      ),
      sourcesToChoose(context, filter.source_id),
      db.text<Options & Record<string, unknown>>(
        `select (select coalesce(json_agg(json_build_object('value', a.id, 'text', a.name) order by a.name), '[]')
            from governance.agency a where a.partnership_id = $1) as agencies,
          ${counting} as found`,
        filtered ? values : [partnership.id],
      ),
    ]);
    return {
      filter,
      filtered,
      items: await shownRows(context, 'evidence.item', everything ? items : items.slice(0, pageSize)),
      more: !everything && items.length > pageSize,
      sources,
      agencies: options?.agencies ?? [],
      /** At most `countLimit` + 1; null for the whole register. */
      found: options?.found ?? null,
    };
  },
});

/** Sources a list can be narrowed to: the latest, and the one it is narrowed to now. */
function sourcesToChoose({ db, partnership }: QueryContext, chosen: string | undefined): Promise<Option[]> {
  return db.text<Option & Record<string, unknown>>(
    `select s.id as value, s.title as text from evidence.source s
     where s.partnership_id = $1 and s.id in (
       select id from (select id from evidence.source where partnership_id = $1 order by id desc limit ${sourcesOffered}) latest
       union all select $2::uuid)
     order by s.title, s.id`,
    [partnership.id, chosen ?? null],
  );
}

/** For the two filters about citing: the items that something rests on, as far as this person may see what does. */
async function citedAsked(context: QueryContext, { show }: RegisterFilter): Promise<string[]> {
  return show === 'moved' || show === 'uncited' ? citedItems(context, show === 'moved') : [];
}

interface Option {
  value: string;
  text: string;
}

interface Options {
  agencies: Option[];
  found: number | null;
}

export interface ReadItem {
  id: string;
  revision: number;
  circle_id: string | null;
  circle: string | null;
  title: string;
  topics: string[];
  part: string | null;
  group_ref: string | null;
  position: number;
  as_of_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  source_id: string | null;
  source: string | null;
  locator: string | null;
  agency_id: string | null;
  agency: string | null;
  year_label: string | null;
  content: Content;
  content_hash: string;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

/** The item alone: what forms and files start from. Throws NotFound when it may not be seen. */
export async function findItem(context: QueryContext, id: string): Promise<ReadItem> {
  const { db, partnership } = context;
  const [found] = await db.text<ReadItem & Record<string, unknown>>(
    `select i.id, i.revision, i.circle_id, c.name as circle, i.title, i.topics, i.part, i.group_ref, i.position,
       i.as_of_on, i.period_from_on, i.period_to_on, i.period_label, i.geography, i.source_id, s.title as source,
       i.locator, i.agency_id, a.name as agency, i.year_label, i.content, i.content_hash, i.withdrawn_on,
       i.withdrawn_reason
     from evidence.item i ${joined} left join kernel.circle c on c.partnership_id = $1 and c.id = i.circle_id
     where i.partnership_id = $1 and i.id = $2`,
    [partnership.id, id],
  );
  if (found === undefined) throw new NotFound();
  noteSeen(context, 'evidence.item', [found]);
  return found;
}

export interface Revision {
  revision: number;
  at: string;
  person: string | null;
  operation: string;
  title: string;
  content: Content;
  withdrawn_on: string | null;
}

export const readItem = query({
  name: 'evidence.read-item',
  summary: 'One item of evidence: what it says, what rests on it, its history and files',
  permission: 'evidence.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(
    context,
    { id },
  ): Promise<{
    item: ReadItem;
    cited_by: Citer[];
    history: Revision[];
    files: FileFacts[];
    group: string | null;
    mine: boolean;
    placement: Placement;
  }> {
    const item = await findItem(context, id);
    const own = ref('evidence.item', id);
    const [cited_by, history, files, group, placement] = await Promise.all([
      citersOf(context, own, item.content_hash),
      historyOf(context, id),
      filesOf(context, own),
      groupTitle(context, item.group_ref),
      placementOf(context, { ref: own, circle_id: item.circle_id }),
    ]);
    return { item, cited_by, history, files, group, placement, mine: mayChange(context, item) };
  },
});

/** For forms: the item with whether this person may change it. */
export const readItemToChange = query({
  name: 'evidence.read-item-to-change',
  summary: 'One item of evidence, for a form',
  permission: 'evidence.read',
  input: z.looseObject({ id: z.uuid() }),
  run: (context, { id }) => findItem(context, id),
});

export function mayChange({ actor }: QueryContext, item: ReadItem): boolean {
  if (item.withdrawn_on !== null) return false;
  if (actor.can('evidence.write')) return true;
  const own = item.agency_id !== null && actor.agency_ids.includes(item.agency_id);
  return own && actor.can('evidence.contribute');
}

/** The latest first. The audit trail says who; it holds no values, the history twin does. */
function historyOf({ db, partnership }: QueryContext, id: string): Promise<Revision[]> {
  return db.text<Revision & Record<string, unknown>>(
    `select h.revision, e.at, e.body::jsonb ->> 'person' as person, e.operation, h.title, h.content, h.withdrawn_on
     from evidence.item_history h
     join kernel.audit_entry e on e.partnership_id = h.partnership_id and e.id = h.entry_id
     where h.partnership_id = $1 and h.id = $2 order by h.revision desc limit 200`,
    [partnership.id, id],
  );
}

async function groupTitle(context: QueryContext, group: string | null): Promise<string | null> {
  if (group === null) return null;
  return (await resolveRefs(context, [group])).get(group)?.title ?? null;
}

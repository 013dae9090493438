// The rows of an import beside what is already there: each row's source and agency, and whether its fact is new, changed
// or already said. What cannot be matched becomes a problem with its row, column and the nearest name.
import { contentHash } from '../../kernel/evidence/evidence.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import type { ImportPlan } from '../../kernel/imports/import-plan.ts';
import { fold, nearest } from '../../kernel/imports/near-match.ts';
import type { ImportProblem } from '../../kernel/imports/table.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { Item } from './item.ts';
import { contentOfRow, type ImportedRow, itemColumns, naturalKey, saysTheSame } from './item-import.ts';

export interface PlannedItem {
  number: number;
  does: 'add' | 'change' | 'nothing';
  item: Item;
  /** The item that is already there. */
  id: string | null;
}

interface Known {
  id: string;
  names: string[];
}

/** Finds each row's source and agency, and whether its fact is already in the register. Three statements for any file. */
export async function matched(
  context: QueryContext,
  rows: { number: number; row: ImportedRow }[],
  problems: ImportProblem[],
  plan: ImportPlan,
): Promise<PlannedItem[]> {
  const { db, partnership, actor } = context;
  const [sources, agencies, there] = await Promise.all([
    db.text<Known & Record<string, unknown>>(
      `select id, array_remove(array[code, title], null) as names from evidence.source where partnership_id = $1`,
      [partnership.id],
    ),
    db.text<Known & Record<string, unknown>>(
      `select a.id, array[a.name] || coalesce(array_agg(n.name) filter (where n.name is not null), '{}') as names
       from governance.agency a
       left join governance.agency_name n on n.partnership_id = a.partnership_id and n.agency_id = a.id
       where a.partnership_id = $1 group by a.id, a.name`,
      [partnership.id],
    ),
    db.text<Existing & Record<string, unknown>>(
      `select i.id, i.title, i.source_id, i.locator, i.topics, i.content_hash, i.period_from_on, i.period_to_on,
         i.period_label, i.geography, i.agency_id, i.part, i.group_ref, i.year_label, i.as_of_on, i.position, i.content
       from evidence.item i where i.partnership_id = $1 and (i.circle_id is null or i.circle_id = any($2))
         and i.withdrawn_on is null and i.title = any($3)`,
      [partnership.id, actor.circle_ids, rows.map(({ row }) => row.title)],
    ),
  ]);
  const existing = new Map(there.map((item) => [naturalKey(item), item]));
  const seen = new Map<string, number>();
  const own =
    !actor.can('evidence.write') && actor.agency_ids.length === 1 ? (actor.agency_ids[0] ?? null) : null;
  return rows.flatMap(({ number, row }) => {
    const complain = complaintAbout(number, row, problems, plan);
    const source_id = idOf(sources, row.source, (near) =>
      complain(
        'source',
        'No source in the register has this code or title.',
        near ?? 'Add the source to the register first.',
      ),
    );
    const agency_id = idOf(agencies, row.agency, (near) =>
      complain(
        'agency',
        'No agency of the partnership has this name.',
        near ?? 'Use the name the agency has here.',
      ),
    );
    if (source_id === undefined || agency_id === undefined) return [];
    if (agency_id !== null && !actor.can('evidence.write') && !actor.agency_ids.includes(agency_id)) {
      complain(
        'agency',
        'You can import evidence for your own agency only.',
        'Name your own agency, or leave it empty.',
      );
      return [];
    }
    const key = naturalKey({ title: row.title, source_id, locator: row.locator });
    const earlier = seen.get(key);
    seen.set(key, earlier ?? number);
    if (earlier !== undefined) {
      complain(
        'title',
        `Row ${earlier} has the same title, source and place.`,
        'Remove one of the two rows, or tell them apart by title or locator.',
      );
      return [];
    }
    return [planned(number, row, source_id, agency_id ?? own, existing.get(key))];
  });
}

interface Existing {
  id: string;
  title: string;
  source_id: string | null;
  locator: string | null;
  topics: string[];
  content_hash: string;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  agency_id: string | null;
  part: Item['part'];
  group_ref: string | null;
  year_label: string | null;
  as_of_on: string | null;
  position: number;
  content: Content;
}

/** What a file does not hold (priority, part, place on the page) stays as it is in the register. */
function planned(
  number: number,
  row: ImportedRow,
  source_id: string | null,
  agency_id: string | null,
  there: Existing | undefined,
): PlannedItem {
  const content = contentOfRow(row, there?.content);
  const { title, period_from_on, period_to_on, period_label, geography, locator } = row;
  const others = there?.topics.filter((topic) => topic !== row.topic) ?? [];
  const item: Item = {
    title,
    topics: [row.topic, ...(others as Item['topics'])],
    content,
    period_from_on,
    period_to_on,
    period_label,
    geography,
    source_id,
    locator,
    agency_id,
    as_of_on: there?.as_of_on ?? null,
    group_ref: there?.group_ref ?? null,
    part: there?.part ?? null,
    year_label: there?.year_label ?? null,
    position: there?.position ?? 100,
    circle_id: null,
  };
  if (there === undefined) return { number, does: 'add', item, id: null };
  const same = saysTheSame(there, { ...item, content_hash: contentHash(content) });
  return { number, does: same ? 'nothing' : 'change', item, id: there.id };
}

/** Null for an empty cell, undefined (and a complaint, with the nearest name) for one that names nothing known. */
function idOf(
  known: readonly Known[],
  text: string | null,
  complain: (near: string | undefined) => void,
): string | null | undefined {
  if (text === null) return null;
  const wanted = fold(text);
  const found = known.find(({ names }) => names.some((name) => fold(name) === wanted));
  if (found) return found.id;
  const near = nearest(text, known, ({ names }) => names);
  complain(near && `Did you mean “${near.names[0] ?? ''}”?`);
  return undefined;
}

function complaintAbout(number: number, row: ImportedRow, problems: ImportProblem[], plan: ImportPlan) {
  return (field: 'source' | 'agency' | 'title', message: string, mend: string) => {
    const column = itemColumns.find((candidate) => candidate.field === field);
    problems.push({
      ...(plan.sheet === '' ? {} : { sheet: plan.sheet }),
      row: number,
      column: plan.labels[field] ?? column?.header ?? field,
      ...(row[field] === null ? {} : { value: row[field] }),
      message,
      mend,
    });
  };
}

// The register of evidence as a list: which items a person asks for, and when an item counts for a year.
import { z } from 'zod';
import { shapeNames } from '../../kernel/evidence/shapes.ts';
import { topicNames } from '../../kernel/evidence/topics.ts';

export const pageSize = 50;
/** In a list, texts are cut to so many characters. */
export const shortText = 120;
/** A download holds at most so many items. */
export const mostItems = 20_000;
/** A list can be narrowed to so many of the latest sources; to an older one from its own page. */
export const sourcesOffered = 200;
/** Counting stops here; beyond it the page says "more than". */
export const countLimit = 1_000;

export const looks = {
  moved: 'Changed after being cited',
  'no-consent': 'Case studies without recorded consent',
  'not-printed': 'Figures the source does not print',
  'no-source': 'Without a source',
  uncited: 'Cited by nothing yet',
  withdrawn: 'Withdrawn',
} as const;

const none = z.literal('').transform(() => undefined);
const chosen = <T extends z.ZodType>(of: T) => none.or(of).optional();

export const registerFilter = z.strictObject({
  topic: chosen(z.enum(topicNames)),
  shape: chosen(z.enum(shapeNames)),
  source_id: chosen(z.uuid()),
  agency_id: chosen(z.uuid()),
  group_ref: chosen(z.string().max(120)),
  year: chosen(z.string().regex(/^\d{4}-\d{2}$/, 'Enter a reporting year such as 2024-25')),
  text: chosen(z.string().trim().max(200)),
  show: chosen(z.enum(Object.keys(looks) as [keyof typeof looks])),
  sort: z.enum(['added', 'title', 'period']).default('added'),
  direction: z.enum(['ascending', 'descending']).optional(),
  /** `all` gives everything that fits, for a download. */
  page: z.literal('all').or(z.coerce.number().int().min(1).max(400)).default(1),
});
export type RegisterFilter = z.output<typeof registerFilter>;

/** First and last day of a reporting year. */
export function daysOfYear(label: string): { from_on: string; to_on: string } {
  const start = Number(label.slice(0, 4));
  return { from_on: `${start}-04-01`, to_on: `${start + 1}-03-31` };
}

/**
 * The condition under which an item counts for a year: it says so itself, or it says nothing and its period (or its day)
 * touches the year. `$n` is the year's label, `$n+1` its first and `$n+2` its last day.
 */
export function countsForYear(n: number): string {
  return `(i.year_label = $${n} or (i.year_label is null
    and coalesce(i.period_from_on, i.as_of_on, i.period_to_on) <= $${n + 2}::date
    and coalesce(i.period_to_on, i.as_of_on, i.period_from_on) >= $${n + 1}::date))`;
}

/** `?` stands for the items that something rests on. */
const lookSql: Record<keyof typeof looks, string> = {
  moved: 'i.id = any(?::uuid[])',
  'no-consent': `i.shape = 'case-study' and i.content ->> 'consent' = 'not-recorded'`,
  'not-printed': `i.shape = 'measure' and i.content ->> 'value' is null`,
  'no-source': 'i.source_id is null',
  uncited: 'i.id <> all(?::uuid[])',
  withdrawn: 'true',
};

/**
 * The where clause of a filtered list; `$1` is the partnership and `$2` the person's circles. `cited`: the items that the
 * filters about citing ask for (cited-items.operations.ts).
 */
export function whereOf(filter: RegisterFilter, values: unknown[], cited: readonly string[]): string {
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['i.partnership_id = $1', '(i.circle_id is null or i.circle_id = any($2))'];
  conditions.push(filter.show === 'withdrawn' ? 'i.withdrawn_on is not null' : 'i.withdrawn_on is null');
  if (filter.show) {
    const look = lookSql[filter.show];
    conditions.push(look.includes('?') ? look.replace('?', place(cited)) : look);
  }
  if (filter.topic) conditions.push(`i.topics @> array[${place(filter.topic)}]::text[]`);
  if (filter.shape) conditions.push(`i.shape = ${place(filter.shape)}`);
  if (filter.source_id) conditions.push(`i.source_id = ${place(filter.source_id)}`);
  if (filter.agency_id) conditions.push(`i.agency_id = ${place(filter.agency_id)}`);
  if (filter.group_ref) conditions.push(`i.group_ref = ${place(filter.group_ref)}`);
  if (filter.year) {
    const { from_on, to_on } = daysOfYear(filter.year);
    const first = values.push(filter.year, from_on, to_on) - 2;
    conditions.push(countsForYear(first));
  }
  if (filter.text) {
    const pattern = place(`%${filter.text.replaceAll(/[%_\\]/g, '\\$&')}%`);
    conditions.push(
      `(i.title ilike ${pattern} or i.content ->> 'text' ilike ${pattern} or i.locator ilike ${pattern})`,
    );
  }
  return conditions.join(' and ');
}

const orders = {
  added: { column: 'i.id', usual: 'descending' },
  title: { column: 'i.title', usual: 'ascending' },
  period: { column: 'coalesce(i.period_to_on, i.as_of_on)', usual: 'descending' },
} as const;

export function orderOf({ sort, direction }: RegisterFilter): string {
  const { column, usual } = orders[sort];
  const way = (direction ?? usual) === 'ascending' ? 'asc nulls last' : 'desc nulls last';
  return sort === 'added'
    ? `i.id ${(direction ?? usual) === 'ascending' ? 'asc' : 'desc'}`
    : `${column} ${way}, i.id`;
}

/** Whether anything narrows the list. */
export function isFiltered({
  sort: _sort,
  direction: _direction,
  page: _page,
  ...narrowing
}: RegisterFilter): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}

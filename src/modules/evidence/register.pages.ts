// The register on screen: filters, the list, its pages and its download.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { shapeNames } from '../../kernel/evidence/shapes.ts';
import { type Topic, topicNames, topics } from '../../kernel/evidence/topics.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { page, type View } from '../../kernel/pages/page.ts';
import { acts, addressWith, link } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { whenText } from '../../surfaces/web/components/evidence.ts';
import { figureValue } from '../../surfaces/web/components/figure.ts';
import { type ActiveFilter, filters } from '../../surfaces/web/components/filters.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { pagination } from '../../surfaces/web/components/pagination.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { shapeWords } from './item.ts';
import { countLimit, looks, pageSize, shortText, sourcesOffered } from './register.ts';
import { type ListedItem, listItems } from './register.operations.ts';

type Listed = Awaited<ReturnType<typeof listItems.run>>;

export const registerPath = { text: 'Evidence', href: '/evidence' };

/** The list's address with these filters changed; the page number starts again. */
function addressOf({ filter }: Listed, change: Record<string, string | undefined>): string {
  const { page: _page, sort, ...kept } = filter;
  return addressWith('/evidence', { ...kept, ...(sort === 'added' ? {} : { sort }), ...change });
}

const option = ([value, text]: [string, string]) => ({ value, text });
const any = (text: string) => ({ value: '', text });

function fields({ filter, sources, agencies }: Listed): Html[] {
  const choice = (
    name: 'topic' | 'shape' | 'show' | 'source_id' | 'agency_id',
    label: string,
    items: { value: string; text: string }[],
  ) =>
    select({
      name,
      id: name,
      label: { text: label },
      value: filter[name] ?? '',
      items: [any('Any'), ...items],
    });
  return [
    input({ name: 'text', id: 'text', label: { text: 'Words' }, value: filter.text ?? '' }),
    choice(
      'topic',
      'About',
      topicNames.map((topic) => option([topic, topics[topic]])),
    ),
    choice(
      'shape',
      'Shape',
      shapeNames.map((shape) => option([shape, shapeWords[shape]])),
    ),
    input({ name: 'year', id: 'year', label: { text: 'Reporting year' }, value: filter.year ?? '' }),
    choice(
      'source_id',
      sources.length < sourcesOffered ? 'Source' : `Source (the latest ${sourcesOffered})`,
      sources,
    ),
    choice('agency_id', 'Agency', agencies),
    choice('show', 'Look at', Object.entries(looks).map(option)),
  ];
}

function active(listed: Listed): ActiveFilter[] {
  const { filter, sources, agencies } = listed;
  const named = (list: { value: string; text: string }[], id: string) =>
    list.find(({ value }) => value === id)?.text ?? 'not in the list';
  const shown: [string, string | undefined | false][] = [
    ['text', filter.text && `Words: ${filter.text}`],
    ['topic', filter.topic && `About: ${topics[filter.topic]}`],
    ['shape', filter.shape && `Shape: ${shapeWords[filter.shape]}`],
    ['year', filter.year && `Year: ${filter.year}`],
    ['source_id', filter.source_id && `Source: ${named(sources, filter.source_id)}`],
    ['agency_id', filter.agency_id && `Agency: ${named(agencies, filter.agency_id)}`],
    ['group_ref', filter.group_ref && 'One priority'],
    ['show', filter.show && looks[filter.show]],
  ];
  return shown.flatMap(([name, text]) =>
    text ? [{ text, href: addressOf(listed, { [name]: undefined }) }] : [],
  );
}

function resultText({ found, items, more, filter }: Listed): string {
  const count = found ?? (filter.page === 1 && !more ? items.length : undefined);
  if (count === undefined) return 'The whole register';
  const words = count > countLimit ? `More than ${countLimit.toLocaleString('en-GB')}` : String(count);
  return `${words} ${count === 1 ? 'item' : 'items'}${found === null ? '' : ' with these filters'}`;
}

/** What an item says, short enough for a list. */
function gist(item: ListedItem): Html | string {
  if (item.shape === 'measure') {
    const { value, unit, decimals } = item;
    return figureValue({
      value,
      gap: value === null ? 'not-printed' : undefined,
      unit: unit ?? undefined,
      decimals: decimals ?? undefined,
    });
  }
  if (item.shape === 'table') return item.rows === 1 ? '1 row' : `${item.rows ?? 0} rows`;
  return item.text === null ? '' : `${item.text}${item.text.length === shortText ? ' …' : ''}`;
}

const periodOf = (item: ListedItem) =>
  whenText({
    period: { from: item.period_from_on, to: item.period_to_on, label: item.period_label },
    as_of: item.as_of_on,
  });

const topicWords = (item: ListedItem) => topics[item.topics[0] as Topic] ?? item.topics[0];

function pages(listed: Listed): Html | false {
  const at = listed.filter.page;
  if (at === 'all' || (at === 1 && !listed.more)) return false;
  return pagination({
    ...(at > 1 && { previous: { href: addressOf(listed, { page: String(at - 1) }) } }),
    ...(listed.more && { next: { href: addressOf(listed, { page: String(at + 1) }) } }),
  });
}

function table(listed: Listed): Html {
  const { sort, direction } = listed.filter;
  const usual = sort === 'title' ? 'ascending' : 'descending';
  const first = listed.filter.page === 'all' ? 1 : (listed.filter.page - 1) * pageSize + 1;
  return dataTable<ListedItem>({
    caption: listed.items.length === 0 ? 'Evidence' : `Items ${first} to ${first + listed.items.length - 1}`,
    rows: listed.items,
    sort: {
      by: sort,
      direction: direction ?? usual,
      href: (by, way) => addressOf(listed, { sort: by, direction: way }),
    },
    columns: [
      {
        heading: 'Title',
        isRowHeader: true,
        sortKey: 'title',
        cell: (item) => link(`/evidence/items/${item.id}`, item.title),
      },
      { heading: 'What it says', classes: 'gt-prose', cell: gist },
      { heading: 'Period', sortKey: 'period', cell: periodOf },
      { heading: 'About', cell: topicWords },
      {
        heading: 'Source',
        cell: ({ source_id, source_code, source, locator }) =>
          source_id === null
            ? 'Not recorded'
            : html`${link(`/evidence/sources/${source_id}`, source_code ?? source ?? '')}${locator !== null && `, ${locator}`}`,
      },
      { heading: 'Agency', cell: (item) => item.agency },
    ],
    empty: listed.filtered
      ? 'No evidence fits these filters. Take one away to see more.'
      : 'The register is empty. Add the first item, or import a spreadsheet.',
  });
}

function listActs(view: View): Html {
  return acts([
    view.can('evidence.contribute') && { href: '/evidence/new', text: 'Add evidence' },
    view.can('evidence.contribute') && { href: '/evidence/import', text: 'Import from a spreadsheet' },
    { href: '/evidence/sources', text: 'Sources' },
  ]);
}

export const registerPage = page({
  path: '/evidence',
  title: 'Evidence',
  query: listItems,
  navigation: { text: 'Evidence', order: 20 },
  draw: (listed: Listed, view) => html`<h1 class="govuk-heading-l">Evidence</h1>
<p class="govuk-body">Every figure, table, quotation and document the partnership relies on, each with its period and source. Reports and claims point here, so a fact is corrected once.</p>
${listActs(view)}${filters({
  label: 'Filter evidence',
  fields: fields(listed),
  keep: { sort: listed.filter.sort, ...(listed.filter.group_ref && { group_ref: listed.filter.group_ref }) },
  active: active(listed),
  clearHref: '/evidence',
  result: resultText(listed),
  downloadHref: addressOf(listed, { page: 'all' }).replace('/evidence', '/evidence.csv'),
})}${table(listed)}${pages(listed)}`,
  csv: ({ items }: Listed) => ({
    name: 'evidence',
    columns: [
      'Title',
      'Shape',
      'Topics',
      'What it says',
      'Value',
      'Unit',
      'Numerator',
      'Denominator',
      'Basis',
      'Period from',
      'Period to',
      'Period as printed',
      'On the day',
      'Area',
      'Source',
      'Place in the source',
      'Agency',
    ],
    ...exportable(items, (item) => [
      item.title,
      shapeWords[item.shape],
      item.topics.join(' '),
      item.text,
      item.value,
      item.unit,
      item.numerator,
      item.denominator,
      item.basis,
      item.period_from_on,
      item.period_to_on,
      item.period_label,
      item.as_of_on,
      item.geography,
      item.source,
      item.locator,
      item.agency,
    ]),
  }),
});

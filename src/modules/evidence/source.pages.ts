// Sources on screen: the list, one source with the evidence taken from it, and its forms.
import { html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import type { Shape } from '../../kernel/evidence/shapes.ts';
import { acts, addressWith, link, notRecorded, orNotRecorded } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showPeriod } from '../../surfaces/web/components/day.ts';
import { filters } from '../../surfaces/web/components/filters.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { shapeWords } from './item.ts';
import { itemHref } from './item.pages.ts';
import { registerPath } from './register.pages.ts';
import { sourceKinds } from './source.ts';
import { addSource, changeSource, type ListedSource, listSources, readSource } from './source.operations.ts';

type Listed = Awaited<ReturnType<typeof listSources.run>>;
type Source = Awaited<ReturnType<typeof readSource.run>>;

const sourcesPath = { text: 'Sources', href: '/evidence/sources' };
const covers = (source: Pick<ListedSource, 'period_from_on' | 'period_to_on'>) =>
  source.period_from_on || source.period_to_on
    ? showPeriod(source.period_from_on, source.period_to_on)
    : 'Not recorded';

const listPage = page({
  path: '/evidence/sources',
  title: 'Sources',
  query: listSources,
  trail: () => [registerPath],
  draw: (listed: Listed, view) => html`<h1 class="govuk-heading-l">Sources</h1>
<p class="govuk-body">The documents, data sets and meetings that evidence comes from. One that replaces another says so.</p>
${acts([view.can('evidence.contribute') && { href: '/evidence/sources/new', text: 'Add a source' }])}${filters(
  {
    label: 'Filter sources',
    fields: [
      input({ name: 'text', id: 'text', label: { text: 'Title or code' }, value: listed.text }),
      select({
        name: 'kind',
        id: 'kind',
        label: { text: 'Kind' },
        value: listed.kind,
        items: [
          { value: '', text: 'Any' },
          ...Object.entries(sourceKinds).map(([value, text]) => ({ value, text })),
        ],
      }),
    ],
    clearHref: '/evidence/sources',
    result: listed.sources.length === 1 ? '1 source' : `${listed.sources.length} sources`,
    downloadHref: addressWith('/evidence/sources.csv', { text: listed.text, kind: listed.kind }),
  },
)}${dataTable<ListedSource>({
  caption: 'Sources',
  captionClasses: 'govuk-visually-hidden',
  rows: listed.sources,
  columns: [
    { heading: 'Title', isRowHeader: true, cell: (s) => link(`/evidence/sources/${s.id}`, s.title) },
    { heading: 'Kind', cell: (s) => sourceKinds[s.kind] },
    { heading: 'Published by', cell: (s) => s.publisher },
    { heading: 'Covers', cell: covers },
    { heading: 'Code', cell: (s) => s.code },
    { heading: 'Items', format: 'numeric', cell: (s) => s.items },
    { heading: 'Replaced by', cell: (s) => s.superseded_by },
  ],
  empty: listed.kind || listed.text ? 'No source fits these filters.' : 'No source is recorded yet.',
})}`,
  csv: ({ sources }: Listed) => ({
    name: 'sources',
    columns: [
      'Title',
      'Kind',
      'Published by',
      'Published on',
      'Covers from',
      'Covers to',
      'Code',
      'Items',
      'Replaced by',
    ],
    rows: sources.map((s) => [
      s.title,
      sourceKinds[s.kind],
      s.publisher,
      s.published_on,
      s.period_from_on,
      s.period_to_on,
      s.code,
      s.items,
      s.superseded_by,
    ]),
  }),
});

const sourcePage = page({
  path: '/evidence/sources/:id',
  title: (source: Source) => source.title,
  query: readSource,
  input: ({ params }) => params,
  trail: () => [registerPath, sourcesPath],
  draw: (source: Source, view) =>
    html`<h1 class="govuk-heading-l">${source.title}</h1>${
      source.superseded_by &&
      insetText({
        html: html`A newer source replaces this one: ${link(`/evidence/sources/${source.superseded_by.id}`, source.superseded_by.title)}. Check whether evidence taken from here still stands.`,
      })
    }${summaryList({
      rows: [
        { key: { text: 'Kind' }, value: { text: sourceKinds[source.kind] } },
        { key: { text: 'Published by' }, value: { html: orNotRecorded(source.publisher) } },
        {
          key: { text: 'Published on' },
          value: { html: source.published_on ? html`${showDay(source.published_on)}` : notRecorded },
        },
        { key: { text: 'Covers' }, value: { text: covers(source) } },
        { key: { text: 'Short code' }, value: { html: orNotRecorded(source.code) } },
        source.supersedes_id !== null && {
          key: { text: 'Replaces' },
          value: { html: link(`/evidence/sources/${source.supersedes_id}`, source.supersedes ?? '') },
        },
        source.note !== null && { key: { text: 'Note' }, value: { text: source.note } },
      ],
    })}${acts([view.can('evidence.write') && { href: `${view.path}/change`, text: 'Change this source' }])}${dataTable(
      {
        caption: 'Evidence taken from it, in the order of its pages',
        rows: source.items,
        columns: [
          { heading: 'Title', isRowHeader: true, cell: (i) => link(itemHref(i.id), i.title) },
          { heading: 'Shape', cell: (i) => shapeWords[i.shape as Shape] },
          { heading: 'Place in the source', cell: (i) => i.locator },
        ],
        empty: 'Nothing has been taken from this source yet.',
      },
    )}`,
});

export const sourcePages: AnyPage[] = [
  listPage,
  form({
    path: '/evidence/sources/new',
    title: 'Add a source',
    command: addSource,
    button: 'Add source',
    next: ({ id }) => `/evidence/sources/${id}`,
    done: 'Source added',
    trail: () => [registerPath, sourcesPath],
  }),
  sourcePage,
  form({
    path: '/evidence/sources/:id/change',
    title: (source: Source) => `Change “${source.title}”`,
    command: changeSource,
    before: readSource,
    values: (source) => ({ ...source, seen_revision: source.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => `/evidence/sources/${id}`,
    done: 'Source changed',
    trail: (source) => [
      registerPath,
      sourcesPath,
      { text: source.title, href: `/evidence/sources/${source.id}` },
    ],
  }),
];

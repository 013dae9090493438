// Strategies and other named documents on screen: the list with what replaced what, and its forms.
import { html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { acts, addressWith, link, orNotRecorded, showTerm } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { filters } from '../../surfaces/web/components/filters.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { planPath } from './drawing.ts';
import { strategyKinds } from './plan.ts';
import {
  addStrategy,
  changeStrategy,
  type ListedStrategy,
  listStrategies,
  readStrategy,
} from './strategy.operations.ts';

type Listed = Awaited<ReturnType<typeof listStrategies.run>>;
type Read = Awaited<ReturnType<typeof readStrategy.run>>;

const strategiesPath = { text: 'Strategies', href: '/plan/strategies' };

/** The words of a launch as printed win over the day. */
const inForce = (s: ListedStrategy) =>
  s.launched_label !== null && s.from_on === null
    ? `Launched ${s.launched_label}`
    : showTerm(s.from_on, s.until_on);

export const strategyPages: AnyPage[] = [
  page({
    path: '/plan/strategies',
    title: 'Strategies and other plans',
    query: listStrategies,
    trail: () => [planPath],
    draw: (listed: Listed, view) =>
      html`<h1 class="govuk-heading-l">Strategies and other plans</h1><p class="govuk-body">The named documents the partnership works by. Where one replaces another, reports are checked for the old title.</p>${filters(
        {
          label: 'Filter strategies',
          fields: [
            select({
              name: 'kind',
              id: 'kind',
              label: { text: 'Kind' },
              value: listed.kind,
              items: [
                { value: '', text: 'Any' },
                ...Object.entries(strategyKinds).map(([value, text]) => ({ value, text })),
              ],
            }),
          ],
          result: listed.strategies.length === 1 ? '1 document' : `${listed.strategies.length} documents`,
          downloadHref: addressWith('/plan/strategies.csv', { kind: listed.kind }),
        },
      )}${dataTable<ListedStrategy>({
        caption: 'Strategies and other plans',
        captionClasses: 'govuk-visually-hidden',
        rows: listed.strategies,
        columns: [
          {
            heading: 'Title',
            isRowHeader: true,
            cell: (s) => (view.can('plan.write') ? link(`/plan/strategies/${s.id}/change`, s.name) : s.name),
          },
          { heading: 'Kind', cell: (s) => strategyKinds[s.kind] },
          {
            heading: 'Priority',
            cell: (s) => s.priority_id && link(`/plan/priorities/${s.priority_id}`, s.priority ?? ''),
          },
          { heading: 'In force', cell: inForce },
          { heading: 'Replaced by', cell: (s) => s.superseded_by },
          { heading: 'Where this is stated', cell: (s) => orNotRecorded(s.source) },
        ],
        empty: listed.kind ? 'None of this kind is recorded.' : 'No strategy is recorded yet.',
      })}${acts([view.can('plan.write') && { href: '/plan/strategies/new', text: 'Add a strategy or other plan' }])}`,
    csv: ({ strategies }: Listed) => ({
      name: 'strategies',
      columns: [
        'Title',
        'Kind',
        'Priority',
        'From',
        'Until',
        'Launched',
        'Replaced by',
        'Where this is stated',
      ],
      rows: strategies.map((s) => [
        s.name,
        strategyKinds[s.kind],
        s.priority,
        s.from_on,
        s.until_on,
        s.launched_label,
        s.superseded_by,
        s.source,
      ]),
    }),
  }),
  form({
    path: '/plan/strategies/new',
    title: 'Add a strategy or other plan',
    command: addStrategy,
    button: 'Add',
    next: () => strategiesPath.href,
    done: 'Added',
    trail: () => [planPath, strategiesPath],
  }),
  form({
    path: '/plan/strategies/:id/change',
    title: ({ name }: Read) => `Change “${name}”`,
    command: changeStrategy,
    before: readStrategy,
    values: (strategy) => ({ ...strategy, seen_revision: strategy.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: () => strategiesPath.href,
    done: 'Changed',
    trail: () => [planPath, strategiesPath],
  }),
];

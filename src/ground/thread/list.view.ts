// What every list of the thread draws alike: its filters, what is in force, the link to the same list as CSV.
import type { Html } from '../../kernel/pages/html.ts';
import type { View } from '../../kernel/pages/page.ts';
import { type ActiveFilter, filters } from '../../surfaces/web/components/filters.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { addressWith } from '../drawing.ts';
import type { ListFilter } from './listing.ts';

export interface ListWords {
  label: string;
  stateLabel: string;
  states: Record<string, string>;
  /** "actions", for "3 actions". */
  one: string;
  many: string;
}

export function listFilters(
  words: ListWords,
  filter: ListFilter,
  view: View,
  count: number,
  agencies?: { id: string; name: string }[],
): Html {
  const search = {
    state: filter.state,
    agency: filter.agency,
    overdue: filter.overdue ? 'yes' : '',
  };
  const without = (name: keyof typeof search) => addressWith(view.path, { ...search, [name]: '' });
  const active: (ActiveFilter | false)[] = [
    filter.state !== '' && { text: words.states[filter.state] ?? filter.state, href: without('state') },
    filter.agency !== '' && {
      text: agencies?.find((a) => a.id === filter.agency)?.name ?? 'One agency',
      href: without('agency'),
    },
    filter.overdue && { text: 'Only overdue', href: without('overdue') },
  ];
  return filters({
    label: words.label,
    fields: [
      choice('state', words.stateLabel, filter.state, Object.entries(words.states)),
      ...(agencies
        ? [
            choice(
              'agency',
              'Owner',
              filter.agency,
              agencies.map((a) => [a.id, a.name]),
            ),
            choice('overdue', 'Lateness', filter.overdue ? 'yes' : '', [['yes', 'Only overdue']]),
          ]
        : []),
    ],
    active: active.filter((one) => one !== false),
    clearHref: view.path,
    result: `${count} ${count === 1 ? words.one : words.many}`,
    downloadHref: addressWith(`${view.path}.csv`, search),
  });
}

function choice(name: string, label: string, value: string, options: string[][]): Html {
  return select({
    name,
    id: name,
    label: { text: label },
    value,
    items: [{ value: '', text: 'Any' }, ...options.map(([code = '', text = '']) => ({ value: code, text }))],
  });
}

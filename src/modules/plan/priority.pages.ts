// Priorities through the years on screen: the list, one priority with its names and focuses, and its forms.
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { acts, addressWith, link, orNotRecorded, showTerm } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { planPath, showYearLabel } from './drawing.ts';
import { focusEnds } from './plan.ts';
import {
  addPriority,
  addPriorityFocus,
  changePriority,
  changePriorityFocus,
  type Focus,
  listPriorities,
  namePriority,
  readFocus,
  readPriority,
  setPriorityYear,
} from './priority.operations.ts';

type Listed = Awaited<ReturnType<typeof listPriorities.run>>;
type Read = Awaited<ReturnType<typeof readPriority.run>>;

const prioritiesPath = { text: 'Priorities', href: '/plan/priorities' };
const hrefOf = (id: string) => `/plan/priorities/${id}`;

const listPage = page({
  path: '/plan/priorities',
  title: 'Priorities',
  query: listPriorities,
  input: () => ({}),
  trail: () => [planPath],
  draw: (list: Listed, view) =>
    html`<h1 class="govuk-heading-l">Priorities</h1><p class="govuk-body">Every priority there has been, each under one name. Reports are checked against these names.</p>${dataTable(
      {
        caption: 'Priorities',
        captionClasses: 'govuk-visually-hidden',
        rows: list,
        columns: [
          { heading: 'Name', isRowHeader: true, cell: (p) => link(hrefOf(p.id), p.name) },
          { heading: 'What it is about', cell: (p) => p.description },
          { heading: 'In the plan of', cell: (p) => p.years.map(showYearLabel).join(', ') || 'No year' },
        ],
        empty: 'No priority is recorded yet.',
      },
    )}<p class="govuk-body"><a class="govuk-link" href="/plan/priorities.csv" download>Download this list (CSV)</a></p>${acts(
      [view.can('plan.write') && { href: '/plan/priorities/new', text: 'Add a priority' }],
    )}`,
  csv: (list: Listed) => ({
    name: 'priorities',
    columns: ['Name', 'What it is about', 'In the plan of'],
    rows: list.map((p) => [p.name, p.description, p.years.join(' ')]),
  }),
});

function names({ names: list }: Read): Html {
  return dataTable({
    id: 'names',
    caption: 'Other names',
    rows: list,
    columns: [
      { heading: 'Name', isRowHeader: true, cell: (n) => n.name },
      { heading: 'May be used', cell: (n) => (n.allowed ? 'Yes, a short form' : 'No, use the one name') },
      { heading: 'Used', cell: (n) => showTerm(n.from_on, n.until_on) },
      { heading: 'Where this is stated', cell: (n) => orNotRecorded(n.source) },
    ],
    empty:
      'No other name is recorded. If documents call it something else, record that here, and reports will notice.',
  });
}

function focuses({ id, focuses: list }: Read, mayChange: boolean): Html {
  const became = (focus: Focus) =>
    focus.priority_id !== id
      ? html`Taken over from ${link(hrefOf(focus.priority_id), focus.priority)}; its measures were not carried over`
      : html`${focus.became === null ? '' : focusEnds[focus.became]}${
          focus.successor_id !== null &&
          html` ${link(hrefOf(focus.successor_id), focus.successor ?? '')}; its measures do not follow by themselves`
        }`;
  return dataTable<Focus>({
    id: 'focuses',
    caption: 'What it attends to',
    rows: list,
    columns: [
      { heading: 'Focus', isRowHeader: true, cell: (f) => f.focus },
      { heading: 'When', cell: (f) => showTerm(f.from_on, f.until_on) },
      { heading: 'What became of it', cell: became },
      { heading: 'Note', cell: (f) => f.note },
      {
        heading: 'Change',
        cell: (f) =>
          mayChange && f.priority_id === id ? link(`/plan/focuses/${f.id}/change`, 'Change') : null,
      },
    ],
    empty: 'No focus is recorded.',
  });
}

const priorityPage = page({
  path: '/plan/priorities/:id',
  title: ({ name }: Read) => name,
  query: readPriority,
  input: ({ params }) => params,
  trail: () => [planPath, prioritiesPath],
  draw: (priority: Read, view) => {
    const may = view.can('plan.write');
    return html`<h1 class="govuk-heading-l">${priority.name}</h1>${
      priority.description && html`<p class="govuk-body-l">${priority.description}</p>`
    }${dataTable({
      id: 'years',
      caption: 'In the plan',
      rows: priority.years,
      columns: [
        {
          heading: 'Year',
          isRowHeader: true,
          cell: (y) => link(`/plan/years/${y.label}/priorities/${priority.id}`, showYearLabel(y.label)),
        },
        { heading: 'Number', format: 'numeric', cell: (y) => y.number },
        { heading: 'Aim', cell: (y) => y.statement },
      ],
      empty: 'It is in the plan of no year yet.',
    })}${focuses(priority, may)}${names(priority)}${acts([
      may && { href: `${view.path}/change`, text: 'Change its name or description' },
      may && { href: `${view.path}/names/new`, text: 'Record another name' },
      may && { href: `${view.path}/focuses/new`, text: 'Record a focus' },
      may && {
        href: addressWith('/plan/priority-years/new', { priority_id: priority.id }),
        text: 'Put it into the plan of a year',
      },
    ])}`;
  },
});

const trail = (priority: Read) => [
  planPath,
  prioritiesPath,
  { text: priority.name, href: hrefOf(priority.id) },
];

export const priorityPages: AnyPage[] = [
  listPage,
  form({
    path: '/plan/priorities/new',
    title: 'Add a priority',
    command: addPriority,
    button: 'Add priority',
    next: ({ id }) => hrefOf(id),
    done: 'Priority added',
    trail: () => [planPath, prioritiesPath],
  }),
  priorityPage,
  form({
    path: '/plan/priorities/:id/change',
    title: ({ name }: Read) => `Change “${name}”`,
    command: changePriority,
    before: readPriority,
    values: (priority) => ({ ...priority, seen_revision: priority.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => hrefOf(id),
    done: 'Priority changed',
    trail,
  }),
  form({
    path: '/plan/priorities/:id/names/new',
    title: ({ name }: Read) => `Another name of “${name}”`,
    command: namePriority,
    before: readPriority,
    fixed: ({ params }) => ({ priority_id: params['id'] }),
    button: 'Record name',
    next: ({ priority_id }) => hrefOf(priority_id),
    done: 'Name recorded',
    trail,
  }),
  form({
    path: '/plan/priorities/:id/focuses/new',
    title: ({ name }: Read) => `A focus of “${name}”`,
    command: addPriorityFocus,
    before: readPriority,
    fixed: ({ params }) => ({ priority_id: params['id'] }),
    button: 'Record focus',
    next: ({ priority_id }) => hrefOf(priority_id),
    done: 'Focus recorded',
    trail,
  }),
  form({
    path: '/plan/focuses/:id/change',
    title: 'Change a focus',
    command: changePriorityFocus,
    before: readFocus,
    values: (focus) => ({ ...focus, seen_revision: focus.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ priority_id }) => hrefOf(priority_id),
    done: 'Focus changed',
    trail: () => [planPath, prioritiesPath],
  }),
  form({
    path: '/plan/priority-years/new',
    title: 'A priority in the plan of a year',
    command: setPriorityYear,
    intro: () =>
      html`<p class="govuk-body">If the priority is in the plan of that year already, its number and aim are changed.</p>`,
    button: 'Save',
    next: ({ year, priority_id }) => `/plan/years/${year}/priorities/${priority_id}`,
    done: 'The plan of the year was changed',
    trail: () => [planPath],
  }),
];

// Agencies on screen: the list, one agency, and the forms that add, change and name it.
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { filters } from '../../surfaces/web/components/filters.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, addressWith, link, notRecorded, orNotRecorded, showTerm } from '../drawing.ts';
import { agencyKinds, legalTypes, nameKinds } from './agency.ts';
import { addAgency, changeAgency, listAgencies, nameAgency, readAgency } from './agency.operations.ts';
import { home } from './overview.pages.ts';

type Agency = Awaited<ReturnType<typeof readAgency.run>>;

const list = { text: 'Agencies', href: '/governance/agencies' };
const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;

export const agenciesPage = page({
  path: '/governance/agencies',
  title: 'Agencies',
  query: listAgencies,
  trail: () => [home],
  csv: ({ agencies }) => ({
    name: 'agencies',
    columns: ['Name', 'Part it plays', 'Legal type', 'Where this is stated'],
    rows: agencies.map((a) => [
      a.name,
      wordsOf(agencyKinds, a.kind),
      wordsOf(legalTypes, a.legal_type),
      a.source,
    ]),
  }),
  draw: ({ agencies, kind, name }, view) =>
    html`<h1 class="govuk-heading-l">Agencies</h1><p class="govuk-body">The safeguarding partners, relevant agencies, schools and others the partnership works with.</p>${filters(
      {
        label: 'Filter agencies',
        fields: [
          input({ name: 'name', id: 'name', label: { text: 'Name' }, value: name }),
          select({
            name: 'kind',
            id: 'kind',
            label: { text: 'Part it plays' },
            value: kind,
            items: [
              { value: '', text: 'Any' },
              ...Object.entries(agencyKinds).map(([value, text]) => ({ value, text })),
            ],
          }),
        ],
        active: [
          ...(name ? [{ text: `Name: ${name}`, href: addressWith(view.path, { kind }) }] : []),
          ...(kind ? [{ text: wordsOf(agencyKinds, kind), href: addressWith(view.path, { name }) }] : []),
        ],
        clearHref: view.path,
        result: agencies.length === 1 ? '1 agency' : `${agencies.length} agencies`,
        downloadHref: addressWith('/governance/agencies.csv', { name, kind }),
      },
    )}${dataTable({
      caption: 'Agencies',
      captionClasses: 'govuk-visually-hidden',
      columns: [
        { heading: 'Name', isRowHeader: true, cell: (a) => link(`/governance/agencies/${a.id}`, a.name) },
        { heading: 'Part it plays', cell: (a) => wordsOf(agencyKinds, a.kind) },
        { heading: 'Legal type', cell: (a) => wordsOf(legalTypes, a.legal_type) },
      ],
      rows: agencies,
      empty:
        name || kind
          ? 'No agency fits these filters. Take one away to see more.'
          : 'No agency is recorded yet. Start with the three safeguarding partners.',
    })}${acts([view.can('governance.write') && { href: '/governance/agencies/new', text: 'Add an agency' }])}`,
});

function seatsAndPeople(agency: Agency) {
  return html`${dataTable({
    id: 'seats',
    caption: 'Seats it holds',
    columns: [
      { heading: 'Body', isRowHeader: true, cell: (s) => link(`/governance/bodies/${s.body_id}`, s.body) },
      { heading: 'Seat', cell: (s) => s.title },
      { heading: 'When', cell: (s) => showTerm(s.from_on, s.until_on) },
    ],
    rows: agency.seats,
    empty: 'This agency holds no seat on any body. Seats are given on the page of the body.',
  })}${dataTable({
    id: 'people',
    caption: 'People',
    columns: [
      { heading: 'Name', isRowHeader: true, cell: (p) => link(`/governance/people/${p.id}`, p.name) },
      { heading: 'Job title', cell: (p) => p.job_title },
    ],
    rows: agency.people,
    empty: 'Nobody of this agency is recorded yet.',
  })}`;
}

export const agencyPage = page({
  path: '/governance/agencies/:id',
  title: (agency: Agency) => agency.name,
  query: readAgency,
  trail: () => [home, list],
  draw: (agency, view) =>
    html`<h1 class="govuk-heading-l">${agency.name}</h1>${summaryList({
      rows: [
        { key: { text: 'Part it plays' }, value: { text: wordsOf(agencyKinds, agency.kind) } },
        { key: { text: 'Legal type' }, value: { text: wordsOf(legalTypes, agency.legal_type) } },
        {
          key: { text: 'Part of' },
          value: {
            html: agency.part_of
              ? link(`/governance/agencies/${agency.part_of.id}`, agency.part_of.name)
              : html`No other agency`,
          },
        },
        agency.services.length > 0 && {
          key: { text: 'Its services' },
          value: {
            html: html`${agency.services.map((s) => html`<div>${link(`/governance/agencies/${s.id}`, s.name)}</div>`)}`,
          },
        },
        { key: { text: 'Where this is stated' }, value: { html: orNotRecorded(agency.source) } },
        {
          key: { text: 'Actions' },
          value: { html: link(`/thread/agencies/${agency.id}`, 'Open actions of this agency') },
        },
      ],
    })}${dataTable({
      id: 'names',
      caption: 'Other names',
      columns: [
        { heading: 'Name', isRowHeader: true, cell: (n) => n.name },
        { heading: 'Kind of name', cell: (n) => wordsOf(nameKinds, n.kind) },
        {
          heading: 'Used',
          cell: (n) => (n.from_on || n.until_on ? showTerm(n.from_on, n.until_on) : notRecorded),
        },
        { heading: 'Where this is stated', cell: (n) => orNotRecorded(n.source) },
      ],
      rows: agency.names,
      empty: 'No other name is recorded.',
    })}${seatsAndPeople(agency)}${acts([
      view.can('governance.write') && { href: `${view.path}/change`, text: 'Change this agency' },
      view.can('governance.write') && { href: `${view.path}/names/new`, text: 'Record another name' },
    ])}`,
});

export const newAgencyForm = form({
  path: '/governance/agencies/new',
  title: 'Add an agency',
  command: addAgency,
  button: 'Add agency',
  next: ({ id }) => `/governance/agencies/${id}`,
  done: 'Agency added',
  trail: () => [home, list],
});

export const changeAgencyForm = form({
  path: '/governance/agencies/:id/change',
  title: (agency: Agency) => `Change ${agency.name}`,
  command: changeAgency,
  before: readAgency,
  values: (agency) => ({ ...agency, seen_revision: agency.revision }),
  fixed: ({ params }) => ({ id: params['id'] }),
  button: 'Save',
  next: ({ id }) => `/governance/agencies/${id}`,
  done: 'Agency changed',
  trail: (agency) => [home, list, { text: agency.name, href: `/governance/agencies/${agency.id}` }],
});

export const nameAgencyForm = form({
  path: '/governance/agencies/:id/names/new',
  title: (agency: Agency) => `Another name of ${agency.name}`,
  command: nameAgency,
  before: readAgency,
  fixed: ({ params }) => ({ agency_id: params['id'] }),
  button: 'Record name',
  next: ({ agency_id }) => `/governance/agencies/${agency_id}`,
  done: 'Name recorded',
  trail: (agency) => [home, list, { text: agency.name, href: `/governance/agencies/${agency.id}` }],
});

// Bodies on screen: the list with education's seats, one body, and the forms that add, change, name and empower it.
import { roles } from '../../kernel/access/roles.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, link, notRecorded, orNotRecorded, showTerm } from '../drawing.ts';
import { nameKinds } from './agency.ts';
import { bodyKinds, matters, reservedMatters } from './body.ts';
import { addBody, changeBody, listBodies, nameBody, readBody } from './body.operations.ts';
import { home } from './overview.pages.ts';
import { inForce } from './person.ts';
import { addSeat, endAuthority, endSeat, giveAuthority, readAuthority, readSeat } from './seat.operations.ts';

type Body = Awaited<ReturnType<typeof readBody.run>>;

const list = { text: 'Bodies', href: '/governance/bodies' };
const trailOf = (body: Body) => [home, list, { text: body.name, href: `/governance/bodies/${body.id}` }];
const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;

export const bodiesPage = page({
  path: '/governance/bodies',
  title: 'Bodies',
  query: listBodies,
  trail: () => [home],
  csv: (bodies) => ({
    name: 'bodies',
    columns: ['Name', 'Kind', 'How often it meets', 'Seats', 'Seats of education', 'From', 'Until'],
    rows: bodies.map((b) => [
      b.name,
      wordsOf(bodyKinds, b.kind),
      b.cadence,
      b.seats,
      b.education_seats,
      b.from_on,
      b.until_on,
    ]),
  }),
  draw: (bodies, view) =>
    html`<h1 class="govuk-heading-l">Bodies</h1><p class="govuk-body">Every group that meets for the partnership, and how many seats agencies hold on it today. Seats of education are those of schools, colleges and early years settings.</p><p class="govuk-body"><a class="govuk-link" href="/governance/bodies.csv" download>Download this list (CSV)</a></p>${dataTable(
      {
        caption: 'Bodies',
        captionClasses: 'govuk-visually-hidden',
        columns: [
          { heading: 'Name', isRowHeader: true, cell: (b) => link(`/governance/bodies/${b.id}`, b.name) },
          { heading: 'Kind', cell: (b) => wordsOf(bodyKinds, b.kind) },
          { heading: 'How often it meets', cell: (b) => orNotRecorded(b.cadence) },
          { heading: 'Seats', format: 'numeric', cell: (b) => b.seats || 'none recorded' },
          {
            heading: 'Seats of education',
            format: 'numeric',
            cell: (b) => (b.seats === 0 ? '' : b.education_seats),
          },
          { heading: 'Exists', cell: (b) => showTerm(b.from_on, b.until_on) },
        ],
        rows: bodies,
        empty:
          'No body is recorded yet. Start with the group of lead safeguarding partners and the executive.',
      },
    )}${acts([view.can('governance.write') && { href: '/governance/bodies/new', text: 'Add a body' }])}`,
});

function seats(body: Body, view: View) {
  return dataTable({
    id: 'seats',
    caption: 'Seats',
    columns: [
      {
        heading: 'Agency',
        isRowHeader: true,
        cell: (s) => link(`/governance/agencies/${s.agency_id}`, s.agency),
      },
      { heading: 'Seat', cell: (s) => s.title },
      { heading: 'Education', cell: (s) => (s.agency_kind === 'education' ? 'Yes' : 'No') },
      { heading: 'When', cell: (s) => showTerm(s.from_on, s.until_on) },
      { heading: 'Where this is stated', cell: (s) => orNotRecorded(s.source) },
      {
        heading: 'What you can do',
        cell: (s) =>
          s.until_on === null && view.can('governance.write')
            ? link(`/governance/seats/${s.id}/end`, 'End this seat')
            : null,
      },
    ],
    rows: body.seats,
    empty: 'No agency holds a seat on this body yet.',
  });
}

function authority(body: Body, view: View) {
  const always =
    body.kind === 'lead-safeguarding-partners' &&
    insetText({ text: 'The lead safeguarding partners may decide every matter of the partnership.' });
  return html`${always}${dataTable({
    id: 'authority',
    caption: 'What it may decide',
    columns: [
      { heading: 'Matter', isRowHeader: true, cell: (a) => wordsOf(matters, a.matter) },
      { heading: 'When', cell: (a) => showTerm(a.from_on, a.until_on) },
      { heading: 'Where this is stated', cell: (a) => orNotRecorded(a.source) },
      {
        heading: 'What you can do',
        cell: (a) =>
          a.until_on === null && view.can('governance.write')
            ? link(`/governance/authorities/${a.id}/end`, 'End this authority')
            : null,
      },
    ],
    rows: body.authorities,
    empty: always
      ? 'Nothing has to be delegated to it.'
      : `Nothing is delegated to it. It may decide all but these matters, which are kept for the lead safeguarding partners: ${reservedMatters.map((m) => matters[m].toLowerCase()).join('; ')}.`,
  })}`;
}

function appointments(body: Body, view: View) {
  return dataTable({
    id: 'appointments',
    caption: 'Appointments',
    columns: [
      {
        heading: 'Person',
        isRowHeader: true,
        cell: (a) => link(`/governance/people/${a.person_id}`, a.person),
      },
      { heading: 'Role', cell: (a) => wordsOf(roles, a.role) },
      { heading: 'When', cell: (a) => showTerm(a.from_on, a.until_on) },
      { heading: 'Today', cell: (a) => (inForce(a, view.today) ? 'In post' : 'Not in post') },
    ],
    rows: body.appointments,
    empty: 'Nobody is appointed to this body yet.',
  });
}

export const bodyPage = page({
  path: '/governance/bodies/:id',
  title: (body: Body) => body.name,
  query: readBody,
  trail: () => [home, list],
  draw: (body, view) =>
    html`<h1 class="govuk-heading-l">${body.name}</h1>${summaryList({
      rows: [
        { key: { text: 'Kind' }, value: { text: wordsOf(bodyKinds, body.kind) } },
        { key: { text: 'Exists' }, value: { text: showTerm(body.from_on, body.until_on) } },
        { key: { text: 'How often it meets' }, value: { html: orNotRecorded(body.cadence) } },
        {
          key: { text: 'Reports to' },
          value: {
            html: body.reports_to
              ? link(`/governance/bodies/${body.reports_to.id}`, body.reports_to.name)
              : notRecorded,
          },
        },
        body.shared_with !== null && { key: { text: 'Shared with' }, value: { text: body.shared_with } },
        { key: { text: 'Terms of reference' }, value: { html: orNotRecorded(body.terms_of_reference) } },
        { key: { text: 'Where this is stated' }, value: { html: orNotRecorded(body.source) } },
      ],
    })}${seats(body, view)}${appointments(body, view)}${authority(body, view)}${dataTable({
      id: 'names',
      caption: 'Other names',
      columns: [
        { heading: 'Name', isRowHeader: true, cell: (n) => n.name },
        { heading: 'Kind of name', cell: (n) => wordsOf(nameKinds, n.kind) },
        { heading: 'Used', cell: (n) => showTerm(n.from_on, n.until_on) },
      ],
      rows: body.names,
      empty: 'No other name is recorded.',
    })}${acts([
      view.can('governance.write') && { href: `${view.path}/change`, text: 'Change this body' },
      view.can('governance.write') && { href: `${view.path}/seats/new`, text: 'Give an agency a seat' },
      view.can('governance.write') && {
        href: `${view.path}/authorities/new`,
        text: 'Record what it may decide',
      },
      view.can('governance.write') && { href: `${view.path}/names/new`, text: 'Record another name' },
      view.can('access.manage') && {
        href: `/governance/appointments/new?body_id=${body.id}`,
        text: 'Appoint somebody to it',
      },
    ])}`,
});

const next = ({ body_id }: { body_id: string }) => `/governance/bodies/${body_id}`;

export const bodyForms = [
  form({
    path: '/governance/bodies/new',
    title: 'Add a body',
    command: addBody,
    button: 'Add body',
    next: ({ id }) => `/governance/bodies/${id}`,
    done: 'Body added',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/bodies/:id/change',
    title: (body: Body) => `Change ${body.name}`,
    command: changeBody,
    before: readBody,
    values: (body) => ({ ...body, seen_revision: body.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => `/governance/bodies/${id}`,
    done: 'Body changed',
    trail: trailOf,
  }),
  form({
    path: '/governance/bodies/:id/names/new',
    title: (body: Body) => `Another name of ${body.name}`,
    command: nameBody,
    before: readBody,
    fixed: ({ params }) => ({ body_id: params['id'] }),
    button: 'Record name',
    next,
    done: 'Name recorded',
    trail: trailOf,
  }),
  form({
    path: '/governance/bodies/:id/seats/new',
    title: (body: Body) => `Give an agency a seat on ${body.name}`,
    command: addSeat,
    before: readBody,
    fixed: ({ params }) => ({ body_id: params['id'] }),
    button: 'Give seat',
    next,
    done: 'Seat recorded',
    trail: trailOf,
  }),
  form({
    path: '/governance/bodies/:id/authorities/new',
    title: (body: Body) => `What ${body.name} may decide`,
    command: giveAuthority,
    before: readBody,
    fixed: ({ params }) => ({ body_id: params['id'] }),
    button: 'Record',
    next,
    done: 'Authority recorded',
    trail: trailOf,
  }),
  form({
    path: '/governance/seats/:id/end',
    title: 'End a seat',
    command: endSeat,
    before: readSeat,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (seat) => html`<p class="govuk-body">${seat.title}, ${showTerm(seat.from_on, seat.until_on)}.</p>`,
    button: 'End seat',
    next,
    done: 'Seat ended',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/authorities/:id/end',
    title: 'End an authority',
    command: endAuthority,
    before: readAuthority,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (given) =>
      html`<p class="govuk-body">${wordsOf(matters, given.matter)}, ${showTerm(given.from_on, given.until_on)}.</p>`,
    button: 'End authority',
    next,
    done: 'Authority ended',
    trail: () => [home, list],
  }),
];

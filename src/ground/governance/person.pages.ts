// People and their appointments on screen.
import { roles } from '../../kernel/access/roles.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, link, notRecorded, orNotRecorded, showTerm } from '../drawing.ts';
import { home, independenceQuery } from './overview.pages.ts';
import { inForce } from './person.ts';
import {
  addPerson,
  appoint,
  changePerson,
  endAppointment,
  listPeople,
  readAppointment,
  readPerson,
} from './person.operations.ts';

type People = Awaited<ReturnType<typeof listPeople.run>>;
type Person = Awaited<ReturnType<typeof readPerson.run>>;
type Appointment = Person['appointments'][number];

const list = { text: 'People', href: '/governance/people' };
const trailOf = (person: Person) => [
  home,
  list,
  { text: person.name, href: `/governance/people/${person.id}` },
];
const roleOf = (a: { role: string }) => roles[a.role as keyof typeof roles] ?? a.role;
const forWhat = (a: Appointment) => [a.body, a.agency].filter(Boolean).join(', ');

function heldBy({ people, appointments }: People, today: string) {
  const held = Map.groupBy(
    appointments.filter((a) => inForce(a, today)),
    (a) => a.person_id,
  );
  return people.map((person) => ({ ...person, held: held.get(person.id) ?? [] }));
}

export const peoplePage = page({
  path: '/governance/people',
  title: 'People',
  query: listPeople,
  trail: () => [home],
  csv: ({ people, appointments }) => ({
    name: 'people-and-appointments',
    columns: ['Name', 'Job title', 'Role', 'Body', 'For agency', 'From', 'Last day', 'Where this is stated'],
    rows: people.flatMap((person) => {
      const held = appointments.filter((a) => a.person_id === person.id);
      if (held.length === 0) return [[person.name, person.job_title, null, null, null, null, null, null]];
      return held.map((a) => [
        person.name,
        person.job_title,
        roleOf(a),
        a.body,
        a.agency,
        a.from_on,
        a.until_on,
        a.source,
      ]);
    }),
  }),
  draw: (listed, view) =>
    html`<h1 class="govuk-heading-l">People</h1><p class="govuk-body">Who works in the partnership, and the appointments they hold on ${showDay(view.today)}. What a person may do here follows from their appointments.</p>${independenceQuery(
      listed.people.filter((p) => listed.chair_and_scrutineer.includes(p.id)),
    )}<p class="govuk-body"><a class="govuk-link" href="/governance/people.csv" download>Download people and all their appointments (CSV)</a></p>${dataTable(
      {
        caption: 'People',
        captionClasses: 'govuk-visually-hidden',
        columns: [
          { heading: 'Name', isRowHeader: true, cell: (p) => link(`/governance/people/${p.id}`, p.name) },
          { heading: 'Job title', cell: (p) => p.job_title },
          {
            heading: 'Appointments today',
            cell: (p) =>
              p.held.length === 0
                ? html`None`
                : html`${p.held.map((a) => html`<div>${roleOf(a)}${forWhat(a) && `, ${forWhat(a)}`}</div>`)}`,
          },
        ],
        rows: heldBy(listed, view.today),
        empty: 'Nobody is recorded yet.',
      },
    )}${acts([
      view.can('governance.write') && { href: '/governance/people/new', text: 'Add a person' },
      view.can('access.manage') && { href: '/governance/appointments/new', text: 'Appoint somebody' },
      view.can('access.manage') && { href: '/access/people', text: 'Who can sign in' },
    ])}`,
});

function appointments(person: Person, view: View) {
  return dataTable({
    id: 'appointments',
    caption: 'Appointments',
    columns: [
      { heading: 'Role', isRowHeader: true, cell: (a) => roleOf(a) },
      {
        heading: 'Body',
        cell: (a) => (a.body_id && a.body ? link(`/governance/bodies/${a.body_id}`, a.body) : null),
      },
      {
        heading: 'For agency',
        cell: (a) => (a.agency_id && a.agency ? link(`/governance/agencies/${a.agency_id}`, a.agency) : null),
      },
      { heading: 'When', cell: (a) => showTerm(a.from_on, a.until_on) },
      { heading: 'Today', cell: (a) => (inForce(a, view.today) ? 'In post' : 'Not in post') },
      { heading: 'Where this is stated', cell: (a) => orNotRecorded(a.source) },
      {
        heading: 'What you can do',
        cell: (a) =>
          view.can('access.manage') && (a.until_on === null || a.until_on >= view.today)
            ? link(`/governance/appointments/${a.id}/end`, 'Set the last day')
            : null,
      },
    ],
    rows: person.appointments,
    empty: 'This person holds no appointment, so they can see and do nothing here.',
  });
}

export const personPage = page({
  path: '/governance/people/:id',
  title: (person: Person) => person.name,
  query: readPerson,
  trail: () => [home, list],
  draw: (person, view) =>
    html`<h1 class="govuk-heading-l">${person.name}</h1>${
      person.chair_and_scrutineer && independenceQuery([person])
    }${summaryList({
      rows: [
        { key: { text: 'Job title' }, value: { html: orNotRecorded(person.job_title) } },
        {
          key: { text: 'Agency' },
          value: {
            html: person.agency
              ? link(`/governance/agencies/${person.agency.id}`, person.agency.name)
              : notRecorded,
          },
        },
        { key: { text: 'E-mail address' }, value: { html: orNotRecorded(person.email) } },
      ],
    })}${appointments(person, view)}${acts([
      view.can('governance.write') && { href: `${view.path}/change`, text: 'Change these details' },
      view.can('access.manage') && {
        href: `/governance/appointments/new?person_id=${person.id}`,
        text: 'Appoint this person',
      },
      view.can('access.manage') && {
        href: `/access/people/${person.id}/invitation`,
        text: 'Invite this person to sign in',
      },
    ])}`,
});

const next = ({ person_id }: { person_id: string }) => `/governance/people/${person_id}`;

export const personForms = [
  form({
    path: '/governance/people/new',
    title: 'Add a person',
    command: addPerson,
    button: 'Add person',
    next: ({ id }) => `/governance/people/${id}`,
    done: 'Person added. They can do nothing here until they are appointed to a role',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/people/:id/change',
    title: (person: Person) => `Change ${person.name}`,
    command: changePerson,
    before: readPerson,
    values: (person) => ({ ...person, seen_revision: person.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => `/governance/people/${id}`,
    done: 'Details changed',
    trail: trailOf,
  }),
  form({
    path: '/governance/appointments/new',
    title: 'Appoint a person to a role',
    command: appoint,
    button: 'Appoint',
    next,
    done: 'Appointment recorded',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/appointments/:id/end',
    title: 'Set the last day of an appointment',
    command: endAppointment,
    before: readAppointment,
    values: (held) => ({ until_on: held.until_on }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (held) =>
      html`<p class="govuk-body">${held.person}, ${roleOf(held)}, ${showTerm(held.from_on, held.until_on)}. The last day counts: what the role opens stays open to the end of it.</p>`,
    button: 'Set last day',
    next,
    done: 'Last day set',
    trail: () => [home, list],
  }),
];

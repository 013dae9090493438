// Circles on screen: for those who look after who may see what.
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showInstant } from '../../surfaces/web/components/day.ts';
import { acts, link, showTerm } from '../drawing.ts';
import {
  addCircle,
  addMember,
  endMembership,
  listCircles,
  readCircle,
  readMembership,
} from './circle.operations.ts';

type Circle = Awaited<ReturnType<typeof readCircle.run>>;
const list = { text: 'Circles', href: '/circles' };

export const circlePages = [
  page({
    path: '/circles',
    title: 'Circles',
    query: listCircles,
    csv: (circles) => ({
      name: 'circles',
      columns: ['Circle', 'What it is for', 'People in it now'],
      rows: circles.map((c) => [c.name, c.purpose, c.members]),
    }),
    draw: (circles) =>
      html`<h1 class="govuk-heading-l">Circles</h1><p class="govuk-body">A circle is a named group of people who may see the records that belong to it. Looking after a circle does not open its records to you.</p><p class="govuk-body"><a class="govuk-link" href="/circles.csv" download>Download this list (CSV)</a></p>${dataTable(
        {
          caption: 'Circles',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { heading: 'Circle', isRowHeader: true, cell: (c) => link(`/circles/${c.id}`, c.name) },
            { heading: 'What it is for', cell: (c) => c.purpose },
            { heading: 'People in it now', format: 'numeric', cell: (c) => c.members },
          ],
          rows: circles,
          empty: 'There is no circle yet. Records about children need one before they can be made.',
        },
      )}${acts([{ href: '/circles/new', text: 'Make a circle' }])}`,
  }),
  form({
    path: '/circles/new',
    title: 'Make a circle',
    command: addCircle,
    button: 'Make circle',
    next: ({ id }) => `/circles/${id}`,
    done: 'Circle made. Nobody is in it yet',
    trail: () => [list],
  }),
  page({
    path: '/circles/:id',
    title: (circle: Circle) => circle.name,
    query: readCircle,
    trail: () => [list],
    draw: (circle, view) =>
      html`<h1 class="govuk-heading-l">${circle.name}</h1><p class="govuk-body">${circle.purpose}</p>${dataTable(
        {
          caption: 'People',
          columns: [
            {
              heading: 'Name',
              isRowHeader: true,
              cell: (m) => link(`/governance/people/${m.person_id}`, m.person),
            },
            {
              heading: 'When',
              cell: (m) =>
                m.expires_at === null
                  ? showTerm(m.from_on, m.until_on)
                  : `Emergency access on ${showDay(m.from_on)}, until ${showInstant(m.expires_at, 'Europe/London')}`,
            },
            { heading: 'Today', cell: (m) => (m.now_in ? 'In the circle' : 'Not in the circle') },
            { heading: 'Why', cell: (m) => m.reason },
            {
              heading: 'Act',
              cell: (m) =>
                m.now_in ? link(`/circles/memberships/${m.id}/end`, `Set the last day of ${m.person}`) : null,
            },
          ],
          rows: circle.members,
          empty: 'Nobody is in this circle, so nobody can see its records. Let the people in who need them.',
        },
      )}${acts([{ href: `${view.path}/members/new`, text: 'Let somebody into the circle' }])}`,
  }),
  form({
    path: '/circles/:id/members/new',
    title: (circle: Circle) => `Let somebody into “${circle.name}”`,
    command: addMember,
    before: readCircle,
    fixed: ({ params }) => ({ member_of: params['id'] }),
    button: 'Let into the circle',
    next: ({ member_of }) => `/circles/${member_of}`,
    done: 'Membership recorded',
    trail: () => [list],
  }),
  form({
    path: '/circles/memberships/:id/end',
    title: 'Set the last day in a circle',
    command: endMembership,
    before: readMembership,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (m) =>
      html`<p class="govuk-body">${m.person}, ${showTerm(m.from_on, m.until_on)}. The last day counts.</p>`,
    button: 'Set last day',
    next: ({ member_of }) => `/circles/${member_of}`,
    done: 'Last day set',
    trail: () => [list],
  }),
];

// Circles on screen: for those who look after who may see what.
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showInstant } from '../../surfaces/web/components/day.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { acts, link, notRecorded, orNotRecorded, showDayOrNot, showTerm } from '../drawing.ts';
import { handlingReviewDue, membersReviewDue } from './circle.ts';
import { addCircle, changeCircle, listCircles, readCircle } from './circle.operations.ts';
import { addMember, endMembership, readMembership, reviewMembers } from './member.operations.ts';

type Circle = Awaited<ReturnType<typeof readCircle.run>>;
const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Circles', href: '/circles' };

function handlingOf(circle: Circle, view: View) {
  const { originator, originator_agency_id, handling, review_on, members_reviewed_on } = circle;
  return summaryList({
    rows: [
      {
        key: { text: 'Agency that keeps control' },
        value: {
          html:
            originator_agency_id === null
              ? html`None: what lies in it was given by nobody who keeps control`
              : link(`/governance/agencies/${originator_agency_id}`, originator ?? ''),
        },
      },
      { key: { text: 'Handling conditions' }, value: { html: orNotRecorded(handling) } },
      {
        key: { text: 'Conditions looked at again on' },
        value: {
          html:
            handlingReviewDue(review_on, view.today) && review_on !== null
              ? html`<strong>Due since ${showDay(review_on)}</strong>`
              : showDayOrNot(review_on),
        },
      },
      {
        key: { text: 'Members last looked through' },
        value: {
          html: html`${members_reviewed_on === null ? notRecorded : showDay(members_reviewed_on)}${membersReviewDue(members_reviewed_on, view.today) && html`: <strong>due now</strong>`}`,
        },
      },
    ],
  });
}

function members(circle: Circle) {
  return dataTable({
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
        heading: 'What you can do',
        cell: (m) =>
          m.now_in ? link(`/circles/memberships/${m.id}/end`, `Set the last day of ${m.person}`) : null,
      },
    ],
    rows: circle.members,
    empty: 'Nobody was ever in this circle, so nobody can see its records. Let the people in who need them.',
  });
}

export const circlePages = [
  page({
    path: '/circles',
    title: 'Circles',
    query: listCircles,
    trail: () => [partnership],
    csv: (circles) => ({
      name: 'circles',
      columns: [
        'Circle',
        'What it is for',
        'People in it now',
        'Agency that keeps control',
        'Handling conditions',
      ],
      rows: circles.map((c) => [c.name, c.purpose, c.members, c.originator, c.handling]),
    }),
    draw: (circles) =>
      html`<h1 class="govuk-heading-l">Circles</h1><p class="govuk-body">A circle is a named group of people who may see the records that belong to it. Looking after a circle does not open its records to you.</p><p class="govuk-body"><a class="govuk-link" href="/circles.csv" download>Download this list (CSV)</a></p>${dataTable(
        {
          caption: 'Circles',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { heading: 'Circle', isRowHeader: true, cell: (c) => link(`/circles/${c.id}`, c.name) },
            { heading: 'What it is for', cell: (c) => c.purpose },
            { heading: 'Agency that keeps control', cell: (c) => c.originator },
            { heading: 'People in it now', format: 'numeric', cell: (c) => c.members },
          ],
          rows: circles,
          empty: 'There is no circle yet. Records about children need one before they can be made.',
        },
      )}${acts([
        { href: '/circles/new', text: 'Make a circle' },
        { href: '/circles/emergencies', text: 'Emergency access' },
        { href: '/circles/releases', text: 'What was asked of originators' },
        { href: '/circles/statements', text: 'Monthly statements of who looked at what' },
      ])}`,
  }),
  form({
    path: '/circles/new',
    title: 'Make a circle',
    command: addCircle,
    button: 'Make circle',
    next: ({ id }) => `/circles/${id}`,
    done: 'Circle made. Nobody is in it yet',
    trail: () => [partnership, list],
  }),
  page({
    path: '/circles/:id',
    title: (circle: Circle) => circle.name,
    query: readCircle,
    trail: () => [partnership, list],
    draw: (circle, view) =>
      html`<h1 class="govuk-heading-l">${circle.name}</h1><p class="govuk-body">${circle.purpose}</p>${
        !circle.members.some((m) => m.now_in) &&
        warningText({
          text: 'Nobody is in this circle now, so nobody can see its records. Let somebody in, who can then move them to another circle.',
        })
      }${handlingOf(circle, view)}${members(circle)}${acts([
        { href: `${view.path}/members/new`, text: 'Let somebody into the circle' },
        { href: `${view.path}/change`, text: 'Change its name, purpose or handling' },
      ])}<h2 class="govuk-heading-m">Are these still the right people?</h2><p class="govuk-body">Look through the list once a year, and whenever somebody changes post.</p>${view.sendButton(
        {
          path: `${view.path}/members/review`,
          values: { id: circle.id },
          text: 'Yes, I have looked through the list today',
          secondary: true,
        },
      )}`,
  }),
  form({
    path: '/circles/:id/change',
    title: (circle: Circle) => `Change “${circle.name}”`,
    command: changeCircle,
    before: readCircle,
    values: (circle) => ({ ...circle, seen_revision: circle.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => `/circles/${id}`,
    done: 'Circle changed',
    trail: () => [partnership, list],
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
    trail: () => [partnership, list],
  }),
  form({
    path: '/circles/:id/members/review',
    title: (circle: Circle) => `Look through the members of “${circle.name}”`,
    command: reviewMembers,
    before: readCircle,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: members,
    button: 'I have looked through the list today',
    next: ({ id }) => `/circles/${id}`,
    done: 'Recorded that the members were looked through',
    trail: () => [partnership, list],
  }),
  form({
    path: '/circles/memberships/:id/end',
    title: 'Set the last day in a circle',
    command: endMembership,
    before: readMembership,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (m) =>
      html`<p class="govuk-body">${m.person}, ${showTerm(m.from_on, m.until_on)}. The last day counts.</p>${
        m.others === 0 &&
        warningText({
          text: 'Nobody else is in this circle. After that day nobody can see its records until somebody is let in.',
        })
      }`,
    button: 'Set last day',
    next: ({ member_of }) => `/circles/${member_of}`,
    done: 'Last day set',
    trail: () => [partnership, list],
  }),
];

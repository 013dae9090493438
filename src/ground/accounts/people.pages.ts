// Who can sign in, on screen: joiners, leavers, everybody.
import { roles } from '../../kernel/access/roles.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { type Column, dataTable } from '../../surfaces/web/components/data-table.ts';
import { details } from '../../surfaces/web/components/details.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { acts, link, orNotRecorded, showDay, showInstant, showTerm } from '../drawing.ts';
import { endAccess, invitePerson, listPeopleAccess, readPersonAccess } from './people.operations.ts';
import { type AccessRow, hasLeft, type HeldFromTo, startsSoon, stillOpen, whyNotInvited } from './people.ts';

const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Who can sign in', href: '/access/people' };
const roleOf = (role: string) => roles[role as keyof typeof roles] ?? role;
const london = (instant: string) => showInstant(instant, 'Europe/London');

function standingWords(row: AccessRow): string {
  if (row.account?.credential) return `Can sign in since ${showDay(row.account.since.slice(0, 10))}`;
  if (row.letter?.state === 'failed') return `Invitation not sent. ${row.letter.problem ?? ''}`.trim();
  if (row.letter?.state === 'waiting') return 'Invitation on its way';
  if (row.invitation_until !== null && row.invited_at !== null)
    return `Invited on ${showDay(row.invited_at.slice(0, 10))}, not yet used`;
  if (row.invited_at !== null)
    return `Invited on ${showDay(row.invited_at.slice(0, 10))}; the invitation is over`;
  return row.email === null ? 'No e-mail address' : 'Not invited';
}

function standing(row: AccessRow) {
  const [text, colour] = row.account?.credential
    ? ['Can sign in', 'green']
    : row.letter?.state === 'failed'
      ? ['Letter not sent', 'red']
      : row.invitation_until !== null || row.letter?.state === 'waiting'
        ? ['Invited', 'blue']
        : ['Cannot sign in', 'grey'];
  return html`${tag({ text, classes: `govuk-tag--${colour}` })}<div class="govuk-hint">${standingWords(row).replace(/^Can sign in since/, 'Since')}</div>`;
}

/** An appointment that is still to come is "from" its first day, and not "since" it. */
function term({ role, from_on, until_on }: HeldFromTo, today: string): string {
  const when =
    from_on > today && until_on === null ? `From ${showDay(from_on)}` : showTerm(from_on, until_on);
  return `${roleOf(role)}. ${when}`;
}

/** Each once, though somebody sits on several bodies in the same role since the same day. */
function terms(appointments: readonly HeldFromTo[], today: string) {
  const words = new Set(appointments.map((held) => term(held, today)));
  return words.size === 0 ? html`None` : html`${[...words].map((one) => html`<div>${one}</div>`)}`;
}

/** Those that open something, today or later. */
const nowOrLater = ({ appointments }: AccessRow, today: string) =>
  appointments.filter(({ until_on }) => until_on === null || until_on >= today);

const open = (row: AccessRow) =>
  [
    count(row.open_sessions, 'open session'),
    count(row.open_tokens, 'token'),
    count(row.open_guest_links, 'question to a guest', 'questions to guests'),
    row.invitation_until === null ? '' : 'an invitation',
  ]
    .filter(Boolean)
    .join(', ');

const count = (number: number, one: string, many = `${one}s`) =>
  number === 0 ? '' : `${number} ${number === 1 ? one : many}`;

function columns(view: View): Column<AccessRow>[] {
  return [
    {
      heading: 'Name',
      isRowHeader: true,
      cell: (row) =>
        html`${link(`/governance/people/${row.id}`, row.name)}${row.agency && html`<div class="govuk-hint">${row.agency}</div>`}`,
    },
    { heading: 'Appointments', cell: (row) => terms(nowOrLater(row, view.today), view.today) },
    { heading: 'Signing in', cell: standing },
    {
      heading: 'Second step',
      cell: (row) => (row.account === null ? null : row.account.second_factor ? 'Yes' : 'No'),
    },
    {
      heading: 'Last here',
      cell: (row) => (row.last_seen_at === null ? null : london(row.last_seen_at)),
    },
    {
      heading: 'What you can do',
      cell: (row) =>
        whyNotInvited(row, view.today) === undefined
          ? link(
              `/access/people/${row.id}/invitation`,
              row.invited_at === null ? 'Invite to sign in' : 'Invite again',
            )
          : row.email === null && row.account === null
            ? link(`/governance/people/${row.id}/change`, 'Add an e-mail address')
            : null,
    },
  ];
}

function leavers(rows: AccessRow[], today: string) {
  return dataTable({
    id: 'leavers',
    caption: 'People who have left',
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: (row) => link(`/governance/people/${row.id}`, row.name),
      },
      { heading: 'Appointments', cell: (row) => terms(row.appointments, today) },
      { heading: 'Still open', cell: (row) => open(row) || 'Nothing' },
      {
        heading: 'What you can do',
        cell: (row) => (stillOpen(row) > 0 ? link(`/access/people/${row.id}/end`, 'End access') : null),
      },
    ],
    rows,
    empty: 'Nobody with an account is without an appointment.',
  });
}

/** Nothing is to be done about them, so they stand folded away below everybody else. */
function formerly(rows: AccessRow[], today: string) {
  if (rows.length === 0) return html``;
  return details({
    summaryText: `${rows.length === 1 ? '1 person' : `${rows.length} people`} without an appointment now or to come, who cannot sign in`,
    html: dataTable({
      id: 'formerly',
      caption: 'Without an appointment now or to come',
      columns: [
        {
          heading: 'Name',
          isRowHeader: true,
          cell: (row) => link(`/governance/people/${row.id}`, row.name),
        },
        { heading: 'Appointments', cell: (row) => terms(row.appointments, today) },
      ],
      rows,
    }),
  });
}

const trail = () => [partnership, list];

export const peopleAccessPages = [
  page({
    path: list.href,
    title: list.text,
    query: listPeopleAccess,
    trail: () => [partnership],
    csv: (rows: AccessRow[], view) => ({
      name: 'who-can-sign-in',
      columns: ['Name', 'Agency', 'Appointments', 'Signing in', 'Second step', 'Last here (UTC)'],
      rows: rows.map((row) => [
        row.name,
        row.agency,
        row.appointments.map((held) => term(held, view.today)).join('; '),
        standingWords(row),
        row.account === null ? null : row.account.second_factor ? 'yes' : 'no',
        row.last_seen_at,
      ]),
    }),
    draw: (rows: AccessRow[], view) => {
      const joiners = rows.filter((row) => startsSoon(row, view.today));
      const left = rows.filter((row) => hasLeft(row, view.today));
      const others = rows.filter((row) => !left.includes(row) && !joiners.includes(row));
      const [current, former] = [true, false].map((now) =>
        others.filter((row) => nowOrLater(row, view.today).length > 0 === now),
      ) as [AccessRow[], AccessRow[]];
      return html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">What a person may do follows from their appointments: an account without one in force opens nothing, and an appointment opens nothing before its first day.</p>${
        joiners.length > 0 &&
        dataTable({
          id: 'joiners',
          caption: 'Starting within 30 days',
          columns: columns(view),
          rows: joiners,
        })
      }${left.length > 0 && leavers(left, view.today)}${dataTable({
        id: 'people',
        caption: 'People',
        columns: columns(view),
        rows: current,
        empty: 'Nobody has an appointment yet. Add people and appoint them, then invite them here.',
      })}${formerly(former, view.today)}<p class="govuk-body"><a class="govuk-link" href="${list.href}.csv" download>Download this list (CSV)</a></p>${acts(
        [
          { href: '/governance/people', text: 'People and their appointments' },
          view.can('tokens.make') && { href: '/access/tokens', text: 'Tokens for other systems' },
          view.can('guests.invite') && { href: '/guests', text: 'Questions to people without an account' },
        ],
      )}`;
    },
  }),
  form({
    path: '/access/people/:person_id/invitation',
    title: (row: AccessRow) => `Invite ${row.name} to sign in`,
    command: invitePerson,
    before: readPersonAccess,
    fixed: ({ params }) => ({ person_id: params['person_id'] }),
    intro: (row, { today }) => {
      const problem = whyNotInvited(row, today);
      return problem === undefined
        ? html`<p class="govuk-body">A letter goes to ${orNotRecorded(row.email)} with a link that works once, within seven days. An earlier invitation stops working.</p>`
        : html`<p class="govuk-body">${problem}</p>`;
    },
    button: 'Send the invitation',
    next: () => list.href,
    done: 'The invitation is on its way',
    trail,
  }),
  form({
    path: '/access/people/:person_id/end',
    title: (row: AccessRow) => `End the access of ${row.name}`,
    command: endAccess,
    before: readPersonAccess,
    fixed: ({ params }) => ({ person_id: params['person_id'] }),
    intro: (row) =>
      html`<p class="govuk-body">Still open: ${open(row) || 'nothing'}. All of it ends at once. What ${row.name} recorded stays, and so does their account in any other partnership.</p>`,
    button: 'End access',
    warning: true,
    next: () => list.href,
    done: 'Access ended',
    trail,
  }),
];

// The partnership's own page, and who may do what.
import { roles } from '../../kernel/access/roles.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { type Act, acts, link, notRecorded, orNotRecorded, showTerm } from '../drawing.ts';
import { legalTypes } from './agency.ts';
import type { Gap } from './gaps.ts';
import { listPermissions, readOverview } from './overview.operations.ts';

type Overview = Awaited<ReturnType<typeof readOverview.run>>;

export const home = { text: 'Partnership', href: '/governance' };

/** Asked, never refused: areas hold the two together knowingly. */
export function independenceQuery(people: { id: string; name: string }[]): Html {
  if (people.length === 0) return html``;
  return html`${people.map(({ id, name }) =>
    insetText({
      html: html`<p class="govuk-body"><strong>A question about independence.</strong> ${link(`/governance/people/${id}`, name)} is chair and independent scrutineer at once. National guidance keeps the two apart. If the partnership does this knowingly, say why where the arrangements are described; if not, end one of the appointments.</p>`,
    }),
  )}`;
}

function gapList(gaps: Gap[], view: View): Html {
  if (gaps.length === 0) {
    return html`<p class="govuk-body">Nothing that we know how to look for is missing today.</p>`;
  }
  return html`<ul class="govuk-list govuk-list--bullet">${gaps.map(
    ({ what, why, next }) =>
      html`<li><strong>${what}.</strong> ${why} ${
        (view.can('governance.write') || next.href === '/governance/bodies') && link(next.href, next.text)
      }</li>`,
  )}</ul>`;
}

function partners({ partners: agencies, offices }: Overview): Html {
  const holders = (agencyId: string, role: string) => {
    const held = offices.filter((o) => o.agency_id === agencyId && o.role === role);
    return held.length === 0
      ? notRecorded
      : html`${held.map((o) => html`<div>${link(`/governance/people/${o.person_id}`, o.person)}</div>`)}`;
  };
  return dataTable({
    id: 'partners',
    caption: 'Statutory safeguarding partners today',
    columns: [
      { heading: 'Agency', isRowHeader: true, cell: (a) => link(`/governance/agencies/${a.id}`, a.name) },
      { heading: 'Legal type', cell: (a) => legalTypes[a.legal_type as keyof typeof legalTypes] },
      { heading: 'Lead safeguarding partner', cell: (a) => holders(a.id, 'lead-safeguarding-partner') },
      {
        heading: 'Delegated safeguarding partner',
        cell: (a) => holders(a.id, 'delegated-safeguarding-partner'),
      },
    ],
    rows: agencies,
    empty: 'No agency is recorded as a statutory safeguarding partner yet.',
  });
}

function aboutArea({ area }: Overview): Html {
  const secure = area?.has_secure_establishment;
  return summaryList({
    rows: [
      { key: { text: 'Local authority' }, value: { html: orNotRecorded(area?.local_authority) } },
      { key: { text: 'About the area' }, value: { html: orNotRecorded(area?.description) } },
      {
        key: { text: 'Secure establishment in the area' },
        value: {
          html: secure === null || secure === undefined ? notRecorded : html`${secure ? 'Yes' : 'No'}`,
        },
      },
      {
        key: { text: 'How to ask for the report in another format' },
        value: { html: orNotRecorded(area?.report_contact) },
      },
    ],
  });
}

function names({ names: list, abbreviations }: Overview): Html {
  return html`${dataTable({
    id: 'names',
    caption: 'Names of the partnership',
    columns: [
      { heading: 'Name', isRowHeader: true, cell: (n) => n.name },
      { heading: 'Abbreviation', cell: (n) => n.abbreviation },
      { heading: 'Used', cell: (n) => showTerm(n.from_on, n.until_on) },
    ],
    rows: list,
    empty: 'No name is recorded yet beside the one at the top of this page.',
  })}<p class="govuk-body">${link('/governance/abbreviations', `Abbreviations and what they stand for (${abbreviations.length})`)}</p>`;
}

function ending({ ending: list }: Overview): Html {
  if (list.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Appointments that end within 60 days</h2><ul class="govuk-list govuk-list--bullet">${list.map(
    (o) =>
      html`<li>${link(`/governance/people/${o.person_id}`, o.person)}, ${roles[o.role as keyof typeof roles]}: last day ${showDay(o.until_on ?? '')}</li>`,
  )}</ul>`;
}

/** Everything that is looked after from here, for those who may open it. */
function waysOn(view: View): Html {
  const groups: { heading: string; ways: (Act | false)[] }[] = [
    {
      heading: 'The partnership',
      ways: [
        { href: '/governance/agencies', text: 'Agencies' },
        { href: '/governance/bodies', text: 'Bodies' },
        { href: '/governance/people', text: 'People and appointments' },
        view.can('access.manage') && { href: '/governance/appointments/new', text: 'Record an appointment' },
        view.can('governance.write') && { href: '/governance/area/change', text: 'Describe the area' },
        view.can('governance.write') && {
          href: '/governance/names/new',
          text: 'Record a name of the partnership',
        },
      ],
    },
    {
      heading: 'Sharing information',
      ways: [
        { href: '/governance/agreements', text: 'Information sharing agreements' },
        { href: '/governance/returns', text: 'Who can give returns today' },
        view.can('circles.release') && {
          href: '/circles/releases',
          text: 'What was asked of agencies about what they gave',
        },
        view.can('statements.read') && {
          href: '/circles/statements',
          text: 'Who looked at what, month by month',
        },
      ],
    },
    {
      heading: 'Who may see and do what',
      ways: [
        { href: '/governance/permissions', text: 'Who may do what' },
        view.can('access.manage') && { href: '/access/people', text: 'Who can sign in' },
        view.can('access.manage') && { href: '/circles', text: 'Circles: who may see restricted records' },
        view.can('access.manage') && { href: '/circles/emergencies', text: 'Emergency access' },
        view.can('guests.invite') && { href: '/guests', text: 'Questions to people without an account' },
        view.can('tokens.make') && { href: '/access/tokens', text: 'Tokens for other systems' },
      ],
    },
  ];
  return html`<h2 class="govuk-heading-m">Look after</h2><div class="gt-ways">${groups.map(({ heading, ways }) => html`<section><h3 class="govuk-heading-s">${heading}</h3>${acts(ways)}</section>`)}</div>`;
}

export const overviewPage = page({
  path: '/governance',
  title: 'Partnership',
  query: readOverview,
  navigation: { text: 'Partnership', order: 60 },
  draw: (overview, view) =>
    html`<h1 class="govuk-heading-l">${view.partnership.name}</h1><p class="govuk-body-l">Who makes up the partnership, in which bodies, and who holds which office on ${showDay(view.today)}.</p>${independenceQuery(overview.chair_and_scrutineer)}<h2 class="govuk-heading-m">What is missing</h2>${gapList(overview.gaps, view)}${partners(overview)}${ending(overview)}<h2 class="govuk-heading-m">The area</h2>${aboutArea(overview)}<h2 class="govuk-heading-m">Names</h2>${names(overview)}${waysOn(view)}`,
});

export const permissionsPage = page({
  path: '/governance/permissions',
  title: 'Who may do what',
  query: listPermissions,
  trail: () => [home],
  csv: (matrix) => ({
    name: 'permissions',
    columns: ['Permission', ...matrix.roles.map((role) => role.name)],
    rows: matrix.permissions.map((p) => [
      p.what,
      ...matrix.roles.map(({ role }) => (p.held_by.includes(role) ? 'Yes' : 'No')),
    ]),
  }),
  draw: (matrix) =>
    html`<h1 class="govuk-heading-l">Who may do what</h1><p class="govuk-body">What a person may do follows from the appointments they hold on the day. This table is made from the very list that decides it. A record in a circle is seen only by the people of that circle, whatever their role.</p><p class="govuk-body"><a class="govuk-link" href="/governance/permissions.csv" download>Download this list (CSV)</a></p>${dataTable(
      {
        caption: 'Permissions by role',
        captionClasses: 'govuk-visually-hidden',
        columns: [
          { heading: 'May', isRowHeader: true, cell: (p: (typeof matrix.permissions)[number]) => p.what },
          ...matrix.roles.map(({ role, name }) => ({
            heading: name,
            cell: (p: (typeof matrix.permissions)[number]) => (p.held_by.includes(role) ? 'Yes' : '–'),
          })),
        ],
        rows: matrix.permissions,
      },
    )}`,
});

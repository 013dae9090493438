// Who can give returns today, on screen: each agency with the agreement that covers it or the reason why none does, and the
// time in which returns are taken without one.
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { acts, link, notRecorded, showDay, showTerm } from '../../drawing.ts';
import { home } from '../overview.pages.ts';
import { sharingKinds } from './agreement.ts';
import { agreementList as list, agreementPath as pathOf, returnsPath } from './agreement.pages.ts';
import { endWaiver, listReturns, type ReturningAgency, waiveAgreements } from './returns.operations.ts';

type Returns = Awaited<ReturnType<typeof listReturns.run>>;

function answer({ kinds }: ReturningAgency) {
  return html`${kinds.map(({ cover }) => tag(cover.by ? { text: 'Yes', classes: 'govuk-tag--green' } : { text: 'No', classes: 'govuk-tag--red' }))}`;
}

function reason({ kinds }: ReturningAgency) {
  return html`${kinds.map(({ cover }) => (cover.by ? link(pathOf(cover.by.id), cover.by.title) : html`${cover.why}`))}`;
}

function waiverPart({ waived, waivers }: Returns, view: View) {
  const past = waivers.filter((waiver) => waiver.id !== waived?.id);
  return html`${
    waived !== null &&
    insetText({
      html: html`<p class="govuk-body"><strong>Returns are taken without an agreement until ${showDay(waived.until_on)}.</strong> ${waived.reason}${waived.decided_by !== null && ` (${waived.decided_by})`}</p>${
        view.can('governance.write') &&
        view.sendButton({
          path: `${returnsPath}/waivers/${waived.id}/end`,
          values: {},
          text: 'Ask for agreements again from tomorrow',
          secondary: true,
        })
      }`,
    })
  }${
    past.length > 0 &&
    dataTable({
      id: 'waivers',
      caption: 'Other times in which returns are taken without an agreement',
      columns: [
        { heading: 'When', isRowHeader: true, cell: (w) => showTerm(w.from_on, w.until_on) },
        { heading: 'Why', cell: (w) => w.reason },
        { heading: 'Decided by', cell: (w) => w.decided_by ?? notRecorded },
      ],
      rows: past,
    })
  }`;
}

const returnsPage = page({
  path: returnsPath,
  title: 'Who can give returns today',
  query: listReturns,
  trail: () => [home, list],
  csv: ({ rows }) => ({
    name: 'who-can-give-returns',
    columns: ['Agency', 'Who gives them', 'Kind', 'Can give it today', 'Agreement', 'Why not'],
    rows: rows.flatMap(({ agency, people, kinds }) =>
      kinds.map(({ kind, cover }) => [
        agency,
        people.join('; '),
        sharingKinds[kind],
        cover.by ? 'Yes' : 'No',
        cover.by?.title ?? null,
        cover.why,
      ]),
    ),
  }),
  draw: (returns, view) =>
    html`<h1 class="govuk-heading-l">Who can give returns today</h1><p class="govuk-body">The agencies with somebody in post who enters evidence for them, on ${showDay(view.today)}. Where no information sharing agreement in force covers an agency, what it sends is refused with the reason that stands here. People of the business unit who enter evidence for everybody are not held up.</p><p class="govuk-body"><a class="govuk-link" href="${returnsPath}.csv" download>Download this list (CSV)</a></p>${waiverPart(returns, view)}${dataTable(
      {
        caption: 'Evidence for the yearly report',
        columns: [
          {
            heading: 'Agency',
            isRowHeader: true,
            cell: (r) => link(`/governance/agencies/${r.agency_id}`, r.agency),
          },
          { heading: 'Who gives it', cell: (r) => r.people.join('; ') },
          { heading: 'Today', cell: (r) => answer(r) },
          { heading: 'Agreement, or why not', cell: (r) => reason(r) },
        ],
        rows: returns.rows,
        empty: 'Nobody is appointed to give returns for an agency. Appoint a safeguarding lead for each.',
      },
    )}${acts([
      { href: list.href, text: list.text },
      view.can('governance.write') && { href: `${list.href}/new`, text: 'Record an agreement' },
      view.can('governance.write') &&
        returns.waived === null && {
          href: `${returnsPath}/waivers/new`,
          text: 'Take returns without an agreement for a while',
        },
    ])}`,
});

export const returnsPages: AnyPage[] = [
  returnsPage,
  form({
    path: `${returnsPath}/waivers/new`,
    title: 'Take returns without an agreement for a while',
    command: waiveAgreements,
    intro: () =>
      html`<p class="govuk-body">For a partnership that is only beginning, or while an agreement is drawn up. It is shown to everybody with its reason, and ends by itself.</p>`,
    button: 'Take returns without an agreement',
    warning: true,
    next: () => returnsPath,
    done: 'Returns are taken without an agreement in that time',
    trail: () => [home, list],
  }),
  form({
    path: `${returnsPath}/waivers/:id/end`,
    title: 'Ask for agreements again',
    command: endWaiver,
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Ask again from tomorrow',
    next: () => returnsPath,
    done: 'Agreements are asked for again from tomorrow',
    trail: () => [home, list],
  }),
];

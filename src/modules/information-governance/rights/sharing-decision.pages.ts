// The ledger of sharing on screen: what was shared and what was not, as a list that can be downloaded.
import { acts, showDay } from '../../../ground/drawing.ts';
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { directions, toldPerson } from './sharing-decision.ts';
import { listSharing, type sharingOperations } from './sharing-decision.operations.ts';
import { roomHome } from './subject-request.pages.ts';

const home = { text: 'What was shared and what was not', href: '/information-governance/sharing' };
const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;
const outcome = (shared: boolean) => (shared ? 'Shared' : 'Not shared');

export function sharingPages({ recordSharing }: ReturnType<typeof sharingOperations>): AnyPage[] {
  return [
    page({
      path: home.href,
      title: home.text,
      query: listSharing,
      trail: () => [roomHome],
      csv: ({ rows }) => ({
        name: 'ledger-of-sharing',
        columns: [
          'Decided on',
          'Outcome',
          'What',
          'With whom',
          'How it came up',
          'Lawful basis',
          'Why',
          'Person told',
          'Decided by',
          'Record',
        ],
        rows: rows.map((r) => [
          r.decided_on,
          outcome(r.shared),
          r.what,
          r.with_whom,
          wordsOf(directions, r.direction),
          r.lawful_basis,
          r.reason,
          wordsOf(toldPerson, r.told_person),
          r.decided_by,
          r.about_ref,
        ]),
      }),
      draw: ({ rows }, view) =>
        html`<h1 class="govuk-heading-l">${home.text}</h1><p class="govuk-body">Sharing and not sharing are both decisions. Each stands here with its basis and reason, and can be given to the person whom it is about.</p><p class="govuk-body"><a class="govuk-link" href="${home.href}.csv" download>Download this list (CSV)</a></p>${dataTable(
          {
            caption: home.text,
            captionClasses: 'govuk-visually-hidden',
            columns: [
              { heading: 'What', isRowHeader: true, cell: (r) => r.what },
              {
                heading: 'Decision',
                cell: (r) =>
                  tag({ text: outcome(r.shared), classes: r.shared ? 'govuk-tag--blue' : 'govuk-tag--grey' }),
              },
              {
                heading: 'With whom',
                cell: (r) =>
                  html`${r.with_whom}<br><span class="govuk-hint">${wordsOf(directions, r.direction)}</span>`,
              },
              { heading: 'Basis and reason', cell: (r) => html`${r.lawful_basis}. ${r.reason}` },
              { heading: 'By', cell: (r) => html`${r.decided_by}, ${showDay(r.decided_on)}` },
            ],
            rows,
            empty:
              'No decision is recorded yet. Record one when somebody asks for information or you offer it, also when you decide not to share.',
          },
        )}${acts([view.can('information.rights') && { href: `${home.href}/new`, text: 'Record a decision' }])}`,
    }),
    form({
      path: `${home.href}/new`,
      title: 'Record a decision on sharing',
      command: recordSharing,
      intro: () =>
        html`<p class="govuk-body">Protecting a child comes before privacy. Share what is needed, with whom needs it, and write down why; also when you decide not to.</p>`,
      button: 'Record decision',
      next: () => home.href,
      done: 'Decision recorded',
      trail: () => [roomHome, home],
    }),
  ];
}

// Emergency access on screen, for those who look after who may see what. Nothing of the record is shown here.
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showInstant } from '../../surfaces/web/components/day.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, link, orNotRecorded } from '../drawing.ts';
import {
  type TellableEmergency,
  listEmergencies,
  readEmergency,
  reviewEmergency,
} from './emergency.operations.ts';

const circles = { text: 'Circles', href: '/circles' };
const list = { text: 'Emergency access', href: '/circles/emergencies' };

function judged({ justified, reviewed_by, reviewed_on }: TellableEmergency): string {
  if (justified === null || reviewed_on === null) return 'Not reviewed yet';
  return `${justified ? 'Justified' : 'Not justified'}: ${reviewed_by ?? ''}, ${showDay(reviewed_on)}`;
}

export const emergencyPages = [
  page({
    path: '/circles/emergencies',
    title: list.text,
    query: listEmergencies,
    trail: () => [circles],
    csv: (rows) => ({
      name: 'emergency-access',
      columns: ['Given (UTC)', 'Until (UTC)', 'To', 'Circle', 'Reason', 'Review'],
      rows: rows.map((e) => [e.given_at, e.expires_at, e.person, e.circle, e.reason, judged(e)]),
    }),
    draw: (rows) =>
      html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">Each opened one record, to one person, for some hours. Somebody else says afterwards whether it was justified.</p><p class="govuk-body"><a class="govuk-link" href="/circles/emergencies.csv" download>Download this list (CSV)</a></p>${dataTable<TellableEmergency>(
        {
          caption: 'Emergency access, the latest first',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            {
              heading: 'Given',
              isRowHeader: true,
              cell: (e) => link(`/circles/emergencies/${e.id}`, showInstant(e.given_at, 'Europe/London')),
            },
            { heading: 'To', cell: (e) => e.person },
            { heading: 'Circle', cell: (e) => e.circle },
            { heading: 'Review', cell: judged },
          ],
          rows,
          empty:
            'Nobody has needed emergency access. When somebody does, you are told at once, on your home page and by a letter.',
        },
      )}`,
  }),
  page({
    path: '/circles/emergencies/:id',
    title: 'An emergency access',
    query: readEmergency,
    trail: () => [circles, list],
    draw: (e, view) =>
      html`<h1 class="govuk-heading-l">Emergency access of ${e.person}</h1>${summaryList({
        rows: [
          { key: { text: 'Given' }, value: { text: showInstant(e.given_at, 'Europe/London') } },
          { key: { text: 'Until' }, value: { text: showInstant(e.expires_at, 'Europe/London') } },
          { key: { text: 'Record' }, value: { text: 'One record of the circle; it is not named here' } },
          { key: { text: 'Circle' }, value: { html: link(`/circles/${e.circle_id}`, e.circle) } },
          { key: { text: 'Reason given' }, value: { text: e.reason } },
          { key: { text: 'Review' }, value: { text: judged(e) } },
          e.reviewed_on !== null && { key: { text: 'Note' }, value: { html: orNotRecorded(e.review_note) } },
        ],
      })}${acts([
        e.reviewed_on === null &&
          e.person_id !== view.actor.person_id && {
            href: `${view.path}/review`,
            text: 'Say whether it was justified',
          },
      ])}`,
  }),
  form({
    path: '/circles/emergencies/:id/review',
    title: 'Was this emergency access justified?',
    command: reviewEmergency,
    before: readEmergency,
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (e) =>
      html`<p class="govuk-body">${e.person}, ${showInstant(e.given_at, 'Europe/London')}. Reason given: ${e.reason}</p>`,
    button: 'Save',
    next: ({ id }) => `/circles/emergencies/${id}`,
    done: 'Review recorded',
    trail: () => [circles, list],
  }),
];

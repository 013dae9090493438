// Requests for another form, on screen.
import { acts, link } from '../../../ground/drawing.ts';
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { shownYear } from '../edition.ts';
import { formats, type FormatRequest, outcomes } from './format-request.ts';
import {
  addFormatRequest,
  answerFormatRequest,
  listFormatRequests,
  readFormatRequest,
} from './format-request.operations.ts';

const list = { text: 'Requests for another form', href: '/report/format-requests' };
const reports = { text: 'Yearly reports', href: '/report' };

export const formatRequestPages: AnyPage[] = [
  page({
    path: list.href,
    title: 'Requests for another form',
    query: listFormatRequests,
    trail: () => [reports],
    draw: (requests: FormatRequest[]) => html`<h1 class="govuk-heading-l">Requests for another form</h1>
<p class="govuk-body">Every published report says how to ask for it in another form. Record each request, so that nobody is forgotten. Who asked stays where they wrote or were written down; here it only says where that is.</p>
${acts([{ href: `${list.href}/new`, text: 'Record a request' }])}
${dataTable({
  caption: 'Requests',
  captionClasses: 'govuk-visually-hidden',
  rows: requests,
  columns: [
    {
      heading: 'What they asked for',
      isRowHeader: true,
      cell: (one) =>
        html`${formats[one.format]}${one.wish !== null && html`<br><span class="govuk-hint">${one.wish}</span>`}`,
    },
    { heading: 'Report', cell: (one) => shownYear(one.year) },
    { heading: 'Asked', cell: (one) => showDay(one.asked_on) },
    {
      heading: 'Answered',
      cell: (one) =>
        one.answered_on === null || one.outcome === null
          ? link(`${list.href}/${one.id}/answer`, 'Record the answer')
          : html`${showDay(one.answered_on)}<br>${outcomes[one.outcome]}${one.answer !== null && html`: ${one.answer}`}`,
    },
  ],
  empty: 'Nobody has asked for another form yet.',
})}`,
    csv: (requests: FormatRequest[]) => ({
      name: 'format-requests',
      columns: ['What they asked for', 'In their words', 'Report', 'Asked', 'Answered', 'What became of it'],
      rows: requests.map((one) => [
        formats[one.format],
        one.wish,
        shownYear(one.year),
        one.asked_on,
        one.answered_on,
        one.outcome === null ? null : outcomes[one.outcome],
      ]),
    }),
  }),
  form<unknown, { id: string }>({
    path: `${list.href}/new`,
    title: 'Record a request for another form',
    command: addFormatRequest,
    button: 'Record the request',
    next: () => list.href,
    done: 'The request is recorded. Your home page keeps it in mind until it is answered.',
    trail: () => [reports, list],
  }),
  form<FormatRequest, { id: string }>({
    path: `${list.href}/:id/answer`,
    title: 'Record what became of the request',
    command: answerFormatRequest,
    before: readFormatRequest,
    beforeInput: ({ params }) => ({ id: params['id'] }),
    fixed: ({ params }) => ({ id: params['id'] }),
    values: ({ revision }) => ({ seen_revision: revision }),
    intro: (one) =>
      html`<p class="govuk-body">${formats[one.format]}${one.wish !== null && html` (“${one.wish}”)`}, the report for ${shownYear(one.year)}, asked on ${showDay(one.asked_on)}. The request lies in: ${one.lies_in}.</p>`,
    button: 'Record the answer',
    next: () => list.href,
    done: 'Recorded.',
    trail: () => [reports, list],
  }),
];

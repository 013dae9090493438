// Who is to have the report, on screen.
import { type Act, acts, link, showDayOrNot } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { shownYear } from '../edition.ts';
import { trailOf } from '../report.pages.ts';
import { forms, recipientKinds, type Standing, standings } from './dispatch.ts';
import {
  acknowledgeDispatch,
  type Dispatches,
  dropDispatch,
  type ListedDispatch,
  planDispatch,
  readDispatch,
  readDispatches,
  recordDispatch,
  sendDispatch,
} from './dispatch.operations.ts';

type ReadDispatch = Awaited<ReturnType<typeof readDispatch.run>>;

const listOf = (year: string) => `/report/${year}/dispatches`;
const trailTo = (year: string) => [...trailOf(year), { text: 'Who has it', href: listOf(year) }];
const yearOf = ({ params }: { params: Record<string, string> }) => ({ year: params['year'] });

/** A form on one recipient. */
const actOn = (
  path: string,
  definition: Pick<
    Parameters<typeof form<ReadDispatch, { year: string }>>[0],
    'title' | 'command' | 'button' | 'done' | 'warning'
  >,
) =>
  form<ReadDispatch, { year: string }>({
    ...definition,
    path: `/report/:year/dispatches/:id/${path}`,
    before: readDispatch,
    beforeInput: ({ params }) => ({ id: params['id'] }),
    fixed: ({ params }) => ({ id: params['id'] }),
    values: (row) => ({ seen_revision: row.revision }),
    intro: (row) =>
      html`<p class="govuk-body">${row.recipient}: ${forms[row.form].toLowerCase()}${row.sent_on !== null && `, sent on ${showDay(row.sent_on)}`}.</p>`,
    next: ({ year }) => listOf(year),
    trail: ({ year }) => trailTo(year),
  });

export const dispatchPages: AnyPage[] = [
  page({
    path: '/report/:year/dispatches',
    title: ({ edition }: Dispatches) => `Who has the report for ${shownYear(edition.year)}`,
    query: readDispatches,
    input: yearOf,
    trail: ({ edition }) => trailOf(edition.year),
    draw: drawDispatches,
    csv: ({ edition, rows }: Dispatches) => ({
      name: `report-${edition.year}-dispatches`,
      columns: [
        'For whom',
        'Kind',
        'Form',
        'By',
        'Sent',
        'How',
        'Acknowledged',
        'What came back',
        'Standing',
      ],
      rows: rows.map((row) => [
        row.recipient,
        recipientKinds[row.recipient_kind],
        forms[row.form],
        row.due_on,
        row.sent_on,
        row.method,
        row.acknowledged_on,
        row.acknowledgement,
        standings[row.standing].text,
      ]),
    }),
  }),
  form<unknown, { year: string }>({
    path: '/report/:year/dispatches/planned',
    title: 'Plan who is to have the report',
    command: planDispatch,
    fixed: yearOf,
    values: (_before, { search }) => ({
      recipient: search['recipient'] ?? '',
      recipient_kind: search['recipient_kind'] ?? '',
    }),
    button: 'Put it on the list',
    next: ({ year }) => listOf(year),
    done: 'It is on the list.',
    trail: (_before, { params }) => trailTo(params['year'] ?? ''),
  }),
  form<unknown, { year: string }>({
    path: '/report/:year/dispatches/new',
    title: 'Record who the report was sent to',
    command: recordDispatch,
    fixed: yearOf,
    button: 'Record',
    next: ({ year }) => listOf(year),
    done: 'Recorded.',
    trail: (_before, { params }) => trailTo(params['year'] ?? ''),
  }),
  actOn('sending', {
    title: 'Record that it was sent',
    command: sendDispatch,
    button: 'Record',
    done: 'Recorded.',
  }),
  actOn('acknowledgement', {
    title: 'Record what came back',
    command: acknowledgeDispatch,
    button: 'Record',
    done: 'Recorded.',
  }),
  actOn('removal', {
    title: 'This recipient need not have it',
    command: dropDispatch,
    button: 'Take them off the list',
    done: 'Taken off the list, with your reason.',
    warning: true,
  }),
];

function drawDispatches({ edition, rows, missing }: Dispatches, view: View): Html {
  const published = edition.state === 'published';
  return html`<h1 class="govuk-heading-l">Who has the report for ${shownYear(edition.year)}</h1>
<p class="govuk-body">${
    published && edition.published_on !== null
      ? `Published on ${showDay(edition.published_on)}.`
      : 'The report is not published yet. Plan now who is to have it and in which form; sending is recorded after publication.'
  }</p>
${missing.length > 0 && askedFor(missing, edition.year, view)}
${acts([
  view.can('report.write') && {
    href: `${listOf(edition.year)}/planned`,
    text: 'Plan who is to have the report',
  },
  view.can('report.publish') &&
    published && { href: `${listOf(edition.year)}/new`, text: 'Record who it was sent to' },
])}
${dataTable({
  caption: 'Recipients',
  captionClasses: 'govuk-visually-hidden',
  rows,
  columns: [
    {
      heading: 'For whom',
      isRowHeader: true,
      cell: (row) => html`${row.recipient}<br><span class="govuk-hint">${forms[row.form]}</span>`,
    },
    { heading: 'By', cell: (row) => (row.due_on === null ? '' : showDay(row.due_on)) },
    {
      heading: 'Sent',
      cell: (row) => (row.sent_on === null ? '' : html`${showDay(row.sent_on)}<br>${row.method}`),
    },
    {
      heading: 'What came back',
      cell: (row) =>
        row.dropped_on === null
          ? row.acknowledged_on === null
            ? ''
            : html`${showDayOrNot(row.acknowledged_on)}${row.acknowledgement !== null && html`<br>${row.acknowledgement}`}`
          : html`${row.dropped_reason}`,
    },
    { heading: 'Standing', cell: (row) => standingTag(row.standing) },
    { heading: 'Next', cell: (row) => nextOf(row, edition.year, published, view) },
  ],
  empty: 'Nobody is on the list yet.',
})}`;
}

function askedFor(missing: Dispatches['missing'], year: string, view: View): Html {
  return insetText({
    html: html`<p class="govuk-body">Working Together asks that a copy goes to:</p><ul class="govuk-list govuk-list--bullet">${missing.map(
      ({ name, recipient_kind, due_on, standing, verified }) =>
        html`<li>${name}${due_on !== null && `, by ${showDay(due_on)}`}${due_on !== null && !verified && ' (please check: the time itself is not confirmed)'} ${standingTag(standing)}${
          view.can('report.write') &&
          html` ${link(`${listOf(year)}/planned?${new URLSearchParams({ recipient: name, recipient_kind }).toString()}`, 'Put on the list')}`
        }</li>`,
    )}</ul>`,
  });
}

function standingTag(standing: Standing): Html {
  const { text, colour } = standings[standing];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

function nextOf(row: ListedDispatch, year: string, published: boolean, view: View): Html {
  const at = `${listOf(year)}/${row.id}`;
  const open = row.dropped_on === null;
  return acts([
    open && row.form === 'cover-paper' && coverPaperOf(row, year, view),
    open &&
      published &&
      row.sent_on === null &&
      view.can('report.publish') && { href: `${at}/sending`, text: 'Record that it was sent' },
    row.sent_on !== null &&
      row.acknowledged_on === null &&
      view.can('report.publish') && { href: `${at}/acknowledgement`, text: 'Record what came back' },
    open &&
      row.sent_on === null &&
      view.can('report.write') && { href: `${at}/removal`, text: 'They need not have it' },
  ]);
}

/** The paper for a committee of the same name; where there is none, the form that begins it. */
function coverPaperOf({ recipient, cover_paper_id }: ListedDispatch, year: string, view: View): Act | false {
  const papers = `/report/${year}/cover-papers`;
  if (cover_paper_id !== null) return { href: `${papers}/${cover_paper_id}`, text: 'Its cover paper' };
  if (!view.can('report.write')) return false;
  const search = new URLSearchParams({ committee: recipient }).toString();
  return { href: `${papers}/new?${search}`, text: 'Begin its cover paper' };
}

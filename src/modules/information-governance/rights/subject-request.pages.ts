// Requests to see what is held, on screen: the list with its clocks, one with what is left to do, and the forms of each step.
import {
  acts,
  link,
  notRecorded,
  orNotRecorded,
  showDay,
  showDayOrNot,
  showTerm,
} from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import type { RequestClock } from './subject-clock.ts';
import type { RequestItem } from './subject-item.operations.ts';
import {
  capacities,
  decisions,
  grounds,
  pauseKinds,
  type RequestState,
  requestStates,
} from './subject-request.ts';
import { addRequest, listRequests } from './subject-request.operations.ts';
import type { SubjectAccess } from './subject-access.ts';

export const requestsHome = {
  text: 'Requests to see what is held',
  href: '/information-governance/subject-requests',
};
export const roomHome = { text: 'Information governance', href: '/information-governance' };
export const requestPath = (id: string) => `${requestsHome.href}/${id}`;
export const requestTrail = (id: string) => [
  roomHome,
  requestsHome,
  { text: 'The request', href: requestPath(id) },
];

type Request = Awaited<ReturnType<SubjectAccess['readRequest']['run']>>;
const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;

function clockTag(clock: RequestClock, state: string): Html {
  if (state !== 'open')
    return tag({ text: requestStates[state as RequestState] ?? state, classes: 'govuk-tag--grey' });
  if (clock.waiting_since !== null) return tag({ text: 'Waiting for them', classes: 'govuk-tag--blue' });
  if (clock.state === 'breach') return tag({ text: 'Late', classes: 'govuk-tag--red' });
  if (clock.state === 'check') return tag({ text: 'Past its day', classes: 'govuk-tag--red' });
  return clock.state === 'due-soon'
    ? tag({ text: 'Due soon', classes: 'govuk-tag--yellow' })
    : tag({ text: 'In time', classes: 'govuk-tag--green' });
}

const listPage = page({
  path: requestsHome.href,
  title: requestsHome.text,
  query: listRequests,
  trail: () => [roomHome],
  draw: (requests) =>
    html`<h1 class="govuk-heading-l">${requestsHome.text}</h1><p class="govuk-body">Anybody can ask what the partnership holds about them. Only requests in your circles are listed here.</p>${dataTable(
      {
        caption: requestsHome.text,
        captionClasses: 'govuk-visually-hidden',
        columns: [
          { heading: 'Who asks', isRowHeader: true, cell: (r) => link(requestPath(r.id), r.asked_by) },
          { heading: 'In what capacity', cell: (r) => wordsOf(capacities, r.capacity) },
          { heading: 'Received', cell: (r) => showDay(r.received_on) },
          { heading: 'Answer by', cell: (r) => (r.state === 'open' ? showDayOrNot(r.clock.due_on) : null) },
          { heading: 'How it stands', cell: (r) => clockTag(r.clock, r.state) },
        ],
        rows: requests,
        empty:
          'No request is recorded in your circles. Record one on the day on which it comes, in whatever form.',
      },
    )}${acts([{ href: `${requestsHome.href}/new`, text: 'Record a request' }])}`,
});

function steps({ steps: left, id, state }: Request, view: View): Html {
  if (state !== 'open') return html``;
  const gather = view.sendButton({
    path: `${requestPath(id)}/gathering`,
    values: {},
    text: 'Gather the records',
    secondary: true,
  });
  const bundle = view.sendButton({
    path: `${requestPath(id)}/bundle/making`,
    values: {},
    text: 'Make the bundle',
    secondary: true,
  });
  return html`<h2 class="govuk-heading-m">What is left to do</h2><ol class="govuk-list govuk-list--number">${left.map((step) => html`<li>${step}</li>`)}</ol>${
    left[0] === 'Gather the records' && gather
  }${left[0] === 'Make the bundle' && bundle}`;
}

function facts(request: Request): Html {
  return summaryList({
    rows: [
      {
        key: { text: 'Who asks' },
        value: { text: `${request.asked_by} (${wordsOf(capacities, request.capacity).toLowerCase()})` },
      },
      { key: { text: 'What they ask for' }, value: { text: request.asked_for } },
      {
        key: { text: 'Names looked for' },
        value: { html: html`${request.about_names.split('\n').map((line) => html`<div>${line}</div>`)}` },
      },
      request.about_dates !== null && {
        key: { text: 'Dates they gave' },
        value: { text: request.about_dates },
      },
      { key: { text: 'Where the answer goes' }, value: { html: orNotRecorded(request.answer_to) } },
      {
        key: { text: 'Who they are, checked' },
        value: {
          html:
            request.identity_checked_on === null
              ? html`<span class="gt-figure__gap">Not yet</span>`
              : html`${showDay(request.identity_checked_on)}, ${request.identity_checked_by}: ${request.identity_note}${request.authority_note !== null && html`<br>${request.authority_note}`}`,
        },
      },
      { key: { text: 'Seen only by' }, value: { text: request.circle } },
      request.answered_on !== null && {
        key: { text: 'Answered' },
        value: { text: `${showDay(request.answered_on)}: ${request.answered_how ?? ''}` },
      },
    ],
  });
}

function clockPart({ clock, pauses, received_on, extended_on, extended_reason, state }: Request): Html {
  return html`<h2 class="govuk-heading-m">Its time</h2>${summaryList({
    rows: [
      { key: { text: 'Received' }, value: { text: showDay(received_on) } },
      {
        key: { text: 'The clock runs from' },
        value: {
          text: clock.runs_from === null ? 'The day on which it is clear who asks' : showDay(clock.runs_from),
        },
      },
      state === 'open' && {
        key: { text: 'Answer by' },
        value: {
          html:
            clock.due_on === null ? notRecorded : html`${showDay(clock.due_on)} ${clockTag(clock, state)}`,
        },
      },
      extended_on !== null && {
        key: { text: 'Made longer' },
        value: { text: `They were told on ${showDay(extended_on)}: ${extended_reason ?? ''}` },
      },
    ],
  })}${
    pauses.length > 0 &&
    dataTable({
      id: 'pauses',
      caption: 'Asked of them',
      columns: [
        { heading: 'When', isRowHeader: true, cell: (p) => showTerm(p.from_on, p.until_on) },
        { heading: 'About', cell: (p) => wordsOf(pauseKinds, p.kind) },
        { heading: 'Question', cell: (p) => p.question },
      ],
      rows: pauses,
    })
  }<p class="govuk-hint">One month by the UK GDPR, article 12(3); the number is not checked against the text here yet, so Golden Thread asks you to look and never says that the law was broken.</p>`;
}

function standingOf(item: RequestItem): Html {
  if (item.record === null) return tag({ text: 'Not open to you', classes: 'govuk-tag--grey' });
  if (item.decision === null) return tag({ text: 'To decide', classes: 'govuk-tag--yellow' });
  if (!item.settled) return tag({ text: 'Changed since: decide again', classes: 'govuk-tag--orange' });
  return html`${decisions[item.decision]}${item.ground !== null && html`<br><span class="govuk-hint">${grounds[item.ground].text}</span>`}`;
}

const foundBy: Record<string, string> = {
  reference: 'Points at the person',
  words: 'Holds the name',
  belongs: 'Belongs to a record found',
};

function itemsPart(request: Request): Html {
  if (request.gathered_on === null && request.items.length === 0) return html``;
  const closed = request.places_not_open ?? 0;
  const path = requestPath(request.id);
  return html`<h2 class="govuk-heading-m">What was found</h2><p class="govuk-body">${request.gathered_on === null ? 'The names were changed: gather again.' : `Gathered on ${showDay(request.gathered_on)}, in every room, as far as you may see.`}</p>${
    closed > 0 &&
    insetText({
      text: `${closed === 1 ? '1 circle is' : `${closed} circles are`} not open to you, so nothing was looked for there. Ask the people of the other circles whether they hold something about this person; they can gather too, once they are in the circle of this request.`,
    })
  }${dataTable<RequestItem>({
    id: 'items',
    caption: 'Records found',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        heading: 'Record',
        isRowHeader: true,
        cell: (item) =>
          item.record === null
            ? 'A record of another circle'
            : link(`${path}/items/${item.id}`, `${item.record.kind.word}: ${opening(item)}`),
      },
      { heading: 'Why it was found', cell: (item) => wordsOf(foundBy, item.found_by) },
      { heading: 'What is given', cell: (item) => standingOf(item) },
      { heading: 'Originator', cell: (item) => item.originator && `${item.originator} has not agreed yet` },
    ],
    rows: request.items,
    empty: 'No record holds these names in the circles that are open to you.',
  })}<p class="govuk-hint">What stands inside attached files is not searched. Files of the records found are listed here, to be opened and decided one by one.</p>`;
}

/** The first words of a record, to know it by. */
function opening({ record }: RequestItem): string {
  const words = record?.fields.map((one) => one.text).join(' ') ?? '';
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function requestActs(request: Request): Html {
  const path = requestPath(request.id);
  const open = request.state === 'open';
  const waiting = request.clock.waiting_since !== null;
  return acts([
    open &&
      request.identity_checked_on === null && {
        href: `${path}/identity`,
        text: 'Record that it is known who asks',
      },
    open && !waiting && { href: `${path}/question`, text: 'Record that you asked them something' },
    open && waiting && { href: `${path}/reply`, text: 'Record that they answered' },
    open &&
      request.extended_on === null && {
        href: `${path}/extension`,
        text: 'Record that they were told it takes longer',
      },
    request.items.length > 0 && { href: `${path}/bundle`, text: 'See what the bundle says' },
    request.bundle_file_id !== null && {
      href: `${path}/bundle.docx`,
      text: request.bundle_current
        ? 'Download the bundle (Word)'
        : 'Download the bundle that was made before (Word)',
    },
    open && { href: `${path}/change`, text: 'Change what is recorded of it' },
    open && { href: `${path}/answer`, text: 'Record the answer' },
  ]);
}

export function requestPages({ readRequest }: SubjectAccess): AnyPage[] {
  return [
    listPage,
    form({
      path: `${requestsHome.href}/new`,
      title: 'Record a request to see what is held',
      command: addRequest,
      intro: () =>
        html`<p class="govuk-body">A request needs no form and no particular words. The clock runs from the day on which anybody of the partnership received it.</p>`,
      button: 'Record request',
      next: ({ id }) => requestPath(id),
      done: 'Request recorded',
      trail: () => [roomHome, requestsHome],
    }),
    page({
      path: `${requestsHome.href}/:id`,
      title: 'A request to see what is held',
      query: readRequest,
      input: ({ params }) => params,
      trail: () => [roomHome, requestsHome],
      draw: (request, view) =>
        html`<h1 class="govuk-heading-l">A request to see what is held</h1><p class="govuk-body">${clockTag(request.clock, request.state)}</p>${steps(request, view)}${facts(request)}${clockPart(request)}${itemsPart(request)}${requestActs(request)}`,
    }),
  ];
}

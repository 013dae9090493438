// Asking a guest, and whom one asked, on screen. What the guest sees is served by the entrance.
import { addDays } from '../../kernel/calendar/day.ts';
import { html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import type { GuestTask } from '../../kernel/access/guest-task.ts';
import { refParts } from '../../kernel/evidence/evidence.ts';
import { link, showDay, showInstant } from '../drawing.ts';
import { longestDays, stateOf } from './guest.ts';
import {
  type GuestLinkRow,
  type guestOperations,
  listGuestLinks,
  withdrawGuestLink,
} from './guest.operations.ts';

type Operations = ReturnType<typeof guestOperations>;
type Asked = Awaited<ReturnType<Operations['readGuestTask']['run']>>;
type Links = Awaited<ReturnType<typeof listGuestLinks.run>>;

const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Questions to people without an account', href: '/guests' };

function standing(row: GuestLinkRow, today: string) {
  const state = stateOf(row, today);
  if (state === 'answered')
    return html`${tag({ text: 'Answered', classes: 'govuk-tag--green' })} ${row.used_at && showInstant(row.used_at, 'Europe/London')}`;
  if (state === 'withdrawn') return tag({ text: 'Withdrawn', classes: 'govuk-tag--grey' });
  if (state === 'over') return tag({ text: 'Not answered in time', classes: 'govuk-tag--orange' });
  if (row.letter?.state === 'failed')
    return html`${tag({ text: 'Letter not sent', classes: 'govuk-tag--red' })} ${row.letter.problem}`;
  if (row.letter?.state === 'waiting')
    return html`${tag({ text: 'Letter on its way', classes: 'govuk-tag--blue' })} ${row.letter.problem && `It is tried again: ${row.letter.problem}`}`;
  return tag({ text: 'Waiting for the answer', classes: 'govuk-tag--blue' });
}

export function guestPages(
  tasks: readonly GuestTask[],
  { readGuestTask, inviteGuest }: Operations,
): AnyPage[] {
  const about = (row: GuestLinkRow) => {
    const task = tasks.find(({ command }) => command.name === row.operation);
    if (task === undefined) return row.operation;
    const words = `${task.ask.charAt(0).toUpperCase()}${task.ask.slice(1)}`;
    return row.ref === null ? words : link(task.path(refParts(row.ref).id), words);
  };
  return [
    page({
      path: list.href,
      title: list.text,
      query: listGuestLinks,
      trail: () => [partnership],
      draw: ({ links }: Links, view) =>
        html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">Somebody without an account can answer one question about one record, by a link and a code that go to their e-mail address. To ask, open the record and choose “Ask somebody without an account”.</p>${dataTable(
          {
            caption: 'Questions, the latest first',
            captionClasses: 'govuk-visually-hidden',
            columns: [
              {
                heading: 'Who is asked',
                isRowHeader: true,
                cell: (row) => html`${row.name}<div class="govuk-hint">${row.email}</div>`,
              },
              { heading: 'To', cell: about },
              { heading: 'Asked by', cell: (row) => row.asked_by },
              { heading: 'Last day', cell: (row) => showDay(row.until_on) },
              { heading: 'How it stands', cell: (row) => standing(row, view.today) },
              {
                heading: 'What you can do',
                cell: (row) =>
                  stateOf(row, view.today) === 'waiting'
                    ? link(`/guests/${row.id}/withdrawal`, 'Withdraw')
                    : null,
              },
            ],
            rows: links,
            empty: 'Nobody has been asked yet.',
          },
        )}`,
    }),
    form({
      path: '/guests/new',
      title: 'Ask somebody without an account',
      command: inviteGuest,
      before: readGuestTask,
      beforeInput: ({ search }) => ({ ref: search['ref'] ?? '' }),
      fixed: ({ search }) => ({ ref: search['ref'] ?? '' }),
      intro: ({ ask, path, facts }: Asked, { today }) =>
        html`<p class="govuk-body">They are asked to ${ask}, once, and see nothing but this. ${link(path, 'Open the record')}</p>${summaryList(
          { rows: facts.map(({ label, value }) => ({ key: { text: label }, value: { text: value } })) },
        )}<p class="govuk-body">The letter says who asks and for what kind of thing, and holds none of this. You can choose a last day up to ${showDay(addDays(today, longestDays))}.</p>`,
      button: 'Send the letter',
      next: () => list.href,
      done: 'The letter is on its way',
      trail: () => [partnership, list],
    }),
    form({
      path: '/guests/:id/withdrawal',
      title: 'Withdraw the question',
      command: withdrawGuestLink,
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: () =>
        html`<p class="govuk-body">The link stops working at once. What was already answered stays as it is.</p>`,
      button: 'Withdraw',
      warning: true,
      next: () => list.href,
      done: 'Question withdrawn',
      trail: () => [partnership, list],
    }),
  ];
}

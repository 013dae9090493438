// The calendar's page: which days do not count, until when the data reaches, and the partnership's own days.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { html } from '../pages/html.ts';
import { form, page } from '../pages/page.ts';
import { bankHolidays, FIRST_BANK_HOLIDAY_YEAR, LAST_BANK_HOLIDAY_YEAR } from './bank-holidays.ts';
import { addClosedDay, listClosedDays } from './closed-day.operations.ts';

type Closed = Awaited<ReturnType<typeof listClosedDays.run>>;

export const calendarPages = [
  page({
    path: '/calendar',
    title: 'Working days',
    query: listClosedDays,
    draw: (closed: Closed, view) => html`<h1 class="govuk-heading-l">Working days</h1>
<p class="govuk-body">A working day is any day but Saturday, Sunday, Christmas Day, Good Friday and bank holidays in England. The day of the event is day 0. Bank holidays are held from ${FIRST_BANK_HOLIDAY_YEAR} to ${LAST_BANK_HOLIDAY_YEAR}; a count that leaves those years says so instead of guessing.</p>
${dataTable({
  id: 'own',
  caption: 'Closed days the partnership added',
  rows: closed,
  columns: [
    { heading: 'Day', cell: (d) => showDay(d.on_day), isRowHeader: true },
    { heading: 'Why', cell: (d) => d.name },
  ],
  empty: 'None so far. Add one when a bank holiday is proclaimed after this version was issued.',
})}${view.can('calendar.write') && html`<p class="govuk-body"><a class="govuk-link" href="/calendar/closed-days/new">Add a closed day</a></p>`}
${dataTable({
  id: 'bank-holidays',
  caption: `Bank holidays in ${view.today.slice(0, 4)} and ${Number(view.today.slice(0, 4)) + 1}`,
  rows: bankHolidays.filter(
    ({ day }) =>
      day >= `${view.today.slice(0, 4)}-01-01` && day < `${Number(view.today.slice(0, 4)) + 2}-01-01`,
  ),
  columns: [
    { heading: 'Day', cell: (d) => showDay(d.day), isRowHeader: true },
    { heading: 'Name', cell: (d) => d.name },
  ],
})}<p class="govuk-body"><a class="govuk-link" href="/frameworks/timescales">Time limits</a></p>`,
  }),
  form({
    path: '/calendar/closed-days/new',
    title: 'Add a closed day',
    command: addClosedDay,
    button: 'Add closed day',
    next: () => '/calendar',
    done: 'The day no longer counts as a working day.',
    trail: () => [{ text: 'Working days', href: '/calendar' }],
  }),
];

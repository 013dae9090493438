// Checks on screen.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows } from '../drawing.ts';
import { listChecks, makeCheck, readCheck } from './check.operations.ts';
import { connectAct, followingActs, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import { findStrand } from './place.operations.ts';
import { shortText, strandPath, strandRef, wordsOfState } from './strand.ts';
import { checkResults } from './thread.ts';

type Check = Awaited<ReturnType<typeof readCheck.run>>;
const list = { text: 'Checks', href: '/thread/checks' };
const words = {
  label: 'Filter checks',
  stateLabel: 'Result',
  states: checkResults,
  one: 'check',
  many: 'checks',
};
const row = (c: { result: string }) => ({ strand: 'check-made' as const, state: c.result, due_on: null });

export const checkPages = [
  page({
    path: '/thread/checks',
    title: 'Checks',
    query: listChecks,
    trail: () => [threadHome],
    csv: ({ rows }) => ({
      name: 'checks',
      columns: ['What was checked, and how', 'Checked on', 'Checked by (role)', 'Result'],
      ...exportable(rows, (c) => [c.text, c.checked_on, c.checked_by_role, wordsOfState(row(c))]),
    }),
    draw: ({ rows, filter }, view) =>
      html`<h1 class="govuk-heading-l">Checks</h1><p class="govuk-body">Whether what was reported as done is really in place, looked at by somebody other than its owner.</p>${listFilters(words, filter, view, rows.length)}${cutNote(rows.length)}${dataTable(
        {
          caption: 'Checks',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            {
              heading: 'Check',
              isRowHeader: true,
              cell: (c) => link(`/thread/checks/${c.id}`, shortText(c.text)),
            },
            { heading: 'Checked', cell: (c) => showDay(c.checked_on) },
            { heading: 'By', cell: (c) => c.checked_by_role },
            { heading: 'Result', cell: (c) => stateTag(row(c), view.today) },
          ],
          rows: rows.slice(0, mostRows),
          empty: 'No check is here. A check is recorded from the page of its action.',
        },
      )}${acts([view.can('thread.check') && { href: '/thread/checks/new', text: 'Record a check' }])}`,
  }),
  form({
    path: '/thread/checks/new',
    title: 'Record a check',
    command: makeCheck,
    before: findStrand,
    beforeInput: ({ search }) => ({
      ref: search['action_id'] ? strandRef('action', search['action_id']) : undefined,
    }),
    fixed: ({ search }) => (search['action_id'] ? { action_id: search['action_id'] } : {}),
    intro: ({ strand }) =>
      html`${strand && html`<p class="govuk-body">Action: ${link(strandPath('action', strand.id), strand.title)}</p>`}<p class="govuk-body">A check is made by someone other than the owner of the action. If the action is in place, it is closed; if not, it goes back to its owner.</p>`,
    button: 'Record check',
    next: ({ id }) => `/thread/checks/${id}`,
    done: 'Check recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/checks/:id',
    title: (c: Check) => shortText(c.text, 80),
    query: readCheck,
    trail: () => [threadHome, list],
    draw: (c, view) =>
      html`<h1 class="govuk-heading-l">Check: ${shortText(c.text, 80)}</h1>${recordNotes(c.place.placement, view.today)}${summaryList(
        {
          rows: [
            { key: { text: 'What was checked, and how' }, value: { text: c.text } },
            { key: { text: 'Result' }, value: { html: stateTag(row(c), view.today) } },
            { key: { text: 'Checked' }, value: { text: showDay(c.checked_on) } },
            {
              key: { text: 'By' },
              value: {
                html: html`${c.checked_by_role}${c.checked_by && html`, ${link(`/governance/people/${c.checked_by.id}`, c.checked_by.name)}`}`,
              },
            },
          ],
        },
      )}${threadPicture(c.place, view.today)}${
        view.can('thread.write') &&
        acts([...followingActs('check-made', c.id), connectAct('check-made', c.id)])
      }${whoMaySee(c.place.placement, view)}`,
  }),
];

// Findings on screen.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows, orNotRecorded, showDayOrNot } from '../drawing.ts';
import { addFinding, listFindings, moveFinding, readFinding } from './finding.operations.ts';
import { connectAct, followingActs, followingForm, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import { shortText, wordsOfState } from './strand.ts';
import { findingStates } from './thread.ts';

type Finding = Awaited<ReturnType<typeof readFinding.run>>;
const list = { text: 'Findings', href: '/thread/findings' };
const words = {
  label: 'Filter findings',
  stateLabel: 'Where it stands',
  states: findingStates,
  one: 'finding',
  many: 'findings',
};
const row = (f: { state: string }) => ({ strand: 'finding' as const, state: f.state, due_on: null });

export const findingPages = [
  page({
    path: '/thread/findings',
    title: 'Findings',
    query: listFindings,
    trail: () => [threadHome],
    csv: ({ rows }) => ({
      name: 'findings',
      columns: ['Finding', 'Found on', 'Where it stands', 'Source', 'Place in the source'],
      ...exportable(rows, (f) => [f.title, f.found_on, wordsOfState(row(f)), f.source, f.locator]),
    }),
    draw: ({ rows, filter }, view) =>
      html`<h1 class="govuk-heading-l">Findings</h1><p class="govuk-body">What was found about practice or about children, by audits, reviews, scrutiny, inspection or the people themselves.</p>${listFilters(words, filter, view, rows.length)}${cutNote(rows.length)}${dataTable(
        {
          caption: 'Findings',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { heading: 'Finding', isRowHeader: true, cell: (f) => link(`/thread/findings/${f.id}`, f.title) },
            { heading: 'Found', cell: (f) => showDayOrNot(f.found_on) },
            { heading: 'Where it stands', cell: (f) => stateTag(row(f), view.today) },
            {
              heading: 'Source',
              cell: (f) => orNotRecorded([f.source, f.locator].filter(Boolean).join(', ')),
            },
          ],
          rows: rows.slice(0, mostRows),
          empty: filter.state ? 'No finding stands there.' : 'No finding is recorded yet.',
        },
      )}${acts([view.can('thread.write') && { href: '/thread/findings/new', text: 'Record a finding' }])}`,
  }),
  form({
    ...followingForm,
    path: '/thread/findings/new',
    title: 'Record a finding',
    command: addFinding,
    button: 'Record finding',
    next: ({ id }) => `/thread/findings/${id}`,
    done: 'Finding recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/findings/:id',
    title: (finding: Finding) => finding.title,
    query: readFinding,
    trail: () => [threadHome, list],
    draw: (finding, view) =>
      html`<h1 class="govuk-heading-l">${finding.title}</h1>${recordNotes(finding.place.placement, view.today)}${summaryList(
        {
          rows: [
            { key: { text: 'Where it stands' }, value: { html: stateTag(row(finding), view.today) } },
            { key: { text: 'What was found' }, value: { text: finding.text } },
            { key: { text: 'Found' }, value: { html: showDayOrNot(finding.found_on) } },
            { key: { text: 'Source' }, value: { html: orNotRecorded(finding.source) } },
            { key: { text: 'Place in the source' }, value: { html: orNotRecorded(finding.locator) } },
          ],
        },
      )}${threadPicture(finding.place, view.today)}${
        view.can('thread.write') &&
        acts([
          ...followingActs('finding', finding.id),
          connectAct('finding', finding.id),
          { href: `${view.path}/state`, text: 'Say where it stands' },
        ])
      }${whoMaySee(finding.place.placement, view)}`,
  }),
  form({
    path: '/thread/findings/:id/state',
    title: 'Where the finding stands',
    command: moveFinding,
    before: readFinding,
    values: (finding) => ({ state: finding.state, seen_revision: finding.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (finding) => html`<p class="govuk-body">${shortText(finding.title)}</p>`,
    button: 'Save',
    next: ({ id }) => `/thread/findings/${id}`,
    done: 'Saved',
    trail: () => [threadHome, list],
  }),
];

// Effects on screen: what should be different, and the measures before and after.
import type { CitedInFull } from '../../kernel/evidence/cited.ts';
import { purposeWords } from '../../kernel/evidence/cited.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showNumber, showPeriod } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows, orNotRecorded, showDayOrNot } from '../drawing.ts';
import { addEffect, listEffects, readEffect, reportEffect, resumeEffect } from './effect.operations.ts';
import { connectAct, followingActs, followingForm, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import { shortText, wordsOfState } from './strand.ts';
import { effectStates } from './thread.ts';

type Effect = Awaited<ReturnType<typeof readEffect.run>>;
const list = { text: 'Effects', href: '/thread/effects' };
const words = {
  label: 'Filter effects',
  stateLabel: 'Where it stands',
  states: effectStates,
  one: 'effect',
  many: 'effects',
};
const row = (e: { state: string }) => ({ strand: 'effect' as const, state: e.state, due_on: null });
const measured = (e: { state: string; measures: number }) =>
  e.state === 'expected'
    ? 'Not yet'
    : e.measures === 2
      ? 'Before and after'
      : e.measures === 1
        ? 'Once only'
        : 'No';

function valueOf(content: Content | null) {
  if (content?.shape !== 'measure') return 'Not a measure';
  if (content.value === null) return 'Not printed';
  return `${showNumber(content.value, { decimals: content.decimals })} ${content.unit}`;
}

function measures(effect: Effect) {
  const cited = effect.rests_on;
  const both = ['baseline', 'follow-up'].every((purpose) => cited.some((c) => c.purpose === purpose));
  return html`${
    effect.state !== 'expected' &&
    !both &&
    insetText({
      text: 'There is no measure before and one after, so this is an account and not yet a measured effect.',
    })
  }${dataTable<CitedInFull>({
    id: 'measures',
    caption: 'Measures before and after',
    columns: [
      { heading: 'When', cell: (c) => purposeWords[c.purpose] },
      { heading: 'Evidence', isRowHeader: true, cell: (c) => link(c.path, c.title) },
      { heading: 'Value', cell: (c) => valueOf(c.content) },
      {
        heading: 'Period',
        cell: (c) => c.period.label ?? (c.as_of ? showDay(c.as_of) : showPeriod(c.period.from, c.period.to)),
      },
      { heading: 'Source', cell: (c) => orNotRecorded(c.source_title) },
      { heading: 'Since it was cited', cell: (c) => (c.moved ? 'It has changed' : 'Unchanged') },
    ],
    rows: cited,
    empty: 'No measure is cited yet.',
  })}`;
}

export const effectPages = [
  page({
    path: '/thread/effects',
    title: 'Effects',
    query: listEffects,
    trail: () => [threadHome],
    csv: ({ rows }) => ({
      name: 'effects',
      columns: ['What should be different', 'Where it stands', 'What was seen', 'Seen on', 'Measured'],
      ...exportable(rows, (e) => [e.expected, wordsOfState(row(e)), e.observed, e.observed_on, measured(e)]),
    }),
    draw: ({ rows, filter }, view) =>
      html`<h1 class="govuk-heading-l">Effects</h1><p class="govuk-body">What should be different for children, families or practice, and whether it is. Measured means the same thing was measured before and after.</p>${listFilters(words, filter, view, rows.length)}${cutNote(rows.length)}${dataTable(
        {
          caption: 'Effects',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            {
              heading: 'What should be different',
              isRowHeader: true,
              cell: (e) => link(`/thread/effects/${e.id}`, shortText(e.expected)),
            },
            { heading: 'Where it stands', cell: (e) => stateTag(row(e), view.today) },
            { heading: 'Seen', cell: (e) => showDayOrNot(e.observed_on) },
            { heading: 'Measured', cell: (e) => measured(e) },
          ],
          rows: rows.slice(0, mostRows),
          empty: 'No effect is here. An effect is recorded from the page of its decision, action or check.',
        },
      )}${acts([view.can('thread.write') && { href: '/thread/effects/new', text: 'Record what should be different' }])}`,
  }),
  form({
    ...followingForm,
    path: '/thread/effects/new',
    title: 'Record what should be different',
    command: addEffect,
    button: 'Record effect',
    next: ({ id }) => `/thread/effects/${id}`,
    done: 'Expected effect recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/effects/:id',
    title: (e: Effect) => shortText(e.expected, 80),
    query: readEffect,
    trail: () => [threadHome, list],
    draw: (e, view) =>
      html`<h1 class="govuk-heading-l">Effect: ${shortText(e.expected, 80)}</h1>${recordNotes(e.place.placement, view.today)}${summaryList(
        {
          rows: [
            { key: { text: 'What should be different' }, value: { text: e.expected } },
            { key: { text: 'Where it stands' }, value: { html: stateTag(row(e), view.today) } },
            { key: { text: 'What was seen' }, value: { html: orNotRecorded(e.observed) } },
            { key: { text: 'Seen' }, value: { html: showDayOrNot(e.observed_on) } },
          ],
        },
      )}${measures(e)}${threadPicture(e.place, view.today)}${
        view.can('thread.write') &&
        acts([
          e.state === 'expected' && { href: `${view.path}/observation`, text: 'Record whether it was seen' },
          e.state === 'not-seen' && { href: `${view.path}/resumption`, text: 'Look for it again' },
          ...followingActs('effect', e.id),
          connectAct('effect', e.id),
        ])
      }${whoMaySee(e.place.placement, view)}`,
  }),
  form({
    path: '/thread/effects/:id/observation',
    title: 'Whether the effect was seen',
    command: reportEffect,
    before: readEffect,
    values: (e) => ({ seen_revision: e.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (e) => html`<p class="govuk-body">${e.expected}</p>`,
    button: 'Save',
    next: ({ id }) => `/thread/effects/${id}`,
    done: 'Saved',
    trail: () => [threadHome, list],
  }),
  form({
    path: '/thread/effects/:id/resumption',
    title: 'Look for the effect again',
    command: resumeEffect,
    before: readEffect,
    values: (e) => ({ seen_revision: e.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (e) => html`<p class="govuk-body">${e.expected}</p>`,
    button: 'Look again',
    next: ({ id }) => `/thread/effects/${id}`,
    done: 'The effect is expected again',
    trail: () => [threadHome, list],
  }),
];

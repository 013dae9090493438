// Actions on screen: the list, one agency's open actions, one action, and the forms that report on it.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows, notRecorded, orNotRecorded, showDayOrNot } from '../drawing.ts';
import {
  actionGuestTask,
  type ActionRow,
  addAction,
  changeActionOwner,
  listActions,
  listAgencyActions,
  readAction,
  reportOnAction,
  resumeAction,
} from './action.operations.ts';
import { connectAct, followingActs, followingForm, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import { shortText, strandRef, wordsOfState } from './strand.ts';
import { actionStates } from './thread.ts';

type AgencyActions = Awaited<ReturnType<typeof listAgencyActions.run>>;
type Action = Awaited<ReturnType<typeof readAction.run>>;
const list = { text: 'Actions', href: '/thread/actions' };
const words = {
  label: 'Filter actions',
  stateLabel: 'Where it stands',
  states: actionStates,
  one: 'action',
  many: 'actions',
};
const row = (a: { state: string; due_on: string | null }) => ({
  strand: 'action' as const,
  state: a.state,
  due_on: a.due_on,
});

function actionTable(rows: ActionRow[], view: View, empty: string) {
  return dataTable({
    caption: 'Actions',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        heading: 'Action',
        isRowHeader: true,
        cell: (a) => link(`/thread/actions/${a.id}`, shortText(a.text)),
      },
      {
        heading: 'Owner',
        cell: (a) => orNotRecorded([a.agency, a.person].filter(Boolean).join(', ')),
      },
      { heading: 'Due', cell: (a) => showDayOrNot(a.due_on) },
      { heading: 'Where it stands', cell: (a) => stateTag(row(a), view.today) },
    ],
    rows: rows.slice(0, mostRows),
    empty,
  });
}

function csvOf(rows: (ActionRow & { held_back: boolean })[]) {
  return {
    name: 'actions',
    columns: ['Action', 'Owner (agency)', 'Owner (person)', 'Due', 'Done on', 'Where it stands'],
    ...exportable(rows, (a) => [a.text, a.agency, a.person, a.due_on, a.done_on, wordsOfState(row(a))]),
  };
}

function owners({ owner_agency, owner_person }: Action) {
  if (owner_agency === null && owner_person === null) return notRecorded;
  return html`${owner_agency && link(`/thread/agencies/${owner_agency.id}`, owner_agency.name)} ${owner_person && link(`/governance/people/${owner_person.id}`, owner_person.name)}`;
}

function whatNext(action: Action, view: View) {
  const { state } = action;
  const reports = view.can('thread.act') && (action.own || view.can('thread.write'));
  const writes = view.can('thread.write');
  return acts([
    reports &&
      ['planned', 'in-progress', 'done'].includes(state) && {
        href: `${view.path}/report`,
        text: 'Say how far it has come',
      },
    view.can('thread.check') &&
      state !== 'stopped' && {
        href: `/thread/checks/new?action_id=${action.id}`,
        text: 'Record a check',
      },
    view.can('guests.invite') &&
      reports &&
      state !== 'stopped' && {
        href: `/guests/new?ref=${encodeURIComponent(strandRef('action', action.id))}`,
        text: actionGuestTask.offer,
      },
    writes && { href: `${view.path}/owner`, text: 'Change its owner or day' },
    writes && state === 'stopped' && { href: `${view.path}/resumption`, text: 'Take it up again' },
    ...(writes ? [...followingActs('action', action.id), connectAct('action', action.id)] : []),
  ]);
}

export const actionPages = [
  page({
    path: '/thread/actions',
    title: 'Actions',
    query: listActions,
    trail: () => [threadHome],
    csv: ({ rows }) => csvOf(rows),
    draw: ({ rows, filter, agencies }, view) =>
      html`<h1 class="govuk-heading-l">Actions</h1><p class="govuk-body">What agencies and people have taken on, those due first. An action is closed by a check that somebody other than its owner makes.</p>${listFilters(words, filter, view, rows.length, agencies)}${cutNote(rows.length)}${actionTable(rows, view, 'No action is here. Take a filter away, or record one.')}${acts(
        [view.can('thread.write') && { href: '/thread/actions/new', text: 'Record an action' }],
      )}`,
  }),
  page({
    path: '/thread/agencies/:id',
    title: ({ agency }: AgencyActions) => `Open actions of ${agency.name}`,
    query: listAgencyActions,
    trail: () => [threadHome, list],
    csv: ({ rows }) => csvOf(rows),
    draw: ({ agency, rows }, view) =>
      html`<h1 class="govuk-heading-l">Open actions of ${agency.name}</h1><p class="govuk-body">What ${agency.name} has taken on and nobody has yet checked. ${link(`/governance/agencies/${agency.id}`, 'About this agency')}</p><p class="govuk-body"><a class="govuk-link" href="${view.path}.csv" download>Download this list (CSV)</a></p>${cutNote(rows.length)}${actionTable(rows, view, 'This agency has no open action.')}`,
  }),
  form({
    ...followingForm,
    path: '/thread/actions/new',
    title: 'Record an action',
    command: addAction,
    button: 'Record action',
    next: ({ id }) => `/thread/actions/${id}`,
    done: 'Action recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/actions/:id',
    title: (a: Action) => shortText(a.text, 80),
    query: readAction,
    trail: () => [threadHome, list],
    draw: (a, view) =>
      html`<h1 class="govuk-heading-l">Action: ${shortText(a.text, 80)}</h1>${recordNotes(a.place.placement, view.today)}${summaryList(
        {
          rows: [
            { key: { text: 'Action' }, value: { text: a.text } },
            { key: { text: 'Where it stands' }, value: { html: stateTag(row(a), view.today) } },
            { key: { text: 'Owner' }, value: { html: owners(a) } },
            { key: { text: 'Due' }, value: { html: showDayOrNot(a.due_on) } },
            a.done_on !== null && { key: { text: 'Done' }, value: { html: showDayOrNot(a.done_on) } },
            a.done_note !== null && { key: { text: 'What was done' }, value: { text: a.done_note } },
            {
              key: { text: 'Source' },
              value: { html: orNotRecorded([a.source, a.locator].filter(Boolean).join(', ')) },
            },
          ],
        },
      )}${threadPicture(a.place, view.today)}${whatNext(a, view)}${whoMaySee(a.place.placement, view)}`,
  }),
  form({
    path: '/thread/actions/:id/report',
    title: 'How far the action has come',
    command: reportOnAction,
    before: readAction,
    values: (a) => ({
      state: a.state,
      done_on: a.done_on,
      done_note: a.done_note,
      seen_revision: a.revision,
    }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (a) => html`<p class="govuk-body">${a.text}</p>`,
    button: 'Save',
    next: ({ id }) => `/thread/actions/${id}`,
    done: 'Saved. Thank you',
    trail: () => [threadHome, list],
  }),
  form({
    path: '/thread/actions/:id/owner',
    title: 'Who owes the action, and by when',
    command: changeActionOwner,
    before: readAction,
    values: (a) => ({
      owner_agency_id: a.owner_agency_id,
      owner_person_id: a.owner_person_id,
      due_on: a.due_on,
      seen_revision: a.revision,
    }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (a) => html`<p class="govuk-body">${a.text}</p>`,
    button: 'Save',
    next: ({ id }) => `/thread/actions/${id}`,
    done: 'Owner and day saved',
    trail: () => [threadHome, list],
  }),
  form({
    path: '/thread/actions/:id/resumption',
    title: 'Take up an action again',
    command: resumeAction,
    before: readAction,
    values: (a) => ({ seen_revision: a.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (a) => html`<p class="govuk-body">${a.text}</p>`,
    button: 'Take it up again',
    next: ({ id }) => `/thread/actions/${id}`,
    done: 'The action is planned again',
    trail: () => [threadHome, list],
  }),
];

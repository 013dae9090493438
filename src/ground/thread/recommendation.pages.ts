// Recommendations on screen.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows, notRecorded, orNotRecorded, showDayOrNot } from '../drawing.ts';
import { connectAct, followingActs, followingForm, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import {
  addRecommendation,
  listRecommendations,
  moveRecommendation,
  readRecommendation,
  respondToRecommendation,
} from './recommendation.operations.ts';
import { shortText, wordsOfState } from './strand.ts';
import { recommendationMoves, recommendationStates, responses } from './thread.ts';

type Recommendation = Awaited<ReturnType<typeof readRecommendation.run>>;
const list = { text: 'Recommendations', href: '/thread/recommendations' };
const words = {
  label: 'Filter recommendations',
  stateLabel: 'Where it stands',
  states: recommendationStates,
  one: 'recommendation',
  many: 'recommendations',
};
const row = (r: { state: string; due_on: string | null }) => ({
  strand: 'recommendation' as const,
  state: r.state,
  due_on: r.due_on,
});
const responseWords = (response: string) => responses[response as keyof typeof responses] ?? response;
const earlier = (r: { id: string; gist: string; made_on: string | null }) =>
  html`${link(`/thread/recommendations/${r.id}`, shortText(r.gist))}${r.made_on && `, made ${showDay(r.made_on)}`}`;

function facts(r: Recommendation, view: View) {
  return summaryList({
    rows: [
      { key: { text: 'What is recommended' }, value: { text: r.gist } },
      { key: { text: 'Where it stands' }, value: { html: stateTag(row(r), view.today) } },
      { key: { text: 'Made by' }, value: { text: r.made_by } },
      { key: { text: 'Made' }, value: { html: showDayOrNot(r.made_on) } },
      {
        key: { text: 'Addressed to' },
        value: {
          html: r.to_body ? link(`/governance/bodies/${r.to_body.id}`, r.to_body.name) : notRecorded,
        },
      },
      { key: { text: 'Response' }, value: { text: responseWords(r.response) } },
      r.response_text !== null && {
        key: { text: 'What the partnership says' },
        value: { text: r.response_text },
      },
      r.response !== 'not-yet' && {
        key: { text: 'Responded' },
        value: { html: showDayOrNot(r.responded_on) },
      },
      { key: { text: 'Owner' }, value: { html: owner(r) } },
      { key: { text: 'Due' }, value: { html: showDayOrNot(r.due_on) } },
      {
        key: { text: 'Source' },
        value: { html: orNotRecorded([r.source, r.locator].filter(Boolean).join(', ')) },
      },
    ],
  });
}

function owner({ owner_agency, owner_person }: Recommendation) {
  if (owner_agency === null && owner_person === null) return notRecorded;
  return html`${owner_agency && link(`/governance/agencies/${owner_agency.id}`, owner_agency.name)} ${owner_person && link(`/governance/people/${owner_person.id}`, owner_person.name)}`;
}

function repetition(r: Recommendation) {
  return html`${
    r.repeats && insetText({ html: html`It says again what was recommended before: ${earlier(r.repeats)}.` })
  }${
    r.repeated_by.length > 0 &&
    insetText({
      html: html`It was said again later: ${r.repeated_by.map((later) => html`<div>${earlier(later)}</div>`)}`,
    })
  }`;
}

const mayMoveOn = (state: string) =>
  (recommendationMoves[state as keyof typeof recommendationMoves] ?? []).some(
    (to) => to !== 'accepted' && to !== 'not-accepted',
  );

export const recommendationPages = [
  page({
    path: '/thread/recommendations',
    title: 'Recommendations',
    query: listRecommendations,
    trail: () => [threadHome],
    csv: ({ rows }) => ({
      name: 'recommendations',
      columns: [
        'Recommendation',
        'Made by',
        'Made on',
        'Response',
        'Where it stands',
        'Owner',
        'Due',
        'Repeats an earlier one',
      ],
      ...exportable(rows, (r) => [
        r.gist,
        r.made_by,
        r.made_on,
        responseWords(r.response),
        wordsOfState(row(r)),
        r.agency,
        r.due_on,
        r.repeats_id ? 'Yes' : 'No',
      ]),
    }),
    draw: ({ rows, filter, agencies }, view) =>
      html`<h1 class="govuk-heading-l">Recommendations</h1><p class="govuk-body">What others asked of the partnership, and what it answered.</p>${listFilters(words, filter, view, rows.length, agencies)}${cutNote(rows.length)}${dataTable(
        {
          caption: 'Recommendations',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            {
              heading: 'Recommendation',
              isRowHeader: true,
              cell: (r) =>
                html`${link(`/thread/recommendations/${r.id}`, shortText(r.gist))}${r.repeats_id && ' (repeated)'}`,
            },
            { heading: 'Made by', cell: (r) => r.made_by },
            { heading: 'Made', cell: (r) => showDayOrNot(r.made_on) },
            { heading: 'Response', cell: (r) => responseWords(r.response) },
            { heading: 'Where it stands', cell: (r) => stateTag(row(r), view.today) },
            { heading: 'Owner', cell: (r) => orNotRecorded(r.agency) },
            { heading: 'Due', cell: (r) => showDayOrNot(r.due_on) },
          ],
          rows: rows.slice(0, mostRows),
          empty: 'No recommendation is here. Take a filter away, or record one.',
        },
      )}${acts([
        view.can('thread.write') && { href: '/thread/recommendations/new', text: 'Record a recommendation' },
      ])}`,
  }),
  form({
    ...followingForm,
    path: '/thread/recommendations/new',
    title: 'Record a recommendation',
    command: addRecommendation,
    button: 'Record recommendation',
    next: ({ id }) => `/thread/recommendations/${id}`,
    done: 'Recommendation recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/recommendations/:id',
    title: (r: Recommendation) => shortText(r.gist, 80),
    query: readRecommendation,
    trail: () => [threadHome, list],
    draw: (r, view) =>
      html`<h1 class="govuk-heading-l">Recommendation: ${shortText(r.gist, 80)}</h1>${recordNotes(r.place.placement, view.today)}${repetition(r)}${facts(r, view)}${threadPicture(r.place, view.today)}${
        view.can('thread.write') &&
        acts([
          { href: `${view.path}/response`, text: 'Record the partnership’s response' },
          mayMoveOn(r.state) && { href: `${view.path}/state`, text: 'Say how far it has come' },
          ...followingActs('recommendation', r.id),
          connectAct('recommendation', r.id),
        ])
      }${whoMaySee(r.place.placement, view)}`,
  }),
  form({
    path: '/thread/recommendations/:id/response',
    title: 'The partnership’s response',
    command: respondToRecommendation,
    before: readRecommendation,
    values: (r) => ({ ...r, seen_revision: r.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (r) => html`<p class="govuk-body">${r.gist}</p>`,
    button: 'Record response',
    next: ({ id }) => `/thread/recommendations/${id}`,
    done: 'Response recorded',
    trail: () => [threadHome, list],
  }),
  form({
    path: '/thread/recommendations/:id/state',
    title: 'How far the recommendation has come',
    command: moveRecommendation,
    before: readRecommendation,
    values: (r) => ({ state: r.state, seen_revision: r.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (r) => html`<p class="govuk-body">${r.gist}</p>`,
    button: 'Save',
    next: ({ id }) => `/thread/recommendations/${id}`,
    done: 'Saved',
    trail: () => [threadHome, list],
  }),
];

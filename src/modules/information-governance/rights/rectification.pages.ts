// Notes of rectification on screen: the list, one, and the forms that raise and decide them.
import { acts, link, notRecorded, showDay } from '../../../ground/drawing.ts';
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { raisedAs, rectificationStates } from './rectification.ts';
import { decideRectification, type rectificationOperations } from './rectification.operations.ts';
import { roomHome } from './subject-request.pages.ts';

type Operations = ReturnType<typeof rectificationOperations>;
const home = { text: 'Records said to be wrong', href: '/information-governance/rectifications' };
const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;
const colours: Record<string, string> = {
  open: 'govuk-tag--yellow',
  accepted: 'govuk-tag--green',
  kept: 'govuk-tag--grey',
};
const stateTag = (state: string) =>
  tag({ text: wordsOf(rectificationStates, state), classes: colours[state] ?? '' });
const recordLink = ({ path, title }: { path: string | null; title: string }) =>
  path === null ? title : link(path, title);

export function rectificationPages({
  listRectifications,
  readRectification,
  addRectification,
}: Operations): AnyPage[] {
  return [
    page({
      path: home.href,
      title: home.text,
      query: listRectifications,
      trail: () => [roomHome],
      draw: (rows, view) =>
        html`<h1 class="govuk-heading-l">${home.text}</h1><p class="govuk-body">A record is never rewritten: a note stands beside it, wherever it is read. Notes beside records that you may see are listed here.</p>${dataTable(
          {
            caption: home.text,
            captionClasses: 'govuk-visually-hidden',
            columns: [
              {
                heading: 'What is said to be wrong',
                isRowHeader: true,
                cell: (r) => link(`${home.href}/${r.id}`, r.disputed),
              },
              { heading: 'Record', cell: (r) => recordLink(r) },
              { heading: 'Said on', cell: (r) => showDay(r.raised_on) },
              { heading: 'How it stands', cell: (r) => stateTag(r.state) },
            ],
            rows,
            empty:
              'Nobody has said that a record is wrong. When somebody does, open the record and put a note beside it.',
          },
        )}${acts([view.can('information.rights') && { href: `${home.href}/new`, text: 'Record that a record is said to be wrong' }])}`,
    }),
    form({
      path: `${home.href}/new`,
      title: 'Record that a record is said to be wrong',
      command: addRectification,
      intro: () =>
        html`<p class="govuk-body">The record stays as it is. Your note is shown beside it from now on, to everybody who may read the record, also while it is looked into.</p>`,
      button: 'Put the note beside the record',
      next: ({ id }) => `${home.href}/${id}`,
      done: 'The note stands beside the record',
      trail: () => [roomHome, home],
    }),
    page({
      path: `${home.href}/:id`,
      title: 'A record said to be wrong',
      query: readRectification,
      input: ({ params }) => params,
      trail: () => [roomHome, home],
      draw: (one, view) =>
        html`<h1 class="govuk-heading-l">A record said to be wrong</h1><p class="govuk-body">${stateTag(one.state)}</p>${summaryList(
          {
            rows: [
              { key: { text: 'Record' }, value: { html: html`${recordLink(one)}` } },
              { key: { text: 'What is said to be wrong' }, value: { text: one.disputed } },
              {
                key: { text: 'Who says so' },
                value: {
                  text: `${one.raised_by} (${wordsOf(raisedAs, one.capacity).toLowerCase()}), ${showDay(one.raised_on)}`,
                },
              },
              { key: { text: 'The note beside the record' }, value: { text: one.note } },
              one.decided_on !== null && {
                key: { text: 'Decided' },
                value: {
                  html: html`${showDay(one.decided_on)}, ${one.decided_by ?? notRecorded}: ${one.reason}`,
                },
              },
            ],
          },
        )}${acts([view.can('information.rights') && one.state === 'open' && { href: `${view.path}/decision`, text: 'Decide' }])}`,
    }),
    form({
      path: `${home.href}/:id/decision`,
      title: 'Was the record wrong?',
      command: decideRectification,
      before: readRectification,
      values: (one) => ({ note: one.note, seen_revision: one.revision }),
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: (one) =>
        html`<p class="govuk-body">${one.disputed}</p><p class="govuk-body">Either way the record is not changed and the note stays. The person is told what you decided, why, and that they can complain to the Information Commissioner.</p>`,
      button: 'Record the decision',
      next: ({ id }) => `${home.href}/${id}`,
      done: 'Decision recorded',
      trail: () => [roomHome, home],
    }),
  ];
}

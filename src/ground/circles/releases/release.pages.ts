// Asking an originator, its answer, and the requests in one's circles, on screen.
import { releaseActs } from '../../../kernel/access/release.ts';
import { html } from '../../../kernel/pages/html.ts';
import { form, page } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { acts, link, orNotRecorded, showDay } from '../../drawing.ts';
import type { Kinds } from '../kinds.ts';
import { refParts } from '../../../kernel/evidence/evidence.ts';
import { standingOf } from './release.ts';
import {
  answerRelease,
  type asking,
  listReleases,
  readRelease,
  type ReleaseRow,
} from './release.operations.ts';

const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Asked of originators', href: '/circles/releases' };

type Release = Awaited<ReturnType<typeof readRelease.run>>;

export function releasePages(kinds: Kinds, { beforeAsking, askRelease }: ReturnType<typeof asking>) {
  const recordLink = ({ ref }: Pick<ReleaseRow, 'ref'>) => {
    const { concept, id } = refParts(ref);
    const kind = kinds.get(concept);
    return kind === undefined ? html`${ref}` : link(kind.path(id), `The ${kind.word}`);
  };
  return [
    page({
      path: '/circles/releases',
      title: list.text,
      query: listReleases,
      trail: () => [partnership],
      draw: ({ rows, ref }, view) =>
        html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">What an agency gave stays in its circle. Before it is moved out, downloaded or quoted outside, that agency is asked here. You see the requests in your own circles.</p>${dataTable<ReleaseRow>(
          {
            caption: 'Requests, the latest first',
            captionClasses: 'govuk-visually-hidden',
            columns: [
              {
                heading: 'Request',
                isRowHeader: true,
                cell: (r) => link(`/circles/releases/${r.id}`, releaseActs[r.act]),
              },
              { heading: 'Record', cell: recordLink },
              { heading: 'Circle', cell: (r) => r.circle },
              { heading: 'Asked', cell: (r) => `${showDay(r.asked_on)}, ${r.asked_by}` },
              { heading: 'Where it stands', cell: (r) => standingOf(r, view.today, showDay) },
            ],
            rows,
            empty:
              ref === null
                ? 'Nothing was asked yet. You are offered the form when you do something that needs it.'
                : 'Nothing was asked about this record yet.',
          },
        )}${acts([
          ref !== null && {
            href: `/circles/releases/new?${new URLSearchParams({ ref }).toString()}`,
            text: 'Ask the agency that gave this record',
          },
          ref !== null && { href: list.href, text: 'Everything that was asked in your circles' },
        ])}`,
    }),
    form({
      path: '/circles/releases/new',
      title: ({ circle }: Awaited<ReturnType<typeof beforeAsking.run>>) => `Ask ${circle.originator}`,
      command: askRelease,
      before: beforeAsking,
      beforeInput: ({ search }) => ({ ref: search['ref'] }),
      fixed: ({ search }) => ({ ref: search['ref'] }),
      values: (_before, { search }) => ({ act: search['act'] }),
      intro: ({ word, path, circle }) =>
        html`<p class="govuk-body">${circle.originator} keeps control of this ${word} in the circle “${circle.name}”. Their people in the circle are told by a letter that does not say what it is about, and answer here. ${link(path, `Back to the ${word}`)}</p>${circle.handling && html`<p class="govuk-body">Handling conditions: ${circle.handling}</p>`}`,
      button: 'Ask',
      next: ({ id }) => `/circles/releases/${id}`,
      done: 'Asked. You will see the answer on your home page',
      trail: () => [partnership, list],
    }),
    page({
      path: '/circles/releases/:id',
      title: (r: Release) => releaseActs[r.act],
      query: readRelease,
      trail: () => [partnership, list],
      draw: (r, view) =>
        html`<h1 class="govuk-heading-l">${releaseActs[r.act]}</h1>${summaryList({
          rows: [
            { key: { text: 'Record' }, value: { html: recordLink(r) } },
            { key: { text: 'Circle' }, value: { text: r.circle } },
            { key: { text: 'Asked by' }, value: { text: `${r.asked_by} on ${showDay(r.asked_on)}` } },
            { key: { text: 'Why' }, value: { text: r.reason } },
            { key: { text: 'Where it stands' }, value: { text: standingOf(r, view.today, showDay) } },
            r.answered_on !== null && {
              key: { text: 'Answered by' },
              value: { text: `${r.answered_by ?? ''} on ${showDay(r.answered_on)}` },
            },
            r.answer !== null && {
              key: { text: 'Reason or conditions' },
              value: { html: orNotRecorded(r.note) },
            },
          ],
        })}${acts([r.may_answer && { href: `${view.path}/answer`, text: 'Answer for your agency' }])}`,
    }),
    form({
      path: '/circles/releases/:id/answer',
      title: 'Answer for your agency',
      command: answerRelease,
      before: readRelease,
      beforeInput: ({ params }) => params,
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: (r) =>
        html`<p class="govuk-body">${r.asked_by} asks: ${releaseActs[r.act].toLowerCase()}. ${recordLink(r)}</p><p class="govuk-body">Why: ${r.reason}</p>`,
      button: 'Send the answer',
      next: ({ id }) => `/circles/releases/${id}`,
      done: 'Answered',
      trail: () => [partnership, list],
    }),
  ];
}

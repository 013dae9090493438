// The page "Work that did not happen".
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showInstant } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { html } from '../pages/html.ts';
import { type AnyPage, form, page, type View } from '../pages/page.ts';
import { type FailedWork, listFailedWork, retryJob } from './failed-work.operations.ts';

const home = { text: 'Work that did not happen', href: '/audit/failed-work' };
const trail = [{ text: 'Who did and saw what', href: '/audit' }];
type Listed = Awaited<ReturnType<typeof listFailedWork.run>>;

/** `report.render-files` as people read it: "Report: render files". */
function workWords(kind: string): string {
  const [room = '', act = ''] = kind.split('.');
  const words = `${room}: ${act}`.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const failedWorkPages: AnyPage[] = [
  page({
    path: home.href,
    title: home.text,
    query: listFailedWork,
    input: () => ({}),
    trail: () => trail,
    draw: ({ work, letters_not_sent }: Listed, view: View) =>
      html`<h1 class="govuk-heading-l">${home.text}</h1><p class="govuk-body">After many acts something follows by itself: files are made, bytes leave the store, letters are sent. What failed five times stands here until somebody tries it again.</p>${
        letters_not_sent > 0 &&
        insetText({
          text: `${letters_not_sent === 1 ? 'One letter was' : `${letters_not_sent} letters were`} not sent, because no mail server is set, or this is a demonstration. They are not listed: home pages carry the same news. The person who runs Golden Thread for you can set a mail server.`,
        })
      }${dataTable<FailedWork>({
        caption: home.text,
        captionClasses: 'govuk-visually-hidden',
        rows: work,
        columns: [
          { heading: 'Work', isRowHeader: true, cell: ({ kind }) => workWords(kind) },
          { heading: 'Asked for', cell: ({ asked_at }) => showInstant(asked_at, 'Europe/London') },
          { heading: 'What went wrong', cell: ({ problem }) => problem },
          {
            heading: 'Next step',
            cell: ({ id }) =>
              view.can('access.manage')
                ? view.sendButton({
                    path: `${home.href}/${id}/again`,
                    values: {},
                    text: 'Try again',
                    secondary: true,
                  })
                : 'Ask the business manager to try it again.',
          },
        ],
        empty: 'Everything that followed by itself was done.',
      })}`,
    csv: ({ work }: Listed) => ({
      name: 'work-that-did-not-happen',
      columns: ['Work', 'Asked for (UTC)', 'Attempts', 'What went wrong'],
      rows: work.map(({ kind, asked_at, attempts, problem }) => [kind, asked_at, attempts, problem]),
    }),
  }),
  form({
    path: `${home.href}/:id/again`,
    title: 'Try it again',
    command: retryJob,
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Try again',
    next: () => home.href,
    done: 'It is tried again within a few seconds. If it fails five times more, it will stand here again.',
    trail: () => [...trail, home],
  }),
];

// One copy on screen: in the joint body what was sent and what became of it, in the home what came, from whom, what changed
// since the version before, and what to do about it.
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../kernel/pages/page.ts';
import { acts, link, showDay } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { evidenceView } from '../../surfaces/web/components/evidence.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { type Copy, shareable } from './joint-body.ts';
import { copyTag, jointBodies, sharingTag } from './joint-bodies.pages.ts';
import { decline, noteWithdrawal, readReceived, takeIn } from './received.operations.ts';
import { readShared, share, type Shared, withdrawShared } from './sharing.operations.ts';

type ReadCopy = Awaited<ReturnType<typeof readReceived.run>>;

const sentPath = (id: string) => `/joint-bodies/copies/${id}`;
const receivedPath = (id: string) => `/joint-bodies/received/${id}`;
const ofId = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });
const sentTrail = (shared: Shared) => [jointBodies, { text: shared.copy.title, href: sentPath(shared.id) }];
const receivedTrail = (copy: ReadCopy) => [
  jointBodies,
  { text: copy.copy.title, href: receivedPath(copy.id) },
];

/** Its origin is words and leads nowhere: nothing of the other partnership can be opened. */
function words({ title, content, source_title, locator, period, as_of, geography }: Copy): Html {
  const standing = { title, path: '', source_title, locator, period, as_of, geography };
  return html`<section aria-labelledby="says"><h2 class="govuk-heading-m" id="says">What it says</h2>${evidenceView(content, standing)}</section>`;
}

const row = (text: string, value: Html | string) => ({
  key: { text },
  value: typeof value === 'string' ? { text: value } : { html: value },
});

const sentPage = page({
  path: '/joint-bodies/copies/:id',
  title: (shared: Shared) => shared.copy.title,
  query: readShared,
  trail: () => [jointBodies],
  draw: (shared, view) =>
    html`<h1 class="govuk-heading-l">${shared.copy.title}</h1>${summaryList({
      rows: [
        row('Sent to', shared.home),
        row('How it stands', sharingTag(shared)),
        ...(shared.refusal === null ? [] : [row('Why it was not taken', shared.refusal)]),
        row('Sent by', `${shared.shared_by} (${shared.shared_by_role}), ${showDay(shared.shared_on)}`),
        row('Kind', `${shareable[shared.copy.concept].word}, version ${shared.record_revision}`),
        ...(shared.reason === null ? [] : [row('Why they need it', shared.reason)]),
        ...(shared.home_circle === null ? [] : [row('Circle that receives it', shared.home_circle)]),
        ...(shared.withdrawn_on === null
          ? []
          : [row('Withdrawn', `${showDay(shared.withdrawn_on)}: ${shared.withdrawn_reason ?? ''}`)]),
      ],
    })}${shared.state === 'refused' && insetText({ text: 'When they have agreed to it, send it again.' })}${words(shared.copy)}${acts(
      [
        shared.state === 'refused' && {
          href: `/joint-bodies/copies/new?ref=${encodeURIComponent(shared.ref)}`,
          text: 'Send it again',
        },
        shared.state !== 'refused' &&
          shared.withdrawn_on === null &&
          view.can('joint.share') && { href: `${sentPath(shared.id)}/withdrawal`, text: 'Withdraw it' },
      ],
    )}`,
});

function changes({ changes: list, before }: ReadCopy): Html {
  if (before === null) return html``;
  return html`<p class="govuk-body">A version of it came before, on ${showDay(before.received_on)}: ${link(receivedPath(before.id), 'see what it said then')}.</p>${dataTable(
    {
      id: 'changes',
      caption: 'What changed since',
      columns: [
        { heading: 'What', isRowHeader: true, cell: (change) => change.what },
        { heading: 'Before', cell: (change) => change.before },
        { heading: 'Now', cell: (change) => change.now },
      ],
      rows: list,
      empty: 'The words are the same; something else of the record changed there.',
    },
  )}`;
}

function withdrawn(copy: ReadCopy, view: View): Html {
  if (copy.withdrawn_on === null) return html``;
  const notice = insetText({
    text: `${copy.origin_name} withdrew this on ${showDay(copy.withdrawn_on)}: ${copy.withdrawn_reason ?? ''}`,
  });
  if (copy.withdrawal_noted_on !== null) return notice;
  return html`${notice}<p class="govuk-body">${copy.taken === null ? 'Say that you have seen it, and it leaves your home page.' : 'Look whether what you took in still holds, then say that you have seen it.'}</p>${view.sendButton(
    {
      path: `${receivedPath(copy.id)}/withdrawal`,
      values: { seen_revision: String(copy.revision) },
      text: 'We have seen it',
    },
  )}`;
}

const receivedPage = page({
  path: '/joint-bodies/received/:id',
  title: (copy: ReadCopy) => copy.copy.title,
  query: readReceived,
  trail: () => [jointBodies],
  draw: (copy, view) =>
    html`<h1 class="govuk-heading-l">${copy.copy.title}</h1>${withdrawn(copy, view)}${summaryList({
      rows: [
        row('How it stands', copyTag(copy)),
        row('From', copy.origin_name),
        row('Sent by', `${copy.sent_by} (${copy.sent_by_role}), ${showDay(copy.sent_on)}`),
        row(
          'Their record',
          html`${shareable[copy.copy.concept].word}, version ${copy.origin_revision}<br><code class="gt-hash">${copy.origin_ref}</code>`,
        ),
        row('Who may see it here', copy.circle === null ? 'Everybody here' : `The circle “${copy.circle}”`),
        ...(copy.taken === null ? [] : [row('Taken in as', link(copy.taken.path, copy.taken.title))]),
        ...(copy.declined_reason === null ? [] : [row('Why it was declined', copy.declined_reason)]),
        ...(copy.handled_by === null
          ? []
          : [row('Dealt with by', `${copy.handled_by}, ${showDay(copy.handled_on ?? '')}`)]),
      ],
    })}${words(copy.copy)}${changes(copy)}${
      copy.state === 'waiting' &&
      copy.withdrawn_on === null &&
      html`<h2 class="govuk-heading-m">What to do</h2><p class="govuk-body">It is a copy: it changes nothing here until you take it in.</p>${acts(
        [
          { href: `${receivedPath(copy.id)}/taking-in`, text: 'Take it in as a finding or recommendation' },
          { href: `${receivedPath(copy.id)}/declining`, text: 'Decline it' },
        ],
      )}`
    }`,
});

export const copyPages: AnyPage[] = [
  form({
    path: '/joint-bodies/copies/new',
    title: 'Send a copy to a home partnership',
    command: share,
    intro: () =>
      html`<p class="govuk-body">The copy says what the record says now. When the record changes, send it again: the home partnership then sees what changed.</p>`,
    button: 'Send the copy',
    next: ({ id }) => sentPath(id),
    done: 'The copy is on its way',
    trail: () => [jointBodies],
  }),
  sentPage,
  form({
    path: '/joint-bodies/copies/:id/withdrawal',
    title: (shared: Shared) => `Withdraw “${shared.copy.title}” from ${shared.home}`,
    command: withdrawShared,
    before: readShared,
    fixed: ofId,
    values: ({ revision }) => ({ seen_revision: revision }),
    button: 'Withdraw it',
    warning: true,
    next: ({ id }) => sentPath(id),
    done: 'They are told that it is withdrawn',
    trail: sentTrail,
  }),
  receivedPage,
  form({
    path: '/joint-bodies/received/:id/taking-in',
    title: (copy: ReadCopy) => `Take in “${copy.copy.title}”`,
    command: takeIn,
    before: readReceived,
    fixed: ofId,
    values: ({ revision }) => ({ seen_revision: revision, as: 'finding' }),
    intro: (copy) =>
      html`<p class="govuk-body">It becomes a record of your own, in the words that came, with ${copy.origin_name} as its source. What follows from it is yours to decide.</p>`,
    button: 'Take it in',
    next: ({ id }) => receivedPath(id),
    done: 'Taken in',
    trail: receivedTrail,
  }),
  form({
    path: '/joint-bodies/received/:id/declining',
    title: (copy: ReadCopy) => `Decline “${copy.copy.title}”`,
    command: decline,
    before: readReceived,
    fixed: ofId,
    values: ({ revision }) => ({ seen_revision: revision }),
    button: 'Decline it',
    next: ({ id }) => receivedPath(id),
    done: 'Declined',
    trail: receivedTrail,
  }),
  form({
    path: '/joint-bodies/received/:id/withdrawal',
    title: (copy: ReadCopy) => `“${copy.copy.title}” was withdrawn`,
    command: noteWithdrawal,
    before: readReceived,
    fixed: ofId,
    values: ({ revision }) => ({ seen_revision: revision }),
    button: 'We have seen it',
    next: ({ id }) => receivedPath(id),
    done: 'Noted',
    trail: receivedTrail,
  }),
];

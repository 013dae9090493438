// The page of one draft, and the forms on it: accept as it stands or changed, drop, put back.
import { acts, link, showDay } from '../../../ground/drawing.ts';
import type { DraftKind } from '../../../kernel/adopting/draft.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../../kernel/pages/page.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { draftStates } from './adoption.ts';
import { trailTo } from './adoption.pages.ts';
import type { Accepted, Deciding, OpenedDraft } from './draft.operations.ts';
import { dropDraft, takeBackDraft } from './dropping.operations.ts';
import { drawWords, headingOf } from './draft.view.ts';

const ofId = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });

export function draftPages(deciding: Deciding): AnyPage[] {
  const { readDraft, acceptDraft } = deciding;
  return [
    page({
      path: '/check/drafts/:id',
      title: headingOf,
      query: readDraft,
      input: ofId,
      trail: ({ adoption }) => trailTo(adoption.id),
      draw: drawDraft,
    }),
    ...[...acceptDraft.keys()].map((kind) => acceptForm(deciding, kind)),
    form<OpenedDraft, Awaited<ReturnType<typeof dropDraft.run>>>({
      path: '/check/drafts/:id/removal',
      title: ({ draft }) => `Drop “${draft.title}”`,
      command: dropDraft,
      before: readDraft,
      beforeInput: ofId,
      fixed: ofId,
      values: ({ draft }) => ({ seen_revision: draft.revision }),
      intro: (opened) => drawWords(opened),
      button: 'Drop it',
      warning: true,
      next: ({ next }) => next,
      done: 'Dropped, with your reason. It can be put back.',
      trail: ({ adoption }) => trailTo(adoption.id),
    }),
    form<OpenedDraft, { id: string }>({
      path: '/check/drafts/:id/return',
      title: ({ draft }) => `Put “${draft.title}” back into the queue`,
      command: takeBackDraft,
      before: readDraft,
      beforeInput: ofId,
      fixed: ofId,
      values: ({ draft }) => ({ seen_revision: draft.revision }),
      button: 'Put it back',
      next: ({ id }) => `/check/drafts/${id}`,
      done: 'It waits again.',
      trail: ({ adoption }) => trailTo(adoption.id),
    }),
  ];
}

function acceptForm({ acceptDraft, readWaiting }: Deciding, kind: DraftKind): AnyPage {
  const command = acceptDraft.get(kind);
  if (command === undefined) throw new Error(`No command accepts a ${kind}.`);
  return form<OpenedDraft, Accepted>({
    path: `/check/drafts/:id/${kind}`,
    title: headingOf,
    command,
    before: readWaiting(kind),
    beforeInput: ofId,
    fixed: ofId,
    values: ({ draft, told }) => ({ ...told, seen_revision: draft.revision }),
    intro: (opened) =>
      html`${drawWords(opened)}<p class="govuk-body">Below is what the document tells. Change what is wrong, fill in what only you know, and leave empty what nobody said. ${link(`/check/drafts/${opened.draft.id}/removal`, 'Drop it instead')}.</p>`,
    button: 'Accept it into the register',
    next: ({ next }) => next,
    done: 'Accepted into the register.',
    trail: ({ adoption }) => trailTo(adoption.id),
  });
}

function drawDraft(opened: OpenedDraft, view: View): Html {
  const { draft } = opened;
  const { id, kind, state, mine, record_path, decided_by, decided_on, dropped_reason } = draft;
  const { text, colour } = draftStates[state];
  return html`<h1 class="govuk-heading-l">${headingOf(opened)}</h1>
<p class="govuk-body">${tag({ text, classes: `govuk-tag--${colour}` })} ${decided_on !== null && `${decided_by ?? 'Somebody'}, ${showDay(decided_on)}.`} ${dropped_reason}</p>
${drawWords(opened)}
${state === 'waiting' && !mine && html`<p class="govuk-body">It waits for somebody who can add such records. You can drop it.</p>`}
${acts([
  record_path !== null && { href: record_path, text: 'See the record it became' },
  state === 'waiting' &&
    mine && { href: `/check/drafts/${id}/${kind}`, text: 'Accept it, as it stands or changed' },
  state === 'waiting' && { href: `/check/drafts/${id}/removal`, text: 'Drop it' },
  state === 'dropped' &&
    view.can('evidence.write') && { href: `/check/drafts/${id}/return`, text: 'Put it back into the queue' },
])}`;
}

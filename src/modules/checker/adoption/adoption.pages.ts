// Adopting a report on screen: the file, the list of what was adopted, and the queue of drafts of each.
import { acts, cutNote, link, mostRows } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form, page, type View } from '../../../kernel/pages/page.ts';
import { button } from '../../../surfaces/web/components/button.ts';
import { checkboxes } from '../../../surfaces/web/components/checkboxes.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay, showPeriod } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { select } from '../../../surfaces/web/components/select.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { topics } from '../../../kernel/evidence/topics.ts';
import { placeWords } from '../check.ts';
import { draftStates, mostAtOnce } from './adoption.ts';
import { adoptDocument, type Counts, listAdoptions, readAdoptedFile } from './adoption.operations.ts';
import type { Deciding, Queue, QueuedDraft } from './draft.operations.ts';
import { closeAdoption } from './dropping.operations.ts';
import { waitsFor } from './draft.view.ts';

const listPath = '/check/adoptions';
export const queuePath = (id: string) => `${listPath}/${id}`;
const checkTrail = { text: 'Check a report', href: '/check' };
export const listTrail = [checkTrail, { text: 'Adopted reports', href: listPath }];

export function adoptionPages({ readAdoption, acceptDrafts }: Deciding): AnyPage[] {
  return [
    form({
      path: '/check/adopt',
      title: 'Adopt a report',
      command: adoptDocument,
      intro: () =>
        html`<p class="govuk-body-l">Choose a report that is published. What it says is read into drafts for your register: priorities, bodies, figures, tables, statements, quotations, case studies and next steps, each with its page and line.</p>${insetText(
          {
            text: 'Nothing enters the register unseen. You look at each draft and accept it, change it or drop it.',
          },
        )}`,
      button: 'Read it into drafts',
      next: ({ path }: Awaited<ReturnType<typeof adoptDocument.run>>) => path,
      done: 'The report was read. Nothing is in the register yet: look at the drafts.',
      trail: () => listTrail,
    }),
    page({
      path: listPath,
      title: 'Adopted reports',
      query: listAdoptions,
      input: () => ({}),
      trail: () => [checkTrail],
      draw: (rows) =>
        html`<h1 class="govuk-heading-l">Adopted reports</h1><p class="govuk-body">Published reports that were read into drafts for the register.</p>${acts([{ href: '/check/adopt', text: 'Adopt a report' }])}${dataTable(
          {
            caption: 'Adopted reports',
            captionClasses: 'govuk-visually-hidden',
            rows,
            columns: [
              { heading: 'Report', isRowHeader: true, cell: (row) => link(queuePath(row.id), row.title) },
              { heading: 'Adopted', cell: (row) => html`${showDay(row.adopted_on)}<br>${row.adopted_by}` },
              { heading: 'Drafts', format: 'numeric', cell: (row) => row.drafts },
              { heading: 'Waiting', format: 'numeric', cell: (row) => row.waiting },
            ],
            empty:
              'No report was adopted yet. Adopt one that is published, and the register begins with what it says.',
          },
        )}`,
      csv: (rows) => ({
        name: 'adopted-reports',
        columns: ['Report', 'File', 'Adopted on', 'Adopted by', 'Drafts', 'Waiting', 'Closed on'],
        rows: rows.map((row) => [
          row.title,
          row.name,
          row.adopted_on,
          row.adopted_by,
          row.drafts,
          row.waiting,
          row.closed_on,
        ]),
      }),
    }),
    page({
      path: `${listPath}/:id`,
      title: ({ adoption }: Queue) => `Drafts out of “${adoption.title}”`,
      query: readAdoption,
      trail: () => listTrail,
      draw: drawQueue,
      csv: ({ all }: Queue) => ({
        name: 'drafts',
        columns: [
          'Kind',
          'Title',
          'State',
          'Page',
          'Line',
          'Section',
          'Quote',
          'Became',
          'Decided by',
          'Decided on',
          'Why dropped',
        ],
        rows: all.map((draft) => [
          draft.kind,
          draft.title,
          draftStates[draft.state].text,
          draft.page,
          draft.line,
          draft.where_label,
          draft.quote,
          draft.record_ref,
          draft.decided_by,
          draft.decided_on,
          draft.dropped_reason,
        ]),
      }),
    }),
    form({
      path: `${listPath}/:id/acceptance`,
      title: 'Accept several drafts',
      command: acceptDrafts,
      fixed: ({ params }) => ({ adoption_id: params['id'] }),
      button: 'Accept these',
      next: ({ adoption_id }: { adoption_id: string }) => queuePath(adoption_id),
      done: 'Accepted. What still needs an answer stays in the queue.',
      trail: (_before, { params }) => trailTo(params['id'] ?? ''),
    }),
    form({
      path: `${listPath}/:id/closure`,
      title: 'Drop everything that still waits',
      command: closeAdoption,
      fixed: ({ params }) => ({ adoption_id: params['id'] }),
      intro: () =>
        html`<p class="govuk-body">What was accepted stays in the register. What still waits is dropped, and can be put back one by one.</p>`,
      button: 'Drop the rest',
      warning: true,
      next: ({ adoption_id }: Awaited<ReturnType<typeof closeAdoption.run>>) => queuePath(adoption_id),
      done: 'The rest was dropped, with your reason.',
      trail: (_before, { params }) => trailTo(params['id'] ?? ''),
    }),
    download({
      path: `${listPath}/:id/files/:file_id`,
      query: readAdoptedFile,
      input: ({ params }) => params,
      give: (given: Awaited<ReturnType<typeof readAdoptedFile.run>>) => given,
    }),
  ];
}

export const trailTo = (id: string) => [...listTrail, { text: 'Drafts', href: queuePath(id) }];

function drawQueue(queue: Queue, view: View): Html {
  const { adoption, counts, kinds, missing, files } = queue;
  const next = queue.drafts.find(({ state, mine }) => state === 'waiting' && mine);
  return html`<h1 class="govuk-heading-l">Drafts out of “${adoption.title}”</h1>
<p class="govuk-body-l">${progressWords(counts)}</p>
<p class="govuk-body">Read from ${adoption.name} on ${showDay(adoption.adopted_on)} by ${adoption.adopted_by}. ${adoption.period_from_on ? `It reports on ${showPeriod(adoption.period_from_on, adoption.period_to_on)}.` : 'It does not say which period it reports on.'} ${files.map(({ id, name }) => html`The file was kept: ${link(`${queuePath(adoption.id)}/files/${id}`, name)}. `)}</p>
${adoption.left_out > 0 && insetText({ text: `The document holds more than can be looked through at once: ${adoption.left_out.toLocaleString('en-GB')} further drafts were left out. Adopt its chapters one by one to have them too.` })}
${missing.map(({ text, href }) => insetText({ html: html`${text}. ${link(href, 'Add it first')}.` }))}
${next && html`<p class="govuk-body"><a class="govuk-button govuk-!-margin-bottom-2" href="/check/drafts/${next.id}/${next.kind}" role="button" draggable="false">Look at the next one</a></p>`}
<nav class="gt-document__ways" aria-label="Kinds of draft"><ul class="govuk-list">${kinds.map((one) => kindLink(queue, one))}</ul></nav>
${drawKind(queue, view)}
<h2 class="govuk-heading-m">What else</h2>${acts([
    { href: `${queuePath(adoption.id)}.csv`, text: 'Download all drafts (CSV)' },
    counts.waiting > 0 && {
      href: `${queuePath(adoption.id)}/closure`,
      text: 'Drop everything that still waits',
    },
  ])}`;
}

function progressWords({ waiting, accepted, changed, dropped }: Counts): string {
  const all = waiting + accepted + changed + dropped;
  const done = all - waiting;
  if (waiting === 0)
    return `All ${all} drafts are decided: ${accepted + changed} accepted, ${dropped} dropped.`;
  return `${done} of ${all} drafts decided: ${accepted + changed} accepted (${changed} with changes), ${dropped} dropped, ${waiting} waiting.`;
}

function kindLink({ adoption, kind, state }: Queue, one: Queue['kinds'][number]): Html {
  const { waiting, accepted, changed, dropped } = one.counts;
  const href = `${queuePath(adoption.id)}?kind=${one.kind}&state=${state}`;
  const counts = `${waiting} waiting of ${waiting + accepted + changed + dropped}`;
  return one.kind === kind
    ? html`<li><strong aria-current="page">${one.label}</strong> (${counts})</li>`
    : html`<li>${link(href, one.label)} (${counts})</li>`;
}

const statesShown = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  changed: 'Accepted with changes',
  dropped: 'Dropped',
  all: 'All',
};

function drawKind(queue: Queue, view: View): Html {
  const { adoption, kind, state, drafts, kinds } = queue;
  const label = kinds.find((one) => one.kind === kind)?.label ?? 'Drafts';
  const shown = drafts.slice(0, mostRows);
  const tickable = shown.filter(isTickable);
  const bySection = Map.groupBy(shown, ({ where_label }) => where_label);
  const list = html`${[...bySection].map(
    ([where, of]) =>
      html`<section><h3 class="govuk-heading-s">${where}</h3>${of.map((draft) => entry(draft))}</section>`,
  )}`;
  return html`<h2 class="govuk-heading-m" id="drafts">${label}</h2>
<p class="govuk-body">Show: ${Object.entries(statesShown).map(([name, text], at) => html`${at > 0 && ' · '}${name === state ? html`<strong>${text}</strong>` : link(`${queuePath(adoption.id)}?kind=${kind}&state=${name}#drafts`, text)}`)}</p>
${cutNote(drafts.length)}${drafts.length === 0 && html`<p class="govuk-body gt-empty">None of these.</p>`}
${tickable.length === 0 ? list : html`<form method="post" action="${queuePath(adoption.id)}/acceptance" novalidate>${view.token}${list}${tickForm(tickable)}</form>`}`;
}

function isTickable({ state, mine, readiness }: QueuedDraft): boolean {
  return state === 'waiting' && mine && readiness !== 'answer';
}

function tickForm(tickable: readonly QueuedDraft[]): Html {
  const lacking = tickable.filter(({ readiness }) => readiness === 'place').length;
  return html`<div class="govuk-!-margin-top-6">${
    lacking > 0 &&
    select({
      id: 'topic',
      name: 'topic',
      label: { text: 'Place in the yearly report for those whose place could not be told' },
      hint: { text: 'Only for ticked drafts that say “place not told”' },
      items: [
        { value: '', text: 'Leave those in the queue' },
        ...Object.entries(topics).map(([value, text]) => ({ value, text })),
      ],
    })
  }${button({ text: 'Accept what is ticked', preventDoubleClick: true })}<p class="govuk-body">At most ${mostAtOnce} at once. Tick only what needs no change.</p></div>`;
}

/** One draft in the list, with its exact words. What waits says only what stands in its way. */
function entry(draft: QueuedDraft): Html {
  const { id, kind, title, quote, state, mine, record_path, dropped_reason, readiness } = draft;
  const waiting = state === 'waiting';
  const facts = [
    !waiting && tag({ text: draftStates[state].text, classes: `govuk-tag--${draftStates[state].colour}` }),
    placeWords(draft),
    waiting && readiness === 'place' && 'place not told',
    waiting && waitsFor(draft),
    dropped_reason,
    record_path !== null && link(record_path, 'The record it became'),
  ].filter((fact) => fact !== false && fact !== null);
  const href = waiting && mine ? `/check/drafts/${id}/${kind}` : `/check/drafts/${id}`;
  const say = waiting && mine ? 'Look at it, change it or drop it' : 'Look at it';
  return html`<div class="govuk-!-margin-bottom-6">${
    isTickable(draft)
      ? checkboxes({
          name: 'drafts',
          idPrefix: `draft-${id}`,
          classes: 'govuk-checkboxes--small',
          formGroup: { classes: 'govuk-!-margin-bottom-0' },
          items: [{ value: id, text: title }],
        })
      : html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>`
  }${quote !== title && html`<blockquote class="gt-finding__quote govuk-body-s">${shortened(quote)}</blockquote>`}<p class="govuk-body-s govuk-!-margin-bottom-1">${facts.map((fact) => html`${fact} · `)}<a class="govuk-link" href="${href}">${say}<span class="govuk-visually-hidden">: ${title}</span></a></p></div>`;
}

function shortened(text: string): string {
  return text.length <= 360 ? text : `${text.slice(0, 359).trimEnd()}…`;
}

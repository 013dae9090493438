// Disposals on screen: the list, the second person's agreement, the certificate. Each page says the next step.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, download, form, page, type View } from '../../kernel/pages/page.ts';
import { type disposalCommands, listDisposals, type readDisposalAmong } from './disposal.operations.ts';
import { disposalStates, mostOnList } from './disposal.ts';
import { buttonLink, byOn, home, link, recordLink } from './drawing.ts';
import { exportDisposals } from './restored.operations.ts';

type ReadDisposal = ReturnType<typeof readDisposalAmong>;
type Disposal = Awaited<ReturnType<ReadDisposal['run']>>;
type Disposals = Awaited<ReturnType<typeof listDisposals.run>>;

const list = { text: 'Disposals', href: '/information-governance/disposals' };
const backups =
  'Backups made before a disposal still hold what was disposed of, until they are overwritten. Keep the list of disposals beside your backups: after an older one is restored, the operator disposes of these records again with “golden-thread information reapply-disposals”.';

export function disposalPages(
  { propose, agree, carryOut, cancel }: ReturnType<typeof disposalCommands>,
  readDisposal: ReadDisposal,
): AnyPage[] {
  const actOn = (
    path: string,
    command: typeof agree,
    words: { title: string; button: string; done: string; intro: string },
  ) =>
    form<Disposal, { id: string }>({
      path: `${list.href}/:id/${path}`,
      title: words.title,
      command,
      before: readDisposal,
      beforeInput: ({ params }) => ({ id: params['id'] }),
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: (disposal) =>
        html`<p class="govuk-body">${words.intro}</p><p class="govuk-body">${disposal.declaration}: ${disposal.list.length === 1 ? '1 record' : `${disposal.list.length} records`}, kept for ${disposal.rule}.</p>`,
      button: words.button,
      warning: true,
      next: ({ id }) => `${list.href}/${id}`,
      done: words.done,
      trail: (disposal) => [home, list, { text: disposal.declaration, href: `${list.href}/${disposal.id}` }],
    });
  return [
    page({
      path: list.href,
      title: 'Disposals',
      query: listDisposals,
      trail: () => [home],
      draw: drawList,
      csv: (rows: Disposals) => ({
        name: 'disposals',
        columns: ['Kind of record', 'Rule', 'Records', 'Where it stands', 'Proposed', 'Carried out'],
        rows: rows.map((row) => [
          row.declaration,
          row.rule,
          row.records,
          disposalStates[row.state],
          row.proposed_on,
          row.carried_out_on,
        ]),
      }),
    }),
    form<unknown, { id: string }>({
      path: `${list.href}/new`,
      title: 'Propose a disposal',
      command: propose,
      values: () => ({ most: mostOnList }),
      intro: () =>
        html`<p class="govuk-body">The list is frozen as it stands now, without what is held. Somebody other than you has to agree before anything is disposed of.</p>`,
      button: 'Propose the disposal',
      next: ({ id }) => `${list.href}/${id}`,
      done: 'The disposal is proposed. Somebody else can agree to it now.',
      trail: () => [home, list],
    }),
    page({
      path: `${list.href}/:id`,
      title: (disposal: Disposal) => `Disposal: ${disposal.declaration}`,
      query: readDisposal,
      trail: () => [home, list],
      draw: drawDisposal,
      csv: (disposal: Disposal) => ({
        name: `disposal-${disposal.id}`,
        columns: ['Record', 'Retention ended in'],
        rows: disposal.list.map(({ ref, due_year }) => [ref, due_year]),
      }),
    }),
    actOn('agreement', agree, {
      title: 'Agree to this disposal',
      button: 'I agree',
      done: 'You agreed. The disposal can be carried out now.',
      intro: 'You say that these records are no longer needed. Look through the list first.',
    }),
    actOn('completion', carryOut, {
      title: 'Carry out this disposal',
      button: 'Dispose of these records for good',
      done: 'The records are disposed of. This page is the certificate.',
      intro:
        'What stands in these records, in all their history and in their files is taken away for good. It cannot be brought back from here.',
    }),
    form<Disposal, { id: string }>({
      path: `${list.href}/:id/cancellation`,
      title: 'Cancel this disposal',
      command: cancel,
      before: readDisposal,
      beforeInput: ({ params }) => ({ id: params['id'] }),
      fixed: ({ params }) => ({ id: params['id'] }),
      button: 'Cancel the disposal',
      next: ({ id }) => `${list.href}/${id}`,
      done: 'The disposal is cancelled. Nothing was disposed of.',
      trail: () => [home, list],
    }),
    download({
      path: '/information-governance/disposals.json',
      query: exportDisposals,
      give: ({ file }: Awaited<ReturnType<typeof exportDisposals.run>>) => file,
    }),
  ];
}

function drawList(rows: Disposals, view: View): Html {
  return html`<h1 class="govuk-heading-l">Disposals</h1>
<p class="govuk-body">One person proposes, another agrees, then what stands in the records is taken away for good. The references, the reason and the names of both stay as proof.</p>
${dataTable({
  caption: 'Disposals',
  captionClasses: 'govuk-visually-hidden',
  rows,
  columns: [
    {
      heading: 'Kind of record',
      isRowHeader: true,
      cell: (row) => link(`${list.href}/${row.id}`, row.declaration),
    },
    { heading: 'Records', format: 'numeric', cell: (row) => row.records },
    { heading: 'Where it stands', cell: (row) => disposalStates[row.state] },
    { heading: 'Proposed', cell: (row) => showDay(row.proposed_on) },
    {
      heading: 'Carried out',
      cell: (row) => (row.carried_out_on === null ? 'No' : showDay(row.carried_out_on)),
    },
  ],
  empty: 'Nothing has been proposed for disposal yet.',
})}
${view.can('information.dispose') && buttonLink(`${list.href}/new`, 'Propose a disposal')}
<h2 class="govuk-heading-m">Backups</h2>
<p class="govuk-body">${backups}</p>
<p class="govuk-body">${link('/information-governance/disposals.json', 'Download the list of disposals')}</p>`;
}

function drawDisposal(disposal: Disposal, view: View): Html {
  const { state, counts } = disposal;
  return html`<h1 class="govuk-heading-l">${state === 'carried-out' ? 'Certificate of disposal' : 'Disposal'}: ${disposal.declaration}</h1>
${!disposal.intact && warningText({ text: 'This list is not the one that was proposed. Tell whoever runs Golden Thread for you at once.', iconFallbackText: 'Warning' })}
${nextStep(disposal, view)}
${summaryList({
  rows: [
    { key: { text: 'Where it stands' }, value: { text: disposalStates[state] } },
    { key: { text: 'Rule' }, value: { text: `Kept for ${disposal.rule}` } },
    { key: { text: 'Why' }, value: { text: disposal.reason } },
    { key: { text: 'Proposed by' }, value: { text: byOn(disposal.proposed_by, disposal.proposed_on) } },
    state !== 'cancelled' && {
      key: { text: 'Agreed by' },
      value: { text: byOn(disposal.agreed_by, disposal.agreed_on) },
    },
    state !== 'cancelled' && {
      key: { text: 'Carried out by' },
      value: { text: byOn(disposal.carried_out_by, disposal.carried_out_on) },
    },
    state === 'cancelled' && {
      key: { text: 'Cancelled by' },
      value: {
        text: `${byOn(disposal.cancelled_by, disposal.cancelled_on)}: ${disposal.cancelled_reason ?? ''}`,
      },
    },
    counts !== null && {
      key: { text: 'Taken away' },
      value: {
        text: `${counts.records} of the list with ${counts.belonging} that belonged to them, in ${counts.versions} versions; ${counts.files} files; ${counts.copies} copies in requests, jobs and drafts`,
      },
    },
    {
      key: { text: 'Fingerprint of the list (SHA-256)' },
      value: { html: html`<code class="gt-hash">${disposal.list_sha256}</code>` },
    },
  ],
})}
${dataTable({
  caption: 'The list',
  rows: disposal.list,
  columns: [
    {
      heading: 'Record',
      isRowHeader: true,
      cell: (one) => (state === 'carried-out' ? recordLink({ ref: one.ref }) : recordLink(one)),
    },
    { heading: 'Retention ended in', format: 'numeric', cell: (one) => one.due_year },
  ],
})}
${state === 'carried-out' && html`<h2 class="govuk-heading-m">What is still somewhere else</h2><p class="govuk-body">${backups}</p><p class="govuk-body">The audit trail keeps who did what and when. It holds no words of the records; purposes that people typed when they opened one are kept as they typed them.</p>`}
<p class="govuk-body">${link(`${list.href}/${disposal.id}.csv`, 'Download the list (CSV)')}</p>`;
}

function nextStep({ id, state, proposed_by_id }: Disposal, view: View): Html | false {
  const may = view.can('information.dispose');
  const cancel =
    may && html`<p class="govuk-body">${link(`${list.href}/${id}/cancellation`, 'Cancel this disposal')}</p>`;
  if (state === 'proposed') {
    return may && view.actor.person_id !== proposed_by_id
      ? html`${buttonLink(`${list.href}/${id}/agreement`, 'Agree to this disposal')}${cancel}`
      : html`${insetText({ text: 'The next step is for somebody else who may dispose of records to look through the list and agree.' })}${cancel}`;
  }
  if (state === 'agreed') {
    return may
      ? html`${buttonLink(`${list.href}/${id}/completion`, 'Carry it out')}${cancel}`
      : insetText({ text: 'Two people agreed. It waits for somebody who may carry it out.' });
  }
  return false;
}

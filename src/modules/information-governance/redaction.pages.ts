// Redaction on screen: find the record, take words or a file out of it, see what is left to do.
import { button } from '../../surfaces/web/components/button.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { home, link } from './drawing.ts';
import { columnWords, kindWord } from './declared.ts';
import { listRedactions, readRedaction, type redactionOperations } from './redaction.operations.ts';

type Operations = ReturnType<typeof redactionOperations>;
type Redactable = Awaited<ReturnType<Operations['readRedactable']['run']>>;
type Redactions = Awaited<ReturnType<typeof listRedactions.run>>;
type Redaction = Awaited<ReturnType<typeof readRedaction.run>>;

const list = { text: 'Redactions', href: '/information-governance/redactions' };
const of = (ref: string) => `${list.href}/record?ref=${encodeURIComponent(ref)}`;

/** "Passage from the text", "A file": what was taken out, for people. */
const takenWords = (field: string) => (field === 'file' ? 'A file' : `Words of “${columnWords(field)}”`);

export function redactionPages({ readRedactable, redact, removeFile }: Operations): AnyPage[] {
  return [
    page({
      path: list.href,
      title: 'Redactions',
      query: listRedactions,
      trail: () => [home],
      draw: (rows: Redactions, view) => html`<h1 class="govuk-heading-l">Redactions</h1>
<p class="govuk-body">Words or files that were taken out of a record and of all its history. The words themselves are kept nowhere.</p>
${dataTable({
  caption: 'Redactions',
  captionClasses: 'govuk-visually-hidden',
  rows,
  columns: [
    {
      heading: 'Record',
      isRowHeader: true,
      cell: (row) => (row.path === null ? kindWord(row.shown_on) : link(row.path, kindWord(row.shown_on))),
    },
    { heading: 'What', cell: (row) => link(`${list.href}/${row.id}`, takenWords(row.field)) },
    { heading: 'When', cell: (row) => html`${showDay(row.redacted_on)}${row.by && html`<br>${row.by}`}` },
    { heading: 'Why', cell: (row) => row.reason },
  ],
  empty: 'Nothing has been taken out of a record.',
})}
${view.can('information.dispose') && findForm()}`,
      csv: (rows: Redactions) => ({
        name: 'redactions',
        columns: ['Record', 'Field', 'When', 'By', 'Why', 'Places'],
        rows: rows.map((row) => [
          row.shown_on,
          row.field,
          row.redacted_on,
          row.by,
          row.reason,
          row.occurrences,
        ]),
      }),
    }),
    page({
      path: `${list.href}/record`,
      title: 'Take something out of a record',
      query: readRedactable,
      input: ({ search }) => ({ ref: search['ref'] ?? '' }),
      trail: () => [home, list],
      draw: (record: Redactable) => html`<h1 class="govuk-heading-l">Take something out of a record</h1>
<p class="govuk-body">${kindWord(record.ref)}, one of: ${record.declaration.toLowerCase()}. Its reference is <code class="gt-hash">${record.ref}</code></p>
${record.held !== null && warningText({ text: `A legal hold keeps this record as it is: ${record.held}`, iconFallbackText: 'Held' })}
${record.fields.length === 0 ? insetText({ text: 'This kind of record has no text that can be redacted.' }) : html`<h2 class="govuk-heading-m">Texts of this record</h2>${summaryList({ rows: record.fields.map((field) => ({ key: { text: columnWords(field) }, value: { html: takeOut(record, field) } })) })}`}
${dataTable<Redactable['files'][number]>({
  caption: 'Files of this record',
  rows: record.files,
  columns: [
    { heading: 'File', isRowHeader: true, cell: (file) => file.name },
    {
      heading: 'Take it away',
      cell: (file) =>
        record.held === null
          ? link(`${list.href}/files/${file.id}?ref=${encodeURIComponent(record.ref)}`, 'Remove this file')
          : 'Held',
    },
  ],
  empty: 'It has no files.',
})}`,
    }),
    form<unknown, { id: string }>({
      path: `${list.href}/new`,
      title: 'Take words out of a record',
      command: redact,
      fixed: ({ search }) => ({ ref: search['ref'], field: search['field'] }),
      intro: (_before, { address }) =>
        html`<p class="govuk-body">From “${columnWords(address.search['field'] ?? '')}” of ${kindWord(address.search['ref'] ?? '').toLowerCase()} <code class="gt-hash">${address.search['ref']}</code>.</p><p class="govuk-body">They are replaced by “[redacted]” in the record and in every earlier version of it. This cannot be undone.</p>`,
      button: 'Take them out for good',
      warning: true,
      next: ({ id }) => `${list.href}/${id}`,
      done: 'The words are taken out.',
      trail: () => [home, list],
    }),
    form<unknown, { id: string }>({
      path: `${list.href}/files/:file_id`,
      title: 'Remove a file from a record',
      command: removeFile,
      fixed: ({ params, search }) => ({ file_id: params['file_id'], ref: search['ref'] }),
      intro: () =>
        html`<p class="govuk-body">The file leaves the record and the store for good. The record says that it was removed, when and why.</p>`,
      button: 'Remove the file for good',
      warning: true,
      next: ({ id }) => `${list.href}/${id}`,
      done: 'The file is removed.',
      trail: () => [home, list],
    }),
    page({
      path: `${list.href}/:id`,
      title: 'A redaction',
      query: readRedaction,
      trail: () => [home, list],
      draw: drawRedaction,
    }),
  ];
}

function takeOut({ ref, held }: Redactable, field: string): Html {
  if (held !== null) return html`Held`;
  const words = html`Take words out<span class="govuk-visually-hidden"> of “${columnWords(field)}”</span>`;
  return html`<a class="govuk-link" href="${list.href}/new?${new URLSearchParams({ ref, field }).toString()}">${words}</a>`;
}

function findForm(): Html {
  return html`<h2 class="govuk-heading-m">Take something out of a record</h2>
<p class="govuk-body">Open the record and choose “Take words or a file out of it for good”, under “Who may see this”. Where a page does not offer that, give the record’s reference here.</p>
<form method="get" action="${list.href}/record">${input({
    name: 'ref',
    id: 'ref',
    label: { text: 'Reference of the record' },
    hint: {
      text: 'For example thread.finding/0199…: its kind, and the number in the address of its page',
    },
  })}${button({ text: 'Continue', classes: 'govuk-button--secondary' })}</form>`;
}

function drawRedaction(redaction: Redaction): Html {
  return html`<h1 class="govuk-heading-l">${redaction.field === 'file' ? 'A file' : `A passage of “${columnWords(redaction.field)}”`} was taken out on ${showDay(redaction.redacted_on)}</h1>
<p class="govuk-body">${redaction.path === null ? kindWord(redaction.shown_on) : link(redaction.path, `Open the ${kindWord(redaction.shown_on).toLowerCase()}`)}. ${redaction.field !== 'file' && (redaction.occurrences === 1 ? 'It stood in one place, its history included.' : `It stood in ${redaction.occurrences} places, its history included.`)}</p>
<p class="govuk-body">Why: ${redaction.reason}</p>
${redaction.published.length > 0 && warningText({ text: 'These words still stand in a published report. A published report is never changed: withdraw it with its text sealed, and issue it again.', iconFallbackText: 'Next step' })}
${redaction.published.length > 0 && html`<ul class="govuk-list">${redaction.published.map(({ title, path }) => html`<li>${link(path, title)}</li>`)}</ul>`}
<p class="govuk-body">Backups made before still hold the words until they are overwritten.</p>
<p class="govuk-body">${link(of(redaction.shown_on), 'Take out something more')}</p>`;
}

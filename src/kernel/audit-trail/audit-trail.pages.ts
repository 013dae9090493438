// The page "who did and saw what".
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showInstant } from '../../surfaces/web/components/day.ts';
import { button } from '../../surfaces/web/components/button.ts';
import { filters } from '../../surfaces/web/components/filters.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { textarea } from '../../surfaces/web/components/textarea.ts';
import { type Html, html } from '../pages/html.ts';
import { page } from '../pages/page.ts';
import { comparedWords, listEntries, type VerifiedTrail, verifyTrail } from './audit-trail.operations.ts';

type Listed = Awaited<ReturnType<typeof listEntries.run>>;
type Entry = Listed['entries'][number];

const doors: Record<string, string> = {
  web: 'Page',
  api: 'API',
  'command-line': 'Command line',
  job: 'By itself, after a command',
};

/** The door, and the token by which another system came in. */
function throughWhat({ via, token, token_name }: Entry): string {
  const door = doors[via] ?? via;
  return token === undefined ? door : `${door}, token “${token_name ?? token}”`;
}

const filterFields = ({ people, filter }: Listed): Html[] => [
  select({
    name: 'person_id',
    id: 'person_id',
    label: { text: 'Person' },
    items: [
      { value: '', text: 'Anybody' },
      ...people.map((p) => ({ value: p.id, text: p.name, selected: p.id === filter.person_id })),
    ],
  }),
  input({
    name: 'operation',
    id: 'operation',
    label: { text: 'Act starts with' },
    hint: { text: 'For example “report.”' },
    value: filter.operation ?? '',
  }),
  input({
    name: 'ref',
    id: 'ref',
    label: { text: 'Record' },
    hint: { text: 'A reference such as plan.claim/…' },
    value: filter.ref ?? '',
  }),
];

export const auditTrailPages = [
  page({
    path: '/audit',
    title: 'Who did and saw what',
    query: listEntries,
    input: ({ search }) => search,
    trail: () => [],
    draw: (listed: Listed) => html`<h1 class="govuk-heading-l">Who did and saw what</h1>
<p class="govuk-body">Every change, and every opening of a record about a child, leaves an entry here. Entries hold the names of records and fields, never what stands in them, and are chained so that none can be changed or taken out unnoticed. <a class="govuk-link" href="/audit/verification">Check the chain</a>. What was to follow by itself and did not is in <a class="govuk-link" href="/audit/failed-work">Work that did not happen</a>.</p>
${filters({ label: 'Filter entries', fields: filterFields(listed), clearHref: '/audit', downloadHref: addressOf('/audit.csv', listed, { all: 'yes' }) })}
${dataTable<Entry>({
  caption: 'Entries, the latest first',
  rows: listed.entries,
  columns: [
    { heading: 'Entry', cell: (e) => e.seq, isRowHeader: true, classes: 'gt-narrow' },
    { heading: 'When', cell: (e) => showInstant(e.at, 'Europe/London') },
    { heading: 'Who', cell: (e) => e.person },
    { heading: 'What', cell: (e) => e.operation },
    { heading: 'Records', cell: (e) => recordsOf(e) },
    { heading: 'Fields', cell: (e) => e.fields.join(', ') },
    { heading: 'Through', cell: throughWhat },
    { heading: 'Purpose', cell: (e) => e.purpose },
  ],
  empty: 'No entry fits these filters.',
})}${listed.next !== null && html`<p class="govuk-body"><a class="govuk-link" href="${addressOf('/audit', listed, { before: String(listed.next) })}">Older entries</a></p>`}`,
    csv: (listed: Listed) => ({
      name: 'who-did-and-saw-what',
      columns: ['Entry', 'When (UTC)', 'Who', 'What', 'Records', 'Fields', 'Through', 'Purpose'],
      rows: listed.entries.map((e) => [
        e.seq,
        e.at,
        e.person,
        e.operation,
        e.refs.join(' '),
        e.fields.join(' '),
        throughWhat(e),
        e.purpose,
      ]),
    }),
  }),
  page({
    path: '/audit/verification',
    title: 'Check the audit trail',
    query: verifyTrail,
    input: ({ search }) => ({ anchor: search['anchor']?.trim() || null }),
    draw: (checked: VerifiedTrail) =>
      html`<h1 class="govuk-heading-l">Check the audit trail</h1>${verdict(checked)}${checked.notes.map((note) => insetText({ text: note }))}
<h2 class="govuk-heading-m">Compare it with a letter</h2>
<p class="govuk-body">Each day the business manager and the information governance lead are sent the number and hash of the last entry. Type in such a line, from any day: if entries were taken off the end since, or the trail was written anew, it shows here.</p>
<form method="get" action="/audit/verification">${textarea({ name: 'anchor', id: 'anchor', label: { text: 'Anchor from a letter' }, rows: 3, spellcheck: false })}${button({ text: 'Compare', classes: 'govuk-button--secondary' })}</form>
<p class="govuk-body"><a class="govuk-link" href="/audit">Who did and saw what</a></p>`,
    trail: () => [{ text: 'Who did and saw what', href: '/audit' }],
  }),
];

function verdict({ broken, entries, head, anchors }: VerifiedTrail): Html {
  return broken
    ? html`<p class="govuk-body"><strong>The chain is broken at entry ${broken.seq}:</strong> ${withHashes(broken.problem)}.</p><p class="govuk-body">If you typed in a line from a letter, compare it with the letter once more. If it is the same, tell the person who runs Golden Thread for you at once, and change nothing until they have looked.</p>`
    : html`<p class="govuk-body">The chain is whole. It holds ${entries} entries; nothing was changed, taken out or put in.</p><p class="govuk-body">${comparedWords(anchors)}</p><p class="govuk-body">Head: <code class="gt-hash">${head}</code></p>`;
}

/** Hashes may be broken over lines on a narrow screen. */
function withHashes(words: string): Html[] {
  return words
    .split(/\b([0-9a-f]{64})\b/)
    .map((part, at) => (at % 2 === 1 ? html`<code class="gt-hash">${part}</code>` : html`${part}`));
}

/** The first few references; a long list is for the CSV. */
function recordsOf(entry: Entry): Html {
  const shown = entry.refs.slice(0, 3);
  const more = entry.refs.length - shown.length;
  return html`${shown.map((ref) => html`<a class="govuk-link gt-ref" href="/audit?ref=${encodeURIComponent(ref)}">${ref.slice(0, ref.indexOf('/'))}</a> `)}${more > 0 && html`and ${more} more`}`;
}

/** The address of the same entries with something more asked of them. */
function addressOf(path: string, { filter }: Listed, more: Record<string, string>): string {
  const { person_id, operation, ref } = filter;
  const kept = Object.entries({ person_id, operation, ref }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  return `${path}?${new URLSearchParams([...kept, ...Object.entries(more)]).toString()}`;
}

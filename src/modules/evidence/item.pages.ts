// One item of evidence on screen: what it says, from where, who relies on it, and how it came to say so.
import { recordNotes, whoMaySee } from '../../ground/circles/index.ts';
import { purposeWords } from '../../kernel/evidence/cited.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import { type Topic, topics } from '../../kernel/evidence/topics.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { type Act, acts, addressWith, link, notRecorded } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showInstant, showNumber } from '../../surfaces/web/components/day.ts';
import { comparisonOf, evidenceView, tableView, whenText } from '../../surfaces/web/components/evidence.ts';
import { figureValue } from '../../surfaces/web/components/figure.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList, type SummaryRow } from '../../surfaces/web/components/summary-list.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { gapOf, parts, shapeWords } from './item.ts';
import { basisWords, shapePaths } from './item-shape.ts';
import { itemGuestTask } from './item-file.operations.ts';
import { withdrawItem } from './item.operations.ts';
import { type ReadItem, readItem, readItemToChange, type Revision } from './register.operations.ts';
import { registerPath } from './register.pages.ts';

type Read = Awaited<ReturnType<typeof readItem.run>>;

export const itemHref = (id: string) => `/evidence/items/${id}`;
export const itemTrail = (item: ReadItem) => [registerPath, { text: item.title, href: itemHref(item.id) }];

const standing = (item: ReadItem) => ({
  title: item.title,
  source_title: item.source,
  locator: item.locator,
  period: { from: item.period_from_on, to: item.period_to_on, label: item.period_label },
  as_of: item.as_of_on,
  geography: item.geography,
  path: item.source_id === null ? undefined : `/evidence/sources/${item.source_id}`,
});

function contentOf({ item, mine }: Read): Html {
  if (item.content.shape !== 'table') return evidenceView(item.content, standing(item));
  const base = itemHref(item.id);
  return html`${tableView(item.content, {
    caption: item.title,
    acts: mine
      ? (row) =>
          html`<a class="govuk-link" href="${base}/rows/${row}">Change<span class="govuk-visually-hidden"> row ${row}</span></a>`
      : undefined,
  })}${
    mine &&
    acts([
      { href: `${base}/rows/new`, text: 'Add a row' },
      { href: `${base}/total`, text: 'Change the total as printed' },
      ...item.content.columns.map(({ label }, at) => ({
        href: `${base}/columns/${at + 1}`,
        text: `Say what “${label}” holds`,
      })),
    ])
  }`;
}

function measureRows(content: Content): SummaryRow[] {
  if (content.shape !== 'measure') return [];
  return [
    { key: { text: 'Counted' }, value: { text: basisWords[content.basis] } },
    {
      key: { text: 'Definition or note' },
      value: { html: content.note ? html`${content.note}` : notRecorded },
    },
    {
      key: { text: 'Parts and comparison' },
      value: { text: comparisonOf(content) ?? 'The source compares it with nothing' },
    },
  ];
}

function facts({ item, group }: Read): Html {
  return summaryList({
    rows: [
      { key: { text: 'Period' }, value: { text: whenText(standing(item)) } },
      {
        key: { text: 'Area' },
        value: { html: item.geography ? html`${item.geography}` : notRecorded },
      },
      {
        key: { text: 'Source' },
        value: {
          html: item.source_id ? link(`/evidence/sources/${item.source_id}`, item.source ?? '') : notRecorded,
        },
      },
      {
        key: { text: 'Place in the source' },
        value: { html: item.locator ? html`${item.locator}` : notRecorded },
      },
      ...measureRows(item.content),
      ...caseStudyRows(item.content),
      { key: { text: 'Agency' }, value: { html: item.agency ? html`${item.agency}` : notRecorded } },
      {
        key: { text: 'About' },
        value: { text: item.topics.map((topic) => topics[topic as Topic] ?? topic).join('; ') },
      },
      item.group_ref !== null && {
        key: { text: 'Priority' },
        value: { text: group ?? 'A priority that you may not see' },
      },
      item.part !== null && {
        key: { text: 'Answers' },
        value: { text: parts[item.part as keyof typeof parts] ?? item.part },
      },
      item.year_label !== null && { key: { text: 'Report of the year' }, value: { text: item.year_label } },
    ],
  });
}

function caseStudyRows(content: Content): SummaryRow[] {
  if (content.shape !== 'case-study') return [];
  const changed = { true: 'The text says so', false: 'The text does not say so', null: 'Not recorded' };
  return [
    {
      key: { text: 'Consent' },
      value: { text: content.consent === 'recorded' ? 'Recorded' : 'Not recorded' },
    },
    { key: { text: 'Names changed' }, value: { text: changed[`${content.names_changed}`] } },
    {
      key: { text: 'Cleared by' },
      value: { html: content.cleared_by ? html`${content.cleared_by}` : notRecorded },
    },
  ];
}

function citedBy({ cited_by }: Read): Html {
  return html`<h2 class="govuk-heading-m">Cited by</h2>${dataTable({
    id: 'cited-by',
    caption: 'Records that rest on this',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      { heading: 'Record', isRowHeader: true, cell: (citer) => link(citer.path, citer.title) },
      { heading: 'As', cell: (citer) => purposeWords[citer.purpose] },
      {
        heading: 'Since it was cited',
        cell: (citer) =>
          citer.moved ? tag({ text: 'This has changed', classes: 'govuk-tag--orange' }) : 'Unchanged',
      },
    ],
    rows: cited_by,
    empty: 'Nothing rests on this yet. Claims in the plan can cite it.',
  })}`;
}

const deeds: Record<string, string> = {
  add: 'Added',
  change: 'Changed',
  withdraw: 'Withdrawn',
  import: 'Imported',
};

function history({ history }: Read): Html {
  return html`<h2 class="govuk-heading-m">History</h2>${dataTable<Revision>({
    id: 'history',
    caption: 'What it said and who wrote it, the latest first',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      { heading: 'When', isRowHeader: true, cell: (r) => showInstant(r.at, 'Europe/London') },
      { heading: 'Who', cell: (r) => r.person },
      { heading: 'What', cell: (r) => deeds[/\.([a-z]+)-/.exec(r.operation)?.[1] ?? ''] ?? 'Changed' },
      { heading: 'It then said', cell: (r) => said(r) },
    ],
    rows: history,
  })}`;
}

function said({ content, title }: Revision): Html | string {
  if (content.shape === 'table') return `${content.rows.length} rows`;
  if (content.shape !== 'measure') return title;
  const { value, unit, decimals } = content;
  return figureValue({ value, gap: value === null ? 'not-printed' : undefined, unit, decimals });
}

function fileList({ item, files, mine }: Read, view: View): Html | false {
  if (item.content.shape !== 'document' && files.length === 0) return false;
  return html`<h2 class="govuk-heading-m">Files</h2>${dataTable({
    id: 'files',
    caption: 'Files of this item',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      { heading: 'File', isRowHeader: true, cell: (f) => link(`${itemHref(item.id)}/files/${f.id}`, f.name) },
      { heading: 'Size', format: 'numeric', cell: (f) => `${showNumber(Math.ceil(f.size / 1024))} KB` },
    ],
    rows: files,
    empty: 'No file has been added yet.',
  })}${
    mine &&
    acts([
      { href: `${itemHref(item.id)}/files/new`, text: 'Add a file' },
      view.can('guests.invite') && {
        href: `/guests/new?ref=evidence.item/${item.id}`,
        text: itemGuestTask.offer,
      },
    ])
  }`;
}

function itemActs({ item, mine }: Read, view: View): Html {
  const mayCite = view.can('plan.write') && item.withdrawn_on === null;
  const list: (Act | false)[] = [
    mine && {
      href: `/evidence/${shapePaths[item.content.shape]}/${item.id}/change`,
      text: 'Change this item',
    },
    mayCite && {
      href: addressWith('/plan/citations/new', { evidence_ref: `evidence.item/${item.id}` }),
      text: 'Cite it for a claim',
    },
    mine && { href: `${itemHref(item.id)}/withdrawal`, text: 'Withdraw it' },
  ];
  return acts(list);
}

export const itemPage = page({
  path: '/evidence/items/:id',
  title: ({ item }: Read) => item.title,
  query: readItem,
  input: ({ params }) => params,
  trail: () => [registerPath],
  draw: (read: Read, view) => {
    const { item, placement } = read;
    const gap = gapOf(item.content);
    return html`<h1 class="govuk-heading-l">${item.title}</h1><p class="govuk-body">${tag({ text: shapeWords[item.content.shape], classes: 'govuk-tag--grey' })}</p>${recordNotes(placement, view.today)}${
      item.withdrawn_on !== null &&
      insetText({ text: `Withdrawn on ${showDay(item.withdrawn_on)}: ${item.withdrawn_reason ?? ''}` })
    }${gap && insetText({ text: gap })}${contentOf(read)}${facts(read)}${itemActs(read, view)}${citedBy(read)}${fileList(read, view)}${history(read)}${whoMaySee(placement, view)}`;
  },
});

export const withdrawItemForm = form({
  path: '/evidence/items/:id/withdrawal',
  title: (item: ReadItem) => `Withdraw “${item.title}”`,
  command: withdrawItem,
  before: readItemToChange,
  values: (item) => ({ seen_revision: item.revision }),
  fixed: ({ params }) => ({ id: params['id'] }),
  intro: () =>
    html`<p class="govuk-body">It leaves the register and every report that is not yet published. Claims that cite it lose its support. Its history stays.</p>`,
  button: 'Withdraw',
  warning: true,
  next: ({ id }) => itemHref(id),
  done: 'Evidence withdrawn',
  trail: itemTrail,
});

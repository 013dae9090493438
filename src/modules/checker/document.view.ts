// The checked document on the page, part by part, with what was found marked in its place. Everything is text: nothing of a file
// runs, loads or leads anywhere.
import { type Finding, type Severity, severities, severityWords } from '../../kernel/checking/finding.ts';
import { attributes, type Html, html, join, raw } from '../../kernel/pages/html.ts';
import type { Heading, Part, Prose, ReadDocument, TablePart } from '../../kernel/reading/document.ts';
import { details } from '../../surfaces/web/components/details.ts';

/** A finding with the number by which the page calls it. */
export interface Numbered {
  finding: Finding;
  number: number;
}

/** Characters of text beyond which only the passages with findings are drawn, so that a browser can cope. */
const mostText = 1_500_000;

export function drawDocument(document: ReadDocument, numbered: readonly Numbered[]): Html {
  const marks = Map.groupBy(
    numbered.filter(({ finding }) => finding.mark !== null),
    ({ finding }) => finding.mark?.part ?? -1,
  );
  const long = document.parts.reduce((sum, part) => sum + lengthOf(part), 0) > mostText;
  const drawn = long
    ? document.parts.filter((part) => part.kind === 'heading' || marks.has(part.at))
    : document.parts;
  const begins = pagesBegin(drawn);
  return html`${long && html`<p class="govuk-body">The document is too long to be shown here in whole: these are its headings, and the passages in which something was found.</p>`}<div class="gt-document">${runsOf(drawn).map((run) => drawRun(run, marks, begins))}</div>`;
}

/** Where a finding is marked in the document: the end of its link. */
export const markId = (number: number) => `mark-${number}`;
export const findingId = (number: number) => `finding-${number}`;
export const partId = (at: number) => `part-${at}`;

type Marks = ReadonlyMap<number, readonly Numbered[]>;

type Run = { kind: 'items' | 'contents'; parts: Prose[] } | { kind: 'one'; part: Part };

/** Items that follow each other are one list, and the lines of the table of contents one fold. */
function runsOf(parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    if (part.kind !== 'item' && part.kind !== 'contents') {
      runs.push({ kind: 'one', part });
      continue;
    }
    const kind = part.kind === 'item' ? 'items' : 'contents';
    const last = runs.at(-1);
    if (last?.kind === kind) last.parts.push(part);
    else runs.push({ kind, parts: [part] });
  }
  return runs;
}

function drawRun(run: Run, marks: Marks, begins: ReadonlySet<number>): Html {
  const pageOf = ({ at, page }: Part) =>
    begins.has(at) && html`<span class="gt-document__place">Page ${page}</span>`;
  if (run.kind === 'one') return html`${pageOf(run.part)}${drawPart(run.part, marks.get(run.part.at) ?? [])}`;
  const list = html`<ul class="gt-document__list">${run.parts.map(
    (part) =>
      html`<li id="${partId(part.at)}" class="gt-document__item gt-document__item--${Math.min(Math.max(part.depth, 1), 4)}">${pageOf(part)}${marked(part.text, marks.get(part.at) ?? [])}</li>`,
  )}</ul>`;
  if (run.kind === 'items') return list;
  const found = run.parts.some(({ at }) => marks.has(at));
  return details({ summaryText: 'The document’s own table of contents', html: list, open: found });
}

/** The parts with which a page of the document begins. */
function pagesBegin(parts: readonly Part[]): Set<number> {
  let page: number | null = null;
  const begins = new Set<number>();
  for (const part of parts) {
    if (part.page === null || part.page === page) continue;
    page = part.page;
    begins.add(part.at);
  }
  return begins;
}

function drawPart(part: Part, found: readonly Numbered[]): Html {
  if (part.kind === 'heading') return drawHeading(part, found);
  if (part.kind === 'table') return drawTable(part, found);
  const text = marked(part.text, found);
  if (part.kind === 'quotation')
    return html`<blockquote id="${partId(part.at)}" class="gt-document__quotation">${text}</blockquote>`;
  return html`<p id="${partId(part.at)}" class="gt-document__text gt-document__text--${part.kind}">${text}</p>`;
}

/** Below the page's own headings of the first and second level. */
function drawHeading({ at, level, number, text }: Heading, found: readonly Numbered[]): Html {
  const tag = raw(`h${Math.min(level + 2, 6)}`);
  return html`<${tag} id="${partId(at)}" class="gt-document__heading">${number && `${number} `}${marked(text, found)}</${tag}>`;
}

function drawTable(part: TablePart, found: readonly Numbered[]): Html {
  const { caption, header, rows, at, total } = part;
  const inCell = Map.groupBy(found, ({ finding }) => cellKey(finding.mark?.cell ?? null));
  const cell = (text: string, row: number, column: number) =>
    marked(text, inCell.get(cellKey({ row, column })) ?? []);
  const figures = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ number }, column) => (number === null ? [] : [column]))),
  );
  const ofWhole = inCell.get(cellKey(null)) ?? [];
  return html`<div class="gt-scroll" role="region" aria-label="${caption ?? 'Table of the document'}" tabindex="0" id="${partId(at)}"><table class="govuk-table gt-document__table"><caption class="govuk-table__caption">${marked(caption ?? '', ofWhole)}</caption>${
    header.some((label) => label !== '') &&
    html`<thead><tr>${header.map((label, column) => html`<th scope="col" class="govuk-table__header${figures.has(column) && ' govuk-table__header--numeric'}">${cell(label, -1, column)}</th>`)}</tr></thead>`
  }<tbody>${rows.map(
    ({ cells }, row) =>
      html`<tr${attributes({ class: row === total && 'gt-total' })}>${cells.map(
        ({ text, number }, column) =>
          html`<td class="govuk-table__cell${number !== null && ' govuk-table__cell--numeric'}">${cell(text, row, column)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

function cellKey(cell: { row: number; column: number } | null): string {
  return cell === null ? 'whole' : `${cell.row} ${cell.column}`;
}

/** A text with what was found in it marked; each mark is followed by the finding's number and how grave it is. */
function marked(text: string, found: readonly Numbered[]): Html {
  if (found.length === 0) return html`${text}`;
  const spans = found.map(({ finding, number }) => {
    const from = Math.min(Math.max(finding.mark?.from ?? 0, 0), text.length);
    const to = Math.min(Math.max(finding.mark?.to ?? 0, from), text.length);
    return { from, to, number, severity: finding.severity };
  });
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  );
  return join(
    cuts.map((from, i) => {
      const to = cuts[i + 1] ?? from;
      const over = spans.filter((span) => span.from <= from && span.to >= to && span.to > span.from);
      const words = text.slice(from, to);
      const begin = spans.filter((span) => span.from === from);
      const end = spans.filter((span) =>
        span.to > span.from ? span.to === to && from < to : span.to === from,
      );
      return html`${begin.map(({ number }) => html`<span id="${markId(number)}" class="gt-mark__place"></span>`)}${
        over.length > 0 && words !== ''
          ? html`<mark class="gt-mark gt-mark--${gravest(over)}">${words}</mark>`
          : words
      }${end.map(noteOf)}`;
    }),
  );
}

function noteOf({ number, severity }: { number: number; severity: Severity }): Html {
  return html`<a class="gt-mark__note" href="#${findingId(number)}"><span class="govuk-visually-hidden">Finding </span>${number}: ${severityWords[severity].toLowerCase()}</a>`;
}

function gravest(spans: readonly { severity: Severity }[]): Severity {
  return severities.find((severity) => spans.some((span) => span.severity === severity)) ?? 'low';
}

function lengthOf(part: Part): number {
  if (part.kind !== 'table') return part.text.length;
  return part.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((all, { text }) => all + text.length + 40, 0),
    0,
  );
}

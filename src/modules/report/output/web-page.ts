// The report as a web page: inside the product (`page`), or as one file that needs nothing else, for a website, an
// e-mail or an archive (`standalone`). No script in either; the contents, notes and their ways back are plain links.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chartStyles } from '../../../kernel/charts/appearance.ts';
import { html, type Html, join, raw } from '../../../kernel/pages/html.ts';
import type { Block, Inline, Paper, Picture, ReportDocument } from '../document.ts';
import { chartTable, drawing, type TableBlock } from './figures.ts';
import {
  asideLabels,
  besidePictures,
  inReadingOrder,
  statusLine,
  statusMark,
  tickBoxes,
} from './reading-order.ts';

export interface WebPageOptions {
  mode: 'page' | 'standalone';
  /** Whether notes link to their records inside the product; only of use to readers who may sign in. */
  linkRecords: boolean;
}

/** What a page that shows a report needs in its stylesheet; the standalone file carries it. */
export const reportStyles: string =
  chartStyles() +
  ['report.css', 'report-figures.css', 'report-paper.css', 'report-large.css', 'report-print.css']
    .map((name) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))
    .join('')
    .replace(/\/\*.*?\*\/|\s*\n\s*/g, ' ');

/** For a content security policy under which the standalone file is served: `style-src 'sha256-…'`. */
export const reportStylesHash = `sha256-${createHash('sha256').update(reportStyles).digest('base64')}`;

/** A wider table scrolls on a small screen, and must then be reachable by keyboard. */
const scrollsFrom = 3;

export function renderWebPage(document: ReportDocument, options: WebPageOptions): Html {
  const ordered = inReadingOrder(document);
  const article = renderArticle(ordered, options);
  if (options.mode === 'page') return article;
  const policy = `default-src 'none'; style-src '${reportStylesHash}'; img-src data:; form-action 'none'; base-uri 'none'`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${[statusMark(ordered), ordered.title, ordered.partnership].filter((part) => part !== null).join(' - ')}</title>
<style>${raw(reportStyles)}</style>
</head>
<body class="report-alone">
<a class="report-skip" href="#part-report">Skip to the ${ordered.paper ? 'paper' : 'report'}</a>
<main>${article}</main>
</body>
</html>
`;
}

interface Drawn {
  options: WebPageOptions;
  /** Level of the report's title: inside the product the page has a first heading of its own. */
  top: 1 | 2;
  /** Pages of the records behind the notes. */
  paths: ReadonlyMap<number, string>;
  /** How often each note has been mentioned so far; every mention is a place to come back to. */
  mentions: Map<number, number>;
  charts: number;
  tables: number;
}

function renderArticle(document: ReportDocument, options: WebPageOptions): Html {
  const drawn: Drawn = {
    options,
    top: options.mode === 'page' ? 2 : 1,
    paths: new Map(document.footnotes.map(({ number, path }) => [number, path])),
    mentions: new Map(),
    charts: 0,
    tables: 0,
  };
  const mark = statusMark(document);
  // Drawn in the order of reading, in which notes count their mentions.
  const opened = document.paper
    ? paperOpening(document, document.paper, drawn)
    : coverAndContents(document, drawn);
  const chapters = document.chapters.map(
    (chapter) => html`<section class="report-chapter" aria-labelledby="${chapter.id}">
${heading(2, chapter.id, document.paper ? chapter.title : html`<span class="report-number">${chapter.number}</span> ${chapter.title}`, drawn)}
${renderBlocks(chapter.blocks, drawn)}</section>
`,
  );
  return html`<article class="report report-${document.status} report-in-${options.mode}${document.paper && ' report-is-paper'}${document.type_size === 'large' && ' report-is-large'}" id="part-report">
${mark === null ? null : html`<p class="report-mark"><strong>${mark}</strong></p>`}
${opened}${chapters}${renderNotes(document, drawn)}
${document.contact === '' ? null : html`<footer class="report-contact"><p>${document.contact}</p></footer>`}
</article>
`;
}

/** A paper begins with its title, among what its committee asks to know first. */
function paperOpening(document: ReportDocument, paper: Paper, drawn: Drawn): Html {
  return html`<header class="report-paper-opening">
${paper.above_title.map((block) => renderBlock(block, drawn))}${heading(1, null, document.title, drawn)}
${paper.below_title.map((block) => renderBlock(block, drawn))}</header>
`;
}

function coverAndContents(document: ReportDocument, drawn: Drawn): Html {
  return html`<header class="report-cover">
<p class="report-partnership">${document.partnership}</p>
${heading(1, null, document.title, drawn)}
${document.subtitle === '' ? null : html`<p class="report-subtitle">${document.subtitle}</p>`}
<dl class="report-facts">
<div><dt>Period</dt><dd>${document.period_label}</dd></div>
${
  document.framework_title !== '' &&
  html`<div><dt>Written under</dt><dd>${document.framework_title}</dd></div>
`
}<div><dt>Status</dt><dd>${statusLine(document)}</dd></div>
</dl>
</header>
<nav class="report-contents" aria-labelledby="part-contents">
${heading(2, 'part-contents', 'Contents', drawn)}
<ol>${document.chapters.map(
    ({ id, number, title }) =>
      html`<li><a href="#${id}"><span class="report-number">${number}</span> ${title}</a></li>`,
  )}${
    document.footnotes.length === 0
      ? null
      : html`<li><a href="#part-notes"><span class="report-number"></span> Notes and sources</a></li>`
  }</ol>
</nav>
`;
}

/** `level` is that within the report, which also is how it looks. */
function heading(level: 1 | 2 | 3 | 4, id: string | null, words: Html | string, { top }: Drawn): Html {
  const tag = raw(`h${level + top - 1}`);
  return html`<${tag} class="report-heading-${level}"${id === null ? null : html` id="${id}"`}>${words}</${tag}>`;
}

function renderBlocks(blocks: readonly Block[], drawn: Drawn): Html[] {
  return besidePictures(blocks).map((block) =>
    block.kind === 'beside'
      ? html`<div class="report-beside">${renderPicture(block.picture, drawn)}<div>
${block.blocks.map((one) => renderBlock(one, drawn))}</div></div>
`
      : renderBlock(block, drawn),
  );
}

/** Inside the product from its own address; alone, with its bytes in the page. */
function renderPicture({ alt, width, height, media_type, bytes, path }: Picture, { options }: Drawn): Html {
  const source = options.mode === 'page' ? path : `data:${media_type};base64,${bytes}`;
  return html`<img class="report-picture" src="${source}" alt="${alt}" width="${width}" height="${height}">
`;
}

function renderBlock(block: Block, drawn: Drawn): Html {
  switch (block.kind) {
    case 'heading':
      return html`${heading(block.level === 2 ? 3 : 4, block.id, block.text, drawn)}
`;
    case 'paragraph':
      return block.number === undefined
        ? html`<p>${renderInlines(block.inlines, drawn)}</p>
`
        : html`<p class="report-numbered"><span class="report-paragraph-number">${block.number}</span> <span>${renderInlines(block.inlines, drawn)}</span></p>
`;
    case 'ticks':
      return html`<div class="report-ticks"${block.label !== '' && html` role="group" aria-label="${block.label}"`}>${block.label !== '' && html`<p><strong>${block.label}</strong></p>`}
<ul>${block.options.map(
        ({ text, ticked }) =>
          html`<li><span aria-hidden="true">${ticked ? tickBoxes.ticked : tickBoxes.empty}</span> ${text}<span class="report-unseen"> (${ticked ? 'ticked' : 'not ticked'})</span></li>`,
      )}</ul></div>
`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${renderInlines(item, drawn)}</li>`)}</ul>
`;
    case 'picture':
      return renderPicture(block, drawn);
    case 'table':
      return renderTable(block, drawn);
    case 'chart': {
      drawn.charts += 1;
      const id = `part-chart-${drawn.charts}`;
      return html`<figure class="report-chart">
<figcaption>${recordLink(block.path, block.title, drawn)}</figcaption>
${raw(drawing(block, id, false))}
<details${drawn.options.mode === 'standalone' ? raw(' open') : null}><summary>Figures of this chart</summary>
${renderTable(chartTable(block), drawn)}</details>
${block.note === null ? null : html`<p class="report-figure-note">${renderInlines(block.note, drawn)}</p>`}
</figure>
`;
    }
    case 'quotation':
      return html`<figure class="report-quotation"><blockquote><p>${renderInlines(block.inlines, drawn)}</p></blockquote>
<figcaption>${block.speaker}</figcaption></figure>
`;
    case 'case-study':
      return html`<div class="report-case"><p class="report-case-title">${block.title}</p>
<p>${renderInlines(block.inlines, drawn)}</p></div>
`;
    case 'aside':
      return html`<div class="report-aside report-aside-${block.tone}" role="note"><p><strong>${asideLabels[block.tone]}:</strong> ${renderInlines(block.inlines, drawn)}</p></div>
`;
  }
}

function renderTable(block: TableBlock, drawn: Drawn): Html {
  drawn.tables += 1;
  const id = `part-table-${drawn.tables}`;
  const numeric = block.columns.map((column) => (column.numeric ? raw(' class="report-numeric"') : null));
  const row = (cells: string[], note: number | null = null) =>
    html`<tr>${cells.map((cell, index) =>
      index === 0
        ? html`<th scope="row"${numeric[0]}>${note === null ? cell : renderCited(cell, note, drawn)}</th>`
        : html`<td${numeric[index]}>${cell}</td>`,
    )}</tr>
`;
  const scrolls = block.columns.length >= scrollsFrom;
  const caption = block.caption === '' ? 'Table' : block.caption;
  return html`<div class="report-table"${scrolls ? html` tabindex="0" role="group" aria-labelledby="${id}"` : null}><table>
<caption id="${id}"${block.caption === '' ? raw(' class="report-unseen"') : null}>${recordLink(block.path, caption, drawn)}</caption>
<thead><tr>${block.columns.map((column, index) => html`<th scope="col"${numeric[index]}>${column.label}</th>`)}</tr></thead>
<tbody>
${block.rows.map((cells, index) => row(cells, block.row_notes?.[index]))}</tbody>
${block.total === null ? null : html`<tfoot>${row(block.total)}</tfoot>`}</table></div>
${block.note === null ? null : html`<p class="report-figure-note">${renderInlines(block.note, drawn)}</p>`}
`;
}

function renderInlines(inlines: readonly Inline[], drawn: Drawn): (Html | string)[] {
  return inlines.map((inline) => {
    if (inline.kind === 'text') return inline.text;
    if (inline.kind === 'strong') return html`<strong>${inline.text}</strong>`;
    if (inline.kind === 'cited') return renderCited(inline.text, inline.number, drawn);
    return renderMark(inline.number, drawn);
  });
}

function renderCited(words: string, note: number, drawn: Drawn): Html {
  return html`${recordLink(drawn.paths.get(note), words, drawn)}${renderMark(note, drawn)}`;
}

function renderMark(note: number, { mentions }: Drawn): Html {
  const mention = (mentions.get(note) ?? 0) + 1;
  mentions.set(note, mention);
  return html`<sup class="report-noteref"><a id="note-${note}-mention-${mention}" href="#note-${note}" role="doc-noteref" aria-label="Note ${note}">${note}</a></sup>`;
}

/** The words as a link to the record's page, where the reader may follow it; only pages of our own. */
function recordLink(path: string | null | undefined, words: string, drawn: Drawn): Html | string {
  return path && isOurs(path, drawn) ? html`<a class="report-record" href="${path}">${words}</a>` : words;
}

function isOurs(path: string, { options }: Drawn): boolean {
  return options.linkRecords && /^\/(?!\/)/.test(path);
}

function renderNotes(document: ReportDocument, drawn: Drawn): Html | null {
  if (document.footnotes.length === 0) return null;
  const notes = document.footnotes.map(({ number, text, path }) => {
    const mentions = Array.from({ length: drawn.mentions.get(number) ?? 0 }, (_, index) => index + 1);
    const several = mentions.length > 1;
    const back = mentions.map((mention) => {
      const label = `Back to note ${number} in the text${several ? `, mention ${mention}` : ''}`;
      return html`<a class="report-back" href="#note-${number}-mention-${mention}" role="doc-backlink" aria-label="${label}">Back${several ? ` (${mention})` : null}</a>`;
    });
    const record = isOurs(path, drawn)
      ? html`<a href="${path}" aria-label="Record behind note ${number}">Record</a> `
      : null;
    return html`<li id="note-${number}">${text} ${record}${join(back, ' ')}</li>
`;
  });
  return html`<section class="report-notes" aria-labelledby="part-notes">
${heading(2, 'part-notes', 'Notes and sources', drawn)}
<ol>${notes}</ol>
</section>
`;
}

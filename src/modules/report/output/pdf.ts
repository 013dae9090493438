// The report as a tagged PDF (PDF/UA-1), set by Typst. The document travels as JSON beside a fixed template, so nothing
// a person wrote is ever read as markup; the same document gives the same bytes.
import { readFileSync } from 'node:fs';
import type { Block, Inline, Picture, ReportDocument } from '../document.ts';
import { chartTable, columnShares, drawing, type TableBlock } from './figures.ts';
import {
  asideLabels,
  besidePictures,
  contentsDepth,
  inReadingOrder,
  onPaper,
  shownWidth,
  startsPage,
  statusLine,
  statusMark,
  summaryId,
  tickBoxes,
} from './reading-order.ts';
import { press, PressFailure } from './press.ts';

const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');

/** Throws PressFailure when the document cannot be set or takes over a minute. */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  const typst = forTypst(inReadingOrder(document));
  const missing = new Set<string>();
  for (;;) {
    const text = JSON.stringify({ ...typst, unprintable: missing.size > 0 }, (key, value: unknown) =>
      typeof value === 'string' && key !== 'kind' && missing.size > 0 ? squared(value, missing) : value,
    );
    try {
      return await press.print({ form: 'PDF', template, document: text });
    } catch (error) {
      // PDF/UA refuses characters that no shipped font has, and names them. They become squares, and the report says so.
      const named = error instanceof PressFailure ? missingCharacters(error.message) : [];
      const more = named.filter((character) => !missing.has(character));
      if (more.length === 0) throw error;
      for (const character of more) missing.add(character);
    }
  }
}

/** What report.typ reads: the document with everything decided that Typst should not have to. */
function forTypst(document: ReportDocument): object {
  const mentioned = new Set<number>();
  const notes = new Map(document.footnotes.map(({ number, text }) => [number, text]));
  const mark = (number: number) => {
    const first = !mentioned.has(number);
    mentioned.add(number);
    return { kind: 'note', number, first, text: notes.get(number) ?? '' };
  };
  const inlines = (of: readonly Inline[]) =>
    onPaper(of).map((inline) => (inline.kind === 'note' ? mark(inline.number) : inline));
  const table = (block: TableBlock) => ({
    ...block,
    shares: columnShares(block.columns, block.rows),
    longest: Math.max(0, ...block.rows.flat().map((cell) => cell.length)),
    marks: block.rows.map((_, row) => {
      const number = block.row_notes?.[row];
      return number ? [mark(number)] : [];
    }),
  });
  let charts = 0;

  const block = (of: Block): object => {
    switch (of.kind) {
      case 'heading':
        return of;
      case 'picture':
        return { kind: of.kind, ...pictured(of, 110, 80) };
      case 'ticks':
        return {
          ...of,
          options: of.options.map(({ text, ticked }) => ({
            text,
            tick: tickBoxes[ticked ? 'ticked' : 'empty'],
          })),
        };
      case 'list':
        return { ...of, items: of.items.map(inlines) };
      case 'table':
        return { ...table(of), note: of.note && inlines(of.note) };
      case 'chart':
        charts += 1;
        return {
          kind: of.kind,
          title: of.title,
          alt: `${of.title}. ${of.description}`,
          svg: drawing(of, `chart-${charts}`, true),
          figures: table(chartTable(of)),
          note: of.note && inlines(of.note),
        };
      case 'aside':
        return { ...of, label: asideLabels[of.tone], inlines: inlines(of.inlines) };
      case 'paragraph':
      case 'quotation':
      case 'case-study':
        return { ...of, inlines: inlines(of.inlines) };
    }
  };

  const { paper } = document;
  return {
    ...document,
    paper: paper
      ? { above_title: paper.above_title.map(block), below_title: paper.below_title.map(block) }
      : null,
    chapters: document.chapters.map((chapter, index, all) => ({
      ...chapter,
      starts_page: !paper && startsPage(chapter, all[index - 1]),
      compact: !paper && chapter.id === summaryId,
      blocks: besidePictures(chapter.blocks).map((one, at, placed) => {
        if (one.kind === 'beside')
          return { kind: one.kind, ...pictured(one.picture, 48, 80), blocks: one.blocks.map(block) };
        const leads = one.kind === 'paragraph' && placed[at + 1]?.kind === 'list';
        return leads ? { ...block(one), leads } : block(one);
      }),
    })),
    contents_depth: contentsDepth(document),
    mark: statusMark(document),
    status_line: statusLine(document),
    day: document.published_on === null ? null : document.published_on.split('-').map(Number),
  };
}

/** A picture travels within a drawing, because the document is text. Widest and highest in millimetres. */
function pictured(picture: Picture, widest: number, highest: number): object {
  const { width, height, media_type, bytes, alt } = picture;
  return {
    alt,
    width: shownWidth(picture, widest, highest),
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:${media_type};base64,${bytes}"/></svg>`,
  };
}

/** The characters a refusal names: "the text `"…"` could not be displayed with font …". */
function missingCharacters(refusal: string): string[] {
  const named = [...refusal.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gs)];
  const written = named.map(([, text = '']) =>
    text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
  return [...new Set(written.flatMap((text) => Array.from(text)))].filter(
    (character) => character > '\u007f',
  );
}

function squared(text: string, missing: ReadonlySet<string>): string {
  return Array.from(text, (character) => (missing.has(character) ? '□' : character)).join('');
}

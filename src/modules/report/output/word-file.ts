// Composes the Word file: real headings, notes, lists and repeated table headers, so that Word's own contents,
// navigation and accessibility checker know them. Runs in the press's process: laying out the pages, to number the
// contents, takes about two seconds.
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import {
  Bookmark,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { chartFont, chartWidth } from '../../../kernel/charts/appearance.ts';
import type { Block, Inline, ReportDocument } from '../document.ts';
import { type ChartBlock, chartTable, drawing } from './figures.ts';
import {
  asideLabels,
  contentsDepth,
  onPaper,
  startsPage,
  statusLine,
  statusMark,
  summaryId,
} from './reading-order.ts';
import { bullets, page, textWidthTwips, wordColours, wordStyles } from './word-style.ts';
import { wordTable } from './word-table.ts';

const require = createRequire(import.meta.url);
const fontFiles = [
  '400Regular/AtkinsonHyperlegible_400Regular.ttf',
  '700Bold/AtkinsonHyperlegible_700Bold.ttf',
].map((file) => require.resolve(`@expo-google-fonts/atkinson-hyperlegible/${file}`));

/** Pixels drawn for each of a chart's units: about 200 to the inch at the size it is shown. */
const zoom = 2.4;
/** Width at which a chart is shown, in pixels of 1/96 inch: 104 mm, as in the PDF. */
const shownWidth = 393;
/** The figures of a chart need less than the width of the page. */
const figuresWidth = Math.round(textWidthTwips * 0.55);

/** Takes a document in reading order. */
export async function wordFile(ordered: ReportDocument): Promise<Uint8Array> {
  const charts = ordered.chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
  const drawn = await Promise.all(charts.map((block, index) => chartPicture(block, `chart-${index + 1}`)));
  const pictures = new Map<Block, ImageRun>(charts.map((block, index) => [block, drawn[index] as ImageRun]));
  const mentioned = new Set<number>();

  const body = ordered.chapters.flatMap((chapter, index) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      ...opening(startsPage(chapter, ordered.chapters[index - 1])),
      text: `${chapter.number}  ${chapter.title}`,
    }),
    ...chapter.blocks.flatMap((block, at) =>
      wordBlock(block, pictures.get(block), mentioned, {
        leads: chapter.blocks[at + 1]?.kind === 'list',
        compact: chapter.id === summaryId,
      }),
    ),
  ]);
  const file = new Document({
    title: `${ordered.title}: ${ordered.partnership}`,
    subject: `${ordered.title}, ${ordered.period_label}`,
    creator: ordered.partnership,
    lastModifiedBy: ordered.partnership,
    description: statusLine(ordered),
    styles: wordStyles,
    numbering: { config: [bullets] },
    footnotes: Object.fromEntries(
      ordered.footnotes.map(({ number, text }) => [
        number,
        { children: [new Paragraph({ style: 'FootnoteText', text })] },
      ]),
    ),
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: { default: header(ordered, ordered.partnership), first: header(ordered, '') },
        footers: { default: footer(ordered), first: new Footer({ children: [new Paragraph('')] }) },
        children: [...cover(ordered), ...contents(ordered), ...body],
      },
    ],
  });
  return Packer.toBuffer(file);
}

async function chartPicture(block: ChartBlock, id: string): Promise<ImageRun> {
  const image = await renderAsync(drawing(block, id, true), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: chartFont },
  });
  const shown = shownWidth / (chartWidth * zoom);
  return new ImageRun({
    type: 'png',
    data: image.asPng(),
    transformation: { width: shownWidth, height: Math.round(image.height * shown) },
    altText: { name: id, title: block.title, description: `${block.title}. ${block.description}` },
  });
}

function cover(document: ReportDocument): Paragraph[] {
  const { teal, quiet } = wordColours;
  const fact = (name: string, value: string) =>
    new Paragraph({
      spacing: { after: 60 },
      children: [new TextRun({ text: `${name}: `, color: quiet }), new TextRun(value)],
    });
  return [
    new Paragraph({
      spacing: { before: 3200, after: 320 },
      children: [new TextRun({ text: document.partnership, bold: true, color: teal, size: 26 })],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
    ...(document.subtitle === '' ? [] : [new Paragraph({ style: 'Subtitle', text: document.subtitle })]),
    new Paragraph({ spacing: { before: 600 }, text: '' }),
    fact('Period', document.period_label),
    fact('Written under', document.framework_title),
    fact('Status', statusLine(document)),
    ...(document.contact === ''
      ? []
      : [new Paragraph({ spacing: { before: 1200 }, text: document.contact })]),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function contents(document: ReportDocument): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: `1-${contentsDepth(document)}` }),
  ];
}

function header(document: ReportDocument, left: string): Header {
  const mark = statusMark(document);
  const right = mark === null ? [] : [new TextRun({ text: `\t${mark}`, bold: true, color: wordColours.ink })];
  return new Header({
    children: [
      new Paragraph({ style: 'Header', tabStops: [rightEdge], children: [new TextRun(left), ...right] }),
    ],
  });
}

const rightEdge = { type: TabStopType.RIGHT, position: textWidthTwips };

function footer(document: ReportDocument): Footer {
  const count = { children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] };
  const line = new TextRun(`${document.title} · ${statusLine(document)}`);
  return new Footer({
    children: [
      new Paragraph({ style: 'Footer', tabStops: [rightEdge], children: [line, new TextRun(count)] }),
    ],
  });
}

/** Twentieths of a point above the title of a chapter that follows another on its page. */
const opening = (newPage: boolean) => (newPage ? { pageBreakBefore: true } : { spacing: { before: 900 } });

interface Setting {
  /** Whether a list follows, which must not part from the words that lead to it. */
  leads: boolean;
  compact: boolean;
}

function wordBlock(
  block: Block,
  picture: ImageRun | undefined,
  mentioned: Set<number>,
  { leads, compact }: Setting,
): (Paragraph | Table)[] {
  const styled = (style: string, inlines: readonly Inline[]) =>
    new Paragraph({ style, children: runs(inlines, mentioned) });
  // Without a note an empty line must still part the table from what follows.
  const figureNote = (note: readonly Inline[] | null) => [styled('FigureNote', note ?? [])];
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          ...(compact ? { style: 'Compact' } : {}),
          keepNext: leads,
          children: runs(block.inlines, mentioned),
        }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: compact ? 'CompactBullet' : 'ListBullet',
            numbering: { reference: bullets.reference, level: 0 },
            children: runs(item, mentioned),
          }),
      );
    case 'table':
      return [
        new Paragraph({ style: 'Caption', text: block.caption }),
        wordTable(block, textWidthTwips, (number) => noteRun(number, mentioned)),
        ...figureNote(block.note),
      ];
    case 'chart': {
      const figures = chartTable(block);
      return [
        new Paragraph({ style: 'Caption', text: block.title }),
        new Paragraph({ keepNext: true, children: picture ? [picture] : [] }),
        new Paragraph({ style: 'Caption', text: figures.caption }),
        wordTable(figures, figuresWidth, (number) => noteRun(number, mentioned)),
        ...figureNote(block.note),
      ];
    }
    case 'quotation':
      return [styled('Quote', block.inlines), new Paragraph({ style: 'QuoteSpeaker', text: block.speaker })];
    case 'case-study':
      return [
        new Paragraph({ style: 'CaseStudyTitle', text: block.title }),
        styled('CaseStudy', block.inlines),
      ];
    case 'aside': {
      const label = { kind: 'strong', text: `${asideLabels[block.tone]}: ` } as const;
      return [styled(block.tone === 'gap' ? 'AsideGap' : 'AsideNote', [label, ...block.inlines])];
    }
  }
}

function runs(inlines: readonly Inline[], mentioned: Set<number>): ParagraphChild[] {
  return onPaper(inlines).map((inline) => {
    if (inline.kind === 'text') return new TextRun(inline.text);
    if (inline.kind === 'strong') return new TextRun({ text: inline.text, bold: true });
    return noteRun(inline.number, mentioned);
  });
}

/** Word numbers its notes by their order, as reading order already has; a later mention points back at the first. */
function noteRun(note: number, mentioned: Set<number>): ParagraphChild {
  const anchor = `note_${note}`;
  if (!mentioned.has(note)) {
    mentioned.add(note);
    return new Bookmark({ id: anchor, children: [new FootnoteReferenceRun(note)] });
  }
  const number = new TextRun({ text: String(note), superScript: true, style: 'Hyperlink' });
  return new InternalHyperlink({ anchor, children: [number] });
}

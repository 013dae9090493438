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
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { chartFont, chartWidth } from '../../../kernel/charts/appearance.ts';
import type { Block, Inline, ReportDocument } from '../document.ts';
import { type ChartBlock, chartTable, drawing } from './figures.ts';
import {
  asideLabels,
  besidePictures,
  onPaper,
  startsPage,
  statusLine,
  summaryId,
  tickBoxes,
} from './reading-order.ts';
import { contents, cover, footer, header } from './word-front.ts';
import { besideTable, wordPicture } from './word-picture.ts';
import { bullets, enlarged, page, textWidthTwips, wordStyles } from './word-style.ts';
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

  const { paper } = ordered;
  const opened = paper
    ? paperOpening(ordered, (block) =>
        wordBlock(block, undefined, mentioned, { leads: false, compact: false, deeper: true }),
      )
    : [...cover(ordered), ...contents(ordered)];
  const body = ordered.chapters.flatMap((chapter, index) => [
    paper
      ? new Paragraph({ heading: HeadingLevel.HEADING_2, text: chapter.title })
      : new Paragraph({
          heading: HeadingLevel.HEADING_1,
          ...opening(startsPage(chapter, ordered.chapters[index - 1])),
          text: `${chapter.number}  ${chapter.title}`,
        }),
    ...besidePictures(chapter.blocks).flatMap((block, at, placed) => {
      const setting = { compact: !paper && chapter.id === summaryId, deeper: paper !== undefined };
      if (block.kind === 'beside') {
        const right = block.blocks.flatMap((one) =>
          wordBlock(one, pictures.get(one), mentioned, { ...setting, leads: false }),
        );
        return [besideTable(block.picture, right)];
      }
      const leads = placed[at + 1]?.kind === 'list';
      return wordBlock(block, pictures.get(block), mentioned, { ...setting, leads });
    }),
  ]);
  const file = new Document({
    title: `${ordered.title}: ${ordered.partnership}`,
    subject: `${ordered.title}, ${ordered.period_label}`,
    creator: ordered.partnership,
    lastModifiedBy: ordered.partnership,
    description: statusLine(ordered),
    styles: ordered.type_size === 'large' ? enlarged(wordStyles) : wordStyles,
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
          titlePage: !paper,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: { default: header(ordered, ordered.partnership), first: header(ordered, '') },
        footers: { default: footer(ordered), first: new Footer({ children: [new Paragraph('')] }) },
        children: [...opened, ...body],
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

/** A paper begins with its title, among what its committee asks to know first. */
function paperOpening(
  { title, paper }: ReportDocument,
  drawn: (block: Block) => (Paragraph | Table)[],
): (Paragraph | Table)[] {
  return [
    ...(paper?.above_title ?? []).flatMap(drawn),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
    ...(paper?.below_title ?? []).flatMap(drawn),
  ];
}

/** Room for the number of a paragraph, in twentieths of a point. */
const numberRoom = 560;

/** Twentieths of a point above the title of a chapter that follows another on its page. */
const opening = (newPage: boolean) => (newPage ? { pageBreakBefore: true } : { spacing: { before: 900 } });

interface Setting {
  /** Whether a list follows, which must not part from the words that lead to it. */
  leads: boolean;
  compact: boolean;
  /** Under the title of a paper, which is itself a heading. */
  deeper: boolean;
}

function wordBlock(
  block: Block,
  picture: ImageRun | undefined,
  mentioned: Set<number>,
  { leads, compact, deeper }: Setting,
): (Paragraph | Table)[] {
  const styled = (style: string, inlines: readonly Inline[]) =>
    new Paragraph({ style, children: runs(inlines, mentioned) });
  // Without a note an empty line must still part the table from what follows.
  const figureNote = (note: readonly Inline[] | null) => [styled('FigureNote', note ?? [])];
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: `Heading${(block.level + (deeper ? 1 : 0)) as 2 | 3 | 4}`,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          ...(compact ? { style: 'Compact' } : {}),
          keepNext: leads,
          ...(block.number === undefined ? {} : { indent: { left: numberRoom, hanging: numberRoom } }),
          children: [
            ...(block.number === undefined ? [] : [new TextRun(`${block.number}\t`)]),
            ...runs(block.inlines, mentioned),
          ],
        }),
      ];
    case 'ticks':
      return [
        new Paragraph({
          children: [
            new TextRun({ text: block.label, bold: true }),
            ...block.options.flatMap(({ text, ticked }, at) => [
              ...(at === 0 && block.label === '' ? [] : [new TextRun('\t')]),
              // Hardly any typeface but this one has the boxes.
              new TextRun({ text: tickBoxes[ticked ? 'ticked' : 'empty'], font: 'Segoe UI Symbol' }),
              new TextRun(` ${text}`),
            ]),
          ],
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
        ...(block.caption === '' ? [] : [new Paragraph({ style: 'Caption', text: block.caption })]),
        wordTable(block, textWidthTwips, (number) => noteRun(number, mentioned)),
        ...figureNote(block.note),
      ];
    case 'picture':
      return [wordPicture(block)];
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

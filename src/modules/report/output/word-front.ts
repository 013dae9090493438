// What a Word file has around its text: the cover and contents of a report, and the head and foot of every page.
import {
  Footer,
  Header,
  HeadingLevel,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { ReportDocument } from '../document.ts';
import { contentsDepth, statusLine, statusMark } from './reading-order.ts';
import { textWidthTwips, wordColours } from './word-style.ts';

/** The first page of a report. */
export function cover(document: ReportDocument): Paragraph[] {
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
    ...(document.framework_title === '' ? [] : [fact('Written under', document.framework_title)]),
    fact('Status', statusLine(document)),
    ...(document.contact === ''
      ? []
      : [new Paragraph({ spacing: { before: 1200 }, text: document.contact })]),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

export function contents(document: ReportDocument): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: `1-${contentsDepth(document)}` }),
  ];
}

export function header(document: ReportDocument, left: string): Header {
  const mark = statusMark(document);
  const right = mark === null ? [] : [new TextRun({ text: `\t${mark}`, bold: true, color: wordColours.ink })];
  return new Header({
    children: [
      new Paragraph({ style: 'Header', tabStops: [rightEdge], children: [new TextRun(left), ...right] }),
    ],
  });
}

const rightEdge = { type: TabStopType.RIGHT, position: textWidthTwips };

export function footer(document: ReportDocument): Footer {
  const count = { children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] };
  const line = new TextRun(`${document.title} · ${statusLine(document)}`);
  return new Footer({
    children: [
      new Paragraph({ style: 'Footer', tabStops: [rightEdge], children: [line, new TextRun(count)] }),
    ],
  });
}

// The bundle as a Word file: headings, contents with links, and the words themselves. What is left out is not in it, in
// any form: the file is made from the bundle alone.
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { showDay } from '../../../ground/drawing.ts';
import { type Bundle, leftOutMark, neverSaid, rights } from './bundle.ts';
import type { Piece } from './left-out.ts';

const font = 'Arial';
const title = 'Answer to your request to see what is held';

export async function bundleFile(bundle: Bundle): Promise<Uint8Array> {
  const file = new Document({
    title,
    creator: bundle.partnership,
    lastModifiedBy: bundle.partnership,
    styles: {
      default: {
        document: {
          run: { font, size: 24, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        title: { run: { font, size: 48, bold: true } },
        heading1: {
          run: { font, size: 34, bold: true },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 300, after: 120 } },
        },
      },
    },
    sections: [{ footers: { default: footer(bundle) }, children: body(bundle) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function footer({ partnership }: Bundle): Footer {
  const page = new TextRun({
    children: [`${partnership}, in confidence. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
    size: 18,
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [page] })] });
}

function body(bundle: Bundle): Paragraph[] {
  const { sections, files, left_out } = bundle;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    plain(bundle.partnership),
    plain(`For ${bundle.asked_by}. About ${bundle.about}.`),
    plain(
      `We received the request on ${showDay(bundle.received_on)}. This was put together on ${showDay(bundle.made_on)}.`,
    ),
    plain(
      `Where you read ${leftOutMark}, we left words out. Why is said at the end, in general terms. The mark is the same however much was left out.`,
    ),
    heading('Contents'),
    ...sections.map(
      ({ heading: words }, at) =>
        new Paragraph({
          children: [
            new InternalHyperlink({
              anchor: anchorOf(at),
              children: [new TextRun({ text: `${at + 1}. ${words}`, style: 'Hyperlink' })],
            }),
          ],
          spacing: { after: 60 },
        }),
    ),
    ...(sections.length === 0 ? [plain('No record is given.')] : []),
    heading('The records'),
    ...sections.flatMap(({ heading: words, entries }, at) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        children: [new Bookmark({ id: anchorOf(at), children: [new TextRun(`${at + 1}. ${words}`)] })],
      }),
      ...entries.map(
        ({ label, pieces }) =>
          new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), ...runs(pieces)] }),
      ),
    ]),
    ...(files.length === 0
      ? []
      : [
          heading('Documents given with this one'),
          ...files.map((pieces) => new Paragraph({ bullet: { level: 0 }, children: runs(pieces) })),
        ]),
    heading('What is not given, and why'),
    ...[...left_out, neverSaid].map(plain),
    heading('Your rights'),
    ...rights.map(plain),
  ];
}

const anchorOf = (at: number) => `record-${at + 1}`;
const plain = (words: string) => new Paragraph({ children: [new TextRun(words)] });
const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, text });

/** Lines of a text stay lines. */
function runs(pieces: readonly Piece[]): TextRun[] {
  return pieces.flatMap((piece) =>
    piece === null
      ? [new TextRun({ text: leftOutMark, italics: true })]
      : piece.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) })),
  );
}

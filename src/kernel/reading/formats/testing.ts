// Support for tests and benches: one report written in every format that is read, so that it can be asked whether all of them say
// the same. Word files by the docx package, PDFs by Typst, as programs of others write them.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { strToU8, zipSync } from 'fflate';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

export type Piece =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** The first row holds the labels. */
  | { kind: 'table'; caption: string; cells: readonly (readonly string[])[] };

export function asMarkdown(pieces: readonly Piece[]): string {
  const written = pieces.map((piece) => {
    if (piece.kind === 'heading') return `${'#'.repeat(piece.level)} ${piece.text}`;
    if (piece.kind === 'paragraph') return piece.text;
    if (piece.kind === 'list') return piece.items.map((item) => `- ${item}`).join('\n');
    const [header = [], ...rows] = piece.cells;
    const lines = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
    return `${piece.caption}\n\n${lines.join('\n')}`;
  });
  return `${written.join('\n\n')}\n`;
}

/** As a converter leaves it: cells parted by tabs. */
export function asText(pieces: readonly Piece[]): string {
  const written = pieces.map((piece) =>
    piece.kind === 'table'
      ? `${piece.caption}\n\n${piece.cells.map((row) => row.join('\t')).join('\n')}`
      : asMarkdown([piece]).trim().replaceAll(/^- /gm, '• '),
  );
  return `${written.join('\n\n')}\n`;
}

export function asHtml(pieces: readonly Piece[]): string {
  const body = pieces.map((piece) => {
    if (piece.kind === 'heading') return `<h${piece.level}>${piece.text}</h${piece.level}>`;
    if (piece.kind === 'paragraph') return `<p>${piece.text}</p>`;
    if (piece.kind === 'list') return `<ul>${piece.items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    const rows = piece.cells.map((row, at) => {
      const cell = at === 0 ? 'th' : 'td';
      return `<tr>${row.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`;
    });
    return `<table><caption>${piece.caption}</caption>${rows.join('\n')}</table>`;
  });
  return `<!doctype html><html lang="en"><body><main>\n${body.join('\n')}\n</main></body></html>`;
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export async function asDocx(pieces: readonly Piece[]): Promise<Uint8Array> {
  const children = pieces.flatMap((piece): (Paragraph | Table)[] => {
    if (piece.kind === 'heading')
      return [new Paragraph({ text: piece.text, heading: headings[piece.level] })];
    if (piece.kind === 'paragraph') return [new Paragraph({ children: runsOf(piece.text) })];
    if (piece.kind === 'list')
      return piece.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    const rows = piece.cells.map(
      (row) =>
        new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph({ text })] })) }),
    );
    return [new Paragraph({ text: piece.caption }), new Table({ rows })];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Word cuts a sentence into runs wherever somebody once edited it. */
function runsOf(text: string): TextRun[] {
  return text.split(/(?<= )/).map((piece) => new TextRun({ text: piece }));
}

export interface PdfLook {
  /** Whether the file describes its own structure. */
  tagged: boolean;
  columns?: 1 | 2;
  /** Running header and footer with page numbers. */
  furniture?: boolean;
  justified?: boolean;
}

const template = `
#let data = json("data.json")
#set document(title: "Yearly report")
#set page(paper: "a4", columns: data.columns, header: if data.furniture [Marshdale Partnership #h(1fr) Yearly report], footer: if data.furniture {
  context [Yearly report of the partnership #h(1fr) Page #counter(page).display() of #counter(page).final().at(0)]
})
#set text(font: "Atkinson Hyperlegible", size: 10.5pt, hyphenate: data.justified, lang: "en", region: "GB")
#set par(justify: data.justified, spacing: 1.1em)
#set heading(numbering: none)
#for piece in data.pieces {
  if piece.kind == "heading" { heading(level: piece.level, piece.text) }
  if piece.kind == "paragraph" { par(piece.text) }
  if piece.kind == "list" { list(..piece.items) }
  if piece.kind == "table" {
    par(piece.caption)
    let first = piece.cells.first()
    table(columns: (auto,) * first.len(), align: (x, y) => if x == 0 { left } else { right }, stroke: 0.4pt,
      table.header(..first.map(strong)), ..piece.cells.slice(1).flatten())
  }
}
`;

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible/package.json'),
);
let compiler: NodeCompiler | null = null;

export function asPdf(pieces: readonly Piece[], look: PdfLook): Uint8Array {
  const workspace = import.meta.dirname;
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
  const { columns = 1, furniture = false, justified = false, tagged } = look;
  compiler.addSource(`${workspace}/fixture.typ`, template);
  compiler.mapShadow(
    `${workspace}/data.json`,
    Buffer.from(JSON.stringify({ pieces, columns, furniture, justified })),
  );
  const { result } = compiler.compile({ mainFilePath: `${workspace}/fixture.typ`, resetRead: true });
  if (result === null) throw new Error('Typst made no PDF of the fixture.');
  const pdf = compiler.pdf(result, { pdfTags: tagged });
  compiler.evictCache(1);
  return pdf;
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with this XML inside its body, and what else is given. */
export function wordFile(body: string, more: Record<string, string> = {}): Uint8Array {
  return wordZip({
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export function wordZip(parts: Record<string, string>): Uint8Array {
  const all = { '[Content_Types].xml': contentTypes, '_rels/.rels': relations, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/** `styles`: id, then the XML in the style. */
export function wordStyles(styles: Readonly<Record<string, string>>): string {
  const all = Object.entries(styles).map(
    ([id, xml]) => `<w:style w:type="paragraph" w:styleId="${id}">${xml}</w:style>`,
  );
  return `<?xml version="1.0"?><w:styles ${wordSpace}>${all.join('')}</w:styles>`;
}

/** A PDF of these objects, numbered from 1, the first its catalogue; streams by the number of their object. */
export function pdfOf(
  objects: readonly string[],
  streams: Readonly<Record<number, Uint8Array>> = {},
  trailer = '',
): Uint8Array {
  const pieces: Uint8Array[] = [strToU8('%PDF-1.7\n')];
  const size = () => pieces.reduce((sum, { length }) => sum + length, 0);
  const places = objects.map((object, at) => {
    const place = size();
    const stream = streams[at + 1];
    pieces.push(strToU8(`${at + 1} 0 obj\n${object}`));
    if (stream) pieces.push(strToU8('\nstream\n'), stream, strToU8('\nendstream'));
    pieces.push(strToU8('\nendobj\n'));
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = size();
  pieces.push(
    strToU8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(pieces));
}

const sentences = [
  'The partnership met six times and looked at what its audits had shown.',
  'Multi-agency training reached more practitioners than in the year before.',
  'Children told us that they want to be asked before decisions are made about them.',
  'Safeguarding partners agreed which information is shared, by whom, and how quickly.',
  'Health visitors noted what families found difficult, and early help followed within ten working days.',
  'In 2024/25 there were 1,204 referrals, of which 38% came from schools.',
  'What has changed for neurodivergent children is not yet known.',
];

/** A report of many chapters, each with a table whose total is right. */
export function longReport(chapters: number): Piece[] {
  return Array.from({ length: chapters }, (_, chapter): Piece[] => {
    const counts = Array.from({ length: 8 }, (__, row) => [
      12 + ((chapter * 7 + row * 13) % 90),
      3 + ((chapter + row) % 9),
    ]);
    const total = [0, 1].map((column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const paragraph = (from: number): Piece => ({
      kind: 'paragraph',
      text: Array.from({ length: 9 }, (__, at) => sentences[(chapter + from + at) % sentences.length]).join(
        ' ',
      ),
    });
    return [
      { kind: 'heading', level: 1, text: `Theme ${chapter + 1} of the year` },
      paragraph(0),
      { kind: 'heading', level: 2, text: 'What we did' },
      paragraph(3),
      { kind: 'list', items: sentences.map((one) => one.slice(0, -1)) },
      { kind: 'heading', level: 2, text: 'What it came to' },
      {
        kind: 'table',
        caption: `Table ${chapter + 1}: Sessions and those who came`,
        cells: [
          ['Course', 'Attendees', 'Sessions'],
          ...counts.map(([attendees, held], row) => [
            `Course ${String.fromCharCode(65 + row)} on safeguarding`,
            String(attendees),
            String(held),
          ]),
          ['Total', ...total.map(String)],
        ],
      },
      ...[1, 4, 5, 2, 6].map(paragraph),
    ];
  }).flat();
}

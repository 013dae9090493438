// A report is the same report in whatever format it was written: headings, sentences, lists, the numbers of its tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadDocument } from '../document.ts';
import { readDocument } from './index.ts';
import { asDocx, asHtml, asMarkdown, asPdf, asText, longReport, type Piece } from './testing.ts';

const words =
  'the partnership children families practitioners safeguarding schools health police audit learning support early help review training voice plan neglect exploitation harm year data group lead officer evidence difference young people carers told agreed found shown began'.split(
    ' ',
  );
const names = [
  'Neglect',
  'Exploitation',
  'Listening to children',
  'Training for practitioners',
  'Audits of practice',
  'Early help',
  'Joint work with schools',
];

const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 5, maxLength: 22 })
  .map(([first = '', ...rest]) => `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`);
const paragraph = fc
  .array(sentence, { minLength: 2, maxLength: 7 })
  .map((all): Piece => ({ kind: 'paragraph', text: all.join(' ') }));
const list = fc
  .array(sentence, { minLength: 2, maxLength: 5 })
  .map((items): Piece => ({ kind: 'list', items }));
const table = fc
  .array(fc.tuple(fc.nat(2000), fc.nat(90)), { minLength: 2, maxLength: 14 })
  .map((counts): Piece => {
    const total = counts.reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    const row = (label: string, [a, b]: readonly [number, number]) => [
      label,
      a.toLocaleString('en-GB'),
      String(b),
    ];
    const cells = [
      ['Course', 'Attendees', 'Sessions'],
      ...counts.map((one, at) => row(`Course number ${at + 1}`, one)),
      row('Total', total),
    ];
    return { kind: 'table', caption: 'Table 1: Who came', cells };
  });
const section = (...bodies: fc.Arbitrary<Piece>[]) =>
  fc.tuple(fc.constantFrom(...names), fc.array(fc.oneof(...bodies), { minLength: 1, maxLength: 4 }));
const report = (...bodies: fc.Arbitrary<Piece>[]) =>
  fc.array(section(paragraph, ...bodies), { minLength: 2, maxLength: 5 }).map((sections) =>
    [...sections, ['What comes next', [...ending, glossary]] as const].flatMap(
      ([name, pieces], at): Piece[] => [
        { kind: 'heading', level: 1, text: `${name} in the year ${at + 1}` },
        {
          kind: 'paragraph',
          text: `This chapter tells what was done about it, and section ${at + 1} of the plan says why.`,
        },
        ...named(apart(pieces), `${name}, ${ordinals[at]}`),
      ],
    ),
  );

/** Long enough for a second page, without which nobody could tell a running header. */
const ending = Array.from(
  { length: 11 },
  (_, at): Piece => ({
    kind: 'paragraph',
    text: Array.from(
      { length: 6 },
      (__, more) =>
        `In its meeting the group saw ${at + 2} of ${more + 14} plans and asked what they had changed.`,
    ).join(' '),
  }),
);
/** Every word stands somewhere whole, so that one cut at the end of a line can be known. */
const glossary: Piece = { kind: 'list', items: words.map((word) => `We say “${word}” here.`) };
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

function named(pieces: readonly Piece[], name: string): Piece[] {
  return pieces.map((piece, at) =>
    piece.kind === 'table'
      ? { ...piece, caption: `Table ${at + 1}: Who came, ${name} and ${ordinals[at] ?? 'last'}` }
      : piece,
  );
}

/** Two lists or tables are never neighbours: no format could tell them from one. */
function apart(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at): Piece[] =>
    piece.kind !== 'paragraph' && pieces[at - 1]?.kind === piece.kind
      ? [{ kind: 'paragraph', text: 'Beside it there was more to be told.' }, piece]
      : [piece],
  );
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a report says, without where it stands. */
function said({ parts }: ReadDocument): unknown[] {
  return parts.map((part) => {
    if (part.kind === 'heading') return { heading: part.text, level: part.level };
    if (part.kind !== 'table') return { [part.kind]: part.text };
    const rows = part.rows.map(({ cells }) => cells.map(({ text, number }) => number?.value ?? text));
    return { caption: part.caption, header: part.header, rows, total: part.total };
  });
}

/**
 * Where a page or a column ends with a sentence, no program could tell whether the paragraph does, so halves of one that stand on
 * two count as whole.
 */
function healed(found: unknown[], meant: readonly unknown[]): unknown[] {
  const whole: unknown[] = [];
  for (const part of found) {
    const last = whole.at(-1);
    const due = meant[whole.length - 1];
    const kind = ['paragraph', 'item'].find((one) => textOf(due, one) !== null) ?? 'paragraph';
    const [before, more, wanted] = [
      textOf(last, kind),
      textOf(part, kind) ?? textOf(part, 'paragraph'),
      textOf(due, kind),
    ];
    const half = before !== null && more !== null && wanted?.startsWith(`${before} ${more}`) === true;
    if (half && before.endsWith('.')) whole[whole.length - 1] = { [kind]: `${before} ${more}` };
    else whole.push(part);
  }
  return whole;
}

function textOf(part: unknown, kind: string): string | null {
  const text = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[kind] : null;
  return typeof text === 'string' ? text : null;
}

function written(pieces: readonly Piece[]): unknown[] {
  return pieces.flatMap((piece): unknown[] => {
    if (piece.kind === 'heading') return [{ heading: piece.text, level: piece.level }];
    if (piece.kind === 'paragraph') return [{ paragraph: piece.text }];
    if (piece.kind === 'list') return piece.items.map((item) => ({ item }));
    const [header, ...rows] = piece.cells;
    const read = rows.map((row) =>
      row.map((text) => (/^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : text)),
    );
    return [{ caption: piece.caption, header, rows: read, total: rows.length - 1 }];
  });
}

const formats: Record<string, (pieces: readonly Piece[]) => Uint8Array | Promise<Uint8Array>> = {
  'report.txt': (pieces) => bytes(asText(pieces)),
  'report.md': (pieces) => bytes(asMarkdown(pieces)),
  'report.html': (pieces) => bytes(asHtml(pieces)),
  'report.docx': asDocx,
  'report tagged.pdf': (pieces) => asPdf(pieces, { tagged: true, furniture: true }),
  'report untagged.pdf': (pieces) => asPdf(pieces, { tagged: false, furniture: true }),
  'report untagged and justified.pdf': (pieces) => asPdf(pieces, { tagged: false, justified: true }),
  'report tagged and justified.pdf': (pieces) =>
    asPdf(pieces, { tagged: true, justified: true, furniture: true }),
};

for (const [name, write] of Object.entries(formats)) {
  test(`any report written as ${name} says the same`, async () => {
    await fc.assert(
      fc.asyncProperty(report(list, table), async (pieces) => {
        const document = await readDocument(name, await write(pieces));
        const meant = written(pieces);
        assert.deepEqual(name.endsWith('.pdf') ? healed(said(document), meant) : said(document), meant);
      }),
      { numRuns: name.endsWith('.pdf') ? 15 : 25, endOnFailure: true },
    );
  });
}

for (const tagged of [true, false]) {
  test(`a PDF in two columns, ${tagged ? 'tagged' : 'not tagged'}, is read down the first and then down the second`, async () => {
    await fc.assert(
      fc.asyncProperty(report(list), async (pieces) => {
        const pdf = asPdf(pieces, { tagged, columns: 2, furniture: true, justified: true });
        const meant = written(pieces);
        assert.deepEqual(healed(said(await readDocument('report.pdf', pdf)), meant), meant);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
}

test('a long report says the same in every format, and PDFs know the page of everything', async () => {
  const pieces = longReport(6);
  for (const [name, write] of Object.entries(formats)) {
    const document = await readDocument(name, await write(pieces));
    assert.deepEqual(healed(said(document), written(pieces)), written(pieces), name);
    if (!name.endsWith('.pdf')) continue;
    const pages = document.parts.map(({ page }) => page ?? 0);
    assert.ok(
      pages.every((page, at) => page >= (pages[at - 1] ?? 1) && page <= (document.pages ?? 0)),
      name,
    );
  }
});

// Figures of one part of a chapter: one or two as sentences, more as a table in which each row carries its own mark. Every
// figure stands with its period; area and comparison have a column where figures differ in them, and none where they don't.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Measure } from '../../../kernel/evidence/shapes.ts';
import type { Block, Inline } from '../document.ts';
import { ended, measureText, whenGiven, whenText } from '../wording.ts';
import type { Footnotes } from './footnotes.ts';
import { cited, listOf, text } from './inlines.ts';

/** So few figures read better as sentences than as a table. */
const fewFigures = 2;

export interface Figure {
  item: EvidenceItem;
  measure: Measure;
}

export function figuresOf(items: readonly EvidenceItem[]): Figure[] {
  return items.flatMap((item) => (item.content.shape === 'measure' ? [{ item, measure: item.content }] : []));
}

export function figureBlocks(figures: readonly Figure[], caption: string, notes: Footnotes): Block[] {
  if (figures.length <= fewFigures) return listOf(figures.map((figure) => figureInlines(figure, notes)));
  return [figuresTable(figures, caption, notes)];
}

/** "Rapid reviews: 3 reviews (2024/25, York), against 2 reviews (2023/24)." */
function figureInlines({ item, measure }: Figure, notes: Footnotes): Inline[] {
  const where = [whenText(item), item.geography].filter(Boolean).join(', ');
  const compared = comparedText(measure);
  const inlines = [text(`${item.title}: `), cited(measureText(measure), notes.numberOf(item))];
  inlines.push(text(` (${where})${compared ? `, against ${compared}` : ''}.`));
  return measure.note ? [...inlines, text(` ${ended(measure.note)}`)] : inlines;
}

function comparedText(measure: Measure): string {
  const { comparator } = measure;
  if (!comparator) return '';
  const other = { ...measure, value: comparator.value, qualifier: 'exactly', numerator: null } as const;
  return `${measureText(other)} (${comparator.label})`;
}

function figuresTable(figures: readonly Figure[], caption: string, notes: Footnotes): Block {
  const areas = new Set(figures.map(({ item }) => item.geography));
  const oneArea = areas.size === 1 ? ([...areas][0] ?? null) : null;
  const columns: { label: string; numeric: boolean; cell: (figure: Figure) => string }[] = [
    { label: 'What is counted', numeric: false, cell: ({ item, measure }) => nameOf(item, measure) },
    { label: 'Figure', numeric: true, cell: ({ measure }) => measureText(measure) },
    { label: 'Period', numeric: false, cell: ({ item }) => whenGiven(item) ?? 'not given' },
  ];
  if (areas.size > 1)
    columns.push({ label: 'Area', numeric: false, cell: ({ item }) => item.geography ?? 'not given' });
  if (figures.some(({ measure }) => measure.comparator))
    columns.push({
      label: 'Compared with',
      numeric: true,
      cell: ({ measure }) => comparedText(measure) || 'nothing',
    });
  const only = figures.length === 1 ? figures[0]?.item : undefined;
  return {
    kind: 'table',
    caption: oneArea ? `${caption} (${oneArea})` : caption,
    columns: columns.map(({ label, numeric }) => ({ label, numeric })),
    rows: figures.map((figure) => columns.map(({ cell }) => cell(figure))),
    row_notes: figures.map(({ item }) => notes.numberOf(item)),
    total: null,
    note: null,
    ref: only?.ref ?? null,
  };
}

function nameOf(item: EvidenceItem, { note }: Measure): string {
  return note ? `${item.title} (${note.replace(/\.$/, '')})` : item.title;
}

// The words of one page of a PDF with their places, as its file gives them: in the order they were written, each with its
// size, whether it is bold, and the mark by which the file's own structure (ISO 32000, 14.8) refers to it.
import type { PDFPageProxy } from 'unpdf/pdfjs';

/** A piece of text on one baseline. Points from the bottom left corner of the page. */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** The marked content it belongs to; null where the file marks none. */
  mark: string | null;
  /** Marked as no part of what is said: running headers, page numbers, decoration. */
  artifact: boolean;
}

export interface PageText {
  page: number;
  width: number;
  height: number;
  runs: Run[];
}

/** Whether a font is bold, by the name PDF.js gives it; shared between the pages of one file. */
export type Weights = Map<string, boolean>;

export async function pageText(page: PDFPageProxy, weights: Weights): Promise<PageText> {
  const [, , right = 0, top = 0] = page.view;
  const [left = 0, bottom = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: true });
  await learnWeights(page, content.items, weights);
  const marks = new Marks();
  const runs: Run[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      marks.follow(item);
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d);
    // Text that runs up the side of a page is decoration, or a label of a chart.
    const upright = a > 0 && Math.abs(b) < 0.1 * Math.abs(a);
    if (!upright || item.str.trim() === '' || size < 3) continue;
    if (x < left - 2 || x > right + 2 || y < bottom - 2 || y > top + 2) continue;
    runs.push({
      text: item.str,
      x0: x,
      x1: x + item.width,
      y,
      size,
      bold: weights.get(item.fontName) ?? false,
      mark: marks.current,
      artifact: marks.artifact,
    });
  }
  return { page: page.pageNumber, width: right - left, height: top - bottom, runs };
}

type Items = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];
type Marking = Exclude<Items[number], { str: string }>;

/** PDF.js says how heavy a font is only when it draws with it, which takes as long as reading; so once for each new font. */
async function learnWeights(page: PDFPageProxy, items: Items, weights: Weights): Promise<void> {
  const names = new Set(items.flatMap((item) => ('str' in item && item.str.trim() ? [item.fontName] : [])));
  const unknown = [...names].filter((name) => !weights.has(name));
  if (unknown.length === 0) return;
  await page.getOperatorList();
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    weights.set(name, isBold(font));
  }
}

function isBold(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const { name, bold, black } = font as { name?: unknown; bold?: unknown; black?: unknown };
  if (bold === true || black === true) return true;
  return typeof name === 'string' && /bold|black|heavy|semibd|demi(?!n)|-bd\b/i.test(name);
}

/** Which marked content the reading is in. */
class Marks {
  private readonly open: { id: string | null; artifact: boolean }[] = [];

  follow(item: Marking): void {
    if (item.type === 'endMarkedContent') this.open.pop();
    else this.open.push({ id: item.id ?? null, artifact: 'tag' in item && item.tag === 'Artifact' });
  }

  get current(): string | null {
    return this.open.findLast(({ id }) => id !== null)?.id ?? null;
  }

  get artifact(): boolean {
    return this.open.some(({ artifact }) => artifact);
  }
}

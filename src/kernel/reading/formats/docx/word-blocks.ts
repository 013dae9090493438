// The paragraphs of a Word file before they become HTML: headings told by their style, else by being short and wholly bold; tables
// that only frame text taken apart.
import type { HeadingStyles, Level } from './heading-styles.ts';

/** As mammoth reads it; only what is asked here. */
export interface WordElement {
  type: string;
  children?: WordElement[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  isBold?: boolean;
}
export type WordDocument = WordElement & { children: WordElement[] };

export function withHeadings(
  document: WordDocument,
  styles: HeadingStyles,
): { document: WordDocument; title: string | null } {
  const children = document.children.flatMap(unframed);
  const title = children.find(({ styleId }) => styleId && styles.titles.has(styleId));
  const read = children.map((one, at) => {
    const level =
      levelOf(one, styles) ?? (isBoldHeading(one, children[at + 1], styles) ? styles.below : null);
    return level === null
      ? one
      : { ...one, styleId: `Heading${level}`, styleName: `heading ${level}`, numbering: null };
  });
  return {
    document: { ...document, children: read },
    title: title === undefined ? null : textOf(title) || null,
  };
}

function levelOf({ type, styleId }: WordElement, { levels, titles }: HeadingStyles): Level | null {
  if (type !== 'paragraph' || !styleId) return null;
  return titles.has(styleId) ? 1 : (levels.get(styleId) ?? null);
}

/** The last resort: a line of its own in bold. Right before a table it is the table's name. */
function isBoldHeading(one: WordElement, next: WordElement | undefined, { bold }: HeadingStyles): boolean {
  if (one.type !== 'paragraph' || one.numbering || next?.type === 'table') return false;
  const text = textOf(one);
  if (text.length > 160 || !/\p{L}{3}/u.test(text) || !/^[^\p{Ll}"“‘].*[^.;,:]$/u.test(text)) return false;
  return (
    (one.styleId != null && bold.has(one.styleId)) ||
    runsIn(one).every((run) => run.isBold === true || textOf(run) === '')
  );
}

function runsIn(element: WordElement): WordElement[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runsIn);
}

function textOf(element: WordElement): string {
  const own = element.type === 'text' ? (element.value ?? '') : element.type === 'tab' ? ' ' : '';
  const text = (element.children ?? []).reduce((before, child) => before + textOf(child), own);
  return element.type === 'paragraph' ? text.replaceAll(/\s+/g, ' ').trim() : text;
}

/** A table of one column and few rows is a frame around text. */
function unframed(element: WordElement): WordElement[] {
  if (element.type !== 'table') return [element];
  const rows = element.children ?? [];
  const framed = rows.length <= 3 && rows.every((row) => row.children?.length === 1);
  return framed ? rows.flatMap((row) => row.children?.[0]?.children ?? []).flatMap(unframed) : [element];
}

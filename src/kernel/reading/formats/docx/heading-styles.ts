// Which paragraph styles of a Word file are headings: by the outline level they have or take over from the style they are based
// on, and by Word's own names, whatever language Word speaks ("heading 1" inside, "Überschrift 1" on screen).
import { type SaxesAttributePlain, SaxesParser } from 'saxes';

export type Level = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadingStyles {
  /** The level by the style's id; absent for other styles. */
  levels: ReadonlyMap<string, Level>;
  /** Ids of the styles of a document's title. */
  titles: ReadonlySet<string>;
  /** Ids of other styles that make a paragraph bold. */
  bold: ReadonlySet<string>;
  /** Below those that the document uses: for headings that have no style. */
  below: Level;
}

interface Style {
  name: string;
  based_on: string | null;
  /** 0 to 8 as Word counts, 9 for text; null where it says nothing. */
  outline: number | null;
  bold: boolean | null;
}

/** `used`: ids of the styles that paragraphs have. */
export function headingStyles(stylesXml: string, used: ReadonlySet<string>): HeadingStyles {
  const styles = stylesIn(stylesXml);
  const levels = new Map<string, Level>();
  const titles = new Set<string>();
  const bold = new Set<string>();
  for (const id of styles.keys()) {
    const chain = chainOf(id, styles);
    const plain = chain.some(({ name }) =>
      /^(caption|quote|intense quote|header|footer|toc \d)$/i.test(name),
    );
    if (!plain && chain.find((style) => style.bold !== null)?.bold === true) bold.add(id);
    const outline = chain.find((style) => style.outline !== null)?.outline ?? null;
    const named = chain.flatMap(({ name }) => Number(/^heading ([1-9])$/i.exec(name)?.[1] ?? 0) || []).at(0);
    if (chain.some(({ name }) => /^title$/i.test(name))) titles.add(id);
    else if (outline === 9 && !/^toc heading$/i.test(chain[0]?.name ?? '')) continue;
    else if (outline !== null && outline < 9) levels.set(id, levelOf(outline + 1));
    else if (named !== undefined) levels.set(id, levelOf(named));
  }
  const deepest = Math.max(0, ...[...levels].flatMap(([id, level]) => (used.has(id) ? [level] : [])));
  return { levels, titles, bold, below: levelOf(deepest + 1) };
}

function levelOf(level: number): Level {
  return Math.min(6, level) as Level;
}

/** A style and those it is based on, nearest first; a circle of styles ends where it began. */
function chainOf(id: string, styles: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = [];
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const style: Style | undefined = styles.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.based_on;
  }
  return chain;
}

function stylesIn(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let open: Style | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributeOf(attributes, 'val');
    if (name === 'w:style' && attributeOf(attributes, 'type') === 'paragraph') {
      open = { name: '', based_on: null, outline: null, bold: null };
      styles.set(attributeOf(attributes, 'styleId') ?? '', open);
    } else if (open !== null && name === 'w:b') open.bold = value !== '0' && value !== 'false';
    else if (open === null || value === null) return;
    else if (name === 'w:name') open.name = value;
    else if (name === 'w:basedOn') open.based_on = value;
    else if (name === 'w:outlineLvl') open.outline = Number.parseInt(value, 10);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:style') open = null;
  });
  // Styles that cannot be read leave the text to be read without them.
  parser.on('error', () => undefined);
  parser.write(xml).close();
  return styles;
}

function attributeOf(attributes: Record<string, SaxesAttributePlain | string>, name: string): string | null {
  const value = attributes[`w:${name}`];
  return typeof value === 'string' ? value : null;
}

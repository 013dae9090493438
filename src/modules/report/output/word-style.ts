// How the Word file looks: styles that an editor can change in one place in Word, in the report's colours. The typeface
// is one that every reader has, so that the page numbers of the contents, worked out here, hold there.
import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

export const wordColours = {
  ink: '1B2A30',
  quiet: '46575D',
  teal: '12656C',
  mist: 'EEF5F4',
  rule: 'CDD8DA',
  thread: 'C8961E',
  gap: 'FFFAF0',
} as const;

/** Page and columns in twentieths of a point: A4 with margins of 24 mm. */
export const page = { width: 11_906, height: 16_838, margin: 1361 };
export const textWidthTwips = page.width - 2 * page.margin;

const { ink, quiet, teal, mist, rule, thread, gap } = wordColours;
const edge = (color: string, size: number, space = 0) => ({ style: BorderStyle.SINGLE, color, size, space });

/** Distance of lines in 240ths of a line. Said to be a proportion, or some readers take it for a fixed height and cut charts. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** The same styles for readers who need larger type: 16 points, and nothing under 14. */
export function enlarged(styles: IStylesOptions): IStylesOptions {
  const grown = (value: unknown, key: string): unknown => {
    if (key === 'size' && typeof value === 'number') return Math.max(28, Math.round(value * 1.4 + 1));
    // A border has a size too, and keeps it.
    if (value === null || typeof value !== 'object' || key === 'paragraph') return value;
    if (Array.isArray(value)) return value.map((one) => grown(one, ''));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, grown(inner, name)]));
  };
  return grown(styles, '') as IStylesOptions;
}

/** Sizes of text are in half points, spacing in twentieths of a point, borders in eighths. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 160, ...lines(288) } },
    },
    title: {
      run: { size: 68, bold: true, color: ink },
      paragraph: { spacing: { after: 240, ...lines(240) } },
    },
    heading1: {
      run: { size: 40, bold: true, color: ink },
      paragraph: {
        spacing: { after: 320, ...lines(240) },
        keepNext: true,
        border: { top: edge(thread, 18, 14) },
      },
    },
    heading2: {
      run: { size: 28, bold: true, color: ink },
      paragraph: { spacing: { before: 400, after: 160, ...lines(240) }, keepNext: true },
    },
    heading3: {
      run: { size: 23, bold: true, color: teal },
      paragraph: { spacing: { before: 280, after: 120, ...lines(240) }, keepNext: true },
    },
    heading4: {
      run: { size: 22, bold: true, color: quiet },
      paragraph: { spacing: { before: 240, after: 100, ...lines(240) }, keepNext: true },
    },
    caption: {
      run: { size: 21, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 120, ...lines(240) }, keepNext: true },
    },
    footnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 40, ...lines(240) } } },
    hyperlink: { run: { color: teal, underline: {} } },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 30, color: quiet } },
    { id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
    {
      id: 'Compact',
      name: 'Compact',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 60, ...lines(240) } },
    },
    {
      id: 'CompactBullet',
      name: 'Compact bullet',
      basedOn: 'Compact',
      run: { size: 19 },
      paragraph: { spacing: { after: 40, ...lines(240) } },
    },
    {
      id: 'FigureNote',
      name: 'Figure note',
      basedOn: 'Normal',
      run: { size: 18, color: quiet },
      paragraph: { spacing: { before: 100, after: 240, ...lines(250) } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, ...lines(240) } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { size: 25 },
      paragraph: {
        indent: { left: 340 },
        border: { left: edge(thread, 20, 12) },
        spacing: { before: 200, after: 0 },
        keepNext: true,
      },
    },
    {
      id: 'QuoteSpeaker',
      name: 'Quote speaker',
      basedOn: 'Normal',
      run: { size: 19, color: quiet },
      paragraph: { indent: { left: 340 }, border: { left: edge(thread, 20, 12) }, spacing: { after: 280 } },
    },
    {
      id: 'CaseStudyTitle',
      name: 'Case study title',
      basedOn: 'Normal',
      run: { bold: true, color: teal },
      paragraph: {
        shading: { fill: mist },
        border: { top: edge(teal, 12, 8) },
        spacing: { before: 280, after: 0 },
        keepNext: true,
      },
    },
    {
      id: 'CaseStudy',
      name: 'Case study',
      basedOn: 'Normal',
      paragraph: { shading: { fill: mist }, spacing: { after: 280 } },
    },
    {
      id: 'AsideGap',
      name: 'Aside: what is missing',
      basedOn: 'Normal',
      paragraph: {
        shading: { fill: gap },
        border: { left: edge(thread, 24, 8) },
        indent: { left: 170 },
        spacing: { before: 200, after: 240 },
      },
    },
    {
      id: 'AsideNote',
      name: 'Aside: note',
      basedOn: 'Normal',
      paragraph: {
        border: { left: edge(teal, 24, 8) },
        indent: { left: 170 },
        spacing: { before: 200, after: 240 },
      },
    },
    {
      id: 'ContentsTitle',
      name: 'Contents title',
      basedOn: 'Normal',
      run: { size: 40, bold: true },
      paragraph: { spacing: { after: 320 } },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: 17, color: quiet },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 17, color: quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
};

export const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { run: { color: teal }, paragraph: { indent: { left: 400, hanging: 260 } } },
    },
  ],
};

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const tableBorders = {
  top: none,
  left: none,
  right: none,
  insideVertical: none,
  bottom: edge(rule, 4),
  insideHorizontal: edge(rule, 4),
};
export const strongLine = { bottom: edge(teal, 10) };

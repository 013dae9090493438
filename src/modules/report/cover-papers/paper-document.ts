// The paper as its committee gets it: headings, lines and boxes in the order of the template, paragraphs numbered through all
// sections. Composed as a document, so that web page, PDF and Word file say the same.
import { aside, paragraph, strong, text } from '../composing/inlines.ts';
import type { Block, Chapter, ReportDocument } from '../document.ts';
import { dayText } from '../wording.ts';
import type { Answer, CoverPaper, Decision } from './cover-paper.ts';
import { decisions } from './cover-paper.ts';
import { type Facts, type Filled, worded } from './filling.ts';
import { type CoverTemplate, levelOf, type Question, type TemplatePart } from './template.ts';

export interface Composing {
  template: CoverTemplate;
  paper: Pick<CoverPaper, 'decision' | 'state' | 'signed_off_on'>;
  filled: ReadonlyMap<string, Filled>;
  facts: Facts;
}

export function paperDocument(composing: Composing): ReportDocument {
  const { template, paper, facts } = composing;
  const draw = drawerOf(composing);
  const above_title: Block[] = [];
  const below_title: Block[] = [];
  const chapters: Chapter[] = [];
  let title: string | null = null;
  for (const one of template.parts) {
    if (one.kind === 'title') {
      title = shownText(composing.filled.get(one.id)?.given ?? null) ?? 'Title still to be written';
      continue;
    }
    const { heading, blocks } = draw(one);
    if (heading !== null)
      chapters.push({
        id: `section-${chapters.length + 1}`,
        number: chapters.length + 1,
        title: heading,
        blocks,
      });
    else (chapters.at(-1)?.blocks ?? (title === null ? above_title : below_title)).push(...blocks);
  }
  const { state, signed_off_on } = paper;
  return {
    title: title ?? '',
    subtitle: '',
    partnership: facts.partnership ?? '',
    period_label: facts.period ?? '',
    framework_title: facts.framework ?? '',
    status: state === 'signed-off' ? 'published' : state,
    published_on: signed_off_on,
    chapters,
    footnotes: [],
    contact: '',
    paper: {
      above_title,
      below_title,
      standing: signed_off_on === null ? 'Not signed off' : `Signed off on ${dayText(signed_off_on)}`,
    },
  };
}

interface Drawn {
  /** Of a section that begins here; null for what stands in the section before. */
  heading: string | null;
  blocks: Block[];
}

/** Draws one part after the other, counting the numbers that run through. */
function drawerOf({ template, paper, filled, facts }: Composing): (one: TemplatePart) => Drawn {
  let count = 0;
  const next = () => {
    count += 1;
    return template.numbers.replace('1', String(count));
  };

  const question = (one: Question): Drawn => {
    const answer = filled.get(one.id)?.given ?? null;
    // Boxes stand there whether or not one is ticked; anything else that need not be answered is left out without an answer.
    if (answer === null && !one.mandatory && one.answer !== 'ticks') return { heading: null, blocks: [] };
    const name =
      one.heading && (one.number === 'heading' ? `${next()} ${one.heading.text}` : one.heading.text);
    const blocks = answerBlocks(one, answer, template.letters, next);
    return under(one, name, blocks);
  };

  return (one) => {
    switch (one.kind) {
      case 'heading':
        return under(one, one.text, []);
      case 'line':
        return under(one, undefined, [
          labelled(one.label, worded(one.text, facts, paper.decision).text ?? 'not known yet'),
        ]);
      case 'question':
        return question(one);
      case 'table':
        return under(one, undefined, [
          {
            kind: 'table',
            caption: '',
            columns: one.columns.map((label) => ({ label, numeric: false })),
            rows: one.rows.map(({ label, cells }) => [
              label,
              ...cells.map(({ id }) => shownText(filled.get(id)?.given ?? null) ?? ''),
            ]),
            total: null,
            note: null,
            ref: null,
          },
        ]);
      case 'approval': {
        const on = paper.signed_off_on;
        const box = { text: on === null ? 'Not yet' : dayText(on), ticked: on !== null };
        return under(one, undefined, [{ kind: 'ticks', label: one.label, options: [box] }]);
      }
      case 'decision':
        return under(one, undefined, [
          {
            kind: 'ticks',
            label: one.label,
            options: Object.entries(decisions).map(([name, words]) => ({
              text: words,
              ticked: (name as Decision) === paper.decision,
            })),
          },
        ]);
      case 'title':
        return { heading: null, blocks: [] };
    }
  };
}

/** Blocks with the heading of their part, which begins a section of the paper where it is of the first level. */
function under(one: TemplatePart, name: string | undefined, blocks: Block[]): Drawn {
  const level = levelOf(one);
  if (level === null || name === undefined) return { heading: null, blocks };
  if (level === 1) return { heading: name, blocks };
  const id = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return { heading: null, blocks: [{ kind: 'heading', level, text: name, id }, ...blocks] };
}

function answerBlocks(one: Question, answer: Answer | null, letters: string, next: () => string): Block[] {
  const { label = '', options = [] } = one;
  if (one.answer === 'ticks') {
    const ticked = new Set(Array.isArray(answer) ? answer : []);
    return [
      {
        kind: 'ticks',
        label,
        options: options.map((option) => ({ text: option, ticked: ticked.has(option) })),
      },
    ];
  }
  if (one.answer === 'yes-no') {
    const option = (words: string) => ({ text: words, ticked: answer === words.toLowerCase() });
    return [{ kind: 'ticks', label, options: [option('Yes'), option('No')] }];
  }
  const words = shownText(answer);
  if (words === null)
    return [aside('gap', text(label === '' ? 'Not answered yet.' : `${label} not answered yet.`))];
  const entries = lines(words);
  switch (one.answer) {
    case 'line':
      return [labelled(one.label, words)];
    case 'wards':
      return wardBlocks(one, entries);
    case 'recommendations':
      return entries.map((entry, at) => ({
        ...paragraphOf(entry),
        number: letters.replace('a', letterOf(at, 'a')),
      }));
    case 'list':
      return listBlocks(one, entries);
    case 'paragraphs': {
      const paragraphs = words.split(/\n\s*\n/).map((part) => part.replaceAll(/\s*\n\s*/g, ' ').trim());
      const before = one.label === undefined ? [] : [paragraph(strong(one.label))];
      const numbered = one.number === 'paragraphs';
      return [
        ...before,
        ...paragraphs.map((part): Block => ({ ...paragraphOf(part), ...(numbered && { number: next() }) })),
      ];
    }
  }
}

function wardBlocks({ label = '', box }: Question, wards: readonly string[]): Block[] {
  const all = isAll(wards);
  if (all && box) return [{ kind: 'ticks', label, options: [{ text: 'All', ticked: true }] }];
  return [labelled(label, all ? 'All' : wards.join(', '))];
}

function isAll(wards: readonly string[]): boolean {
  return wards.length === 1 && /^all( wards)?\.?$/i.test(wards[0] ?? '');
}

function listBlocks({ each, label }: Question, entries: readonly string[]): Block[] {
  const before = label === undefined ? [] : [paragraph(strong(label))];
  const none = entries.length === 1 && /^(none|n\/a|not applicable)\.?$/i.test(entries[0] ?? '');
  if (none) return [...before, ...entries.map(paragraphOf)];
  if (each === undefined) return [...before, { kind: 'list', items: entries.map((entry) => [text(entry)]) }];
  return [
    ...before,
    ...entries.map((entry, at) => paragraphOf(`${each.replace('{letter}', letterOf(at, 'A'))} ${entry}`)),
  ];
}

/** "a", "b" … "z", then "aa". */
function letterOf(at: number, first: 'a' | 'A'): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + (at % 26));
  return letter.repeat(1 + Math.floor(at / 26));
}

function labelled(label: string | undefined, words: string): Block {
  return label === undefined || label === ''
    ? paragraph(text(words))
    : paragraph(strong(label), text(` ${words}`));
}

const paragraphOf = (words: string) => ({ kind: 'paragraph' as const, inlines: [text(words)] });

const lines = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function shownText(answer: Answer | null): string | null {
  if (answer === null) return null;
  return Array.isArray(answer) ? answer.join(', ') : answer;
}

// What a text states, quotes, tells of one family or means to do next, as drafts. A line that only names something, a heading in
// the form of a paragraph and what is told of others give none.
import { storiesIn } from '../checking/stories.ts';
import { isProse, type Part, type Prose, type ReadDocument } from '../reading/document.ts';
import { timesIn } from '../reading/language/times.ts';
import type { CaseStudyDraft, Draft, DraftContent, NextStepDraft, QuotationDraft } from './draft.ts';
import { cutAtWord, figuresOf } from './figure-drafts.ts';
import { placeOf, type Standing } from './standing.ts';

export type FoundPassage = Omit<Draft, 'key' | 'also_at'> & { at: number };

/** What the evidence register and the plan can hold of one passage. */
const longest = { statement: 8000, quotation: 4000, 'case-study': 8000, 'next-step': 4000 } as const;
type PassageKind = keyof typeof longest;

/** In the order of the document. */
export function passagesIn(document: ReadDocument, standing: (part: Part) => Standing): FoundPassage[] {
  const told = new Map<Part, FoundPassage | null>();
  for (const story of storiesIn(document)) {
    const [first, ...others] = story.parts;
    if (!first || first.stance === 'aim') continue;
    told.set(first, storyDraft(story, first, standing(first)));
    for (const part of others) told.set(part, null);
  }
  const found: FoundPassage[] = [];
  for (const [at, part] of document.parts.entries()) {
    if (!isProse(part) || part.kind === 'contents' || part.section === null) continue;
    const story = told.get(part);
    if (story) found.push(story);
    if (story !== undefined || part.kind === 'note') continue;
    const under = standing(part);
    found.push(...figureDrafts(document, part, under));
    const read = part.kind === 'item' ? itemText : paragraphText;
    const text = read(document, part, at, under);
    if (text === null) continue;
    const kind = kindOf(part, under);
    if (kind !== null) found.push(passage(part, under, text, contentOf(kind, text)));
  }
  return found;
}

function storyDraft(
  { voice, text, names_changed }: ReturnType<typeof storiesIn>[number],
  first: Prose,
  under: Standing,
): FoundPassage | null {
  const content: CaseStudyDraft | QuotationDraft =
    voice === 'case-study'
      ? { kind: 'case-study', text, names_changed: names_changed || null }
      : { kind: 'quotation', ...spoken(text) };
  if (text.length > longest[content.kind]) return null;
  // The words themselves say nothing of who it is about, but they may: the title tells only where it stands.
  const title = voice === 'case-study' ? `Case study: ${under.where}` : `Quotation: ${under.where}`;
  return passage(first, under, text, content, title);
}

/** Who said it, where a role and no name is printed behind the closing mark. */
function spoken(text: string): { text: string; speaker: string | null } {
  const match = /^["“‘](.+)["”’]\s*[-–—(]+\s*([^"”’]{3,80}?)[).]?$/s.exec(text);
  const [, words = '', speaker = ''] = match ?? [];
  const isRole =
    /\b(?:child|young person|boy|girl|pupil|student|parent|carer|mother|father|mum|dad|grand\w+|worker|practitioner|teacher|nurse|officer|manager|lead|attendee|delegate|learner|participant)\b/i;
  const named = /\s[A-Z][a-z]/.test(speaker);
  if (match && isRole.test(speaker) && !named) return { text: words, speaker };
  return { text: text.replace(/^["“‘]([^"“”‘’]+)["”’]$/, '$1'), speaker: null };
}

function figureDrafts(document: ReadDocument, part: Prose, under: Standing): FoundPassage[] {
  if (part.stance === 'aim') return [];
  return figuresOf(document, part).map(({ title, content, quote, from }) => ({
    ...passage(part, under, quote, content, title),
    ...placeOf(part, from, under.where),
  }));
}

/** Whether a text is long enough, and ends, so that it says something. */
function says(text: string): boolean {
  return text.split(/\s+/).length >= 8 && (/[.!?]["'”’)]*$/.test(text) || text.length >= 120);
}

function paragraphText(document: ReadDocument, part: Prose, at: number, standing: Standing): string | null {
  if (!part.text.endsWith(':')) return says(part.text) ? part.text : null;
  const list = itemsAfter(document, at).filter((item) => !isStep(item, standing));
  if (list.every((item) => isAllFigure(document, item))) return null;
  return [part.text, ...list.map(({ text }) => `• ${text}`)].join('\n');
}

/** An item of a list that a line introduces belongs to that line; what is to be done next stands by itself. */
function itemText(document: ReadDocument, part: Prose, at: number, standing: Standing): string | null {
  if (isStep(part, standing)) return part.text.split(/\s+/).length >= 4 ? part.text : null;
  const led = leadOf(document, at)?.text.endsWith(':') ?? false;
  return led || isAllFigure(document, part) || !says(part.text) ? null : part.text;
}

const meant = /\b(?:will|plans? to|planned to|intends? to|going to|need(?:s|ed)? to|to be (?:\w+ed|done))\b/i;

/** What is to be done next, rather than what something is for. */
function isStep({ stance, text }: Prose, { part, where }: Standing): boolean {
  if (stance !== 'aim') return false;
  return part === 'next' || (meant.test(text) && !notSteps.test(where));
}

function itemsAfter(document: ReadDocument, at: number): Prose[] {
  const items: Prose[] = [];
  for (let next = at + 1; ; next += 1) {
    const part = document.parts[next];
    if (part?.kind !== 'item' || part.voice !== 'own') return items;
    items.push(part);
  }
}

function leadOf(document: ReadDocument, at: number): Prose | undefined {
  let before = at - 1;
  while (document.parts[before]?.kind === 'item') before -= 1;
  const lead = document.parts[before];
  return lead && isProse(lead) ? lead : undefined;
}

/** "5.9% mothers smoking (Q2)": nothing is left of it but the figure. */
function isAllFigure(document: ReadDocument, part: Prose): boolean {
  return part.text.length < 200 && figuresOf(document, part).length > 0;
}

const notSteps = /\b(?:vision|values|principles|mission|ethos|recommendations?)\b/i;

function kindOf(part: Prose, under: Standing): PassageKind | null {
  if (part.stance === 'others') return under.topics[0] === 'reforms' ? 'statement' : null;
  return isStep(part, under) ? 'next-step' : 'statement';
}

function contentOf(kind: PassageKind, text: string): DraftContent {
  if (kind !== 'next-step') return { kind: 'statement', text };
  const step: NextStepDraft = { kind: 'next-step', text, due_label: dueIn(text) };
  return step;
}

/** "by March 2026", where exactly one such time is printed. */
function dueIn(text: string): string | null {
  const due = timesIn(text).filter(({ from }) =>
    /\bby(?: the end of)?\s$/i.test(text.slice(Math.max(0, from - 16), from)),
  );
  return due.length === 1 ? `By ${due[0]?.raw ?? ''}` : null;
}

function passage(
  part: Prose,
  { priority, part: asked, topics, where }: Standing,
  text: string,
  content: DraftContent,
  title = titleOf(text),
): FoundPassage {
  return {
    at: part.at,
    title: cutAtWord(title, 280),
    content,
    quote: text,
    topics,
    part: asked,
    priority,
    ...placeOf(part, 0, where),
  };
}

function titleOf(text: string): string {
  const line = text.replaceAll('\n', ' ');
  const first = /^.{20,}?[.!?](?=\s|$)/s.exec(line)?.[0] ?? line;
  const cut = cutAtWord(first, 140);
  return cut.length < first.length ? `${cut}…` : cut;
}

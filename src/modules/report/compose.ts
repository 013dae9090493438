// Composes the yearly report from everything recorded for its year: chapters in their fixed order, every figure with its
// source, and what is missing said where it is missing. Pure: the same composition gives the same document.
import type { EvidenceItem, Ref } from '../../kernel/evidence/evidence.ts';
import { type Topic, topics } from '../../kernel/evidence/topics.ts';
import { duties } from '../../kernel/frameworks/duties.ts';
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import { aboutChapter } from './composing/about-chapter.ts';
import {
  type ChapterPlace,
  type ChapterPlan,
  chapterOf,
  chapterPlans,
  type Part,
  partTitles,
} from './chapters.ts';
import type { Composition, Coverage, ReportFinding } from './composition.ts';
import type { Block, Chapter, ReportDocument } from './document.ts';
import { aside, type Drafting, evidenceBlocks, paragraph, text } from './composing/evidence-blocks.ts';
import { footnotesFor } from './composing/footnotes.ts';
import { lawChapter } from './composing/law-chapter.ts';
import { summaryChapter } from './composing/summary-chapter.ts';
import { dayText } from './wording.ts';

export function composeDocument(
  composition: Composition,
  coverage: readonly Coverage[],
  findings: readonly ReportFinding[],
): ReportDocument {
  const { partnership, year, edition, items, chapter_texts } = composition;
  const drafting: Drafting = {
    notes: footnotesFor(items),
    draft: edition.state === 'draft' || edition.state === 'signed-off',
    blocking: blockingByRef(findings),
  };
  const drafts = plannedChapters(composition);
  const chapters: Chapter[] = [];
  for (const { place, plan, held } of drafts) {
    const words = proseBlocks(chapter_texts[place.key]);
    const open = { id: place.key, number: chapters.length + 1, title: place.title };
    const lead = paragraph(
      text(plan?.lead ?? 'What was done on this priority, what difference it made, and what comes next.'),
    );
    if (plan?.key === 'summary') {
      chapters.push({
        ...open,
        blocks: [lead, ...words, ...summaryChapter(composition, coverage, drafting.notes)],
      });
    } else if (plan?.key === 'what-the-law-asks') {
      chapters.push({ ...open, blocks: [lead, ...words, ...lawChapter(coverage, items, chapters)] });
    } else if (plan?.key === 'about-this-report') {
      chapters.push({ ...open, blocks: [lead, ...words, ...aboutChapter(composition, findings)] });
    } else {
      const blocks = plan
        ? topicBlocks(plan, held, composition, drafting)
        : priorityBlocks(place, held, drafting);
      if (blocks.length + words.length > 0) chapters.push({ ...open, blocks: [lead, ...words, ...blocks] });
    }
  }
  const shown = year.label.replace('-', '/');
  return {
    title: `Yearly report ${shown}`,
    subtitle: `Safeguarding children: ${dayText(year.from_on)} to ${dayText(year.to_on)}`,
    partnership: partnership.name,
    period_label: shown,
    framework_title: frameworkById(edition.framework_id).title,
    status: edition.state === 'signed-off' ? 'draft' : edition.state,
    published_on: edition.published_on,
    chapters,
    footnotes: drafting.notes.all(),
    contact: `To ask for this report in another format, contact ${partnership.report_contact ?? 'the partnership’s business unit'}.`,
  };
}

interface PlannedChapter {
  place: ChapterPlace;
  /** Null for the chapter of a priority. */
  plan: ChapterPlan | null;
  held: EvidenceItem[];
}

/** Every planned chapter and one for each priority of the year, in order. */
function plannedChapters({ items }: Composition): PlannedChapter[] {
  const chapters = new Map<string, PlannedChapter>();
  chapterPlans.forEach((plan, order) => {
    chapters.set(plan.key, { place: { key: plan.key, title: plan.title, order }, plan, held: [] });
  });
  for (const item of items) {
    const place = chapterOf(item);
    // Two priorities given the same number are still two chapters.
    const key = item.group ? `${place.key} ${item.group.ref}` : place.key;
    const chapter = chapters.get(key) ?? { place, plan: null, held: [] };
    chapter.held.push(item);
    chapters.set(key, chapter);
  }
  return [...chapters.values()].sort((a, b) => a.place.order - b.place.order);
}

function priorityBlocks(place: ChapterPlace, held: readonly EvidenceItem[], drafting: Drafting): Block[] {
  const caption = (words: string) => `${place.title}: ${words}`;
  const blocks = evidenceBlocks(
    held.filter(({ part }) => part === null),
    caption('figures'),
    drafting,
  );
  for (const part of ['done', 'difference', 'next'] as const) {
    const items = held.filter((item) => item.part === part);
    blocks.push(partHeading(place.key, part, 2));
    blocks.push(...evidenceBlocks(items, caption(partTitles[part].toLowerCase()), drafting));
    if (items.length === 0) blocks.push(aside('gap', text(nothing[part])));
    else if (part === 'difference' && items.every(({ claim }) => claim?.grade === 'asserted'))
      blocks.push(aside('gap', text('Every claim here is asserted: nothing recorded shows it.')));
  }
  return blocks;
}

const nothing: Record<Part, string> = {
  done: 'Nothing is recorded of what was done on this priority.',
  difference: 'Nothing is recorded that shows a difference made.',
  next: 'Nothing is recorded of what comes next.',
};

function partHeading(key: string, part: Part, level: 2 | 3): Block {
  return { kind: 'heading', level, text: partTitles[part], id: `${key}-${part}` };
}

/** A planned chapter by its topics, with a gap for each topic the law asks about and nobody recorded. */
function topicBlocks(
  plan: ChapterPlan,
  held: readonly EvidenceItem[],
  composition: Composition,
  drafting: Drafting,
): Block[] {
  const filled = plan.topics.filter((topic) => held.some((item) => item.topics[0] === topic));
  const headed = filled.length > 1;
  const blocks = filled.flatMap((topic): Block[] => {
    const items = held.filter((item) => item.topics[0] === topic);
    const id = `${plan.key}-${topic}`;
    const heading: Block[] = headed ? [{ kind: 'heading', level: 2, text: topics[topic], id }] : [];
    return [...heading, ...partedBlocks(id, topics[topic], items, headed ? 3 : 2, drafting)];
  });
  if (plan.key === 'scrutiny') blocks.push(...scrutinyComments(composition));
  for (const topic of plan.topics) {
    const asking = askedBy(topic, composition);
    if (asking === null || composition.items.some((item) => item.topics.includes(topic))) continue;
    blocks.push(
      aside('gap', text(`Nothing is recorded on: ${topics[topic].toLowerCase()}. ${asking} asks for it.`)),
    );
  }
  return blocks;
}

/** What was done comes first without a heading; what it changed and what comes next have theirs. */
function partedBlocks(
  id: string,
  title: string,
  items: readonly EvidenceItem[],
  level: 2 | 3,
  drafting: Drafting,
): Block[] {
  const first = items.filter(({ part }) => part === null || part === 'done');
  const blocks = evidenceBlocks(first, `${title}: figures`, drafting);
  for (const part of ['difference', 'next'] as const) {
    const later = items.filter((item) => item.part === part);
    if (later.length === 0) continue;
    blocks.push(partHeading(id, part, level));
    blocks.push(...evidenceBlocks(later, `${title}: ${partTitles[part].toLowerCase()}`, drafting));
  }
  return blocks;
}

/** The first duty of the framework in force that needs a topic, as "YR23-09"; null when none does in this area. */
function askedBy(topic: Topic, { edition, has_secure_establishment }: Composition): string | null {
  const duty = duties.find(
    ({ framework, needs, condition }) =>
      framework === edition.framework_id &&
      needs.includes(topic) &&
      (condition !== 'secure-establishment' || has_secure_establishment === true),
  );
  return duty ? duty.id : null;
}

function scrutinyComments({ scrutiny_comments }: Composition): Block[] {
  if (scrutiny_comments.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'The scrutineer’s comment on this report', id: 'scrutiny-comment' },
    ...scrutiny_comments.map((comment): Block => {
      const speaker = `${comment.person}, ${dayText(comment.made_on)}`;
      return { kind: 'quotation', inlines: [text(comment.text)], speaker };
    }),
  ];
}

/** Paragraphs are parted by empty lines. */
function proseBlocks(words: string | undefined): Block[] {
  return (words ?? '')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => paragraph(text(part)));
}

function blockingByRef(findings: readonly ReportFinding[]): Map<Ref, ReportFinding[]> {
  const byRef = new Map<Ref, ReportFinding[]>();
  for (const found of findings) {
    if (found.severity !== 'high' || found.waived || found.ref === null) continue;
    byRef.set(found.ref, [...(byRef.get(found.ref) ?? []), found]);
  }
  return byRef;
}

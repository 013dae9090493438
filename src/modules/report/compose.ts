// Composes the yearly report from everything recorded for its year: chapters in their fixed order, every figure with its
// source, and what is missing said where it is missing. Pure: the same composition gives the same document.
import { rule as totalDoesNotAddUp } from '../../kernel/checking/rules/total-does-not-add-up.ts';
import type { EvidenceItem, Ref } from '../../kernel/evidence/evidence.ts';
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import { aboutChapter } from './composing/about-chapter.ts';
import { type ChapterPlace, type ChapterPlan, chapterOf, chapterPlans } from './chapters.ts';
import type { Composition, Coverage, ReportFinding } from './composition.ts';
import type { Block, Chapter, ReportDocument } from './document.ts';
import type { Drafting } from './composing/evidence-blocks.ts';
import { footnotesFor } from './composing/footnotes.ts';
import { paragraph, text } from './composing/inlines.ts';
import { lawChapter } from './composing/law-chapter.ts';
import { priorityBlocks, priorityLead } from './composing/priority-chapter.ts';
import { summaryChapter } from './composing/summary-chapter.ts';
import { topicBlocks } from './composing/topic-chapter.ts';
import { dayText } from './wording.ts';

export function composeDocument(
  composition: Composition,
  coverage: readonly Coverage[],
  findings: readonly ReportFinding[],
): ReportDocument {
  const { partnership, year, edition, items, chapter_texts } = composition;
  const drafting: Drafting = {
    notes: footnotesFor(items, partnership.name),
    draft: edition.state === 'draft' || edition.state === 'signed-off',
    blocking: blockingByRef(findings),
    totals_differ: new Set(
      findings.flatMap(({ rule, ref }) => (rule === totalDoesNotAddUp.id && ref !== null ? [ref] : [])),
    ),
  };
  const chapters: Chapter[] = [];
  for (const { place, plan, held } of plannedChapters(composition)) {
    const words = proseBlocks(chapter_texts[place.key]);
    const blocks = blocksOf(plan, place, held);
    const empty = held.length + words.length === 0 && blocks.every(({ kind }) => kind === 'aside');
    if (blocks.length + words.length === 0) continue;
    // A chapter that holds only its gaps has nothing to introduce, and the summary introduces itself.
    const lead = empty || plan?.key === 'summary' ? [] : [paragraph(text(plan?.lead ?? priorityLead(held)))];
    chapters.push({
      id: place.key,
      number: chapters.length + 1,
      title: place.title,
      blocks: [...lead, ...words, ...blocks],
    });
  }
  function blocksOf(plan: ChapterPlan | null, place: ChapterPlace, held: readonly EvidenceItem[]): Block[] {
    if (plan === null) return priorityBlocks(place, held, drafting);
    if (plan.key === 'summary') return summaryChapter(composition, coverage, findings, drafting.notes);
    if (plan.key === 'what-the-law-asks') return lawChapter(coverage, items, chapters);
    if (plan.key === 'about-this-report') return aboutChapter(composition, findings);
    return topicBlocks(plan, held, composition, drafting);
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
    const chapter = chapters.get(key) ?? { place: numbered(place, item), plan: null, held: [] };
    chapter.held.push(item);
    chapters.set(key, chapter);
  }
  return [...chapters.values()].sort((a, b) => a.place.order - b.place.order);
}

/** "Priority 2: Child Exploitation", by its number in the plan for the year. */
function numbered(place: ChapterPlace, { group }: EvidenceItem): ChapterPlace {
  if (!group || /^priority\b/i.test(place.title)) return place;
  return { ...place, title: `Priority ${group.order}: ${place.title}` };
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

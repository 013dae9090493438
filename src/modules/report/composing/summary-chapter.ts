// The summary: the period, the priorities, the headline claims with how strongly each stands, and what is not known.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { dutyById } from '../../../kernel/frameworks/duties.ts';
import { chapterOf } from '../chapters.ts';
import { claimInlines } from './claim-blocks.ts';
import type { Composition, Coverage } from '../composition.ts';
import type { Block, Inline } from '../document.ts';
import { paragraph, text } from './evidence-blocks.ts';
import type { Footnotes } from './footnotes.ts';
import { dayText } from '../wording.ts';

export function summaryChapter(
  { items, partnership, year }: Composition,
  coverage: readonly Coverage[],
  notes: Footnotes,
): Block[] {
  const groups = priorities(items);
  const blocks: Block[] = [
    paragraph(
      text(
        `This report of the ${partnership.name} covers ${dayText(year.from_on)} to ${dayText(year.to_on)}.`,
      ),
    ),
    { kind: 'heading', level: 2, text: 'Priorities', id: 'summary-priorities' },
    groups.length > 0
      ? { kind: 'list', items: groups.map(([title]) => [text(title)]) }
      : { kind: 'aside', tone: 'gap', inlines: [text('No priorities are recorded for the year.')] },
    { kind: 'heading', level: 2, text: 'What changed', id: 'summary-claims' },
  ];
  const headlines = items.flatMap((item): Inline[][] =>
    item.claim?.headline && item.content.shape === 'statement'
      ? [claimInlines(item, item.claim, item.content.text, notes)]
      : [],
  );
  blocks.push(
    headlines.length > 0
      ? { kind: 'list', items: headlines }
      : { kind: 'aside', tone: 'gap', inlines: [text('No headline claim of change is recorded.')] },
    { kind: 'heading', level: 2, text: 'What is not known', id: 'summary-unknown' },
  );
  const unknown = unknowns(items, groups, coverage);
  blocks.push(
    unknown.length > 0
      ? { kind: 'list', items: unknown.map((words) => [text(words)]) }
      : paragraph(
          text(
            'Every priority has evidence of its difference, and every duty has been answered in part at least.',
          ),
        ),
  );
  return blocks;
}

/** Each priority with its items, in the order of the plan. */
function priorities(items: readonly EvidenceItem[]): [string, EvidenceItem[]][] {
  const groups = new Map<string, { order: number; title: string; held: EvidenceItem[] }>();
  for (const item of items) {
    if (!item.group) continue;
    const { ref, title } = item.group;
    const group = groups.get(ref) ?? { order: chapterOf(item).order, title, held: [] };
    group.held.push(item);
    groups.set(ref, group);
  }
  return [...groups.values()].sort((a, b) => a.order - b.order).map(({ title, held }) => [title, held]);
}

function unknowns(
  items: readonly EvidenceItem[],
  groups: readonly [string, EvidenceItem[]][],
  coverage: readonly Coverage[],
): string[] {
  const said: string[] = [];
  for (const [title, held] of groups) {
    const shown = held.some(
      ({ part, claim }) => part === 'difference' && (!claim || claim.grade !== 'asserted'),
    );
    if (!shown) said.push(`Whether the work on “${title}” made a difference: nothing recorded shows it.`);
  }
  const asserted = items.filter(({ claim }) => claim?.grade === 'asserted').length;
  if (asserted > 0)
    said.push(
      asserted === 1
        ? 'One claim of change in this report is asserted, with nothing recorded that shows it.'
        : `${asserted} claims of change in this report are asserted, with nothing recorded that shows them.`,
    );
  const blank = items.filter(({ content }) => content.shape === 'measure' && content.value === null).length;
  if (blank > 0)
    said.push(`${blank === 1 ? 'One figure' : `${blank} figures`} that sources name and do not print.`);
  for (const { id, title, status } of coverage) {
    // Acts such as publishing are dates, which the chapter on the law gives; what is unknown here is content.
    if (status === 'missing' && dutyById(id).kind === 'content') said.push(`${title}: nothing is recorded.`);
  }
  return said;
}

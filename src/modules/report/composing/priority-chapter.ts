// The chapter of one priority: what was done, how it is known to have made a difference, what comes next (domain handbook
// 5.12), each said to be missing where nothing is recorded.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { type ChapterPlace, type Part, partTitles } from '../chapters.ts';
import type { Block } from '../document.ts';
import { capital, countText } from '../wording.ts';
import { claimsOf } from './claim-blocks.ts';
import { type Drafting, evidenceBlocks } from './evidence-blocks.ts';
import { aside, text } from './inlines.ts';
import { claimCounts } from './strongest.ts';

const nothing: Record<Part, string> = {
  done: 'Nothing is recorded of what was done on this priority.',
  difference: 'Nothing is recorded that shows a difference made.',
  next: 'Nothing is recorded of what comes next.',
};

const figuresOf: Record<Part, string> = {
  done: 'figures of the work',
  difference: 'figures behind the claims',
  next: 'figures of the plans',
};

/** "35 pieces of work are recorded for the year, and six steps to come. Of 18 claims of a difference made, one is measured …" */
export function priorityLead(held: readonly EvidenceItem[]): string {
  const statements = (part: Part) =>
    held.filter((item) => item.part === part && item.content.shape === 'statement').length;
  const [done, next] = [statements('done'), statements('next')];
  const claims = claimsOf(held);
  const said = [
    `${capital(countText(done))} ${done === 1 ? 'piece of work is' : 'pieces of work are'} recorded for the year, and ${countText(next)} ${next === 1 ? 'step' : 'steps'} to come.`,
  ];
  if (claims.length === 1)
    said.push(`The one claim of a difference made ${claimCounts(claims).replace(/^one /, '')}.`);
  else if (claims.length > 1)
    said.push(`Of ${countText(claims.length)} claims of a difference made, ${claimCounts(claims)}.`);
  return said.join(' ');
}

export function priorityBlocks(
  place: ChapterPlace,
  held: readonly EvidenceItem[],
  drafting: Drafting,
): Block[] {
  const name = place.title.replace(/^Priority \d+: /, '');
  const caption = (words: string) => `${name}: ${words}`;
  const blocks = evidenceBlocks(
    held.filter(({ part }) => part === null),
    caption('figures'),
    drafting,
  );
  for (const part of ['done', 'difference', 'next'] as const) {
    const items = held.filter((item) => item.part === part);
    blocks.push({ kind: 'heading', level: 2, text: partTitles[part], id: `${place.key}-${part}` });
    if (items.length === 0) blocks.push(aside('gap', text(nothing[part])));
    else if (part === 'difference' && items.every(({ claim }) => claim?.grade === 'asserted'))
      blocks.push(aside('gap', text('Every claim here is asserted: nothing recorded shows it.')));
    blocks.push(...evidenceBlocks(items, caption(figuresOf[part]), drafting));
  }
  return blocks;
}

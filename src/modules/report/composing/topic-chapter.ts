// A chapter by its topics: what was done first, then what it changed and what comes next; and a gap for each topic that the
// law asks about and nobody recorded anything on.
import { type EvidenceItem, refParts } from '../../../kernel/evidence/evidence.ts';
import { type Topic, topics } from '../../../kernel/evidence/topics.ts';
import { duties } from '../../../kernel/frameworks/duties.ts';
import { type ChapterPlan, partTitles } from '../chapters.ts';
import type { Composition } from '../composition.ts';
import type { Block } from '../document.ts';
import { dayText } from '../wording.ts';
import { type Drafting, evidenceBlocks } from './evidence-blocks.ts';
import { aside, text } from './inlines.ts';

export function topicBlocks(
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
    const asked = asking.title.toLowerCase();
    const named = asked === topics[topic].toLowerCase() ? '' : `: ${asked}`;
    blocks.push(
      aside(
        'gap',
        text(`Nothing is recorded on ${topicWords(topic)}. Duty ${asking.id} asks for it${named}.`),
      ),
    );
  }
  return blocks;
}

function topicWords(topic: Topic): string {
  return topic === 'costs' ? 'the breakdown of costs' : topics[topic].toLowerCase();
}

/** The steps of the thread, in the order in which it is followed; anything else stands before them. */
const steps: Record<string, string> = {
  'thread.finding': 'What was found',
  'thread.recommendation': 'What was recommended',
  'thread.decision': 'What was decided',
  'thread.actions': 'Where the actions stand',
  'thread.check-made': 'What was checked',
  'thread.effect': 'What it changed',
};

/** What was done comes first without a heading; what it changed and what comes next have theirs. */
function partedBlocks(
  id: string,
  title: string,
  items: readonly EvidenceItem[],
  level: 2 | 3,
  drafting: Drafting,
): Block[] {
  const heading = (words: string, key: string): Block => ({
    kind: 'heading',
    level,
    text: words,
    id: `${id}-${key}`,
  });
  const first = items.filter(({ part }) => part === null || part === 'done');
  const stepOf = ({ ref }: EvidenceItem) => refParts(ref).concept;
  const blocks: Block[] = [];
  const other = first.filter((item) => !(stepOf(item) in steps));
  blocks.push(...evidenceBlocks(other, `${title}: figures`, drafting));
  for (const [step, words] of Object.entries(steps)) {
    const taken = first.filter((item) => stepOf(item) === step);
    if (taken.length === 0) continue;
    blocks.push(heading(words, step.replace('.', '-')));
    blocks.push(...evidenceBlocks(taken, `${title}: figures`, drafting));
  }
  for (const part of ['difference', 'next'] as const) {
    const later = items.filter((item) => item.part === part);
    if (later.length === 0) continue;
    blocks.push(heading(partTitles[part], part));
    const figures = part === 'difference' ? 'figures behind the claims' : 'figures of the plans';
    blocks.push(...evidenceBlocks(later, `${title}: ${figures}`, drafting));
  }
  return blocks;
}

/** The first duty of the framework in force that needs a topic; null when none does in this area. */
function askedBy(
  topic: Topic,
  { edition, has_secure_establishment }: Composition,
): (typeof duties)[number] | null {
  const duty = duties.find(
    ({ framework, needs, condition }) =>
      framework === edition.framework_id &&
      needs.includes(topic) &&
      (condition !== 'secure-establishment' || has_secure_establishment === true),
  );
  return duty ?? null;
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

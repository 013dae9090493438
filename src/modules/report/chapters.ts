// The chapters of the yearly report in their fixed order: which topics each one holds and the sentence it opens with.
// A priority of the year has a chapter of its own; everything else has the chapter of its first topic.
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';

export interface ChapterPlace {
  key: string;
  title: string;
  /** For sorting only: priorities stand between the plans before and after them. */
  order: number;
}

export interface ChapterPlan {
  key: string;
  title: string;
  topics: readonly Topic[];
  lead: string;
}

export const chapterPlans: readonly ChapterPlan[] = [
  {
    key: 'forewords',
    title: 'Forewords',
    topics: ['foreword'],
    lead: 'The safeguarding partners introduce the year.',
  },
  {
    key: 'summary',
    title: 'Summary',
    topics: [],
    lead: 'The year in short: what we set out to do, what changed, and what we do not yet know.',
  },
  {
    key: 'national-context',
    title: 'National context',
    topics: ['reforms'],
    lead: 'Changes in national law and guidance, and what the partnership decided and did about them.',
  },
  {
    key: 'children-in-the-area',
    title: 'Children and young people in the area',
    topics: ['area'],
    lead: 'Figures about the children and young people who live here. Each shows its own period, because sources differ.',
  },
  {
    key: 'vision',
    title: 'Vision and values',
    topics: ['vision'],
    lead: 'What the partnership wants for children, and the principles it works by.',
  },
  {
    key: 'partnership',
    title: 'How the partnership works',
    topics: ['arrangements', 'partner-contribution'],
    lead: 'The published arrangements, and what each safeguarding partner put into them.',
  },
  {
    key: 'priorities',
    title: 'Work across the priorities',
    topics: ['priority', 'little-progress'],
    lead: 'Work that belongs to more than one priority, and where there was little or no progress.',
  },
  {
    key: 'voice',
    title: 'Voice and lived experience',
    topics: ['voice'],
    lead: 'How children and families were asked for their views, and what changed because of them.',
  },
  {
    key: 'children-in-care',
    title: 'Children in care and care leavers',
    topics: ['looked-after'],
    lead: 'What the arrangements did for children in care and for young people who have left it.',
  },
  {
    key: 'disproportionality',
    title: 'Disproportionality and racism',
    topics: ['disproportionality'],
    lead: 'Which groups of children fare differently, and what was done about it.',
  },
  {
    key: 'serious-incidents',
    title: 'Serious incidents and learning',
    topics: ['serious-incidents', 'audit', 'inspection'],
    lead: 'What serious incidents, audits and inspection taught the partnership this year.',
  },
  {
    key: 'recommendations',
    title: 'Recommendations, decisions and actions',
    topics: ['recommendations'],
    lead: 'What was recommended, who decided what, and what has been done since.',
  },
  {
    key: 'scrutiny',
    title: 'Independent scrutiny',
    topics: ['scrutiny'],
    lead: 'What someone independent of the partners found.',
  },
  {
    key: 'training',
    title: 'Training and development',
    topics: ['training'],
    lead: 'The training the partnership offered, who came, and what is known about the difference it made.',
  },
  {
    key: 'education',
    title: 'Education in the partnership',
    topics: ['education'],
    lead: 'How schools, colleges and early years settings take part, where work is led and where it is done.',
  },
  {
    key: 'data-and-sharing',
    title: 'Data and information sharing',
    topics: ['data-use', 'information-sharing'],
    lead: 'How data steers the work, and where sharing information helped.',
  },
  {
    key: 'communications',
    title: 'Communications',
    topics: ['communications'],
    lead: 'How the partnership reached families, young people and the people who work with them.',
  },
  {
    key: 'child-deaths',
    title: 'Child death reviews',
    topics: ['child-deaths'],
    lead: 'How the deaths of children are reviewed, and what has been learned.',
  },
  {
    key: 'restraint',
    title: 'Restraint in secure establishments',
    topics: ['restraint'],
    lead: 'How restraint is used where children are held.',
  },
  {
    key: 'money',
    title: 'Money',
    topics: ['finance', 'costs'],
    lead: 'What the arrangements cost, and who paid.',
  },
  {
    key: 'what-the-law-asks',
    title: 'What the law asks for',
    topics: [],
    lead: 'Each duty of the yearly report, whether it is met, and where in this report to look.',
  },
  {
    key: 'about-this-report',
    title: 'About this report',
    topics: [],
    lead: 'How this report was made, agreed and sent, and how to read its figures.',
  },
];

/** The three questions asked of every priority (domain handbook 5.12). */
export const partTitles = {
  done: 'What we have done',
  difference: 'How we know it made a difference',
  next: 'What we will do next',
} as const;
export type Part = keyof typeof partTitles;

const places = chapterPlans.map(({ key, title }, order): ChapterPlace => ({ key, title, order }));
const byTopic = new Map<Topic, ChapterPlace>();
chapterPlans.forEach((plan, at) => {
  for (const topic of plan.topics) byTopic.set(topic, place(at));
});
const prioritiesAt = chapterPlans.findIndex((plan) => plan.key === 'priorities');

/** The chapter an item stands in. Only topics decide it, so every topic must be in a plan (a test holds that). */
export function chapterOf(item: Pick<EvidenceItem, 'group' | 'topics'>): ChapterPlace {
  if (item.group) return priorityPlace(item.group);
  return byTopic.get(item.topics[0]) ?? place(prioritiesAt);
}

/** The place of a chapter named by its key alone; keys of priorities are looked up among the items' groups. */
export function chapterByKey(key: string, items: readonly Pick<EvidenceItem, 'group'>[]): ChapterPlace {
  const planned = places.find((candidate) => candidate.key === key);
  if (planned) return planned;
  const group = items.find(({ group }) => group && priorityKey(group) === key)?.group;
  return group ? priorityPlace(group) : { key, title: key, order: chapterPlans.length };
}

/** `priority-2`: the number the priority has in the plan for the year. */
function priorityKey(group: { order: number }): string {
  return `priority-${group.order}`;
}

function priorityPlace(group: { title: string; order: number }): ChapterPlace {
  // Before the chapter for work across all priorities, and after the one that precedes it.
  return {
    key: priorityKey(group),
    title: group.title,
    order: prioritiesAt - 1 + (group.order + 1) / (group.order + 2),
  };
}

function place(at: number): ChapterPlace {
  return places[at] ?? { key: 'priorities', title: 'Work across the priorities', order: prioritiesAt };
}

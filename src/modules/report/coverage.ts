// How far the report answers each duty of the edition of Working Together it is held to. Linked evidence alone makes a duty
// "partly" met at most: that it is met is a named person's judgement. Acts (publishing, sending, agreeing) are shown by
// their dates. A duty that has not been checked against the published text only ever asks for a check.
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { type Topic, topics } from '../../kernel/evidence/topics.ts';
import { duties } from '../../kernel/frameworks/duties.ts';
import type { Duty } from '../../kernel/frameworks/duty.ts';
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import { dispatchOf, type Outcome, publicationOf, signOffOf } from './acts.ts';
import type { Composition, Coverage, Judgement } from './composition.ts';
import { listWords } from '../../kernel/checking/rule.ts';

/** One line for each duty, in order. Throws RangeError when the edition's framework is not one of those held. */
export function reportCoverage(composition: Composition): Coverage[] {
  const { id } = frameworkById(composition.edition.framework_id);
  const byTopic = indexByTopic(composition.items);
  const judgements = new Map(composition.judgements.map((judgement) => [judgement.duty_id, judgement]));
  return duties
    .filter(({ framework }) => framework === id)
    .map((duty) => {
      const evidence = duty.kind === 'content' ? evidenceFor(duty, composition.items, byTopic) : [];
      const found = withJudgement(
        outcomeOf(duty, evidence, byTopic, composition),
        judgements.get(duty.id),
        duty,
        evidence.length,
      );
      return {
        id: duty.id,
        title: duty.title,
        requirement: duty.requirement,
        obligation: duty.obligation,
        status: found.status,
        verified: duty.verified,
        evidence: evidence.map(({ ref }) => ref),
        note:
          duty.verified || found.status === 'not-applicable'
            ? found.note
            : `${found.note} ${unchecked}`.trim(),
      };
    });
}

const unchecked = 'Please check: this duty has not yet been compared with the published text.';

/** The duties that ask what difference was made: what was done does not answer them, and neither does saying so. */
const impactDuties = /^YR(18-0[34]|2[36]-0[36]|26-20)$/;

function outcomeOf(
  duty: Duty,
  evidence: readonly EvidenceItem[],
  byTopic: TopicIndex,
  composition: Composition,
): Outcome {
  if (duty.condition === 'secure-establishment' && composition.has_secure_establishment !== true) {
    return composition.has_secure_establishment === false
      ? { status: 'not-applicable', note: 'There is no secure establishment in the area.', settled: true }
      : {
          status: 'not-yet',
          note: 'Nobody has recorded whether there is a secure establishment in the area.',
        };
  }
  if (duty.kind === 'publication') return publicationOf(duty, composition);
  if (duty.kind === 'dispatch') return dispatchOf(duty, composition);
  if (duty.kind === 'sign-off') return signOffOf(duty, composition);
  return contentOf(duty, evidence, byTopic);
}

function contentOf(duty: Duty, evidence: readonly EvidenceItem[], byTopic: TopicIndex): Outcome {
  const notes: string[] = [];
  const counted = (word: string) => `${evidence.length} ${evidence.length === 1 ? word : `${word}s`} linked.`;
  if (evidence.length > 0) notes.push(counted('record'));
  const silent = duty.needs.filter((topic) => !byTopic.get(topic)?.length);
  if (impactDuties.test(duty.id)) {
    notes.push(gradesNote(byTopic.get('claims') ?? []));
    if (evidence.length === 0)
      notes.push('What was done, and claims that nothing recorded shows, do not answer it.');
  } else if (silent.length > 0) {
    notes.push(`Nothing is recorded on ${listWords(silent.map((topic) => topics[topic].toLowerCase()))}.`);
  }
  if (duty.needs.includes('costs') && !(byTopic.get('costs') ?? []).some(isCostTable))
    notes.push('There is no table of costs with amounts.');
  return { status: evidence.length > 0 ? 'partly' : 'missing', note: notes.join(' ') };
}

/** A table filed as costs that has at least one column of money. */
function isCostTable({ content }: EvidenceItem): boolean {
  return (
    content.shape === 'table' &&
    content.columns.some(({ kind }) => kind === 'money') &&
    content.rows.length > 0
  );
}

/** "Claims: 2 measured, 1 from one source, 4 asserted." */
function gradesNote(claims: readonly EvidenceItem[]): string {
  const words = {
    measured: 'measured',
    triangulated: 'shown by several sources',
    'single-source': 'from one source',
    asserted: 'asserted, with nothing recorded that shows it',
  } as const;
  if (claims.length === 0) return 'No claims of change are recorded.';
  const grades = Object.entries(words).flatMap(([grade, said]) => {
    const count = claims.filter(({ claim }) => claim?.grade === grade).length;
    return count > 0 ? [`${count} ${said}`] : [];
  });
  return `Claims of change: ${grades.join(', ')}.`;
}

function withJudgement(
  found: Outcome,
  judgement: Judgement | undefined,
  duty: Duty,
  evidence: number,
): Outcome {
  if (!judgement || found.settled) return found;
  const parts = [`${judgement.note.trim()} (Judged by ${judgement.judged_by}.)`];
  if (duty.kind !== 'content') parts.push(found.note);
  else if (evidence === 0) parts.push('No evidence is linked.');
  return { status: judgement.status, note: parts.join(' ') };
}

type TopicIndex = Map<Topic | 'claims', EvidenceItem[]>;

function indexByTopic(items: readonly EvidenceItem[]): TopicIndex {
  const index: TopicIndex = new Map();
  const add = (key: Topic | 'claims', item: EvidenceItem) => {
    const held = index.get(key);
    if (held) held.push(item);
    else index.set(key, [item]);
  };
  for (const item of items) {
    for (const topic of new Set(item.topics)) add(topic, item);
    if (item.claim) add('claims', item);
  }
  return index;
}

function evidenceFor(duty: Duty, items: readonly EvidenceItem[], byTopic: TopicIndex): EvidenceItem[] {
  const wanted = new Set<EvidenceItem>();
  const impact = impactDuties.test(duty.id);
  for (const topic of duty.needs) {
    for (const item of byTopic.get(topic) ?? [])
      if (!impact || showsDifference(item, topic)) wanted.add(item);
  }
  if (impact) {
    for (const item of byTopic.get('claims') ?? []) if (item.claim?.grade !== 'asserted') wanted.add(item);
  }
  // In the order of the report, whichever topic named the item first.
  return items.filter((item) => wanted.has(item));
}

/** Judgements from outside the work itself; a sentence about them is evidence, a sentence about work done is not. */
const judgedElsewhere: ReadonlySet<Topic> = new Set(['audit', 'inspection', 'scrutiny', 'voice']);

function showsDifference({ claim, content, part }: EvidenceItem, topic: Topic): boolean {
  if (claim) return claim.grade !== 'asserted';
  if (part === 'next') return false;
  if (content.shape === 'statement' || content.shape === 'document') return judgedElsewhere.has(topic);
  return true;
}

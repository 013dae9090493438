// The frame of a chapter for one year, of a priority or of another topic: what was done → how we know it made a
// difference → what comes next (domain handbook 5.12).
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import type { ResolvedRef } from '../../kernel/evidence/source.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { type Claim, claimsOf } from './claim.operations.ts';
import type { Year } from './year.ts';

interface Entry {
  id: string;
  revision: number;
  priority_id: string | null;
  topic: Topic;
  position: number;
  text: string;
  source_id: string | null;
  locator: string | null;
}

export interface Activity extends Entry {
  agency: string | null;
  body: string | null;
  from_on: string | null;
  to_on: string | null;
  when_label: string | null;
  reach: number | null;
  reach_label: string | null;
}

export interface NextStep extends Entry {
  owner: string | null;
  due_on: string | null;
  due_label: string | null;
  done_on: string | null;
  done_note: string | null;
}

/** Everything in the plan of a year, in its order. Three statements and the links, whatever its length. */
export async function entriesOf(context: QueryContext, year: Year) {
  const [activities, claims, next_steps] = await Promise.all([
    activitiesOf(context, year),
    claimsOf(context, year.id),
    nextStepsOf(context, year),
  ]);
  return { activities, claims, next_steps };
}

function activitiesOf({ db, partnership }: QueryContext, year: Year): Promise<Activity[]> {
  return db.text<Activity & Record<string, unknown>>(
    `select e.id, e.revision, e.priority_id, e.topic, e.position, e.text, e.source_id, e.locator, a.name as agency,
       b.name as body, e.from_on, e.to_on, e.when_label, e.reach, e.reach_label
     from plan.activity e
     left join governance.agency a on a.partnership_id = $1 and a.id = e.agency_id
     left join governance.body b on b.partnership_id = $1 and b.id = e.body_id
     where e.partnership_id = $1 and e.year_id = $2 and e.withdrawn_on is null order by e.position, e.id`,
    [partnership.id, year.id],
  );
}

export function nextStepsOf({ db, partnership }: QueryContext, year: Year): Promise<NextStep[]> {
  return db.text<NextStep & Record<string, unknown>>(
    `select e.id, e.revision, e.priority_id, e.topic, e.position, e.text, e.source_id, e.locator,
       nullif(concat_ws(', ', a.name, b.name), '') as owner, e.due_on, e.due_label, e.done_on, e.done_note
     from plan.next_step e
     left join governance.agency a on a.partnership_id = $1 and a.id = e.owner_agency_id
     left join governance.body b on b.partnership_id = $1 and b.id = e.owner_body_id
     where e.partnership_id = $1 and e.year_id = $2 and e.withdrawn_on is null order by e.position, e.id`,
    [partnership.id, year.id],
  );
}

/** Titles and pages of the sources named, by their id. */
export async function sourcesNamed(
  context: QueryContext,
  entries: readonly { source_id: string | null }[],
): Promise<Map<string, ResolvedRef>> {
  const ids = [...new Set(entries.map((entry) => entry.source_id).filter((id) => id !== null))];
  const found = await resolveRefs(
    context,
    ids.map((id) => `evidence.source/${id}`),
  );
  return new Map(
    ids.flatMap((id) => {
      const source = found.get(`evidence.source/${id}`);
      return source ? [[id, source] as const] : [];
    }),
  );
}

export interface Frame {
  activities: Activity[];
  claims: Claim[];
  next_steps: NextStep[];
  sources: Record<string, ResolvedRef>;
  /** Evidence that stands in the frame by itself, not only under a claim. */
  items: EvidenceItem[];
}

/** What belongs to one priority, or to one topic outside the priorities. */
export async function frameOf(
  context: QueryContext,
  year: Year,
  of: { priority_id: string } | { topic: Topic },
): Promise<Frame> {
  const belongs = (entry: { priority_id: string | null; topic: Topic }) =>
    'topic' in of
      ? entry.priority_id === null && entry.topic === of.topic
      : entry.priority_id === of.priority_id;
  const [all, items] = await Promise.all([
    entriesOf(context, year),
    'topic' in of ? [] : itemsOfPriority(context, year, of.priority_id),
  ]);
  const activities = all.activities.filter(belongs);
  const claims = all.claims.filter(belongs);
  const next_steps = all.next_steps.filter(belongs);
  const sources = await sourcesNamed(context, [...activities, ...claims, ...next_steps]);
  const cited = new Set(claims.flatMap((claim) => claim.rests_on.map(({ ref }) => ref)));
  return {
    activities,
    claims,
    next_steps,
    sources: Object.fromEntries(sources),
    items: items.filter((item) => !cited.has(item.ref)),
  };
}

async function itemsOfPriority(
  context: QueryContext,
  year: Year,
  priorityId: string,
): Promise<EvidenceItem[]> {
  const lists = await Promise.all(
    context.evidence.map(
      (source) => source.itemsOfGroup?.(context, year, `plan.priority/${priorityId}`) ?? Promise.resolve([]),
    ),
  );
  return lists.flat();
}

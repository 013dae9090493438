// What the plan offers the report: what was done, what is claimed to have changed and what comes next, in their
// chapters; the names priorities and strategies go by in a year; and the groups that evidence is gathered under.
import { contentHash, type EvidenceItem, type KnownName } from '../../kernel/evidence/evidence.ts';
import { gradeOf } from '../../kernel/evidence/grade.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import type {
  EvidenceGroup,
  EvidenceSource,
  ReportedYear,
  ResolvedRef,
} from '../../kernel/evidence/source.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { type Claim, claimsById } from './claim.operations.ts';
import { type Activity, entriesOf, type NextStep, sourcesNamed } from './frame.operations.ts';
import { prioritiesOf } from './overview.operations.ts';
import { type Year, yearOf } from './year.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';

/** The plan's own year of that label; undefined when it has none. Years of the report and of the plan go by label. */
async function planYear(context: QueryContext, { label }: ReportedYear): Promise<Year | undefined> {
  try {
    return await yearOf(context, label);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

async function groupsOf(context: QueryContext, reported: ReportedYear): Promise<EvidenceGroup[]> {
  const year = await planYear(context, reported);
  if (year === undefined) return [];
  const priorities = await prioritiesOf(context, year);
  return priorities.map(({ id, name, number }) => ({
    ref: `plan.priority/${id}`,
    title: name,
    order: number,
  }));
}

async function itemsOf(context: QueryContext, reported: ReportedYear): Promise<EvidenceItem[]> {
  const year = await planYear(context, reported);
  if (year === undefined) return [];
  const [{ activities, claims, next_steps }, groups] = await Promise.all([
    entriesOf(context, year),
    groupsOf(context, reported),
  ]);
  const sources = await sourcesNamed(context, [...activities, ...claims, ...next_steps]);
  const group = new Map(groups.map((one) => [one.ref, one]));
  const place = (entry: Activity | Claim | NextStep) => ({
    topics: [entry.topic] as EvidenceItem['topics'],
    group: group.get(`plan.priority/${entry.priority_id}`) ?? null,
    order: entry.position,
    as_of: null,
    geography: null,
    source: sourceOf(entry, sources),
  });
  return [
    ...activities.map((entry) => ({ ...place(entry), ...activityItem(entry, year) })),
    ...claims.map((entry) => ({ ...place(entry), ...claimItem(entry) })),
    ...next_steps.map((entry) => ({ ...place(entry), ...nextStepItem(entry, year) })),
  ];
}

function sourceOf(
  { source_id, locator }: { source_id: string | null; locator: string | null },
  sources: Map<string, ResolvedRef>,
): EvidenceItem['source'] {
  const source = source_id === null ? undefined : sources.get(source_id);
  return source === undefined ? null : { ref: source.ref, title: source.title, locator };
}

/** A text with sentences after it; alone it stays as it was written. */
function withSentences(text: string, ...after: (string | null)[]): string {
  const more = after.filter((sentence) => sentence !== null);
  return more.length === 0 ? text : [/[.!?]$/.test(text) ? text : `${text}.`, ...more].join(' ');
}

const said = (text: string): { content: Content; hash: string } => {
  const content: Content = { shape: 'statement', text };
  return { content, hash: contentHash(content) };
};

function activityItem(entry: Activity, year: Year) {
  const { reach, reach_label, from_on, to_on, when_label } = entry;
  const reached =
    reach === null
      ? null
      : `It reached ${reach.toLocaleString('en-GB')}${reach_label ? ` ${reach_label}` : ''}.`;
  return {
    ref: `plan.activity/${entry.id}`,
    title: shortened(entry.text),
    part: 'done' as const,
    period: { from: from_on, to: to_on, label: when_label },
    path: pathOf(entry, year.label, 'activity'),
    ...said(withSentences(entry.text, reached)),
  };
}

function claimItem(entry: Claim) {
  const { about, for_whom, headline } = entry;
  // A report says the same to everyone who signs it: it rests only on what everyone may see.
  const rests_on = entry.rests_on.filter((cited) => !cited.restricted);
  return {
    ref: `plan.claim/${entry.id}`,
    title: shortened(entry.statement),
    part: 'difference' as const,
    period: { from: null, to: null, label: null },
    path: `/plan/claims/${entry.id}`,
    ...said(entry.statement),
    claim: { about, for_whom, headline, grade: gradeOf(about, rests_on), rests_on },
  };
}

function nextStepItem(entry: NextStep, year: Year) {
  const due = entry.due_label ?? (entry.due_on === null ? null : showDay(entry.due_on));
  const who = entry.owner === null ? null : `Owner: ${entry.owner}.`;
  return {
    ref: `plan.next-step/${entry.id}`,
    title: shortened(entry.text),
    part: 'next' as const,
    period: { from: null, to: null, label: null },
    path: pathOf(entry, year.label, 'next-step'),
    ...said(withSentences(entry.text, who, due === null ? null : `Due: ${due}.`)),
  };
}

/** The page on which an entry is shown, at its place. */
export function pathOf(
  entry: { id: string; priority_id: string | null; topic: string },
  label: string,
  kind: 'activity' | 'next-step',
): string {
  const page =
    entry.priority_id === null
      ? `/plan/years/${label}/topics/${entry.topic}`
      : `/plan/years/${label}/priorities/${entry.priority_id}`;
  return `${page}#${kind}-${entry.id}`;
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99).trimEnd()}…`;
}

async function namesOf(context: QueryContext, reported: ReportedYear): Promise<KnownName[]> {
  const year = await planYear(context, reported);
  if (year === undefined) return [];
  const { db, partnership } = context;
  const [priorities, names, strategies] = await Promise.all([
    prioritiesOf(context, year),
    db.text<{ priority_id: string; name: string; allowed: boolean }>(
      `select n.priority_id, n.name, n.allowed and (n.until_on is null or n.until_on >= $3::date) as allowed
       from plan.priority_name n
       join plan.priority_year py on py.partnership_id = n.partnership_id and py.priority_id = n.priority_id
       where n.partnership_id = $1 and py.year_id = $2 order by n.name`,
      [partnership.id, year.id, year.from_on],
    ),
    db.text<{ id: string; name: string; from_on: string | null; replaced: string | null }>(
      `select s.id, s.name, s.from_on, o.name as replaced from plan.strategy s
       left join plan.strategy o on o.partnership_id = s.partnership_id and o.id = s.supersedes_id
       where s.partnership_id = $1 and (s.from_on is null or s.from_on <= $2::date)
         and (s.until_on is null or s.until_on >= $3::date) order by s.name`,
      [partnership.id, year.to_on, year.from_on],
    ),
  ]);
  return [
    ...priorities.map(({ id, name }) => ({
      ref: `plan.priority/${id}`,
      kind: 'priority' as const,
      name,
      others: names.filter((n) => n.priority_id === id).map((n) => ({ name: n.name, allowed: n.allowed })),
    })),
    ...strategies.map(({ id, name, from_on, replaced }) => ({
      ref: `plan.strategy/${id}`,
      kind: 'strategy' as const,
      name,
      // The old title is wrong only once the new one has begun, on a day that is known.
      others: replaced !== null && from_on !== null ? [{ name: replaced, allowed: false }] : [],
    })),
  ];
}

async function resolveClaims(context: QueryContext, ids: string[]): Promise<ResolvedRef[]> {
  const rows = await claimsById(context, ids.filter(isUuid));
  return rows.map((row) => ({
    ref: `plan.claim/${row.id}`,
    title: shortened(row.statement),
    path: `/plan/claims/${row.id}`,
    ...said(row.statement),
  }));
}

async function resolvePriorities({ db, partnership }: QueryContext, ids: string[]): Promise<ResolvedRef[]> {
  const rows = await db.text<{ id: string; name: string }>(
    'select id, name from plan.priority where partnership_id = $1 and id = any($2::uuid[])',
    [partnership.id, ids.filter(isUuid)],
  );
  return rows.map(({ id, name }) => ({
    ref: `plan.priority/${id}`,
    title: name,
    path: `/plan/priorities/${id}`,
    hash: contentHash(name),
  }));
}

/** Activities and next steps stand on the page of their priority or topic. */
function resolveEntries(table: 'activity' | 'next_step', kind: 'activity' | 'next-step') {
  return async ({ db, partnership }: QueryContext, ids: string[]): Promise<ResolvedRef[]> => {
    const rows = await db.text<{
      id: string;
      text: string;
      priority_id: string | null;
      topic: string;
      label: string;
    }>(
      `select e.id, e.text, e.priority_id, e.topic, y.label from plan.${table} e
       join plan.reporting_year y on y.partnership_id = e.partnership_id and y.id = e.year_id
       where e.partnership_id = $1 and e.id = any($2::uuid[]) and e.withdrawn_on is null`,
      [partnership.id, ids.filter(isUuid)],
    );
    return rows.map((row) => ({
      ref: `plan.${kind}/${row.id}`,
      title: shortened(row.text),
      path: pathOf(row, row.label, kind),
      ...said(row.text),
    }));
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

export const planEvidence: EvidenceSource = {
  itemsOf,
  namesOf,
  groupsOf,
  resolves: {
    'plan.claim': resolveClaims,
    'plan.priority': resolvePriorities,
    'plan.activity': resolveEntries('activity', 'activity'),
    'plan.next-step': resolveEntries('next_step', 'next-step'),
  },
};

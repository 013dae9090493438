// How the actions of a year stand, agency by agency, as one table of the yearly report: those due or done in it, and those
// still open that were due by its end or have no day.
import { contentHash, type EvidenceItem, ref } from '../../kernel/evidence/evidence.ts';
import type { ReportedYear } from '../../kernel/evidence/source.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { actionStates } from './thread.ts';

interface Count extends Record<string, unknown> {
  owner: string;
  state: string;
  number: number;
}

/** Null when there was no action in the year. Only open records are counted: a circle's actions stay in it. */
export async function actionsTable(
  { db, partnership, today }: QueryContext,
  year: ReportedYear,
): Promise<EvidenceItem | null> {
  const counts = await db.text<Count>(
    `select coalesce(a.name, 'No agency recorded') as owner, x.state, count(*)::int as number from thread.action x
     left join governance.agency a on a.partnership_id = x.partnership_id and a.id = x.owner_agency_id
     where x.partnership_id = $1 and x.circle_id is null
       and (x.due_on between $2::date and $3::date or x.done_on between $2::date and $3::date
         or (x.state in ('planned', 'in-progress', 'done') and (x.due_on is null or x.due_on <= $3::date)))
     group by 1, 2 order by 1`,
    [partnership.id, year.from_on, year.to_on],
  );
  if (counts.length === 0) return null;
  const states = Object.keys(actionStates);
  const rows = [...Map.groupBy(counts, (count) => count.owner)].map(([owner, own]) => [
    owner,
    ...states.map((state) => own.find((count) => count.state === state)?.number ?? 0),
  ]);
  const content = {
    shape: 'table' as const,
    columns: [
      { label: 'Agency', kind: 'text' as const, total: 'none' as const },
      ...Object.values(actionStates).map((label) => ({
        label,
        kind: 'count' as const,
        total: 'sum' as const,
      })),
    ],
    rows,
    printed_total: null,
    note: 'Actions due or done in the year, and those still open that were due by its end or have no day.',
  };
  return {
    ref: ref('thread.actions', year.label),
    title: 'How the actions of the year stand, by agency',
    topics: ['recommendations'],
    group: null,
    part: null,
    order: 900,
    as_of: today,
    period: { from: year.from_on, to: year.to_on, label: year.label },
    geography: null,
    source: null,
    path: '/thread/actions',
    content,
    hash: contentHash(content),
  };
}

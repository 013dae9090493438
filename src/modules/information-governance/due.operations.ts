// What is past its retention today, under the rules in force: which records, what holds them back, what a published report
// still cites. References, years and circles only; nothing that stands in a record.
import { z } from 'zod';
import type { Ref } from '../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { conceptOf } from '../../kernel/operation/writes.ts';
import type { Publication, Room } from '../../kernel/records/room.ts';
import type { Declared, Retained } from './declared.ts';
import type { Listed } from './disposal.ts';
import { heldBy } from './legal-hold.operations.ts';
import { type OwnRule, type RuleInForce, ruleInForce } from './retention-rule.ts';
import type { Hold } from './legal-hold.ts';
import { ownRules } from './retention-rule.operations.ts';

/** As many of one table as are looked at together; the next list takes the rest. */
const mostOfATable = 1000;

export interface DueRecord {
  ref: Ref;
  /** The year in which its retention ended. */
  due_year: number;
  circle_id: string | null;
  /** Why it may not be disposed of. */
  held: string | null;
  /** Whether it stands on a list that is proposed or agreed already. */
  listed: boolean;
}

/** Whether it can be put on a list now. */
export function isFree({ held, listed }: DueRecord): boolean {
  return held === null && !listed;
}

export interface DueKind {
  declaration: string;
  rule: RuleInForce;
  records: DueRecord[];
}

/** What of one kind is past its retention, the longest first. */
export async function dueOf(
  context: QueryContext,
  declared: Declared,
  declaration: Retained,
): Promise<DueKind> {
  const [kind] = await dueAmong(context, declared, [declaration]);
  if (kind === undefined) throw new Error('What is due of a kind was not counted.');
  return kind;
}

export async function dueAmong(
  context: QueryContext,
  declared: Declared,
  declarations: readonly Retained[],
): Promise<DueKind[]> {
  const [own, held, listed] = await Promise.all([
    ownRules(context),
    heldBy(context, declared),
    onOpenLists(context),
  ]);
  return Promise.all(declarations.map((one) => countedOf(context, one, { own, held, listed })));
}

async function countedOf(
  context: QueryContext,
  declaration: Retained,
  { own, held, listed }: { own: OwnRule[]; held: (ref: Ref) => Hold | undefined; listed: Set<string> },
): Promise<DueKind> {
  const rule = ruleInForce(declaration, own, context.today);
  const found = await Promise.all(
    Object.entries(declaration.retention.counts).map(([table, counts]) =>
      context.db
        .text<{ id: string; circle_id: string | null; due_year: number }>(
          'select id, circle_id, due_year from information.past_retention($1, $2, $3, $4, $5)',
          [table, JSON.stringify(counts), rule.years, context.today, mostOfATable],
        )
        .then((rows) => rows.map((row) => ({ ...row, ref: `${conceptOf(table)}/${row.id}` }))),
    ),
  );
  const records = found.flat().map(({ ref, due_year, circle_id }) => ({
    ref,
    due_year,
    circle_id,
    held: held(ref)?.reason ?? null,
    listed: listed.has(ref),
  }));
  return {
    declaration: declaration.name,
    rule,
    records: records.toSorted((a, b) => a.due_year - b.due_year || (a.ref < b.ref ? -1 : 1)),
  };
}

/** References on lists that are still open. */
async function onOpenLists({ db }: QueryContext): Promise<Set<string>> {
  const rows = await db.all(
    db.from('information.disposal').select('list').where('state', 'in', ['proposed', 'agreed']),
  );
  return new Set(rows.flatMap(({ list }) => (list as Listed[]).map(({ ref }) => ref)));
}

export async function publicationsOf(context: QueryContext, rooms: readonly Room[]): Promise<Publication[]> {
  return (await Promise.all(rooms.flatMap((room) => room.publications?.(context) ?? []))).flat();
}

export function listDueAmong(declared: Declared, rooms: readonly Room[]) {
  return query({
    name: 'information.list-due',
    summary: 'What is past its retention, what is held, what a published report cites',
    permission: 'information.read',
    input: z.strictObject({ declaration: z.string().max(200).optional() }),
    async run(context, { declaration }) {
      if (declaration !== undefined && declared.named(declaration) === undefined) throw new NotFound();
      const [kinds, publications, circles] = await Promise.all([
        dueAmong(context, declared, declared.retained),
        publicationsOf(context, rooms),
        context.db.all(context.db.from('kernel.circle').select(['id', 'name'])),
      ]);
      const cited = new Set(publications.flatMap((one) => one.refs));
      const chosen = kinds.find((kind) => kind.declaration === declaration);
      const shown = await resolveRefs(context, chosen?.records.map((record) => record.ref) ?? []);
      return {
        kinds: kinds.map(({ declaration: name, rule, records }) => ({
          declaration: name,
          rule,
          past: records.length,
          more: records.length >= mostOfATable,
          held: records.filter((record) => record.held !== null).length,
          free: records.filter(isFree).length,
          published: records.filter((record) => cited.has(record.ref)).length,
        })),
        chosen:
          chosen === undefined
            ? null
            : {
                ...chosen,
                records: chosen.records.map((record) => ({
                  ...record,
                  title: shown.get(record.ref)?.title ?? null,
                  path: shown.get(record.ref)?.path ?? declared.pageOf(record.ref),
                  circle: circles.find(({ id }) => id === record.circle_id)?.name ?? null,
                  published: cited.has(record.ref),
                })),
              },
      };
    },
  });
}

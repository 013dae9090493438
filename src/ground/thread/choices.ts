// What fields of other forms choose from the thread. The latest and the open ones: a choice of everything ever recorded
// would help nobody.
import { noteSeen } from '../../kernel/access/seen.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { Choice, ChoiceSource } from '../../kernel/pages/page.ts';
import { shortText, strandRef } from './strand.ts';
import { type Strand, strands } from './thread.ts';

const most = 300;

interface Offered extends Record<string, unknown> {
  id: string;
  title: string;
  circle_id: string | null;
}

const tables: Record<Strand, { table: string; title: string; open: string }> = {
  finding: { table: 'thread.finding', title: 'title', open: `state <> 'closed'` },
  recommendation: { table: 'thread.recommendation', title: 'gist', open: 'true' },
  decision: { table: 'thread.decision', title: 'text', open: 'true' },
  action: { table: 'thread.action', title: 'text', open: `state <> 'stopped'` },
  'check-made': { table: 'thread.check_made', title: 'text', open: 'true' },
  effect: { table: 'thread.effect', title: 'expected', open: 'true' },
};

async function latest(context: QueryContext, strand: Strand): Promise<Offered[]> {
  const { actor, db, partnership } = context;
  const { table, title, open } = tables[strand];
  const offered = await db.text<Offered>(
    `select id, ${title} as title, circle_id from ${table}
     where partnership_id = $1 and (circle_id is null or circle_id = any($2::uuid[])) and ${open}
     order by id desc limit ${most}`,
    [partnership.id, actor.circle_ids],
  );
  noteSeen(context, `thread.${strand}`, offered);
  return offered;
}

const choiceOf =
  (strand: Strand): ChoiceSource =>
  async (context) =>
    (await latest(context, strand)).map(({ id, title }) => ({ value: id, text: shortText(title, 110) }));

async function anyStrand(context: QueryContext): Promise<Choice[]> {
  const kinds = Object.keys(strands) as Strand[];
  const lists = await Promise.all(kinds.map((strand) => latest(context, strand)));
  return kinds.flatMap((strand, i) =>
    (lists[i] ?? []).map(({ id, title }) => ({
      value: strandRef(strand, id),
      text: `${strands[strand]}: ${shortText(title, 100)}`,
    })),
  );
}

export const threadChoices: Record<string, ChoiceSource> = {
  recommendations: choiceOf('recommendation'),
  decisions: choiceOf('decision'),
  actions: choiceOf('action'),
  effects: choiceOf('effect'),
  strands: anyStrand,
};

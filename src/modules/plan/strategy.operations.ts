// Strategies, plans and other named documents of the partnership, one replacing another.
import { z } from 'zod';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { changeOf, strategy, strategyKinds } from './plan.ts';
import { refuseUnknownPriority } from './priority.operations.ts';

type Kind = keyof typeof strategyKinds;

export const addStrategy = command({
  name: 'plan.add-strategy',
  summary: 'Add a strategy, plan or other named document',
  permission: 'plan.write',
  input: strategy,
  async run(context, given) {
    await refuseUnfit(context, given, null);
    return { id: await context.write.insert('plan.strategy', given) };
  },
});

export const changeStrategy = command({
  name: 'plan.change-strategy',
  summary: 'Change a strategy',
  permission: 'plan.write',
  input: strategy.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await refuseUnfit(context, given, id);
    await context.write.update('plan.strategy', id, given, seen_revision);
    return { id };
  },
});

async function refuseUnfit(
  context: CommandContext,
  given: z.output<typeof strategy>,
  own: string | null,
): Promise<void> {
  const { db } = context;
  if (given.from_on && given.until_on && given.from_on > given.until_on) {
    throw new InvalidInput({ until_on: 'It ends before it starts. Correct one of the two days' });
  }
  const [same, replaced] = await Promise.all([
    db.find(db.from('plan.strategy').select('id').where('name', '=', given.name)),
    given.supersedes_id === null
      ? undefined
      : db.find(db.from('plan.strategy').select('id').where('id', '=', given.supersedes_id)),
    refuseUnknownPriority(context, { priority_id: given.priority_id }),
  ]);
  if (same && same.id !== own) {
    throw new Conflict(`There is already “${given.name}”. Open that one, or give this one its own title.`);
  }
  if (given.supersedes_id !== null && (replaced === undefined || replaced.id === own)) {
    throw new InvalidInput({ supersedes_id: 'Choose another one that is in the list' });
  }
}

export interface ListedStrategy {
  id: string;
  revision: number;
  name: string;
  kind: Kind;
  priority_id: string | null;
  priority: string | null;
  from_on: string | null;
  until_on: string | null;
  launched_label: string | null;
  supersedes_id: string | null;
  superseded_by: string | null;
  source: string | null;
}

const strategies = `select s.id, s.revision, s.name, s.kind, s.priority_id, p.name as priority, s.from_on, s.until_on,
    s.launched_label, s.supersedes_id, s.source,
    (select n.name from plan.strategy n where n.partnership_id = $1 and n.supersedes_id = s.id limit 1) as superseded_by
  from plan.strategy s left join plan.priority p on p.partnership_id = $1 and p.id = s.priority_id
  where s.partnership_id = $1`;

export const listStrategies = query({
  name: 'plan.list-strategies',
  summary: 'Strategies, plans and other named documents, with what replaced them',
  permission: 'plan.read',
  input: z.strictObject({
    kind: z
      .enum(Object.keys(strategyKinds) as [Kind])
      .or(z.literal(''))
      .optional(),
  }),
  async run({ db, partnership }, { kind = '' }) {
    const rows = await db.text<ListedStrategy & Record<string, unknown>>(
      `${strategies} and ($2 = '' or s.kind = $2) order by s.name`,
      [partnership.id, kind],
    );
    return { kind, strategies: rows };
  },
});

export const readStrategy = query({
  name: 'plan.read-strategy',
  summary: 'One strategy, for a form',
  permission: 'plan.read',
  input: z.strictObject({ id: z.uuid() }),
  run: ({ db }, { id }) => db.one(db.from('plan.strategy').selectAll().where('id', '=', id)),
});

// Children's records: only ever in the actor's circles. Row-level security answers, and every statement names the circles
// as well. Each reading is written down with the records shown; opening one needs a purpose.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { noteSeen } from '../../kernel/access/seen.ts';
import { ref } from '../../kernel/evidence/evidence.ts';
import { openedForPurpose, placementOf } from '../circles/index.ts';
import { refuseUnknown } from '../governance/index.ts';
import { child, childChange } from './child.ts';

const refOf = (id: string) => ref('children.child', id);

interface ListedChild extends Record<string, unknown> {
  id: string;
  given_name: string;
  family_name: string;
  born_on: string | null;
  expected_on: string | null;
  circle_id: string;
  circle: string;
}

export const listChildren = query({
  name: 'children.list-children',
  summary: 'The children whose records are in one’s circles',
  permission: 'children.read',
  input: z.strictObject({
    circle: z.uuid().or(z.literal('')).optional(),
    name: z.string().max(100).optional(),
  }),
  async run(context, { circle, name }) {
    const { actor, db, partnership } = context;
    const rows = await db.text<ListedChild>(
      `select c.id, c.given_name, c.family_name, c.born_on, c.expected_on, c.circle_id, k.name as circle
       from children.child c join kernel.circle k on k.partnership_id = c.partnership_id and k.id = c.circle_id
       where c.partnership_id = $1 and c.circle_id = any($2::uuid[])
         and ($3::uuid is null or c.circle_id = $3::uuid)
         and ($4::text is null or c.given_name || ' ' || c.family_name ilike $4)
       order by c.family_name, c.given_name, c.id`,
      [
        partnership.id,
        actor.circle_ids,
        circle || null,
        name ? `%${name.replaceAll(/[%_\\]/g, '\\$&')}%` : null,
      ],
    );
    noteSeen(context, 'children.child', rows);
    return {
      rows,
      filter: { circle: circle ?? '', name: name ?? '' },
      circles: await ownCircles(actor.circle_ids, db),
    };
  },
});

function ownCircles(ids: string[], db: QueryContext['db']): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.all(db.from('kernel.circle').select(['id', 'name']).where('id', 'in', ids).orderBy('name'));
}

/** Whether there is such a record for this person to open. Tells nothing about the child. */
export const findChild = query({
  name: 'children.find-child',
  summary: 'Whether a child’s record is there for you to open',
  permission: 'children.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ actor, db }, { id }) {
    return db.one(
      db
        .from('children.child')
        .select('id')
        .where('id', '=', id)
        .where('circle_id', 'in', someCircle(actor.circle_ids)),
    );
  },
});

export const readChild = query({
  name: 'children.read-child',
  summary: 'One child’s record, opened for a purpose that is kept',
  permission: 'children.read',
  audited: true,
  input: z.strictObject({ id: z.uuid() }),
  run: openChild,
});

/** For the form that changes a record, after it was opened for a purpose: no way round saying why. */
export const readChildToChange = query({
  name: 'children.read-child-to-change',
  summary: 'One child’s record, to change it',
  permission: 'children.write',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    await findChild.run(context, { id });
    if (!(await openedForPurpose(context, refOf(id)))) {
      throw new Conflict(
        'Say why you are opening this record first, then change it. Records about children are opened for a purpose, and it is kept with your name.',
        { href: `/children/${id}`, text: 'Open the record' },
      );
    }
    return openChild(context, { id });
  },
});

async function openChild(context: QueryContext, { id }: { id: string }) {
  const { actor, db, partnership } = context;
  const found = await db.one(
    db
      .from('children.child')
      .selectAll()
      .where('id', '=', id)
      .where('circle_id', 'in', someCircle(actor.circle_ids)),
  );
  noteSeen(context, 'children.child', [found]);
  const [circle, placement, school, history] = await Promise.all([
    db.one(db.from('kernel.circle').select(['id', 'name', 'purpose']).where('id', '=', found.circle_id)),
    placementOf(context, { ref: refOf(id), circle_id: found.circle_id }),
    found.school_id === null
      ? undefined
      : db.find(db.from('governance.agency').select(['id', 'name']).where('id', '=', found.school_id)),
    db.text<{ revision: number; at: string; person: string; operation: string }>(
      `select h.revision, e.at, e.body::jsonb ->> 'person' as person, e.operation
       from children.child_history h
       join kernel.audit_entry e on e.partnership_id = h.partnership_id and e.id = h.entry_id
       where h.partnership_id = $1 and h.id = $2 and h.circle_id = any($3::uuid[]) order by h.revision desc`,
      [partnership.id, id, actor.circle_ids],
    ),
  ]);
  return { ...found, circle, placement, school: school ?? null, history };
}

/** A list that is never empty, because SQL has no empty "in ()"; the nil id is nobody's circle. */
function someCircle(ids: string[]): string[] {
  return ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000'];
}

export const addChild = command({
  name: 'children.add-child',
  summary: 'Record who a child is, in one of one’s circles',
  permission: 'children.write',
  input: child,
  async run(context, input) {
    if (!context.actor.circle_ids.includes(input.circle_id)) {
      throw new InvalidInput({ circle_id: 'Choose a circle that you are in' });
    }
    await refuseUnknown(context, { school_id: ['governance.agency', input.school_id] });
    return { id: await context.write.insert('children.child', input) };
  },
});

export const changeChild = command({
  name: 'children.change-child',
  summary: 'Change who a child is',
  permission: 'children.write',
  input: childChange,
  async run(context, { id, seen_revision, ...change }) {
    const { actor, db, write } = context;
    const there = await db.find(db.from('children.child').select('circle_id').where('id', '=', id));
    if (there === undefined || !actor.circle_ids.includes(there.circle_id)) throw new NotFound();
    await refuseUnknown(context, { school_id: ['governance.agency', change.school_id] });
    await write.update('children.child', id, change, seen_revision);
    return { id };
  },
});

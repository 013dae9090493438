// What information governance looks like today, and what in it needs somebody.
import { z } from 'zod';
import type { Permission } from '../../kernel/access/roles.ts';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeItem } from '../../kernel/records/room.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { headings } from './assessment/assessment.ts';
import type { Declared } from './declared.ts';
import { dueAmong, isFree } from './due.operations.ts';
import { holdsInForce } from './legal-hold.operations.ts';
import { ruleInForce } from './retention-rule.ts';
import { ownRules } from './retention-rule.operations.ts';

/** A way on to another part of the room. */
export interface More {
  title: string;
  href: string;
  /** What opens it; it is offered to nobody else. */
  permission: Permission;
  description: string;
}

export function overviewOf(declared: Declared, more: readonly More[]) {
  return query({
    name: 'information.read-overview',
    summary: 'Holds, disposals, what is past its retention, and the gaps',
    permission: 'information.read',
    input: z.strictObject({}),
    async run(context) {
      const { db, today } = context;
      const [due, holds, open, notes, own] = await Promise.all([
        dueAmong(context, declared, declared.retained),
        holdsInForce(context),
        db.all(db.from('information.disposal').select('id').where('state', 'in', ['proposed', 'agreed'])),
        db.all(db.from('information.assessment').select('heading')),
        ownRules(context),
      ]);
      return {
        past: due.reduce((sum, kind) => sum + kind.records.filter(isFree).length, 0),
        holds: holds.length,
        waiting: open.length,
        gaps: Object.keys(headings).length - notes.length,
        unruled: declared.retained.filter((one) => ruleInForce(one, own, today).own === null).length,
        more: more.filter(({ permission }) => context.actor.can(permission)),
      };
    },
  });
}

/** Disposals that wait for a second person, and reviews of the impact assessment that are due. */
export async function keepingNeeds({ db, actor, today }: QueryContext): Promise<HomeItem[]> {
  if (!actor.can('information.dispose')) return [];
  const [disposals, reviews] = await Promise.all([
    db.all(
      db
        .from('information.disposal')
        .select(['id', 'declaration', 'state', 'proposed_by_id'])
        .where('state', 'in', ['proposed', 'agreed'])
        .orderBy('id'),
    ),
    db.all(
      db
        .from('information.assessment')
        .select(['heading', 'review_on'])
        .where('review_on', '<=', today)
        .orderBy('review_on'),
    ),
  ]);
  return [
    ...disposals
      .filter(({ state, proposed_by_id }) => state === 'agreed' || proposed_by_id !== actor.person_id)
      .map(
        ({ id, declaration, state }): HomeItem => ({
          text: `A disposal waits: ${declaration}`,
          href: `/information-governance/disposals/${id}`,
          urgency: 'due',
          detail:
            state === 'proposed'
              ? 'Look through the list, and agree or cancel it.'
              : 'Two people agreed. It can be carried out.',
        }),
      ),
    ...reviews.map(
      ({ heading, review_on }): HomeItem => ({
        text: 'A part of the impact assessment is to be looked at again',
        href: `/information-governance/assessment/${heading}`,
        urgency: (review_on ?? today) < today ? 'overdue' : 'due',
        detail: `Due on ${showDay(review_on ?? today)}.`,
      }),
    ),
  ];
}

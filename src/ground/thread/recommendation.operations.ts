// Recommendations: what somebody asked of the partnership, what it answered, and how far it has come.
import { z } from 'zod';
import { noteSeen } from '../../kernel/access/seen.ts';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { refuseUnknown } from '../governance/index.ts';
import { agenciesToChoose, filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseFuture, refuseMove, refuseStrangeCircle } from './recording.ts';
import { strandRef } from './strand.ts';
import {
  recommendation,
  recommendationMove,
  recommendationMoves,
  recommendationResponse,
  recommendationStates,
  type Response,
  responses,
  stateAfterResponse,
} from './thread.ts';

/** Records a recommendation in the caller's own transaction. Throws InvalidInput where a field does not fit. */
export async function recordRecommendation(
  context: CommandContext,
  input: z.input<typeof recommendation>,
): Promise<Recorded> {
  const { after, ...facts } = asInput(recommendation, input);
  refuseStrangeCircle(context, facts.circle_id);
  await refuseUnknown(context, {
    to_body_id: ['governance.body', facts.to_body_id],
    owner_agency_id: ['governance.agency', facts.owner_agency_id],
    owner_person_id: ['governance.person', facts.owner_person_id],
    repeats_id: ['thread.recommendation', facts.repeats_id],
  });
  const id = await context.write.insert('thread.recommendation', {
    ...facts,
    response: 'not-yet',
    state: 'made',
  });
  const ref = strandRef('recommendation', id);
  await connectAfter(context, ref, after);
  return { id, ref };
}

export const addRecommendation = command({
  name: 'thread.add-recommendation',
  summary: 'Record a recommendation',
  permission: 'thread.write',
  input: recommendation,
  run: recordRecommendation,
});

interface RecommendationRow extends Record<string, unknown> {
  id: string;
  gist: string;
  made_by: string;
  made_on: string | null;
  due_on: string | null;
  response: string;
  state: string;
  repeats_id: string | null;
  circle_id: string | null;
  agency: string | null;
}

export const listRecommendations = query({
  name: 'thread.list-recommendations',
  summary: 'Recommendations, the latest first, by state, owner and lateness',
  permission: 'thread.read',
  input: listInput(recommendationStates),
  async run(context, input) {
    const filter = filterOf(input);
    const [rows, agencies] = await Promise.all([
      context.db.text<RecommendationRow>(
        `select r.id, r.gist, r.made_by, r.made_on, r.due_on, r.response, r.state, r.repeats_id, r.circle_id,
           a.name as agency
         from thread.recommendation r
         left join governance.agency a on a.partnership_id = r.partnership_id and a.id = r.owner_agency_id
         where ${visible('r')} and ($4::uuid is null or r.owner_agency_id = $4::uuid)
           and (not $5 or (r.due_on < $6::date and r.state in ('made', 'accepted', 'in-progress')))
         order by r.made_on desc nulls last, r.id desc`,
        [...listValues(context, filter), filter.agency || null, filter.overdue, context.today],
      ),
      agenciesToChoose(context),
    ]);
    return { filter, rows: await shownRows(context, 'thread.recommendation', rows), agencies };
  },
});

/** A recommendation with what the partnership replied, for a document that makes it. */
export interface Replied {
  id: string;
  gist: string;
  made_by: string;
  due_on: string | null;
  response: Response;
  response_text: string | null;
  responded_on: string | null;
  /** The agency that is to see to it. */
  agency: string | null;
  state: keyof typeof recommendationStates;
  circle_id: string | null;
}

/** Those of the named recommendations that the actor may see, in the order named. */
export async function repliesTo(context: QueryContext, ids: readonly string[]): Promise<Replied[]> {
  const { actor, db, partnership } = context;
  const rows = await db.text<Replied & Record<string, unknown>>(
    `select r.id, r.gist, r.made_by, r.due_on, r.response, r.response_text, r.responded_on, r.state, r.circle_id, a.name as agency
     from thread.recommendation r
     left join governance.agency a on a.partnership_id = r.partnership_id and a.id = r.owner_agency_id
     where r.partnership_id = $1 and (r.circle_id is null or r.circle_id = any($2::uuid[])) and r.id = any($3::uuid[])
     order by array_position($3::uuid[], r.id)`,
    [partnership.id, actor.circle_ids, ids],
  );
  noteSeen(context, 'thread.recommendation', rows);
  return rows;
}

export const readRecommendation = query({
  name: 'thread.read-recommendation',
  summary: 'One recommendation, its response and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const found = await db.find(db.from('thread.recommendation').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    const [place, body, agency, person, repeats, repeatedBy] = await Promise.all([
      standingOf(context, 'recommendation', found),
      found.to_body_id === null
        ? undefined
        : db.find(db.from('governance.body').select(['id', 'name']).where('id', '=', found.to_body_id)),
      found.owner_agency_id === null
        ? undefined
        : db.find(
            db.from('governance.agency').select(['id', 'name']).where('id', '=', found.owner_agency_id),
          ),
      found.owner_person_id === null
        ? undefined
        : db.find(
            db.from('governance.person').select(['id', 'name']).where('id', '=', found.owner_person_id),
          ),
      found.repeats_id === null
        ? undefined
        : db.find(
            db
              .from('thread.recommendation')
              .select(['id', 'gist', 'made_on', 'circle_id'])
              .where('id', '=', found.repeats_id),
          ),
      db.all(
        db
          .from('thread.recommendation')
          .select(['id', 'gist', 'made_on', 'circle_id'])
          .where('repeats_id', '=', id),
      ),
    ]);
    noteSeen(context, 'thread.recommendation', [...(repeats ? [repeats] : []), ...repeatedBy]);
    return {
      ...found,
      place,
      to_body: body ?? null,
      owner_agency: agency ?? null,
      owner_person: person ?? null,
      repeats: repeats ?? null,
      repeated_by: repeatedBy,
    };
  },
});

export const respondToRecommendation = command({
  name: 'thread.respond-to-recommendation',
  summary: 'Record what the partnership answers to a recommendation',
  permission: 'thread.write',
  input: recommendationResponse,
  async run(context, { id, seen_revision, ...answer }) {
    const { db, write } = context;
    const found = await db.one(
      db
        .from('thread.recommendation')
        .select(['state', 'revision', 'owner_agency_id', 'due_on'])
        .where('id', '=', id),
    );
    refuseFuture(context, { responded_on: answer.responded_on });
    await refuseUnknown(context, { owner_agency_id: ['governance.agency', answer.owner_agency_id] });
    const state = stateAfterResponse(found.state, answer.response);
    if (state === null) {
      throw new Conflict(
        `This recommendation stands at “${recommendationStates[found.state as keyof typeof recommendationStates]}”, so its response can no longer become “${responses[answer.response]}”.`,
      );
    }
    // An owner and a day once agreed are not taken away by a response that does not mention them.
    const kept = {
      owner_agency_id: answer.owner_agency_id ?? found.owner_agency_id,
      due_on: answer.due_on ?? found.due_on,
    };
    await write.update(
      'thread.recommendation',
      id,
      { ...answer, ...kept, state },
      seen_revision ?? found.revision,
    );
    return { id };
  },
});

export const moveRecommendation = command({
  name: 'thread.move-recommendation',
  summary: 'Say how far an accepted recommendation has come',
  permission: 'thread.write',
  input: recommendationMove,
  async run({ db, write }, { id, seen_revision, state }) {
    const found = await db.one(
      db.from('thread.recommendation').select(['state', 'revision']).where('id', '=', id),
    );
    refuseMove(recommendationMoves, recommendationStates, found.state, state);
    await write.update('thread.recommendation', id, { state }, seen_revision ?? found.revision);
    return { id };
  },
});

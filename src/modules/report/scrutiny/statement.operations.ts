// Writing, signing and reading the scrutineer's statement. Only the scrutineer writes and signs it; the replies are the
// partnership's, recorded on the thread.
import { z } from 'zod';
import { namesOfPeople } from '../../../ground/governance/index.ts';
import { recordRecommendation, repliesTo } from '../../../ground/thread/index.ts';
import {
  command,
  type CommandContext,
  query,
  type QueryContext,
} from '../../../kernel/operation/operation.ts';
import { Conflict, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { reportYear, shownYear } from '../edition.ts';
import { type Edition, latestEdition, listEditionRows } from '../gather.ts';
import {
  leftOut,
  newRecommendation,
  type Recommended,
  statement,
  type Statement,
  takenRecommendation,
} from './statement.ts';

const ofYear = z.strictObject({ year: reportYear });

export interface ReadStatement {
  edition: Pick<Edition, 'year' | 'state' | 'published_on'>;
  /** Null: the scrutineer has not begun. */
  statement: Statement | null;
  recommendations: Recommended[];
}

export const readStatement = query({
  name: 'report.read-scrutiny-statement',
  summary:
    'The independent scrutineer’s statement beside the yearly report, with the reply to each recommendation',
  permission: 'report.read',
  input: ofYear,
  run: async (context, { year }): Promise<ReadStatement> => {
    const { edition, ...read } = await readAll(context, await latestEdition(context, year));
    // Until it is signed it is the scrutineer's own paper.
    const shown = read.statement?.signed_on !== null || context.actor.can('report.scrutinise');
    return shown ? { edition, ...read } : { edition, statement: null, recommendations: [] };
  },
});

/** Signed or not; for those who may know of it. */
export async function readAll(context: QueryContext, edition: Edition): Promise<ReadStatement> {
  const { db } = context;
  const shown = { year: edition.year, state: edition.state, published_on: edition.published_on };
  const row = await rowOf(context, edition.id);
  if (row === undefined) return { edition: shown, statement: null, recommendations: [] };
  const [people, places] = await Promise.all([
    namesOfPeople(context, row.signed_by_id === null ? [] : [row.signed_by_id]),
    db.all(
      db
        .from('report.statement_recommendation')
        .select(['id', 'revision', 'recommendation_id'])
        .where('statement_id', '=', row.id)
        .where('left_out_on', 'is', null)
        .orderBy('id'),
    ),
  ]);
  const replies = await repliesTo(
    context,
    places.map(({ recommendation_id }) => recommendation_id),
  );
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const { signed_by_id, ...words } = row;
  return {
    edition: shown,
    statement: {
      ...words,
      signed_by: signed_by_id === null ? null : (people.get(signed_by_id) ?? 'Somebody no longer listed'),
    },
    recommendations: places.flatMap(({ id, revision, recommendation_id }) => {
      const reply = byId.get(recommendation_id);
      return reply === undefined ? [] : [{ ...reply, place_id: id, place_revision: revision }];
    }),
  };
}

export function rowOf({ db }: QueryContext, editionId: string) {
  return db.find(
    db
      .from('report.scrutiny_statement')
      .select([
        'id',
        'revision',
        'looked_at',
        'works_well',
        'concerns',
        'effectiveness',
        'signed_by_id',
        'signed_on',
      ])
      .where('edition_id', '=', editionId),
  );
}

export const writeStatement = command({
  name: 'report.write-scrutiny-statement',
  summary: 'Write the independent scrutineer’s statement',
  permission: 'report.scrutinise',
  input: statement,
  async run(context, { year, seen_revision, ...words }) {
    const { write } = context;
    const edition = await currentEdition(context, year);
    const there = await rowOf(context, edition.id);
    if (there === undefined) {
      await write.insert('report.scrutiny_statement', { edition_id: edition.id, ...words });
      return { year: edition.year };
    }
    refuseSigned(there);
    await write.update('report.scrutiny_statement', there.id, words, seen_revision ?? there.revision);
    return { year: edition.year };
  },
});

export const recommend = command({
  name: 'report.recommend-in-statement',
  summary: 'Make a recommendation in the scrutineer’s statement; it starts on the thread',
  permission: 'report.scrutinise',
  input: newRecommendation,
  async run(context, { year, gist, due_on, repeats_id }) {
    const { edition, statement_id } = await openStatement(context, year);
    const { id } = await recordRecommendation(context, {
      gist,
      made_by: 'Independent scrutineer',
      made_on: context.today,
      source: `Statement of the independent scrutineer ${shownYear(edition.year)}`,
      due_on,
      repeats_id,
    });
    await context.write.insert('report.statement_recommendation', { statement_id, recommendation_id: id });
    return { year: edition.year, recommendation_id: id };
  },
});

export const takeRecommendation = command({
  name: 'report.take-into-statement',
  summary: 'Take a recommendation that is on the thread already into the scrutineer’s statement',
  permission: 'report.scrutinise',
  input: takenRecommendation,
  async run(context, { year, recommendation_id }) {
    const { edition, statement_id } = await openStatement(context, year);
    const { db, write } = context;
    const [known] = await repliesTo(context, [recommendation_id]);
    if (known === undefined) throw new NotFound('There is no such recommendation.');
    if (known.circle_id !== null)
      throw new Conflict(
        'This recommendation is closed to a circle, and the statement is published. Make it anew in words that anybody may read.',
      );
    const there = await db.find(
      db
        .from('report.statement_recommendation')
        .select(['id', 'left_out_on'])
        .where('statement_id', '=', statement_id)
        .where('recommendation_id', '=', recommendation_id),
    );
    if (there?.left_out_on === null) throw new Conflict('It is in the statement already.');
    if (there) await write.update('report.statement_recommendation', there.id, { left_out_on: null });
    else await write.insert('report.statement_recommendation', { statement_id, recommendation_id });
    return { year: edition.year };
  },
});

export const leaveOut = command({
  name: 'report.leave-out-of-statement',
  summary: 'Leave a recommendation out of the scrutineer’s statement; it stays on the thread',
  permission: 'report.scrutinise',
  input: leftOut,
  async run(context, { id, seen_revision }) {
    const { db, write } = context;
    const place = await db.one(
      db.from('report.statement_recommendation').select('statement_id').where('id', '=', id),
    );
    const row = await db.one(
      db
        .from('report.scrutiny_statement')
        .select(['edition_id', 'signed_on'])
        .where('id', '=', place.statement_id),
    );
    refuseSigned(row);
    await write.update('report.statement_recommendation', id, { left_out_on: context.today }, seen_revision);
    const edition = (await listEditionRows(context)).find((one) => one.id === row.edition_id);
    return { year: edition?.year ?? '' };
  },
});

export const signStatement = command({
  name: 'report.sign-scrutiny-statement',
  summary: 'Sign the statement as independent scrutineer; its words are then fixed',
  permission: 'report.scrutinise',
  input: ofYear,
  async run(context, { year }) {
    const { write, actor, today } = context;
    if (actor.person_id === null) throw new NotAllowed('A statement is signed by the scrutineer in person.');
    const edition = await currentEdition(context, year);
    const row = await rowOf(context, edition.id);
    if (row === undefined) throw new Conflict('Write the statement first, then sign it.');
    refuseSigned(row);
    const signed = { signed_by_id: actor.person_id, signed_on: today };
    await write.update('report.scrutiny_statement', row.id, signed, row.revision);
    return { year: edition.year };
  },
});

async function currentEdition(context: QueryContext, year: string): Promise<Edition> {
  const edition = await latestEdition(context, year);
  if (edition.state === 'withdrawn')
    throw new Conflict('This report is withdrawn. The statement belongs to the edition that replaces it.');
  return edition;
}

async function openStatement(context: CommandContext, year: string) {
  const edition = await currentEdition(context, year);
  const row = await rowOf(context, edition.id);
  if (row === undefined)
    throw new Conflict('Write the statement first, then make your recommendations in it.');
  refuseSigned(row);
  return { edition, statement_id: row.id };
}

function refuseSigned({ signed_on }: { signed_on: string | null }): void {
  if (signed_on !== null)
    throw new Conflict(
      'The statement is signed, and its words are fixed. What came afterwards belongs in the next one.',
    );
}

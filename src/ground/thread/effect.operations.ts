// Effects: what should be different for children, families or practice, and what was seen. Measured means a measure before
// and one after; both are evidence links, so a figure that moves later shows as moved.
import { z } from 'zod';
import { shownRows } from '../../kernel/access/shown-rows.ts';
import { citedBy } from '../../kernel/evidence/cited.ts';
import { linkEvidence } from '../../kernel/evidence/links.ts';
import { resolveCited } from '../../kernel/evidence/resolve.ts';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { filterOf, listInput, listValues, visible } from './listing.ts';
import { connectAfter, standingOf } from './place.operations.ts';
import { asInput, type Recorded, refuseFuture, refuseMove, refuseStrangeCircle } from './recording.ts';
import { strandRef } from './strand.ts';
import { effect, effectMoves, effectSeen, effectStates } from './thread.ts';

/** Records an expected effect in the caller's own transaction. Throws InvalidInput where a field does not fit. */
export async function recordEffect(
  context: CommandContext,
  input: z.input<typeof effect>,
): Promise<Recorded> {
  const { after, ...facts } = asInput(effect, input);
  refuseStrangeCircle(context, facts.circle_id);
  const id = await context.write.insert('thread.effect', { ...facts, state: 'expected' });
  const ref = strandRef('effect', id);
  await connectAfter(context, ref, after);
  return { id, ref };
}

export const addEffect = command({
  name: 'thread.add-effect',
  summary: 'Record what should be different',
  permission: 'thread.write',
  input: effect,
  run: recordEffect,
});

interface EffectRow extends Record<string, unknown> {
  id: string;
  expected: string;
  observed: string | null;
  observed_on: string | null;
  state: string;
  circle_id: string | null;
}

export const listEffects = query({
  name: 'thread.list-effects',
  summary: 'Effects, expected and seen',
  permission: 'thread.read',
  input: listInput(effectStates).pick({ state: true }),
  async run(context, input) {
    const filter = filterOf(input);
    const rows = await context.db.text<EffectRow>(
      `select e.id, e.expected, e.observed, e.observed_on, e.state, e.circle_id
       from thread.effect e where ${visible('e')} order by e.observed_on desc nulls first, e.id desc`,
      listValues(context, filter),
    );
    const shown = await shownRows(context, 'thread.effect', rows);
    const cited = await citedBy(
      context,
      rows.map(({ id }) => strandRef('effect', id)),
    );
    return { filter, rows: shown.map((row) => ({ ...row, measures: measuresOf(cited, row.id) })) };
  },
});

/** Of the measure before and the one after, how many this person may see. */
function measuresOf(cited: Awaited<ReturnType<typeof citedBy>>, id: string): number {
  const purposes = (cited.get(strandRef('effect', id)) ?? []).map(({ purpose }) => purpose);
  return ['baseline', 'follow-up'].filter((purpose) => purposes.some((one) => one === purpose)).length;
}

export const readEffect = query({
  name: 'thread.read-effect',
  summary: 'One effect, its measures before and after, and its place on the thread',
  permission: 'thread.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db } = context;
    const found = await db.find(db.from('thread.effect').selectAll().where('id', '=', id));
    if (found === undefined) throw new NotFound();
    const ref = strandRef('effect', id);
    const [place, cited] = await Promise.all([standingOf(context, 'effect', found), citedBy(context, [ref])]);
    return { ...found, place, rests_on: cited.get(ref) ?? [] };
  },
});

export const reportEffect = command({
  name: 'thread.report-effect',
  summary: 'Record whether an effect was seen, with its measures before and after',
  permission: 'thread.write',
  input: effectSeen,
  async run(context, { id, seen_revision, baseline_ref, follow_up_ref, ...seen }) {
    const { db, write } = context;
    const found = await db.one(db.from('thread.effect').select(['state', 'revision']).where('id', '=', id));
    refuseFuture(context, { observed_on: seen.observed_on });
    refuseMove(effectMoves, effectStates, found.state, seen.state);
    if (baseline_ref !== null && baseline_ref === follow_up_ref) {
      throw new InvalidInput({
        follow_up_ref: 'The measure after must be another record than the one before',
      });
    }
    await write.update('thread.effect', id, seen, seen_revision ?? found.revision);
    await cite(context, id, 'baseline', baseline_ref, 'baseline_ref');
    await cite(context, id, 'follow-up', follow_up_ref, 'follow_up_ref');
    return { id };
  },
});

async function cite(
  context: CommandContext,
  id: string,
  purpose: 'baseline' | 'follow-up',
  cited: string | null,
  field: string,
): Promise<void> {
  if (cited === null) return;
  const { ref, hash } = await resolveCited(context, cited, field);
  await linkEvidence(context, {
    from_ref: strandRef('effect', id),
    to_ref: ref,
    purpose,
    cited_hash: hash,
  });
}

export const resumeEffect = command({
  name: 'thread.resume-effect',
  summary: 'Look again for an effect that was not seen',
  permission: 'thread.write',
  input: effectSeen.pick({ id: true, seen_revision: true }),
  async run({ db, write }, { id, seen_revision }) {
    const found = await db.one(db.from('thread.effect').select(['state', 'revision']).where('id', '=', id));
    refuseMove(effectMoves, effectStates, found.state, 'expected');
    await write.update('thread.effect', id, { state: 'expected' }, seen_revision ?? found.revision);
    return { id };
  },
});

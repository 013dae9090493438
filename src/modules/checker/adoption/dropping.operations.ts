// Dropping drafts: one, or all that still wait; putting back what was dropped by mistake. A reason stays with each.
import { z } from 'zod';
import { command, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../../kernel/operation/refusals.ts';
import type { ChoiceSource } from '../../../kernel/pages/page.ts';
import { closeIfDone, lockAdoption, nextAfter, refuseDecided } from './accepting.operations.ts';
import { closing, dropping, oneDraft } from './adoption.ts';
import { findAdoption, keptDrafts } from './adoption.operations.ts';

export const dropDraft = command({
  name: 'checker.drop-draft',
  summary: 'Drop a draft: it does not enter the register, and the reason stays',
  permission: 'evidence.write',
  input: dropping,
  async run(context, { id, seen_revision, reason }) {
    const [draft] = await keptDrafts(context, { ids: [id] });
    if (draft === undefined) throw new NotFound();
    refuseDecided(draft);
    await lockAdoption(context, draft.adoption_id);
    await context.write.update(
      'checker.draft',
      id,
      droppedBecause(context, reason),
      seen_revision ?? draft.revision,
    );
    await closeIfDone(context, draft.adoption_id);
    return { id, adoption_id: draft.adoption_id, next: await nextAfter(context, draft) };
  },
});

export const takeBackDraft = command({
  name: 'checker.take-back-draft',
  summary: 'Put a dropped draft back into the queue',
  permission: 'evidence.write',
  input: z.strictObject(oneDraft),
  async run(context, { id, seen_revision }) {
    const [draft] = await keptDrafts(context, { ids: [id] });
    if (draft === undefined) throw new NotFound();
    if (draft.state !== 'dropped') throw new Conflict('Only what was dropped can be put back.');
    await lockAdoption(context, draft.adoption_id);
    const waiting = {
      state: 'waiting',
      decided_by_id: null,
      decided_on: null,
      dropped_reason: null,
    } as const;
    await context.write.update('checker.draft', id, waiting, seen_revision ?? draft.revision);
    await closeIfDone(context, draft.adoption_id);
    return { id };
  },
});

export const closeAdoption = command({
  name: 'checker.close-adoption',
  summary: 'Drop every draft of an adopted report that still waits, with one reason',
  permission: 'evidence.write',
  input: closing,
  async run(context, { adoption_id, reason }) {
    await findAdoption(context, adoption_id);
    await lockAdoption(context, adoption_id);
    const waiting = (await keptDrafts(context, { adoption_id })).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) throw new Conflict('No draft of this report waits any more.');
    for (const { id, revision } of waiting)
      await context.write.update('checker.draft', id, droppedBecause(context, reason), revision);
    await closeIfDone(context, adoption_id);
    return { adoption_id, dropped: waiting.length };
  },
});

function droppedBecause({ actor, today }: QueryContext, reason: string) {
  return {
    state: 'dropped',
    decided_by_id: actor.person_id,
    decided_on: today,
    dropped_reason: reason,
  } as const;
}

export const adoptionChoices: Record<string, ChoiceSource> = {
  /** Of the reports one adopted oneself; the latest 1,000. */
  async 'waiting-drafts'({ db, partnership, actor }) {
    if (!actor.can('evidence.write')) return [];
    return db.text<{ value: string; text: string }>(
      `select d.id as value, d.title as text from checker.draft d
       join checker.adoption a on a.partnership_id = d.partnership_id and a.id = d.adoption_id
       where d.partnership_id = $1 and a.adopted_by_id = $2 and d.state = 'waiting'
       order by a.id desc, d.position limit 1000`,
      [partnership.id, actor.person_id],
    );
  },
};

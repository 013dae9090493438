// The three lists of a year: what was done, what is claimed to have changed, what comes next.
import { z } from 'zod';
import { type CommandContext, command, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { activity, changeOf, claim, nextStep, nextStepDone, withdrawal } from './plan.ts';
import { placed } from './placing.ts';

type EntryTable = 'plan.activity' | 'plan.claim' | 'plan.next_step';

function refuseReversed({ from_on, to_on }: { from_on: string | null; to_on: string | null }): void {
  if (from_on && to_on && from_on > to_on) {
    throw new InvalidInput({ to_on: 'It ends before it starts. Correct one of the two days' });
  }
}

function placedActivity(context: CommandContext, given: z.output<typeof activity>) {
  refuseReversed(given);
  const { agency_id, body_id } = given;
  return placed(context, given, { agencies: { agency_id }, bodies: { body_id } });
}

function placedStep(context: CommandContext, given: z.output<typeof nextStep>) {
  const { owner_agency_id, owner_body_id } = given;
  return placed(context, given, { agencies: { owner_agency_id }, bodies: { owner_body_id } });
}

export const addActivity = command({
  name: 'plan.add-activity',
  summary: 'Record something that was done in a year',
  permission: 'plan.write',
  input: activity,
  async run(context, given) {
    return {
      id: await context.write.insert('plan.activity', await placedActivity(context, given)),
      ...where(given),
    };
  },
});

export const changeActivity = command({
  name: 'plan.change-activity',
  summary: 'Change something that was done',
  permission: 'plan.write',
  input: activity.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await standing(context, 'plan.activity', id);
    await context.write.update('plan.activity', id, await placedActivity(context, given), seen_revision);
    return { id, ...where(given) };
  },
});

export const addClaim = command({
  name: 'plan.add-claim',
  summary: 'Claim that something changed; its grade follows from the evidence it rests on',
  permission: 'plan.write',
  input: claim,
  async run(context, given) {
    return { id: await context.write.insert('plan.claim', await placed(context, given)), ...where(given) };
  },
});

export const changeClaim = command({
  name: 'plan.change-claim',
  summary: 'Change a claim',
  permission: 'plan.write',
  input: claim.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await standing(context, 'plan.claim', id);
    await context.write.update('plan.claim', id, await placed(context, given), seen_revision);
    return { id, ...where(given) };
  },
});

export const addNextStep = command({
  name: 'plan.add-next-step',
  summary: 'Record what comes next, with its owner and due day',
  permission: 'plan.write',
  input: nextStep,
  async run(context, given) {
    return {
      id: await context.write.insert('plan.next_step', await placedStep(context, given)),
      ...where(given),
    };
  },
});

export const changeNextStep = command({
  name: 'plan.change-next-step',
  summary: 'Change a next step',
  permission: 'plan.write',
  input: nextStep.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await standing(context, 'plan.next_step', id);
    await context.write.update('plan.next_step', id, await placedStep(context, given), seen_revision);
    return { id, ...where(given) };
  },
});

export const completeNextStep = command({
  name: 'plan.complete-next-step',
  summary: 'Record that a next step was taken',
  permission: 'plan.write',
  input: nextStepDone,
  async run(context, { id, seen_revision, done_on, done_note }) {
    const place = await standing(context, 'plan.next_step', id);
    if (done_on > context.today)
      throw new InvalidInput({ done_on: 'This day is still to come. Enter the day it was done' });
    await context.write.update('plan.next_step', id, { done_on, done_note }, seen_revision);
    return { id, ...place };
  },
});

function withdrawing(table: EntryTable, noun: string) {
  return command({
    name: `plan.withdraw-${noun.replace(' ', '-')}`,
    summary: `Take a ${noun} out of the plan, with the reason`,
    permission: 'plan.write',
    input: withdrawal,
    async run(context, { id, seen_revision, reason }) {
      const place = await standing(context, table, id);
      const change = { withdrawn_on: context.today, withdrawn_reason: reason };
      await context.write.update(table, id, change, seen_revision);
      return { id, ...place };
    },
  });
}

export const withdrawActivity = withdrawing('plan.activity', 'activity');
export const withdrawClaim = withdrawing('plan.claim', 'claim');
export const withdrawNextStep = withdrawing('plan.next_step', 'next step');

/** Where the entry stands. Throws NotFound when there is no such entry, Conflict when it was taken out. */
async function standing({ db, partnership }: CommandContext, table: EntryTable, id: string) {
  const [entry] = await db.text<Place & { withdrawn_on: string | null }>(
    `select y.label as year, e.priority_id, e.topic, e.withdrawn_on from ${table} e
     join plan.reporting_year y on y.partnership_id = e.partnership_id and y.id = e.year_id
     where e.partnership_id = $1 and e.id = $2`,
    [partnership.id, id],
  );
  if (entry === undefined) throw new NotFound();
  if (entry.withdrawn_on !== null) {
    throw new Conflict(
      'This was taken out of the plan, so it cannot be changed. Add it again if it is needed.',
    );
  }
  return where(entry);
}

type Place = { year: string; priority_id: string | null; topic: string };

/** Where a form leads back to. */
function where({ year, priority_id, topic }: Place) {
  return { year, priority_id, topic };
}

/** An entry as its form opens it, and the place it stands in. */
function reading(table: EntryTable, noun: string) {
  return query({
    name: `plan.read-${noun}`,
    summary: `One ${noun.replace('-', ' ')} of the plan, for a form`,
    permission: 'plan.read',
    input: z.strictObject({ id: z.uuid() }),
    async run({ db }, { id }) {
      const row = await db.one(
        db
          .from(table as 'plan.claim')
          .selectAll()
          .where('id', '=', id),
      );
      const { label } = await db.one(
        db.from('plan.reporting_year').select('label').where('id', '=', row.year_id),
      );
      const { partnership_id: _partnership, entry_id: _entry, ...fields } = row;
      return { ...fields, year: label };
    },
  });
}

export const readActivity = reading('plan.activity', 'activity');
export const readNextStep = reading('plan.next_step', 'next-step');
export const readClaimFields = reading('plan.claim', 'claim-fields');

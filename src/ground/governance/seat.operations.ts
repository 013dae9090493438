// What a body has been given: the seats agencies hold on it, and the matters it may decide. Both are dated, and end by
// getting a last day; nothing is taken away.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import { authority, seat, termEnd } from './body.ts';
import { refuseUnknown } from './known.ts';

export const addSeat = command({
  name: 'governance.add-seat',
  summary: 'Give an agency a seat on a body',
  permission: 'governance.write',
  input: seat,
  async run(context, input) {
    await refuseUnknown(context, {
      body_id: ['governance.body', input.body_id],
      agency_id: ['governance.agency', input.agency_id],
    });
    refuseBackwards(input.from_on, input.until_on);
    return { id: await context.write.insert('governance.seat', input), body_id: input.body_id };
  },
});

export const endSeat = command({
  name: 'governance.end-seat',
  summary: 'Record until when an agency held a seat',
  permission: 'governance.write',
  input: termEnd,
  async run(context, { id, until_on }) {
    const held = await findSeat(context, id);
    refuseBackwards(held.from_on, until_on);
    await context.write.update('governance.seat', id, { until_on });
    return { id, body_id: held.body_id };
  },
});

export const giveAuthority = command({
  name: 'governance.give-authority',
  summary: 'Record what a body may decide',
  permission: 'governance.write',
  input: authority,
  async run(context, input) {
    await refuseUnknown(context, { body_id: ['governance.body', input.body_id] });
    refuseBackwards(input.from_on, input.until_on);
    return { id: await context.write.insert('governance.authority', input), body_id: input.body_id };
  },
});

export const endAuthority = command({
  name: 'governance.end-authority',
  summary: 'Record until when a body could decide something',
  permission: 'governance.write',
  input: termEnd,
  async run(context, { id, until_on }) {
    const held = await findAuthority(context, id);
    refuseBackwards(held.from_on, until_on);
    await context.write.update('governance.authority', id, { until_on });
    return { id, body_id: held.body_id };
  },
});

export const readSeat = query({
  name: 'governance.read-seat',
  summary: 'One seat on a body',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  run: (context, { id }) => findSeat(context, id),
});

export const readAuthority = query({
  name: 'governance.read-authority',
  summary: 'One matter that a body may decide',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  run: (context, { id }) => findAuthority(context, id),
});

function findSeat({ db }: QueryContext, id: string) {
  return db.one(db.from('governance.seat').selectAll().where('id', '=', id));
}

function findAuthority({ db }: QueryContext, id: string) {
  return db.one(db.from('governance.authority').selectAll().where('id', '=', id));
}

function refuseBackwards(fromOn: string | null, untilOn: string | null): void {
  if (untilOn === null || fromOn === null || untilOn > fromOn) return;
  throw new InvalidInput({ until_on: 'The day it ended must come after the day it began' });
}

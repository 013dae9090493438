// Fernshire's joint body: founded, served and sent from by its own people, through commands like everything else. The copy
// itself is handed over by the outbox.
import { found } from '../src/ground/governance/founding.ts';
import type { Command } from '../src/kernel/operation/operation.ts';
import { type House, perform, type Request } from '../src/kernel/operation/perform.ts';
import { rooms } from '../src/modules/index.ts';
import { panel } from './fernshire/panel.ts';
import type { Loader } from './load.ts';

export async function loadJointBody(house: House, { act, facts, partnershipId }: Loader): Promise<void> {
  const { short_name, name, from_on, business_manager } = panel;
  const founding = {
    short_name,
    name,
    kind: 'joint',
    demonstration: true,
    business_manager,
    from_on,
  } as const;
  const founded = await found(house, founding, clockOn(panel.sent_on));
  const as = (person_id: string) => (operation: string, input: Record<string, unknown>) =>
    carryOut(house, { partnership_id: founded.partnership_id, person_id }, operation, input);
  const manager = as(founded.person_id);
  const chair = await manager('governance.add-person', panel.chair);
  await manager('governance.appoint', { person_id: chair.id, role: 'independent-chair', from_on });
  await manager('joint-bodies.add-home', { short_name: facts.short_name, from_on });
  await act('joint-bodies.accept-body', { short_name, from_on, agreed_by: panel.agreed_by });
  const finding = await manager('thread.add-finding', panel.finding);
  await as(chair.id)('joint-bodies.share', { ref: `thread.finding/${finding.id}`, home_id: partnershipId });
}

const clockOn = (day: string) => ({ today: day, now: `${day}T09:00:00.000Z` });

async function carryOut(
  house: House,
  who: { partnership_id: string; person_id: string },
  name: string,
  input: Record<string, unknown>,
): Promise<{ id: string }> {
  const command = rooms.flatMap((room) => room.operations).find((operation) => operation.name === name);
  if (command?.kind !== 'command') throw new Error(`There is no command ${name}.`);
  const request: Request = {
    partnership_id: who.partnership_id,
    identity: { kind: 'person', person_id: who.person_id },
    clock: clockOn(panel.sent_on),
    via: 'command-line',
  };
  return (await perform(house, command as Command<never, { id: string }>, request, input)).result;
}

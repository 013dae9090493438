// The run of a disposal: propose a frozen list, a second person agrees, then it is carried out and the certificate stands.
import { z } from 'zod';
import { namesOfPeople } from '../../ground/governance/index.ts';
import { resolveRefs } from '../../kernel/evidence/resolve.ts';
import { command, type CommandContext, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Declared } from './declared.ts';
import {
  cancellation,
  type Counts,
  disposalMoves,
  type DisposalState,
  disposalStates,
  type Listed,
  listHash,
  ofDisposal,
  proposal,
} from './disposal.ts';
import { dueOf, isFree } from './due.operations.ts';
import { fileHashes, forgetCopies, forgetRow, type ToForget, withBelongings } from './forget.operations.ts';
import { ownId, whileNoHoldIsPlaced } from './legal-hold.operations.ts';
import { ruleWords } from './retention-rule.ts';

export const listDisposals = query({
  name: 'information.list-disposals',
  summary: 'Disposals: proposed, agreed, carried out, cancelled',
  permission: 'information.read',
  input: z.strictObject({}),
  async run({ db }) {
    const rows = await db.all(
      db
        .from('information.disposal')
        .select(['id', 'declaration', 'rule', 'state', 'proposed_on', 'carried_out_on', 'list'])
        .orderBy('id', 'desc'),
    );
    return rows.map(({ list, ...row }) => ({
      ...row,
      state: row.state as DisposalState,
      records: (list as Listed[]).length,
    }));
  },
});

export function readDisposalAmong(declared: Declared) {
  return query({
    name: 'information.read-disposal',
    summary: 'One disposal: its list, who proposed and agreed, and its certificate',
    permission: 'information.read',
    input: z.strictObject({ id: z.uuid() }),
    async run(context, { id }) {
      const { db } = context;
      const row = await db.one(db.from('information.disposal').selectAll().where('id', '=', id));
      const list = row.list as Listed[];
      const asked = [row.proposed_by_id, row.agreed_by_id, row.carried_out_by_id, row.cancelled_by_id];
      const [people, shown] = await Promise.all([
        namesOfPeople(
          context,
          asked.filter((one) => one !== null),
        ),
        resolveRefs(
          context,
          list.map(({ ref }) => ref),
        ),
      ]);
      const nameOf = (of: string | null) =>
        of === null ? null : (people.get(of) ?? 'Somebody no longer listed');
      return {
        ...row,
        state: row.state as DisposalState,
        counts: row.counts as Counts | null,
        /** Whether the list is still the one that was proposed. */
        intact: listHash(list) === row.list_sha256,
        list: list.map((one) => ({
          ...one,
          title: shown.get(one.ref)?.title ?? null,
          path: shown.get(one.ref)?.path ?? declared.pageOf(one.ref),
        })),
        proposed_by: nameOf(row.proposed_by_id),
        agreed_by: nameOf(row.agreed_by_id),
        carried_out_by: nameOf(row.carried_out_by_id),
        cancelled_by: nameOf(row.cancelled_by_id),
      };
    },
  });
}

export function disposalCommands(declared: Declared) {
  const propose = command({
    name: 'information.propose-disposal',
    summary: 'Propose that records past their retention are disposed of',
    permission: 'information.dispose',
    input: proposal,
    async run(context, { declaration, most, reason }) {
      const kind = declared.named(declaration);
      if (kind === undefined)
        throw new InvalidInput({ declaration: 'Choose a kind of record out of the register' });
      const { rule, records } = await dueOf(context, declared, kind);
      const free = records.filter(isFree);
      if (free.length === 0) {
        throw new Conflict(
          'Nothing of this kind can be disposed of now: nothing is past its retention, or all of it is held or on a list already.',
        );
      }
      const list = free.slice(0, most).map(({ ref, due_year }): Listed => ({ ref, due_year }));
      return {
        id: await context.write.insert('information.disposal', {
          declaration,
          rule: ruleWords(rule),
          reason,
          state: 'proposed',
          list: JSON.stringify(list),
          list_sha256: listHash(list),
          proposed_by_id: ownId(context.actor),
          proposed_on: context.today,
        }),
      };
    },
  });

  const carryOut = command({
    name: 'information.carry-out-disposal',
    summary: 'Carry out a disposal that two people agreed',
    permission: 'information.dispose',
    input: ofDisposal,
    async run(context, { id }) {
      await whileNoHoldIsPlaced(context);
      const disposal = await moving(context, id, 'carried-out');
      await refuseWhatChanged(context, declared, disposal);
      const counts = await dispose(context, declared, { disposal_id: id, list: disposal.list });
      await context.write.update(
        'information.disposal',
        id,
        {
          state: 'carried-out',
          carried_out_by_id: ownId(context.actor),
          carried_out_on: context.today,
          counts: JSON.stringify(counts),
        },
        disposal.revision,
      );
      return { id, ...counts };
    },
  });

  return { propose, agree, carryOut, cancel };
}

const agree = command({
  name: 'information.agree-disposal',
  summary: 'Agree to a disposal that somebody else proposed',
  permission: 'information.dispose',
  input: ofDisposal,
  async run(context, { id }) {
    const { proposed_by_id, revision } = await moving(context, id, 'agreed');
    const agreed_by_id = ownId(context.actor);
    if (agreed_by_id === proposed_by_id) {
      throw new NotAllowed('You proposed this disposal, so somebody else has to agree to it.');
    }
    await context.write.update(
      'information.disposal',
      id,
      { state: 'agreed', agreed_by_id, agreed_on: context.today },
      revision,
    );
    return { id };
  },
});

const cancel = command({
  name: 'information.cancel-disposal',
  summary: 'Cancel a disposal that is not carried out yet',
  permission: 'information.dispose',
  input: cancellation,
  async run(context, { id, reason }) {
    const { revision } = await moving(context, id, 'cancelled');
    await context.write.update(
      'information.disposal',
      id,
      {
        state: 'cancelled',
        cancelled_by_id: ownId(context.actor),
        cancelled_on: context.today,
        cancelled_reason: reason,
      },
      revision,
    );
    return { id };
  },
});

interface Moving {
  revision: number;
  declaration: string;
  proposed_by_id: string | null;
  list: Listed[];
}

/** The disposal, where it may go to this state and its list is the one that was proposed. Two people move it one by one. */
async function moving({ db }: CommandContext, id: string, to: DisposalState): Promise<Moving> {
  const row = await db.one(
    db
      .from('information.disposal')
      .select(['revision', 'state', 'declaration', 'proposed_by_id', 'list', 'list_sha256'])
      .where('id', '=', id)
      .forUpdate(),
  );
  const state = row.state as DisposalState;
  const allowed: readonly DisposalState[] = disposalMoves[state];
  if (!allowed.includes(to)) {
    throw new Conflict(
      state === 'proposed'
        ? 'Somebody other than its proposer has to agree to this disposal first.'
        : `This disposal is ${disposalStates[state].toLowerCase()}.`,
    );
  }
  const list = row.list as Listed[];
  if (listHash(list) !== row.list_sha256)
    throw new Error('The list of a disposal was changed after it was proposed.');
  return { ...row, list };
}

/** Nothing is disposed of that came under a hold, or whose retention was lengthened, since the list was agreed. */
async function refuseWhatChanged(
  context: CommandContext,
  declared: Declared,
  { declaration, list }: Moving,
): Promise<void> {
  const kind = declared.named(declaration);
  if (kind === undefined)
    throw new Conflict('This kind of record is no longer in the register. Cancel this list.');
  const due = new Map((await dueOf(context, declared, kind)).records.map((record) => [record.ref, record]));
  const held = list.filter(({ ref }) => due.get(ref)?.held).length;
  const kept = list.filter(({ ref }) => !due.has(ref)).length;
  if (held + kept === 0) return;
  throw new Conflict(
    `Nothing was disposed of. ${[
      held > 0 && `${held === 1 ? 'One record is' : `${held} records are`} under a legal hold now.`,
      kept > 0 && `${kept === 1 ? 'One record is' : `${kept} records are`} not past the retention any more.`,
    ]
      .filter((words) => words !== false)
      .join(' ')} Cancel this list and propose a new one.`,
  );
}

/** Disposes of what is on the list, each row under a line of its own in information.disposed. */
export async function dispose(
  context: CommandContext,
  declared: Declared,
  { disposal_id, list }: { disposal_id: string; list: readonly { ref: string }[] },
): Promise<Counts> {
  const rows = new Map<string, ToForget>();
  for (const { ref } of list) {
    for (const row of await withBelongings(context, declared, ref)) {
      if (!rows.has(row.ref)) rows.set(row.ref, row);
    }
  }
  const there = await alreadyDisposed(context, [...rows.keys()]);
  const toForget = [...rows.values()].filter(({ ref }) => !there.has(ref));
  const hashes = await fileHashes(context, toForget);
  let versions = 0;
  for (const row of toForget) {
    const warrant = await context.write.insert('information.disposed', {
      disposal_id,
      ...row,
      disposed_on: context.today,
    });
    versions += await forgetRow(context, declared, row.ref, warrant);
  }
  return {
    records: list.length,
    belonging: toForget.filter(({ ref, with_ref }) => ref !== with_ref).length,
    versions,
    files: toForget.filter(({ ref }) => ref.startsWith('kernel.file/')).length,
    copies: await forgetCopies(context, toForget, hashes),
  };
}

async function alreadyDisposed({ db }: CommandContext, refs: string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const rows = await db.all(db.from('information.disposed').select('ref').where('ref', 'in', refs));
  return new Set(rows.map(({ ref }) => ref));
}

// The one way an operation happens: authorise, parse, transact, audit. Nothing reads or writes a partnership's records
// but by way of this function.
import type { z } from 'zod';
import type { Pool, Transaction } from '../../database/connection.ts';
import { type Actor, enter, type Identity } from '../access/actor.ts';
import { consume } from '../access/guest-link.ts';
import { keyedHash } from '../access/session.ts';
import type { Anchors } from '../audit-trail/anchors.ts';
import { appendEntry, type EntryBody } from '../audit-trail/entry.ts';
import type { EvidenceSource } from '../evidence/source.ts';
import type { FileStorage } from '../files/storage.ts';
import type { Mail } from '../mail/mail.ts';
import { newId } from '../records/identity.ts';
import { keepResult, replayOf } from './idempotency.ts';
import { parseInput, refuseUnstorable } from './input.ts';
import type { Command, Operation, Partnership, Query, QueryContext } from './operation.ts';
import { askedOnce, readsFor } from './reads.ts';
import { InvalidInput, NoAppointment, NotAllowed } from './refusals.ts';
import { type Touched, writesFor } from './writes.ts';

/** What the running program has: its database, its file store, its mail, its own secret and address, and what its rooms offer the report. */
export interface House {
  pool: Pool;
  files: FileStorage;
  anchors: Anchors;
  mail: Mail;
  secret: string;
  /** Where people reach it, without a closing slash; for links in letters. */
  publicUrl: string;
  /** Whether everybody needs a second factor to sign in, or may have one. */
  secondFactor: 'required' | 'offered';
  /** The client secret of an agency's own sign-in, by the name of its setting. */
  providerSecret(name: string): string | undefined;
  evidence: readonly EvidenceSource[];
}

export interface Request {
  partnership_id: string;
  identity: Identity;
  clock: { today: string; now: string };
  via: EntryBody['via'];
  /** A command sent again with the same key is carried out once. */
  key?: string;
  /** Why a record about a child is opened. */
  purpose?: string;
}

export interface Performed<O> {
  result: O;
  actor: Actor;
  partnership: Partnership;
}

/** Throws one of the four refusals (refusals.ts); anything else thrown is a fault. */
export async function perform<I extends z.ZodType, O>(
  house: House,
  operation: Query<I, O> | Command<I, O>,
  request: Request,
  input: unknown,
): Promise<Performed<O>> {
  return house.pool.transaction(async (transaction) => {
    const { actor, partnership } = await enter(
      transaction,
      request.partnership_id,
      request.identity,
      request.clock,
    );
    authorise(operation, actor);
    if (operation.kind === 'query' && operation.audited) requirePurpose(request);
    refusePurpose(request);
    const parsed = parseInput(operation.input, input);
    refuseOtherThanAsked(operation, actor, parsed);
    const entryId = newId();
    const touched: Touched = { refs: new Set(), fields: new Set() };
    const context: QueryContext = {
      actor,
      partnership,
      ...request.clock,
      db: readsFor(operation.kind === 'query' ? askedOnce(transaction) : transaction, partnership.id),
      files: house.files,
      anchors: house.anchors,
      evidence: house.evidence,
      keyedHash: (secret) => keyedHash(house, secret),
      saw: (ref) => touched.refs.add(ref),
    };
    const entry = () =>
      appendEntry(transaction, partnership.id, entryId, entryBody(operation, request, actor, touched));
    if (operation.kind === 'query') {
      const result = await operation.run(context, parsed);
      // Also where the query itself is not marked: a form that opens on a child's record has shown it.
      if (touched.refs.size > 0) entry();
      return { result, actor, partnership };
    }
    const write = writesFor(transaction, partnership.id, entryId, touched);
    const result = await carryOut(transaction, operation, request, actor, parsed, async () => {
      if (actor.asked !== null) await consume(write, actor.asked, request.clock.now);
      return operation.run({ ...context, write }, parsed);
    });
    if (result.fresh) entry();
    return { result: result.value, actor, partnership };
  }, request.partnership_id);
}

function authorise(operation: Query | Command, actor: Actor): void {
  const { permission } = operation;
  // What a guest may do is settled once the input is read.
  if (actor.asked !== null && operation.guest !== undefined) return;
  const allowed =
    permission === 'public' || (permission === 'operator' ? actor.operator : actor.can(permission));
  if (allowed) return;
  throw actor.person_id !== null && actor.roles.length === 0 ? new NoAppointment() : new NotAllowed();
}

/** A guest reads and does what was asked about the one record, and nothing about any other. */
function refuseOtherThanAsked<I extends z.ZodType>(
  operation: Query<I> | Command<I>,
  { asked }: Actor,
  input: z.output<I>,
): void {
  if (asked === null) return;
  const { permission } = operation;
  const same = operation.guest?.(input) === asked.ref;
  const named = operation.kind === 'query' || operation.name === asked.operation;
  const inviterMay = permission !== 'public' && permission !== 'operator' && asked.inviterCan(permission);
  if (!same || !named || !inviterMay) throw new NotAllowed();
}

/** Characters. */
const longestPurpose = 300;

/** A record about a child is opened for a purpose, or not at all. */
function requirePurpose({ purpose }: Request): void {
  if (purpose === undefined || purpose.trim() === '') {
    throw new InvalidInput(
      { purpose: 'Say why you are opening this record' },
      'Say why you are opening this record. Records about children are opened for a purpose, and it is kept with your name.',
    );
  }
}

/** Kept in a chain that nothing is ever taken out of: so a few words, and none that cannot be kept. */
function refusePurpose({ purpose = '' }: Request): void {
  if (purpose.length > longestPurpose)
    throw new InvalidInput({ purpose: `Say it in ${longestPurpose} characters or fewer` });
  const fields: Record<string, string> = {};
  refuseUnstorable(purpose, 'purpose', fields);
  if (fields['purpose'] !== undefined) throw new InvalidInput(fields);
}

async function carryOut<I extends z.ZodType, O>(
  transaction: Transaction,
  operation: Command<I, O>,
  request: Request,
  actor: Actor,
  parsed: unknown,
  run: () => Promise<O>,
): Promise<{ value: O; fresh: boolean }> {
  if (request.key === undefined) return { value: await run(), fresh: true };
  const sent = {
    partnership_id: request.partnership_id,
    person_id: actor.person_id ?? (actor.asked === null ? 'operator' : `guest ${actor.asked.link_id}`),
    operation: operation.name,
    key: request.key,
  };
  const replay = await replayOf(transaction, sent, parsed);
  if (replay !== undefined) return { value: replay.result as O, fresh: false };
  const value = await run();
  await keepResult(transaction, sent, operation.keeps === undefined ? value : operation.keeps(value));
  return { value, fresh: true };
}

function entryBody(operation: Operation, request: Request, actor: Actor, touched: Touched): EntryBody {
  return {
    at: request.clock.now,
    person_id: actor.person_id,
    person: actor.name,
    roles: actor.roles,
    operation: operation.name,
    via: request.via,
    refs: [...touched.refs],
    fields: [...touched.fields],
    purpose: request.purpose ?? null,
    ...(actor.token === null ? {} : { token: actor.token.id }),
  };
}

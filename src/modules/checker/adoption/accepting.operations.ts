// Taking drafts over: the room whose kind it is makes the record, in the same transaction in which the draft is marked. All that
// a draft leads to (its priority, a record of the same name, the source) is found here, and offered to that room.
import type { z } from 'zod';
import type { Adopter, Adopts, OfferedDraft, Origin } from '../../../kernel/adopting/adopter.ts';
import type { DraftKind } from '../../../kernel/adopting/draft.ts';
import { reportingYearOf } from '../../../kernel/calendar/reporting-year.ts';
import type { Ref } from '../../../kernel/evidence/evidence.ts';
import type { CommandContext, QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, NotAllowed } from '../../../kernel/operation/refusals.ts';
import { plainForm } from '../../../kernel/reading/language/plain-form.ts';
import {
  inputOf,
  isAsTold,
  type KeptDraft,
  locatorOf,
  type Reading,
  readinessOf,
  toldValues,
} from './adoption.ts';
import { type Adoption, findAdoption, keptDrafts } from './adoption.operations.ts';

/** What rooms take over, by kind. */
export interface Taking {
  adopters: ReadonlyMap<DraftKind, Adopter>;
  schemas: ReadonlyMap<DraftKind, z.ZodType>;
  source: NonNullable<Adopts['source']>;
}

export function takingOf(offers: readonly Adopts[]): Taking {
  const adopters = new Map(offers.flatMap((offer) => offer.adopters.map((one) => [one.kind, one] as const)));
  const source = offers.find((offer) => offer.source)?.source;
  return {
    adopters,
    schemas: new Map([...adopters].map(([kind, one]) => [kind, inputOf(one)])),
    source:
      source ??
      (() => {
        throw new Conflict('There is no register here that could keep a source.');
      }),
  };
}

/** Drafts as rooms are given them. */
export interface Offering {
  adoption: Adoption;
  year: string | null;
  offered: (draft: KeptDraft) => OfferedDraft;
  /** From now on a draft of this name leads to this record. */
  became: (draft: KeptDraft, record: Ref) => void;
}

/** `all`: every draft of the adoption, so that what was accepted before is known. */
export async function offeringOf(
  context: QueryContext,
  { adopters }: Taking,
  adoption: Adoption,
  all: readonly KeptDraft[],
): Promise<Offering> {
  const byName = new Map<string, Ref>();
  const nameKey = (kind: DraftKind, name: string) => `${kind} ${plainForm(name)}`;
  for (const [kind, { known }] of adopters)
    for (const { ref, names } of (await known?.(context)) ?? [])
      for (const name of names) byName.set(nameKey(kind, name), ref);
  for (const { kind, title, record_ref } of all)
    if (record_ref !== null) byName.set(nameKey(kind, title), record_ref);
  const year = yearOf(adoption);
  return {
    adoption,
    year,
    became: ({ kind, title }, record) => void byName.set(nameKey(kind, title), record),
    offered: ({ kind, title, content, topics, part, position, priority }) => ({
      title,
      content,
      topics,
      part,
      position,
      priority_ref: priority === null ? null : (byName.get(nameKey('priority', priority)) ?? null),
      same_ref: byName.get(nameKey(kind, title)) ?? null,
      year,
    }),
  };
}

/** Where its period is a reporting year, to the day. */
function yearOf({ period_from_on, period_to_on }: Adoption): string | null {
  if (period_from_on === null || period_to_on === null) return null;
  const { from, to, label } = reportingYearOf(period_to_on);
  return from === period_from_on && to === period_to_on ? label : null;
}

export function readDraftWith(
  { adopters, schemas }: Taking,
  { offered }: Offering,
  draft: KeptDraft,
): Reading & { told: Record<string, unknown> } {
  const adopter = adopters.get(draft.kind);
  const schema = schemas.get(draft.kind);
  if (adopter === undefined || schema === undefined) return { readiness: 'answer', asked: {}, told: {} };
  const told = toldValues(adopter, offered(draft));
  return { ...readinessOf(schema, adopter, told), told };
}

/** Makes the record and marks the draft. Throws Conflict where it was decided already, ChangedMeanwhile where just now. */
export async function accept(
  context: CommandContext,
  taking: Taking,
  offering: Offering,
  draft: KeptDraft,
  given: Record<string, unknown>,
  seen: number | undefined,
): Promise<{ ref: Ref; path: string }> {
  const { actor, write, today } = context;
  const adopter = taking.adopters.get(draft.kind);
  if (adopter === undefined || !actor.can(adopter.permission))
    throw new NotAllowed(
      'You cannot take this over, because you cannot add such records yourself. It waits for somebody who can.',
    );
  refuseDecided(draft);
  const offered = offering.offered(draft);
  const source_id = await sourceOf(context, taking, offering.adoption);
  const origin: Origin = {
    source_id,
    source_title: offering.adoption.title,
    locator: locatorOf(draft),
  };
  const asTold = isAsTold(adopter, toldValues(adopter, offered), given);
  const record = await adopter.accept(context, given, origin, offered);
  await write.update(
    'checker.draft',
    draft.id,
    {
      state: asTold ? 'accepted' : 'changed',
      record_ref: record.ref,
      record_path: record.path,
      decided_by_id: actor.person_id,
      decided_on: today,
    },
    // Two at once: the second finds another revision, and nothing of it stays.
    seen ?? draft.revision,
  );
  offering.became(draft, record.ref);
  return record;
}

export function refuseDecided({ id, state, title }: Pick<KeptDraft, 'id' | 'state' | 'title'>): void {
  if (state === 'waiting') return;
  throw new Conflict(
    `“${title}” was ${state === 'dropped' ? 'dropped' : 'accepted'} already. Nothing was done twice.`,
    { href: `/check/drafts/${id}`, text: 'See what became of it' },
  );
}

/** The document as a source in the register: made with the first draft that is accepted, and not before. */
async function sourceOf(context: CommandContext, taking: Taking, adoption: Adoption): Promise<string> {
  const there = await lockAdoption(context, adoption.id);
  if (there !== null) return there;
  const { title, published_on, period_from_on, period_to_on } = adoption;
  const source_id = await taking.source(context, { title, published_on, period_from_on, period_to_on });
  await context.write.update('checker.adoption', adoption.id, { source_id });
  return source_id;
}

/** Whoever decides about another draft of the report at the same moment waits here. Gives the source, where there is one. */
export async function lockAdoption(
  { db, partnership }: CommandContext,
  adoption_id: string,
): Promise<string | null> {
  const [row] = await db.text<{ source_id: string | null }>(
    'select source_id from checker.adoption where partnership_id = $1 and id = $2 for update',
    [partnership.id, adoption_id],
  );
  return row?.source_id ?? null;
}

/** Closes the queue with its last draft, and opens it with the first that comes back. */
export async function closeIfDone(context: CommandContext, adoption_id: string): Promise<void> {
  const { db, write, today } = context;
  const [waiting, adoption] = await Promise.all([
    db.find(
      db
        .from('checker.draft')
        .select('id')
        .where('adoption_id', '=', adoption_id)
        .where('state', '=', 'waiting')
        .limit(1),
    ),
    findAdoption(context, adoption_id),
  ]);
  const closed = adoption.closed_on !== null;
  if (closed === (waiting === undefined)) return;
  await write.update('checker.adoption', adoption_id, { closed_on: waiting === undefined ? today : null });
}

/** The draft of the queue that comes next: the first of the same kind, else the first of any. */
export async function nextAfter(
  context: QueryContext,
  { adoption_id, kind, id }: KeptDraft,
): Promise<string> {
  const waiting = (await keptDrafts(context, { adoption_id })).filter((one) => one.state === 'waiting');
  const next = waiting.find((one) => one.kind === kind && one.id !== id);
  return next === undefined ? `/check/adoptions/${adoption_id}` : `/check/drafts/${next.id}/${next.kind}`;
}

// What was found for a request, and what is decided about each record. Nothing of a record is copied: it is read afresh as
// the person who looks, so nobody sees through a request what they may not see without it.
import { z } from 'zod';
import { namesOfPeople } from '../../../ground/governance/index.ts';
import { heldBack } from '../../../kernel/access/release.ts';
import { noteSeen } from '../../../kernel/access/seen.ts';
import { type Ref, ref, refParts } from '../../../kernel/evidence/evidence.ts';
import { resolveRefs } from '../../../kernel/evidence/resolve.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../../kernel/operation/refusals.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { foundRecords } from './gathering.ts';
import { passagesIn } from '../passages.ts';
import { type OtherPerson, othersNamed, type Proposal, type Span, spansOf } from './left-out.ts';
import { type RecordKind, type RecordRead, readRecords, recordKinds } from './record-reading.ts';
import { type Decision, type Ground, itemDecision } from './subject-request.ts';
import { findRequest, openRequest, type SubjectRequest } from './subject-found.ts';
import { decisionsHash, subjectChildren } from './subject-request.operations.ts';

export interface RequestItem {
  id: string;
  ref: Ref;
  found_by: string;
  decision: Decision | null;
  ground: Ground | null;
  reason: string | null;
  spans: Span[];
  seen_hash: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
  /** Null where this person may not see the record. */
  record: RecordRead | null;
  /** The agency that gave it and has not agreed to its leaving the circle. */
  originator: string | null;
  /** Whether the decision is still about what the record says now. */
  settled: boolean;
}

/** The items of a request with their records, in the order of their kinds. */
export async function itemsOf(
  context: QueryContext,
  kinds: ReadonlyMap<string, RecordKind>,
  request: SubjectRequest,
): Promise<RequestItem[]> {
  const { db } = context;
  const rows = await db.all(
    db
      .from('information.subject_request_item')
      .selectAll()
      .where('request_id', '=', request.id)
      .where('circle_id', '=', request.circle_id)
      .orderBy('ref'),
  );
  const records = await readRecords(
    context,
    kinds,
    rows.map((row) => row.ref),
  );
  for (const { ref: of, circle_id } of records.values()) {
    const { concept, id } = refParts(of);
    noteSeen(context, concept, [{ id, circle_id }]);
  }
  const held = await heldBack(context, [...records.values()], 'export');
  return rows.map((row) => {
    const record = records.get(row.ref) ?? null;
    return {
      id: row.id,
      ref: row.ref,
      found_by: row.found_by,
      // Written by `decideItem` alone, from its code lists.
      decision: row.decision as Decision | null,
      ground: row.ground as Ground | null,
      reason: row.reason,
      spans: row.spans as Span[],
      seen_hash: row.seen_hash,
      decided_by_id: row.decided_by_id,
      decided_on: row.decided_on,
      record,
      originator: record === null ? null : (held.get(record.ref) ?? null),
      settled: row.decision !== null && record !== null && row.seen_hash === record.hash,
    };
  });
}

/** What is left to decide, and whether the bundle that was made is what is decided now. */
export async function progressOf(
  context: QueryContext,
  declarations: readonly RecordDeclaration[],
  request: SubjectRequest,
) {
  const items = await itemsOf(context, await recordKinds(context, declarations), request);
  return {
    items,
    undecided: items.filter((item) => !item.settled).length,
    bundle_current: request.bundle_hash !== null && request.bundle_hash === decisionsHash(items),
  };
}

export function itemOperations(declarations: readonly RecordDeclaration[]) {
  const gather = command({
    name: 'information.gather-subject-records',
    summary: 'Look through every room for records about the person whom a request is about',
    permission: 'information.rights',
    input: z.strictObject({ id: z.uuid().meta({ label: 'Request', widget: 'hidden' }) }),
    async run(context, { id }) {
      const request = await openRequest(context, id);
      const { found, circles_not_open } = await foundRecords(
        context,
        await recordKinds(context, declarations),
        request,
      );
      const there = await context.db.all(
        context.db.from('information.subject_request_item').select('ref').where('request_id', '=', id),
      );
      const known = new Set(there.map((row) => row.ref));
      const fresh = [...found].filter(([of]) => !known.has(of));
      for (const [of, found_by] of fresh) {
        await context.write.insert('information.subject_request_item', {
          request_id: id,
          circle_id: request.circle_id,
          ref: of,
          found_by,
          spans: '[]',
        });
      }
      await context.write.update('information.subject_request', id, {
        gathered_on: context.today,
        places_not_open: circles_not_open,
      });
      return { id, found: found.size, fresh: fresh.length };
    },
  });

  const readItem = query({
    name: 'information.read-subject-item',
    summary: 'One record found for a request, with the names that stand in it and what was decided',
    permission: 'information.rights',
    input: z.strictObject({ id: z.uuid(), item_id: z.uuid() }),
    async run(context, { id, item_id }) {
      const request = await findRequest(context, id);
      const kinds = await recordKinds(context, declarations);
      const items = await itemsOf(context, kinds, request);
      const item = items.find((one) => one.id === item_id);
      if (item === undefined) throw new NotFound();
      const { record } = item;
      const [others, people, titles] = await Promise.all([
        record === null ? [] : otherPeople(context, request),
        namesOfPeople(context, item.decided_by_id === null ? [] : [item.decided_by_id]),
        resolveRefs(context, [item.ref]),
      ]);
      const proposals: Proposal[] = record === null ? [] : othersNamed(others, record.fields);
      return {
        request_id: id,
        request_state: request.state,
        about_names: request.about_names,
        item,
        proposals,
        path: titles.get(item.ref)?.path ?? record?.kind.path?.(refParts(item.ref).id) ?? null,
        decided_by: people.get(item.decided_by_id ?? '') ?? null,
        next_id: nextUndecided(items, item_id),
      };
    },
  });

  const decideItem = command({
    name: 'information.decide-subject-item',
    summary: 'Decide whether a record is given whole, with words left out, or not at all, and why',
    permission: 'information.rights',
    input: itemDecision.extend({ id: z.uuid().meta({ label: 'Request', widget: 'hidden' }) }),
    async run(context, { id, item_id, seen_hash, decision, passages, ground, reason }) {
      const request = await openRequest(context, id);
      const items = await itemsOf(context, await recordKinds(context, declarations), request);
      const item = items.find((one) => one.id === item_id);
      if (item === undefined) throw new NotFound();
      if (item.record === null)
        throw new Conflict(
          'You may not see this record, so you cannot decide about it. Somebody of its circle can.',
        );
      if (item.record.hash !== seen_hash)
        throw new Conflict(
          'This record was changed while you read it. Open it again, and decide about what it says now.',
        );
      const spans = spansFor(item.record, decision, passages);
      if (decision !== 'include' && ground === null)
        throw new InvalidInput({ ground: 'Choose why something is left out' });
      await context.write.update('information.subject_request_item', item_id, {
        decision,
        ground: decision === 'include' ? null : ground,
        reason,
        spans: JSON.stringify(spans),
        seen_hash,
        decided_by_id: context.actor.person_id,
        decided_on: context.today,
      });
      return { id, next_id: nextUndecided(items, item_id) };
    },
  });

  return { gather, readItem, decideItem };
}

function spansFor({ fields }: RecordRead, decision: Decision, typed: string | null): Span[] {
  if (decision !== 'redact') return [];
  const passages = passagesIn(typed);
  if (passages.length === 0)
    throw new InvalidInput({
      passages: 'Enter the words to leave out, or choose to give it whole or not at all',
    });
  const { spans, missing } = spansOf(passages, fields);
  if (missing.length > 0) {
    throw new InvalidInput({
      passages: `These words do not stand in the record: ${missing.map((words) => `“${words}”`).join(', ')}. Copy them from it`,
    });
  }
  return spans;
}

function nextUndecided(items: readonly RequestItem[], after: string): string | null {
  const at = items.findIndex((item) => item.id === after);
  const rest = [...items.slice(at + 1), ...items.slice(0, at)];
  return rest.find((item) => !item.settled && item.record !== null)?.id ?? null;
}

/** Everybody this person knows of who is not the one the request is about: children of their circles, people in post. */
async function otherPeople(context: QueryContext, request: SubjectRequest): Promise<OtherPerson[]> {
  const { db } = context;
  const [children, people] = await Promise.all([
    subjectChildren(context),
    db.all(db.from('governance.person').select(['id', 'name'])),
  ]);
  return [
    ...children
      .filter((child) => ref('children.child', child.id) !== request.about_ref)
      .map((child): OtherPerson => ({ name: `${child.given_name} ${child.family_name}`, who: 'child' })),
    ...people
      .filter((person) => ref('governance.person', person.id) !== request.about_ref)
      .map((person): OtherPerson => ({ name: person.name, who: 'professional' })),
  ];
}

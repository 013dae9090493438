// Looking at drafts and accepting them: one command for each kind, with the fields of the room that takes it over; many at once
// where nothing needs changing.
import { z } from 'zod';
import type { Adopts } from '../../../kernel/adopting/adopter.ts';
import { type DraftKind, draftKinds } from '../../../kernel/adopting/draft.ts';
import {
  type Command,
  command,
  type Query,
  query,
  type QueryContext,
} from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../../kernel/operation/refusals.ts';
import { acceptingMany, type KeptDraft, oneDraft, type Reading } from './adoption.ts';
import {
  type Adoption,
  adoptedFiles,
  type Counts,
  countsOf,
  findAdoption,
  keptDrafts,
  queueFilter,
} from './adoption.operations.ts';
import {
  accept,
  closeIfDone,
  nextAfter,
  type Offering,
  offeringOf,
  readDraftWith,
  refuseDecided,
  type Taking,
  takingOf,
} from './accepting.operations.ts';

export type QueuedDraft = KeptDraft & Pick<Reading, 'readiness' | 'asked'> & { mine: boolean };

export interface Queue {
  adoption: Adoption;
  kind: DraftKind;
  state: NonNullable<z.output<typeof queueFilter>['state']>;
  counts: Counts;
  /** Of each kind that there is. */
  kinds: { kind: DraftKind; label: string; counts: Counts }[];
  /** Of the kind and state chosen, in the order of the document. */
  drafts: QueuedDraft[];
  /** Every draft, for the download. */
  all: KeptDraft[];
  missing: { text: string; href: string }[];
  files: { id: string; name: string }[];
}

export interface OpenedDraft {
  adoption: Adoption;
  draft: QueuedDraft;
  told: Record<string, unknown>;
  label: string;
}

export type AcceptCommand = Command<z.ZodType, Accepted>;

export interface Accepted {
  id: string;
  adoption_id: string;
  ref: string;
  path: string;
  next: string;
}

export interface Deciding {
  taking: Taking;
  readAdoption: Query<typeof queueFilter, Queue>;
  readDraft: Query<z.ZodType, OpenedDraft>;
  /** The same, refused where it was decided: what a form opens on. */
  readWaiting: (kind: DraftKind) => Query<z.ZodType, OpenedDraft>;
  acceptDraft: ReadonlyMap<DraftKind, AcceptCommand>;
  acceptDrafts: Command<typeof acceptingMany, { adoption_id: string; accepted: number; left: number }>;
}

export function deciding(offers: readonly Adopts[]): Deciding {
  const taking = takingOf(offers);
  const offering = async (context: QueryContext, adoption_id: string) => {
    const [adoption, all] = await Promise.all([
      findAdoption(context, adoption_id),
      keptDrafts(context, { adoption_id }),
    ]);
    return { all, offers: await offeringOf(context, taking, adoption, all) };
  };
  const queued = (context: QueryContext, offers: Offering, draft: KeptDraft) => {
    const { told, ...reading } = readDraftWith(taking, offers, draft);
    const permission = taking.adopters.get(draft.kind)?.permission;
    const mine = permission !== undefined && context.actor.can(permission);
    return { told, draft: { ...draft, ...reading, mine } };
  };
  const open = async (context: QueryContext, id: string): Promise<OpenedDraft> => {
    // Whoever may add a kind of record and not mend evidence has no business with drafts, which may tell of children.
    if (!context.actor.can('evidence.write')) throw new NotFound();
    const [draft] = await keptDrafts(context, { ids: [id] });
    if (draft === undefined) throw new NotFound();
    const { offers } = await offering(context, draft.adoption_id);
    const label = taking.adopters.get(draft.kind)?.label ?? draft.kind;
    return { adoption: offers.adoption, label, ...queued(context, offers, draft) };
  };

  const acceptOne = (kind: DraftKind): AcceptCommand => {
    const adopter = taking.adopters.get(kind);
    const schema = taking.schemas.get(kind);
    if (adopter === undefined || schema === undefined) throw new Error(`No room takes over a ${kind}.`);
    const rules = adopter.rules ?? [];
    const input = rules.reduce<z.ZodType>(
      (so, [holds, words]) => so.refine((given) => holds(given as Record<string, unknown>), words),
      z.strictObject({ ...oneDraft, ...adopter.fields }),
    );
    return command({
      name: `checker.accept-${kind}`,
      summary: `Take a draft over: ${adopter.label.toLowerCase()}`,
      permission: adopter.permission,
      input,
      async run(context, sent): Promise<Accepted> {
        const { id, seen_revision, ...given } = sent as { id: string; seen_revision?: number };
        const { draft } = await open(context, id);
        if (draft.kind !== kind) throw new NotFound();
        const { offers } = await offering(context, draft.adoption_id);
        const record = await accept(context, taking, offers, draft, given, seen_revision);
        await closeIfDone(context, draft.adoption_id);
        return { id, adoption_id: draft.adoption_id, ...record, next: await nextAfter(context, draft) };
      },
    });
  };

  return {
    taking,
    readAdoption: query({
      name: 'checker.read-adoption',
      summary: 'The drafts out of an adopted report, and what became of them',
      permission: 'evidence.write',
      input: queueFilter,
      async run(context, { id, kind = '', state = '' }): Promise<Queue> {
        const { all, offers } = await offering(context, id);
        const kinds = draftKinds.flatMap((one) => {
          const of = all.filter((draft) => draft.kind === one);
          const label = taking.adopters.get(one)?.plural ?? one;
          return of.length === 0 ? [] : [{ kind: one, label, counts: countsOf(of) }];
        });
        const first = kinds.find(({ counts }) => counts.waiting > 0) ?? kinds[0];
        const chosen = kind === '' ? (first?.kind ?? 'statement') : kind;
        const shown = state === '' ? 'waiting' : state;
        const [files, missing] = await Promise.all([
          adoptedFiles(context, id),
          Promise.all([...taking.adopters.values()].map(async (one) => one.missing?.(context, offers.year))),
        ]);
        const lacking = new Map(missing.flatMap((one) => (one ? [[one.href, one] as const] : [])));
        return {
          adoption: offers.adoption,
          kind: chosen,
          state: shown,
          counts: countsOf(all),
          kinds,
          drafts: all
            .filter((draft) => draft.kind === chosen && (shown === 'all' || draft.state === shown))
            .map((draft) => queued(context, offers, draft).draft),
          all,
          missing: [...lacking.values()],
          files,
        };
      },
    }),
    readDraft: query({
      name: 'checker.read-draft',
      summary: 'One draft out of an adopted report: its words, its place and what became of it',
      permission: 'evidence.write',
      input: z.strictObject({ id: z.uuid() }),
      run: (context, { id }) => open(context, id),
    }),
    readWaiting: (kind) =>
      query({
        name: `checker.read-waiting-${kind}`,
        summary: 'One draft that waits, for its form',
        permission: 'evidence.write',
        input: z.looseObject({ id: z.uuid() }),
        async run(context, { id }) {
          const opened = await open(context, id);
          if (opened.draft.kind !== kind) throw new NotFound();
          refuseDecided(opened.draft);
          return opened;
        },
      }),
    acceptDraft: new Map([...taking.adopters.keys()].map((kind) => [kind, acceptOne(kind)])),
    acceptDrafts: command({
      name: 'checker.accept-drafts',
      summary: 'Take over drafts as they stand; what still needs an answer stays in the queue',
      permission: 'evidence.write',
      input: acceptingMany,
      async run(context, { adoption_id, drafts, topic }) {
        const { all, offers } = await offering(context, adoption_id);
        const chosen = all.filter(({ id }) => drafts.includes(id));
        if (chosen.length < new Set(drafts).size) throw new NotFound();
        let accepted = 0;
        for (const draft of chosen) {
          refuseDecided(draft);
          const { told } = readDraftWith(taking, offers, draft);
          const whole =
            topic !== null && told['topic'] === undefined && hasTopic(taking, draft)
              ? { ...told, topic }
              : told;
          const parsed = taking.schemas.get(draft.kind)?.safeParse(whole);
          if (parsed?.success !== true) continue;
          await named(draft, () =>
            accept(context, taking, offers, draft, parsed.data as Record<string, unknown>, undefined),
          );
          accepted += 1;
        }
        if (accepted === 0)
          throw new Conflict(
            'Each of these still needs an answer. Open them one by one; the form says what is asked.',
          );
        await closeIfDone(context, adoption_id);
        return { adoption_id, accepted, left: chosen.length - accepted };
      },
    }),
  };
}

function hasTopic({ adopters }: Taking, { kind }: KeptDraft): boolean {
  return adopters.get(kind)?.fields['topic'] !== undefined;
}

/** A refusal says which of the many it is about. */
async function named<T>({ title }: KeptDraft, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InvalidInput) && !(error instanceof Conflict)) throw error;
    const why = error instanceof InvalidInput ? Object.values(error.fields).join('. ') : error.message;
    throw new Conflict(`Nothing was accepted, because of “${title}”: ${why}`);
  }
}

// What a room offers so that a draft out of a published document can become a record of it: which kinds it takes, what it asks
// a person for each, and the act by which it takes one over, in the transaction of whoever asks.
import type { z } from 'zod';
import type { Permission } from '../access/roles.ts';
import type { Ref } from '../evidence/evidence.ts';
import type { Day } from '../calendar/day.ts';
import type { CommandContext, QueryContext } from '../operation/operation.ts';
import type { Draft, DraftContent, DraftKind } from './draft.ts';

type ContentOf<K extends DraftKind> = Extract<DraftContent, { kind: K }>;

/** A draft as a room is given it. */
export interface OfferedDraft<C extends DraftContent = DraftContent>
  extends Pick<Draft, 'title' | 'topics' | 'part'> {
  content: C;
  /** Its place among the drafts of its document, from 1. */
  position: number;
  /** The record of the priority it stands under, where there is one. */
  priority_ref: Ref | null;
  /** A record of the same kind with the same name. */
  same_ref: Ref | null;
  /** The reporting year of the document, where its period is one. */
  year: string | null;
}

/** What the document itself is, for the record of the source. */
export interface AdoptedDocument {
  title: string;
  published_on: Day | null;
  period_from_on: Day | null;
  period_to_on: Day | null;
}

/** Where the draft comes from: the record of the source, and the place in it. */
export interface Origin {
  source_id: string;
  source_title: string;
  /** "page 12, line 34". */
  locator: string;
}

export interface Adopter {
  kind: DraftKind;
  /** "Priority", and of several. */
  label: string;
  plural: string;
  /** Who may take one over. */
  permission: Permission;
  /** What a person is asked. */
  fields: z.ZodRawShape;
  rules?: readonly [(given: Record<string, unknown>) => boolean, { message: string; path: string[] }][];
  /** What the draft tells of these fields; the others are left out. */
  values: (draft: OfferedDraft) => Record<string, unknown>;
  /** Makes the record; gives its reference and its page. `draft` as it was offered. */
  accept: (
    context: CommandContext,
    given: Record<string, unknown>,
    origin: Origin,
    draft: OfferedDraft,
  ) => Promise<{ ref: Ref; path: string }>;
  /** Records of this kind that are there already, under all their names. */
  known?: (context: QueryContext) => Promise<{ ref: Ref; names: string[] }[]>;
  /** What has to be there first, with where a person can add it; null where nothing is missing. */
  missing?: (context: QueryContext, year: string | null) => Promise<{ text: string; href: string } | null>;
}

export interface Adopts {
  adopters: readonly Adopter[];
  /** Keeps the document itself as a source; one room does. Gives its id. */
  source?: (context: CommandContext, document: AdoptedDocument) => Promise<string>;
}

/** An adopter with the types of its kind and fields. */
export function adopter<K extends DraftKind, F extends z.ZodRawShape>(definition: {
  kind: K;
  label: string;
  plural: string;
  permission: Permission;
  fields: F;
  rules?: Adopter['rules'];
  values(draft: OfferedDraft<ContentOf<K>>): Partial<Record<keyof F, unknown>>;
  accept(
    context: CommandContext,
    given: z.output<z.ZodObject<F>>,
    origin: Origin,
    draft: OfferedDraft<ContentOf<K>>,
  ): Promise<{ ref: Ref; path: string }>;
  known?: NonNullable<Adopter['known']>;
  missing?: NonNullable<Adopter['missing']>;
}): Adopter {
  return definition as unknown as Adopter;
}

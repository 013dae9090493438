// Adopting a published report: what was read out of it waits as drafts, and each becomes a record only when a person accepts it.
// The document itself is not kept unless somebody says so.
import { z } from 'zod';
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import type { Adopter, OfferedDraft } from '../../../kernel/adopting/adopter.ts';
import type { DraftContent, DraftKind, DraftPlace } from '../../../kernel/adopting/draft.ts';
import { topics, type Topic } from '../../../kernel/evidence/topics.ts';
import type { Ref } from '../../../kernel/evidence/evidence.ts';
import { file, oneOf, optional, prose, seenRevision, yes } from '../../../kernel/records/field.ts';
import { placeWords } from '../check.ts';

export const draftStates = {
  waiting: { text: 'Waits', colour: 'blue' },
  accepted: { text: 'Accepted', colour: 'green' },
  changed: { text: 'Accepted with changes', colour: 'green' },
  dropped: { text: 'Dropped', colour: 'grey' },
} as const;
export type DraftState = keyof typeof draftStates;
export const stateNames = Object.keys(draftStates) as [DraftState, ...DraftState[]];

export const adopting = z.strictObject({
  file: file({
    label: 'Report',
    hint: 'PDF, Word (.docx), web page (.html), Markdown or plain text, up to 25 MB',
  }),
  keep_file: yes({
    label: 'Keep the file as well',
    hint: 'Only if it should be at hand while the drafts are looked through. Without this nothing of the file is kept but what the drafts quote',
  }).default(false),
});

export const oneDraft = {
  id: z.uuid().meta({ label: 'Draft', widget: 'hidden' as const }),
  seen_revision: seenRevision,
};

export const dropping = z.strictObject({
  ...oneDraft,
  reason: prose({ label: 'Why it is dropped', hint: 'For example that it is not about this area' }, 500),
});

/** In one act, so that it can be carried out in one go. */
export const mostAtOnce = 200;

export const acceptingMany = z.strictObject({
  adoption_id: z.uuid().meta({ label: 'Adopted report', widget: 'hidden' }),
  drafts: z
    .array(z.uuid())
    .min(1, 'Tick at least one draft')
    .max(mostAtOnce, `Accept at most ${mostAtOnce} at once`)
    .meta({ label: 'Accept these as they stand', choose_from: 'waiting-drafts' }),
  topic: optional(
    oneOf(topics, {
      label: 'Place in the yearly report for those whose place could not be told',
      none: 'Leave those in the queue',
    }),
  ),
});

export const closing = z.strictObject({
  adoption_id: z.uuid().meta({ label: 'Adopted report', widget: 'hidden' }),
  reason: prose({ label: 'Why what still waits is dropped' }, 500),
});

/** A draft as the queue keeps it. */
export interface KeptDraft {
  id: string;
  revision: number;
  adoption_id: string;
  kind: DraftKind;
  position: number;
  title: string;
  content: DraftContent;
  topics: Topic[];
  part: OfferedDraft['part'];
  priority: string | null;
  line: number | null;
  page: number | null;
  where_label: string;
  also_at: DraftPlace[];
  quote: string;
  state: DraftState;
  record_ref: Ref | null;
  record_path: string | null;
  decided_by: string | null;
  decided_on: string | null;
  dropped_reason: string | null;
}

/** What stands in the way of accepting it as it stands: nothing, only its place in the report, or an answer that is missing. */
export type Readiness = 'ready' | 'place' | 'answer';

export function inputOf({ fields, rules = [] }: Pick<Adopter, 'fields' | 'rules'>): z.ZodType {
  return rules.reduce<z.ZodType>(
    (schema, [holds, words]) => schema.refine((given) => holds(given as Record<string, unknown>), words),
    z.strictObject(fields),
  );
}

/** The fields a draft tells of; null is "not told". */
export function toldValues(adopter: Adopter, draft: OfferedDraft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(adopter.values(draft)).filter(([, value]) => value !== null && value !== undefined),
  );
}

export interface Reading {
  readiness: Readiness;
  /** What is still asked, in words for a person, by field. */
  asked: Record<string, string>;
}

export function readinessOf(
  schema: z.ZodType,
  { fields }: Pick<Adopter, 'fields'>,
  told: Record<string, unknown>,
): Reading {
  const parsed = schema.safeParse(told);
  if (parsed.success) return { readiness: 'ready', asked: {} };
  const asked = Object.fromEntries(
    parsed.error.issues.map(({ path, message, code }) => {
      const name = String(path[0]);
      return [
        name,
        code === 'custom' ? message : `Not told: ${labelOf(fields[name] as z.ZodType | undefined, name)}`,
      ];
    }),
  );
  return { readiness: Object.keys(asked).every((name) => name === 'topic') ? 'place' : 'answer', asked };
}

function labelOf(field: z.ZodType | undefined, name: string): string {
  const { label = name } = (field?.meta() ?? {}) as { label?: string };
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** Whether everything the document told was left as it was; what it did not tell may have been filled in. */
export function isAsTold(
  { fields }: Adopter,
  told: Record<string, unknown>,
  given: Record<string, unknown>,
): boolean {
  return Object.entries(told).every(([name, value]) => {
    const field = fields[name] as z.ZodType | undefined;
    const read = field?.safeParse(value);
    return contentHash(read?.success ? read.data : value) === contentHash(given[name]);
  });
}

/** "page 12, line 34; also line 210", as a source's locator keeps it. */
export function locatorOf(draft: Pick<KeptDraft, 'page' | 'line' | 'where_label' | 'also_at'>): string {
  const places = [draft, ...draft.also_at].flatMap((place) => placeWords(place) ?? []);
  const [first = draft.where_label, ...others] = [...new Set(places)];
  const whole = others.length === 0 ? first : `${first}; also ${others.slice(0, 3).join(', ')}`;
  return whole.length <= 120 ? whole : first.slice(0, 120);
}

/** Text as the database can keep it: no half characters, no null bytes. */
export function keepable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', ' ') as T;
  if (Array.isArray(value)) return value.map((one: unknown) => keepable(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, keepable(one as unknown)]),
  ) as T;
}

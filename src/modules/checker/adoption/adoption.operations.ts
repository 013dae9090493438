// Reading a published report into drafts, and looking at the queue they wait in. Nothing here touches the register.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { draftKinds } from '../../../kernel/adopting/draft.ts';
import { draftsOf } from '../../../kernel/adopting/drafts.ts';
import { attachFile, type FileFacts, fileOf, filesOf } from '../../../kernel/files/file.operations.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { readApart } from '../../../kernel/reading/apart.ts';
import type { HomeItem } from '../../../kernel/records/room.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { adopting, type DraftState, keepable, type KeptDraft, stateNames } from './adoption.ts';

export const adoptDocument = command({
  name: 'checker.adopt-document',
  summary: 'Read a published report into drafts for the register; nothing enters it yet',
  permission: 'evidence.write',
  input: adopting,
  command_line: { as: 'checker adopt', arguments: ['file'], print: printAdopted },
  async run(context, { file, keep_file }) {
    const { actor, write, today } = context;
    if (actor.person_id === null)
      throw new NotAllowed('Reports are adopted by a person, from the page, the API or the command line.');
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    await refuseTwice(context, sha256);
    const document = await readApart(file.name, file.bytes);
    const { drafts, left_out } = draftsOf(document);
    if (drafts.length === 0)
      throw new Conflict(
        'Nothing in this document could be told as a figure, a statement or a name. It can still be kept as a source in the register.',
      );
    const name = keepable(file.name).slice(0, 200);
    const id = await write.insert('checker.adoption', {
      name,
      sha256,
      title: keepable(document.title ?? name).slice(0, 300),
      published_on: document.published_on,
      period_from_on: document.period?.from_on ?? null,
      period_to_on: document.period?.to_on ?? null,
      framework_id: document.framework_id,
      source_id: null,
      left_out,
      adopted_by_id: actor.person_id,
      adopted_on: today,
      closed_on: null,
    });
    for (const [at, { key: _key, content, where, ...draft }] of drafts.entries()) {
      const { kind, ...rest } = keepable(content);
      await write.insert('checker.draft', {
        ...keepable(draft),
        adoption_id: id,
        kind,
        content: JSON.stringify(rest),
        also_at: JSON.stringify(keepable(draft.also_at)),
        where_label: keepable(where).slice(0, 500),
        position: at + 1,
        offered_on: today,
        state: 'waiting',
        record_ref: null,
        record_path: null,
        decided_by_id: null,
        decided_on: null,
        dropped_reason: null,
      });
    }
    if (keep_file) await attachFile(context, { ref: `checker.adoption/${id}`, circle_id: null }, file);
    return { id, drafts: drafts.length, left_out, path: `/check/adoptions/${id}` };
  },
});

function printAdopted({
  drafts,
  left_out,
  path,
}: {
  drafts: number;
  left_out: number;
  path: string;
}): string {
  const more = left_out > 0 ? ` ${left_out} more were left out: adopt the chapters one by one.` : '';
  return `${drafts} drafts wait to be looked at.${more} Nothing is in the register yet. Look at them at ${path}`;
}

/** Throws Conflict that leads to the first. Whoever sends the same file at the same moment waits here. */
async function refuseTwice({ db, partnership }: QueryContext, sha256: string): Promise<void> {
  await db.text('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `adoption ${partnership.id} ${sha256}`,
  ]);
  const there = await db.find(
    db.from('checker.adoption').select(['id', 'adopted_on']).where('sha256', '=', sha256),
  );
  if (there === undefined) return;
  throw new Conflict(
    `This very document was adopted on ${showDay(there.adopted_on)} already. Its drafts are there.`,
    { href: `/check/adoptions/${there.id}`, text: 'Open its drafts' },
  );
}

export interface ListedAdoption {
  id: string;
  title: string;
  name: string;
  adopted_on: string;
  adopted_by: string;
  closed_on: string | null;
  drafts: number;
  waiting: number;
}

export const listAdoptions = query({
  name: 'checker.list-adoptions',
  summary: 'Published reports that were adopted, the latest first',
  permission: 'evidence.write',
  input: z.strictObject({}),
  run: ({ db, partnership }) =>
    db.text<ListedAdoption & Record<string, unknown>>(
      `select a.id, a.title, a.name, a.adopted_on, p.name as adopted_by, a.closed_on,
         count(d.id)::int as drafts, (count(d.id) filter (where d.state = 'waiting'))::int as waiting
       from checker.adoption a
       join governance.person p on p.partnership_id = a.partnership_id and p.id = a.adopted_by_id
       left join checker.draft d on d.partnership_id = a.partnership_id and d.adoption_id = a.id
       where a.partnership_id = $1 group by a.partnership_id, a.id, p.name order by a.id desc limit 500`,
      [partnership.id],
    ),
});

export interface Adoption {
  id: string;
  revision: number;
  name: string;
  title: string;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  source_id: string | null;
  left_out: number;
  adopted_on: string;
  adopted_by: string;
  closed_on: string | null;
}

/** Throws NotFound. */
export async function findAdoption({ db, partnership }: QueryContext, id: string): Promise<Adoption> {
  const [found] = await db.text<Adoption & Record<string, unknown>>(
    `select a.id, a.revision, a.name, a.title, a.published_on, a.period_from_on, a.period_to_on, a.source_id, a.left_out,
       a.adopted_on, p.name as adopted_by, a.closed_on
     from checker.adoption a
     join governance.person p on p.partnership_id = a.partnership_id and p.id = a.adopted_by_id
     where a.partnership_id = $1 and a.id = $2`,
    [partnership.id, id],
  );
  if (found === undefined) throw new NotFound();
  return found;
}

/** The drafts of one report in the order of the document; or one by its id. */
export async function keptDrafts(
  { db, partnership }: QueryContext,
  of: { adoption_id: string } | { ids: readonly string[] },
): Promise<KeptDraft[]> {
  const [column, value] = 'ids' in of ? ['d.id', of.ids] : ['d.adoption_id', [of.adoption_id]];
  const rows = await db.text<KeptDraft & Record<string, unknown>>(
    `select d.id, d.revision, d.adoption_id, d.kind, d.position, d.title, d.content, d.topics, d.part, d.priority, d.line,
       d.page, d.where_label, d.also_at, d.quote, d.state, d.record_ref, d.record_path, p.name as decided_by,
       d.decided_on, d.dropped_reason
     from checker.draft d
     left join governance.person p on p.partnership_id = d.partnership_id and p.id = d.decided_by_id
     where d.partnership_id = $1 and ${column} = any($2::uuid[]) order by d.adoption_id desc, d.position`,
    [partnership.id, value],
  );
  return rows.map((row) => ({ ...row, content: { ...row.content, kind: row.kind } as KeptDraft['content'] }));
}

export const queueFilter = z.strictObject({
  id: z.uuid(),
  kind: z.enum(draftKinds).or(z.literal('')).optional(),
  state: z
    .enum(stateNames)
    .or(z.enum(['', 'all']))
    .optional(),
});

export type Counts = Record<DraftState, number>;

export function countsOf(drafts: readonly Pick<KeptDraft, 'state'>[]): Counts {
  const counts: Counts = { waiting: 0, accepted: 0, changed: 0, dropped: 0 };
  for (const { state } of drafts) counts[state] += 1;
  return counts;
}

export const readAdoptedFile = query({
  name: 'checker.read-adopted-file',
  summary: 'The file of an adopted report, where it was kept',
  permission: 'evidence.write',
  input: z.strictObject({ id: z.uuid(), file_id: z.uuid() }),
  run: (context, { id, file_id }) => fileOf(context, `checker.adoption/${id}`, file_id),
});

export function adoptedFiles(context: QueryContext, id: string): Promise<FileFacts[]> {
  return filesOf(context, `checker.adoption/${id}`);
}

/** For whoever adopted a report: drafts that still wait. */
export async function adoptionNeeds({ db, partnership, actor }: QueryContext): Promise<HomeItem[]> {
  if (!actor.can('evidence.write')) return [];
  const rows = await db.text<{ id: string; title: string; waiting: number }>(
    `select a.id, a.title, count(d.id)::int as waiting from checker.adoption a
     join checker.draft d on d.partnership_id = a.partnership_id and d.adoption_id = a.id and d.state = 'waiting'
     where a.partnership_id = $1 and a.adopted_by_id = $2 group by a.partnership_id, a.id order by a.id desc limit 20`,
    [partnership.id, actor.person_id],
  );
  return rows.map(({ id, title, waiting }) => ({
    text: waiting === 1 ? '1 draft waits to be looked at' : `${waiting} drafts wait to be looked at`,
    href: `/check/adoptions/${id}`,
    urgency: 'look',
    detail: `Out of “${title}”. Nothing is in the register before you accept it.`,
  }));
}

// Sources: the documents, data sets and meetings that evidence comes from. One supersedes another.
import { z } from 'zod';
import { command, type CommandContext, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { seenRevision } from '../../kernel/records/field.ts';
import { source, sourceKinds } from './source.ts';

type Kind = keyof typeof sourceKinds;

const sourceChange = source.extend({
  id: z.uuid().meta({ label: 'Record', widget: 'hidden' }),
  seen_revision: seenRevision,
});

export const addSource = command({
  name: 'evidence.add-source',
  summary: 'Add a source: a document, data set or meeting that evidence comes from',
  permission: 'evidence.contribute',
  input: source,
  async run(context, given) {
    await refuseUnfit(context, given, null);
    return { id: await context.write.insert('evidence.source', given) };
  },
});

export const changeSource = command({
  name: 'evidence.change-source',
  summary: 'Change a source',
  permission: 'evidence.write',
  input: sourceChange,
  async run(context, { id, seen_revision, ...given }) {
    await refuseUnfit(context, given, id);
    await context.write.update('evidence.source', id, given, seen_revision);
    return { id };
  },
});

async function refuseUnfit(
  { db }: CommandContext,
  given: z.output<typeof source>,
  own: string | null,
): Promise<void> {
  if (given.period_from_on && given.period_to_on && given.period_from_on > given.period_to_on) {
    throw new InvalidInput({ period_to_on: 'The period ends before it starts. Correct one of the two days' });
  }
  if (given.code !== null) {
    const same = await db.find(
      db.from('evidence.source').select(['id', 'title']).where('code', '=', given.code),
    );
    if (same && same.id !== own) {
      throw new Conflict(`The code ${given.code} already stands for “${same.title}”. Choose another code.`);
    }
  }
  if (given.supersedes_id === null) return;
  const replaced = await db.find(
    db.from('evidence.source').select('id').where('id', '=', given.supersedes_id),
  );
  if (replaced === undefined || replaced.id === own) {
    throw new InvalidInput({ supersedes_id: 'Choose another source that is in the list' });
  }
}

export interface ListedSource {
  id: string;
  title: string;
  kind: Kind;
  publisher: string | null;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  code: string | null;
  superseded_by: string | null;
  items: number;
}

export const listSources = query({
  name: 'evidence.list-sources',
  summary: 'The sources of evidence',
  permission: 'evidence.read',
  input: z.strictObject({
    kind: z
      .enum(Object.keys(sourceKinds) as [Kind])
      .or(z.literal(''))
      .optional(),
    text: z.string().max(200).optional(),
  }),
  async run({ db, partnership, actor }, { kind = '', text = '' }) {
    const sources = await db.text<ListedSource & Record<string, unknown>>(
      `select s.id, s.title, s.kind, s.publisher, s.published_on, s.period_from_on, s.period_to_on, s.code,
         (select n.title from evidence.source n where n.partnership_id = $1 and n.supersedes_id = s.id limit 1) as superseded_by,
         coalesce(c.items, 0) as items
       from evidence.source s
       left join (select i.source_id, count(*) as items from evidence.item i where i.partnership_id = $1
         and (i.circle_id is null or i.circle_id = any($2)) and i.withdrawn_on is null group by 1) c on c.source_id = s.id
       where s.partnership_id = $1 and ($3 = '' or s.kind = $3)
         and ($4 = '' or s.title ilike $4 or s.code ilike $4) order by s.title`,
      [partnership.id, actor.circle_ids, kind, text === '' ? '' : `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`],
    );
    return { kind, text, sources };
  },
});

export const readSource = query({
  name: 'evidence.read-source',
  summary: 'One source, with the evidence taken from it',
  permission: 'evidence.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db, partnership, actor }, { id }) {
    const [found, items] = await Promise.all([
      db.text<SourceRow & Record<string, unknown>>(
        `select s.id, s.revision, s.title, s.kind, s.publisher, s.published_on, s.period_from_on, s.period_to_on, s.code,
           s.supersedes_id, s.note, p.title as supersedes,
           (select json_build_object('id', n.id, 'title', n.title) from evidence.source n
             where n.partnership_id = $1 and n.supersedes_id = s.id limit 1) as superseded_by
         from evidence.source s
         left join evidence.source p on p.partnership_id = $1 and p.id = s.supersedes_id
         where s.partnership_id = $1 and s.id = $2`,
        [partnership.id, id],
      ),
      db.text<{ id: string; title: string; shape: string; locator: string | null }>(
        `select i.id, i.title, i.shape, i.locator from evidence.item i where i.partnership_id = $1
           and (i.circle_id is null or i.circle_id = any($3)) and i.source_id = $2 and i.withdrawn_on is null
         order by i.locator nulls last, i.id limit 500`,
        [partnership.id, id, actor.circle_ids],
      ),
    ]);
    const [source] = found;
    if (source === undefined) throw new NotFound();
    return { ...source, items };
  },
});

interface SourceRow {
  id: string;
  revision: number;
  title: string;
  kind: Kind;
  publisher: string | null;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  code: string | null;
  supersedes_id: string | null;
  supersedes: string | null;
  superseded_by: { id: string; title: string } | null;
  note: string | null;
}

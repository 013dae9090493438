// Adding, changing and withdrawing evidence. Who may only contribute does so for their own agency; whoever may write,
// for any. What a contributor gives needs their agency's information sharing agreement; taking it back needs none. A
// withdrawn item stays in the history and leaves lists and reports.
import { requireAgreement } from '../../ground/governance/index.ts';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { type Content, content as contentSchema } from '../../kernel/evidence/shapes.ts';
import { type CommandContext, command } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import { item, type Item, itemChange, type ItemFields, rowOf, withdrawal } from './item.ts';

export const addItem = command({
  name: 'evidence.add-item',
  summary: 'Add an item of evidence of any shape',
  permission: 'evidence.contribute',
  input: item,
  async run(context, given) {
    return { id: await insertItem(context, given) };
  },
});

export const changeItem = command({
  name: 'evidence.change-item',
  summary: 'Change an item of evidence: all of its fields are given again',
  permission: 'evidence.contribute',
  input: itemChange,
  async run(context, { id, seen_revision, ...fields }) {
    await updateItem(context, id, fields, seen_revision);
    return { id };
  },
});

export const withdrawItem = command({
  name: 'evidence.withdraw-item',
  summary: 'Withdraw an item of evidence, with the reason',
  permission: 'evidence.contribute',
  input: withdrawal,
  async run(context, { id, seen_revision, reason }) {
    await ownItem(context, id);
    await context.write.update(
      'evidence.item',
      id,
      { withdrawn_on: context.today, withdrawn_reason: reason },
      seen_revision,
    );
    return { id };
  },
});

/** Adds an item within any command; gives its id. */
export async function insertItem(context: CommandContext, { circle_id, ...fields }: Item): Promise<string> {
  const agency_id = await contributingFor(context, fields.agency_id);
  await checkReferences(context, { ...fields, agency_id, circle_id });
  return context.write.insert('evidence.item', {
    ...rowOf({ ...fields, agency_id, content: fitting(fields.content) }),
    circle_id,
  });
}

/** Changes all fields of an item but its shape and its circle. */
export async function updateItem(
  context: CommandContext,
  id: string,
  fields: ItemFields,
  seen: number | undefined,
): Promise<void> {
  const before = await ownItem(context, id);
  if (before.content.shape !== fields.content.shape) {
    throw new InvalidInput({
      content: 'An item keeps its shape. Withdraw this one and add another of the shape you need',
    });
  }
  const agency_id = await contributingFor(context, fields.agency_id);
  await checkReferences(context, { ...fields, agency_id, circle_id: null });
  const row = rowOf({ ...fields, agency_id, content: fitting(fields.content) });
  await context.write.update('evidence.item', id, row, seen);
}

/** Changes the content alone: a row, a total, a column. `change` is given the content as it stands. */
export async function updateContent(
  context: CommandContext,
  id: string,
  seen: number | undefined,
  change: (content: Content) => Content,
): Promise<void> {
  const { content: before, agency_id } = await ownItem(context, id);
  await contributingFor(context, agency_id);
  const content = fitting(change(before));
  await context.write.update(
    'evidence.item',
    id,
    { content: JSON.stringify(content), content_hash: contentHash(content) },
    seen,
  );
}

/** The item, if this person may change it. Throws NotFound, NotAllowed for another agency's, Conflict when withdrawn. */
export async function ownItem(
  context: CommandContext,
  id: string,
): Promise<{ content: Content; agency_id: string | null }> {
  const { db } = context;
  const row = await db.one(
    db.from('evidence.item').select(['agency_id', 'content', 'withdrawn_on']).where('id', '=', id),
  );
  const { actor } = context;
  if (!actor.can('evidence.write') && (row.agency_id === null || !actor.agency_ids.includes(row.agency_id))) {
    throw new NotAllowed(
      'This evidence is not your agency’s, so you cannot change it. Ask the business manager, or the agency that entered it.',
    );
  }
  if (row.withdrawn_on !== null) {
    throw new Conflict('This evidence was withdrawn, so it cannot be changed. Add it again if it is needed.');
  }
  // Parsed when it was written; the database holds nothing else.
  return { content: row.content as Content, agency_id: row.agency_id };
}

/**
 * The agency an item is entered for: any for those who may write, one's own otherwise, and then only under an information
 * sharing agreement in force. Throws Conflict that says which is missing.
 */
export async function contributingFor(
  context: CommandContext,
  agencyId: string | null,
): Promise<string | null> {
  if (context.actor.can('evidence.write')) return agencyId;
  const own = ownAgency(context, agencyId);
  await requireAgreement(context, own, 'evidence');
  return own;
}

function ownAgency({ actor }: CommandContext, agencyId: string | null): string {
  const [only, ...others] = actor.agency_ids;
  if (only === undefined) {
    throw new NotAllowed(
      'You are not recorded as belonging to an agency. Ask the business manager to add it.',
    );
  }
  if (agencyId === null && others.length > 0) {
    throw new InvalidInput({ agency_id: 'Choose which of your agencies this comes from' });
  }
  if (agencyId !== null && !actor.agency_ids.includes(agencyId)) {
    throw new NotAllowed('You can enter evidence for your own agency. Choose it, or ask the other agency.');
  }
  return agencyId ?? only;
}

interface References {
  source_id: string | null;
  agency_id: string | null;
  circle_id: string | null;
}

/** What the item points at must be there and visible; one statement for all of it, none when it points at nothing. */
async function checkReferences(context: CommandContext, given: References): Promise<void> {
  const { source_id, agency_id, circle_id } = given;
  if (circle_id !== null && !context.actor.circle_ids.includes(circle_id)) {
    throw new InvalidInput({ circle_id: 'Choose a circle that you belong to' });
  }
  if (source_id === null && agency_id === null) return;
  const [there] = await context.db.text<{ source: boolean; agency: boolean }>(
    `select $2::uuid is null or exists (select from evidence.source where partnership_id = $1 and id = $2) as source,
       $3::uuid is null or exists (select from governance.agency where partnership_id = $1 and id = $3) as agency`,
    [context.partnership.id, source_id, agency_id],
  );
  const wrong = {
    ...(there?.source === false && { source_id: 'Choose a source that is in the register, or add it first' }),
    ...(there?.agency === false && { agency_id: 'Choose an agency of this partnership' }),
  };
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
}

/** Content built from a form must keep to the shape's own limits as well. */
function fitting(content: Content): Content {
  const parsed = contentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput({ content: issue?.message ?? 'This content does not fit its shape' });
}

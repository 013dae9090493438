// Claims and what they rest on. A claim's grade is worked out whenever it is read, so that it always says how things
// stand; a citation remembers what the evidence said when it was cited.
import { z } from 'zod';
import { type CitedInFull, citedBy } from '../../kernel/evidence/cited.ts';
import { type ClaimFacet, type Grade, type LinkPurpose, ref } from '../../kernel/evidence/evidence.ts';
import { gradeOf } from '../../kernel/evidence/grade.ts';
import { linkEvidence, unlinkEvidence } from '../../kernel/evidence/links.ts';
import { resolveCited } from '../../kernel/evidence/resolve.ts';
import { type CommandContext, command, type QueryContext, query } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { redactionsOf } from '../../kernel/records/redactions.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';
import { citation } from './plan.ts';

export interface ClaimRow {
  id: string;
  revision: number;
  year: string;
  priority_id: string | null;
  topic: Topic;
  position: number;
  statement: string;
  about: ClaimFacet['about'];
  for_whom: string | null;
  headline: boolean;
  source_id: string | null;
  locator: string | null;
}

/** A claim with the evidence it rests on and the grade that follows from it. */
export interface Claim extends ClaimRow {
  grade: Grade;
  rests_on: CitedInFull[];
}

const claims = `select c.id, c.revision, y.label as year, c.priority_id, c.topic, c.position, c.statement, c.about,
    c.for_whom, c.headline, c.source_id, c.locator
  from plan.claim c join plan.reporting_year y on y.partnership_id = c.partnership_id and y.id = c.year_id
  where c.partnership_id = $1 and c.withdrawn_on is null`;

/** The claims of a year, in their order. */
export async function claimsOf(context: QueryContext, yearId: string): Promise<Claim[]> {
  const { db, partnership } = context;
  const rows = await db.text<ClaimRow & Record<string, unknown>>(
    `${claims} and c.year_id = $2 order by c.position, c.id`,
    [partnership.id, yearId],
  );
  return graded(context, rows);
}

export async function claimsById(context: QueryContext, ids: readonly string[]): Promise<ClaimRow[]> {
  const { db, partnership } = context;
  return db.text<ClaimRow & Record<string, unknown>>(`${claims} and c.id = any($2::uuid[])`, [
    partnership.id,
    ids,
  ]);
}

async function graded(context: QueryContext, rows: readonly ClaimRow[]): Promise<Claim[]> {
  const cited = await citedBy(
    context,
    rows.map(({ id }) => ref('plan.claim', id)),
  );
  return rows.map((row) => {
    const rests_on = cited.get(ref('plan.claim', row.id)) ?? [];
    return { ...row, rests_on, grade: gradeOf(row.about, rests_on) };
  });
}

export const readClaim = query({
  name: 'plan.read-claim',
  summary: 'One claim: what it rests on, its grade and what would make it stronger',
  permission: 'plan.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const [claim] = await graded(context, await claimsById(context, [id]));
    if (claim === undefined) throw new NotFound();
    const [priority, redactions] = await Promise.all([
      priorityName(context, claim.priority_id),
      redactionsOf(context, `plan.claim/${id}`),
    ]);
    return { ...claim, priority, redactions };
  },
});

async function priorityName({ db }: QueryContext, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await db.one(db.from('plan.priority').select('name').where('id', '=', id))).name;
}

export const citeEvidence = command({
  name: 'plan.cite-evidence',
  summary: 'Rest a claim on evidence; again, it takes the evidence as it stands now',
  permission: 'plan.write',
  input: citation,
  async run(context, { claim_id, evidence_ref, purpose }) {
    await refuseWithdrawn(context, claim_id);
    const { hash } = await resolveCited(context, evidence_ref, 'evidence_ref');
    const link = { from_ref: ref('plan.claim', claim_id), to_ref: evidence_ref, purpose };
    return { id: await linkEvidence(context, { ...link, cited_hash: hash }), claim_id };
  },
});

export const removeCitation = command({
  name: 'plan.remove-citation',
  summary: 'Stop resting a claim on a piece of evidence',
  permission: 'plan.write',
  input: z.strictObject({
    claim_id: z.uuid().meta({ label: 'Claim', widget: 'hidden' }),
    evidence_ref: z.string().max(160).meta({ label: 'Evidence', widget: 'hidden' }),
    purpose: citation.shape.purpose.meta({ label: 'What it is for', widget: 'hidden' }),
  }),
  async run(context, { claim_id, evidence_ref, purpose }) {
    await refuseWithdrawn(context, claim_id);
    const link: { purpose: LinkPurpose; from_ref: string; to_ref: string } = {
      from_ref: ref('plan.claim', claim_id),
      to_ref: evidence_ref,
      purpose,
    };
    await unlinkEvidence(context, link);
    return { claim_id };
  },
});

async function refuseWithdrawn({ db }: CommandContext, id: string): Promise<void> {
  const { withdrawn_on } = await db.one(db.from('plan.claim').select('withdrawn_on').where('id', '=', id));
  if (withdrawn_on !== null)
    throw new Conflict('This claim was taken out of the plan. Add it again if it is needed.');
}

// Sealing the text of a withdrawn edition: it leaves general reach with its files and can be opened by one circle alone,
// each time for a purpose that is kept. The hash it was published with stays on the edition, as proof.
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import { type CommandContext, query } from '../../../kernel/operation/operation.ts';
import { InvalidInput, NotFound } from '../../../kernel/operation/refusals.ts';
import { blankRecord } from '../../../kernel/records/blanking.ts';
import { numbered } from '../edition.ts';
import { type Edition, type Frozen, yearNamed } from '../gather.ts';

/** The edition is withdrawn already. Throws InvalidInput for a circle the person is not in. */
export async function sealEdition(
  context: CommandContext,
  edition: Edition,
  circle_id: string,
): Promise<void> {
  const { actor, db, write, today } = context;
  if (!actor.circle_ids.includes(circle_id)) {
    throw new InvalidInput({ seal_for: 'Choose a circle that you are in' });
  }
  const [{ frozen, frozen_sha256 }, circle, files] = await Promise.all([
    db.one(db.from('report.edition').select(['frozen', 'frozen_sha256']).where('id', '=', edition.id)),
    db.one(db.from('kernel.circle').select('name').where('id', '=', circle_id)),
    db.all(db.from('kernel.file').select('id').where('owner_ref', '=', `report.edition/${edition.id}`)),
  ]);
  const id = await write.insert('report.sealed_edition', {
    circle_id,
    edition_id: edition.id,
    frozen: JSON.stringify(frozen),
    frozen_sha256: frozen_sha256 ?? '',
    sealed_on: today,
    sealed_by_id: actor.person_id,
  });
  const warrant = { table: 'report.sealed_edition', id } as const;
  for (const file of files) {
    await blankRecord(context, { table: 'kernel.file', id: file.id }, warrant, {
      blanks: { circle_id, owner_ref: `report.sealed-edition/${id}` },
    });
  }
  await blankRecord(context, { table: 'report.edition', id: edition.id }, warrant, {
    blanks: { frozen: null },
    closing: { sealed_on: today, sealed_for: circle.name },
  });
}

/** Whether the text of an edition is sealed for this person to open; nothing of it. */
export const findSealed = query({
  name: 'report.find-sealed',
  summary: 'Whether the sealed text of a withdrawn report is there for you to open',
  permission: 'report.read',
  input: numbered,
  async run(context, { year, number }) {
    const { label } = yearNamed(year);
    const [found] = await context.db.text<SealedRow>(
      `select s.id, s.frozen_sha256, s.sealed_on, e.year, e.number, e.withdrawn_reason
       from report.sealed_edition s
       join report.edition e on e.partnership_id = s.partnership_id and e.id = s.edition_id
       where s.partnership_id = $1 and e.year = $2 and e.number = $3 and s.frozen is not null
         and s.circle_id = any($4::uuid[])`,
      [context.partnership.id, label, number, context.actor.circle_ids],
    );
    if (found === undefined) throw new NotFound();
    return found;
  },
});

interface SealedRow extends Record<string, unknown> {
  id: string;
  frozen_sha256: string;
  sealed_on: string;
  year: string;
  number: number;
  withdrawn_reason: string | null;
}

export const readSealed = query({
  name: 'report.read-sealed',
  summary: 'The sealed text of a withdrawn report, opened for a purpose that is kept',
  permission: 'report.read',
  audited: true,
  input: numbered,
  async run(context, asked) {
    const { db } = context;
    const found = await findSealed.run(context, asked);
    context.saw(`report.sealed-edition/${found.id}`);
    const [row, files] = await Promise.all([
      db.one(db.from('report.sealed_edition').select('frozen').where('id', '=', found.id)),
      db.all(
        db
          .from('kernel.file')
          .select(['name', 'sha256'])
          .where('owner_ref', '=', `report.sealed-edition/${found.id}`)
          .where('circle_id', 'in', context.actor.circle_ids)
          .orderBy('name'),
      ),
    ]);
    const frozen = row.frozen as Frozen;
    if (contentHash(frozen) !== found.frozen_sha256)
      throw new Error('A sealed report was changed after it was sealed.');
    return { ...found, document: frozen.document, files };
  },
});

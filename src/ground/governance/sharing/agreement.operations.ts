// Agreements, their parties and signatures, and the time in which returns are taken without one.
import { z } from 'zod';
import { ref } from '../../../kernel/evidence/evidence.ts';
import { attachFile, fileOf, filesOf } from '../../../kernel/files/file.operations.ts';
import {
  type CommandContext,
  command,
  query,
  type QueryContext,
} from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { file } from '../../../kernel/records/field.ts';
import {
  type Agreement,
  agreement,
  agreementChange,
  agreementEnd,
  changesSubstance,
  paperSignature,
  type Party,
  partiesOn,
  signature,
  signingRoles,
  standingOf,
} from './agreement.ts';

const refOf = (id: string) => ref('governance.sharing-agreement', id);

/** Every agreement with its parties, the latest first. */
export async function agreementsOf({ db, partnership }: QueryContext): Promise<Agreement[]> {
  const [agreements, parties] = await Promise.all([
    db.all(
      db.from('governance.sharing_agreement').selectAll().orderBy('from_on', 'desc').orderBy('id', 'desc'),
    ),
    db.text<Party & { agreement_id: string } & Record<string, unknown>>(
      `select p.agreement_id, p.agency_id, a.name as agency, p.signed_on, coalesce(p.signatory, s.name) as signed_by,
         p.left_on
       from governance.sharing_party p
       join governance.agency a on a.partnership_id = p.partnership_id and a.id = p.agency_id
       left join governance.person s on s.partnership_id = p.partnership_id and s.id = p.signed_by_id
       where p.partnership_id = $1 order by a.name`,
      [partnership.id],
    ),
  ]);
  const byAgreement = Map.groupBy(parties, (party) => party.agreement_id);
  return agreements.map((one) => ({ ...one, parties: byAgreement.get(one.id) ?? [] }));
}

async function findAgreement(context: QueryContext, id: string): Promise<Agreement> {
  const found = (await agreementsOf(context)).find((one) => one.id === id);
  if (found === undefined) throw new NotFound();
  return found;
}

/** The agencies this person may sign for today. */
async function signsFor({
  db,
  actor,
  partnership,
  today,
}: QueryContext): Promise<{ id: string; name: string }[]> {
  if (actor.person_id === null) return [];
  return db.text<{ id: string; name: string }>(
    `select distinct g.id, g.name from governance.appointment a
     join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
     join governance.agency g on g.partnership_id = a.partnership_id and g.id = coalesce(a.agency_id, p.agency_id)
     where a.partnership_id = $1 and a.person_id = $2 and a.role = any($4)
       and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $3::date) order by g.name`,
    [partnership.id, actor.person_id, today, [...signingRoles]],
  );
}

export async function agenciesSignedFor(context: QueryContext) {
  return (await signsFor(context)).map(({ id, name }) => ({ value: id, text: name }));
}

/** Agreements that wait for a signature this person may give. */
export async function awaitingSignature(
  context: QueryContext,
): Promise<{ id: string; title: string; agency: string }[]> {
  const own = await signsFor(context);
  if (own.length === 0) return [];
  const open = (await agreementsOf(context)).filter((one) => standingOf(one, context.today) !== 'ended');
  return open.flatMap((one) =>
    partiesOn(one, context.today)
      .filter((party) => party.signed_on === null && own.some((agency) => agency.id === party.agency_id))
      .map((party) => ({ id: one.id, title: one.title, agency: party.agency })),
  );
}

export const listAgreements = query({
  name: 'governance.list-agreements',
  summary: 'Information sharing agreements, how each stands and who has not signed',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run(context) {
    const { today } = context;
    return (await agreementsOf(context)).map((one) => ({
      ...one,
      standing: standingOf(one, today),
      unsigned: partiesOn(one, today).filter((party) => party.signed_on === null),
    }));
  },
});

export const readAgreement = query({
  name: 'governance.read-agreement',
  summary: 'One information sharing agreement: parties, signatures and files',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const found = await findAgreement(context, id);
    const [files, own] = await Promise.all([filesOf(context, refOf(id)), signsFor(context)]);
    const parties = partiesOn(found, context.today);
    return {
      ...found,
      standing: standingOf(found, context.today),
      files,
      parties,
      left: found.parties.filter((party) => !parties.includes(party)),
      may_sign: parties.some((p) => p.signed_on === null && own.some((agency) => agency.id === p.agency_id)),
    };
  },
});

export const addAgreement = command({
  name: 'governance.add-agreement',
  summary: 'Record an information sharing agreement',
  permission: 'governance.write',
  input: agreement,
  async run(context, { agency_ids, ...facts }) {
    const parties = await knownAgencies(context, agency_ids);
    const id = await context.write.insert('governance.sharing_agreement', facts);
    for (const agency_id of parties)
      await context.write.insert('governance.sharing_party', { agreement_id: id, agency_id });
    return { id };
  },
});

export const changeAgreement = command({
  name: 'governance.change-agreement',
  summary: 'Change an information sharing agreement; where what was signed changes, it is signed again',
  permission: 'governance.write',
  input: agreementChange,
  async run(context, { id, seen_revision, agency_ids, ...change }) {
    const { write } = context;
    const before = await findAgreement(context, id);
    const wanted = await knownAgencies(context, agency_ids);
    await write.update('governance.sharing_agreement', id, change, seen_revision);
    await changeParties(context, id, wanted, changesSubstance(before, change));
    return { id };
  },
});

async function changeParties(
  { db, write, today }: CommandContext,
  agreement_id: string,
  wanted: readonly string[],
  signAgain: boolean,
): Promise<void> {
  const rows = await db.all(
    db
      .from('governance.sharing_party')
      .select(['id', 'agency_id', 'left_on', 'signed_on'])
      .where('agreement_id', '=', agreement_id),
  );
  const unsigned = { signed_on: null, signed_by_id: null, signatory: null };
  for (const agency_id of wanted) {
    const there = rows.find((row) => row.agency_id === agency_id);
    if (there === undefined) await write.insert('governance.sharing_party', { agreement_id, agency_id });
    else if (there.left_on !== null)
      await write.update('governance.sharing_party', there.id, { ...unsigned, left_on: null });
    else if (signAgain && there.signed_on !== null)
      await write.update('governance.sharing_party', there.id, unsigned);
  }
  for (const gone of rows.filter((row) => row.left_on === null && !wanted.includes(row.agency_id)))
    await write.update('governance.sharing_party', gone.id, { left_on: today });
}

async function knownAgencies({ db }: QueryContext, given: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(given)];
  const there = await db.all(db.from('governance.agency').select('id').where('id', 'in', wanted));
  if (there.length < wanted.length)
    throw new InvalidInput({ agency_ids: 'Choose agencies that are in the list' });
  return wanted;
}

export const signAgreement = command({
  name: 'governance.sign-agreement',
  summary: 'Sign an information sharing agreement for the agency one leads or acts for',
  permission: 'governance.read',
  input: signature,
  async run(context, { id, agency_id }) {
    const own = await signsFor(context);
    if (!own.some((agency) => agency.id === agency_id)) {
      throw new NotAllowed(
        'An agreement is signed by an agency’s lead or delegated safeguarding partner, or its safeguarding lead. Ask yours, or ask the business manager to record a signature given on paper.',
      );
    }
    await sign(context, id, agency_id, { signed_on: context.today, signed_by_id: context.actor.person_id });
    return { id };
  },
});

export const recordSignature = command({
  name: 'governance.record-agreement-signature',
  summary: 'Record that an agency signed an information sharing agreement on paper',
  permission: 'governance.write',
  input: paperSignature,
  async run(context, { id, agency_id, signatory, signed_on }) {
    if (signed_on > context.today)
      throw new InvalidInput({ signed_on: 'The day of the signature is in the future. Correct it' });
    await sign(context, id, agency_id, { signatory, signed_on });
    return { id };
  },
});

interface Signature {
  signed_on: string;
  signed_by_id?: string | null;
  signatory?: string;
}

async function sign(context: CommandContext, id: string, agency_id: string, given: Signature): Promise<void> {
  const { db, write, today } = context;
  const found = await findAgreement(context, id);
  if (standingOf(found, today) === 'ended')
    throw new Conflict('This agreement has lapsed. Record a new one, or give it a later last day first.');
  const party = await db.find(
    db
      .from('governance.sharing_party')
      .select(['id', 'signed_on', 'left_on'])
      .where('agreement_id', '=', id)
      .where('agency_id', '=', agency_id),
  );
  if (party === undefined || party.left_on !== null)
    throw new InvalidInput({ agency_id: 'This agency is not party to the agreement. Choose one that is' });
  if (party.signed_on !== null) throw new Conflict('It is already signed for this agency.');
  await write.update('governance.sharing_party', party.id, given);
}

export const endAgreement = command({
  name: 'governance.end-agreement',
  summary: 'Set the last day of an information sharing agreement, with the reason',
  permission: 'governance.write',
  input: agreementEnd,
  async run(context, { id, until_on, ended_reason }) {
    const { from_on } = await findAgreement(context, id);
    if (until_on < from_on) throw new InvalidInput({ until_on: 'The last day must not be before the first' });
    await context.write.update('governance.sharing_agreement', id, { until_on, ended_reason });
    return { id };
  },
});

export const addAgreementFile = command({
  name: 'governance.add-agreement-file',
  summary: 'Add the signed document to an information sharing agreement',
  permission: 'governance.write',
  input: z.strictObject({
    id: z.uuid().meta({ label: 'Agreement', widget: 'hidden' }),
    file: file({ label: 'File', hint: 'PDF, Word or a picture of the signed paper; at most 25 MB' }),
  }),
  async run(context, { id, file: uploaded }) {
    await findAgreement(context, id);
    await attachFile(context, { ref: refOf(id), circle_id: null }, uploaded);
    return { id };
  },
});

export const readAgreementFile = query({
  name: 'governance.read-agreement-file',
  summary: 'A file of an information sharing agreement',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid(), file_id: z.uuid() }),
  async run(context, { id, file_id }) {
    await findAgreement(context, id);
    return fileOf(context, refOf(id), file_id);
  },
});

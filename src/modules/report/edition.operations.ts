// The life of an edition: started, held to a framework, signed off by the three, published, withdrawn, issued again.
import type { Updateable } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { partnersLedBy } from '../../ground/governance/index.ts';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { command, type CommandContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotAllowed } from '../../kernel/operation/refusals.ts';
import { partners } from './composition.ts';
import {
  editionMoves,
  type EditionState,
  editionStates,
  frameworkChoice,
  start,
  withdrawal,
} from './edition.ts';
import { sealEdition } from './sealed/sealed-edition.operations.ts';
import { carryVersions } from './versions/version-signing.operations.ts';
import { compose, type Composed, type Edition, type Frozen, latestEdition, yearNamed } from './gather.ts';

export const startEdition = command({
  name: 'report.start-edition',
  summary: 'Start the yearly report of a reporting year',
  permission: 'report.write',
  input: start,
  async run({ db, write }, input) {
    const year = yearNamed(input.year);
    const there = await db.find(db.from('report.edition').select('id').where('year', '=', year.label));
    if (there)
      throw new Conflict(`The yearly report for ${year.label} is already started. Open it from the list.`);
    const id = await write.insert('report.edition', {
      year: year.label,
      number: 1,
      state: 'draft',
      due_on: year.due_on,
    });
    return { id, year: year.label };
  },
});

export const chooseFramework = command({
  name: 'report.choose-framework',
  summary: 'Hold the report to another edition of Working Together, with the reason',
  permission: 'report.write',
  input: frameworkChoice,
  async run(context, { year, framework_id, reason }) {
    const edition = await openEdition(context, year);
    await context.write.update('report.edition', edition.id, { framework_id, framework_reason: reason });
    return { year: edition.year };
  },
});

/** Each lead safeguarding partner signs for the agency they lead, and only what has no high finding left open. */
export const signOff = command({
  name: 'report.sign-off',
  summary: 'Sign off the yearly report for the safeguarding partner one leads',
  permission: 'report.sign',
  input: start,
  async run(context, input) {
    const edition = await latestEdition(context, input.year);
    if (edition.state !== 'draft')
      throw new Conflict(
        `This report is ${editionStates[edition.state].toLowerCase()}; only a draft can be signed off.`,
      );
    const led = await partnersLedBy(context);
    if (led.length === 0 || context.actor.person_id === null) {
      throw new NotAllowed(
        'Only a lead safeguarding partner of the local authority, the integrated care board or the police can sign. Your appointment does not say which of the three you lead.',
      );
    }
    const composed = await compose(context, edition);
    refuseOpenFindings(composed);
    const valid = await validSignatures(context, composed);
    const unsigned = led.filter((partner) => !valid.has(partner));
    if (unsigned.length === 0) throw new Conflict('You have already signed this report as it stands.');
    for (const partner of unsigned) {
      await context.write.insert('report.sign_off', {
        edition_id: edition.id,
        partner,
        person_id: context.actor.person_id,
        signed_on: context.today,
        fingerprint: composed.fingerprint,
      });
      valid.add(partner);
    }
    const complete = Object.keys(partners).every((partner) => valid.has(partner));
    if (complete) await move(context, edition, 'signed-off');
    return { year: edition.year, signed_for: unsigned, complete };
  },
});

export const publish = command({
  name: 'report.publish-edition',
  summary: 'Publish the yearly report: it is frozen as it stands, with its hash',
  permission: 'report.publish',
  input: start,
  async run(context, input) {
    const edition = await latestEdition(context, input.year);
    if (edition.state === 'published') throw new Conflict('This report is already published.');
    if (edition.state !== 'signed-off') {
      throw new Conflict(
        'All three lead safeguarding partners must sign off the report before it is published.',
      );
    }
    const composed = await compose(context, { ...edition, state: 'published', published_on: context.today });
    const valid = await validSignatures(context, composed);
    const missing = Object.entries(partners).filter(([partner]) => !valid.has(partner));
    if (missing.length > 0) {
      throw new Conflict(
        `Something changed after it was signed, so ${missing.map(([, name]) => name.toLowerCase()).join(' and ')} must sign again. Take the report back to draft to do that.`,
      );
    }
    refuseOpenFindings(composed);
    const frozen: Frozen = { document: composed.document, coverage: composed.coverage };
    const frozen_sha256 = contentHash(frozen);
    await move(context, edition, 'published', {
      published_on: context.today,
      frozen: JSON.stringify(frozen),
      frozen_sha256,
      framework_id: composed.framework.framework.id,
      framework_reason: composed.framework.reason,
    });
    await context.write.enqueue('report.render-files', { edition_id: edition.id });
    return { year: edition.year, sha256: frozen_sha256 };
  },
});

export const takeBack = command({
  name: 'report.take-back',
  summary: 'Take a signed-off report back to draft',
  permission: 'report.write',
  input: start,
  async run(context, input) {
    const edition = await latestEdition(context, input.year);
    await move(context, edition, 'draft');
    return { year: edition.year };
  },
});

/** The page that replaces it says why; where it names somebody, its old text is sealed as well. */
export const withdraw = command({
  name: 'report.withdraw-edition',
  summary: 'Withdraw a published report, with the reason, and seal its text if it names somebody',
  permission: 'report.publish',
  input: withdrawal,
  async run(context, { year, reason, seal_for }) {
    const edition = await latestEdition(context, year);
    await move(context, edition, 'withdrawn', { withdrawn_on: context.today, withdrawn_reason: reason });
    if (seal_for !== null) await sealEdition(context, edition, seal_for);
    return { year: edition.year };
  },
});

/** A new edition of the same year; judgements and words are carried over, signatures are not. */
export const reissue = command({
  name: 'report.reissue-edition',
  summary: 'Start a new edition in place of a withdrawn one',
  permission: 'report.write',
  input: start,
  async run(context, input) {
    const { db, write } = context;
    const old = await latestEdition(context, input.year);
    if (old.state !== 'withdrawn')
      throw new Conflict('Only a withdrawn report is issued again. Withdraw this one first.');
    const id = await write.insert('report.edition', {
      year: old.year,
      number: old.number + 1,
      state: 'draft',
      due_on: old.due_on,
      supersedes_id: old.id,
    });
    const [texts, judgements, permissions] = await Promise.all([
      db.all(db.from('report.chapter_text').select(['chapter', 'text']).where('edition_id', '=', old.id)),
      db.all(
        db
          .from('report.judgement')
          .select(['duty_id', 'status', 'note', 'judged_by_id'])
          .where('edition_id', '=', old.id),
      ),
      db.all(
        db
          .from('report.print_permission')
          .select(['item_ref', 'reason', 'permitted_by_id'])
          .where('edition_id', '=', old.id),
      ),
    ]);
    for (const row of texts) await write.insert('report.chapter_text', { edition_id: id, ...row });
    for (const row of judgements) await write.insert('report.judgement', { edition_id: id, ...row });
    for (const row of permissions) await write.insert('report.print_permission', { edition_id: id, ...row });
    await carryVersions(context, old, id);
    return { id, year: old.year };
  },
});

/** The latest edition, while it may still be changed. */
export async function openEdition(context: CommandContext, year: string): Promise<Edition> {
  const edition = await latestEdition(context, year);
  if (edition.state === 'draft') return edition;
  throw new Conflict(
    edition.state === 'signed-off'
      ? 'This report is signed off. Take it back to draft before changing it; the three partners then sign again.'
      : 'This report is published and cannot be changed. Withdraw it and issue it again.',
  );
}

type EditionChange = Omit<
  Updateable<Database['report.edition']>,
  'partnership_id' | 'id' | 'revision' | 'entry_id'
>;

async function move(
  { write }: CommandContext,
  edition: Edition,
  to: EditionState,
  change: EditionChange = {},
): Promise<void> {
  const allowed: readonly EditionState[] = editionMoves[edition.state];
  if (!allowed.includes(to)) {
    throw new Conflict(
      `A report that is ${editionStates[edition.state].toLowerCase()} cannot become ${editionStates[to].toLowerCase()}.`,
    );
  }
  await write.update('report.edition', edition.id, { ...change, state: to }, edition.revision);
}

function refuseOpenFindings({ findings }: Composed): void {
  const open = findings.filter((finding) => finding.severity === 'high' && finding.waived === null);
  if (open.length === 0) return;
  const count = open.length === 1 ? 'One high finding is' : `${open.length} high findings are`;
  throw new Conflict(
    `${count} still open. Mend each one, or waive it with a reason, before the report is signed off.`,
  );
}

/** Partners whose signature is for the report exactly as it stands. */
async function validSignatures({ db }: CommandContext, composed: Composed): Promise<Set<string>> {
  const rows = await db.all(
    db
      .from('report.sign_off')
      .select(['partner', 'fingerprint'])
      .where('edition_id', '=', composed.edition.id),
  );
  return new Set(rows.filter((row) => row.fingerprint === composed.fingerprint).map((row) => row.partner));
}

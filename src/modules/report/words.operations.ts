// What named people say of an edition: chapter words, judgements of duties, waivers, leave to print a small number, and
// the scrutineer's comment.
import { command, type CommandContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import { chapterText, judgement, printPermission, scrutinyComment, waiver } from './edition.ts';
import { openEdition } from './edition.operations.ts';
import { compose } from './gather.ts';

export const writeChapter = command({
  name: 'report.write-chapter',
  summary: 'Write the words that open a chapter',
  permission: 'report.write',
  input: chapterText,
  async run(context, { year, chapter, text }) {
    const { db, write } = context;
    const edition = await openEdition(context, year);
    const there = await db.find(
      db
        .from('report.chapter_text')
        .select('id')
        .where('edition_id', '=', edition.id)
        .where('chapter', '=', chapter),
    );
    if (there) await write.update('report.chapter_text', there.id, { text });
    else await write.insert('report.chapter_text', { edition_id: edition.id, chapter, text });
    return { year: edition.year };
  },
});

export const judgeDuty = command({
  name: 'report.judge-duty',
  summary: 'Judge whether a duty of the yearly report is met, under one’s own name',
  permission: 'report.judge',
  input: judgement,
  async run(context, { year, duty_id, status, note }) {
    const { db, write } = context;
    const edition = await openEdition(context, year);
    const { coverage } = await compose(context, edition);
    if (!coverage.some((duty) => duty.id === duty_id)) {
      throw new InvalidInput({
        duty_id: `${duty_id} is not a duty of the edition of Working Together this report is held to`,
      });
    }
    const judged_by_id = named(context);
    const there = await db.find(
      db
        .from('report.judgement')
        .select('id')
        .where('edition_id', '=', edition.id)
        .where('duty_id', '=', duty_id),
    );
    if (there) await write.update('report.judgement', there.id, { status, note, judged_by_id });
    else
      await write.insert('report.judgement', { edition_id: edition.id, duty_id, status, note, judged_by_id });
    return { year: edition.year };
  },
});

export const waiveFinding = command({
  name: 'report.waive-finding',
  summary: 'Let a finding stand, with a reason, under one’s own name',
  permission: 'report.judge',
  input: waiver,
  async run(context, { year, finding_key, reason }) {
    const { db, write } = context;
    const edition = await openEdition(context, year);
    const { findings } = await compose(context, edition);
    const found = findings.find((finding) => finding.key === finding_key);
    if (!found)
      throw new Conflict(
        'This finding is no longer there: what it was about has changed. Look at the list again.',
      );
    const waived_by_id = named(context);
    const there = await db.find(
      db
        .from('report.waiver')
        .select('id')
        .where('edition_id', '=', edition.id)
        .where('finding_key', '=', finding_key),
    );
    if (there) await write.update('report.waiver', there.id, { reason, waived_by_id, withdrawn_on: null });
    else
      await write.insert('report.waiver', {
        edition_id: edition.id,
        finding_key,
        rule: found.rule,
        reason,
        waived_by_id,
      });
    return { year: edition.year };
  },
});

export const permitSmallNumber = command({
  name: 'report.permit-small-number',
  summary: 'Record the decision that a small count of statutory activity may be printed',
  permission: 'report.judge',
  input: printPermission,
  async run(context, { year, item_ref, reason }) {
    const { db, write } = context;
    const edition = await openEdition(context, year);
    const there = await db.find(
      db
        .from('report.print_permission')
        .select('id')
        .where('edition_id', '=', edition.id)
        .where('item_ref', '=', item_ref),
    );
    if (there) throw new Conflict('Leave to print this figure is already recorded.');
    await write.insert('report.print_permission', {
      edition_id: edition.id,
      item_ref,
      reason,
      permitted_by_id: named(context),
    });
    return { year: edition.year };
  },
});

export const commentAsScrutineer = command({
  name: 'report.comment-as-scrutineer',
  summary: 'Add the independent scrutineer’s comment to the report',
  permission: 'report.scrutinise',
  input: scrutinyComment,
  async run(context, { year, text }) {
    const edition = await openEdition(context, year);
    const made = { edition_id: edition.id, text, person_id: named(context), made_on: context.today };
    return { id: await context.write.insert('report.scrutiny_comment', made), year: edition.year };
  },
});

function named({ actor }: CommandContext): string {
  if (actor.person_id === null)
    throw new NotAllowed('This stands under a person’s name, so a person must do it.');
  return actor.person_id;
}

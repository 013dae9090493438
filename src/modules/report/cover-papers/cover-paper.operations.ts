// Beginning, filling, signing off and giving out the cover papers of a yearly report.
import { z } from 'zod';
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import {
  command,
  type CommandContext,
  query,
  type QueryContext,
} from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../../kernel/operation/refusals.ts';
import type { ChoiceSource } from '../../../kernel/pages/page.ts';
import { reportYear } from '../edition.ts';
import { type Edition, latestEdition } from '../gather.ts';
import { formats, reportFormatNames } from '../output/formats.ts';
import type { GivenFile } from '../report.operations.ts';
import { dayText } from '../wording.ts';
import {
  answered,
  type Answers,
  changedMeeting,
  coverPaperMoves,
  type CoverPaperState,
  coverPaperStates,
  newCoverPaper,
  onePaper,
  withdrawn,
} from './cover-paper.ts';
import { coverPapersOf, type FrozenPaper, paperWith, type ReadPaper } from './gather.ts';
import { kept, misfit } from './filling.ts';
import { type KnownTemplate, listTemplates, templateNamed } from './known.ts';

export const templateChoices: ChoiceSource = async () =>
  listTemplates().map(({ template }) => ({ value: template.id, text: template.title }));

export const listCoverPapers = query({
  name: 'report.list-cover-papers',
  summary: 'The papers by which committees are given the yearly report, and where each stands',
  permission: 'report.read',
  input: z.strictObject({ year: reportYear }),
  async run(context, { year }) {
    const edition = await latestEdition(context, year);
    return {
      edition: { year: edition.year, state: edition.state },
      papers: await coverPapersOf(context, edition.year),
    };
  },
});

export const listCoverTemplates = query({
  name: 'report.list-cover-templates',
  summary: 'The councils’ templates for cover papers that this installation knows',
  permission: 'report.read',
  input: z.strictObject({}),
  run: async () =>
    listTemplates().map(({ template: { id, title, note }, sha256 }) => ({ id, title, note, sha256 })),
});

export const readCoverPaper = query({
  name: 'report.read-cover-paper',
  summary: 'A cover paper as it will be printed, with what is still open in it',
  permission: 'report.read',
  input: z.strictObject({ id: z.uuid() }),
  run: (context, { id }): Promise<ReadPaper> => paperWith(context, id),
});

export const renderCoverPaper = query({
  name: 'report.render-cover-paper',
  summary: 'A cover paper as a Word file, an accessible PDF or a web page',
  permission: 'report.read',
  input: z.strictObject({ id: z.uuid(), format: z.enum(reportFormatNames).default('docx') }),
  command_line: { as: 'report cover-paper', arguments: ['id'] },
  async run(context, { id, format }): Promise<GivenFile> {
    const { paper, document } = await paperWith(context, id);
    if (paper.state === 'withdrawn')
      throw new Conflict(
        `This paper was withdrawn: ${paper.withdrawn_reason ?? ''} It is not given out any more.`,
      );
    if (document === null) throw templateGone(paper.template_id);
    const draft = paper.state === 'draft' ? '-draft' : '';
    const name = `${context.partnership.short_name}-cover-paper-${paper.meeting_on}${draft}.${formats[format].extension}`;
    const { media_type, render } = formats[format];
    return { file: { name, media_type, bytes: await render(document) } };
  },
});

export const beginCoverPaper = command({
  name: 'report.begin-cover-paper',
  summary: 'Begin the paper by which a committee is given the yearly report, in its council’s form',
  permission: 'report.write',
  input: newCoverPaper,
  async run(context, { year, template_id, ...meeting }) {
    const edition = await latestEdition(context, year);
    refuseWithdrawn(edition);
    const known = templateNamed(template_id);
    if (known === undefined)
      throw new InvalidInput({
        template_id: `There is no template of this name. Choose from ${listTemplates()
          .map(({ template }) => template.id)
          .join(', ')}`,
      });
    const id = await context.write.insert('report.cover_paper', {
      edition_id: edition.id,
      template_id,
      template_sha256: known.sha256,
      ...meeting,
      answers: JSON.stringify({}),
      begun_by_id: context.actor.person_id,
      state: 'draft',
    });
    return { id, year: edition.year };
  },
});

export const changeCoverPaper = command({
  name: 'report.change-cover-paper',
  summary: 'Change the committee, the day or the kind of decision of a cover paper',
  permission: 'report.write',
  input: changedMeeting,
  async run(context, { id, seen_revision, ...meeting }) {
    const { year } = await openPaper(context, id);
    await context.write.update('report.cover_paper', id, meeting, seen_revision);
    return { id, year };
  },
});

/** Answers that are not sent stay; an empty one is taken away, and records speak again where they can. */
export const answerCoverPaper = command({
  name: 'report.answer-cover-paper',
  summary: 'Answer the questions of a cover paper’s template',
  permission: 'report.write',
  input: answered,
  async run(context, { id, seen_revision, answers }) {
    const read = await openPaper(context, id);
    const { sha256 } = knownTemplate(read.paper.template_id);
    const wrong: Record<string, string> = {};
    const now: Answers = { ...read.answers };
    for (const [name, typed] of Object.entries(answers)) {
      const question = read.questions.find(({ id: asked }) => asked === name);
      const refused = question === undefined ? 'The template asks no such question' : misfit(question, typed);
      if (refused !== undefined) wrong[`answers.${name}`] = refused;
      const answer = question && kept(question, typed);
      if (answer === undefined) delete now[name];
      else now[name] = answer;
    }
    if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
    await context.write.update(
      'report.cover_paper',
      id,
      { answers: JSON.stringify(now), template_sha256: sha256 },
      seen_revision,
    );
    return { id, year: read.year };
  },
});

export const signOffCoverPaper = command({
  name: 'report.sign-off-cover-paper',
  summary: 'Sign off a cover paper: it is frozen as it stands, and printed as approved',
  permission: 'report.publish',
  input: onePaper,
  async run(context, { id, seen_revision }) {
    const { actor, today, write } = context;
    if (actor.person_id === null) throw new NotAllowed('A paper is signed off by a person.');
    const read = await paperWith(context, id, today);
    const { paper, document, open, edition, year } = read;
    refuseMove(paper.state, 'signed-off');
    refuseWithdrawn(edition);
    if (document === null) throw templateGone(paper.template_id);
    if (read.template_changed)
      throw new Conflict(
        'The council’s template was changed after this paper was last saved. Look its questions through and save it, then sign it off.',
      );
    if (paper.meeting_on < today)
      throw new Conflict(
        `The meeting was on ${dayText(paper.meeting_on)}. Change its day if it is yet to come.`,
      );
    if (open.length > 0)
      throw new Conflict(
        `${open.length === 1 ? 'One thing is' : `${open.length} things are`} still open: ${open.map(({ ask, why }) => `${ask} (${why.replace(/\.$/, '')})`).join('; ')}.`,
      );
    const frozen: FrozenPaper = { document };
    const frozen_sha256 = contentHash(frozen);
    await write.update(
      'report.cover_paper',
      id,
      {
        state: 'signed-off',
        signed_off_by_id: actor.person_id,
        signed_off_on: today,
        frozen: JSON.stringify(frozen),
        frozen_sha256,
      },
      seen_revision ?? paper.revision,
    );
    return { id, year, sha256: frozen_sha256 };
  },
});

export const takeBackCoverPaper = command({
  name: 'report.take-back-cover-paper',
  summary: 'Take a signed-off cover paper back to draft, until its meeting is over',
  permission: 'report.publish',
  input: onePaper,
  async run(context, { id, seen_revision }) {
    const { paper, year } = await paperWith(context, id);
    refuseMove(paper.state, 'draft');
    refuseAfterMeeting(context, paper.meeting_on);
    const unsigned = { signed_off_by_id: null, signed_off_on: null, frozen: null, frozen_sha256: null };
    await context.write.update('report.cover_paper', id, { state: 'draft', ...unsigned }, seen_revision);
    return { id, year };
  },
});

export const withdrawCoverPaper = command({
  name: 'report.withdraw-cover-paper',
  summary: 'Withdraw a cover paper that is not needed, with the reason',
  permission: 'report.write',
  input: withdrawn,
  async run(context, { id, seen_revision, reason }) {
    const { paper, year } = await paperWith(context, id);
    refuseMove(paper.state, 'withdrawn');
    if (paper.state === 'signed-off') {
      if (!context.actor.can('report.publish'))
        throw new NotAllowed('This paper is signed off. Whoever publishes the report can withdraw it.');
      refuseAfterMeeting(context, paper.meeting_on);
    }
    const gone = { withdrawn_on: context.today, withdrawn_reason: reason };
    await context.write.update('report.cover_paper', id, { state: 'withdrawn', ...gone }, seen_revision);
    return { id, year };
  },
});

async function openPaper(context: CommandContext, id: string): Promise<ReadPaper> {
  const read = await paperWith(context, id);
  if (read.paper.state === 'signed-off')
    throw new Conflict(
      'This paper is signed off, and its words are fixed. Take it back to draft before changing it.',
    );
  if (read.paper.state === 'withdrawn') throw new Conflict('This paper was withdrawn. Begin another.');
  return read;
}

function knownTemplate(id: string): KnownTemplate {
  const known = templateNamed(id);
  if (known === undefined) throw templateGone(id);
  return known;
}

function templateGone(id: string): Conflict {
  return new Conflict(
    `The template “${id}” is no longer among those of this installation. Ask its operator to put the file back, or begin the paper in another form.`,
  );
}

function refuseMove(from: CoverPaperState, to: CoverPaperState): void {
  const allowed: readonly CoverPaperState[] = coverPaperMoves[from];
  if (!allowed.includes(to))
    throw new Conflict(
      `A paper that is ${coverPaperStates[from].toLowerCase()} cannot become ${coverPaperStates[to].toLowerCase()}.`,
    );
}

function refuseAfterMeeting({ today }: QueryContext, meetingOn: string): void {
  if (today > meetingOn)
    throw new Conflict(
      `The meeting was on ${dayText(meetingOn)}, and the committee had this paper. It stays as it is.`,
    );
}

function refuseWithdrawn({ state }: Pick<Edition, 'state'>): void {
  if (state === 'withdrawn')
    throw new Conflict(
      'The report behind this paper is withdrawn. Issue it again first, and begin a paper for that edition.',
    );
}

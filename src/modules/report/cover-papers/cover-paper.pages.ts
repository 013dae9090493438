// Cover papers on screen: the list of a year, one paper with what is still open in it, and its forms.
import { z } from 'zod';
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form, page } from '../../../kernel/pages/page.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { shownYear } from '../edition.ts';
import { formats, reportFormatNames } from '../output/formats.ts';
import type { GivenFile } from '../report.operations.ts';
import { trailOf } from '../report.pages.ts';
import { coverPaperStates, decisions } from './cover-paper.ts';
import {
  answerCoverPaper,
  beginCoverPaper,
  changeCoverPaper,
  listCoverPapers,
  listCoverTemplates,
  readCoverPaper,
  renderCoverPaper,
  signOffCoverPaper,
  takeBackCoverPaper,
  withdrawCoverPaper,
} from './cover-paper.operations.ts';
import { drawList, drawPaper, type Listed, listOf, openTable, pathOf } from './cover-paper.view.ts';
import type { Filled } from './filling.ts';
import type { ReadPaper } from './gather.ts';

type Templates = Awaited<ReturnType<typeof listCoverTemplates.run>>;
interface Done {
  id: string;
  year: string;
}

const trailTo = (year: string) => [...trailOf(year), { text: 'Cover papers', href: listOf(year) }];
const idOf = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });

const actOn = (
  path: string,
  definition: Pick<
    Parameters<typeof form<ReadPaper, Done>>[0],
    'title' | 'command' | 'button' | 'done' | 'warning' | 'intro' | 'values' | 'asks'
  >,
) =>
  form<ReadPaper, Done>({
    ...definition,
    path: `/report/:year/cover-papers/:id/${path}`,
    before: readCoverPaper,
    beforeInput: idOf,
    fixed: idOf,
    values: (read, address) => ({
      ...definition.values?.(read, address),
      seen_revision: read.paper.revision,
    }),
    next: pathOf,
    trail: ({ paper, year }) => [
      ...trailTo(year),
      { text: paper.committee, href: pathOf({ year, id: paper.id }) },
    ],
  });

export const coverPaperPages: AnyPage[] = [
  page({
    path: '/report/:year/cover-papers',
    title: ({ edition }: Listed) => `Cover papers of the report for ${shownYear(edition.year)}`,
    query: listCoverPapers,
    input: ({ params }) => ({ year: params['year'] }),
    trail: ({ edition }) => trailOf(edition.year),
    draw: drawList,
    csv: ({ edition, papers }: Listed) => ({
      name: `cover-papers-${edition.year}`,
      columns: [
        'Committee',
        'Meeting',
        'Template',
        'What it is asked',
        'Standing',
        'Still open',
        'Signed off',
      ],
      rows: papers.map((paper) => [
        paper.committee,
        paper.meeting_on,
        paper.template,
        decisions[paper.decision],
        coverPaperStates[paper.state],
        paper.open,
        paper.signed_off_on,
      ]),
    }),
  }),
  form<Templates, Done>({
    path: '/report/:year/cover-papers/new',
    title: 'Begin a cover paper',
    command: beginCoverPaper,
    before: listCoverTemplates,
    beforeInput: () => ({}),
    fixed: ({ params }) => ({ year: params['year'] }),
    values: (_templates, { search }) => ({ committee: search['committee'] ?? '' }),
    intro: (templates) =>
      html`<p class="govuk-body">The paper takes the council’s own headings. Period, guidance, names and annexes fill themselves in from records; you answer the rest.</p>${templates.map(
        ({ title, note }) => html`<p class="govuk-body"><strong>${title}</strong>. ${note}</p>`,
      )}`,
    button: 'Begin the paper',
    next: (done) => `${pathOf(done)}/answers`,
    done: 'The paper is begun. Look through what is filled in, and answer the rest.',
    trail: (_before, { params }) => trailTo(params['year'] ?? ''),
  }),
  page({
    path: '/report/:year/cover-papers/:id',
    title: ({ paper }: ReadPaper) => `Cover paper for ${paper.committee}`,
    query: readCoverPaper,
    input: idOf,
    trail: ({ year }) => trailTo(year),
    draw: drawPaper,
  }),
  actOn('answers', {
    title: ({ paper }) => `Answers for ${paper.committee}`,
    command: answerCoverPaper,
    asks: { as: 'answers', questions: ({ questions }) => questionFields(questions) },
    values: ({ questions }) => ({
      answers: Object.fromEntries(questions.map(({ id, offered }) => [id, offered])),
    }),
    intro: () =>
      html`<p class="govuk-body">What follows from records is filled in, and keeps up with them until you write words of your own. Save as often as you like: what is still missing is listed beside the paper.</p>`,
    button: 'Save',
    done: 'Saved.',
  }),
  actOn('meeting', {
    title: 'Change the committee or the meeting',
    command: changeCoverPaper,
    values: ({ paper: { committee, meeting_on, decision } }) => ({ committee, meeting_on, decision }),
    button: 'Save',
    done: 'Saved.',
  }),
  actOn('sign-off', {
    title: 'Sign off the cover paper',
    command: signOffCoverPaper,
    intro: ({ paper, open }) =>
      html`<p class="govuk-body">For ${paper.committee} on ${showDay(paper.meeting_on)}. With the sign-off the paper is printed as approved today, and its words are fixed. You can take it back until the meeting is over.</p>${open.length > 0 && openTable(open)}`,
    button: 'Sign off the paper',
    done: 'The paper is signed off. Take the file to the committee’s clerk.',
  }),
  actOn('return-to-draft', {
    title: 'Take the cover paper back to draft',
    command: takeBackCoverPaper,
    intro: () =>
      html`<p class="govuk-body">It can be changed again, and is then to be signed off anew. Tell the committee’s clerk that the file they have does not stand.</p>`,
    button: 'Take it back',
    done: 'The paper is a draft again.',
    warning: true,
  }),
  actOn('withdrawal', {
    title: 'Withdraw the cover paper',
    command: withdrawCoverPaper,
    button: 'Withdraw the paper',
    done: 'The paper is withdrawn.',
    warning: true,
  }),
  ...reportFormatNames.map((format) =>
    download({
      path: `/report/:year/cover-papers/:id/paper.${formats[format].extension}`,
      query: renderCoverPaper,
      input: ({ params }) => ({ id: params['id'], format }),
      give: (given: GivenFile) => given.file,
    }),
  ),
];

/** The questions of a template as the fields of a form. Nothing is demanded before the sign-off, so an empty box is no mistake. */
function questionFields(questions: readonly Filled[]): z.ZodObject {
  return z.object(
    Object.fromEntries(
      questions.map((question) => {
        const { id, ask, answer, mandatory, options } = question;
        const words = { label: mandatory ? ask : `${ask} (optional)`, hint: hintOf(question) };
        if (answer === 'ticks')
          return [
            id,
            z.array(z.string()).meta({ ...words, choices: Object.fromEntries(options.map((o) => [o, o])) }),
          ];
        if (answer === 'yes-no')
          return [id, z.string().meta({ ...words, choices: { yes: 'Yes', no: 'No' }, widget: 'radios' })];
        return [id, z.string().meta({ ...words, ...(answer !== 'line' && { widget: 'textarea' }) })];
      }),
    ),
  );
}

function hintOf({ hint, answer, given, offered, by }: Filled): string | undefined {
  const shape = {
    line: null,
    paragraphs: null,
    list: 'One entry to a line; “None” if there is none',
    recommendations: 'One recommendation to a line; their letters are added',
    'yes-no': null,
    ticks: null,
    wards: 'One ward to a line, or the word All',
  }[answer];
  const from =
    by === 'records'
      ? 'Filled in from records'
      : given === null && offered !== null
        ? 'Suggested: it counts once you have saved it'
        : null;
  const said = [hint, shape, from].filter((part) => part !== null && part !== undefined);
  return said.length === 0 ? undefined : said.join('. ');
}

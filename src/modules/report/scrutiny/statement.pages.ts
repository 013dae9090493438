// The scrutineer's statement on screen.
import { acts, link } from '../../../ground/drawing.ts';
import { responses } from '../../../ground/thread/index.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form, page, type View } from '../../../kernel/pages/page.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { shownYear } from '../edition.ts';
import { formats, reportFormatNames } from '../output/formats.ts';
import type { GivenFile } from '../report.operations.ts';
import { trailOf } from '../report.pages.ts';
import { type Recommended, sectionNames, type Section } from './statement.ts';
import {
  leaveOut,
  type ReadStatement,
  readStatement,
  recommend,
  signStatement,
  takeRecommendation,
  writeStatement,
} from './statement.operations.ts';
import { renderStatement } from './statement-file.operations.ts';

const at = (year: string) => `/report/${year}/scrutiny-statement`;
const yearOf = ({ params }: { params: Record<string, string> }) => ({ year: params['year'] });
const trailTo = (year: string) => [...trailOf(year), { text: 'Scrutineer’s statement', href: at(year) }];

const headings: Record<Section, string> = {
  looked_at: 'How the scrutineer looked',
  works_well: 'What works',
  concerns: 'What worries the scrutineer',
  effectiveness: 'How effective the arrangements are',
};

const actOf = (
  path: string,
  definition: Pick<
    Parameters<typeof form<ReadStatement, { year: string }>>[0],
    'title' | 'command' | 'button' | 'done' | 'intro' | 'values' | 'warning'
  >,
) =>
  form<ReadStatement, { year: string }>({
    ...definition,
    path: `/report/:year/scrutiny-statement/${path}`,
    before: readStatement,
    beforeInput: yearOf,
    fixed: yearOf,
    next: ({ year }) => at(year),
    trail: ({ edition }) => trailTo(edition.year),
  });

export const statementPages: AnyPage[] = [
  page({
    path: '/report/:year/scrutiny-statement',
    title: ({ edition }: ReadStatement) => `Scrutineer’s statement for ${shownYear(edition.year)}`,
    query: readStatement,
    input: yearOf,
    trail: ({ edition }) => trailOf(edition.year),
    draw: drawStatement,
    csv: ({ edition, recommendations }: ReadStatement) => ({
      name: `scrutiny-recommendations-${edition.year}`,
      columns: ['Recommendation', 'By', 'Reply', 'What the partnership says', 'On', 'Agency'],
      rows: recommendations.map((one) => [
        one.gist,
        one.due_on,
        responses[one.response],
        one.response_text,
        one.responded_on,
        one.agency,
      ]),
    }),
  }),
  actOf('words', {
    title: 'Write the statement',
    command: writeStatement,
    values: ({ statement }) =>
      statement === null ? {} : { ...statement, seen_revision: statement.revision },
    intro: () =>
      html`<p class="govuk-body">The statement is yours: nobody reads it before you sign it, and its words are fixed when you do.</p>`,
    button: 'Save',
    done: 'Saved. It is yours alone until you sign it.',
  }),
  actOf('recommendations/new', {
    title: 'Make a recommendation',
    command: recommend,
    button: 'Add the recommendation',
    done: 'The recommendation is in the statement, and on the thread, where the partnership replies.',
  }),
  actOf('recommendations/taken', {
    title: 'Take in a recommendation that you made already',
    command: takeRecommendation,
    button: 'Take it in',
    done: 'It is in the statement.',
  }),
  actOf('signature', {
    title: 'Sign the statement',
    command: signStatement,
    intro: ({ recommendations }) =>
      html`<p class="govuk-body">With your signature the words are fixed, and the partners can read them. ${recommendations.length === 0 ? 'It makes no recommendations.' : `The partnership is asked to reply to ${recommendations.length === 1 ? 'your recommendation' : `each of your ${recommendations.length} recommendations`}.`} When the report is published, so is the statement, with the replies.</p>`,
    button: 'Sign the statement',
    done: 'The statement is signed.',
    warning: true,
  }),
  form<ReadStatement, { year: string }>({
    path: '/report/:year/scrutiny-statement/recommendations/:id/removal',
    title: 'Leave this recommendation out of the statement',
    command: leaveOut,
    before: readStatement,
    beforeInput: yearOf,
    fixed: ({ params }) => ({ id: params['id'] }),
    values: ({ recommendations }, { params }) => ({
      seen_revision: recommendations.find(({ place_id }) => place_id === params['id'])?.place_revision,
    }),
    intro: ({ recommendations }, view) =>
      html`<p class="govuk-body">${recommendations.find(({ place_id }) => place_id === view.address.params['id'])?.gist}</p><p class="govuk-body">It stays on the thread.</p>`,
    button: 'Leave it out',
    next: ({ year }) => at(year),
    done: 'It is no longer in the statement.',
    trail: ({ edition }) => trailTo(edition.year),
  }),
  ...reportFormatNames.map((format) =>
    download({
      path: `/report/:year/scrutineers-statement.${formats[format].extension}`,
      query: renderStatement,
      input: ({ params }) => ({ year: params['year'], format }),
      give: (given: GivenFile) => given.file,
    }),
  ),
];

function drawStatement({ edition, statement, recommendations }: ReadStatement, view: View): Html {
  const own = view.can('report.scrutinise');
  const open = own && edition.state !== 'withdrawn' && (statement === null || statement.signed_on === null);
  const here = at(edition.year);
  return html`<h1 class="govuk-heading-l">Scrutineer’s statement for ${shownYear(edition.year)}</h1>
${standing({ edition, statement, recommendations }, own)}
${acts([
  open && {
    href: `${here}/words`,
    text: statement === null ? 'Write the statement' : 'Change its words',
  },
  open && statement !== null && { href: `${here}/recommendations/new`, text: 'Make a recommendation' },
  open &&
    statement !== null && {
      href: `${here}/recommendations/taken`,
      text: 'Take in a recommendation that you made already',
    },
  open && statement !== null && { href: `${here}/signature`, text: 'Sign the statement' },
])}
${
  statement !== null &&
  sectionNames.map(
    (name) =>
      html`<h2 class="govuk-heading-m">${headings[name]}</h2><div class="gt-prose">${statement[name].split(/\n\s*\n/).map((part) => html`<p class="govuk-body">${part}</p>`)}</div>`,
  )
}
${
  statement !== null &&
  html`<h2 class="govuk-heading-m">Recommendations and replies</h2>${recommendations.length === 0 ? html`<p class="govuk-body">None.</p>` : html`<ol class="govuk-list govuk-list--number">${recommendations.map((one) => drawRecommendation(one, edition.year, open, view))}</ol>`}`
}
${
  statement !== null &&
  html`<h2 class="govuk-heading-m">Take it with you</h2><ul class="govuk-list">${reportFormatNames.map(
    (format) =>
      html`<li><a class="govuk-link" href="/report/${edition.year}/scrutineers-statement.${formats[format].extension}" download>${formats[format].label}</a></li>`,
  )}</ul>`
}`;
}

function standing({ edition, statement, recommendations }: ReadStatement, own: boolean): Html {
  if (statement === null)
    return insetText({
      text: own
        ? 'You have not begun. It says how you looked, what works, what worries you and what you recommend.'
        : 'There is no signed statement yet. The independent scrutineer writes it; it can be read here once it is signed.',
    });
  if (statement.signed_on === null)
    return insetText({ text: 'A draft that only you can read. The next step is to sign it.' });
  const waiting = recommendations.filter(({ response }) => response === 'not-yet').length;
  const next =
    waiting > 0
      ? `${waiting === 1 ? 'One recommendation waits' : `${waiting} recommendations wait`} for the partnership’s reply.`
      : edition.state === 'published'
        ? 'Anybody can read it beside the published report.'
        : 'It is published with the report.';
  return insetText({
    text: `Signed by ${statement.signed_by}, independent scrutineer, on ${showDay(statement.signed_on)}. ${next}`,
  });
}

function drawRecommendation(one: Recommended, year: string, open: boolean, view: View): Html {
  const waits = one.response === 'not-yet';
  return html`<li><p class="govuk-body">${link(`/thread/recommendations/${one.id}`, one.gist)}${one.due_on !== null && ` (by ${showDay(one.due_on)})`}</p>
<p class="govuk-body">${tag({ text: responses[one.response], classes: waits ? 'govuk-tag--yellow' : 'govuk-tag--blue' })} ${one.response_text}${
    one.responded_on !== null &&
    html` <span class="govuk-hint">${[one.agency, showDay(one.responded_on)].filter(Boolean).join(', ')}</span>`
  }</p>${acts([
    waits &&
      view.can('thread.write') &&
      !open && { href: `/thread/recommendations/${one.id}/response`, text: 'Record the partnership’s reply' },
    open && {
      href: `${at(year)}/recommendations/${one.place_id}/removal`,
      text: 'Leave it out of the statement',
    },
  ])}</li>`;
}

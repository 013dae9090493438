// The impact assessment, drawn once for the page and for the file that is taken away.
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import type { readAssessmentOf } from './assessment.operations.ts';
import { ruleWords } from '../retention-rule.ts';

export type Assessment = Awaited<ReturnType<ReturnType<typeof readAssessmentOf>['run']>>;

/** `change` draws the way to write under a heading; in the file there is none. */
export function drawAssessment(assessment: Assessment, change: (heading: string) => Html | false): Html {
  const { register, agencies, bodies, joint, agreements, risks, notes } = assessment;
  const children = register.filter((row) => row.about_children);
  const gaps = notes.filter(({ note }) => note === null);
  return html`<p class="govuk-body">${assessment.partnership}, as things stand on ${showDay(assessment.on)}. ${gaps.length === 0 ? 'Every part that only the partnership can write is written.' : `${gaps.length === 1 ? 'One part is' : `${gaps.length} parts are`} still for the partnership to write:`}</p>${gaps.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${gaps.map(({ heading, title }) => html`<li><a class="govuk-link" href="#${heading}">${title}</a></li>`)}</ul>`}
<h2 class="govuk-heading-m">Nature and scope</h2>
<p class="govuk-body">Golden Thread holds the records of a local safeguarding children partnership. ${register.length} kinds of record hold data about people; ${children.length} of them are about identifiable children: ${children.map((row) => row.name.toLowerCase()).join('; ')}. Data about children is processed on a large scale and its subjects are vulnerable, so this assessment is required.</p>
<h2 class="govuk-heading-m">Purposes, necessity and proportionality</h2>
${dataTable({
  id: 'purposes',
  caption: 'Why each kind of record is kept, and on which basis',
  rows: register,
  columns: [
    { heading: 'Records', isRowHeader: true, cell: (row) => row.name },
    { heading: 'Purpose', cell: (row) => row.purpose },
    { heading: 'Lawful basis', cell: (row) => html`${row.lawful_basis}<br>${row.special_category}` },
    { heading: 'Whose data', cell: (row) => row.whose.join(', ') },
    {
      heading: 'Kept for',
      cell: (row) => (row.rule === null ? 'As long as the partnership exists' : ruleWords(row.rule)),
    },
  ],
})}
<h2 class="govuk-heading-m">Who receives it</h2>
<p class="govuk-body">Agencies: ${listed(agencies.map(({ name }) => name))}. Bodies: ${listed(bodies.map(({ name, shared_with }) => (shared_with === null ? name : `${name} (shared with ${shared_with})`)))}.${joint.length > 0 && ` Joint bodies from which copies are taken, and which read nothing here: ${listed(joint.map(({ name }) => name))}.`}</p>
<p class="govuk-body">${agreements.length === 0 ? html`<strong>Gap:</strong> no information sharing agreement in force is recorded.` : html`Information sharing agreements in force: ${listed(agreements.map(({ title, review_on }) => `${title} (to be reviewed by ${showDay(review_on)})`))}.`}</p>
<h2 class="govuk-heading-m">Risks, and what stands against them</h2>
${dataTable({
  id: 'risks',
  caption: 'Risks and measures',
  captionClasses: 'govuk-visually-hidden',
  rows: risks,
  columns: [
    { heading: 'Risk', isRowHeader: true, cell: ({ risk }) => risk },
    {
      heading: 'Measures that are in place in this program',
      cell: ({ measures }) =>
        measures.length === 0
          ? html`<strong>Gap:</strong> this program has no measure against it`
          : html`<ul class="govuk-list govuk-list--bullet">${measures.map((words) => html`<li>${words}</li>`)}</ul>`,
    },
  ],
})}
<h2 class="govuk-heading-m">What only the partnership can say</h2>
${notes.map(
  ({ heading, title, note }) => html`<h3 class="govuk-heading-s" id="${heading}">${title}</h3>
${note === null ? html`<p class="govuk-body"><strong class="govuk-tag govuk-tag--yellow">Gap</strong> Nobody has written this yet.</p>` : html`${note.note.split(/\n+/).map((part) => html`<p class="govuk-body">${part}</p>`)}<p class="govuk-body-s">${note.written_by}, ${showDay(note.written_on)}.${note.review_on !== null && ` To be looked at again on ${showDay(note.review_on)}.`}</p>`}${change(heading)}`,
)}`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none recorded' : names.join(', ');
}

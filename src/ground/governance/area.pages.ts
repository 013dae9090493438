// The area, the partnership's own names and its abbreviations: the forms and the list of abbreviations.
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { acts, link, orNotRecorded } from '../drawing.ts';
import { home } from './overview.pages.ts';
import {
  changeAbbreviation,
  describeArea,
  expandAbbreviation,
  namePartnership,
  readAbbreviation,
  readPartnership,
} from './partnership.operations.ts';

const list = { text: 'Abbreviations', href: '/governance/abbreviations' };
const secure = (known: boolean | null) => (known === null ? 'not-recorded' : known ? 'yes' : 'no');

export const areaPages = [
  page({
    path: '/governance/abbreviations',
    title: 'Abbreviations',
    query: readPartnership,
    trail: () => [home],
    csv: ({ abbreviations }) => ({
      name: 'abbreviations',
      columns: ['Abbreviation', 'Stands for', 'Where this is stated'],
      rows: abbreviations.map((a) => [a.short, a.expansion, a.source]),
    }),
    draw: ({ abbreviations }, view) =>
      html`<h1 class="govuk-heading-l">Abbreviations</h1><p class="govuk-body">One abbreviation has one meaning. The yearly report is checked against this list.</p><p class="govuk-body"><a class="govuk-link" href="/governance/abbreviations.csv" download>Download this list (CSV)</a></p>${dataTable(
        {
          caption: 'Abbreviations',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { heading: 'Abbreviation', isRowHeader: true, cell: (a) => a.short },
            { heading: 'Stands for', cell: (a) => a.expansion },
            { heading: 'Where this is stated', cell: (a) => orNotRecorded(a.source) },
            {
              heading: 'What you can do',
              cell: (a) =>
                view.can('governance.write')
                  ? link(`/governance/abbreviations/${a.id}/change`, `Change ${a.short}`)
                  : null,
            },
          ],
          rows: abbreviations,
          empty: 'No abbreviation is recorded yet.',
        },
      )}${acts([
        view.can('governance.write') && {
          href: '/governance/abbreviations/new',
          text: 'Add an abbreviation',
        },
      ])}`,
  }),
  form({
    path: '/governance/abbreviations/new',
    title: 'Add an abbreviation',
    command: expandAbbreviation,
    button: 'Add abbreviation',
    next: () => list.href,
    done: 'Abbreviation added',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/abbreviations/:id/change',
    title: (before: { short: string }) => `Change what ${before.short} stands for`,
    command: changeAbbreviation,
    before: readAbbreviation,
    values: (before) => ({ ...before, seen_revision: before.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: () => list.href,
    done: 'Abbreviation changed',
    trail: () => [home, list],
  }),
  form({
    path: '/governance/area/change',
    title: 'Describe the area',
    command: describeArea,
    before: readPartnership,
    values: ({ area }) =>
      area === null
        ? { secure_establishment: 'not-recorded' }
        : {
            ...area,
            seen_revision: area.revision,
            secure_establishment: secure(area.has_secure_establishment),
          },
    button: 'Save',
    next: () => home.href,
    done: 'Area described',
    trail: () => [home],
  }),
  form({
    path: '/governance/names/new',
    title: 'Record a name of the partnership',
    command: namePartnership,
    button: 'Record name',
    next: () => home.href,
    done: 'Name recorded',
    trail: () => [home],
  }),
];

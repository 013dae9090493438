// Importing evidence on screen: choose a file, see what it would do, then import all of it or mend it first.
import { z } from 'zod';
import { csvTemplate } from '../../kernel/imports/write-csv.ts';
import { xlsxTemplate } from '../../kernel/imports/write-xlsx.ts';
import { mediaTypes } from '../../kernel/files/file-types.ts';
import type { ImportProblem } from '../../kernel/imports/table.ts';
import { query } from '../../kernel/operation/operation.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, download, form, page, type View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { checkImport, importItems, planItemImport } from './item-import.operations.ts';
import { itemColumns } from './item-import.ts';
import { registerPath } from './register.pages.ts';

type Planned = Awaited<ReturnType<typeof planItemImport.run>>;

const importPath = { text: 'Import', href: '/evidence/import' };

const importTemplate = query({
  name: 'evidence.read-import-template',
  summary: 'A spreadsheet with the headings for importing evidence',
  permission: 'evidence.contribute',
  input: z.strictObject({ format: z.enum(['csv', 'xlsx']) }),
  run: (_context, { format }) =>
    Promise.resolve({
      name: `evidence-template.${format}`,
      media_type: mediaTypes[format],
      bytes: format === 'csv' ? Buffer.from(csvTemplate(itemColumns)) : xlsxTemplate(itemColumns, 'Evidence'),
    }),
});

const template = (format: 'csv' | 'xlsx') =>
  download({
    path: `/evidence/import/template.${format}`,
    query: importTemplate,
    input: () => ({ format }),
    give: (given) => given,
  });

const deeds = { add: 'Added', change: 'Changed', nothing: 'Already there' } as const;

function problemTable(problems: ImportProblem[]): Html {
  return html`${insetText({ text: 'Nothing was imported. Put these right in the file, then send it again: it is all or nothing, so no row is entered twice.' })}${dataTable<ImportProblem>(
    {
      id: 'problems',
      caption: problems.length === 1 ? '1 problem' : `${problems.length} problems`,
      rows: problems,
      columns: [
        { heading: 'Row', isRowHeader: true, cell: (p) => p.row },
        { heading: 'Column', cell: (p) => p.column },
        { heading: 'What it says', cell: (p) => p.value },
        { heading: 'What is wrong', cell: (p) => p.message },
        { heading: 'How to mend it', cell: (p) => p.mend },
      ],
    },
  )}`;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

function outcome(plan: Planned, view: View): Html {
  const { added, changed, same } = plan;
  const work = added + changed;
  return html`<ul class="govuk-list govuk-list--bullet"><li>${many(added, 'item', 'items')} will be added</li><li>${many(changed, 'item', 'items')} will be changed: same title, source and place, other words or figures</li><li>${many(same, 'item is', 'items are')} already there and stay as they are</li></ul>${
    work > 0
      ? view.sendButton({
          path: `/evidence/import/${plan.file_id}/confirmation`,
          values: {},
          text: `Import ${many(work, 'item', 'items')}`,
        })
      : insetText({ text: 'Everything in this file is already in the register. There is nothing to import.' })
  }${dataTable({
    caption: plan.rows.length === 200 ? 'The first 200 rows' : 'Rows',
    rows: plan.rows,
    columns: [
      { heading: 'Row', cell: (r) => r.number },
      { heading: 'Title', isRowHeader: true, cell: (r) => r.title },
      { heading: 'What happens', cell: (r) => deeds[r.does] },
    ],
  })}`;
}

export const itemImportPages: AnyPage[] = [
  template('csv'),
  template('xlsx'),
  form({
    path: '/evidence/import',
    title: 'Import evidence',
    command: checkImport,
    intro: () =>
      html`<p class="govuk-body">Statements and figures, one in each row. You see what the file would do before anything is stored.</p><p class="govuk-body">Start from the template: <a class="govuk-link" href="/evidence/import/template.xlsx" download>Excel</a> or <a class="govuk-link" href="/evidence/import/template.csv" download>CSV</a>. An empty cell means that the source does not print it.</p>`,
    button: 'Look at the file',
    next: ({ file_id }) => `/evidence/import/${file_id}`,
    done: 'The file was read',
    trail: () => [registerPath],
  }),
  page({
    path: '/evidence/import/:file_id',
    title: 'What the file would do',
    query: planItemImport,
    input: ({ params }) => params,
    trail: () => [registerPath, importPath],
    draw: (plan: Planned, view) =>
      html`<h1 class="govuk-heading-l">What the file would do</h1><p class="govuk-body">${plan.name}</p>${
        plan.problems.length > 0 ? problemTable(plan.problems) : outcome(plan, view)
      }<p class="govuk-body"><a class="govuk-link" href="/evidence/import">Choose another file</a></p>`,
  }),
  form({
    path: '/evidence/import/:file_id/confirmation',
    title: 'Import this file',
    command: importItems,
    fixed: ({ params }) => ({ file_id: params['file_id'] }),
    button: 'Import',
    next: () => '/evidence',
    done: 'Evidence imported',
    trail: () => [registerPath, importPath],
  }),
];

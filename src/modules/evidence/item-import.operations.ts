// Importing evidence: look first, store nothing; then all rows or none. The file is kept with its sender in between, so
// what is imported is exactly what was looked at. The same file again changes nothing.
import { z } from 'zod';
import { ref } from '../../kernel/evidence/evidence.ts';
import { attachFile, fileOf } from '../../kernel/files/file.operations.ts';
import { chooseSheet, planImport, problemsFromZod } from '../../kernel/imports/import-plan.ts';
import { readCsv } from '../../kernel/imports/read-csv.ts';
import { readXlsx } from '../../kernel/imports/read-xlsx.ts';
import { type ImportProblem, type SheetTable, UnreadableFile } from '../../kernel/imports/table.ts';
import { type CommandContext, command, type QueryContext, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import { file } from '../../kernel/records/field.ts';
import { contributingFor, insertItem, updateItem } from './item.operations.ts';
import { type PlannedItem, matched } from './import-matching.ts';
import { type ImportedRow, importedRow, itemColumns } from './item-import.ts';

/** A file waits with the person who sent it; nobody else can open it. */
function waitingWith({ actor }: QueryContext): { ref: string; circle_id: null } {
  if (actor.person_id === null)
    throw new NotAllowed('Imports are made by a person, from the page or the API.');
  return { ref: ref('evidence.import', actor.person_id), circle_id: null };
}

export const checkImport = command({
  name: 'evidence.check-import',
  summary: 'Send a spreadsheet of evidence to be looked at; nothing is added yet',
  permission: 'evidence.contribute',
  input: z.strictObject({
    file: file({ label: 'Spreadsheet', hint: 'CSV or Excel (.xlsx), with the headings of the template' }),
  }),
  async run(context, { file: uploaded }) {
    if (!/\.(csv|xlsx)$/i.test(uploaded.name)) {
      throw new InvalidInput({ file: 'Choose a CSV file or an Excel workbook (.xlsx)' });
    }
    // Who speaks for several agencies names one in each row; who speaks for one is told at once if nothing can be taken.
    if (context.actor.agency_ids.length < 2) await contributingFor(context, null);
    const file_id = await attachFile(context, waitingWith(context), uploaded);
    // What cannot be read as a table at all is said at once.
    await readSheet(uploaded.name, uploaded.bytes);
    return { file_id };
  },
});

export const planItemImport = query({
  name: 'evidence.plan-import',
  summary: 'What a spreadsheet of evidence would add or change, and what stands in the way',
  permission: 'evidence.contribute',
  input: z.strictObject({ file_id: z.uuid() }),
  async run(context, { file_id }) {
    const plan = await planOf(context, file_id);
    return {
      file_id,
      name: plan.name,
      problems: plan.problems,
      added: plan.rows.filter((row) => row.does === 'add').length,
      changed: plan.rows.filter((row) => row.does === 'change').length,
      same: plan.rows.filter((row) => row.does === 'nothing').length,
      rows: plan.rows.slice(0, 200).map(({ number, does, item }) => ({ number, does, title: item.title })),
    };
  },
});

export const importItems = command({
  name: 'evidence.import-items',
  summary: 'Import a spreadsheet of evidence that was looked at: all rows or none',
  permission: 'evidence.contribute',
  input: z.strictObject({ file_id: z.uuid().meta({ label: 'File', widget: 'hidden' }) }),
  async run(context, { file_id }) {
    const { rows, problems } = await planOf(context, file_id);
    if (problems.length > 0) {
      throw new Conflict('The file still has problems, so nothing was imported. Mend it and send it again.');
    }
    for (const row of rows) await carryOut(context, row);
    const done = rows.filter((row) => row.does !== 'nothing').length;
    return { file_id, imported: done, same: rows.length - done };
  },
});

async function carryOut(context: CommandContext, { does, item, id }: PlannedItem): Promise<void> {
  if (does === 'add') await insertItem(context, item);
  if (does !== 'change' || id === null) return;
  const { circle_id: _kept, ...fields } = item;
  await updateItem(context, id, fields, undefined);
}

interface Plan {
  name: string;
  problems: ImportProblem[];
  rows: PlannedItem[];
}

async function planOf(context: QueryContext, fileId: string): Promise<Plan> {
  const { name, bytes } = await fileOf(context, waitingWith(context).ref, fileId);
  const plan = planImport(await readSheet(name, bytes), itemColumns);
  const parsed = plan.rows.map((row) => ({ number: row.number, read: importedRow.safeParse(row.values) }));
  const problems = [...plan.problems];
  // A cell that could not be read is null in its row: the row's own rules would only repeat the complaint.
  const troubled = new Set(plan.problems.map((problem) => problem.row));
  const read: { number: number; row: ImportedRow }[] = [];
  for (const { number, read: result } of parsed) {
    if (result.success) read.push({ number, row: result.data });
    else if (!troubled.has(number))
      problems.push(...problemsFromZod(number, result.error, itemColumns, plan));
  }
  const rows = await matched(context, read, problems, plan);
  return { name, problems, rows };
}

async function readSheet(name: string, bytes: Uint8Array): Promise<SheetTable> {
  try {
    if (/\.csv$/i.test(name)) return readCsv(bytes);
    const { sheets } = await readXlsx(bytes);
    const sheet = chooseSheet(sheets, itemColumns) ?? sheets[0];
    if (sheet !== undefined) return sheet;
    throw new UnreadableFile('The workbook has no sheet.', 'Check that the right file was chosen.');
  } catch (error) {
    if (error instanceof UnreadableFile) throw new InvalidInput({ file: `${error.message} ${error.mend}` });
    throw error;
  }
}

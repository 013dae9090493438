// The checker for anyone who asks: at the command line without server or database, over the API, on its page. Pure: what it is
// given it forgets.
import { z } from 'zod';
import { checkApart } from '../../kernel/checking/apart.ts';
import { precisionOf } from '../../kernel/checking/precision.ts';
import { rules } from '../../kernel/checking/rules/index.ts';
import { command, query, tool } from '../../kernel/operation/operation.ts';
import type { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import type { ReadDocument } from '../../kernel/reading/document.ts';
import { largestFile, readApart } from '../../kernel/reading/apart.ts';
import * as field from '../../kernel/records/field.ts';
import { Check, countOf } from './check.ts';
import { printCheck, printRules, type RuleFacts } from './printed.ts';

const largest = largestFile;
const megabytes = largest / (1024 * 1024);

export const checkDocument = tool({
  name: 'checker.check-document',
  summary: 'What the author of a report would rather know before it is published',
  costly: true,
  input: z.strictObject({
    file: field.file({
      label: 'Report',
      hint: `PDF, Word (.docx), web page (.html), Markdown or plain text, up to ${megabytes} MB`,
      largest,
    }),
    against: field.files(
      {
        label: 'Compare with',
        hint: 'Last year’s report, or the scrutineer’s report of the same year; up to 3 files',
        largest,
      },
      3,
    ),
  }),
  command_line: {
    as: 'check',
    arguments: ['file'],
    print: printCheck,
    failed: ({ findings }: Check) => countOf(findings, 'high') > 0,
  },
  async run({ file, against }): Promise<Check> {
    const checked = await checkApart(async () => {
      const document = await readApart(file.name, file.bytes);
      const earlier: ReadDocument[] = [];
      for (const other of against) earlier.push(await readOther(other));
      return { document, earlier };
    });
    return new Check(checked);
  },
});

/** What is wrong with a file is said at the field it was given in. */
async function readOther({ name, bytes }: UploadedFile): Promise<ReadDocument> {
  try {
    return await readApart(name, bytes);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput({ against: `${name}: ${error.message}` });
    throw error;
  }
}

export const listRules = tool({
  name: 'checker.list-rules',
  summary: 'Every rule of the checker: why it matters, how grave its findings are, how often it is right',
  input: z.strictObject({}),
  command_line: { as: 'check --rules', print: printRules },
  run: (): RuleFacts[] =>
    rules.map(({ id, group, title, why, severities }) => ({
      id,
      group,
      title,
      why,
      severities,
      precision: precisionOf(id),
    })),
});

/** Whether the page of the checker is open to somebody. */
export const openChecker = query({
  name: 'checker.open-checker',
  summary: 'Whether one may check a report here',
  permission: 'report.read',
  input: z.strictObject({}),
  run: async () => ({}),
});

/** The one trace of a check: who had something checked, and when. Nothing of the document. */
export const noteCheck = command({
  name: 'checker.note-check',
  summary: 'Note in the audit trail that one had a document checked',
  permission: 'report.read',
  input: z.strictObject({}),
  run: async () => ({}),
});

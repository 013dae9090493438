// The signed statement as a document: as a file for the partnership, and for anybody beside the published report.
import { z } from 'zod';
import { partnershipFacts } from '../../../ground/governance/index.ts';
import { frameworkById } from '../../../kernel/frameworks/framework.ts';
import { query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import { reportYear } from '../edition.ts';
import { type Edition, frameworkOf, latestEdition } from '../gather.ts';
import { formats, type ReportFormatName, reportFormatNames } from '../output/formats.ts';
import type { GivenFile } from '../report.operations.ts';
import { type Recommended, type Statement } from './statement.ts';
import { statementDocument } from './statement.document.ts';
import { readAll, readStatement } from './statement.operations.ts';

export const renderStatement = query({
  name: 'report.render-scrutiny-statement',
  summary: 'The scrutineer’s statement as a web page, an accessible PDF or a Word file',
  permission: 'report.read',
  input: z.strictObject({ year: reportYear, format: z.enum(reportFormatNames).default('html') }),
  async run(context, { year, format }): Promise<GivenFile> {
    const edition = await latestEdition(context, year);
    const read = await readStatement.run(context, { year });
    if (read.statement === null) throw new NotFound('There is no signed statement for that year yet.');
    return fileOf(
      await documentOf(context, edition, read.statement, read.recommendations),
      format,
      context,
      year,
    );
  },
});

/** For anybody, once it is signed and the report is published. */
export async function publishedStatement(context: QueryContext, edition: Edition) {
  if (edition.state !== 'published') return null;
  const { statement: read, recommendations } = await readAll(context, edition);
  if (read === null || read.signed_on === null) return null;
  return documentOf(context, edition, read, recommendations);
}

async function documentOf(
  context: QueryContext,
  edition: Edition,
  read: Statement,
  recommendations: readonly Recommended[],
) {
  const facts = await partnershipFacts(context, context.today);
  return statementDocument({
    statement: read,
    recommendations: recommendations.filter(({ circle_id }) => circle_id === null),
    year: edition.year,
    partnership: context.partnership.name,
    framework_title: frameworkById(frameworkOf(edition).framework.id).title,
    published_on: edition.state === 'published' && read.signed_on !== null ? edition.published_on : null,
    contact: `To ask for this statement in another format, contact ${facts.report_contact ?? 'the partnership’s business unit'}.`,
  });
}

async function fileOf(
  document: Awaited<ReturnType<typeof documentOf>>,
  format: ReportFormatName,
  { partnership }: QueryContext,
  year: string,
): Promise<GivenFile> {
  const name = `${partnership.short_name}-scrutineers-statement-${year}.${formats[format].extension}`;
  return {
    file: { name, media_type: formats[format].media_type, bytes: await formats[format].render(document) },
  };
}

// Reading the yearly report: its editions, what the law asks for, what the rules found, and the report in each form.
import { z } from 'zod';
import { sureness } from '../../kernel/checking/finding.ts';
import { contentHash } from '../../kernel/evidence/evidence.ts';
import { dutyById } from '../../kernel/frameworks/duties.ts';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Gone, NotFound } from '../../kernel/operation/refusals.ts';
import type { Publication } from '../../kernel/records/room.ts';
import type { Coverage, ReportFinding } from './composition.ts';
import { reportYear } from './edition.ts';
import {
  type Composed,
  compose,
  type Edition,
  type Frozen,
  latestEdition,
  listEditionRows,
  yearNamed,
} from './gather.ts';
import { formats, type ReportFormatName, reportFormatNames } from './output/formats.ts';

const ofYear = z.strictObject({ year: reportYear });

export const listEditions = query({
  name: 'report.list-editions',
  summary: 'The yearly reports and where each stands',
  permission: 'report.read',
  input: z.strictObject({}),
  async run(context) {
    const [editions, years] = await Promise.all([
      listEditionRows(context),
      context.db.all(context.db.from('plan.reporting_year').select('label').orderBy('label', 'desc')),
    ]);
    const started = new Set(editions.map((edition) => edition.year));
    return { editions, not_started: years.map((year) => year.label).filter((label) => !started.has(label)) };
  },
});

/** The whole report for its page. A published or withdrawn edition shows what was frozen, whatever changed since. */
export const readReport = query({
  name: 'report.read-report',
  summary: 'The yearly report of a year: document, coverage, findings, signatures',
  permission: 'report.read',
  input: ofYear,
  async run(context, { year }) {
    const edition = await latestEdition(context, year);
    const composed = await asItStands(context, edition);
    const files = await context.db.all(
      context.db
        .from('kernel.file')
        .select(['id', 'name', 'size'])
        .where('owner_ref', '=', `report.edition/${edition.id}`)
        .orderBy('name'),
    );
    return { ...composed, files };
  },
});

/** The report, or word that nobody has started it: the page then says how. */
export const openReport = query({
  name: 'report.open-report',
  summary: 'The yearly report of a year, or that it is not started',
  permission: 'report.read',
  input: ofYear,
  async run(context, input) {
    try {
      return await readReport.run(context, input);
    } catch (error) {
      if (error instanceof NotFound) return { not_started: yearNamed(input.year).label };
      throw error;
    }
  },
});

export const readCoverage = query({
  name: 'report.read-coverage',
  summary: 'Each duty of the yearly report: met, partly, missing, or not yet',
  permission: 'report.read',
  input: ofYear,
  command_line: {
    as: 'report coverage',
    arguments: ['year'],
    print: (rows: CoverageRow[]) =>
      rows
        .map(
          (row) =>
            `${row.id}  ${row.status.padEnd(14)}  ${row.title}${row.verified ? '' : ' (check: not verified)'}\n            ${row.note}`,
        )
        .join('\n'),
  },
  async run(context, { year }): Promise<CoverageRow[]> {
    const { coverage } = await asItStands(context, await latestEdition(context, year));
    return coverage;
  },
});
type CoverageRow = Coverage;

export const readFindings = query({
  name: 'report.read-findings',
  summary: 'What the rules found in the yearly report, high first',
  permission: 'report.read',
  input: ofYear,
  command_line: {
    as: 'report findings',
    arguments: ['year'],
    print: (rows: ReportFinding[]) =>
      rows.length === 0
        ? 'The rules found nothing.'
        : rows
            .map(
              (row) =>
                `${row.severity.toUpperCase()}  ${row.rule} (${sureness(row.confidence)})\n  Where: ${row.where}\n  “${row.quote}”\n  ${row.message}\n  To mend it: ${row.mend}${row.waived ? `\n  Waived by ${row.waived.by}: ${row.waived.reason}` : ''}`,
            )
            .join('\n\n'),
  },
  async run(context, { year }) {
    return (await asItStands(context, await latestEdition(context, year))).findings;
  },
});

export interface GivenFile {
  file: { name: string; media_type: string; bytes: Uint8Array };
}

/** The report as a file. A draft says on every page that it is one; a published edition is given as it was frozen. */
export const renderReport = query({
  name: 'report.render-report',
  summary: 'The yearly report as a web page, an accessible PDF or a Word file',
  permission: 'report.read',
  input: z.strictObject({
    year: reportYear,
    format: z
      .enum(reportFormatNames, { error: `Choose a format: ${reportFormatNames.join(', ')}` })
      .default('html'),
  }),
  command_line: { as: 'report publish', arguments: ['year'] },
  async run(context, { year, format }): Promise<GivenFile> {
    const edition = await latestEdition(context, year);
    if (edition.state === 'withdrawn') {
      throw new Gone(
        `This report was withdrawn: ${edition.withdrawn_reason ?? 'no reason is recorded'}. It is not given out any more.`,
      );
    }
    const { document } = await asItStands(context, edition);
    const name = fileName(context.partnership.short_name, edition, format);
    return {
      file: { name, media_type: formats[format].media_type, bytes: await formats[format].render(document) },
    };
  },
});

/** For anybody: the report of a year, if it is published. */
export const readPublished = query({
  name: 'report.read-published',
  summary: 'A published yearly report, for anybody',
  permission: 'public',
  input: ofYear,
  async run(context, { year }) {
    const edition = await latestEdition(context, year).catch(() => undefined);
    const shown =
      edition?.state === 'draft' || edition?.state === 'signed-off'
        ? await before(context, edition)
        : edition;
    if (shown?.state === 'withdrawn')
      return { withdrawn: { on: shown.withdrawn_on, reason: shown.withdrawn_reason }, document: null };
    if (shown?.state !== 'published') throw new NotFound('There is no published report for that year.');
    const frozen = await frozenOf(context, shown.id);
    if (frozen === null) throw new NotFound('There is no published report for that year.');
    return { withdrawn: null, document: frozen.document };
  },
});

async function before(context: QueryContext, edition: Edition): Promise<Edition | undefined> {
  const editions = await listEditionRows(context);
  return editions.find((one) => one.id === edition.supersedes_id);
}

/** A draft is composed afresh; a published one is what was frozen, with its acts (publication, dispatch) up to date. */
async function asItStands(context: QueryContext, edition: Edition): Promise<Composed> {
  const composed = await compose(context, edition);
  if (edition.state !== 'published' && edition.state !== 'withdrawn') return composed;
  const frozen = await frozenOf(context, edition.id);
  if (frozen === null) {
    const { document, composition } = composed;
    // What it was made of would tell what is sealed: its chapters' own words, its records, and findings, which quote both.
    return {
      ...composed,
      document: { ...document, status: 'withdrawn', chapters: [], footnotes: [] },
      composition: { ...composition, items: [], chapter_texts: {}, scrutiny_comments: [] },
      findings: [],
    };
  }
  const today = new Map(composed.coverage.map((duty) => [duty.id, duty]));
  return {
    ...composed,
    document: edition.state === 'withdrawn' ? { ...frozen.document, status: 'withdrawn' } : frozen.document,
    coverage: frozen.coverage.map((duty) =>
      dutyById(duty.id).kind === 'content' ? duty : (today.get(duty.id) ?? duty),
    ),
  };
}

/** Null where the text is sealed or disposed of. Throws when it no longer gives the hash it was published with. */
export async function frozenOf({ db }: QueryContext, id: string): Promise<Frozen | null> {
  const row = await db.one(
    db.from('report.edition').select(['frozen', 'frozen_sha256']).where('id', '=', id),
  );
  const frozen = row.frozen as Frozen | null;
  if (frozen !== null && contentHash(frozen) !== row.frozen_sha256)
    throw new Error('The frozen text of a published report was changed.');
  return frozen;
}

/** `york-yearly-report-2024-25.pdf`; a draft's name says that it is one. */
export function fileName(
  shortName: string,
  edition: Pick<Edition, 'year' | 'state'>,
  format: ReportFormatName,
): string {
  const draft = edition.state === 'published' ? '' : '-draft';
  return `${shortName}-yearly-report-${edition.year}${draft}.${formats[format].extension}`;
}

/** A file made at publication, reached only through its edition. */
export const readPublishedFile = query({
  name: 'report.read-published-file',
  summary: 'A file of a published yearly report, as it was made at publication',
  permission: 'report.read',
  input: z.strictObject({ year: reportYear, file_id: z.uuid() }),
  async run(context, { year, file_id }): Promise<GivenFile> {
    const editions = (await listEditionRows(context)).filter((one) => one.year === yearNamed(year).label);
    const file = await context.db.find(
      context.db
        .from('kernel.file')
        .select(['name', 'media_type', 'sha256', 'owner_ref'])
        .where('id', '=', file_id)
        .where('owner_ref', 'in', ['', ...editions.map(({ id }) => `report.edition/${id}`)]),
    );
    const withdrawn = editions.find(
      (one) => one.state === 'withdrawn' && (file === undefined || file.owner_ref.endsWith(one.id)),
    );
    if (withdrawn !== undefined) {
      throw new Gone(
        `This report was withdrawn: ${withdrawn.withdrawn_reason ?? 'no reason is recorded'}. It is not given out any more.`,
      );
    }
    if (file === undefined) throw new NotFound();
    const { name, media_type, sha256 } = file;
    const bytes = await context.files.get(context.partnership.id, sha256);
    if (bytes === undefined) throw new Error('A file of a published report is not in the file store.');
    return { file: { name, media_type, bytes } };
  },
});

/** Published and not withdrawn: what can only be withdrawn and issued again. */
export async function reportPublications({ db }: QueryContext): Promise<Publication[]> {
  const rows = await db.all(
    db
      .from('report.edition')
      .select(['year', 'frozen'])
      .where('state', '=', 'published')
      .where('frozen', 'is not', null)
      .orderBy('year', 'desc'),
  );
  return rows.map(({ year, frozen }) => {
    const { document } = frozen as Frozen;
    return {
      title: `${document.title} ${document.period_label}`,
      path: `/report/${year}`,
      refs: document.footnotes.map(({ ref }) => ref),
      text: JSON.stringify(document),
    };
  });
}

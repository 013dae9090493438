// Gathers a cover paper: its answers, what records know for it, the document that follows, and what is still open.
import { namesOfPeople, partnershipFacts } from '../../../ground/governance/index.ts';
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import type { Day } from '../../../kernel/calendar/day.ts';
import { frameworkById } from '../../../kernel/frameworks/framework.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import type { ReportDocument } from '../document.ts';
import { shownYear } from '../edition.ts';
import { type Edition, frameworkOf, listEditionRows, yearNamed } from '../gather.ts';
import { publishedStatement } from '../scrutiny/statement-file.operations.ts';
import { dayText } from '../wording.ts';
import type { Answers, CoverPaper } from './cover-paper.ts';
import { type Facts, fill, type Filled, type Open, openIn } from './filling.ts';
import { templateNamed } from './known.ts';
import { paperDocument } from './paper-document.ts';
import { type CoverTemplate, type Source, sources } from './template.ts';

/** What the sign-off freezes. */
export interface FrozenPaper {
  document: ReportDocument;
}

export interface ListedPaper extends CoverPaper {
  template: string;
  /** How much is still open in a draft; null for others. */
  open: number | null;
}

export interface ReadPaper {
  paper: CoverPaper;
  year: string;
  edition: Pick<Edition, 'id' | 'state'>;
  /** Null where its file is no longer there. */
  template: CoverTemplate | null;
  /** It was changed after the paper was last saved. */
  template_changed: boolean;
  answers: Answers;
  /** Of the template with what answers them; none once the paper is frozen. */
  questions: Filled[];
  /** As it is printed: composed afresh for a draft, else as it was frozen. Null where a draft's template is gone. */
  document: ReportDocument | null;
  open: Open[];
}

const columns = [
  'id',
  'revision',
  'edition_id',
  'template_id',
  'template_sha256',
  'committee',
  'meeting_on',
  'decision',
  'answers',
  'begun_by_id',
  'state',
  'signed_off_by_id',
  'signed_off_on',
  'frozen',
  'frozen_sha256',
  'withdrawn_on',
  'withdrawn_reason',
] as const;

/** Throws NotFound. `signing`: as it would be signed off on this day. */
export async function paperWith(context: QueryContext, id: string, signing?: Day): Promise<ReadPaper> {
  const { db } = context;
  const row = await db.one(db.from('report.cover_paper').select(columns).where('id', '=', id));
  return readRow(context, row, await listEditionRows(context), signing);
}

export async function coverPapersOf(context: QueryContext, year: string): Promise<ListedPaper[]> {
  const { db } = context;
  const editions = (await listEditionRows(context)).filter((one) => one.year === year);
  const rows = await db.all(
    db
      .from('report.cover_paper')
      .select(columns)
      .where(
        'edition_id',
        'in',
        editions.map(({ id }) => id),
      )
      .orderBy('meeting_on')
      .orderBy('id'),
  );
  const listed: ListedPaper[] = [];
  for (const row of rows) {
    const { paper, template, open } = await readRow(context, row, editions);
    listed.push({
      ...paper,
      template: template?.title ?? paper.template_id,
      open: paper.state === 'draft' ? open.length : null,
    });
  }
  return listed;
}

interface Row {
  id: string;
  revision: number;
  edition_id: string;
  template_id: string;
  template_sha256: string;
  committee: string;
  meeting_on: Day;
  decision: string;
  answers: unknown;
  begun_by_id: string | null;
  state: string;
  signed_off_by_id: string | null;
  signed_off_on: Day | null;
  frozen: unknown;
  frozen_sha256: string | null;
  withdrawn_on: Day | null;
  withdrawn_reason: string | null;
}

async function readRow(
  context: QueryContext,
  row: Row,
  editions: readonly Edition[],
  signing?: Day,
): Promise<ReadPaper> {
  const { edition_id, template_sha256, begun_by_id, signed_off_by_id, answers, frozen, ...shown } = row;
  const edition = editions.find(({ id }) => id === edition_id);
  if (edition === undefined) throw new Error('A cover paper belongs to an edition.');
  const people = await namesOfPeople(
    context,
    [begun_by_id, signed_off_by_id].filter((id) => id !== null),
  );
  const named = (id: string | null) => (id === null ? null : (people.get(id) ?? 'Somebody no longer listed'));
  const paper = { ...shown, signed_off_by: named(signed_off_by_id) } as CoverPaper;
  const known = templateNamed(row.template_id);
  const read = {
    paper,
    year: edition.year,
    edition: { id: edition.id, state: edition.state },
    template: known?.template ?? null,
    template_changed: paper.state === 'draft' && known !== undefined && known.sha256 !== template_sha256,
    answers: answers as Answers,
  };
  const frozenDocument = documentFrozen(frozen as FrozenPaper | null, row.frozen_sha256);
  if (paper.state !== 'draft' && frozenDocument !== null) {
    const status = paper.state === 'withdrawn' ? 'withdrawn' : frozenDocument.status;
    return { ...read, questions: [], document: { ...frozenDocument, status }, open: [] };
  }
  if (known === undefined) return { ...read, questions: [], document: null, open: [] };
  const facts = await factsFor(context, paper, edition, named(begun_by_id));
  const filled = fill(known.template, read.answers, facts, paper.decision);
  const printed =
    signing === undefined ? paper : ({ ...paper, state: 'signed-off', signed_off_on: signing } as const);
  return {
    ...read,
    questions: [...filled.values()],
    document: paperDocument({ template: known.template, paper: printed, filled, facts }),
    open: paper.state === 'draft' ? openIn(filled, facts, whyUnknown) : [],
  };
}

/** Throws when it no longer gives the hash it was signed off with. */
function documentFrozen(frozen: FrozenPaper | null, sha256: string | null): ReportDocument | null {
  if (frozen === null) return null;
  if (contentHash(frozen) !== sha256) throw new Error('The frozen text of a cover paper was changed.');
  return frozen.document;
}

async function factsFor(
  context: QueryContext,
  { committee, meeting_on }: CoverPaper,
  edition: Edition,
  author: string | null,
): Promise<Facts> {
  const year = yearNamed(edition.year);
  const [partnership, statement] = await Promise.all([
    partnershipFacts(context, year.to),
    publishedStatement(context, edition),
  ]);
  const report = `${partnership.name} yearly report ${shownYear(edition.year)}`;
  return {
    committee,
    'meeting-day': dayText(meeting_on),
    'report-title': report,
    period: `${dayText(year.from)} to ${dayText(year.to)}`,
    framework: frameworkById(frameworkOf(edition).framework.id).title,
    partnership: partnership.name,
    'published-on': edition.published_on === null ? null : dayText(edition.published_on),
    author,
    contact: partnership.report_contact,
    annexes: [report, ...(statement === null ? [] : [statement.title])].join('\n'),
  };
}

const unknownBecause: Partial<Record<Source, string>> = {
  'published-on': 'The report is not published yet.',
  contact: 'Nobody has recorded how to ask for the report in another format: it is a fact of the area.',
  author: 'It is not recorded who began the paper.',
};

function whyUnknown(source: Source): string {
  return unknownBecause[source] ?? `Records do not know ${sources[source]} yet.`;
}

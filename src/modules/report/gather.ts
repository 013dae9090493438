// Gathers one edition's composition: what every room offers for the year, and what people judged, waived, signed and
// sent. One reading, in the transaction of whoever asks, so coverage, findings and document agree with each other.
import { partnershipFacts } from '../../ground/governance/index.ts';
import { reportingYear, type ReportingYear } from '../../kernel/calendar/reporting-year.ts';
import {
  contentHash,
  type EvidenceItem,
  type KnownName,
  stableJson,
} from '../../kernel/evidence/evidence.ts';
import { withDisputes } from '../../kernel/records/rectification.ts';
import type { EvidenceGroup } from '../../kernel/evidence/source.ts';
import { type FrameworkChoice, frameworkForReport } from '../../kernel/frameworks/framework.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { composeDocument } from './compose.ts';
import type { Composition, Coverage, ReportFinding } from './composition.ts';
import { reportCoverage } from './coverage.ts';
import type { ReportDocument } from './document.ts';
import type { EditionState } from './edition.ts';
import { findReportFindings } from './findings.ts';
import { whatPeopleSaid } from './what-people-said.ts';

export interface Edition {
  id: string;
  revision: number;
  year: string;
  number: number;
  state: EditionState;
  due_on: string;
  framework_id: string | null;
  framework_reason: string | null;
  published_on: string | null;
  frozen_sha256: string | null;
  supersedes_id: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  /** The day its text was sealed, and the circle that can open it; null where it was not. */
  sealed_on: string | null;
  sealed_for: string | null;
}

/** What publication freezes: the document and the duty list as they stood. */
export interface Frozen {
  document: ReportDocument;
  coverage: Coverage[];
}

/** Everything that follows from a composition. */
export interface Composed {
  edition: Edition;
  framework: FrameworkChoice;
  composition: Composition;
  coverage: Coverage[];
  findings: ReportFinding[];
  document: ReportDocument;
  /** Hash of all that the signatories sign; a later change makes their signatures lapse. */
  fingerprint: string;
}

const editionColumns = [
  'id',
  'revision',
  'year',
  'number',
  'state',
  'due_on',
  'framework_id',
  'framework_reason',
  'published_on',
  'frozen_sha256',
  'supersedes_id',
  'withdrawn_on',
  'withdrawn_reason',
  'sealed_on',
  'sealed_for',
] as const;

/** The year from what a person or script typed. Throws InvalidInput for a label that is no reporting year. */
export function yearNamed(label: string): ReportingYear {
  try {
    return reportingYear(label);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInput({ year: error.message });
    throw error;
  }
}

/** The latest edition of a year. Throws NotFound when nobody has started one. */
export async function latestEdition(context: QueryContext, label: string): Promise<Edition> {
  const { label: year } = yearNamed(label);
  const edition = await context.db.find(
    context.db
      .from('report.edition')
      .select(editionColumns)
      .where('year', '=', year)
      .orderBy('number', 'desc')
      .limit(1),
  );
  if (!edition)
    throw new NotFound(
      `Nobody has started the yearly report for ${year} yet. Start it from the list of yearly reports.`,
    );
  return edition as Edition;
}

export async function listEditionRows(context: QueryContext): Promise<Edition[]> {
  const rows = await context.db.all(
    context.db
      .from('report.edition')
      .select(editionColumns)
      .orderBy('year', 'desc')
      .orderBy('number', 'desc'),
  );
  return rows as Edition[];
}

/** The edition of Working Together it is held to, and why. */
export function frameworkOf({
  published_on,
  due_on,
  framework_id,
  framework_reason,
}: Edition): FrameworkChoice {
  return frameworkForReport({
    published_on,
    due_on,
    ...(framework_id !== null && { override: { framework_id, reason: framework_reason ?? '' } }),
  });
}

export async function compose(context: QueryContext, edition: Edition): Promise<Composed> {
  const { composition, framework, waivers } = await gather(context, edition);
  const coverage = reportCoverage(composition);
  const findings = findReportFindings(composition).map((found) => ({
    ...found,
    waived: waivers.get(found.key) ?? null,
  }));
  return {
    edition,
    framework,
    composition,
    coverage,
    findings,
    document: composeDocument(composition, coverage, findings),
    fingerprint: fingerprintOf(composition, waivers),
  };
}

async function gather(context: QueryContext, edition: Edition) {
  const year = yearNamed(edition.year);
  const asked = { label: year.label, from_on: year.from, to_on: year.to };
  const [facts, offered, said] = await Promise.all([
    partnershipFacts(context, year.to),
    Promise.all(
      context.evidence.map(async (source) => ({
        items: await source.itemsOf(context, asked),
        names: (await source.namesOf?.(context, asked)) ?? [],
        groups: (await source.groupsOf?.(context, asked)) ?? [],
      })),
    ),
    whatPeopleSaid(context, edition.id),
  ]);
  const framework = frameworkOf(edition);
  const items = await withDisputes(
    context,
    grouped(
      offered.flatMap((o) => o.items),
      offered.flatMap((o) => o.groups),
    ),
  );
  const offeredRefs = new Set(items.map(({ ref }) => ref));
  const composition: Composition = {
    partnership: {
      name: facts.name,
      short_name: context.partnership.short_name,
      abbreviation: facts.abbreviation,
      report_contact: facts.report_contact,
    },
    has_secure_establishment: facts.has_secure_establishment,
    year: asked,
    edition: {
      ref: `report.edition/${edition.id}`,
      state: edition.state,
      due_on: edition.due_on,
      published_on: edition.published_on,
      framework_id: framework.framework.id,
    },
    today: context.today,
    items,
    names: offered.flatMap((o): KnownName[] => o.names),
    ...said.words,
    // What was permitted for an item that only a circle may see now is nobody's business here.
    print_permissions: said.words.print_permissions.filter(({ item_ref }) => offeredRefs.has(item_ref)),
  };
  return { composition, framework, waivers: said.waivers };
}

/** Fills in the name and number of the priority an item belongs to; a priority not in this year's plan is no group. */
function grouped(items: EvidenceItem[], groups: EvidenceGroup[]): EvidenceItem[] {
  const byRef = new Map(groups.map((group) => [group.ref, group]));
  return items.map((item) =>
    item.group === null ? item : { ...item, group: byRef.get(item.group.ref) ?? null },
  );
}

/** What signatories put their names to: the evidence, the words, the judgements and what was waived, not who signed. */
function fingerprintOf(composition: Composition, waivers: Map<string, unknown>): string {
  const { items, chapter_texts, judgements, print_permissions, year, partnership } = composition;
  return contentHash(
    stableJson({
      year,
      partnership,
      chapter_texts,
      judgements,
      print_permissions,
      framework: composition.edition.framework_id,
      items: items.map((item) => [
        item.ref,
        item.hash,
        item.title,
        item.topics,
        item.period,
        item.group?.title,
        item.part,
      ]),
      waivers: [...waivers].sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  );
}

// Reads a version with everything it stands on: the priorities of the year, and the claims of the report that “what changed”
// may rest on.
import { namesOfPeople } from '../../../ground/governance/index.ts';
import { type EvidenceItem, refParts } from '../../../kernel/evidence/evidence.ts';
import type { EvidenceGroup, ReportedYear } from '../../../kernel/evidence/source.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import { type Edition, yearNamed } from '../gather.ts';
import { frozenOf } from '../report.operations.ts';
import type { OfferedClaim, Version, VersionKind, VersionPart } from './version.ts';

export async function readVersion(
  context: QueryContext,
  edition: Edition,
  kind: VersionKind,
): Promise<Version> {
  const { db } = context;
  const [row, groups] = await Promise.all([
    versionRow(context, edition.id, kind),
    prioritiesOf(context, edition.year),
  ]);
  const rows = row === undefined ? [] : await db.all(partRows(context).where('version_id', '=', row.id));
  const byPriority = new Map(rows.map((part) => [part.priority_ref, part]));
  const parts = groups.map(({ ref, title }): VersionPart => {
    const { id } = refParts(ref);
    const there = byPriority.get(ref);
    if (there === undefined) return { ...unwritten, priority: id, priority_ref: ref, title, picture: null };
    const { picture_file_id, picture_alt, ...part } = there;
    const picture = picture_file_id === null ? null : { file_id: picture_file_id, alt: picture_alt };
    return { ...part, priority: id, title, picture };
  });
  if (row === undefined) return { ...nothing, kind, parts };
  const { signed_by_id, signed_on, frozen_sha256, ...words } = row;
  const people = await namesOfPeople(context, signed_by_id === null ? [] : [signed_by_id]);
  const signed =
    signed_by_id === null || signed_on === null
      ? null
      : {
          by: people.get(signed_by_id) ?? 'Somebody no longer listed',
          on: signed_on,
          sha256: frozen_sha256 ?? '',
        };
  return { ...words, kind, signed, parts };
}

export function versionRow({ db }: QueryContext, editionId: string, kind: VersionKind) {
  return db.find(
    db
      .from('report.version')
      .select([
        'id',
        'revision',
        'opening',
        'shown_to',
        'shown_count',
        'shown_on',
        'they_said',
        'changed_because',
        'without_evidence',
        'signed_by_id',
        'signed_on',
        'frozen_sha256',
      ])
      .where('edition_id', '=', editionId)
      .where('kind', '=', kind),
  );
}

export function partRows({ db }: QueryContext) {
  return db
    .from('report.version_part')
    .select([
      'id',
      'revision',
      'priority_ref',
      'told',
      'did',
      'changed',
      'next',
      'rests_on',
      'picture_file_id',
      'picture_alt',
    ]);
}

const unwritten = {
  id: null,
  revision: null,
  told: null,
  did: null,
  changed: null,
  next: null,
  rests_on: null,
} as const;

const nothing = {
  id: null,
  revision: null,
  opening: null,
  shown_to: null,
  shown_count: null,
  shown_on: null,
  they_said: null,
  changed_because: null,
  without_evidence: null,
  signed: null,
} as const;

/** The priorities of the year, in their order. */
export async function prioritiesOf(context: QueryContext, year: string): Promise<EvidenceGroup[]> {
  const asked = reported(year);
  const offered = await Promise.all(
    context.evidence.map(async (source) => (await source.groupsOf?.(context, asked)) ?? []),
  );
  return offered.flat().toSorted((a, b) => a.order - b.order);
}

/** What the report claims of each priority: of a published report, what it was published with. */
export async function claimsOf(
  context: QueryContext,
  edition: Edition,
): Promise<Map<string, OfferedClaim[]>> {
  const asked = reported(edition.year);
  const [offered, published] = await Promise.all([
    Promise.all(context.evidence.map((source) => source.itemsOf(context, asked))),
    edition.state === 'published' ? frozenOf(context, edition.id) : null,
  ]);
  const printed = published && new Set(published.document.footnotes.map(({ ref }) => ref));
  const claims = offered.flat().filter(({ ref }) => printed === null || printed.has(ref));
  const byPriority = new Map<string, OfferedClaim[]>();
  for (const item of claims) {
    const claim = offeredClaim(item);
    if (claim === null || item.group === null) continue;
    byPriority.set(item.group.ref, [...(byPriority.get(item.group.ref) ?? []), claim]);
  }
  return byPriority;
}

function offeredClaim({ ref, path, claim, content }: EvidenceItem): OfferedClaim | null {
  if (claim === undefined || content.shape !== 'statement') return null;
  return { ref, said: content.text, grade: claim.grade, path };
}

function reported(label: string): ReportedYear {
  const year = yearNamed(label);
  return { label: year.label, from_on: year.from, to_on: year.to };
}

// Writing and reading the versions for children and in easy read. Whoever writes the report writes them; a change of one that
// is signed makes it a draft again.
import { z } from 'zod';
import { refParts } from '../../../kernel/evidence/evidence.ts';
import {
  command,
  type CommandContext,
  query,
  type QueryContext,
  tool,
} from '../../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../../kernel/operation/refusals.ts';
import { prose } from '../../../kernel/records/field.ts';
import { reportYear } from '../edition.ts';
import { type Edition, latestEdition } from '../gather.ts';
import { claimsOf, partRows, prioritiesOf, readVersion, versionRow } from './gather-version.ts';
import { measured, type Measured } from './reading-age.ts';
import { type Remark, remarksOn } from './version-checks.ts';
import {
  missingFrom,
  type OfferedClaim,
  ofPart,
  ofVersion,
  opening,
  partTexts,
  questionNames,
  restsOn,
  unshown,
  type Version,
  type VersionKind,
  versionKind,
  versionKindNames,
  versionKinds,
  type VersionPart,
} from './version.ts';

export interface ShownEdition {
  year: string;
  state: Edition['state'];
  published_on: string | null;
}

export interface ReadVersion {
  edition: ShownEdition;
  version: Version;
  missing: string[];
  remarks: Remark[];
  /** By the reference of the priority. */
  claims: Record<string, OfferedClaim[]>;
  /** Ids of priorities whose “what changed” nothing in the report shows. */
  unshown: string[];
  ease: Measured;
  /** By the id of the priority. */
  ease_of: Record<string, Measured>;
}

export const listVersions = query({
  name: 'report.list-versions',
  summary: 'The versions of a yearly report for children and in easy read, and where each stands',
  permission: 'report.read',
  input: z.strictObject({ year: reportYear }),
  async run(context, { year }) {
    const edition = await latestEdition(context, year);
    const versions = await Promise.all(versionKindNames.map((kind) => readVersion(context, edition, kind)));
    return {
      edition: shown(edition),
      versions: versions.map((version) => ({ ...version, missing: missingFrom(version) })),
    };
  },
});

export const readWholeVersion = query({
  name: 'report.read-version',
  summary: 'A version for children or in easy read: its texts, what is missing, and what it rests on',
  permission: 'report.read',
  input: ofVersion,
  run: async (context, { year, kind }): Promise<ReadVersion> =>
    wholeVersion(context, await latestEdition(context, year), kind),
});

export async function wholeVersion(
  context: QueryContext,
  edition: Edition,
  kind: VersionKind,
): Promise<ReadVersion> {
  const [version, claims] = await Promise.all([
    readVersion(context, edition, kind),
    claimsOf(context, edition),
  ]);
  const { ages } = versionKinds[kind];
  const wordsOf = (part: VersionPart) => questionNames.flatMap((name) => part[name] ?? []).join('\n');
  return {
    edition: shown(edition),
    version,
    missing: missingFrom(version),
    remarks: remarksOn(version),
    claims: Object.fromEntries(claims),
    unshown: unshown(version.parts, claims).map(({ priority }) => priority),
    ease: measured([version.opening ?? '', ...version.parts.map(wordsOf)].join('\n'), ages),
    ease_of: Object.fromEntries(version.parts.map((part) => [part.priority, measured(wordsOf(part), ages)])),
  };
}

export interface ReadPart extends ReadVersion {
  part: VersionPart;
}

export const readPart = query({
  name: 'report.read-version-part',
  summary: 'What a version says of one priority, and the claims it may rest on',
  permission: 'report.read',
  input: ofPart,
  async run(context, { year, kind, priority }): Promise<ReadPart> {
    const whole = await wholeVersion(context, await latestEdition(context, year), kind);
    const part = whole.version.parts.find((one) => one.priority === priority);
    if (part === undefined) throw new NotFound('That is no priority of this year.');
    return { ...whole, part };
  },
});

export const measureReadingAge = tool({
  name: 'report.measure-reading-age',
  summary: 'How old a reader has to be to read a text with ease, with its long sentences and long words',
  input: z.strictObject({ kind: versionKind, text: prose({ label: 'Text' }, 20_000) }),
  run: ({ kind, text }) => measured(text, versionKinds[kind].ages),
});

export const writeOpening = command({
  name: 'report.write-version-opening',
  summary: 'Write the opening words of a version for children or in easy read',
  permission: 'report.write',
  input: opening,
  async run(context, { year, kind, opening: words, seen_revision }) {
    const { edition, id } = await versionToChange(context, year, kind);
    await context.write.update('report.version', id, { ...draftAgain, opening: words }, seen_revision);
    return { year: edition.year, kind };
  },
});

export const writePart = command({
  name: 'report.write-version-part',
  summary: 'Write what a version says of one priority',
  permission: 'report.write',
  input: partTexts,
  async run(context, { year, kind, priority, seen_revision, ...texts }) {
    const part = await partToChange(context, { year, kind, priority });
    await context.write.update('report.version_part', part.id, texts, seen_revision);
    return { year: part.edition.year, kind, priority };
  },
});

export const restOnClaim = command({
  name: 'report.rest-version-on-claim',
  summary: 'Say on which claim of the report “what changed” rests',
  permission: 'report.write',
  input: restsOn,
  async run(context, { year, kind, priority, claim_ref, seen_revision }) {
    const part = await partToChange(context, { year, kind, priority });
    const offered = (await claimsOf(context, part.edition)).get(part.priority_ref) ?? [];
    if (claim_ref !== null && !offered.some(({ ref }) => ref === claim_ref))
      throw new NotFound('The report makes no such claim for this priority.');
    await context.write.update('report.version_part', part.id, { rests_on: claim_ref }, seen_revision);
    return { year: part.edition.year, kind, priority };
  },
});

export function shown({ year, state, published_on }: Edition): ShownEdition {
  return { year, state, published_on };
}

/** What makes a signed version a draft again; written with every change, so that whoever signs has seen the latest. */
export const draftAgain = {
  signed_by_id: null,
  signed_on: null,
  frozen: null,
  frozen_sha256: null,
} as const;

/** The row of a version of the latest edition, made where there is none. */
export async function versionToChange(context: CommandContext, year: string, kind: VersionKind) {
  const edition = await latestEdition(context, year);
  if (edition.state === 'withdrawn')
    throw new Conflict('This report is withdrawn. A version belongs to the edition that replaces it.');
  const row = await versionRow(context, edition.id, kind);
  const id = row?.id ?? (await context.write.insert('report.version', { edition_id: edition.id, kind }));
  return { edition, id };
}

/** The row of a priority's part, made where there is none; its version becomes a draft. */
export async function partToChange(
  context: CommandContext,
  { year, kind, priority }: z.output<typeof ofPart>,
) {
  const { edition, id: version_id } = await versionToChange(context, year, kind);
  const group = (await prioritiesOf(context, edition.year)).find(({ ref }) => refParts(ref).id === priority);
  if (group === undefined) throw new NotFound('That is no priority of this year.');
  await context.write.update('report.version', version_id, draftAgain);
  const there = await context.db.find(
    partRows(context).where('version_id', '=', version_id).where('priority_ref', '=', group.ref),
  );
  const row = { version_id, priority_ref: group.ref };
  const id = there?.id ?? (await context.write.insert('report.version_part', row));
  return { edition, id, priority_ref: group.ref, picture_file_id: there?.picture_file_id ?? null };
}

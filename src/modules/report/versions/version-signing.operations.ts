// Signing a version off, which asks which children read it, and what follows: it is frozen, and anybody can read it once the
// report is published. Whoever publishes the report signs: by this act the version goes to everybody, while the three partners
// sign the report that the law asks of them.
import type { z } from 'zod';
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import { attachFile, fileOf } from '../../../kernel/files/file.operations.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { command, type CommandContext, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import type { HomeItem, Publication } from '../../../kernel/records/room.ts';
import type { Block, Picture, ReportDocument } from '../document.ts';
import { shownYear } from '../edition.ts';
import { type Edition, latestEdition } from '../gather.ts';
import { partRows, versionRow } from './gather-version.ts';
import { firstNamesIn } from './version-checks.ts';
import { composedVersion, keptPicture, laterOf } from './version-files.operations.ts';
import { draftAgain, type ReadVersion, wholeVersion } from './version.operations.ts';
import { changedVersion, signing, type VersionKind, versionKindNames, versionKinds } from './version.ts';

export const signVersion = command({
  name: 'report.sign-version',
  summary: 'Sign off a version for children or in easy read, and say which children read it',
  permission: 'report.publish',
  input: signing,
  async run(context, { year, kind, seen_revision, nobody_known, ...answers }) {
    const { actor, today, write } = context;
    if (actor.person_id === null) throw new NotAllowed('A version is signed by somebody in person.');
    const edition = await latestEdition(context, year);
    if (edition.state === 'withdrawn')
      throw new Conflict('This report is withdrawn. A version belongs to the edition that replaces it.');
    const whole = await wholeVersion(context, edition, kind);
    const { version } = whole;
    if (version.id === null) throw new Conflict('Write the version first, then sign it.');
    if (version.signed !== null) throw new Conflict('It is signed already, as it stands.');
    refuseUnready(whole);
    refuseAnswers({ ...answers, nobody_known }, whole, today);
    const signed = { by: actor.person_id, on: today, sha256: '' };
    const document = frozenForm(await composedVersion(context, edition, { ...version, ...answers, signed }));
    const frozen_sha256 = contentHash(document);
    await write.update(
      'report.version',
      version.id,
      {
        ...answers,
        signed_by_id: actor.person_id,
        signed_on: today,
        frozen: JSON.stringify(document),
        frozen_sha256,
      },
      seen_revision,
    );
    return { year: edition.year, kind, sha256: frozen_sha256 };
  },
});

function refuseUnready({ missing, remarks }: ReadVersion): void {
  if (missing.length > 0)
    throw new Conflict(`It cannot be signed yet. Still missing: ${missing.join('; ')}.`);
  const open = remarks.filter(({ blocks }) => blocks);
  if (open.length > 0)
    throw new Conflict(
      `It cannot be signed yet. ${open.map(({ where, message }) => `${where}: ${message}`).join(' ')}`,
    );
}

type Answers = Pick<
  z.output<typeof signing>,
  'shown_to' | 'shown_on' | 'they_said' | 'changed_because' | 'without_evidence' | 'nobody_known'
>;

function refuseAnswers(answers: Answers, { unshown, version }: ReadVersion, today: string): void {
  const fields: Record<string, string> = {};
  if (answers.shown_on > today)
    fields['shown_on'] = 'This day lies ahead. Show it to children first, then sign it';
  if (!answers.nobody_known)
    fields['nobody_known'] = 'Read every text and look at every picture, then say so';
  for (const name of ['shown_to', 'they_said', 'changed_because'] as const) {
    const found = firstNamesIn(answers[name]);
    if (found !== null)
      fields[name] = `“${found}” reads like somebody’s first name. Say it in general words, without names`;
  }
  if (unshown.length > 0 && answers.without_evidence === null) {
    const titles = version.parts
      .filter(({ priority }) => unshown.includes(priority))
      .map(({ title }) => title);
    fields['without_evidence'] =
      `Nothing in the report shows what changed for ${titles.join(', ')}. Say why it may stand, or choose the claim it rests on`;
  }
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

/** What is frozen keeps the ids of the pictures, whose bytes the file store has. */
function frozenForm(document: ReportDocument): ReportDocument {
  return withPictures(document, (picture) => ({ ...picture, bytes: '' }));
}

function withPictures(
  document: ReportDocument,
  change: (picture: Picture) => Picture | null,
): ReportDocument {
  return {
    ...document,
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.flatMap((block): Block[] => {
        const changed = block.kind === 'picture' ? change(block) : block;
        return changed === null ? [] : [changed];
      }),
    })),
  };
}

export const takeVersionBack = command({
  name: 'report.take-version-back',
  summary: 'Take a signed version back to draft, and off its public address',
  permission: 'report.write',
  input: changedVersion,
  async run(context, { year, kind, seen_revision }) {
    const edition = await latestEdition(context, year);
    const row = await versionRow(context, edition.id, kind);
    if (row === undefined || row.signed_on === null) throw new Conflict('It is a draft already.');
    await context.write.update('report.version', row.id, draftAgain, seen_revision);
    return { year: edition.year, kind };
  },
});

/** For anybody, once it is signed and the report is published: as it was signed. */
export function publishedVersion(kind: VersionKind) {
  return async (context: QueryContext, edition: Edition): Promise<ReportDocument | null> => {
    if (edition.state !== 'published') return null;
    const { db } = context;
    const row = await db.find(
      db
        .from('report.version')
        .select(['id', 'frozen', 'frozen_sha256', 'signed_on'])
        .where('edition_id', '=', edition.id)
        .where('kind', '=', kind),
    );
    if (row === undefined || row.signed_on === null || row.frozen === null) return null;
    const frozen = row.frozen as unknown as ReportDocument;
    if (contentHash(frozen) !== row.frozen_sha256)
      throw new Error('The frozen text of a signed version was changed.');
    const parts = await db.all(
      db
        .from('report.version_part')
        .select(['id', 'picture_file_id'])
        .where('version_id', '=', row.id)
        .where('picture_file_id', 'is not', null),
    );
    const bytes = new Map<string, string>();
    for (const { id, picture_file_id } of parts) {
      const kept = await keptPicture(context, id, picture_file_id ?? '');
      if (kept !== null) bytes.set(picture_file_id ?? '', kept.bytes);
    }
    const filled = withPictures(frozen, (picture) => {
      const there = bytes.get(picture.file_id);
      return there === undefined ? null : { ...picture, bytes: there };
    });
    const published_on = laterOf(edition.published_on ?? row.signed_on, row.signed_on);
    return { ...filled, status: 'published', published_on };
  };
}

/** What anybody can read of the versions, for finding a passage in it. */
export async function versionPublications({ db }: QueryContext): Promise<Publication[]> {
  const rows = await db.all(
    db
      .from('report.version')
      .innerJoin('report.edition', (join) =>
        join
          .onRef('report.edition.partnership_id', '=', 'report.version.partnership_id')
          .onRef('report.edition.id', '=', 'report.version.edition_id'),
      )
      .select(['report.edition.year', 'report.version.kind', 'report.version.frozen'])
      .where('report.edition.state', '=', 'published')
      .where('report.version.frozen', 'is not', null),
  );
  return rows.map(({ year, kind, frozen }) => ({
    title: `${versionKinds[kind as VersionKind].name} ${shownYear(year)}`,
    path: `/report/${year}/versions/${kind}`,
    refs: [],
    text: JSON.stringify(frozen),
  }));
}

/** A new edition takes over the words and pictures; nobody has signed them for it. */
export async function carryVersions(context: CommandContext, old: Edition, editionId: string): Promise<void> {
  const { write } = context;
  for (const kind of versionKindNames) {
    const row = await versionRow(context, old.id, kind);
    if (row === undefined) continue;
    const version_id = await write.insert('report.version', {
      edition_id: editionId,
      kind,
      opening: row.opening,
    });
    const parts = await context.db.all(partRows(context).where('version_id', '=', row.id));
    for (const { id: old_id, revision: _, picture_file_id, picture_alt, ...words } of parts) {
      const id = await write.insert('report.version_part', { version_id, ...words });
      if (picture_file_id === null) continue;
      const file = await fileOf(context, `report.version-part/${old_id}`, picture_file_id).catch(
        (error: unknown) => {
          if (error instanceof NotFound) return null;
          throw error;
        },
      );
      if (file === null) continue;
      const owner = { ref: `report.version-part/${id}`, circle_id: null };
      const again = await attachFile(context, owner, new UploadedFile(file.name, file.bytes));
      await write.update('report.version_part', id, { picture_file_id: again, picture_alt });
    }
  }
}

/** For whoever writes: the report is out, and children cannot read it yet. */
export async function versionNeeds(context: QueryContext, editions: readonly Edition[]): Promise<HomeItem[]> {
  const edition = editions.find(({ state }) => state === 'published');
  if (edition === undefined || !context.actor.can('report.write')) return [];
  const row = await versionRow(context, edition.id, 'children');
  if (row !== undefined && row.signed_on !== null) return [];
  return [
    {
      text: `${row === undefined ? 'Write' : 'Finish'} the children’s version of the report for ${shownYear(edition.year)}`,
      href: `/report/${edition.year}/versions`,
      urgency: 'look',
      detail: 'The report is published, and children and young people have no version of their own yet.',
    },
  ];
}

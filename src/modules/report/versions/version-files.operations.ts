// A version in the forms it can be had in, and as a script for a film.
import { z } from 'zod';
import { partnershipFacts } from '../../../ground/governance/index.ts';
import { fileOf } from '../../../kernel/files/file.operations.ts';
import { query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import type { Picture, ReportDocument } from '../document.ts';
import { type Edition, latestEdition } from '../gather.ts';
import { formats, type ReportFormatName, reportFormatNames } from '../output/formats.ts';
import type { GivenFile } from '../report.operations.ts';
import { filmScript } from './film-script.ts';
import { readVersion } from './gather-version.ts';
import { cleanPicture, PictureRefused } from './picture.ts';
import { shown } from './version.operations.ts';
import { versionDocument } from './version.document.ts';
import { ofVersion, type Version, type VersionKind } from './version.ts';

export const renderVersion = query({
  name: 'report.render-version',
  summary: 'A version for children or in easy read as a web page, an accessible PDF or a Word file',
  permission: 'report.read',
  input: ofVersion.extend({ format: z.enum(reportFormatNames).default('html') }),
  async run(context, { year, kind, format }): Promise<GivenFile> {
    const { edition, document } = await versionAsDocument(context, year, kind);
    return fileOfDocument(context, document, format, `${kind}-version-${edition.year}`);
  },
});

export const readVersionDocument = query({
  name: 'report.read-version-document',
  summary: 'A version for children or in easy read as it will be read',
  permission: 'report.read',
  input: ofVersion,
  run: (context, { year, kind }) => versionAsDocument(context, year, kind),
});

export const renderFilmScript = query({
  name: 'report.render-film-script',
  summary: 'A version for children or in easy read as a script for a film',
  permission: 'report.read',
  input: ofVersion.extend({ format: z.enum(reportFormatNames).default('docx') }),
  async run(context, { year, kind, format }): Promise<GivenFile> {
    const edition = await latestEdition(context, year);
    const version = await readVersion(context, edition, kind);
    if (version.id === null) throw new NotFound('Nothing is written of this version yet.');
    const document = filmScript({
      version,
      year: edition.year,
      partnership: context.partnership.name,
      published_on: publishedOn(edition, version),
    });
    return fileOfDocument(context, document, format, `film-script-${kind}-${edition.year}`);
  },
});

async function versionAsDocument(context: QueryContext, year: string, kind: VersionKind) {
  const edition = await latestEdition(context, year);
  const version = await readVersion(context, edition, kind);
  if (version.id === null) throw new NotFound('Nothing is written of this version yet.');
  return { edition: shown(edition), kind, document: await composedVersion(context, edition, version) };
}

/** The version as it stands, pictures and all. */
export async function composedVersion(
  context: QueryContext,
  edition: Edition,
  version: Version,
): Promise<ReportDocument> {
  const [facts, pictures] = await Promise.all([
    partnershipFacts(context, context.today),
    picturesOf(context, edition.year, version),
  ]);
  return versionDocument({
    version,
    pictures,
    year: edition.year,
    partnership: context.partnership.name,
    published_on: publishedOn(edition, version),
    contact: `To have this in another form, contact ${facts.report_contact ?? 'the partnership’s business unit'}.`,
  });
}

function publishedOn({ state, published_on }: Edition, { signed }: Version): string | null {
  return state === 'published' && published_on !== null && signed !== null
    ? laterOf(published_on, signed.on)
    : null;
}

/** Anybody can read a version from the later of two days on: when the report was published, and when it was signed. */
export const laterOf = (one: string, other: string) => (one > other ? one : other);

/** A picture that was taken away from its record for good is left out. */
async function picturesOf(context: QueryContext, year: string, { kind, parts }: Version) {
  const pictures = new Map<string, Omit<Picture, 'kind' | 'alt' | 'beside'>>();
  for (const { id, picture, priority } of parts) {
    if (id === null || picture === null) continue;
    const kept = await keptPicture(context, id, picture.file_id);
    if (kept === null) continue;
    pictures.set(picture.file_id, {
      ...kept,
      file_id: picture.file_id,
      path: `/report/${year}/versions/${kind}/priorities/${priority}/picture-file`,
    });
  }
  return pictures;
}

/** Null where it was taken away. */
export async function keptPicture(context: QueryContext, partId: string, fileId: string) {
  try {
    const { bytes } = await fileOf(context, `report.version-part/${partId}`, fileId);
    const { media_type, width, height } = cleanPicture(bytes);
    return { media_type, width, height, bytes: Buffer.from(bytes).toString('base64') };
  } catch (error) {
    if (error instanceof NotFound || error instanceof PictureRefused) return null;
    throw error;
  }
}

async function fileOfDocument(
  { partnership }: QueryContext,
  document: ReportDocument,
  format: ReportFormatName,
  called: string,
): Promise<GivenFile> {
  const { extension, media_type, render } = formats[format];
  const name = `${partnership.short_name}-${called}${document.status === 'draft' ? '-draft' : ''}.${extension}`;
  return { file: { name, media_type, bytes: await render(document) } };
}

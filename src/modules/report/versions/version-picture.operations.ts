// The pictures of a version: cleaned of what a camera wrote beside them, tried, and kept with the text they belong to.
import { ref } from '../../../kernel/evidence/evidence.ts';
import { attachFile, fileOf } from '../../../kernel/files/file.operations.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { command, query } from '../../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotFound } from '../../../kernel/operation/refusals.ts';
import { latestEdition } from '../gather.ts';
import type { GivenFile } from '../report.operations.ts';
import { readVersion } from './gather-version.ts';
import { cleanPicture, type PictureFacts, PictureRefused } from './picture.ts';
import { partToChange } from './version.operations.ts';
import { changedPart, describedPicture, newPicture, ofPart } from './version.ts';

export const addPicture = command({
  name: 'report.add-version-picture',
  summary: 'Add a picture to what a version says of one priority, in place of the one it has',
  permission: 'report.write',
  input: newPicture,
  async run(context, { year, kind, priority, file, picture_alt, seen_revision }) {
    const picture = await usablePicture(file);
    const part = await partToChange(context, { year, kind, priority });
    const owner = { ref: ref('report.version-part', part.id), circle_id: null };
    const picture_file_id = await attachFile(context, owner, new UploadedFile(file.name, picture.bytes));
    const change = { picture_file_id, picture_alt };
    await context.write.update('report.version_part', part.id, change, seen_revision);
    return { year: part.edition.year, kind, priority };
  },
});

/** Throws InvalidInput on the field `file`. */
async function usablePicture({ bytes }: UploadedFile): Promise<PictureFacts> {
  try {
    const picture = cleanPicture(bytes);
    if (!(await canBeDrawn(picture)))
      throw new PictureRefused(
        'The picture cannot be drawn. Open it in a picture programme, save it again, then choose it',
      );
    return picture;
  } catch (error) {
    if (error instanceof PictureRefused) throw new InvalidInput({ file: error.message });
    throw error;
  }
}

/** A picture that cannot be read leaves nothing behind. */
async function canBeDrawn({ media_type, bytes }: PictureFacts): Promise<boolean> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const data = Buffer.from(bytes).toString('base64');
  const drawn = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><image width="48" height="48" href="data:${media_type};base64,${data}"/></svg>`,
    { font: { loadSystemFonts: false } },
  );
  return drawn.pixels.some((value) => value !== 0);
}

export const describePicture = command({
  name: 'report.describe-version-picture',
  summary: 'Say in other words what the picture of a priority shows',
  permission: 'report.write',
  input: describedPicture,
  async run(context, { year, kind, priority, picture_alt, seen_revision }) {
    const part = await partToChange(context, { year, kind, priority });
    if (part.picture_file_id === null)
      throw new Conflict('There is no picture yet. Add one, with its words.');
    await context.write.update('report.version_part', part.id, { picture_alt }, seen_revision);
    return { year: part.edition.year, kind, priority };
  },
});

export const takePictureOut = command({
  name: 'report.take-version-picture-out',
  summary: 'Take the picture of a priority out of a version',
  permission: 'report.write',
  input: changedPart,
  async run(context, { year, kind, priority, seen_revision }) {
    const part = await partToChange(context, { year, kind, priority });
    if (part.picture_file_id === null) throw new Conflict('There is no picture to take out.');
    const change = { picture_file_id: null, picture_alt: null };
    await context.write.update('report.version_part', part.id, change, seen_revision);
    return { year: part.edition.year, kind, priority };
  },
});

export const readPicture = query({
  name: 'report.read-version-picture',
  summary: 'The picture of a priority in a version',
  permission: 'report.read',
  input: ofPart,
  async run(context, { year, kind, priority }): Promise<GivenFile> {
    const version = await readVersion(context, await latestEdition(context, year), kind);
    const part = version.parts.find((one) => one.priority === priority);
    if (!part?.id || part.picture === null) throw new NotFound('There is no picture for this priority.');
    return { file: await fileOf(context, ref('report.version-part', part.id), part.picture.file_id) };
  },
});

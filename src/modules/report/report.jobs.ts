// After publication the three files are made once and kept with the edition, so that what people download never changes.
import { keepBytes } from '../../kernel/files/file.operations.ts';
import type { Job } from '../../kernel/records/room.ts';
import { type Edition, type Frozen } from './gather.ts';
import { formats, type ReportFormatName, reportFormatNames } from './output/formats.ts';
import { fileName } from './report.operations.ts';

/** Makes only what is not there yet, so that running twice leaves one file of each form. */
export const renderFiles: Job = async (context, { edition_id }) => {
  const { db, partnership, write } = context;
  // Held until the files are there, so that a withdrawal at the same moment seals them too.
  const edition = await db.one(
    db
      .from('report.edition')
      .select(['id', 'year', 'state', 'frozen'])
      .where('id', '=', String(edition_id))
      .forShare(),
  );
  if (edition.state !== 'published') return;
  const owner_ref = `report.edition/${edition.id}`;
  const there = await db.all(db.from('kernel.file').select('media_type').where('owner_ref', '=', owner_ref));
  const { document } = edition.frozen as Frozen;
  for (const format of reportFormatNames) {
    const { media_type } = formats[format];
    if (there.some((file) => file.media_type === media_type)) continue;
    const { sha256, size } = await keepBytes(context, await formats[format].render(document));
    const name = fileName(
      partnership.short_name,
      edition as Pick<Edition, 'year' | 'state'>,
      format satisfies ReportFormatName,
    );
    await write.insert('kernel.file', { owner_ref, name, media_type, size, sha256 });
  }
};

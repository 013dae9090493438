// The part of the checker that reads a published report into drafts of records, for the rooms that take them over.
import type { Room } from '../../../kernel/records/room.ts';
import { adoptDocument, adoptionNeeds, listAdoptions, readAdoptedFile } from './adoption.operations.ts';
import { adoptionPages } from './adoption.pages.ts';
import { adoptionRecords } from './adoption.records.ts';
import { deciding } from './draft.operations.ts';
import { adoptionChoices, closeAdoption, dropDraft, takeBackDraft } from './dropping.operations.ts';
import { draftPages } from './draft.pages.ts';

type Part = Required<Pick<Room, 'operations' | 'pages' | 'records' | 'choices' | 'needsYou'>>;

/** `rooms`: those that take something over. */
export function adoption(rooms: readonly Pick<Room, 'adopts'>[]): Part {
  const acts = deciding(rooms.flatMap(({ adopts }) => adopts ?? []));
  const { readAdoption, readDraft, acceptDraft, acceptDrafts } = acts;
  return {
    operations: [
      adoptDocument,
      listAdoptions,
      readAdoption,
      readDraft,
      readAdoptedFile,
      ...acceptDraft.values(),
      acceptDrafts,
      dropDraft,
      takeBackDraft,
      closeAdoption,
    ],
    pages: [...adoptionPages(acts), ...draftPages(acts)],
    records: adoptionRecords,
    choices: adoptionChoices,
    needsYou: adoptionNeeds,
  };
}

// What a person has judged about the yearly report's duties. Every other duty is left to the linked evidence, which
// makes it partly met at most, or missing.
import type { EditionFacts } from '../edition-facts.ts';

const by = 'business-manager';

export const judgements: NonNullable<EditionFacts['judgements']> = [
  {
    duty: 'YR23-01',
    status: 'met',
    by,
    note: 'Five priorities, each with what was done, how it is known to make a difference and what comes next (002:248).',
  },
  {
    duty: 'YR23-02',
    status: 'met',
    by,
    note: 'Work under the arrangements is told for each priority, with reviews and their learning (002:250-613, 690-734).',
  },
  {
    duty: 'YR23-09',
    status: 'met',
    by,
    note: 'A chapter on voice says how feedback was sought and used (002:621-688). How many children took part is not counted.',
  },
  {
    duty: 'YR23-11',
    status: 'met',
    by,
    note: 'Two education seats at the strategic table are named, and operational ones are planned (002:927-940).',
  },
  {
    duty: 'YR23-14',
    status: 'met',
    by,
    note: 'The national context says which reforms are being put in place and by whom (002:69-97).',
  },
];

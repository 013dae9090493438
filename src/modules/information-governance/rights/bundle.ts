// The answer to a subject access request, as what it says: each record with its words, a mark where words are left out, and
// in general terms what was not given and under which ground. Nothing that is left out is in it, nor how long it was. Pure.
import { piecesOf, type Piece } from './left-out.ts';
import type { RecordRead } from './record-reading.ts';
import { type Decision, type Ground, grounds } from './subject-request.ts';
import type { Span } from './left-out.ts';

/** Stands wherever words were left out, whether one or a hundred. */
export const leftOutMark = '[words left out]';
const fileConcept = 'kernel.file';

export interface BundleEntry {
  label: string;
  pieces: Piece[];
}

export interface BundleSection {
  heading: string;
  entries: BundleEntry[];
}

export interface Bundle {
  partnership: string;
  asked_by: string;
  about: string;
  received_on: string;
  made_on: string;
  sections: BundleSection[];
  /** Documents that are given beside this one. */
  files: Piece[][];
  left_out: string[];
}

export interface Decided {
  record: RecordRead;
  decision: Decision;
  ground: Ground | null;
  spans: readonly Span[];
}

export interface BundleFacts {
  partnership: string;
  asked_by: string;
  about_names: string;
  received_on: string;
  made_on: string;
}

export function bundleOf({ about_names, ...facts }: BundleFacts, decided: readonly Decided[]): Bundle {
  const given = decided.filter(({ decision }) => decision !== 'withhold');
  const files = given.filter(({ record }) => record.kind.concept === fileConcept);
  const records = given.filter(({ record }) => record.kind.concept !== fileConcept);
  const counts = new Map<string, number>();
  return {
    ...facts,
    about: about_names.split('\n')[0]?.trim() ?? '',
    sections: records.map(({ record, spans }) => {
      const number = (counts.get(record.kind.word) ?? 0) + 1;
      counts.set(record.kind.word, number);
      return {
        // Never a record's own title: it may hold words that are left out.
        heading: `${record.kind.word} ${number}`,
        entries: record.fields.map((one) => ({ label: one.label, pieces: piecesOf(one, spans) })),
      };
    }),
    files: files.map(({ record, spans }) =>
      record.fields.filter(({ field }) => field === 'name').flatMap((one) => piecesOf(one, spans)),
    ),
    left_out: leftOut(decided),
  };
}

function leftOut(decided: readonly Decided[]): string[] {
  const told = decided.filter(
    ({ decision, ground }) => decision !== 'include' && ground !== null && grounds[ground].told !== '',
  );
  const byGround = Map.groupBy(told, ({ ground }) => ground as Ground);
  return [...byGround].map(([ground, of]) => {
    const whole = of.filter(({ decision }) => decision === 'withhold').length;
    const words = of.length - whole;
    const what = [
      whole > 0 && (whole === 1 ? '1 record is not given' : `${whole} records are not given`),
      words > 0 &&
        (words === 1 ? 'words are left out of 1 record' : `words are left out of ${words} records`),
    ].filter((part) => part !== false);
    const sentence = what.join(', and ');
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${grounds[ground].told}`;
  });
}

/** Told to everybody alike, so that it gives nothing away. */
export const neverSaid =
  'The law lets us leave out some things without saying so: where saying it could harm somebody, or get in the way of protecting a child or of finding out about a crime. We say this to everybody who asks, whether or not we left such a thing out (Data Protection Act 2018, schedules 2 and 3).';

/** What everybody who asks is told, whatever is held. */
export const rights = [
  'You can ask us to put right what is wrong in these records, or to add a note that says how you see it.',
  'If you think that we left out too much, or that we have not answered well, tell us, and we will look at it again.',
  'You can complain to the Information Commissioner’s Office (ICO) at any time: ico.org.uk/make-a-complaint, or telephone 0303 123 1113. You can also go to court.',
];

// Anchors: what is known of an audit trail outside the database it stands in (an entry's number and its hash), so that
// somebody who owns the database can neither cut the trail off nor write it anew unnoticed. They are kept in three places:
// an append-only file beside the database, a daily letter to named officers, and the manifest of every backup.
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { showDay } from '../../surfaces/web/components/day.ts';
import { dayIn } from '../calendar/day.ts';
import { InvalidInput } from '../operation/refusals.ts';
import type { Expected } from './verify.ts';

const keptAnchor = z.strictObject({
  /** `restored`: a backup was restored, and the trail stood at this entry afterwards. */
  kind: z.enum(['daily', 'restored']),
  /** UTC instant. */
  at: z.iso.datetime(),
  partnership_id: z.uuid(),
  partnership: z.string(),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeptAnchor = z.infer<typeof keptAnchor>;

export interface Anchors {
  /** On return the line is on disk. */
  keep(anchor: KeptAnchor): Promise<void>;
  /** In the order they were kept in; and how many lines could not be read. */
  read(partnership_id: string): Promise<{ kept: KeptAnchor[]; unreadable: number }>;
}

/** One line of JSON for each anchor; the program only ever adds lines. */
export function anchorFile(path: string): Anchors {
  return {
    async keep(anchor) {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a+', 0o600);
      try {
        // A line that a power cut left half written is ended first.
        const { size } = await file.stat();
        const last =
          size === 0 ? '\n' : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString('latin1');
        await file.appendFile(`${last === '\n' ? '' : '\n'}${JSON.stringify(anchor)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async read(partnership_id) {
      const lines = (await textOf(path)).split('\n').filter((line) => line !== '');
      const anchors = lines.map(anchorIn);
      return {
        kept: anchors.filter((anchor) => anchor?.partnership_id === partnership_id) as KeptAnchor[],
        unreadable: anchors.filter((anchor) => anchor === undefined).length,
      };
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function anchorIn(line: string): KeptAnchor | undefined {
  try {
    return keptAnchor.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * What the kept anchors lead one to expect of the trail today. A restore sets a trail back to an earlier entry: what was
 * known of later ones then no longer holds, and that is said instead.
 */
export function expectedOf(kept: readonly KeptAnchor[]): { expected: Expected[]; notes: string[] } {
  let expected: Expected[] = [];
  const notes: string[] = [];
  for (const { kind, at, seq, hash } of kept) {
    const day = showDay(dayIn(at));
    if (kind === 'restored') {
      const lost = Math.max(0, ...expected.map((each) => each.seq)) - seq;
      if (lost > 0) {
        notes.push(
          `A backup was restored on ${day}: the trail went back to entry ${seq}, and at least ${lost} later ${lost === 1 ? 'entry was' : 'entries were'} lost with what they record.`,
        );
      }
      expected = expected.filter((each) => each.seq <= seq);
    }
    if (seq > 0)
      expected.push({
        seq,
        hash,
        from: kind === 'daily' ? `what was kept on ${day}` : `the restore of ${day}`,
      });
  }
  return { expected, notes };
}

/** An anchor as people pass it on. */
export function anchorText({
  partnership,
  seq,
  hash,
}: {
  partnership: string;
  seq: number;
  hash: string;
}): string {
  return `${partnership}:${seq}:${hash}`;
}

/**
 * Reads anchors as they stand in a letter, with or without the partnership, several one after another; those of other
 * partnerships are left aside. Throws InvalidInput on the field `anchor` for what is none, or when none is of this partnership.
 */
export function readAnchors(text: string, partnership: string, from: string): Expected[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const read = words.map((word) => {
    const parts = /^(?:([a-z][a-z0-9-]{1,40}):)?(\d{1,15}):([0-9a-f]{64})$/i.exec(word);
    if (parts !== null)
      return { of: parts[1]?.toLowerCase(), seq: Number(parts[2]), hash: (parts[3] ?? '').toLowerCase() };
    throw refusedAnchor(
      `“${word.slice(0, 40)}” is not an anchor. Copy the line from the letter whole: the number of the entry, a colon, and 64 letters and digits.`,
    );
  });
  const ours = read.filter(({ of, seq }) => (of === undefined || of === partnership) && seq > 0);
  if (read.length > 0 && ours.length === 0) {
    throw refusedAnchor(
      `None of these anchors is of ${partnership}. Take the letter, or the backup, of this partnership.`,
    );
  }
  return ours.map(({ seq, hash }) => ({ seq, hash, from }));
}

function refusedAnchor(why: string): InvalidInput {
  return new InvalidInput({ anchor: why }, why);
}

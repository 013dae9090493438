// `audit verify` at the command line: anchors may be given several times, and the heads of a backup are anchors too. A page
// or a program cannot name a file of the server, so this is read here and handed to the operation as its own input.
import { readBackup } from '../../backup/read-backup.ts';
import { anchorText } from '../../kernel/audit-trail/anchors.ts';
import { verifyTrail } from '../../kernel/audit-trail/audit-trail.operations.ts';
import type { Operation } from '../../kernel/operation/operation.ts';
import { type Given, UsageProblem } from './arguments.ts';

/** The arguments with `--backup FILE` turned into anchors. Throws BackupProblem when the backup is not whole. */
export async function withAnchors(
  operation: Operation,
  given: Given,
  passphrase: () => string | undefined,
): Promise<Given> {
  const { backup, anchor, ...options } = given.options;
  if (operation.name !== verifyTrail.name || (backup === undefined && anchor === undefined)) return given;
  if (backup === true || anchor === true) {
    throw new UsageProblem(
      '--anchor takes a line from a letter, and --backup a file. Usage: golden-thread audit verify [--anchor LINE] [--backup FILE]',
    );
  }
  const anchors = [anchor ?? []].flat();
  for (const path of [backup ?? []].flat()) {
    const { manifest } = await readBackup(path, passphrase());
    anchors.push(...manifest.trails.map(anchorText));
  }
  return { ...given, options: { ...options, anchor: anchors.join(' ') } };
}

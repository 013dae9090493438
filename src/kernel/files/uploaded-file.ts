// A file as it came in through a form, the API or the command line: its name and its bytes, not yet checked or kept.
// The bytes are out of sight of whatever hashes or prints an input (idempotency, logs); the hash stands for them.
import { createHash } from 'node:crypto';

export class UploadedFile {
  /** As the sender named it; not safe to use as a name (file-name.ts). */
  readonly name: string;
  readonly sha256: string;
  readonly #bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#bytes = bytes;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }
}

/** JSON has no bytes: there a file is `{ name, base64 }`. Anything else is given back as it is. */
export function readUploaded(sent: unknown): unknown {
  if (sent === null || typeof sent !== 'object' || sent instanceof UploadedFile) return sent;
  const { name, base64 } = sent as Record<string, unknown>;
  if (typeof name !== 'string' || typeof base64 !== 'string' || !/^[A-Za-z0-9+/=\s]*$/.test(base64))
    return sent;
  return new UploadedFile(name, Buffer.from(base64, 'base64'));
}

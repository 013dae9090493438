// Secrets that must be read again (an authenticator's) are sealed by AES-256-GCM under a key derived by HKDF-SHA-256 from
// the installation's own secret, so that a copy of the database alone holds none. A seal is bound to what it belongs to
// (an account's id): moved to another row, it does not open.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { House } from '../operation/perform.ts';

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

export interface Binding {
  /** What the secret is for; each purpose has a key of its own. */
  purpose: string;
  /** Whose it is. */
  owner: string;
}

export function seal(house: Pick<House, 'secret'>, { purpose, owner }: Binding, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(house, purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${sealed.toString('base64url')}`;
}

/** Throws where the seal was altered, belongs to another owner or purpose, or was made under another secret. */
export function unseal(house: Pick<House, 'secret'>, { purpose, owner }: Binding, sealed: string): string {
  const [given, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  if (given !== version || bytes.length < ivBytes + tagBytes) throw new Error('This seal cannot be read.');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(house, purpose), bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes, bytes.length - tagBytes));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

function keyFor({ secret }: Pick<House, 'secret'>, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `golden-thread sealing ${purpose}`, 32));
}

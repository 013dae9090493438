// A device that keeps passkeys, in software, for tests: it does what WebAuthn level 3 says an authenticator and a browser
// do (ES256, attestation "none"), so that the server's side is tested with real keys and real signatures.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

interface Options {
  challenge: string;
  rp?: { id?: string };
  rpId?: string;
  user?: { id: string };
}

interface Kept {
  id: string;
  site: string;
  user: string;
  key: KeyObject;
  uses: number;
}

export class SoftDevice {
  readonly origin: string;
  /** Whether the device asks for a fingerprint or PIN. */
  verifies = true;
  private readonly kept: Kept[] = [];

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Makes a passkey; gives what a browser sends. */
  create(options: Options): string {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(16);
    const site = options.rp?.id ?? '';
    this.kept.push({
      id: id.toString('base64url'),
      site,
      user: options.user?.id ?? '',
      key: privateKey,
      uses: 0,
    });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = map([
      [number(1), number(2)],
      [number(3), number(-7)],
      [number(-1), number(1)],
      [number(-2), bytes(Buffer.from(x, 'base64url'))],
      [number(-3), bytes(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, cose]);
    const authData = Buffer.concat([this.header(site, 0x40, 0), attested]);
    const attestation = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return this.answer(id.toString('base64url'), {
      clientDataJSON: this.client('webauthn.create', options.challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Opens the latest passkey of the site; gives what a browser sends. */
  get(options: Options): string {
    const passkey = this.kept.findLast(({ site }) => site === options.rpId);
    if (passkey === undefined) throw new Error('This device has no passkey for the site.');
    passkey.uses += 1;
    const authenticatorData = this.header(passkey.site, 0, passkey.uses);
    const client = this.client('webauthn.get', options.challenge);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()]);
    return this.answer(passkey.id, {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(passkey.key).toString('base64url'),
      userHandle: passkey.user,
    });
  }

  private header(site: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const present = 0x01 | (this.verifies ? 0x04 : 0);
    return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.from([flags | present]), count]);
  }

  private client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private answer(id: string, response: object): string {
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}

// As much of CBOR (RFC 8949) as an attestation needs.
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (pairs: [Buffer, Buffer][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

// Passwords: argon2id, with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). Twelve characters and no rule of
// composition (NIST SP 800-63B-4, NCSC): instead, none of those that are tried first.
import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../operation/refusals.ts';
import { isCommon } from './common-passwords.ts';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const leastPasswordLength = 12;
/** Far beyond any password manager's; the point is that a megabyte is not hashed. */
const mostPasswordLength = 300;

/** Throws InvalidInput at `field`, saying what to do, where the password will not do for the account of this e-mail address. */
export function refuseWeakPassword(password: string, email: string, field = 'password'): void {
  const problem = weaknessOf(password.normalize('NFKC'), email);
  if (problem !== undefined) throw new InvalidInput({ [field]: problem });
}

function weaknessOf(password: string, email: string): string | undefined {
  const { length } = Array.from(password);
  if (length < leastPasswordLength) {
    return `The password must have at least ${leastPasswordLength} characters. Three or four unrelated words are a good one`;
  }
  if (length > mostPasswordLength) return `The password must have at most ${mostPasswordLength} characters`;
  const plain = password.toLowerCase();
  const letters = plain.replaceAll(/[^a-z0-9]/g, '');
  if (namesOf(email).some((name) => plain.includes(name) || letters.includes(name))) {
    return 'The password must not contain your e-mail address';
  }
  if (letters.includes('goldenthread')) return 'The password must not contain the name of this service';
  if (isCommon(password)) {
    return 'This password is one that people who break in try first. Choose another: three or four unrelated words are a good one';
  }
  return undefined;
}

/** What of an e-mail address must not stand in a password: the part before the @, and its pieces of five letters and more. */
function namesOf(email: string): string[] {
  const local = email.toLowerCase().split('@')[0] ?? '';
  const names = [email.toLowerCase(), local, local.replaceAll(/[^a-z0-9]/g, ''), ...local.split(/[^a-z]+/)];
  return names.filter((name) => name.length >= 5);
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

// Verified against when there is no such account, so that the answer takes as long either way.
const nobody = hash('nobody has this password', parameters);

/** Whether the password fits; without a stored hash it takes as long and says no. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC').slice(0, 2000));
  return stored !== null && fits;
}

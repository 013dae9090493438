// Passwords: argon2id, with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const leastPasswordLength = 12;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

// Verified against when there is no such account, so that the answer takes as long either way.
const nobody = hash('nobody has this password', parameters);

/** Whether the password fits; without a stored hash it takes as long and says no. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return stored !== null && fits;
}

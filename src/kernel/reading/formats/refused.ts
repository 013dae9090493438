// A file that cannot be read, said to the person who gave it.
import { InvalidInput } from '../../operation/refusals.ts';

export function refused(message: string): InvalidInput {
  return new InvalidInput({ file: message }, message);
}

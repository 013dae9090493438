// The report as a Word file, for those who must still edit, comment or sign in Word.
import type { ReportDocument } from '../document.ts';
import { press } from './press.ts';
import { inReadingOrder } from './reading-order.ts';

/** Throws PressFailure when the file cannot be made or takes over a minute. */
export function renderWord(document: ReportDocument): Promise<Uint8Array> {
  return press.print({ form: 'Word file', document: inReadingOrder(document) });
}

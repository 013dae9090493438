// What was taken out of a record, as its page says it: when, from where, and why; never the words.
import type { Ref } from '../evidence/evidence.ts';
import type { QueryContext } from '../operation/operation.ts';

export interface Redacted {
  field: string;
  redacted_on: string;
  reason: string;
}

/** Redactions of a record, the latest first; read by whoever has read the record. */
export function redactionsOf({ db }: QueryContext, record: Ref): Promise<Redacted[]> {
  return db.all(
    db
      .from('kernel.redaction')
      .select(['field', 'redacted_on', 'reason'])
      .where('shown_on', '=', record)
      .orderBy('redacted_on', 'desc')
      .orderBy('id', 'desc'),
  );
}

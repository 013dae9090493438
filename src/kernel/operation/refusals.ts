// The four refusals: everything the product says no to, worded for the person. Anything else is a fault.

/** What was sent does not fit; `fields` says it field by field. */
export class InvalidInput extends Error {
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>, message = 'There is a problem with what you entered.') {
    super(message);
    this.name = 'InvalidInput';
    this.fields = fields;
  }
}

/** The person may see that this exists but may not do it. */
export class NotAllowed extends Error {
  constructor(
    message = 'You do not have permission to do this. Ask your business manager if you think you should.',
  ) {
    super(message);
    this.name = 'NotAllowed';
  }
}

/** It does not exist, or this person may not know that it does: the two answer alike. */
export class NotFound extends Error {
  constructor(message = 'We could not find that. It may have been moved, or you may not have access to it.') {
    super(message);
    this.name = 'NotFound';
  }
}

/** Something else happened first, or the state of things does not allow it now. */
export class Conflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Conflict';
  }
}

export type Refusal = InvalidInput | NotAllowed | NotFound | Conflict;

export function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof InvalidInput ||
    error instanceof NotAllowed ||
    error instanceof NotFound ||
    error instanceof Conflict
  );
}

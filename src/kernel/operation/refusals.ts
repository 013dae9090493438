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

/** A person whose last appointment has ended, or whose first day is to come: nothing here is open to them today. */
export class NoAppointment extends NotAllowed {
  constructor() {
    super(
      'You have no appointment in force in this partnership today, so nothing here is open to you. Ask its business manager.',
    );
    this.name = 'NoAppointment';
  }
}

/** It does not exist, or this person may not know that it does: the two answer alike. */
export class NotFound extends Error {
  constructor(message = 'We could not find that. It may have been moved, or you may not have access to it.') {
    super(message);
    this.name = 'NotFound';
  }
}

/** It was here for anybody, and was withdrawn. */
export class Gone extends NotFound {
  constructor(message: string) {
    super(message);
    this.name = 'Gone';
  }
}

/** Something else happened first, or the state of things does not allow it now. */
export class Conflict extends Error {
  /** Where the person can do something about it. */
  readonly offer: { href: string; text: string } | undefined;
  constructor(message: string, offer?: { href: string; text: string }) {
    super(message);
    this.name = 'Conflict';
    this.offer = offer;
  }
}

/** What others made of a record after the person had opened it. */
export interface Meanwhile {
  /** The revision as it stands now. */
  revision: number;
  /** Who changed it since, and when they last did (UTC instant). */
  by: string[];
  at: string | null;
  /** Values that differ, by field. */
  changes: { field: string; before: unknown; now: unknown }[];
}

/** Somebody else saved first. It says what they changed, so that the second person decides instead of overwriting. */
export class ChangedMeanwhile extends Conflict {
  readonly meanwhile: Meanwhile;
  constructor(meanwhile: Meanwhile) {
    const who = meanwhile.by.length > 0 ? meanwhile.by.join(' and ') : 'Somebody else';
    super(
      `${who} changed this while you had it open. Nothing of yours was saved yet. Look at what changed, then decide.`,
    );
    this.name = 'ChangedMeanwhile';
    this.meanwhile = meanwhile;
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

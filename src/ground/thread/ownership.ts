// Who may report on an action, and who may check it: its owners report, and somebody else checks. Pure.

export interface Owned {
  owner_agency_id: string | null;
  owner_person_id: string | null;
}

export interface Acting {
  person_id: string | null;
  agency_ids: readonly string[];
}

/** Whether an action belongs to somebody: to them by name, or to an agency of theirs. */
export function owns(actor: Acting, action: Owned): boolean {
  return (
    (action.owner_person_id !== null && action.owner_person_id === actor.person_id) ||
    (action.owner_agency_id !== null && actor.agency_ids.includes(action.owner_agency_id))
  );
}

/**
 * Why somebody may not check an action, or null where they may. A check is made by someone other than the owner: not by
 * the person who owes it, and not by somebody who belongs to the owning agency and to no other.
 */
export function whyNotCheck(checker: Acting, action: Owned): string | null {
  if (action.owner_person_id !== null && action.owner_person_id === checker.person_id) {
    return 'You own this action, so somebody else has to check it. Ask the business manager who could.';
  }
  const [only, ...others] = checker.agency_ids;
  if (only !== undefined && others.length === 0 && only === action.owner_agency_id) {
    return 'Your agency owns this action, so somebody of another agency has to check it. Ask the business manager who could.';
  }
  return null;
}

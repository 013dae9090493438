// How binding a rule is, and how firmly we know it. Every rule in this folder says both, because a partnership acts on
// them: a rule nobody has confirmed may ask a person to check, and may never accuse anyone of a breach.

/** How binding a duty or a limit is, strongest first. */
export const obligations = {
  must: 'Required by Act or regulations',
  'must-guidance': 'Required by statutory guidance',
  should: 'Expected by statutory guidance',
  'panel-guidance': 'Expected by the national Panel',
  local: 'Set by the partnership',
  conditional: 'Applies only in some areas',
  optional: 'Good practice',
} as const;

export type Obligation = keyof typeof obligations;

/** How a rule came to be in these tables. */
export const marks = {
  found: 'Seen in published material',
  seed: 'Seen in a partnership’s own report',
  known: 'From knowledge of the law, not yet checked against its text',
  uncertain: 'Uncertain: the figure or wording may be off',
} as const;

export type Mark = keyof typeof marks;

/** Only what has been seen in writing counts as verified. */
export function isVerified(mark: Mark): boolean {
  return mark === 'found' || mark === 'seed';
}

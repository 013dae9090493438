// A look: one entry of the audit trail by which somebody was shown restricted records. Whoever changes a record has an entry
// too, but that is no look: it names fields. Words and rules, no I/O.
import { type Ref, refParts } from '../../../kernel/evidence/evidence.ts';
import { circleConcept } from '../../../kernel/access/seen.ts';

export const emergencyConcept = 'circles.emergency-access';

/** What a look needs of an entry's body. */
export interface Look {
  seq: number;
  at: string;
  person_id: string | null;
  person: string;
  roles: string[];
  operation: string;
  refs: Ref[];
  purpose: string | null;
}

/** How the records were shown, in a person's words. */
export function wayOf({ operation, refs }: Pick<Look, 'operation' | 'refs'>): string {
  if (isEmergency({ refs })) return 'Opened in an emergency';
  if (operation.endsWith('.read-file')) return 'File downloaded';
  if (/\.form$|-to-change$/.test(operation)) return 'Opened in a form';
  if (/\.(list|choose)-|overview|home\.|\.read-thread$/.test(operation)) return 'Shown in a list';
  return 'Opened';
}

export function isEmergency({ refs }: Pick<Look, 'refs'>): boolean {
  return refs.some((ref) => refParts(ref).concept === emergencyConcept);
}

/** The circles that the records of a look were in at the time. */
export function circlesIn({ refs }: Pick<Look, 'refs'>): string[] {
  return refs.map(refParts).flatMap(({ concept, id }) => (concept === circleConcept ? [id] : []));
}

/** The records of a look, without what the entry notes beside them. */
export function recordsIn({ refs }: Pick<Look, 'refs'>): Ref[] {
  return refs.filter((ref) => ![circleConcept, emergencyConcept].includes(refParts(ref).concept));
}

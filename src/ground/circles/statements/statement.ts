// The monthly statement to an agency: what its own people looked at, and who of others looked at what it gave. References and
// purposes, never content (design 3; UK GDPR article 5(2)). Pure.
import { type Ref, refParts } from '../../../kernel/evidence/evidence.ts';
import type { Role } from '../../../kernel/access/roles.ts';
import { isEmergency, type Look, recordsIn, circlesIn, wayOf } from './look.ts';

export interface Belonging {
  name: string;
  /** Agencies the person belonged to or was appointed for in the month. */
  agencies: { id: string; name: string }[];
}

export interface Opening {
  at: string;
  /** Of the agency itself, or of another. */
  own: boolean;
  person: string;
  /** For its own people. */
  roles: Role[];
  /** For the others. */
  agency: string | null;
  records: Ref[];
  way: string;
  purpose: string | null;
  emergency: boolean;
}

export interface Known {
  people: ReadonlyMap<string, Belonging>;
  /** The agency that gave what a circle holds, by the circle's id. */
  originators: ReadonlyMap<string, string>;
  /** The circle of each record that was shown together with records of other circles. */
  circleOf: ReadonlyMap<Ref, string>;
  /** Why an emergency access was asked for, by its reference. */
  reasons: ReadonlyMap<Ref, string>;
}

export function statementFor(agencyId: string, looks: readonly Look[], known: Known): Opening[] {
  return looks.flatMap((look) => {
    const belonging = known.people.get(look.person_id ?? '');
    const own = belonging?.agencies.some(({ id }) => id === agencyId) ?? false;
    const records = own ? recordsIn(look) : givenBy(agencyId, look, known);
    if (records.length === 0) return [];
    return [
      {
        at: look.at,
        own,
        person: look.person,
        roles: own ? (look.roles as Role[]) : [],
        agency: own ? null : (belonging?.agencies.map(({ name }) => name).join(', ') ?? null),
        records,
        way: wayOf(look),
        purpose: look.purpose ?? look.refs.map((ref) => known.reasons.get(ref)).find(Boolean) ?? null,
        emergency: isEmergency(look),
      },
    ];
  });
}

/** Those of the records that lie in a circle of the agency's. */
function givenBy(agencyId: string, look: Look, { originators, circleOf }: Known): Ref[] {
  const [circle, ...others] = new Set(circlesIn(look));
  if (circle === undefined) return [];
  if (others.length === 0) return originators.get(circle) === agencyId ? recordsIn(look) : [];
  return recordsIn(look).filter((ref) => originators.get(circleOf.get(ref) ?? '') === agencyId);
}

/** Kinds of record by how many there are: "3 findings" without a word of them. */
export function kindsIn(records: readonly Ref[], wordFor: (concept: string) => string): string {
  const counts = Map.groupBy(records, (ref) => wordFor(refParts(ref).concept));
  return [...counts].map(([word, of]) => (of.length === 1 ? word : `${word} × ${of.length}`)).join(', ');
}

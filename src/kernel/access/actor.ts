// Who is asking: a person with the appointments in force today (also by a token, within what it was made for), a guest who
// was asked one thing, or the operator at the server's own command line. Read afresh in every transaction, so that an
// appointment that ended yesterday opens nothing today.
import type { Transaction } from '../../database/connection.ts';
import type { Partnership } from '../operation/operation.ts';
import { NotFound } from '../operation/refusals.ts';
import { Unauthenticated, type UsedToken } from './api-token.ts';
import { type Asked, askedBy, type AskedRow, guestLinkStatement } from './guest-link.ts';
import { type Permission, permissionsOf, type Role } from './roles.ts';

export interface Actor {
  /** Null for the operator. */
  person_id: string | null;
  name: string;
  roles: Role[];
  /** Agencies the person belongs to or is appointed for. */
  agency_ids: string[];
  body_ids: string[];
  circle_ids: string[];
  operator: boolean;
  /** What a guest was asked; null for everybody else. */
  asked: Asked | null;
  /** The token by which another system acts for the person. */
  token: UsedToken | null;
  can(permission: Permission): boolean;
}

export type Identity =
  | { kind: 'person'; person_id: string; token?: UsedToken }
  | { kind: 'guest'; link_id: string }
  | { kind: 'operator' }
  | { kind: 'public' };

interface ActorRow {
  short_name: string;
  partnership_name: string;
  demonstration: boolean;
  name: string | null;
  agency_id: string | null;
  appointments: { role: Role; body_id: string | null; agency_id: string | null }[];
  circle_ids: string[];
}

// One statement, because every request pays for it. A person without an appointment in force may do nothing. A token opens no
// circle that an agency keeps control of: what goes to another system is an export, and that is asked for and done by a person.
const actorStatement = `select q.short_name, q.name as partnership_name, q.demonstration, p.name, p.agency_id,
  coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'body_id', a.body_id, 'agency_id', a.agency_id))
    from governance.appointment a where a.partnership_id = $1 and a.person_id = $2
    and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $3::date)), '[]'::jsonb) as appointments,
  coalesce((select array_agg(m.member_of::text) from kernel.circle_member m
    where m.partnership_id = $1 and m.person_id = $2 and m.from_on <= $3::date
    and (m.until_on is null or m.until_on >= $3::date)
    and (m.expires_at is null or m.expires_at > $4::timestamptz)
    and (not $5::boolean or not exists (select from kernel.circle c where c.partnership_id = $1 and c.id = m.member_of
      and c.originator_agency_id is not null))), '{}') as circle_ids
  from kernel.partnership q left join governance.person p on p.partnership_id = $1 and p.id = $2
  where q.id = $1`;

/** Reads the actor, in a transaction of the partnership's context, and opens the actor's circles. Throws NotFound for an unknown partnership or person. */
export async function enter(
  transaction: Transaction,
  partnershipId: string,
  identity: Identity,
  clock: { today: string; now: string },
): Promise<{ actor: Actor; partnership: Partnership }> {
  // A guest stands on the person who asked: what that person may no longer see or ask, the guest may not either.
  const link =
    identity.kind === 'guest' ? await readLink(transaction, partnershipId, identity.link_id) : null;
  const personId = identity.kind === 'person' ? identity.person_id : (link?.asked_by_id ?? null);
  const [row] = await transaction.text<ActorRow & Record<string, unknown>>(actorStatement, [
    partnershipId,
    personId,
    clock.today,
    clock.now,
    identity.kind === 'person' && identity.token !== undefined,
  ]);
  if (row === undefined || (personId !== null && row.name === null)) throw new NotFound();
  const partnership: Partnership = {
    id: partnershipId,
    short_name: row.short_name,
    name: row.partnership_name,
    demonstration: row.demonstration,
  };
  if (row.circle_ids.length > 0) {
    await transaction.text('select kernel.set_context($1, $2)', [partnershipId, row.circle_ids.join(',')]);
  }
  const actor =
    identity.kind === 'person'
      ? personActor(identity.person_id, row, identity.token ?? null)
      : link !== null && personId !== null
        ? guestActor(link, personActor(personId, row, null), clock.today)
        : identity.kind === 'operator'
          ? operatorActor()
          : publicActor;
  return { actor, partnership };
}

async function readLink(transaction: Transaction, partnershipId: string, linkId: string): Promise<AskedRow> {
  const [link] = await transaction.text<AskedRow>(guestLinkStatement, [partnershipId, linkId]);
  if (link === undefined) throw new NotFound();
  return link;
}

/** May do nothing of itself; perform() lets it do what it was asked, and nothing else. */
function guestActor(link: AskedRow, inviter: Actor, today: string): Actor {
  return {
    ...publicActor,
    name: `Guest: ${link.name}, asked by ${inviter.name}`,
    circle_ids: inviter.circle_ids,
    asked: askedBy(link, inviter, today),
  };
}

function personActor(personId: string, row: ActorRow, token: UsedToken | null): Actor {
  const roles = [...new Set(row.appointments.map((a) => a.role))];
  if (token !== null && roles.length === 0) throw new Unauthenticated('left');
  const held = permissionsOf(roles);
  const agencies = row.appointments.flatMap((a) => (a.agency_id === null ? [] : [a.agency_id]));
  if (row.agency_id !== null) agencies.push(row.agency_id);
  return {
    person_id: personId,
    name: row.name ?? '',
    roles,
    agency_ids: [...new Set(agencies)],
    body_ids: [...new Set(row.appointments.flatMap((a) => (a.body_id === null ? [] : [a.body_id])))],
    circle_ids: row.circle_ids,
    operator: false,
    asked: null,
    token,
    can: (permission) => held.has(permission) && (token === null || token.scopes.includes(permission)),
  };
}

/** The operator sets a partnership up and looks after it; the operator does not read or write its records. */
export function operatorActor(): Actor {
  return {
    person_id: null,
    name: 'Operator at the command line',
    roles: [],
    agency_ids: [],
    body_ids: [],
    circle_ids: [],
    operator: true,
    asked: null,
    token: null,
    can: (permission) => permission === 'governance.write' || permission === 'access.manage',
  };
}

/** Anybody at all: may see what is published, and nothing else. */
const publicActor: Actor = {
  person_id: null,
  name: 'The public',
  roles: [],
  agency_ids: [],
  body_ids: [],
  circle_ids: [],
  operator: false,
  asked: null,
  token: null,
  can: () => false,
};

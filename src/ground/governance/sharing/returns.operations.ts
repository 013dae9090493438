// Who can give returns today, and by which agreement; asked by every room before it takes one. The same answer stands on a
// page, so that nobody is stopped by something they could not see.
import { z } from 'zod';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import { type Cover, contributingRoles, coverOf, type SharingKind, waiver } from './agreement.ts';
import { agreementsOf } from './agreement.operations.ts';

/** Kinds for which a return is refused without an agreement. */
const askedFor: readonly SharingKind[] = ['evidence'];

interface Waiver {
  id: string;
  from_on: string;
  until_on: string;
  reason: string;
  decided_by: string | null;
}

export async function waiversOf({ db, partnership }: QueryContext): Promise<Waiver[]> {
  return db.text<Waiver & Record<string, unknown>>(
    `select w.id, w.from_on, w.until_on, w.reason, p.name as decided_by from governance.sharing_waiver w
     left join governance.person p on p.partnership_id = w.partnership_id and p.id = w.decided_by_id
     where w.partnership_id = $1 order by w.from_on desc, w.id desc`,
    [partnership.id],
  );
}

const runsOn = (on: string) => (waiver: Waiver) => waiver.from_on <= on && on <= waiver.until_on;

async function factsOf(context: QueryContext) {
  const { db } = context;
  const [agreements, agencies, waivers] = await Promise.all([
    agreementsOf(context),
    db.all(db.from('governance.agency').select(['id', 'name', 'part_of_id']).orderBy('name')),
    waiversOf(context),
  ]);
  return { agreements, agencies, waivers, waived: waivers.find(runsOn(context.today)) };
}

/**
 * Refuses a return of an agency that no agreement in force covers; to be asked before anything is written. Throws
 * Conflict that says which agreement is missing and who can mend it.
 */
export async function requireAgreement(
  context: QueryContext,
  agencyId: string,
  kind: SharingKind,
): Promise<void> {
  const why = await missingAgreement(context, agencyId, kind);
  if (why !== null) {
    throw new Conflict(
      `${why} Until an information sharing agreement covers it, this cannot be taken from your agency. Nothing was saved; what you entered still stands here. The business manager can record the agreement, and your agency’s safeguarding lead can sign it.`,
      { href: '/governance/returns', text: 'See who can give returns today' },
    );
  }
}

/** Why a return of this kind would be refused today, or null. For pages that say so before anything is typed. */
export async function missingAgreement(
  context: QueryContext,
  agencyId: string,
  kind: SharingKind,
): Promise<string | null> {
  const { agreements, agencies, waived } = await factsOf(context);
  if (waived !== undefined) return null;
  return coverOf(agencyId, kind, context.today, agencies, agreements).why;
}

export interface ReturningAgency {
  agency_id: string;
  agency: string;
  people: string[];
  kinds: { kind: SharingKind; cover: Cover }[];
}

/** Agencies with somebody in post who gives returns for them, and whether they can today. */
export async function returningAgencies(context: QueryContext) {
  const { db, partnership, today } = context;
  const [{ agreements, agencies, waivers, waived }, contributors] = await Promise.all([
    factsOf(context),
    db.text<{ agency_id: string; person: string }>(
      `select distinct g.id as agency_id, g.name, p.name as person from governance.appointment a
       join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
       join governance.agency g on g.partnership_id = a.partnership_id and g.id = coalesce(a.agency_id, p.agency_id)
       where a.partnership_id = $1 and a.role = any($3)
         and a.from_on <= $2::date and (a.until_on is null or a.until_on >= $2::date)
       order by g.name, p.name`,
      [partnership.id, today, contributingRoles],
    ),
  ]);
  const people = Map.groupBy(contributors, (row) => row.agency_id);
  const rows = agencies.flatMap((agency): ReturningAgency[] => {
    const own = people.get(agency.id);
    if (own === undefined) return [];
    return [
      {
        agency_id: agency.id,
        agency: agency.name,
        people: own.map(({ person }) => person),
        kinds: askedFor.map((kind) => ({
          kind,
          cover: coverOf(agency.id, kind, today, agencies, agreements),
        })),
      },
    ];
  });
  return { rows, waivers, waived: waived ?? null };
}

export const listReturns = query({
  name: 'governance.list-returns',
  summary: 'Which agencies can give returns today, and which cannot and why',
  permission: 'governance.read',
  input: z.strictObject({}),
  run: returningAgencies,
});

/** What those who look after the partnership should see to; nothing while returns are taken without agreements. */
export async function agreementNeeds(context: QueryContext) {
  const [{ rows, waived }, agreements] = await Promise.all([
    returningAgencies(context),
    agreementsOf(context),
  ]);
  const uncovered = rows.filter(({ kinds }) => kinds.some(({ cover }) => cover.by === null));
  return { uncovered: waived === null ? uncovered : [], waived, agreements };
}

export const waiveAgreements = command({
  name: 'governance.waive-agreements',
  summary: 'Take returns without an information sharing agreement for a while, with the reason',
  permission: 'governance.write',
  input: waiver,
  async run({ write, actor }, input) {
    return {
      id: await write.insert('governance.sharing_waiver', { ...input, decided_by_id: actor.person_id }),
    };
  },
});

export const endWaiver = command({
  name: 'governance.end-waiver',
  summary: 'Ask for agreements again from tomorrow on',
  permission: 'governance.write',
  input: z.strictObject({ id: z.uuid().meta({ label: 'Waiver', widget: 'hidden' }) }),
  async run({ db, write, today }, { id }) {
    const { from_on, until_on } = await db.one(
      db.from('governance.sharing_waiver').select(['from_on', 'until_on']).where('id', '=', id),
    );
    if (until_on <= today) throw new Conflict('This has ended already.');
    // One that has not begun ends on its first day: a row is never taken away.
    await write.update('governance.sharing_waiver', id, { until_on: from_on > today ? from_on : today });
    return { id };
  },
});

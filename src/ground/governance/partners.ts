// The three statutory safeguarding partners, and who leads for each: what other rooms ask of governance.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { PartnerType } from './agency.ts';

/** Before July 2022 the health partner was the clinical commissioning group; it is the same partner in law. */
const partnerOfLegalType: Record<string, PartnerType> = {
  'local-authority': 'local-authority',
  'integrated-care-board': 'integrated-care-board',
  'clinical-commissioning-group': 'integrated-care-board',
  police: 'police',
};

/** The partners for which the actor is a lead safeguarding partner today; usually one or none. */
export async function partnersLedBy({ db, actor, partnership, today }: QueryContext): Promise<PartnerType[]> {
  if (actor.person_id === null) return [];
  const rows = await db.text<{ legal_type: string }>(
    `select g.legal_type from governance.appointment a
     join governance.person p on p.partnership_id = a.partnership_id and p.id = a.person_id
     join governance.agency g on g.partnership_id = a.partnership_id and g.id = coalesce(a.agency_id, p.agency_id)
     where a.partnership_id = $1 and a.person_id = $2 and a.role = 'lead-safeguarding-partner'
       and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $3::date)`,
    [partnership.id, actor.person_id, today],
  );
  return [...new Set(rows.flatMap((row) => partnerOfLegalType[row.legal_type] ?? []))];
}

/** What the report says of the partnership itself. */
export async function partnershipFacts({ db, partnership }: QueryContext, on: string) {
  const [names, area] = await Promise.all([
    db.all(db.from('governance.partnership_name').select(['name', 'abbreviation', 'from_on', 'until_on'])),
    db.find(db.from('governance.area').select(['has_secure_establishment', 'report_contact'])),
  ]);
  const inUse = names.find(
    (n) => (n.from_on === null || n.from_on <= on) && (n.until_on === null || on < n.until_on),
  );
  return {
    name: inUse?.name ?? partnership.name,
    abbreviation: inUse?.abbreviation ?? null,
    has_secure_establishment: area?.has_secure_establishment ?? null,
    report_contact: area?.report_contact ?? null,
  };
}

/** Names of people by id, for signatures and judgements. */
export async function namesOfPeople(
  { db, partnership }: QueryContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.text<{ id: string; name: string; job_title: string | null }>(
    'select id, name, job_title from governance.person where partnership_id = $1 and id = any($2::uuid[])',
    [partnership.id, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, signature(row)]));
}

/** Name and office; an office that begins with the name says both (people named by their office alone). */
function signature({ name, job_title }: { name: string; job_title: string | null }): string {
  if (job_title === null) return name;
  return job_title.startsWith(name) ? job_title : name.includes(job_title) ? name : `${name}, ${job_title}`;
}

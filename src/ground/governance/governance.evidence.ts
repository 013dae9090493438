// What governance offers the yearly report: which bodies there were in the year, where education sat, who led and acted
// for each partner; and the names bodies, agencies and abbreviations go by.
import {
  contentHash,
  type EvidenceItem,
  type KnownName,
  type Period,
  ref,
} from '../../kernel/evidence/evidence.ts';
import type { Cell, Table } from '../../kernel/evidence/shapes.ts';
import type { EvidenceSource, ReportedYear, ResolvedRef } from '../../kernel/evidence/source.ts';
import type { Topic } from '../../kernel/evidence/topics.ts';
import { roles } from '../../kernel/access/roles.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { bodyKinds } from './body.ts';
import { type nameKinds, nameIsAllowed } from './agency.ts';
import { statutoryOffices } from './overview.operations.ts';

interface BodyOfYear extends Record<string, unknown> {
  id: string;
  name: string;
  kind: string;
  cadence: string | null;
  seats: number;
  education_seats: number;
  education: string | null;
}

/** Bodies that existed on some day of the year, with the seats held on some day of it. */
async function bodiesOf({ db, partnership }: QueryContext, year: ReportedYear): Promise<BodyOfYear[]> {
  return db.text<BodyOfYear>(
    `select b.id, b.name, b.kind, b.cadence, count(s.id)::int as seats,
       (count(s.id) filter (where a.kind = 'education'))::int as education_seats,
       string_agg(a.name || ' (' || s.title || ')', '; ' order by a.name) filter (where a.kind = 'education')
         as education
     from governance.body b
     left join governance.seat s on s.partnership_id = b.partnership_id and s.body_id = b.id
       and (s.from_on is null or s.from_on <= $3::date) and (s.until_on is null or s.until_on > $2::date)
     left join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
     where b.partnership_id = $1
       and (b.from_on is null or b.from_on <= $3::date) and (b.until_on is null or b.until_on > $2::date)
     group by b.partnership_id, b.id order by b.name`,
    [partnership.id, year.from_on, year.to_on],
  );
}

function tableItem(
  year: ReportedYear,
  what: { id: string; title: string; topics: [Topic, ...Topic[]]; path: string; order: number },
  columns: Table['columns'],
  rows: Cell[][],
): EvidenceItem {
  const content = { shape: 'table' as const, columns, rows, printed_total: null, note: null };
  const period: Period = { from: year.from_on, to: year.to_on, label: year.label };
  return {
    ref: ref(`governance.${what.id}`, year.label),
    title: what.title,
    topics: what.topics,
    group: null,
    part: null,
    order: what.order,
    as_of: null,
    period,
    geography: null,
    source: null,
    path: what.path,
    content,
    hash: contentHash(content),
  };
}

const words = (label: string): Table['columns'][number] => ({ label, kind: 'text', total: 'none' });
const count = (label: string): Table['columns'][number] => ({ label, kind: 'count', total: 'none' });

async function itemsOf(context: QueryContext, year: ReportedYear): Promise<EvidenceItem[]> {
  const [bodies, offices] = await Promise.all([
    bodiesOf(context, year),
    statutoryOffices(context, year.from_on, year.to_on),
  ]);
  const withEducation = bodies.filter((b) => b.education_seats > 0);
  const items: (EvidenceItem | false)[] = [
    bodies.length > 0 &&
      tableItem(
        year,
        {
          id: 'bodies',
          title: 'Bodies of the partnership',
          topics: ['arrangements'],
          path: '/governance/bodies',
          order: 10,
        },
        [
          words('Body'),
          words('Kind'),
          words('How often it meets'),
          count('Seats'),
          count('Seats of education'),
        ],
        bodies.map((b) => [
          b.name,
          bodyKinds[b.kind as keyof typeof bodyKinds] ?? b.kind,
          b.cadence,
          // No seat recorded is not the same as no seat: it stays empty, and shows as not recorded.
          b.seats || null,
          b.seats > 0 ? b.education_seats : null,
        ]),
      ),
    offices.length > 0 &&
      tableItem(
        year,
        {
          id: 'statutory-offices',
          title: 'Lead and delegated safeguarding partners in post in the year',
          topics: ['arrangements'],
          path: '/governance',
          order: 20,
        },
        [words('Office'), words('Person'), words('Agency'), words('From'), words('Last day')],
        offices.map((o) => [
          roles[o.role as keyof typeof roles] ?? o.role,
          o.person,
          o.agency,
          o.from_on,
          o.until_on,
        ]),
      ),
    withEducation.length > 0 &&
      tableItem(
        year,
        {
          id: 'education-seats',
          title: 'Where education sits in the partnership',
          topics: ['education'],
          path: '/governance/bodies',
          order: 10,
        },
        [words('Body'), count('Seats of education'), words('Who holds them')],
        withEducation.map((b) => [b.name, b.education_seats, b.education]),
      ),
  ];
  return items.filter((item) => item !== false);
}

interface OtherName {
  of: string;
  name: string;
  kind: string;
}

async function namesOf({ db }: QueryContext): Promise<KnownName[]> {
  const [bodies, bodyNames, agencies, agencyNames, abbreviations] = await Promise.all([
    db.all(db.from('governance.body').select(['id', 'name'])),
    db.all(db.from('governance.body_name').select(['body_id as of', 'name', 'kind'])),
    db.all(db.from('governance.agency').select(['id', 'name'])),
    db.all(db.from('governance.agency_name').select(['agency_id as of', 'name', 'kind'])),
    db.all(db.from('governance.abbreviation').select(['id', 'short', 'expansion'])),
  ]);
  return [
    ...bodies.map((b) => known('body', b, bodyNames)),
    ...agencies.map((a) => known('agency', a, agencyNames)),
    ...abbreviations.map(({ id, short, expansion }) => ({
      ref: ref('governance.abbreviation', id),
      kind: 'abbreviation' as const,
      name: expansion,
      others: [{ name: short, allowed: true }],
    })),
  ];
}

function known(kind: 'body' | 'agency', of: { id: string; name: string }, names: OtherName[]): KnownName {
  const others = names.filter((n) => n.of === of.id);
  return {
    ref: ref(`governance.${kind}`, of.id),
    kind,
    name: of.name,
    others: others.map((n) => ({ name: n.name, allowed: nameIsAllowed(n.kind as keyof typeof nameKinds) })),
  };
}

async function resolve(
  { db }: QueryContext,
  concept: 'body' | 'agency',
  ids: string[],
): Promise<ResolvedRef[]> {
  const rows = await db.all(
    concept === 'body'
      ? db.from('governance.body').select(['id', 'name']).where('id', 'in', ids)
      : db.from('governance.agency').select(['id', 'name']).where('id', 'in', ids),
  );
  const folder = concept === 'body' ? 'bodies' : 'agencies';
  return rows.map(({ id, name }) => ({
    ref: ref(`governance.${concept}`, id),
    title: name,
    path: `/governance/${folder}/${id}`,
    hash: contentHash(name),
  }));
}

export const governanceEvidence: EvidenceSource = {
  itemsOf,
  namesOf,
  resolves: {
    'governance.body': (context, ids) => resolve(context, 'body', ids),
    'governance.agency': (context, ids) => resolve(context, 'agency', ids),
  },
};

// Monthly statements: made by the calendar for every agency that has something to see, drawn from the audit trail whenever
// they are read. Of one's own agency; those who answer for the whole partnership read all.
import { z } from 'zod';
import { addDays, addMonths } from '../../../kernel/calendar/day.ts';
import { type Ref, ref, refParts } from '../../../kernel/evidence/evidence.ts';
import { query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import type { Job } from '../../../kernel/records/room.ts';
import { monthBefore } from '../circles.jobs.ts';
import { emergencies } from '../emergency.operations.ts';
import type { Kinds } from '../kinds.ts';
import { peopleInPost, rolesHolding, writeTo } from '../letters.ts';
import { circlesIn, emergencyConcept, type Look, recordsIn } from './look.ts';
import { hasLooked, looksIn } from './look.operations.ts';
import { type Belonging, kindsIn, type Known, statementFor } from './statement.ts';

export interface StatementRow extends Record<string, unknown> {
  agency_id: string;
  agency: string;
  month: string;
  openings: number;
}

const statementRows = `select s.agency_id, a.name as agency, s.month, s.openings
  from circles.statement s
  join governance.agency a on a.partnership_id = s.partnership_id and a.id = s.agency_id
  where s.partnership_id = $1`;

/** The business manager and the information governance lead answer for every agency's statement; others for their own. */
function answersForAll({ actor }: QueryContext): boolean {
  return actor.roles.includes('business-manager') || actor.roles.includes('information-governance-lead');
}

const readingRef = (agencyId: string, month: string): Ref => ref('circles.statement', `${agencyId}-${month}`);

/** Statements for this person's own agencies that they have not opened yet: the last three months' of them. */
export async function unreadStatements(context: QueryContext): Promise<StatementRow[]> {
  const { actor, db, partnership, today } = context;
  if (!actor.can('statements.read') || actor.agency_ids.length === 0) return [];
  const rows = await db.text<StatementRow>(
    `${statementRows} and s.agency_id = any($2::uuid[]) and s.month >= $3 order by s.month desc`,
    [partnership.id, actor.agency_ids, addMonths(today, -3).slice(0, 7)],
  );
  const opened = await Promise.all(
    rows.map(({ agency_id, month }) => hasLooked(context, readingRef(agency_id, month), actor.person_id)),
  );
  return rows.filter((_, i) => !opened[i]);
}

export const listStatements = query({
  name: 'circles.list-statements',
  summary: 'Monthly statements of who looked at what, of one’s own agency',
  permission: 'statements.read',
  input: z.strictObject({}),
  async run(context) {
    const { actor, db, partnership } = context;
    const all = answersForAll(context);
    return db.text<StatementRow>(
      `${statementRows} and ($2 or s.agency_id = any($3::uuid[])) order by s.month desc, a.name`,
      [partnership.id, all, actor.agency_ids],
    );
  },
});

export function stating(kinds: Kinds) {
  const wordFor = (concept: string) => kinds.get(concept)?.word ?? 'record';

  const readStatement = query({
    name: 'circles.read-statement',
    summary: 'Who looked at what in a month: an agency’s own people, and others at what it gave',
    permission: 'statements.read',
    input: z.strictObject({
      agency_id: z.uuid(),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Enter a month such as 2025-08'),
    }),
    async run(context, { agency_id, month }) {
      const { actor, db } = context;
      if (!answersForAll(context) && !actor.agency_ids.includes(agency_id)) throw new NotFound();
      const agency = await db.one(
        db.from('governance.agency').select(['id', 'name']).where('id', '=', agency_id),
      );
      const looks = await looksIn(context, month);
      const openings = statementFor(agency_id, looks, await knownOf(context, kinds, looks, month));
      context.saw(readingRef(agency_id, month));
      return {
        agency,
        month,
        openings: openings.map((one) => ({ ...one, kinds: kindsIn(one.records, wordFor) })),
      };
    },
  });

  /** For the month before: which agencies have something to see, and a letter to those of their people who may read it. */
  const makeStatements: Job = async (context, { period }) => {
    const { db, write } = context;
    const month = monthBefore(String(period));
    const looks = await looksIn(context, month);
    if (looks.length === 0) return;
    const [known, agencies, there, readers] = await Promise.all([
      knownOf(context, kinds, looks, month),
      db.all(db.from('governance.agency').select('id').orderBy('id')),
      db.all(db.from('circles.statement').select('agency_id').where('month', '=', month)),
      peopleInPost(context, rolesHolding('statements.read')),
    ]);
    for (const { id } of agencies) {
      const openings = statementFor(id, looks, known).length;
      if (openings === 0 || there.some(({ agency_id }) => agency_id === id)) continue;
      await write.insert('circles.statement', { agency_id: id, month, openings });
      await writeTo(
        context,
        readers.filter(({ agency_ids }) => agency_ids.includes(id)),
        {
          subject: 'Who looked at what: your agency’s monthly statement',
          says: `The statement for your agency of who looked at restricted records in ${context.partnership.name} last month is ready.`,
          path: `/circles/statements/${id}/${month}`,
        },
      );
    }
  };

  return { readStatement, makeStatements };
}

async function knownOf(
  context: QueryContext,
  kinds: Kinds,
  looks: readonly Look[],
  month: string,
): Promise<Known> {
  const { db } = context;
  const [people, circles, circleOf, given] = await Promise.all([
    belongings(context, month),
    db.all(
      db
        .from('kernel.circle')
        .select(['id', 'originator_agency_id'])
        .where('originator_agency_id', 'is not', null),
    ),
    circlesOfMixed(context, kinds, looks),
    looks.some((look) => look.refs.some((of) => refParts(of).concept === emergencyConcept))
      ? emergencies(context)
      : [],
  ]);
  return {
    people,
    originators: new Map(circles.map((c) => [c.id, c.originator_agency_id ?? ''])),
    circleOf,
    reasons: new Map(given.map((access) => [ref(emergencyConcept, access.id), access.reason])),
  };
}

/** Who belonged to which agency in the month: by the person's own record, or an appointment in force in it. */
async function belongings({ db, partnership }: QueryContext, month: string): Promise<Map<string, Belonging>> {
  const rows = await db.text<{ id: string; name: string; agencies: Belonging['agencies'] }>(
    `select p.id, p.name, coalesce(jsonb_agg(distinct jsonb_build_object('id', g.id, 'name', g.name))
         filter (where g.id is not null), '[]') as agencies
     from governance.person p
     left join governance.appointment a on a.partnership_id = p.partnership_id and a.person_id = p.id
       and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $2::date)
     left join governance.agency g on g.partnership_id = p.partnership_id and g.id in (p.agency_id, a.agency_id)
     where p.partnership_id = $1 group by p.id, p.name`,
    [partnership.id, `${month}-01`, addDays(addMonths(`${month}-01`, 1), -1)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A list may show records of several circles at once: then each record is told to its own originator alone. */
async function circlesOfMixed(
  { db }: QueryContext,
  kinds: Kinds,
  looks: readonly Look[],
): Promise<Map<Ref, string>> {
  const mixed = looks.filter((look) => new Set(circlesIn(look)).size > 1).flatMap(recordsIn);
  const byConcept = Map.groupBy(new Set(mixed), (of) => refParts(of).concept);
  const found = await Promise.all(
    [...byConcept].map(async ([concept, refs]): Promise<[Ref, string][]> => {
      const kind = kinds.get(concept);
      if (kind === undefined) return [];
      const rows = await db.text<{ record_id: string; in_circle: string }>(
        'select record_id, in_circle from kernel.circles_of($1::regclass, $2::uuid[])',
        [kind.table, refs.map((of) => refParts(of).id)],
      );
      return rows.map((row) => [ref(concept, row.record_id), row.in_circle]);
    }),
  );
  return new Map(found.flat());
}

// The impact assessment as it stands today: drawn from the declarations and the arrangements, with what the partnership has
// written itself and what is still a gap.
import { z } from 'zod';
import { namesOfPeople, partnershipFacts } from '../../../ground/governance/index.ts';
import { command, query } from '../../../kernel/operation/operation.ts';
import type { Room } from '../../../kernel/records/room.ts';
import { assessmentNote, type Heading, headings, risksWith } from './assessment.ts';
import type { Declared } from '../declared.ts';
import { ownId } from '../legal-hold.operations.ts';
import { registerRow } from '../register.operations.ts';
import { ruleInForce } from '../retention-rule.ts';
import { ownRules } from '../retention-rule.operations.ts';

export function readAssessmentOf(declared: Declared, rooms: readonly Room[]) {
  const names = new Set(rooms.flatMap((room) => room.operations.map(({ name }) => name)));
  return query({
    name: 'information.read-assessment',
    summary: 'The data protection impact assessment, with what only the partnership can add',
    permission: 'information.read',
    input: z.strictObject({}),
    async run(context) {
      const { db, today } = context;
      const [facts, agencies, bodies, joint, agreements, notes, own] = await Promise.all([
        partnershipFacts(context, today),
        db.all(
          db.from('governance.agency').select(['id', 'name']).where('part_of_id', 'is', null).orderBy('name'),
        ),
        db.all(
          db
            .from('governance.body')
            .select(['id', 'name', 'shared_with'])
            .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', today)]))
            .orderBy('name'),
        ),
        context.db.text<{ name: string }>(
          `select distinct p.name from joint.acceptance a join kernel.partnership p on p.id = a.joint_id
           where a.partnership_id = $1 and a.from_on <= $2::date and (a.until_on is null or a.until_on >= $2::date)
           order by p.name`,
          [context.partnership.id, today],
        ),
        db.all(
          db
            .from('governance.sharing_agreement')
            .select(['id', 'title', 'purpose', 'review_on'])
            .where('from_on', '<=', today)
            .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
            .orderBy('title'),
        ),
        db.all(db.from('information.assessment').selectAll()),
        ownRules(context),
      ]);
      const people = await namesOfPeople(
        context,
        notes.map((note) => note.written_by_id),
      );
      return {
        partnership: facts.name,
        on: today,
        register: declared.declarations
          .filter((one) => one.whose.length > 0)
          .map((one) => {
            const retained = declared.named(one.name);
            return registerRow(one, retained === undefined ? null : ruleInForce(retained, own, today));
          }),
        agencies,
        bodies,
        joint,
        agreements,
        risks: risksWith((rests_on) => names.has(rests_on)),
        notes: (Object.keys(headings) as Heading[]).map((heading) => {
          const note = notes.find((one) => one.heading === heading);
          return {
            heading,
            title: headings[heading],
            note:
              note === undefined
                ? null
                : { ...note, written_by: people.get(note.written_by_id) ?? 'Somebody no longer listed' },
          };
        }),
      };
    },
  });
}

export const readAssessmentNote = query({
  name: 'information.read-assessment-note',
  summary: 'What the partnership says under one heading of its impact assessment',
  permission: 'information.read',
  input: assessmentNote.pick({ heading: true }),
  async run({ db }, { heading }) {
    const note = await db.find(
      db.from('information.assessment').select(['note', 'review_on']).where('heading', '=', heading),
    );
    return {
      heading,
      title: headings[heading],
      note: note?.note ?? null,
      review_on: note?.review_on ?? null,
    };
  },
});

export const writeAssessmentNote = command({
  name: 'information.write-assessment-note',
  summary: 'Write what only the partnership can say in its impact assessment',
  permission: 'information.dispose',
  input: assessmentNote,
  async run({ db, write, actor, today }, { heading, note, review_on }) {
    const there = await db.find(
      db.from('information.assessment').select('id').where('heading', '=', heading),
    );
    const row = { note, review_on, written_by_id: ownId(actor), written_on: today };
    if (there === undefined) return { id: await write.insert('information.assessment', { heading, ...row }) };
    await write.update('information.assessment', there.id, row);
    return { id: there.id };
  },
});

// Founding a partnership, its dated names and the facts of its area.
import { z } from 'zod';
import { genesis } from '../../kernel/audit-trail/entry.ts';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';
import { person } from './person.ts';

/** Founds the partnership of the request: its first person holds the business manager's appointment. */
export const foundPartnership = command({
  name: 'governance.found-partnership',
  summary: 'Set up a partnership with its first business manager',
  permission: 'operator',
  input: z.strictObject({
    business_manager: person.omit({ agency_id: true }),
    from_on: day({ label: 'Business manager from' }),
  }),
  async run({ db, write, partnership }, input) {
    const founded = await db.find(db.from('kernel.audit_head').select('seq'));
    if (founded) throw new Conflict('This partnership is already set up.');
    await db.text(`insert into kernel.audit_head (partnership_id, seq, hash) values ($1, 0, '${genesis}')`, [
      partnership.id,
    ]);
    const person_id = await write.insert('governance.person', input.business_manager);
    await write.insert('governance.appointment', {
      person_id,
      role: 'business-manager',
      from_on: input.from_on,
    });
    return { partnership_id: partnership.id, person_id };
  },
});

export const readPartnership = query({
  name: 'governance.read-partnership',
  summary: 'The partnership: its names, area and abbreviations',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run({ db, partnership }) {
    const [names, area, abbreviations] = await Promise.all([
      db.all(db.from('governance.partnership_name').selectAll().orderBy('from_on')),
      db.find(db.from('governance.area').selectAll()),
      db.all(db.from('governance.abbreviation').selectAll().orderBy('short')),
    ]);
    return { ...partnership, names, area: area ?? null, abbreviations };
  },
});

export const namePartnership = command({
  name: 'governance.name-partnership',
  summary: 'Record a name the partnership goes or went by',
  permission: 'governance.write',
  input: z.strictObject({
    name: text({ label: 'Name' }, 200),
    abbreviation: optional(text({ label: 'Abbreviation' }, 20)),
    from_on: optional(day({ label: 'Used from' })),
    until_on: optional(day({ label: 'Used until' })),
  }),
  async run({ write }, input) {
    return { id: await write.insert('governance.partnership_name', input) };
  },
});

export const describeArea = command({
  name: 'governance.describe-area',
  summary: 'Record facts about the area that decide which duties apply',
  permission: 'governance.write',
  input: z.strictObject({
    local_authority: text({ label: 'Local authority' }, 200),
    description: optional(prose({ label: 'About the area' }, 2000)),
    secure_establishment: oneOf(
      { yes: 'Yes', no: 'No', 'not-recorded': 'Not recorded' },
      {
        label: 'Is there a secure establishment in the area?',
        widget: 'radios',
        hint: 'If so, the yearly report has to review the use of restraint',
      },
    ),
    report_contact: optional(
      text(
        { label: 'How to ask for the report in another format', hint: 'A phone number or e-mail address' },
        300,
      ),
    ),
    seen_revision: seenRevision,
  }),
  async run({ db, write }, { secure_establishment, seen_revision, ...facts }) {
    const row = {
      ...facts,
      has_secure_establishment:
        secure_establishment === 'not-recorded' ? null : secure_establishment === 'yes',
    };
    const there = await db.find(db.from('governance.area').select('id'));
    if (!there) return { id: await write.insert('governance.area', row) };
    await write.update('governance.area', there.id, row, seen_revision);
    return { id: there.id };
  },
});

export const expandAbbreviation = command({
  name: 'governance.expand-abbreviation',
  summary: 'Record what an abbreviation stands for',
  permission: 'governance.write',
  input: z.strictObject({
    short: text({ label: 'Abbreviation' }, 40),
    expansion: text({ label: 'Stands for' }, 200),
    source: optional(text({ label: 'Where this is stated' })),
  }),
  async run({ db, write }, input) {
    const there = await db.find(
      db.from('governance.abbreviation').select(['id', 'expansion']).where('short', '=', input.short),
    );
    if (there) {
      throw new Conflict(
        `${input.short} already stands for “${there.expansion}”. One abbreviation has one meaning; change that one instead.`,
      );
    }
    return { id: await write.insert('governance.abbreviation', input) };
  },
});

export const changeAbbreviation = command({
  name: 'governance.change-abbreviation',
  summary: 'Change what an abbreviation stands for',
  permission: 'governance.write',
  input: z.strictObject({
    id: recordId({ label: 'Abbreviation', choose_from: 'abbreviations', widget: 'hidden' }),
    seen_revision: seenRevision,
    expansion: text({ label: 'Stands for' }, 200),
    source: optional(text({ label: 'Where this is stated' })),
  }),
  async run({ write }, { id, seen_revision, ...change }) {
    await write.update('governance.abbreviation', id, change, seen_revision);
    return { id };
  },
});

export const readAbbreviation = query({
  name: 'governance.read-abbreviation',
  summary: 'What one abbreviation stands for',
  permission: 'governance.read',
  input: z.strictObject({ id: z.uuid() }),
  async run({ db }, { id }) {
    return db.one(db.from('governance.abbreviation').selectAll().where('id', '=', id));
  },
});

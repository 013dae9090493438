// The front door of governance: who makes up the partnership, in which bodies, by which dated appointments.
import { showDay } from '../drawing.ts';
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import { roles } from '../../kernel/access/roles.ts';
import { agenciesPage, agencyPage, changeAgencyForm, nameAgencyForm, newAgencyForm } from './agency.pages.ts';
import { addAgency, changeAgency, listAgencies, nameAgency, readAgency } from './agency.operations.ts';
import { areaPages } from './area.pages.ts';
import { bodiesPage, bodyForms, bodyPage } from './body.pages.ts';
import { addBody, changeBody, listBodies, nameBody, readBody } from './body.operations.ts';
import { governanceEvidence } from './governance.evidence.ts';
import { overviewPage, permissionsPage } from './overview.pages.ts';
import { governanceNeeds, listPermissions, readOverview } from './overview.operations.ts';
import {
  changeAbbreviation,
  describeArea,
  expandAbbreviation,
  foundPartnership,
  namePartnership,
  readAbbreviation,
  readPartnership,
} from './partnership.operations.ts';
import { peoplePage, personForms, personPage } from './person.pages.ts';
import {
  addPerson,
  appoint,
  changePerson,
  endAppointment,
  listPeople,
  readAppointment,
  readPerson,
} from './person.operations.ts';
import { addSeat, endAuthority, endSeat, giveAuthority, readAuthority, readSeat } from './seat.operations.ts';

export { bodyMayDecide } from './body.operations.ts';
export { type Matter, matters } from './body.ts';
export { refuseUnknown } from './known.ts';
export { namesOfPeople, partnersLedBy, partnershipFacts } from './partners.ts';

const kept: Pick<RecordDeclaration, 'controller' | 'lawful_basis' | 'retention' | 'about_children'> = {
  controller: 'The partnership’s host council',
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e))',
  retention: null,
  about_children: false,
};

const records: RecordDeclaration[] = [
  {
    ...kept,
    tables: [
      'governance.partnership_name',
      'governance.area',
      'governance.abbreviation',
      'governance.agency',
      'governance.agency_name',
      'governance.body',
      'governance.body_name',
      'governance.authority',
      'governance.seat',
    ],
    name: 'The arrangements: agencies, bodies, seats and authority',
    purpose: 'To publish and run the local safeguarding arrangements',
  },
  {
    ...kept,
    tables: ['governance.person', 'governance.appointment'],
    name: 'People and their appointments',
    purpose: 'To know who holds which office, and what they may see and do',
    retention: { years: 7, after: 'the last appointment ended' },
  },
];

const choices: Record<string, ChoiceSource> = {
  async agencies({ db }) {
    const rows = await db.all(db.from('governance.agency').select(['id', 'name']).orderBy('name'));
    return rows.map(({ id, name }) => ({ value: id, text: name }));
  },
  async bodies({ db, today }) {
    const rows = await db.all(db.from('governance.body').select(['id', 'name', 'until_on']).orderBy('name'));
    return rows.map(({ id, name, until_on }) => ({
      value: id,
      text: until_on !== null && until_on <= today ? `${name} (ended ${showDay(until_on)})` : name,
    }));
  },
  async people({ db }) {
    const rows = await db.all(
      db.from('governance.person').select(['id', 'name', 'job_title']).orderBy('name'),
    );
    return rows.map(({ id, name, job_title }) => ({
      value: id,
      text: job_title === null ? name : `${name}, ${job_title}`,
    }));
  },
};

/** For those who look after the partnership: offices that are empty, that end soon, and the question of independence. */
async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('governance.write')) return [];
  const { missing, ending, chair_and_scrutineer } = await governanceNeeds(context);
  return [
    ...missing.map((gap) => ({
      text: gap.what,
      href: '/governance',
      urgency: 'due' as const,
      detail: gap.why,
    })),
    ...ending.map((o) => ({
      text: `${roles[o.role as keyof typeof roles] ?? o.role}: ${o.person}’s appointment ends`,
      href: `/governance/people/${o.person_id}`,
      urgency: 'due' as const,
      detail: `Last day ${showDay(o.until_on ?? context.today)}`,
    })),
    ...chair_and_scrutineer.map(({ id, name }) => ({
      text: `${name} is chair and independent scrutineer at once`,
      href: `/governance/people/${id}`,
      urgency: 'look' as const,
      detail: 'National guidance keeps the two apart. Say why, or end one of the appointments.',
    })),
  ];
}

export const governanceRoom: Room = {
  name: 'governance',
  title: 'Partnership',
  operations: [
    foundPartnership,
    readOverview,
    readPartnership,
    namePartnership,
    describeArea,
    expandAbbreviation,
    changeAbbreviation,
    readAbbreviation,
    listAgencies,
    readAgency,
    addAgency,
    changeAgency,
    nameAgency,
    listBodies,
    readBody,
    addBody,
    changeBody,
    nameBody,
    addSeat,
    endSeat,
    readSeat,
    giveAuthority,
    endAuthority,
    readAuthority,
    listPeople,
    readPerson,
    addPerson,
    changePerson,
    appoint,
    endAppointment,
    readAppointment,
    listPermissions,
  ],
  pages: [
    overviewPage,
    permissionsPage,
    agenciesPage,
    newAgencyForm,
    agencyPage,
    changeAgencyForm,
    nameAgencyForm,
    bodiesPage,
    bodyPage,
    ...bodyForms,
    peoplePage,
    personPage,
    ...personForms,
    ...areaPages,
  ],
  records,
  choices,
  evidence: governanceEvidence,
  needsYou,
};

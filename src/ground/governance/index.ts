// The front door of governance: who makes up the partnership, in which bodies, by which dated appointments.
import { showDay } from '../drawing.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import { roles } from '../../kernel/access/roles.ts';
import { addDays } from '../../kernel/calendar/day.ts';
import { governanceAdopts } from './adopting.ts';
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
import { agreementPages } from './sharing/agreement.pages.ts';
import { reviewSoon, standingOf } from './sharing/agreement.ts';
import {
  addAgreement,
  addAgreementFile,
  agenciesSignedFor,
  awaitingSignature,
  changeAgreement,
  endAgreement,
  listAgreements,
  readAgreement,
  recordSignature,
  signAgreement,
} from './sharing/agreement.operations.ts';
import { agreementNeeds, endWaiver, listReturns, waiveAgreements } from './sharing/returns.operations.ts';
import { returnsPages } from './sharing/returns.pages.ts';
import { addSeat, endAuthority, endSeat, giveAuthority, readAuthority, readSeat } from './seat.operations.ts';
import { governanceRecords } from './governance.records.ts';

export { bodyMayDecide } from './body.operations.ts';
export { type Matter, matters } from './body.ts';
export { refuseUnknown } from './known.ts';
export { missingAgreement, requireAgreement } from './sharing/returns.operations.ts';
export { namesOfPeople, partnersLedBy, partnershipFacts } from './partners.ts';

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
  'agencies-signed-for': agenciesSignedFor,
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
  if (!context.actor.can('governance.write')) return signaturesAsked(context);
  const [toSign, toSee, { missing, ending, chair_and_scrutineer }] = await Promise.all([
    signaturesAsked(context),
    agreementsToSee(context),
    governanceNeeds(context),
  ]);
  return [
    ...toSign,
    ...toSee,
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

/** For whoever may sign for an agency. */
async function signaturesAsked(context: QueryContext): Promise<HomeItem[]> {
  return (await awaitingSignature(context)).map(({ id, title, agency }) => ({
    text: `“${title}” waits for the signature of ${agency}`,
    href: `/governance/agreements/${id}`,
    urgency: 'due' as const,
    detail: 'Read it and sign it for your agency, or tell the business manager what must change first.',
  }));
}

/** Agreements whose review is due, and agencies that give returns and that none covers. */
async function agreementsToSee(context: QueryContext): Promise<HomeItem[]> {
  const { today } = context;
  const { uncovered, waived, agreements } = await agreementNeeds(context);
  const endsSoon = waived !== null && waived.until_on <= addDays(today, reviewSoon);
  const items: (HomeItem | false)[] = [
    ...agreements
      .filter((one) => standingOf(one, today) === 'review-due')
      .map(
        ({ id, title, review_on }): HomeItem => ({
          text: `“${title}” is to be reviewed`,
          href: `/governance/agreements/${id}`,
          urgency: review_on < today ? 'overdue' : 'due',
          detail: `By ${showDay(review_on)}.`,
        }),
      ),
    uncovered.length > 0 && {
      text:
        uncovered.length === 1
          ? `${uncovered[0]?.agency} cannot give returns`
          : `${uncovered.length} agencies cannot give returns`,
      href: '/governance/returns',
      urgency: 'due',
      detail: 'No information sharing agreement in force covers what they give.',
    },
    endsSoon && {
      text: 'Returns are taken without an agreement, and that ends soon',
      href: '/governance/returns',
      urgency: 'due',
      detail: `Last day ${showDay(waived.until_on)}. After it, agencies without an agreement cannot give returns.`,
    },
  ];
  return items.filter((item) => item !== false);
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
    listAgreements,
    readAgreement,
    addAgreement,
    changeAgreement,
    addAgreementFile,
    signAgreement,
    recordSignature,
    endAgreement,
    listReturns,
    waiveAgreements,
    endWaiver,
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
    ...agreementPages,
    ...returnsPages,
  ],
  records: governanceRecords,
  choices,
  evidence: governanceEvidence,
  adopts: governanceAdopts,
  needsYou,
};

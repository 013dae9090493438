// Who meets for the Fernshire partnership: bodies with their terms of reference, former names, seats and delegations.
// Fictional throughout.
import type { BodyFacts } from '../demonstration.ts';
import {
  childrensServices,
  college,
  community,
  council,
  earlyYears,
  education,
  familyCentre,
  familyHelp,
  fire,
  generalPractice,
  hospitals,
  icb,
  kitewing,
  lanternHouse,
  police,
  probation,
  publicHealth,
  trustSchools,
  youngCarers,
  youthJustice,
} from './agencies.ts';

export const leads = 'Lead Safeguarding Partners';
export const executive = 'Executive';
export const quality = 'Quality and Learning Sub-group';
export const exploitation = 'Exploitation and Missing Sub-group';
export const training = 'Training and Practice Sub-group';
export const voice = 'Voice and Participation Sub-group';
export const caseReview = 'Case Review Group';
export const educationReference = 'Education Reference Group';
export const childDeath = 'Fernshire and Marlshire Child Death Overview Panel';
export const adultsBoard = 'Fernshire Safeguarding Adults Board';
export const businessUnit = 'Business Unit';
export const forum = 'Wider Partnership Forum';
export const policies = 'Policies and Procedures Task Group';

/** Former name of the Quality and Learning Sub-group; the planted draft still uses it once. */
export const qualityFormerName = 'Performance and Audit Sub-group';

interface Seat {
  agency: string;
  title: string;
  from_on?: string;
}

function seats(title: string, ...agencies: string[]): Seat[] {
  return agencies.map((agency) => ({ agency, title }));
}

const leading: BodyFacts[] = [
  {
    name: leads,
    kind: 'lead-safeguarding-partners',
    terms_of_reference:
      'The chief executive of the council, the chief executive of the integrated care board and the chief constable. ' +
      'They set priorities and each partner’s share of the budget, sign off the published arrangements and the yearly ' +
      'report, and hold their delegates to account. Each of them is accountable for the arrangements and stays so.',
    cadence: 'Three times a year',
    from_on: '2019-09-02',
    seats: seats('Lead safeguarding partner', council, icb, police),
  },
  {
    name: executive,
    kind: 'executive',
    terms_of_reference:
      'The delegated safeguarding partners deliver and monitor the priorities, receive a report from each sub-group and ' +
      'from the independent scrutineer, and take decisions within the scheme of delegation. Meetings need all three ' +
      'delegated partners or their deputies.',
    cadence: 'Every two months',
    reports_to: leads,
    from_on: '2019-09-02',
    seats: [
      ...seats('Delegated safeguarding partner', council, icb, police),
      { agency: trustSchools, title: 'Education, strategic', from_on: '2022-11-01' },
      { agency: education, title: 'Education, council' },
    ],
    may_decide: [
      { matter: 'threshold-document', from_on: '2022-05-01' },
      { matter: 'priorities', from_on: '2023-02-01' },
    ],
  },
  {
    name: businessUnit,
    kind: 'business-unit',
    terms_of_reference:
      'Keeps the registers, prepares meetings, writes the yearly report and looks after training bookings and the ' +
      'website. Hosted by the council and paid for by the three partners.',
    reports_to: executive,
    from_on: '2019-09-02',
    seats: seats('Host', council),
  },
];

const subGroups: BodyFacts[] = [
  {
    name: quality,
    kind: 'sub-group',
    terms_of_reference:
      'Plans multi-agency audits, reads the partnership data set every quarter, follows each recommendation to the ' +
      'end and asks whether children notice.',
    cadence: 'Every two months',
    reports_to: executive,
    from_on: '2019-11-04',
    names: [{ name: qualityFormerName, kind: 'former', from_on: '2019-11-04', until_on: '2023-03-31' }],
    seats: seats(
      'Member',
      childrensServices,
      icb,
      police,
      hospitals,
      community,
      education,
      publicHealth,
      probation,
    ),
  },
  {
    name: exploitation,
    kind: 'sub-group',
    terms_of_reference:
      'Leads the work on harm outside the home: exploitation, children who are missing, and places where young ' +
      'people are harmed. Takes one subject in depth at each meeting.',
    cadence: 'Every two months',
    reports_to: executive,
    from_on: '2020-01-13',
    names: [
      {
        name: 'Vulnerable Young People Group',
        kind: 'former',
        from_on: '2020-01-13',
        until_on: '2022-12-31',
      },
    ],
    seats: seats(
      'Member',
      police,
      childrensServices,
      youthJustice,
      community,
      education,
      kitewing,
      fire,
      college,
    ),
  },
  {
    name: training,
    kind: 'sub-group',
    terms_of_reference:
      'Plans and commissions multi-agency training, reads evaluations, and finds out three months on what people do ' +
      'with what they learned.',
    cadence: 'Every quarter',
    reports_to: executive,
    from_on: '2020-01-20',
    seats: seats('Member', council, icb, police, hospitals, trustSchools, familyCentre),
  },
  {
    name: voice,
    kind: 'sub-group',
    terms_of_reference:
      'Keeps the participation work going: space, voice, audience and influence for children and families, and an ' +
      'answer to those who spoke.',
    cadence: 'Every quarter',
    reports_to: executive,
    from_on: '2021-01-11',
    seats: seats('Member', council, community, youngCarers, familyCentre, education, police),
  },
  {
    name: caseReview,
    kind: 'sub-group',
    terms_of_reference:
      'Considers serious incidents, runs rapid reviews, advises on local reviews and follows their action plans every ' +
      'quarter. Papers stay with its members and the business unit.',
    cadence: 'Monthly, and within days of an incident',
    reports_to: executive,
    from_on: '2019-09-23',
    seats: seats('Member', childrensServices, icb, police, hospitals, community, generalPractice, education),
    may_decide: [{ matter: 'local-review', from_on: '2020-02-01' }],
  },
  {
    name: educationReference,
    kind: 'sub-group',
    terms_of_reference:
      'Brings early years, schools, colleges and the council’s education service into the partnership’s work: advises ' +
      'the Executive, tests materials, and takes messages back to every setting.',
    cadence: 'Every half term',
    reports_to: executive,
    from_on: '2022-11-01',
    seats: seats(
      'Member',
      trustSchools,
      'Port Ansel High School',
      'Thistlemere Primary School',
      'Tarnwick House Special School',
      college,
      earlyYears,
      education,
    ),
  },
];

const others: BodyFacts[] = [
  {
    name: childDeath,
    kind: 'joint',
    terms_of_reference:
      'Reviews the death of every child who lived in either county, for the child death review partners of both, and ' +
      'writes a yearly report.',
    cadence: 'Every quarter',
    shared_with: 'Marlshire Safeguarding Children Partnership',
    from_on: '2019-09-30',
    seats: seats('Member', icb, publicHealth, hospitals, police, childrensServices),
  },
  {
    name: policies,
    kind: 'task-group',
    terms_of_reference: 'Rewrote the threshold document and the joint procedures, then ended.',
    cadence: 'Monthly',
    reports_to: executive,
    from_on: '2022-01-10',
    until_on: '2023-06-30',
    seats: seats('Member', childrensServices, icb, police, familyHelp),
  },
  {
    name: forum,
    kind: 'wider-partnership',
    terms_of_reference:
      'Everyone who works with children in the county, once a year, with young people on the planning group.',
    cadence: 'Yearly',
    from_on: '2020-06-01',
    seats: seats('Member', lanternHouse, kitewing, youngCarers, familyCentre, fire),
  },
  {
    name: adultsBoard,
    kind: 'board',
    terms_of_reference: 'A linked board: shares work on young people who turn 18 and on family safeguarding.',
    cadence: 'Every quarter',
    seats: seats('Member', council, icb, police),
  },
];

export const bodies: BodyFacts[] = [...leading, ...subGroups, ...others];

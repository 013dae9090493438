// An information sharing agreement: which agencies may give which kinds of information to the partnership, for what purpose
// and on which basis. No return is taken without one in force (UK GDPR articles 5(2), 6 and 26; the Information
// Commissioner's data sharing code, Data Protection Act 2018 s.121). Pure: today is an argument.
import { z } from 'zod';
import { permissionsOf, type Role, roles } from '../../../kernel/access/roles.ts';
import { addDays } from '../../../kernel/calendar/day.ts';
import * as field from '../../../kernel/records/field.ts';
import { showDay } from '../../drawing.ts';

/** What an agreement may cover. Each return says of which kind it is. */
export const sharingKinds = {
  evidence: 'Evidence for the yearly report',
  'data-set': 'Figures for the multi-agency data set',
  audits: 'Audits and self-assessments',
  reviews: 'Information for reviews of serious incidents',
  training: 'Training records',
  children: 'Records about named children',
} as const;
export type SharingKind = keyof typeof sharingKinds;

/** Days ahead in which a review is something to look to. */
export const reviewSoon = 30;
/** Days for which returns may at most be taken without an agreement. */
const longestWaiver = 366;

/** Whoever holds one of these for an agency may sign for it. */
export const signingRoles: readonly Role[] = [
  'lead-safeguarding-partner',
  'delegated-safeguarding-partner',
  'agency-lead',
];

/** Roles that give returns for an agency only, and so need its agreement. */
export const contributingRoles = (Object.keys(roles) as Role[]).filter((role) => {
  const held = permissionsOf([role]);
  return held.has('evidence.contribute') && !held.has('evidence.write');
});

const words = {
  title: field.text({ label: 'Title of the agreement' }, 200),
  agency_ids: z
    .array(z.uuid())
    .min(2, 'Choose at least two agencies: an agreement is between agencies')
    .meta({ label: 'Agencies that are party to it', choose_from: 'agencies' }),
  kinds: field.manyOf(sharingKinds, { label: 'What may be shared' }),
  purpose: field.prose({ label: 'What the information is used for' }, 3000),
  lawful_basis: field.prose(
    {
      label: 'Lawful basis',
      hint: 'For example public task, UK GDPR article 6(1)(e); for information about children’s health or care also article 9(2)(g)',
    },
    2000,
  ),
  from_on: field.day({ label: 'In force from' }),
  until_on: field.optional(field.day({ label: 'Last day', hint: 'Leave empty if it has no end' })),
  review_on: field.day({ label: 'To be reviewed by' }),
};

const id = field.recordId({ label: 'Agreement', choose_from: 'agreements', widget: 'hidden' });

type Term = { from_on: string; until_on: string | null; review_on: string };
type Rule = [(given: Term) => boolean, { path: string[]; message: string }];
const endsAfterStart: Rule = [
  (a) => a.until_on === null || a.until_on >= a.from_on,
  { path: ['until_on'], message: 'The last day must not be before the first' },
];
const reviewAfterStart: Rule = [
  (a) => a.review_on >= a.from_on,
  { path: ['review_on'], message: 'The review must not come before the first day' },
];

export const agreement = z
  .strictObject(words)
  .refine(...endsAfterStart)
  .refine(...reviewAfterStart);

export const agreementChange = z
  .strictObject({ ...words, id, seen_revision: field.seenRevision })
  .refine(...endsAfterStart)
  .refine(...reviewAfterStart);

export const signature = z.strictObject({
  id,
  agency_id: field.recordId({ label: 'Agency you sign for', choose_from: 'agencies-signed-for' }),
});

export const paperSignature = z.strictObject({
  id,
  agency_id: field.recordId({ label: 'Agency', choose_from: 'agencies' }),
  signatory: field.text({ label: 'Who signed', hint: 'Name and office, as on the paper' }, 200),
  signed_on: field.day({ label: 'Signed on' }),
});

export const agreementEnd = z.strictObject({
  id,
  until_on: field.day({ label: 'Last day' }),
  ended_reason: field.prose({ label: 'Why it ends' }, 1000),
});

export const waiver = z
  .strictObject({
    from_on: field.day({ label: 'From' }),
    until_on: field.day({ label: 'Last day', hint: 'At most a year' }),
    reason: field.prose(
      {
        label: 'Why returns are taken without an agreement',
        hint: 'For example which agreement is being drawn up',
      },
      1000,
    ),
  })
  .refine((w) => w.until_on >= w.from_on, {
    path: ['until_on'],
    message: 'The last day must not be before the first',
  })
  .refine((w) => w.until_on <= addDays(w.from_on, longestWaiver), {
    path: ['until_on'],
    message: 'Returns can be taken without an agreement for a year at most',
  });

export interface Party {
  agency_id: string;
  agency: string;
  signed_on: string | null;
  signed_by: string | null;
  left_on: string | null;
}

export interface Agreement extends Term {
  id: string;
  revision: number;
  title: string;
  purpose: string;
  lawful_basis: string;
  kinds: string[];
  ended_reason: string | null;
  parties: Party[];
}

/** The parties of a day; who has left is no longer one. */
export function partiesOn({ parties }: Pick<Agreement, 'parties'>, on: string): Party[] {
  return parties.filter((party) => party.left_on === null || on < party.left_on);
}

export const standings = {
  'in-force': 'In force',
  'review-due': 'In force, review due',
  unsigned: 'Not in force: not signed',
  'not-begun': 'Not begun',
  ended: 'Lapsed',
} as const;
export type Standing = keyof typeof standings;

/** How an agreement stands on a day. It takes two signatures to make one; further parties join as they sign. */
export function standingOf(of: Agreement, on: string): Standing {
  if (of.until_on !== null && of.until_on < on) return 'ended';
  if (of.from_on > on) return 'not-begun';
  if (partiesOn(of, on).filter((party) => party.signed_on !== null).length < 2) return 'unsigned';
  return of.review_on <= addDays(on, reviewSoon) ? 'review-due' : 'in-force';
}

/** A change of these is a change of what was signed: the signatures are asked for again. */
export function changesSubstance(
  before: Pick<Agreement, 'purpose' | 'lawful_basis' | 'kinds' | 'until_on'>,
  after: Pick<Agreement, 'purpose' | 'lawful_basis' | 'kinds' | 'until_on'>,
): boolean {
  const longer = before.until_on !== null && (after.until_on === null || after.until_on > before.until_on);
  const sameKinds = before.kinds.toSorted().join() === after.kinds.toSorted().join();
  return (
    longer || !sameKinds || before.purpose !== after.purpose || before.lawful_basis !== after.lawful_basis
  );
}

export interface Membership {
  id: string;
  name: string;
  part_of_id: string | null;
}

export interface Cover {
  /** The agreement that covers it; null where none does. */
  by: { id: string; title: string } | null;
  /** Why not, in a sentence; null where it is covered. */
  why: string | null;
}

/**
 * Whether an agency may give this kind on a day, and by which agreement. What is part of another agency (a service of a
 * council, a school of a trust) is covered where that one signed.
 */
export function coverOf(
  agencyId: string,
  kind: SharingKind,
  on: string,
  agencies: readonly Membership[],
  agreements: readonly Agreement[],
): Cover {
  const own = ownChain(agencyId, agencies);
  const named = agreements.flatMap((of) => {
    const party = partiesOn(of, on).find((p) => own.includes(p.agency_id));
    return of.kinds.includes(kind) && party !== undefined
      ? [{ of, party, standing: standingOf(of, on) }]
      : [];
  });
  const running = (standing: Standing) => standing === 'in-force' || standing === 'review-due';
  const covering = named.find(({ party, standing }) => party.signed_on !== null && running(standing));
  if (covering !== undefined) return { by: { id: covering.of.id, title: covering.of.title }, why: null };
  return {
    by: null,
    why: whyNot(agencies.find((a) => a.id === agencyId)?.name ?? 'This agency', kind, named),
  };
}

/** The agency and those it is part of; a circle in them, recorded by mistake, ends the walk. */
function ownChain(agencyId: string, agencies: readonly Membership[]): string[] {
  const chain: string[] = [];
  let at: string | null = agencyId;
  while (at !== null && !chain.includes(at)) {
    chain.push(at);
    at = agencies.find((agency) => agency.id === at)?.part_of_id ?? null;
  }
  return chain;
}

function whyNot(
  agency: string,
  kind: SharingKind,
  named: readonly { of: Agreement; party: Party; standing: Standing }[],
): string {
  const what = sharingKinds[kind].toLowerCase();
  const open = named.find(({ standing }) => standing !== 'ended' && standing !== 'not-begun');
  if (open !== undefined) {
    return open.party.signed_on === null
      ? `“${open.of.title}” is not signed yet for ${open.party.agency}.`
      : `Nobody but ${open.party.agency} has signed “${open.of.title}” yet.`;
  }
  const coming = named.find(({ standing }) => standing === 'not-begun');
  if (coming !== undefined) return `“${coming.of.title}” begins on ${showDay(coming.of.from_on)}.`;
  const last = named.toSorted((a, b) => (a.of.until_on ?? '').localeCompare(b.of.until_on ?? '')).at(-1);
  if (last !== undefined) return `“${last.of.title}” lapsed after ${showDay(last.of.until_on ?? '')}.`;
  return `No information sharing agreement names ${agency} for ${what}.`;
}

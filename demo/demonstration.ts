// The shape of a demonstration partnership: plain facts, named by natural keys (names and codes, never ids).
// `load.ts` brings them in through the same commands that people use. Whatever a source does not print is null.
import type { Content } from '../src/kernel/evidence/shapes.ts';
import type { LinkPurpose } from '../src/kernel/evidence/evidence.ts';
import type { Topic } from '../src/kernel/evidence/topics.ts';
import type { Role } from '../src/kernel/access/roles.ts';
import type { agencyKinds, legalTypes, nameKinds } from '../src/ground/governance/agency.ts';
import type { bodyKinds, Matter } from '../src/ground/governance/body.ts';
import type { sharingKinds } from '../src/ground/governance/sharing/agreement.ts';
import type { abouts, focusEnds, strategyKinds } from '../src/modules/plan/plan.ts';
import type { sourceKinds } from '../src/modules/evidence/source.ts';
import type { responses, checkResults } from '../src/ground/thread/thread.ts';
import type { EditionFacts, VersionFacts } from './edition-facts.ts';

type Code<T> = keyof T & string;

export interface OtherName {
  name: string;
  kind: Code<typeof nameKinds>;
  from_on?: string;
  until_on?: string;
  locator?: string;
}
export interface AgencyFacts {
  name: string;
  kind: Code<typeof agencyKinds>;
  legal_type: Code<typeof legalTypes>;
  part_of?: string;
  locator?: string;
  names?: OtherName[];
}
export interface BodyFacts {
  name: string;
  kind: Code<typeof bodyKinds>;
  terms_of_reference?: string;
  cadence?: string;
  reports_to?: string;
  shared_with?: string;
  from_on?: string;
  until_on?: string;
  locator?: string;
  names?: OtherName[];
  seats?: { agency: string; title: string; from_on?: string; until_on?: string; locator?: string }[];
  may_decide?: { matter: Matter; from_on: string; until_on?: string; locator?: string }[];
}
/** `key` names the person within these facts; York's people are named by office only. `persona` offers them at demonstration sign-in. */
export interface PersonFacts {
  key: string;
  name: string;
  job_title?: string;
  agency?: string;
  email?: string;
  persona?: boolean;
  appointments: {
    role: Role;
    body?: string;
    agency?: string;
    from_on: string;
    until_on?: string;
    locator?: string;
  }[];
}
/** An information sharing agreement; a party without a day has not signed yet. */
export interface AgreementFacts {
  title: string;
  parties: { agency: string; signed_on?: string; by?: string; signatory?: string }[];
  kinds: Code<typeof sharingKinds>[];
  purpose: string;
  lawful_basis: string;
  recorded_on: string;
  from_on: string;
  until_on?: string;
  review_on: string;
}
export interface SourceFacts {
  code: string;
  title: string;
  kind: Code<typeof sourceKinds>;
  publisher?: string;
  published_on?: string;
  from_on?: string;
  to_on?: string;
  supersedes?: string;
  note?: string;
}
/** `key` lets claims, links and tests point at the item. `source` is a source code, `locator` for example "002:153". */
export interface ItemFacts {
  key: string;
  /** The report it belongs to, where its own period does not say so. */
  year?: string;
  title: string;
  topics: [Topic, ...Topic[]];
  priority?: string;
  part?: 'done' | 'difference' | 'next';
  as_of_on?: string;
  from_on?: string;
  to_on?: string;
  period_label?: string;
  geography?: string;
  source?: string;
  locator?: string;
  agency?: string;
  content: Content;
}
interface YearPlace {
  year: string;
  priority?: string;
  topic: Topic;
  source?: string;
  locator?: string;
}
export interface ActivityFacts extends YearPlace {
  text: string;
  agency?: string;
  body?: string;
  from_on?: string;
  to_on?: string;
  when?: string;
  reach?: number;
  reach_label?: string;
}
export interface ClaimFacts extends YearPlace {
  key?: string;
  statement: string;
  about: Code<typeof abouts>;
  for_whom?: string;
  headline?: boolean;
  rests_on?: { item: string; purpose: LinkPurpose }[];
}
export interface NextStepFacts extends YearPlace {
  text: string;
  owner_agency?: string;
  owner_body?: string;
  due_on?: string;
  due?: string;
}
export interface PriorityFacts {
  name: string;
  description?: string;
  names?: { name: string; allowed?: boolean; from_on?: string; until_on?: string; locator?: string }[];
  focuses?: {
    focus: string;
    from_on?: string;
    until_on?: string;
    became?: Code<typeof focusEnds>;
    successor?: string;
    note?: string;
    locator?: string;
  }[];
  years: { year: string; number: number; statement?: string }[];
}
export interface StrategyFacts {
  name: string;
  kind: Code<typeof strategyKinds>;
  priority?: string;
  from_on?: string;
  until_on?: string;
  launched?: string;
  supersedes?: string;
  locator?: string;
}

/** Strands of the thread; `after` lists the keys they follow from. */
export interface FindingFacts {
  strand: 'finding';
  key: string;
  title: string;
  text: string;
  found_on?: string;
  source?: string;
  locator?: string;
  after?: string[];
}
export interface RecommendationFacts {
  strand: 'recommendation';
  key: string;
  gist: string;
  made_by: string;
  made_on?: string;
  source?: string;
  locator?: string;
  to_body?: string;
  owner_agency?: string;
  due_on?: string;
  repeats?: string;
  after?: string[];
  response?: { response: Code<typeof responses>; text?: string; on?: string };
}
export interface DecisionFacts {
  strand: 'decision';
  key: string;
  body: string;
  taken_on: string;
  taken_label?: string;
  text: string;
  matter: Matter;
  source?: string;
  locator?: string;
  after?: string[];
  ratified?: { by: string; on: string };
}
export interface ActionFacts {
  strand: 'action';
  key: string;
  text: string;
  owner_agency?: string;
  owner?: string;
  due_on?: string;
  source?: string;
  locator?: string;
  after?: string[];
  done?: { on: string; note: string };
}
export interface CheckFacts {
  strand: 'check';
  key: string;
  action: string;
  text: string;
  checked_on: string;
  by: string;
  role: string;
  result: Code<typeof checkResults>;
}
export interface EffectFacts {
  strand: 'effect';
  key: string;
  expected: string;
  after?: string[];
  seen?: { state: 'seen' | 'not-seen'; observed: string; on: string; baseline?: string; follow_up?: string };
}
export type StrandFacts =
  | FindingFacts
  | RecommendationFacts
  | DecisionFacts
  | ActionFacts
  | CheckFacts
  | EffectFacts;

export interface Demonstration {
  short_name: string;
  name: string;
  abbreviation?: string;
  names?: { name: string; abbreviation?: string; from_on?: string; until_on?: string }[];
  area: {
    local_authority: string;
    description?: string;
    has_secure_establishment: boolean | null;
    report_contact?: string;
  };
  abbreviations: { short: string; expansion: string; locator?: string }[];
  agencies: AgencyFacts[];
  bodies: BodyFacts[];
  people: PersonFacts[];
  /** Left out where nothing is published of them. */
  agreements?: AgreementFacts[];
  sources: SourceFacts[];
  years: string[];
  priorities: PriorityFacts[];
  strategies: StrategyFacts[];
  items: ItemFacts[];
  activities: ActivityFacts[];
  claims: ClaimFacts[];
  next_steps: NextStepFacts[];
  strands: StrandFacts[];
  editions: EditionFacts[];
  /** Left out where there are none. */
  versions?: VersionFacts[];
}

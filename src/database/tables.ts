// Generated from the migrations by src/database/row-types.ts: run `node src/database/row-types.ts --write` after
// a change to migrations/, and do not edit. JSON columns are read as unknown, to be parsed, and written as JSON text.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccessAccount {
  id: Generated<string>;
  email: string;
  password_hash: string | null;
  created_at: Generated<string>;
}

export interface AccessAccountEvent {
  id: GeneratedAlways<number>;
  account_id: string;
  at: string;
  kind: string;
  browser: string | null;
  address_hash: string | null;
}

export interface AccessAccountIdentity {
  issuer: string;
  subject: string;
  account_id: string;
  made_at: string;
}

export interface AccessAccountPerson {
  account_id: string;
  partnership_id: string;
  person_id: string;
}

export interface AccessApiToken {
  id: string;
  secret_hash: string;
  partnership_id: string;
  person_id: string;
  name: string;
  scopes: string[];
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
}

export interface AccessAuthenticator {
  account_id: string;
  sealed_secret: string;
  confirmed_at: string;
  last_step: number;
}

export interface AccessFailedSignIn {
  id: GeneratedAlways<number>;
  email_hash: string;
  address_hash: string;
  at: string;
  outcome: Generated<string>;
}

export interface AccessGuestSecret {
  secret_hash: string;
  partnership_id: string;
  link_id: string;
  made_at: string;
  void_at: string | null;
}

export interface AccessGuestVisit {
  cookie_hash: string;
  partnership_id: string;
  link_id: string;
  form_token: string;
  made_at: string;
  code_hash: string | null;
  code_expires_at: string | null;
  tries: Generated<number>;
  confirmed_at: string | null;
  ended_at: string | null;
}

export interface AccessIdentityProvider {
  id: Generated<string>;
  partnership_id: string;
  agency_id: string;
  name: string;
  issuer: string;
  client_id: string;
  secret_name: string;
  email_domains: string[];
  trusts_email: boolean;
  required: boolean;
  enabled: Generated<boolean>;
}

export interface AccessLockedEmail {
  email_hash: string;
  locked_at: string;
  lifted_at: string | null;
}

export interface AccessOneTimeLink {
  secret_hash: string;
  kind: string;
  email: string;
  account_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  made_at: string;
  expires_at: string;
  used_at: string | null;
  void_at: string | null;
}

export interface AccessPasskey {
  id: string;
  account_id: string;
  name: string;
  public_key: Uint8Array;
  counter: number;
  transports: string[];
  synchronised: boolean;
  made_at: string;
  last_used_at: string | null;
}

export interface AccessRecoveryCode {
  account_id: string;
  code_hash: string;
  made_at: string;
  used_at: string | null;
}

export interface AccessSession {
  secret_hash: string;
  account_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  form_token: string;
  started_at: string;
  seen_at: string;
  ended_at: string | null;
  id: Generated<string>;
  stage: Generated<string>;
  how: string | null;
  proved_at: string | null;
  browser: string | null;
  challenge: string | null;
  challenge_for: string | null;
  challenge_at: string | null;
  pending_authenticator: string | null;
  provider_id: string | null;
}

export interface AccessSingleSignOnAttempt {
  secret_hash: string;
  provider_id: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface CheckerAdoption {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  sha256: string | null;
  title: string;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  framework_id: string | null;
  source_id: string | null;
  left_out: number;
  adopted_by_id: string;
  adopted_on: string;
  closed_on: string | null;
}

export interface CheckerAdoptionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  sha256: string | null;
  title: string;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  framework_id: string | null;
  source_id: string | null;
  left_out: number;
  adopted_by_id: string;
  adopted_on: string;
  closed_on: string | null;
}

export interface CheckerDraft {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  adoption_id: string;
  kind: string;
  position: number;
  title: string;
  content: ColumnType<unknown, string, string>;
  topics: string[];
  part: string | null;
  priority: string | null;
  line: number | null;
  page: number | null;
  where_label: string;
  also_at: ColumnType<unknown, string, string>;
  quote: string;
  offered_on: string;
  state: string;
  record_ref: string | null;
  record_path: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
  dropped_reason: string | null;
}

export interface CheckerDraftHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  adoption_id: string;
  kind: string;
  position: number;
  title: string;
  content: ColumnType<unknown, string, string>;
  topics: string[];
  part: string | null;
  priority: string | null;
  line: number | null;
  page: number | null;
  where_label: string;
  also_at: ColumnType<unknown, string, string>;
  quote: string;
  offered_on: string;
  state: string;
  record_ref: string | null;
  record_path: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
  dropped_reason: string | null;
}

export interface ChildrenChild {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  given_name: string;
  family_name: string;
  born_on: string | null;
  expected_on: string | null;
  sex: string;
  nhs_number: string | null;
  school_id: string | null;
}

export interface ChildrenChildHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  given_name: string;
  family_name: string;
  born_on: string | null;
  expected_on: string | null;
  sex: string;
  nhs_number: string | null;
  school_id: string | null;
}

export interface CirclesEmergencyAccess {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  person_id: string;
  ref: string;
  of_circle_id: string;
  given_on: string;
  given_at: string;
  expires_at: string;
  reason: string;
  justified: boolean | null;
  reviewed_by_id: string | null;
  reviewed_on: string | null;
  review_note: string | null;
}

export interface CirclesEmergencyAccessHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  person_id: string;
  ref: string;
  of_circle_id: string;
  given_on: string;
  given_at: string;
  expires_at: string;
  reason: string;
  justified: boolean | null;
  reviewed_by_id: string | null;
  reviewed_on: string | null;
  review_note: string | null;
}

export interface CirclesMove {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  ref: string;
  from_circle_id: string | null;
  to_circle_id: string | null;
  reason: string;
  moved_by_id: string | null;
  moved_on: string;
}

export interface CirclesMoveHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  ref: string;
  from_circle_id: string | null;
  to_circle_id: string | null;
  reason: string;
  moved_by_id: string | null;
  moved_on: string;
}

export interface CirclesReleaseRequest {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  ref: string;
  act: string;
  asked_by_id: string;
  asked_on: string;
  reason: string;
  answer: string | null;
  answered_by_id: string | null;
  answered_on: string | null;
  note: string | null;
  expires_on: string | null;
}

export interface CirclesReleaseRequestHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  ref: string;
  act: string;
  asked_by_id: string;
  asked_on: string;
  reason: string;
  answer: string | null;
  answered_by_id: string | null;
  answered_on: string | null;
  note: string | null;
  expires_on: string | null;
}

export interface CirclesStatement {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agency_id: string;
  month: string;
  openings: number;
}

export interface CirclesStatementHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agency_id: string;
  month: string;
  openings: number;
}

export interface EvidenceItem {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  shape: string;
  title: string;
  topics: string[];
  part: string | null;
  group_ref: string | null;
  position: number;
  as_of_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  source_id: string | null;
  locator: string | null;
  agency_id: string | null;
  year_label: string | null;
  content: ColumnType<unknown, string, string>;
  content_hash: string;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface EvidenceItemHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  shape: string;
  title: string;
  topics: string[];
  part: string | null;
  group_ref: string | null;
  position: number;
  as_of_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  source_id: string | null;
  locator: string | null;
  agency_id: string | null;
  year_label: string | null;
  content: ColumnType<unknown, string, string>;
  content_hash: string;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface EvidenceLink {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_ref: string;
  to_ref: string;
  purpose: string;
  cited_hash: string;
  removed_on: string | null;
}

export interface EvidenceLinkHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_ref: string;
  to_ref: string;
  purpose: string;
  cited_hash: string;
  removed_on: string | null;
}

export interface EvidenceSource {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  title: string;
  kind: string;
  publisher: string | null;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  code: string | null;
  supersedes_id: string | null;
  note: string | null;
}

export interface EvidenceSourceHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  title: string;
  kind: string;
  publisher: string | null;
  published_on: string | null;
  period_from_on: string | null;
  period_to_on: string | null;
  code: string | null;
  supersedes_id: string | null;
  note: string | null;
}

export interface GovernanceAbbreviation {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  short: string;
  expansion: string;
  source: string | null;
}

export interface GovernanceAbbreviationHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  short: string;
  expansion: string;
  source: string | null;
}

export interface GovernanceAgency {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  legal_type: string;
  part_of_id: string | null;
  source: string | null;
}

export interface GovernanceAgencyHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  legal_type: string;
  part_of_id: string | null;
  source: string | null;
}

export interface GovernanceAgencyName {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agency_id: string;
  name: string;
  kind: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceAgencyNameHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agency_id: string;
  name: string;
  kind: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceAppointment {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  person_id: string;
  role: string;
  body_id: string | null;
  agency_id: string | null;
  from_on: string;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceAppointmentHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  person_id: string;
  role: string;
  body_id: string | null;
  agency_id: string | null;
  from_on: string;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceArea {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  local_authority: string;
  description: string | null;
  has_secure_establishment: boolean | null;
  report_contact: string | null;
}

export interface GovernanceAreaHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  local_authority: string;
  description: string | null;
  has_secure_establishment: boolean | null;
  report_contact: string | null;
}

export interface GovernanceAuthority {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  matter: string;
  from_on: string;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceAuthorityHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  matter: string;
  from_on: string;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceBody {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  terms_of_reference: string | null;
  cadence: string | null;
  reports_to_id: string | null;
  shared_with: string | null;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceBodyHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  terms_of_reference: string | null;
  cadence: string | null;
  reports_to_id: string | null;
  shared_with: string | null;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceBodyName {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  name: string;
  kind: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceBodyNameHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  name: string;
  kind: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernancePartnershipName {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  abbreviation: string | null;
  from_on: string | null;
  until_on: string | null;
}

export interface GovernancePartnershipNameHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  abbreviation: string | null;
  from_on: string | null;
  until_on: string | null;
}

export interface GovernancePerson {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  job_title: string | null;
  email: string | null;
  agency_id: string | null;
}

export interface GovernancePersonHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  job_title: string | null;
  email: string | null;
  agency_id: string | null;
}

export interface GovernanceSeat {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  agency_id: string;
  title: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceSeatHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  body_id: string;
  agency_id: string;
  title: string;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface GovernanceSharingAgreement {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  title: string;
  purpose: string;
  lawful_basis: string;
  kinds: string[];
  from_on: string;
  until_on: string | null;
  review_on: string;
  ended_reason: string | null;
}

export interface GovernanceSharingAgreementHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  title: string;
  purpose: string;
  lawful_basis: string;
  kinds: string[];
  from_on: string;
  until_on: string | null;
  review_on: string;
  ended_reason: string | null;
}

export interface GovernanceSharingParty {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agreement_id: string;
  agency_id: string;
  signed_on: string | null;
  signed_by_id: string | null;
  signatory: string | null;
  left_on: string | null;
}

export interface GovernanceSharingPartyHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  agreement_id: string;
  agency_id: string;
  signed_on: string | null;
  signed_by_id: string | null;
  signatory: string | null;
  left_on: string | null;
}

export interface GovernanceSharingWaiver {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_on: string;
  until_on: string;
  reason: string;
  decided_by_id: string | null;
}

export interface GovernanceSharingWaiverHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_on: string;
  until_on: string;
  reason: string;
  decided_by_id: string | null;
}

export interface InformationAssessment {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  heading: string;
  note: string;
  review_on: string | null;
  written_by_id: string;
  written_on: string;
}

export interface InformationAssessmentHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  heading: string;
  note: string;
  review_on: string | null;
  written_by_id: string;
  written_on: string;
}

export interface InformationDisposal {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  declaration: string;
  rule: string;
  reason: string;
  state: string;
  list: ColumnType<unknown, string, string>;
  list_sha256: string;
  proposed_by_id: string | null;
  proposed_on: string;
  agreed_by_id: string | null;
  agreed_on: string | null;
  carried_out_by_id: string | null;
  carried_out_on: string | null;
  cancelled_by_id: string | null;
  cancelled_on: string | null;
  cancelled_reason: string | null;
  counts: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface InformationDisposalHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  declaration: string;
  rule: string;
  reason: string;
  state: string;
  list: ColumnType<unknown, string, string>;
  list_sha256: string;
  proposed_by_id: string | null;
  proposed_on: string;
  agreed_by_id: string | null;
  agreed_on: string | null;
  carried_out_by_id: string | null;
  carried_out_on: string | null;
  cancelled_by_id: string | null;
  cancelled_on: string | null;
  cancelled_reason: string | null;
  counts: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface InformationDisposed {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  disposal_id: string;
  ref: string;
  with_ref: string;
  disposed_on: string;
  again_on: string | null;
}

export interface InformationDisposedHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  disposal_id: string;
  ref: string;
  with_ref: string;
  disposed_on: string;
  again_on: string | null;
}

export interface InformationLegalHold {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  scope: string;
  subject: string | null;
  reason: string;
  from_on: string;
  placed_by_id: string;
  lifted_on: string | null;
  lifted_by_id: string | null;
  lifted_reason: string | null;
}

export interface InformationLegalHoldHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  scope: string;
  subject: string | null;
  reason: string;
  from_on: string;
  placed_by_id: string;
  lifted_on: string | null;
  lifted_by_id: string | null;
  lifted_reason: string | null;
}

export interface InformationRectification {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  about_ref: string;
  disputed: string;
  raised_by: string;
  capacity: string;
  raised_on: string;
  note: string;
  state: string;
  reason: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
}

export interface InformationRectificationHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  about_ref: string;
  disputed: string;
  raised_by: string;
  capacity: string;
  raised_on: string;
  note: string;
  state: string;
  reason: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
}

export interface InformationRetentionRule {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  declaration: string;
  years: number;
  reason: string;
  source: string;
  from_on: string;
}

export interface InformationRetentionRuleHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  declaration: string;
  years: number;
  reason: string;
  source: string;
  from_on: string;
}

export interface InformationSharingDecision {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  about_ref: string | null;
  what: string;
  with_whom: string;
  direction: string;
  shared: boolean;
  lawful_basis: string;
  reason: string;
  told_person: string;
  decided_by_id: string;
  decided_on: string;
}

export interface InformationSharingDecisionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  about_ref: string | null;
  what: string;
  with_whom: string;
  direction: string;
  shared: boolean;
  lawful_basis: string;
  reason: string;
  told_person: string;
  decided_by_id: string;
  decided_on: string;
}

export interface InformationSubjectRequest {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  about_ref: string | null;
  about_names: string;
  about_dates: string | null;
  asked_by: string;
  capacity: string;
  answer_to: string | null;
  asked_for: string;
  received_on: string;
  identity_checked_on: string | null;
  identity_checked_by_id: string | null;
  identity_note: string | null;
  authority_note: string | null;
  extended_on: string | null;
  extended_reason: string | null;
  gathered_on: string | null;
  places_not_open: number | null;
  state: string;
  answered_on: string | null;
  answered_how: string | null;
  bundle_file_id: string | null;
  bundle_hash: string | null;
}

export interface InformationSubjectRequestHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  about_ref: string | null;
  about_names: string;
  about_dates: string | null;
  asked_by: string;
  capacity: string;
  answer_to: string | null;
  asked_for: string;
  received_on: string;
  identity_checked_on: string | null;
  identity_checked_by_id: string | null;
  identity_note: string | null;
  authority_note: string | null;
  extended_on: string | null;
  extended_reason: string | null;
  gathered_on: string | null;
  places_not_open: number | null;
  state: string;
  answered_on: string | null;
  answered_how: string | null;
  bundle_file_id: string | null;
  bundle_hash: string | null;
}

export interface InformationSubjectRequestItem {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  request_id: string;
  ref: string;
  found_by: string;
  decision: string | null;
  ground: string | null;
  reason: string | null;
  spans: ColumnType<unknown, string, string>;
  seen_hash: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
}

export interface InformationSubjectRequestItemHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  request_id: string;
  ref: string;
  found_by: string;
  decision: string | null;
  ground: string | null;
  reason: string | null;
  spans: ColumnType<unknown, string, string>;
  seen_hash: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
}

export interface InformationSubjectRequestPause {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  request_id: string;
  kind: string;
  question: string;
  from_on: string;
  until_on: string | null;
}

export interface InformationSubjectRequestPauseHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  request_id: string;
  kind: string;
  question: string;
  from_on: string;
  until_on: string | null;
}

export interface JointAcceptance {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  joint_id: string;
  from_on: string;
  until_on: string | null;
  agreed_by: string;
  restricted_to_id: string | null;
}

export interface JointAcceptanceHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  joint_id: string;
  from_on: string;
  until_on: string | null;
  agreed_by: string;
  restricted_to_id: string | null;
}

export interface JointHome {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  home_id: string;
  from_on: string;
  until_on: string | null;
}

export interface JointHomeHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  home_id: string;
  from_on: string;
  until_on: string | null;
}

export interface JointReceivedCopy {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  origin_id: string;
  origin_name: string;
  origin_ref: string;
  origin_revision: number;
  copy: ColumnType<unknown, string, string>;
  content_hash: string;
  sent_by: string;
  sent_by_role: string;
  sent_on: string;
  received_on: string;
  amends_id: string | null;
  state: string;
  taken_ref: string | null;
  declined_reason: string | null;
  handled_by_id: string | null;
  handled_on: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  withdrawal_noted_on: string | null;
}

export interface JointReceivedCopyHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  origin_id: string;
  origin_name: string;
  origin_ref: string;
  origin_revision: number;
  copy: ColumnType<unknown, string, string>;
  content_hash: string;
  sent_by: string;
  sent_by_role: string;
  sent_on: string;
  received_on: string;
  amends_id: string | null;
  state: string;
  taken_ref: string | null;
  declined_reason: string | null;
  handled_by_id: string | null;
  handled_on: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  withdrawal_noted_on: string | null;
}

export interface JointSharing {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  home_id: string;
  ref: string;
  record_revision: number;
  copy: ColumnType<unknown, string, string>;
  content_hash: string;
  reason: string | null;
  home_circle: string | null;
  shared_by_id: string;
  shared_by_role: string;
  shared_on: string;
  state: string;
  refusal: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface JointSharingHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  home_id: string;
  ref: string;
  record_revision: number;
  copy: ColumnType<unknown, string, string>;
  content_hash: string;
  reason: string | null;
  home_circle: string | null;
  shared_by_id: string;
  shared_by_role: string;
  shared_on: string;
  state: string;
  refusal: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface KernelAuditEntry {
  partnership_id: string;
  seq: number;
  id: string;
  body: string;
  previous_hash: string;
  hash: string;
  at: GeneratedAlways<string>;
  person_id: GeneratedAlways<string | null>;
  operation: GeneratedAlways<string>;
  refs: GeneratedAlways<unknown>;
}

export interface KernelAuditHead {
  partnership_id: string;
  seq: number;
  hash: string;
}

export interface KernelCircle {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  purpose: string;
  originator_agency_id: string | null;
  handling: string | null;
  review_on: string | null;
  members_reviewed_on: string | null;
}

export interface KernelCircleHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  purpose: string;
  originator_agency_id: string | null;
  handling: string | null;
  review_on: string | null;
  members_reviewed_on: string | null;
}

export interface KernelCircleMember {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  member_of: string;
  person_id: string;
  from_on: string;
  until_on: string | null;
  expires_at: string | null;
  reason: string;
}

export interface KernelCircleMemberHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  member_of: string;
  person_id: string;
  from_on: string;
  until_on: string | null;
  expires_at: string | null;
  reason: string;
}

export interface KernelClosedDay {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  on_day: string;
  name: string;
}

export interface KernelClosedDayHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  on_day: string;
  name: string;
}

export interface KernelDraft {
  partnership_id: string;
  id: string;
  person_id: string;
  path: string;
  sent: ColumnType<unknown, string | null | undefined, string | null>;
  saved_at: string;
  taken_at: string | null;
}

export interface KernelFile {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  owner_ref: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
}

export interface KernelFileHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  owner_ref: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
}

export interface KernelGuestLink {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  asked_by_id: string;
  name: string;
  email: string;
  operation: string;
  ref: string;
  input: ColumnType<unknown, string, string>;
  reason: string;
  until_on: string;
  used_at: string | null;
  revoked_at: string | null;
}

export interface KernelGuestLinkHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  asked_by_id: string;
  name: string;
  email: string;
  operation: string;
  ref: string;
  input: ColumnType<unknown, string, string>;
  reason: string;
  until_on: string;
  used_at: string | null;
  revoked_at: string | null;
}

export interface KernelJob {
  partnership_id: string;
  id: Generated<string>;
  kind: string;
  payload: ColumnType<unknown, string, string>;
  state: Generated<string>;
  attempts: Generated<number>;
  run_after: Generated<string>;
  done_at: string | null;
  problem: string | null;
}

export interface KernelLocalTimescale {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  rule_id: string;
  amount: number | null;
  unit: string | null;
  start_event: string | null;
  verified: boolean;
  reason: string;
  source: string;
  in_force_from: string;
  in_force_until: string | null;
}

export interface KernelLocalTimescaleHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  rule_id: string;
  amount: number | null;
  unit: string | null;
  start_event: string | null;
  verified: boolean;
  reason: string;
  source: string;
  in_force_from: string;
  in_force_until: string | null;
}

export interface KernelPartnership {
  id: Generated<string>;
  short_name: string;
  name: string;
  kind: string;
  demonstration: boolean;
}

export interface KernelRedaction {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  ref: string;
  shown_on: string;
  field: string;
  whole: boolean;
  occurrences: number;
  reason: string;
  redacted_on: string;
  redacted_by_id: string | null;
  published: ColumnType<unknown, string, string>;
}

export interface KernelRedactionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  ref: string;
  shown_on: string;
  field: string;
  whole: boolean;
  occurrences: number;
  reason: string;
  redacted_on: string;
  redacted_by_id: string | null;
  published: ColumnType<unknown, string, string>;
}

export interface KernelRequest {
  partnership_id: string;
  person_id: string;
  operation: string;
  key: string;
  input_hash: string;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  at: Generated<string>;
}

export interface KernelScheduleMark {
  partnership_id: string;
  kind: string;
  period: string;
}

export interface PlanActivity {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  text: string;
  agency_id: string | null;
  body_id: string | null;
  from_on: string | null;
  to_on: string | null;
  when_label: string | null;
  reach: number | null;
  reach_label: string | null;
  source_id: string | null;
  locator: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanActivityHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  text: string;
  agency_id: string | null;
  body_id: string | null;
  from_on: string | null;
  to_on: string | null;
  when_label: string | null;
  reach: number | null;
  reach_label: string | null;
  source_id: string | null;
  locator: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanClaim {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  statement: string;
  about: string;
  for_whom: string | null;
  headline: boolean;
  source_id: string | null;
  locator: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanClaimHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  statement: string;
  about: string;
  for_whom: string | null;
  headline: boolean;
  source_id: string | null;
  locator: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanNextStep {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  text: string;
  owner_agency_id: string | null;
  owner_body_id: string | null;
  due_on: string | null;
  due_label: string | null;
  source_id: string | null;
  locator: string | null;
  done_on: string | null;
  done_note: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanNextStepHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year_id: string;
  priority_id: string | null;
  topic: string;
  position: number;
  text: string;
  owner_agency_id: string | null;
  owner_body_id: string | null;
  due_on: string | null;
  due_label: string | null;
  source_id: string | null;
  locator: string | null;
  done_on: string | null;
  done_note: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface PlanPriority {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  description: string | null;
}

export interface PlanPriorityFocus {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  focus: string;
  from_on: string | null;
  until_on: string | null;
  became: string | null;
  successor_id: string | null;
  note: string | null;
  source: string | null;
}

export interface PlanPriorityFocusHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  focus: string;
  from_on: string | null;
  until_on: string | null;
  became: string | null;
  successor_id: string | null;
  note: string | null;
  source: string | null;
}

export interface PlanPriorityHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  description: string | null;
}

export interface PlanPriorityName {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  name: string;
  allowed: boolean;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface PlanPriorityNameHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  name: string;
  allowed: boolean;
  from_on: string | null;
  until_on: string | null;
  source: string | null;
}

export interface PlanPriorityYear {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  year_id: string;
  number: number;
  statement: string | null;
}

export interface PlanPriorityYearHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  priority_id: string;
  year_id: string;
  number: number;
  statement: string | null;
}

export interface PlanReportingYear {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  label: string;
  from_on: string;
  to_on: string;
}

export interface PlanReportingYearHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  label: string;
  from_on: string;
  to_on: string;
}

export interface PlanStrategy {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  priority_id: string | null;
  from_on: string | null;
  until_on: string | null;
  launched_label: string | null;
  supersedes_id: string | null;
  source: string | null;
}

export interface PlanStrategyHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  kind: string;
  priority_id: string | null;
  from_on: string | null;
  until_on: string | null;
  launched_label: string | null;
  supersedes_id: string | null;
  source: string | null;
}

export interface PublicMigration {
  name: string;
  sha256: string;
  applied_at: Generated<string>;
}

export interface ReportChapterText {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  chapter: string;
  text: string;
}

export interface ReportChapterTextHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  chapter: string;
  text: string;
}

export interface ReportCoverPaper {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  template_id: string;
  template_sha256: string;
  committee: string;
  meeting_on: string;
  decision: string;
  answers: ColumnType<unknown, string, string>;
  begun_by_id: string | null;
  state: string;
  signed_off_by_id: string | null;
  signed_off_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface ReportCoverPaperHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  template_id: string;
  template_sha256: string;
  committee: string;
  meeting_on: string;
  decision: string;
  answers: ColumnType<unknown, string, string>;
  begun_by_id: string | null;
  state: string;
  signed_off_by_id: string | null;
  signed_off_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface ReportDispatch {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  recipient: string;
  sent_on: string | null;
  method: string | null;
  recipient_kind: Generated<string>;
  form: Generated<string>;
  due_on: string | null;
  acknowledged_on: string | null;
  acknowledgement: string | null;
  dropped_on: string | null;
  dropped_reason: string | null;
}

export interface ReportDispatchHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  recipient: string;
  sent_on: string | null;
  method: string | null;
  recipient_kind: Generated<string>;
  form: Generated<string>;
  due_on: string | null;
  acknowledged_on: string | null;
  acknowledgement: string | null;
  dropped_on: string | null;
  dropped_reason: string | null;
}

export interface ReportEdition {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year: string;
  number: number;
  state: string;
  due_on: string;
  framework_id: string | null;
  framework_reason: string | null;
  published_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
  supersedes_id: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  sealed_on: string | null;
  sealed_for: string | null;
}

export interface ReportEditionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year: string;
  number: number;
  state: string;
  due_on: string;
  framework_id: string | null;
  framework_reason: string | null;
  published_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
  supersedes_id: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  sealed_on: string | null;
  sealed_for: string | null;
}

export interface ReportFormatRequest {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year: string;
  format: string;
  wish: string | null;
  asked_on: string;
  lies_in: string;
  answered_on: string | null;
  answer: string | null;
  outcome: string | null;
}

export interface ReportFormatRequestHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  year: string;
  format: string;
  wish: string | null;
  asked_on: string;
  lies_in: string;
  answered_on: string | null;
  answer: string | null;
  outcome: string | null;
}

export interface ReportJudgement {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  duty_id: string;
  status: string;
  note: string;
  judged_by_id: string;
}

export interface ReportJudgementHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  duty_id: string;
  status: string;
  note: string;
  judged_by_id: string;
}

export interface ReportPrintPermission {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  item_ref: string;
  reason: string;
  permitted_by_id: string;
}

export interface ReportPrintPermissionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  item_ref: string;
  reason: string;
  permitted_by_id: string;
}

export interface ReportScrutinyComment {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  text: string;
  person_id: string;
  made_on: string;
}

export interface ReportScrutinyCommentHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  text: string;
  person_id: string;
  made_on: string;
}

export interface ReportScrutinyStatement {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  looked_at: string;
  works_well: string;
  concerns: string;
  effectiveness: string;
  signed_by_id: string | null;
  signed_on: string | null;
}

export interface ReportScrutinyStatementHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  looked_at: string;
  works_well: string;
  concerns: string;
  effectiveness: string;
  signed_by_id: string | null;
  signed_on: string | null;
}

export interface ReportSealedEdition {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  edition_id: string;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string;
  sealed_on: string;
  sealed_by_id: string | null;
}

export interface ReportSealedEditionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string;
  edition_id: string;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string;
  sealed_on: string;
  sealed_by_id: string | null;
}

export interface ReportSignOff {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  partner: string;
  person_id: string;
  signed_on: string;
  fingerprint: string;
}

export interface ReportSignOffHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  partner: string;
  person_id: string;
  signed_on: string;
  fingerprint: string;
}

export interface ReportStatementRecommendation {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  statement_id: string;
  recommendation_id: string;
  left_out_on: string | null;
}

export interface ReportStatementRecommendationHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  statement_id: string;
  recommendation_id: string;
  left_out_on: string | null;
}

export interface ReportVersion {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  kind: string;
  opening: string | null;
  shown_to: string | null;
  shown_count: number | null;
  shown_on: string | null;
  they_said: string | null;
  changed_because: string | null;
  without_evidence: string | null;
  signed_by_id: string | null;
  signed_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
}

export interface ReportVersionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  kind: string;
  opening: string | null;
  shown_to: string | null;
  shown_count: number | null;
  shown_on: string | null;
  they_said: string | null;
  changed_because: string | null;
  without_evidence: string | null;
  signed_by_id: string | null;
  signed_on: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_sha256: string | null;
}

export interface ReportVersionPart {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  version_id: string;
  priority_ref: string;
  told: string | null;
  did: string | null;
  changed: string | null;
  next: string | null;
  rests_on: string | null;
  picture_file_id: string | null;
  picture_alt: string | null;
}

export interface ReportVersionPartHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  version_id: string;
  priority_ref: string;
  told: string | null;
  did: string | null;
  changed: string | null;
  next: string | null;
  rests_on: string | null;
  picture_file_id: string | null;
  picture_alt: string | null;
}

export interface ReportWaiver {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  finding_key: string;
  rule: string;
  reason: string;
  waived_by_id: string;
  withdrawn_on: string | null;
}

export interface ReportWaiverHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  finding_key: string;
  rule: string;
  reason: string;
  waived_by_id: string;
  withdrawn_on: string | null;
}

export interface ThreadAction {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  text: string;
  owner_agency_id: string | null;
  owner_person_id: string | null;
  due_on: string | null;
  done_on: string | null;
  done_note: string | null;
  source: string | null;
  locator: string | null;
  state: string;
}

export interface ThreadActionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  text: string;
  owner_agency_id: string | null;
  owner_person_id: string | null;
  due_on: string | null;
  done_on: string | null;
  done_note: string | null;
  source: string | null;
  locator: string | null;
  state: string;
}

export interface ThreadCheckMade {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  text: string;
  checked_on: string;
  checked_by_id: string | null;
  checked_by_role: string;
  result: string;
}

export interface ThreadCheckMadeHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  text: string;
  checked_on: string;
  checked_by_id: string | null;
  checked_by_role: string;
  result: string;
}

export interface ThreadConnection {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_ref: string;
  to_ref: string;
}

export interface ThreadConnectionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  from_ref: string;
  to_ref: string;
}

export interface ThreadDecision {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  body_id: string;
  taken_on: string;
  taken_label: string | null;
  text: string;
  matter: string;
  authority: string;
  ratified_by_id: string | null;
  ratified_on: string | null;
  source: string | null;
  locator: string | null;
}

export interface ThreadDecisionHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  body_id: string;
  taken_on: string;
  taken_label: string | null;
  text: string;
  matter: string;
  authority: string;
  ratified_by_id: string | null;
  ratified_on: string | null;
  source: string | null;
  locator: string | null;
}

export interface ThreadEffect {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  expected: string;
  observed: string | null;
  observed_on: string | null;
  state: string;
}

export interface ThreadEffectHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  expected: string;
  observed: string | null;
  observed_on: string | null;
  state: string;
}

export interface ThreadFinding {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  title: string;
  text: string;
  found_on: string | null;
  source: string | null;
  locator: string | null;
  state: string;
}

export interface ThreadFindingHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  title: string;
  text: string;
  found_on: string | null;
  source: string | null;
  locator: string | null;
  state: string;
}

export interface ThreadRecommendation {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  gist: string;
  made_by: string;
  made_on: string | null;
  source: string | null;
  locator: string | null;
  to_body_id: string | null;
  owner_agency_id: string | null;
  owner_person_id: string | null;
  due_on: string | null;
  response: string;
  response_text: string | null;
  responded_on: string | null;
  repeats_id: string | null;
  state: string;
}

export interface ThreadRecommendationHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  circle_id: string | null;
  gist: string;
  made_by: string;
  made_on: string | null;
  source: string | null;
  locator: string | null;
  to_body_id: string | null;
  owner_agency_id: string | null;
  owner_person_id: string | null;
  due_on: string | null;
  response: string;
  response_text: string | null;
  responded_on: string | null;
  repeats_id: string | null;
  state: string;
}

export interface Database {
  'access.account': AccessAccount;
  'access.account_event': AccessAccountEvent;
  'access.account_identity': AccessAccountIdentity;
  'access.account_person': AccessAccountPerson;
  'access.api_token': AccessApiToken;
  'access.authenticator': AccessAuthenticator;
  'access.failed_sign_in': AccessFailedSignIn;
  'access.guest_secret': AccessGuestSecret;
  'access.guest_visit': AccessGuestVisit;
  'access.identity_provider': AccessIdentityProvider;
  'access.locked_email': AccessLockedEmail;
  'access.one_time_link': AccessOneTimeLink;
  'access.passkey': AccessPasskey;
  'access.recovery_code': AccessRecoveryCode;
  'access.session': AccessSession;
  'access.single_sign_on_attempt': AccessSingleSignOnAttempt;
  'checker.adoption': CheckerAdoption;
  'checker.adoption_history': CheckerAdoptionHistory;
  'checker.draft': CheckerDraft;
  'checker.draft_history': CheckerDraftHistory;
  'children.child': ChildrenChild;
  'children.child_history': ChildrenChildHistory;
  'circles.emergency_access': CirclesEmergencyAccess;
  'circles.emergency_access_history': CirclesEmergencyAccessHistory;
  'circles.move': CirclesMove;
  'circles.move_history': CirclesMoveHistory;
  'circles.release_request': CirclesReleaseRequest;
  'circles.release_request_history': CirclesReleaseRequestHistory;
  'circles.statement': CirclesStatement;
  'circles.statement_history': CirclesStatementHistory;
  'evidence.item': EvidenceItem;
  'evidence.item_history': EvidenceItemHistory;
  'evidence.link': EvidenceLink;
  'evidence.link_history': EvidenceLinkHistory;
  'evidence.source': EvidenceSource;
  'evidence.source_history': EvidenceSourceHistory;
  'governance.abbreviation': GovernanceAbbreviation;
  'governance.abbreviation_history': GovernanceAbbreviationHistory;
  'governance.agency': GovernanceAgency;
  'governance.agency_history': GovernanceAgencyHistory;
  'governance.agency_name': GovernanceAgencyName;
  'governance.agency_name_history': GovernanceAgencyNameHistory;
  'governance.appointment': GovernanceAppointment;
  'governance.appointment_history': GovernanceAppointmentHistory;
  'governance.area': GovernanceArea;
  'governance.area_history': GovernanceAreaHistory;
  'governance.authority': GovernanceAuthority;
  'governance.authority_history': GovernanceAuthorityHistory;
  'governance.body': GovernanceBody;
  'governance.body_history': GovernanceBodyHistory;
  'governance.body_name': GovernanceBodyName;
  'governance.body_name_history': GovernanceBodyNameHistory;
  'governance.partnership_name': GovernancePartnershipName;
  'governance.partnership_name_history': GovernancePartnershipNameHistory;
  'governance.person': GovernancePerson;
  'governance.person_history': GovernancePersonHistory;
  'governance.seat': GovernanceSeat;
  'governance.seat_history': GovernanceSeatHistory;
  'governance.sharing_agreement': GovernanceSharingAgreement;
  'governance.sharing_agreement_history': GovernanceSharingAgreementHistory;
  'governance.sharing_party': GovernanceSharingParty;
  'governance.sharing_party_history': GovernanceSharingPartyHistory;
  'governance.sharing_waiver': GovernanceSharingWaiver;
  'governance.sharing_waiver_history': GovernanceSharingWaiverHistory;
  'information.assessment': InformationAssessment;
  'information.assessment_history': InformationAssessmentHistory;
  'information.disposal': InformationDisposal;
  'information.disposal_history': InformationDisposalHistory;
  'information.disposed': InformationDisposed;
  'information.disposed_history': InformationDisposedHistory;
  'information.legal_hold': InformationLegalHold;
  'information.legal_hold_history': InformationLegalHoldHistory;
  'information.rectification': InformationRectification;
  'information.rectification_history': InformationRectificationHistory;
  'information.retention_rule': InformationRetentionRule;
  'information.retention_rule_history': InformationRetentionRuleHistory;
  'information.sharing_decision': InformationSharingDecision;
  'information.sharing_decision_history': InformationSharingDecisionHistory;
  'information.subject_request': InformationSubjectRequest;
  'information.subject_request_history': InformationSubjectRequestHistory;
  'information.subject_request_item': InformationSubjectRequestItem;
  'information.subject_request_item_history': InformationSubjectRequestItemHistory;
  'information.subject_request_pause': InformationSubjectRequestPause;
  'information.subject_request_pause_history': InformationSubjectRequestPauseHistory;
  'joint.acceptance': JointAcceptance;
  'joint.acceptance_history': JointAcceptanceHistory;
  'joint.home': JointHome;
  'joint.home_history': JointHomeHistory;
  'joint.received_copy': JointReceivedCopy;
  'joint.received_copy_history': JointReceivedCopyHistory;
  'joint.sharing': JointSharing;
  'joint.sharing_history': JointSharingHistory;
  'kernel.audit_entry': KernelAuditEntry;
  'kernel.audit_head': KernelAuditHead;
  'kernel.circle': KernelCircle;
  'kernel.circle_history': KernelCircleHistory;
  'kernel.circle_member': KernelCircleMember;
  'kernel.circle_member_history': KernelCircleMemberHistory;
  'kernel.closed_day': KernelClosedDay;
  'kernel.closed_day_history': KernelClosedDayHistory;
  'kernel.draft': KernelDraft;
  'kernel.file': KernelFile;
  'kernel.file_history': KernelFileHistory;
  'kernel.guest_link': KernelGuestLink;
  'kernel.guest_link_history': KernelGuestLinkHistory;
  'kernel.job': KernelJob;
  'kernel.local_timescale': KernelLocalTimescale;
  'kernel.local_timescale_history': KernelLocalTimescaleHistory;
  'kernel.partnership': KernelPartnership;
  'kernel.redaction': KernelRedaction;
  'kernel.redaction_history': KernelRedactionHistory;
  'kernel.request': KernelRequest;
  'kernel.schedule_mark': KernelScheduleMark;
  'plan.activity': PlanActivity;
  'plan.activity_history': PlanActivityHistory;
  'plan.claim': PlanClaim;
  'plan.claim_history': PlanClaimHistory;
  'plan.next_step': PlanNextStep;
  'plan.next_step_history': PlanNextStepHistory;
  'plan.priority': PlanPriority;
  'plan.priority_focus': PlanPriorityFocus;
  'plan.priority_focus_history': PlanPriorityFocusHistory;
  'plan.priority_history': PlanPriorityHistory;
  'plan.priority_name': PlanPriorityName;
  'plan.priority_name_history': PlanPriorityNameHistory;
  'plan.priority_year': PlanPriorityYear;
  'plan.priority_year_history': PlanPriorityYearHistory;
  'plan.reporting_year': PlanReportingYear;
  'plan.reporting_year_history': PlanReportingYearHistory;
  'plan.strategy': PlanStrategy;
  'plan.strategy_history': PlanStrategyHistory;
  'public.migration': PublicMigration;
  'report.chapter_text': ReportChapterText;
  'report.chapter_text_history': ReportChapterTextHistory;
  'report.cover_paper': ReportCoverPaper;
  'report.cover_paper_history': ReportCoverPaperHistory;
  'report.dispatch': ReportDispatch;
  'report.dispatch_history': ReportDispatchHistory;
  'report.edition': ReportEdition;
  'report.edition_history': ReportEditionHistory;
  'report.format_request': ReportFormatRequest;
  'report.format_request_history': ReportFormatRequestHistory;
  'report.judgement': ReportJudgement;
  'report.judgement_history': ReportJudgementHistory;
  'report.print_permission': ReportPrintPermission;
  'report.print_permission_history': ReportPrintPermissionHistory;
  'report.scrutiny_comment': ReportScrutinyComment;
  'report.scrutiny_comment_history': ReportScrutinyCommentHistory;
  'report.scrutiny_statement': ReportScrutinyStatement;
  'report.scrutiny_statement_history': ReportScrutinyStatementHistory;
  'report.sealed_edition': ReportSealedEdition;
  'report.sealed_edition_history': ReportSealedEditionHistory;
  'report.sign_off': ReportSignOff;
  'report.sign_off_history': ReportSignOffHistory;
  'report.statement_recommendation': ReportStatementRecommendation;
  'report.statement_recommendation_history': ReportStatementRecommendationHistory;
  'report.version': ReportVersion;
  'report.version_history': ReportVersionHistory;
  'report.version_part': ReportVersionPart;
  'report.version_part_history': ReportVersionPartHistory;
  'report.waiver': ReportWaiver;
  'report.waiver_history': ReportWaiverHistory;
  'thread.action': ThreadAction;
  'thread.action_history': ThreadActionHistory;
  'thread.check_made': ThreadCheckMade;
  'thread.check_made_history': ThreadCheckMadeHistory;
  'thread.connection': ThreadConnection;
  'thread.connection_history': ThreadConnectionHistory;
  'thread.decision': ThreadDecision;
  'thread.decision_history': ThreadDecisionHistory;
  'thread.effect': ThreadEffect;
  'thread.effect_history': ThreadEffectHistory;
  'thread.finding': ThreadFinding;
  'thread.finding_history': ThreadFindingHistory;
  'thread.recommendation': ThreadRecommendation;
  'thread.recommendation_history': ThreadRecommendationHistory;
}

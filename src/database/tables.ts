// Generated from the migrations by src/database/row-types.ts: run `node src/database/row-types.ts --write` after
// a change to migrations/, and do not edit. JSON columns are read as unknown, to be parsed, and written as JSON text.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccessAccount {
  id: Generated<string>;
  email: string;
  password_hash: string | null;
  created_at: Generated<string>;
}

export interface AccessAccountPerson {
  account_id: string;
  partnership_id: string;
  person_id: string;
}

export interface AccessFailedSignIn {
  id: GeneratedAlways<number>;
  email_hash: string;
  address_hash: string;
  at: string;
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
}

export interface KernelCircleHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  name: string;
  purpose: string;
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

export interface ReportDispatch {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  recipient: string;
  sent_on: string;
  method: string;
}

export interface ReportDispatchHistory {
  partnership_id: string;
  id: string;
  revision: number;
  entry_id: string;
  edition_id: string;
  recipient: string;
  sent_on: string;
  method: string;
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
  'access.account_person': AccessAccountPerson;
  'access.failed_sign_in': AccessFailedSignIn;
  'access.session': AccessSession;
  'children.child': ChildrenChild;
  'children.child_history': ChildrenChildHistory;
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
  'kernel.audit_entry': KernelAuditEntry;
  'kernel.audit_head': KernelAuditHead;
  'kernel.circle': KernelCircle;
  'kernel.circle_history': KernelCircleHistory;
  'kernel.circle_member': KernelCircleMember;
  'kernel.circle_member_history': KernelCircleMemberHistory;
  'kernel.closed_day': KernelClosedDay;
  'kernel.closed_day_history': KernelClosedDayHistory;
  'kernel.file': KernelFile;
  'kernel.file_history': KernelFileHistory;
  'kernel.job': KernelJob;
  'kernel.local_timescale': KernelLocalTimescale;
  'kernel.local_timescale_history': KernelLocalTimescaleHistory;
  'kernel.partnership': KernelPartnership;
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
  'report.dispatch': ReportDispatch;
  'report.dispatch_history': ReportDispatchHistory;
  'report.edition': ReportEdition;
  'report.edition_history': ReportEditionHistory;
  'report.judgement': ReportJudgement;
  'report.judgement_history': ReportJudgementHistory;
  'report.print_permission': ReportPrintPermission;
  'report.print_permission_history': ReportPrintPermissionHistory;
  'report.scrutiny_comment': ReportScrutinyComment;
  'report.scrutiny_comment_history': ReportScrutinyCommentHistory;
  'report.sign_off': ReportSignOff;
  'report.sign_off_history': ReportSignOffHistory;
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

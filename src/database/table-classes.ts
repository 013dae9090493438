// The registry of tables: which kind each is. The schema lint, backup and a distributed server read it. A new table is
// added here in the same change as its migration; its history twin (<table>_history) is implied and not listed.
import type { Database } from './tables.ts';

/**
 * tenant: records of one partnership, each change kept in a history twin.
 * tenant-append-only: rows of one partnership that are written once and never changed (audit entries, loaded figures).
 * tenant-machinery: rows of one partnership that nobody reads as a record and that change in place (a queue, a chain's head).
 * shared: the same for every partnership, rarely written (partnerships, code lists, national figures).
 * local: read before a partnership is known (accounts, sessions), and this database's own bookkeeping.
 */
export type TableClass = 'tenant' | 'tenant-append-only' | 'tenant-machinery' | 'shared' | 'local';

export const tableClasses: { [table in keyof Database]?: TableClass } = {
  'public.migration': 'local',

  'kernel.partnership': 'shared',
  'kernel.audit_head': 'tenant-machinery',
  'kernel.audit_entry': 'tenant-append-only',
  'kernel.request': 'tenant-machinery',
  'kernel.job': 'tenant-machinery',
  'kernel.schedule_mark': 'tenant-machinery',
  'kernel.draft': 'tenant-machinery',
  'kernel.closed_day': 'tenant',
  'kernel.local_timescale': 'tenant',
  'kernel.circle': 'tenant',
  'kernel.circle_member': 'tenant',
  'kernel.file': 'tenant',
  'kernel.guest_link': 'tenant',
  'kernel.redaction': 'tenant',

  'access.account': 'local',
  'access.account_person': 'local',
  'access.session': 'local',
  'access.failed_sign_in': 'local',
  'access.locked_email': 'local',
  'access.authenticator': 'local',
  'access.recovery_code': 'local',
  'access.passkey': 'local',
  'access.account_event': 'local',
  'access.one_time_link': 'local',
  'access.identity_provider': 'local',
  'access.account_identity': 'local',
  'access.single_sign_on_attempt': 'local',
  'access.api_token': 'local',
  'access.guest_secret': 'local',
  'access.guest_visit': 'local',

  'governance.partnership_name': 'tenant',
  'governance.area': 'tenant',
  'governance.agency': 'tenant',
  'governance.agency_name': 'tenant',
  'governance.body': 'tenant',
  'governance.body_name': 'tenant',
  'governance.authority': 'tenant',
  'governance.person': 'tenant',
  'governance.seat': 'tenant',
  'governance.appointment': 'tenant',
  'governance.abbreviation': 'tenant',
  'governance.sharing_agreement': 'tenant',
  'governance.sharing_party': 'tenant',
  'governance.sharing_waiver': 'tenant',

  'thread.finding': 'tenant',
  'thread.recommendation': 'tenant',
  'thread.decision': 'tenant',
  'thread.action': 'tenant',
  'thread.check_made': 'tenant',
  'thread.effect': 'tenant',
  'thread.connection': 'tenant',

  'children.child': 'tenant',

  'circles.move': 'tenant',
  'circles.release_request': 'tenant',
  'circles.emergency_access': 'tenant',
  'circles.statement': 'tenant',

  'evidence.source': 'tenant',
  'evidence.item': 'tenant',
  'evidence.link': 'tenant',

  'plan.reporting_year': 'tenant',
  'plan.priority': 'tenant',
  'plan.priority_name': 'tenant',
  'plan.priority_focus': 'tenant',
  'plan.priority_year': 'tenant',
  'plan.strategy': 'tenant',
  'plan.activity': 'tenant',
  'plan.claim': 'tenant',
  'plan.next_step': 'tenant',

  'report.edition': 'tenant',
  'report.chapter_text': 'tenant',
  'report.judgement': 'tenant',
  'report.waiver': 'tenant',
  'report.print_permission': 'tenant',
  'report.sign_off': 'tenant',
  'report.scrutiny_comment': 'tenant',
  'report.dispatch': 'tenant',
  'report.cover_paper': 'tenant',
  'report.format_request': 'tenant',
  'report.scrutiny_statement': 'tenant',
  'report.statement_recommendation': 'tenant',
  'report.version': 'tenant',
  'report.version_part': 'tenant',
  'report.sealed_edition': 'tenant',

  'information.retention_rule': 'tenant',
  'information.legal_hold': 'tenant',
  'information.assessment': 'tenant',
  'information.disposal': 'tenant',
  'information.disposed': 'tenant',
  'information.subject_request': 'tenant',
  'information.subject_request_pause': 'tenant',
  'information.subject_request_item': 'tenant',
  'information.rectification': 'tenant',
  'information.sharing_decision': 'tenant',

  'checker.adoption': 'tenant',
  'checker.draft': 'tenant',

  'joint.home': 'tenant',
  'joint.acceptance': 'tenant',
  'joint.sharing': 'tenant',
  'joint.received_copy': 'tenant',
};

/** Tables whose rows a backup leaves out, each with the reason that the backup states. Every other table is in it. */
export const notBackedUp: { [table in keyof Database]?: string } = {
  'access.session': 'people sign in again after a restore',
  'access.failed_sign_in': 'the count of failed sign-ins begins again',
  'access.one_time_link':
    'a link used or withdrawn since would open again; invitations and resets are sent anew',
  'access.single_sign_on_attempt': 'a sign-in that was under way begins again',
  'access.guest_visit': 'a guest asks for a new code',
};

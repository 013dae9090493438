// Roles and what each may do, as data. The permission matrix page and the authorisation tests are made from this table.

export const roles = {
  'lead-safeguarding-partner': 'Lead safeguarding partner',
  'delegated-safeguarding-partner': 'Delegated safeguarding partner',
  'partnership-chair': 'Partnership chair',
  'independent-chair': 'Independent chair',
  'independent-scrutineer': 'Independent scrutineer',
  'sub-group-chair': 'Sub-group chair',
  member: 'Member of a body',
  deputy: 'Deputy',
  'business-manager': 'Business manager',
  'business-support': 'Business support officer',
  'agency-lead': 'Agency lead',
  analyst: 'Analyst',
} as const;
export type Role = keyof typeof roles;

export const permissions = {
  'governance.read': 'See the partnership, its agencies, bodies and appointments',
  'governance.write': 'Change agencies, bodies, people and appointments',
  'access.manage': 'Give people access and look after circles',
  'audit.read': 'See who did and saw what',
  'calendar.write': 'Add closed days and local timescales',
  'thread.read': 'See findings, recommendations, decisions, actions, checks and effects',
  'thread.write': 'Record findings, recommendations, decisions and effects',
  'thread.act': 'Report on actions of one’s own agency',
  'thread.check': 'Record a check',
  'children.read': 'See a child’s record in one’s circles, each time with a purpose',
  'children.write': 'Record who a child is',
  'children.emergency': 'Ask for emergency access to a child’s record',
  'evidence.read': 'See the evidence register',
  'evidence.contribute': 'Enter evidence for one’s own agency',
  'evidence.write': 'Enter and mend any evidence',
  'plan.read': 'See the plan',
  'plan.write': 'Change the plan',
  'report.read': 'See the yearly report, its coverage and findings',
  'report.write': 'Compose the yearly report',
  'report.judge': 'Judge duties and waive findings',
  'report.sign': 'Sign off the yearly report',
  'report.scrutinise': 'Comment on the yearly report as scrutineer',
  'report.publish': 'Publish, withdraw and reissue the yearly report',
} as const;
export type Permission = keyof typeof permissions;

const reading: Permission[] = ['governance.read', 'thread.read', 'evidence.read', 'plan.read', 'report.read'];

export const rolePermissions: Record<Role, readonly Permission[]> = {
  'lead-safeguarding-partner': [...reading, 'report.sign', 'audit.read', 'thread.check'],
  'delegated-safeguarding-partner': [
    ...reading,
    'thread.write',
    'thread.check',
    'report.judge',
    'children.read',
  ],
  'partnership-chair': [...reading, 'thread.write', 'thread.check', 'report.judge'],
  'independent-chair': [...reading, 'thread.check'],
  'independent-scrutineer': [...reading, 'thread.write', 'thread.check', 'report.scrutinise', 'audit.read'],
  'sub-group-chair': [...reading, 'thread.write', 'thread.act', 'evidence.contribute'],
  member: [...reading, 'thread.act'],
  deputy: [...reading, 'thread.act'],
  'business-manager': [
    ...reading,
    'governance.write',
    'access.manage',
    'audit.read',
    'calendar.write',
    'thread.write',
    'thread.act',
    'children.read',
    'children.write',
    'evidence.contribute',
    'evidence.write',
    'plan.write',
    'report.write',
    'report.judge',
    'report.publish',
  ],
  'business-support': [
    ...reading,
    'thread.act',
    'evidence.contribute',
    'evidence.write',
    'plan.write',
    'report.write',
  ],
  'agency-lead': [...reading, 'thread.act', 'evidence.contribute', 'children.read', 'children.emergency'],
  analyst: [...reading, 'evidence.contribute', 'evidence.write'],
};

export function permissionsOf(held: readonly Role[]): Set<Permission> {
  return new Set(held.flatMap((role) => rolePermissions[role]));
}

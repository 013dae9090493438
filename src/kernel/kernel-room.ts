// What the kernel itself offers as a room: the audit trail, the calendar and the time limits.
import { auditTrailPages } from './audit-trail/audit-trail.pages.ts';
import { listEntries, verifyTrail } from './audit-trail/audit-trail.operations.ts';
import { addWorkingDays, countWorkingDays } from './calendar/calendar.operations.ts';
import { calendarPages } from './calendar/calendar.pages.ts';
import { addClosedDay, findDueDay, listClosedDays } from './calendar/closed-day.operations.ts';
import { frameworkPages } from './frameworks/frameworks.pages.ts';
import { listTimescales, settleTimescale } from './frameworks/local-timescale.operations.ts';
import type { RecordDeclaration } from './records/declaration.ts';
import type { Room } from './records/room.ts';

const records: RecordDeclaration[] = [
  {
    name: 'Audit trail',
    tables: ['kernel.audit_entry', 'kernel.audit_head'],
    controller: 'The partnership’s host council',
    purpose: 'To show who did and saw what, and that nothing was changed unnoticed',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e)); accountability (article 5(2))',
    retention: { years: 25, after: 'the entry was written' },
    about_children: false,
  },
  {
    name: 'Closed days and local time limits',
    tables: ['kernel.closed_day', 'kernel.local_timescale'],
    controller: 'The partnership’s host council',
    purpose: 'To count time limits rightly',
    lawful_basis: 'Holds no personal data',
    retention: null,
    about_children: false,
  },
  {
    name: 'Circles and their members',
    tables: ['kernel.circle', 'kernel.circle_member'],
    controller: 'The partnership’s host council',
    purpose: 'To keep restricted records to the people who need them',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e))',
    retention: { years: 25, after: 'the membership ended' },
    about_children: false,
  },
  {
    name: 'Files',
    tables: ['kernel.file'],
    controller: 'The agency that gave the file',
    purpose: 'To keep documents beside the record they belong to',
    lawful_basis: 'That of the record they belong to',
    retention: { years: 10, after: 'the record they belong to was closed' },
    about_children: false,
  },
  {
    name: 'Requests and jobs',
    tables: ['kernel.request', 'kernel.job', 'kernel.schedule_mark'],
    controller: 'The partnership’s host council',
    purpose: 'To carry a command out once, and what follows from it surely',
    lawful_basis: 'Public task (UK GDPR article 6(1)(e))',
    retention: { years: 1, after: 'it was done' },
    about_children: false,
  },
];

export const kernelRoom: Room = {
  name: 'kernel',
  title: 'Audit trail, calendar and time limits',
  operations: [
    listEntries,
    verifyTrail,
    addWorkingDays,
    countWorkingDays,
    listClosedDays,
    addClosedDay,
    findDueDay,
    listTimescales,
    settleTimescale,
  ],
  pages: [...auditTrailPages, ...calendarPages, ...frameworkPages],
  records,
};

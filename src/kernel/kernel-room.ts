// What the kernel itself offers as a room: the audit trail, the calendar and the time limits.
import { forgetOldSessions } from './access/forget.ts';
import { anchorKind, keepAnchor, sendAnchor, sendAnchorKind } from './audit-trail/anchor.jobs.ts';
import { auditTrailPages } from './audit-trail/audit-trail.pages.ts';
import { listEntries, verifyTrail } from './audit-trail/audit-trail.operations.ts';
import { addWorkingDays, countWorkingDays } from './calendar/calendar.operations.ts';
import { calendarPages } from './calendar/calendar.pages.ts';
import { addClosedDay, findDueDay, listClosedDays } from './calendar/closed-day.operations.ts';
import { blankOldDrafts, draftsThatWait } from './forms/draft.ts';
import { frameworkPages } from './frameworks/frameworks.pages.ts';
import { listTimescales, settleTimescale } from './frameworks/local-timescale.operations.ts';
import { forgetOldResults } from './operation/idempotency.ts';
import { failedWorkNeeds, listFailedWork, retryJob } from './jobs/failed-work.operations.ts';
import { failedWorkPages } from './jobs/failed-work.pages.ts';
import type { Room } from './records/room.ts';
import { kernelRecords } from './kernel.records.ts';

export const kernelRoom: Room = {
  name: 'kernel',
  title: 'Audit trail, calendar and time limits',
  operations: [
    listEntries,
    verifyTrail,
    listFailedWork,
    retryJob,
    addWorkingDays,
    countWorkingDays,
    listClosedDays,
    addClosedDay,
    findDueDay,
    listTimescales,
    settleTimescale,
  ],
  pages: [...auditTrailPages, ...failedWorkPages, ...calendarPages, ...frameworkPages],
  records: kernelRecords,
  needsYou: async (context) =>
    (await Promise.all([failedWorkNeeds(context), draftsThatWait(context)])).flat(),
  jobs: {
    [anchorKind]: keepAnchor,
    [sendAnchorKind]: sendAnchor,
    'kernel.forget-results': forgetOldResults,
    'kernel.blank-drafts': blankOldDrafts,
    'kernel.forget-sessions': forgetOldSessions,
  },
  schedule: {
    [anchorKind]: 'daily',
    'kernel.forget-results': 'daily',
    'kernel.blank-drafts': 'daily',
    'kernel.forget-sessions': 'daily',
  },
};

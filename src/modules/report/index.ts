// The yearly report: composed from what every room offers as evidence; it imports no room (design 9). Answers to
// Children Act 2004 s.16G(7) and the chapter on reporting of Working Together in force.
import type { Room } from '../../kernel/records/room.ts';
import { coveragePages } from './coverage.pages.ts';
import {
  acknowledgeDispatch,
  dropDispatch,
  planDispatch,
  readDispatch,
  readDispatches,
  recordDispatch,
  sendDispatch,
} from './dispatch/dispatch.operations.ts';
import { dispatchPages } from './dispatch/dispatch.pages.ts';
import {
  chooseFramework,
  publish,
  reissue,
  signOff,
  startEdition,
  takeBack,
  withdraw,
} from './edition.operations.ts';
import { findingsPages } from './findings.pages.ts';
import {
  addFormatRequest,
  answerFormatRequest,
  listFormatRequests,
  readFormatRequest,
} from './format-requests/format-request.operations.ts';
import { formatRequestPages } from './format-requests/format-request.pages.ts';
import { reportHome, reportNeedsYou } from './home.ts';
import { renderFiles } from './report.jobs.ts';
import { reportRecords } from './report.records.ts';
import {
  listEditions,
  readCoverage,
  readFindings,
  readPublished,
  readPublishedFile,
  openReport,
  readReport,
  renderReport,
  reportPublications,
} from './report.operations.ts';
import { reportPages } from './report.pages.ts';
import { findSealed, readSealed } from './sealed-edition.operations.ts';
import { sealedEditionPages } from './sealed-edition.pages.ts';
import { signOffPages } from './sign-off.pages.ts';
import {
  commentAsScrutineer,
  judgeDuty,
  permitSmallNumber,
  waiveFinding,
  writeChapter,
} from './words.operations.ts';

export const reportRoom: Room = {
  name: 'report',
  title: 'Yearly report',
  operations: [
    listEditions,
    readReport,
    openReport,
    readCoverage,
    readFindings,
    renderReport,
    readPublished,
    readPublishedFile,
    startEdition,
    chooseFramework,
    writeChapter,
    judgeDuty,
    waiveFinding,
    permitSmallNumber,
    commentAsScrutineer,
    signOff,
    takeBack,
    publish,
    withdraw,
    reissue,
    readDispatches,
    readDispatch,
    planDispatch,
    recordDispatch,
    sendDispatch,
    acknowledgeDispatch,
    dropDispatch,
    listFormatRequests,
    readFormatRequest,
    addFormatRequest,
    answerFormatRequest,
    findSealed,
    readSealed,
  ],
  pages: [
    ...reportPages,
    ...coveragePages,
    ...findingsPages,
    ...signOffPages,
    ...dispatchPages,
    ...formatRequestPages,
    ...sealedEditionPages,
  ],
  home: reportHome,
  needsYou: reportNeedsYou,
  jobs: { 'report.render-files': renderFiles },
  records: reportRecords,
  publications: reportPublications,
};

// The yearly report: composed from what every room offers as evidence; it imports no room (design 9). Answers to
// Children Act 2004 s.16G(7) and the chapter on reporting of Working Together in force.
import type { Room } from '../../kernel/records/room.ts';
import { coverPaperPages } from './cover-papers/cover-paper.pages.ts';
import {
  answerCoverPaper,
  beginCoverPaper,
  changeCoverPaper,
  listCoverPapers,
  listCoverTemplates,
  readCoverPaper,
  renderCoverPaper,
  signOffCoverPaper,
  takeBackCoverPaper,
  templateChoices,
  withdrawCoverPaper,
} from './cover-papers/cover-paper.operations.ts';
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
import { readCompanion } from './published.ts';
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
import { findSealed, readSealed } from './sealed/sealed-edition.operations.ts';
import {
  leaveOut,
  readStatement,
  recommend,
  signStatement,
  takeRecommendation,
  writeStatement,
} from './scrutiny/statement.operations.ts';
import { renderStatement } from './scrutiny/statement-file.operations.ts';
import { statementPages } from './scrutiny/statement.pages.ts';
import { sealedEditionPages } from './sealed/sealed-edition.pages.ts';
import { signOffPages } from './sign-off.pages.ts';
import { readVersionDocument, renderFilmScript, renderVersion } from './versions/version-files.operations.ts';
import {
  addPicture,
  describePicture,
  readPicture,
  takePictureOut,
} from './versions/version-picture.operations.ts';
import { signVersion, takeVersionBack, versionPublications } from './versions/version-signing.operations.ts';
import { versionWritingPages } from './versions/version-writing.pages.ts';
import {
  listVersions,
  measureReadingAge,
  readPart,
  readWholeVersion,
  restOnClaim,
  writeOpening,
  writePart,
} from './versions/version.operations.ts';
import { versionPages } from './versions/version.pages.ts';
import {
  commentAsScrutineer,
  judgeDuty,
  permitSmallNumber,
  waiveFinding,
  writeChapter,
} from './words.operations.ts';

export { knowTemplates, TemplateProblem } from './cover-papers/known.ts';

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
    readCompanion,
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
    listCoverPapers,
    listCoverTemplates,
    readCoverPaper,
    renderCoverPaper,
    beginCoverPaper,
    changeCoverPaper,
    answerCoverPaper,
    signOffCoverPaper,
    takeBackCoverPaper,
    withdrawCoverPaper,
    listFormatRequests,
    readFormatRequest,
    addFormatRequest,
    answerFormatRequest,
    readStatement,
    writeStatement,
    recommend,
    takeRecommendation,
    leaveOut,
    signStatement,
    renderStatement,
    listVersions,
    readWholeVersion,
    readPart,
    readVersionDocument,
    measureReadingAge,
    writeOpening,
    writePart,
    restOnClaim,
    addPicture,
    describePicture,
    takePictureOut,
    readPicture,
    signVersion,
    takeVersionBack,
    renderVersion,
    renderFilmScript,
    findSealed,
    readSealed,
  ],
  pages: [
    ...reportPages,
    ...coveragePages,
    ...findingsPages,
    ...signOffPages,
    ...dispatchPages,
    ...coverPaperPages,
    ...formatRequestPages,
    ...statementPages,
    ...versionPages,
    ...versionWritingPages,
    ...sealedEditionPages,
  ],
  choices: { 'cover-paper-templates': templateChoices },
  home: reportHome,
  needsYou: reportNeedsYou,
  jobs: { 'report.render-files': renderFiles },
  records: reportRecords,
  publications: async (context) =>
    (await Promise.all([reportPublications(context), versionPublications(context)])).flat(),
};

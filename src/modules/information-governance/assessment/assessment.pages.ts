// The impact assessment on screen and as a file, and the form for what only the partnership can say.
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form, page } from '../../../kernel/pages/page.ts';
import { readAssessmentNote, type readAssessmentOf, writeAssessmentNote } from './assessment.operations.ts';
import { type Assessment, drawAssessment } from './assessment.view.ts';
import { home, link } from '../drawing.ts';

type Note = Awaited<ReturnType<typeof readAssessmentNote.run>>;

const own = { text: 'Impact assessment', href: '/information-governance/assessment' };
const title = 'Data protection impact assessment';

export function assessmentPages(readAssessment: ReturnType<typeof readAssessmentOf>): AnyPage[] {
  return [
    page({
      path: own.href,
      title,
      query: readAssessment,
      trail: () => [home],
      draw: (assessment: Assessment, view) => html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${link(`${own.href}/file`, 'Take it with you as a file')}</p>
${drawAssessment(
  assessment,
  (heading) =>
    view.can('information.dispose') &&
    html`<p class="govuk-body">${link(`${own.href}/${heading}`, 'Write this part')}</p>`,
)}`,
    }),
    download({
      path: `${own.href}/file`,
      query: readAssessment,
      give: (assessment: Assessment) => ({
        name: 'data-protection-impact-assessment.html',
        media_type: 'text/html',
        bytes: new TextEncoder().encode(wholePage(assessment)),
      }),
    }),
    form<Note, { id: string }>({
      path: `${own.href}/:heading`,
      title: (note) => note.title,
      command: writeAssessmentNote,
      before: readAssessmentNote,
      values: ({ note, review_on }) => ({ note, review_on }),
      fixed: ({ params }) => ({ heading: params['heading'] }),
      button: 'Save',
      next: () => own.href,
      done: 'This part of the assessment is saved.',
      trail: () => [home, own],
    }),
  ];
}

/** One page that needs nothing else, so that it opens in a browser and in Word. */
function wholePage(assessment: Assessment): string {
  return `<!doctype html>\n${html`<html lang="en-GB"><head><meta charset="utf-8"><title>${title}: ${assessment.partnership}</title><style>body{font-family:Arial,sans-serif;line-height:1.4;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.4em;text-align:left;vertical-align:top}caption{text-align:left;font-weight:bold;padding:.4em 0}</style></head><body><h1>${title}</h1>${drawAssessment(assessment, () => false)}</body></html>`.toString()}\n`;
}

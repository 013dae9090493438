// The steps of a request on screen: who asks, what they were asked, the gathering, the bundle, the answer.
import { showDay } from '../../../ground/drawing.ts';
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form } from '../../../kernel/pages/page.ts';
import { readBundle } from './bundle.operations.ts';
import type { SubjectAccess } from './subject-access.ts';
import { capacities } from './subject-request.ts';
import { changeRequest, checkIdentity } from './subject-request.operations.ts';
import { requestPath, requestsHome, requestTrail } from './subject-request.pages.ts';
import { extend, startClock, stopClock } from './subject-time.operations.ts';

const wordsOf = (words: Record<string, string>, code: string) => words[code] ?? code;

export function stepPages({ readRequest, gather, makeBundle, answerRequest }: SubjectAccess): AnyPage[] {
  const next = ({ id }: { id: string }) => requestPath(id);
  const fixed = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });
  const trail = (request: { id: string }) => requestTrail(request.id);
  const step = { before: readRequest, fixed, next, trail };
  return [
    form({
      ...step,
      path: `${requestsHome.href}/:id/change`,
      title: 'Change what is recorded of a request',
      command: changeRequest,
      values: (request) => ({ ...request, seen_revision: request.revision }),
      intro: () =>
        html`<p class="govuk-body">After a change of names the records are gathered again. What was decided stays.</p>`,
      button: 'Save',
      done: 'Saved. Gather the records again',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/identity`,
      title: 'Who asks, and may they?',
      command: checkIdentity,
      intro: (request) =>
        html`<p class="govuk-body">${request.asked_by}, ${wordsOf(capacities, request.capacity).toLowerCase()}. A child who understands what they ask can ask for themselves; a parent’s request is answered only in the child’s interests.</p>`,
      button: 'Record',
      done: 'Recorded',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/question`,
      title: 'What did you ask them?',
      command: stopClock,
      intro: () =>
        html`<p class="govuk-body">The clock stands still until they answer. Ask only what you need to know, and as soon as you can.</p>`,
      button: 'Stop the clock',
      done: 'The clock stands still',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/reply`,
      title: 'When did they answer?',
      command: startClock,
      button: 'Start the clock again',
      done: 'The clock runs again',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/extension`,
      title: 'It takes longer',
      command: extend,
      intro: ({ clock }) =>
        html`<p class="govuk-body">Up to two months more, for a complex request, if they were told why ${clock.extend_by === null ? 'within the first month' : `by ${showDay(clock.extend_by)}`}.</p>`,
      button: 'Record',
      done: 'Recorded',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/gathering`,
      title: 'Gather the records',
      command: gather,
      intro: () =>
        html`<p class="govuk-body">Every room is searched, as far as you may see. What you look at is kept in the audit trail.</p>`,
      button: 'Gather the records',
      done: 'Records gathered',
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/bundle/making`,
      title: 'Make the bundle',
      command: makeBundle,
      button: 'Make the bundle',
      done: 'Bundle made. Read it whole before you give it',
    }),
    download({
      path: `${requestsHome.href}/:id/bundle.docx`,
      query: readBundle,
      input: ({ params }) => params,
      give: (given) => given,
    }),
    form({
      ...step,
      path: `${requestsHome.href}/:id/answer`,
      title: 'Record the answer',
      command: answerRequest,
      button: 'Record the answer',
      done: 'Answer recorded',
    }),
  ];
}

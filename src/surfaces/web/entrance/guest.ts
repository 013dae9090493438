// A guest's way in: the link from the letter, a code to the same address, the one form, and out again. Opening the link
// shows who asks and for what kind of thing; sending the answer uses it up.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GuestSight, GuestTask } from '../../../kernel/access/guest-task.ts';
import {
  type Asking,
  beginVisit,
  endVisit,
  findVisit,
  giveCode,
  type GuestVisit,
  readAsking,
  readGuestLink,
} from '../../../kernel/access/guest-visit.ts';
import { refParts } from '../../../kernel/evidence/evidence.ts';
import { fieldsOf, readFields, type Sent } from '../../../kernel/forms/fields.ts';
import { type House, perform, type Request } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { drawFields } from '../form-view.ts';
import { receive } from '../receive-form.ts';
import { cookieName, type WebSettings } from '../visit.ts';
import { guessable, refuseOtherSites, send, sentOf, summaryOf, valueOf } from './drawing.ts';

/** Each sends somebody a letter: so many from one network address. */
const letters = { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } };

export function serveGuest(
  app: FastifyInstance,
  house: House,
  settings: WebSettings,
  tasks: readonly GuestTask[],
): void {
  const cookie = cookieName(settings).replace('session', 'guest');
  const remember = (reply: FastifyReply, secret: string) =>
    reply.setCookie(cookie, secret, {
      path: '/',
      httpOnly: true,
      // Never sent along from another site: nobody comes to these pages but by their own step before.
      sameSite: 'strict',
      secure: cookie.startsWith('__Host-'),
    });
  const visitOf = async (
    request: FastifyRequest,
    confirmed: boolean,
  ): Promise<GuestVisit & { secret: string }> => {
    const secret = request.cookies[cookie];
    const visit = secret === undefined ? undefined : await findVisit(house, secret, new Date());
    if (secret === undefined || visit?.confirmed !== confirmed)
      throw new NotAllowed(
        'Open the link in your letter again: this visit is over, or its code is still to be given.',
      );
    return { ...visit, secret };
  };

  app.get('/guest/:secret', guessable, async (request, reply) => {
    const asking = await readGuestLink(house, secretOf(request), settings.clock());
    return send(reply, settings, {
      title: 'Somebody asks for your answer',
      main: welcome(asking, taskOf(tasks, asking)),
    });
  });

  app.post('/guest/:secret', letters, async (request, reply) => {
    refuseOtherSites(request, settings);
    const asking = await readGuestLink(house, secretOf(request), settings.clock());
    remember(reply, await beginVisit(house, asking.link, new Date()));
    return reply.redirect('/guest/code', 303);
  });

  const drawCode = (reply: FastifyReply, fields: Record<string, string> = {}) =>
    send(
      reply,
      settings,
      { title: 'Enter the code', errorSummary: summaryOf(fields), main: codeForm(fields) },
      Object.keys(fields).length > 0 ? 422 : 200,
    );

  app.get('/guest/code', async (request, reply) => {
    await visitOf(request, false);
    return drawCode(reply);
  });

  app.post('/guest/code', guessable, async (request, reply) => {
    refuseOtherSites(request, settings);
    const { secret } = await visitOf(request, false);
    const confirmed = await giveCode(house, secret, valueOf(sentOf(request), 'code'), new Date());
    if (confirmed === undefined)
      return drawCode(reply, {
        code: 'This code is not right, or no longer works. Check the latest letter; after five tries or ten minutes, open your link again for a new code',
      });
    remember(reply, confirmed);
    return reply.redirect('/guest/answer', 303);
  });

  const requestOf = (visit: GuestVisit): Request => ({
    partnership_id: visit.partnership_id,
    identity: { kind: 'guest', link_id: visit.link_id },
    clock: settings.clock(),
    via: 'web',
  });

  const drawAnswer = async (
    reply: FastifyReply,
    visit: GuestVisit,
    refused?: { sent: Sent; fields: Record<string, string>; message: string },
  ) => {
    const asking = await readAsking(house, visit, settings.clock());
    const task = taskOf(tasks, asking);
    const id = refParts(asking.asked.ref).id;
    const { result } = await perform(house, task.read, requestOf(visit), { id });
    const fields = Object.entries(refused?.fields ?? {});
    return send(
      reply,
      settings,
      {
        title: result.title,
        errorSummary:
          refused && (fields.length > 0 ? summaryOf(refused.fields) : [{ text: refused.message }]),
        main: answerForm(asking, task, result, visit.form_token, refused),
      },
      refused ? 422 : 200,
    );
  };

  app.get('/guest/answer', async (request, reply) => drawAnswer(reply, await visitOf(request, true)));

  app.post('/guest/answer', async (request, reply) => {
    const visit = await visitOf(request, true);
    const { sent, files, refused } = await receive(request);
    if (sent['_form'] !== visit.form_token)
      throw new NotAllowed(
        'This form is out of date, so nothing was saved. Open the link in your letter again.',
      );
    if (refused) return drawAnswer(reply, visit, { sent, fields: refused, message: '' });
    const asking = await readAsking(house, visit, settings.clock());
    const task = taskOf(tasks, asking);
    const values = readFields(askedFields(task), sent);
    const fixed = { id: refParts(asking.asked.ref).id };
    try {
      await perform(house, task.command, requestOf(visit), { ...values, ...files, ...fixed });
    } catch (error) {
      if (error instanceof InvalidInput)
        return drawAnswer(reply, visit, { sent, fields: error.fields, message: error.message });
      // Only its words: what changed meanwhile on the record is not the guest's to see.
      if (error instanceof Conflict)
        return drawAnswer(reply, visit, { sent, fields: {}, message: error.message });
      throw error;
    }
    await endVisit(house, visit.secret, new Date());
    reply.clearCookie(cookie, { path: '/' });
    return send(reply, settings, {
      title: 'Thank you',
      main: html`<div class="gt-narrow"><h1 class="govuk-heading-l">Thank you</h1><p class="govuk-body">Your answer is with ${asking.partnership}. The link in your letter is used up; there is nothing more to do.</p></div>`,
    });
  });
}

function secretOf(request: FastifyRequest): string {
  return (request.params as { secret: string }).secret;
}

function taskOf(tasks: readonly GuestTask[], { asked }: Asking): GuestTask {
  const task = tasks.find(({ command }) => command.name === asked.operation);
  if (task === undefined) throw new NotFound();
  return task;
}

function askedFields(task: GuestTask) {
  return fieldsOf(task.command.input).filter(({ name }) => name !== 'id' && !task.leave_out.includes(name));
}

function welcome({ asked, partnership }: Asking, task: GuestTask) {
  return html`<div class="gt-narrow"><h1 class="govuk-heading-l">Somebody asks for your answer</h1>
<p class="govuk-body">${asked.asker} of ${partnership} asks you to ${task.ask}.</p>
<p class="govuk-body">To show that it is you, ask for a code. It goes to the e-mail address your letter came to, and you enter it on the next page.</p>
<form method="post">${button({ text: 'Send me a code', preventDoubleClick: true })}</form></div>`;
}

function codeForm(fields: Record<string, string>) {
  return html`<div class="gt-narrow"><h1 class="govuk-heading-l">Enter the code</h1><p class="govuk-body">A letter with a code of six digits is on its way to you. It can take a minute, and works for ten.</p><form method="post" novalidate>${input(
    {
      name: 'code',
      id: 'code',
      label: { text: 'Code' },
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      classes: 'govuk-input--width-10',
      errorMessage: fields['code'] ? { text: fields['code'] } : undefined,
    },
  )}${button({ text: 'Continue', preventDoubleClick: true })}</form></div>`;
}

function answerForm(
  { asked, partnership }: Asking,
  task: GuestTask,
  { title, facts, values }: GuestSight,
  token: string,
  refused?: { sent: Sent; fields: Record<string, string> },
) {
  const fields = askedFields(task);
  const takesFile = fields.some(({ kind }) => kind === 'file');
  return html`<div class="gt-narrow"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${asked.asker} of ${partnership} asks:</p>${insetText({ text: asked.reason })}${summaryList(
    {
      rows: facts.map(({ label, value }) => ({ key: { text: label }, value: { text: value } })),
    },
  )}<form method="post"${takesFile && html` enctype="multipart/form-data"`} novalidate><input type="hidden" name="_form" value="${token}">
${drawFields({ fields, values, typed: refused?.sent, errors: refused?.fields ?? {}, choices: {} })}${button({ text: task.button, preventDoubleClick: true })}</form></div>`;
}

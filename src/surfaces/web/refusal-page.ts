// Refusals and faults as pages: one place maps them to a status and words. A fault shows a reference and never its cause.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TooManyAttempts } from '../../kernel/access/attempt.ts';
import { Unauthenticated } from '../../kernel/access/api-token.ts';
import { type Event, faultWords } from '../../kernel/log/log.ts';
import {
  ChangedMeanwhile,
  Conflict,
  Gone,
  InvalidInput,
  NoAppointment,
  type Meanwhile,
  NotAllowed,
  NotFound,
} from '../../kernel/operation/refusals.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { html } from '../../kernel/pages/html.ts';
import { openPage } from './chrome.ts';
import { sendAbsence } from './entrance/absence.ts';
import type { WebSettings } from './visit.ts';

export interface Answer {
  status: number;
  title: string;
  message: string;
  fields?: Record<string, string>;
  reference?: string;
  meanwhile?: Meanwhile;
  /** Where the person can do something about it. */
  offer?: { href: string; text: string };
}

/** Refusals and faults as status and words; faults go to the log with the same reference the person sees. */
export function answerTo(error: unknown, log: { error: (facts: object, event: Event) => void }): Answer {
  if (error instanceof InvalidInput) {
    return { status: 422, title: 'There is a problem', message: error.message, fields: error.fields };
  }
  if (error instanceof Unauthenticated)
    return { status: 401, title: 'Sign in needed', message: error.message };
  if (error instanceof NotAllowed)
    return { status: 403, title: 'You cannot do this', message: error.message };
  if (error instanceof Gone) return { status: 410, title: 'This was withdrawn', message: error.message };
  if (error instanceof NotFound) return { status: 404, title: 'Page not found', message: error.message };
  if (error instanceof ChangedMeanwhile) {
    const { message, meanwhile } = error;
    return { status: 409, title: 'Somebody else changed this', message, meanwhile };
  }
  if (error instanceof Conflict)
    return {
      status: 409,
      title: 'This could not be done',
      message: error.message,
      ...(error.offer && { offer: error.offer }),
    };
  if (error instanceof TooManyAttempts)
    return { status: 429, title: 'Too many attempts', message: error.message };
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 429) {
    return {
      status: 429,
      title: 'Too many requests',
      message: 'There were too many requests from your network. Wait a minute, then try again.',
    };
  }
  if (status === 413)
    return {
      status: 413,
      title: 'That is too large',
      message: 'What you sent is larger than we can take. Files may have up to 25 MB.',
    };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return {
      status,
      title: 'We could not read that',
      message: 'What was sent could not be read. Go back, reload the page and try again.',
    };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, fault: faultWords(error) }, 'fault');
  if (isDiskFull(error)) {
    return {
      status: 507,
      title: 'There is no room left',
      message:
        'The server’s disk is full, so what you sent was not saved. What was saved before is safe. Tell whoever runs Golden Thread for you, and send it again when there is room.',
      reference,
    };
  }
  return {
    status: 500,
    title: 'Sorry, there is a problem',
    message:
      'Something went wrong on our side. Nothing you sent was half saved. Try again; if it happens again, tell your business manager the reference.',
    reference,
  };
}

/** The operating system's word for it, and PostgreSQL's. */
function isDiskFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ENOSPC' || code === '53100';
}

export function serveRefusals(app: FastifyInstance, house: House, settings: WebSettings): void {
  const send = (reply: FastifyReply, answer: Answer) =>
    reply
      .code(answer.status)
      .type('text/html; charset=utf-8')
      .send(
        openPage(settings, {
          title: answer.title,
          main: html`<h1 class="govuk-heading-l">${answer.title}</h1><p class="govuk-body">${answer.message}</p>${
            answer.reference &&
            html`<p class="govuk-body">Reference: <strong>${answer.reference}</strong></p>`
          }${
            answer.offer &&
            html`<p class="govuk-body"><a class="govuk-link" href="${answer.offer.href}">${answer.offer.text}</a></p>`
          }<p class="govuk-body"><a class="govuk-link" href="/">Go to your home page</a></p>`,
        }),
      );
  app.setErrorHandler(async (error, request: FastifyRequest, reply) => {
    const answer = answerTo(error, request.log);
    if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
    if (request.url.startsWith('/api/')) return reply.code(answer.status).send(answer);
    if (error instanceof NoAppointment) return sendAbsence(house, settings, request, reply);
    return send(reply, answer);
  });
  app.setNotFoundHandler((request, reply) => {
    const answer = answerTo(new NotFound(), request.log);
    if (request.url.startsWith('/api/')) return reply.code(404).send(answer);
    return send(reply, answer);
  });
}

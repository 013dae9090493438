// What the pages of the entrance share: how they are sent, where they lead, and how they know their own forms.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../../kernel/access/admission.ts';
import { endSessionOf, type Session } from '../../../kernel/access/session.ts';
import type { Sent } from '../../../kernel/forms/fields.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotAllowed } from '../../../kernel/operation/refusals.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { openPage } from '../chrome.ts';
import { input } from '../components/input.ts';
import { secretOf, setSessionCookie, type WebSettings } from '../visit.ts';

/** Guessing a password, a code or a passkey: so many requests from one network address. */
export const guessable = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };

export function send(
  reply: FastifyReply,
  settings: WebSettings,
  page: Parameters<typeof openPage>[1],
  status = 200,
): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(openPage(settings, page));
}

/** Where to go after signing in: only ever a page of this site. */
export function wantedPage(request: FastifyRequest): string {
  return ownPage((request.query as { to?: unknown }).to);
}

/** A page of this site as it was asked for, or the home page. */
export function ownPage(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';
}

const stagePages = {
  partnerships: '/partnerships',
  'second-factor': '/sign-in/second-factor',
  'set-up-second-factor': '/sign-in/set-up',
} as const;

/** The page that comes next, and from there the page that was wanted. */
export function pathAfter(next: Admission['next'], wanted: string): string {
  return next === 'home' ? wanted : withWanted(stagePages[next], wanted);
}

export function withWanted(path: string, wanted: string): string {
  return wanted === '/' ? path : `${path}${path.includes('?') ? '&' : '?'}to=${encodeURIComponent(wanted)}`;
}

/** Gives the browser its new secret and leads on; a session that it held before is over. */
export async function letIn(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  admission: Admission,
  wanted: string,
): Promise<FastifyReply> {
  const before = secretOf(settings, request);
  if (before !== undefined) await endSessionOf(house, before, new Date());
  setSessionCookie(settings, reply, admission.secret);
  return reply.redirect(pathAfter(admission.next, wanted), 303);
}

/**
 * A form sent before there is a session has no token of one. The browser says where it was sent from instead; a page of
 * another site can neither forge nor hide that.
 */
export function refuseOtherSites(request: FastifyRequest, settings: WebSettings): void {
  const from = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const own =
    origin === undefined || origin === 'null'
      ? from === undefined || from === 'same-origin'
      : origin === `${settings.publicUrl.split('://')[0]}://${request.headers.host}`;
  if (!own || from === 'cross-site')
    throw new NotAllowed('This form was sent from another site, so nothing was done.');
}

export function sentOf(request: FastifyRequest): Sent {
  return (request.body ?? {}) as Sent;
}

/** One value of a form, as text. */
export function valueOf(sent: Sent, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value : '';
}

/** Who sends it, for the account's own list of events. */
export function senderOf(request: FastifyRequest): { address: string; user_agent: string | undefined } {
  return { address: request.ip, user_agent: request.headers['user-agent'] };
}

export function tokenField(session: Session): Html {
  return html`<input type="hidden" name="_form" value="${session.form_token}">`;
}

export function summaryOf(fields: Record<string, string>): { text: string; href: string }[] {
  return Object.entries(fields).map(([name, text]) => ({ text, href: `#${name}` }));
}

/** Asks for the e-mail address by which somebody signs in; browsers and password managers know it as such. */
export function emailQuestion(label: string, typed: string, fields: Record<string, string>): Html {
  return input({
    name: 'email',
    id: 'email',
    label: { text: label },
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
    value: typed,
    errorMessage: fields['email'] ? { text: fields['email'] } : undefined,
  });
}

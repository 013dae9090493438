// One visit: who came (session), with what clock, and what the address carries.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endSession, findSession, findUnfinished, type Session } from '../../kernel/access/session.ts';
import type { House, Request } from '../../kernel/operation/perform.ts';
import type { Sent } from '../../kernel/forms/fields.ts';
import { NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Address } from '../../kernel/pages/page.ts';

export interface WebSettings {
  mode: 'demonstration' | 'serve';
  publicUrl: string;
  /** The fixed day of demonstration mode; null in the real one. */
  fixedDay: string | null;
  clock: () => { today: string; now: string };
}

export interface Visit {
  session: Session;
  request: Request;
}

const secure = (settings: WebSettings) => settings.publicUrl.startsWith('https:');

/** `__Host-` binds the cookie to this very host, and needs https. */
export function cookieName(settings: WebSettings): string {
  return secure(settings) ? '__Host-session' : 'session';
}

export function setSessionCookie(settings: WebSettings, reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName(settings), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(settings),
  });
}

/** The secret the browser holds, of whatever session. */
export function secretOf(settings: WebSettings, request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(settings)];
}

/** The session of somebody who is signed in. */
export async function sessionOf(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
): Promise<Session | undefined> {
  const secret = secretOf(settings, request);
  return secret === undefined ? undefined : findSession(house, secret, new Date());
}

/** A session on its way in, for the pages of the entrance that complete it. */
export async function unfinishedOf(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
): Promise<Session | undefined> {
  const secret = secretOf(settings, request);
  return secret === undefined ? undefined : findUnfinished(house, secret, new Date());
}

/** The visit of a signed-in person who has chosen a partnership; undefined sends them to sign in. */
export async function visitOf(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
  via: Request['via'] = 'web',
): Promise<Visit | undefined> {
  const session = await sessionOf(house, settings, request);
  if (session?.partnership_id == null || session.person_id === null) return undefined;
  return {
    session,
    request: {
      partnership_id: session.partnership_id,
      identity: { kind: 'person', person_id: session.person_id },
      clock: settings.clock(),
      via,
    },
  };
}

export async function leave(
  house: House,
  settings: WebSettings,
  session: Session,
  reply: FastifyReply,
): Promise<void> {
  await endSession(house, session, new Date());
  reply.clearCookie(cookieName(settings), { path: '/' });
}

export function addressOf(request: FastifyRequest): Address {
  const search: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) search[name] = last;
  }
  return { params: request.params as Record<string, string>, search };
}

/** A form that was not drawn for this session is refused, whoever sends it. */
export function refuseForeignForm(visit: Pick<Visit, 'session'>, sent: Sent): void {
  if (sent['_form'] !== visit.session.form_token) {
    throw new NotAllowed(
      'This form is out of date, so nothing was saved. Go back, reload the page and send it again.',
    );
  }
}

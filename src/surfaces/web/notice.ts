// A notice that is shown once, after a form was carried out ("Agency added"). Carried in a cookie of one of our own
// sentences: it holds nothing about anybody.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NotificationBannerOptions } from './components/notification-banner.ts';

const cookie = 'notice';

export function leaveNotice(reply: FastifyReply, text: string): void {
  reply.setCookie(cookie, text, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
}

export function takeNotice(
  request: FastifyRequest,
  reply: FastifyReply,
): NotificationBannerOptions | undefined {
  const text = request.cookies[cookie];
  if (text === undefined) return undefined;
  reply.clearCookie(cookie, { path: '/' });
  return { type: 'success', text: text.slice(0, 300) };
}

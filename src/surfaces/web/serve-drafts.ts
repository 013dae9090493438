// A form sent after the session timed out is not lost: its words become a draft, the person signs in, and finds the form
// filled in again. Not after signing out or being signed out: then somebody wanted the browser to be left with nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findTimedOut } from '../../kernel/access/session.ts';
import {
  addressOf,
  blankDraft,
  type Draft,
  findDraft,
  type Owner,
  saveDraft,
} from '../../kernel/forms/draft.ts';
import type { Field, Sent } from '../../kernel/forms/fields.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { showInstant } from './components/day.ts';
import type { NotificationBannerOptions } from './components/notification-banner.ts';
import { sentOf, valueOf } from './entrance/drawing.ts';
import { leaveNotice } from './notice.ts';
import { receive } from './receive-form.ts';
import { toSignIn } from './serve-page.ts';
import { refuseForeignForm, secretOf, type Visit, visitOf, type WebSettings } from './visit.ts';

/** Keeps what was typed where the session timed out, and leads to sign in and from there back to the form. */
export async function keepForLater(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: readonly Field[],
  /** The input whose questions are data: each is sent under its name. */
  asks?: string,
): Promise<FastifyReply> {
  const now = new Date();
  const secret = secretOf(settings, request);
  const session = secret === undefined ? undefined : await findTimedOut(house, secret, now);
  if (session?.partnership_id == null || session.person_id === null) return toSignIn(request, reply);
  const { sent } = await receive(request);
  if (valueOf(sent, '_form') !== session.form_token) return toSignIn(request, reply);
  const owner = { partnership_id: session.partnership_id, person_id: session.person_id };
  // Sent twice: what was kept first has been taken up into what comes now.
  const earlier = valueOf(sent, '_draft');
  if (earlier !== '') await blankDraft(house, owner, earlier, now);
  const path = request.url;
  const id = await saveDraft(house, owner, { path, sent: typedInto(fields, sent, asks) }, now);
  leaveNotice(reply, 'You were signed out after a while. What you typed is kept: sign in and go on.');
  return toSignIn(request, reply, addressOf({ id, path }));
}

/** The form's own draft, where its address names one of the person's. */
export async function draftFor(
  house: House,
  request: FastifyRequest,
  visit: Visit,
): Promise<Draft | undefined> {
  const { draft } = request.query as { draft?: unknown };
  const owner = ownerOf(visit);
  if (typeof draft !== 'string' || owner === undefined) return undefined;
  return findDraft(house, owner, draft, request.url.split('?')[0] ?? '/', new Date());
}

/** The form was sent: what had been kept of it is blanked. */
export async function draftIsSent(house: House, visit: Visit, sent: Sent): Promise<void> {
  const [id, owner] = [valueOf(sent, '_draft'), ownerOf(visit)];
  if (id !== '' && owner !== undefined) await blankDraft(house, owner, id, new Date());
}

export function draftNotice({ saved_at }: Draft, takesFile: boolean): NotificationBannerOptions {
  return {
    text: `You were signed out before this was sent. What you typed on ${showInstant(saved_at, 'Europe/London')} is filled in again: look it over, then send it.${takesFile ? ' Files are not kept: choose yours again.' : ''}`,
  };
}

/** Below the form: away with it. */
export function discardButton({ id }: Draft, path: string, token: Html): Html {
  return html`<form method="post" action="/drafts/discard">${token}<input type="hidden" name="draft" value="${id}"><input type="hidden" name="path" value="${path}"><button class="gt-link-button" type="submit">Discard what I typed</button></form>`;
}

export function serveDrafts(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.post('/drafts/discard', async (request, reply) => {
    const visit = await visitOf(house, settings, request);
    if (visit === undefined) return toSignIn(request, reply, '/');
    const sent = sentOf(request);
    refuseForeignForm(visit, sent);
    const owner = ownerOf(visit);
    if (owner !== undefined) await blankDraft(house, owner, valueOf(sent, 'draft'), new Date());
    leaveNotice(reply, 'What you had typed is discarded');
    const path = valueOf(sent, 'path');
    return reply.redirect(/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/', 303);
  });
}

function ownerOf({ request }: Visit): Owner | undefined {
  const { partnership_id, identity } = request;
  return identity.kind === 'person' ? { partnership_id, person_id: identity.person_id } : undefined;
}

/** What belongs to the form's own fields: no token, no password, no file, nothing else that was sent along. */
function typedInto(fields: readonly Field[], sent: Sent, asks: string | undefined): Sent {
  const names = fields
    .filter(({ kind, words }) => kind !== 'file' && kind !== 'files' && words.widget !== 'password')
    .flatMap(({ name, kind }) =>
      kind === 'day' ? [`${name}-day`, `${name}-month`, `${name}-year`] : [name],
    );
  if (asks !== undefined) names.push(...Object.keys(sent).filter((name) => name.startsWith(`${asks}.`)));
  return Object.fromEntries(names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
}

// Coming in and going out: sign-in by e-mail and password, the choice of a partnership, and in demonstration mode only
// the choice of a person. The real mode never registers the demonstration's pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPersona, listPersonas, type Persona } from '../../kernel/access/personas.ts';
import { roles } from '../../kernel/access/roles.ts';
import { choosePartnership, startSession } from '../../kernel/access/session.ts';
import { partnershipsOf, signIn } from '../../kernel/access/sign-in.ts';
import type { Sent } from '../../kernel/forms/fields.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import { html } from '../../kernel/pages/html.ts';
import { openPage } from './chrome.ts';
import { button } from './components/button.ts';
import { input } from './components/input.ts';
import { passwordInput } from './components/password-input.ts';
import { leave, refuseForeignForm, sessionOf, setSessionCookie, type WebSettings } from './visit.ts';

export function serveEntrance(app: FastifyInstance, house: House, settings: WebSettings): void {
  if (settings.mode === 'demonstration') serveDemonstration(app, house, settings);
  else serveSignIn(app, house, settings);
  serveChoice(app, house, settings);

  app.get('/leave', async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session === undefined) return reply.redirect('/sign-in', 303);
    return send(reply, settings, {
      title: settings.fixedDay === null ? 'Sign out' : 'Change person',
      main: html`<h1 class="govuk-heading-l">${settings.fixedDay === null ? 'Sign out' : 'Leave and choose another person'}</h1>
<form method="post"><input type="hidden" name="_form" value="${session.form_token}">${button({ text: settings.fixedDay === null ? 'Sign out' : 'Leave', preventDoubleClick: true })}</form>`,
    });
  });
  app.post('/leave', async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session === undefined) return reply.redirect('/sign-in', 303);
    refuseForeignForm({ session }, (request.body ?? {}) as Sent);
    await leave(house, settings, session, reply);
    return reply.redirect('/sign-in', 303);
  });
}

/** Where to go after signing in: only ever a page of this site. */
function wantedPage(request: FastifyRequest): string {
  const to = (request.query as { to?: unknown }).to;
  return typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';
}

function send(
  reply: FastifyReply,
  settings: WebSettings,
  page: Parameters<typeof openPage>[1],
  status = 200,
): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(openPage(settings, page));
}

/**
 * A form sent before there is a session has no token of one. The browser says where it was sent from instead; a page of
 * another site can neither forge nor hide that.
 */
function refuseOtherSites(request: FastifyRequest, settings: WebSettings): void {
  const from = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const own =
    origin === undefined || origin === 'null'
      ? from === undefined || from === 'same-origin'
      : origin === `${settings.publicUrl.split('://')[0]}://${request.headers.host}`;
  if (!own || from === 'cross-site')
    throw new NotAllowed('This form was sent from another site, so nothing was done.');
}

function serveSignIn(app: FastifyInstance, house: House, settings: WebSettings): void {
  const draw = (reply: FastifyReply, typed = '', fields: Record<string, string> = {}) =>
    send(
      reply,
      settings,
      {
        title: 'Sign in',
        errorSummary: Object.entries(fields).map(([name, text]) => ({ text, href: `#${name}` })),
        main: html`<h1 class="govuk-heading-l">Sign in</h1><form method="post" novalidate>${input({
          name: 'email',
          id: 'email',
          label: { text: 'E-mail address' },
          type: 'email',
          autocomplete: 'username',
          spellcheck: false,
          value: typed,
          errorMessage: fields['email'] ? { text: fields['email'] } : undefined,
        })}${passwordInput({ name: 'password', id: 'password', label: { text: 'Password' }, autocomplete: 'current-password' })}${button({ text: 'Sign in', preventDoubleClick: true })}</form>
<p class="govuk-body">If you have no account or cannot get in, ask your partnership’s business manager.</p>`,
      },
      Object.keys(fields).length > 0 ? 422 : 200,
    );
  app.get('/sign-in', (_request, reply) => draw(reply));
  app.post(
    '/sign-in',
    { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      refuseOtherSites(request, settings);
      const sent = (request.body ?? {}) as Sent;
      const email = String(sent['email'] ?? '');
      try {
        const secret = await signIn(
          house,
          { email, password: String(sent['password'] ?? ''), address: request.ip },
          new Date(),
        );
        setSessionCookie(settings, reply, secret);
        return await reply.redirect(wantedPage(request), 303);
      } catch (error) {
        if (error instanceof InvalidInput) return draw(reply, email, error.fields);
        throw error;
      }
    },
  );
}

/** One account may be a person in several partnerships. */
function serveChoice(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/partnerships', async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session?.account_id == null) return reply.redirect('/sign-in', 303);
    const offered = await partnershipsOf(house, session.account_id);
    return send(reply, settings, {
      title: 'Choose a partnership',
      main: html`<h1 class="govuk-heading-l">Choose a partnership</h1>${offered.length === 0 && html`<p class="govuk-body">Your account is not linked to a partnership. Ask a business manager to add you.</p>`}${offered.map(
        (p) =>
          html`<form method="post"><input type="hidden" name="_form" value="${session.form_token}"><input type="hidden" name="partnership_id" value="${p.partnership_id}">${button({ text: p.name, classes: 'govuk-button--secondary' })}</form>`,
      )}`,
    });
  });
  app.post('/partnerships', async (request, reply) => {
    const session = await sessionOf(house, settings, request);
    if (session === undefined) return reply.redirect('/sign-in', 303);
    const sent = (request.body ?? {}) as Sent;
    refuseForeignForm({ session }, sent);
    if (!(await choosePartnership(house, session, String(sent['partnership_id'])))) throw new NotAllowed();
    return reply.redirect('/', 303);
  });
}

function serveDemonstration(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/sign-in', async (_request, reply) => {
    const personas = await listPersonas(house.pool, settings.clock().today);
    const partnerships = [...new Set(personas.map((p) => p.partnership))];
    return send(reply, settings, {
      title: 'Choose a person',
      wide: true,
      main: html`<h1 class="govuk-heading-l">Who would you like to be?</h1>
<p class="govuk-body-l">Start as the business manager of the City of York partnership: you will see its 2024/25 year as published, and its yearly report composed from the records.</p>
${partnerships.map((name) =>
  personaList(
    name,
    personas.filter((p) => p.partnership === name),
  ),
)}`,
    });
  });
  app.post('/sign-in', async (request, reply) => {
    refuseOtherSites(request, settings);
    const sent = (request.body ?? {}) as Sent;
    const [partnership_id, person_id] = [String(sent['partnership_id']), String(sent['person_id'])];
    if (!(await isPersona(house.pool, settings.clock().today, partnership_id, person_id)))
      throw new NotAllowed();
    const secret = await startSession(house, { account_id: null, partnership_id, person_id }, new Date());
    setSessionCookie(settings, reply, secret);
    return reply.redirect(wantedPage(request), 303);
  });
}

function personaList(partnership: string, personas: Persona[]) {
  const rank = (p: Persona) => (p.roles.includes('business-manager') ? 0 : 1);
  return html`<h2 class="govuk-heading-m">${partnership}</h2><ul class="gt-personas">${personas
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      (p) =>
        html`<li class="${rank(p) === 0 ? 'gt-personas__item gt-personas__item--first' : 'gt-personas__item'}"><form method="post"><input type="hidden" name="partnership_id" value="${p.partnership_id}"><input type="hidden" name="person_id" value="${p.person_id}"><button class="gt-personas__button" type="submit"><span class="gt-personas__name">${p.name}</span><span class="gt-personas__roles">${p.roles.map((role) => roles[role]).join(', ')}</span></button></form></li>`,
    )}</ul>`;
}

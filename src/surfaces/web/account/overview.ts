// "Your account": everything by which one signs in, where one is signed in now, and what happened lately.
import type { FastifyInstance } from 'fastify';
import { eventKinds, listEvents } from '../../../kernel/access/account-event.ts';
import { listOpenSessions, type OpenSession } from '../../../kernel/access/open-sessions.ts';
import { listPasskeys, type Passkey } from '../../../kernel/access/passkey.ts';
import { type Factors, factorsOf } from '../../../kernel/access/second-factor.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { button } from '../components/button.ts';
import { dataTable } from '../components/data-table.ts';
import { showInstant } from '../components/day.ts';
import { summaryList } from '../components/summary-list.ts';
import { tokenField } from '../entrance/drawing.ts';
import { leftWords } from '../entrance/second-factor.ts';
import type { AccountSession, SitDown } from './desk.ts';

const at = (instant: string) => showInstant(instant, 'Europe/London');

export function serveOverview(app: FastifyInstance, house: House, sitDown: SitDown): void {
  app.get('/account', async (request, reply) => {
    const desk = await sitDown(request, reply);
    if (desk === undefined) return reply;
    const { session } = desk;
    const [factors, passkeys, open, events] = await Promise.all([
      factorsOf(house, session.account_id),
      listPasskeys(house, session.account_id),
      listOpenSessions(house, session.account_id, new Date()),
      listEvents(house, session.account_id),
    ]);
    return desk.draw({
      title: 'Your account',
      whole: true,
      main: html`<h1 class="govuk-heading-l">Your account</h1>${drawWays(factors)}${drawPasskeys(passkeys)}${drawSessions(session, open)}${dataTable(
        {
          id: 'events',
          caption: 'What happened lately',
          rows: events,
          empty: 'Nothing has been recorded yet.',
          columns: [
            { heading: 'When', isRowHeader: true, cell: (event) => at(event.at) },
            { heading: 'What', cell: (event) => eventKinds[event.kind] },
            { heading: 'From', cell: (event) => event.browser },
          ],
        },
      )}${desk.can('tokens.make') && html`<p class="govuk-body"><a class="govuk-link" href="/access/tokens">Tokens for other systems</a>: what acts in your name without you</p>`}<p class="govuk-body">If something here was not you, sign out everywhere, change your password, and tell your partnership’s business manager.</p>`,
    });
  });
}

function drawWays(factors: Factors): Html {
  const { email, has_password, authenticator_at, codes_left } = factors;
  const app = '/account/authenticator';
  return summaryList({
    rows: [
      { key: { text: 'E-mail address' }, value: { text: email } },
      {
        key: { text: 'Password' },
        value: { text: has_password ? 'Set' : 'None: you sign in without one' },
        actions: {
          items: has_password
            ? [{ href: '/account/password', text: 'Change', visuallyHiddenText: 'password' }]
            : [],
        },
      },
      {
        key: { text: 'Authenticator app' },
        value: { text: authenticator_at === null ? 'Not set up' : `Set up on ${at(authenticator_at)}` },
        actions: {
          items:
            authenticator_at === null
              ? [{ href: app, text: 'Set up', visuallyHiddenText: 'an authenticator app' }]
              : [
                  { href: app, text: 'Replace', visuallyHiddenText: 'the authenticator app' },
                  { href: `${app}/removal`, text: 'Remove', visuallyHiddenText: 'the authenticator app' },
                ],
        },
      },
      {
        key: { text: 'Recovery codes' },
        value: { text: leftWords(codes_left) },
        actions: {
          items: [
            { href: '/account/recovery-codes', text: 'Make new', visuallyHiddenText: 'recovery codes' },
          ],
        },
      },
    ],
  });
}

function drawPasskeys(passkeys: Passkey[]): Html {
  return html`<h2 class="govuk-heading-m">Passkeys</h2>${
    passkeys.length === 0
      ? html`<p class="govuk-body">You have none. A passkey is the easier and the safer way to sign in: your fingerprint, face or PIN, and nothing to type.</p>`
      : summaryList({
          rows: passkeys.map(({ id, name, made_at, last_used_at, synchronised }) => ({
            key: { text: name },
            value: {
              text: `Added ${at(made_at)}. ${last_used_at === null ? 'Not used yet' : `Last used ${at(last_used_at)}`}. ${synchronised ? 'Kept on several of your devices.' : 'Kept on one device only.'}`,
            },
            actions: {
              items: [
                {
                  href: `/account/passkeys/${id}/removal`,
                  text: 'Remove',
                  visuallyHiddenText: `the passkey ${name}`,
                },
              ],
            },
          })),
        })
  }${button({ text: 'Add a passkey', href: '/account/passkeys/new', classes: 'govuk-button--secondary' })}`;
}

function drawSessions(session: AccountSession, open: OpenSession[]): Html {
  const token = tokenField(session);
  return html`${dataTable({
    id: 'sessions',
    caption: 'Where you are signed in now',
    rows: open,
    columns: [
      {
        heading: 'Browser',
        isRowHeader: true,
        cell: ({ id, browser }) =>
          html`${browser ?? 'An unknown browser'}${
            id === session.id
              ? html` <strong>(this one)</strong>`
              : html`<form method="post" action="/account/sessions/end">${token}<input type="hidden" name="session_id" value="${id}"><button class="gt-link-button" type="submit">Sign out this one<span class="govuk-visually-hidden">: ${browser}</span></button></form>`
          }`,
      },
      { heading: 'Since', cell: ({ started_at }) => at(started_at) },
      { heading: 'Last used', cell: ({ seen_at }) => at(seen_at) },
    ],
  })}<form method="post" action="/account/sessions/end-all">${token}${button({ text: 'Sign out everywhere', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`;
}

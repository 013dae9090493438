// Tokens for other systems, on screen.
import { permissions } from '../../kernel/access/roles.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { acts, link, showDay, showInstant } from '../drawing.ts';
import { listTokens, makeToken, type NewToken, revokeToken, type TokenRow } from './token.operations.ts';

type Tokens = Awaited<ReturnType<typeof listTokens.run>>;

const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Tokens for other systems', href: '/access/tokens' };

function standing(token: TokenRow, now: string) {
  if (token.revoked_at !== null) return tag({ text: 'Revoked', classes: 'govuk-tag--grey' });
  if (token.expires_at <= now) return tag({ text: 'Expired', classes: 'govuk-tag--grey' });
  return tag({ text: 'Works', classes: 'govuk-tag--green' });
}

const works = (token: TokenRow, now: string) => token.revoked_at === null && token.expires_at > now;

export const tokenPages = [
  page({
    path: list.href,
    title: list.text,
    query: listTokens,
    trail: () => [partnership],
    draw: ({ tokens, now }: Tokens, view) =>
      html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">By a token another system reads or writes here in your name: never more than you may yourself, and only what the token was made for. When your last appointment ends, it opens nothing.</p>${dataTable(
        {
          caption: 'Tokens',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { heading: 'For', isRowHeader: true, cell: (t) => t.name },
            { heading: 'In the name of', cell: (t) => t.person },
            {
              heading: 'May',
              cell: (t) => html`${t.scopes.map((scope) => html`<div>${permissions[scope] ?? scope}</div>`)}`,
            },
            { heading: 'Works until', cell: (t) => showDay(t.expires_at.slice(0, 10)) },
            {
              heading: 'Last used',
              cell: (t) => (t.last_used_at === null ? 'Never' : showInstant(t.last_used_at, 'Europe/London')),
            },
            { heading: 'Stands', cell: (t) => standing(t, now) },
            {
              heading: 'What you can do',
              cell: (t) =>
                works(t, now) ? link(`/access/tokens/${t.id}/revocation`, `Revoke “${t.name}”`) : null,
            },
          ],
          rows: tokens,
          empty: 'There is no token yet. Make one when another system needs to read or write here.',
        },
      )}${acts([{ href: '/access/tokens/new', text: 'Make a token' }, view.can('access.manage') && { href: '/access/people', text: 'Who can sign in' }])}`,
  }),
  form({
    path: '/access/tokens/new',
    title: 'Make a token for another system',
    command: makeToken,
    values: () => ({ days: '90' }),
    button: 'Make token',
    next: () => list.href,
    shows: (made: NewToken) =>
      made.token === null
        ? html`<h1 class="govuk-heading-l">The token was already shown</h1><p class="govuk-body">It is kept nowhere, so it cannot be shown again. If nobody wrote it down, ${link(`/access/tokens/${made.id}/revocation`, 'revoke it')} and make a new one.</p>`
        : html`<h1 class="govuk-heading-l">Your token</h1>${warningText({ text: 'Copy it now: it is shown this once and kept nowhere.', iconFallbackText: 'Warning' })}${insetText({ html: html`<code class="gt-hash">${made.token}</code>` })}<p class="govuk-body">Give it to the one system it is for (“${made.name}”), and never by e-mail. It works until ${showDay(made.expires_at.slice(0, 10))}, and is sent as <code>Authorization: Bearer gt_…</code>. ${link('/api/openapi.json', 'What the API offers')}</p><p class="govuk-body">${link(list.href, list.text)}</p>`,
    done: 'Token made',
    trail: () => [partnership, list],
  }),
  form({
    path: '/access/tokens/:id/revocation',
    title: 'Revoke a token',
    command: revokeToken,
    before: listTokens,
    beforeInput: () => ({}),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: () =>
      html`<p class="govuk-body">The system that uses it is refused from its next request on. This cannot be undone; you can make a new token.</p>`,
    button: 'Revoke token',
    warning: true,
    next: () => list.href,
    done: 'Token revoked',
    trail: () => [partnership, list],
  }),
];

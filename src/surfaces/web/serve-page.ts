// Serves a room's pages: performs the query, draws the result; the same list as CSV under `.csv`.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../../kernel/files/content-disposition.ts';
import { writeCsv } from '../../kernel/imports/write-csv.ts';
import type { Sent } from '../../kernel/forms/fields.ts';
import { perform, type House } from '../../kernel/operation/perform.ts';
import { InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import type { Address, CsvTable, Download, Page, View } from '../../kernel/pages/page.ts';
import { html } from '../../kernel/pages/html.ts';
import { newId } from '../../kernel/records/identity.ts';
import { type Chrome, signedInPage, viewOf } from './chrome.ts';
import { button } from './components/button.ts';
import { takeNotice } from './notice.ts';
import { addressOf, refuseForeignForm, type Visit, visitOf } from './visit.ts';

const inputOf = (page: Pick<Page, 'input'>, address: Address) =>
  page.input ? page.input(address) : { ...address.search, ...address.params };

export function servePage(app: FastifyInstance, house: House, chrome: Chrome, page: Page): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, asCsv: boolean) => {
    const visit = await visitOf(house, chrome.settings, request);
    if (visit === undefined) return toSignIn(request, reply);
    const address = addressOf(request);
    const purpose = purposeOf(request, visit);
    const performed = await perform(
      house,
      page.query,
      { ...visit.request, ...(purpose ? { purpose } : {}) },
      inputOf(page, address),
    ).catch((error: unknown) => {
      throw noSuchAddress(error, address) ? new NotFound() : error;
    });
    const path = request.url.split('?')[0] ?? '/';
    const view = viewOf(performed, chrome.settings, address, path, {
      token: tokenOf(visit),
      sendButton: sendButtonOf(visit),
    });
    if (asCsv && page.csv) {
      const table = page.csv(performed.result, view);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', contentDisposition(`${table.name}.csv`))
        .send(Buffer.from(writeCsv(table.columns, rowsOf(table))));
    }
    const title = typeof page.title === 'string' ? page.title : page.title(performed.result, view);
    const trail = page.trail?.(performed.result, view);
    return reply.type('text/html; charset=utf-8').send(
      signedInPage(chrome, performed, path, {
        title,
        session: visit.session,
        main: page.draw(performed.result, view),
        wide: true,
        breadcrumbs: trail ? [{ text: 'Home', href: '/' }, ...trail] : undefined,
        notification: takeNotice(request, reply),
      }),
    );
  };
  app.get(page.path, (request, reply) => answer(request, reply, false));
  // A record about a child is opened by a form that says why, so that the purpose never stands in an address.
  if (page.query.audited) app.post(page.path, (request, reply) => answer(request, reply, false));
  if (page.csv) app.get(`${page.path}.csv`, (request, reply) => answer(request, reply, true));
}

export function serveDownload(app: FastifyInstance, house: House, chrome: Chrome, page: Download): void {
  app.get(page.path, async (request, reply) => {
    const visit = await visitOf(house, chrome.settings, request);
    if (visit === undefined) return toSignIn(request, reply);
    const { result } = await perform(house, page.query, visit.request, inputOf(page, addressOf(request)));
    const file = await page.give(result);
    return reply
      .type(file.media_type)
      .header('content-disposition', contentDisposition(file.name))
      .send(Buffer.from(file.bytes));
  });
}

/** The rows and, as the last one, how many could not be exported: nobody takes a part for the whole. */
function rowsOf({ rows, held_back = 0 }: CsvTable): CsvTable['rows'] {
  if (held_back === 0) return rows;
  const many = held_back === 1 ? '1 record is' : `${held_back} records are`;
  return [...rows, [`${many} left out: the agency that gave it has not agreed to an export`]];
}

/** An address whose own parts do not fit (`/items/not-an-id`) is no address, rather than a form filled in wrongly. */
function noSuchAddress(error: unknown, { params }: Address): boolean {
  return error instanceof InvalidInput && Object.keys(error.fields).some((field) => field in params);
}

/** Sends a stranger to sign in, and back to where they wanted to go. */
export function toSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  // A form that came too late has a page at the same address.
  wanted = request.url,
): FastifyReply {
  return reply.redirect(wanted === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(wanted)}`, 303);
}

/** Why a record is opened, from the form that asked. */
function purposeOf(request: FastifyRequest, visit: Visit): string | undefined {
  if (request.method !== 'POST') return undefined;
  const sent = (request.body ?? {}) as Sent;
  refuseForeignForm(visit, sent);
  return typeof sent['purpose'] === 'string' ? sent['purpose'] : undefined;
}

export const tokenOf = ({ session }: Visit) =>
  html`<input type="hidden" name="_form" value="${session.form_token}">`;

/** A small form of its own, with the session's token and a key against double clicks. */
export function sendButtonOf(visit: Visit): View['sendButton'] {
  return ({ path, values, text, warning, secondary }) =>
    html`<form method="post" action="${path}" class="gt-send">${Object.entries({
      ...values,
      _form: visit.session.form_token,
      _key: newId(),
    }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${button({
      text,
      preventDoubleClick: true,
      classes: warning ? 'govuk-button--warning' : secondary ? 'govuk-button--secondary' : undefined,
    })}</form>`;
}

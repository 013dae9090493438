// Serves a room's forms: draws the fields of a command's input, reads what comes back, performs the command, and on a
// refusal shows the form again with everything the person typed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Field, fieldsOf, readFields, type Sent } from '../../kernel/forms/fields.ts';
import { type Query, query } from '../../kernel/operation/operation.ts';
import { type House, perform, type Performed } from '../../kernel/operation/perform.ts';
import { ChangedMeanwhile, Conflict, InvalidInput, type Meanwhile } from '../../kernel/operation/refusals.ts';
import { html } from '../../kernel/pages/html.ts';
import type { Address, Choice, ChoiceSource, FormPage } from '../../kernel/pages/page.ts';
import { newId } from '../../kernel/records/identity.ts';
import { type Chrome, signedInPage, viewOf } from './chrome.ts';
import { button } from './components/button.ts';
import { controlId, drawFields } from './form-view.ts';
import { drawMeanwhile } from './meanwhile-view.ts';
import { leaveNotice, takeNotice } from './notice.ts';
import { receive } from './receive-form.ts';
import { refuseForeignForm } from './visit.ts';
import { discardButton, draftFor, draftIsSent, draftNotice, keepForLater } from './serve-drafts.ts';
import { sendButtonOf, toSignIn, tokenOf } from './serve-page.ts';
import { addressOf, type Visit, visitOf } from './visit.ts';

export type Choices = Record<string, ChoiceSource>;

interface Refused {
  sent: Sent;
  fields: Record<string, string>;
  message: string;
  /** What somebody else saved first. */
  meanwhile?: Meanwhile;
  /** Where the person can do something about it. */
  offer?: { href: string; text: string };
}

export function serveForm(
  app: FastifyInstance,
  house: House,
  chrome: Chrome,
  page: FormPage,
  choices: Choices,
): void {
  const fields = fieldsOf(page.command.input).filter((field) => !page.leaveOut?.includes(field.name));
  const opening = openingOf(page, fields, choices);
  const takesFile = fields.some((field) => field.kind === 'file');

  const draw = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, refused?: Refused) => {
    const { address, draft } = await openedFor(request, visit);
    const path = request.url.split('?')[0] ?? '/';
    const performed = await perform(
      house,
      opening,
      visit.request,
      page.beforeInput?.(address) ?? address.params,
    );
    const { before, offered } = performed.result;
    const fixed = page.fixed?.(address) ?? {};
    const asked = fieldsAsked(page, fields, before).filter((field) => !(field.name in fixed));
    const view = viewOf(performed, chrome.settings, address, path, {
      token: tokenOf(visit),
      sendButton: sendButtonOf(visit),
    });
    const title = typeof page.title === 'string' ? page.title : page.title(before);
    const trail = page.trail?.(before, address);
    reply.code(refused ? 422 : 200).type('text/html; charset=utf-8');
    return reply.send(
      signedInPage(chrome, performed, path, {
        title,
        breadcrumbs: trail ? [{ text: 'Home', href: '/' }, ...trail] : undefined,
        session: visit.session,
        notification: draft && !refused ? draftNotice(draft, takesFile) : takeNotice(request, reply),
        errorSummary: refused ? summaryOf(refused, asked) : undefined,
        main: html`<h1 class="govuk-heading-l">${title}</h1>${page.intro?.(before, view)}${refused?.meanwhile && drawMeanwhile(refused.meanwhile, asked, offered)}<form method="post"${takesFile && html` enctype="multipart/form-data"`} novalidate>
<input type="hidden" name="_form" value="${visit.session.form_token}"><input type="hidden" name="_key" value="${newId()}">${draft && html`<input type="hidden" name="_draft" value="${draft.id}">`}
${drawFields({
  fields: asked,
  values: { ...address.search, ...valuesOf(page, before, address) },
  typed: refused?.sent ?? draft?.sent,
  errors: refused?.fields ?? {},
  choices: offered,
  cellLabels: page.cellLabels?.(before) ?? {},
})}${button({ text: page.button, preventDoubleClick: true, classes: page.warning ? 'govuk-button--warning' : undefined })}</form>${draft && discardButton(draft, path, tokenOf(visit))}${page.after?.(before, view)}`,
      }),
    );
  };

  const showOnce = (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    { shows, done }: FormPage,
    performed: Performed<unknown>,
  ) => {
    const path = request.url.split('?')[0] ?? '/';
    const view = viewOf(performed, chrome.settings, addressOf(request), path, {
      token: tokenOf(visit),
      sendButton: sendButtonOf(visit),
    });
    const main = shows?.(performed.result, view) ?? html``;
    return reply
      .type('text/html; charset=utf-8')
      .send(signedInPage(chrome, performed, path, { title: done, main, session: visit.session }));
  };

  /** The fields of this record, which its questions are among. */
  const askedOf = async (visit: Visit, address: Address) => {
    const asked = page.beforeInput?.(address) ?? address.params;
    const { result } = await perform(house, opening, visit.request, asked);
    return fieldsAsked(page, fields, result.before);
  };

  /** What the address carries, and the draft it names: an address of ours, so that no form takes it for a field of its own. */
  const openedFor = async (request: FastifyRequest, visit: Visit) => {
    const address = addressOf(request);
    const draft = await draftFor(house, request, visit);
    delete address.search['draft'];
    return { address, draft };
  };

  app.get(page.path, async (request, reply) => {
    const visit = await visitOf(house, chrome.settings, request);
    return visit === undefined ? toSignIn(request, reply) : draw(request, reply, visit);
  });

  app.post(page.path, async (request, reply) => {
    const visit = await visitOf(house, chrome.settings, request);
    if (visit === undefined)
      return keepForLater(house, chrome.settings, request, reply, fields, page.asks?.as);
    const { sent, files, refused } = await receive(request);
    refuseForeignForm(visit, sent);
    if (refused) return draw(request, reply, visit, { sent, fields: refused, message: '' });
    const address = addressOf(request);
    const asked = page.asks ? await askedOf(visit, address) : fields;
    const input = { ...inputOf(page, asked, sent), ...files, ...page.fixed?.(address) };
    const key = typeof sent['_key'] === 'string' && sent['_key'] !== '' ? { key: sent['_key'] } : {};
    try {
      const performed = await perform(house, page.command, { ...visit.request, ...key }, input);
      const { result } = performed;
      await draftIsSent(house, visit, sent);
      if (page.shows !== undefined) return showOnce(request, reply, visit, page, performed);
      leaveNotice(reply, page.done);
      return reply.redirect(page.next(result, address), 303);
    } catch (error) {
      if (error instanceof InvalidInput)
        return draw(request, reply, visit, { sent, fields: error.fields, message: error.message });
      if (error instanceof ChangedMeanwhile) {
        // Sent again, the form counts as drawn for what stands now: the person has seen it.
        const again = { ...sent, seen_revision: String(error.meanwhile.revision) };
        const { message, meanwhile } = error;
        return draw(request, reply, visit, { sent: again, fields: {}, message, meanwhile });
      }
      if (error instanceof Conflict) {
        const { message, offer } = error;
        return draw(request, reply, visit, { sent, fields: {}, message, ...(offer && { offer }) });
      }
      throw error;
    }
  });
}

/** The command's own fields; in place of one of them the questions of the record, each under that one's name. */
function fieldsAsked({ asks }: FormPage, fields: Field[], before: unknown): Field[] {
  if (asks === undefined) return fields;
  const questions = fieldsOf(asks.questions(before));
  return fields.flatMap((field) =>
    field.name === asks.as ? questions.map((one) => ({ ...one, name: `${asks.as}.${one.name}` })) : [field],
  );
}

function valuesOf({ asks, values }: FormPage, before: unknown, address: Address): Record<string, unknown> {
  const given = values?.(before, address) ?? {};
  if (asks === undefined) return given;
  const answers = (given[asks.as] ?? {}) as Record<string, unknown>;
  return {
    ...given,
    ...Object.fromEntries(Object.entries(answers).map(([name, value]) => [`${asks.as}.${name}`, value])),
  };
}

function inputOf({ asks }: FormPage, asked: Field[], sent: Sent): Record<string, unknown> {
  const read = readFields(asked, sent);
  if (asks === undefined) return read;
  const own = `${asks.as}.`;
  const [answers, others] = [true, false].map((of) =>
    Object.entries(read).filter(([name]) => name.startsWith(own) === of),
  );
  return {
    ...Object.fromEntries(others ?? []),
    [asks.as]: Object.fromEntries((answers ?? []).map(([name, value]) => [name.slice(own.length), value])),
  };
}

/** What is read before a form can be drawn, as one query under the command's own permission. */
function openingOf(
  page: FormPage,
  fields: Field[],
  choices: Choices,
): Query<z.ZodType, { before: unknown; offered: Record<string, Choice[]> }> {
  const wanted = [...new Set(fields.flatMap((field) => field.words.choose_from ?? []))].filter(
    (name) => choices[name],
  );
  const { permission } = page.command;
  if (permission === 'operator')
    throw new Error(`${page.command.name} is for the command line and can have no page`);
  return query({
    name: `${page.command.name}.form`,
    summary: `What the form “${page.command.summary}” needs`,
    permission,
    input: page.before?.input ?? z.any(),
    async run(context, input) {
      const before = page.before ? await page.before.run(context, input) : undefined;
      const lists = await Promise.all(wanted.flatMap((name) => choices[name]?.(context) ?? []));
      return { before, offered: Object.fromEntries(wanted.map((name, i) => [name, lists[i] ?? []])) };
    },
  });
}

function summaryOf(refused: Refused, fields: Field[]): { text: string; href?: string }[] {
  const list = Object.entries(refused.fields).map(([name, text]) => {
    const field = fields.find((f) => f.name === name) ?? fields.find((f) => f.name === name.split('.')[0]);
    return field ? { text, href: `#${controlId(field)}` } : { text: `${text} (${name})` };
  });
  return list.length > 0 ? list : [{ text: refused.message }, ...(refused.offer ? [refused.offer] : [])];
}

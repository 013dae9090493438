// Serves a page that gives something to a tool: draws the form, and answers it in the same breath. What was sent lives as long as
// the request: no record, no file, no draft; only the entry in the audit trail that somebody asked.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { contentDisposition } from '../../kernel/files/content-disposition.ts';
import { fieldsOf, readFields, type Sent } from '../../kernel/forms/fields.ts';
import { writeCsv } from '../../kernel/imports/write-csv.ts';
import { parseInput } from '../../kernel/operation/input.ts';
import { type House, perform, type Performed } from '../../kernel/operation/perform.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import { html } from '../../kernel/pages/html.ts';
import type { ToolPage } from '../../kernel/pages/page.ts';
import { type Chrome, signedInPage, viewOf } from './chrome.ts';
import { button } from './components/button.ts';
import { controlId, drawFields } from './form-view.ts';
import { receive } from './receive-form.ts';
import { sendButtonOf, tokenOf, toSignIn } from './serve-page.ts';
import { addressOf, refuseForeignForm, type Visit, visitOf } from './visit.ts';

/** Bytes of a list that an answer holds, as it comes back to be downloaded. */
const largestList = 10_000_000;

const listRows = z.array(z.array(z.union([z.string(), z.number(), z.null()])).max(50)).max(50_000);

export function serveTool(app: FastifyInstance, house: House, chrome: Chrome, page: ToolPage): void {
  const fields = fieldsOf(page.tool.input);
  const home = { text: 'Home', href: '/' };
  const viewFor = (request: FastifyRequest, visit: Visit, performed: Performed<unknown>) =>
    viewOf(performed, chrome.settings, addressOf(request), page.path, {
      token: tokenOf(visit),
      sendButton: sendButtonOf(visit),
    });

  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    refused?: { sent: Sent; fields: Record<string, string> },
  ) => {
    const performed = await perform(house, page.query, visit.request, {});
    const errors = refused?.fields ?? {};
    reply.code(refused ? 422 : 200).type('text/html; charset=utf-8');
    return reply.send(
      signedInPage(chrome, performed, page.path, {
        title: page.title,
        breadcrumbs: [home],
        session: visit.session,
        errorSummary: Object.entries(errors).map(([name, text]) => {
          const field = fields.find((one) => one.name === name.split('.')[0]);
          return field ? { text, href: `#${controlId(field)}` } : { text };
        }),
        main: html`<h1 class="govuk-heading-l">${page.title}</h1>${page.intro(viewFor(request, visit, performed))}<form method="post" action="${page.path}" enctype="multipart/form-data" novalidate>${tokenOf(visit)}${drawFields(
          { fields, values: {}, typed: refused?.sent, errors, choices: {} },
        )}${button({ text: page.button, preventDoubleClick: true })}</form>`,
      }),
    );
  };

  app.get(page.path, async (request, reply) => {
    const visit = await visitOf(house, chrome.settings, request);
    return visit === undefined ? toSignIn(request, reply) : draw(request, reply, visit);
  });

  app.post(page.path, async (request, reply) => {
    const visit = await visitOf(house, chrome.settings, request);
    if (visit === undefined) return toSignIn(request, reply, page.path);
    const { sent, files, refused } = await receive(request, fields);
    refuseForeignForm(visit, sent);
    if (refused) return draw(request, reply, visit, { sent, fields: refused });
    try {
      const input = parseInput(page.tool.input, { ...readFields(fields, sent), ...files });
      // Noted first and apart: no transaction waits while a tool works.
      const performed = await perform(house, page.noted, visit.request, {});
      const result = await page.tool.run(input);
      return reply.type('text/html; charset=utf-8').send(
        signedInPage(chrome, performed, page.path, {
          title: page.answerTitle(result),
          breadcrumbs: [home, { text: page.title, href: page.path }],
          session: visit.session,
          main: page.answer(result, viewFor(request, visit, performed)),
          wide: true,
        }),
      );
    } catch (error) {
      if (error instanceof InvalidInput) return draw(request, reply, visit, { sent, fields: error.fields });
      throw error;
    }
  });

  const { csv } = page;
  if (csv)
    app.post(`${page.path}.csv`, { bodyLimit: largestList }, async (request, reply) => {
      const visit = await visitOf(house, chrome.settings, request);
      if (visit === undefined) return toSignIn(request, reply, page.path);
      const sent = (request.body ?? {}) as Sent;
      refuseForeignForm(visit, sent);
      await perform(house, page.query, visit.request, {});
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', contentDisposition(`${csv.name}.csv`))
        .send(Buffer.from(writeCsv(csv.columns, rowsIn(sent['list']))));
    });
}

/** Throws InvalidInput on what no answer of ours holds. */
function rowsIn(list: unknown): z.infer<typeof listRows> {
  const words = { list: 'This list cannot be read any more. Go back, and check the document again' };
  if (typeof list !== 'string') throw new InvalidInput(words);
  try {
    return listRows.parse(JSON.parse(list));
  } catch (error) {
    throw Object.assign(new InvalidInput(words), { cause: error });
  }
}

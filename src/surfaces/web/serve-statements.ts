// Pages for anybody, signed in or not: help, accessibility, privacy and records, and the published yearly reports.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type House, perform, type Request } from '../../kernel/operation/perform.ts';
import { InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import type { Room } from '../../kernel/records/room.ts';
import type { ReportDocument } from '../../modules/report/document.ts';
import { readCompanion } from '../../modules/report/published.ts';
import { readPublished } from '../../modules/report/report.operations.ts';
import { renderWebPage, reportStylesHash } from '../../modules/report/output/web-page.ts';
import { openPage } from './chrome.ts';
import { dataTable } from './components/data-table.ts';
import { showDay } from './components/day.ts';
import type { WebSettings } from './visit.ts';

export function serveStatements(
  app: FastifyInstance,
  house: House,
  rooms: readonly Room[],
  settings: WebSettings,
): void {
  const send = (reply: FastifyReply, title: string, main: Html) =>
    reply.type('text/html; charset=utf-8').send(
      openPage(settings, {
        title,
        main: html`<h1 class="govuk-heading-l">${title}</h1>${main}`,
        wide: true,
      }),
    );
  app.get('/help', (_request, reply) => send(reply, 'Help', help));
  app.get('/accessibility', (_request, reply) => send(reply, 'Accessibility', accessibility));
  app.get('/privacy', (_request, reply) => send(reply, 'Privacy and records', privacy(rooms)));
  servePublished(app, house, settings);
}

/** The published report, and what was published beside it, at addresses anybody can open and link to: one page each, that needs nothing else. */
function servePublished(app: FastifyInstance, house: House, settings: WebSettings): void {
  const asAnybody = async (partnership: string): Promise<Request> => {
    const [found] = await house.pool.single<{ id: string }>(
      'select id from kernel.partnership where short_name = $1',
      [partnership],
    );
    if (found === undefined) throw new NotFound('There is no published report at this address.');
    return { partnership_id: found.id, identity: { kind: 'public' }, clock: settings.clock(), via: 'web' };
  };
  const give = (reply: FastifyReply, document: ReportDocument) =>
    reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src '${reportStylesHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      .send(renderWebPage(document, { mode: 'standalone', linkRecords: false }).toString());
  app.get('/published/:partnership/:year', async (request, reply) => {
    const { partnership, year } = request.params as { partnership: string; year: string };
    const { result } = await perform(house, readPublished, await asAnybody(partnership), { year });
    if (result.document !== null) return give(reply, result.document);
    const { on, reason } = result.withdrawn;
    return reply
      .code(410)
      .type('text/html; charset=utf-8')
      .send(
        openPage(settings, {
          title: 'This report was withdrawn',
          main: html`<h1 class="govuk-heading-l">This report was withdrawn${on && html` on ${showDay(on)}`}</h1><p class="govuk-body">${reason}</p><p class="govuk-body">A new edition will stand at this address when it is published.</p>`,
        }),
      );
  });
  app.get('/published/:partnership/:year/:companion', async (request, reply) => {
    const { partnership, year, companion } = request.params as Record<string, string>;
    const asked = { year, companion };
    const { result } = await perform(house, readCompanion, await asAnybody(partnership ?? ''), asked).catch(
      (problem: unknown) => {
        throw problem instanceof InvalidInput ? new NotFound('There is no such document.') : problem;
      },
    );
    return give(reply, result);
  });
}

const help = html`<p class="govuk-body">Golden Thread follows one thread through a partnership’s work: a <strong>finding</strong> leads to a <strong>recommendation</strong>, a <strong>decision</strong> at a named meeting, an <strong>action</strong>, a <strong>check</strong> by someone other than its owner, and an <strong>effect</strong> measured before and after. The yearly report composes itself from it.</p>
<h2 class="govuk-heading-m">Where to start</h2>
<ul class="govuk-list govuk-list--bullet">
<li><strong>Home</strong> shows what needs you now.</li>
<li><strong>Plan</strong> shows each priority: what we have done, how we know it made a difference, what we will do next.</li>
<li><strong>Yearly report</strong> shows the report as it stands, what the law asks for that is not there, and what the rules found.</li>
<li><strong>Evidence</strong> holds every figure with its period and source. Agencies enter their own, one by one or from a spreadsheet.</li>
<li><strong>Thread</strong> shows what is open, late, or done but not checked.</li>
</ul>
<h2 class="govuk-heading-m">How strong is a claim?</h2>
<dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Measured</dt><dd class="govuk-summary-list__value">A figure before and a figure after, on one definition, about practice or children.</dd></div><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Triangulated</dt><dd class="govuk-summary-list__value">Two or more sources that agree.</dd></div><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Single source</dt><dd class="govuk-summary-list__value">One source.</dd></div><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Asserted</dt><dd class="govuk-summary-list__value">Said, with nothing recorded that shows it.</dd></div></dl>
<h2 class="govuk-heading-m">If something goes wrong</h2>
<p class="govuk-body">Messages say what happened, where, and what to do. If a page shows a reference, give it to your business manager: nothing you sent was half saved.</p>`;

const accessibility = html`<p class="govuk-body">We want everybody to be able to use Golden Thread. It is built to the Web Content Accessibility Guidelines version 2.2, level AA: it works by keyboard, without JavaScript, at 400% zoom, and with screen readers. Every chart has a table with the same figures, and reports can be had as a web page, a tagged PDF and a Word file.</p>
<h2 class="govuk-heading-m">How we test it</h2>
<p class="govuk-body">Pages are checked automatically in a real browser each time the program changes, and by keyboard by hand. An audit by people who use assistive technology has not been done yet.</p>
<h2 class="govuk-heading-m">What does not work well yet</h2>
<p class="govuk-body">Very wide tables scroll sideways on a phone. The Word file’s contents list fills when Word opens it. In the PDF, the first cell of a table’s row is not marked as the row’s header.</p>
<h2 class="govuk-heading-m">Ask for another format, or tell us</h2>
<p class="govuk-body">Ask the business manager of your partnership, whose address stands at the end of each yearly report. If you are not happy with the answer, contact the Equality Advisory and Support Service.</p>`;

function privacy(rooms: readonly Room[]): Html {
  const records = rooms.flatMap((room) => room.records).filter(({ whose }) => whose.length > 0);
  return html`<p class="govuk-body">What is kept here about people, who decides about it, why, on which lawful basis and for how long. Who did and saw what is recorded, and those who answer for it can look it up.</p>
${dataTable({
  caption: 'What is kept about people',
  rows: records,
  columns: [
    {
      heading: 'Records',
      isRowHeader: true,
      cell: (r) => html`${r.name}${r.about_children && html`<br><strong>About children</strong>`}`,
    },
    { heading: 'Who decides', cell: (r) => r.controller },
    { heading: 'Why', cell: (r) => r.purpose },
    {
      heading: 'Lawful basis',
      cell: (r) =>
        html`${r.lawful_basis}${'condition' in r.special_category && html`<br>${r.special_category.condition}`}`,
    },
    {
      heading: 'Kept for',
      cell: (r) =>
        r.retention
          ? `${r.retention.years} years after ${r.retention.after}, unless the partnership’s own schedule says otherwise`
          : 'As long as the partnership exists, or as long as the record it belongs to',
    },
  ],
})}
<h2 class="govuk-heading-m">Your rights</h2>
<p class="govuk-body">You can ask to see what is held about you, and have put right what is wrong. Ask the business manager of your partnership, whose address stands at the end of each yearly report; you have an answer within a month, or are told why it takes longer. If you are not happy with it, you can complain to the Information Commissioner.</p>
<h2 class="govuk-heading-m">Afterwards</h2>
<p class="govuk-body">What is past its time is disposed of by two people together: the words, their history and the files are taken away for good. Backups made before still hold them until they are overwritten.</p>
<p class="govuk-body">One cookie keeps you signed in; another shows a message once. There is no tracking and nothing is fetched from elsewhere.</p>`;
}

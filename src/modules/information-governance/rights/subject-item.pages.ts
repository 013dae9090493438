// One record of a request on screen, with the names of others marked in it and the decision about it; and the bundle as it
// would be given.
import { acts, link, showDay } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../../kernel/pages/page.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { leftOutMark, neverSaid, rights } from './bundle.ts';
import { type FieldText, type Piece, type Proposal, type Span } from './left-out.ts';
import { requestPath, requestTrail } from './subject-request.pages.ts';
import type { SubjectAccess } from './subject-access.ts';

type Read = Awaited<ReturnType<SubjectAccess['readItem']['run']>>;

/** A field's text, with what is left out struck out and what is proposed marked. */
function marked(of: FieldText, spans: readonly Span[], proposals: readonly Proposal[]): Html {
  const marks = [
    ...spans.filter((span) => span.field === of.field).map((span) => ({ ...span, out: true })),
    ...proposals.filter((span) => span.field === of.field).map((span) => ({ ...span, out: false })),
  ].toSorted((a, b) => a.from - b.from || Number(b.out) - Number(a.out));
  const parts: Html[] = [];
  let at = 0;
  for (const { from, to, out } of marks) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) parts.push(html`${of.text.slice(at, start)}`);
    const words = of.text.slice(start, to);
    parts.push(out ? html`<del>${words}</del>` : html`<mark>${words}</mark>`);
    at = to;
  }
  return html`<span class="gt-as-written">${parts}${of.text.slice(at)}</span>`;
}

function recordPart({ item, proposals, path, request_state }: Read): Html {
  const { record, originator } = item;
  if (record === null) {
    return insetText({
      text: 'You may not see this record. Somebody of its circle can decide about it, once they are in the circle of this request.',
    });
  }
  const others = [...new Set(proposals.map((one) => one.words))];
  return html`${
    originator !== null &&
    insetText({
      html: html`<p class="govuk-body">${originator} gave this and has not agreed that it leaves its circle. ${link(`/circles/releases/new?${new URLSearchParams({ ref: item.ref, act: 'export' }).toString()}`, `Ask ${originator}`)}. If they refuse, ask which ground the law gives: a refusal alone is none.</p>`,
    })
  }${summaryList({
    rows: record.fields.map((one) => ({
      key: { text: one.label },
      value: { html: marked(one, item.spans, proposals) },
    })),
  })}${path !== null && html`<p class="govuk-body">${link(path, 'Open the record itself')}</p>`}${
    request_state === 'open' &&
    others.length > 0 &&
    html`<p class="govuk-body">Marked: names of other children and of people of the partnership. They are proposed to be left out; take those away that may be given. People who work with children are usually named in what they did at work.</p>`
  }`;
}

function passagesOf({ item, proposals }: Read): string {
  const { record, spans, decision } = item;
  if (record === null) return '';
  const places: readonly Span[] = decision === null ? proposals : spans;
  const words = places.map(
    ({ field, from, to }) => record.fields.find((one) => one.field === field)?.text.slice(from, to) ?? '',
  );
  return [...new Set(words.map((one) => one.replaceAll(/\s+/g, ' ')))].filter((one) => one !== '').join('\n');
}

function pieces(of: readonly Piece[]): Html {
  return html`<span class="gt-as-written">${of.map((piece) => (piece === null ? html`<strong>${leftOutMark}</strong>` : piece))}</span>`;
}

export function itemPages({ readItem, decideItem, previewBundle }: SubjectAccess): AnyPage[] {
  return [
    form({
      path: '/information-governance/subject-requests/:id/items/:item_id',
      title: ({ item }: Read) => item.record?.kind.word ?? 'A record of another circle',
      command: decideItem,
      before: readItem,
      fixed: ({ params }) => ({ id: params['id'], item_id: params['item_id'] }),
      values: (read: Read) => ({
        seen_hash: read.item.record?.hash,
        decision: read.item.decision,
        ground: read.item.ground,
        reason: read.item.reason,
        passages: passagesOf(read),
      }),
      intro: (read: Read) =>
        html`${
          read.item.decided_on !== null &&
          html`<p class="govuk-body">Decided on ${showDay(read.item.decided_on)}${read.decided_by !== null && ` by ${read.decided_by}`}${!read.item.settled && '. The record was changed since: decide again'}.</p>`
        }${recordPart(read)}<h2 class="govuk-heading-m">Your decision</h2>`,
      button: 'Save this decision',
      next: ({ id, next_id }) => (next_id === null ? requestPath(id) : `${requestPath(id)}/items/${next_id}`),
      done: 'Decision saved',
      trail: ({ request_id }) => requestTrail(request_id),
    }),
    page({
      path: '/information-governance/subject-requests/:id/bundle',
      title: 'What the bundle says',
      query: previewBundle,
      input: ({ params }) => params,
      trail: ({ id }) => requestTrail(id),
      draw: ({ id, undecided, bundle }) =>
        html`<h1 class="govuk-heading-l">What the bundle says</h1>${
          undecided > 0 &&
          insetText({
            text: `${undecided === 1 ? '1 record is' : `${undecided} records are`} not decided yet and not shown here.`,
          })
        }<p class="govuk-body">For ${bundle.asked_by}, about ${bundle.about}. Where words are left out stands ${leftOutMark}, however many they were.</p>${bundle.sections.map(
          ({ heading, entries }, at) =>
            html`<h2 class="govuk-heading-m">${at + 1}. ${heading}</h2>${summaryList({
              rows: entries.map((entry) => ({
                key: { text: entry.label },
                value: { html: pieces(entry.pieces) },
              })),
            })}`,
        )}${
          bundle.files.length > 0 &&
          html`<h2 class="govuk-heading-m">Documents given with it</h2><ul class="govuk-list govuk-list--bullet">${bundle.files.map((name) => html`<li>${pieces(name)}</li>`)}</ul>`
        }<h2 class="govuk-heading-m">What is not given, and why</h2>${[...bundle.left_out, neverSaid].map(
          (words) => html`<p class="govuk-body">${words}</p>`,
        )}<h2 class="govuk-heading-m">Their rights</h2>${rights.map((words) => html`<p class="govuk-body">${words}</p>`)}${acts([{ href: requestPath(id), text: 'Back to the request' }])}`,
    }),
  ];
}

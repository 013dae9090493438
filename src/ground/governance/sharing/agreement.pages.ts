// Information sharing agreements on screen: the list, one with its signatures, who can give returns today, and the forms.
import { html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, form, page, type View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showNumber } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { acts, link, showDay, showTerm } from '../../drawing.ts';
import { home } from '../overview.pages.ts';
import { type Party, type SharingKind, sharingKinds, type Standing, standings } from './agreement.ts';
import {
  addAgreement,
  addAgreementFile,
  changeAgreement,
  endAgreement,
  listAgreements,
  readAgreement,
  readAgreementFile,
  recordSignature,
  signAgreement,
} from './agreement.operations.ts';

type Agreement = Awaited<ReturnType<typeof readAgreement.run>>;

export const agreementList = { text: 'Information sharing agreements', href: '/governance/agreements' };
export const returnsPath = '/governance/returns';
export const agreementPath = (id: string) => `${agreementList.href}/${id}`;
const trailOf = (agreement: Agreement) => [
  home,
  agreementList,
  { text: agreement.title, href: agreementPath(agreement.id) },
];

const colours: Record<Standing, string> = {
  'in-force': 'govuk-tag--green',
  'review-due': 'govuk-tag--yellow',
  unsigned: 'govuk-tag--orange',
  'not-begun': 'govuk-tag--blue',
  ended: 'govuk-tag--grey',
};
const standingTag = (standing: Standing) => tag({ text: standings[standing], classes: colours[standing] });
const kindWords = (kinds: readonly string[]) =>
  kinds.map((kind) => sharingKinds[kind as SharingKind] ?? kind);
const names = (parties: readonly Party[]) => parties.map((party) => party.agency).join('; ');

const listPage = page({
  path: agreementList.href,
  title: agreementList.text,
  query: listAgreements,
  trail: () => [home],
  csv: (agreements) => ({
    name: 'information-sharing-agreements',
    columns: [
      'Agreement',
      'Standing',
      'What may be shared',
      'Parties',
      'Not yet signed by',
      'From',
      'Last day',
      'Review by',
    ],
    rows: agreements.map((a) => [
      a.title,
      standings[a.standing],
      kindWords(a.kinds).join('; '),
      names(a.parties.filter((party) => party.left_on === null)),
      names(a.unsigned),
      a.from_on,
      a.until_on,
      a.review_on,
    ]),
  }),
  draw: (agreements, view) =>
    html`<h1 class="govuk-heading-l">${agreementList.text}</h1><p class="govuk-body">Which agencies may give which information to the partnership, for what purpose and on which basis. A return is taken only while an agreement covers it: see ${link(returnsPath, 'who can give returns today')}.</p><p class="govuk-body"><a class="govuk-link" href="${agreementList.href}.csv" download>Download this list (CSV)</a></p>${dataTable(
      {
        caption: agreementList.text,
        captionClasses: 'govuk-visually-hidden',
        columns: [
          { heading: 'Agreement', isRowHeader: true, cell: (a) => link(agreementPath(a.id), a.title) },
          { heading: 'How it stands', cell: (a) => standingTag(a.standing) },
          { heading: 'When', cell: (a) => showTerm(a.from_on, a.until_on) },
          { heading: 'Review by', cell: (a) => (a.standing === 'ended' ? null : showDay(a.review_on)) },
          { heading: 'Not yet signed by', cell: (a) => (a.standing === 'ended' ? null : names(a.unsigned)) },
        ],
        rows: agreements,
        empty:
          'No information sharing agreement is recorded yet, so agencies cannot give returns. Start with the one that the statutory partners have signed.',
      },
    )}${acts([
      { href: returnsPath, text: 'Who can give returns today' },
      view.can('governance.write') && { href: `${agreementList.href}/new`, text: 'Record an agreement' },
    ])}`,
});

function signatures(agreement: Agreement) {
  return html`${dataTable({
    id: 'parties',
    caption: 'Parties and signatures',
    columns: [
      {
        heading: 'Agency',
        isRowHeader: true,
        cell: (p) => link(`/governance/agencies/${p.agency_id}`, p.agency),
      },
      {
        heading: 'Signed',
        cell: (p) =>
          p.signed_on === null
            ? tag({ text: 'Not yet', classes: 'govuk-tag--orange' })
            : showDay(p.signed_on),
      },
      { heading: 'By', cell: (p) => p.signed_by },
    ],
    rows: agreement.parties,
    empty: 'No agency is party to it any more.',
  })}${
    agreement.left.length > 0 &&
    html`<p class="govuk-body">No longer party to it: ${agreement.left
      .map((party) => `${party.agency} (since ${showDay(party.left_on ?? '')})`)
      .join('; ')}.</p>`
  }`;
}

function files(agreement: Agreement) {
  return dataTable({
    id: 'files',
    caption: 'The document',
    columns: [
      {
        heading: 'File',
        isRowHeader: true,
        cell: (f) => link(`${agreementPath(agreement.id)}/files/${f.id}`, f.name),
      },
      { heading: 'Size', format: 'numeric', cell: (f) => `${showNumber(Math.ceil(f.size / 1024))} KB` },
    ],
    rows: agreement.files,
    empty: 'The signed document is not attached yet.',
  });
}

function nextStep({ standing, until_on, review_on }: Agreement, view: View) {
  if (standing === 'unsigned')
    return insetText({
      text: 'Two parties must have signed before it is in force. Until then it covers no return.',
    });
  if (standing === 'review-due') {
    return insetText({
      text: `${review_on < view.today ? 'Its review was due on' : 'It is to be reviewed by'} ${showDay(review_on)}. When the review is done, change the agreement and set the next day.`,
    });
  }
  return (
    standing === 'ended' &&
    insetText({
      text: `It lapsed after ${showDay(until_on ?? '')} and covers no return any more. If the sharing goes on, record a new agreement.`,
    })
  );
}

const agreementPage = page({
  path: `${agreementList.href}/:id`,
  title: (agreement: Agreement) => agreement.title,
  query: readAgreement,
  input: ({ params }) => params,
  trail: () => [home, agreementList],
  draw: (agreement, view) => {
    const running = agreement.standing !== 'ended';
    const write = view.can('governance.write');
    return html`<h1 class="govuk-heading-l">${agreement.title}</h1><p class="govuk-body">${standingTag(agreement.standing)}</p>${nextStep(agreement, view)}${summaryList(
      {
        rows: [
          {
            key: { text: 'What may be shared' },
            value: {
              html: html`<ul class="govuk-list govuk-list--bullet">${kindWords(agreement.kinds).map((kind) => html`<li>${kind}</li>`)}</ul>`,
            },
          },
          { key: { text: 'What it is used for' }, value: { text: agreement.purpose } },
          { key: { text: 'Lawful basis' }, value: { text: agreement.lawful_basis } },
          { key: { text: 'In force' }, value: { text: showTerm(agreement.from_on, agreement.until_on) } },
          { key: { text: 'To be reviewed by' }, value: { text: showDay(agreement.review_on) } },
          agreement.ended_reason !== null && {
            key: { text: 'Why it ended' },
            value: { text: agreement.ended_reason },
          },
        ],
      },
    )}${signatures(agreement)}${files(agreement)}${acts([
      agreement.may_sign && running && { href: `${view.path}/signature`, text: 'Sign it for your agency' },
      write && running && { href: `${view.path}/paper-signature`, text: 'Record a signature given on paper' },
      write && { href: `${view.path}/files/new`, text: 'Attach the signed document' },
      write && { href: `${view.path}/change`, text: 'Change this agreement' },
      write && running && { href: `${view.path}/end`, text: 'End this agreement' },
    ])}`;
  },
});

const next = ({ id }: { id: string }) => agreementPath(id);
const fixed = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });

export const agreementPages: AnyPage[] = [
  listPage,
  form({
    path: `${agreementList.href}/new`,
    title: 'Record an information sharing agreement',
    command: addAgreement,
    button: 'Record agreement',
    next,
    done: 'Agreement recorded. It is in force once two parties have signed',
    trail: () => [home, agreementList],
  }),
  agreementPage,
  form({
    path: `${agreementList.href}/:id/change`,
    title: (agreement: Agreement) => `Change “${agreement.title}”`,
    command: changeAgreement,
    before: readAgreement,
    values: (agreement) => ({
      ...agreement,
      agency_ids: agreement.parties.map((party) => party.agency_id),
      seen_revision: agreement.revision,
    }),
    fixed,
    intro: () =>
      insetText({
        text: 'If you change the purpose, the basis, what may be shared, or make it last longer, the parties are asked to sign again: they signed other words.',
      }),
    button: 'Save',
    next,
    done: 'Agreement changed',
    trail: trailOf,
  }),
  form({
    path: `${agreementList.href}/:id/signature`,
    title: (agreement: Agreement) => `Sign “${agreement.title}”`,
    command: signAgreement,
    before: readAgreement,
    fixed,
    intro: (agreement) =>
      html`<p class="govuk-body">${agreement.purpose}</p><p class="govuk-body">What may be shared: ${kindWords(agreement.kinds).join('; ')}. ${showTerm(agreement.from_on, agreement.until_on)}.</p><p class="govuk-body">Your name and today’s date are recorded.</p>`,
    button: 'Sign for this agency',
    next,
    done: 'Signed',
    trail: trailOf,
  }),
  form({
    path: `${agreementList.href}/:id/paper-signature`,
    title: (agreement: Agreement) => `Record a signature of “${agreement.title}”`,
    command: recordSignature,
    before: readAgreement,
    fixed,
    button: 'Record signature',
    next,
    done: 'Signature recorded',
    trail: trailOf,
  }),
  form({
    path: `${agreementList.href}/:id/files/new`,
    title: (agreement: Agreement) => `Attach the document of “${agreement.title}”`,
    command: addAgreementFile,
    before: readAgreement,
    fixed,
    button: 'Attach file',
    next,
    done: 'File attached',
    trail: trailOf,
  }),
  download({
    path: `${agreementList.href}/:id/files/:file_id`,
    query: readAgreementFile,
    input: ({ params }) => params,
    give: (given) => given,
  }),
  form({
    path: `${agreementList.href}/:id/end`,
    title: (agreement: Agreement) => `End “${agreement.title}”`,
    command: endAgreement,
    before: readAgreement,
    fixed,
    intro: () => html`<p class="govuk-body">After its last day it covers no return any more.</p>`,
    button: 'Set last day',
    warning: true,
    next,
    done: 'Last day set',
    trail: trailOf,
  }),
];

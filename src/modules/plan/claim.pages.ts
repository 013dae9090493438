// Claims on screen: what is claimed, how strongly it stands and why, and the evidence itself with period and source.
import { showDay } from '../../surfaces/web/components/day.ts';
import { type CitedInFull, purposeWords } from '../../kernel/evidence/cited.ts';
import { topics } from '../../kernel/evidence/topics.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../kernel/pages/page.ts';
import { acts, addressWith, link } from '../../ground/drawing.ts';
import { evidenceView, measureFigure } from '../../surfaces/web/components/evidence.ts';
import { figures } from '../../surfaces/web/components/figure.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { type Claim, citeEvidence, readClaim, removeCitation } from './claim.operations.ts';
import { gradeMeaning, gradeTag, planPath, yearPath } from './drawing.ts';
import { abouts } from './plan.ts';

type Read = Awaited<ReturnType<typeof readClaim.run>>;

const citeHref = (claim: Claim) => addressWith('/plan/citations/new', { claim_id: claim.id });

const movedTag = html` ${tag({ text: 'Changed since it was cited', classes: 'govuk-tag--orange' })}`;

/** The figures side by side under what they are for; words, tables and documents after them. */
export function restsOn(list: readonly CitedInFull[]): Html {
  const measures = list.flatMap((cited) =>
    cited.content?.shape === 'measure'
      ? [{ ...measureFigure(cited.content, cited), label: `${purposeWords[cited.purpose]}: ${cited.title}` }]
      : [],
  );
  const others = list.filter((cited) => cited.content?.shape !== 'measure');
  return html`${measures.length > 0 && figures(measures)}${others.map(
    (cited) =>
      html`<h4 class="govuk-heading-s">${purposeWords[cited.purpose]}: ${link(cited.path, cited.title)}</h4>${evidenceView(cited.content, cited)}`,
  )}`;
}

/** A claim in its chapter. */
export function claimCard(claim: Claim, view: View): Html {
  const moved = claim.rests_on.some((cited) => cited.moved);
  return html`<article class="gt-claim gt-claim--${claim.grade}" id="claim-${claim.id}"><p class="govuk-body">${gradeTag(claim.grade)}${
    claim.headline && html` ${tag({ text: 'Headline', classes: 'govuk-tag--grey' })}`
  }${moved && movedTag}</p><h3 class="govuk-heading-m gt-claim__statement">${link(`/plan/claims/${claim.id}`, claim.statement)}</h3>${
    claim.for_whom && html`<p class="govuk-body">For ${claim.for_whom}</p>`
  }<p class="gt-origin">${gradeMeaning(claim)}</p>${restsOn(claim.rests_on)}${
    claim.grade === 'asserted' &&
    acts([view.can('plan.write') && { href: citeHref(claim), text: 'Rest it on evidence' }])
  }</article>`;
}

/** What would take a claim one step further. */
function advice({ grade, about, rests_on }: Claim): string | undefined {
  if (about === 'reach')
    return 'Say also what changed for those who were reached: that is what a reader asks next.';
  if (grade === 'measured') return undefined;
  const has = (purpose: string) => rests_on.some((cited) => cited.purpose === purpose);
  if (has('baseline') && !has('follow-up')) return 'There is a figure from before. Link the one from after.';
  if (has('follow-up') && !has('baseline')) return 'There is a figure from after. Link the one from before.';
  if (has('baseline') && has('follow-up')) {
    return 'The figures before and after differ in unit, in how they are counted, or in area, or one is not printed, so they do not show a change.';
  }
  return 'Link a figure from before and one from after, in the same unit and counted the same way.';
}

function citedWithActs(claim: Claim, cited: CitedInFull, view: View): Html {
  const values = { claim_id: claim.id, evidence_ref: cited.ref, purpose: cited.purpose };
  return html`<section class="gt-claim"><p class="govuk-body">${tag({ text: purposeWords[cited.purpose], classes: 'govuk-tag--grey' })}${cited.moved && movedTag}</p><h3 class="govuk-heading-s">${link(cited.path, cited.title)}</h3>${evidenceView(cited.content, cited)}${
    view.can('plan.write') &&
    html`${
      cited.moved &&
      html`<p class="govuk-body">It says something else than when it was cited. Read the claim again; if it still holds, use the evidence as it is now.</p>${view.sendButton({ path: '/plan/citations/new', values, text: 'Use it as it is now' })}`
    }${view.sendButton({ path: '/plan/citations/removal', values, text: 'Stop resting on this', secondary: true })}`
  }</section>`;
}

const trailOf = (claim: Read) => [
  planPath,
  yearPath(claim.year),
  claim.priority_id === null
    ? { text: topics[claim.topic], href: `/plan/years/${claim.year}/topics/${claim.topic}` }
    : { text: claim.priority ?? '', href: `/plan/years/${claim.year}/priorities/${claim.priority_id}` },
];

export const claimPages: AnyPage[] = [
  page({
    path: '/plan/claims/:id',
    title: (claim: Read) => claim.statement.slice(0, 100),
    query: readClaim,
    input: ({ params }) => params,
    trail: trailOf,
    draw: (claim: Read, view) => {
      const next = advice(claim);
      return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">A claim of change</span>${claim.statement}</h1><p class="govuk-body">${gradeTag(claim.grade)} ${gradeMeaning(claim)}</p>${claim.redactions.map(({ redacted_on, reason }) => insetText({ text: `A passage was redacted on ${showDay(redacted_on)}. ${reason}` }))}${
        next && insetText({ text: next })
      }${summaryList({
        rows: [
          { key: { text: 'About' }, value: { text: abouts[claim.about] } },
          { key: { text: 'For whom' }, value: { text: claim.for_whom ?? 'Not recorded' } },
          {
            key: { text: 'Headline' },
            value: { text: claim.headline ? 'Yes: it stands in the summary' : 'No' },
          },
          claim.locator !== null && { key: { text: 'Place in its source' }, value: { text: claim.locator } },
        ],
      })}<h2 class="govuk-heading-m">What it rests on</h2>${
        claim.rests_on.length === 0
          ? html`<p class="govuk-body gt-empty">Nothing is linked yet.</p>`
          : claim.rests_on.map((cited) => citedWithActs(claim, cited, view))
      }${acts([
        view.can('plan.write') && { href: citeHref(claim), text: 'Rest it on evidence' },
        view.can('plan.write') && { href: `/plan/claims/${claim.id}/change`, text: 'Change this claim' },
        view.can('plan.write') && { href: `/plan/claims/${claim.id}/withdrawal`, text: 'Take it out' },
      ])}`;
    },
  }),
  form({
    path: '/plan/citations/new',
    title: 'Rest a claim on evidence',
    command: citeEvidence,
    intro: () =>
      html`<p class="govuk-body">Evidence comes from the <a class="govuk-link" href="/evidence">register</a>. If it is not there yet, <a class="govuk-link" href="/evidence/new">add it first</a>.</p>`,
    button: 'Link',
    next: ({ claim_id }) => `/plan/claims/${claim_id}`,
    done: 'The claim rests on it now',
    trail: () => [planPath],
  }),
  form({
    path: '/plan/citations/removal',
    title: 'Stop resting a claim on evidence',
    command: removeCitation,
    button: 'Stop resting on it',
    warning: true,
    next: ({ claim_id }) => `/plan/claims/${claim_id}`,
    done: 'The link was taken away',
    trail: () => [planPath],
  }),
];

// The sealed text of a withdrawn report: the question why it is opened, and then the text as it was published.
import { button } from '../../../surfaces/web/components/button.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { input } from '../../../surfaces/web/components/input.ts';
import { html } from '../../../kernel/pages/html.ts';
import { page } from '../../../kernel/pages/page.ts';
import { shownYear } from '../edition.ts';
import { renderWebPage } from '../output/web-page.ts';
import { trailOf } from '../report.pages.ts';
import { findSealed, readSealed } from './sealed-edition.operations.ts';

type Found = Awaited<ReturnType<typeof findSealed.run>>;
type Sealed = Awaited<ReturnType<typeof readSealed.run>>;

export const sealedEditionPages = [
  page({
    path: '/report/:year/sealed/:number',
    title: 'Why are you opening this text?',
    query: findSealed,
    input: ({ params }) => params,
    trail: ({ year }: Found) => trailOf(year),
    draw: ({ year, number, sealed_on }: Found, view) =>
      html`<h1 class="govuk-heading-l">Why are you opening this text?</h1><p class="govuk-body">The report for ${shownYear(year)} was withdrawn and its text sealed on ${showDay(sealed_on)}, because of what it says. Open it only if you need it; your purpose is kept with your name.</p><form method="post" action="/report/${year}/sealed/${number}/text">${view.token}${input(
        {
          name: 'purpose',
          id: 'purpose',
          label: { text: 'Purpose' },
          hint: {
            text: 'For example “Answering the family’s solicitor”. Name nobody: what you write here is kept for good.',
          },
          attributes: { required: true, maxlength: 300 },
        },
      )}${button({ text: 'Open the text' })}</form>`,
  }),
  page({
    path: '/report/:year/sealed/:number/text',
    title: 'Sealed report',
    query: readSealed,
    input: ({ params }) => params,
    trail: ({ year }: Sealed) => trailOf(year),
    draw: ({ year, document, files, frozen_sha256 }: Sealed) =>
      html`<h1 class="govuk-heading-l">The report for ${shownYear(year)} as it was published and sealed</h1><p class="govuk-body">That you opened it is kept. It was published under this hash: <code class="gt-hash">${frozen_sha256}</code></p>${files.length > 0 && html`<p class="govuk-body">Sealed with it: ${files.map(({ name }) => name).join(', ')}.</p>`}<div class="gt-report">${renderWebPage({ ...document, status: 'withdrawn' }, { mode: 'page', linkRecords: false })}</div>`,
  }),
];

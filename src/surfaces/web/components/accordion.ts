// https://design-system.service.gov.uk/components/accordion/ : without scripts, headings with everything shown.
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent, wording } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';

export interface AccordionItem {
  heading: Content;
  summary?: Content | undefined;
  content: Content;
  expanded?: boolean | undefined;
}

export interface AccordionOptions extends Styled {
  /** Unique on the page; also the key under which the browser remembers what was open. */
  id: string;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  items: readonly Maybe<AccordionItem>[];
  rememberExpanded?: boolean | undefined;
  hideAllSectionsText?: string | undefined;
  hideSectionText?: string | undefined;
  hideSectionAriaLabelText?: string | undefined;
  showAllSectionsText?: string | undefined;
  showSectionText?: string | undefined;
  showSectionAriaLabelText?: string | undefined;
}

export function accordion(options: AccordionOptions): Html {
  const own = attributes({
    class: classNames('govuk-accordion', options.classes),
    'data-module': 'govuk-accordion',
    id: options.id,
    ...wording('hide-all-sections', options.hideAllSectionsText),
    ...wording('hide-section', options.hideSectionText),
    ...wording('hide-section-aria-label', options.hideSectionAriaLabelText),
    ...wording('show-all-sections', options.showAllSectionsText),
    ...wording('show-section', options.showSectionText),
    ...wording('show-section-aria-label', options.showSectionAriaLabelText),
    'data-remember-expanded':
      options.rememberExpanded === undefined ? undefined : String(options.rememberExpanded),
    ...options.attributes,
  });
  return html`<div${own}>${options.items.map((item, index) => item && section(item, index + 1, options))}</div>`;
}

function section(item: AccordionItem, number: number, { id, headingLevel }: AccordionOptions): Html {
  const heading = raw(`h${headingLevel ?? 2}`);
  const classes = classNames(
    'govuk-accordion__section',
    item.expanded && 'govuk-accordion__section--expanded',
  );
  return html`<div class="${classes}"><div class="govuk-accordion__section-header"><${heading} class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="${id}-heading-${number}">${contentOf(item.heading)}</span></${heading}>${
    hasContent(item.summary) &&
    html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${number}">${contentOf(item.summary)}</div>`
  }</div><div id="${id}-content-${number}" class="govuk-accordion__section-content">${sectionContent(item.content)}</div></div>`;
}

function sectionContent(content: Content): Html | undefined {
  if (content.html?.length) return content.html;
  return hasContent(content) ? html`<p class="govuk-body">${content.text}</p>` : undefined;
}

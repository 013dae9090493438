// https://design-system.service.gov.uk/components/footer/ without what belongs to the government alone: no crown, no Crown
// copyright, and a content licence only where the partnership states one.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface FooterLink {
  text?: string | undefined;
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface FooterSection {
  title: string;
  columns?: number | undefined;
  width?: string | undefined;
  items?: readonly FooterLink[] | undefined;
}

export interface FooterOptions extends Styled {
  containerClasses?: string | undefined;
  navigation?: readonly FooterSection[] | undefined;
  meta?:
    | (Content & { visuallyHiddenTitle?: string | undefined; items?: readonly FooterLink[] | undefined })
    | undefined;
  contentLicence?: Content | null | undefined;
}

export function footer(options: FooterOptions): Html {
  const { navigation, meta, contentLicence } = options;
  return html`<div class="${classNames('govuk-footer', options.classes)}"${attributes(options.attributes)}><div class="${classNames('govuk-width-container', options.containerClasses)}">${
    navigation?.length
      ? html`<div class="govuk-footer__navigation">${navigation.map(section)}</div><hr class="govuk-footer__section-break">`
      : false
  }<div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${
    meta &&
    html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || 'Support links'}</h2>${
      meta.items?.length
        ? html`<ul class="govuk-footer__inline-list">${meta.items.map(inlineLink)}</ul>`
        : false
    }${hasContent(meta) && html`<div class="govuk-footer__meta-custom">${contentOf(meta)}</div>`}`
  }${
    hasContent(contentLicence) &&
    html`<span class="govuk-footer__licence-description">${contentOf(contentLicence)}</span>`
  }</div></div></div></div>`;
}

function section(options: FooterSection): Html {
  const columns = options.columns && `govuk-footer__list--columns-${options.columns}`;
  return html`<div class="govuk-footer__section govuk-grid-column-${options.width || 'full'}"><h2 class="govuk-footer__heading govuk-heading-m">${options.title}</h2>${
    options.items?.length
      ? html`<ul class="${classNames('govuk-footer__list', columns || '')}">${options.items.map(
          (item) => item.href && item.text && html`<li class="govuk-footer__list-item">${link(item)}</li>`,
        )}</ul>`
      : false
  }</div>`;
}

function inlineLink(item: FooterLink): Html {
  return html`<li class="govuk-footer__inline-list-item">${link(item)}</li>`;
}

function link(item: FooterLink): Html {
  return html`<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`;
}

// The furniture round every page: skip link, header, navigation, banners, breadcrumbs, main part and footer. Our own header,
// with neither crown nor the GOV.UK font; no script or style in the page itself, so `default-src 'self'` holds.
import { html } from '../../kernel/pages/html.ts';
import type { Html } from '../../kernel/pages/html.ts';
import { backLink } from './components/back-link.ts';
import type { BackLinkOptions } from './components/back-link.ts';
import { breadcrumbs } from './components/breadcrumbs.ts';
import type { BreadcrumbItem } from './components/breadcrumbs.ts';
import type { Content } from './components/content.ts';
import { contentOf } from './components/content.ts';
import { errorSummary } from './components/error-summary.ts';
import type { ErrorSummaryItem } from './components/error-summary.ts';
import { footer } from './components/footer.ts';
import { notificationBanner } from './components/notification-banner.ts';
import type { NotificationBannerOptions } from './components/notification-banner.ts';
import { phaseBanner } from './components/phase-banner.ts';
import { serviceNavigation } from './components/service-navigation.ts';
import type { NavigationItem } from './components/service-navigation.ts';
import { skipLink } from './components/skip-link.ts';

export interface PageAssets {
  /** Stylesheets, in order. */
  css: readonly string[];
  /** Run before the page is drawn, so that nothing jumps when scripts take over. */
  js: string;
  /** Modules the script will ask for, fetched early. */
  preload?: readonly string[] | undefined;
  icon?: string | undefined;
}

export interface PageOptions {
  /** Of this page; the partnership's name is added. */
  title: string;
  partnershipName?: string | undefined;
  personName?: string | undefined;
  /** Beside the person's name: their account, changing partnership, signing out. */
  account?: readonly { text: string; href: string }[] | undefined;
  navigation: readonly NavigationItem[];
  /** Says that what is shown is a demonstration, on every page. */
  banner?: Content | undefined;
  phase?: (Content & { tag: string }) | undefined;
  breadcrumbs?: readonly BreadcrumbItem[] | undefined;
  backLink?: BackLinkOptions | undefined;
  errorSummary?: readonly ErrorSummaryItem[] | undefined;
  notification?: NotificationBannerOptions | undefined;
  main: Html;
  /** A narrow column beside the main part; below it on a phone. */
  aside?: Html | undefined;
  /** For tables and charts: up to 1,280 pixels instead of 960. */
  wide?: boolean | undefined;
  /** Warns before the session ends by itself; only a script shows it. */
  timeout?: Html | undefined;
  assets: PageAssets;
  /** For those who may read the audit trail. */
  auditLink?: boolean | undefined;
}

/** A whole HTML document. */
export function renderPage(options: PageOptions): string {
  const { assets } = options;
  const titles = [options.title, options.partnershipName, 'Golden Thread'].filter(Boolean).join(' – ');
  return html`<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>${hasErrors(options) && 'Error: '}${titles}</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="theme-color" content="#0d3b42">${assets.css.map(
    (address) => html`<link rel="stylesheet" href="${address}">`,
  )}${assets.preload?.map((address) => html`<link rel="modulepreload" href="${address}">`)}${
    assets.icon && html`<link rel="icon" href="${assets.icon}" type="image/svg+xml">`
  }</head><body class="${options.wide ? 'govuk-template__body gt-wide' : 'govuk-template__body'}"><script src="${assets.js}"></script>${skipLink(
    { href: '#main-content', text: 'Skip to main content' },
  )}${header(options)}<div class="govuk-width-container">${beforeMain(options)}<main class="govuk-main-wrapper" id="main-content">${mainPart(options)}</main></div>${pageFooter(options)}${options.timeout}</body></html>`.toString();
}

function header(options: PageOptions): Html {
  return html`<header class="govuk-template__header gt-header"><div class="gt-header__bar"><div class="govuk-width-container gt-header__inside"><a class="gt-header__home" href="/">${threadMark}<span class="gt-header__name">Golden Thread</span></a>${
    options.partnershipName && html`<span class="gt-header__partnership">${options.partnershipName}</span>`
  }${person(options)}</div></div><div class="gt-header__thread" aria-hidden="true"></div>${
    options.navigation.length > 0 &&
    serviceNavigation({ navigation: options.navigation, menuButtonText: 'Menu' })
  }${standing(options)}</header>`;
}

// One gold thread through a row of dark beads: finding, decision, action, effect.
const threadMark = html`<svg class="gt-header__mark" viewBox="0 0 64 32" width="64" height="32" aria-hidden="true" focusable="false"><path class="gt-header__strand" d="M1 16c5-12 11-12 15.5 0s10.5 12 15.5 0 10.5-12 15.5 0 10.5 12 15.5 0" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/><circle cx="16.5" cy="16" r="4"/><circle cx="32" cy="16" r="4"/><circle cx="47.5" cy="16" r="4"/></svg>`;

function person({ personName, account = [] }: PageOptions): Html | undefined {
  if (!personName && account.length === 0) return undefined;
  return html`<div class="gt-header__person">${personName && html`<span class="gt-header__person-name">${personName}</span>`}${
    account.length > 0 &&
    html`<ul class="gt-header__account">${account.map(({ text, href }) => html`<li><a class="gt-header__link" href="${href}">${text}</a></li>`)}</ul>`
  }</div>`;
}

// In the header, so that they stand in a landmark: someone who moves by landmark meets them.
function standing({ banner, phase }: PageOptions): Html | undefined {
  if (banner === undefined && phase === undefined) return undefined;
  return html`${phase && phaseBanner({ tag: { text: phase.tag }, text: phase.text, html: phase.html })}${
    banner &&
    html`<div class="govuk-width-container"><div class="gt-demonstration"><p class="gt-demonstration__text">${contentOf(banner)}</p></div></div>`
  }`;
}

function beforeMain(options: PageOptions): Html {
  return html`${
    options.breadcrumbs && breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })
  }${options.backLink && html`<nav aria-label="Back">${backLink(options.backLink)}</nav>`}`;
}

function mainPart(options: PageOptions): Html {
  const first = html`${
    hasErrors(options) && errorSummary({ titleText: 'There is a problem', errorList: options.errorSummary })
  }${options.notification && notificationBanner(options.notification)}`;
  if (options.aside === undefined) return html`${first}${options.main}`;
  return html`${first}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${options.main}</div><aside class="govuk-grid-column-one-third" aria-label="Beside this page"><div class="gt-aside__inside">${options.aside}</div></aside></div>`;
}

function hasErrors({ errorSummary: list }: PageOptions): boolean {
  return list !== undefined && list.length > 0;
}

const pageFooter = ({ auditLink }: PageOptions): Html =>
  html`<footer class="govuk-template__footer">${footer({
    meta: {
      visuallyHiddenTitle: 'About Golden Thread',
      items: [
        { text: 'Help', href: '/help' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy and records', href: '/privacy' },
        ...(auditLink ? [{ text: 'Who did and saw what', href: '/audit' }] : []),
      ],
    },
  })}</footer>`;

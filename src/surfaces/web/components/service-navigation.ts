// https://design-system.service.gov.uk/components/service-navigation/ : where one can go; folds into a menu on a phone.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';

export interface NavigationItem extends Content {
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** A page below this one. */
  active?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface ServiceNavigationSlots {
  start?: Html | undefined;
  end?: { html?: Html | undefined; align?: 'inline' | undefined } | undefined;
  navigationStart?: Html | undefined;
  navigationEnd?: Html | undefined;
}

export interface ServiceNavigationOptions extends Styled {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  navigation?: readonly Maybe<NavigationItem>[] | undefined;
  slots?: ServiceNavigationSlots | undefined;
  ariaLabel?: string | undefined;
  menuButtonText?: string | undefined;
  menuButtonLabel?: string | undefined;
  navigationLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClasses?: string | undefined;
  collapseNavigationOnMobile?: boolean | undefined;
}

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots } = options;
  const container = classNames(
    'govuk-width-container',
    slots?.end?.align === 'inline' && 'govuk-service-navigation__inlining-container',
  );
  const own = html`${attributes({
    class: classNames('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
  })}${attributes(options.attributes)}`;
  const inner = html`<div class="${container}">${slots?.start}<div class="govuk-service-navigation__container">${serviceName(options)}${navigation(options)}</div>${slots?.end?.html}</div>`;
  // With more than the navigation in it, the whole is a region with a name of its own.
  if (options.serviceName || slots?.start?.length || slots?.end?.html?.length) {
    return html`<section aria-label="${options.ariaLabel ?? 'Service information'}"${own}>${inner}</section>`;
  }
  return html`<div${own}>${inner}</div>`;
}

function serviceName(options: ServiceNavigationOptions): Html | undefined {
  if (!options.serviceName) return undefined;
  return html`<span class="govuk-service-navigation__service-name">${
    options.serviceUrl
      ? html`<a href="${options.serviceUrl}" class="govuk-service-navigation__link">${options.serviceName}</a>`
      : html`<span class="govuk-service-navigation__text">${options.serviceName}</span>`
  }</span>`;
}

function navigation(options: ServiceNavigationOptions): Html | undefined {
  const { slots } = options;
  const items = (options.navigation ?? []).filter((item) => item !== false && item !== '' && item != null);
  if (items.length === 0 && !slots?.navigationStart?.length && !slots?.navigationEnd?.length)
    return undefined;
  const menuText = options.menuButtonText || 'Menu';
  const id = options.navigationId || 'navigation';
  const folds = options.collapseNavigationOnMobile ?? items.length > 1;
  const classes = classNames('govuk-service-navigation__wrapper', options.navigationClasses);
  return html`<nav aria-label="${options.navigationLabel || menuText}" class="${classes}">${folds && toggle(options, menuText, id)}<ul class="govuk-service-navigation__list" id="${id}">${slots?.navigationStart}${items.map(navigationItem)}${slots?.navigationEnd}</ul></nav>`;
}

// Hidden until the script that makes it work has run.
function toggle(options: ServiceNavigationOptions, menuText: string, controls: string): Html {
  const own = attributes({
    'aria-controls': controls,
    'aria-label': options.menuButtonLabel !== menuText && (options.menuButtonLabel || undefined),
    hidden: true,
    'aria-hidden': 'true',
  });
  return html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"${own}>${menuText}</button>`;
}

function navigationItem(item: NavigationItem): Html {
  const isHere = item.active || item.current;
  // Bold by its element, so that someone who replaces the colours still sees where they are.
  const words = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(item)}</strong>`
    : contentOf(item);
  const own = attributes({ 'aria-current': isHere && (item.current ? 'page' : 'true') });
  const classes = classNames(
    'govuk-service-navigation__item',
    isHere && 'govuk-service-navigation__item--active',
  );
  if (item.href) {
    return html`<li class="${classes}"><a class="govuk-service-navigation__link" href="${item.href}"${own}${attributes(item.attributes)}>${words}</a></li>`;
  }
  return html`<li class="${classes}">${hasContent(item) && html`<span class="govuk-service-navigation__text"${own}>${words}</span>`}</li>`;
}

// https://design-system.service.gov.uk/components/notification-banner/
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface NotificationBannerOptions extends Content, Styled {
  /** "success" after something was done: read out at once and given the focus. */
  type?: string | undefined;
  role?: string | undefined;
  titleText?: string | undefined;
  titleHtml?: Html | undefined;
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  titleId?: string | undefined;
  disableAutoFocus?: boolean | undefined;
}

export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success';
  const titleId = options.titleId || 'govuk-notification-banner-title';
  const heading = raw(`h${options.titleHeadingLevel ?? 2}`);
  const title = contentOf({
    html: options.titleHtml,
    text: options.titleText || (isSuccess ? 'Success' : 'Important'),
  });
  const own = attributes({
    class: classNames(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role || (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus':
      options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
  });
  return html`<div${own}${attributes(options.attributes)}><div class="govuk-notification-banner__header"><${heading} class="govuk-notification-banner__title" id="${titleId}">${title}</${heading}></div><div class="govuk-notification-banner__content">${
    options.html?.length
      ? options.html
      : options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>`
  }</div></div>`;
}

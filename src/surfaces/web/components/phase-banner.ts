// https://design-system.service.gov.uk/components/phase-banner/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';
import { tag } from './tag.ts';

export interface PhaseBannerOptions extends Content, Styled {
  tag?: (Content & { classes?: string | undefined }) | undefined;
}

export function phaseBanner(options: PhaseBannerOptions): Html {
  const phase = tag({
    text: options.tag?.text,
    html: options.tag?.html,
    classes: classNames('govuk-phase-banner__content__tag', options.tag?.classes),
  });
  return html`<div class="${classNames('govuk-phase-banner govuk-width-container', options.classes)}"${attributes(options.attributes)}><p class="govuk-phase-banner__content">${phase} <span class="govuk-phase-banner__text">${contentOf(options)}</span></p></div>`;
}
